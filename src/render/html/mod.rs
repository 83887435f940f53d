//! Reports as HTML: one file, no script that runs, nothing fetched. Knows reports; no returns and no files.
//!
//! Every block has a template of its own in `report-templates/`. A block's parts are rendered first, so a template
//! sees plain values and finished HTML ([`view`]), and never has to know what stands inside it.

mod helpers;
mod policy;
mod strict;
mod style;
mod svg;
mod table;
mod templates;
mod text;
mod view;
mod write;

use std::collections::BTreeMap;

pub use templates::names as template_names;
pub(super) use text::inert;

use super::RenderError;
use crate::report::Report;

/// What a caller may choose about the HTML.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HtmlOptions {
    /// Templates and style sheets in place of the compiled-in ones, by the same name (`blocks/table.hbs`).
    pub templates: BTreeMap<String, String>,
}

impl HtmlOptions {
    /// The SHA-256 of the templates given, in lower-case hexadecimal; `None` where there are none.
    pub fn templates_digest(&self) -> Option<String> {
        if self.templates.is_empty() {
            return None;
        }
        // Lengths keep two sets apart whose texts only meet elsewhere.
        let all: Vec<String> =
            self.templates.iter().map(|(name, text)| format!("{} {} {name}{text}", name.len(), text.len())).collect();
        Some(policy::hex(&policy::sha256(all.concat().as_bytes())))
    }
}

/// Writes a report as HTML. The same report and options give the same bytes.
///
/// # Errors
///
/// When a template of the caller's has an unknown name, is not written correctly, or asks for what is not there.
pub fn html(report: &Report, options: &HtmlOptions) -> Result<String, RenderError> {
    let templates = templates::Templates::with(&options.templates)?;
    write::page(report, &templates)
}

#[cfg(test)]
mod tests;
