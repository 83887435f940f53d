//! What changed between two returns, as plain data: the form that programs read (`candour-diff/1`), published in
//! `schemas/diff.schema.json`, and that texts and pages are written from.

use schemars::JsonSchema;
use serde::Serialize;

use crate::form_name::{Form, FormName};

/// What changed between two returns of a partnership.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields, title = "Difference")]
pub struct Difference {
    /// The name and version of this form.
    pub format: FormName<Difference>,
    /// The name of the partnership, as the newer return has it.
    pub partnership: String,
    /// The older return.
    pub then: Side,
    /// The newer return.
    pub now: Side,
    /// Whether both are returns for the same quarter: then every difference is one in what was said of it.
    pub same_quarter: bool,
    /// What the newer return says of the one it replaces.
    pub replaces: Option<Replaces>,
    /// Whether counts under ten of breakdowns and cohorts are left out.
    pub safe_output: bool,
    /// How much changed.
    pub counts: Counts,
    /// The changes, by parts of the return, in the order of the newer file.
    pub changes: Vec<Change>,
}

impl Form for Difference {
    const NAME: &'static str = "candour-diff/1";
}

/// One of the two returns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Side {
    /// The path as it was given.
    pub path: String,
    /// Its quarter, as `2026-27 Q2`.
    pub period: String,
    /// Its version.
    pub version: u64,
    /// Its status.
    pub status: String,
}

/// What a return says of the one it replaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Replaces {
    /// What it names as replaced.
    pub what: String,
    /// The reasons it gives itself: its restatements and its note of change.
    pub reasons: Vec<Reason>,
}

/// A reason that a return gives for a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Reason {
    /// What it is given for, such as `R2, Q1 of 2026-27`; nothing where it is given for all.
    pub of: Option<String>,
    /// The reason in the return's words.
    pub words: String,
    /// Where it stands.
    pub place: Spot,
}

/// How much changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Counts {
    /// How many things are in both, and differ.
    pub changed: usize,
    /// How many are in the newer return alone.
    pub added: usize,
    /// How many are in the older return alone.
    pub gone: usize,
    /// How many of all these are material.
    pub material: usize,
    /// How many the newer return gives a reason for.
    pub declared: usize,
}

/// A change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Change {
    /// The part of the return, such as `Results`.
    pub area: String,
    /// The record it is in.
    pub record: Option<Named>,
    /// What changed, in the titles of the form and the names of what they are of: `Actuals, Q1 of 2026-27`.
    pub what: String,
    /// How it changed.
    pub kind: Kind,
    /// What was said then; nothing where it was not there.
    pub then: Option<Said>,
    /// What is said now; nothing where it is gone.
    pub now: Option<Said>,
    /// The reason that the newer return gives for it, as a restatement or a revised target.
    pub declared: Option<Reason>,
    /// Whether it is material, where that is judged.
    pub weight: Option<Weight>,
}

/// A record, by its id and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title; empty where it has none, or where it must not be repeated.
    pub title: String,
}

/// How something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It is in both, and differs.
    Changed,
    /// It is in the newer return alone.
    Added,
    /// It is in the older return alone.
    Gone,
}

/// What a return says, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Said {
    /// What it says, in words.
    pub words: String,
    /// Where it stands.
    pub place: Spot,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Spot {
    /// The file.
    pub file: String,
    /// The part of the return, as a JSON Pointer.
    pub pointer: String,
    /// The line, from 1; 0 in a workbook.
    pub line: u32,
    /// The column, from 1; 0 in a workbook.
    pub column: u32,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The cell of a workbook or of a list, as `E7`.
    pub cell: Option<String>,
}

/// Whether a change is material, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Weight {
    /// Whether it is.
    pub material: bool,
    /// Why, or why not.
    pub why: String,
}

impl Difference {
    /// Whether the two returns say the same.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// As JSON.
    pub fn json(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a difference is plain data");
        text.push('\n');
        text
    }
}
