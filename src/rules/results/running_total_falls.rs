//! What is counted up since a day cannot become less.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::approach::results::{Counting, MeasureType, ResultMeasure};
use crate::returns::{FinancialYear, Period, PeriodFigure, Quarter};
use crate::returns::{People, Quantity};
use crate::rules::results::earlier_measures;
use crate::rules::then_and_now::by_id;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "running-total-falls",
    code: "R-05",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "A figure that counts up from 1 April, or from the start, can only stay or grow. One that falls is either a \
          figure of the quarter alone, or one of the two was wrong.",
    answer: "Add up the quarters so far; or say that the measure counts in the quarter; or correct the earlier figure and \
             add a restatement. A new financial year starts again from nothing.",
    example: r#""counting": "cumulative_year_to_date", "actuals": [{ "period": "2026-27 Q1", "value": 52 }, { "period": "2026-27 Q2", "value": 104 }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let earlier = by_id(earlier_measures(cx), |measure| &measure.id);
    for measure in cx.results() {
        let starts_each_year = match measure.counting {
            Some(Counting::CumulativeYearToDate) => true,
            Some(Counting::CumulativeSinceStart) => false,
            Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => continue,
        };
        let names: &[&str] = match measure.measure_type {
            Some(MeasureType::Count | MeasureType::Money) => &["value"],
            Some(MeasureType::Proportion | MeasureType::Rate) => &["numerator", "denominator"],
            Some(
                MeasureType::Mean
                | MeasureType::Median
                | MeasureType::Duration
                | MeasureType::Index
                | MeasureType::YesNo,
            )
            | None => continue,
        };
        let mut actuals = dated(&measure);
        // What this return leaves out may have been said in an earlier one.
        if let Some(then) = earlier.get(measure.id.as_str()).filter(|then| then.counting == measure.counting) {
            let told: BTreeSet<_> = order::set(actuals.iter().map(|(quarter, _)| *quarter));
            actuals.extend(dated(then).into_iter().filter(|(quarter, _)| !told.contains(quarter)));
        }
        order::by_key(&mut actuals, |(quarter, _)| *quarter);
        for name in names {
            falls(cx, &measure, &actuals, name, starts_each_year);
        }
    }
}

type Dated<'a> = ((FinancialYear, Quarter), At<'a, PeriodFigure>);

fn dated<'a>(measure: &At<'a, ResultMeasure>) -> Vec<Dated<'a>> {
    let actuals = measure.list("actuals", |measure| &measure.actuals);
    actuals.filter_map(|actual| Some((actual.period?.as_quarter()?, actual))).collect()
}

fn falls(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, actuals: &[Dated<'_>], name: &str, yearly: bool) {
    let mut last: Option<(FinancialYear, Period, Decimal, &At<'_, PeriodFigure>)> = None;
    for ((year, quarter), actual) in actuals {
        let number = match name {
            "numerator" => actual.numerator.map(People::decimal),
            "denominator" => actual.denominator.map(People::decimal),
            _ => actual.value.map(Quantity::get),
        };
        let Some(number) = number else { continue };
        let period = Period::of_quarter(*year, *quarter);
        if let Some((last_year, last_period, last_number, earlier)) = last
            && (!yearly || last_year == *year)
            && number < last_number
            // A fall that an earlier return had is not this one’s.
            && actual.pointer().document() == measure.pointer().document()
        {
            let since = if yearly { "since 1 April" } else { "since the start" };
            let what = if name == "value" { String::new() } else { format!("’s {name}") };
            cx.report(actual.field(name))
                .message(format!(
                    "{} counts {since}, so {}{what} cannot fall from {} in {} to {}",
                    measure.title.any(),
                    words::period(period),
                    words::decimal(last_number),
                    words::period(last_period),
                    words::decimal(number)
                ))
                .related(earlier.field(name), "the earlier figure")
                .help("add up the quarters so far, or set counting to in_quarter")
                .provided(number)
                .done();
        }
        last = Some((*year, period, number, actual));
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_after};

    fn plans(kind: &str, counting: &str, actuals: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R1", "title": "Plans", "measure_type": "{kind}", "counting": "{counting}",
                "actuals": [{actuals}]}}]}}"#
        )
    }

    const FALLING: &str = r#"{"period": "2026-27 Q2", "value": 51}, {"period": "2026-27 Q1", "value": 52}"#;

    #[test]
    fn a_total_since_april_cannot_fall() {
        gets(
            &super::RULE,
            &plans("count", "cumulative_year_to_date", FALLING),
            &[
                "/results/0/actuals/0/value error: Plans counts since 1 April, so Q2 of 2026-27 cannot fall from 52 in Q1 of \
               2026-27 to 51 | add up the quarters so far, or set counting to in_quarter",
            ],
        );
    }

    #[test]
    fn a_percentage_may_fall_and_its_counts_may_not() {
        let actuals = r#"{"period": "2026-27 Q1", "numerator": 10, "denominator": 20, "value": 50.0},
            {"period": "2026-27 Q2", "numerator": 9, "denominator": 40, "value": 22.5}"#;
        gets(
            &super::RULE,
            &plans("proportion", "cumulative_year_to_date", actuals),
            &[
                "/results/0/actuals/1/numerator error: Plans counts since 1 April, so Q2 of 2026-27’s numerator cannot fall \
               from 10 in Q1 of 2026-27 to 9 | add up the quarters so far, or set counting to in_quarter",
            ],
        );
    }

    #[test]
    fn a_new_year_starts_again_and_a_quarter_may_be_any() {
        let years = r#"{"period": "2025-26 Q4", "value": 200}, {"period": "2026-27 Q1", "value": 52}"#;
        gets(&super::RULE, &plans("count", "cumulative_year_to_date", years), &[]);
        gets(&super::RULE, &plans("count", "in_quarter", FALLING), &[]);
    }

    #[test]
    fn what_was_said_in_the_last_return_counts_too() {
        let then = plans("count", "cumulative_year_to_date", r#"{"period": "2026-27 Q1", "value": 52}"#);
        let now = |value: u32| {
            let actual = format!(r#"{{"period": "2026-27 Q2", "value": {value}}}"#);
            plans("count", "cumulative_year_to_date", &actual)
        };
        gets_after(
            &then,
            &super::RULE,
            &now(48),
            &[
                "/results/0/actuals/0/value error: Plans counts since 1 April, so Q2 of 2026-27 cannot fall from 52 in Q1 of \
               2026-27 to 48 | add up the quarters so far, or set counting to in_quarter",
            ],
        );
        gets_after(&then, &super::RULE, &now(104), &[]);
    }
}
