//! A mean change is the difference of the means, where the same people were measured twice.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::Design;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "change-not-the-difference",
    code: "O-05",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "With the same people before and after, the mean change is the difference of the two means. Where it is not, one of the three is of other people or has a slip.",
    answer: "Correct one of the three; or say another design, if before and after are not of the same people.",
    example: r#""design": "matched_before_after", "before": { "mean": 18.9 }, "after": { "mean": 21.3 }, "change": { "mean": 2.4 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        if outcome.design != Some(Design::MatchedBeforeAfter) {
            continue;
        }
        let (Some(before), Some(after)) = (&outcome.before, &outcome.after) else { continue };
        let Some(change) = outcome.part("change", |outcome| outcome.change.as_ref()) else { continue };
        // Scores are bounded by the form, so this cannot overflow.
        let (before, after, mean) = (before.mean.get(), after.mean.get(), change.mean.get());
        let difference = after - before;
        if (mean - difference).abs() <= Decimal::new(1, 1) {
            continue;
        }
        let difference = words::decimal(difference);
        cx.report(change.field("mean"))
            .message(format!(
                "“{}”: from {} to {} is a change of {difference}, but the mean change says {}",
                outcome.title.any(),
                words::decimal(before),
                words::decimal(after),
                words::decimal(mean)
            ))
            .related(outcome.field("before"), "before")
            .help("correct one of the three, and see that all are of the people measured twice")
            .provided(mean)
            .expected(difference)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    fn means(design: &str, change: &str) -> String {
        outcome(&format!(
            r#""design": "{design}", "before": {{"mean": 18.9}}, "after": {{"mean": 21.3}}, "change": {{"mean": {change}}}"#
        ))
    }

    #[test]
    fn the_same_people_change_by_the_difference() {
        gets(
            &super::RULE,
            &means("matched_before_after", "4.2"),
            &[
                "/outcomes/0/change/mean error: “Wellbeing”: from 18.9 to 21.3 is a change of 2.4, but the mean change says 4.2 \
               | correct one of the three, and see that all are of the people measured twice",
            ],
        );
        gets(&super::RULE, &means("matched_before_after", "2.5"), &[]);
        gets(&super::RULE, &means("repeated_cross_section", "4.2"), &[]);
    }
}
