//! Rules about measures, their paths and their ratings.

pub(super) mod behind_without_an_action;
pub(super) mod breakdown_not_the_total;
pub(super) mod part_larger_than_its_whole;
pub(super) mod rating_not_by_its_own_rule;
pub(super) mod running_total_falls;
pub(super) mod share_not_from_its_counts;
