//! A forecast agrees with what happened already, and with the rating.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::{BetterDirection, Counting, MeasureType, Rag, ResultMeasure};
use crate::returns::{Note, Quantity, Quarter, Text};
use crate::rules::results::rated;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "forecast-against-the-figures",
    code: "R-18",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A running total cannot end the year below where it stands. And a measure that is on track today, and is expected \
          to miss its target, is news that readers should not have to find for themselves.",
    answer: "Correct the forecast or the figure. Where the forecast misses the target though the rating is green, say so \
             in the commentary.",
    example: r#""rag": "green", "forecast_year_end": 73.0, "commentary": "We expect to miss the target of 75: two clinics close in January.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let Some(forecast) = measure.forecast_year_end.as_ref().and_then(|figure| figure.value) else { continue };
        let forecast = forecast.get();
        if !below_the_figure(cx, &measure, forecast) {
            misses_in_silence(cx, &measure, forecast);
        }
    }
}

fn below_the_figure(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, forecast: Decimal) -> bool {
    let is_running = matches!(measure.counting, Some(Counting::CumulativeYearToDate | Counting::CumulativeSinceStart))
        && matches!(measure.measure_type, Some(MeasureType::Count | MeasureType::Money));
    let quarter = cx.quarter();
    let actuals = measure.list("actuals", |measure| &measure.actuals);
    let Some(actual) = actuals.into_iter().rev().find(|actual| actual.period == Some(quarter)) else { return false };
    let Some(value) = actual.value.map(Quantity::get).filter(|value| is_running && forecast < *value) else {
        return false;
    };
    cx.report(measure.field("forecast_year_end"))
        .message(format!(
            "“{}” is forecast to end the year at {}, and already stands at {}",
            measure.title.any(),
            words::decimal(forecast),
            words::decimal(value)
        ))
        .related(actual.field("value"), "so far")
        .help("correct the forecast or the figure: a running total does not fall")
        .provided(forecast)
        .done();
    true
}

fn misses_in_silence(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, forecast: Decimal) {
    let quarter = cx.quarter();
    let Some(target) = measure.part("target", |measure| measure.target.as_ref()) else { return };
    let (_, year_end) = Quarter::Q4.days(cx.header().period.financial_year.first_year());
    // A target of a later year is not missed this year.
    if target.by.is_some_and(|by| by > year_end) || measure.is_cut("commentary") {
        return;
    }
    let aim = target.value.get();
    let misses = match measure.direction {
        Some(BetterDirection::HigherIsBetter) => forecast < aim,
        Some(BetterDirection::LowerIsBetter) => forecast > aim,
        Some(BetterDirection::InRange | BetterDirection::Neutral) | None => false,
    };
    let is_said = || {
        measure.commentary.as_ref().is_some_and(speaks_of_it)
            || measure.forecast_basis.as_ref().is_some_and(|basis: &Note| speaks_of_it(basis))
    };
    if !misses || rated(measure, quarter) != Rag::Green || is_said() {
        return;
    }
    cx.report(measure.field("forecast_year_end"))
        .message(format!(
            "“{}” is rated green, and is forecast to miss its target: {} against {}",
            measure.title.any(),
            words::decimal(forecast),
            words::decimal(aim)
        ))
        .related(target.field("value"), "the target")
        .help("say in the commentary why it is expected to miss the target, or correct the forecast")
        .provided(forecast)
        .done();
}

/// Whether words speak of the end of the year or of the target, in English or Welsh.
fn speaks_of_it<const MAX: usize>(text: &Text<MAX>) -> bool {
    const WORDS: [&str; 13] = [
        "forecast",
        "target",
        "year end",
        "year-end",
        "end of the year",
        "miss",
        "short of",
        "fall short",
        "expect",
        "targed",
        "rhagolwg",
        "rhagolygon",
        "diwedd y flwyddyn",
    ];
    text.all().any(|text| {
        let text = text.to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn plans(parts: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R1", "title": "Plans", "measure_type": "count", "direction": "higher_is_better",
                "counting": "cumulative_year_to_date", "actuals": [{{"period": "2026-27 Q2", "value": 104}}], {parts}}}]}}"#
        )
    }

    const GREEN: &str = r#""rag": "green", "target": {"value": 240, "by": "2027-03-31"}, "forecast_year_end": 226"#;

    #[test]
    fn a_running_total_does_not_end_below_where_it_stands() {
        gets(
            &super::RULE,
            &plans(r#""forecast_year_end": 103"#),
            &[
                "/results/0/forecast_year_end warning: “Plans” is forecast to end the year at 103, and already stands at 104 \
               | correct the forecast or the figure: a running total does not fall",
            ],
        );
        gets(&super::RULE, &plans(r#""forecast_year_end": 104"#), &[]);
    }

    #[test]
    fn a_green_measure_that_will_miss_its_target_says_so() {
        gets(
            &super::RULE,
            &plans(GREEN),
            &["/results/0/forecast_year_end warning: “Plans” is rated green, and is forecast to miss its target: 226 \
               against 240 | say in the commentary why it is expected to miss the target, or correct the forecast"],
        );
        gets(&super::RULE, &plans(&format!(r#"{GREEN}, "commentary": "We expect 226 by March.""#)), &[]);
        gets(&super::RULE, &plans(&GREEN.replace("2027-03-31", "2028-03-31")), &[]);
        gets(&super::RULE, &plans(&GREEN.replace("green", "amber")), &[]);
        gets_without(&["/results/0/commentary"], &super::RULE, &plans(GREEN), &[]);
    }
}
