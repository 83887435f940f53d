//! Words on what it was worth: what is saved for each pound, and how sure that is.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::Wording;
use crate::{disclosure::published::Number, returns::ValueStatus};

impl Wording {
    /// The ratios of value in one sentence, the public bodies’ own share beside the whole.
    pub(in crate::report) fn for_each_pound(self, partners: &str, public: Option<&str>) -> String {
        let public = match public {
            Some(public) => say!(self, " (public bodies {public})", " (cyrff cyhoeddus: {public})"),
            None => String::new(),
        };
        say!(
            self,
            "For each £1 spent, partners may save about {partners}{public}.",
            "Am bob £1 a werir, gallai partneriaid arbed tua {partners}{public}."
        )
    }

    /// All benefits for each £1.
    pub(in crate::report) fn with_wider(self, ratio: &str) -> String {
        say!(
            self,
            "With wider benefits to people, it is about {ratio} for each £1.",
            "Gyda manteision ehangach i bobl, mae tua {ratio} am bob £1."
        )
    }

    /// A ratio as money: “48p”, “£1.18”.
    pub(in crate::report) fn ratio_as_money(self, ratio: Number) -> String {
        let pence = (ratio.get() * Decimal::ONE_HUNDRED).round().to_i64().unwrap_or_default();
        if (0..100).contains(&pence) {
            say!(self, "{pence}p", "{pence}c")
        } else {
            format!("£{}", self.number(Number::rounded(ratio.get(), 2)))
        }
    }

    /// Where value cannot be told yet.
    pub(in crate::report) const fn cannot_say_yet(self) -> &'static str {
        self.either("We cannot say yet what the work is worth.", "Ni allwn ddweud eto beth yw gwerth y gwaith.")
    }

    /// When it can.
    pub(in crate::report) fn ready_by(self, period: &str) -> String {
        say!(self, "We expect to by {period}.", "Disgwyliwn allu gwneud hynny erbyn: {period}.")
    }

    /// The caption of value, its heads and its rows.
    pub(in crate::report) const fn value_table(self) -> (&'static str, [&'static str; 2], [&'static str; 6]) {
        self.either(
            (
                "Costs and benefits",
                ["What", "£"],
                [
                    "Costs",
                    "Savings to partners’ budgets",
                    "Wider benefits to people and the economy",
                    "Savings for each £1 of costs",
                    "The same, public bodies only",
                    "All benefits for each £1 of costs",
                ],
            ),
            (
                "Costau a manteision",
                ["Beth", "£"],
                [
                    "Costau",
                    "Arbedion i gyllidebau partneriaid",
                    "Manteision ehangach i bobl a’r economi",
                    "Arbedion am bob £1 o gostau",
                    "Yr un peth, cyrff cyhoeddus yn unig",
                    "Yr holl fanteision am bob £1 o gostau",
                ],
            ),
        )
    }

    /// What the estimate covers, in which prices and how final.
    pub(in crate::report) fn value_subtitle(
        self,
        basis: Option<&str>,
        prices: Option<&str>,
        status: Option<ValueStatus>,
    ) -> String {
        let status = status.map(|status| match status {
            ValueStatus::Final => self.either("final", "terfynol"),
            ValueStatus::Provisional => self.either("provisional", "dros dro"),
            ValueStatus::Revised => self.either("revised", "wedi’i ddiwygio"),
            ValueStatus::Estimated => self.either("estimated", "amcangyfrif"),
            ValueStatus::NotAvailable => self.either("not available", "ddim ar gael"),
            ValueStatus::NotApplicable => self.either("not applicable", "ddim yn berthnasol"),
        });
        let prices = prices.map(|year| say!(self, "prices of {year}", "prisiau {year}"));
        let parts: Vec<&str> = [basis, prices.as_deref(), status].into_iter().flatten().collect();
        self.capital(&parts.join(", "))
    }

    /// The cut made for optimism, and whether it is in the figures.
    pub(in crate::report) fn optimism(self, percent: &str, applied: Option<bool>) -> String {
        match applied {
            Some(true) => say!(
                self,
                "Benefits are already cut by {percent}, because estimates tend to be hopeful.",
                "Mae’r manteision eisoes wedi’u lleihau {percent}, am fod amcangyfrifon yn tueddu i fod yn obeithiol."
            ),
            Some(false) => say!(
                self,
                "Benefits are not yet cut by the usual {percent} for hopeful estimates.",
                "Nid yw’r manteision wedi’u lleihau eto o’r {percent} arferol am amcangyfrifon gobeithiol."
            ),
            None => say!(
                self,
                "The cut for hopeful estimates is {percent}. The return does not say whether it is made.",
                "Y gostyngiad am amcangyfrifon gobeithiol yw {percent}. Nid yw’r ffurflen yn dweud a gafodd ei wneud."
            ),
        }
    }

    /// How sure the estimate is.
    pub(in crate::report) fn value_confidence(self, grade: &str) -> String {
        say!(self, "Confidence in the estimate: {grade}.", "Hyder yn yr amcangyfrif: {grade}.")
    }

    /// Before the method.
    pub(in crate::report) const fn method(self) -> &'static str {
        self.either("Method: ", "Dull: ")
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn a_ratio_is_told_as_money() {
        let money = |ratio: &str| W.ratio_as_money(Number::rounded(ratio.parse().unwrap(), 2));
        assert_eq!(money("0.48"), "48p");
        assert_eq!(money("1.18"), "£1.18");
        assert_eq!(money("0"), "0p");
        assert_eq!(
            W.for_each_pound("48p", Some("41p")),
            "For each £1 spent, partners may save about 48p (public bodies 41p)."
        );
    }

    #[test]
    fn optimism_is_in_the_figures_or_not_or_not_said() {
        assert!(W.optimism("25%", Some(true)).contains("already cut by 25%"));
        assert!(W.optimism("25%", Some(false)).contains("not yet cut"));
        assert!(W.optimism("25%", None).contains("does not say"));
    }
}
