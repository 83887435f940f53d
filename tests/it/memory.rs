//! Earlier returns: found, put in order, compared with both places, and silent between honest quarters.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use candour::check::{EarlierReturn, EarlierReturns, Options, check, check_after};
use candour::diagnostic::{Diagnostic, Severity};
use candour::intake::{self, Intake};
use serde_json::Value;

use crate::support::fixture;

/// The quarters of the worked partnership, oldest first.
fn quarters() -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(fixture("histories/saltmere")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.push(fixture("valid/saltmere-2026-27-q2/return.json"));
    files
}

fn intake_of(path: &PathBuf) -> Intake {
    let name = path.file_name().unwrap().to_str().unwrap();
    intake::read(name, &fs::read(path).unwrap()).intake
}

#[test]
fn nothing_is_said_between_honest_quarters() {
    let files = quarters();
    assert!(files.len() >= 3, "there are two honest quarters before the worked example");
    for (number, path) in files.iter().enumerate() {
        let read = || intake::read("return.json", &fs::read(path).unwrap());
        let earlier = files[..number].iter().map(|path| EarlierReturn::of(intake_of(path)).unwrap()).collect();
        let alone = check(read(), &Options::default());
        let compared = check_after(read(), EarlierReturns::of(earlier), &Options::default());
        let key = |found: &Diagnostic| (found.rule, found.message.clone());
        let there: Vec<_> = alone.diagnostics().iter().map(key).collect();
        let new: Vec<_> = compared.diagnostics().iter().map(key).filter(|found| !there.contains(found)).collect();
        assert!(new.is_empty(), "{}: {new:#?}", path.display());
        let errors: Vec<_> = alone
            .diagnostics()
            .iter()
            .filter(|found| found.severity != Severity::Advice && found.explained.is_none())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
    }
}

fn candour(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CANDOUR_OUTPUT_FORMAT")
        .env_remove("CI")
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const Q1: &str = "fixtures/histories/saltmere/2026-27-q1.json";
const Q2: &str = "fixtures/valid/saltmere-2026-27-q2/return.json";

/// The worked example with another target, in a folder of its own.
fn lowered() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let path = folder.path().join("lowered.json");
    fs::write(&path, text.replace("\"target\": { \"value\": 240,", "\"target\": { \"value\": 200,")).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn every_format_names_the_file_of_both_places() {
    let (_folder, lowered) = lowered();
    for format in ["text", "concise", "narrated", "json", "sarif", "junit", "github", "gitlab"] {
        let output = candour(&["validate", &lowered, "--previous", Q1, "--output-format", format]);
        let text = printed(&output);
        assert!(text.contains("The target of Households with a named worker"), "{format}: {text}");
        assert!(text.contains("lowered.json"), "{format}: {text}");
        assert!(text.contains("2026-27-q1.json"), "{format} does not say where the earlier figure stands: {text}");
    }
    let output = candour(&["validate", &lowered, "--history", "fixtures/histories", "--output-format", "json"]);
    let found: Value = serde_json::from_str(&printed(&output)).unwrap();
    let found = found["files"][0]["diagnostics"].as_array().unwrap();
    let moved = found.iter().find(|found| found["code"] == "R-14").unwrap();
    let there = &moved["related"][0];
    assert!(there["file"].as_str().unwrap().ends_with("2026-27-q1.json"), "{there}");
    assert_eq!(there["pointer"], "/results/0/target/value");
    let line = usize::try_from(there["line"].as_u64().unwrap()).unwrap();
    let earlier = fs::read_to_string(fixture("histories/saltmere/2026-27-q1.json")).unwrap();
    assert!(earlier.lines().nth(line - 1).unwrap().contains("240"));
}

#[test]
fn a_history_of_many_partnerships_is_searched_for_the_right_one() {
    let output = candour(&["validate", "fixtures/valid", "--history", "fixtures", "--output-format", "json"]);
    // Broken fixtures are in it too, and are told and left out.
    assert!(said(&output).contains("left out of the history"), "{}", said(&output));
    let (_folder, lowered) = lowered();
    let output = candour(&["validate", &lowered, "--history", "fixtures/histories"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(printed(&output).contains("needs-explanations"), "{}", printed(&output));
}

#[test]
fn a_previous_return_that_cannot_be_one_is_said_and_ends_with_two() {
    for (previous, sentence) in [
        ("fixtures/valid/smallest/return.json", "Name an earlier return of the same partnership."),
        (Q2, "Name the return of an earlier quarter."),
        ("fixtures/histories", "--previous takes one"),
        ("fixtures/invalid/syntax/bracket-not-closed.json", "could not be read as a return"),
        ("no-such-file.json", "There is no file called no-such-file.json"),
    ] {
        let output = candour(&["validate", Q2, "--previous", previous]);
        assert_eq!(output.status.code(), Some(2), "{previous}: {}", said(&output));
        assert!(said(&output).contains(sentence), "{previous}: {}", said(&output));
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().to_str().unwrap();
        let output = candour(&["report", Q2, "--previous", previous, "--out", out]);
        assert_eq!(output.status.code(), Some(2), "{previous}: {}", said(&output));
        assert_eq!(fs::read_dir(out).unwrap().count(), 0, "{previous}: no report is built beside the wrong return");
    }
    assert_eq!(candour(&["validate", Q2, "--previous", Q1, "--history", "fixtures"]).status.code(), Some(2));
}

#[test]
fn a_history_without_an_earlier_quarter_is_said_and_is_no_fault() {
    let output =
        candour(&["validate", "fixtures/histories/saltmere/2025-26-q4.json", "--history", "fixtures/histories"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("holds no return of saltmere-together from before 2025-26 Q4"), "{}", said(&output));
}
