//! The templates: compiled in, each replaceable by one of the same name.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use handlebars::{Handlebars, RenderErrorReason, TemplateError, TemplateErrorReason};
use serde::Serialize;

use super::text::{Html, escaped};
use super::{helpers, strict};
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
    "style/brand.css",
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
                if let (Some(own), Some(ours)) = (registry.get_template(name), OURS.get_template(name)) {
                    strict::check(name, text, own, ours)?;
                }
            }
        }
        Ok(Self { registry, own })
    }

    /// Renders one template. The newline at its end is left to whoever prints what follows.
    pub(super) fn render(&self, name: &str, view: &impl Serialize) -> Result<Html, RenderError> {
        let mut html = self.registry.render(name, view).map_err(|error| does_not_render(name, error))?;
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
    registry.register_template_string(name, text.replace("\r\n", "\n")).map_err(|error| not_a_template(name, &error))
}

fn not_a_template(name: &str, error: &TemplateError) -> RenderError {
    let fault = match error.reason() {
        TemplateErrorReason::MismatchingClosedHelper(opened, closed)
        | TemplateErrorReason::MismatchingClosedDecorator(opened, closed) => {
            format!("“{opened}” is opened, and “{closed}” is closed")
        }
        TemplateErrorReason::InvalidSyntax(_)
        | TemplateErrorReason::InvalidParam(_)
        | TemplateErrorReason::NestedSubexpression
        | TemplateErrorReason::IoError(..)
        | _ => "something is not closed here, or not written as handlebars asks".to_owned(),
    };
    RenderError::TemplateSyntax { name: name.to_owned(), line: error.pos().map_or(1, |(line, _)| line), fault }
}

fn does_not_render(name: &str, error: handlebars::RenderError) -> RenderError {
    let name = name.to_owned();
    match (error.reason(), error.line_no) {
        (RenderErrorReason::MissingVariable(Some(field)), Some(line)) => {
            RenderError::NotAtThisPlace { name, line, field: field.clone() }
        }
        (_, _) => RenderError::Template { name, source: Box::new(error) },
    }
}

fn is_template(name: &str) -> bool {
    name.strip_suffix(".hbs").is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A caller's template may ask for what ours asks for, so ours ask for every field of their views.
    #[test]
    fn our_templates_ask_for_every_field_of_their_views() {
        let templates: String =
            COMPILED_IN.iter().filter(|(name, _)| is_template(name)).map(|(_, text)| *text).collect();
        let fields =
            include_str!("view.rs").lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
        let fields: Vec<&str> = fields.map(|(field, _)| field).collect();
        assert!(fields.len() > 40);
        for field in fields {
            assert!(templates.contains(field), "no template of ours asks for {field}");
        }
    }
}
