//! A milestone stays in the return until it is complete or cancelled.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::MilestoneStatus;
use crate::rules::milestones::earlier_milestones;
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "milestone-gone",
    code: "M-06",
    area: Area::Milestones,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A milestone that is gone was neither reached nor given up, as far as anybody can tell.",
    answer: "Put it back as complete with its day, as late with a new one, or as cancelled with the reason.",
    example: r#"{ "id": "M6", "title": "Second hub opens", "due": "2026-12-31", "status": "cancelled", "reason": "The lease was not renewed" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    if whole.has_gaps("milestones") || whole.get().header.nil.is_some() {
        return;
    }
    let now: BTreeSet<&str> = order::set(whole.get().milestones.iter().map(|milestone| milestone.id.as_str()));
    for then in earlier_milestones(&previous) {
        let is_over = matches!(then.status, Some(MilestoneStatus::Complete | MilestoneStatus::Cancelled));
        if is_over || now.contains(then.id.as_str()) {
            continue;
        }
        cx.report(whole.field("milestones"))
            .message(format!(
                "{} “{}” was a milestone in {}, and is not in this return",
                then.id,
                then.title.any(),
                quarter(&previous)
            ))
            .about(then.record())
            .related(then.field("title"), "the milestone then")
            .help("put it back as complete, late or cancelled")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    #[test]
    fn a_milestone_that_is_gone_is_named() {
        let hub =
            |status: &str| format!(r#"{{"milestones": [{{"id": "M6", "title": "Hub opens", "status": "{status}"}}]}}"#);
        gets_after(
            &hub("on_track"),
            &super::RULE,
            "{}",
            &[
                "/milestones warning: M6 “Hub opens” was a milestone in Q1 of 2026-27, and is not in this return | put it back as \
             complete, late or cancelled",
            ],
        );
        gets_after(&hub("complete"), &super::RULE, "{}", &[]);
        gets_after(&hub("on_track"), &super::RULE, &hub("late"), &[]);
    }
}
