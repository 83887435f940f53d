//! A funder's waivers: which warnings need no answer, in which returns, and until when. Plain data; knows the words of
//! `returns`, and neither files nor findings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::returns::{Date, Id, Line, Note, Period};

/// A file of waivers, as a funder writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WaiverFile {
    /// Who gives these waivers.
    pub funder: Option<Line>,
    /// The waivers.
    pub waivers: Vec<Waiver>,
}

/// A warning that needs no answer. Errors cannot be waived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Waiver {
    /// The rule, by name or code.
    pub rule: Line,
    /// Where it holds; everywhere this file is used where left out.
    pub scope: Option<Scope>,
    /// Why the warning needs no answer.
    pub reason: Note,
    /// Who authorised it: a role.
    pub authorised_by: Line,
    /// The last day it holds.
    pub expires: Date,
}

/// Where a waiver holds. What is left out is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Scope {
    /// The id of the partnership.
    pub partnership: Option<Id>,
    /// The quarter, such as `2026-27 Q2`, or the whole financial year, such as `2026-27`.
    pub period: Option<Period>,
    /// The ids of the records, or `return` for findings of the whole return.
    #[serde(default)]
    pub records: Vec<Line>,
}
