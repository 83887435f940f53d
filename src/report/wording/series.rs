//! Words on series: what the signals of a control chart or a run chart say, and how it was drawn.

use super::{Wording, nouns};
use crate::returns::{
    Period,
    approach::results::BetterDirection,
    control::{Side, SignalKind},
};

/// The even steps of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Pace {
    /// Months.
    Month,
    /// Quarters.
    Quarter,
    /// Years.
    Year,
}

impl Pace {
    /// The pace of a series, from its periods: nearly every period that could be a month is one.
    pub(in crate::report) fn of(first: Period) -> Self {
        if first.as_quarter().is_some() {
            Self::Quarter
        } else if first.as_month().is_some() {
            Self::Month
        } else {
            Self::Year
        }
    }
}

/// What the latest points of a series say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::report) enum Latest {
    /// So many of them are part of a signal.
    Signal {
        /// Which signal.
        kind: SignalKind,
        /// On which side, or which way.
        side: Side,
        /// How many.
        points: usize,
    },
    /// The latest is not, earlier ones are.
    EarlierOnly,
    /// None is.
    Usual,
}

impl Wording {
    /// “7 months”.
    pub(in crate::report) fn steps_of(self, pace: Pace, count: usize) -> String {
        let noun = match pace {
            Pace::Month => nouns::MONTH,
            Pace::Quarter => nouns::QUARTER,
            Pace::Year => nouns::YEAR,
        };
        self.counted(count as u64, noun)
    }

    /// The headline of a series: what its latest points say, and whether that is for the better.
    pub(in crate::report) fn series_headline(
        self,
        pace: Pace,
        latest: Latest,
        has_limits: bool,
        better: Option<bool>,
    ) -> String {
        let words = match latest {
            Latest::Usual => {
                return self
                    .either("No change beyond the usual ups and downs", "Dim newid y tu hwnt i’r amrywio arferol")
                    .to_owned();
            }
            Latest::EarlierOnly => {
                return self
                    .either(
                        "The latest figure is within the usual ups and downs",
                        "Mae’r ffigur diweddaraf o fewn yr amrywio arferol",
                    )
                    .to_owned();
            }
            Latest::Signal { kind: SignalKind::Run, side, points } => {
                let (steps, side) = (self.steps_of(pace, points), self.side_of_centre(side, has_limits));
                say!(self, "The last {steps} are all {side}", "Y diweddaraf, {steps}: pob un {side}")
            }
            Latest::Signal { kind: SignalKind::Outside, side, points: 1 } => {
                let side = self.side_of_limit(side);
                say!(self, "The latest figure is {side}", "Mae’r ffigur diweddaraf {side}")
            }
            Latest::Signal { kind: SignalKind::Outside, side, points } => {
                let (steps, side) = (self.steps_of(pace, points), self.side_of_limit(side));
                say!(self, "The last {steps} are {side}", "Y diweddaraf, {steps}: {side}")
            }
            Latest::Signal { kind: SignalKind::Trend, side, points } => {
                let (steps, higher) = (self.steps_of(pace, points), self.higher(side));
                say!(
                    self,
                    "Each of the last {steps} is {higher} than the one before",
                    "Y diweddaraf, {steps}: pob un yn {higher} na’r un cynt"
                )
            }
            Latest::Signal { kind: SignalKind::NearLimit, side, .. } => {
                let limit = self.limit(side);
                say!(self, "The latest figures are close to {limit}", "Mae’r ffigurau diweddaraf yn agos at {limit}")
            }
        };
        match better {
            Some(true) => say!(self, "{words}, which is better", "{words}, sy’n well"),
            Some(false) => say!(self, "{words}, which is worse", "{words}, sy’n waeth"),
            None => words,
        }
    }

    /// A signal as it is named on the chart.
    pub(in crate::report) fn signal_label(
        self,
        pace: Pace,
        kind: SignalKind,
        side: Side,
        points: usize,
        first: &str,
        has_limits: bool,
    ) -> String {
        let steps = self.steps_of(pace, points);
        match kind {
            SignalKind::Run => format!("{steps} {}", self.side_of_centre(side, has_limits)),
            SignalKind::Outside if points > 1 => format!("{steps} {}", self.side_of_limit(side)),
            SignalKind::Outside => format!("{first}: {}", self.side_of_limit(side)),
            SignalKind::Trend => {
                let higher = self.higher(side);
                say!(self, "{steps}, each {higher}", "{steps}, pob un yn {higher}")
            }
            SignalKind::NearLimit => {
                let limit = self.limit(side);
                say!(self, "close to {limit}", "yn agos at {limit}")
            }
        }
    }

