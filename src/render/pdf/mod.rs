//! PDF: marks on pages. Knows reports, never returns.
//!
//! A report becomes lines and shapes on pages (`layout`), with its logical structure beside them (`tree`); `write`
//! and `finish` make a file of both. Only those two name the libraries that write the file.
//!
//! Every file is tagged (PDF/UA-1) and fit for archives (PDF/A-3a), carries the published data it was made from,
//! and is the same to the byte whenever it is made from the same report.

mod design;
mod finish;
mod flow;
mod fonts;
mod labels;
mod layout;
mod page;
mod paragraph;
pub(super) mod read;
#[cfg(test)]
mod tests;
mod tree;
mod write;

use std::thread;

use super::RenderError;
use crate::report::block::Report;
use finish::Aside;
use fonts::{Face, Shaper};

/// How a PDF is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct PdfOptions {
    /// Whether the file is packed; a file that is not can be read with a text editor.
    pub compress: bool,
}

impl Default for PdfOptions {
    fn default() -> Self {
        Self { compress: true }
    }
}

/// A finished PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfOutput {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// The letters that none of our faces has, in the order of their codes. They are printed as their codes
    /// (“U+1F600”), and whoever asked for the report has to be told.
    pub missing: Vec<char>,
}

/// Makes a PDF of a report.
///
/// # Errors
///
/// When the file cannot be put together; what a report says is never the reason.
pub fn pdf(report: &Report, options: &PdfOptions) -> Result<PdfOutput, RenderError> {
    let aside = || Aside::of(report, options.compress);
    Shaper::with(|shaper| {
        thread::scope(|scope| {
            // Where there is no thread to be had, it is made when it is needed.
            let made = thread::Builder::new().spawn_scoped(scope, aside).ok();
            let aside = || {
                made.map_or_else(aside, |made| {
                    made.join().expect("a digest can be made of any report, and data packed")
                })
            };
            let laid_out = layout::lay_out(report, shaper);
            let bytes = write::write(&laid_out, report, aside, options.compress, shaper)?;
            Ok(PdfOutput { bytes, pages: laid_out.pages.len(), missing: laid_out.missing })
        })
    })
}

/// Reads the typefaces that nearly every report needs, on a thread of its own, for whoever knows that a PDF will be
/// asked for and has something else to do first.
pub fn prepare() {
    // Where there is no thread to be had, they are read when they are needed.
    drop(thread::Builder::new().spawn(|| fonts::read([Face::Regular, Face::Semibold, Face::Italic])));
}

fn lay_out(report: &Report) -> page::LaidOut {
    Shaper::with(|shaper| layout::lay_out(report, shaper))
}

/// The words of a report's pages as text: one line per placed line, with its page, place and style.
pub fn pdf_text(report: &Report) -> String {
    lay_out(report).text()
}
