//! Marks on a page. Knows reports, never returns.

mod digest;
pub mod drawing;
pub mod html;
pub mod opened;
#[cfg(feature = "pdf")]
pub mod pdf;

pub use html::{HtmlOptions, html};
pub use opened::{NotAReport, Opened, open};
#[cfg(feature = "pdf")]
pub use pdf::{PdfOptions, PdfOutput, pdf, pdf_text, prepare as prepare_pdf};

/// The SHA-256 of data as a report carries them, in hexadecimal.
pub fn data_digest(data: &str) -> String {
    digest::hex(&digest::sha256(data.as_bytes()))
}

/// Data as they are written into a page: the same JSON, without a sign that could end their element.
pub fn inert(json: &str) -> String {
    html::inert(json)
}

/// What stopped a report from being written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template of the caller's has a name that no template has.
    #[error("no template is called {name}")]
    UnknownTemplate {
        /// The name that was given.
        name: String,
    },
    /// A template is not a template.
    #[error("template {name}, line {line}: {fault}")]
    TemplateSyntax {
        /// Which one.
        name: String,
        /// Where it stops being one.
        line: usize,
        /// What is wrong with it.
        fault: String,
    },
    /// A template of the caller's asks for a field, or calls something, that templates of its name do not have.
    #[error("template {name}, line {line}: there is no “{word}”; there are: {known}")]
    NotInTemplates {
        /// Which one.
        name: String,
        /// Where.
        line: usize,
        /// What it asks for.
        word: String,
        /// What it could ask for.
        known: String,
    },
    /// A template of the caller's asks for a field where it does not stand.
    #[error("template {name}, line {line}: “{field}” is not to be had at this place")]
    NotAtThisPlace {
        /// Which one.
        name: String,
        /// Where.
        line: usize,
        /// What it asks for.
        field: String,
    },
    /// A template of the caller's would print words from a return as markup.
    #[error(
        "template {name}, line {line}: “{field}” may hold words from a return, which two braces print and three do not"
    )]
    NotEscaped {
        /// Which one.
        name: String,
        /// Where.
        line: usize,
        /// What it prints so.
        field: String,
    },
    /// A template asks for something that is not there.
    #[error("template {name} does not render")]
    Template {
        /// Which one.
        name: String,
        /// What is wrong with it.
        #[source]
        source: Box<handlebars::RenderError>,
    },
    /// A style sheet would end its own element, and what follows would be markup.
    #[error("style sheet {name} holds “</style”, which would end it early")]
    StyleEnds {
        /// Which one.
        name: String,
    },
    /// A face could not be cut down to the letters in use.
    #[cfg(feature = "pdf")]
    #[error("the face {face} cannot be embedded")]
    Font {
        /// Which one.
        face: &'static str,
        /// What is wrong with it.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// A PDF could not be put together.
    #[cfg(feature = "pdf")]
    #[error("the PDF cannot be put together")]
    Write {
        /// What went wrong.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}
