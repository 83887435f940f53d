//! Words of page 1 of the funder report.

use super::{Wording, nouns};
use crate::returns::approach::community_reporting::CommunityVerdict;

impl Wording {
    /// The question page 1 answers.
    pub(in crate::report) const fn is_it_working(self) -> &'static str {
        self.either("Is it working?", "A yw’n gweithio?")
    }

    /// The headings of page 1: went wrong, need from you, five approaches, this return.
    pub(in crate::report) const fn page_one_headings(self) -> [&'static str; 4] {
        self.either(
            [
                "What went wrong",
                "What we need from you",
                "How we hold ourselves to account: five approaches, no score",
                "How good this return is",
            ],
            [
                "Beth aeth o’i le",
                "Beth sydd ei angen arnom gennych chi",
                "Sut rydym yn atebol: pum dull, dim sgôr",
                "Pa mor dda yw’r ffurflen hon",
            ],
        )
    }

    /// Measures that are off track, at the head of an item.
    pub(in crate::report) fn off_track(self, count: usize) -> String {
        let measures = self.counted(count as u64, nouns::MEASURE);
        match count {
            1 => self.either("One measure is off track.", "Mae un mesur oddi ar y trywydd.").to_owned(),
            _ => say!(self, "{measures} are off track.", "Mae {measures} oddi ar y trywydd."),
        }
    }

    /// Conditions of the grant that are not met.
    pub(in crate::report) fn conditions_not_met(self, count: usize) -> String {
        let conditions = self.counted(count as u64, nouns::CONDITION);
        match count {
            1 => self.either("One grant condition is not met.", "Mae un amod grant heb ei fodloni.").to_owned(),
            _ => say!(self, "{conditions} are not met.", "Mae {conditions} heb eu bodloni."),
        }
    }

    /// Promises that were not kept: the community judges that, nobody else.
    pub(in crate::report) fn promises_not_kept(self, count: usize) -> String {
        let promises = self.counted(count as u64, nouns::PROMISE);
        match count {
            1 => self.either("One promise was not kept.", "Mae un addewid heb ei gadw.").to_owned(),
            _ => say!(self, "{promises} were not kept.", "Mae {promises} heb eu cadw."),
        }
    }

    /// Milestones that are late.
    pub(in crate::report) fn milestones_late(self, count: usize) -> String {
        let milestones = self.counted(count as u64, nouns::MILESTONE);
        match count {
            1 => self.either("One milestone is late.", "Mae un garreg filltir yn hwyr.").to_owned(),
            _ => say!(self, "{milestones} are late.", "Mae {milestones} yn hwyr."),
        }
    }

    /// A measure with its figures: “Repeat call-outs: 201 against a path of 185.”
    pub(in crate::report) fn title_and_figures(self, title: &str, figures: &str) -> String {
        format!("{title}: {figures}.")
    }

    /// A new date for what was not kept.
    pub(in crate::report) fn new_date(self, date: &str) -> String {
        say!(self, "New date: {date}.", "Bellach: {date}.")
    }

    /// When something late is now expected.
    pub(in crate::report) fn now_expected(self, date: &str) -> String {
        say!(self, "now expected {date}.", "bellach {date}.")
    }

    /// Where something late has no new date.
    pub(in crate::report) const fn no_new_date(self) -> &'static str {
        self.either("no new date.", "dim dyddiad newydd.")
    }

    /// What is not on page 1 for want of room.
    pub(in crate::report) fn and_more(self, more: usize) -> String {
        let more = self.whole(more as u64);
        say!(self, "{more} more. ", "{more} arall. ")
    }

    /// Where nothing went wrong that the figures show.
    pub(in crate::report) const fn nothing_went_wrong(self) -> &'static str {
        self.either(
            "No measure is off track. No condition is unmet, no promise broken and no milestone late.",
            "Nid oes mesur oddi ar y trywydd. Nid oes amod heb ei fodloni, addewid wedi’i dorri na charreg filltir yn hwyr.",
        )
    }

    /// “By 27 November 2026: ”
    pub(in crate::report) fn by_date(self, date: Option<&str>) -> String {
        match date {
            Some(date) => say!(self, "By {date}: ", "Erbyn {date}: "),
            None => self.either("No date given: ", "Heb ddyddiad: ").to_owned(),
        }
    }

    /// Before what happens otherwise.
    pub(in crate::report) const fn if_not(self) -> &'static str {
        self.either("If not: ", "Os na: ")
    }

    /// A barrier that only the funder can lift.
    pub(in crate::report) const fn barrier_needs_you(self) -> &'static str {
        self.either("A barrier only you can move: ", "Rhwystr na all neb ond chi ei symud: ")
    }

    /// Since when a barrier stands.
    pub(in crate::report) fn raised_on(self, date: &str) -> String {
        say!(self, "Raised on {date}. ", "Codwyd ar {date}. ")
    }

    /// Where nothing is asked of the funder.
    pub(in crate::report) const fn nothing_asked(self) -> &'static str {
        self.either("We ask nothing of you this quarter.", "Nid ydym yn gofyn dim gennych y chwarter hwn.")
    }

    /// Where the return does not weigh the approaches.
    pub(in crate::report) const fn approaches_not_stated(self) -> &'static str {
        self.either(
            "The return does not say how much weight it puts on each approach.",
            "Nid yw’r ffurflen yn dweud faint o bwys y mae’n ei roi ar bob dull.",
        )
    }

    /// Where an approach has nothing to tell.
    pub(in crate::report) const fn approach_empty(self) -> &'static str {
        self.either("Nothing reported.", "Dim wedi’i adrodd.")
    }

    /// The headline of system health: a measure and its figure.
    pub(in crate::report) fn system_headline(self, title: &str, figure: &str) -> String {
        format!("{title}: {figure}.")
    }

    /// The headline of outcomes: how many, and how many are compared with something else.
    pub(in crate::report) fn outcomes_headline(self, all: usize, compared: usize) -> String {
        let all = self.counted(all as u64, nouns::OUTCOME);
        match compared {
            0 => say!(self, "{all}, none with a comparison.", "{all}, dim un â chymhariaeth."),
            1 => say!(self, "{all}, one with a comparison.", "{all}, un â chymhariaeth."),
            _ => say!(self, "{all}, {compared} with a comparison.", "{all}, {compared} â chymhariaeth."),
        }
    }

    /// The headline of narratives.
    pub(in crate::report) fn narratives_headline(self, all: usize, not_worked: usize) -> String {
        let (all, not) = (self.counted(all as u64, nouns::ACCOUNT), self.whole(not_worked as u64));
        match not_worked {
            0 => say!(self, "{all} of what happened.", "{all} am yr hyn a ddigwyddodd."),
            _ => say!(self, "{all}, {not} of what has not worked.", "{all}, {not} am yr hyn nad yw wedi gweithio."),
        }
    }

    /// The headline of community reporting: verdicts that were given.
    pub(in crate::report) fn verdicts(self, verdicts: &[CommunityVerdict]) -> String {
        let count = |wanted| verdicts.iter().filter(|&&verdict| verdict == wanted).count();
        let judged = verdicts.len() - count(CommunityVerdict::NotYetJudged);
        let parts: Vec<String> = [
            (CommunityVerdict::Kept, self.either("kept", "wedi’i gadw")),
            (CommunityVerdict::PartlyKept, self.either("partly kept", "yn rhannol")),
            (CommunityVerdict::NotKept, self.either("not kept", "heb ei gadw")),
            (CommunityVerdict::CouldNotAgree, self.either("not agreed on", "heb gytundeb")),
        ]
        .into_iter()
        .filter(|&(verdict, _)| count(verdict) > 0)
        .map(|(verdict, words)| format!("{} {words}", count(verdict)))
        .collect();
        let (parts, promises) = (parts.join(", "), self.counted(judged as u64, nouns::PROMISE));
        match judged {
            0 => self.either("No promise has been judged yet.", "Nid oes addewid wedi’i farnu eto.").to_owned(),
            1 => say!(self, "Residents judged one promise: {parts}.", "Barnodd trigolion un addewid: {parts}."),
            _ => say!(self, "Residents judged {promises}: {parts}.", "Barnodd trigolion {promises}: {parts}."),
        }
    }

    /// The labels of the six cells on the return itself.
    pub(in crate::report) const fn quality_labels(self) -> [&'static str; 6] {
        self.either(
            ["On time", "Complete", "Quality", "Changed", "Hidden", "Queries"],
            ["Prydlon", "Cyflawn", "Ansawdd", "Newidiwyd", "Cuddiwyd", "Ymholiadau"],
        )
    }

    /// When the return came, against its due date.
    pub(in crate::report) fn on_time(self, submitted: Option<&str>, against: Option<&str>) -> String {
        match (submitted, against) {
            (Some(on), Some(against)) => format!("{on}, {against}"),
            (Some(on), None) => say!(self, "{on}, no due date given", "{on}, heb ddyddiad cyflwyno"),
            (None, _) => self.either("Not yet submitted", "Heb ei chyflwyno eto").to_owned(),
        }
    }

    /// How many measures have a figure.
    pub(in crate::report) fn complete(self, reported: usize, all: usize) -> String {
        let (measures, whole) = (self.counted(all as u64, nouns::MEASURE), self.whole(all as u64));
        match all {
            0 => self.either("No measures", "Dim mesurau").to_owned(),
            _ => say!(self, "{reported} of {measures} reported", "{reported} ffigur allan o {whole}"),
        }
    }

    /// How many measures have good, fair and poor data.
    pub(in crate::report) fn quality_counts(self, counts: &[(usize, &str)]) -> String {
        let parts: Vec<String> =
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}")).collect();
        if parts.is_empty() { self.not_stated().to_owned() } else { self.capital(&parts.join(", ")) }
    }

    /// How many figures may still change or have changed.
    pub(in crate::report) fn changed(self, provisional: usize, revised: usize) -> String {
        match (provisional, revised) {
            (0, 0) => {
                self.either("No figure is provisional or revised", "Dim ffigur dros dro nac wedi’i ddiwygio").to_owned()
            }
            (some, 0) => say!(self, "{some} provisional", "{some} dros dro"),
            (0, some) => say!(self, "{some} revised", "{some} wedi’i ddiwygio"),
            (provisional, revised) => say!(
                self,
                "{provisional} provisional, {revised} revised",
                "{provisional} dros dro, {revised} wedi’i ddiwygio"
            ),
        }
    }

    /// How small numbers are protected, in a few words.
    pub(in crate::report) fn hidden_in_brief(self, threshold: u32) -> String {
        if threshold <= 1 {
            return self.either("No count is hidden", "Dim cyfrif wedi’i guddio").to_owned();
        }
        let most = threshold - 1;
        say!(self, "Small counts (1 to {most}) are shown as [c]", "Dangosir rhifau bach (1 i {most}) fel [c]")
    }

    /// How many warnings the return answers.
    pub(in crate::report) fn queries(self, answered: usize) -> String {
        let warnings = self.counted(answered as u64, nouns::WARNING);
        match answered {
            0 => self.either("No warnings to explain", "Dim rhybuddion i’w hegluro").to_owned(),
            1 => self.either("One warning, explained", "Un rhybudd, wedi’i egluro").to_owned(),
            _ => say!(self, "{warnings}, all explained", "{warnings}, pob un wedi’i egluro"),
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
            "Residents judged 4\u{a0}promises: 1 kept, 1 partly kept, 1 not kept, 1 not agreed on."
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
