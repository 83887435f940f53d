//! Green is harder to reach than amber.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::Quantity;
use crate::returns::approach::results::{BetterDirection, RagMethod, RagRule, ResultMeasure};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "thresholds-in-the-wrong-order",
    code: "R-11",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "With amber beyond green, or limits for the other direction, a measure can never be amber, or has no rating at \
          all.",
    answer: "Exchange the two limits, or use the pair that fits. Percentages of a path that should fall are limited from \
             above (at or below); differences count better as positive, whichever way is better, so their limits are at \
             or above.",
    example: r#""direction": "lower_is_better", "rag_rule": { "method": "percent_of_trajectory", "green_at_or_below": 100, "amber_at_or_below": 105 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let Some(rule) = measure.part("rag_rule", |measure| measure.rag_rule.as_ref()) else { continue };
        if measure.is_cut("rag_rule") || measure.is_cut("direction") {
            continue;
        }
        match rule.method {
            RagMethod::Judgement => {}
            RagMethod::InRange => margin(cx, &measure, &rule),
            RagMethod::PercentOfTrajectory
            | RagMethod::PercentagePointsFromTrajectory
            | RagMethod::AbsoluteDifference => limits(cx, &measure, &rule),
        }
    }
}

fn limits(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, rule: &At<'_, RagRule>) {
    let lower_is_better = match measure.direction {
        Some(BetterDirection::HigherIsBetter) => false,
        Some(BetterDirection::LowerIsBetter) => true,
        Some(BetterDirection::InRange | BetterDirection::Neutral) => return,
        None => rule.green_at_or_below.is_some(),
    };
    let from_above = lower_is_better && rule.method == RagMethod::PercentOfTrajectory;
    let above = (rule.green_at_or_above, rule.amber_at_or_above);
    let below = (rule.green_at_or_below, rule.amber_at_or_below);
    let (used, other, [green_name, amber_name]) = if from_above {
        (below, above, ["green_at_or_below", "amber_at_or_below"])
    } else {
        (above, below, ["green_at_or_above", "amber_at_or_above"])
    };
    let title = measure.title.any();
    match (used, other) {
        ((None, None), (Some(_), _) | (_, Some(_))) => {
            let why = match (from_above, lower_is_better) {
                (true, _) => "lower is better, so percentages of its path are limited from above",
                (false, true) => "differences from its path count better as positive, so they are limited from below",
                (false, false) => "higher is better, so its rating is limited from below",
            };
            cx.report(rule.pointer())
                .message(format!("{title}: {why}"))
                .related(rule.field("method"), "the method")
                .help(format!("write the limits as {green_name} and {amber_name}"))
                .done();
        }
        ((Some(green), Some(amber)), _) if is_beyond(green, amber, from_above) => {
            let (green, amber) = (green.get(), amber.get());
            let (better, order) = if from_above { ("lower", "higher") } else { ("higher", "lower") };
            let better = if rule.method == RagMethod::PercentOfTrajectory {
                format!("for “{better} is better”, ")
            } else {
                String::new()
            };
            cx.report(rule.field(amber_name))
                .message(format!(
                    "{title}: {better}amber ({}) must be {order} than green ({})",
                    words::decimal(amber),
                    words::decimal(green)
                ))
                .related(rule.field(green_name), "green")
                .help("exchange the two limits, or correct one of them")
                .provided(amber)
                .done();
        }
        ((Some(_) | None, Some(_) | None), (Some(_) | None, Some(_) | None)) => {}
    }
}

/// Whether amber is harder to reach than green. Where the two are the same there is no amber, which is a choice.
fn is_beyond(green: Quantity, amber: Quantity, from_above: bool) -> bool {
    if from_above { amber < green } else { amber > green }
}

fn margin(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, rule: &At<'_, RagRule>) {
    let Some(margin) = rule.amber_within.map(Quantity::get).filter(|margin| *margin < Decimal::ZERO) else { return };
    cx.report(rule.field("amber_within"))
        .message(format!(
            "{}: amber reaches {} beyond its range, which is less than nothing",
            measure.title.any(),
            words::decimal(margin)
        ))
        .help("say how far outside the range is still amber: 0 or more")
        .provided(margin)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn rule(direction: &str, rule: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R5", "title": "Call-outs", "direction": "{direction}", "rag_rule": {{{rule}}}}}]}}"#
        )
    }

    #[test]
    fn amber_beyond_green_is_named() {
        gets(
            &super::RULE,
            &rule(
                "lower_is_better",
                r#""method": "percent_of_trajectory", "green_at_or_below": 105, "amber_at_or_below": 100"#,
            ),
            &[
                "/results/0/rag_rule/amber_at_or_below error: Call-outs: for “lower is better”, amber (100) must be higher \
               than green (105) | exchange the two limits, or correct one of them",
            ],
        );
        gets(
            &super::RULE,
            &rule(
                "lower_is_better",
                r#""method": "absolute_difference", "green_at_or_above": 0, "amber_at_or_above": 5"#,
            ),
            &["/results/0/rag_rule/amber_at_or_above error: Call-outs: amber (5) must be lower than green (0) \
               | exchange the two limits, or correct one of them"],
        );
    }

    #[test]
    fn limits_of_the_other_direction_are_named() {
        gets(
            &super::RULE,
            &rule("lower_is_better", r#""method": "percent_of_trajectory", "green_at_or_above": 100"#),
            &[
                "/results/0/rag_rule error: Call-outs: lower is better, so percentages of its path are limited from above \
               | write the limits as green_at_or_below and amber_at_or_below",
            ],
        );
        gets(
            &super::RULE,
            &rule("lower_is_better", r#""method": "absolute_difference", "green_at_or_below": 0"#),
            &["/results/0/rag_rule error: Call-outs: differences from its path count better as positive, so they are \
               limited from below | write the limits as green_at_or_above and amber_at_or_above"],
        );
        gets(
            &super::RULE,
            &rule("in_range", r#""method": "in_range", "amber_within": -2"#),
            &[
                "/results/0/rag_rule/amber_within error: Call-outs: amber reaches -2 beyond its range, which is less than \
               nothing | say how far outside the range is still amber: 0 or more",
            ],
        );
    }

    #[test]
    fn limits_in_order_and_no_amber_at_all_are_left_in_peace() {
        let differences = r#""method": "absolute_difference", "green_at_or_above": 0, "amber_at_or_above": -5"#;
        gets(&super::RULE, &rule("lower_is_better", differences), &[]);
        gets(&super::RULE, &rule("higher_is_better", differences), &[]);
        gets(&super::RULE, &rule("higher_is_better", &differences.replace("-5", "0")), &[]);
        gets(&super::RULE, &rule("neutral", r#""method": "judgement""#), &[]);
    }
}
