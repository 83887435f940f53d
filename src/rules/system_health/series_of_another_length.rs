//! A series has a value for each of its periods.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Period;
use crate::returns::approach::system_health::{Frequency, Series};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "series-of-another-length",
    code: "S-07",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "A run chart places values by counting from the first period. One value too few moves every later point, and the \
          change somebody marked, into the wrong month.",
    answer: "Give one value for each period from the first to the last, both included. For a period without a figure write \
             { \"status\": \"not_available\" }. The periods take the form of the frequency: 2026-09, 2026-27 Q2 or 2026-27.",
    example: r#""series": { "frequency": "quarter", "from": "2025-26 Q4", "to": "2026-27 Q2", "values": [11, 9, 7] }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    for measure in system.list("measures", |system| &system.measures) {
        let Some(series) = measure.part("series", |measure| measure.series.as_ref()) else { continue };
        if measure.is_cut("series") {
            continue;
        }
        length(cx, measure.title.any(), &series);
    }
}

fn length(cx: &mut RuleContext<'_>, title: &str, series: &At<'_, Series>) {
    let each = series.frequency;
    for (name, period) in [("from", series.from), ("to", series.to)] {
        if index(each, period).is_none() {
            cx.report(series.field(name))
                .message(format!("{title}: the series has a value each {}, but “{period}” is not a {0}", each.word()))
                .help(format!("write it as {}", form(each)))
                .provided(period)
                .done();
        }
    }
    let (Some(first), Some(last)) = (index(each, series.from), index(each, series.to)) else { return };
    if last < first {
        cx.report(series.field("to"))
            .message(format!("{title}: the series ends in {}, before it starts in {}", series.to, series.from))
            .related(series.field("from"), "the start")
            .help("exchange the two, or correct one of them")
            .provided(series.to)
            .done();
        return;
    }
    let (periods, values) = (last - first + 1, i64::try_from(series.values.len()).unwrap_or(i64::MAX));
    if periods != values {
        cx.report(series.field("values"))
            .message(format!(
                "{title}: {} to {} is {} {}s, but there are {} values",
                series.from,
                series.to,
                words::count(periods),
                each.word(),
                words::count(values)
            ))
            .help("give one value for each period; where there is no figure, write { \"status\": \"not_available\" }")
            .provided(values)
            .expected(periods)
            .done();
    }
}

/// A number that grows by one from period to period; `None` where the period has another form.
pub(super) fn index(each: Frequency, period: Period) -> Option<i64> {
    match each {
        Frequency::Month => period.month_index(),
        Frequency::Quarter => period.quarter_index(),
        Frequency::Year => period.as_year().map(|year| i64::from(year.first_year())),
    }
}

fn form(each: Frequency) -> &'static str {
    match each {
        Frequency::Month => "2026-09",
        Frequency::Quarter => "2026-27 Q2",
        Frequency::Year => "2026-27",
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn waits(series: &str) -> String {
        format!(r#"{{"system_health": {{"measures": [{{"id": "S1", "title": "Wait", "series": {series}}}]}}}}"#)
    }

    #[test]
    fn periods_and_values_are_counted() {
        gets(
            &super::RULE,
            &waits(r#"{"frequency": "month", "from": "2026-04", "to": "2026-09", "values": [11, 12, 10, 11, 13]}"#),
            &[
                "/system_health/measures/0/series/values error: Wait: 2026-04 to 2026-09 is 6 months, but there are 5 values \
               | give one value for each period; where there is no figure, write { \"status\": \"not_available\" }",
            ],
        );
    }

    #[test]
    fn periods_have_the_form_of_the_frequency_and_run_forwards() {
        gets(
            &super::RULE,
            &waits(r#"{"frequency": "quarter", "from": "2026-04", "to": "2026-27 Q2", "values": [1, 2]}"#),
            &[
                "/system_health/measures/0/series/from error: Wait: the series has a value each quarter, but “2026-04” is not \
               a quarter | write it as 2026-27 Q2",
            ],
        );
        gets(
            &super::RULE,
            &waits(r#"{"frequency": "month", "from": "2026-09", "to": "2026-04", "values": [1, 2]}"#),
            &[
                "/system_health/measures/0/series/to error: Wait: the series ends in 2026-04, before it starts in 2026-09 \
               | exchange the two, or correct one of them",
            ],
        );
    }

    #[test]
    fn a_gap_is_a_value_too() {
        gets(
            &super::RULE,
            &waits(
                r#"{"frequency": "quarter", "from": "2026-27 Q1", "to": "2026-27 Q2", "values": [1, {"status": "not_available"}]}"#,
            ),
            &[],
        );
    }
}
