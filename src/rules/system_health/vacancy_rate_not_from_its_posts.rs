//! A vacancy rate follows from the posts agreed and the posts filled.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::rating;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "vacancy-rate-not-from-its-posts",
    code: "S-03",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Posts and rate say the same thing twice. Where they disagree, a percentage was entered as a fraction, or one of \
          the three was mistyped.",
    answer: "Correct the rate or the posts; or leave the rate out, as it follows from them. The rate is the posts not \
             filled, out of the posts agreed. A difference of up to 0.05 is rounding.",
    example: r#""establishment_fte": 14.0, "in_post_fte": 11.6, "value": 17.1"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    for measure in system.list("measures", |system| &system.measures) {
        let (Some(agreed), Some(filled), Some(value)) = (measure.establishment_fte, measure.in_post_fte, measure.value)
        else {
            continue;
        };
        let (agreed, filled, value) = (agreed.get(), filled.get(), value.get());
        // More filled than agreed is a matter of its own, and of no posts there is no rate.
        if filled > agreed || !measure.unit.as_ref().is_some_and(rating::is_percent) {
            continue;
        }
        let Some(rate) = percent(agreed - filled, agreed) else { continue };
        let is_near = |right: Decimal| (right - value).abs() <= Decimal::new(5, 2);
        let is_fraction = [Decimal::ONE_HUNDRED, Decimal::TEN]
            .into_iter()
            .any(|times| (rate - value * times).abs() <= Decimal::new(5, 1) && !value.is_zero());
        // The posts may belong to another rate of the workforce, such as turnover.
        let is_vacancy = measure.title.all().any(|title| title.to_lowercase().contains("vacan"));
        if is_near(rate) || !(is_vacancy || is_fraction) {
            continue;
        }
        let right = rate.round_dp(1);
        cx.report(measure.field("value"))
            .message(format!(
                "{}: {} posts with {} filled is {right:.1}% vacant, not {}%",
                measure.title.any(),
                words::decimal(agreed),
                words::decimal(filled),
                words::decimal(value)
            ))
            .related(measure.field("establishment_fte"), "agreed")
            .related(measure.field("in_post_fte"), "filled")
            .help("correct the rate or the posts; or leave the rate out, as it follows from them")
            .provided(value)
            .expected(format!("{right:.1}"))
            .done();
    }
}

fn percent(part: Decimal, whole: Decimal) -> Option<Decimal> {
    part.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn posts(title: &str, value: &str) -> String {
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S7", "title": "{title}", "unit": "percent",
                "establishment_fte": 14.0, "in_post_fte": 11.6, "value": {value}}}]}}}}"#
        )
    }

    #[test]
    fn the_right_rate_is_named() {
        gets(
            &super::RULE,
            &posts("Vacancy rate", "1.71"),
            &[
                "/system_health/measures/0/value error: Vacancy rate: 14 posts with 11.6 filled is 17.1% vacant, not 1.71% \
               | correct the rate or the posts; or leave the rate out, as it follows from them",
            ],
        );
        gets(
            &super::RULE,
            &posts("Posts empty", "0.171"),
            &[
                "/system_health/measures/0/value error: Posts empty: 14 posts with 11.6 filled is 17.1% vacant, not 0.171% \
               | correct the rate or the posts; or leave the rate out, as it follows from them",
            ],
        );
    }

    #[test]
    fn the_rate_of_the_posts_and_another_rate_are_left_in_peace() {
        gets(&super::RULE, &posts("Vacancy rate", "17.1"), &[]);
        gets(&super::RULE, &posts("Staff turnover", "9.4"), &[]);
        gets(&super::RULE, &posts("Posts filled", "82.9"), &[]);
    }
}
