//! Rules about milestones.

pub(super) mod milestone_open_after_its_date;
