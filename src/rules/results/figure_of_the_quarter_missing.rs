//! A measure of the partnership's own work has a figure for the quarter, or a reason for having none.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::{MeasureLevel, Rag, ResultMeasure};
use crate::returns::rating::{self, NotCompared};
use crate::returns::{FigureStatus, Period, PeriodFigure};
use crate::rules::results::{has_figure, is_performance};
use crate::rules::{Area, At, Fault, Rule, RuleContext, periods::last_day, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "figure-of-the-quarter-missing",
    code: "R-06",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "A quarter without a figure looks like one that somebody would rather not show. “Not available, because …” is an \
          answer that readers accept. Figures of a whole place often come later: they may be one period late.",
    answer: "Add the figure to actuals; or add the quarter with the status not_available and the reason. Where the \
             measure is not due this quarter, rate it not_due.",
    example: r#"{ "period": "2026-27 Q2", "status": "not_available", "reason": "The clinic moved its records in September." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    if cx.header().nil.is_some() {
        return;
    }
    for measure in cx.results() {
        if measure.is_cut("actuals") || measure.rag == Some(Rag::NotDue) {
            continue;
        }
        let of_quarter = of_quarter(cx, &measure);
        if of_quarter.iter().any(|figure| has_figure(figure)) {
            continue;
        }
        // Of a rating that has no figure to rest on, R-08 speaks.
        let is_rated = measure.rag.is_some_and(|rag| !matches!(rag, Rag::NotRated | Rag::NotDue));
        if is_rated && rating::by_rule(&measure, cx.quarter()) == Err(NotCompared::NoFigure) {
            continue;
        }
        let said = of_quarter.into_iter().find(|figure| says_there_is_none(figure));
        if let Some(said) = said {
            no_reason(cx, &measure, &said);
        } else if is_performance(&measure) {
            let quarter = words::period(cx.quarter());
            cx.report(measure.field("actuals"))
                .message(format!("“{}” has no figure for {quarter}", measure.title.any()))
                .help("add the figure; or add the quarter with the status not_available and say why")
                .done();
        } else if measure.level == Some(MeasureLevel::Population) {
            late(cx, &measure);
        }
    }
}

/// The figures of the quarter, or of a month or year that ends in it.
fn of_quarter<'a>(cx: &RuleContext<'_>, measure: &At<'a, ResultMeasure>) -> Vec<At<'a, PeriodFigure>> {
    let period = &cx.header().get().period;
    let days = period.first_day()..=period.last_day();
    let actuals = measure.list("actuals", |measure| &measure.actuals);
    actuals.filter(|figure| figure.period.and_then(last_day).is_some_and(|day| days.contains(&day))).collect()
}

fn says_there_is_none(figure: &PeriodFigure) -> bool {
    matches!(figure.status, Some(FigureStatus::NotAvailable | FigureStatus::NotApplicable))
}

fn no_reason(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, said: &At<'_, PeriodFigure>) {
    if said.reason.as_ref().is_some_and(|reason| !reason.is_blank()) || !is_performance(measure) {
        return;
    }
    let status = said.status.map_or("", FigureStatus::word);
    let quarter = words::period(cx.quarter());
    cx.report(said.field("status"))
        .message(format!(
            "The figure of “{}” for {quarter} is {}, and there is no reason",
            measure.title.any(),
            words::choice(status)
        ))
        .help("add the reason: what is missing, and when it will be there")
        .provided(status)
        .done();
}

/// A figure of the whole place that is more than one period late.
fn late(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>) {
    let actuals = measure.list("actuals", |measure| &measure.actuals);
    let latest = actuals
        .into_iter()
        .filter(|figure| has_figure(figure))
        .filter_map(|figure| Some((last_day(figure.period?)?, figure.period?, figure)))
        .max_by_key(|(day, _, _)| *day);
    let Some((_, period, figure)) = latest.filter(|(_, period, _)| is_late(*period, cx.quarter())) else { return };
    cx.report(figure.field("period"))
        .severity(Severity::Advice)
        .message(format!(
            "The latest figure of “{}” is for {}, more than one period ago",
            measure.title.any(),
            words::period(period)
        ))
        .help("add the newest figure that is published; or add the quarter with the status not_available and say why")
        .provided(period)
        .done();
}

/// Whether more than one period of the same length has gone by without a figure.
fn is_late(period: Period, quarter: Period) -> bool {
    let Some((year, number)) = quarter.as_quarter() else { return false };
    if let (Some(then), Some(now)) = (period.quarter_index(), quarter.quarter_index()) {
        return now - then > 1;
    }
    if let Some(month) = period.month_index() {
        let last_month = i64::from(year.first_year()) * 12 + i64::from(number.number()) * 3 + 2;
        return last_month - month > 3;
    }
    let last_whole_year = year.first_year() - i32::from(number.number() < 4);
    period.as_year().is_some_and(|then| last_whole_year - then.first_year() > 1)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn measure(level: &str, actuals: &str) -> String {
        format!(r#"{{"results": [{{"id": "R1", "title": "Plans", "level": "{level}", "actuals": [{actuals}]}}]}}"#)
    }

    #[test]
    fn a_figure_or_a_reason_is_asked_for() {
        gets(
            &super::RULE,
            &measure("performance", r#"{"period": "2026-27 Q1", "value": 52}"#),
            &["/results/0/actuals error: “Plans” has no figure for Q2 of 2026-27 \
               | add the figure; or add the quarter with the status not_available and say why"],
        );
        gets(
            &super::RULE,
            &measure("performance", r#"{"period": "2026-27 Q2", "status": "not_available"}"#),
            &[
                "/results/0/actuals/0/status error: The figure of “Plans” for Q2 of 2026-27 is not available, and there is no \
               reason | add the reason: what is missing, and when it will be there",
            ],
        );
    }

    #[test]
    fn a_figure_of_the_quarter_or_of_its_last_month_is_enough() {
        gets(&super::RULE, &measure("performance", r#"{"period": "2026-27 Q2", "value": 52}"#), &[]);
        gets(&super::RULE, &measure("performance", r#"{"period": "2026-09", "value": 52}"#), &[]);
        let said = r#"{"period": "2026-27 Q2", "status": "not_available", "reason": "Records moved."}"#;
        gets(&super::RULE, &measure("performance", said), &[]);
        gets_without(&["/results/0/actuals/0"], &super::RULE, &measure("performance", said), &[]);
        gets(&super::RULE, r#"{"results": [{"id": "R1", "title": "Plans"}]}"#, &[]);
    }

    #[test]
    fn a_figure_of_the_place_may_be_one_period_late() {
        gets(&super::RULE, &measure("population", r#"{"period": "2026-27 Q1", "value": 52}"#), &[]);
        gets(&super::RULE, &measure("population", r#"{"period": "2024-25", "value": 52}"#), &[]);
        gets(&super::RULE, &measure("population", r#"{"period": "2026-06", "value": 52}"#), &[]);
        gets(
            &super::RULE,
            &measure("population", r#"{"period": "2025-26 Q4", "value": 52}"#),
            &[
                "/results/0/actuals/0/period advice: The latest figure of “Plans” is for Q4 of 2025-26, more than one period \
               ago | add the newest figure that is published; or add the quarter with the status not_available and say \
               why",
            ],
        );
    }
}
