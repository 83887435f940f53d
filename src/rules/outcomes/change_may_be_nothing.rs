//! A change whose interval holds zero is no clear change.

use rust_decimal::Decimal;

use super::{derived, typed};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "change-may-be-nothing",
    code: "O-19",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "The interval says how far chance could carry the figure. Where it holds zero, the true change could be nothing, or the other way.",
    answer: "Say “no clear change” in the claim’s statement.",
    example: r#""change": { "mean": 0.4, "sd": 4.6 }, "claim": { "statement": "There was no clear change in wellbeing." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(change) = outcome.part("change", |outcome| outcome.change.as_ref()) else { continue };
        let Some((lower, upper)) = derived(&outcome).or_else(|| typed(&change)) else { continue };
        let statement = outcome.claim.as_ref().and_then(|claim| claim.statement.as_ref());
        let is_said =
            statement.is_some_and(|text| text.all().any(|text| text.to_lowercase().contains("no clear change")));
        if lower > Decimal::ZERO || upper < Decimal::ZERO || is_said {
            continue;
        }
        cx.report(change.field("mean"))
            .message(format!(
                "“{}”: the change could be nothing; it lies between {} and {}",
                outcome.title.any(),
                words::decimal(lower.round_dp(1)),
                words::decimal(upper.round_dp(1))
            ))
            .help("say “no clear change” in the claim’s statement")
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
    fn an_interval_around_zero_is_no_clear_change() {
        let figures = r#""cohort": {"matched": 47}, "change": {"mean": 0.9, "sd": 4.6}"#;
        gets(
            &super::RULE,
            &outcome(figures),
            &[
                "/outcomes/0/change/mean advice: “Wellbeing”: the change could be nothing; it lies between -0.5 and 2.3 \
               | say “no clear change” in the claim’s statement",
            ],
        );
        let said = format!(r#"{figures}, "claim": {{"statement": "There was no clear change."}}"#);
        gets(&super::RULE, &outcome(&said), &[]);
        gets(&super::RULE, &outcome(r#""cohort": {"matched": 47}, "change": {"mean": 2.4, "sd": 4.6}"#), &[]);
        gets(&super::RULE, &outcome(r#""change": {"mean": 0.1}"#), &[]);
    }
}
