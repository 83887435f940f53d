//! A funder's waivers: what they cover needs no answer, stays visible, and is counted.

use std::fs;

use candour::check::{Covered, waivers};
use candour::diagnostic::Severity;
use candour::{intake, schema};

use crate::program::{candour, code, said};
use crate::support::{fixture, same_text};

const SALTMERE: &str = "valid/saltmere-2026-27-q2/return.json";

/// The worked example without its two answers, in a folder of its own.
fn unanswered() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.json");
    let text = fs::read_to_string(fixture(SALTMERE)).unwrap();
    fs::write(&path, text.replace("\"explanations\": [", "\"x_explanations\": [")).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

fn validate(path: &str, today: &str, more: &[&str]) -> (i32, String) {
    let file = fixture("beside/waivers.json");
    let mut arguments = vec!["validate", path, "--waivers", file.to_str().unwrap(), "--today", today];
    arguments.extend_from_slice(more);
    let output = candour(&arguments);
    (code(&output), said(&output).replace(path, "return.json").replace(file.to_str().unwrap(), "waivers.json"))
}

#[test]
fn waived_unused_and_expired_are_each_said() {
    let (_folder, path) = unanswered();
    let (ended, told) = validate(&path, "2026-11-01", &[]);
    assert_eq!(ended, 0, "{told}");
    let of_waivers = told.split("Start here:").last().unwrap().split_once("advice[waiver").unwrap();
    same_text(&format!("advice[waiver{}", of_waivers.1), &fixture("beside/waivers.diagnostics.txt"));
    assert!(told.contains("= waived by the Grant manager until 2027-03-31: “The school pilot"), "{told}");
    assert!(told.contains("1 waived warning"), "{told}");
    let (ended, told) = validate(&path, "2026-11-01", &["--strict"]);
    assert_eq!(ended, 1, "O-12 stands again: {told}");
    let (ended, told) = validate(&path, "2026-09-30", &["--strict"]);
    assert_eq!(ended, 0, "{told}");
    assert!(!told.contains("has-expired"), "{told}");
}

#[test]
fn programs_are_told_of_waivers() {
    let (_folder, path) = unanswered();
    let (_, told) = validate(&path, "2026-11-01", &["--output-format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["summary"]["waived"], 1);
    assert_eq!(told["summary"]["files"], 1, "the waivers are no return");
    let file = &told["files"][1];
    assert_eq!(file["path"], "waivers.json");
    assert_eq!(file["diagnostics"][1]["rule"], "waiver-has-expired");
    assert_eq!(file["diagnostics"][1]["line"], 23);
    for (format, words) in [
        ("sarif", "\"kind\": \"external\""),
        ("junit", "It is waived by the Grant manager"),
        ("github", "(waived)"),
        ("gitlab", "It is waived by the Grant manager"),
        ("concise", "(waived)"),
        ("narrated", "It is waived by the Grant manager"),
    ] {
        let (_, told) = validate(&path, "2026-11-01", &["--output-format", format]);
        assert!(told.contains(words), "{format}: {told}");
    }
}

#[test]
fn the_schema_and_the_program_agree_on_waivers() {
    let schema = schema::generate("waivers").unwrap();
    let schema = jsonschema::options().offline().should_validate_formats(true).build(&schema).unwrap();
    let whole: serde_json::Value = serde_json::from_slice(&fs::read(fixture("beside/waivers.json")).unwrap()).unwrap();
    let mut cases = vec![whole.clone()];
    for field in ["rule", "reason", "authorised_by", "expires"] {
        for value in [None, Some(serde_json::json!(7)), Some(serde_json::json!(["x"]))] {
            let mut case = whole.clone();
            let waiver = case["waivers"][0].as_object_mut().unwrap();
            match value {
                None => drop(waiver.remove(field)),
                Some(value) => drop(waiver.insert(field.to_owned(), value)),
            }
            cases.push(case);
        }
    }
    for scope in
        [r#"{"record": ["O4"]}"#, r#"{"period": "Q2"}"#, r#"{"records": "O4"}"#, "7", r#"{"partnership": "A B"}"#]
    {
        let mut case = whole.clone();
        case["waivers"][0]["scope"] = serde_json::from_str(scope).unwrap();
        cases.push(case);
    }
    for (number, case) in cases.iter().enumerate() {
        let read = waivers(intake::read("waivers.json", case.to_string().as_bytes()), None);
        let (_, found) = read.findings(&Covered::default());
        let has_errors = found.iter().any(|found| found.severity == Severity::Error);
        assert_eq!(has_errors, !schema.is_valid(case), "{number}: {case}");
        assert_eq!(number > 0, has_errors, "{number}: {case}");
    }
}

#[test]
fn waivers_that_are_not_there_stop_the_run() {
    let output = candour(&["validate", fixture(SALTMERE).to_str().unwrap(), "--waivers", "no-such-file.json"]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("There is no file called no-such-file.json"), "{}", said(&output));
}
