//! Who pays, and on which conditions.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Count, Date, Id, Line, Note, Pounds, Statement, choice::choice};

choice! {
    /// What kind of body a funder is.
    FunderKind {
        CentralGovernment = "central_government",
        LocalGovernment = "local_government",
        Nhs = "nhs",
        Lottery = "lottery",
        CharitableFoundation = "charitable_foundation",
        Business = "business",
        Pooled = "pooled",
    }
    /// The legal power a grant is paid under.
    LegalPower {
        SectionThirtyOne = "section_31",
        SectionTwoFiveSix = "section_256",
        SectionSeventyFive = "section_75",
        GrantAtWill = "grant_at_will",
    }
    /// Whether a condition is met.
    ConditionMet {
        Yes = "yes",
        No = "no",
        Partly = "partly",
        NotDue = "not_due",
    }
}

/// Who pays, under which agreement and conditions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Funding {
    /// Who pays.
    pub funder: Option<Funder>,
    /// The agreement the money is paid under.
    pub grant_agreement: Option<GrantAgreement>,
    /// The conditions of the grant.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// What the funder's money made possible that nothing else had.
    pub stimulus_effect: Option<Note>,
    /// What the funder said it would do.
    #[serde(default)]
    pub funder_actions: Vec<FunderAction>,
}

/// The body that pays.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Funder {
    /// A short id that other parts of the return point to.
    pub id: Id,
    /// The name of the funder.
    pub name: Line,
    /// What kind of body it is.
    #[serde(rename = "type")]
    pub kind: Option<FunderKind>,
}

/// The agreement a grant is paid under.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GrantAgreement {
    /// The funder's reference.
    #[serde(rename = "ref")]
    pub reference: Option<Line>,
    /// The day it was signed.
    pub signed_on: Option<Date>,
    /// The first day it covers.
    pub start: Option<Date>,
    /// The last day it covers.
    pub end: Option<Date>,
    /// The whole grant, in pounds.
    pub total_gbp: Option<Pounds>,
    /// The legal power it is paid under.
    pub legal_power: Option<LegalPower>,
    /// What the funder's data-sharing agreement allows its own report to show.
    pub disclosure: Option<DisclosureAgreement>,
}

/// What a data-sharing agreement allows the funder's own report to show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DisclosureAgreement {
    /// The smallest count the funder report may show.
    pub threshold: Count,
    /// The agreement that allows it; printed in the report.
    pub reason: Note,
}

/// A condition of the grant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Condition {
    /// The funder's number for it.
    #[serde(rename = "ref")]
    pub reference: Line,
    /// What it asks.
    pub text: Statement,
    /// Whether it is met.
    pub met: Option<ConditionMet>,
    /// Why not, and by when.
    pub reason: Option<Note>,
    /// What shows that it is met.
    pub evidence: Option<Note>,
    /// The day it will be met.
    pub by: Option<Date>,
}

/// What the funder said it would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct FunderAction {
    /// What the funder is asked to do.
    pub what: Note,
    /// The day it is needed by.
    pub by: Option<Date>,
    /// Whether it was done.
    pub done: Option<super::Done>,
}
