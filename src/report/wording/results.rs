//! Words on measures and their paths. Both figures are always given; no verb says that something changed.

use super::Wording;
use crate::returns::approach::results::Rag;

impl Wording {
    /// A figure against its path: “104 households against a path of 115”.
    pub(in crate::report) fn against_path(self, actual: &str, path: Option<&str>) -> String {
        match path {
            Some(path) => format!("{actual} against a path of {path}"),
            None => format!("{actual}, with no path agreed"),
        }
    }

    /// In place of a figure that is hidden.
    pub(in crate::report) const fn figure_hidden(self) -> &'static str {
        "This figure is hidden to protect people"
    }

    /// In place of a figure that is not known.
    pub(in crate::report) fn figure_missing(self, period: &str) -> String {
        format!("There is no figure for {period}")
    }

    /// In place of a figure that does not apply.
    pub(in crate::report) const fn figure_not_due(self) -> &'static str {
        "No figure is due this quarter"
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
        format!("{numerator} of {denominator}")
    }

    /// “path 185”, “Target 160”, “Forecast 182”: the words in a path chart.
    pub(in crate::report) fn path_label(self, value: &str) -> String {
        format!("path {value}")
    }

    /// The target in a path chart.
    pub(in crate::report) fn target_label(self, value: &str) -> String {
        format!("Target {value}")
    }

    /// The forecast in a path chart.
    pub(in crate::report) fn forecast_label(self, value: &str) -> String {
        format!("Forecast {value}")
    }

    /// Under the first slot of a path chart.
    pub(in crate::report) const fn start(self) -> &'static str {
        "Start"
    }

    /// The key to the path charts: actual, provisional, path, forecast, target, baseline.
    pub(in crate::report) const fn path_key(self) -> [&'static str; 6] {
        [
            "What happened",
            "What happened, may still change or was revised",
            "The path we agreed",
            "What we expect by the end of the year",
            "The target for the end of the year",
            "Where we started",
        ]
    }

    /// The headings of the key, and of its description for those who cannot see it.
    pub(in crate::report) const fn path_key_words(self) -> [&'static str; 3] {
        [
            "How to read the charts",
            "The same six marks in every chart of this section",
            "Key to the path charts of this section.",
        ]
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
        [format!("Line chart of {title}, {period}."), format!("{headline}."), aims, self.data_in_table(table)]
    }

    /// Over an action.
    pub(in crate::report) const fn what_we_will_do(self) -> &'static str {
        "What we will do"
    }

    /// Who will do it, and by when.
    pub(in crate::report) fn owner_and_date(self, owner: Option<&str>, by: Option<&str>) -> Option<String> {
        match (owner, by) {
            (Some(owner), Some(by)) => Some(format!("{owner}, by {by}.")),
            (Some(owner), None) => Some(format!("{owner}, no date given.")),
            (None, Some(by)) => Some(format!("By {by}, nobody named.")),
            (None, None) => None,
        }
    }

    /// Where a measure is off track or behind and the return names no action.
    pub(in crate::report) const fn no_action(self) -> &'static str {
        "The return names no action."
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
        let by = if by.is_empty() { String::new() } else { format!(" by {}", self.list(by)) };
        let how = how.map(|how| format!(", {how}")).unwrap_or_default();
        let residents = match residents {
            Some(true) => ", with residents in the room",
            Some(false) => ", without residents in the room",
            None => "",
        };
        Some(format!("Target agreed{by}{how}{residents}."))
    }

    /// What a forecast rests on.
    pub(in crate::report) fn forecast_basis(self) -> &'static str {
        "Forecast: "
    }

    /// Before the name of a source.
    pub(in crate::report) fn source(self) -> &'static str {
        "Source: "
    }

    /// Before a note on the quality of data.
    pub(in crate::report) fn data_quality_note(self, quality: &str) -> String {
        format!("Data quality {quality}: ")
    }

    /// Where a rating was set against its rule.
    pub(in crate::report) const fn rating_overridden(self) -> &'static str {
        "The partners set this rating against their own rule: "
    }

    /// Before the reason for not rating a measure.
    pub(in crate::report) const fn not_rated_because(self) -> &'static str {
        "Not rated: "
    }

    /// Why a target is not what it was.
    pub(in crate::report) fn target_changed(
        self,
        from: &str,
        to: &str,
        on: Option<&str>,
        agreed_by: &[String],
    ) -> String {
        let on = on.map(|on| format!(" on {on}")).unwrap_or_default();
        let agreed = if agreed_by.is_empty() {
            "; nobody is named as agreeing".to_owned()
        } else {
            format!(", agreed by {}", self.list(agreed_by))
        };
        format!("Target changed from {from} to {to}{on}{agreed}.")
    }

    /// Over the measures of the whole place.
    pub(in crate::report) const fn wider_picture(self) -> &'static str {
        "The wider picture (not our score)"
    }

    /// A figure of the whole place, with its period.
    pub(in crate::report) fn population_figure(self, amount: &str, of: Option<&str>, period: Option<&str>) -> String {
        let of = of.map(|of| format!(" ({of})")).unwrap_or_default();
        let period = period.map(|period| format!(", {period}")).unwrap_or_default();
        format!("{amount}{of}{period}.")
    }

    /// The same at the start.
    pub(in crate::report) fn at_the_start(self, amount: &str, period: Option<&str>) -> String {
        match period {
            Some(period) => format!("At the start: {amount}, {period}."),
            None => format!("At the start: {amount}."),
        }
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
                let verb = if count(rag) == 1 { "is" } else { "are" };
                format!("{} {verb} {}", count(rag), self.rating_in_text(rag))
            })
            .collect();
        match total {
            0 => "No measure is rated this quarter.".to_owned(),
            1 => format!(
                "One measure is rated: it is {}.",
                rated.into_iter().find(|&rag| count(rag) > 0).map_or("", |rag| self.rating_in_text(rag))
            ),
            _ => format!("{} are rated: {}.", self.count(total as u64, "measure", "measures"), self.list(&parts)),
        }
    }

    /// The same in a few words: “2 on track, 2 behind with a plan, 1 off track.”
    pub(in crate::report) fn ratings_in_brief(self, counts: &[(Rag, usize)]) -> String {
        let parts: Vec<String> = counts
            .iter()
            .filter(|(rag, count)| *count > 0 && matches!(rag, Rag::Green | Rag::Amber | Rag::Red))
            .map(|&(rag, count)| format!("{count} {}", self.rating_in_text(rag)))
            .collect();
        if parts.is_empty() { "No measure is rated.".to_owned() } else { format!("{}.", parts.join(", ")) }
    }

    /// The heads of the measures on page 1.
    pub(in crate::report) const fn measures_heads(self) -> [&'static str; 6] {
        ["Measure", "Path", "Actual", "Target", "Forecast", "Status"]
    }

    /// The caption of the measures on page 1 and the line under it.
    pub(in crate::report) fn measures_caption(self, months: &str, year_end: &str) -> [String; 2] {
        [
            "What we agreed to do together".to_owned(),
            format!("Path and actual for {months}; target and forecast for {year_end}. Worst news first"),
        ]
    }

    /// The measures of the whole place, which the table leaves out.
    pub(in crate::report) fn shown_as_context(self, titles: &[String]) -> String {
        format!("Not in this table: {}, shown only as context.", self.list(titles))
    }

    /// Measures that page 1 has no room for.
    pub(in crate::report) fn more_measures(self, more: usize) -> String {
        format!("{} not shown here. ", self.count(more as u64, "more measure is", "more measures are"))
    }

    /// The heads of table B1 around its quarters: start, target, forecast.
    pub(in crate::report) const fn path_table_heads(self) -> [&'static str; 4] {
        ["Measure", "Start", "Target", "Forecast"]
    }

    /// The heads of a quarter in table B1.
    pub(in crate::report) fn path_table_quarter(self, month: &str) -> [String; 2] {
        [format!("Path, {month}"), format!("Actual, {month}")]
    }

    /// The caption of table B1, and the line under it.
    pub(in crate::report) fn path_table_caption(self, table: &str, year: &str) -> [String; 2] {
        [
            format!("{table}. Path and actual, by quarter"),
            format!("Financial year {year}. Each quarter stands under the month it ends in"),
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
