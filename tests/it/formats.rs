//! Every format says the same findings, each by the rules of those who read it.

use candour::check::{self, Checked, Options, check};
use candour::diagnostic::render::{self, Format, RuleText, render};
use candour::diagnostic::{Diagnostic, Explained, Record, Related, Severity, Stage, Verdict, Waived};
use candour::intake::{self, Intake};
use candour::schema;
use candour::source::Part;
use serde_json::Value;

use crate::support::{fixture, fixtures, same_text};

const ALL: &[(Format, &str)] = &[
    (Format::Text, "text.txt"),
    (Format::Concise, "concise.txt"),
    (Format::Narrated, "narrated.txt"),
    (Format::Json, "json"),
    (Format::Sarif, "sarif"),
    (Format::Junit, "junit.xml"),
    (Format::Github, "github.txt"),
    (Format::Gitlab, "gitlab.json"),
];

fn checked(name: &str, path: &str) -> Checked {
    check(intake::read(name, &std::fs::read(fixture(path)).unwrap()), &Options::default())
}

pub(crate) fn shown<'a>(name: &'a str, checked: &'a Checked) -> render::Checked<'a> {
    render::Checked {
        path: name,
        verdict: checked.verdict(),
        diagnostics: checked.diagnostics(),
        places: checked.intake(),
    }
}

/// What is written of these files, given as their name for this run and their fixture.
pub(crate) fn written(format: Format, files: &[(&str, &str)]) -> String {
    let all: Vec<_> = files.iter().map(|(name, path)| (*name, checked(name, path))).collect();
    let shown: Vec<_> = all.iter().map(|(name, checked)| shown(name, checked)).collect();
    let rules = check::rule_texts();
    render(format, &shown, &render::Options { folder: Some("/returns"), rules: &rules, ..render::Options::default() })
}

pub(crate) const THREE: &[(&str, &str)] = &[
    ("/returns/ten faults.json", "invalid/schema/ten-faults.json"),
    ("north/return.json", "valid/saltmere-2026-27-q2/return.json"),
    ("./smallest.json", "valid/smallest/return.json"),
];

/// Faults of shape, and made findings that have everything a finding can have: they stay as they are when rules come.
#[test]
fn each_format_reads_as_expected() {
    let faults =
        intake::read("/returns/ten faults.json", &std::fs::read(fixture("invalid/schema/ten-faults.json")).unwrap());
    let of_shape = schema::check(&faults.intake).diagnostics;
    let small =
        b"{\n  \"partners\": [\n    { \"name\": \"Quay Homes\", \"lead\": 100 },\n    { \"name\": \"x\" }\n  ]\n}\n";
    let small = intake::read("north/return.json", small);
    let made = made(&small.intake);
    let nothing = intake::read("./smallest.json", b"{}");
    let file = |path, verdict, diagnostics, places| render::Checked { path, verdict, diagnostics, places };
    let files = [
        file("/returns/ten faults.json", Verdict::Rejected, of_shape.as_slice(), &faults.intake),
        file("north/return.json", Verdict::Rejected, &made, &small.intake),
        file("./smallest.json", Verdict::Accepted, &[], &nothing.intake),
    ];
    let rules = [RuleText {
        name: "two-lead-organisations",
        code: Some("H-21"),
        severity: Severity::Warning,
        why: "Funders need to know whom to ring.",
        answer: "Mark one as lead.",
    }];
    let options = render::Options { folder: Some("/returns"), rules: &rules, ..render::Options::default() };
    for (format, ending) in ALL {
        let text = render(*format, &files, &options).replace(env!("CARGO_PKG_VERSION"), "[VERSION]");
        same_text(&text, &fixture(&format!("formats/three-returns.{ending}")));
    }
}

