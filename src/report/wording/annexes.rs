//! Words of the annexes.

use super::Wording;
use crate::disclosure::published::ProfileNote;

impl Wording {
    /// A table of a breakdown: its caption and the line under it.
    pub(in crate::report) fn breakdown_caption(self, table: &str, title: &str, by: &str) -> String {
        format!("{table}. {title}, by {}", by.to_lowercase())
    }

    /// The last row of a breakdown.
    pub(in crate::report) const fn all_groups(self) -> &'static str {
        "All"
    }

    /// Where somebody may be counted in several groups.
    pub(in crate::report) const fn overlapping(self) -> &'static str {
        "Somebody may be in more than one group, so the groups do not add up."
    }

    /// A table of a series.
    pub(in crate::report) fn series_caption(self, table: &str, title: &str) -> String {
        format!("{table}. {title}")
    }

    /// The head over periods that need no unit: “Year to March”.
    pub(in crate::report) const fn series_year(self) -> &'static str {
        "Financial year"
    }

    /// A change that may have moved a series.
    pub(in crate::report) fn change_marked(self, at: &str, what: &str) -> String {
        format!("{at}: {what}.")
    }

    /// A quarter's months in short: “Jul to Sep”.
    pub(in crate::report) fn short_quarter(self, first: u32, last: u32) -> String {
        format!("{} to {}", self.short_month(first), self.short_month(last))
    }

    /// The table of the ledger.
    pub(in crate::report) fn ledger_table_caption(self, table: &str) -> String {
        format!("{table}. {}", self.ledger_caption())
    }

    /// Under the ledger's table.
    pub(in crate::report) const fn ledger_note(self) -> &'static str {
        "£, for the year. Gains are the partners’ own estimates."
    }

    /// How small numbers are protected, in full.
    pub(in crate::report) fn protection(self, profile: &ProfileNote) -> Vec<String> {
        let mut sentences = Vec::new();
        if profile.threshold > 1 {
            sentences.push(format!(
                "Counts of 1 to {} people, households or cases are hidden and shown as [c].",
                profile.threshold - 1
            ));
            sentences.push("Other numbers are hidden too, where a hidden one could be worked out.".to_owned());
        } else {
            sentences.push("No count is hidden in this report.".to_owned());
        }
        if profile.opinion_threshold > 1 {
            sentences.push(format!("Opinions of a group are shown from {} replies.", profile.opinion_threshold));
        }
        sentences.push(match profile.rounded_to {
            Some(step) => format!("Counts are rounded to the nearest {step}, so they may not add up."),
            None => "Other counts are exact.".to_owned(),
        });
        if profile.cumulative_rounded {
            sentences.push(
                "Breakdowns that add up since April are rounded to the nearest 5, because no earlier return was at hand."
                    .to_owned(),
            );
        }
        if profile.cumulative_exact {
            sentences.push(
                "Breakdowns that add up since April are exact. No earlier return was at hand to compare them with."
                    .to_owned(),
            );
        }
        sentences
    }

    /// Before the agreement that allows a funder to see more.
    pub(in crate::report) const fn relaxed(self) -> &'static str {
        "The limit for this report is set by agreement: "
    }

    /// Returns whose printed figures bound this one.
    pub(in crate::report) fn bound_by(self, periods: &[String]) -> String {
        format!("Figures printed in earlier reports were taken into account: {}.", self.list(periods))
    }

    /// The heads of the entries of annex C.
    pub(in crate::report) const fn quality_heads(self) -> [&'static str; 6] {
        [
            "Hidden numbers. ",
            "Changed figures. ",
            "Warnings explained. ",
            "Left out. ",
            "The data inside. ",
            "Data quality. ",
        ]
    }

    /// An earlier figure that is now different.
    pub(in crate::report) fn restated(self, what: &str, period: Option<&str>, was: &str, now: &str) -> String {
        let period = period.map(|period| format!(", {period}")).unwrap_or_default();
        format!("{what}{period}: was {was}, now {now}.")
    }

    /// What a restatement is of, where it names no record.
    pub(in crate::report) const fn a_figure(self) -> &'static str {
        "A figure"
    }

    /// Where no earlier figure changed.
    pub(in crate::report) const fn nothing_restated(self) -> &'static str {
        "No earlier figure has changed."
    }

    /// Where no warning had to be explained.
    pub(in crate::report) const fn nothing_explained(self) -> &'static str {
        "No warning had to be explained."
    }

    /// A record and the rule it is answered for.
    pub(in crate::report) fn explained(self, title: Option<&str>, rule: &str) -> String {
        match title {
            Some(title) => format!("{title} ({rule}): "),
            None => format!("The whole return ({rule}): "),
        }
    }

    /// Records left out, by kind.
    pub(in crate::report) fn left_out(self, narratives: u32, records: u32) -> String {
        let mut parts = Vec::new();
        if narratives > 0 {
            parts.push(self.count(u64::from(narratives), "account", "accounts"));
        }
        if records > 0 {
            parts.push(self.count(u64::from(records), "other record", "other records"));
        }
        if parts.is_empty() {
            return "Nothing was left out of this report.".to_owned();
        }
        let verb = if narratives + records == 1 { "is" } else { "are" };
        format!(
            "{} {verb} left out, to protect people or because consent does not cover this report.",
            self.list(&parts)
        )
    }

    /// How to take the data out of the report.
    pub(in crate::report) const fn data_inside(self) -> &'static str {
        "The figures of this report are attached inside this file, after small numbers were hidden. Nothing that is hidden is in them."
    }

    /// Who prepared the return.
    pub(in crate::report) fn prepared_by(self, who: &str) -> String {
        format!("Prepared by: {who}.")
    }

    /// Who signed: role, organisation, day.
    pub(in crate::report) fn signed_by(self, role: &str, organisation: Option<&str>, on: Option<&str>) -> String {
        [Some(role), organisation, on].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// A share's counts: “131 of 168.”
    pub(in crate::report) fn counts(self, of: &str) -> String {
        format!("{of}.")
    }
}

