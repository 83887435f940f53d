//! The budget of a year stays what it was, and what was spent stays spent.

use std::collections::BTreeMap;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::{Finance, Pounds, Stated};
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, Fault, Rule, RuleContext, words};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "budget-changed",
    code: "F-15",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Spend is on plan or off it only against a plan that stays. A budget or a partner’s contribution that changes within \
          the year, and spend that becomes less, are decisions or corrections that the funder has to hear of.",
    answer: "Put the old figure back; or explain who decided the change and when.",
    example: r#""year": "2026-27", "pooled_budget": 780000"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let both = cx.finance().zip(previous.part("finance", |previous| previous.finance.as_ref()));
    let Some((now, then)) = both.filter(|(now, then)| now.year.is_some() && now.year == then.year) else { return };
    let told = quarter(&previous);
    let mut changed = |what: String, at: Pointer, is: i64, there: Pointer, was: i64| {
        cx.report(at)
            .message(format!("{what} was {} in {told}, and is {} now", words::pounds(was), words::pounds(is)))
            .related(there, "the figure then")
            .help("put the old figure back, or explain who decided the change and when")
            .provided(is)
            .done();
    };
    let pooled = |money: &Finance| money.pooled_budget.as_ref().and_then(Stated::number).copied().map(Pounds::get);
    if let Some((is, was)) = pooled(&now).zip(pooled(&then)).filter(|(is, was)| is != was) {
        changed("The pooled budget".to_owned(), now.field("pooled_budget"), is, then.field("pooled_budget"), was);
    }
    let before = then.list("contributions", |money| &money.contributions);
    let before: BTreeMap<_, _> =
        order::table(before.map(|contribution| (contribution.source.to_string(), contribution)));
    for contribution in now.list("contributions", |money| &money.contributions) {
        let Some(before) = before.get(contribution.source.as_str()) else { continue };
        let cash = |of: &Option<Stated<Pounds>>| of.as_ref().and_then(Stated::number).copied().map(Pounds::get);
        if let Some((is, was)) = cash(&contribution.cash).zip(cash(&before.cash)).filter(|(is, was)| is < was) {
            let name = previous.get().organisation_name(contribution.source.as_str());
            changed(format!("What {name} gives"), contribution.field("cash"), is, before.field("cash"), was);
        }
    }
    let corrected = now.spend.iter().any(|line| line.correction == Some(true));
    if let Some((is_total, was_total)) = now
        .part("totals", |money| money.totals.as_ref())
        .zip(then.part("totals", |money| money.totals.as_ref()))
        .filter(|_| !corrected)
        && let Some((is, was)) = is_total.actual_to_date.zip(was_total.actual_to_date)
        && is < was
    {
        changed(
            "Spend to date".to_owned(),
            is_total.field("actual_to_date"),
            is.get(),
            was_total.field("actual_to_date"),
            was.get(),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn money(budget: u32, cash: u32, spent: u32) -> String {
        format!(
            r#"{{"finance": {{"year": "2026-27", "pooled_budget": {budget},
                "contributions": [{{"source": "harbour-trust", "cash": {cash}}}], "totals": {{"actual_to_date": {spent}}}}}}}"#
        )
    }

    #[test]
    fn a_budget_a_gift_and_spend_that_shrank_are_named() {
        let told = "put the old figure back, or explain who decided the change and when";
        gets_after(
            &money(780_000, 150_000, 190_000),
            &super::RULE,
            &money(700_000, 70_000, 180_000),
            &[
                &format!(
                    "/finance/pooled_budget warning: The pooled budget was £780,000 in Q1 of 2026-27, and is £700,000 now | {told}"
                ),
                &format!(
                    "/finance/contributions/0/cash warning: What Harbour Trust gives was £150,000 in Q1 of 2026-27, and is £70,000 \
                 now | {told}"
                ),
                &format!(
                    "/finance/totals/actual_to_date warning: Spend to date was £190,000 in Q1 of 2026-27, and is £180,000 now | {told}"
                ),
            ],
        );
    }

    #[test]
    fn more_spend_and_another_year_are_left_in_peace() {
        gets_after(&money(780_000, 1, 190_000), &super::RULE, &money(780_000, 2, 350_000), &[]);
        let last_year = money(690_000, 9, 685_000).replace("2026-27", "2025-26");
        gets_after(&last_year, &super::RULE, &money(780_000, 1, 190_000), &[]);
    }
}
