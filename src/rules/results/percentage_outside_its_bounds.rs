//! A percentage of a whole lies between 0 and 100.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::{MeasureType, ResultMeasure};
use crate::returns::{People, Quantity, rating};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "percentage-outside-its-bounds",
    code: "R-03",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "A share of a whole is at most all of it. A figure above 100 is most often a change in percent, which is another \
          kind of measure, or a mistyped one.",
    answer: "Correct the figure. If it says how much something rose or fell, choose the measure type index.",
    example: r#""measure_type": "proportion", … { "period": "2026-27 Q2", "value": 78.0 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        if rating::factor(&measure) != Some(100) || measure.measure_type == Some(MeasureType::Rate) {
            continue;
        }
        for (at, value) in figures(&measure) {
            let value = value.get();
            let (message, help) = if value > Decimal::ONE_HUNDRED {
                let rise = words::decimal(value - Decimal::ONE_HUNDRED);
                (
                    format!("“{}” cannot be {}%", measure.title.any(), words::decimal(value)),
                    format!("correct it; if it is a rise of {rise}%, choose the measure type index"),
                )
            } else {
                (
                    format!("“{}” cannot be {}%, which is below zero", measure.title.any(), words::decimal(value)),
                    format!(
                        "correct it; if it is a fall of {}%, choose the measure type index",
                        words::decimal(-value)
                    ),
                )
            };
            cx.report(at).message(message).help(help).provided(value).done();
        }
    }
}

/// Every percentage of a measure that is below 0 or above 100. Of one with both its counts, other rules speak.
fn figures(measure: &At<'_, ResultMeasure>) -> Vec<(Pointer, Quantity)> {
    let mut figures = Vec::new();
    let bounds = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    let mut one = |at: &dyn Fn() -> Pointer, value: Option<Quantity>, counts: [Option<People>; 2]| {
        let follows = counts.iter().all(Option::is_some);
        let odd = value.filter(|value| !follows && !bounds.contains(&value.get()));
        figures.extend(odd.map(|value| (at(), value)));
    };
    let baseline = measure.part("baseline", |measure| measure.baseline.as_ref());
    for figure in baseline.into_iter().chain(measure.list("actuals", |measure| &measure.actuals)) {
        one(&|| figure.field("value"), figure.value, [figure.numerator, figure.denominator]);
    }
    if let Some(target) = measure.part("target", |measure| measure.target.as_ref()) {
        one(&|| target.field("value"), Some(target.value), [None, None]);
    }
    for point in measure.list("trajectory", |measure| &measure.trajectory) {
        one(&|| point.field("value"), Some(point.value), [None, None]);
    }
    if let Some(forecast) = &measure.forecast_year_end {
        one(&|| measure.field("forecast_year_end"), forecast.value, [forecast.numerator, forecast.denominator]);
    }
    for breakdown in measure.list("breakdowns", |measure| &measure.breakdowns) {
        for group in breakdown.list("groups", |breakdown| &breakdown.groups) {
            let value = group.value.as_ref().and_then(|figure| figure.value);
            one(&|| group.field("value"), value, [group.numerator, group.denominator]);
        }
    }
    figures
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn share(kind: &str, actual: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R2", "title": "Seen", "measure_type": "{kind}", "unit": "percent",
                "actuals": [{{"period": "2026-27 Q2", {actual}}}]}}]}}"#
        )
    }

    #[test]
    fn more_than_all_and_less_than_none_are_named() {
        gets(
            &super::RULE,
            &share("proportion", r#""value": 128"#),
            &["/results/0/actuals/0/value error: “Seen” cannot be 128% \
               | correct it; if it is a rise of 28%, choose the measure type index"],
        );
        gets(
            &super::RULE,
            &share("proportion", r#""value": -6.5"#),
            &["/results/0/actuals/0/value error: “Seen” cannot be -6.5%, which is below zero \
               | correct it; if it is a fall of 6.5%, choose the measure type index"],
        );
        gets(
            &super::RULE,
            r#"{"results": [{"id": "R2", "title": "Seen", "unit": "%", "target": {"value": 110},
                "trajectory": [{"period": "2026-27 Q4", "value": 101}], "forecast_year_end": 100}]}"#,
            &[
                "/results/0/target/value error: “Seen” cannot be 110% \
                 | correct it; if it is a rise of 10%, choose the measure type index",
                "/results/0/trajectory/0/value error: “Seen” cannot be 101% \
                 | correct it; if it is a rise of 1%, choose the measure type index",
            ],
        );
    }

    #[test]
    fn an_index_may_be_more_and_counts_are_for_other_rules() {
        gets(&super::RULE, &share("index", r#""value": 128"#), &[]);
        gets(&super::RULE, &share("proportion", r#""value": 100"#), &[]);
        gets(&super::RULE, &share("proportion", r#""value": 128, "numerator": 128, "denominator": 100"#), &[]);
    }
}
