//! What is late has a reason and a new day.

use crate::diagnostic::{Severity, Stage};
use crate::returns::MilestoneStatus;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "late-without-reason-or-day",
    code: "M-03",
    area: Area::Milestones,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Late is no fault in itself. Late without a reason and a new day is a milestone that nobody has.",
    answer: "Give reason and forecast_date.",
    example: r#""status": "late", "reason": "Supplier security check", "forecast_date": "2026-11-30""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for milestone in cx.whole().list("milestones", |whole| &whole.milestones) {
        if milestone.status != Some(MilestoneStatus::Late) {
            continue;
        }
        let has_reason =
            milestone.reason.as_ref().is_some_and(|reason| !reason.is_blank()) || milestone.is_cut("reason");
        let has_day = milestone.forecast_date.is_some() || milestone.is_cut("forecast_date");
        let (field, lacks, help) = match (has_reason, has_day) {
            (true, true) => continue,
            (false, true) => ("reason", "does not say why", "give the reason"),
            (true, false) => ("forecast_date", "does not say when it is now expected", "give forecast_date"),
            (false, false) => {
                ("reason", "says neither why nor when it is now expected", "give reason and forecast_date")
            }
        };
        cx.report(milestone.field(field))
            .message(format!("“{}” is late, and {lacks}", milestone.title.any()))
            .help(help)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn late_has_a_reason_and_a_day() {
        let milestone =
            |more: &str| format!(r#"{{"milestones": [{{"id": "M1", "title": "Hub open", "status": "late"{more}}}]}}"#);
        gets(
            &super::RULE,
            &milestone(""),
            &["/milestones/0/reason warning: “Hub open” is late, and says neither why nor when it is now expected \
               | give reason and forecast_date"],
        );
        gets(
            &super::RULE,
            &milestone(r#", "reason": "Rain.""#),
            &["/milestones/0/forecast_date warning: “Hub open” is late, and does not say when it is now expected \
               | give forecast_date"],
        );
        gets(&super::RULE, &milestone(r#", "reason": "Rain.", "forecast_date": "2026-12-01""#), &[]);
        gets_without(&["/milestones/0/reason", "/milestones/0/forecast_date"], &super::RULE, &milestone(""), &[]);
    }
}
