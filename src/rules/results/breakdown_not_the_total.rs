//! The groups of a breakdown add up to the figure they break down.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::PeriodFigure;
use crate::returns::approach::results::{Breakdown, BreakdownBy, BreakdownGroup, MeasureType, ResultMeasure};
use crate::returns::{People, Quantity};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "breakdown-not-the-total",
    code: "R-10",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Readers add up the wards. Where they do not come to the total, somebody was left out or counted twice; and \
          hiding small numbers relies on the sum.",
    answer: "Correct the groups or the total. Put those whose group is not known into a group of their own. If somebody may \
             be in several groups, mark the breakdown as overlapping. Of percentages the counts are added up.",
    example: r#""breakdowns": [{ "by": "ward", "groups": [{ "place": "quayside", "value": 41 }, { "label": "Not known", "value": 2 }] }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let quarter = cx.quarter();
    for measure in cx.results() {
        if measure.is_cut("actuals") || measure.is_cut("breakdowns") {
            continue;
        }
        let actuals = measure.list("actuals", |measure| &measure.actuals);
        let Some(total) = actuals.into_iter().rev().find(|actual| actual.period == Some(quarter)) else { continue };
        for breakdown in measure.list("breakdowns", |measure| &measure.breakdowns) {
            if breakdown.overlapping == Some(true) || breakdown.groups.is_empty() {
                continue;
            }
            for name in parts(&measure) {
                add_up(cx, &measure, &total, &breakdown, name);
            }
        }
    }
}

/// What of a group adds up: counts and money themselves, of a share its counts, of a mean nothing.
fn parts(measure: &ResultMeasure) -> &'static [&'static str] {
    match measure.measure_type {
        Some(MeasureType::Count | MeasureType::Money) => &["value"],
        Some(MeasureType::Proportion | MeasureType::Rate) => &["numerator", "denominator"],
        Some(
            MeasureType::Mean | MeasureType::Median | MeasureType::Duration | MeasureType::Index | MeasureType::YesNo,
        )
        | None => &[],
    }
}

fn add_up(
    cx: &mut RuleContext<'_>,
    measure: &At<'_, ResultMeasure>,
    total: &At<'_, PeriodFigure>,
    breakdown: &At<'_, Breakdown>,
    name: &str,
) {
    let whole = match name {
        "numerator" => total.numerator.map(People::decimal),
        "denominator" => total.denominator.map(People::decimal),
        _ => total.value.map(Quantity::get),
    };
    let Some(whole) = whole else { return };
    // A group whose figure is not known leaves the sum open.
    let Some(sum) = breakdown.groups.iter().map(|group| number(group, name)).sum::<Option<Decimal>>() else { return };
    if sum == whole {
        return;
    }
    let difference = words::decimal((whole - sum).abs());
    let amount =
        if sum < whole { format!("{difference} are missing") } else { format!("that is {difference} too many") };
    let what = if name == "value" { "total" } else { name };
    cx.report(breakdown.field("groups"))
        .message(format!(
            "{}: the {} figures add up to {}, but the {what} is {}; {amount}",
            measure.title.any(),
            dimension(breakdown),
            words::decimal(sum),
            words::decimal(whole)
        ))
        .related(total.field(name), format!("the {what}"))
        .help("correct a group or the total, add a group for those not known, or mark the breakdown as overlapping")
        .provided(sum)
        .expected(whole)
        .done();
}

fn number(group: &BreakdownGroup, name: &str) -> Option<Decimal> {
    let figure = group.value.as_ref();
    match name {
        "numerator" => group.numerator.or_else(|| figure?.numerator).map(People::decimal),
        "denominator" => group.denominator.or_else(|| figure?.denominator).map(People::decimal),
        _ => figure?.value.map(Quantity::get),
    }
}

fn dimension(breakdown: &Breakdown) -> String {
    match (breakdown.by, &breakdown.label) {
        (BreakdownBy::Other, Some(label)) => format!("“{label}”"),
        (by, _) => by.word().replace('_', " "),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn plans(breakdown: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R1", "title": "Plans", "measure_type": "count",
                "actuals": [{{"period": "2026-27 Q1", "value": 52}}, {{"period": "2026-27 Q2", "value": 104}}],
                "breakdowns": [{breakdown}]}}]}}"#
        )
    }

    const SHORT: &str = r#""by": "ward", "groups": [{"label": "East", "value": 41}, {"label": "West", "value": 41}]"#;

    #[test]
    fn missing_people_are_counted() {
        gets(
            &super::RULE,
            &plans(&format!("{{{SHORT}}}")),
            &[
                "/results/0/breakdowns/0/groups error: Plans: the ward figures add up to 82, but the total is 104; 22 are \
               missing | correct a group or the total, add a group for those not known, or mark the breakdown as \
               overlapping",
            ],
        );
    }

    #[test]
    fn of_a_proportion_the_counts_are_added_up() {
        gets(
            &super::RULE,
            r#"{"results": [{"id": "R2", "title": "Seen", "measure_type": "proportion",
                "actuals": [{"period": "2026-27 Q2", "numerator": 60, "denominator": 80, "value": 75}],
                "breakdowns": [{"by": "sex", "groups": [
                    {"label": "Women", "numerator": 40, "denominator": 50, "value": 80},
                    {"label": "Men", "numerator": 20, "denominator": 31, "value": 64.5}]}]}]}"#,
            &[
                "/results/0/breakdowns/0/groups error: Seen: the sex figures add up to 81, but the denominator is 80; that is \
               1 too many | correct a group or the total, add a group for those not known, or mark the breakdown as \
               overlapping",
            ],
        );
    }

    #[test]
    fn overlapping_groups_and_unknown_figures_need_not_add_up() {
        gets(&super::RULE, &plans(&format!(r#"{{{SHORT}, "overlapping": true}}"#)), &[]);
        let unknown = r#"{"by": "ward", "groups": [{"label": "East", "value": 41}, {"label": "West",
            "value": {"status": "not_available"}}]}"#;
        gets(&super::RULE, &plans(unknown), &[]);
    }

    #[test]
    fn a_group_that_was_cut_leaves_the_sum_open() {
        gets_without(&["/results/0/breakdowns/0/groups/1"], &super::RULE, &plans(&format!("{{{SHORT}}}")), &[]);
    }
}
