//! Rules about how the system of services works.

pub(super) mod referrals_do_not_add_up;
pub(super) mod series_of_another_length;
