//! Rules about quarter, partners, places and signatures.

pub(super) mod financial_year_not_consecutive;
pub(super) mod id_given_twice;
pub(super) mod organisation_not_among_the_partners;
pub(super) mod quarter_and_dates_disagree;
pub(super) mod schema_version_not_known;
pub(super) mod submitted_without_signature;
