//! The fiscal benefits are what the partners say they gain.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Stated, ValueBasis};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "benefits-not-the-partners-sum",
    code: "O-16",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Arithmetic,
    why: "The same savings are told twice in a return: as a whole, and partner by partner. Where the two differ, somebody counts what nobody gains.",
    answer: "Correct one of them; or say in benefits_note why they differ.",
    example: r#""fiscal_benefits_gbp": 426000, "benefits_note": "The police estimate is left out: it is not yet agreed.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(value) = cx.whole().part("value_for_money", |whole| whole.value_for_money.as_ref()) else { return };
    let Some(finance) = cx.finance() else { return };
    let has_note = value.benefits_note.as_ref().is_some_and(|note| !note.is_blank());
    let is_for_years = value.basis == Some(ValueBasis::WholeProgramme);
    if has_note
        || is_for_years
        || value.is_cut("benefits_note")
        || value.is_cut("basis")
        || finance.is_cut("contributions")
    {
        return;
    }
    let Some(benefits) =
        value.fiscal_benefits_gbp.as_ref().and_then(Stated::number).map(|pounds| i128::from(pounds.get()))
    else {
        return;
    };
    let estimates: Vec<_> =
        finance.contributions.iter().filter_map(|contribution| contribution.benefit_estimate.as_ref()).collect();
    let sum: i128 =
        estimates.iter().filter_map(|estimate| estimate.number()).map(|pounds| i128::from(pounds.get())).sum();
    if estimates.is_empty() || sum == 0 {
        return;
    }
    // What one partner does not know yet may be in the whole.
    let may_be_more = estimates.iter().any(|estimate| estimate.number().is_none());
    let difference = (benefits - sum).abs();
    if difference * 20 <= sum.abs() || (may_be_more && benefits > sum) {
        return;
    }
    cx.report(value.field("fiscal_benefits_gbp"))
        .message(format!(
            "The fiscal benefits are {}, but the partners’ own estimates come to {}",
            words::pounds(benefits),
            words::pounds(sum)
        ))
        .related(finance.field("contributions"), "the estimates")
        .help("correct one of them, or say in benefits_note why they differ")
        .provided(benefits)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn money(benefits: u32, more: &str) -> String {
        format!(
            r#"{{"value_for_money": {{"fiscal_benefits_gbp": {benefits}{more}}}, "finance": {{"contributions": [
                {{"source": "harbour-trust", "benefit_estimate": 300}}, {{"source": "harbour-council", "benefit_estimate": 100}}]}}}}"#
        )
    }

    #[test]
    fn the_whole_is_the_sum_of_what_partners_gain() {
        gets(
            &super::RULE,
            &money(430, ""),
            &[
                "/value_for_money/fiscal_benefits_gbp warning: The fiscal benefits are £430, but the partners’ own estimates come \
               to £400 | correct one of them, or say in benefits_note why they differ",
            ],
        );
        gets(&super::RULE, &money(420, ""), &[]);
        gets(&super::RULE, &money(430, r#", "benefits_note": "Others gain too.""#), &[]);
        gets(&super::RULE, &money(4300, r#", "basis": "whole_programme""#), &[]);
        gets(&super::RULE, r#"{"value_for_money": {"fiscal_benefits_gbp": 5}, "finance": {}}"#, &[]);
    }
}
