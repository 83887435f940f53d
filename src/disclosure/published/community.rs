//! Community reporting and wards, as they are shown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Shown, Unit, Words};
use crate::returns::{
    Date,
    approach::{
        community_reporting::{
            CommunityVerdict, EditorialControl, EffectLevel, EngagementLevel, JudgedHow, PartnerStatus, PromiseKind,
            YouSaidOutcome,
        },
        results::Counting,
    },
};

/// Community reporting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CommunityShown {
    /// Promises, in the order of the return.
    pub promises: Vec<PromiseShown>,
    /// What people could take part in.
    pub engagement: Vec<EngagementShown>,
    /// Who was heard.
    pub reach: Option<ReachShown>,
    /// What people said and what came of it.
    pub you_said: Vec<YouSaidShown>,
    /// The community's reporters.
    pub reporters: Option<ReportersShown>,
    /// Their own words.
    pub statement: Option<StatementShown>,
    /// Whether taking part changed decisions.
    pub effect: Option<(EffectLevel, Option<Words>)>,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PromiseShown {
    /// Its id.
    pub id: String,
    /// The promise.
    pub promise: Words,
    /// To whom it is made, as a kind.
    pub kind: PromiseKind,
    /// Who made it, by name.
    pub made_by: Vec<String>,
    /// To whom.
    pub made_to: Option<String>,
    /// The day it was made.
    pub made_on: Option<Date>,
    /// The day it is due.
    pub due: Option<Date>,
    /// The new day.
    pub revised_due: Option<Date>,
    /// What the partner says.
    pub partner_status: Option<PartnerStatus>,
    /// What the community says.
    pub verdict: CommunityVerdict,
    /// Who judged it.
    pub judged_by: Option<JudgedByShown>,
    /// Why it stands as it does.
    pub explanation: Option<Words>,
    /// The places it is for, by name.
    pub places: Vec<String>,
}

/// Who judged a promise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct JudgedByShown {
    /// Who.
    pub who: String,
    /// How many.
    pub people: Option<u64>,
    /// How.
    pub how: Option<JudgedHow>,
    /// When.
    pub on: Option<Date>,
}

/// Something people could take part in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EngagementShown {
    /// What it was.
    pub activity: Words,
    /// How far people took part.
    pub level: Option<EngagementLevel>,
    /// How many came.
    pub people: Option<u64>,
    /// How many times.
    pub sessions: Option<u64>,
    /// Whether they were paid.
    pub paid: Option<bool>,
}

/// Who was heard, beside who lives there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReachShown {
    /// How many were heard.
    pub people: Option<Shown>,
    /// How people who came twice are counted.
    pub counting_rule: Option<Words>,
    /// The groups, in the order of the return.
    pub groups: Vec<ReachGroupShown>,
    /// What is done about gaps.
    pub action_on_gaps: Option<Words>,
}

/// A group's share of those heard, beside its share of the population.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReachGroupShown {
    /// The group.
    pub group: String,
    /// Its share of those heard, in percent.
    pub reach: Shown,
    /// Its share of the population, in percent.
    pub population: Shown,
}

/// What people said and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct YouSaidShown {
    /// Its id.
    pub id: String,
    /// What people said.
    pub you_said: Words,
    /// What was done.
    pub we_did: Option<Words>,
    /// What came of it.
    pub outcome: Option<YouSaidOutcome>,
    /// Why it was not done.
    pub reason: Option<Words>,
    /// The day people were told.
    pub told_people_on: Option<Date>,
}

/// The community's reporters, and what they get.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReportersShown {
    /// How many.
    pub number: Option<u64>,
    /// How many were trained.
    pub trained: Option<u64>,
    /// Hours paid.
    pub hours_paid: Option<u64>,
    /// Hours not paid.
    pub hours_unpaid: Option<u64>,
    /// What an hour is paid, in pounds.
    pub rate_per_hour: Option<Shown>,
    /// The wage to compare with, in pounds an hour.
    pub reference_wage: Option<Shown>,
    /// Its name.
    pub reference_wage_name: Option<String>,
    /// Expenses paid, in pounds.
    pub expenses: Option<i64>,
    /// Whether advice on benefits was offered.
    pub benefits_advice_offered: Option<bool>,
    /// Who has the last word.
    pub editorial_control: Option<EditorialControl>,
    /// Whether support for their wellbeing was offered.
    pub wellbeing_support: Option<bool>,
}

/// The reporters' own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatementShown {
    /// The words.
    pub text: Words,
    /// Whose they are.
    pub by: Option<String>,
    /// Whether officers changed them.
    pub edited_by_officers: Option<bool>,
    /// The day they were agreed.
    pub agreed_on: Option<Date>,
}

/// Wards, for their members.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WardsShown {
    /// The measure that is broken down by ward: its title, unit and what it counts up; `None` where none is.
    pub measure: Option<WardMeasure>,
    /// The wards, in the order of the return; never ranked.
    pub wards: Vec<WardShown>,
    /// The figure for all wards.
    pub total: Option<Shown>,
}

/// The measure that is broken down by ward.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WardMeasure {
    /// Its title.
    pub title: Words,
    /// Its unit.
    pub unit: Unit,
    /// What a figure counts up.
    pub counting: Option<Counting>,
}

/// A ward.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct WardShown {
    /// Its name.
    pub name: String,
    /// Its figure; `None` where the measure has no row for it.
    pub figure: Option<Shown>,
    /// The promises for it that are due by the end of the quarter, by id.
    pub promises: Vec<String>,
    /// What its members should know.
    pub note: Option<Words>,
}
