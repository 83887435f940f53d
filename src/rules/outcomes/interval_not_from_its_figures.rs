//! An interval follows from the people, the mean and the spread.

use rust_decimal::Decimal;

use super::{derived, typed};
use crate::diagnostic::{Severity, Stage};
use crate::returns::People;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "interval-not-from-its-figures",
    code: "O-21",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "An interval tells readers how sure a figure is. One that does not follow makes a guess look like a finding.",
    answer: "Correct the interval, the spread or the number; or leave ci95 out, as it is worked out.",
    example: r#""cohort": { "matched": 47 }, "change": { "mean": 2.4, "sd": 4.6, "ci95": [1.0, 3.8] }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(change) = outcome.part("change", |outcome| outcome.change.as_ref()) else { continue };
        let (Some((lower, upper)), Some((from, to))) = (derived(&outcome), typed(&change)) else { continue };
        let is_near = |one: Decimal, other: Decimal| (one - other).abs() <= Decimal::new(1, 1);
        if is_near(lower, from) && is_near(upper, to) {
            continue;
        }
        let people = outcome.cohort.as_ref().and_then(|cohort| cohort.matched).map_or(0, People::get);
        let spread = change.sd.map(|sd| words::decimal(sd.get())).unwrap_or_default();
        let one_place = |number: Decimal| format!("{:.1}", number.round_dp(1));
        cx.report(change.field("ci95"))
            .message(format!(
                "“{}”: from {} people, a mean of {} and a spread of {spread} the interval is {} to {}, not {} to {}",
                outcome.title.any(),
                words::count(people),
                words::decimal(change.mean.get()),
                one_place(lower),
                one_place(upper),
                words::decimal(from),
                words::decimal(to)
            ))
            .help("correct one of them; or leave ci95 out, as it is worked out")
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
    fn an_interval_is_worked_out() {
        let figures = |ends: &str| {
            outcome(&format!(r#""cohort": {{"matched": 47}}, "change": {{"mean": 2.4, "sd": 4.6, "ci95": {ends}}}"#))
        };
        gets(
            &super::RULE,
            &figures("[2.0, 2.8]"),
            &[
                "/outcomes/0/change/ci95 error: “Wellbeing”: from 47 people, a mean of 2.4 and a spread of 4.6 the interval is 1.0 to \
               3.8, not 2 to 2.8 | correct one of them; or leave ci95 out, as it is worked out",
            ],
        );
        gets(&super::RULE, &figures("[1.0, 3.8]"), &[]);
        gets(&super::RULE, &outcome(r#""change": {"mean": 2.4, "sd": 4.6, "ci95": [2.0, 2.8]}"#), &[]);
    }
}
