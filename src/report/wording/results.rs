//! Words on measures and their paths. Both figures are always given; no verb says that something changed.

use super::{Wording, nouns};
use crate::returns::approach::results::Rag;

impl Wording {
    /// A figure against its path: “104 households against a path of 115”.
    pub(in crate::report) fn against_path(self, actual: &str, path: Option<&str>) -> String {
        match path {
            Some(path) => say!(self, "{actual} against a path of {path}", "{actual}, a’r llwybr yn {path}"),
            None => say!(self, "{actual}, with no path agreed", "{actual}, heb lwybr wedi’i gytuno"),
        }
    }

    /// In place of a figure that is hidden.
    pub(in crate::report) const fn figure_hidden(self) -> &'static str {
        self.either("This figure is hidden to protect people", "Mae’r ffigur hwn wedi’i guddio i ddiogelu pobl")
    }

    /// In place of a figure that is not known.
    pub(in crate::report) fn figure_missing(self, period: &str) -> String {
        say!(self, "There is no figure for {period}", "Nid oes ffigur ar gyfer {period}")
    }

    /// In place of a figure that does not apply.
    pub(in crate::report) const fn figure_not_due(self) -> &'static str {
        self.either("No figure is due this quarter", "Nid oes disgwyl ffigur y chwarter hwn")
    }

    /// The line under the headline of a measure: what is measured, how, when.
    pub(in crate::report) fn measure_subtitle(self, title: &str, counting: Option<&str>, year: &str) -> String {
        match counting {
            Some(counting) => format!("{title}, {counting}, {year}"),
            None => format!("{title}, {year}"),
        }
    }

    /// The counts behind a share: “131 of 168”.
    pub(in crate::report) fn of(self, numerator: &str, denominator: &str) -> String {
        say!(self, "{numerator} of {denominator}", "{numerator} allan o {denominator}")
    }

    /// “path 185”, “Target 160”, “Forecast 182”: the words in a path chart.
    pub(in crate::report) fn path_label(self, value: &str) -> String {
        say!(self, "path {value}", "llwybr {value}")
    }

    /// The target in a path chart.
    pub(in crate::report) fn target_label(self, value: &str) -> String {
        say!(self, "Target {value}", "Targed {value}")
    }

    /// The forecast in a path chart.
    pub(in crate::report) fn forecast_label(self, value: &str) -> String {
        say!(self, "Forecast {value}", "Rhagolwg {value}")
    }

    /// Under the first slot of a path chart.
    pub(in crate::report) const fn start(self) -> &'static str {
        self.either("Start", "Cychwyn")
    }

    /// The key to the path charts: actual, provisional, path, forecast, target, baseline.
    pub(in crate::report) const fn path_key(self) -> [&'static str; 6] {
        self.either(
            [
                "What happened",
                "What happened, may still change or was revised",
                "The path we agreed",
                "What we expect by the end of the year",
                "The target for the end of the year",
                "Where we started",
            ],
            [
                "Beth ddigwyddodd",
                "Beth ddigwyddodd: gall newid eto, neu fe’i diwygiwyd",
                "Y llwybr y cytunwyd arno",
                "Beth a ddisgwyliwn erbyn diwedd y flwyddyn",
                "Y targed ar gyfer diwedd y flwyddyn",
                "O ble y dechreuon ni",
            ],
        )
    }

    /// The headings of the key, and of its description for those who cannot see it.
    pub(in crate::report) const fn path_key_words(self) -> [&'static str; 3] {
        self.either(
            [
                "How to read the charts",
                "The same six marks in every chart of this section",
                "Key to the path charts of this section.",
            ],
            [
                "Sut i ddarllen y siartiau",
                "Yr un chwe marc sydd ym mhob siart yn yr adran hon",
                "Allwedd i siartiau llwybr yr adran hon.",
            ],
        )
    }

    /// What a reader who cannot see a path chart hears.
    pub(in crate::report) fn path_alt(
        self,
        title: &str,
        period: &str,
        headline: &str,
        aims: &[String],
        table: &str,
    ) -> [String; 4] {
        let aims = if aims.is_empty() { String::new() } else { format!("{}.", aims.join(", ")) };
        let chart = say!(self, "Line chart of {title}, {period}.", "Siart llinell: {title}, {period}.");
        [chart, format!("{headline}."), aims, self.data_in_table(table)]
    }

    /// Over an action.
    pub(in crate::report) const fn what_we_will_do(self) -> &'static str {
        self.either("What we will do", "Beth a wnawn ni")
    }

    /// Who will do it, and by when.
    pub(in crate::report) fn owner_and_date(self, owner: Option<&str>, by: Option<&str>) -> Option<String> {
        match (owner, by) {
            (Some(owner), Some(by)) => Some(say!(self, "{owner}, by {by}.", "{owner}, erbyn {by}.")),
            (Some(owner), None) => Some(say!(self, "{owner}, no date given.", "{owner}, heb ddyddiad.")),
            (None, Some(by)) => Some(say!(self, "By {by}, nobody named.", "Erbyn {by}, heb enwi neb.")),
            (None, None) => None,
        }
    }

    /// Where a measure is off track or behind and the return names no action.
    pub(in crate::report) const fn no_action(self) -> &'static str {
        self.either("The return names no action.", "Nid yw’r ffurflen yn enwi unrhyw gam.")
    }

    /// Who agreed a target, and how.
    pub(in crate::report) fn agreed_by(
        self,
        by: &[String],
        how: Option<&str>,
        residents: Option<bool>,
    ) -> Option<String> {
        if by.is_empty() && how.is_none() {
            return None;
        }
        let names = self.list(by);
        let by = match by {
            [] => String::new(),
            _ => say!(self, " by {names}", " gan: {names}"),
        };
        let how = how.map(|how| format!(", {how}")).unwrap_or_default();
        let residents = match residents {
            Some(true) => self.either(", with residents in the room", ", a thrigolion yn yr ystafell"),
            Some(false) => self.either(", without residents in the room", ", heb drigolion yn yr ystafell"),
            None => "",
        };
        Some(say!(self, "Target agreed{by}{how}{residents}.", "Cytunwyd ar y targed{by}{how}{residents}."))
    }

    /// What a forecast rests on.
    pub(in crate::report) const fn forecast_basis(self) -> &'static str {
        self.either("Forecast: ", "Rhagolwg: ")
    }

    /// Before the name of a source.
    pub(in crate::report) const fn source(self) -> &'static str {
        self.either("Source: ", "Ffynhonnell: ")
    }

    /// Before a note on the quality of data.
    pub(in crate::report) fn data_quality_note(self, quality: &str) -> String {
        say!(self, "Data quality {quality}: ", "Ansawdd y data ({quality}): ")
    }

    /// Where a rating was set against its rule.
    pub(in crate::report) const fn rating_overridden(self) -> &'static str {
        self.either(
            "The partners set this rating against their own rule: ",
            "Gosododd y partneriaid y sgôr hon yn groes i’w rheol eu hunain: ",
        )
    }

    /// Before the reason for not rating a measure.
    pub(in crate::report) const fn not_rated_because(self) -> &'static str {
        self.either("Not rated: ", "Heb sgôr: ")
    }

    /// Why a target is not what it was.
    pub(in crate::report) fn target_changed(
        self,
        from: &str,
        to: &str,
        on: Option<&str>,
        agreed_by: &[String],
    ) -> String {
        let on = match on {
            Some(on) => say!(self, " on {on}", " ar {on}"),
            None => String::new(),
        };
        let names = self.list(agreed_by);
        let agreed = match agreed_by {
            [] => self.either("; nobody is named as agreeing", "; ni enwir neb a gytunodd").to_owned(),
            _ => say!(self, ", agreed by {names}", ", cytunwyd gan: {names}"),
        };
        say!(
            self,
            "Target changed from {from} to {to}{on}{agreed}.",
            "Newidiwyd y targed: {from} gynt, {to} bellach{on}{agreed}."
        )
    }

    /// Over the measures of the whole place.
    pub(in crate::report) const fn wider_picture(self) -> &'static str {
        self.either("The wider picture (not our score)", "Y darlun ehangach (nid ein sgôr ni)")
    }

    /// A figure of the whole place, with its period.
    pub(in crate::report) fn population_figure(self, amount: &str, of: Option<&str>, period: Option<&str>) -> String {
        let of = of.map(|of| format!(" ({of})")).unwrap_or_default();
        let period = period.map(|period| format!(", {period}")).unwrap_or_default();
        format!("{amount}{of}{period}.")
    }

    /// The same at the start.
    pub(in crate::report) fn at_the_start(self, amount: &str, period: Option<&str>) -> String {
        let period = period.map(|period| format!(", {period}")).unwrap_or_default();
        say!(self, "At the start: {amount}{period}.", "Ar y dechrau: {amount}{period}.")
    }

    /// How many measures have which rating, in a sentence. Ratings nobody has are left out.
    pub(in crate::report) fn ratings_sentence(self, counts: &[(Rag, usize)]) -> String {
        let count = |wanted: Rag| counts.iter().find(|(rag, _)| *rag == wanted).map_or(0, |(_, count)| *count);
        let rated = [Rag::Green, Rag::Amber, Rag::Red];
        let total: usize = rated.iter().map(|&rag| count(rag)).sum();
        let parts: Vec<String> = rated
            .into_iter()
            .filter(|&rag| count(rag) > 0)
            .map(|rag| {
                let (many, words) = (count(rag), self.rating_in_text(rag));
                let [is, are] = self.either(["is", "are"], ["", ""]);
                let verb = if many == 1 { is } else { are };
                say!(self, "{many} {verb} {words}", "{many} {words}")
            })
            .collect();
        let the_one = rated.into_iter().find(|&rag| count(rag) > 0).map_or("", |rag| self.rating_in_text(rag));
        let (measures, parts) = (self.counted(total as u64, nouns::MEASURE), self.list(&parts));
        match total {
            0 => self
                .either("No measure is rated this quarter.", "Nid oes sgôr i unrhyw fesur y chwarter hwn.")
                .to_owned(),
            1 => say!(self, "One measure is rated: it is {the_one}.", "Mae sgôr i un mesur: {the_one}."),
            _ => say!(self, "{measures} are rated: {parts}.", "Mae sgôr i {measures}: {parts}."),
        }
    }

    /// The same in a few words: “2 on track, 2 behind with a plan, 1 off track.”
    pub(in crate::report) fn ratings_in_brief(self, counts: &[(Rag, usize)]) -> String {
        let parts: Vec<String> = counts
            .iter()
            .filter(|(rag, count)| *count > 0 && matches!(rag, Rag::Green | Rag::Amber | Rag::Red))
            .map(|&(rag, count)| format!("{count} {}", self.rating_in_text(rag)))
            .collect();
        if parts.is_empty() {
            return self.either("No measure is rated.", "Nid oes sgôr i unrhyw fesur.").to_owned();
        }
        format!("{}.", parts.join(", "))
    }

    /// The heads of the measures on page 1.
    pub(in crate::report) const fn measures_heads(self) -> [&'static str; 6] {
        self.either(
            ["Measure", "Path", "Actual", "Target", "Forecast", "Status"],
            ["Mesur", "Llwybr", "Cafwyd", "Targed", "Rhagolwg", "Statws"],
        )
    }

    /// The caption of the measures on page 1 and the line under it.
    pub(in crate::report) fn measures_caption(self, months: &str, year_end: &str) -> [String; 2] {
        [
            self.either("What we agreed to do together", "Beth y cytunwyd i’w wneud gyda’n gilydd").to_owned(),
            say!(
                self,
                "Path and actual for {months}; target and forecast for {year_end}. Worst news first",
                "Y llwybr a’r hyn a gafwyd: {months}; targed a rhagolwg: {year_end}. Y newyddion gwaethaf yn gyntaf"
            ),
        ]
    }

    /// The measures of the whole place, which the table leaves out.
    pub(in crate::report) fn shown_as_context(self, titles: &[String]) -> String {
        let titles = self.list(titles);
        say!(
            self,
            "Not in this table: {titles}, shown only as context.",
            "Ddim yn y tabl hwn: {titles}, a ddangosir fel cyd-destun yn unig."
        )
    }

    /// Measures that page 1 has no room for.
    pub(in crate::report) fn more_measures(self, more: usize) -> String {
        match more {
            1 => {
                self.either("1\u{a0}more measure is not shown here. ", "Un mesur arall heb ei ddangos yma. ").to_owned()
            }
            _ => say!(
                self,
                "{more}\u{a0}more measures are not shown here. ",
                "{more}\u{a0}o fesurau eraill heb eu dangos yma. "
            ),
        }
    }

    /// The heads of table B1 around its quarters: start, target, forecast.
    pub(in crate::report) const fn path_table_heads(self) -> [&'static str; 4] {
        self.either(["Measure", "Start", "Target", "Forecast"], ["Mesur", "Cychwyn", "Targed", "Rhagolwg"])
    }

    /// The heads of a quarter in table B1.
    pub(in crate::report) fn path_table_quarter(self, month: &str) -> [String; 2] {
        [say!(self, "Path, {month}", "Llwybr, {month}"), say!(self, "Actual, {month}", "Cafwyd, {month}")]
    }

    /// The caption of table B1, and the line under it.
    pub(in crate::report) fn path_table_caption(self, table: &str, year: &str) -> [String; 2] {
        [
            say!(self, "{table}. Path and actual, by quarter", "{table}. Y llwybr a’r hyn a gafwyd, fesul chwarter"),
            say!(
                self,
                "Financial year {year}. Each quarter stands under the month it ends in",
                "Blwyddyn ariannol {year}. Mae pob chwarter o dan y mis y mae’n dod i ben ynddo"
            ),
        ]
    }

    /// A number with no meaning but for a chart’s axis: “%” or nothing.
    pub(in crate::report) const fn axis_sign(self, percent: bool) -> &'static str {
        if percent { "%" } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    #[test]
    fn a_figure_stands_beside_its_path() {
        assert_eq!(W.against_path("104 households", Some("115")), "104 households against a path of 115");
        assert_eq!(W.against_path("104 households", None), "104 households, with no path agreed");
    }

    #[test]
    fn ratings_are_counted_in_a_sentence() {
        let none = [(Rag::Green, 0), (Rag::Amber, 0), (Rag::Red, 0), (Rag::NotRated, 2)];
        assert_eq!(W.ratings_sentence(&none), "No measure is rated this quarter.");
        assert_eq!(W.ratings_in_brief(&none), "No measure is rated.");
        let one = [(Rag::Green, 0), (Rag::Amber, 0), (Rag::Red, 1), (Rag::NotRated, 0)];
        assert_eq!(W.ratings_sentence(&one), "One measure is rated: it is off track.");
        let many = [(Rag::Green, 2), (Rag::Amber, 2), (Rag::Red, 1), (Rag::NotRated, 1)];
        assert_eq!(
            W.ratings_sentence(&many),
            "5\u{a0}measures are rated: 2 are on track, 2 are behind with a plan and 1 is off track."
        );
        assert_eq!(W.ratings_in_brief(&many), "2 on track, 2 behind with a plan, 1 off track.");
    }

    #[test]
    fn an_action_names_who_and_when_as_far_as_known() {
        assert_eq!(W.owner_and_date(Some("Police"), Some("1 May")).unwrap(), "Police, by 1 May.");
        assert_eq!(W.owner_and_date(Some("Police"), None).unwrap(), "Police, no date given.");
        assert_eq!(W.owner_and_date(None, Some("1 May")).unwrap(), "By 1 May, nobody named.");
        assert_eq!(W.owner_and_date(None, None), None);
    }

    #[test]
    fn who_agreed_is_said_with_or_without_residents() {
        let by = ["Police".to_owned(), "NHS".to_owned()];
        assert_eq!(
            W.agreed_by(&by, Some("by decision of the board"), Some(false)).unwrap(),
            "Target agreed by Police and NHS, by decision of the board, without residents in the room."
        );
        assert_eq!(W.agreed_by(&by, None, None).unwrap(), "Target agreed by Police and NHS.");
        assert_eq!(W.agreed_by(&[], None, Some(true)), None);
    }
}
