//! Of a withdrawn story only its id, its kind and the consent remain.

use std::borrow::Cow;

use serde_json::Value;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::narratives::Narrative;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "withdrawn-story-still-told",
    code: "N-02",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "People may take their consent back at any time, and do not have to say why. From that day nobody may read their \
          story, in a report or in the file.",
    answer: "Remove everything but the id, the kind and the consent. The id stays, so that no other story takes its place.",
    example: r#"{ "id": "N1", "kind": "case_study", "consent": { "given": false, "withdrawn_on": "2026-09-01" } }"#,
    check,
};

/// What may be kept.
const KEPT: [&str; 3] = ["id", "kind", "consent"];

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.all_narratives() {
        let Some(withdrawn_on) = narrative.consent.as_ref().and_then(|consent| consent.withdrawn_on) else { continue };
        if !has_more(cx, &narrative) {
            continue;
        }
        cx.report(narrative.field("id"))
            .untitled()
            .hide_source()
            .message(format!(
                "Consent to {} was withdrawn on {}, and the story is still in the file",
                narrative.id,
                words::date(withdrawn_on)
            ))
            .help("remove everything but its id, kind and consent")
            .done();
    }
}

/// Whether anything but what may be kept is left, in the form's fields or in the partnership's own.
fn has_more(cx: &RuleContext<'_>, narrative: &At<'_, Narrative>) -> bool {
    let is_filled = |value: &Value| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => true,
    };
    let fields = serde_json::to_value(narrative.get()).expect("a narrative is written as a record");
    let in_form = fields
        .as_object()
        .is_some_and(|fields| fields.iter().any(|(name, value)| !KEPT.contains(&name.as_str()) && is_filled(value)));
    let here = narrative.pointer();
    let in_own_space =
        |(at, text): &(_, Cow<'_, str>)| !KEPT.iter().any(|kept| here.field(kept).holds(at)) && !text.trim().is_empty();
    in_form || cx.texts(&here).iter().any(in_own_space)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn story(parts: &str) -> String {
        format!(
            r#"{{"narratives": [{{"id": "N1", "kind": "case_study",
                "consent": {{"given": false, "withdrawn_on": "2026-09-01", "form": "written"}}{parts}}}]}}"#
        )
    }

    const SAID: &[&str] =
        &["/narratives/0/id error: Consent to N1 was withdrawn on 1 September 2026, and the story is \
                             still in the file | remove everything but its id, kind and consent"];

    #[test]
    fn words_have_to_go_wherever_they_stand() {
        gets(&super::RULE, &story(r#", "title": "The lamp""#), SAID);
        gets(&super::RULE, &story(r#", "voices": [{"who": "resident", "count": 1}]"#), SAID);
        gets(&super::RULE, &story(r#", "x_notes": "Spoke to the family.""#), SAID);
    }

    #[test]
    fn id_kind_and_consent_may_stay() {
        gets(&super::RULE, &story(""), &[]);
    }
}
