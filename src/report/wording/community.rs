//! Words on promises, reach and the community's reporters.

use super::Wording;
use crate::returns::approach::community_reporting::{EditorialControl, EffectLevel};

impl Wording {
    /// The caption of promises, the line under it and its heads.
    pub(in crate::report) fn promises_table(self, count: usize) -> (String, &'static str, [&'static str; 4]) {
        (
            self.head_count(count, "promise: residents’ verdict, and ours", "promises: residents’ verdict, and ours"),
            "Residents’ verdict first",
            ["Promise, by whom, due when", "Residents say", "We say", "Why"],
        )
    }

    /// Who made a promise and when it is due.
    pub(in crate::report) fn promised_by(self, by: &[String], due: Option<&str>, revised: Option<&str>) -> String {
        let due = due.map(|due| format!("due {due}"));
        let revised = revised.map(|date| format!("now {date}"));
        let by = (!by.is_empty()).then(|| self.list(by));
        [by, due, revised].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Who judged a promise, how many and how.
    pub(in crate::report) fn judged_by(self, who: &str, people: Option<u64>, how: Option<&str>) -> String {
        let people = people.map(|people| self.people(&self.whole(people)));
        let parts: Vec<&str> = [Some(who), people.as_deref(), how].into_iter().flatten().collect();
        parts.join(", ")
    }

    /// The caption of reach and its heads.
    pub(in crate::report) fn reach_table(self, people: Option<&str>) -> (String, [&'static str; 3]) {
        let caption = match people {
            Some(people) => format!("Who we heard from: {people} contacts"),
            None => "Who we heard from".to_owned(),
        };
        (caption, ["Group", "% of people heard from", "% of residents"])
    }

    /// Before what is done about gaps.
    pub(in crate::report) const fn about_gaps(self) -> &'static str {
        "What we do about gaps: "
    }

    /// Where nothing is.
    pub(in crate::report) const fn nothing_about_gaps(self) -> &'static str {
        "The return names no action on gaps."
    }

    /// The caption of what people said, and its heads.
    pub(in crate::report) const fn you_said_table(self) -> (&'static str, [&'static str; 3]) {
        ("You said, we did, and we did not", ["You said", "What we did", "Outcome"])
    }

    /// When people were told.
    pub(in crate::report) fn told_on(self, on: &str) -> String {
        format!("People told {on}")
    }

    /// Before the reason for not doing it.
    pub(in crate::report) const fn because(self) -> &'static str {
        "Why: "
    }

    /// The caption of engagement and its heads.
    pub(in crate::report) const fn engagement_table(self) -> (&'static str, [&'static str; 5]) {
        ("How people took part", ["Activity", "How far", "People", "Times", "Paid?"])
    }

    /// Yes or no.
    pub(in crate::report) const fn yes_no(self, yes: bool) -> &'static str {
        if yes { "Yes" } else { "No" }
    }

    /// Over the reporters' statement.
    pub(in crate::report) const fn reporters_statement(self) -> &'static str {
        "Community reporters’ statement"
    }

    /// Whose statement it is, when agreed, and whether it was edited.
    pub(in crate::report) fn statement_by(self, by: Option<&str>, on: Option<&str>, edited: Option<bool>) -> String {
        let mut words = [by, on].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !words.is_empty() {
            words.push_str(". ");
        }
        words.push_str(match edited {
            Some(false) => "Not edited by officers.",
            Some(true) => "Edited by officers.",
            None => "The return does not say whether officers edited it.",
        });
        words
    }

    /// Over what reporters get.
    pub(in crate::report) const fn not_exploitation(self) -> &'static str {
        "Engagement, not exploitation"
    }

    /// How many reporters, and how many of them trained.
    pub(in crate::report) fn reporters(self, number: u64, trained: Option<u64>) -> String {
        let number = self.count(number, "community reporter", "community reporters");
        match trained {
            Some(trained) => format!("{number}, {} trained.", self.whole(trained)),
            None => format!("{number}."),
        }
    }

    /// Hours paid and unpaid.
    pub(in crate::report) fn hours(self, paid: u64, rate: Option<&str>, unpaid: Option<u64>) -> String {
        let rate = rate.map(|rate| format!(" at £{rate} an hour")).unwrap_or_default();
        let unpaid = unpaid.map(|unpaid| format!(", {} unpaid", self.whole(unpaid))).unwrap_or_default();
        format!("{} paid{rate}{unpaid}.", self.count(paid, "hour", "hours"))
    }

    /// The wage to compare with.
    pub(in crate::report) fn reference_wage(self, name: &str, wage: &str) -> String {
        format!("{name}: £{wage} an hour.")
    }

    /// Expenses paid.
    pub(in crate::report) fn expenses(self, amount: &str) -> String {
        format!("Expenses paid: {amount}.")
    }

    /// Whether advice on benefits was offered.
    pub(in crate::report) const fn benefits_advice(self, offered: bool) -> &'static str {
        if offered { "Advice on benefits was offered." } else { "Advice on benefits was not offered." }
    }

    /// Whether support was offered.
    pub(in crate::report) const fn wellbeing(self, offered: bool) -> &'static str {
        if offered {
            "Support for their wellbeing was offered."
        } else {
            "Support for their wellbeing was not offered."
        }
    }

    /// Who has the last word.
    pub(in crate::report) const fn editorial(self, control: EditorialControl) -> &'static str {
        match control {
            EditorialControl::Reporters => "Reporters have the last word on their text.",
            EditorialControl::Shared => "Reporters and officers decide on the text together.",
            EditorialControl::Officers => "Officers have the last word on the text.",
        }
    }

    /// Whether taking part changed decisions.
    pub(in crate::report) const fn effect(self, effect: EffectLevel) -> &'static str {
        match effect {
            EffectLevel::None => "Taking part changed no decision.",
            EffectLevel::Some => "Taking part changed some decisions.",
            EffectLevel::Clear => "Taking part clearly changed decisions.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;

    #[test]
    fn a_promise_names_who_made_it_and_its_dates() {
        let by = ["Charity".to_owned()];
        assert_eq!(
            W.promised_by(&by, Some("30 Sep 2026"), Some("14 Dec 2026")),
            "Charity, due 30 Sep 2026, now 14 Dec 2026"
        );
        assert_eq!(W.promised_by(&[], None, None), "");
        assert_eq!(W.judged_by("Resident panel", Some(14), Some("by vote")), "Resident panel, 14\u{a0}people, by vote");
    }

    #[test]
    fn a_statement_says_whether_it_was_edited() {
        assert_eq!(
            W.statement_by(Some("Reporters"), Some("5 October 2026"), Some(false)),
            "Reporters, 5 October 2026. Not edited by officers."
        );
        assert_eq!(W.statement_by(None, None, Some(true)), "Edited by officers.");
        assert!(W.statement_by(None, None, None).starts_with("The return does not say"));
    }

    #[test]
    fn hours_are_paid_or_not() {
        assert_eq!(W.hours(142, Some("16.00"), Some(12)), "142\u{a0}hours paid at £16.00 an hour, 12 unpaid.");
        assert_eq!(W.hours(1, None, None), "1\u{a0}hour paid.");
        assert_eq!(W.reporters(9, Some(9)), "9\u{a0}community reporters, 9 trained.");
    }
}
