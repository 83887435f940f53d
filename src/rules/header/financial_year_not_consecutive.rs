//! A financial year runs from one April to the next March.

use crate::diagnostic::{Severity, Stage};
use crate::returns::FinancialYear;
use crate::rules::{Area, Fault, Rule, RuleContext};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "financial-year-not-consecutive",
    code: "H-02",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "The year decides which quarter a return is of, which path its figures are compared with and which budget its \
          money belongs to. A year such as 2026-28 could be either of two.",
    answer: "Write the year it starts in, a hyphen, and the last two figures of the year it ends in.",
    example: r#""financial_year": "2026-27""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    if let Some(period) = cx.header().part("period", |header| Some(&header.period)) {
        year(cx, period.field("financial_year"), period.financial_year);
    }
    if let Some(finance) = cx.finance() {
        if let Some(given) = finance.year {
            year(cx, finance.field("year"), given);
        }
        if let Some(request) = finance.part("underspend_request", |finance| finance.underspend_request.as_ref())
            && let Some(given) = request.year
        {
            year(cx, request.field("year"), given);
        }
    }
    if let Some(value) = cx.whole().part("value_for_money", |whole| whole.value_for_money.as_ref())
        && let Some(given) = value.price_year
    {
        year(cx, value.field("price_year"), given);
    }
}

fn year(cx: &mut RuleContext<'_>, at: Pointer, given: FinancialYear) {
    if given.is_real() {
        return;
    }
    let right = u16::try_from(given.first_year()).map(FinancialYear::starting);
    let finding =
        cx.report(at).message(format!("{given} is not a financial year: it ends in the year after it starts"));
    let finding = finding.provided(given);
    match right {
        Ok(right) => finding.help(format!("write the financial year as {right}")).expected(right).done(),
        Err(_) => finding.help("write the financial year as 2026-27").done(),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn the_second_year_follows_the_first() {
        gets(
            &super::RULE,
            r#"{"return": {"period": {"financial_year": "2026-28"}}}"#,
            &[
                "/return/period/financial_year error: 2026-28 is not a financial year: it ends in the year after it starts \
               | write the financial year as 2026-27",
            ],
        );
        gets(&super::RULE, r#"{"return": {"period": {"financial_year": "2099-00"}}}"#, &[]);
    }
}
