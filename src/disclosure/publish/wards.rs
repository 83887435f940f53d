//! Wards, for their members: never ranked, in the order of the return.

use super::{Publishing, raw, results::style};
use crate::{
    disclosure::published::{GroupShown, WardMeasure, WardShown, WardsShown},
    returns::{
        Id, PlaceKind, RecordId,
        approach::results::{Breakdown, BreakdownBy, ResultMeasure},
    },
};

impl Publishing<'_> {
    pub(super) fn wards(&self) -> Option<WardsShown> {
        let wards = self.filed.places.iter().filter(|place| place.kind == Some(PlaceKind::Ward));
        let measured = self.measured_by_ward();
        let wards: Vec<WardShown> = wards
            .map(|ward| WardShown {
                name: ward.name.to_string(),
                figure: measured.and_then(|by_ward| self.ward_figure(by_ward, &ward.id)).map(|group| group.figure),
                promises: self.promises_due(&ward.id),
                note: self
                    .filed
                    .ward_notes
                    .iter()
                    .find(|note| note.place == ward.id)
                    .and_then(|note| self.words(&note.note)),
            })
            .collect();
        if wards.is_empty() {
            return None;
        }
        Some(WardsShown {
            measure: measured.map(|(_, measure, _, _)| WardMeasure {
                title: self.title(&measure.title),
                unit: raw::unit(measure.unit.as_ref()),
                counting: measure.counting,
            }),
            total: measured.map(|(result, measure, _, _)| self.current(result, measure, &style(measure)).figure),
            wards,
        })
    }

    /// The first measure that is broken down by ward.
    fn measured_by_ward(&self) -> Option<(usize, &ResultMeasure, usize, &Breakdown)> {
        self.filed.results.iter().enumerate().find_map(|(result, measure)| {
            let mut breakdowns = measure.breakdowns.iter().enumerate();
            let (at, breakdown) = breakdowns.find(|(_, breakdown)| breakdown.by == BreakdownBy::Ward)?;
            Some((result, measure, at, breakdown))
        })
    }

    fn ward_figure(&self, by_ward: (usize, &ResultMeasure, usize, &Breakdown), ward: &Id) -> Option<GroupShown> {
        let (result, measure, breakdown, groups) = by_ward;
        let mut groups = groups.groups.iter().enumerate();
        let (at, group) = groups.find(|(_, group)| group.place.as_ref() == Some(ward))?;
        Some(self.group((result, breakdown, at), group, &style(measure)))
    }

    /// The promises for a ward that are due by the end of the quarter, by id.
    fn promises_due(&self, ward: &Id) -> Vec<String> {
        let last_day = self.filed.header.period.last_day();
        let promises = self.filed.community_reporting.iter().flat_map(|community| &community.promises);
        let due =
            promises.filter(|promise| promise.places.contains(ward) && promise.due.is_some_and(|due| due <= last_day));
        due.map(|promise| RecordId::to_string(&promise.id)).collect()
    }
}
