//! What earlier returns add to a report: what is other than was told, and how things went. Every figure of an earlier
//! quarter is one that this version would have printed then, bound by the decisions before it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{RatingShown, Shown, TrustEventShown, Unit, Words};
use crate::returns::{
    Date, FinancialYear, Period,
    approach::{
        community_reporting::{CommunityVerdict, PartnerStatus},
        results::BetterDirection,
    },
    choice::choice,
};

choice! {
    /// What kind of thing is other than was told.
    ToldKind {
        FigureRestated = "figure_restated",
        FigureSettled = "figure_settled",
        BaselineMoved = "baseline_moved",
        TargetMoved = "target_moved",
        TargetLater = "target_later",
        TargetDropped = "target_dropped",
        Redefined = "redefined",
        Renamed = "renamed",
        Gone = "gone",
        New = "new",
        PromiseMoved = "promise_moved",
        PromiseReworded = "promise_reworded",
        PromiseGone = "promise_gone",
        PartnerLeft = "partner_left",
        PartnerGone = "partner_gone",
    }
}

/// What earlier returns add.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MemoryShown {
    /// The quarter of the last return before this one.
    pub since: Option<Period>,
    /// What is other than was told.
    pub changes: Vec<ToldShown>,
    /// The quarters that are shown, oldest first, this one last: at most twelve.
    pub quarters: Vec<Period>,
    /// How the measures of results went.
    pub measures: Vec<TrendShown>,
    /// How the promises went.
    pub promises: Vec<PromiseHistoryShown>,
    /// The overall score of the partners’ survey, by quarter.
    pub trust: Vec<QuarterFigureShown>,
    /// What built or broke trust in these quarters.
    pub trust_events: Vec<TrustEventShown>,
    /// What was planned and spent, by quarter.
    pub spending: Vec<SpendingShown>,
}

/// Something that is other than was told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ToldShown {
    /// What kind of change.
    pub kind: ToldKind,
    /// The id of its record.
    pub record: String,
    /// What it is about: a measure, an outcome, a promise, a partner.
    pub title: Words,
    /// The quarter of the return that said it first.
    pub told_in: Period,
    /// The quarter of a figure.
    pub period: Option<Period>,
    /// The unit of its figures.
    pub unit: Unit,
    /// What was said.
    pub then: Said,
    /// What is said now.
    pub now: Said,
    /// The day of the change.
    pub on: Option<Date>,
    /// Who agreed, by name.
    pub agreed_by: Vec<String>,
    /// How often a promise has moved.
    pub times: u32,
    /// Why, in the filer’s words; `None` where no reason was given.
    pub why: Option<Words>,
}

/// What was said: a figure, words, a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Said {
    /// Nothing.
    Nothing,
    /// A figure.
    Figure {
        /// The figure.
        figure: Shown,
    },
    /// The filer’s words.
    Words {
        /// The words.
        said: Words,
    },
    /// Words that may identify somebody, and are not said again.
    NotRepeated,
    /// A day.
    Day {
        /// The day.
        day: Date,
    },
}

/// How a measure went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrendShown {
    /// Its id.
    pub id: String,
    /// What is measured, as it is called now.
    pub title: Words,
    /// Its unit.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Option<BetterDirection>,
    /// Whether its figures add up from zero.
    pub adds_up: bool,
    /// One point for each quarter.
    pub points: Vec<TrendPointShown>,
}

/// A measure in one quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrendPointShown {
    /// The quarter.
    pub quarter: Period,
    /// The figure, as it was said last; `None` where no return has one.
    pub figure: Option<Shown>,
    /// The figure as it was said first, where that is another.
    pub first_told: Option<Shown>,
    /// The path for the quarter.
    pub path: Option<Shown>,
    /// The target that stood in that quarter.
    pub target: Option<Shown>,
    /// The forecast for the end of the year, as it was made in that quarter.
    pub forecast: Option<Shown>,
    /// The rating of that quarter, as it was told.
    pub rating: Option<RatingShown>,
    /// Whether it is counted in another way from this quarter on.
    pub is_break: bool,
}

/// How a promise went.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PromiseHistoryShown {
    /// Its id.
    pub id: String,
    /// The promise, in the words in which it was first told.
    pub promise: Words,
    /// The day it was made.
    pub made_on: Option<Date>,
    /// The day it was first due.
    pub first_due: Option<Date>,
    /// The days it was moved to, oldest first.
    pub moved_to: Vec<Date>,
    /// What the partners say of it, in the last return that has it.
    pub partner_status: Option<PartnerStatus>,
    /// What the community says of it, in the last return that has it.
    pub verdict: CommunityVerdict,
    /// The quarter of the last return that has it.
    pub last_told: Period,
}

/// A figure of a quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuarterFigureShown {
    /// The quarter.
    pub quarter: Period,
    /// The figure.
    pub figure: Shown,
}

/// What was planned and spent since April, as one return says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SpendingShown {
    /// The quarter.
    pub quarter: Period,
    /// The year it is of.
    pub year: FinancialYear,
    /// The budget of the year.
    pub budget: Shown,
    /// Planned so far.
    pub profile: Shown,
    /// Spent so far.
    pub actual: Shown,
    /// What the year will come to.
    pub forecast: Shown,
}
