//! Among the stories is one of what has not worked, above all where a result is red.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;

use crate::returns::approach::narratives::NarrativeKind;
use crate::returns::approach::results::Rag;
use crate::returns::{RecordId, rating};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "no-story-of-what-has-not-worked",
    code: "N-09",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Stories are chosen. Where none tells of what has not worked, readers take them for advertisement; where a result is red, they want to know why.",
    answer: "Tell a story of kind what_has_not_worked. Name the red result in its evidence, or the story in the result’s story.",
    example: r#"{ "id": "N2", "kind": "what_has_not_worked", "evidence": ["R5"], … }"#,
    check,
};

/// From so many stories on, one of them should be of what has not worked, even where no result is red.
const MANY: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let narratives: Vec<_> = cx.narratives().collect();
    if narratives.is_empty() || whole.is_cut("narratives") {
        return;
    }
    let quarter = cx.quarter();
    let red: Vec<_> = cx.results().filter(|measure| rating::rate(measure, quarter).rag == Rag::Red).collect();
    let has_one = narratives.iter().any(|narrative| narrative.kind == Some(NarrativeKind::WhatHasNotWorked));
    if !has_one && (narratives.len() >= MANY || !red.is_empty()) {
        let but = red.first().map_or_else(String::new, |measure| format!(", yet {} is red", measure.id));
        cx.report(whole.field("narratives"))
            .message(format!("None of the narratives is of what has not worked{but}"))
            .help("tell a story of kind what_has_not_worked")
            .done();
    }
    if red.is_empty() {
        return;
    }
    let evidence: BTreeSet<&str> =
        order::set(narratives.iter().flat_map(|narrative| &narrative.get().evidence).map(RecordId::as_str));
    let stories: BTreeSet<&str> = order::set(narratives.iter().map(|narrative| narrative.get().id.as_str()));
    for measure in red {
        let is_told = evidence.contains(measure.id.as_str())
            || measure.story.iter().any(|id| stories.contains(id.as_str()))
            || measure.is_cut("story");
        if !is_told {
            cx.report(measure.field("rag"))
                .message(format!("“{}” is red, and no narrative tells why", measure.title.any()))
                .help(format!("name {} in the evidence of a narrative, or the narrative in its story", measure.id))
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    const RED: &str = r#""results": [{"id": "R5", "title": "Call-outs", "rag": "red"}]"#;

    #[test]
    fn a_red_result_has_its_story() {
        gets(
            &super::RULE,
            &format!(r#"{{{RED}, "narratives": [{{"id": "N1", "kind": "what_worked"}}]}}"#),
            &[
                "/narratives warning: None of the narratives is of what has not worked, yet R5 is red \
                 | tell a story of kind what_has_not_worked",
                "/results/0/rag warning: “Call-outs” is red, and no narrative tells why \
                 | name R5 in the evidence of a narrative, or the narrative in its story",
            ],
        );
        let told =
            format!(r#"{{{RED}, "narratives": [{{"id": "N1", "kind": "what_has_not_worked", "evidence": ["R5"]}}]}}"#);
        gets(&super::RULE, &told, &[]);
    }

    #[test]
    fn one_story_and_none_are_left_in_peace() {
        gets(&super::RULE, &format!("{{{RED}}}"), &[]);
        gets(&super::RULE, r#"{"narratives": [{"id": "N1", "kind": "what_worked"}]}"#, &[]);
    }
}
