//! Outcomes: whether people are better off, and how sure that is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::results::{BetterDirection, Counting, Stage};
use crate::returns::{
    Commentary, ConfidenceGrade, Count, Definition, Id, Line, Note, People, Percent, RecordId, Score, Statement, Title,
    choice::choice,
};

choice! {
    /// Whether the scores of an instrument are as counted, or turned into metric scores.
    Scoring {
        MetricTransformed = "metric_transformed",
        Raw = "raw",
    }
    /// How a change was measured.
    Design {
        MatchedBeforeAfter = "matched_before_after",
        SingleGroupFollowUp = "single_group_follow_up",
        RepeatedCrossSection = "repeated_cross_section",
        ComparisonGroup = "comparison_group",
        Randomised = "randomised",
    }
    /// What is claimed about the cause.
    ClaimKind {
        None = "none",
        Association = "association",
        Contribution = "contribution",
        Attribution = "attribution",
    }
    /// What would have happened otherwise, and how that is known.
    Counterfactual {
        None = "none",
        Historical = "historical",
        ComparatorArea = "comparator_area",
        MatchedComparison = "matched_comparison",
        WaitingList = "waiting_list",
        Randomised = "randomised",
    }
}

/// A change in people's lives, with who was counted and what is claimed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Outcome {
    /// Its id, such as `O1`; the same in every return.
    pub id: RecordId,
    /// What changes for whom, in a line.
    pub title: Title,
    /// The instrument: `SWEMWBS`, `Outcomes Star: Family Star Plus`, `verified_status` or another.
    pub instrument: Option<Line>,
    /// Raw or metric scores.
    pub scoring: Option<Scoring>,
    /// The instrument's scale.
    pub scale: Option<Scale>,
    /// Whether its licence is held.
    pub licensed: Option<bool>,
    /// How the change was measured.
    pub design: Option<Design>,
    /// The time between the two measurements.
    pub interval: Option<Line>,
    /// Who was counted, and who was not.
    pub cohort: Option<Cohort>,
    /// The scores before.
    pub before: Option<Distributed>,
    /// The scores after.
    pub after: Option<Distributed>,
    /// The change between them.
    pub change: Option<Change>,
    /// How many improved, did not clearly change, got worse.
    pub distribution: Option<Distribution>,
    /// The areas of an Outcomes Star.
    #[serde(default)]
    pub areas: Vec<StarArea>,
    /// How many reached a status.
    pub achieved: Option<Achieved>,
    /// A group to compare with.
    pub comparison: Option<Comparison>,
    /// Who is missing, and which way that is likely to push the figure.
    pub non_response_note: Option<Commentary>,
    /// What is claimed about the cause.
    pub claim: Option<Claim>,
    /// The lawful basis for keeping follow-up data.
    pub lawful_basis: Option<Line>,
    /// The places it covers, by id.
    #[serde(default)]
    pub places: Vec<Id>,
    /// What a reader should know.
    pub note: Option<Note>,
    /// The year by which a change can be expected.
    pub expected_by_year: Option<Count>,
}

/// The scale of an instrument.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Scale {
    /// The lowest score.
    pub min: Score,
    /// The highest score.
    pub max: Score,
    /// Which way is better.
    pub direction: Option<BetterDirection>,
    /// What the lowest score means.
    pub anchor_low: Option<Line>,
    /// What the highest score means.
    pub anchor_high: Option<Line>,
}

/// Who was counted. Each step is part of the one before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Cohort {
    /// Who belongs to it.
    pub definition: Option<Definition>,
    /// Whether those counted before are counted again, as a measure’s counting says it; a group that is followed from
    /// quarter to quarter counts since the start. Reports hide a step of such a cohort that grew by a few people. Left out,
    /// a cohort of the same words counts them again until a step falls.
    pub counting: Option<Counting>,
    /// Who could have taken part.
    pub eligible: Option<People>,
    /// How many agreed to take part.
    pub consented: Option<People>,
    /// Who has a first score.
    pub baseline_complete: Option<People>,
    /// Who was due a second one.
    pub follow_up_due: Option<People>,
    /// How many have both a first and a second score.
    pub matched: Option<People>,
    /// Who left before the second one.
    pub left_before_follow_up: Option<People>,
    /// Matched as a share of those due, in percent; worked out where left out.
    pub response_rate: Option<Percent>,
    /// Whether people were chosen because the outcome was bad.
    pub selected_on_outcome: Option<bool>,
}

