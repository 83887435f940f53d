//! Words on outcomes and on value. Both figures, and how sure we are; never that one caused the other.

use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::{NO_BREAK, Wording, nouns};
use crate::{
    disclosure::published::{CohortStep, Moved, Number},
    returns::{
        ValueStatus,
        approach::{outcomes::Counterfactual, results::Stage},
    },
};

/// What the interval of a change bears out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Change {
    /// All of it is above zero.
    Rose,
    /// All of it is below zero.
    Fell,
    /// Zero is inside.
    NotClear,
}

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

    /// The headline of scores before and after: both, and what the interval of the change bears out.
    pub(in crate::report) fn outcome_headline(
        self,
        before: &str,
        after: &str,
        change: Option<Change>,
        few: Option<&str>,
    ) -> String {
        let scores = say!(self, "{before} before, {after} after", "{before} cynt, {after} wedyn");
        let said = match change {
            Some(Change::Rose) => {
                self.either(": it rose among people we followed up", ": codi ymhlith y bobl a ddilynwyd")
            }
            Some(Change::Fell) => {
                self.either(": it fell among people we followed up", ": gostwng ymhlith y bobl a ddilynwyd")
            }
            Some(Change::NotClear) => self.either(": no clear change", ": dim newid clir"),
            None => "",
        };
        format!("{scores}{said}{}", self.early_sign(few))
    }

    /// Where few people are behind a figure.
    fn early_sign(self, few: Option<&str>) -> String {
        few.map(|few| say!(self, ", an early sign, from only {few}", ", arwydd cynnar: {few} yn unig"))
            .unwrap_or_default()
    }

    /// The headline of a share: the counts, the share, and whether they are few.
    pub(in crate::report) fn share_headline(
        self,
        numerator: &str,
        denominator: &str,
        share: &str,
        few: Option<&str>,
    ) -> String {
        let counts =
            say!(self, "{numerator} of {denominator} ({share})", "{numerator} allan o {denominator} ({share})");
        format!("{counts}{}", self.early_sign(few))
    }

    /// The line under the headline of scores: the outcome, and the scale of its instrument.
    pub(in crate::report) fn scores_subtitle(self, title: &str, ends: [&str; 2]) -> String {
        let [low, high] = ends;
        say!(self, "{title}. Mean score, {low} to {high}", "{title}. Sgôr gymedrig, {low} i {high}")
    }

    /// What a reader who cannot see the scores hears.
    pub(in crate::report) fn scores_alt(self, title: &str, headline: &str, table: &str) -> [String; 3] {
        [
            say!(self, "Dumbbell chart of {title}, before and after.", "Siart dymbel, cyn ac wedyn: {title}."),
            format!("{headline}."),
            self.data_in_table(table),
        ]
    }

    /// What a reader who cannot see an interval hears.
    pub(in crate::report) fn interval_alt(self, title: &str, message: &str, table: &str) -> [String; 3] {
        [
            say!(self, "Estimate with its 95% interval: {title}.", "Amcangyfrif gyda’i gyfwng 95%: {title}."),
            format!("{}.", message.trim_end_matches('.')),
            self.data_in_table(table),
        ]
    }

    /// The headline of the interval of a change.
    pub(in crate::report) fn change_headline(self, low: &str, high: &str) -> String {
        say!(
            self,
            "The true change is likely to be between {low} and {high}",
            "Mae’r gwir newid yn debygol o fod rhwng {low} a {high}"
        )
    }

    /// At the row of an interval.
    pub(in crate::report) fn change_row(self, low: &str, high: &str) -> String {
        say!(self, "95% interval {low} to {high}", "Cyfwng 95%: {low} i {high}")
    }

    /// The headline of a star: the areas with most and least change.
    pub(in crate::report) fn areas_headline(self, most: Option<(&str, &str)>, least: Option<(&str, &str)>) -> String {
        match (most, least) {
            (Some((area, change)), Some((other, less))) => {
                say!(
                    self,
                    "Most change: {area}, {change}. Least: {other}, {less}",
                    "Y newid mwyaf: {area}, {change}. Y lleiaf: {other}, {less}"
                )
            }
            (Some((area, change)), None) => format!("{area}: {change}"),
            (None, _) => self.areas_table().0.to_owned(),
        }
    }

    /// The headline of the stacked bars: where most people got worse.
    pub(in crate::report) fn improved_headline(self, worst: Option<(&str, &str)>) -> String {
        match worst {
            Some((name, people)) => say!(
                self,
                "Not everybody improved. {name}: {people} got worse",
                "Ni wellodd pawb. {name}: gwaeth i {people}"
            ),
            None => self.distribution().0.to_owned(),
        }
    }

    /// The line under that headline.
    pub(in crate::report) const fn improved_subtitle(self) -> &'static str {
        self.either("Number of people by direction of change", "Nifer y bobl yn ôl cyfeiriad y newid")
    }

    /// What a reader who cannot see the stacked bars hears.
    pub(in crate::report) fn improved_alt(self, rows: &[String], table: &str) -> [String; 3] {
        let what = self.either(
            "Stacked bars: how many people improved, did not clearly change or got worse.",
            "Barrau pentwr: faint o bobl a wellodd, na newidiodd yn glir neu a waethygodd.",
        );
        [what.to_owned(), format!("{}.", rows.join("; ")), self.data_in_table(table)]
    }

    /// The words inside a part of a bar: the number, and where it is of several groups which ones.
    pub(in crate::report) fn moved_label(self, people: &str, ways: &[Moved]) -> String {
        if ways.len() < 2 {
            return people.to_owned();
        }
        let words = self.moved(ways);
        let mut letters = words.chars();
        let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
        format!("{people} {first}{}", letters.as_str())
    }

    /// A name, and how many people: “Home and money, 41 people”.
    pub(in crate::report) fn name_and_people(self, name: &str, people: &str) -> String {
        format!("{name}, {people}")
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

    /// The ratios of value in one sentence, the public bodies’ own share beside the whole.
    pub(in crate::report) fn for_each_pound(self, partners: &str, public: Option<&str>) -> String {
        let public = match public {
            Some(public) => say!(self, " (public bodies {public})", " (cyrff cyhoeddus: {public})"),
            None => String::new(),
        };
        say!(
            self,
            "For each £1 spent, partners may save about {partners}{public}.",
            "Am bob £1 a werir, gallai partneriaid arbed tua {partners}{public}."
        )
    }

    /// All benefits for each £1.
    pub(in crate::report) fn with_wider(self, ratio: &str) -> String {
        say!(
            self,
            "With wider benefits to people, it is about {ratio} for each £1.",
            "Gyda manteision ehangach i bobl, mae tua {ratio} am bob £1."
        )
    }

    /// A ratio as money: “48p”, “£1.18”.
    pub(in crate::report) fn ratio_as_money(self, ratio: Number) -> String {
        let pence = (ratio.get() * Decimal::ONE_HUNDRED).round().to_i64().unwrap_or_default();
        if (0..100).contains(&pence) {
            say!(self, "{pence}p", "{pence}c")
        } else {
            format!("£{}", self.number(Number::rounded(ratio.get(), 2)))
        }
    }

    /// Where value cannot be told yet.
    pub(in crate::report) const fn cannot_say_yet(self) -> &'static str {
        self.either("We cannot say yet what the work is worth.", "Ni allwn ddweud eto beth yw gwerth y gwaith.")
    }

    /// When it can.
    pub(in crate::report) fn ready_by(self, period: &str) -> String {
        say!(self, "We expect to by {period}.", "Disgwyliwn allu gwneud hynny erbyn: {period}.")
    }

    /// The caption of value, its heads and its rows.
    pub(in crate::report) const fn value_table(self) -> (&'static str, [&'static str; 2], [&'static str; 6]) {
        self.either(
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
            ),
            (
                "Costau a manteision",
                ["Beth", "£"],
                [
                    "Costau",
                    "Arbedion i gyllidebau partneriaid",
                    "Manteision ehangach i bobl a’r economi",
                    "Arbedion am bob £1 o gostau",
                    "Yr un peth, cyrff cyhoeddus yn unig",
                    "Yr holl fanteision am bob £1 o gostau",
                ],
            ),
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
            ValueStatus::Final => self.either("final", "terfynol"),
            ValueStatus::Provisional => self.either("provisional", "dros dro"),
            ValueStatus::Revised => self.either("revised", "wedi’i ddiwygio"),
            ValueStatus::Estimated => self.either("estimated", "amcangyfrif"),
            ValueStatus::NotAvailable => self.either("not available", "ddim ar gael"),
            ValueStatus::NotApplicable => self.either("not applicable", "ddim yn berthnasol"),
        });
        let prices = prices.map(|year| say!(self, "prices of {year}", "prisiau {year}"));
        let parts: Vec<&str> = [basis, prices.as_deref(), status].into_iter().flatten().collect();
        self.capital(&parts.join(", "))
    }

    /// The cut made for optimism, and whether it is in the figures.
    pub(in crate::report) fn optimism(self, percent: &str, applied: Option<bool>) -> String {
        match applied {
            Some(true) => say!(
                self,
                "Benefits are already cut by {percent}, because estimates tend to be hopeful.",
                "Mae’r manteision eisoes wedi’u lleihau {percent}, am fod amcangyfrifon yn tueddu i fod yn obeithiol."
            ),
            Some(false) => say!(
                self,
                "Benefits are not yet cut by the usual {percent} for hopeful estimates.",
                "Nid yw’r manteision wedi’u lleihau eto o’r {percent} arferol am amcangyfrifon gobeithiol."
            ),
            None => say!(
                self,
                "The cut for hopeful estimates is {percent}. The return does not say whether it is made.",
                "Y gostyngiad am amcangyfrifon gobeithiol yw {percent}. Nid yw’r ffurflen yn dweud a gafodd ei wneud."
            ),
        }
    }

    /// How sure the estimate is.
    pub(in crate::report) fn value_confidence(self, grade: &str) -> String {
        say!(self, "Confidence in the estimate: {grade}.", "Hyder yn yr amcangyfrif: {grade}.")
    }

    /// Before the method.
    pub(in crate::report) const fn method(self) -> &'static str {
        self.either("Method: ", "Dull: ")
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
    fn a_verb_of_change_needs_an_interval_that_bears_it_out() {
        let headline = |change, few| W.outcome_headline("18.9", "21.3", change, few);
        assert_eq!(headline(Some(Change::Rose), None), "18.9 before, 21.3 after: it rose among people we followed up");
        assert_eq!(headline(Some(Change::Fell), None), "18.9 before, 21.3 after: it fell among people we followed up");
        assert_eq!(headline(Some(Change::NotClear), None), "18.9 before, 21.3 after: no clear change");
        assert_eq!(headline(None, Some("26 people")), "18.9 before, 21.3 after, an early sign, from only 26 people");
        assert_eq!(W.share_headline("11", "38", "28.9%", None), "11 of 38 (28.9%)");
        assert_eq!(
            W.share_headline("9", "26", "34.6%", Some("26 people")),
            "9 of 26 (34.6%), an early sign, from only 26 people"
        );
    }

    #[test]
    fn outcomes_are_told_to_those_who_hear_them() {
        assert_eq!(
            W.scores_alt("Wellbeing", "18.9 before", "B5").join(" "),
            "Dumbbell chart of Wellbeing, before and after. 18.9 before. Data in table B5."
        );
        assert_eq!(
            W.interval_alt("Work", "11 of 38.", "B6").join(" "),
            "Estimate with its 95% interval: Work. 11 of 38. Data in table B6."
        );
        assert_eq!(
            W.areas_headline(Some(("Home", "+1.7")), Some(("Friends", "+0.3"))),
            "Most change: Home, +1.7. Least: Friends, +0.3"
        );
        assert_eq!(W.areas_headline(Some(("Home", "+1.7")), None), "Home: +1.7");
        assert_eq!(W.change_headline("1.0", "3.8"), "The true change is likely to be between 1.0 and 3.8");
        assert!(W.areas_headline(None, None).starts_with("Mean score by area"));
        assert_eq!(W.improved_headline(Some(("Friends", "9"))), "Not everybody improved. Friends: 9 got worse");
        assert_eq!(W.improved_headline(None), "How many improved");
        assert_eq!(W.moved_label("26", &[Moved::NoClearChange, Moved::Worsened]), "26 no clear change or worse");
        assert_eq!(W.moved_label("21", &[Moved::Improved]), "21");
        assert!(W.improved_alt(&["Home: 28 up".into()], "B5")[1].ends_with("up."));
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
