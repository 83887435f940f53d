//! A milestone whose day has come is complete, late or cancelled.

use crate::diagnostic::{Severity, Stage};
use crate::returns::MilestoneStatus;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "milestone-open-after-its-date",
    code: "M-02",
    area: Area::Milestones,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "“On track” after the day it was due hides a delay, and the reader finds it out a quarter later.",
    answer: "Write complete with the day, late with the reason and the new day, or cancelled with the reason.",
    example: r#""due": "2026-08-31", "status": "late", "reason": "Supplier security check", "forecast_date": "2026-11-30""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let end = cx.quarter_end();
    for milestone in cx.whole().list("milestones", |whole| &whole.milestones) {
        let status = match milestone.status {
            Some(status @ (MilestoneStatus::OnTrack | MilestoneStatus::AtRisk)) => status,
            Some(MilestoneStatus::Complete | MilestoneStatus::Late | MilestoneStatus::Cancelled) | None => continue,
        };
        let Some(due) = milestone.due.filter(|due| *due <= end) else { continue };
        cx.report(milestone.field("status"))
            .message(format!(
                "“{}” was due on {}, so it cannot be {} at the end of the quarter",
                milestone.title.any(),
                words::date(due),
                words::choice(status.word())
            ))
            .related(milestone.field("due"), "due")
            .help("write complete with completed_on, late with reason and forecast_date, or cancelled with reason")
            .provided(status.word())
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn milestone(due: &str, status: &str) -> String {
        format!(r#"{{"milestones": [{{"id": "M1", "title": "Hub open", "due": "{due}", "status": "{status}"}}]}}"#)
    }

    #[test]
    fn a_day_that_has_come_settles_it() {
        gets(
            &super::RULE,
            &milestone("2026-09-30", "at_risk"),
            &[
                "/milestones/0/status error: “Hub open” was due on 30 September 2026, so it cannot be at risk at the end of \
               the quarter | write complete with completed_on, late with reason and forecast_date, or cancelled with \
               reason",
            ],
        );
        gets(&super::RULE, &milestone("2026-09-30", "late"), &[]);
        gets(&super::RULE, &milestone("2026-10-01", "at_risk"), &[]);
    }
}
