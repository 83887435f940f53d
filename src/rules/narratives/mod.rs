//! Rules about stories: consent, evidence, and what did not work.

pub(super) mod cause_claimed_without_evidence;
pub(super) mod child_story_not_checked;
pub(super) mod chosen_without_saying_how;
pub(super) mod details_that_identify_someone;
pub(super) mod evidence_points_to_nothing;
pub(super) mod hard_to_read;
pub(super) mod no_story_of_what_has_not_worked;
pub(super) mod nothing_learned_or_decided;
pub(super) mod nothing_that_did_not_work;
pub(super) mod one_person_not_anonymised;
pub(super) mod only_staff_are_heard;
pub(super) mod story_against_its_figure;
pub(super) mod story_told_before;
pub(super) mod sure_without_another_explanation;
pub(super) mod used_beyond_its_consent;
pub(super) mod withdrawn_story_still_told;
pub(super) mod words_nobody_says;

mod ages;

use super::RuleContext;
use crate::returns::approach::narratives::Narrative;
use crate::returns::{TextLanguage, Title};

/// A story by its title, else by its id.
fn name(narrative: &Narrative) -> &str {
    narrative.title.as_ref().map(Title::any).filter(|title| !title.is_empty()).unwrap_or(narrative.id.as_str())
}

/// The words of a story in English, by field.
fn parts(narrative: &Narrative) -> Vec<(&'static str, &str)> {
    let long = [
        ("what_happened", &narrative.what_happened),
        ("why", &narrative.why),
        ("what_did_not_work", &narrative.what_did_not_work),
        ("lesson", &narrative.lesson),
        ("changed_decision", &narrative.changed_decision),
        ("no_change_reason", &narrative.no_change_reason),
    ];
    let title = narrative.title.as_ref().and_then(|title| title.english()).map(|title| ("title", title));
    let quote = narrative.quote.as_ref().and_then(|quote| quote.text.english()).map(|words| ("quote", words));
    let long = long.into_iter().filter_map(|(name, text)| Some((name, text.as_ref()?.english()?)));
    title.into_iter().chain(long).chain(quote).collect()
}

/// Whether plain texts of the return are in English.
fn is_english(cx: &RuleContext<'_>) -> bool {
    let header = cx.header();
    header.languages.is_empty() || header.languages.contains(&TextLanguage::English)
}
