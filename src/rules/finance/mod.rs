//! Rules about money.

pub(super) mod budget_changed;
pub(super) mod contribution_not_paid;
pub(super) mod contributions_not_the_pool;
pub(super) mod contributor_listed_twice;
pub(super) mod estimate_without_its_basis;
pub(super) mod forecast_below_actual;
pub(super) mod forecast_off_budget_without_a_plan;
pub(super) mod lines_not_the_total;
pub(super) mod off_plan_without_a_word;
pub(super) mod participation_unpaid;
pub(super) mod partner_gives_nothing;
pub(super) mod spend_below_zero;
pub(super) mod spend_of_another_size;
pub(super) mod underspend_at_the_year_end;
pub(super) mod variance_does_not_follow;

use crate::returns::{Finance, FinanceTotals, Pounds, SpendLine, Stated};

/// The pounds of a figure, where it is known.
fn number(figure: Option<&Stated<Pounds>>) -> Option<i128> {
    figure.and_then(Stated::number).map(|pounds| i128::from(pounds.get()))
}

/// The pounds of a figure that is always known where it is given.
fn whole(figure: Option<Pounds>) -> Option<i128> {
    figure.map(|pounds| i128::from(pounds.get()))
}

/// A total as given, else the sum of the lines, where all of them are known.
fn total(
    finance: &Finance,
    given: fn(&FinanceTotals) -> Option<Pounds>,
    of_line: fn(&SpendLine) -> Option<&Stated<Pounds>>,
) -> Option<i128> {
    whole(finance.totals.as_ref().and_then(given)).or_else(|| sum(finance, of_line))
}

/// The sum of a figure over the lines, where there are lines and all of them know it.
fn sum(finance: &Finance, of_line: fn(&SpendLine) -> Option<&Stated<Pounds>>) -> Option<i128> {
    let known = finance.spend.iter().map(|line| Some(i128::from(of_line(line)?.number()?.get())));
    known.sum::<Option<i128>>().filter(|_| !finance.spend.is_empty())
}
