//! A milestone that has slipped three times needs a decision, not a fourth date.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Milestone, MilestoneStatus};
use crate::rules::milestones::{day, earlier_milestones, field_of_day};
use crate::rules::then_and_now::{by_id, quarter};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "milestone-slipped-again",
    code: "M-04",
    area: Area::Milestones,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Nobody plans around a date that has moved three times. What holds the milestone up is now more important than the \
          next date.",
    answer: "Say what stands in its way and who can lift it; cancel it or make it smaller; or explain why this date will \
             hold.",
    example: r#"{ "id": "M3", "title": "Information sharing agreement signed", "status": "cancelled", "reason": "Replaced by a shorter agreement, see M7" }"#,
    check,
};

/// So many slips are too many.
const TOO_MANY: i128 = 3;

fn check(cx: &mut RuleContext<'_>) {
    let earlier: Vec<_> = cx
        .earlier()
        .into_iter()
        .map(|filed| (by_id(earlier_milestones(&filed), |milestone| &milestone.id), quarter(&filed)))
        .collect();
    let whole = cx.whole();
    for now in whole.list("milestones", |whole| &whole.milestones) {
        if matches!(now.status, Some(MilestoneStatus::Complete | MilestoneStatus::Cancelled)) {
            continue;
        }
        let mut slips = 0;
        let mut last: Option<(&At<'_, Milestone>, &String)> = None;
        let mut first = None;
        for (milestones, told) in &earlier {
            let Some(then) = milestones.get(now.id.as_str()) else { continue };
            slips += i128::from(last.is_some_and(|(last, _)| day(then) > day(last)));
            first = first.or_else(|| then.original_due.or(then.due));
            last = Some((then, told));
        }
        let (Some((then, told)), Some(is), Some(first)) = (last, day(&now), first) else { continue };
        let slipped_now = day(then).is_some_and(|was| is > was);
        if !slipped_now || slips + 1 < TOO_MANY {
            continue;
        }
        cx.report(now.field(field_of_day(&now)))
            .message(format!(
                "“{}” has slipped {} times: it was first due on {}, and is expected on {} now",
                now.title.any(),
                words::count(slips + 1),
                words::date(first),
                words::date(is)
            ))
            .related(then.field(field_of_day(then)), format!("the day in {told}"))
            .help("say what stands in its way and who can lift it, or explain why this date will hold")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after_all;

    fn agreement(expected: &str) -> String {
        format!(
            r#"{{"milestones": [{{"id": "M3", "title": "Agreement signed", "due": "2025-12-31",
                "forecast_date": "{expected}", "status": "late"}}]}}"#
        )
    }

    #[test]
    fn the_third_slip_is_named() {
        let days = ["2025-12-31", "2026-03-31", "2026-06-30"].map(agreement);
        let earlier: Vec<&str> = days.iter().map(String::as_str).collect();
        gets_after_all(
            &earlier,
            &super::RULE,
            &agreement("2026-12-18"),
            &[
                "/milestones/0/forecast_date warning: “Agreement signed” has slipped 3 times: it was first due on 31 December 2025, \
             and is expected on 18 December 2026 now | say what stands in its way and who can lift it, or explain why this date \
             will hold",
            ],
        );
        gets_after_all(&earlier[1..], &super::RULE, &agreement("2026-12-18"), &[]);
        let done = agreement("2026-12-18").replace("\"late\"", "\"complete\"");
        gets_after_all(&earlier, &super::RULE, &done, &[]);
    }
}
