//! A measure has one figure for a period.

use std::collections::HashMap;

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Period, PeriodFigure};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "two-figures-for-one-period",
    code: "X-04",
    area: Area::Across,
    stage: Stage::Arithmetic,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Of two figures for one quarter the last is used. Readers of the other wonder which was meant.",
    answer: "Keep one; if a figure changed, say so in restatements and mark it as revised.",
    example: r#""actuals": [{ "period": "2026-27 Q1", "value": 75.9, "status": "revised" }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        // Mostly they are of quarters, in the order of time.
        let quarters = measure.actuals.iter().map(|actual| actual.period.and_then(Period::quarter_index));
        if quarters.is_sorted_by(|one, next| one < next) {
            continue;
        }
        let mut first: HashMap<Period, At<'_, PeriodFigure>> = HashMap::new();
        for actual in measure.list("actuals", |measure| &measure.actuals) {
            let Some(period) = actual.period else { continue };
            let Some(earlier) = first.get(&period) else {
                first.insert(period, actual);
                continue;
            };
            if earlier.get() == actual.get() {
                continue;
            }
            cx.report(actual.field("period"))
                .message(format!("“{}” has two figures for {}", measure.title.any(), words::period(period)))
                .related(earlier.field("period"), "the first")
                .help("keep one; if the figure changed, say so in restatements and mark it as revised")
                .provided(period)
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn one_period_has_one_figure() {
        let actuals = |period: &str, value: u32| {
            format!(
                r#"{{"results": [{{"id": "R1", "title": "Plans", "actuals": [{{"period": "2026-27 Q1", "value": 52}},
                    {{"period": "{period}", "value": {value}}}]}}]}}"#
            )
        };
        gets(
            &super::RULE,
            &actuals("2026-27 Q1", 54),
            &["/results/0/actuals/1/period advice: “Plans” has two figures for Q1 of 2026-27 \
               | keep one; if the figure changed, say so in restatements and mark it as revised"],
        );
        gets(&super::RULE, &actuals("2026-27 Q1", 52), &[]);
        gets(&super::RULE, &actuals("2026-27 Q2", 54), &[]);
    }
}
