//! Rules about money.

pub(super) mod contributions_not_the_pool;
pub(super) mod lines_not_the_total;
