//! Outcomes, what they are worth, and the stories behind them, as they are shown.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Shown, Words};
use crate::returns::{
    ConfidenceGrade, Date, FinancialYear, Period, ValueBasis, ValueStatus,
    approach::{
        narratives::{NarrativeKind, ToldIn, Voice},
        outcomes::{ClaimKind, Counterfactual, Design},
        results::Stage,
    },
    choice::choice,
};

/// A change in people's lives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OutcomeShown {
    /// Its id.
    pub id: String,
    /// What changes for whom.
    pub title: Words,
    /// The instrument.
    pub instrument: Option<String>,
    /// The scale: lowest and highest score.
    pub scale: Option<(Shown, Shown)>,
    /// How the change was measured.
    pub design: Option<Design>,
    /// The time between the measurements.
    pub interval: Option<String>,
    /// Who was counted.
    pub cohort: Option<CohortShown>,
    /// The mean before.
    pub before: Option<Shown>,
    /// The mean after.
    pub after: Option<Shown>,
    /// The mean change.
    pub change: Option<Shown>,
    /// The 95% interval of the mean change: lower and upper end.
    pub change_interval: Option<(Shown, Shown)>,
    /// How many improved, did not clearly change, got worse.
    pub distribution: Option<DistributionShown>,
    /// The areas of an Outcomes Star, in the order of the return.
    pub areas: Vec<AreaShown>,
    /// How many reached a status.
    pub achieved: Option<AchievedShown>,
    /// Who is missing.
    pub non_response_note: Option<Words>,
    /// What is claimed.
    pub claim: Option<ClaimShown>,
    /// The group it is compared with.
    pub comparison: Option<ComparisonShown>,
    /// What a reader should know.
    pub note: Option<Words>,
}

choice! {
    /// Steps of a cohort, each part of the one before.
    CohortStep {
        Eligible = "eligible",
        Consented = "consented",
        BaselineComplete = "baseline_complete",
        FollowUpDue = "follow_up_due",
        Matched = "matched",
    }
    /// Which way people moved.
    Moved {
        Improved = "improved",
        NoClearChange = "no_clear_change",
        Worsened = "worsened",
    }
}

/// Who was counted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CohortShown {
    /// Who belongs to it.
    pub definition: Option<Words>,
    /// The steps that the return gives, first to last.
    pub steps: Vec<StepsShown>,
    /// Who left before the second one.
    pub left_before_follow_up: Option<Shown>,
    /// Matched as a share of those due.
    pub response_rate: Option<Shown>,
    /// Whether people were chosen because the outcome was bad.
    pub selected_on_outcome: bool,
}

impl CohortShown {
    /// How many came through this step and those it is printed with; `None` where the return does not give it.
    pub fn step(&self, step: CohortStep) -> Option<&Shown> {
        self.steps.iter().find(|shown| shown.steps.contains(&step)).map(|shown| &shown.people)
    }

    /// How many have both scores.
    pub fn matched(&self) -> Option<&Shown> {
        self.step(CohortStep::Matched)
    }
}

/// A step of a cohort, or several that are printed as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StepsShown {
    /// The steps, in order.
    pub steps: Vec<CohortStep>,
    /// How many came through all of them.
    pub people: Shown,
}

/// How many improved, did not clearly change, got worse.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DistributionShown {
    /// The change that counts as clear.
    pub threshold: Option<Shown>,
    /// Where that comes from.
    pub threshold_source: Option<Words>,
    /// Who moved which way, as far as the return gives it.
    pub moves: Vec<MovedShown>,
}

/// Those who moved one way, or several ways that are printed as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MovedShown {
    /// The ways, best first.
    pub ways: Vec<Moved>,
    /// How many moved in any of them.
    pub people: Shown,
}

/// An area of an Outcomes Star.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AreaShown {
    /// Its name.
    pub area: String,
    /// The mean before.
    pub before: Option<Shown>,
    /// The mean after.
    pub after: Option<Shown>,
    /// Who moved which way, as far as the return gives it.
    pub moves: Vec<MovedShown>,
}

/// How many reached a status.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AchievedShown {
    /// Who reached it.
    pub numerator: Shown,
    /// Of how many.
    pub denominator: Shown,
    /// As a share.
    pub share: Shown,
    /// The 95% interval of that share, from the counts as they are shown: lower and upper end.
    pub share_interval: Option<(Shown, Shown)>,
    /// How it was verified.
    pub verification: Option<Words>,
    /// For how many months it lasted.
    pub sustained_for_months: Option<u64>,
}

