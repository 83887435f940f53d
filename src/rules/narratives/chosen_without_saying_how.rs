//! Of a most significant change readers know who chose it, from how many, and why.

use super::name;
use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::narratives::NarrativeKind;
use crate::returns::{Count, Note};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "chosen-without-saying-how",
    code: "N-11",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A most significant change story is the extreme and not the usual case. How it was chosen is what makes it more than an anecdote.",
    answer: "Say in selected_by who chose, in selected_from from how many stories, and in selected_because why. Collect at least three.",
    example: r#""selected_by": "Panel of 5 residents and 3 staff", "selected_from": 14, "selected_because": "It showed what is still missing.""#,
    check,
};

/// With fewer stories nothing was chosen.
const LEAST: u64 = 3;

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        if narrative.kind != Some(NarrativeKind::MostSignificantChange) {
            continue;
        }
        let name = name(&narrative);
        let is_blank = |text: Option<&Note>| text.is_none_or(Note::is_blank);
        let missing: Vec<String> = [
            ("selected_by", "who chose it", is_blank(narrative.selected_by.as_ref())),
            ("selected_from", "from how many stories", narrative.selected_from.is_none()),
            ("selected_because", "why", is_blank(narrative.selected_because.as_ref())),
        ]
        .into_iter()
        .filter(|(field, _, is_missing)| *is_missing && !narrative.is_cut(field))
        .map(|(_, words, _)| words.to_owned())
        .collect();
        if !missing.is_empty() {
            cx.report(narrative.field("kind"))
                .message(format!("“{name}” is a most significant change, and does not say {}", words::list(&missing)))
                .help("fill in selected_by, selected_from and selected_because")
                .done();
        }
        if let Some(from) = narrative.selected_from.map(Count::get).filter(|from| *from < LEAST) {
            let stories = if from == 1 { "1 story".to_owned() } else { format!("{from} stories") };
            cx.report(narrative.field("selected_from"))
                .message(format!("“{name}” was chosen from {stories}, which is hardly a choice"))
                .help("collect at least three; or write case_study as its kind")
                .provided(from)
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn story(parts: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N1", "title": "A lamp", "kind": "most_significant_change"{parts}}}]}}"#)
    }

    #[test]
    fn a_choice_is_described_and_is_one() {
        gets(
            &super::RULE,
            &story(r#", "selected_from": 2, "selected_by": " ""#),
            &[
                "/narratives/0/kind warning: “A lamp” is a most significant change, and does not say who chose it and why \
                 | fill in selected_by, selected_from and selected_because",
                "/narratives/0/selected_from warning: “A lamp” was chosen from 2 stories, which is hardly a choice \
                 | collect at least three; or write case_study as its kind",
            ],
        );
    }

    #[test]
    fn a_described_choice_is_left_in_peace() {
        let parts = r#", "selected_from": 3, "selected_by": "A panel", "selected_because": "It was new.""#;
        gets(&super::RULE, &story(parts), &[]);
        gets(&super::RULE, r#"{"narratives": [{"id": "N1", "kind": "case_study"}]}"#, &[]);
        let parts = r#", "selected_from": 3, "selected_by": "A panel""#;
        gets_without(&["/narratives/0/selected_because"], &super::RULE, &story(parts), &[]);
    }
}