#[cfg(test)]
mod tests {
    use super::super::ENGLISH as W;
    use super::*;

    fn profile() -> ProfileNote {
        ProfileNote {
            threshold: 5,
            opinion_threshold: 10,
            rounded_to: None,
            cumulative_rounded: false,
            cumulative_exact: false,
            relaxed_because: None,
        }
    }

    #[test]
    fn protection_is_told_without_a_reason_for_any_one_figure() {
        assert_eq!(
            W.protection(&profile()),
            [
                "Counts of 1 to 4 people, households or cases are hidden and shown as [c].",
                "Other numbers are hidden too, where a hidden one could be worked out.",
                "Opinions of a group are shown from 10 replies.",
                "Other counts are exact.",
            ]
        );
        let rounded = ProfileNote { rounded_to: Some(5), cumulative_rounded: true, ..profile() };
        assert_eq!(W.protection(&rounded).len(), 5);
        let open = ProfileNote { threshold: 1, opinion_threshold: 1, ..profile() };
        assert_eq!(W.protection(&open), ["No count is hidden in this report.", "Other counts are exact."]);
    }

    #[test]
    fn what_was_left_out_is_counted_without_titles() {
        assert_eq!(W.left_out(0, 0), "Nothing was left out of this report.");
        assert!(W.left_out(1, 0).starts_with("1\u{a0}account is left out"));
        assert!(W.left_out(2, 1).starts_with("2\u{a0}accounts and 1\u{a0}other record are left out"));
    }

    #[test]
    fn signatures_name_what_is_known() {
        assert_eq!(
            W.signed_by("Treasurer", Some("Quay Homes"), Some("28 October 2026")),
            "Treasurer, Quay Homes, 28 October 2026"
        );
        assert_eq!(W.signed_by("Treasurer", None, None), "Treasurer");
    }
}