pub(crate) fn made(intake: &Intake) -> [Diagnostic; 4] {
    let partners = intake.top().field("partners");
    let answered = Diagnostic {
        rule: "two-lead-organisations",
        code: Some("H-21"),
        severity: Severity::Warning,
        stage: Stage::Header,
        message: "Quay Homes is 100% lead: and <so>, says “x”".to_owned(),
        help: Some("mark one of them as lead".to_owned()),
        at: partners.item(0).field("lead"),
        part: Part::Value,
        label: "lead".to_owned(),
        record: Some(Record { id: "quay".to_owned(), title: "Quay Homes".to_owned() }),
        provided: Some("100".to_owned()),
        expected: Some("0".to_owned()),
        related: vec![Related { at: partners.item(1), message: "the other".to_owned() }],
        explained: Some(Explained { text: "They share it".to_owned(), by_role: "Chair".to_owned() }),
        waived: None,
        hide_source: false,
    };
    let hidden = Diagnostic {
        rule: "name-in-text",
        code: Some("P-18"),
        severity: Severity::Error,
        stage: Stage::Text,
        message: "A person is named here".to_owned(),
        help: None,
        at: partners.item(1).field("name"),
        part: Part::Value,
        label: String::new(),
        record: None,
        provided: None,
        expected: None,
        related: Vec::new(),
        explained: None,
        waived: None,
        hide_source: true,
    };
    let advice = Diagnostic {
        rule: "hard-to-read",
        code: Some("N-16"),
        severity: Severity::Advice,
        message: "Is this short enough?".to_owned(),
        hide_source: false,
        part: Part::Key,
        ..hidden.clone()
    };
    let waived = Diagnostic {
        at: partners.item(1).field("lead"),
        explained: None,
        waived: Some(Waived {
            reason: "A pilot: 1 year, 100%".to_owned(),
            authorised_by: "Grant manager".to_owned(),
            expires: "2027-03-31".to_owned(),
        }),
        ..answered.clone()
    };
    [answered, hidden, advice, waived]
}

#[test]
fn no_returns_at_all_are_told_in_every_format() {
    for (format, _) in ALL {
        let text = written(*format, &[]);
        match format {
            Format::Json | Format::Sarif | Format::Gitlab => drop(serde_json::from_str::<Value>(&text).unwrap()),
            Format::Junit => drop(xml(&text)),
            Format::Text | Format::Concise | Format::Narrated | Format::Github => assert_eq!(text, ""),
        }
    }
}

/// Every file there is a fault in.
pub(crate) fn faulty() -> Vec<String> {
    let folders = ["invalid/syntax", "invalid/schema", "hostile"];
    let name = |path: std::path::PathBuf| path.strip_prefix(fixture("")).unwrap().to_str().unwrap().to_owned();
    folders.into_iter().flat_map(fixtures).map(name).collect()
}

#[test]
fn junit_is_xml_whose_numbers_are_right() {
    for path in faulty().iter().map(String::as_str).chain(["valid/saltmere-2026-27-q2/return.json"]) {
        let text = written(Format::Junit, &[(path, path)]);
        let whole = xml(&text);
        assert_eq!(whole.name, "testsuites");
        let [suite] = whole.children.as_slice() else { panic!("{path}: not one suite: {text}") };
        let count = |name: &str| suite.attribute(name).parse::<usize>().unwrap();
        assert_eq!(count("tests"), suite.children.len(), "{path}");
        let failed =
            suite.children.iter().filter(|case| case.children.iter().any(|child| child.name == "failure")).count();
        assert_eq!(count("failures"), failed, "{path}");
        let has_errors = written(Format::Concise, &[(path, path)]).contains(": error[");
        assert_eq!(failed > 0, has_errors, "{path}");
        assert!(suite.children.iter().all(|case| case.name == "testcase" && !case.attribute("name").is_empty()));
    }
}

#[test]
fn an_unanswered_warning_fails_where_the_run_is_strict() {
    let text = std::fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let unanswered = text.replace("\"explanations\": [", "\"x_explanations\": [");
    let checked = check(intake::read("return.json", unanswered.as_bytes()), &Options::default());
    let files = [shown("return.json", &checked)];
    let failures = |strict| {
        let text = render(Format::Junit, &files, &render::Options { strict, ..render::Options::default() });
        text.matches("<failure ").count()
    };
    assert_eq!(failures(false), 0);
    assert!(failures(true) > 0);
}

