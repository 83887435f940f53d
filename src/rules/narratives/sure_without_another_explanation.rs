//! Whoever is very sure has thought of what else it could have been.

use super::name;
use crate::diagnostic::{Severity, Stage};
use crate::returns::ConfidenceGrade;
use crate::returns::approach::narratives::NarrativeKind;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "sure-without-another-explanation",
    code: "N-18",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "Confidence is earned by looking for what speaks against it.",
    answer: "Name in rival_explanations what else could explain it, and why you think it does not; or lower the confidence.",
    example: r#""confidence": "high", "rival_explanations": ["Two weekends of hot weather in July."]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        // What partners did among themselves, they saw.
        let is_seen = matches!(narrative.kind, Some(NarrativeKind::PartnershipDynamics | NarrativeKind::ContextChange));
        let has_rivals = !narrative.rival_explanations.is_empty()
            || narrative.contribution.as_ref().is_some_and(|contribution| !contribution.rival_explanations.is_empty());
        if narrative.confidence != Some(ConfidenceGrade::High) || has_rivals || is_seen {
            continue;
        }
        if narrative.is_cut("rival_explanations") || narrative.is_cut("contribution") {
            continue;
        }
        cx.report(narrative.field("confidence"))
            .message(format!(
                "“{}” has high confidence, and names nothing else that could explain it",
                name(&narrative)
            ))
            .help("name in rival_explanations what else it could have been, or lower the confidence")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn story(parts: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N1", "title": "A lamp", {parts}}}]}}"#)
    }

    #[test]
    fn sureness_is_earned() {
        gets(
            &super::RULE,
            &story(r#""confidence": "high", "kind": "what_worked""#),
            &[
                "/narratives/0/confidence advice: “A lamp” has high confidence, and names nothing else that could explain it \
               | name in rival_explanations what else it could have been, or lower the confidence",
            ],
        );
    }

    #[test]
    fn rivals_doubt_and_what_was_seen_are_left_in_peace() {
        gets(&super::RULE, &story(r#""confidence": "high", "rival_explanations": ["The weather."]"#), &[]);
        gets(&super::RULE, &story(r#""confidence": "medium""#), &[]);
        gets(&super::RULE, &story(r#""confidence": "high", "kind": "partnership_dynamics""#), &[]);
    }
}
