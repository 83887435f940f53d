//! Words on system health: measures, the survey, referrals, barriers and downsides.

use super::Wording;
use crate::returns::approach::system_health::SurveySector;

impl Wording {
    /// The lede: how many measures, and how many barriers stand open.
    pub(in crate::report) fn system_lede(self, measures: usize, open_barriers: usize) -> String {
        let measures = match measures {
            0 => "No measure of the system was reported".to_owned(),
            1 => "We report one measure of the system".to_owned(),
            _ => format!("We report {} of the system", self.count(measures as u64, "measure", "measures")),
        };
        match open_barriers {
            0 => format!("{measures}. No barrier stands open."),
            1 => format!("{measures}. One barrier stands open."),
            _ => format!("{measures}. {} stand open.", self.count(open_barriers as u64, "barrier", "barriers")),
        }
    }

    /// The caption of the measures, the line under it and their heads.
    pub(in crate::report) const fn system_table(self) -> (&'static str, &'static str, [&'static str; 6]) {
        (
            "How the system works, in figures",
            "The figures alone do not show that anything changed",
            ["Measure", "At the start", "Quarter before", "This quarter", "Better is", "Counted from"],
        )
    }

    /// Posts filled, of posts agreed.
    pub(in crate::report) fn posts(self, filled: &str, agreed: &str) -> String {
        format!("{filled} of {agreed} posts filled")
    }

    /// The caption of the survey, the line under it and its heads.
    pub(in crate::report) const fn survey_table(self) -> (&'static str, [&'static str; 3]) {
        ("What partners say of working together", ["Statement", "This survey", "Survey before"])
    }

    /// The line under the survey's caption.
    pub(in crate::report) fn survey_subtitle(
        self,
        instrument: Option<&str>,
        fieldwork: Option<(&str, &str)>,
    ) -> String {
        let asked = fieldwork.map(|(from, to)| format!("Asked {from} to {to}"));
        let parts: Vec<String> =
            [Some("Mean score".to_owned()), instrument.map(str::to_owned), asked].into_iter().flatten().collect();
        parts.join(". ")
    }

    /// How many were asked, and how many replied.
    pub(in crate::report) fn replies(self, returned: &str, sent: Option<&str>, rate: Option<&str>) -> String {
        match (sent, rate) {
            (Some(sent), Some(rate)) => format!("{returned} of {sent} people replied ({rate})."),
            (Some(sent), None) => format!("{returned} of {sent} people replied."),
            (None, _) => format!("{returned} people replied."),
        }
    }

    /// The rows of the survey after its statements: overall, morale, roles.
    pub(in crate::report) const fn survey_rows(self) -> [&'static str; 3] {
        ["Overall", "Staff morale", "Clear roles"]
    }

