//! Nobody says “we caused it” without the evidence for a cause.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::{ClaimKind, Outcome};
use crate::{
    prose,
    rules::{Area, At, Fault, Rule, RuleContext},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "cause-claimed-in-words",
    code: "O-07",
    area: Area::Outcomes,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Words like “led to” claim a cause, whatever the type of the claim says. Readers remember the words.",
    answer: "Say “contributed to”, or “people report”. A sentence that leaves the cause open, with whether, may or cannot, is left alone.",
    example: r#""claim": { "type": "contribution", "statement": "Wellbeing rose among people we followed up. We cannot say how much was due to our support." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        if outcome.claim.as_ref().is_some_and(|claim| claim.kind == Some(ClaimKind::Attribution)) {
            continue;
        }
        if let Some(claim) = outcome.part("claim", |outcome| outcome.claim.as_ref()) {
            if claim.is_cut("type") {
                continue;
            }
            let statement = claim.statement.as_ref().and_then(|statement| statement.english());
            say(cx, &outcome, (&claim, "statement"), statement.and_then(prose::cause), Severity::Error);
            let note = claim.counterfactual_note.as_ref().and_then(|note| note.english());
            say(cx, &outcome, (&claim, "counterfactual_note"), note.and_then(prose::own_cause), Severity::Warning);
        }
        // Other texts may speak of causes that are nobody’s claim: a flood, a new rule.
        let title = outcome.title.english();
        say(cx, &outcome, (&outcome, "title"), title.and_then(prose::own_cause), Severity::Warning);
        let note = outcome.note.as_ref().and_then(|note| note.english());
        say(cx, &outcome, (&outcome, "note"), note.and_then(prose::own_cause), Severity::Warning);
    }
}

fn say<T>(
    cx: &mut RuleContext<'_>,
    outcome: &Outcome,
    (record, field): (&At<'_, T>, &str),
    words: Option<&'static str>,
    severity: Severity,
) {
    let Some(words) = words else { return };
    cx.report(record.field(field))
        .severity(severity)
        .message(format!("“{}”: “{words}” says that you caused it, and the claim does not", outcome.title.any()))
        .help("say “contributed to”; or claim attribution, with the comparison group that shows it")
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn words_claim_what_the_type_does_not() {
        gets(
            &super::RULE,
            &outcome(
                r#""note": "Our visits led to better sleep.", "claim": {"type": "contribution", "statement": "Better sleep resulted in more work."}"#,
            ),
            &[
                "/outcomes/0/claim/statement error: “Wellbeing”: “resulted in” says that you caused it, and the claim does not \
                 | say “contributed to”; or claim attribution, with the comparison group that shows it",
                "/outcomes/0/note warning: “Wellbeing”: “led to” says that you caused it, and the claim does not \
                 | say “contributed to”; or claim attribution, with the comparison group that shows it",
            ],
        );
    }

    #[test]
    fn open_words_other_explanations_and_shown_causes_are_left_in_peace() {
        for parts in [
            r#""claim": {"type": "contribution", "statement": "We cannot say whether support led to this."}"#,
            r#""claim": {"type": "none", "other_explanations": ["A new plant led to more work for our people."]}"#,
            r#""claim": {"type": "attribution", "statement": "Support led to this."}"#,
            r#""note": "A flood caused two gaps in the figures.""#,
        ] {
            gets(&super::RULE, &outcome(parts), &[]);
        }
    }
}
