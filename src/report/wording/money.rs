//! Money: pounds, who gives and who gains, and the words of the money section.

use std::cmp::Ordering;

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::Wording;
use crate::disclosure::published::{Number, Shown, UnitSign};

impl Wording {
    /// “£348,600”, “−£41,400”.
    pub(in crate::report) fn pounds(self, pounds: i64) -> String {
        let number = Number::rounded(Decimal::from(pounds), 0);
        self.bare(&Shown::Number { value: number, mark: None }, UnitSign::Pounds).unwrap_or_default()
    }

    /// Pounds in thousands, as a chart has room for them: “150”, “4.2”.
    pub(in crate::report) fn thousands(self, number: Number) -> String {
        let thousands = (number.get() / Decimal::ONE_THOUSAND).normalize();
        self.number(Number::rounded(thousands, thousands.scale().min(1)))
    }

    /// “gives £98,000 more than it gains”; without an estimate, that there is none.
    pub(in crate::report) fn net(self, net: Option<&Shown>) -> String {
        let Some(number) = net.and_then(Shown::number) else {
            return "gain not estimated".to_owned();
        };
        let amount = self.pounds(number.get().abs().to_i64().unwrap_or_default());
        match number.get().cmp(&Decimal::ZERO) {
            Ordering::Less => format!("gives {amount} more than it gains"),
            Ordering::Greater => format!("gains {amount} more than it gives"),
            Ordering::Equal => "gives as much as it gains".to_owned(),
        }
    }

    /// “gains (estimate)” and “gives”, over the two sides of the ledger.
    pub(in crate::report) const fn ledger_sides(self) -> [&'static str; 2] {
        ["gives", "gains (estimate)"]
    }

