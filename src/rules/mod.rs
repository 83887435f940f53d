//! What the shape of a return cannot say: one rule a file. Knows the typed return and where its parts stand, never
//! lines, cells or file formats.
//!
//! # Adding a rule
//!
//! 1. **Name it** after the fault as the officer sees it: `promise-on-track-after-its-date`. The name is its identity
//!    for good; the code is its alias on the telephone. Both never change.
//! 2. **Write it** in `rules/<area>/<name_with_underscores>.rs`: a `static RULE` and a `fn check` below it. Read the
//!    return through the [`RuleContext`]: what it hands out knows where it stands. Nobody counts indices or spells
//!    pointers.
//! 3. **Word it** as a colleague would over the telephone: one whole sentence with the filer's own value and the
//!    record's title, no full stop at its end; then a help that says what to do. No blame, no JSON words, nothing the
//!    reader has to look up. An honest return is left in peace: where a figure is not there, or was cut because of its
//!    shape, a rule has nothing to say about it.
//! 4. **Choose what it is**: an error has to be mended, a warning mended or explained, advice is for the author only.
//!    [`Fault`] says what a draft makes of it, and the stage how early it stands in the way of understanding the rest.
//! 5. **Test it** in the same file: the smallest return with the fault and the words it gets, and its neighbour that
//!    gets none.
//! 6. **Register it** in [`ALL`], and give it a fixture in `fixtures/invalid/<area>/<name>/`. Tests name what you forgot;
//!    `SNAPSHOTS=overwrite cargo test` writes the expected text and RULES.md.

mod context;
mod dates_in_text;
mod explanations;
mod filed;
mod nearest;
mod periods;
mod places;
mod records;
mod rule;
mod run;
mod shares;
mod spot;
mod then_and_now;
mod words;

mod across;
mod community;
mod decisions;
mod finance;
mod header;
mod milestones;
mod narratives;
mod outcomes;
mod privacy;
mod results;
mod risks;
mod system_health;

#[cfg(test)]
mod testing;

pub use context::{At, Finding, RuleContext};
pub use explanations::{answer, is_about};
pub use filed::Filed;
pub use privacy::Finds;
pub use rule::{Area, Fault, Rule};
pub use run::{Earlier, Found, Ground, run};

