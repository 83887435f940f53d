//! A rating is what the agreed rule gives, unless somebody overrides it and says why.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::Period;
use crate::returns::approach::results::{MeasureType, Rag, RagMethod, ResultMeasure};
use crate::returns::rating::{self, Against, Compared, NotCompared};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "rating-not-by-its-own-rule",
    code: "R-08",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "The rule was written down before the quarter, so that nobody has to argue about a colour afterwards. A rating \
          that differs from it, without saying so, is worth nothing to its readers.",
    answer: "Take the rating the rule gives, or leave the rating out: it is worked out. If the partnership rates otherwise, \
             add a rag_override with what, why, and who approved it. Figures are compared unrounded, from their counts.",
    example: r#""rag_rule": { "method": "percent_of_trajectory", "green_at_or_below": 100, "amber_at_or_below": 105 }, "rag": "red""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let parts =
            ["actuals", "trajectory", "rag_rule", "rag_override", "range", "direction", "measure_type", "unit", "rate"];
        let (Some(typed), None) = (measure.rag, &measure.rag_override) else { continue };
        if parts.into_iter().any(|part| measure.is_cut(part)) || has_impossible_counts(&measure, cx.quarter()) {
            continue;
        }
        match rating::by_rule(&measure, cx.quarter()) {
            Ok(compared) if compared.rag != typed => differs(cx, &measure, typed, &compared),
            Err(NotCompared::NoPath) if is_colour(typed) => no_path(cx, &measure, typed),
            Err(NotCompared::NoFigure) if is_colour(typed) => no_figure(cx, &measure, typed),
            Ok(_)
            | Err(
                NotCompared::NoRule
                | NotCompared::Judgement
                | NotCompared::NoPath
                | NotCompared::NoFigure
                | NotCompared::DoesNotFit,
            ) => {}
        }
    }
}

/// Whether the figure is a share whose part is larger than its whole: that has a rule of its own.
fn has_impossible_counts(measure: &ResultMeasure, quarter: Period) -> bool {
    measure.measure_type != Some(MeasureType::Rate)
        && rating::actual(measure, quarter)
            .is_some_and(|actual| actual.numerator.zip(actual.denominator).is_some_and(|(part, whole)| part > whole))
}

fn is_colour(rag: Rag) -> bool {
    matches!(rag, Rag::Green | Rag::Amber | Rag::Red)
}

fn differs(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, typed: Rag, compared: &Compared) {
    let by_rule = compared.rag.word();
    let quarter = cx.quarter();
    let finding = cx
        .report(measure.field("rag"))
        .message(format!(
            "{}: {}. By its own rule that is {by_rule}, but the return says {}",
            measure.title.any(),
            comparison(compared),
            words::choice(typed.word())
        ))
        .help(format!("write {by_rule}, or add a rag_override that says why it is rated otherwise and who approved it"))
        .provided(typed.word())
        .expected(by_rule)
        .related(measure.field("rag_rule"), "the rule");
    let actuals = measure.list("actuals", |measure| &measure.actuals);
    match actuals.into_iter().rev().find(|actual| actual.period == Some(quarter)) {
        Some(actual) => finding.related(actual.field("value"), "the figure").done(),
        None => finding.done(),
    }
}

fn no_path(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, typed: Rag) {
    let quarter = words::period(cx.quarter());
    cx.report(measure.field("rag"))
        .message(format!(
            "{} is rated {}, but its path has no point for {quarter} to compare with",
            measure.title.any(),
            typed.word()
        ))
        .help("add the point to trajectory, or write not_due")
        .provided(typed.word())
        .expected(Rag::NotDue.word())
        .done();
}

fn no_figure(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, typed: Rag) {
    let quarter = words::period(cx.quarter());
    cx.report(measure.field("rag"))
        .message(format!("{} is rated {}, but there is no figure for {quarter}", measure.title.any(), typed.word()))
        .help("add the figure to actuals, or write not_rated and say why")
        .provided(typed.word())
        .expected(Rag::NotRated.word())
        .done();
}

