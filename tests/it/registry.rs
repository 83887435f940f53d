//! A rule that is only half there is named, with what it still needs: a file that is not registered, a rule without its
//! file, its fixture, what is expected of it, or its words.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use candour::rules::{ALL, Area, Rule};

use crate::support::fixture;

fn rules_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules")
}

fn names(folder: &Path, ending: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

/// The files of an area that say they are a rule, by the name of the rule.
fn written(area: Area) -> BTreeSet<String> {
    let folder = rules_folder().join(area.folder());
    let is_rule =
        |name: &String| fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap().contains("static RULE: Rule");
    names(&folder, "rs").into_iter().filter(is_rule).map(|name| name.replace('_', "-")).collect()
}

/// What a registered rule still needs.
fn missing(rule: &Rule, written: &BTreeSet<String>) -> Vec<String> {
    let mut missing = Vec::new();
    let mut need = |is_there: bool, what: String| {
        if !is_there {
            missing.push(format!("{} ({}) {what}", rule.name, rule.code));
        }
    };
    let file = format!("src/rules/{}/{}.rs", rule.area.folder(), rule.name.replace('-', "_"));
    need(written.contains(rule.name), format!("has no file {file}"));
    let folder = format!("invalid/{}/{}", rule.area.folder(), rule.name);
    // What was filed before a case stands beside it, and is no case.
    let mut cases = names(&fixture(&folder), "json");
    cases.retain(|case| !case.ends_with(".previous"));
    need(!cases.is_empty(), format!("has no fixture in fixtures/{folder}/"));
    for case in cases {
        let expected = format!("{folder}/{case}.diagnostics.txt");
        need(fixture(&expected).is_file(), format!("has no fixtures/{expected}: SNAPSHOTS=overwrite cargo test"));
    }
    for (what, text) in [("why", rule.why), ("answer", rule.answer)] {
        let begins = text.trim_start_matches('“').chars().next().is_some_and(|letter| !letter.is_lowercase());
        let is_sentence = begins && text.ends_with(['.', '?', '!']);
        need(is_sentence, format!("has no whole sentence in “{what}”: “{text}”"));
    }
    need(rule.example.trim().len() > 10, "has no “example”".to_owned());
    missing
}

#[test]
fn every_rule_is_whole() {
    let mut faults = Vec::new();
    for area in Area::ALL {
        let written = written(*area);
        let registered: Vec<_> = ALL.iter().filter(|rule| rule.area == *area).collect();
        let known: BTreeSet<_> = registered.iter().map(|rule| rule.name).collect();
        for name in written.iter().filter(|name| !known.contains(name.as_str())) {
            let file = format!("src/rules/{}/{}.rs", area.folder(), name.replace('-', "_"));
            faults.push(format!("{file} is not registered in ALL in src/rules/mod.rs as {name}"));
        }
        faults.extend(registered.iter().flat_map(|rule| missing(rule, &written)));
    }
    assert!(faults.is_empty(), "rules that are not whole:\n{}", faults.join("\n"));
}

#[test]
fn every_fixture_of_a_rule_belongs_to_one() {
    let mut faults = Vec::new();
    for area in Area::ALL {
        for entry in fs::read_dir(fixture("invalid").join(area.folder())).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if !ALL.iter().any(|rule| rule.area == *area && rule.name == name) {
                faults.push(format!("{} is of no rule of its area", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_a_rule_lacks_is_named() {
    static HALF: Rule = Rule {
        name: "partnership-without-a-place",
        code: "H-99",
        area: Area::Header,
        stage: ALL[0].stage,
        severity: ALL[0].severity,
        fault: ALL[0].fault,
        why: "",
        answer: "name a place",
        example: "{",
        check: ALL[0].check,
    };
    let said = missing(&HALF, &BTreeSet::new()).join("\n");
    for needed in [
        "src/rules/header/partnership_without_a_place.rs",
        "fixtures/invalid/header/partnership-without-a-place/",
        "“why”",
        "“answer”",
        "“example”",
    ] {
        assert!(said.contains(needed), "{needed} is not named:\n{said}");
    }
}