/// Every rule, by area and code.
pub static ALL: &[&Rule] = &[
    &header::quarter_and_dates_disagree::RULE,
    &header::financial_year_not_consecutive::RULE,
    &header::organisation_not_among_the_partners::RULE,
    &header::place_not_in_the_list::RULE,
    &header::id_given_twice::RULE,
    &header::code_of_another_kind_of_place::RULE,
    &header::partnership_end_does_not_fit::RULE,
    &header::lead_organisation_not_named::RULE,
    &header::quarter_outside_the_grant::RULE,
    &header::submitted_without_signature::RULE,
    &header::signed_too_early_or_too_late::RULE,
    &header::new_version_without_what_changed::RULE,
    &header::return_is_late::RULE,
    &header::condition_not_met_without_a_date::RULE,
    &header::integration_level_against_the_evidence::RULE,
    &header::partner_left_and_still_has_a_part::RULE,
    &header::reason_that_nothing_tests::RULE,
    &header::only_public_bodies::RULE,
    &header::voluntary_and_required_by_law::RULE,
    &header::welsh_text_missing::RULE,
    &header::two_lead_organisations::RULE,
    &header::partner_left_before_joining::RULE,
    &header::schema_version_not_known::RULE,
    &header::partner_gone::RULE,
    &header::previous_return_is_another::RULE,
    &header::grant_condition_changed::RULE,
    &results::share_not_from_its_counts::RULE,
    &results::part_larger_than_its_whole::RULE,
    &results::percentage_outside_its_bounds::RULE,
    &results::part_of_a_person::RULE,
    &results::running_total_falls::RULE,
    &results::figure_of_the_quarter_missing::RULE,
    &results::figure_for_the_future::RULE,
    &results::rating_not_by_its_own_rule::RULE,
    &results::behind_without_an_action::RULE,
    &results::breakdown_not_the_total::RULE,
    &results::thresholds_in_the_wrong_order::RULE,
    &results::target_on_the_wrong_side::RULE,
    &results::target_agreed_by_one_partner::RULE,
    &results::measure_changed_without_a_word::RULE,
    &results::earlier_figure_changed::RULE,
    &results::jump_against_the_usual::RULE,
    &results::place_wide_figure_rated::RULE,
    &results::forecast_against_the_figures::RULE,
    &results::activity_and_nobody_better_off::RULE,
    &results::share_of_few::RULE,
    &results::commentary_only_repeats::RULE,
    &results::rating_terms_changed::RULE,
    &results::measure_dropped::RULE,
    &results::measure_renamed::RULE,
    &results::measure_counted_differently::RULE,
    &results::restated_from_another_figure::RULE,
    &system_health::referrals_do_not_add_up::RULE,
    &system_health::sources_not_the_referrals::RULE,
    &system_health::vacancy_rate_not_from_its_posts::RULE,
    &system_health::more_in_post_than_agreed::RULE,
    &system_health::more_replies_than_asked::RULE,
    &system_health::score_outside_the_survey_scale::RULE,
    &system_health::series_of_another_length::RULE,
    &system_health::series_ends_on_another_figure::RULE,
    &system_health::overall_not_the_mean_of_items::RULE,
    &system_health::learning_without_a_decision::RULE,
    &system_health::few_replies_to_the_survey::RULE,
    &system_health::trust_low_without_a_word::RULE,
    &system_health::dispute_without_settlement::RULE,
    &system_health::mean_wait_without_a_median::RULE,
    &system_health::late_milestones_and_no_word_of_momentum::RULE,
    &system_health::barrier_nobody_is_named_to_lift::RULE,
    &system_health::few_ingredients_covered::RULE,
    &system_health::autonomy_without_quality::RULE,
    &system_health::everything_tried_was_adopted::RULE,
    &system_health::series_too_short_for_limits::RULE,
    &system_health::previous_not_as_filed::RULE,
    &system_health::system_measure_dropped::RULE,
    &system_health::system_measure_renamed::RULE,
    &system_health::series_rewritten::RULE,
    &outcomes::more_than_the_step_before::RULE,
    &outcomes::score_outside_its_scale::RULE,
    &outcomes::groups_not_the_matched::RULE,
    &outcomes::attribution_without_comparison::RULE,
    &outcomes::fewer_than_thirty_matched::RULE,
    &outcomes::chosen_because_it_was_bad::RULE,
    &outcomes::response_rate_not_from_its_counts::RULE,
    &outcomes::change_not_the_difference::RULE,
    &outcomes::cause_claimed_in_words::RULE,
    &outcomes::raw_scores_averaged::RULE,
    &outcomes::ons_questions_combined::RULE,
    &outcomes::few_followed_up::RULE,
    &outcomes::same_or_worse_not_given::RULE,
    &outcomes::level_without_its_comparison::RULE,
    &outcomes::public_value_without_its_parts::RULE,
    &outcomes::benefits_not_the_partners_sum::RULE,
    &outcomes::licence_not_stated::RULE,
    &outcomes::lawful_basis_not_given::RULE,
    &outcomes::change_may_be_nothing::RULE,
    &outcomes::no_other_explanation::RULE,
    &outcomes::interval_not_from_its_figures::RULE,
    &outcomes::outcome_dropped::RULE,
    &outcomes::outcome_renamed::RULE,
    &outcomes::cohort_redefined::RULE,
    &outcomes::cohort_counting_not_said::RULE,
    &narratives::used_beyond_its_consent::RULE,
    &narratives::withdrawn_story_still_told::RULE,
    &narratives::evidence_points_to_nothing::RULE,
    &narratives::nothing_that_did_not_work::RULE,
    &narratives::nothing_learned_or_decided::RULE,
    &narratives::one_person_not_anonymised::RULE,
    &narratives::child_story_not_checked::RULE,
    &narratives::no_story_of_what_has_not_worked::RULE,
    &narratives::only_staff_are_heard::RULE,
    &narratives::chosen_without_saying_how::RULE,
    &narratives::details_that_identify_someone::RULE,
    &narratives::cause_claimed_without_evidence::RULE,
    &narratives::story_against_its_figure::RULE,
    &narratives::hard_to_read::RULE,
    &narratives::words_nobody_says::RULE,
    &narratives::sure_without_another_explanation::RULE,
    &narratives::story_told_before::RULE,
    &privacy::number_that_reports_hide::RULE,
    &privacy::nhs_number_in_text::RULE,
    &privacy::national_insurance_number_in_text::RULE,
    &privacy::postcode_in_text::RULE,
    &privacy::e_mail_address_in_text::RULE,
    &privacy::telephone_number_in_text::RULE,
    &privacy::date_of_birth_in_text::RULE,
    &privacy::reference_number_of_a_person::RULE,
    &privacy::name_in_text::RULE,
    &privacy::street_address_in_text::RULE,
    &privacy::bank_details_in_text::RULE,
    &privacy::sensitive_detail_of_one_person::RULE,
    &privacy::someone_at_risk_now::RULE,
    &community::verdict_by_those_who_promised::RULE,
    &community::promise_on_track_after_its_date::RULE,
    &community::broken_promise_without_a_word::RULE,
    &community::verdict_outside_its_time::RULE,
    &community::promise_by_a_stranger::RULE,
    &community::statement_edited_by_officers::RULE,
    &community::not_done_without_a_reason::RULE,
    &community::judged_differently_without_a_word::RULE,
    &community::people_not_told::RULE,
    &community::judged_by_a_handful::RULE,
    &community::promise_gone::RULE,
    &community::promise_reworded::RULE,
    &community::group_hardly_heard::RULE,
    &community::reporters_worse_off::RULE,
    &community::benefits_advice_not_offered::RULE,
    &community::counted_more_than_once::RULE,
    &community::only_told_and_asked::RULE,
    &community::promises_from_one_side::RULE,
    &community::promise_nobody_can_see::RULE,
    &community::judged_before_it_was_due::RULE,
    &community::promise_date_moved::RULE,
    &community::promise_moved_again::RULE,
    &community::verdict_changed::RULE,
    &finance::lines_not_the_total::RULE,
    &finance::contributions_not_the_pool::RULE,
    &finance::variance_does_not_follow::RULE,
    &finance::spend_of_another_size::RULE,
    &finance::contributor_listed_twice::RULE,
    &finance::spend_below_zero::RULE,
    &finance::off_plan_without_a_word::RULE,
    &finance::forecast_off_budget_without_a_plan::RULE,
    &finance::contribution_not_paid::RULE,
    &finance::forecast_below_actual::RULE,
    &finance::underspend_at_the_year_end::RULE,
    &finance::partner_gives_nothing::RULE,
    &finance::estimate_without_its_basis::RULE,
    &finance::participation_unpaid::RULE,
    &finance::budget_changed::RULE,
    &risks::score_not_likelihood_times_impact::RULE,
    &risks::review_in_the_past::RULE,
    &risks::risk_rose_with_nothing_new_done::RULE,
    &risks::high_risk_nobody_decides::RULE,
    &risks::risk_unchanged_for_a_year::RULE,
    &risks::every_risk_is_treated::RULE,
    &risks::high_risk_gone::RULE,
    &risks::previous_score_not_as_filed::RULE,
    &milestones::milestone_open_after_its_date::RULE,
    &milestones::completed_without_its_day::RULE,
    &milestones::late_without_reason_or_day::RULE,
    &milestones::milestone_slipped_again::RULE,
    &milestones::nothing_due_next::RULE,
    &milestones::milestone_gone::RULE,
    &milestones::milestone_rewritten::RULE,
    &decisions::needed_before_it_is_asked::RULE,
    &decisions::consequence_not_said::RULE,
    &decisions::red_and_nothing_asked::RULE,
    &decisions::too_many_asked_of_one::RULE,
    &across::approach_not_used_has_records::RULE,
    &across::no_approach_has_a_record::RULE,
    &across::figures_without_a_story::RULE,
    &across::main_approach_is_empty::RULE,
    &across::two_figures_for_one_period::RULE,
    &across::promised_action_not_reported::RULE,
    &across::section_not_complete::RULE,
    &across::quarter_missing::RULE,
    &across::explanation_answers_nothing::RULE,
];

/// Whether a rule compares with earlier returns, and is silent without them.
pub fn needs_earlier(rule: &Rule) -> bool {
    then_and_now::needs_earlier(rule)
}

/// Whether a text holds what identifies a person and must not be repeated.
pub(crate) fn is_private(text: &str) -> bool {
    privacy::is_private(text)
}

/// The text without what identifies a person.
pub fn masked(text: &str) -> std::borrow::Cow<'_, str> {
    privacy::masked(text)
}

/// Whether this is a full postcode and nothing else.
pub fn is_postcode(text: &str) -> bool {
    privacy::is_postcode(text)
}

/// Whether this is a British telephone number and nothing else.
pub fn is_telephone_number(text: &str) -> bool {
    privacy::is_telephone_number(text)
}

/// Whether this is an e-mail address and nothing else.
pub fn is_mailbox(text: &str) -> bool {
    privacy::is_mailbox(text)
}

/// The rule of this name or code.
pub fn named(name_or_code: &str) -> Option<&'static Rule> {
    let wanted = name_or_code.trim();
    ALL.iter().copied().find(|rule| rule.name == wanted || rule.code.eq_ignore_ascii_case(wanted))
}
