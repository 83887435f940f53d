//! Findings in the formats people and programs read, a file each. Knows findings and places, never how they were found.

mod address;
mod concise;
mod format;
mod github;
mod gitlab;
mod json;
mod junit;
mod narrated;
mod sarif;
mod text;
pub(crate) mod xml;

pub use format::{Format, Options, Piece, RuleText, Writer, render};
pub use json::{Findings, json};
pub use text::{TextOptions, finding, text};

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Diagnostic, Severity, Verdict, Waived};
use crate::source::{DocumentId, Locate, Part, Place, Pointer, Source};

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
    /// The text of this number.
    fn source(&self, document: DocumentId) -> &Source;
}

impl Checked<'_> {
    fn place(&self, at: &Pointer, part: Part) -> Place {
        self.places.locate(at, part)
    }

    fn source(&self, place: &Place) -> &Source {
        self.places.source(place.document)
    }
}

/// How many findings of each kind there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
struct Counts {
    /// How many returns were looked at.
    files: usize,
    /// Findings that have to be mended.
    errors: usize,
    /// Findings that have to be mended or explained, and are neither explained nor waived.
    warnings: usize,
    /// Findings for the author only.
    advice: usize,
    /// Warnings that the return explains.
    explained: usize,
    /// Warnings that the funder has waived.
    waived: usize,
}

impl Counts {
    fn of(file: &Checked<'_>) -> Self {
        let mut counts = Self { files: 1, ..Self::default() };
        for diagnostic in file.diagnostics {
            match diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning if diagnostic.explained.is_some() => counts.explained += 1,
                Severity::Warning if diagnostic.waived.is_some() => counts.waived += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Advice => counts.advice += 1,
            }
        }
        counts
    }

    fn add(&mut self, other: Self) {
        self.files += other.files;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.advice += other.advice;
        self.explained += other.explained;
        self.waived += other.waived;
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

/// How many findings of one rule are told in one return where people read them one by one.
const MOST: usize = 10;

/// The findings that are told where people read them one by one, and after the last of a rule that has more, how many
/// more there are.
fn capped<'a>(file: &Checked<'a>) -> Vec<(&'a Diagnostic, Option<usize>)> {
    let mut all: BTreeMap<&str, usize> = BTreeMap::new();
    for found in file.diagnostics {
        *all.entry(found.rule).or_default() += 1;
    }
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    let mut shown = Vec::new();
    for found in file.diagnostics {
        let so_far = told.entry(found.rule).or_default();
        *so_far += 1;
        let of_rule = all.get(found.rule).copied().unwrap_or_default();
        // One more is told in less room than it takes to say that there is one more.
        let most = if of_rule == MOST + 1 { of_rule } else { MOST };
        if *so_far <= most {
            shown.push((found, (*so_far == most && of_rule > most).then(|| of_rule - most)));
        }
    }
    shown
}

/// “(explained)”, “(waived)”, or nothing.
const fn answered(found: &Diagnostic) -> &'static str {
    if found.explained.is_some() {
        " (explained)"
    } else if found.waived.is_some() {
        " (waived)"
    } else {
        ""
    }
}

/// “by the Grant manager until 2027-03-31”.
fn authority(waived: &Waived) -> String {
    format!("by the {} until {}", clean(&waived.authorised_by), clean(&waived.expires))
}

/// The answer and the waiver of a finding as whole sentences that begin with a space; nothing where there is neither.
fn answers(found: &Diagnostic) -> String {
    let mut said = String::new();
    if let Some(explained) = &found.explained {
        let _ = write!(said, " It is explained: “{}”", explained.text);
    }
    if let Some(waived) = &found.waived {
        let _ = write!(said, " It is waived {}: “{}”", authority(waived), waived.reason);
    }
    said
}

/// The related places in other files, in words, for formats that show one place a finding: what stands in the file itself
/// is seen by whoever opens it.
fn elsewhere(file: &Checked<'_>, found: &Diagnostic, spot: impl Fn(&Place) -> String) -> Vec<String> {
    if found.related.is_empty() {
        return Vec::new();
    }
    let here = file.place(&found.at, found.part).document;
    let related = found.related.iter().map(|related| (file.place(&related.at, Part::Value), &related.message));
    related
        .filter(|(place, _)| place.document != here)
        .map(|(place, message)| format!("{}: {message}", spot(&place)))
        .collect()
}

/// A message, what to do, and what stands in other files, as whole sentences.
fn all_sentences(file: &Checked<'_>, found: &Diagnostic, options: &Options<'_>) -> String {
    let spot = |place: &Place| {
        let path = address::relative(&file.source(place).name, options);
        let line = if place.line > 0 { format!(", line {}", place.line) } else { String::new() };
        let cell = in_sheet(place).map_or_else(String::new, |cell| format!(", {cell}"));
        format!("{path}{line}{cell}")
    };
    let mut text = sentences(found);
    for other in elsewhere(file, found, spot) {
        let _ = write!(text, " See {}", ended(&other));
    }
    text
}

/// The cell of a workbook or of a list, as `Results!E7` or `E7`; the name of a whole sheet; nothing for a line of a text.
fn in_sheet(place: &Place) -> Option<String> {
    match (&place.sheet, &place.cell) {
        (Some(sheet), Some(cell)) => Some(format!("{sheet}!{cell}")),
        (Some(one), None) | (None, Some(one)) => Some(one.clone()),
        (None, None) => None,
    }
}

/// The cell before what is said of it, for formats that have a line to go to and no cell.
fn cell_first(place: &Place) -> String {
    in_sheet(place).map_or_else(String::new, |cell| format!("{cell}: "))
}

/// A message and what to do as whole sentences.
fn sentences(found: &Diagnostic) -> String {
    let mut text = ended(&found.message);
    if let Some(help) = &found.help {
        text.push(' ');
        let mut letters = help.chars();
        text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        text.push_str(&ended(letters.as_str()));
    }
    text
}

/// A sentence with the mark at its end that messages leave out.
fn ended(sentence: &str) -> String {
    let mark = if sentence.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{sentence}{mark}")
}

/// Text that a terminal cannot be led astray by: control characters, marks that turn the direction and letters without
/// width are shown by their number.
fn clean(text: &str) -> Cow<'_, str> {
    if !text.contains(leads_astray) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\t' => clean.push(' '),
            letter if leads_astray(letter) => show(letter, &mut clean),
            letter => clean.push(letter),
        }
    }
    Cow::Owned(clean)
}

fn leads_astray(letter: char) -> bool {
    match letter {
        // Nearly all letters.
        ' '..='~' => false,
        '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{061C}'
        | '\u{200B}'
        | '\u{FEFF}'
        | '\u{00AD}' => true,
        letter => letter.is_control(),
    }
}

fn show(letter: char, out: &mut String) {
    // Writing into a string does not fail.
    let _ = write!(out, "<U+{:04X}>", letter as u32);
}
