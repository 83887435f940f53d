//! Measures of results and of system health, as they are shown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ReadingShown, Shown, Unit, Words};
use crate::returns::{
    Date, Period,
    approach::{
        results::{
            AgreedHow, BetterDirection, BreakdownBy, Counting, DataQuality, MeasureLevel, MeasureType, Rag,
            RbaQuadrant, Stage,
        },
        system_health::{
            BarrierKind, BarrierStatus, Dimension, Drawback, Ingredient, LearningNext, Seen, SurveyItem, SurveySector,
            TrustDirection,
        },
    },
};

/// A measure of results.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MeasureShown {
    /// Its id.
    pub id: String,
    /// What is measured.
    pub title: Words,
    /// Who is counted, when, and whether once or more.
    pub definition: Option<Words>,
    /// How much, how well, or better off.
    pub quadrant: Option<RbaQuadrant>,
    /// Of the partnership's clients, or of the whole place.
    pub level: Option<MeasureLevel>,
    /// What kind of number it is.
    pub measure_type: Option<MeasureType>,
    /// Its unit.
    pub unit: Unit,
    /// What a figure counts up.
    pub counting: Option<Counting>,
    /// Which way is better.
    pub direction: Option<BetterDirection>,
    /// Who agreed the target.
    pub agreed: Option<AgreedShown>,
    /// Where it started.
    pub baseline: Option<PeriodShown>,
    /// Why there is no baseline.
    pub no_baseline_reason: Option<Words>,
    /// The target.
    pub target: Option<TargetShown>,
    /// The agreed path.
    pub path: Vec<PeriodShown>,
    /// What happened, period by period, oldest first.
    pub actuals: Vec<PeriodShown>,
    /// The figure of this quarter, or the latest one of a population indicator that is published late.
    pub current: PeriodShown,
    /// Where the path is this quarter.
    pub current_path: Option<Shown>,
    /// The rating.
    pub rating: RatingShown,
    /// Why it is not rated, or why the rating differs from the rule.
    pub rating_reason: Option<Words>,
    /// Whether the rating was set against the rule.
    pub overridden: bool,
    /// The forecast for the end of the year.
    pub forecast: Option<Shown>,
    /// What the forecast rests on.
    pub forecast_basis: Option<Words>,
    /// The figure by place or group.
    pub breakdowns: Vec<BreakdownShown>,
    /// Why the figure is what it is.
    pub commentary: Option<Words>,
    /// What will be done about it.
    pub action: Option<ActionShown>,
    /// The narratives behind it that this audience may read, by id.
    pub story: Vec<String>,
    /// How good the data are.
    pub data_quality: Option<DataQuality>,
    /// What is wrong with the data.
    pub data_quality_note: Option<Words>,
    /// Where the figures come from.
    pub source: Option<Words>,
    /// How early it is to judge.
    pub stage: Option<Stage>,
}

/// A figure of a period, with the counts behind it where they may be shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PeriodShown {
    /// The period.
    pub period: Option<Period>,
    /// The figure.
    pub figure: Shown,
    /// The part that is counted.
    pub numerator: Option<Shown>,
    /// The whole it is counted from.
    pub denominator: Option<Shown>,
    /// How many people or cases a mean or median is of.
    pub n: Option<Shown>,
}

/// A rating in a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", content = "rag", rename_all = "snake_case")]
pub enum RatingShown {
    /// The rating.
    Rated(#[schemars(description = "The rating.")] Rag),
    /// Its figure is hidden, so it is too.
    Hidden,
}

/// Who agreed a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AgreedShown {
    /// The organisations, by name.
    pub by: Vec<String>,
    /// The day.
    pub on: Option<Date>,
    /// How.
    pub how: Option<AgreedHow>,
    /// Whether residents took part.
    pub community_involved: Option<bool>,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TargetShown {
    /// The value.
    pub figure: Shown,
    /// The day it should be reached.
    pub by: Option<Date>,
    /// Earlier targets and why they changed.
    pub revised: Vec<RevisionShown>,
}

/// A change of a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RevisionShown {
    /// The day.
    pub on: Option<Date>,
    /// What it was.
    pub from: Option<Shown>,
    /// What it became.
    pub to: Option<Shown>,
    /// Why.
    pub why: Option<Words>,
    /// Who agreed, by name.
    pub agreed_by: Vec<String>,
}

/// What will be done, by whom and by when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ActionShown {
    /// What.
    pub what: Option<Words>,
    /// Who, by name.
    pub owner: Option<String>,
    /// By when.
    pub by: Option<Date>,
}

/// A figure by place or group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BreakdownShown {
    /// What it is broken down by.
    pub by: BreakdownBy,
    /// For `other`: by what.
    pub label: Option<String>,
    /// Whether somebody may be in several groups.
    pub overlapping: bool,
    /// The groups, in the order of the return.
    pub groups: Vec<GroupShown>,
    /// The figure for all, rounded as the groups are.
    pub total: Shown,
}

/// A group of a breakdown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct GroupShown {
    /// The place or the group, by name.
    pub name: String,
    /// Groups that are printed with it as one, by name.
    pub joined: Vec<String>,
    /// The figure, of all of them together.
    pub figure: Shown,
    /// The part that is counted, for a proportion.
    pub numerator: Option<Shown>,
    /// The whole it is counted from.
    pub denominator: Option<Shown>,
}

