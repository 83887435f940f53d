//! A story is told once.

use std::collections::BTreeMap;

use crate::diagnostic::{Severity, Stage};
use crate::prose;
use crate::returns::approach::narratives::Narrative;
use crate::rules::then_and_now::the_return;
use crate::rules::{Area, At, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "story-told-before",
    code: "N-13",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A story that was told last quarter says nothing about this one. Told again, one good morning becomes a habit that \
          nobody has.",
    answer: "Tell what happened this quarter; or explain why the same story is told again.",
    example: r#""what_happened": "Repeat call-outs rose to 201 in the quarter. Most of the rise came after 6pm in Low Marsh.""#,
    check,
};

/// With fewer words, two texts may be the same by chance.
const FEWEST: usize = 12;

fn check(cx: &mut RuleContext<'_>) {
    let mut before = BTreeMap::new();
    for filed in cx.earlier() {
        for then in filed.list("narratives", |filed| &filed.narratives) {
            let told = words_of(&then);
            if told.len() >= FEWEST && !then.is_withdrawn() {
                before.insert(told, (then, the_return(&filed)));
            }
        }
    }
    if before.is_empty() {
        return;
    }
    for now in cx.narratives() {
        let Some((then, filed)) = before.get(&words_of(&now)) else { continue };
        cx.report(now.field("what_happened"))
            .message(format!("{} tells what {} told in {filed}, word for word", now.id, then.id))
            .related(then.field("what_happened"), "the story then")
            .help("tell what happened this quarter, or explain why it is told again")
            .done();
    }
}

/// The words of what happened.
fn words_of(narrative: &At<'_, Narrative>) -> Vec<String> {
    narrative.what_happened.as_ref().map(|text| prose::words(text.any())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets_after, gets_after_all};

    const MORNING: &str = "Three services agreed one plan in one morning, and the parent chose what came first.";

    fn story(id: &str, text: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "{id}", "what_happened": "{text}"}}]}}"#)
    }

    #[test]
    fn a_story_that_was_told_is_named_whatever_its_id() {
        let then = story("N1", MORNING);
        let expected = |filed: &str| {
            format!(
                "/narratives/0/what_happened warning: N3 tells what N1 told in the return for {filed}, word for word | tell what \
                 happened this quarter, or explain why it is told again"
            )
        };
        gets_after(&then, &super::RULE, &story("N3", MORNING), &[&expected("Q1 of 2026-27")]);
        gets_after_all(&[&then, "{}"], &super::RULE, &story("N3", MORNING), &[&expected("Q4 of 2025-26")]);
    }

    #[test]
    fn other_words_and_a_few_words_are_left_in_peace() {
        gets_after(&story("N1", MORNING), &super::RULE, &story("N1", &MORNING.replace("Three", "Four")), &[]);
        gets_after(&story("N1", "See the film."), &super::RULE, &story("N1", "See the film."), &[]);
    }
}
