//! Words on promises, reach and the community's reporters.

use super::{Wording, nouns};
use crate::returns::approach::community_reporting::{EditorialControl, EffectLevel};

impl Wording {
    /// The caption of promises, the line under it and its heads.
    pub(in crate::report) fn promises_table(self, count: usize) -> (String, &'static str, [&'static str; 4]) {
        let promises = self.headed(count, nouns::PROMISE);
        (
            say!(self, "{promises}: residents’ verdict, and ours", "{promises}: barn trigolion, a’n barn ni"),
            self.either("Residents’ verdict first", "Barn trigolion yn gyntaf"),
            self.either(
                ["Promise, by whom, due when", "Residents say", "We say", "Why"],
                ["Addewid, gan bwy, erbyn pryd", "Barn trigolion", "Ein barn ni", "Pam"],
            ),
        )
    }

    /// Who made a promise and when it is due.
    pub(in crate::report) fn promised_by(self, by: &[String], due: Option<&str>, revised: Option<&str>) -> String {
        let due = due.map(|due| say!(self, "due {due}", "erbyn {due}"));
        let revised = revised.map(|date| say!(self, "now {date}", "bellach {date}"));
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
            Some(people) => {
                say!(self, "Who we heard from: {people} contacts", "Gan bwy y clywsom: {people} o gysylltiadau")
            }
            None => self.either("Who we heard from", "Gan bwy y clywsom").to_owned(),
        };
        let heads = self.either(
            ["Group", "% of people heard from", "% of residents"],
            ["Grŵp", "% o’r bobl y clywyd ganddynt", "% o’r trigolion"],
        );
        (caption, heads)
    }

    /// The headline of reach: the group that was heard least for its share of the residents.
    pub(in crate::report) fn reach_headline(self, widest: Option<(&str, &str, &str)>) -> String {
        match widest {
            Some((group, heard, live)) => say!(
                self,
                "{group}: {heard} of those we heard from, {live} of residents",
                "{group}: {heard} o’r rhai y clywsom ganddynt, {live} o’r trigolion"
            ),
            None => self.reach_table(None).0,
        }
    }

    /// The line under the headline of reach.
    pub(in crate::report) fn reach_subtitle(self, people: Option<&str>) -> String {
        let what = self.either(
            "Share of the people we heard from, and of residents",
            "Cyfran o’r bobl y clywsom ganddynt, ac o’r trigolion",
        );
        match people {
            Some(people) => say!(self, "{what}. {people} contacts", "{what}. {people} o gysylltiadau"),
            None => what.to_owned(),
        }
    }

    /// The words at the first pair of bars.
    pub(in crate::report) fn share_words(self, heard: &str, live: &str) -> [String; 2] {
        [
            say!(self, "{heard} of those we heard from", "{heard} o’r rhai y clywsom ganddynt"),
            say!(self, "{live} of residents", "{live} o’r trigolion"),
        ]
    }

    /// A group and both its shares: “Private renters 19.0% and 23.0%”.
    pub(in crate::report) fn two_shares(self, group: &str, heard: &str, live: &str) -> String {
        say!(self, "{group} {heard} and {live}", "{group} {heard}; {live}")
    }

    /// What a reader who cannot see the paired bars hears.
    pub(in crate::report) fn reach_alt(self, groups: &[String], table: &str) -> [String; 3] {
        let what = self.either(
            "Paired bars: share of the people heard from, and of residents.",
            "Barrau mewn parau: cyfran o’r bobl y clywyd ganddynt, ac o’r trigolion.",
        );
        [what.to_owned(), format!("{}.", groups.join("; ")), self.data_in_table(table)]
    }

    /// Before what is done about gaps.
    pub(in crate::report) const fn about_gaps(self) -> &'static str {
        self.either("What we do about gaps: ", "Beth a wnawn am fylchau: ")
    }

    /// Where nothing is.
    pub(in crate::report) const fn nothing_about_gaps(self) -> &'static str {
        self.either("The return names no action on gaps.", "Nid yw’r ffurflen yn enwi cam ar gyfer bylchau.")
    }

    /// The caption of what people said, and its heads.
    pub(in crate::report) const fn you_said_table(self) -> (&'static str, [&'static str; 3]) {
        self.either(
            ("You said, we did, and we did not", ["You said", "What we did", "Outcome"]),
            ("Dywedoch chi, gwnaethom ni, ac ni wnaethom", ["Dywedoch chi", "Beth a wnaethom", "Canlyniad"]),
        )
    }

    /// When people were told.
    pub(in crate::report) fn told_on(self, on: &str) -> String {
        say!(self, "People told {on}", "Dywedwyd wrth bobl {on}")
    }

    /// Before the reason for not doing it.
    pub(in crate::report) const fn because(self) -> &'static str {
        self.either("Why: ", "Pam: ")
    }

    /// The caption of engagement and its heads.
    pub(in crate::report) const fn engagement_table(self) -> (&'static str, [&'static str; 5]) {
        self.either(
            ("How people took part", ["Activity", "How far", "People", "Times", "Paid?"]),
            ("Sut y cymerodd pobl ran", ["Gweithgaredd", "I ba raddau", "Pobl", "Troeon", "Tâl?"]),
        )
    }

    /// Whether people were paid for taking part: yes or no.
    pub(in crate::report) const fn yes_no(self, yes: bool) -> &'static str {
        if yes { self.either("Yes", "Oes") } else { self.either("No", "Nac oes") }
    }

    /// Over the reporters' statement.
    pub(in crate::report) const fn reporters_statement(self) -> &'static str {
        self.either("Community reporters’ statement", "Datganiad y gohebwyr")
    }

    /// Whose statement it is, when agreed, and whether it was edited.
    pub(in crate::report) fn statement_by(self, by: Option<&str>, on: Option<&str>, edited: Option<bool>) -> String {
        let mut words = [by, on].into_iter().flatten().collect::<Vec<_>>().join(", ");
        if !words.is_empty() {
            words.push_str(". ");
        }
        words.push_str(match edited {
            Some(false) => self.either("Not edited by officers.", "Heb ei olygu gan swyddogion."),
            Some(true) => self.either("Edited by officers.", "Golygwyd gan swyddogion."),
            None => self.either(
                "The return does not say whether officers edited it.",
                "Nid yw’r ffurflen yn dweud a olygodd swyddogion hwn.",
            ),
        });
        words
    }

    /// Over what reporters get.
    pub(in crate::report) const fn not_exploitation(self) -> &'static str {
        self.either("Engagement, not exploitation", "Ymgysylltu, nid ecsbloetio")
    }

    /// How many reporters, and how many of them trained.
    pub(in crate::report) fn reporters(self, number: u64, trained: Option<u64>) -> String {
        let number = self.counted(number, nouns::REPORTER);
        match trained.map(|trained| self.whole(trained)) {
            Some(trained) => say!(self, "{number}, {trained} trained.", "{number}, {trained} wedi’u hyfforddi."),
            None => format!("{number}."),
        }
    }

    /// Hours paid and unpaid.
    pub(in crate::report) fn hours(self, paid: u64, rate: Option<&str>, unpaid: Option<u64>) -> String {
        let rate = match rate {
            Some(rate) => say!(self, " at £{rate} an hour", " ar £{rate} yr awr"),
            None => String::new(),
        };
        let unpaid = match unpaid.map(|unpaid| self.whole(unpaid)) {
            Some(unpaid) => say!(self, ", {unpaid} unpaid", ", {unpaid} heb dâl"),
            None => String::new(),
        };
        let hours = self.counted(paid, nouns::HOUR);
        say!(self, "{hours} paid{rate}{unpaid}.", "{hours} â thâl{rate}{unpaid}.")
    }

    /// The wage to compare with.
    pub(in crate::report) fn reference_wage(self, name: &str, wage: &str) -> String {
        say!(self, "{name}: £{wage} an hour.", "{name}: £{wage} yr awr.")
    }

    /// Expenses paid.
    pub(in crate::report) fn expenses(self, amount: &str) -> String {
        say!(self, "Expenses paid: {amount}.", "Treuliau a dalwyd: {amount}.")
    }

    /// Whether advice on benefits was offered.
    pub(in crate::report) const fn benefits_advice(self, offered: bool) -> &'static str {
        if offered {
            self.either("Advice on benefits was offered.", "Cynigiwyd cyngor ar fudd-daliadau.")
        } else {
            self.either("Advice on benefits was not offered.", "Ni chynigiwyd cyngor ar fudd-daliadau.")
        }
    }

    /// Whether support was offered.
    pub(in crate::report) const fn wellbeing(self, offered: bool) -> &'static str {
        if offered {
            self.either("Support for their wellbeing was offered.", "Cynigiwyd cymorth ar gyfer eu lles.")
        } else {
            self.either("Support for their wellbeing was not offered.", "Ni chynigiwyd cymorth ar gyfer eu lles.")
        }
    }

    /// Who has the last word.
    pub(in crate::report) const fn editorial(self, control: EditorialControl) -> &'static str {
        match control {
            EditorialControl::Reporters => self
                .either("Reporters have the last word on their text.", "Y gohebwyr sydd â’r gair olaf ar eu testun."),
            EditorialControl::Shared => self.either(
                "Reporters and officers decide on the text together.",
                "Y gohebwyr a’r swyddogion sy’n penderfynu ar y testun gyda’i gilydd.",
            ),
            EditorialControl::Officers => {
                self.either("Officers have the last word on the text.", "Y swyddogion sydd â’r gair olaf ar y testun.")
            }
        }
    }

    /// Whether taking part changed decisions.
    pub(in crate::report) const fn effect(self, effect: EffectLevel) -> &'static str {
        match effect {
            EffectLevel::None => {
                self.either("Taking part changed no decision.", "Ni newidiodd cymryd rhan unrhyw benderfyniad.")
            }
            EffectLevel::Some => {
                self.either("Taking part changed some decisions.", "Newidiodd cymryd rhan rai penderfyniadau.")
            }
            EffectLevel::Clear => {
                self.either("Taking part clearly changed decisions.", "Mae’n amlwg i gymryd rhan newid penderfyniadau.")
            }
        }
    }
}

#[cfg(test)]
mod reach_tests {
    use super::super::ENGLISH as W;

    #[test]
    fn the_group_heard_least_makes_the_headline() {
        assert_eq!(
            W.reach_headline(Some(("Aged under 25", "6.0%", "14.0%"))),
            "Aged under 25: 6.0% of those we heard from, 14.0% of residents"
        );
        assert_eq!(W.reach_headline(None), "Who we heard from");
        assert!(W.reach_subtitle(Some("312")).ends_with("residents. 312 contacts"));
        assert!(W.reach_subtitle(None).ends_with("of residents"));
        let groups = [W.two_shares("Private renters", "19.0%", "23.0%")];
        assert_eq!(
            W.reach_alt(&groups, "B8").join(" "),
            "Paired bars: share of the people heard from, and of residents. Private renters 19.0% and 23.0%. Data in table B8."
        );
        assert_eq!(W.share_words("6.0%", "14.0%"), ["6.0% of those we heard from", "14.0% of residents"]);
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
