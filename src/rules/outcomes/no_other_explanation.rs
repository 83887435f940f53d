//! A claim names what else could explain the change.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::ClaimKind;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "no-other-explanation",
    code: "O-20",
    area: Area::Outcomes,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "Every change has several causes. Whoever names the others is believed about their own.",
    answer: "Say in other_explanations what else happened at the time.",
    example: r#""other_explanations": ["A food packing plant opened in Quayside in June."]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(claim) = outcome.part("claim", |outcome| outcome.claim.as_ref()) else { continue };
        let kind = match claim.kind {
            Some(kind @ (ClaimKind::Association | ClaimKind::Contribution | ClaimKind::Attribution)) => kind.word(),
            Some(ClaimKind::None) | None => continue,
        };
        if !claim.other_explanations.is_empty() || claim.is_cut("other_explanations") {
            continue;
        }
        cx.report(claim.field("other_explanations"))
            .message(format!(
                "“{}”: you claim {kind}, and name nothing else that could explain it",
                outcome.title.any()
            ))
            .help("say in other_explanations what else happened at the time")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn a_claim_names_its_rivals() {
        let bare = outcome(r#""claim": {"type": "contribution"}"#);
        gets(
            &super::RULE,
            &bare,
            &[
                "/outcomes/0/claim/other_explanations advice: “Wellbeing”: you claim contribution, and name nothing else that could \
               explain it | say in other_explanations what else happened at the time",
            ],
        );
        gets_without(&["/outcomes/0/claim/other_explanations"], &super::RULE, &bare, &[]);
        gets(&super::RULE, &outcome(r#""claim": {"type": "contribution", "other_explanations": ["Spring."]}"#), &[]);
        gets(&super::RULE, &outcome(r#""claim": {"type": "none"}"#), &[]);
    }
}