    /// “below the average”.
    const fn side_of_centre(self, side: Side, has_limits: bool) -> &'static str {
        match (side, has_limits) {
            (Side::Above, true) => self.either("above the average", "uwchlaw’r cyfartaledd"),
            (Side::Below, true) => self.either("below the average", "o dan y cyfartaledd"),
            (Side::Above, false) => self.either("above the median", "uwchlaw’r canolrif"),
            (Side::Below, false) => self.either("below the median", "o dan y canolrif"),
        }
    }

    /// “above the upper limit”.
    const fn side_of_limit(self, side: Side) -> &'static str {
        match side {
            Side::Above => self.either("above the upper limit", "uwchlaw’r terfyn uchaf"),
            Side::Below => self.either("below the lower limit", "o dan y terfyn isaf"),
        }
    }

    const fn limit(self, side: Side) -> &'static str {
        match side {
            Side::Above => self.either("the upper limit", "y terfyn uchaf"),
            Side::Below => self.either("the lower limit", "y terfyn isaf"),
        }
    }

    const fn higher(self, side: Side) -> &'static str {
        match side {
            Side::Above => self.either("higher", "uwch"),
            Side::Below => self.either("lower", "is"),
        }
    }

    /// The line under the headline: measure, period, how many people the latest figure is of.
    pub(in crate::report) fn series_subtitle(self, title: &str, from: &str, to: &str, people: Option<&str>) -> String {
        match people {
            Some(people) => say!(
                self,
                "{title}, {from} to {to}. The latest is counted from {people}",
                "{title}, {from} – {to}. Nifer y tu ôl i’r diweddaraf: {people}"
            ),
            None => say!(self, "{title}, {from} to {to}", "{title}, {from} – {to}"),
        }
    }

    /// Beside the centre: the mean of a chart with limits, else the median.
    pub(in crate::report) fn centre_label(self, value: &str, has_limits: bool) -> String {
        if has_limits {
            say!(self, "Average {value}", "Cyfartaledd {value}")
        } else {
            say!(self, "Median {value}", "Canolrif {value}")
        }
    }

    /// Beside a limit.
    pub(in crate::report) fn limit_label(self, value: &str, upper: bool) -> String {
        if upper {
            say!(self, "Upper limit {value}", "Terfyn uchaf {value}")
        } else {
            say!(self, "Lower limit {value}", "Terfyn isaf {value}")
        }
    }

    /// How the chart was drawn: its limits, over which points, and whether it begins anew.
    pub(in crate::report) fn series_note(
        self,
        pace: Pace,
        points: usize,
        moving_range: Option<&str>,
        stretches: usize,
        left_alone: bool,
    ) -> String {
        let points = self.steps_of(pace, points);
        let Some(range) = moving_range else {
            return say!(
                self,
                "A run chart of {points}. Limits need 10 points or more, so there are none; the line is the median.",
                "Siart rhediad: {points}. Mae angen 10 pwynt neu fwy i gael terfynau, felly nid oes rhai; y canolrif yw’r llinell."
            );
        };
        let what = self.either(
            "A control chart shows what is more than chance.",
            "Mae siart rheoli yn dangos beth sy’n fwy na siawns.",
        );
        if stretches > 1 {
            return say!(
                self,
                "{what} It begins anew where a change is marked, with 10 points or more on both sides. Limits: average ± \
                 2.66 × the average step between neighbours.",
                "{what} Mae’n dechrau o’r newydd lle nodir newid, gyda 10 pwynt neu fwy ar y ddwy ochr. Terfynau: \
                 cyfartaledd ± 2.66 × y cam cyfartalog rhwng cymdogion."
            );
        }
        let alone = if left_alone {
            self.either(
                "; too few points stand on one side of the marked change to begin anew",
                "; mae rhy ychydig o bwyntiau ar un ochr i’r newid a nodwyd i ddechrau o’r newydd",
            )
        } else {
            ""
        };
        say!(
            self,
            "{what} Limits: average ± 2.66 × the average step between neighbours ({range}), over all {points}{alone}.",
            "{what} Terfynau: cyfartaledd ± 2.66 × y cam cyfartalog rhwng cymdogion ({range}), dros y cyfan: {points}{alone}."
        )
    }

    /// What the points look like, where any is part of a signal.
    pub(in crate::report) const fn series_key(self, direction: Option<BetterDirection>) -> &'static str {
        match direction {
            Some(BetterDirection::HigherIsBetter | BetterDirection::LowerIsBetter) => self.either(
                "Filled circle: better than usual. Orange diamond: worse. Hollow: as usual.",
                "Cylch llawn: gwell na’r arfer. Diemwnt oren: gwaeth. Gwag: fel arfer.",
            ),
            Some(BetterDirection::InRange | BetterDirection::Neutral) | None => self.either(
                "Filled circle: other than usual. Hollow: as usual.",
                "Cylch llawn: gwahanol i’r arfer. Gwag: fel arfer.",
            ),
        }
    }

    /// What a reader who cannot see the chart hears: what it is, its message, its lines, where the data are.
    pub(in crate::report) fn series_alt(
        self,
        title: &str,
        span: [&str; 2],
        headline: &str,
        lines: &[String],
        table: &str,
    ) -> [String; 4] {
        let kind = if lines.len() > 1 {
            self.either("Control chart", "Siart rheoli")
        } else {
            self.either("Run chart", "Siart rhediad")
        };
        let [from, to] = span;
        [
            say!(self, "{kind} of {title}, {from} to {to}.", "{kind}: {title}, {from} – {to}."),
            format!("{headline}."),
            if lines.is_empty() { String::new() } else { format!("{}.", lines.join(", ")) },
            self.data_in_table(table),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ENGLISH as W, WELSH as CY};
    use super::*;

    fn headline(kind: SignalKind, side: Side, points: usize, better: Option<bool>) -> String {
        W.series_headline(Pace::Month, Latest::Signal { kind, side, points }, true, better).replace('\u{a0}', " ")
    }

    #[test]
    fn the_latest_points_make_the_headline() {
        use SignalKind::{NearLimit, Outside, Run, Trend};
        assert_eq!(
            headline(Run, Side::Below, 7, Some(true)),
            "The last 7 months are all below the average, which is better"
        );
        assert_eq!(headline(Run, Side::Above, 8, None), "The last 8 months are all above the average");
        assert_eq!(
            headline(Outside, Side::Above, 1, Some(false)),
            "The latest figure is above the upper limit, which is worse"
        );
        assert_eq!(headline(Outside, Side::Below, 2, None), "The last 2 months are below the lower limit");
        assert_eq!(
            headline(Trend, Side::Above, 7, Some(false)),
            "Each of the last 7 months is higher than the one before, which is worse"
        );
        assert_eq!(headline(NearLimit, Side::Below, 2, None), "The latest figures are close to the lower limit");
        assert_eq!(
            W.series_headline(Pace::Year, Latest::Usual, false, Some(true)),
            "No change beyond the usual ups and downs"
        );
        assert_eq!(
            W.series_headline(Pace::Month, Latest::EarlierOnly, true, None),
            "The latest figure is within the usual ups and downs"
        );
        let run = Latest::Signal { kind: Run, side: Side::Below, points: 7 };
        assert_eq!(
            W.series_headline(Pace::Quarter, run, false, None).replace('\u{a0}', " "),
            "The last 7 quarters are all below the median"
        );
    }

    #[test]
    fn the_welsh_headline_counts_without_mutation() {
        let run = Latest::Signal { kind: SignalKind::Run, side: Side::Below, points: 7 };
        assert_eq!(
            CY.series_headline(Pace::Month, run, true, Some(true)).replace('\u{a0}', " "),
            "Y diweddaraf, 7 mis: pob un o dan y cyfartaledd, sy’n well"
        );
    }

    #[test]
    fn a_signal_is_named_on_the_chart() {
        let name = |kind, side, points| {
            W.signal_label(Pace::Month, kind, side, points, "August 2025", true).replace('\u{a0}', " ")
        };
        assert_eq!(name(SignalKind::Run, Side::Below, 7), "7 months below the average");
        assert_eq!(name(SignalKind::Outside, Side::Above, 1), "August 2025: above the upper limit");
        assert_eq!(name(SignalKind::Outside, Side::Below, 2), "2 months below the lower limit");
        assert_eq!(name(SignalKind::Trend, Side::Above, 7), "7 months, each higher");
        assert_eq!(name(SignalKind::NearLimit, Side::Above, 2), "close to the upper limit");
    }

    #[test]
    fn how_it_was_drawn_is_told() {
        let note =
            |range, stretches, alone| W.series_note(Pace::Month, 18, range, stretches, alone).replace('\u{a0}', " ");
        assert!(note(Some("1.06"), 1, false).ends_with("between neighbours (1.06), over all 18 months."));
        assert!(
            note(Some("1.06"), 1, true)
                .ends_with("too few points stand on one side of the marked change to begin anew.")
        );
        assert!(note(Some("1.06"), 2, false).contains("begins anew where a change is marked"));
        assert!(note(None, 1, false).contains("Limits need 10 points or more"));
        assert!(W.series_key(Some(BetterDirection::LowerIsBetter)).contains("worse"));
        assert!(!W.series_key(None).contains("worse"));
    }

    #[test]
    fn a_reader_who_hears_it_gets_the_lines_in_numbers() {
        let lines = ["Average 10.06".to_owned(), "Upper limit 12.87".to_owned()];
        let alt = W.series_alt("days waited", ["April 2025", "May 2026"], "No change", &lines, "B5");
        assert_eq!(
            alt.join(" "),
            "Control chart of days waited, April 2025 to May 2026. No change. Average 10.06, Upper limit 12.87. Data in table B5."
        );
        assert!(W.series_alt("days", ["a", "b"], "No change", &[], "B5")[0].starts_with("Run chart"));
        assert_eq!(W.series_subtitle("Days", "a", "b", None), "Days, a to b");
        assert!(W.series_subtitle("Days", "a", "b", Some("121")).ends_with("The latest is counted from 121"));
    }
}
