//! Both editions say everything, each in its language: no sentence of ours without its Welsh, and none in the wrong one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use candour::disclosure::Published;
use candour::disclosure::published::Audience;
use candour::report::block::Report;
use candour::report::build;
use candour::returns::TextLanguage;
use serde_json::Value;

use crate::reports::{prints_as, published_in};
use crate::support::fixture;

/// Short English words that no Welsh sentence has.
const ENGLISH: [&str; 33] = [
    "the",
    "and",
    "of",
    "are",
    "was",
    "were",
    "with",
    "by",
    "for",
    "from",
    "that",
    "this",
    "these",
    "which",
    "has",
    "have",
    "not",
    "its",
    "their",
    "people",
    "households",
    "measure",
    "measures",
    "report",
    "reported",
    "no",
    "none",
    "one",
    "we",
    "you",
    "what",
    "who",
    "when",
];

/// Short Welsh words that no English sentence has.
const WELSH: [&str; 24] = [
    "mae", "yn", "yr", "ar", "wedi", "gan", "nid", "oes", "ydym", "rydym", "ni", "chi", "eu", "ein", "gyda", "heb",
    "fel", "dim", "neu", "bod", "sydd", "beth", "pwy", "erbyn",
];

/// Fields of the published data that hold names, which are the same in every language.
const NAMES: [&str; 18] = [
    "agreed_by",
    "between",
    "by",
    "contact",
    "funder",
    "held_by",
    "lead",
    "made_by",
    "main_place",
    "name",
    "organisation",
    "owner",
    "partner",
    "partners",
    "reference",
    "rule",
    "scrutiny_committee",
    "places",
];

#[test]
fn every_sentence_of_ours_has_its_welsh_beside_it() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/report/wording");
    let mut missing = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        missing.extend(without_welsh(&text).into_iter().map(|(method, words)| format!("{name}: {method}: {words}")));
    }
    assert!(
        missing.is_empty(),
        "these words have no Welsh beside them; write them with self.either(…) or say!(…):\n{}",
        missing.join("\n")
    );
}

#[test]
fn the_test_of_completeness_sees_what_is_missing() {
    let text = "fn half(self) -> &'static str {\n    \"Only English\"\n}\nfn whole(self) -> &'static str {\n    self.either(\"Yes (or no)\", \"Ie\")\n}\n";
    assert_eq!(without_welsh(text), [("half".to_owned(), "Only English".to_owned())]);
    let text = "fn said(self) {\n    say!(self, \"{a} of {b}\", \"{a} o {b}\"); format!(\"{a}: {b}.\")\n}\n#[cfg(test)]\nmod tests { fn x() { \"words\" } }";
    assert_eq!(without_welsh(text), []);
}

#[test]
fn no_report_has_words_of_ours_in_the_wrong_language() {
    for story in std::fs::read_dir(fixture("valid")).unwrap() {
        let story = story.unwrap().file_name().into_string().unwrap();
        for (language, wrong) in [(TextLanguage::Welsh, ENGLISH.as_slice()), (TextLanguage::English, WELSH.as_slice())]
        {
            for &audience in Audience::ALL {
                let published = published_in(&story, audience, language);
                let report = build(&published);
                for piece in ours(&report, &published) {
                    let lower = piece.to_lowercase();
                    let mut words = lower.split(|letter: char| !letter.is_alphabetic());
                    assert_eq!(words.find(|word| wrong.contains(word)), None, "{story}, {}: {piece}", audience.word());
                }
            }
        }
    }
}

#[test]
fn the_welsh_editions_stand_as_somebody_last_looked_at_them() {
    for story in ["saltmere-2026-27-q2", "welsh-valleys-2026-27-q2"] {
        for &audience in Audience::ALL {
            let report = build(&published_in(story, audience, TextLanguage::Welsh));
            prints_as(&report, &fixture(&format!("valid/{story}/expected/{}.cy.txt", audience.word())));
        }
    }
}

