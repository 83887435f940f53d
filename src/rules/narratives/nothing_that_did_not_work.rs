//! Every story says what did not work.

use super::name;
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "nothing-that-did-not-work",
    code: "N-05",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "A return without anything that went wrong is not believed, and nobody learns from it. This is the field other \
          partnerships read first.",
    answer: "Say what did not work, or “Nothing yet, because …”.",
    example: r#""what_did_not_work": "The school could not open the shared plan, so the named worker still emails a copy.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        let is_said = narrative.what_did_not_work.as_ref().is_some_and(|text| !text.is_blank());
        if is_said || narrative.is_cut("what_did_not_work") {
            continue;
        }
        let name = name(&narrative);
        cx.report(narrative.field("what_did_not_work"))
            .message(format!("“{name}” does not say what did not work"))
            .help("say what did not work, or “Nothing yet, because …”")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn story(parts: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N1", "title": "One meeting"{parts}}}]}}"#)
    }

    const SAID: &[&str] = &["/narratives/0/what_did_not_work error: “One meeting” does not say what did not work \
                             | say what did not work, or “Nothing yet, because …”"];

    #[test]
    fn what_did_not_work_is_asked_of_every_story() {
        gets(&super::RULE, &story(""), SAID);
        gets(&super::RULE, &story(r#", "what_did_not_work": "  ""#), SAID);
        gets(&super::RULE, &story(r#", "what_did_not_work": "Nothing yet, because we began in May.""#), &[]);
    }

    #[test]
    fn nothing_is_asked_of_a_withdrawn_story() {
        gets(&super::RULE, &story(r#", "consent": {"given": false, "withdrawn_on": "2026-09-01"}"#), &[]);
    }
}
