//! A quarterly series that ends in the quarter ends on its figure.

use crate::diagnostic::{Severity, Stage};
use crate::returns::FigureStatus;
use crate::returns::approach::system_health::Frequency;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "series-ends-on-another-figure",
    code: "S-08",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "The figure of the quarter and the last of the series are the same thing said twice. Where they differ, one was \
          not brought up to date.",
    answer: "Correct one of the two. Only a quarterly series is compared: the figure of a quarter need not be that of its \
             last month.",
    example: r#""value": 7, "series": { "frequency": "quarter", "from": "2026-27 Q1", "to": "2026-27 Q2", "values": [9, 7] }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let quarter = cx.quarter();
    let Some(system) = cx.system_health() else { return };
    for measure in system.list("measures", |system| &system.measures) {
        let Some(series) = measure.part("series", |measure| measure.series.as_ref()) else { continue };
        let is_same_period = series.frequency == Frequency::Quarter && series.to == quarter;
        if !is_same_period || measure.is_cut("series") {
            continue;
        }
        let values = series.list("values", |series| &series.values);
        let Some(last) = values.last() else { continue };
        let is_none = matches!(last.status, Some(FigureStatus::NotAvailable | FigureStatus::NotApplicable));
        let (Some(now), Some(then)) = (measure.value, last.value.filter(|_| !is_none)) else { continue };
        let (now, then) = (now.get(), then.get());
        // One of the two may be rounded more than the other.
        let places = now.normalize().scale().min(then.normalize().scale());
        if now.round_dp(places) == then.round_dp(places) {
            continue;
        }
        cx.report(last.pointer())
            .message(format!(
                "{}: the series ends with {} in {}, but the figure of the quarter is {}",
                measure.title.any(),
                words::decimal(then),
                words::period(quarter),
                words::decimal(now)
            ))
            .related(measure.field("value"), "the figure")
            .help("correct one of the two")
            .provided(then)
            .expected(now)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn waits(frequency: &str, from: &str, to: &str, last: &str) -> String {
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S1", "title": "Wait", "value": 7.4, "series":
                {{"frequency": "{frequency}", "from": "{from}", "to": "{to}", "values": [9, {last}]}}}}]}}}}"#
        )
    }

    #[test]
    fn the_two_figures_are_named() {
        gets(
            &super::RULE,
            &waits("quarter", "2026-27 Q1", "2026-27 Q2", "8"),
            &[
                "/system_health/measures/0/series/values/1 error: Wait: the series ends with 8 in Q2 of 2026-27, but the \
               figure of the quarter is 7.4 | correct one of the two",
            ],
        );
    }

    #[test]
    fn rounding_months_and_other_periods_are_left_in_peace() {
        gets(&super::RULE, &waits("quarter", "2026-27 Q1", "2026-27 Q2", "7"), &[]);
        gets(&super::RULE, &waits("month", "2026-08", "2026-09", "8"), &[]);
        gets(&super::RULE, &waits("quarter", "2025-26 Q4", "2026-27 Q1", "8"), &[]);
        gets(&super::RULE, &waits("quarter", "2026-27 Q1", "2026-27 Q2", r#"{"status": "not_available"}"#), &[]);
        let cut = ["/system_health/measures/0/series/values/1"];
        gets_without(&cut, &super::RULE, &waits("quarter", "2026-27 Q1", "2026-27 Q2", "8"), &[]);
    }
}
