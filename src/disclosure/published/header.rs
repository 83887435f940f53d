//! The return, the partnership, its partners and its grant, as they are shown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Shown, Words};
use crate::returns::{
    Agreement, Approach, Basis, CollaborationType, ConditionMet, Date, Direction, Done, Driver, FinancialYear,
    FunderKind, GovernanceMode, Holder, IntegrationLevel, Justification, LeadershipKind, LegalForm, Lifespan,
    PartnerRole, Period, Quarter, ReturnStatus, Sector, Shared, SignOffRole, Weight,
};

/// The return itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HeaderShown {
    /// The financial year.
    pub financial_year: FinancialYear,
    /// The quarter.
    pub quarter: Quarter,
    /// The first day of the quarter.
    pub first_day: Date,
    /// The last day of the quarter.
    pub last_day: Date,
    /// Its version.
    pub version: Option<u64>,
    /// Where it stands.
    pub status: ReturnStatus,
    /// The day it was due.
    pub due_on: Option<Date>,
    /// The day it was filed.
    pub submitted_on: Option<Date>,
    /// Where readers can ask.
    pub contact: Option<String>,
    /// Who prepared it: role and organisation.
    pub prepared_by: Option<String>,
    /// Earlier figures that are now different.
    pub restatements: Vec<RestatementShown>,
    /// Why there is nothing to report, in a nil return.
    pub nil_reason: Option<Words>,
    /// Places in the return: the widest, for the title page.
    pub main_place: Option<MainPlace>,
}

/// The widest place of a return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MainPlace {
    /// Its name.
    pub name: String,
    /// What kind of place it is.
    pub kind: Option<crate::returns::PlaceKind>,
    /// How many households live there.
    pub households: Option<u64>,
}

/// An earlier figure that is now different.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RestatementShown {
    /// The record, by id.
    pub record: Option<String>,
    /// Its title.
    pub title: Option<Words>,
    /// The period.
    pub period: Option<Period>,
    /// What it was.
    pub was: Shown,
    /// What it is.
    pub now: Shown,
    /// Why.
    pub reason: Option<Words>,
    /// The unit of both.
    pub unit: super::Unit,
}

/// Who reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartnershipShown {
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: Option<Words>,
    /// The day it began.
    pub started_on: Option<Date>,
    /// Whether it has an end.
    pub lifespan: Option<Lifespan>,
    /// The day it ends.
    pub ends_on: Option<Date>,
    /// Its type.
    pub collaboration_type: Option<CollaborationType>,
    /// How it is run.
    pub governance_mode: Option<GovernanceMode>,
    /// The partner that leads, by name.
    pub lead: Option<String>,
    /// Its legal form.
    pub legal_form: Option<LegalForm>,
    /// What the partners have signed.
    pub agreement: Option<Agreement>,
    /// Across levels of government, between like bodies, or both.
    pub direction: Option<Direction>,
    /// By choice or not.
    pub basis: Option<Basis>,
    /// Which of six steps.
    pub integration_level: Option<IntegrationLevel>,
    /// Why the partners collaborate.
    pub justifications: Vec<Justification>,
    /// What drives it.
    pub drivers: Vec<Driver>,
    /// Who leads, and in which way.
    pub leadership: Vec<LeadershipShown>,
    /// What is really shared: information, people, buildings, budget, decisions, risk, in this order.
    pub depth: Option<[Option<Shared>; 6]>,
    /// Who holds it to account.
    pub accountable_to: Vec<AccountableToShown>,
    /// How elected members take part.
    pub democratic_link: Option<DemocraticLinkShown>,
    /// Posts that work across partners, full-time equivalent.
    pub boundary_spanner_posts: Option<Shown>,
}

/// A kind of leadership and who holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeadershipShown {
    /// Which kind.
    pub kind: LeadershipKind,
    /// The organisation, by name.
    pub held_by: Option<String>,
    /// What it does.
    pub note: Option<Words>,
}

/// Who holds the partnership to account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AccountableToShown {
    /// Who.
    pub to: Holder,
    /// Which body.
    pub body: Option<String>,
    /// By which means.
    pub instrument: Option<String>,
    /// When next.
    pub next_on: Option<Date>,
}

/// How elected members take part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DemocraticLinkShown {
    /// Whether a member sits on the board.
    pub member_on_board: Option<bool>,
    /// The committee that scrutinises.
    pub scrutiny_committee: Option<String>,
    /// When it last did.
    pub last_scrutinised_on: Option<Date>,
    /// When it next will.
    pub next_on: Option<Date>,
    /// Decisions the council still takes alone.
    pub kept: Vec<Words>,
    /// Decisions it takes with others.
    pub shared: Vec<Words>,
    /// Decisions it has passed on; `None` when the return does not say, empty when it says none.
    pub ceded: Option<Vec<Words>>,
}

/// The council whose members are addressed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CouncilShown {
    /// Its name.
    pub name: String,
}

/// How an approach is used.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ApproachShown {
    /// The approach.
    pub approach: Approach,
    /// How much weight it has.
    pub weight: Weight,
    /// Why it is not used.
    pub reason: Option<Words>,
}

/// A partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PartnerShown {
    /// Its name.
    pub name: String,
    /// Its sector.
    pub sector: Option<Sector>,
    /// What it does.
    pub roles: Vec<PartnerRole>,
    /// The day it joined.
    pub joined_on: Option<Date>,
    /// The day it left.
    pub left_on: Option<Date>,
}

/// The grant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FundingShown {
    /// The funder's name.
    pub funder: Option<String>,
    /// What kind of body it is.
    pub kind: Option<FunderKind>,
    /// The funder's reference.
    pub reference: Option<String>,
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
    /// The whole grant, in pounds.
    pub total_gbp: Option<i64>,
    /// The conditions.
    pub conditions: Vec<ConditionShown>,
}

/// A condition of the grant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ConditionShown {
    /// The funder's number for it.
    pub reference: String,
    /// What it asks.
    pub text: Words,
    /// Whether it is met.
    pub met: Option<ConditionMet>,
    /// Why not.
    pub reason: Option<Words>,
    /// By when.
    pub by: Option<Date>,
    /// What shows that it is met.
    pub evidence: Option<Words>,
}

/// What became of an action of the last return.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PreviousActionShown {
    /// What was to be done.
    pub what: Words,
    /// Whether it was done.
    pub done: Option<Done>,
    /// What happened.
    pub note: Option<Words>,
}

/// A signature, by role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SignOffShown {
    /// The role.
    pub role: SignOffRole,
    /// The organisation, by name.
    pub organisation: Option<String>,
    /// The day.
    pub on: Option<Date>,
    /// What was signed.
    pub statement: Option<Words>,
}

/// A warning that the return answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ExplanationShown {
    /// The rule's name.
    pub rule: String,
    /// Its code.
    pub code: Option<String>,
    /// The record's id; `None` for the whole return.
    pub record: Option<String>,
    /// The record's title.
    pub title: Option<Words>,
    /// The answer.
    pub answer: Words,
    /// Whose answer it is.
    pub by_role: Option<String>,
}

/// Somebody who led and left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LeadershipChangeShown {
    /// The role, without a name.
    pub who: String,
    /// The day the old holder left.
    pub left_on: Option<Date>,
    /// The day the new one began.
    pub successor_on: Option<Date>,
}
