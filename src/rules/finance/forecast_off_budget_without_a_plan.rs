//! A forecast far from the budget comes with a plan.

use super::total;
use crate::diagnostic::{Severity, Stage};
use crate::returns::Commentary;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "forecast-off-budget-without-a-plan",
    code: "F-08",
    area: Area::Finance,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Five per cent of a budget is a post or a hub. A funder who learns of it at the year’s end can no longer help.",
    answer: "For an underspend, fill in underspend_request or carry_forward_statement; for an overspend, say in variance_explanation where the money will come from.",
    example: r#""underspend_request": { "amount": 20000, "to": "Evening cover", "year": "2026-27" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    let plans = ["underspend_request", "carry_forward_statement", "variance_explanation"];
    if finance.is_cut("spend") || finance.is_cut("totals") || plans.into_iter().any(|plan| finance.is_cut(plan)) {
        return;
    }
    let Some(budget) = total(&finance, |totals| totals.budget, |line| line.budget.as_ref()) else { return };
    let Some(forecast) = total(&finance, |totals| totals.forecast, |line| line.forecast.as_ref()) else { return };
    let variance = forecast - budget;
    if budget <= 0 || variance.abs() * 20 <= budget {
        return;
    }
    let said = |text: &Option<Commentary>| text.as_ref().is_some_and(|text| !text.is_blank());
    let (than, has_plan, help) = if variance < 0 {
        let has_plan = finance.underspend_request.is_some() || said(&finance.carry_forward_statement);
        ("below", has_plan, "fill in underspend_request, or say in carry_forward_statement what happens to the money")
    } else {
        ("above", said(&finance.variance_explanation), "say in variance_explanation where the money will come from")
    };
    if has_plan {
        return;
    }
    cx.report(finance.field("totals"))
        .message(format!(
            "The forecast is {}, {} {than} the budget of {}, and there is no plan for it",
            words::pounds(forecast),
            words::pounds(variance.abs()),
            words::pounds(budget)
        ))
        .help(help)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn money(forecast: i64, more: &str) -> String {
        format!(r#"{{"finance": {{"spend": [{{"line": "Staff", "budget": 100000, "forecast": {forecast}}}]{more}}}}}"#)
    }

    #[test]
    fn money_left_or_lacking_has_a_plan() {
        gets(
            &super::RULE,
            &money(94_000, ""),
            &[
                "/finance/totals warning: The forecast is £94,000, £6,000 below the budget of £100,000, and there is no plan for it \
               | fill in underspend_request, or say in carry_forward_statement what happens to the money",
            ],
        );
        gets(
            &super::RULE,
            &money(106_000, r#", "carry_forward_statement": "None.""#),
            &[
                "/finance/totals warning: The forecast is £106,000, £6,000 above the budget of £100,000, and there is no plan for it \
               | say in variance_explanation where the money will come from",
            ],
        );
    }

    #[test]
    fn a_plan_or_a_near_forecast_is_left_in_peace() {
        gets(&super::RULE, &money(95_000, ""), &[]);
        gets(&super::RULE, &money(80_000, r#", "underspend_request": {"amount": 20000}"#), &[]);
        gets(&super::RULE, &money(120_000, r#", "variance_explanation": "A grant will pay it.""#), &[]);
        gets_without(&["/finance/spend/1"], &super::RULE, &money(80_000, ""), &[]);
    }
}
