//! Words on the charts of outcomes: headlines that say no more than the interval bears out, and what is told to those who
//! hear a chart.

use super::Wording;
use crate::disclosure::published::Moved;

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
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

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
}
