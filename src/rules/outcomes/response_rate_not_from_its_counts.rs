//! A response rate follows from the people behind it.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::exact::Exact;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "response-rate-not-from-its-counts",
    code: "O-02",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "How many answered decides how far a figure can be trusted. A rate that does not follow from its counts hides that.",
    answer: "Correct the rate or the counts; or leave the rate out, as it is worked out from them. It is those measured twice, of those due.",
    example: r#""follow_up_due": 64, "matched": 47, "response_rate": 73.4"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(cohort) = outcome.part("cohort", |outcome| outcome.cohort.as_ref()) else { continue };
        let (Some(matched), Some(due), Some(rate)) = (cohort.matched, cohort.follow_up_due, cohort.response_rate)
        else {
            continue;
        };
        // More than all is for O-01.
        let Some(share) = Exact::share(matched, due, 100).filter(|_| matched <= due) else { continue };
        let rate = rate.get();
        if share.is_near(rate, Decimal::new(5, 2)) {
            continue;
        }
        let share = words::share(share.rounded(1), 100);
        cx.report(cohort.field("response_rate"))
            .message(format!(
                "“{}”: {} of {} is {share}, but the response rate says {}%",
                outcome.title.any(),
                words::count(matched.get()),
                words::count(due.get()),
                words::decimal(rate)
            ))
            .related(cohort.field("matched"), "those measured twice")
            .help(format!("write {share} without the sign, or leave the rate out, as it is worked out from the counts"))
            .provided(rate)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn a_rate_is_a_share_of_those_due() {
        let cohort = |rate: &str| {
            outcome(&format!(r#""cohort": {{"follow_up_due": 64, "matched": 47, "response_rate": {rate}}}"#))
        };
        gets(
            &super::RULE,
            &cohort("37.4"),
            &[
                "/outcomes/0/cohort/response_rate error: “Wellbeing”: 47 of 64 is 73.4%, but the response rate says 37.4% \
               | write 73.4% without the sign, or leave the rate out, as it is worked out from the counts",
            ],
        );
        gets(&super::RULE, &cohort("73.4"), &[]);
        gets(&super::RULE, &outcome(r#""cohort": {"matched": 47, "response_rate": 3}"#), &[]);
    }
}
