//! Milestones, risks, decisions, and short notes of the whole return.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, de};

use super::{Count, Date, Id, Line, Note, RecordId, Statement, Title, choice::choice};

choice! {
    /// Where a milestone stands.
    MilestoneStatus {
        Complete = "complete",
        OnTrack = "on_track",
        AtRisk = "at_risk",
        Late = "late",
        Cancelled = "cancelled",
    }
    /// What a risk is about.
    RiskCategory {
        Delivery = "delivery",
        Finance = "finance",
        Workforce = "workforce",
        Data = "data",
        Safeguarding = "safeguarding",
        Leadership = "leadership",
        PartnerConfidence = "partner_confidence",
        Engagement = "engagement",
        Legal = "legal",
        External = "external",
        Political = "political",
    }
    /// Whether it could go wrong or right.
    RiskEffect {
        Threat = "threat",
        Opportunity = "opportunity",
    }
    /// How much risk the partnership is ready to take.
    Appetite {
        Averse = "averse",
        Cautious = "cautious",
        Open = "open",
        Eager = "eager",
    }
    /// What is done about a risk.
    RiskResponse {
        Tolerate = "tolerate",
        Treat = "treat",
        Transfer = "transfer",
        Terminate = "terminate",
    }
    /// Of whom a decision is asked.
    AskedOf {
        Funder = "funder",
        ElectedCouncil = "elected_council",
        Partners = "partners",
        Regulator = "regulator",
        Government = "government",
    }
}

/// A dated step of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Milestone {
    /// Its id, such as `M1`.
    pub id: RecordId,
    /// What will be done, in a line.
    pub title: Title,
    /// The day it is due.
    pub due: Option<Date>,
    /// The day it was first due.
    pub original_due: Option<Date>,
    /// Where it stands.
    pub status: Option<MilestoneStatus>,
    /// The day it was done.
    pub completed_on: Option<Date>,
    /// The day it is now expected.
    pub forecast_date: Option<Date>,
    /// Why it is late or cancelled.
    pub reason: Option<Note>,
    /// The ids of the organisations it waits for.
    #[serde(default)]
    pub waiting_for: Vec<Id>,
}

/// What could go wrong, or right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Risk {
    /// Its id, such as `K1`.
    pub id: RecordId,
    /// Cause, event and effect in a line.
    pub title: Title,
    /// What it is about.
    pub category: Option<RiskCategory>,
    /// Whether it could go wrong or right.
    pub effect: Option<RiskEffect>,
    /// 1 (rare) to 5 (almost certain).
    pub likelihood: Option<OneToFive>,
    /// 1 (slight) to 5 (severe).
    pub impact: Option<OneToFive>,
    /// Likelihood times impact; worked out where left out.
    pub score: Option<Count>,
    /// The score in the last return.
    pub previous_score: Option<Count>,
    /// The score aimed for.
    pub target_score: Option<Count>,
    /// How much of it the partnership is ready to take.
    pub appetite: Option<Appetite>,
    /// Who bears it, by id.
    pub who_carries: Option<Id>,
    /// Who looks after it, by id.
    pub owner: Option<Id>,
    /// What is done about it.
    pub response: Option<RiskResponse>,
    /// What that is, in words.
    pub mitigation: Option<Note>,
    /// The day it is looked at again.
    pub next_review: Option<Date>,
}

/// A step from 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct OneToFive(Count);

impl OneToFive {
    /// 1 to 5.
    pub const fn get(self) -> u64 {
        self.0.get()
    }
}

impl<'de> Deserialize<'de> for OneToFive {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let count = Count::deserialize(deserializer)?;
        if (1..=5).contains(&count.get()) { Ok(Self(count)) } else { Err(de::Error::custom("not from 1 to 5")) }
    }
}

impl JsonSchema for OneToFive {
    fn schema_name() -> Cow<'static, str> {
        "OneToFive".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": 1, "maximum": 5 })
    }
}

/// A line about a ward, for its members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WardNote {
    /// The id of the place.
    pub place: Id,
    /// What its members should know.
    pub note: Note,
}

/// A decision that is asked of somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DecisionAsked {
    /// Its id, such as `D1`.
    pub id: RecordId,
    /// Who is asked to decide.
    pub asked_of: Option<AskedOf>,
    /// What they are asked to decide.
    pub decision: Statement,
    /// The day it is needed by.
    pub needed_by: Option<Date>,
    /// What happens if it is not decided.
    pub if_not: Option<Note>,
    /// What could be decided instead.
    #[serde(default)]
    pub options: Vec<Note>,
    /// The records behind it, by id.
    #[serde(default)]
    pub evidence: Vec<RecordId>,
}

/// A note by a partner who sees it differently; printed in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Dissent {
    /// The partner's id.
    pub partner: Id,
    /// What the partner wishes to be printed.
    pub statement: Statement,
}

/// A change of somebody who leads, by role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LeadershipChange {
    /// The role that changed hands.
    pub role: Line,
    /// The day the old holder left.
    pub left_on: Option<Date>,
    /// The day the new one began.
    pub successor_on: Option<Date>,
}