#[test]
fn a_return_with_all_its_texts_in_welsh_has_no_english_and_says_that_a_translator_is_awaited() {
    for &audience in Audience::ALL {
        let report = build(&published_in("welsh-valleys-2026-27-q2", audience, TextLanguage::Welsh));
        let words = candour::report::reading_order(&report).join("\n");
        assert!(words.contains("yn aros i gyfieithydd cymwys eu cadarnhau"), "{}", audience.word());
        assert!(!words.contains("Nid oes Cymraeg"), "{words}");
        assert!(foreign(&report).is_empty(), "{:?}", foreign(&report));
    }
}

#[test]
fn a_return_in_english_says_at_the_head_of_its_welsh_edition_how_many_of_its_texts_are_not_welsh() {
    let published = published_in("saltmere-2026-27-q2", Audience::Funder, TextLanguage::Welsh);
    let report = build(&published);
    let note =
        candour::report::reading_order(&report).into_iter().find(|piece| piece.contains("Nid oes Cymraeg")).unwrap();
    let told: usize = note.split(['\u{a0}', ' ']).find_map(|word| word.parse().ok()).unwrap();
    let mut published_texts = BTreeSet::new();
    texts(&serde_json::to_value(&published).unwrap(), None, &mut published_texts);
    let printed: BTreeSet<String> = foreign(&report)
        .into_iter()
        .map(|text| text.trim().to_owned())
        .filter(|text| published_texts.contains(text))
        .collect();
    assert_eq!(told, printed.len(), "{note}");
}

#[cfg(feature = "pdf")]
#[test]
fn files_say_their_language_and_that_of_each_passage() {
    let report = build(&published_in("saltmere-2026-27-q2", Audience::Members, TextLanguage::Welsh));
    let html = candour::render::html(&report, &candour::render::HtmlOptions::default()).unwrap();
    assert!(html.contains("<html lang=\"cy\">"));
    assert!(html.contains("lang=\"en-GB\""));
    let pdf = candour::render::pdf(&report, &candour::render::PdfOptions::default()).unwrap();
    assert!(pdf.missing.is_empty(), "{:?}", pdf.missing);
    let file = lopdf::Document::load_mem(&pdf.bytes).unwrap();
    assert_eq!(file.catalog().unwrap().get(b"Lang").unwrap().as_str().unwrap(), b"cy");
    let passages = file.objects.values().filter_map(|object| object.as_dict().ok());
    let passages = passages
        .filter(|object| object.get(b"Lang").and_then(lopdf::Object::as_str).is_ok_and(|lang| lang == b"en-GB"));
    assert!(passages.count() > 10);
}

/// The string literals with words in them that stand in a method and have no Welsh beside them: method and words.
fn without_welsh(text: &str) -> Vec<(String, String)> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let (mut method, mut found) = (String::new(), Vec::new());
    // How deep we are in brackets, and at which depth a pair of languages was opened.
    let (mut depth, mut paired) = (0_usize, None);
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
            continue;
        }
        if paired.is_none() {
            if ["either(", "say!(", "words! {", "nouns! {", "unreachable!("].iter().any(|open| rest.starts_with(open)) {
                paired = Some(depth);
            } else if let Some(name) = rest.strip_prefix("fn ") {
                name.split(['(', '<']).next().unwrap_or_default().clone_into(&mut method);
            }
        }
        if letter == '"' {
            let words = literal(&rest[1..]);
            if paired.is_none() && !method.is_empty() && has_words(words) {
                found.push((method.clone(), words.to_owned()));
            }
            rest = &rest[words.len() + 2..];
            continue;
        }
        match letter {
            '(' | '{' | '[' => depth += 1,
            ')' | '}' | ']' => {
                depth = depth.saturating_sub(1);
                if paired == Some(depth) {
                    paired = None;
                }
            }
            _ => {}
        }
        rest = &rest[letter.len_utf8()..];
    }
    found
}

