//! Rules about promises and who judges them.

pub(super) mod promise_on_track_after_its_date;
pub(super) mod verdict_by_those_who_promised;
