//! Faults of the text itself, and the rules they are named after.

use std::ops::Range;

use crate::diagnostic::{Diagnostic, Related, Severity, ShapeRule, Stage};
use crate::source::Pointer;

/// A fault of the text, before anybody knows where it stands in the return.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    pub(super) rule: &'static str,
    pub(super) severity: Severity,
    pub(super) message: Box<str>,
    pub(super) help: Option<Box<str>>,
    pub(super) bytes: Range<usize>,
    pub(super) label: &'static str,
    pub(super) related: Box<[(Range<usize>, &'static str)]>,
    pub(super) provided: Option<Box<str>>,
}

impl Fault {
    pub(super) fn new(rule: &'static str, bytes: Range<usize>, message: impl Into<Box<str>>) -> Self {
        debug_assert!(RULES.iter().any(|known| known.name == rule), "{rule} has no `why`");
        Self {
            rule,
            severity: Severity::Error,
            message: message.into(),
            help: None,
            bytes,
            label: "",
            related: Box::default(),
            provided: None,
        }
    }

    pub(super) fn help(mut self, help: impl Into<Box<str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn label(mut self, label: &'static str) -> Self {
        self.label = label;
        self
    }

    pub(super) fn provided(mut self, provided: impl Into<Box<str>>) -> Self {
        self.provided = Some(provided.into());
        self
    }

    pub(super) fn related(mut self, bytes: Range<usize>, message: &'static str) -> Self {
        let mut related = self.related.into_vec();
        related.push((bytes, message));
        self.related = related.into();
        self
    }

    /// The diagnostic, inside the part of the return the pointer names.
    pub(super) fn at(self, part: Pointer) -> Diagnostic {
        let related = self
            .related
            .into_vec()
            .into_iter()
            .map(|(bytes, message)| Related { at: part.clone().narrowed(bytes), message: message.to_owned() });
        let related = related.collect();
        Diagnostic {
            help: self.help.map(String::from),
            label: self.label.to_owned(),
            provided: self.provided.map(String::from),
            related,
            ..Diagnostic::new(self.rule, self.severity, Stage::Syntax, part.narrowed(self.bytes), self.message)
        }
    }
}

/// The rules of the text, in the order a reader meets them.
pub static RULES: &[ShapeRule] = &[
    ShapeRule { name: "file-empty", why: "An empty file is often one that was cut short while it was saved or sent." },
    ShapeRule {
        name: "file-too-large",
        why: "A return is a quarter's account of one partnership. Ten megabytes are far more than any needs, and more than a reader can be asked to hold.",
    },
    ShapeRule {
        name: "saved-as-utf-16",
        why: "Returns are exchanged as UTF-8, so that every program reads the same letters.",
    },
    ShapeRule {
        name: "not-saved-as-utf-8",
        why: "Letters saved in another way turn into other letters on the way to the report.",
    },
    ShapeRule {
        name: "byte-order-mark",
        why: "Some programs take the invisible mark at the start for a part of the return. Candour reads on; others may not.",
    },
    ShapeRule {
        name: "too-deep",
        why: "No part of a return stands more than a few levels deep. Very deep nesting comes from a program that went wrong, or from one that wants to do harm.",
    },
    ShapeRule {
        name: "too-many-values",
        why: "A county's return holds a few thousand values. What holds a hundred times more is not one return.",
    },
    ShapeRule {
        name: "field-given-twice",
        why: "Most programs quietly keep the last of two fields with the same name, and the other figure is lost without a word.",
    },
    ShapeRule {
        name: "section-given-twice",
        why: "A section stands in return.json or in a file of its own. Of two, nobody can tell which one is meant.",
    },
    ShapeRule {
        name: "comment",
        why: "JSON has no comments: other programs refuse the file. What is worth saying belongs in a note field, or in a field of your own starting with x_.",
    },
    ShapeRule {
        name: "comma-too-many",
        why: "JSON wants commas only between two things: other programs refuse the file.",
    },
    ShapeRule {
        name: "comma-missing",
        why: "Without the comma it cannot be told where one thing ends and the next begins.",
    },
    ShapeRule { name: "colon-missing", why: "A field is its name, a colon and its value." },
    ShapeRule { name: "value-missing", why: "A field without a value cannot be told from one that was forgotten." },
    ShapeRule {
        name: "curly-quotes",
        why: "Word processors turn straight quotation marks into curly ones, which JSON takes for letters.",
    },
    ShapeRule { name: "single-quotes", why: "JSON knows only double quotation marks: other programs refuse the file." },
    ShapeRule {
        name: "quotation-marks-missing",
        why: "Names and texts stand in quotation marks, so that they cannot be taken for something else.",
    },
    ShapeRule {
        name: "text-not-closed",
        why: "A text without its closing quotation mark swallows what comes after it.",
    },
    ShapeRule {
        name: "bracket-not-closed",
        why: "A bracket that is not closed is often the sign of a file cut short.",
    },
    ShapeRule { name: "bracket-not-opened", why: "Every closing bracket has its opening one of the same kind." },
    ShapeRule { name: "more-after-the-end", why: "A file holds one return. What follows it would be lost." },
    ShapeRule {
        name: "half-a-letter",
        why: "Some letters are written as two escapes. One half alone stands for nothing.",
    },
    ShapeRule {
        name: "escape-not-known",
        why: "After a backslash JSON knows only a few letters. A backslash of your own is written twice.",
    },
    ShapeRule {
        name: "line-break-in-text",
        why: "A text stands on one line of the file. A line break in it is written \\n.",
    },
    ShapeRule {
        name: "control-character",
        why: "Invisible characters get into a file by copying, and cannot be printed.",
    },
    ShapeRule {
        name: "odd-space",
        why: "A space copied from a web page or a word processor may not be the space JSON knows.",
    },
    ShapeRule {
        name: "number-badly-written",
        why: "Numbers are digits with a point before the decimals, so that every program reads the same figure.",
    },
    ShapeRule {
        name: "number-too-large",
        why: "A number this large cannot be held, so it cannot be a figure of a partnership.",
    },
    ShapeRule {
        name: "number-not-exact",
        why: "Most programs keep about sixteen digits of a number and change the rest without a word.",
    },
    ShapeRule { name: "not-json", why: "Returns are exchanged as JSON, which any program can read." },
];
