//! Words on system health: measures, the survey, referrals, barriers and downsides.

use super::{Wording, nouns};
use crate::returns::approach::system_health::SurveySector;

impl Wording {
    /// The lede: how many measures, and how many barriers stand open.
    pub(in crate::report) fn system_lede(self, measures: usize, open_barriers: usize) -> String {
        let counted = self.counted(measures as u64, nouns::MEASURE);
        let measures = match measures {
            0 => self.either("No measure of the system was reported", "Ni adroddwyd mesur o’r system").to_owned(),
            1 => self.either("We report one measure of the system", "Adroddwn un mesur o’r system").to_owned(),
            _ => say!(self, "We report {counted} of the system", "Adroddwn {counted} o’r system"),
        };
        format!("{measures}. {}.", self.open_barriers(open_barriers))
    }

    /// How many barriers stand open.
    fn open_barriers(self, open: usize) -> String {
        let barriers = self.counted(open as u64, nouns::BARRIER);
        match open {
            0 => self.either("No barrier stands open", "Nid oes rhwystr yn parhau").to_owned(),
            1 => self.either("One barrier stands open", "Mae un rhwystr yn parhau").to_owned(),
            _ => say!(self, "{barriers} stand open", "Mae {barriers} yn parhau"),
        }
    }

    /// The caption of the measures, the line under it and their heads.
    pub(in crate::report) const fn system_table(self) -> (&'static str, &'static str, [&'static str; 6]) {
        self.either(
            (
                "How the system works, in figures",
                "The figures alone do not show that anything changed",
                ["Measure", "At the start", "Quarter before", "This quarter", "Better is", "Counted from"],
            ),
            (
                "Sut mae’r system yn gweithio, mewn ffigurau",
                "Nid yw’r ffigurau ar eu pen eu hunain yn dangos bod dim wedi newid",
                ["Mesur", "Ar y dechrau", "Chwarter cynt", "Y chwarter hwn", "Gwell yw", "Cyfrifwyd o"],
            ),
        )
    }

    /// Posts filled, of posts agreed.
    pub(in crate::report) fn posts(self, filled: &str, agreed: &str) -> String {
        say!(self, "{filled} of {agreed} posts filled", "Llenwyd {filled} allan o {agreed} o swyddi")
    }

    /// The caption of the survey, the line under it and its heads.
    pub(in crate::report) const fn survey_table(self) -> (&'static str, [&'static str; 3]) {
        self.either(
            ("What partners say of working together", ["Statement", "This survey", "Survey before"]),
            ("Beth mae partneriaid yn ei ddweud am gydweithio", ["Datganiad", "Yr arolwg hwn", "Arolwg cynt"]),
        )
    }

    /// The line under the survey's caption.
    pub(in crate::report) fn survey_subtitle(
        self,
        instrument: Option<&str>,
        fieldwork: Option<(&str, &str)>,
    ) -> String {
        let asked = fieldwork.map(|(from, to)| say!(self, "Asked {from} to {to}", "Holwyd {from} i {to}"));
        let mean = self.either("Mean score", "Sgôr gymedrig").to_owned();
        let parts: Vec<String> = [Some(mean), instrument.map(str::to_owned), asked].into_iter().flatten().collect();
        parts.join(". ")
    }

    /// The headline of the survey: which statement scores highest and which lowest.
    pub(in crate::report) fn survey_headline(self, highest: Option<&str>, lowest: Option<&str>) -> String {
        match (highest, lowest) {
            (Some(highest), Some(lowest)) => say!(
                self,
                "“{highest}” scores highest, “{lowest}” lowest",
                "Y sgôr uchaf: “{highest}”. Yr isaf: “{lowest}”"
            ),
            (_, _) => self.survey_table().0.to_owned(),
        }
    }

