//! The templates: compiled in, each replaceable by one of the same name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use handlebars::Handlebars;
use serde::Serialize;

use super::helpers;
use super::text::{Html, escaped};
use crate::render::RenderError;

/// Name and text of every template and style sheet.
macro_rules! compiled_in {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../../report-templates/", $name)))),*]
    };
}

const COMPILED_IN: &[(&str, &str)] = compiled_in![
    "layout.hbs",
    "audiences/funder.hbs",
    "audiences/members.hbs",
    "audiences/public.hbs",
    "blocks/chart.hbs",
    "blocks/columns.hbs",
    "blocks/heading.hbs",
    "blocks/key_values.hbs",
    "blocks/list.hbs",
    "blocks/masthead.hbs",
    "blocks/panel.hbs",
    "blocks/paragraph.hbs",
    "blocks/quotation.hbs",
    "blocks/section.hbs",
    "blocks/strip.hbs",
    "blocks/table.hbs",
    "blocks/tally.hbs",
    "style/print.css",
    "style/style.css",
];

/// The names a caller's template can have, such as `blocks/table.hbs`.
pub fn names() -> impl Iterator<Item = &'static str> {
    COMPILED_IN.iter().map(|(name, _)| *name)
}

/// The compiled-in templates, parsed once.
static OURS: LazyLock<Handlebars<'static>> = LazyLock::new(|| {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.register_escape_fn(escaped);
    helpers::register(&mut registry);
    for (name, text) in COMPILED_IN.iter().filter(|(name, _)| is_template(name)) {
        add(&mut registry, name, text).expect("the templates compiled in are written correctly");
    }
    registry
});

/// Templates ready for use.
pub(super) struct Templates<'a> {
    registry: Cow<'a, Handlebars<'static>>,
    own: &'a BTreeMap<String, String>,
}

impl<'a> Templates<'a> {
    /// The compiled-in templates with the caller's own in place of some.
    pub(super) fn with(own: &'a BTreeMap<String, String>) -> Result<Self, RenderError> {
        let mut registry = Cow::Borrowed(&*OURS);
        for (name, text) in own {
            if !names().any(|known| known == name) {
                return Err(RenderError::UnknownTemplate { name: name.clone() });
            }
            if is_template(name) {
                add(registry.to_mut(), name, text)?;
            }
        }
        Ok(Self { registry, own })
    }

    /// Renders one template. The newline at its end is left to whoever prints what follows.
    pub(super) fn render(&self, name: &str, view: &impl Serialize) -> Result<Html, RenderError> {
        let mut html = self
            .registry
            .render(name, view)
            .map_err(|source| RenderError::Template { name: name.to_owned(), source: Box::new(source) })?;
        html.truncate(html.trim_end_matches('\n').len());
        Ok(Html::finished(html))
    }

    /// The text of a style sheet.
    pub(super) fn style(&self, name: &str) -> Result<String, RenderError> {
        let text = self.text(name).replace("\r\n", "\n").replace('\r', "\n");
        if text.to_ascii_lowercase().contains("</style") {
            return Err(RenderError::StyleEnds { name: name.to_owned() });
        }
        Ok(text)
    }

    fn text(&self, name: &str) -> &str {
        let compiled_in = || COMPILED_IN.iter().find(|(known, _)| *known == name).map(|(_, text)| *text);
        self.own.get(name).map(String::as_str).or_else(compiled_in).unwrap_or_default()
    }
}

fn add(registry: &mut Handlebars<'static>, name: &str, text: &str) -> Result<(), RenderError> {
    // Line ends as Windows writes them would otherwise stand in the page.
    registry
        .register_template_string(name, text.replace("\r\n", "\n"))
        .map_err(|source| RenderError::TemplateSyntax { name: name.to_owned(), source: Box::new(source) })
}

fn is_template(name: &str) -> bool {
    name.strip_suffix(".hbs").is_some()
}
