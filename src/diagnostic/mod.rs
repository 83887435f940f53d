//! What we tell the person who filed a return. Knows places only as pointers; the words come from whoever finds fault.
//!
//! Add a diagnostic when its author can mend the return. When *we* could not do something, that is an error, not a
//! diagnostic. A message is one whole sentence with the author's own value, and a help says what to do: no “invalid”,
//! no “null”, no “array”, no “please”, no blame.

pub mod render;

use crate::order;
use crate::source::{Locate, Part, Pointer};

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Severity {
    /// Has to be mended before the return is accepted.
    Error,
    /// Has to be mended or explained in the return.
    Warning,
    /// For the author only; never printed in a report.
    Advice,
}

impl Severity {
    /// The word in messages and machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One finding about a return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule's name for good, in kebab-case (`two-lead-organisations`).
    pub rule: &'static str,
    /// Its short alias (`H-21`); `None` for faults of shape and syntax.
    pub code: Option<&'static str>,
    /// How much it matters.
    pub severity: Severity,
    /// How early it stands in the way of understanding the rest.
    pub stage: Stage,
    /// What is wrong, in a whole sentence without a full stop at its end.
    pub message: String,
    /// What to do; `None` only where the message says it.
    pub help: Option<String>,
    /// Where.
    pub at: Pointer,
    /// The name or the value at that place.
    pub part: Part,
    /// A word or two under the spot; empty for none.
    pub label: String,
    /// The record it belongs to, as people call it.
    pub record: Option<Record>,
    /// What was given. Left out wherever it could be personal.
    pub provided: Option<String>,
    /// What would have been right, where there is one answer.
    pub expected: Option<String>,
    /// Other places that take part.
    pub related: Vec<Related>,
    /// The answer given in the return, for a warning.
    pub explained: Option<Explained>,
    /// The funder's waiver, for a warning.
    pub waived: Option<Waived>,
    /// Whether the lines it speaks of must not be shown, because they hold what should not be repeated.
    pub hide_source: bool,
}

/// A record as people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its id; empty where it has none.
    pub id: String,
    /// Its title or name; empty where it has none.
    pub title: String,
}

/// How the checking of a return ended, by rule from the severities of what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Verdict {
    /// Nothing to mend.
    Accepted,
    /// Every warning is explained.
    AcceptedWithExplanations,
    /// A warning stands unanswered.
    NeedsExplanations,
    /// There are errors.
    Rejected,
    /// It is not JSON at all.
    Unreadable,
}

impl Verdict {
    /// The word in messages and machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::AcceptedWithExplanations => "accepted-with-explanations",
            Self::NeedsExplanations => "needs-explanations",
            Self::Rejected => "rejected",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Puts findings in the order of the file; at the same place, errors first.
pub fn sort(diagnostics: &mut [Diagnostic], places: &dyn Locate) {
    order::by_cached_key(diagnostics, |found| {
        let place = places.locate(&found.at, found.part);
        (place.document, place.bytes.start, place.sheet, place.cell, found.severity, found.rule)
    });
}

impl Diagnostic {
    /// A finding without a code, and with nothing beside what it says and where.
    pub(crate) fn new(
        rule: &'static str,
        severity: Severity,
        stage: Stage,
        at: Pointer,
        message: impl Into<String>,
    ) -> Self {
        Self {
            rule,
            code: None,
            severity,
            stage,
            message: message.into(),
            help: None,
            at,
            part: Part::Value,
            label: String::new(),
            record: None,
            provided: None,
            expected: None,
            related: Vec::new(),
            explained: None,
            waived: None,
            hide_source: false,
        }
    }

    /// Whether nobody has to do anything about it any more: a warning that the return answers, or that its funder waives.
    pub const fn is_answered(&self) -> bool {
        self.explained.is_some() || self.waived.is_some()
    }

    /// What kind of record it belongs to, as people call it; empty where that needs no saying.
    fn record_kind(&self) -> &'static str {
        match self.at.steps().next().as_deref() {
            Some("partnership") => "partnership",
            Some("partners") => "partner",
            Some("places") => "place",
            Some("funding") => "funding",
            Some("milestones") => "milestone",
            Some("risks") => "risk",
            _ => "",
        }
    }
}

/// The order in which to mend: how early a finding stands in the way of understanding the rest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// The file cannot be read as it is meant.
    Syntax,
    /// Whose return it is, of which quarter.
    Header,
    /// Records that other records are meant to find.
    Ids,
    /// Figures and dates that do not follow from one another.
    Arithmetic,
    /// What is made of the figures: ratings, verdicts, levels, targets.
    Ratings,
    /// What is told in words, and what is left unsaid.
    Text,
}

impl Stage {
    /// The stage of a fault of shape, which follows from the part that has it.
    pub fn of_shape(at: &Pointer) -> Self {
        let part = at.steps().next().unwrap_or_default();
        if matches!(part.as_str(), "" | "return" | "partnership" | "partners" | "schema_version") {
            Self::Header
        } else if at.last().as_deref() == Some("id") {
            Self::Ids
        } else {
            Self::Arithmetic
        }
    }
}

/// A rule about the text or the shape of a return, which has no code and no function of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapeRule {
    /// Its name for good, in kebab-case.
    pub name: &'static str,
    /// Why it matters, in whole sentences.
    pub why: &'static str,
}

/// Another place that takes part in a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub at: Pointer,
    /// What stands there, in a few words.
    pub message: String,
}

/// A funder's word that a warning needs no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waived {
    /// Why.
    pub reason: String,
    /// Who authorised it: a role.
    pub authorised_by: String,
    /// The last day it holds, as `2026-09-30`.
    pub expires: String,
}

/// The answer a return gives to a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The answer.
    pub text: String,
    /// Whose answer it is; empty where it was not said.
    pub by_role: String,
}
