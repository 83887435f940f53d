//! Finished reports, taken apart again: the data inside, what the file says about itself, and every word in reading
//! order. Knows no data and no report to compare with.
//!
//! What is opened here may come from anybody: the work is bounded, and nothing that stands in a file is trusted.

mod html;
mod markup;

#[cfg(feature = "pdf")]
pub(super) use markup::{Token, tokens};

/// A finished report, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Opened {
    /// What kind of file it is.
    pub kind: FileKind,
    /// The data inside, as they stand there.
    pub data: String,
    /// What the file says the SHA-256 of its data is.
    pub stated_digest: Option<String>,
    /// What it says about itself, by name: title, author, dates.
    pub facts: Vec<Fact>,
    /// Every word of it, piece by piece in reading order.
    pub pieces: Vec<Piece>,
    /// How it looks, by part: each page's drawing, each face, the style sheet; as digests.
    pub looks: Vec<Fact>,
}

/// What kind of file a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FileKind {
    /// A page for a browser.
    #[default]
    Html,
    /// A document to hand on and keep.
    Pdf,
}

/// Something a file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// Which.
    pub name: String,
    /// What it says.
    pub words: String,
}

/// Words that belong together: a paragraph, a cell, a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// How they meet a reader.
    pub heard: Heard,
    /// The page they stand on, from 1; 0 where there are no pages.
    pub page: usize,
    /// The title of the section they stand in; empty before the first.
    pub section: String,
    /// The words.
    pub words: String,
    /// What they are to a reader who hears them: a role, a language.
    pub role: String,
}

/// How words meet a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heard {
    /// In the text.
    Text,
    /// Before an item of a list.
    Marker,
    /// Inside a drawing.
    Drawing,
    /// Only to those who do not see a drawing.
    Description,
    /// Around the text: running heads, navigation.
    Furniture,
}

/// Why a file is no report that can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAReport {
    /// Neither HTML nor PDF.
    #[error("it is neither HTML nor PDF")]
    OtherKind,
    /// No data are inside.
    #[error("it carries no data of candour's; perhaps another program has saved it anew")]
    NoData,
    /// It cannot be read as what it seems to be.
    #[error("it is damaged, and cannot be read as {0}")]
    Damaged(&'static str),
    /// It is locked with a password.
    #[error("it is locked with a password, and no report of candour's is")]
    Locked,
    /// It unpacks to more than any report holds.
    #[error("it holds far more than any report does")]
    TooLarge,
    /// This build cannot read PDF.
    #[error("this build of candour reads no PDF")]
    NoPdf,
}

/// Takes a finished report apart.
///
/// # Errors
///
/// When the file is no report, is damaged, or holds more than a report can.
pub fn open(bytes: &[u8]) -> Result<Opened, NotAReport> {
    // A PDF may have a few bytes before its first line.
    let start = &bytes[..bytes.len().min(1024)];
    if start.windows(5).any(|window| window == b"%PDF-") {
        #[cfg(feature = "pdf")]
        return super::pdf::read::open(bytes);
        #[cfg(not(feature = "pdf"))]
        return Err(NotAReport::NoPdf);
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(NotAReport::OtherKind) };
    html::open(text)
}

/// Words with each stretch of white space as one space, and none at the ends.
pub(super) fn collapsed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
