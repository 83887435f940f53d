//! What the law protects most is not told of one person in a small place.

use super::field_of;
use crate::diagnostic::{Severity, Stage};
use crate::rules::places::SmallPlaces;
use crate::{
    prose,
    rules::{Area, Fault, Rule, RuleContext, records},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "sensitive-detail-of-one-person",
    code: "P-21",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Privacy,
    why: "Health, asylum, offences, pregnancy and abuse have the strongest protection in law. In a ward, one person with \
          one of them is often known to the neighbours.",
    answer: "Tell it of several people, or of the whole district; or leave the detail out. If the person agreed to exactly \
             this, say so in explanations.",
    example: r#""what_happened": "Several families in the district had been through the courts.""#,
    check,
};

/// Words for what is sensitive.
const SENSITIVE: [&str; 33] = [
    "hiv",
    "asylum",
    "refugee",
    "deported",
    "offence",
    "offences",
    "offender",
    "offended",
    "convicted",
    "conviction",
    "prison",
    "probation",
    "arrested",
    "pregnant",
    "pregnancy",
    "miscarriage",
    "abortion",
    "abuse",
    "abused",
    "abuser",
    "abusive",
    "rape",
    "raped",
    "overdose",
    "addict",
    "addicted",
    "heroin",
    "schizophrenia",
    "psychosis",
    "trafficked",
    "transgender",
    "self harm",
    "domestic violence",
];

/// Words for one person or family.
const ONE: [&str; 36] = [
    "he",
    "she",
    "his",
    "her",
    "him",
    "a man",
    "a woman",
    "a boy",
    "a girl",
    "a child",
    "a baby",
    "a mother",
    "a father",
    "a mum",
    "a dad",
    "a parent",
    "a carer",
    "a resident",
    "a tenant",
    "a pupil",
    "a student",
    "a patient",
    "a person",
    "a client",
    "a neighbour",
    "a couple",
    "a family",
    "a household",
    "one man",
    "one woman",
    "one child",
    "one parent",
    "one resident",
    "one family",
    "one household",
    "the family",
];

fn check(cx: &mut RuleContext<'_>) {
    let small = SmallPlaces::of(cx);
    for texts in records::texts(cx) {
        let kind = texts.first().and_then(|(at, _)| at.steps().next()).unwrap_or_default();
        let is_story = kind == "narratives";
        // All of a story is about the place it names or belongs to; other texts stand for themselves.
        let is_near = kind == "ward_notes" || (is_story && texts.iter().any(|(at, text)| small.holds(at, text)));
        for (at, text) in texts {
            if !is_sensitive(text) || !(is_near || !is_story && small.holds(at, text)) {
                continue;
            }
            let field = field_of(cx, at);
            cx.report(at.clone())
                .hide_source()
                .message(format!("{field} tells something sensitive of one person or family in a small place"))
                .help(
                    "tell it of several people or of the whole district, or leave it out; if the person agreed to \
                       exactly this, say so in explanations",
                )
                .done();
        }
    }
}

fn is_sensitive(text: &str) -> bool {
    if prose::first_said(&prose::words(text), &SENSITIVE).is_none() {
        return false;
    }
    prose::sentences(text).into_iter().any(|sentence| {
        let words = prose::words(sentence);
        prose::first_said(&words, &SENSITIVE).is_some() && prose::first_said(&words, &ONE).is_some()
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn told(parts: &str) -> String {
        format!(
            r#"{{"places": [{{"id": "low-marsh", "name": "Low Marsh and Dell", "type": "ward"}},
                {{"id": "saltmere", "name": "Saltmere", "type": "district"}}], {parts}}}"#
        )
    }

    const SAID: &str = "tells something sensitive of one person or family in a small place | tell it of several people or of the \
                        whole district, or leave it out; if the person agreed to exactly this, say so in explanations";

    #[test]
    fn one_person_in_a_ward_is_known_to_the_neighbours() {
        let story = r#""narratives": [{"id": "N1", "what_happened": "It began in Low Marsh.", "why": "A woman was pregnant."}]"#;
        gets(&super::RULE, &told(story), &[&format!("/narratives/0/why warning: “why” of N1 {SAID}")]);
        let story = r#""narratives": [{"id": "N1", "why": "He was convicted.", "places": ["low-marsh"]}]"#;
        gets(&super::RULE, &told(story), &[&format!("/narratives/0/why warning: “why” of N1 {SAID}")]);
        let note = r#""ward_notes": [{"place": "low-marsh", "note": "One family left because of abuse."}]"#;
        gets(&super::RULE, &told(note), &[&format!("/ward_notes/0/note warning: “note” {SAID}")]);
    }

    #[test]
    fn several_people_a_district_and_everyday_things_are_left_in_peace() {
        for story in [
            r#""narratives": [{"id": "N1", "what_happened": "In Saltmere a woman was pregnant."}]"#,
            r#""narratives": [{"id": "N1", "what_happened": "In Low Marsh visits after domestic violence rose."}]"#,
            r#""narratives": [{"id": "N1", "what_happened": "In Low Marsh a woman was tired."}]"#,
            r#""ward_notes": [{"place": "low-marsh", "note": "Offences fell."}]"#,
        ] {
            gets(&super::RULE, &told(story), &[]);
        }
    }
}
