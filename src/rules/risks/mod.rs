//! Rules about risks.

pub(super) mod every_risk_is_treated;
pub(super) mod high_risk_gone;
pub(super) mod high_risk_nobody_decides;
pub(super) mod previous_score_not_as_filed;
pub(super) mod review_in_the_past;
pub(super) mod risk_rose_with_nothing_new_done;
pub(super) mod risk_unchanged_for_a_year;
pub(super) mod score_not_likelihood_times_impact;

use super::{At, RuleContext, then_and_now::in_both};
use crate::returns::{QuarterlyReturn, Risk};

/// The score as typed, else from its parts.
fn score(risk: &Risk) -> Option<u64> {
    let parts = risk.likelihood.zip(risk.impact).map(|(likelihood, impact)| likelihood.get() * impact.get());
    risk.score.map(crate::returns::Count::get).or(parts)
}

/// The risks of an earlier return.
fn earlier_risks<'a>(earlier: &At<'a, QuarterlyReturn>) -> Vec<At<'a, Risk>> {
    earlier.list("risks", |earlier| &earlier.risks).collect()
}

/// Each risk that was in the last return too, with what it was there.
fn with_earlier_risk<'a>(cx: &RuleContext<'a>) -> Vec<(At<'a, Risk>, At<'a, Risk>)> {
    let then = cx.previous().map(|earlier| earlier_risks(&earlier)).unwrap_or_default();
    in_both(cx.whole().list("risks", |whole| &whole.risks).collect(), then, |risk| &risk.id)
}
