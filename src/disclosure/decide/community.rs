//! Community reporting: who was heard. People in a public role are counted in full.

use rust_decimal::Decimal;

use super::{Cell, Deciding, table::SMALL_GROUP};
use crate::returns::{Percent, Stated};

impl Deciding<'_> {
    pub(super) fn community(&mut self) {
        let Some(reach) = self.filed.community_reporting.as_ref().and_then(|community| community.reach.as_ref()) else {
            return;
        };
        let threshold = self.thresholds.people;
        let people = reach.people.map(crate::returns::People::get);
        if people.is_some_and(|people| (1..threshold).contains(&people)) {
            self.hide(Cell::ReachPeople);
        }
        for (at, group) in reach.representation.iter().enumerate() {
            let share = group.share_of_reach.as_ref().and_then(Stated::number);
            let tells = |share: &Percent, people| tells_of_few(*share, people, threshold);
            if share.zip(people).is_some_and(|(share, people)| self.hides(Cell::ReachPeople) || tells(share, people)) {
                self.hide(Cell::ReachShare(at));
            }
        }
    }
}

/// Whether a share, which may be rounded to a whole percent, could be a few of the people, or all but a few.
fn tells_of_few(share: Percent, people: u64, threshold: u64) -> bool {
    let hundred = Decimal::ONE_HUNDRED;
    if people < SMALL_GROUP && (share.get().is_zero() || share.get() == hundred) && people > 0 {
        return true;
    }
    let (part, rest) = (share.get(), hundred - share.get());
    let half = Decimal::new(5, 1);
    let few = |percent: Decimal| {
        let counted = percent * Decimal::from(people) / hundred;
        counted >= half && counted < Decimal::from(threshold) - half
    };
    few(part) || few(rest)
}
