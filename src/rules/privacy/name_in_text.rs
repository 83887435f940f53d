//! No text of a return names a person without saying that the name was changed.

use super::{Hit, look};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "name-in-text",
    code: "P-18",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Privacy,
    why: "Neighbours read these reports. A name stays in every copy, whatever its owner thinks of it later.",
    answer: "Say the role: “a parent”, “the ward councillor”. If the name is changed, write “name changed” beside it. \
             A person who acts in public and agreed can stay: say so in explanations.",
    example: r#""what_happened": "Sam (name changed) came to the hub.""#,
    check,
};

/// Fields that hold names of organisations, places and wages.
const NAMES: [&str; 3] = ["name", "reference_wage_name", "instrument"];

fn check(cx: &mut RuleContext<'_>) {
    look(cx, hits, |at, _| !at.last().is_some_and(|name| NAMES.contains(&name.as_str())));
}

const TITLES: [&str; 8] = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Cllr", "Councillor"];
const PEOPLE: [&str; 32] = [
    "man",
    "woman",
    "boy",
    "girl",
    "child",
    "baby",
    "son",
    "daughter",
    "mother",
    "father",
    "mum",
    "dad",
    "parent",
    "carer",
    "resident",
    "tenant",
    "pupil",
    "student",
    "patient",
    "person",
    "client",
    "neighbour",
    "lady",
    "gentleman",
    "volunteer",
    "worker",
    "teenager",
    "brother",
    "sister",
    "he",
    "she",
    "who",
];

/// Names in a text: capitals after a title, or after a person who is “called” or “named”.
pub(super) fn hits(text: &str) -> Vec<Hit> {
    // Most texts have none of these, and are looked at no further.
    let has_any = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if !(has_any(&TITLES) || has_any(&["called", "named"])) || text.to_lowercase().contains("name changed") {
        return Vec::new();
    }
    let words: Vec<(usize, &str)> = words(text);
    let mut hits = Vec::new();
    for (index, (start, word)) in words.iter().enumerate() {
        // “Marsh Dr” is a street.
        let is_street = *word == "Dr" && {
            let before = index.checked_sub(1).map(|before| words[before]);
            before.is_some_and(|(at, word)| at + word.len() + 1 == *start && word.starts_with(char::is_uppercase))
        };
        let is_title = TITLES.contains(word) && !is_street;
        let is_called = matches!(*word, "called" | "named") && {
            let before = &words[index.saturating_sub(4)..index];
            before.iter().any(|(_, word)| PEOPLE.contains(&word.to_lowercase().as_str()))
        };
        if !is_title && !is_called {
            continue;
        }
        let names: Vec<&(usize, &str)> = words[index + 1..]
            .iter()
            .take(3)
            .take_while(|(_, word)| {
                word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
            })
            .collect();
        let joined = names.first().is_some_and(|(at, _)| {
            text[start + word.len()..*at].chars().all(|letter| matches!(letter, ' ' | '.' | '“' | '‘' | '"' | '\''))
        });
        if let (true, Some((last, name))) = (joined, names.last()) {
            let from = if is_title { *start } else { names[0].0 };
            let bytes = from..last + name.len();
            hits.push(Hit {
                bytes, severity: Severity::Warning, what: "what looks like a person’s name", help: HELP
            });
        }
    }
    hits
}

const HELP: &str = "is this a real person’s name? Say the role instead; if the name is changed, say “name changed”";

/// The words of a text and where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(char::is_alphanumeric).map(|found| from + found) {
        let word =
            text[start..].split(|letter: char| !letter.is_alphanumeric() && letter != '-').next().unwrap_or_default();
        words.push((start, word));
        from = start + word.len();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::hits;
    use crate::rules::testing::gets;

    #[test]
    fn a_name_is_found_after_a_title_or_a_person() {
        gets(
            &super::RULE,
            r#"{"narratives": [{"id": "N1", "title": "A visit", "why": "Mrs Ada Holt rang. A boy called “Jayden” came."}]}"#,
            &[
                "/narratives/0/why warning: “why” of N1 holds what looks like a person’s name, from character 1 on | is this a \
                 real person’s name? Say the role instead; if the name is changed, say “name changed”",
                "/narratives/0/why warning: “why” of N1 holds what looks like a person’s name, from character 34 on | is this a \
                 real person’s name? Say the role instead; if the name is changed, say “name changed”",
            ],
        );
    }

    #[test]
    fn changed_names_hubs_and_streets_are_left_in_peace() {
        for text in [
            "Sam (name changed), a boy called Sam Holt.",
            "The hub called Tannery Yard opened.",
            "Each named worker has a call.",
            "They live in Marsh Dr. It floods.",
            "Miss the bus",
            "Mr",
            "",
        ] {
            assert_eq!(hits(text), [], "{text}");
        }
        gets(&super::RULE, r#"{"partnership": {"name": "Dr Hadley Trust"}}"#, &[]);
    }
}
