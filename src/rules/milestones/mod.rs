//! Rules about milestones.

pub(super) mod completed_without_its_day;
pub(super) mod late_without_reason_or_day;
pub(super) mod milestone_open_after_its_date;
pub(super) mod nothing_due_next;
