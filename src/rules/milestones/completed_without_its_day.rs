//! What is complete was done on a day that has come.

use crate::diagnostic::{Severity, Stage};
use crate::returns::MilestoneStatus;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "completed-without-its-day",
    code: "M-01",
    area: Area::Milestones,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "Complete is complete on a day. Without it nobody can see whether it was in time.",
    answer: "Give completed_on; or write on_track, if it is not done yet.",
    example: r#""due": "2026-07-31", "status": "complete", "completed_on": "2026-07-27""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let filed = cx.reference_date();
    for milestone in cx.whole().list("milestones", |whole| &whole.milestones) {
        if milestone.status != Some(MilestoneStatus::Complete) || milestone.is_cut("completed_on") {
            continue;
        }
        let title = milestone.title.any();
        match milestone.completed_on {
            None => cx
                .report(milestone.field("completed_on"))
                .message(format!("“{title}” is complete, and there is no day when it was done"))
                .help("give completed_on, or write on_track if it is not done yet")
                .done(),
            Some(day) if day > filed => cx
                .report(milestone.field("completed_on"))
                .message(format!(
                    "“{title}” was done on {}, and this return is of {}",
                    words::date(day),
                    words::date(filed)
                ))
                .help("correct the day; or write on_track with the day as forecast_date")
                .provided(day)
                .done(),
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn what_is_done_has_its_day() {
        let milestone = |more: &str| {
            format!(r#"{{"milestones": [{{"id": "M1", "title": "Hub open", "status": "complete"{more}}}]}}"#)
        };
        gets(
            &super::RULE,
            &milestone(""),
            &["/milestones/0/completed_on error: “Hub open” is complete, and there is no day when it was done \
               | give completed_on, or write on_track if it is not done yet"],
        );
        gets(
            &super::RULE,
            &milestone(r#", "completed_on": "2026-10-01""#),
            &[
                "/milestones/0/completed_on error: “Hub open” was done on 1 October 2026, and this return is of 30 September 2026 \
               | correct the day; or write on_track with the day as forecast_date",
            ],
        );
        gets(&super::RULE, &milestone(r#", "completed_on": "2026-09-30""#), &[]);
        gets_without(&["/milestones/0/completed_on"], &super::RULE, &milestone(""), &[]);
    }
}
