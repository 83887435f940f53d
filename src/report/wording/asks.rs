//! Words on risks, milestones and decisions.

use super::{Wording, nouns};

impl Wording {
    /// The caption of risks, the line under it and its heads.
    pub(in crate::report) fn risks_table(self, shown: usize, all: usize) -> (String, &'static str, [&'static str; 6]) {
        let caption = if shown < all {
            let (risks, all) = (self.counted(shown as u64, nouns::RISK), self.whole(all as u64));
            say!(self, "The {risks} with the highest scores, of {all}", "Y sgorau uchaf: {risks} allan o {all}")
        } else {
            self.headed(all, nouns::RISK)
        };
        let subtitle = self.either(
            "Score is likelihood (1 to 5) × impact (1 to 5). Highest score first",
            "Sgôr: tebygolrwydd (1 i 5) × effaith (1 i 5). Y sgôr uchaf yn gyntaf",
        );
        let heads = self.either(
            ["Risk", "Score", "Score before", "What we are doing", "Owner", "Next look"],
            ["Risg", "Sgôr", "Sgôr cynt", "Beth rydym yn ei wneud", "Perchennog", "Edrych nesaf"],
        );
        (caption, subtitle, heads)
    }

    /// The caption of milestones and its heads.
    pub(in crate::report) fn milestones_table(self, late: usize, all: usize) -> (String, [&'static str; 4]) {
        let all = self.counted(all as u64, nouns::MILESTONE);
        let caption = match late {
            0 => say!(self, "None of {all} is late", "{all}: dim un yn hwyr"),
            1 => say!(self, "One of {all} is late", "{all}: un yn hwyr"),
            _ => say!(self, "{late} of {all} are late", "{all}: {late} yn hwyr"),
        };
        let heads = self.either(
            ["Milestone", "Due", "Done or expected", "Status"],
            ["Carreg filltir", "Dyddiad", "Gwnaed neu disgwylir", "Statws"],
        );
        (caption, heads)
    }

    /// By how many weeks or days a milestone slips: “13 weeks later”.
    pub(in crate::report) fn later_by(self, days: i64) -> Option<String> {
        let days = u64::try_from(days).ok().filter(|&days| days > 0)?;
        let time = match days {
            1..14 => self.counted(days, nouns::DAY),
            _ => self.counted(days / 7, nouns::WEEK),
        };
        Some(say!(self, "{time} later", "{time} yn hwyrach"))
    }

    /// By how many weeks or days a milestone is late: “13 weeks late”.
    pub(in crate::report) fn late_by(self, days: i64) -> Option<String> {
        let days = u64::try_from(days).ok().filter(|&days| days > 0)?;
        let time = match days {
            1..14 => self.counted(days, nouns::DAY),
            _ => self.counted(days / 7, nouns::WEEK),
        };
        Some(say!(self, "{time} late", "{time} yn hwyr"))
    }

    /// The line under the headline of the milestones.
    pub(in crate::report) fn milestones_subtitle(self, from: &str, to: &str) -> String {
        say!(self, "Due, and done or expected, {from} to {to}", "Dyddiad, a gwnaed neu disgwylir, {from} – {to}")
    }

    /// At the line of the quarter’s end.
    pub(in crate::report) const fn quarter_ended(self) -> &'static str {
        self.either("Quarter ended", "Diwedd y chwarter")
    }

    /// What the marks of the milestones are, and whether all of them are drawn.
    pub(in crate::report) fn milestones_key(self, drawn: usize, all: usize) -> String {
        let key = self.either(
            "Hollow diamond: due. Filled diamond: expected. Circle: done.",
            "Diemwnt gwag: dyddiad. Diemwnt llawn: disgwylir. Cylch: gwnaed.",
        );
        if drawn < all {
            let rest = self.counted(all.saturating_sub(drawn) as u64, nouns::MILESTONE);
            say!(self, "{key} Only in the table: {rest}.", "{key} Yn y tabl yn unig: {rest}.")
        } else {
            key.to_owned()
        }
    }

    /// What a reader who cannot see the milestones hears.
    pub(in crate::report) fn milestones_alt(
        self,
        from: &str,
        to: &str,
        headline: &str,
        late: &[String],
        table: &str,
    ) -> [String; 4] {
        [
            say!(
                self,
                "Milestones on a line of months, {from} to {to}.",
                "Cerrig milltir ar linell o fisoedd, {from} – {to}."
            ),
            format!("{headline}."),
            if late.is_empty() { String::new() } else { format!("{}.", late.join("; ")) },
            self.data_in_table(table),
        ]
    }

    /// Before changes of the people who lead.
    pub(in crate::report) const fn leaders_changed(self) -> &'static str {
        self.either("Changes of leaders. ", "Newid arweinwyr. ")
    }

    /// Somebody who led and left, and how long the post stood empty.
    pub(in crate::report) fn leader_left(
        self,
        who: &str,
        left: Option<&str>,
        successor: Option<&str>,
        days: Option<i64>,
    ) -> String {
        let left = match left {
            Some(on) => say!(self, "{who}: left on {on}.", "{who}: gadawodd ar {on}."),
            None => say!(self, "{who}: the date of leaving was not given.", "{who}: ni roddwyd y dyddiad gadael."),
        };
        let Some(successor) = successor else {
            return say!(self, "{left} No successor has begun.", "{left} Nid oes olynydd wedi dechrau.");
        };
        let gap = days.and_then(|days| u64::try_from(days).ok()).filter(|days| *days > 0);
        let gap = gap.map(|days| self.counted(days, nouns::DAY));
        match gap {
            Some(gap) => say!(
                self,
                "{left} The successor began on {successor}, {gap} later.",
                "{left} Dechreuodd yr olynydd ar {successor}, {gap} yn ddiweddarach."
            ),
            None => {
                say!(self, "{left} The successor began on {successor}.", "{left} Dechreuodd yr olynydd ar {successor}.")
            }
        }
    }

    /// The caption of decisions and its heads.
    pub(in crate::report) fn decisions_table(self, count: usize) -> (String, [&'static str; 4]) {
        let heads = self.either(["Who", "Decision", "By", "If not"], ["Pwy", "Penderfyniad", "Erbyn", "Os na"]);
        (self.headed(count, nouns::DECISION_ASKED), heads)
    }

    /// Before what could be decided instead.
    pub(in crate::report) const fn instead(self) -> &'static str {
        self.either("Or: ", "Neu: ")
    }

    /// Over the priorities of the next quarter.
    pub(in crate::report) fn priorities(self, months: &str) -> String {
        say!(self, "What we do first in {months}", "Beth a wnawn gyntaf: {months}")
    }

    /// Where the return names none.
    pub(in crate::report) const fn no_priorities(self) -> &'static str {
        self.either(
            "The return names no priorities for the next quarter.",
            "Nid yw’r ffurflen yn enwi blaenoriaethau ar gyfer y chwarter nesaf.",
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;

    #[test]
    fn a_change_of_leader_says_how_long_nobody_led() {
        let left = |left, successor, days| W.leader_left("Chief executive", left, successor, days);
        assert_eq!(
            left(None, None, None),
            "Chief executive: the date of leaving was not given. No successor has begun."
        );
        assert_eq!(
            left(Some("3 May 2026"), None, None),
            "Chief executive: left on 3 May 2026. No successor has begun."
        );
        assert_eq!(
            left(Some("3 May 2026"), Some("4 May 2026"), Some(1)),
            "Chief executive: left on 3 May 2026. The successor began on 4 May 2026, 1\u{a0}day later."
        );
        assert_eq!(
            left(Some("3 May 2026"), Some("1 May 2026"), Some(-2)),
            "Chief executive: left on 3 May 2026. The successor began on 1 May 2026."
        );
    }

    #[test]
    fn milestones_are_counted_and_their_delay_told() {
        assert_eq!(W.milestones_table(0, 6).0, "None of 6\u{a0}milestones is late");
        assert_eq!(W.milestones_table(1, 6).0, "One of 6\u{a0}milestones is late");
        assert_eq!(W.milestones_table(2, 6).0, "2 of 6\u{a0}milestones are late");
        assert_eq!(W.later_by(91).unwrap(), "13\u{a0}weeks later");
        assert_eq!(W.later_by(1).unwrap(), "1\u{a0}day later");
        assert_eq!(W.later_by(0), None);
        assert_eq!(W.later_by(-4), None);
    }

    #[test]
    fn milestones_are_told_with_what_is_late() {
        assert_eq!(W.late_by(91).unwrap(), "13\u{a0}weeks late");
        assert_eq!(W.late_by(1).unwrap(), "1\u{a0}day late");
        assert_eq!(W.late_by(0), None);
        assert!(W.milestones_key(6, 6).ends_with("Circle: done."));
        assert!(W.milestones_key(3, 12).ends_with("Only in the table: 9\u{a0}milestones."));
        let alt = |late: &[String]| W.milestones_alt("July 2026", "March 2027", "One is late", late, "B9").join(" ");
        assert_eq!(
            alt(&["Hub: 2 days late".to_owned()]),
            "Milestones on a line of months, July 2026 to March 2027. One is late. Hub: 2 days late. Data in table B9."
        );
        assert!(alt(&[]).contains("One is late.  Data"));
    }

    #[test]
    fn only_a_long_list_of_risks_says_that_it_is_cut() {
        assert_eq!(W.risks_table(4, 4).0, "4\u{a0}risks");
        assert_eq!(W.risks_table(5, 9).0, "The 5\u{a0}risks with the highest scores, of 9");
        assert_eq!(W.decisions_table(1).0, "One decision asked for");
    }
}
