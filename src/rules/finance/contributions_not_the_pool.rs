//! What partners pay in is what the pool holds.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Pounds, Stated};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "contributions-not-the-pool",
    code: "F-02",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Arithmetic,
    why: "A pool that is larger than what goes into it has a hole; one that is smaller has money nobody accounts for.",
    answer: "Correct the contributions or the pooled budget; add what was carried in as carried_in_gbp and what came from \
             elsewhere as other_income_gbp; or explain the difference. £1 is rounding. What is given in kind is not part \
             of the pool.",
    example: r#""pooled_budget": 780000, "carried_in_gbp": 20000, "contributions": [{ "source": "hollin-beck", "cash": 760000 }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    let Some(pool) = finance.pooled_budget.as_ref().and_then(Stated::number).map(|pool| i128::from(pool.get())) else {
        return;
    };
    if ["contributions", "carried_in_gbp", "other_income_gbp"].into_iter().any(|part| finance.is_cut(part)) {
        return;
    }
    let cash: Vec<&Stated<Pounds>> =
        finance.contributions.iter().filter_map(|contribution| contribution.cash.as_ref()).collect();
    // Without any cash, or with some that is not known, there is nothing to add up.
    let amounts = cash.iter().map(|cash| cash.number().map(|pounds| i128::from(pounds.get())));
    let Some(cash) = amounts.sum::<Option<i128>>().filter(|_| !cash.is_empty()) else { return };
    let other = [finance.carried_in_gbp, finance.other_income_gbp].into_iter().flatten();
    let sum = cash + other.map(|pounds| i128::from(pounds.get())).sum::<i128>();
    let difference = (sum - pool).abs();
    if difference <= 1 {
        return;
    }
    cx.report(finance.field("pooled_budget"))
        .message(format!(
            "The pooled budget is {}, but cash contributions and other income come to {}: a difference of {}",
            words::pounds(pool),
            words::pounds(sum),
            words::pounds(difference)
        ))
        .related(finance.field("contributions"), "the contributions")
        .help("correct one of them, add carried_in_gbp or other_income_gbp, or explain it in explanations")
        .provided(pool)
        .expected(sum)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn money(pool: i64, parts: &str) -> String {
        format!(
            r#"{{"finance": {{"pooled_budget": {pool}, {parts} "contributions": [
                {{"source": "harbour-trust", "cash": 400, "in_kind": 90}}, {{"source": "harbour-council", "cash": 350}}]}}}}"#
        )
    }

    #[test]
    fn a_hole_in_the_pool_is_named() {
        gets(
            &super::RULE,
            &money(780, ""),
            &[
                "/finance/pooled_budget warning: The pooled budget is £780, but cash contributions and other income come to \
               £750: a difference of £30 | correct one of them, add carried_in_gbp or other_income_gbp, or explain it in \
               explanations",
            ],
        );
    }

    #[test]
    fn other_money_fills_it_and_a_pound_is_rounding() {
        gets(&super::RULE, &money(780, r#""carried_in_gbp": 20, "other_income_gbp": 10,"#), &[]);
        gets(&super::RULE, &money(751, ""), &[]);
    }
}
