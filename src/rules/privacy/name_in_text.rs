//! No text of a return names a person without saying that the name was changed.

use std::collections::VecDeque;

use super::{Detector, Hit, look};
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
    look(cx, Detector::Name, |at, _| !at.last().is_some_and(|name| NAMES.contains(&name.as_str())));
}

/// Titles of people.
pub(super) const TITLES: [&str; 8] = ["Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Cllr", "Councillor"];
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

/// Words before a name.
pub(super) const CALLED: [&str; 2] = ["called", "named"];

/// Names in a text: capitals after a title, or after a person who is “called” or “named”.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let is_changed = text.to_lowercase().contains("name changed");
    let mut rest = Words { text: if is_changed { "" } else { text }, from: 0 };
    let mut before = VecDeque::with_capacity(BEFORE + 1);
    std::iter::from_fn(move || {
        while let Some(word) = rest.next() {
            let hit = hit(text, &before, word, rest.clone());
            before.push_back(word);
            if before.len() > BEFORE {
                before.pop_front();
            }
            if hit.is_some() {
                return hit;
            }
        }
        None
    })
}

/// So many words before “called” may say that a person is.
const BEFORE: usize = 4;

/// The name that this word and those after it are.
fn hit(text: &str, before: &VecDeque<Word<'_>>, (start, word): Word<'_>, after: Words<'_>) -> Option<Hit> {
    // Most words begin otherwise than titles and “called” do.
    if !word.starts_with(['M', 'D', 'C', 'c', 'n']) {
        return None;
    }
    // “Marsh Dr” is a street.
    let is_street = word == "Dr"
        && before
            .back()
            .is_some_and(|(at, before)| at + before.len() + 1 == start && before.starts_with(char::is_uppercase));
    let is_title = TITLES.contains(&word) && !is_street;
    let is_called =
        CALLED.contains(&word) && before.iter().any(|(_, word)| PEOPLE.contains(&word.to_lowercase().as_str()));
    if !is_title && !is_called {
        return None;
    }
    let is_name =
        |word: &str| word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase);
    let names: Vec<Word<'_>> = after.take(3).take_while(|(_, word)| is_name(word)).collect();
    let (first, (last, name)) = (names.first()?.0, names.last()?);
    let joins = |letter| matches!(letter, ' ' | '.' | '“' | '‘' | '"' | '\'');
    if !text[start + word.len()..first].chars().all(joins) {
        return None;
    }
    let bytes = if is_title { start } else { first }..last + name.len();
    Some(Hit { bytes, severity: Severity::Warning, what: "what looks like a person’s name", help: HELP })
}

const HELP: &str = "is this a real person’s name? Say the role instead; if the name is changed, say “name changed”";

/// A word and where it begins.
type Word<'t> = (usize, &'t str);

/// The words of a text from this byte on.
#[derive(Clone)]
struct Words<'t> {
    text: &'t str,
    from: usize,
}

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let rest = &self.text[self.from..];
        let start = rest.find(char::is_alphanumeric)?;
        let word =
            rest[start..].split(|letter: char| !letter.is_alphanumeric() && letter != '-').next().unwrap_or_default();
        let at = self.from + start;
        self.from = at + word.len();
        Some((at, word))
    }
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
            assert_eq!(hits(text).next(), None, "{text}");
        }
        gets(&super::RULE, r#"{"partnership": {"name": "Dr Hadley Trust"}}"#, &[]);
    }
}
