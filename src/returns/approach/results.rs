//! Results: targets that partners agreed together, and how far they have come.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::returns::{
    Commentary, Count, Date, Definition, Figure, Id, Justification, Line, Note, Percent, Period, PeriodFigure,
    Quantity, RecordId, Title, choice::choice,
};

choice! {
    /// How much was done, how well, and whether anybody is better off: the questions of Results-Based Accountability.
    RbaQuadrant {
        HowMuch = "how_much",
        HowWell = "how_well",
        BetterOff = "better_off",
    }
    /// Whether a measure is of the partnership's own clients or of everybody in the place.
    MeasureLevel {
        Performance = "performance",
        Population = "population",
    }
    /// What kind of number a measure is.
    MeasureType {
        Count = "count",
        Proportion = "proportion",
        Rate = "rate",
        Mean = "mean",
        Median = "median",
        Money = "money",
        Duration = "duration",
        Index = "index",
        YesNo = "yes_no",
    }
    /// What a figure counts up.
    Counting {
        InQuarter = "in_quarter",
        CumulativeYearToDate = "cumulative_year_to_date",
        CumulativeSinceStart = "cumulative_since_start",
        Snapshot = "snapshot",
        RollingTwelveMonths = "rolling_12_months",
    }
    /// Which way is better.
    BetterDirection {
        HigherIsBetter = "higher_is_better",
        LowerIsBetter = "lower_is_better",
        InRange = "in_range",
        Neutral = "neutral",
    }
    /// How a target was agreed.
    AgreedHow {
        CoProductionWorkshop = "co_production_workshop",
        BoardDecision = "board_decision",
        NegotiatedWithFunder = "negotiated_with_funder",
        SetByFunder = "set_by_funder",
        SetByLead = "set_by_lead",
        Statutory = "statutory",
    }
    /// How a rating is worked out.
    RagMethod {
        PercentOfTrajectory = "percent_of_trajectory",
        PercentagePointsFromTrajectory = "percentage_points_from_trajectory",
        AbsoluteDifference = "absolute_difference",
        InRange = "in_range",
        Judgement = "judgement",
    }
    /// A rating: on track, behind with a plan, off track, not rated, not due.
    Rag {
        Green = "green",
        Amber = "amber",
        Red = "red",
        NotRated = "not_rated",
        NotDue = "not_due",
    }
    /// How good the data behind a measure are.
    DataQuality {
        Good = "good",
        Fair = "fair",
        Poor = "poor",
        NotAssessed = "not_assessed",
    }
    /// What a measure is broken down by.
    BreakdownBy {
        Ward = "ward",
        Sex = "sex",
        AgeBand = "age_band",
        EthnicGroup = "ethnic_group",
        Disability = "disability",
        HouseholdType = "household_type",
        Tenure = "tenure",
        DeprivationQuintile = "deprivation_quintile",
        Partner = "partner",
        Other = "other",
    }
    /// What the counts of a measure are of; suppression follows from it.
    Counts {
        People = "people",
        Households = "households",
        Cases = "cases",
        Opinions = "opinions",
        Staff = "staff",
        Organisations = "organisations",
        Things = "things",
        Money = "money",
    }
    /// How early it is to judge.
    Stage {
        TooEarly = "too_early",
        EarlySign = "early_sign",
        Established = "established",
    }
    /// Where figures come from.
    SourceType {
        Administrative = "administrative",
        Survey = "survey",
        Community = "community",
        Frontline = "frontline",
        OfficialStatistics = "official_statistics",
    }
}

/// A measure with a target that was agreed together, or an indicator of the whole place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ResultMeasure {
    /// Its id, such as `R1`; the same in every return.
    pub id: RecordId,
    /// What is measured, in a line.
    pub title: Title,
    /// Who is counted, when, and whether once or more.
    pub definition: Option<Definition>,
    /// How much, how well, or better off.
    pub rba_quadrant: Option<RbaQuadrant>,
    /// Of the partnership's clients, or of the whole place.
    pub level: Option<MeasureLevel>,
    /// What kind of number it is.
    pub measure_type: Option<MeasureType>,
    /// The unit: households, percent, days, GBP.
    pub unit: Option<Line>,
    /// What the counts are of. Left out, it follows from the unit.
    pub counts: Option<Counts>,
    /// For a rate: for each how many (`1000`). Left out, it is read from the unit.
    pub rate: Option<RateBase>,
    /// What a figure counts up.
    pub counting: Option<Counting>,
    /// Which way is better.
    pub direction: Option<BetterDirection>,
    /// For `in_range`: the range.
    pub range: Option<Range>,
    /// Who agreed the target, when and how.
    pub agreed: Option<Agreed>,
    /// Where it started.
    pub baseline: Option<PeriodFigure>,
    /// Why there is no baseline.
    pub no_baseline_reason: Option<Note>,
    /// Where it should be, and by when.
    pub target: Option<Target>,
    /// The agreed path to the target, quarter by quarter.
    #[serde(default)]
    pub trajectory: Vec<PathPoint>,
    /// What happened, period by period.
    #[serde(default)]
    pub actuals: Vec<PeriodFigure>,
    /// How the rating is worked out, written down before the quarter.
    pub rag_rule: Option<RagRule>,
    /// The rating; worked out from the rule where left out, checked where given.
    pub rag: Option<Rag>,
    /// Another rating than the rule gives, with its reason.
    pub rag_override: Option<RagOverride>,
    /// Why it is not rated.
    pub not_rated_reason: Option<Note>,
    /// What the figure will be at the end of the year.
    pub forecast_year_end: Option<Figure>,
    /// What the forecast rests on.
    pub forecast_basis: Option<Note>,
    /// The figure by place or group.
    #[serde(default)]
    pub breakdowns: Vec<Breakdown>,
    /// Why the figure is what it is.
    pub commentary: Option<Commentary>,
    /// What will be done about it.
    pub action: Option<Action>,
    /// The narratives that tell the story behind it, by id.
    #[serde(default)]
    pub story: Vec<RecordId>,
    /// How good the data are.
    pub data_quality: Option<DataQuality>,
    /// What is wrong with the data.
    pub data_quality_note: Option<Note>,
    /// Where the figures come from.
    pub source: Option<Note>,
    /// What kind of source it is.
    pub source_type: Option<SourceType>,
    /// The places it covers, by id.
    #[serde(default)]
    pub places: Vec<Id>,
    /// Which reasons for collaborating this measure tests.
    #[serde(default)]
    pub tests: Vec<Justification>,
    /// Measures that pull the other way, by id.
    #[serde(default)]
    pub conflicts_with: Vec<RecordId>,
    /// Whether figures of several partnerships may be added up.
    pub can_be_added_up: Option<bool>,
    /// How early it is to judge.
    pub stage: Option<Stage>,
    /// The year by which a change can be expected.
    pub expected_by_year: Option<Count>,
}