#[test]
fn annotations_are_a_line_each_and_nothing_in_them_begins_another() {
    let paths = faulty();
    let files: Vec<_> = paths.iter().map(|path| (path.as_str(), path.as_str())).collect();
    let annotations = written(Format::Github, &files);
    let findings = written(Format::Concise, &files);
    assert_eq!(annotations.lines().count(), findings.lines().count());
    for line in annotations.lines() {
        let rest = line.strip_prefix("::").unwrap_or_else(|| panic!("{line}"));
        let (head, message) = rest.split_once("::").unwrap();
        let (command, properties) = head.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&command), "{line}");
        for property in properties.split(',') {
            let (name, value) = property.split_once('=').unwrap();
            assert!(["file", "line", "endLine", "col", "endColumn", "title"].contains(&name), "{line}");
            assert!(!value.is_empty() && !value.contains([':', ',']), "{line}");
        }
        assert!(!message.is_empty() && !message.contains(char::is_control), "{line}");
    }
}

#[test]
fn fingerprints_are_all_different_and_stay_when_lines_move() {
    let path = "invalid/schema/ten-faults.json";
    let fingerprints = |bytes: &[u8]| -> Vec<String> {
        let checked = check(intake::read("return.json", bytes), &Options::default());
        let text = render(Format::Gitlab, &[shown("return.json", &checked)], &render::Options::default());
        let issues: Value = serde_json::from_str(&text).unwrap();
        let issues = issues.as_array().unwrap();
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap().to_owned()).collect()
    };
    let bytes = std::fs::read(fixture(path)).unwrap();
    let before = fingerprints(&bytes);
    let moved = [b"\n\n\n".as_slice(), &bytes].concat();
    assert_eq!(before, fingerprints(&moved));
    let mut unique = before.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), before.len());
}

#[test]
fn many_findings_of_one_rule_are_cut_short_for_people_and_never_for_programs() {
    let partners: Vec<_> =
        (0..40).map(|number| format!(r#"{{"id": "p{number}", "name": "P", "adress": 1}}"#)).collect();
    let text = format!(r#"{{"partners": [{}]}}"#, partners.join(",\n"));
    let checked = check(intake::read("return.json", text.as_bytes()), &Options::default());
    let files = [shown("return.json", &checked)];
    let told = |format| render(format, &files, &render::Options::default());
    for format in [Format::Text, Format::Narrated] {
        assert!(told(format).to_lowercase().contains("and 30 more like this"), "{}", told(format));
    }
    for format in [Format::Concise, Format::Json, Format::Sarif, Format::Gitlab, Format::Github] {
        assert!(told(format).matches("is not a field of a partner").count() == 40, "{}", told(format));
    }
}

/// An element of an XML text that is well formed; anything else is a failed test.
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
}

impl Element {
    fn attribute(&self, name: &str) -> &str {
        &self.attributes.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}")).1
    }
}

/// Reads the XML that programs without a schema would, and nothing more lenient.
pub(crate) fn xml(text: &str) -> Element {
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").unwrap();
    let mut open: Vec<Element> = Vec::new();
    loop {
        let (before, tag) = rest.split_once('<').expect("a tag");
        assert!(!before.contains('>'), "{before}");
        entities(before);
        let (inside, after) = tag.split_once('>').expect("the end of a tag");
        rest = after;
        if let Some(name) = inside.strip_prefix('/') {
            let element = open.pop().expect("an open element");
            assert_eq!(element.name, name);
            let Some(parent) = open.last_mut() else {
                assert_eq!(rest.trim(), "");
                return element;
            };
            parent.children.push(element);
            continue;
        }
        let (inside, is_closed) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, mut list) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut element = Element { name: name.to_owned(), attributes: Vec::new(), children: Vec::new() };
        while !list.is_empty() {
            let (name, value) = list.split_once("=\"").expect("an attribute");
            let (value, more) = value.split_once('"').expect("the end of an attribute");
            entities(value);
            assert!(element.attributes.iter().all(|(known, _)| known != name), "{name} is given twice");
            element.attributes.push((name.to_owned(), value.to_owned()));
            list = more.trim_start();
        }
        match open.last_mut() {
            Some(parent) if is_closed => parent.children.push(element),
            Some(_) | None => open.push(element),
        }
    }
}

/// Every ampersand begins one of the five names that XML knows, and no letter is one it cannot hold.
fn entities(text: &str) {
    for part in text.split('&').skip(1) {
        let (name, _) = part.split_once(';').unwrap_or_else(|| panic!("{text}"));
        assert!(["amp", "lt", "gt", "quot", "apos"].contains(&name), "{text}");
    }
    assert!(text.chars().all(|letter| letter == '\n' || !letter.is_control()), "{text:?}");
}
