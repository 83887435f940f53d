//! Findings in the formats people and programs read, a file each. Knows findings and places, never how they were found.

mod json;
mod text;

pub use json::{Findings, json};
pub use text::{TextOptions, finding, text};

use std::fmt::Write;

use super::{Diagnostic, Severity, Verdict};
use crate::source::{Locate, Part, Place, Pointer, Source, Sources};

/// What was found in one return, and the way to its places.
#[derive(Clone, Copy)]
pub struct Checked<'a> {
    /// The path as it was given.
    pub path: &'a str,
    /// How it ended.
    pub verdict: Verdict,
    /// The findings, in the order of the file.
    pub diagnostics: &'a [Diagnostic],
    /// Where its texts are.
    pub places: &'a dyn Places,
}

/// Places with the texts they stand in.
pub trait Places: Locate {
    /// The texts.
    fn sources(&self) -> &Sources;
}

impl Checked<'_> {
    fn place(&self, at: &Pointer, part: Part) -> Place {
        self.places.locate(at, part)
    }

    fn source(&self, place: &Place) -> &Source {
        self.places.sources().get(place.document)
    }
}

/// How many findings of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
struct Counts {
    /// How many returns were looked at.
    files: usize,
    /// Findings that have to be mended.
    errors: usize,
    /// Findings that have to be mended or explained, and are not.
    warnings: usize,
    /// Findings for the author only.
    advice: usize,
    /// Warnings that the return explains.
    explained: usize,
    /// Warnings that the funder has waived.
    waived: usize,
}

impl Counts {
    fn of(files: &[Checked<'_>]) -> Self {
        let mut counts = Self { files: files.len(), ..Self::default() };
        for diagnostic in files.iter().flat_map(|file| file.diagnostics) {
            match diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning if diagnostic.explained.is_some() => counts.explained += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Advice => counts.advice += 1,
            }
        }
        counts
    }

    /// “2 errors, 1 warning and 3 notes of advice”.
    fn words(&self) -> String {
        let kinds = [
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
            (self.explained, "explained warning", "explained warnings"),
            (self.waived, "waived warning", "waived warnings"),
            (self.advice, "piece of advice", "pieces of advice"),
        ];
        let parts: Vec<_> = kinds
            .into_iter()
            .filter(|(count, _, _)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        match parts.split_last() {
            None => "nothing found".to_owned(),
            Some((only, [])) => only.clone(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        }
    }
}

/// Text that a terminal cannot be led astray by: control characters, marks that turn the direction and letters without
/// width are shown by their number.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => clean.push(' '),
            '\u{202A}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{061C}'
            | '\u{200B}'
            | '\u{FEFF}'
            | '\u{00AD}' => show(letter, &mut clean),
            letter if letter.is_control() => show(letter, &mut clean),
            letter => clean.push(letter),
        }
    }
    clean
}

fn show(letter: char, out: &mut String) {
    // Writing into a string does not fail.
    let _ = write!(out, "<U+{:04X}>", letter as u32);
}