/// The base of a rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RateBase {
    /// For each how many, such as 1000.
    pub per: Count,
}

/// A range of values that are right.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Range {
    /// The lowest value that is still right.
    pub min: Quantity,
    /// The highest value that is still right.
    pub max: Quantity,
}

/// Who agreed a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Agreed {
    /// The ids of those who agreed.
    #[serde(default)]
    pub by: Vec<Id>,
    /// The day it was agreed.
    pub on: Option<Date>,
    /// How it was agreed.
    pub how: Option<AgreedHow>,
    /// Whether residents took part.
    pub community_involved: Option<bool>,
}

/// Where a measure should be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Target {
    /// The value, in the unit of the measure.
    pub value: Quantity,
    /// The day it should be reached.
    pub by: Option<Date>,
    /// Earlier targets, and why they changed.
    #[serde(default)]
    pub revised: Vec<TargetRevision>,
}

/// A change of a target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TargetRevision {
    /// The day it changed.
    pub on: Option<Date>,
    /// The target before.
    pub from: Option<Quantity>,
    /// The target since.
    pub to: Option<Quantity>,
    /// Why it was changed.
    pub why: Option<Note>,
    /// The ids of those who agreed the change.
    #[serde(default)]
    pub agreed_by: Vec<Id>,
}

/// A point of the agreed path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PathPoint {
    /// The quarter this point is for.
    pub period: Period,
    /// The value, in the unit of the measure.
    pub value: Quantity,
}

/// How a rating is worked out. For `percent_of_trajectory` thresholds are percentages of the path; for the two
/// differences they are differences in which better is positive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RagRule {
    /// How figure and path are compared.
    pub method: RagMethod,
    /// Green from here up.
    pub green_at_or_above: Option<Quantity>,
    /// Amber from here up.
    pub amber_at_or_above: Option<Quantity>,
    /// Green from here down (lower is better).
    pub green_at_or_below: Option<Quantity>,
    /// Amber from here down (lower is better).
    pub amber_at_or_below: Option<Quantity>,
    /// For `in_range`: how far outside the range is still amber.
    pub amber_within: Option<Quantity>,
    /// For `judgement`: how it was judged.
    pub judgement_reason: Option<Note>,
}

/// Another rating than the rule gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RagOverride {
    /// The rating that is shown instead.
    pub to: Rag,
    /// Why the rule does not fit here.
    pub why: Option<Note>,
    /// Who approved it: a role or an organisation.
    pub approved_by: Option<Line>,
    /// The day it was decided.
    pub on: Option<Date>,
}

/// A figure by place or group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Breakdown {
    /// What it is broken down by.
    pub by: BreakdownBy,
    /// For `other`: by what.
    pub label: Option<Line>,
    /// Whether somebody may be in several groups, so that the groups need not add up.
    pub overlapping: Option<bool>,
    /// The groups, in the order they should be shown.
    #[serde(default)]
    pub groups: Vec<BreakdownGroup>,
}

/// A group of a breakdown. Give the raw figure: what must be hidden is hidden for you.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct BreakdownGroup {
    /// The place, by id.
    pub place: Option<Id>,
    /// The name of the group.
    pub label: Option<Line>,
    /// The value, in the unit of the measure.
    pub value: Option<Figure>,
    /// The part that is counted, for a proportion.
    pub numerator: Option<crate::returns::People>,
    /// The whole it is counted from.
    pub denominator: Option<crate::returns::People>,
    /// The share of all, in percent; worked out where left out.
    pub share: Option<Percent>,
}

/// What will be done, by whom and by when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Action {
    /// What will be done.
    pub what: Option<Note>,
    /// The id of the organisation that will do it.
    pub owner: Option<Id>,
    /// The day it will be done.
    pub by: Option<Date>,
}
