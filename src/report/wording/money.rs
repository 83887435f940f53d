//! Money: pounds, who gives and who gains, and the words of the money section.

use std::cmp::Ordering;

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{Wording, nouns};
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
            let is_hidden = net.is_some_and(Shown::is_hidden);
            return if is_hidden {
                self.either("gain hidden to protect people", "enillion wedi’u cuddio i ddiogelu pobl")
            } else {
                self.either("gain not estimated", "heb amcangyfrif o’r enillion")
            }
            .to_owned();
        };
        let amount = self.pounds(number.get().abs().to_i64().unwrap_or_default());
        match number.get().cmp(&Decimal::ZERO) {
            Ordering::Less => {
                say!(self, "gives {amount} more than it gains", "yn rhoi {amount} yn fwy nag y mae’n ei ennill")
            }
            Ordering::Greater => {
                say!(self, "gains {amount} more than it gives", "yn ennill {amount} yn fwy nag y mae’n ei roi")
            }
            Ordering::Equal => {
                self.either("gives as much as it gains", "yn rhoi cymaint ag y mae’n ei ennill").to_owned()
            }
        }
    }

    /// “gains (estimate)” and “gives”, over the two sides of the ledger.
    pub(in crate::report) const fn ledger_sides(self) -> [&'static str; 2] {
        self.either(["gives", "gains (estimate)"], ["yn rhoi", "yn ennill (amcangyfrif)"])
    }

    /// Beside the ledger’s zero where there is no estimate.
    pub(in crate::report) const fn not_estimated(self) -> &'static str {
        self.either("not estimated", "heb amcangyfrif")
    }

    /// The headline of the ledger: the one partner that gives at least twice what it gains, else the question.
    pub(in crate::report) fn ledger_headline(self, partner: Option<(&str, &str)>) -> String {
        match partner {
            Some((name, net)) => say!(self, "{name} {net}", "Mae {name} {net}"),
            None => self
                .either(
                    "What each partner gives, and what it may gain",
                    "Beth mae pob partner yn ei roi, a beth y gallai ei ennill",
                )
                .to_owned(),
        }
    }

    /// The line under the headline of the ledger.
    pub(in crate::report) fn ledger_subtitle(self, year: Option<&str>) -> String {
        let year = year.map(|year| format!(", {year}")).unwrap_or_default();
        say!(
            self,
            "£ thousands{year}. Gains are the partners’ own estimates. Order: cash given",
            "£ miloedd{year}. Amcangyfrifon y partneriaid eu hunain yw’r enillion. Trefn: arian a roddwyd"
        )
    }

    /// What the ledger’s shapes mean.
    pub(in crate::report) const fn ledger_key(self) -> &'static str {
        self.either(
            "Solid dark blue: cash. Hatched: given in kind. Turquoise: estimated gain.",
            "Glas tywyll llawn: arian. Llinellog: mewn nwyddau. Gwyrddlas: enillion a amcangyfrifir.",
        )
    }

    /// The other side of giving more than one gains: why the partner gives.
    pub(in crate::report) fn counter_view(self, name: &str, motives: &[&str]) -> String {
        let motives = self.list(motives);
        say!(
            self,
            "Not in the figures: why partners take part. {name} says it gives because {motives}.",
            "Y tu allan i’r ffigurau: pam mae partneriaid yn cymryd rhan. Mae {name} yn dweud mai dyma’r rhesymau dros roi: {motives}."
        )
    }

    /// What a reader who cannot see the ledger hears first.
    pub(in crate::report) fn ledger_alt(self, partners: usize, headline: &str, table: &str) -> [String; 3] {
        let partners = self.counted(partners as u64, nouns::PARTNER);
        [
            say!(
                self,
                "Bar chart of what {partners} give and may gain.",
                "Siart bar o’r hyn y mae {partners} yn ei roi ac y gallent ei ennill."
            ),
            format!("{headline}."),
            self.data_in_table(table),
        ]
    }

    /// “Data in table B1.”
    pub(in crate::report) fn data_in_table(self, table: &str) -> String {
        say!(self, "Data in table {table}.", "Data yn nhabl {table}.")
    }

    /// The caption of a table of annex B: its number, and what it holds.
    pub(in crate::report) fn numbered_caption(self, table: &str, caption: &str) -> String {
        format!("{table}. {caption}")
    }

    /// The heads of the ledger’s table.
    pub(in crate::report) const fn ledger_heads(self) -> [&'static str; 6] {
        self.either(
            ["Partner", "Cash", "Received so far", "In kind", "Estimated gain", "In words"],
            ["Partner", "Arian", "Derbyniwyd", "Mewn nwyddau", "Enillion (amcangyfrif)", "Mewn geiriau"],
        )
    }

    /// The caption of the ledger’s table.
    pub(in crate::report) const fn ledger_caption(self) -> &'static str {
        self.either("What partners give and may gain", "Beth mae partneriaid yn ei roi ac y gallent ei ennill")
    }

    /// How much was spent, against the plan.
    pub(in crate::report) fn spent(self, actual: &str, profile: &str, difference: Option<&str>) -> [String; 3] {
        let rest = match difference {
            Some(difference) => say!(
                self,
                " of {profile} planned so far, a difference of {difference}.",
                " allan o {profile} a gynlluniwyd hyd yma, gwahaniaeth o {difference}."
            ),
            None => say!(self, " of {profile} planned so far.", " allan o {profile} a gynlluniwyd hyd yma."),
        };
        [self.either("We have spent ", "Rydym wedi gwario ").to_owned(), actual.to_owned(), rest]
    }

    /// What the year will come to, against the budget.
    pub(in crate::report) fn forecast_for_year(self, forecast: &str, budget: &str, share: Option<&str>) -> String {
        let share = share.map(|share| format!(" ({share})")).unwrap_or_default();
        say!(
            self,
            "We expect to spend {forecast} of {budget} by the end of the year{share}.",
            "Disgwyliwn wario {forecast} allan o {budget} erbyn diwedd y flwyddyn{share}."
        )
    }

    /// The caption of the table of spend.
    pub(in crate::report) fn spend_caption(self, variance: Option<Number>) -> String {
        let variance = variance.map(Number::get);
        let amount = self.pounds(variance.and_then(|number| number.abs().to_i64()).unwrap_or_default());
        match variance.map(|number| number.cmp(&Decimal::ZERO)) {
            Some(Ordering::Equal) => {
                self.either("Spend is as planned", "Mae’r gwariant yn unol â’r cynllun").to_owned()
            }
            Some(Ordering::Less) => {
                say!(self, "Spend is {amount} under plan", "Mae’r gwariant {amount} o dan y cynllun")
            }
            Some(Ordering::Greater) => {
                say!(self, "Spend is {amount} over plan", "Mae’r gwariant {amount} dros y cynllun")
            }
            None => self.either("Spend by line", "Gwariant fesul llinell").to_owned(),
        }
    }

    /// The line under that caption.
    pub(in crate::report) fn spend_subtitle(self, to: &str) -> String {
        say!(
            self,
            "£, 1 April to {to}. Budget and forecast are for the year",
            "£, 1 Ebrill i {to}. Am y flwyddyn gyfan: cyllideb a rhagolwg"
        )
    }

    /// The heads of the table of spend.
    pub(in crate::report) const fn spend_heads(self) -> [&'static str; 7] {
        self.either(
            ["Line", "Budget", "Planned", "Spent", "Difference", "Forecast", "Forecast less budget"],
            ["Llinell", "Cyllideb", "Cynllun", "Gwariwyd", "Gwahaniaeth", "Rhagolwg", "Rhagolwg llai cyllideb"],
        )
    }

    /// The last row of a table of money.
    pub(in crate::report) const fn all_lines(self) -> &'static str {
        self.either("All lines", "Pob llinell")
    }

    /// What is asked for with an underspend.
    pub(in crate::report) fn underspend(self, amount: &str, to: Option<&str>) -> String {
        match to {
            Some(to) => say!(
                self,
                "We ask to use {amount} of the underspend for: {to}.",
                "Gofynnwn am gael defnyddio {amount} o’r tanwariant ar gyfer: {to}."
            ),
            None => say!(
                self,
                "We ask to use {amount} of the underspend.",
                "Gofynnwn am gael defnyddio {amount} o’r tanwariant."
            ),
        }
    }

    /// Administration as a share of spend.
    pub(in crate::report) fn administration(self, share: &str) -> String {
        say!(self, "Administration is {share} of spend.", "Mae gweinyddu’n {share} o’r gwariant.")
    }

    /// What working together costs.
    pub(in crate::report) fn cost_of_collaborating(self, cost: &str) -> String {
        say!(
            self,
            "Working together itself costs {cost} a year.",
            "Mae cydweithio ynddo’i hun yn costio {cost} y flwyddyn."
        )
    }

    /// The pooled budget.
    pub(in crate::report) fn pooled(self, budget: &str) -> String {
        say!(
            self,
            "The partners’ pooled budget for the year is {budget}.",
            "Cyllideb gyfun y partneriaid am y flwyddyn yw {budget}."
        )
    }

    /// The funder among the partners.
    pub(in crate::report) fn funder_row(self, name: &str) -> String {
        say!(self, "{name} (funder)", "{name} (cyllidwr)")
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
        assert_eq!(W.net(Some(&Shown::Hidden)), "gain hidden to protect people");
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