/// “201 against a path of 185 is 8.6% too high”.
fn comparison(compared: &Compared) -> String {
    let actual = words::decimal(compared.actual.rounded(1));
    let (path, order) = match compared.against {
        Against::Range(min, max) => {
            let place = if compared.actual.compare(min).is_lt() {
                "below"
            } else if compared.actual.compare(max).is_gt() {
                "above"
            } else {
                "within"
            };
            return format!("{actual} is {place} the range from {} to {}", words::decimal(min), words::decimal(max));
        }
        Against::Path(path) => (path, compared.actual.compare(path)),
    };
    let side = match (order, compared.lower_is_better) {
        (Ordering::Equal, _) => return format!("{actual} is on the path"),
        (Ordering::Greater, true) => "too high",
        (Ordering::Less, false) => "too low",
        (Ordering::Greater, false) => "above it",
        (Ordering::Less, true) => "below it",
    };
    let difference = compared.actual.less(path).rounded(1).abs();
    let amount = match compared.method {
        RagMethod::PercentOfTrajectory => {
            let percent = (compared.actual.percent_of(path, 1) - Decimal::ONE_HUNDRED).abs();
            format!("{}%", words::decimal(percent))
        }
        RagMethod::PercentagePointsFromTrajectory => format!("{} points", words::decimal(difference)),
        RagMethod::AbsoluteDifference | RagMethod::InRange | RagMethod::Judgement => words::decimal(difference),
    };
    format!("{actual} against a path of {} is {amount} {side}", words::decimal(path))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn calls(parts: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R5", "title": "Call-outs", "measure_type": "count", "direction": "lower_is_better",
                "trajectory": [{{"period": "2026-27 Q2", "value": 185}}],
                "rag_rule": {{"method": "percent_of_trajectory", "green_at_or_below": 100, "amber_at_or_below": 105}},
                {parts}}}]}}"#
        )
    }

    const ACTUAL: &str = r#""actuals": [{"period": "2026-27 Q2", "value": 201}]"#;

    #[test]
    fn the_rating_of_the_rule_is_named_with_its_sum() {
        gets(
            &super::RULE,
            &calls(&format!(r#"{ACTUAL}, "rag": "amber""#)),
            &[
                "/results/0/rag error: Call-outs: 201 against a path of 185 is 8.6% too high. By its own rule that is red, but \
               the return says amber | write red, or add a rag_override that says why it is rated otherwise and who \
               approved it",
            ],
        );
    }

    #[test]
    fn the_right_rating_an_override_and_none_at_all_are_left_in_peace() {
        gets(&super::RULE, &calls(&format!(r#"{ACTUAL}, "rag": "red""#)), &[]);
        gets(&super::RULE, &calls(&format!(r#"{ACTUAL}, "rag": "amber", "rag_override": {{"to": "amber"}}"#)), &[]);
        gets(&super::RULE, &calls(ACTUAL), &[]);
    }

    #[test]
    fn a_colour_needs_a_figure_and_a_path() {
        gets(
            &super::RULE,
            &calls(r#""actuals": [], "rag": "green""#),
            &["/results/0/rag error: Call-outs is rated green, but there is no figure for Q2 of 2026-27 \
               | add the figure to actuals, or write not_rated and say why"],
        );
        let other_path = r#""trajectory": [{"period": "2026-27 Q3", "value": 172}], "rag": "green""#;
        let without_path = format!(
            r#"{{"results": [{{"id": "R5", "title": "Call-outs", {ACTUAL}, {other_path}, "rag_rule":
                {{"method": "absolute_difference", "green_at_or_above": 0}}}}]}}"#
        );
        gets(
            &super::RULE,
            &without_path,
            &[
                "/results/0/rag error: Call-outs is rated green, but its path has no point for Q2 of 2026-27 to compare with \
               | add the point to trajectory, or write not_due",
            ],
        );
    }

    #[test]
    fn nothing_is_said_where_the_figure_was_cut() {
        gets_without(&["/results/0/actuals/0"], &super::RULE, &calls(&format!(r#"{ACTUAL}, "rag": "green""#)), &[]);
    }
}
