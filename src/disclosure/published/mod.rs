//! What one audience may see: plain structs made for reports.
//!
//! Nothing here can hold what was hidden: a figure is a number that may be printed, or one of the reasons for having
//! none. Texts are already chosen for the language of the edition. Organisations and places stand by name. This is what
//! a report carries inside, so every field added here is a field that readers can take out of it.

mod accounts;
mod canonical;
mod community;
mod figure;
mod header;
mod measures;
mod memory;
mod outcomes;
mod reading;
mod series;
mod table;

pub use accounts::*;
pub use community::*;
pub use figure::{Number, Shorthand, Shown, Unit, UnitSign, Words};
pub use header::*;
pub use measures::*;
pub use memory::*;
pub use outcomes::*;
pub use reading::{Carried, NotPublished, carried};
pub use series::*;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::returns::{Date, TextLanguage, choice::choice};

/// The name and version of this form.
pub const FORMAT: &str = "candour-published/2";

choice! {
    /// Who reads a report.
    Audience {
        Funder = "funder",
        Members = "members",
        Public = "public",
    }
}

/// What one audience may see of one return. Sections that its report does not print are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Published {
    /// The name and version of this form.
    pub format: String,
    /// The version of candour that published it.
    pub engine: String,
    /// The edition of the rules that the return was checked with.
    pub rules: String,
    /// The audience.
    pub audience: Audience,
    /// The language of the edition.
    pub language: TextLanguage,
    /// The language of units, roles and other short texts, of which a return has only one.
    pub line_language: TextLanguage,
    /// Whether the return was a draft, or had errors that a draft may have.
    pub draft: bool,
    /// Whether the partnership and its figures are invented.
    pub fictional: bool,
    /// The date as of which it speaks.
    pub reference_date: Date,
    /// How small numbers are protected.
    pub profile: ProfileNote,
    /// The digest of the templates, where they are not our own.
    pub templates_digest: Option<String>,
    /// Earlier returns whose printed figures bound this one, by period.
    pub bound_by: Vec<String>,
    /// What earlier returns add; `None` where none was at hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory: Option<MemoryShown>,
    /// The return itself.
    pub header: HeaderShown,
    /// Who reports.
    pub partnership: PartnershipShown,
    /// The organisation whose members are addressed (members' briefing).
    pub council: Option<CouncilShown>,
    /// The five approaches, in the order of the return.
    pub approaches: Vec<ApproachShown>,
    /// The partners, in the order of the return.
    pub partners: Vec<PartnerShown>,
    /// The grant.
    pub funding: Option<FundingShown>,
    /// Results.
    pub results: Vec<MeasureShown>,
    /// System health.
    pub system_health: Option<SystemHealthShown>,
    /// Outcomes.
    pub outcomes: Vec<OutcomeShown>,
    /// What the work costs and is worth.
    pub value: Option<ValueShown>,
    /// Narratives that this audience may read.
    pub narratives: Vec<NarrativeShown>,
    /// Community reporting.
    pub community: Option<CommunityShown>,
    /// Money.
    pub finance: Option<FinanceShown>,
    /// Risks, highest score first as the return orders equal ones.
    pub risks: Vec<RiskShown>,
    /// Changes of the people who lead, in the order of the return.
    pub leadership_changes: Vec<LeadershipChangeShown>,
    /// Milestones, in the order of the return.
    pub milestones: Vec<MilestoneShown>,
    /// Wards with what their members should know (members' briefing), in the order of the return.
    pub wards: Option<WardsShown>,
    /// Decisions asked.
    pub decisions: Vec<DecisionShown>,
    /// What comes first next quarter.
    pub next_priorities: Vec<Words>,
    /// What became of the last return's actions.
    pub previous_actions: Vec<PreviousActionShown>,
    /// Notes by partners who see it differently.
    pub dissent: Vec<DissentShown>,
    /// Warnings that the return answers.
    pub explanations: Vec<ExplanationShown>,
    /// Who signed.
    pub sign_off: Vec<SignOffShown>,
    /// Records that were left out of this report, by kind, without their titles.
    pub left_out: Vec<LeftOut>,
}

/// How small numbers are protected in this report. Never the reason for one figure.
#[expect(clippy::struct_excessive_bools, reason = "each is a sentence of its own in the report")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ProfileNote {
    /// The smallest count of people, households or cases that may be shown, other than zero.
    pub threshold: u32,
    /// The smallest number of replies by group that may be shown.
    pub opinion_threshold: u32,
    /// What every count is rounded to; `None` for exact counts.
    pub rounded_to: Option<u32>,
    /// Whether breakdowns that add up since April are rounded, because no earlier return was at hand.
    pub cumulative_rounded: bool,
    /// Whether breakdowns that add up since April are exact, although no earlier return was at hand to say what was
    /// printed before (funder).
    pub cumulative_exact: bool,
    /// Whether cohorts that run on from an earlier quarter are rounded, because no earlier return was at hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cohorts_rounded: bool,
    /// Whether cohorts that run on from an earlier quarter are exact, although no earlier return was at hand to say what was
    /// printed before (funder).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cohorts_exact: bool,
    /// The agreement that allows a lower threshold.
    pub relaxed_because: Option<Words>,
}

/// Records that were left out, counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// What kind of record.
    pub kind: LeftOutKind,
    /// How many.
    pub count: u32,
}

choice! {
    /// Kinds of records that can be left out.
    LeftOutKind {
        Narrative = "narrative",
        Record = "record",
    }
}
