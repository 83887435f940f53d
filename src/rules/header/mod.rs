//! Rules about quarter, partners, places and signatures.

pub(super) mod code_of_another_kind_of_place;
pub(super) mod condition_not_met_without_a_date;
pub(super) mod financial_year_not_consecutive;
pub(super) mod grant_condition_changed;
pub(super) mod id_given_twice;
pub(super) mod integration_level_against_the_evidence;
pub(super) mod lead_organisation_not_named;
pub(super) mod new_version_without_what_changed;
pub(super) mod only_public_bodies;
pub(super) mod organisation_not_among_the_partners;
pub(super) mod partner_gone;
pub(super) mod partner_left_and_still_has_a_part;
pub(super) mod partner_left_before_joining;
pub(super) mod partnership_end_does_not_fit;
pub(super) mod place_not_in_the_list;
pub(super) mod previous_return_is_another;
pub(super) mod quarter_and_dates_disagree;
pub(super) mod quarter_outside_the_grant;
pub(super) mod reason_that_nothing_tests;
pub(super) mod return_is_late;
pub(super) mod schema_version_not_known;
pub(super) mod signed_too_early_or_too_late;
pub(super) mod submitted_without_signature;
pub(super) mod two_lead_organisations;
pub(super) mod voluntary_and_required_by_law;
pub(super) mod welsh_text_missing;
