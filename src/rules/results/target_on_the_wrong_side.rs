//! A target is better than where the measure started.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::{BetterDirection, Counting, ResultMeasure};
use crate::returns::{PeriodFigure, Quarter, rating};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "target-on-the-wrong-side",
    code: "R-12",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A target that is worse than the start is most often a direction or a number mistyped. Where it is meant, as when \
          things are expected to get worse anyway, readers need to be told.",
    answer: "Correct the direction, the target or the baseline; or explain why the target is worse than the start.",
    example: r#""direction": "lower_is_better", "baseline": { "value": 212, "period": "2025-26 Q2" }, "target": { "value": 160 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let Some(target) = measure.part("target", |measure| measure.target.as_ref()) else { continue };
        let Some(baseline) = measure.part("baseline", |measure| measure.baseline.as_ref()) else { continue };
        if measure.is_cut("direction") || !can_be_compared(&measure, &baseline) {
            continue;
        }
        let Some(start) = rating::exact(&measure, &baseline) else { continue };
        let aim = target.value.get();
        let order = start.compare(aim);
        let (side, better) = match measure.direction {
            Some(BetterDirection::HigherIsBetter) if order.is_gt() => ("below", "higher"),
            Some(BetterDirection::LowerIsBetter) if order.is_lt() => ("above", "lower"),
            Some(
                BetterDirection::HigherIsBetter
                | BetterDirection::LowerIsBetter
                | BetterDirection::InRange
                | BetterDirection::Neutral,
            )
            | None => continue,
        };
        cx.report(target.field("value"))
            .message(format!(
                "{}: the target ({}) is {side} the baseline ({}), but {better} is better",
                measure.title.any(),
                words::decimal(aim),
                words::decimal(start.rounded(1))
            ))
            .related(baseline.field("value"), "the baseline")
            .related(measure.field("direction"), "the direction")
            .help("correct the direction, the target or the baseline; or explain why it is so")
            .provided(aim)
            .done();
    }
}

/// Whether baseline and target are of the same stretch of time. A running total of one quarter says nothing about one
/// of a year, and one since the start only grows.
fn can_be_compared(measure: &ResultMeasure, baseline: &PeriodFigure) -> bool {
    match measure.counting {
        Some(Counting::CumulativeYearToDate) => baseline.period.is_some_and(|period| {
            period.as_year().is_some() || period.as_quarter().is_some_and(|(_, quarter)| quarter == Quarter::Q4)
        }),
        Some(Counting::CumulativeSinceStart) => false,
        Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => true,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn calls(direction: &str, counting: &str, target: u32) -> String {
        format!(
            r#"{{"results": [{{"id": "R5", "title": "Call-outs", "direction": "{direction}", "counting": "{counting}",
                "baseline": {{"period": "2025-26 Q2", "value": 212}}, "target": {{"value": {target}}}}}]}}"#
        )
    }

    #[test]
    fn a_target_worse_than_the_start_is_named() {
        gets(
            &super::RULE,
            &calls("higher_is_better", "in_quarter", 160),
            &[
                "/results/0/target/value warning: Call-outs: the target (160) is below the baseline (212), but higher is \
               better | correct the direction, the target or the baseline; or explain why it is so",
            ],
        );
    }

    #[test]
    fn a_better_target_the_same_one_and_running_totals_are_left_in_peace() {
        gets(&super::RULE, &calls("lower_is_better", "in_quarter", 160), &[]);
        gets(&super::RULE, &calls("lower_is_better", "in_quarter", 212), &[]);
        gets(&super::RULE, &calls("lower_is_better", "cumulative_year_to_date", 700), &[]);
    }
}
