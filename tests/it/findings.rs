//! What is found is written for people and for programs, each in a form that holds.

use candour::check::{Options, check};
use candour::diagnostic::render::{Checked, TextOptions, json, text};
use candour::{intake, schema};
use serde_json::Value;

use crate::mutations::words::odd_word;
use crate::support::{fixture, fixtures};

/// A file checked, as text and as JSON.
fn found(path: &std::path::Path) -> (String, Value) {
    let name = path.file_name().unwrap().to_str().unwrap();
    let checked = check(intake::read(name, &std::fs::read(path).unwrap()), &Options::default());
    let files = [Checked {
        path: name,
        verdict: checked.verdict(),
        diagnostics: checked.diagnostics(),
        places: checked.intake(),
    }];
    (text(&files, TextOptions { colour: false }), serde_json::from_str(&json(&files)).unwrap())
}

#[test]
fn the_findings_of_every_fixture_fit_their_schema_and_are_counted_right() {
    let schema = jsonschema::options().offline().build(&schema::generate("diagnostics").unwrap()).unwrap();
    let mut paths = vec![fixture("valid/saltmere-2026-27-q2/return.json")];
    for folder in ["invalid/syntax", "invalid/schema", "hostile"] {
        paths.extend(fixtures(folder));
    }
    for path in paths {
        let (_, findings) = found(&path);
        let faults: Vec<_> = schema.iter_errors(&findings).map(|error| error.to_string()).collect();
        assert_eq!(faults, [""; 0], "{}", path.display());
        let told = findings["files"][0]["diagnostics"].as_array().unwrap();
        let errors = told.iter().filter(|finding| finding["severity"] == "error").count();
        assert_eq!(findings["summary"]["errors"], errors, "{}", path.display());
    }
}

#[test]
fn findings_come_in_the_order_of_the_file() {
    for path in fixtures("invalid/schema") {
        let (_, findings) = found(&path);
        let places: Vec<_> = findings["files"][0]["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| (finding["line"].as_u64().unwrap(), finding["column"].as_u64().unwrap()))
            .collect();
        assert!(places.is_sorted(), "{}: {places:?}", path.display());
    }
}

#[test]
fn an_answered_warning_carries_its_answer() {
    let (text, findings) = found(&fixture("valid/saltmere-2026-27-q2/return.json"));
    assert!(text.contains("= explained by the Partnership Performance Officer: “"));
    assert!(!text.contains("Start here"), "what is answered is no place to start");
    let said = findings["files"][0]["diagnostics"].as_array().unwrap();
    let explained = said.iter().find(|finding| !finding["explained"].is_null()).unwrap();
    assert_eq!(explained["explained"]["by_role"], "Partnership Performance Officer");
}

#[test]
fn colour_changes_nothing_but_the_colour() {
    let name = "ten-faults.json";
    let bytes = std::fs::read(fixture("invalid/schema/ten-faults.json")).unwrap();
    let checked = check(intake::read(name, &bytes), &Options::default());
    let files = [Checked {
        path: name,
        verdict: checked.verdict(),
        diagnostics: checked.diagnostics(),
        places: checked.intake(),
    }];
    let coloured = text(&files, TextOptions { colour: true });
    assert!(coloured.contains("\u{1b}["));
    let mut plain = String::new();
    let mut rest = coloured.as_str();
    while let Some(start) = rest.find("\u{1b}[") {
        plain.push_str(&rest[..start]);
        rest = &rest[start + rest[start..].find('m').unwrap() + 1..];
    }
    plain.push_str(rest);
    let trimmed: Vec<_> = plain.lines().map(str::trim_end).collect();
    let expected = text(&files, TextOptions { colour: false });
    assert_eq!(trimmed, expected.lines().collect::<Vec<_>>());
}

#[test]
fn messages_use_no_words_only_programmers_know() {
    for folder in ["invalid/syntax", "invalid/schema", "hostile"] {
        for path in fixtures(folder) {
            let (_, findings) = found(&path);
            for finding in findings["files"][0]["diagnostics"].as_array().unwrap() {
                let message = finding["message"].as_str().unwrap();
                let help = finding["help"].as_str().unwrap_or_default();
                for said in [message, help] {
                    assert_eq!(odd_word(said), None, "{}: {said}", path.display());
                }
                assert!(!message.ends_with('.'), "{message}");
                assert!(finding["severity"] != "error" || !help.is_empty(), "it does not say what to do: {message}");
                assert!(finding["line"].as_u64().is_some_and(|line| line > 0), "it has no place: {message}");
            }
        }
    }
}
