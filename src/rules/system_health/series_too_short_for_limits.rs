//! What is normal variation can be drawn from ten points on.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Date;
use crate::returns::approach::system_health::{Frequency, Series};
use crate::rules::{Area, Fault, Rule, RuleContext, periods::last_day, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "series-too-short-for-limits",
    code: "S-20",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "With ten points or more the report can show which changes are more than the usual ups and downs. With fewer it \
          draws a line and leaves it at that.",
    answer: "Add past months or quarters, if you have them. Where there is no figure for one, say so with the status \
             not_available.",
    example: r#""series": { "frequency": "month", "from": "2025-12", "to": "2026-09", "values": [11, 12, 9, 8, 8, 7, 8, 7, 7, 7] }"#,
    check,
};

const ENOUGH: usize = 10;

fn check(cx: &mut RuleContext<'_>) {
    let began = cx.whole().partnership.started_on;
    let Some(system) = cx.system_health() else { return };
    for measure in system.list("measures", |system| &system.measures) {
        let Some(series) = measure.part("series", |measure| measure.series.as_ref()) else { continue };
        let points = series.values.iter().filter(|figure| figure.value.is_some() || figure.numerator.is_some()).count();
        if points >= ENOUGH || measure.is_cut("series") || began.is_some_and(|began| has_it_all(&series, began)) {
            continue;
        }
        let have = if points == 1 { "figure" } else { "figures" };
        cx.report(series.field("values"))
            .message(format!(
                "{}: the series has {} {have}; with {ENOUGH} or more we can show what is normal variation",
                measure.title.any(),
                words::count(points as u64)
            ))
            .help(format!("add past {}s if you have them", series.frequency.word()))
            .done();
    }
}

/// Whether the series begins when the partnership did, so that there is no past to add.
fn has_it_all(series: &Series, began: Date) -> bool {
    let most_days = match series.frequency {
        Frequency::Month => 31,
        Frequency::Quarter => 92,
        Frequency::Year => 366,
    };
    last_day(series.from).is_some_and(|last| last.days_after(began) < most_days)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn waits(values: usize) -> String {
        let values = vec!["7"; values].join(",");
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S1", "title": "Wait", "series":
                {{"frequency": "month", "from": "2025-12", "to": "2026-09", "values": [{values}]}}}}]}}}}"#
        )
    }

    #[test]
    fn a_short_series_is_named() {
        gets(
            &super::RULE,
            &waits(9),
            &[
                "/system_health/measures/0/series/values advice: Wait: the series has 9 figures; with 10 or more we can show \
               what is normal variation | add past months if you have them",
            ],
        );
    }

    #[test]
    fn ten_points_and_no_series_at_all_are_left_in_peace() {
        gets(&super::RULE, &waits(10), &[]);
        gets(&super::RULE, r#"{"system_health": {"measures": [{"id": "S1", "title": "Wait", "value": 7}]}}"#, &[]);
        let began = |day: &str| waits(9).replacen('{', &format!(r#"{{"partnership": {{"started_on": "{day}"}},"#), 1);
        gets(&super::RULE, &began("2025-12-01"), &[]);
        gets_without(&["/system_health/measures/0/series/values/9"], &super::RULE, &waits(10), &[]);
    }
}