/// A mean and its spread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Distributed {
    /// The mean score.
    pub mean: Score,
    /// The standard deviation.
    pub sd: Option<Score>,
    /// How many people it is of.
    pub n: Option<People>,
}

/// A mean change and its spread.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Change {
    /// The mean change.
    pub mean: Score,
    /// The standard deviation of the changes.
    pub sd: Option<Score>,
    /// The 95% interval of the mean change; worked out where left out.
    #[schemars(length(min = 2, max = 2))]
    pub ci95: Option<Vec<Score>>,
}

/// How many improved, did not clearly change, got worse.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Distribution {
    /// The change that counts as clear.
    pub threshold: Option<Score>,
    /// Where that comes from.
    pub threshold_source: Option<Note>,
    /// Who improved.
    pub improved: Option<People>,
    /// Who did not clearly change.
    pub no_clear_change: Option<People>,
    /// Who got worse.
    pub worsened: Option<People>,
}

/// An area of an Outcomes Star.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StarArea {
    /// The name of the area.
    pub area: Line,
    /// The mean score before.
    pub before: Option<Score>,
    /// The mean score after.
    pub after: Option<Score>,
    /// How many moved up.
    pub moved_up: Option<People>,
    /// Who did not move.
    pub no_change: Option<People>,
    /// How many moved down.
    pub moved_down: Option<People>,
}

/// How many reached a status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Achieved {
    /// How many reached it.
    pub numerator: Option<People>,
    /// How many there were in all.
    pub denominator: Option<People>,
    /// As a share, in percent; worked out where left out.
    pub value: Option<Percent>,
    /// How it was verified.
    pub verification: Option<Note>,
    /// For how many months it lasted.
    pub sustained_for_months: Option<Count>,
}

/// A group to compare with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Comparison {
    /// What kind of group.
    pub kind: Option<Counterfactual>,
    /// How many are in it.
    pub n: Option<People>,
    /// Its mean score before.
    pub before: Option<Score>,
    /// Its mean score after.
    pub after: Option<Score>,
    /// How its mean changed.
    pub change: Option<Score>,
    /// The difference between the two changes.
    pub difference: Option<Score>,
    /// The 95% interval of that difference.
    #[schemars(length(min = 2, max = 2))]
    pub difference_ci95: Option<Vec<Score>>,
}

/// What is claimed about the cause, and how strong the evidence is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Claim {
    /// What is claimed about the cause.
    #[serde(rename = "type")]
    pub kind: Option<ClaimKind>,
    /// How strong the claim is.
    pub strength: Option<ConfidenceGrade>,
    /// Nesta's standard of evidence, 0 to 5.
    pub nesta_level: Option<ZeroToFive>,
    /// The Maryland scale, 0 to 5.
    pub maryland_level: Option<ZeroToFive>,
    /// What would have happened otherwise, and how that is known.
    pub counterfactual: Option<Counterfactual>,
    /// What a reader should know about that.
    pub counterfactual_note: Option<Note>,
    /// What else could explain the change.
    #[serde(default)]
    pub other_explanations: Vec<Note>,
    /// The claim in a sentence.
    pub statement: Option<Statement>,
    /// How early it is to judge.
    pub stage: Option<Stage>,
}

/// A level from 0 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct ZeroToFive(Count);

impl ZeroToFive {
    /// 0 to 5.
    pub const fn get(self) -> u64 {
        self.0.get()
    }
}

impl<'de> Deserialize<'de> for ZeroToFive {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let count = Count::deserialize(deserializer)?;
        if count.get() <= 5 { Ok(Self(count)) } else { Err(serde::de::Error::custom("not from 0 to 5")) }
    }
}

impl JsonSchema for ZeroToFive {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ZeroToFive".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": 5 })
    }
}
