//! Variances are actual less profile, and forecast less budget.

use super::{number, sum, whole};
use crate::diagnostic::{Severity, Stage};
use crate::returns::{Pounds, SpendLine, Stated};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "variance-does-not-follow",
    code: "F-03",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "A variance tells the reader where to look. One that does not follow sends them to the wrong place, often with the wrong sign.",
    answer: "Correct the variance or the figures; or leave the variance out, as it is worked out. Less spent than planned is below zero.",
    example: r#""profile_to_date": 390000, "actual_to_date": 348600, "variance_to_date": -41400"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    for line in finance.list("spend", |finance| &finance.spend) {
        let name = || format!("“{}”", line.line);
        let to_date =
            (line.variance_to_date, number(line.actual_to_date.as_ref()), number(line.profile_to_date.as_ref()));
        follows(cx, &name, (&line, "variance_to_date"), ("spent", "planned"), to_date);
        let of_year = (line.forecast_variance, number(line.forecast.as_ref()), number(line.budget.as_ref()));
        follows(cx, &name, (&line, "forecast_variance"), ("forecast", "budgeted"), of_year);
    }
    if let Some(totals) = finance.part("totals", |finance| finance.totals.as_ref()) {
        let name = || "The total".to_owned();
        // A total that is not the sum of its lines is for F-01.
        let right = |total: Option<Pounds>, of_line: fn(&SpendLine) -> Option<&Stated<Pounds>>| {
            whole(total).filter(|total| sum(&finance, of_line).is_none_or(|sum| sum == *total))
        };
        let actual = right(totals.actual_to_date, |line| line.actual_to_date.as_ref());
        let profile = right(totals.profile_to_date, |line| line.profile_to_date.as_ref());
        let to_date = (totals.variance_to_date, actual, profile);
        follows(cx, &name, (&totals, "variance_to_date"), ("spent", "planned"), to_date);
        let forecast = right(totals.forecast, |line| line.forecast.as_ref());
        let budget = right(totals.budget, |line| line.budget.as_ref());
        let of_year = (totals.forecast_variance, forecast, budget);
        follows(cx, &name, (&totals, "forecast_variance"), ("forecast", "budgeted"), of_year);
    }
}

fn follows<T>(
    cx: &mut RuleContext<'_>,
    name: &dyn Fn() -> String,
    (record, field): (&At<'_, T>, &str),
    (did, meant): (&str, &str),
    (typed, figure, base): (Option<Pounds>, Option<i128>, Option<i128>),
) {
    let (Some(typed), Some(figure), Some(base)) = (whole(typed), figure, base) else { return };
    let variance = figure - base;
    if typed == variance {
        return;
    }
    let help = if typed == -variance {
        "change the sign: less than planned is below zero"
    } else {
        "correct one of the three; or leave the variance out, as it is worked out"
    };
    cx.report(record.field(field))
        .message(format!(
            "{}: {} {did} less {} {meant} is {}, but the variance says {}",
            name(),
            words::pounds(figure),
            words::pounds(base),
            words::pounds(variance),
            words::pounds(typed)
        ))
        .help(help)
        .provided(typed)
        .expected(variance)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_variance_is_a_difference() {
        let line = |variance: i32| {
            format!(
                r#"{{"finance": {{"spend": [{{"line": "Staff", "profile_to_date": 400, "actual_to_date": 350,
                    "variance_to_date": {variance}}}], "totals": {{"budget": 9, "forecast": 9, "forecast_variance": 1}}}}}}"#
            )
        };
        let total = "/finance/totals/forecast_variance error: The total: £9 forecast less £9 budgeted is £0, but the variance says \
                     £1 | correct one of the three; or leave the variance out, as it is worked out";
        gets(
            &super::RULE,
            &line(50),
            &[
                "/finance/spend/0/variance_to_date error: “Staff”: £350 spent less £400 planned is -£50, but the variance says \
                 £50 | change the sign: less than planned is below zero",
                total,
            ],
        );
        gets(&super::RULE, &line(-50), &[total]);
        gets(&super::RULE, r#"{"finance": {"totals": {"variance_to_date": 3}}}"#, &[]);
    }
}
