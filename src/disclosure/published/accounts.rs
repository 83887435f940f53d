//! Money, risks, milestones and decisions, as they are shown. Money is in whole pounds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Shown, Words};
use crate::returns::{
    AskedOf, Date, FinancialYear, InKindType, MilestoneStatus, Motive, RiskCategory, RiskEffect, RiskResponse,
};

/// Money of the year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FinanceShown {
    /// The financial year.
    pub year: Option<FinancialYear>,
    /// The pooled budget.
    pub pooled_budget: Option<Shown>,
    /// What each partner and the funder give, and may gain, in the order of the return.
    pub ledger: Vec<LedgerShown>,
    /// Spend by line, in the order of the return.
    pub spend: Vec<SpendShown>,
    /// All lines together.
    pub totals: Option<SpendShown>,
    /// What the money was spent on, in a few parts (public edition).
    pub spent: Option<SpentShown>,
    /// Actual less profile as a share of profile, in percent.
    pub variance_share: Option<Shown>,
    /// Forecast less budget as a share of budget, in percent.
    pub forecast_variance_share: Option<Shown>,
    /// Why spend differs from plan.
    pub variance_explanation: Option<Words>,
    /// Administration as a share of spend, in percent.
    pub administration_share: Option<Shown>,
    /// What working together itself costs.
    pub cost_of_collaborating: Option<Shown>,
    /// What to do with an underspend.
    pub underspend_request: Option<UnderspendShown>,
}

/// What a partner or the funder gives, and may gain.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LedgerShown {
    /// Who, by name.
    pub name: String,
    /// Whether it is the funder, which the ledger of partners leaves out.
    pub is_funder: bool,
    /// Whether it is the council whose members are addressed.
    pub is_council: bool,
    /// Cash.
    pub cash: Shown,
    /// In kind.
    pub in_kind: Shown,
    /// What is given in kind.
    pub in_kind_type: Vec<InKindType>,
    /// Cash and in kind.
    pub given: Shown,
    /// Cash received so far.
    pub received: Shown,
    /// The estimated gain.
    pub gain: Shown,
    /// What the gain is.
    pub gain_note: Option<Words>,
    /// Why it is not estimated.
    pub not_estimated: Option<Words>,
    /// Gain less given; `None` where the gain is not estimated.
    pub net: Option<Shown>,
    /// Given as a multiple of gain, where it gives at least twice what it gains and says why it does.
    pub gives_more_ratio: Option<Shown>,
    /// Why it gives.
    pub motives: Vec<Motive>,
}

/// A line of spend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpendShown {
    /// What it is spent on; empty for all lines.
    pub line: String,
    /// The budget of the year.
    pub budget: Shown,
    /// Planned so far.
    pub profile: Shown,
    /// Spent so far.
    pub actual: Shown,
    /// Actual less profile.
    pub variance: Shown,
    /// What the year will come to.
    pub forecast: Shown,
    /// Forecast less budget.
    pub forecast_variance: Shown,
    /// Why it differs.
    pub explanation: Option<Words>,
}

/// What the money was spent on so far, in a few parts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpentShown {
    /// All of it.
    pub total: Shown,
    /// All of it for each household of the place, in pounds and pence.
    pub per_household: Option<Shown>,
    /// The parts, the largest first and what is left over last. A part of several lines names them all.
    pub parts: Vec<SpentPartShown>,
}

/// A part of what was spent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpentPartShown {
    /// Its lines.
    pub lines: Vec<String>,
    /// How much.
    pub amount: Shown,
    /// How much for each household of the place, in pounds and pence.
    pub per_household: Option<Shown>,
}

/// What to do with an underspend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct UnderspendShown {
    /// How much.
    pub amount: i64,
    /// For what.
    pub to: Option<Words>,
    /// The decision that asks for it, by id.
    pub decision: Option<String>,
}

/// What could go wrong, or right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RiskShown {
    /// Its id.
    pub id: String,
    /// Cause, event and effect.
    pub title: Words,
    /// What it is about.
    pub category: Option<RiskCategory>,
    /// Threat or opportunity.
    pub effect: Option<RiskEffect>,
    /// Likelihood times impact.
    pub score: Option<u64>,
    /// The score in the last return.
    pub previous_score: Option<u64>,
    /// Who looks after it, by name.
    pub owner: Option<String>,
    /// What is done about it.
    pub response: Option<RiskResponse>,
    /// What that is.
    pub mitigation: Option<Words>,
    /// The day it is looked at again.
    pub next_review: Option<Date>,
}

/// A dated step of the work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MilestoneShown {
    /// Its id.
    pub id: String,
    /// What it is.
    pub title: Words,
    /// The day it is due.
    pub due: Option<Date>,
    /// Where it stands.
    pub status: Option<MilestoneStatus>,
    /// The day it was done.
    pub completed_on: Option<Date>,
    /// The day it is now expected.
    pub forecast_date: Option<Date>,
    /// Why.
    pub reason: Option<Words>,
}

/// A decision that is asked of somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DecisionShown {
    /// Its id.
    pub id: String,
    /// Of whom.
    pub asked_of: Option<AskedOf>,
    /// What they are asked to decide.
    pub decision: Words,
    /// By when.
    pub needed_by: Option<Date>,
    /// What happens if not.
    pub if_not: Option<Words>,
    /// What could be decided instead.
    pub options: Vec<Words>,
    /// The records behind it, by id.
    pub evidence: Vec<String>,
}

/// A note by a partner who sees it differently.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DissentShown {
    /// The partner, by name.
    pub partner: String,
    /// Its words.
    pub statement: Words,
}
