//! People and households are counted whole.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::{Counts, MeasureType, ResultMeasure};
use crate::returns::{FigureStatus, Quantity};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "part-of-a-person",
    code: "R-04",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "A count that is not whole is a mean, a share or a slip of the decimal point, and is read as something it is not.",
    answer: "Give the whole number. If the figure is a mean or a share, choose that measure type. An estimate can say so \
             with the status estimated. Paths, targets and forecasts may have decimals.",
    example: r#""measure_type": "count", "unit": "households", … { "period": "2026-27 Q2", "value": 104 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let Some(of_what) = counted(&measure) else { continue };
        for (at, value) in parts(&measure) {
            let given = words::decimal(value);
            cx.report(at)
                .message(format!("{}: you cannot have {given} {of_what}", measure.title.any()))
                .help("give the whole number, or choose another measure type if it is a mean or a share")
                .provided(value)
                .done();
        }
    }
}

/// What is counted, where it is something that is only there whole.
fn counted(measure: &ResultMeasure) -> Option<&'static str> {
    if measure.measure_type != Some(MeasureType::Count) {
        return None;
    }
    let stated = measure.counts.or_else(|| Counts::of_unit(measure.unit.as_ref()?.as_str()))?;
    match stated {
        Counts::People => Some("people"),
        Counts::Households => Some("households"),
        Counts::Cases => Some("cases"),
        Counts::Opinions | Counts::Staff | Counts::Organisations | Counts::Things | Counts::Money => None,
    }
}

/// The figures that are not whole and are meant to be.
fn parts(measure: &At<'_, ResultMeasure>) -> Vec<(Pointer, Decimal)> {
    let part = |value: Option<Quantity>| value.map(Quantity::get).filter(|value| !value.is_integer());
    let baseline = measure.part("baseline", |measure| measure.baseline.as_ref());
    let mut parts: Vec<_> = baseline
        .into_iter()
        .chain(measure.list("actuals", |measure| &measure.actuals))
        .filter(|figure| figure.status != Some(FigureStatus::Estimated))
        .filter_map(|figure| part(figure.value).map(|part| (figure.field("value"), part)))
        .collect();
    for breakdown in measure.list("breakdowns", |measure| &measure.breakdowns) {
        for group in breakdown.list("groups", |breakdown| &breakdown.groups) {
            let figure = group.value.as_ref().filter(|figure| figure.status != Some(FigureStatus::Estimated));
            let value = part(figure.and_then(|figure| figure.value));
            parts.extend(value.map(|part| (group.field("value"), part)));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn plans(unit: &str, figure: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R1", "title": "Plans", "measure_type": "count", "unit": "{unit}",
                "actuals": [{{"period": "2026-27 Q2", {figure}}}]}}]}}"#
        )
    }

    #[test]
    fn half_a_household_is_named() {
        gets(
            &super::RULE,
            &plans("households", r#""value": 41.5"#),
            &["/results/0/actuals/0/value error: Plans: you cannot have 41.5 households \
               | give the whole number, or choose another measure type if it is a mean or a share"],
        );
    }

    #[test]
    fn whole_numbers_estimates_and_what_can_be_halved_are_left_in_peace() {
        gets(&super::RULE, &plans("households", r#""value": 41"#), &[]);
        gets(&super::RULE, &plans("households", r#""value": 41.5, "status": "estimated""#), &[]);
        gets(&super::RULE, &plans("tonnes", r#""value": 41.5"#), &[]);
    }
}