    /// Beside the ledger’s zero where there is no estimate.
    pub(in crate::report) const fn not_estimated(self) -> &'static str {
        "not estimated"
    }

    /// The headline of the ledger: the one partner that gives at least twice what it gains, else the question.
    pub(in crate::report) fn ledger_headline(self, partner: Option<(&str, &str)>) -> String {
        match partner {
            Some((name, net)) => format!("{name} {net}"),
            None => "What each partner gives, and what it may gain".to_owned(),
        }
    }

    /// The line under the headline of the ledger.
    pub(in crate::report) fn ledger_subtitle(self, year: Option<&str>) -> String {
        let year = year.map(|year| format!(", {year}")).unwrap_or_default();
        format!("£ thousands{year}. Gains are the partners’ own estimates. Order: cash given")
    }

    /// What the ledger’s shapes mean.
    pub(in crate::report) const fn ledger_key(self) -> &'static str {
        "Solid dark blue: cash. Hatched: given in kind. Turquoise: estimated gain."
    }

    /// The other side of giving more than one gains: why the partner gives.
    pub(in crate::report) fn counter_view(self, name: &str, motives: &[&str]) -> String {
        format!("Not in the figures: why partners take part. {name} says it gives because {}.", self.list(motives))
    }

    /// What a reader who cannot see the ledger hears first.
    pub(in crate::report) fn ledger_alt(self, partners: usize, headline: &str, table: &str) -> [String; 3] {
        [
            format!("Bar chart of what {} give and may gain.", self.count(partners as u64, "partner", "partners")),
            format!("{headline}."),
            self.data_in_table(table),
        ]
    }

    /// “Data in table B1.”
    pub(in crate::report) fn data_in_table(self, table: &str) -> String {
        format!("Data in table {table}.")
    }

    /// The heads of the ledger’s table.
    pub(in crate::report) const fn ledger_heads(self) -> [&'static str; 6] {
        ["Partner", "Cash", "Received so far", "In kind", "Estimated gain", "In words"]
    }

    /// The caption of the ledger’s table.
    pub(in crate::report) const fn ledger_caption(self) -> &'static str {
        "What partners give and may gain"
    }

    /// How much was spent, against the plan.
    pub(in crate::report) fn spent(self, actual: &str, profile: &str, difference: Option<&str>) -> [String; 3] {
        let rest = match difference {
            Some(difference) => format!(" of {profile} planned so far, a difference of {difference}."),
            None => format!(" of {profile} planned so far."),
        };
        ["We have spent ".to_owned(), actual.to_owned(), rest]
    }

    /// What the year will come to, against the budget.
    pub(in crate::report) fn forecast_for_year(self, forecast: &str, budget: &str, share: Option<&str>) -> String {
        match share {
            Some(share) => format!("We expect to spend {forecast} of {budget} by the end of the year ({share})."),
            None => format!("We expect to spend {forecast} of {budget} by the end of the year."),
        }
    }

    /// The caption of the table of spend.
    pub(in crate::report) fn spend_caption(self, variance: Option<Number>) -> String {
        match variance.map(|number| (number.get() < Decimal::ZERO, number.get().abs().to_i64().unwrap_or_default())) {
            Some((_, 0)) => "Spend is as planned".to_owned(),
            Some((true, amount)) => format!("Spend is {} under plan", self.pounds(amount)),
            Some((false, amount)) => format!("Spend is {} over plan", self.pounds(amount)),
            None => "Spend by line".to_owned(),
        }
    }

    /// The line under that caption.
    pub(in crate::report) fn spend_subtitle(self, to: &str) -> String {
        format!("£, 1 April to {to}. Budget and forecast are for the year")
    }

    /// The heads of the table of spend.
    pub(in crate::report) const fn spend_heads(self) -> [&'static str; 7] {
        ["Line", "Budget", "Planned", "Spent", "Difference", "Forecast", "Forecast less budget"]
    }

    /// The last row of a table of money.
    pub(in crate::report) const fn all_lines(self) -> &'static str {
        "All lines"
    }

    /// What is asked for with an underspend.
    pub(in crate::report) fn underspend(self, amount: &str, to: Option<&str>) -> String {
        match to {
            Some(to) => format!("We ask to use {amount} of the underspend for: {to}."),
            None => format!("We ask to use {amount} of the underspend."),
        }
    }

    /// Administration as a share of spend.
    pub(in crate::report) fn administration(self, share: &str) -> String {
        format!("Administration is {share} of spend.")
    }

    /// What working together costs.
    pub(in crate::report) fn cost_of_collaborating(self, cost: &str) -> String {
        format!("Working together itself costs {cost} a year.")
    }

    /// The pooled budget.
    pub(in crate::report) fn pooled(self, budget: &str) -> String {
        format!("The partners’ pooled budget for the year is {budget}.")
    }

    /// The funder among the partners.
    pub(in crate::report) fn funder_row(self, name: &str) -> String {
        format!("{name} (funder)")
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    fn shown(number: i64) -> Shown {
        Shown::Number { value: Number::rounded(Decimal::from(number), 0), mark: None }
    }

    #[test]
    fn giving_and_gaining_are_told_in_words() {
        assert_eq!(W.net(Some(&shown(-98_000))), "gives £98,000 more than it gains");
        assert_eq!(W.net(Some(&shown(26_000))), "gains £26,000 more than it gives");
        assert_eq!(W.net(Some(&shown(0))), "gives as much as it gains");
        assert_eq!(W.net(None), "gain not estimated");
        assert_eq!(W.net(Some(&Shown::Hidden)), "gain not estimated");
    }

    #[test]
    fn thousands_keep_their_hundreds() {
        let thousands = |pounds| W.thousands(Number::rounded(Decimal::from(pounds), 0));
        assert_eq!(thousands(150_000), "150");
        assert_eq!(thousands(4_200), "4.2");
        assert_eq!(thousands(0), "0");
    }

    #[test]
    fn spend_is_under_over_or_as_planned() {
        let caption = |pounds| W.spend_caption(Some(Number::rounded(Decimal::from(pounds), 0)));
        assert_eq!(caption(-41_400), "Spend is £41,400 under plan");
        assert_eq!(caption(2_900), "Spend is £2,900 over plan");
        assert_eq!(caption(0), "Spend is as planned");
        assert_eq!(W.spend_caption(None), "Spend by line");
    }
}
