//! What the law protects most is not told of one person in a small place.

use super::field_of;
use crate::diagnostic::{Severity, Stage};
use crate::rules::places::SmallPlaces;
use crate::source::Pointer;
use crate::{
    prose,
    rules::{Area, Fault, Rule, RuleContext},
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
pub(super) const SENSITIVE: [&str; 33] = [
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
    if cx.finds().with_sensitive().is_empty() {
        return;
    }
    let small = SmallPlaces::of(cx);
    // All of a story is about the place it names or belongs to; other texts stand for themselves.
    let mut story: Option<(Pointer, bool)> = None;
    for number in cx.finds().with_sensitive() {
        let (at, text) = cx.text(*number);
        if !is_sensitive(&text) {
            continue;
        }
        if cx.is_full() {
            return;
        }
        let kind = at.steps().next().unwrap_or_default();
        let is_near = match kind.as_str() {
            "ward_notes" => true,
            "narratives" => {
                let (_, is_near) = match story.take() {
                    Some(same) if same.0.holds(&at) => story.insert(same),
                    Some(_) | None => {
                        let record = record_of(&at);
                        let is_near = cx.texts(&record).iter().any(|(at, text)| small.holds(at, text));
                        story.insert((record, is_near))
                    }
                };
                *is_near
            }
            _ => small.holds(&at, &text),
        };
        if !is_near {
            continue;
        }
        let field = field_of(cx, &at);
        cx.report(at)
            .hide_source()
            .message(format!("{field} tells something sensitive of one person or family in a small place"))
            .help(
                "tell it of several people or of the whole district, or leave it out; if the person agreed to exactly \
                 this, say so in explanations",
            )
            .done();
    }
}

/// The story a text belongs to.
fn record_of(at: &Pointer) -> Pointer {
    let steps = at.steps().take(2);
    steps.fold(Pointer::root(at.document()), |at, step| at.field(&step))
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