    /// Before the replies by sector.
    pub(in crate::report) const fn replies_by_sector(self) -> &'static str {
        "Replies by sector: "
    }

    /// Sectors that are counted as one: “NHS and police”; three or more have no names.
    pub(in crate::report) fn survey_sectors(self, sectors: &[SurveySector]) -> String {
        match sectors {
            [] => String::new(),
            [one] => self.survey_sector(*one).to_owned(),
            [one, two] => {
                let two = self.survey_sector(*two);
                let is_word = two.chars().nth(1).is_some_and(char::is_lowercase);
                let two = if is_word { two.to_lowercase() } else { two.to_owned() };
                format!("{} and {two}", self.survey_sector(*one))
            }
            [_, _, _, ..] => "Other partners".to_owned(),
        }
    }

    /// A name and its figure: “NHS and police 14”.
    pub(in crate::report) fn name_and_figure(self, name: &str, figure: &str) -> String {
        format!("{name} {figure}")
    }

    /// The caption of referrals and its heads.
    pub(in crate::report) const fn referrals_table(self) -> (&'static str, [&'static str; 2]) {
        ("Referrals this quarter", ["Referrals", "Number"])
    }

    /// The rows of referrals: received, accepted, declined, waiting, withdrawn.
    pub(in crate::report) const fn referral_rows(self) -> [&'static str; 5] {
        ["Received", "Accepted", "Declined", "Waiting", "Withdrawn"]
    }

    /// A source of referrals.
    pub(in crate::report) fn referral_from(self, source: &str) -> String {
        format!("From: {source}")
    }

    /// Before the most frequent reason for declining.
    pub(in crate::report) const fn top_reason_declined(self) -> &'static str {
        "Most frequent reason for declining: "
    }

    /// The caption of barriers and its heads.
    pub(in crate::report) fn barriers_table(self, open: usize) -> (String, [&'static str; 4]) {
        let caption = match open {
            0 => "No barrier stands open".to_owned(),
            1 => "One barrier stands open".to_owned(),
            _ => format!("{} stand open", self.count(open as u64, "barrier", "barriers")),
        };
        (caption, ["Barrier", "Who can move it", "Raised", "Where it stands"])
    }

    /// The caption of disagreements and its heads.
    pub(in crate::report) fn disputes_table(self, count: usize, settled: usize) -> (String, [&'static str; 4]) {
        let caption = match (count, settled) {
            (1, 1) => "One disagreement, settled".to_owned(),
            (1, _) => "One disagreement, not settled".to_owned(),
            (_, settled) => {
                format!(
                    "{}, {} settled",
                    self.count(count as u64, "disagreement", "disagreements"),
                    self.whole(settled as u64)
                )
            }
        };
        (caption, ["Opened", "Settled", "Days", "How"])
    }

    /// The caption of downsides and its heads.
    pub(in crate::report) fn drawbacks_table(self, seen: usize, all: usize) -> (String, [&'static str; 3]) {
        let all = self.count(all as u64, "downside", "downsides");
        (
            format!("{} of {all} of working together seen", self.whole(seen as u64)),
            ["Downside", "Seen?", "What shows it"],
        )
    }

    /// The caption of participation and its heads.
    pub(in crate::report) const fn participation_table(self) -> (&'static str, [&'static str; 3]) {
        ("Who took part", ["Partner", "Meetings", "Actions done"])
    }

    /// The caption of trust events and its heads.
    pub(in crate::report) const fn trust_table(self) -> (&'static str, [&'static str; 3]) {
        ("What built trust, and what broke it", ["When", "Between", "What happened"])
    }

    /// Whether an event built or broke trust.
    pub(in crate::report) const fn trust(self, built: bool) -> &'static str {
        if built { "Built trust" } else { "Broke trust" }
    }

    /// Since when trust is repaired.
    pub(in crate::report) fn repaired(self, on: &str) -> String {
        format!("repaired {on}")
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;

    #[test]
    fn the_system_is_summed_up_without_a_verdict() {
        assert_eq!(W.system_lede(0, 0), "No measure of the system was reported. No barrier stands open.");
        assert_eq!(W.system_lede(1, 1), "We report one measure of the system. One barrier stands open.");
        assert_eq!(W.system_lede(8, 2), "We report 8\u{a0}measures of the system. 2\u{a0}barriers stand open.");
    }

    #[test]
    fn replies_are_told_with_what_is_known() {
        assert_eq!(W.replies("52", Some("74"), Some("70.3%")), "52 of 74 people replied (70.3%).");
        assert_eq!(W.replies("52", Some("74"), None), "52 of 74 people replied.");
        assert_eq!(W.replies("52", None, None), "52 people replied.");
    }

    #[test]
    fn disagreements_and_barriers_are_counted() {
        assert_eq!(W.disputes_table(1, 1).0, "One disagreement, settled");
        assert_eq!(W.disputes_table(1, 0).0, "One disagreement, not settled");
        assert_eq!(W.disputes_table(3, 2).0, "3\u{a0}disagreements, 2 settled");
        assert_eq!(W.barriers_table(0).0, "No barrier stands open");
        assert_eq!(W.drawbacks_table(1, 5).0, "1 of 5\u{a0}downsides of working together seen");
    }
}
