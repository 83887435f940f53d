//! A story ends with what was learned and what was decided.

use super::name;
use crate::diagnostic::{Severity, Stage};
use crate::returns::StoryText;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "nothing-learned-or-decided",
    code: "N-06",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "A story without a lesson entertains, and one without a decision changes nothing. Funders pay for what happens next.",
    answer: "Say in lesson what was learned; and in changed_decision what was decided, or in no_change_reason why nothing was.",
    example: r#""lesson": "Treat evening cover as a shared duty.", "changed_decision": "Three partners will share a duty rota.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        let name = name(&narrative);
        if !is_said(narrative.lesson.as_ref()) && !narrative.is_cut("lesson") {
            cx.report(narrative.field("lesson"))
                .message(format!("“{name}” does not say what was learned"))
                .help("say in lesson what you would tell another partnership")
                .done();
        }
        let is_decided = is_said(narrative.changed_decision.as_ref()) || is_said(narrative.no_change_reason.as_ref());
        if !is_decided && !narrative.is_cut("changed_decision") && !narrative.is_cut("no_change_reason") {
            cx.report(narrative.field("changed_decision"))
                .message(format!("“{name}” does not say what was decided as a result"))
                .help("say what you decided in changed_decision, or in no_change_reason why nothing was")
                .done();
        }
    }
}

fn is_said(text: Option<&StoryText>) -> bool {
    text.is_some_and(|text| !text.is_blank())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn a_lesson_and_a_decision_are_asked_of_every_story() {
        gets(
            &super::RULE,
            r#"{"narratives": [{"id": "N1", "title": "One meeting"}]}"#,
            &[
                "/narratives/0/lesson error: “One meeting” does not say what was learned \
                 | say in lesson what you would tell another partnership",
                "/narratives/0/changed_decision error: “One meeting” does not say what was decided as a result \
                 | say what you decided in changed_decision, or in no_change_reason why nothing was",
            ],
        );
    }

    #[test]
    fn a_reason_for_no_decision_will_do() {
        let said =
            r#"{"narratives": [{"id": "N1", "lesson": "Start early.", "no_change_reason": "It was too late."}]}"#;
        gets(&super::RULE, said, &[]);
        gets_without(
            &["/narratives/0/lesson", "/narratives/0/changed_decision"],
            &super::RULE,
            r#"{"narratives": [{"id": "N1"}]}"#,
            &[],
        );
    }
}