/// A group that went without, beside those who were helped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ComparisonShown {
    /// What kind of group.
    pub kind: Option<Counterfactual>,
    /// How many are in it.
    pub people: Option<Shown>,
    /// Its mean before.
    pub before: Option<Shown>,
    /// Its mean after.
    pub after: Option<Shown>,
    /// Its change.
    pub change: Option<Shown>,
    /// The difference between the two changes.
    pub difference: Option<Shown>,
    /// The 95% interval of that difference: lower and upper end.
    pub difference_interval: Option<(Shown, Shown)>,
}

/// What is claimed about the cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimShown {
    /// What is claimed.
    pub kind: Option<ClaimKind>,
    /// How strong the claim is.
    pub strength: Option<ConfidenceGrade>,
    /// Nesta's standard of evidence, 0 to 5.
    pub nesta_level: Option<u64>,
    /// The Maryland scale, 0 to 5.
    pub maryland_level: Option<u64>,
    /// What would have happened otherwise, and how that is known.
    pub counterfactual: Option<Counterfactual>,
    /// What a reader should know about that.
    pub counterfactual_note: Option<Words>,
    /// What else could explain the change.
    pub other_explanations: Vec<Words>,
    /// The claim in a sentence.
    pub statement: Option<Words>,
    /// How early it is to judge.
    pub stage: Option<Stage>,
}

/// What the work costs and is worth, in pounds; or why that cannot be said yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ValueShown {
    /// How it was worked out.
    pub method: Option<Words>,
    /// For a year, or for the whole programme.
    pub basis: Option<ValueBasis>,
    /// How final it is.
    pub status: Option<ValueStatus>,
    /// The year whose prices are used.
    pub price_year: Option<FinancialYear>,
    /// Costs.
    pub costs: Option<Shown>,
    /// Savings to partners' budgets.
    pub fiscal_benefits: Option<Shown>,
    /// Wider benefits.
    pub wider_benefits: Option<Shown>,
    /// The cut for optimism, in percent.
    pub optimism_bias: Option<Shown>,
    /// Whether the figures already hold that cut.
    pub optimism_bias_applied: Option<bool>,
    /// Fiscal benefits for each £1.
    pub fiscal_return: Option<Shown>,
    /// The part of that which falls to public bodies.
    pub public_fiscal_return: Option<Shown>,
    /// All benefits for each £1.
    pub public_value: Option<Shown>,
    /// How sure the estimate is.
    pub confidence: Option<ConfidenceGrade>,
    /// What a reader has to know.
    pub caveat: Option<Words>,
    /// Why it cannot be said yet.
    pub not_ready_reason: Option<Words>,
    /// When it can.
    pub ready_by: Option<Period>,
    /// What working together itself costs.
    pub cost_of_collaborating: Option<Shown>,
}

/// A narrative that this audience may read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NarrativeShown {
    /// Its id.
    pub id: String,
    /// What kind.
    pub kind: Option<NarrativeKind>,
    /// Its title.
    pub title: Option<Words>,
    /// What happened.
    pub what_happened: Option<Words>,
    /// Why.
    pub why: Option<Words>,
    /// What did not work.
    pub what_did_not_work: Option<Words>,
    /// What was learned.
    pub lesson: Option<Words>,
    /// What was decided as a result.
    pub changed_decision: Option<Words>,
    /// Why nothing was decided.
    pub no_change_reason: Option<Words>,
    /// Whose voices are heard, and how many.
    pub voices: Vec<(Voice, Option<u64>)>,
    /// In whose words it is told.
    pub told_in: Option<ToldIn>,
    /// Who chose it.
    pub selected_by: Option<Words>,
    /// From how many.
    pub selected_from: Option<u64>,
    /// Why it was chosen.
    pub selected_because: Option<Words>,
    /// What else could explain it.
    pub rival_explanations: Vec<Words>,
    /// How sure its authors are.
    pub confidence: Option<ConfidenceGrade>,
    /// A storyteller's own words, where this audience may read them.
    pub quote: Option<(Words, Option<String>)>,
    /// The day consent was given.
    pub consent_on: Option<Date>,
    /// Whether the storyteller read it first.
    pub checked_by_storyteller: Option<bool>,
}
