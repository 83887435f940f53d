//! Words of the annexes.

use super::{Wording, nouns};
use crate::disclosure::published::ProfileNote;

impl Wording {
    /// A table of a breakdown: its caption and the line under it.
    pub(in crate::report) fn breakdown_by(self, title: &str, by: &str) -> String {
        let by = by.to_lowercase();
        say!(self, "{title}, by {by}", "{title}, fesul: {by}")
    }

    /// The last row of a breakdown.
    pub(in crate::report) const fn all_groups(self) -> &'static str {
        self.either("All", "Pawb")
    }

    /// Where somebody may be counted in several groups.
    pub(in crate::report) const fn overlapping(self) -> &'static str {
        self.either(
            "Somebody may be in more than one group, so the groups do not add up.",
            "Gall rhywun fod mewn mwy nag un grŵp, felly nid yw’r grwpiau’n adio i’r cyfanswm.",
        )
    }

    /// A table of a series.
    pub(in crate::report) fn series_caption(self, table: &str, title: &str) -> String {
        format!("{table}. {title}")
    }

    /// The head over periods that need no unit: “Year to March”.
    pub(in crate::report) const fn series_year(self) -> &'static str {
        self.either("Financial year", "Blwyddyn ariannol")
    }

    /// A change that may have moved a series.
    pub(in crate::report) fn change_marked(self, at: &str, what: &str) -> String {
        format!("{at}: {what}.")
    }

    /// The table of the ledger.
    pub(in crate::report) fn ledger_table_caption(self, table: &str) -> String {
        format!("{table}. {}", self.ledger_caption())
    }

    /// Under the ledger's table.
    pub(in crate::report) const fn ledger_note(self) -> &'static str {
        self.either(
            "£, for the year. Gains are the partners’ own estimates.",
            "£, am y flwyddyn. Amcangyfrifon y partneriaid eu hunain yw’r enillion.",
        )
    }

    /// How small numbers are protected, in full.
    pub(in crate::report) fn protection(self, profile: &ProfileNote) -> Vec<String> {
        let mut sentences = Vec::new();
        if profile.threshold > 1 {
            let most = profile.threshold - 1;
            sentences.push(say!(
                self,
                "Counts of 1 to {most} people, households or cases are hidden and shown as [c].",
                "Mae cyfrifon o 1 i {most} (pobl, aelwydydd neu achosion) wedi’u cuddio ac yn cael eu dangos fel [c]."
            ));
            sentences.push(
                self.either(
                    "Other numbers are hidden too, where a hidden one could be worked out.",
                    "Mae rhifau eraill wedi’u cuddio hefyd, lle gellid cyfrifo un cudd.",
                )
                .to_owned(),
            );
        } else {
            sentences.push(
                self.either("No count is hidden in this report.", "Nid oes cyfrif wedi’i guddio yn yr adroddiad hwn.")
                    .to_owned(),
            );
        }
        if profile.opinion_threshold > 1 {
            let least = profile.opinion_threshold;
            sentences.push(say!(
                self,
                "Opinions of a group are shown from {least} replies.",
                "Dangosir barn grŵp o {least} ateb i fyny."
            ));
        }
        sentences.push(match profile.rounded_to {
            Some(step) => say!(
                self,
                "Counts are rounded to the nearest {step}, so they may not add up.",
                "Mae cyfrifon wedi’u talgrynnu i’r {step} agosaf, felly efallai na fyddant yn adio i’r cyfanswm."
            ),
            None => self.either("Other counts are exact.", "Mae’r cyfrifon eraill yn fanwl gywir.").to_owned(),
        });
        if profile.cumulative_rounded {
            sentences.push(
                self.either(
                    "Breakdowns that add up since April are rounded to the nearest 5, because no earlier return was at hand.",
                    "Mae dadansoddiadau sy’n cronni ers mis Ebrill wedi’u talgrynnu i’r 5 agosaf, am nad oedd ffurflen gynharach wrth law.",
                )
                .to_owned(),
            );
        }
        if profile.cumulative_exact {
            sentences.push(
                self.either(
                    "Breakdowns that add up since April are exact. No earlier return was at hand to compare them with.",
                    "Mae dadansoddiadau sy’n cronni ers mis Ebrill yn fanwl gywir. Nid oedd ffurflen gynharach wrth law i’w cymharu â hi.",
                )
                .to_owned(),
            );
        }
        if profile.cohorts_rounded {
            sentences.push(
                self.either(
                    "Groups that are followed from quarter to quarter are rounded to the nearest 5, because no earlier return was at hand.",
                    "Mae grwpiau a ddilynir o chwarter i chwarter wedi’u talgrynnu i’r 5 agosaf, am nad oedd ffurflen gynharach wrth law.",
                )
                .to_owned(),
            );
        }
        if profile.cohorts_exact {
            sentences.push(
                self.either(
                    "Groups that are followed from quarter to quarter are exact. No earlier return was at hand to compare them with.",
                    "Mae grwpiau a ddilynir o chwarter i chwarter yn fanwl gywir. Nid oedd ffurflen gynharach wrth law i’w cymharu â hi.",
                )
                .to_owned(),
            );
        }
        sentences
    }

    /// Before the agreement that allows a funder to see more.
    pub(in crate::report) const fn relaxed(self) -> &'static str {
        self.either(
            "The limit for this report is set by agreement: ",
            "Mae’r terfyn ar gyfer yr adroddiad hwn wedi’i osod drwy gytundeb: ",
        )
    }

    /// Returns whose printed figures bound this one.
    pub(in crate::report) fn bound_by(self, periods: &[String]) -> String {
        let periods = self.list(periods);
        say!(
            self,
            "Figures printed in earlier reports were taken into account: {periods}.",
            "Ystyriwyd ffigurau a argraffwyd mewn adroddiadau cynharach: {periods}."
        )
    }

    /// The heads of the entries of annex C.
    pub(in crate::report) const fn quality_heads(self) -> [&'static str; 6] {
        self.either(
            [
                "Hidden numbers. ",
                "Changed figures. ",
                "Warnings explained. ",
                "Left out. ",
                "The data inside. ",
                "Data quality. ",
            ],
            [
                "Rhifau cudd. ",
                "Ffigurau a newidiwyd. ",
                "Rhybuddion a eglurwyd. ",
                "Hepgorwyd. ",
                "Y data y tu mewn. ",
                "Ansawdd y data. ",
            ],
        )
    }

    /// An earlier figure that is now different.
    pub(in crate::report) fn restated(self, what: &str, period: Option<&str>, was: &str, now: &str) -> String {
        let period = period.map(|period| format!(", {period}")).unwrap_or_default();
        say!(self, "{what}{period}: was {was}, now {now}.", "{what}{period}: {was} gynt, {now} bellach.")
    }

    /// What a restatement is of, where it names no record.
    pub(in crate::report) const fn a_figure(self) -> &'static str {
        self.either("A figure", "Ffigur")
    }

    /// Where no earlier figure changed.
    pub(in crate::report) const fn nothing_restated(self) -> &'static str {
        self.either("No earlier figure has changed.", "Nid oes ffigur cynharach wedi newid.")
    }

    /// Where no warning had to be explained.
    pub(in crate::report) const fn nothing_explained(self) -> &'static str {
        self.either("No warning had to be explained.", "Nid oedd rhaid egluro unrhyw rybudd.")
    }

    /// A record and the rule it is answered for.
    pub(in crate::report) fn explained(self, title: Option<&str>, rule: &str) -> String {
        match title {
            Some(title) => format!("{title} ({rule}): "),
            None => say!(self, "The whole return ({rule}): ", "Y ffurflen gyfan ({rule}): "),
        }
    }

    /// Records left out, by kind.
    pub(in crate::report) fn left_out(self, narratives: u32, records: u32) -> String {
        let mut parts = Vec::new();
        if narratives > 0 {
            parts.push(self.counted(u64::from(narratives), nouns::ACCOUNT));
        }
        if records > 0 {
            parts.push(self.counted(u64::from(records), nouns::OTHER_RECORD));
        }
        if parts.is_empty() {
            return self
                .either("Nothing was left out of this report.", "Ni hepgorwyd dim o’r adroddiad hwn.")
                .to_owned();
        }
        let [is, are] = self.either(["is", "are"], ["", ""]);
        let verb = if narratives + records == 1 { is } else { are };
        let parts = self.list(&parts);
        say!(
            self,
            "{parts} {verb} left out, to protect people or because consent does not cover this report.",
            "Hepgorwyd {parts}, i ddiogelu pobl neu am nad yw’r caniatâd yn cynnwys yr adroddiad hwn."
        )
    }

    /// How to take the data out of the report.
    pub(in crate::report) const fn data_inside(self) -> &'static str {
        self.either(
            "The figures of this report are attached inside this file, after small numbers were hidden. Nothing that is hidden is in them.",
            "Mae ffigurau’r adroddiad hwn ynghlwm y tu mewn i’r ffeil hon, ar ôl cuddio rhifau bach. Nid oes dim sydd wedi’i guddio ynddynt.",
        )
    }

    /// Who prepared the return.
    pub(in crate::report) fn prepared_by(self, who: &str) -> String {
        say!(self, "Prepared by: {who}.", "Paratowyd gan: {who}.")
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
            cohorts_rounded: false,
            cohorts_exact: false,
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
