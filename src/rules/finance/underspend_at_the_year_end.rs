//! At the year’s end it is said what happens to money that was not spent.

use super::total;
use crate::diagnostic::{Severity, Stage};
use crate::returns::Quarter;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "underspend-at-the-year-end",
    code: "F-11",
    area: Area::Finance,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "On 1 April unspent money belongs to last year. Whether it may be carried over is the funder’s to say, and the partnership’s to ask.",
    answer: "Say in carry_forward_statement what you ask for. It is asked from 1% of the budget on.",
    example: r#""carry_forward_statement": "We ask to carry £12,000 over for the evaluation, which ends in May.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    if cx.header().period.quarter != Quarter::Q4 {
        return;
    }
    let Some(finance) = cx.finance() else { return };
    let parts = ["spend", "totals", "carry_forward_statement", "underspend_request"];
    let is_said = finance.carry_forward_statement.as_ref().is_some_and(|text| !text.is_blank());
    if is_said || finance.underspend_request.is_some() || parts.into_iter().any(|part| finance.is_cut(part)) {
        return;
    }
    let Some(budget) = total(&finance, |totals| totals.budget, |line| line.budget.as_ref()) else { return };
    let Some(actual) = total(&finance, |totals| totals.actual_to_date, |line| line.actual_to_date.as_ref()) else {
        return;
    };
    let left = budget - actual;
    // What is left over from rounding up needs no letter.
    if left * 100 <= budget {
        return;
    }
    cx.report(finance.field("carry_forward_statement"))
        .message(format!(
            "{} of the year’s budget was not spent, and it is not said what happens to it",
            words::pounds(left)
        ))
        .help("say in carry_forward_statement what you ask for")
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn year(quarter: &str, actual: i64, more: &str) -> String {
        format!(
            r#"{{"return": {{"period": {{"quarter": "{quarter}"}}}},
                "finance": {{"spend": [{{"line": "Staff", "budget": 100000, "actual_to_date": {actual}}}]{more}}}}}"#
        )
    }

    #[test]
    fn money_left_in_march_has_a_letter() {
        gets(
            &super::RULE,
            &year("Q4", 90_000, ""),
            &[
                "/finance/carry_forward_statement warning: £10,000 of the year’s budget was not spent, and it is not said what happens to it \
               | say in carry_forward_statement what you ask for",
            ],
        );
        gets(&super::RULE, &year("Q3", 90_000, ""), &[]);
        gets(&super::RULE, &year("Q4", 99_000, ""), &[]);
        gets(&super::RULE, &year("Q4", 90_000, r#", "carry_forward_statement": "To be paid back.""#), &[]);
        gets_without(&["/finance/carry_forward_statement"], &super::RULE, &year("Q4", 90_000, ""), &[]);
    }
}
