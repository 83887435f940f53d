//! Rules about quarter, partners, places and signatures.

pub(super) mod quarter_and_dates_disagree;
