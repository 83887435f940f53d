//! A story about one person hides who it is, or has that person’s word for it.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::narratives::NarrativeKind;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "one-person-not-anonymised",
    code: "N-07",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "People who tell their story in confidence are recognised by small things. Consent to a report is not consent to be named in it.",
    answer: "Take out what points to the person and set anonymised to true; or record that the person agreed in so many words to be named, in named_person_agreed.",
    example: r#""about_one_person": true, "anonymised": true"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        let is_of_one = match narrative.about_one_person {
            Some(is_of_one) => is_of_one,
            None => narrative.kind == Some(NarrativeKind::CaseStudy) && narrative.anonymised == Some(false),
        };
        let agreed = narrative.consent.as_ref().and_then(|consent| consent.named_person_agreed);
        if !is_of_one || narrative.anonymised == Some(true) || agreed == Some(true) {
            continue;
        }
        if narrative.is_cut("anonymised") || narrative.is_cut("consent") {
            continue;
        }
        cx.report(narrative.field("anonymised"))
            .untitled()
            .message(format!(
                "{} is about one person, is not marked as anonymised, and does not say that this person agreed to be named",
                narrative.id
            ))
            .help("take out what points to the person and set anonymised to true, or record that the person agreed to be named")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn story(parts: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N1", "title": "A lamp", {parts}}}]}}"#)
    }

    #[test]
    fn one_person_can_be_recognised() {
        let said = &[
            "/narratives/0/anonymised error: N1 is about one person, is not marked as anonymised, and does not say that this \
             person agreed to be named | take out what points to the person and set anonymised to true, or record that the \
             person agreed to be named",
        ];
        gets(&super::RULE, &story(r#""about_one_person": true, "anonymised": false"#), said);
        gets(&super::RULE, &story(r#""kind": "case_study", "anonymised": false"#), said);
    }

    #[test]
    fn hidden_agreed_or_of_many_is_left_in_peace() {
        gets(&super::RULE, &story(r#""about_one_person": true, "anonymised": true"#), &[]);
        gets(
            &super::RULE,
            &story(r#""about_one_person": true, "consent": {"given": true, "named_person_agreed": true}"#),
            &[],
        );
        gets(&super::RULE, &story(r#""kind": "what_worked", "anonymised": false"#), &[]);
        gets_without(&["/narratives/0/anonymised"], &super::RULE, &story(r#""about_one_person": true"#), &[]);
    }
}