/// A string literal up to its closing quotation mark.
fn literal(rest: &str) -> &str {
    let mut escaped = false;
    let end = rest.find(|letter| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends
    });
    &rest[..end.unwrap_or(rest.len())]
}

/// Whether a literal holds a word, what stands in braces left out.
fn has_words(literal: &str) -> bool {
    let mut inside = 0_u32;
    let mut run = 0_u32;
    for letter in literal.replace("\\u{a0}", " ").chars() {
        match letter {
            '{' => inside += 1,
            '}' => inside = inside.saturating_sub(1),
            _ if inside == 0 && letter.is_alphabetic() => run += 1,
            _ if inside == 0 => run = 0,
            _ => {}
        }
        if run > 1 {
            return true;
        }
    }
    false
}

/// What a report says in its own language, with names taken out.
fn ours(report: &Report, published: &Published) -> Vec<String> {
    let mut known = BTreeSet::new();
    names(&serde_json::to_value(published).unwrap(), "", &mut known);
    let mut known: Vec<String> = known.into_iter().filter(|name| name.len() > 2).collect();
    known.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut said = Vec::new();
    spans(&serde_json::to_value(report).unwrap(), &mut |text, language| {
        if language.is_none() {
            said.push(text.to_owned());
        }
    });
    said.push(report.foot.clone());
    said.extend(report.marks.iter().chain([&report.description, &report.masthead.period]).cloned());
    // The filer's own words in our language are not ours to judge.
    let mut filed = BTreeSet::new();
    texts(&serde_json::to_value(published).unwrap(), Some(published.language.word()), &mut filed);
    // A drawing is heard by its alternative text; the filer's words for a marked change stand in it as they were filed.
    let system = published.system_health.iter().flat_map(|health| &health.measures);
    let marked = system.flat_map(|measure| &measure.changes).map(|change| change.what.clone());
    let known = known.into_iter().chain(filed).chain(marked).collect::<Vec<_>>();
    said.into_iter()
        .map(|text| {
            let text = text.replace('\u{a0}', " ");
            known.iter().fold(text, |text, name| text.replace(&name.replace('\u{a0}', " "), " "))
        })
        .collect()
}

/// The words a report prints in another language than its own.
fn foreign(report: &Report) -> Vec<String> {
    let mut found = Vec::new();
    spans(&serde_json::to_value(report).unwrap(), &mut |text, language| {
        if language.is_some() {
            found.push(text.to_owned());
        }
    });
    found
}

/// Calls with every run of words of a report: spans, and the labels and heads that stand as plain text.
fn spans(value: &Value, say: &mut impl FnMut(&str, Option<&str>)) {
    match value {
        Value::Object(fields) => {
            if fields.get("span").is_some_and(|span| span == "words") {
                let text = fields.get("text").and_then(Value::as_str).unwrap_or_default();
                return say(text, fields.get("language").and_then(Value::as_str));
            }
            for (name, value) in fields {
                if let Value::String(text) = value
                    && ["title", "question", "label", "by", "words"].contains(&name.as_str())
                {
                    say(text, None);
                } else {
                    spans(value, say);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| spans(item, say)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The filer's texts that were chosen for an edition, in this language or in any.
fn texts(value: &Value, language: Option<&str>, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let (Some(Value::String(text)), Some(Value::String(own))) = (fields.get("text"), fields.get("language"))
                && language.is_none_or(|language| language == own)
            {
                found.insert(text.trim().to_owned());
            }
            fields.values().for_each(|value| texts(value, language, found));
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, language, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Names of organisations, places and people's roles in the published data.
fn names(value: &Value, field: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(field, value)| names(value, field, found)),
        Value::Array(items) => items.iter().for_each(|item| names(item, field, found)),
        Value::String(name) if NAMES.contains(&field) => {
            found.insert(name.clone());
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