    /// What the dots of the survey are.
    pub(in crate::report) const fn survey_key(self, has_before: bool) -> &'static str {
        if has_before {
            self.either(
                "Filled: this survey. Hollow: the survey before.",
                "Llawn: yr arolwg hwn. Gwag: yr arolwg cynt.",
            )
        } else {
            self.either("The survey before has no figures.", "Nid oes ffigurau gan yr arolwg cynt.")
        }
    }

    /// What a reader who cannot see the dot plot hears.
    pub(in crate::report) fn survey_alt(
        self,
        scale: Option<(&str, &str)>,
        ends: &[String],
        overall: Option<&str>,
        before: Option<&str>,
        table: &str,
    ) -> [String; 4] {
        let what = self.either(
            "Dot plot of the mean scores that partners give to working together",
            "Siart dotiau o’r sgorau cymedrig y mae partneriaid yn eu rhoi i gydweithio",
        );
        let what = match scale {
            Some((low, high)) => say!(self, "{what}, from {low} to {high}.", "{what}, o {low} i {high}."),
            None => format!("{what}."),
        };
        let overall = match (overall, before) {
            (Some(overall), Some(before)) => {
                say!(self, "Overall {overall}, was {before}.", "Yn gyffredinol {overall}; {before} gynt.")
            }
            (Some(overall), None) => say!(self, "Overall {overall}.", "Yn gyffredinol {overall}."),
            (None, _) => String::new(),
        };
        let ends = match ends {
            [] => String::new(),
            [only] => format!("{only}."),
            [highest, .., lowest] => {
                say!(self, "Highest: {highest}. Lowest: {lowest}.", "Uchaf: {highest}. Isaf: {lowest}.")
            }
        };
        [what, ends, overall, self.data_in_table(table)]
    }

    /// The caption of the survey in annex B.
    pub(in crate::report) fn survey_caption(self, table: &str) -> String {
        format!("{table}. {}", self.survey_table().0)
    }

    /// How many were asked, and how many replied.
    pub(in crate::report) fn replies(self, returned: &str, sent: Option<&str>, rate: Option<&str>) -> String {
        let rate = rate.map(|rate| format!(" ({rate})")).unwrap_or_default();
        match sent {
            Some(sent) => say!(
                self,
                "{returned} of {sent} people replied{rate}.",
                "Atebodd {returned} allan o {sent} o bobl{rate}."
            ),
            None => say!(self, "{returned} people replied.", "Atebodd {returned} o bobl."),
        }
    }

    /// The rows of the survey after its statements: overall, morale, roles.
    pub(in crate::report) const fn survey_rows(self) -> [&'static str; 3] {
        self.either(["Overall", "Staff morale", "Clear roles"], ["Yn gyffredinol", "Morâl staff", "Rolau clir"])
    }

    /// Before the replies by sector.
    pub(in crate::report) const fn replies_by_sector(self) -> &'static str {
        self.either("Replies by sector: ", "Atebion fesul sector: ")
    }

    /// Sectors that are counted as one: “NHS and police”; three or more have no names.
    pub(in crate::report) fn survey_sectors(self, sectors: &[SurveySector]) -> String {
        match sectors {
            [] => String::new(),
            [one] => self.survey_sector(*one).to_owned(),
            [one, two] => {
                let (one, two) = (self.survey_sector(*one), self.survey_sector(*two));
                let is_word = two.chars().nth(1).is_some_and(char::is_lowercase);
                let two = if is_word { two.to_lowercase() } else { two.to_owned() };
                say!(self, "{one} and {two}", "{one}, {two}")
            }
            [_, _, _, ..] => self.either("Other partners", "Partneriaid eraill").to_owned(),
        }
    }

    /// A name and its figure: “NHS and police 14”.
    pub(in crate::report) fn name_and_figure(self, name: &str, figure: &str) -> String {
        format!("{name} {figure}")
    }

    /// The caption of referrals and its heads.
    pub(in crate::report) const fn referrals_table(self) -> (&'static str, [&'static str; 2]) {
        self.either(
            ("Referrals this quarter", ["Referrals", "Number"]),
            ("Atgyfeiriadau y chwarter hwn", ["Atgyfeiriadau", "Nifer"]),
        )
    }

    /// The rows of referrals: received, accepted, declined, waiting, withdrawn.
    pub(in crate::report) const fn referral_rows(self) -> [&'static str; 5] {
        self.either(
            ["Received", "Accepted", "Declined", "Waiting", "Withdrawn"],
            ["Derbyniwyd", "Cytunwyd", "Gwrthodwyd", "Yn aros", "Tynnwyd yn ôl"],
        )
    }

    /// A source of referrals.
    pub(in crate::report) fn referral_from(self, source: &str) -> String {
        say!(self, "From: {source}", "Oddi wrth: {source}")
    }

    /// Before the most frequent reason for declining.
    pub(in crate::report) const fn top_reason_declined(self) -> &'static str {
        self.either("Most frequent reason for declining: ", "Y rheswm amlaf dros wrthod: ")
    }

    /// The caption of barriers and its heads.
    pub(in crate::report) fn barriers_table(self, open: usize) -> (String, [&'static str; 4]) {
        let heads = self.either(
            ["Barrier", "Who can move it", "Raised", "Where it stands"],
            ["Rhwystr", "Pwy all ei symud", "Codwyd", "Sefyllfa"],
        );
        (self.open_barriers(open), heads)
    }

    /// The caption of disagreements and its heads.
    pub(in crate::report) fn disputes_table(self, count: usize, settled: usize) -> (String, [&'static str; 4]) {
        let (disagreements, many) = (self.counted(count as u64, nouns::DISAGREEMENT), self.whole(settled as u64));
        let caption = match (count, settled) {
            (1, 1) => self.either("One disagreement, settled", "Un anghytundeb, wedi’i ddatrys").to_owned(),
            (1, _) => self.either("One disagreement, not settled", "Un anghytundeb, heb ei ddatrys").to_owned(),
            _ => say!(self, "{disagreements}, {many} settled", "{disagreements}, {many} wedi’u datrys"),
        };
        let heads = self.either(["Opened", "Settled", "Days", "How"], ["Agorwyd", "Datryswyd", "Diwrnodau", "Sut"]);
        (caption, heads)
    }

    /// The caption of downsides and its heads.
    pub(in crate::report) fn drawbacks_table(self, seen: usize, all: usize) -> (String, [&'static str; 3]) {
        let (seen, all) = (self.whole(seen as u64), self.counted(all as u64, nouns::DOWNSIDE));
        let caption = say!(self, "{seen} of {all} of working together seen", "Cydweithio: {all}, gwelwyd {seen}");
        let heads =
            self.either(["Downside", "Seen?", "What shows it"], ["Anfantais", "Gwelwyd?", "Beth sy’n ei dangos"]);
        (caption, heads)
    }

    /// The caption of participation and its heads.
    pub(in crate::report) const fn participation_table(self) -> (&'static str, [&'static str; 3]) {
        self.either(
            ("Who took part", ["Partner", "Meetings", "Actions done"]),
            ("Pwy gymerodd ran", ["Partner", "Cyfarfodydd", "Camau a wnaed"]),
        )
    }

    /// The caption of trust events and its heads.
    pub(in crate::report) const fn trust_table(self) -> (&'static str, [&'static str; 3]) {
        self.either(
            ("What built trust, and what broke it", ["When", "Between", "What happened"]),
            ("Beth fagodd ymddiriedaeth, a beth a’i torrodd", ["Pryd", "Rhwng", "Beth ddigwyddodd"]),
        )
    }

    /// Whether an event built or broke trust.
    pub(in crate::report) const fn trust(self, built: bool) -> &'static str {
        if built {
            self.either("Built trust", "Magodd ymddiriedaeth")
        } else {
            self.either("Broke trust", "Torrodd ymddiriedaeth")
        }
    }

    /// Since when trust is repaired.
    pub(in crate::report) fn repaired(self, on: &str) -> String {
        say!(self, "repaired {on}", "adferwyd {on}")
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
    fn the_survey_is_summed_up_by_its_ends() {
        assert_eq!(
            W.survey_headline(Some("We share a purpose"), Some("Risk is shared")),
            "“We share a purpose” scores highest, “Risk is shared” lowest"
        );
        assert_eq!(W.survey_headline(None, None), "What partners say of working together");
        let ends = ["Purpose 4.1".to_owned(), "Fairness 3.0".to_owned()];
        assert_eq!(
            W.survey_alt(Some(("1", "5")), &ends, Some("3.46"), Some("3.30"), "B6").join(" "),
            "Dot plot of the mean scores that partners give to working together, from 1 to 5. Highest: Purpose 4.1. Lowest: \
             Fairness 3.0. Overall 3.46, was 3.30. Data in table B6."
        );
        assert_eq!(W.survey_alt(None, &ends[..1], Some("3.46"), None, "B6")[1..3], ["Purpose 4.1.", "Overall 3.46."]);
        assert_eq!(W.survey_alt(None, &[], None, None, "B6")[1..3], ["", ""]);
        assert_ne!(W.survey_key(true), W.survey_key(false));
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