/// System health.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SystemHealthShown {
    /// Referrals of the quarter.
    pub referrals: Option<ReferralsShown>,
    /// Measures, in the order of the return.
    pub measures: Vec<SystemMeasureShown>,
    /// What partners say of working together.
    pub survey: Option<SurveyShown>,
    /// What was tried and learned.
    pub learning: Vec<LearningShown>,
    /// What stands in the way.
    pub barriers: Vec<BarrierShown>,
    /// What built or broke trust.
    pub trust_events: Vec<TrustEventShown>,
    /// Disagreements.
    pub disputes: Vec<DisputeShown>,
    /// Downsides that were looked for.
    pub drawbacks: Vec<DrawbackShown>,
    /// Who took part.
    pub participation: Vec<ParticipationShown>,
}

/// Referrals of the quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ReferralsShown {
    /// How many came in.
    pub received: Shown,
    /// How many were accepted.
    pub accepted: Shown,
    /// How many were declined.
    pub declined: Shown,
    /// How many wait.
    pub pending: Shown,
    /// How many were withdrawn; `None` where the return does not use it.
    pub withdrawn: Option<Shown>,
    /// Where they came from.
    pub by_source: Vec<GroupShown>,
    /// The most frequent reason for declining.
    pub top_reason_declined: Option<Words>,
}

/// A measure of the system.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SystemMeasureShown {
    /// Its id.
    pub id: String,
    /// What is measured.
    pub title: Words,
    /// What it is about.
    pub dimension: Option<Dimension>,
    /// Which ingredient it belongs to.
    pub ingredient: Option<Ingredient>,
    /// Its unit.
    pub unit: Unit,
    /// Which way is better.
    pub direction: Option<BetterDirection>,
    /// The figure of the quarter with its counts.
    pub current: PeriodShown,
    /// The quarter before.
    pub previous: Shown,
    /// At the start.
    pub baseline: Shown,
    /// Posts agreed and filled, full-time equivalent.
    pub posts: Option<(Shown, Shown)>,
    /// Earlier figures at even steps, oldest first.
    pub series: Vec<PeriodShown>,
    /// How the series reads; `None` where it has fewer than three numbers.
    pub reading: Option<ReadingShown>,
    /// Changes that may have moved the series.
    pub changes: Vec<ChangeShown>,
    /// What a reader should know.
    pub note: Option<Words>,
    /// Where the figures come from.
    pub source: Option<Words>,
}

/// A change that may have moved a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ChangeShown {
    /// When.
    pub at: Period,
    /// What.
    pub what: String,
}

/// What partners say of working together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SurveyShown {
    /// Its name and scale.
    pub instrument: Option<String>,
    /// The lowest and the highest score.
    pub scale: (Shown, Shown),
    /// When people were asked.
    pub fieldwork: Option<(Date, Date)>,
    /// How many were asked.
    pub sent: Option<Shown>,
    /// How many replied.
    pub returned: Option<Shown>,
    /// Replies as a share of those asked.
    pub response_rate: Option<Shown>,
    /// The mean of each statement, in the order of the return.
    pub scores: Vec<SurveyScoreShown>,
    /// The overall score.
    pub overall: Option<Shown>,
    /// The overall score of the survey before.
    pub previous_overall: Option<Shown>,
    /// Staff morale.
    pub staff_morale: Option<Shown>,
    /// Role clarity.
    pub role_clarity: Option<Shown>,
    /// Replies by sector.
    pub replies: Vec<RepliesShown>,
    /// What a reader should know.
    pub note: Option<Words>,
}

/// The mean of a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SurveyScoreShown {
    /// The statement.
    pub item: SurveyItem,
    /// Its mean.
    pub mean: Shown,
    /// How many answered.
    pub n: Option<Shown>,
    /// Its mean in the survey before.
    pub previous: Option<Shown>,
}

/// Replies of a sector, or of several that are printed as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RepliesShown {
    /// The sectors.
    pub sectors: Vec<SurveySector>,
    /// How many.
    pub figure: Shown,
}

/// Something tried, and what was learned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LearningShown {
    /// Its id.
    pub id: String,
    /// What you wanted to know.
    pub question: Words,
    /// What was tried.
    pub tried: Option<Words>,
    /// What was learned.
    pub learned: Option<Words>,
    /// What happens next.
    pub next: Option<LearningNext>,
    /// What was decided.
    pub decision: Option<Words>,
}

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BarrierShown {
    /// Its id.
    pub id: String,
    /// What kind.
    pub kind: Option<BarrierKind>,
    /// What it is.
    pub description: Words,
    /// Who can lift it: a name, or words.
    pub needs: Option<String>,
    /// Whether that is the funder.
    pub needs_funder: bool,
    /// The day it was raised.
    pub raised_on: Option<Date>,
    /// Where it stands.
    pub status: Option<BarrierStatus>,
}

/// What built or broke trust.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TrustEventShown {
    /// The day.
    pub on: Option<Date>,
    /// Built or broken.
    pub direction: TrustDirection,
    /// Between whom, by name.
    pub between: Vec<String>,
    /// What happened.
    pub what: Words,
    /// The day it was repaired.
    pub repaired_on: Option<Date>,
}

/// A disagreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DisputeShown {
    /// The day it opened.
    pub opened_on: Option<Date>,
    /// The day it was settled.
    pub settled_on: Option<Date>,
    /// Days between.
    pub days: Option<u64>,
    /// How it was settled.
    pub how: Option<Words>,
    /// The narrative that tells of it, where this audience may read it.
    pub narrative: Option<String>,
}

/// A downside that was looked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DrawbackShown {
    /// Which one.
    pub kind: Drawback,
    /// Whether it was seen.
    pub seen: Seen,
    /// What shows it.
    pub evidence: Option<Words>,
}

/// How a partner took part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ParticipationShown {
    /// The partner, by name.
    pub partner: String,
    /// Meetings it came to, of those held.
    pub meetings: Option<(u64, u64)>,
    /// Actions it did, of those given.
    pub actions: Option<(u64, u64)>,
}
