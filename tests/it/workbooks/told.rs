//! What is found in a workbook is told in its own words: headings and words to choose, never the names of fields, and
//! nothing of how a file of text is written.

use std::collections::BTreeSet;
use std::fs;
use std::sync::LazyLock;

use candour::check::{Checked, EarlierReturns, Options, check_after};
use candour::intake::{self, Document, Kind};
use candour::workbook;
use serde_json::Value;

use crate::mutations::words::own_words;
use crate::rules::{cases, earlier_of, edited};
use crate::support::fixture;

/// All names of fields and all choices with an underscore.
static NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    fn walk(part: &Value, names: &mut BTreeSet<String>) {
        match part {
            Value::Object(parts) => {
                names.extend(
                    parts
                        .get("properties")
                        .and_then(Value::as_object)
                        .into_iter()
                        .flatten()
                        .map(|(name, _)| name.clone()),
                );
                names.extend(
                    parts
                        .get("enum")
                        .and_then(Value::as_array)
                        .into_iter()
                        .flatten()
                        .filter_map(Value::as_str)
                        .map(str::to_owned),
                );
                parts.values().for_each(|part| walk(part, names));
            }
            Value::Array(parts) => parts.iter().for_each(|part| walk(part, names)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut names = BTreeSet::new();
    walk(&candour::schema::generate("return").unwrap(), &mut names);
    names.retain(|name| name.contains('_'));
    assert!(names.len() > 200, "{}", names.len());
    names
});

/// What only somebody who writes files knows.
fn odd(said: &str) -> Option<String> {
    // What is personal is left out, and that is said in square brackets.
    let ours = own_words(said).replace("[not shown]", "");
    let word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut words = ours.split(|letter| !word(letter));
    // Names of fields and choices have small letters; those of other people's questions (ONS4_anxiety) may not.
    let is_name = |part: &str| part.contains('_') && !part.starts_with("x_") && *part == *part.to_lowercase();
    let is_odd = |part: &&str| is_name(part) || matches!(*part, "true" | "false");
    let mark = || ours.chars().find(|letter| "{}[]\"".contains(*letter)).map(String::from);
    let quoted = || said.split('“').filter_map(|part| part.split_once('”')).map(|(inner, _)| inner);
    let name = || quoted().find(|inner| NAMES.contains(*inner)).map(str::to_owned);
    words
        .find(is_odd)
        .map(str::to_owned)
        .or_else(mark)
        .or_else(name)
        .or_else(|| said.contains('"').then(|| "\"".to_owned()))
}

/// The odd things that are told about a return by way of a workbook; nothing where no workbook can hold it.
fn look_over(text: &str, earlier: EarlierReturns, about: &str, found: &mut BTreeSet<String>) -> usize {
    let json = intake::read("return.json", text.as_bytes());
    let Some(bytes) = workbook::write(&json.intake) else { return 0 };
    let checked: Checked = check_after(workbook::read("return.xlsx", &bytes), earlier, &Options::default());
    for told in workbook::told(checked.diagnostics(), &checked).iter() {
        let related = told.related.iter().map(|related| related.message.as_str());
        let help = told.help.as_deref().unwrap_or_default();
        for said in [told.message.as_str(), help, told.label.as_str()].into_iter().chain(related) {
            found.extend(odd(said).map(|odd| format!("{odd} in {}: {said} ({about})", told.rule)));
        }
    }
    checked.diagnostics().len()
}

fn none(found: BTreeSet<String>) {
    let count = found.len();
    let shown: Vec<_> = found.into_iter().collect();
    assert!(shown.is_empty(), "{count}:\n{}", shown.join("\n"));
}

#[test]
fn every_fault_is_told_in_the_words_of_the_workbook() {
    let mut found = BTreeSet::new();
    let mut told = 0;
    let mut cases = cases();
    cases.dedup_by(|one, before| one.0 == before.0);
    for (rule, path) in cases {
        told += look_over(&edited(&path).1, earlier_of(&path).1, &rule, &mut found);
    }
    assert!(told > 500, "{told}");
    none(found);
}

/// Each value of the worked example in turn is another, or left out.
#[test]
fn whatever_is_broken_is_told_in_the_words_of_the_workbook() {
    let text = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let whole = intake::read("return.json", text.as_bytes()).intake;
    let mut values = Vec::new();
    whole.root().unwrap().walk(&whole.top(), &mut |at, value| {
        if !matches!(value.kind(), Kind::Record | Kind::List) {
            values.push((at.clone(), value.bytes()));
        }
    });
    let mut found = BTreeSet::new();
    let mut told = 0;
    let ways = ["\"??\"", "-5", "true", "12.345", "\"31/02/2026\"", "\"not_availble\"", "\"\""];
    for (number, (at, bytes)) in values.iter().enumerate().step_by(11) {
        let with = ways[number / 11 % ways.len()];
        let broken = format!("{}{with}{}", &text[..bytes.start], &text[bytes.end..]);
        told += look_over(&broken, EarlierReturns::none(), &at.to_string(), &mut found);
    }
    assert!(told > 400, "{told}");
    none(found);
}

#[test]
fn what_is_told_of_a_file_of_text_stays() {
    let text = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let broken = text.replacen("\"rag\": \"amber\"", "\"rag\": \"blue\"", 1);
    let checked =
        check_after(intake::read("return.json", broken.as_bytes()), EarlierReturns::none(), &Options::default());
    assert!(checked.diagnostics().iter().any(|found| found.message.starts_with("“rag” is “blue”")));
    assert_eq!(&*workbook::told(checked.diagnostics(), &checked), checked.diagnostics());
}

#[test]
fn lists_are_told_of_in_the_same_words() {
    let read = intake::read("return.json", &fs::read(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap());
    let lists = workbook::write_lists(&read.intake).unwrap();
    let files: Vec<_> = lists.iter().map(|(name, bytes)| Document { name, bytes }).collect();
    let told = |read| {
        let checked = check_after(read, EarlierReturns::none(), &Options::default());
        let told = workbook::told(checked.diagnostics(), &checked).into_owned();
        let mut said: Vec<_> = told.into_iter().map(|found| (found.rule, found.message, found.help)).collect();
        said.sort();
        said
    };
    let of_lists = told(workbook::read_lists("lists", &files));
    assert!(of_lists.iter().any(|(_, _, help)| help.as_ref().is_some_and(|help| help.contains("“Lawful basis”"))));
    assert_eq!(of_lists, told(workbook::read("return.xlsx", &workbook::write(&read.intake).unwrap())));
}
