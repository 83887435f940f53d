//! Rules about promises and who judges them.

pub(super) mod benefits_advice_not_offered;
pub(super) mod broken_promise_without_a_word;
pub(super) mod counted_more_than_once;
pub(super) mod group_hardly_heard;
pub(super) mod judged_before_it_was_due;
pub(super) mod judged_by_a_handful;
pub(super) mod judged_differently_without_a_word;
pub(super) mod not_done_without_a_reason;
pub(super) mod only_told_and_asked;
pub(super) mod people_not_told;
pub(super) mod promise_by_a_stranger;
pub(super) mod promise_date_moved;
pub(super) mod promise_gone;
pub(super) mod promise_moved_again;
pub(super) mod promise_nobody_can_see;
pub(super) mod promise_on_track_after_its_date;
pub(super) mod promise_reworded;
pub(super) mod promises_from_one_side;
pub(super) mod reporters_worse_off;
pub(super) mod statement_edited_by_officers;
pub(super) mod verdict_by_those_who_promised;
pub(super) mod verdict_changed;
pub(super) mod verdict_outside_its_time;

use super::{At, RuleContext, then_and_now::in_both};
use crate::returns::QuarterlyReturn;
use crate::returns::approach::community_reporting::Promise;

/// Whether it is said why a promise stands as it does.
fn has_explanation(promise: &Promise) -> bool {
    promise.explanation.as_ref().is_some_and(|explanation| !explanation.is_blank())
}

/// The promises of an earlier return.
fn earlier_promises<'a>(earlier: &At<'a, QuarterlyReturn>) -> Vec<At<'a, Promise>> {
    let community = earlier.part("community_reporting", |earlier| earlier.community_reporting.as_ref());
    community.iter().flat_map(|community| community.list("promises", |community| &community.promises)).collect()
}

/// Each promise that was in the last return too, with what it was there.
fn with_earlier_promise<'a>(cx: &RuleContext<'a>) -> Vec<(At<'a, Promise>, At<'a, Promise>)> {
    let then = cx.previous().map(|earlier| earlier_promises(&earlier)).unwrap_or_default();
    in_both(cx.promises().collect(), then, |promise| &promise.id)
}
