//! Formats for programs keep to the rules of the programs that read them: the official schema of SARIF, the elements and
//! attributes that readers of `JUnit` know, the escapes of GitHub's workflow commands.

use candour::diagnostic::render::{self, Format, render};
use candour::diagnostic::{Diagnostic, Verdict};
use candour::intake;
use serde_json::Value;

use crate::formats::{Element, THREE, faulty, made, written, xml};

#[test]
fn sarif_keeps_to_its_official_schema() {
    let mut schema: Value = serde_json::from_str(include_str!("formats/sarif.schema.json")).unwrap();
    // The official pattern of a language has a bracket too many, so that it is no pattern; we write no language.
    for part in ["run", "toolComponent"] {
        let language = schema["definitions"][part]["properties"]["language"].as_object_mut().unwrap();
        assert!(language.remove("pattern").is_some());
    }
    let schema = jsonschema::options().should_validate_formats(true).offline().build(&schema).unwrap();
    let paths = faulty();
    let files: Vec<_> = paths.iter().map(|path| (path.as_str(), path.as_str())).chain(THREE.iter().copied()).collect();
    let sarif: Value = serde_json::from_str(&written(Format::Sarif, &files)).unwrap();
    let faults: Vec<_> =
        schema.iter_errors(&sarif).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(faults, [""; 0]);
    let run = &sarif["runs"][0];
    let known: Vec<_> = run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| &rule["id"]).collect();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() > 50);
    for result in results {
        assert!(known.contains(&&result["ruleId"]), "{} is not described", result["ruleId"]);
        let region = &result["locations"][0]["physicalLocation"]["region"];
        let (start, end) = (region["startLine"].as_u64().unwrap(), region["endLine"].as_u64().unwrap());
        assert!(start <= end, "{result}");
    }
    let explained = results.iter().filter(|result| result["suppressions"].is_array()).count();
    assert_eq!(explained, 2, "the worked example answers two warnings");
}

/// What the schema of the Jenkins xUnit plug-in lets stand in each element: its attributes, then its elements.
const JUNIT: &[(&str, &[&str], &[&str])] = &[
    ("testsuites", &["name", "time", "tests", "failures", "errors", "disabled"], &["testsuite"]),
    (
        "testsuite",
        &["name", "tests", "failures", "errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package"],
        &["testsuite", "properties", "testcase", "system-out", "system-err"],
    ),
    ("testcase", &["name", "time", "classname", "group"], &["skipped", "error", "failure", "system-out", "system-err"]),
    ("failure", &["type", "message"], &[]),
    ("system-out", &[], &[]),
];

fn keeps_to_junit(element: &Element) {
    let known = JUNIT.iter().find(|(name, _, _)| *name == element.name);
    let (name, attributes, elements) = known.unwrap_or_else(|| panic!("{} is no element of JUnit", element.name));
    for (attribute, value) in &element.attributes {
        assert!(attributes.contains(&attribute.as_str()), "{name} has no attribute {attribute}");
        if ["tests", "failures", "errors", "skipped"].contains(&attribute.as_str()) {
            assert!(value.parse::<u32>().is_ok(), "{attribute} of {name} is {value}");
        }
    }
    let must_have: &[&str] = if matches!(*name, "testsuite" | "testcase") { &["name"] } else { &[] };
    for attribute in must_have {
        assert!(element.attributes.iter().any(|(given, _)| given == attribute), "{name} lacks {attribute}");
    }
    for child in &element.children {
        assert!(elements.contains(&child.name.as_str()), "{} cannot stand in {name}", child.name);
        keeps_to_junit(child);
    }
}

#[test]
fn junit_keeps_to_what_its_readers_know() {
    let paths = faulty();
    let files: Vec<_> = paths.iter().map(|path| (path.as_str(), path.as_str())).chain(THREE.iter().copied()).collect();
    keeps_to_junit(&xml(&written(Format::Junit, &files)));
}

/// Reads a workflow command as GitHub's runner does: properties end at the first two colons, and are parted by commas.
fn command(line: &str) -> (Vec<(String, String)>, String) {
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (_, properties) = head.split_once(' ').unwrap();
    let data = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    let property = |text: &str| data(&text.replace("%3A", ":").replace("%2C", ","));
    let properties = properties.split(',').map(|pair| {
        let (name, value) = pair.split_once('=').unwrap();
        (name.to_owned(), property(value))
    });
    (properties.collect(), data(message))
}

#[test]
fn annotations_say_what_was_meant_whatever_stands_in_it() {
    let name = "north, south/50%: a=b::error::.json";
    let read = intake::read(
        name,
        b"{\n  \"partners\": [\n    { \"name\": \"x\", \"lead\": 1 },\n    { \"name\": \"y\" }\n  ]\n}\n",
    );
    let [first, ..] = made(&read.intake);
    let sentence = "100%25, at 9:30, says ::error file=x::";
    let found = Diagnostic { message: sentence.to_owned(), help: None, explained: None, waived: None, ..first.clone() };
    let file = render::Checked {
        path: name,
        verdict: Verdict::Rejected,
        diagnostics: std::slice::from_ref(&found),
        places: &read.intake,
    };
    let text = render(Format::Github, &[file], &render::Options::default());
    assert_eq!(text.lines().count(), 1, "{text}");
    let (properties, message) = command(text.trim_end());
    let property = |wanted: &str| properties.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.as_str());
    assert_eq!(property("file"), Some(name));
    assert_eq!(property("line"), Some("3"));
    assert!(message.starts_with(sentence), "{message}");
}
