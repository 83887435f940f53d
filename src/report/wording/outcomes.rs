//! Words on outcomes and on value. Both figures, and how sure we are; never that one caused the other.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{NO_BREAK, Wording};
use crate::{
    disclosure::published::{CohortStep, Moved, Number},
    returns::{
        ValueStatus,
        approach::{outcomes::Counterfactual, results::Stage},
    },
};

impl Wording {
    /// “47 people”.
    pub(in crate::report) fn people(self, people: &str) -> String {
        format!("{people}{NO_BREAK}{}", if people == "1" { "person" } else { "people" })
    }

    /// The head over a column of figures without a unit.
    pub(in crate::report) const fn figure_head(self) -> &'static str {
        "Figure"
    }

    /// The lede: how many outcomes, and that they do not show a cause.
    pub(in crate::report) fn outcomes_lede(self, count: usize, compared: usize) -> String {
        let count = match count {
            1 => "We report one outcome.".to_owned(),
            _ => format!("We report {}.", self.count(count as u64, "outcome", "outcomes")),
        };
        match compared {
            0 => format!("{count} None has a comparison group, so we cannot say what we caused."),
            1 => format!("{count} One is compared with something else."),
            _ => format!("{count} {compared} are compared with something else."),
        }
    }

    /// How an outcome was measured, in small type.
    pub(in crate::report) fn measured(
        self,
        instrument: Option<&str>,
        design: Option<&str>,
        interval: Option<&str>,
    ) -> Option<String> {
        let parts: Vec<&str> = [instrument, design, interval].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("Measured by: {}.", parts.join("; ")))
    }

    /// The whole scale of an instrument.
    pub(in crate::report) fn scale(self, low: &str, high: &str) -> String {
        format!("Scale {low} to {high}.")
    }

    /// Scores before and after, and the change between them.
    pub(in crate::report) fn before_after(
        self,
        before: &str,
        after: &str,
        change: Option<&str>,
        people: Option<&str>,
    ) -> String {
        let change = change.map(|change| format!(", a mean change of {change}")).unwrap_or_default();
        let people = people.map(|people| format!(", among {people} followed up")).unwrap_or_default();
        format!("Mean score {before} before and {after} after{change}{people}.")
    }

    /// The group an outcome is compared with: who is in it and how it changed.
    pub(in crate::report) fn compared_with(self, kind: Option<&str>, people: Option<&str>) -> String {
        let people = people.map(|people| format!(" ({people})")).unwrap_or_default();
        match kind {
            Some(kind) => format!("Compared with {kind}{people}."),
            None => format!("Compared with another group{people}."),
        }
    }

    /// A group an outcome is compared with, in a few words; nothing where there is none.
    pub(in crate::report) const fn comparison_group(self, kind: Counterfactual) -> Option<&'static str> {
        match kind {
            Counterfactual::None => None,
            Counterfactual::Historical => Some("earlier years"),
            Counterfactual::ComparatorArea => Some("another area"),
            Counterfactual::MatchedComparison => Some("similar people who got no support"),
            Counterfactual::WaitingList => Some("people on a waiting list"),
            Counterfactual::Randomised => Some("a group drawn by lot"),
        }
    }

    /// Its scores before and after, and the change between them.
    pub(in crate::report) fn its_scores(self, before: &str, after: &str, change: Option<&str>) -> String {
        let change = change.map(|change| format!(", a mean change of {change}")).unwrap_or_default();
        format!("That group: mean score {before} before and {after} after{change}.")
    }

    /// The difference between the two changes, and between which ends the true one lies.
    pub(in crate::report) fn difference_of_changes(self, difference: &str, ends: Option<(&str, &str)>) -> String {
        match ends {
            Some((low, high)) => format!(
                "The two changes differ by {difference}. The true difference is likely to be between {low} and {high} (95% interval)."
            ),
            None => format!("The two changes differ by {difference}."),
        }
    }

    /// How many reached a status.
    pub(in crate::report) fn reached(self, numerator: &str, denominator: &str, share: Option<&str>) -> String {
        match share {
            Some(share) => format!("{numerator} of {denominator} people ({share})."),
            None => format!("{numerator} of {denominator} people."),
        }
    }

    /// Where the figures of an outcome may not be shown.
    pub(in crate::report) const fn outcome_hidden(self) -> &'static str {
        "The figures are hidden to protect people."
    }

    /// For how long a status lasted.
    pub(in crate::report) fn lasted(self, months: u64) -> String {
        format!("It lasted {}.", self.count(months, "month", "months"))
    }

    /// Before how a status was verified.
    pub(in crate::report) const fn verified(self) -> &'static str {
        "Verified by: "
    }

    /// The caption of a cohort and its heads.
    pub(in crate::report) const fn cohort_table(self) -> (&'static str, &'static str, &'static str) {
        ("Who was counted", "Number of people at each step", "Outcome")
    }

    /// Between which ends the true change lies.
    pub(in crate::report) fn likely_between(self, low: &str, high: &str) -> String {
        format!("The true mean change is likely to be between {low} and {high} (95% interval).")
    }

    /// A step of a cohort.
    pub(in crate::report) const fn cohort_step(self, step: CohortStep) -> &'static str {
        match step {
            CohortStep::Eligible => "Could take part",
            CohortStep::Consented => "Agreed",
            CohortStep::BaselineComplete => "First score",
            CohortStep::FollowUpDue => "Second due",
            CohortStep::Matched => "Both",
        }
    }

    /// Those who left before the second score, and the share who were followed up.
    pub(in crate::report) const fn cohort_rest(self) -> [&'static str; 2] {
        ["Left before", "Followed up"]
    }

    /// The caption of a distribution and its heads.
    pub(in crate::report) const fn distribution(self) -> (&'static str, [&'static str; 2]) {
        ("How many improved", ["Change", "People"])
    }

    /// The ways people moved, those that are counted as one joined: “No clear change or worse”.
    pub(in crate::report) fn moved(self, ways: &[Moved]) -> String {
        let words: Vec<&str> = ways
            .iter()
            .map(|way| match way {
                Moved::Improved => "improved",
                Moved::NoClearChange => "no clear change",
                Moved::Worsened if ways.len() > 1 => "worse",
                Moved::Worsened => "got worse",
            })
            .collect();
        self.capital(&words.join(" or "))
    }

    /// How many moved up or down in an area: “28 up, 13 the same or down”.
    pub(in crate::report) fn moved_in_area(self, moves: &[(&[Moved], String)]) -> String {
        let parts = moves.iter().map(|(ways, people)| {
            let words: Vec<&str> = ways
                .iter()
                .map(|way| match way {
                    Moved::Improved => "up",
                    Moved::NoClearChange => "the same",
                    Moved::Worsened => "down",
                })
                .collect();
            format!("{people} {}", words.join(" or "))
        });
        parts.collect::<Vec<_>>().join(", ")
    }

    /// What counts as a clear change.
    pub(in crate::report) fn clear_change(self, threshold: &str) -> String {
        format!("Clear: {threshold} points or more. ")
    }

    /// The areas of an Outcomes Star: its caption and heads.
    pub(in crate::report) const fn areas_table(self) -> (&'static str, [&'static str; 4]) {
        ("Mean score by area, and how many people moved up or down", ["Area", "Before", "After", "People"])
    }

    /// People were chosen because the outcome was bad.
    pub(in crate::report) const fn chosen_on_outcome(self) -> &'static str {
        "People were chosen because this outcome was poor, so some improvement was likely anyway."
    }

    /// Nesta’s standard of evidence, in words.
    pub(in crate::report) fn evidence_level(self, level: u64) -> String {
        let words = match level {
            0 => "we have no evidence yet",
            1 => "we can say why it should work",
            2 => "we see change, but cannot say that we caused it",
            3 => "a comparison shows that we caused it",
            4 => "others have found the same",
            _ => "it works the same way in many places",
        };
        format!("Evidence level {level} of 5: {words}.")
    }

    /// How strong a claim is.
    pub(in crate::report) fn claim_strength(self, strength: &str) -> String {
        format!("Strength of the claim: {strength}.")
    }

    /// Before other explanations.
    pub(in crate::report) const fn other_explanations(self) -> &'static str {
        "What else could explain it: "
    }

    /// How early it is to judge.
    pub(in crate::report) const fn stage(self, stage: Stage) -> &'static str {
        match stage {
            Stage::TooEarly => "It is too early to judge.",
            Stage::EarlySign => "This is an early sign.",
            Stage::Established => "",
        }
    }

    /// The ratios of value in one sentence, the public bodies’ own share beside the whole.
    pub(in crate::report) fn for_each_pound(self, partners: &str, public: Option<&str>) -> String {
        match public {
            Some(public) => format!("For each £1 spent, partners may save about {partners} (public bodies {public})."),
            None => format!("For each £1 spent, partners may save about {partners}."),
        }
    }

    /// All benefits for each £1.
    pub(in crate::report) fn with_wider(self, ratio: &str) -> String {
        format!("With wider benefits to people, it is about {ratio} for each £1.")
    }

    /// A ratio as money: “48p”, “£1.18”.
    pub(in crate::report) fn ratio_as_money(self, ratio: Number) -> String {
        let pence = (ratio.get() * Decimal::ONE_HUNDRED).round().to_i64().unwrap_or_default();
        if (0..100).contains(&pence) {
            format!("{pence}p")
        } else {
            format!("£{}", self.number(Number::rounded(ratio.get(), 2)))
        }
    }

    /// Where value cannot be told yet.
    pub(in crate::report) const fn cannot_say_yet(self) -> &'static str {
        "We cannot say yet what the work is worth."
    }

    /// When it can.
    pub(in crate::report) fn ready_by(self, period: &str) -> String {
        format!("We expect to by {period}.")
    }

    /// The caption of value, its heads and its rows.
    pub(in crate::report) const fn value_table(self) -> (&'static str, [&'static str; 2], [&'static str; 6]) {
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
            ValueStatus::Final => "final",
            ValueStatus::Provisional => "provisional",
            ValueStatus::Revised => "revised",
            ValueStatus::Estimated => "estimated",
            ValueStatus::NotAvailable => "not available",
            ValueStatus::NotApplicable => "not applicable",
        });
        let prices = prices.map(|year| format!("prices of {year}"));
        let parts: Vec<&str> = [basis, prices.as_deref(), status].into_iter().flatten().collect();
        self.capital(&parts.join(", "))
    }

    /// The cut made for optimism, and whether it is in the figures.
    pub(in crate::report) fn optimism(self, percent: &str, applied: Option<bool>) -> String {
        match applied {
            Some(true) => format!("Benefits are already cut by {percent}, because estimates tend to be hopeful."),
            Some(false) => format!("Benefits are not yet cut by the usual {percent} for hopeful estimates."),
            None => format!("The cut for hopeful estimates is {percent}. The return does not say whether it is made."),
        }
    }

    /// How sure the estimate is.
    pub(in crate::report) fn value_confidence(self, grade: &str) -> String {
        format!("Confidence in the estimate: {grade}.")
    }

    /// Before the method.
    pub(in crate::report) const fn method(self) -> &'static str {
        "Method: "
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
    fn scores_stand_side_by_side() {
        assert_eq!(
            W.before_after("18.9", "21.3", Some("2.4"), Some("47 people")),
            "Mean score 18.9 before and 21.3 after, a mean change of 2.4, among 47 people followed up."
        );
        assert_eq!(W.before_after("18.9", "21.3", None, None), "Mean score 18.9 before and 21.3 after.");
    }

    #[test]
    fn a_comparison_is_told_as_far_as_known() {
        assert_eq!(
            W.compared_with(W.comparison_group(Counterfactual::WaitingList), Some("40 people")),
            "Compared with people on a waiting list (40 people)."
        );
        assert_eq!(W.compared_with(None, None), "Compared with another group.");
        assert_eq!(
            W.its_scores("18.1", "18.6", Some("0.5")),
            "That group: mean score 18.1 before and 18.6 after, a mean change of 0.5."
        );
        assert_eq!(W.its_scores("18.1", "18.6", None), "That group: mean score 18.1 before and 18.6 after.");
        assert_eq!(W.difference_of_changes("1.9", None), "The two changes differ by 1.9.");
        assert_eq!(
            W.difference_of_changes("1.9", Some(("0.2", "3.6"))),
            "The two changes differ by 1.9. The true difference is likely to be between 0.2 and 3.6 (95% interval)."
        );
    }

    #[test]
    fn ways_that_are_counted_as_one_are_joined_by_name() {
        use Moved::{Improved, NoClearChange, Worsened};
        assert_eq!(W.moved(&[Improved]), "Improved");
        assert_eq!(W.moved(&[Worsened]), "Got worse");
        assert_eq!(W.moved(&[NoClearChange, Worsened]), "No clear change or worse");
        assert_eq!(W.moved(&[Improved, NoClearChange]), "Improved or no clear change");
        let moves: [(&[Moved], String); 2] = [(&[Improved], "28".into()), (&[NoClearChange, Worsened], "13".into())];
        assert_eq!(W.moved_in_area(&moves), "28 up, 13 the same or down");
        assert_eq!(W.moved_in_area(&[]), "");
    }

    #[test]
    fn evidence_has_a_level_in_words() {
        assert_eq!(W.evidence_level(2), "Evidence level 2 of 5: we see change, but cannot say that we caused it.");
        assert!(W.outcomes_lede(4, 0).ends_with("so we cannot say what we caused."));
        assert_eq!(W.outcomes_lede(1, 1), "We report one outcome. One is compared with something else.");
    }

    #[test]
    fn optimism_is_in_the_figures_or_not_or_not_said() {
        assert!(W.optimism("25%", Some(true)).contains("already cut by 25%"));
        assert!(W.optimism("25%", Some(false)).contains("not yet cut"));
        assert!(W.optimism("25%", None).contains("does not say"));
    }
}
