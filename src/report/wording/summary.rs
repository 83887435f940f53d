//! Words of page 1 of the funder report.

use super::Wording;
use crate::returns::approach::community_reporting::CommunityVerdict;

impl Wording {
    /// The question page 1 answers.
    pub(in crate::report) const fn is_it_working(self) -> &'static str {
        "Is it working?"
    }

    /// The headings of page 1: went wrong, need from you, five approaches, this return.
    pub(in crate::report) const fn page_one_headings(self) -> [&'static str; 4] {
        [
            "What went wrong",
            "What we need from you",
            "How we hold ourselves to account: five approaches, no score",
            "How good this return is",
        ]
    }

    /// Measures that are off track, at the head of an item.
    pub(in crate::report) fn off_track(self, count: usize) -> String {
        match count {
            1 => "One measure is off track.".to_owned(),
            _ => format!("{} are off track.", self.count(count as u64, "measure", "measures")),
        }
    }

    /// Conditions of the grant that are not met.
    pub(in crate::report) fn conditions_not_met(self, count: usize) -> String {
        match count {
            1 => "One grant condition is not met.".to_owned(),
            _ => format!("{} are not met.", self.count(count as u64, "grant condition", "grant conditions")),
        }
    }

    /// Promises that were not kept: the community judges that, nobody else.
    pub(in crate::report) fn promises_not_kept(self, count: usize) -> String {
        match count {
            1 => "One promise was not kept.".to_owned(),
            _ => format!("{} were not kept.", self.count(count as u64, "promise", "promises")),
        }
    }

    /// Milestones that are late.
    pub(in crate::report) fn milestones_late(self, count: usize) -> String {
        match count {
            1 => "One milestone is late.".to_owned(),
            _ => format!("{} are late.", self.count(count as u64, "milestone", "milestones")),
        }
    }

    /// A measure with its figures: “Repeat call-outs: 201 against a path of 185.”
    pub(in crate::report) fn title_and_figures(self, title: &str, figures: &str) -> String {
        format!("{title}: {figures}.")
    }

    /// A new date for what was not kept.
    pub(in crate::report) fn new_date(self, date: &str) -> String {
        format!("New date: {date}.")
    }

    /// When something late is now expected.
    pub(in crate::report) fn now_expected(self, date: &str) -> String {
        format!("now expected {date}.")
    }

    /// Where something late has no new date.
    pub(in crate::report) const fn no_new_date(self) -> &'static str {
        "no new date."
    }

    /// What is not on page 1 for want of room.
    pub(in crate::report) fn and_more(self, more: usize) -> String {
        format!("{} more. ", self.whole(more as u64))
    }

    /// Where nothing went wrong that the figures show.
    pub(in crate::report) const fn nothing_went_wrong(self) -> &'static str {
        "No measure is off track. No condition is unmet, no promise broken and no milestone late."
    }

    /// “By 27 November 2026: ”
    pub(in crate::report) fn by_date(self, date: Option<&str>) -> String {
        date.map_or_else(|| "No date given: ".to_owned(), |date| format!("By {date}: "))
    }

    /// Before what happens otherwise.
    pub(in crate::report) const fn if_not(self) -> &'static str {
        "If not: "
    }

    /// A barrier that only the funder can lift.
    pub(in crate::report) const fn barrier_needs_you(self) -> &'static str {
        "A barrier only you can move: "
    }

    /// Since when a barrier stands.
    pub(in crate::report) fn raised_on(self, date: &str) -> String {
        format!("Raised on {date}. ")
    }

    /// Where nothing is asked of the funder.
    pub(in crate::report) const fn nothing_asked(self) -> &'static str {
        "We ask nothing of you this quarter."
    }

    /// Where the return does not weigh the approaches.
    pub(in crate::report) const fn approaches_not_stated(self) -> &'static str {
        "The return does not say how much weight it puts on each approach."
    }

    /// Where an approach has nothing to tell.
    pub(in crate::report) const fn approach_empty(self) -> &'static str {
        "Nothing reported."
    }

    /// The headline of system health: a measure and its figure.
    pub(in crate::report) fn system_headline(self, title: &str, figure: &str) -> String {
        format!("{title}: {figure}.")
    }

    /// The headline of outcomes: how many, and how many are compared with something else.
    pub(in crate::report) fn outcomes_headline(self, all: usize, compared: usize) -> String {
        let all = self.count(all as u64, "outcome", "outcomes");
        match compared {
            0 => format!("{all}, none with a comparison."),
            1 => format!("{all}, one with a comparison."),
            _ => format!("{all}, {compared} with a comparison."),
        }
    }

    /// The headline of narratives.
    pub(in crate::report) fn narratives_headline(self, all: usize, not_worked: usize) -> String {
        let all = self.count(all as u64, "account", "accounts");
        match not_worked {
            0 => format!("{all} of what happened."),
            _ => format!("{all}, {} of what has not worked.", self.whole(not_worked as u64)),
        }
    }

    /// The headline of community reporting: verdicts that were given.
    pub(in crate::report) fn verdicts(self, verdicts: &[CommunityVerdict]) -> String {
        let count = |wanted| verdicts.iter().filter(|&&verdict| verdict == wanted).count();
        let judged = verdicts.len() - count(CommunityVerdict::NotYetJudged);
        let parts: Vec<String> = [
            (CommunityVerdict::Kept, "kept"),
            (CommunityVerdict::PartlyKept, "partly kept"),
            (CommunityVerdict::NotKept, "not kept"),
            (CommunityVerdict::CouldNotAgree, "not agreed on"),
        ]
        .into_iter()
        .filter(|&(verdict, _)| count(verdict) > 0)
        .map(|(verdict, words)| format!("{} {words}", count(verdict)))
        .collect();
        match judged {
            0 => "No promise has been judged yet.".to_owned(),
            1 => format!("Residents judged one promise: {}.", parts.join(", ")),
            _ => format!("Residents judged {judged} promises: {}.", parts.join(", ")),
        }
    }

    /// The labels of the six cells on the return itself.
    pub(in crate::report) const fn quality_labels(self) -> [&'static str; 6] {
        ["On time", "Complete", "Quality", "Changed", "Hidden", "Queries"]
    }

    /// When the return came, against its due date.
    pub(in crate::report) fn on_time(self, submitted: Option<&str>, against: Option<&str>) -> String {
        match (submitted, against) {
            (Some(on), Some(against)) => format!("{on}, {against}"),
            (Some(on), None) => format!("{on}, no due date given"),
            (None, _) => "Not yet submitted".to_owned(),
        }
    }

    /// How many measures have a figure.
    pub(in crate::report) fn complete(self, reported: usize, all: usize) -> String {
        match all {
            0 => "No measures".to_owned(),
            _ => format!("{reported} of {} reported", self.count(all as u64, "measure", "measures")),
        }
    }

    /// How many measures have good, fair and poor data.
    pub(in crate::report) fn quality_counts(self, counts: &[(usize, &str)]) -> String {
        let parts: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}")).collect();
        if parts.is_empty() { "Not stated".to_owned() } else { self.capital(&parts.join(", ")) }
    }

    /// How many figures may still change or have changed.
    pub(in crate::report) fn changed(self, provisional: usize, revised: usize) -> String {
        match (provisional, revised) {
            (0, 0) => "No figure is provisional or revised".to_owned(),
            (some, 0) => format!("{some} provisional"),
            (0, some) => format!("{some} revised"),
            (provisional, revised) => format!("{provisional} provisional, {revised} revised"),
        }
    }

    /// How small numbers are protected, in a few words.
    pub(in crate::report) fn hidden_in_brief(self, threshold: u32) -> String {
        if threshold <= 1 {
            return "No count is hidden".to_owned();
        }
        format!("Small counts (1 to {}) are shown as [c]", threshold - 1)
    }

    /// How many warnings the return answers.
    pub(in crate::report) fn queries(self, answered: usize) -> String {
        match answered {
            0 => "No warnings to explain".to_owned(),
            1 => "One warning, explained".to_owned(),
            _ => format!("{}, all explained", self.count(answered as u64, "warning", "warnings")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn what_went_wrong_is_counted() {
        assert_eq!(W.off_track(1), "One measure is off track.");
        assert_eq!(W.off_track(2), "2\u{a0}measures are off track.");
        assert_eq!(W.conditions_not_met(1), "One grant condition is not met.");
        assert_eq!(W.promises_not_kept(3), "3\u{a0}promises were not kept.");
        assert_eq!(W.milestones_late(2), "2\u{a0}milestones are late.");
    }

    #[test]
    fn verdicts_are_counted_without_those_not_given() {
        use CommunityVerdict::{CouldNotAgree, Kept, NotKept, NotYetJudged, PartlyKept};
        assert_eq!(W.verdicts(&[NotYetJudged]), "No promise has been judged yet.");
        assert_eq!(W.verdicts(&[]), "No promise has been judged yet.");
        assert_eq!(W.verdicts(&[Kept, NotYetJudged]), "Residents judged one promise: 1 kept.");
        assert_eq!(
            W.verdicts(&[NotKept, PartlyKept, Kept, NotYetJudged, CouldNotAgree]),
            "Residents judged 4 promises: 1 kept, 1 partly kept, 1 not kept, 1 not agreed on."
        );
    }

    #[test]
    fn the_return_itself_is_told_in_figures() {
        assert_eq!(W.complete(5, 5), "5 of 5\u{a0}measures reported");
        assert_eq!(W.complete(0, 0), "No measures");
        assert_eq!(W.quality_counts(&[(5, "good"), (1, "fair"), (0, "poor")]), "5 good, 1 fair");
        assert_eq!(W.quality_counts(&[(0, "good")]), "Not stated");
        assert_eq!(W.changed(0, 0), "No figure is provisional or revised");
        assert_eq!(W.changed(1, 1), "1 provisional, 1 revised");
        assert_eq!(W.queries(0), "No warnings to explain");
        assert_eq!(W.queries(2), "2\u{a0}warnings, all explained");
        assert_eq!(W.hidden_in_brief(5), "Small counts (1 to 4) are shown as [c]");
        assert_eq!(W.hidden_in_brief(1), "No count is hidden");
    }
}
