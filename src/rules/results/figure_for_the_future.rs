//! What has not ended has no figure yet.

use crate::diagnostic::{Severity, Stage};
use crate::rules::results::has_figure;
use crate::rules::{Area, Fault, Rule, RuleContext, periods::last_day, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "figure-for-the-future",
    code: "R-07",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "An actual is what happened. A figure for a time to come is a path or a forecast, or stands under the wrong \
          period.",
    answer: "Correct the period. What you expect belongs in trajectory or forecast_year_end. A running total of the year \
             so far has the quarter as its period, not the year.",
    example: r#""actuals": [{ "period": "2026-27 Q2", "value": 104 }], "forecast_year_end": 226"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    // A return filed late may know what happened since.
    let known_until = cx.quarter_end().max(cx.reference_date());
    for measure in cx.results() {
        for actual in measure.list("actuals", |measure| &measure.actuals) {
            let Some(period) = actual.period.filter(|_| has_figure(&actual)) else { continue };
            if last_day(period).is_some_and(|day| day > known_until) {
                cx.report(actual.field("period"))
                    .message(format!(
                        "{}: you have given a figure for {}, which has not ended",
                        measure.title.any(),
                        words::period(period)
                    ))
                    .help("correct the period; what you expect belongs in trajectory or forecast_year_end")
                    .provided(period)
                    .done();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn plans(period: &str, header: &str) -> String {
        format!(
            r#"{{"return": {{{header}}}, "results": [{{"id": "R1", "title": "Plans",
                "actuals": [{{"period": "{period}", "value": 104}}]}}]}}"#
        )
    }

    #[test]
    fn a_quarter_and_a_year_to_come_are_named() {
        gets(
            &super::RULE,
            &plans("2026-27 Q3", ""),
            &[
                "/results/0/actuals/0/period error: Plans: you have given a figure for Q3 of 2026-27, which has not ended \
               | correct the period; what you expect belongs in trajectory or forecast_year_end",
            ],
        );
        gets(
            &super::RULE,
            &plans("2026-27", ""),
            &["/results/0/actuals/0/period error: Plans: you have given a figure for 2026-27, which has not ended \
               | correct the period; what you expect belongs in trajectory or forecast_year_end"],
        );
    }

    #[test]
    fn what_has_ended_by_the_day_of_filing_is_left_in_peace() {
        gets(&super::RULE, &plans("2026-27 Q2", ""), &[]);
        gets(&super::RULE, &plans("2026-10", r#""submitted_on": "2026-10-31""#), &[]);
    }
}
