//! Words on risks, milestones and decisions.

use super::Wording;

impl Wording {
    /// The caption of risks, the line under it and its heads.
    pub(in crate::report) fn risks_table(self, shown: usize, all: usize) -> (String, &'static str, [&'static str; 6]) {
        let caption = if shown < all {
            format!(
                "The {} with the highest scores, of {}",
                self.count(shown as u64, "risk", "risks"),
                self.whole(all as u64)
            )
        } else {
            self.head_count(all, "risk", "risks")
        };
        let subtitle = "Score is likelihood (1 to 5) × impact (1 to 5). Highest score first";
        (caption, subtitle, ["Risk", "Score", "Score before", "What we are doing", "Owner", "Next look"])
    }

    /// The caption of milestones and its heads.
    pub(in crate::report) fn milestones_table(self, late: usize, all: usize) -> (String, [&'static str; 4]) {
        let all = self.count(all as u64, "milestone", "milestones");
        let caption = match late {
            0 => format!("None of {all} is late"),
            1 => format!("One of {all} is late"),
            _ => format!("{late} of {all} are late"),
        };
        (caption, ["Milestone", "Due", "Done or expected", "Status"])
    }

    /// By how many weeks or days a milestone slips: “13 weeks later”.
    pub(in crate::report) fn later_by(self, days: i64) -> Option<String> {
        let days = u64::try_from(days).ok().filter(|&days| days > 0)?;
        Some(match days {
            1..14 => format!("{} later", self.count(days, "day", "days")),
            _ => format!("{} later", self.count(days / 7, "week", "weeks")),
        })
    }

    /// The caption of decisions and its heads.
    pub(in crate::report) fn decisions_table(self, count: usize) -> (String, [&'static str; 4]) {
        (self.head_count(count, "decision asked for", "decisions asked for"), ["Who", "Decision", "By", "If not"])
    }

    /// Before what could be decided instead.
    pub(in crate::report) const fn instead(self) -> &'static str {
        "Or: "
    }

    /// Over the priorities of the next quarter.
    pub(in crate::report) fn priorities(self, months: &str) -> String {
        format!("What we do first in {months}")
    }

    /// Where the return names none.
    pub(in crate::report) const fn no_priorities(self) -> &'static str {
        "The return names no priorities for the next quarter."
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;

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
    fn only_a_long_list_of_risks_says_that_it_is_cut() {
        assert_eq!(W.risks_table(4, 4).0, "4\u{a0}risks");
        assert_eq!(W.risks_table(5, 9).0, "The 5\u{a0}risks with the highest scores, of 9");
        assert_eq!(W.decisions_table(1).0, "One decision asked for");
    }
}
