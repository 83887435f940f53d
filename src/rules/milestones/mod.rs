//! Rules about milestones.

pub(super) mod completed_without_its_day;
pub(super) mod late_without_reason_or_day;
pub(super) mod milestone_gone;
pub(super) mod milestone_open_after_its_date;
pub(super) mod milestone_rewritten;
pub(super) mod milestone_slipped_again;
pub(super) mod nothing_due_next;

use super::{At, RuleContext, then_and_now::in_both};
use crate::returns::{Date, Milestone, QuarterlyReturn};

/// The day it is expected.
fn day(milestone: &Milestone) -> Option<Date> {
    milestone.forecast_date.or(milestone.due)
}

/// The field that day stands in.
fn field_of_day(milestone: &Milestone) -> &'static str {
    if milestone.forecast_date.is_some() { "forecast_date" } else { "due" }
}

/// The milestones of an earlier return.
fn earlier_milestones<'a>(earlier: &At<'a, QuarterlyReturn>) -> Vec<At<'a, Milestone>> {
    earlier.list("milestones", |earlier| &earlier.milestones).collect()
}

/// Each milestone that was in the last return too, with what it was there.
fn with_earlier_milestone<'a>(cx: &RuleContext<'a>) -> Vec<(At<'a, Milestone>, At<'a, Milestone>)> {
    let then = cx.previous().map(|earlier| earlier_milestones(&earlier)).unwrap_or_default();
    in_both(cx.whole().list("milestones", |whole| &whole.milestones).collect(), then, |milestone| &milestone.id)
}
