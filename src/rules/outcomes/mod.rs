//! Rules about who was counted, what changed for them, and what is claimed.

pub(super) mod attribution_without_comparison;
pub(super) mod benefits_not_the_partners_sum;
pub(super) mod cause_claimed_in_words;
pub(super) mod change_may_be_nothing;
pub(super) mod change_not_the_difference;
pub(super) mod chosen_because_it_was_bad;
pub(super) mod cohort_counting_not_said;
pub(super) mod cohort_redefined;
pub(super) mod few_followed_up;
pub(super) mod fewer_than_thirty_matched;
pub(super) mod groups_not_the_matched;
pub(super) mod interval_not_from_its_figures;
pub(super) mod lawful_basis_not_given;
pub(super) mod level_without_its_comparison;
pub(super) mod licence_not_stated;
pub(super) mod more_than_the_step_before;
pub(super) mod no_other_explanation;
pub(super) mod ons_questions_combined;
pub(super) mod outcome_dropped;
pub(super) mod outcome_renamed;
pub(super) mod public_value_without_its_parts;
pub(super) mod raw_scores_averaged;
pub(super) mod response_rate_not_from_its_counts;
pub(super) mod same_or_worse_not_given;
pub(super) mod score_outside_its_scale;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::then_and_now::{in_both, missing_from, titled_anew};
use super::{At, RuleContext};
use crate::returns::approach::outcomes::{Change, Design, Outcome};
use crate::returns::interval;

fn earlier_outcomes<'a>(cx: &RuleContext<'a>) -> Vec<At<'a, Outcome>> {
    cx.previous().iter().flat_map(|earlier| earlier.list("outcomes", |earlier| &earlier.outcomes)).collect()
}

/// Each outcome that was in the last return too, with what it was there.
fn with_earlier<'a>(cx: &RuleContext<'a>) -> Vec<(At<'a, Outcome>, At<'a, Outcome>)> {
    in_both(cx.outcomes().collect(), earlier_outcomes(cx), |outcome| &outcome.id)
}

/// The outcomes of the last return whose ids this one does not have.
fn gone<'a>(cx: &RuleContext<'a>) -> Vec<At<'a, Outcome>> {
    missing_from(earlier_outcomes(cx), &cx.outcomes().collect::<Vec<_>>(), |outcome| &outcome.id)
}

/// The outcomes whose ids the last return did not have, by the words of their titles.
fn new_by_title<'a>(cx: &RuleContext<'a>) -> BTreeMap<Vec<String>, At<'a, Outcome>> {
    titled_anew(missing_from(cx.outcomes().collect(), &earlier_outcomes(cx), |outcome| &outcome.id), |outcome| {
        &outcome.title
    })
}

/// The interval of the mean change of an outcome, where the same people were measured twice and it can be worked out.
fn derived(outcome: &Outcome) -> Option<(Decimal, Decimal)> {
    if outcome.design == Some(Design::RepeatedCrossSection) {
        return None;
    }
    let change = outcome.change.as_ref()?;
    let people = outcome.cohort.as_ref()?.matched?;
    interval::of_mean(change.mean.get(), change.sd?.get(), people.get())
}

/// The interval as typed, the lower end first.
fn typed(change: &Change) -> Option<(Decimal, Decimal)> {
    match change.ci95.as_deref()? {
        [one, other] => Some((one.get().min(other.get()), one.get().max(other.get()))),
        _ => None,
    }
}
