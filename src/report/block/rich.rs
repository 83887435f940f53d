//! Words with their emphasis, language, marks and links.

use serde::Serialize;

use super::{Bar, Language, Status};

/// Words with their emphasis, language, marks and links.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Rich(pub Vec<Span>);

/// A run of words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "span", rename_all = "snake_case")]
pub enum Span {
    /// Plain words.
    Words {
        /// The words.
        text: String,
        /// Semibold.
        strong: bool,
        /// Italic: residents' words in “You said” only.
        emphasis: bool,
        /// The language, where it differs from the report's.
        language: Option<Language>,
    },
    /// A status, words and mark.
    Status(Status),
    /// A link to a place in the report.
    Link {
        /// The words.
        text: String,
        /// The anchor it leads to, without `#`.
        anchor: String,
    },
    /// A bar after a number in a table: decoration, the number says it.
    Bar(Bar),
    /// A new line inside a paragraph.
    Break,
}

impl Rich {
    /// No words at all.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds plain words.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), false, false, None);
        self
    }

    /// Adds strong words.
    #[must_use]
    pub fn strong(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), true, false, None);
        self
    }

    /// Adds words in italics.
    #[must_use]
    pub fn emphasis(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), false, true, None);
        self
    }

    /// Adds words in another language than the report's.
    #[must_use]
    pub fn in_language(mut self, text: impl Into<String>, language: Language) -> Self {
        self.push(text.into(), false, false, Some(language));
        self
    }

    /// Adds a status.
    #[must_use]
    pub fn status(mut self, status: Status) -> Self {
        self.0.push(Span::Status(status));
        self
    }

    /// Adds a link to a place in the report.
    #[must_use]
    pub fn link(mut self, text: impl Into<String>, anchor: impl Into<String>) -> Self {
        self.0.push(Span::Link { text: text.into(), anchor: anchor.into() });
        self
    }

    /// Adds a bar beside the number before it.
    #[must_use]
    pub fn bar(mut self, bar: Bar) -> Self {
        self.0.push(Span::Bar(bar));
        self
    }

    /// Adds a new line.
    #[must_use]
    pub fn line_break(mut self) -> Self {
        self.0.push(Span::Break);
        self
    }

    /// Adds what another run of words holds.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The words alone, as a reader who hears them gets them.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        for span in &self.0 {
            match span {
                Span::Words { text, .. } | Span::Link { text, .. } => plain.push_str(text),
                Span::Status(status) => plain.push_str(&status.words),
                Span::Bar(_) => {}
                Span::Break => plain.push('\n'),
            }
        }
        plain
    }

    fn push(&mut self, text: String, strong: bool, emphasis: bool, language: Option<Language>) {
        if !text.is_empty() {
            self.0.push(Span::Words { text, strong, emphasis, language });
        }
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::none().and(text)
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self::none().and(text)
    }
}
