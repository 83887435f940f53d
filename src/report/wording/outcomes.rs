//! Words on outcomes. Both figures, and how sure we are; never that one caused the other.

use super::{NO_BREAK, Wording, nouns};
use crate::{
    disclosure::published::{CohortStep, Moved},
    returns::approach::{outcomes::Counterfactual, results::Stage},
};

impl Wording {
    /// “47 people”.
    pub(in crate::report) fn people(self, people: &str) -> String {
        let words = match people {
            "1" => self.either("person", "person"),
            _ => self.either("people", "o bobl"),
        };
        format!("{people}{NO_BREAK}{words}")
    }

    /// The head over a column of figures without a unit.
    pub(in crate::report) const fn figure_head(self) -> &'static str {
        self.either("Figure", "Ffigur")
    }

    /// The lede: how many outcomes, and that they do not show a cause.
    pub(in crate::report) fn outcomes_lede(self, count: usize, compared: usize) -> String {
        let outcomes = self.counted(count as u64, nouns::OUTCOME);
        let count = match count {
            1 => self.either("We report one outcome.", "Adroddwn un canlyniad.").to_owned(),
            _ => say!(self, "We report {outcomes}.", "Adroddwn {outcomes}."),
        };
        match compared {
            0 => say!(
                self,
                "{count} None has a comparison group, so we cannot say what we caused.",
                "{count} Nid oes grŵp cymharu, felly ni allwn ddweud beth a achoswyd gennym."
            ),
            1 => say!(self, "{count} One is compared with something else.", "{count} Cymharwyd un â rhywbeth arall."),
            _ => say!(
                self,
                "{count} {compared} are compared with something else.",
                "{count} Cymharwyd {compared} â rhywbeth arall."
            ),
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
        let how = parts.join("; ");
        (!parts.is_empty()).then(|| say!(self, "Measured by: {how}.", "Dull mesur: {how}."))
    }

    /// The whole scale of an instrument.
    pub(in crate::report) fn scale(self, low: &str, high: &str) -> String {
        say!(self, "Scale {low} to {high}.", "Graddfa: {low} i {high}.")
    }

    /// Scores before and after, and the change between them.
    pub(in crate::report) fn before_after(
        self,
        before: &str,
        after: &str,
        change: Option<&str>,
        people: Option<&str>,
    ) -> String {
        let change = match change {
            Some(change) => say!(self, ", a mean change of {change}", ", newid cymedrig o {change}"),
            None => String::new(),
        };
        let people = match people {
            Some(people) => say!(self, ", among {people} followed up", ", ymhlith {people} a ddilynwyd"),
            None => String::new(),
        };
        say!(
            self,
            "Mean score {before} before and {after} after{change}{people}.",
            "Sgôr gymedrig: {before} cyn a {after} ar ôl{change}{people}."
        )
    }

    /// The group an outcome is compared with: who is in it and how it changed.
    pub(in crate::report) fn compared_with(self, kind: Option<&str>, people: Option<&str>) -> String {
        let people = people.map(|people| format!(" ({people})")).unwrap_or_default();
        let kind = kind.unwrap_or_else(|| self.either("another group", "grŵp arall"));
        say!(self, "Compared with {kind}{people}.", "Cymharwyd â’r canlynol: {kind}{people}.")
    }

    /// A group an outcome is compared with, in a few words; nothing where there is none.
    pub(in crate::report) const fn comparison_group(self, kind: Counterfactual) -> Option<&'static str> {
        match kind {
            Counterfactual::None => None,
            Counterfactual::Historical => Some(self.either("earlier years", "blynyddoedd cynharach")),
            Counterfactual::ComparatorArea => Some(self.either("another area", "ardal arall")),
            Counterfactual::MatchedComparison => {
                Some(self.either("similar people who got no support", "pobl debyg na chafodd gymorth"))
            }
            Counterfactual::WaitingList => Some(self.either("people on a waiting list", "pobl ar restr aros")),
            Counterfactual::Randomised => Some(self.either("a group drawn by lot", "grŵp a ddewiswyd ar hap")),
        }
    }

    /// Its scores before and after, and the change between them.
    pub(in crate::report) fn its_scores(self, before: &str, after: &str, change: Option<&str>) -> String {
        let change = match change {
            Some(change) => say!(self, ", a mean change of {change}", ", newid cymedrig o {change}"),
            None => String::new(),
        };
        say!(
            self,
            "That group: mean score {before} before and {after} after{change}.",
            "Y grŵp hwnnw: sgôr gymedrig, {before} cyn a {after} ar ôl{change}."
        )
    }

    /// The difference between the two changes, and between which ends the true one lies.
    pub(in crate::report) fn difference_of_changes(self, difference: &str, ends: Option<(&str, &str)>) -> String {
        match ends {
            Some((low, high)) => say!(
                self,
                "The two changes differ by {difference}. The true difference is likely to be between {low} and {high} (95% interval).",
                "Y gwahaniaeth rhwng y ddau newid yw {difference}. Mae’r gwir wahaniaeth yn debygol o fod rhwng {low} a {high} (cyfwng 95%)."
            ),
            None => say!(
                self,
                "The two changes differ by {difference}.",
                "Y gwahaniaeth rhwng y ddau newid yw {difference}."
            ),
        }
    }

    /// How many reached a status.
    pub(in crate::report) fn reached(self, numerator: &str, denominator: &str, share: Option<&str>) -> String {
        let share = share.map(|share| format!(" ({share})")).unwrap_or_default();
        say!(self, "{numerator} of {denominator} people{share}.", "{numerator} allan o {denominator} o bobl{share}.")
    }

    /// Where the figures of an outcome may not be shown.
    pub(in crate::report) const fn outcome_hidden(self) -> &'static str {
        self.either("The figures are hidden to protect people.", "Mae’r ffigurau wedi’u cuddio i ddiogelu pobl.")
    }

    /// Where few people are behind a figure.
    pub(super) fn early_sign(self, few: Option<&str>) -> String {
        few.map(|few| say!(self, ", an early sign, from only {few}", ", arwydd cynnar: {few} yn unig"))
            .unwrap_or_default()
    }

    /// Why two parts of a bar are one.
    pub(in crate::report) const fn small_groups_joined(self) -> &'static str {
        self.either("Groups that are small are added together.", "Adiwyd grwpiau bach at ei gilydd.")
    }

    /// The caption of the estimates and its heads.
    pub(in crate::report) const fn estimates_table(self) -> (&'static str, [&'static str; 5]) {
        self.either(
            ("Changes and shares, with their 95% intervals", ["Outcome", "Change or share", "From", "To", "People"]),
            ("Newidiadau a chyfrannau, gyda’u cyfyngau 95%", ["Canlyniad", "Newid neu gyfran", "O", "I", "Pobl"]),
        )
    }

    /// For how long a status lasted.
    pub(in crate::report) fn lasted(self, months: u64) -> String {
        let months = self.counted(months, nouns::MONTH);
        say!(self, "It lasted {months}.", "Parhaodd am {months}.")
    }

    /// Before how a status was verified.
    pub(in crate::report) const fn verified(self) -> &'static str {
        self.either("Verified by: ", "Gwiriwyd drwy: ")
    }

    /// The caption of a cohort and its heads.
    pub(in crate::report) const fn cohort_table(self) -> (&'static str, &'static str, &'static str) {
        self.either(
            ("Who was counted", "Number of people at each step", "Outcome"),
            ("Pwy a gyfrifwyd", "Nifer y bobl ar bob cam", "Canlyniad"),
        )
    }

    /// Between which ends the true change lies.
    pub(in crate::report) fn likely_between(self, low: &str, high: &str) -> String {
        say!(
            self,
            "The true mean change is likely to be between {low} and {high} (95% interval).",
            "Mae’r gwir newid cymedrig yn debygol o fod rhwng {low} a {high} (cyfwng 95%)."
        )
    }

    /// A step of a cohort.
    pub(in crate::report) const fn cohort_step(self, step: CohortStep) -> &'static str {
        match step {
            CohortStep::Eligible => self.either("Could take part", "Gallai gymryd rhan"),
            CohortStep::Consented => self.either("Agreed", "Cytunodd"),
            CohortStep::BaselineComplete => self.either("First score", "Sgôr gyntaf"),
            CohortStep::FollowUpDue => self.either("Second due", "Ail i ddod"),
            CohortStep::Matched => self.either("Both", "Y ddwy"),
        }
    }

    /// Those who left before the second score, and the share who were followed up.
    pub(in crate::report) const fn cohort_rest(self) -> [&'static str; 2] {
        self.either(["Left before", "Followed up"], ["Gadawodd cyn hynny", "Dilynwyd"])
    }

    /// The caption of a distribution and its heads.
    pub(in crate::report) const fn distribution(self) -> (&'static str, [&'static str; 2]) {
        self.either(("How many improved", ["Change", "People"]), ("Faint a wellodd", ["Newid", "Pobl"]))
    }

    /// The ways people moved, those that are counted as one joined: “No clear change or worse”.
    pub(in crate::report) fn moved(self, ways: &[Moved]) -> String {
        let words: Vec<&str> = ways
            .iter()
            .enumerate()
            .map(|(at, way)| match way {
                Moved::Improved => self.either("improved", "gwell"),
                Moved::NoClearChange if at > 0 => self.either("no clear change", "ddim newid clir"),
                Moved::NoClearChange => self.either("no clear change", "dim newid clir"),
                Moved::Worsened if at > 0 => self.either("worse", "waeth"),
                Moved::Worsened => self.either("got worse", "gwaeth"),
            })
            .collect();
        self.capital(&words.join(self.or()))
    }

    /// How many moved up or down in an area: “28 up, 13 the same or down”.
    pub(in crate::report) fn moved_in_area(self, moves: &[(&[Moved], String)]) -> String {
        let parts = moves.iter().map(|(ways, people)| {
            let words: Vec<&str> = ways
                .iter()
                .map(|way| match way {
                    Moved::Improved => self.either("up", "i fyny"),
                    Moved::NoClearChange => self.either("the same", "yr un fath"),
                    Moved::Worsened => self.either("down", "i lawr"),
                })
                .collect();
            format!("{people} {}", words.join(self.or()))
        });
        parts.collect::<Vec<_>>().join(", ")
    }

    /// Between things counted as one. “Neu” mutates what follows: what is joined says so.
    const fn or(self) -> &'static str {
        self.either(" or ", " neu ")
    }

    /// What counts as a clear change.
    pub(in crate::report) fn clear_change(self, threshold: &str) -> String {
        say!(self, "Clear: {threshold} points or more. ", "Clir: {threshold} pwynt neu fwy. ")
    }

    /// The areas of an Outcomes Star: its caption and heads.
    pub(in crate::report) const fn areas_table(self) -> (&'static str, [&'static str; 4]) {
        self.either(
            ("Mean score by area, and how many people moved up or down", ["Area", "Before", "After", "People"]),
            ("Sgôr gymedrig fesul maes, a faint o bobl a symudodd i fyny neu i lawr", ["Maes", "Cyn", "Ar ôl", "Pobl"]),
        )
    }

    /// People were chosen because the outcome was bad.
    pub(in crate::report) const fn chosen_on_outcome(self) -> &'static str {
        self.either(
            "People were chosen because this outcome was poor, so some improvement was likely anyway.",
            "Dewiswyd pobl am fod y canlyniad hwn yn wael, felly roedd rhywfaint o welliant yn debygol beth bynnag.",
        )
    }

    /// Nesta’s standard of evidence, in words.
    pub(in crate::report) fn evidence_level(self, level: u64) -> String {
        let words = match level {
            0 => self.either("we have no evidence yet", "nid oes gennym dystiolaeth eto"),
            1 => self.either("we can say why it should work", "gallwn ddweud pam y dylai weithio"),
            2 => self.either(
                "we see change, but cannot say that we caused it",
                "gwelwn newid, ond ni allwn ddweud mai ni a’i hachosodd",
            ),
            3 => self.either("a comparison shows that we caused it", "mae cymhariaeth yn dangos mai ni a’i hachosodd"),
            4 => self.either("others have found the same", "mae eraill wedi canfod yr un peth"),
            _ => {
                self.either("it works the same way in many places", "mae’n gweithio yr un ffordd mewn llawer o leoedd")
            }
        };
        say!(self, "Evidence level {level} of 5: {words}.", "Lefel y dystiolaeth: {level} allan o 5, {words}.")
    }

    /// How strong a claim is.
    pub(in crate::report) fn claim_strength(self, strength: &str) -> String {
        say!(self, "Strength of the claim: {strength}.", "Cryfder yr honiad: {strength}.")
    }

    /// Before other explanations.
    pub(in crate::report) const fn other_explanations(self) -> &'static str {
        self.either("What else could explain it: ", "Beth arall allai ei esbonio: ")
    }

    /// How early it is to judge.
    pub(in crate::report) const fn stage(self, stage: Stage) -> &'static str {
        match stage {
            Stage::TooEarly => self.either("It is too early to judge.", "Mae’n rhy gynnar i farnu."),
            Stage::EarlySign => self.either("This is an early sign.", "Arwydd cynnar yw hwn."),
            Stage::Established => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

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
}
