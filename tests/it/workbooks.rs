//! A return as a workbook says the same, and is judged the same, at its cells.

mod annotated;
mod bench;
mod damage;
mod lists;
mod mutations;
mod ods;
mod told;
mod torn;
mod workings;

use std::fs;
use std::path::PathBuf;

use candour::check::{self, Checked};
use candour::diagnostic::{Verdict, render};
use candour::intake::{self, Read};
use candour::source::{Locate, Part};
use candour::workbook;

use bench::Bench;

use crate::program::{candour, code, said};
use crate::support::fixture;

/// All honest returns.
fn stories() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![fixture("valid"), fixture("histories")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "json") && !path.ends_with("candour.json") {
                found.push(path);
            }
        }
    }
    found.retain(|path| fs::read_to_string(path).unwrap().contains("\"schema_version\""));
    found.sort();
    assert!(found.len() > 15, "{found:?}");
    found
}

fn read(path: &PathBuf) -> Read {
    intake::read("return.json", &fs::read(path).unwrap())
}

/// The same return by way of a workbook.
fn by_workbook(read: &Read) -> Read {
    workbook::read("return.xlsx", &workbook::write(&read.intake).unwrap())
}

fn checked(read: Read) -> Checked {
    check::check(read, &check::Options::default())
}

#[test]
fn every_honest_return_comes_back_from_its_workbook_as_it_was() {
    for path in stories() {
        let (before, after) = (read(&path), by_workbook(&read(&path)));
        assert_eq!(after.diagnostics, [], "{}", path.display());
        let differs = workbook::difference(&before.intake, &after.intake);
        assert_eq!(differs, None, "{}", path.display());
        let (before, after) = (checked(before), checked(after));
        assert!(before.typed().is_some());
        assert_eq!(before.typed(), after.typed(), "{}", path.display());
        let told = |checked: &Checked| -> Vec<String> {
            let found = checked.diagnostics().iter();
            let mut told: Vec<_> =
                found.map(|found| format!("{} {} {}", found.rule, found.at, found.message)).collect();
            told.sort();
            told
        };
        assert_eq!(told(&before), told(&after), "{}", path.display());
        assert_eq!(before.verdict(), after.verdict(), "{}", path.display());
    }
}

#[test]
fn the_same_return_gives_the_same_bytes() {
    let read = read(&fixture("valid/saltmere-2026-27-q2/return.json"));
    assert_eq!(workbook::write(&read.intake), workbook::write(&read.intake));
}

/// A return with a fault in a figure, an id and a choice, and what is said of it in both forms.
#[test]
fn a_finding_of_a_workbook_stands_at_its_cell() {
    let text = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let json = intake::read("return.json", text.replacen("\"rag\": \"amber\"", "\"rag\": \"blue\"", 1).as_bytes());
    let sheets = by_workbook(&json);
    let (json, sheets) = (checked(json), checked(sheets));
    let of_choice = |checked: &Checked| {
        checked.diagnostics().iter().find(|found| found.rule == "not-one-of-the-choices").unwrap().clone()
    };
    let (at_line, at_cell) = (of_choice(&json), of_choice(&sheets));
    assert_eq!(at_line.message, at_cell.message);
    let place = sheets.intake().locate(&at_cell.at, at_cell.part);
    assert_eq!((place.sheet.as_deref(), place.line), (Some("Results"), 0));
    assert!(place.cell.unwrap().chars().any(|letter| letter.is_ascii_digit()));
}

#[test]
fn a_field_left_out_is_missed_at_the_cell_that_waits_for_it() {
    let text = fs::read_to_string(fixture("valid/smallest/return.json")).unwrap();
    let read = intake::read("return.json", text.as_bytes());
    let sheets = by_workbook(&read).intake;
    let waiting = sheets.top().field("partners").item(1).field("sector");
    assert!(sheets.get(&waiting).is_none());
    let place = sheets.locate(&waiting, Part::Value);
    let heading = Some("Partners");
    assert_eq!(place.sheet.as_deref(), heading);
    let there = sheets.locate(&sheets.top().field("partners").item(1).field("name"), Part::Value);
    assert_ne!(place.cell, there.cell);
    let row = |cell: Option<String>| cell.unwrap().trim_start_matches(char::is_alphabetic).to_owned();
    assert_eq!(row(place.cell), row(there.cell));
}

#[test]
fn what_is_no_workbook_of_a_return_is_told_in_a_sentence() {
    let read = fixture("valid/smallest/return.json");
    let whole = workbook::write(&intake::read("return.json", &fs::read(read).unwrap()).intake).unwrap();
    let half = &whole[..whole.len() / 2];
    let old = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
    for (name, bytes, rule) in [
        ("return.xlsx", half, "workbook-cannot-be-read"),
        ("return.xlsx", old.as_slice(), "workbook-cannot-be-read"),
        ("a/~$return.xlsx", b"name of whoever has it open".as_slice(), "workbook-cannot-be-read"),
        ("return.xlsx", b"".as_slice(), "workbook-cannot-be-read"),
        ("return.xlsx", b"PK\x03\x04".as_slice(), "workbook-cannot-be-read"),
    ] {
        assert!(workbook::is_workbook(name, bytes), "{rule}");
        let checked = checked(workbook::read(name, bytes));
        let rules: Vec<_> = checked.diagnostics().iter().map(|found| found.rule).collect();
        assert_eq!(rules, [rule], "{name}");
        assert_eq!(checked.verdict(), Verdict::Unreadable);
    }
}

#[test]
fn places_in_a_workbook_are_told_as_people_find_them() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("half.xlsx"), b"PK\x03\x04").unwrap();
    let told = said(&candour(&["validate", &path("half.xlsx")]));
    assert!(told.contains("half.xlsx") && !told.contains(":0"), "{told}");

    let history = |name: &str| fixture(&format!("histories/saltmere/{name}.json")).to_str().unwrap().to_owned();
    assert_eq!(code(&candour(&["convert", &history("2026-27-q2"), &path("new.xlsx")])), 0);
    let told = said(&candour(&["diff", &history("2026-27-q2-version-1"), &path("new.xlsx")]));
    assert!(told.contains("new.xlsx, ") && told.contains("2026-27-q2-version-1.json:"), "{told}");
}

#[test]
fn a_return_is_converted_between_its_forms_and_nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let first = fixture("valid/saltmere-2026-27-q2/return.json").to_str().unwrap().to_owned();
    for (from, to) in [
        (first.as_str(), path("return.xlsx").as_str()),
        (path("return.xlsx").as_str(), path("folder").as_str()),
        (path("folder").as_str(), path("again.XLSX").as_str()),
        (path("again.XLSX").as_str(), path("back.json").as_str()),
    ] {
        let output = candour(&["convert", from, to]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        let output = candour(&["convert", from, to]);
        assert_eq!(code(&output), 2, "{}", said(&output));
        assert!(said(&output).contains("is already there"), "{}", said(&output));
    }
    for command in [&["convert", &first, &path("other.ods")][..], &["new", "--out", &path("other.ods")]] {
        let output = candour(command);
        assert_eq!(code(&output), 2, "{}", said(&output));
        assert!(said(&output).contains("Workbooks are written as .xlsx"), "{}", said(&output));
    }
    let read = |path: &str| intake::read("return.json", &fs::read(path).unwrap()).intake;
    assert_eq!(workbook::difference(&read(&first), &read(&path("back.json"))), None);
    let output = candour(&["validate", "--today", "2026-11-20", &path("return.xlsx")]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("return.xlsx, Outcomes!"), "{}", said(&output));
    let output = candour(&["validate", "--today", "2026-11-20", folder.path().to_str().unwrap()]);
    assert!(said(&output).contains("again.XLSX: accepted"), "{}", said(&output));
}

#[test]
fn what_a_workbook_has_no_cell_for_is_not_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.json");
    let text = fs::read_to_string(fixture("valid/smallest/return.json")).unwrap();
    fs::write(&path, text.replacen('{', "{\"reslts\": [1],", 1)).unwrap();
    let out = folder.path().join("return.xlsx");
    let output = candour(&["convert", path.to_str().unwrap(), out.to_str().unwrap()]);
    assert_eq!(code(&output), 2, "{}", said(&output));
    assert!(said(&output).contains("“reslts” is not written as the form asks"), "{}", said(&output));
    assert!(!out.exists());
}

/// A residents' group of three fills in the cells that must be filled, and nothing else.
#[test]
fn a_new_workbook_filled_only_where_it_must_be_is_accepted_and_reported() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("return.xlsx").to_str().unwrap().to_owned();
    let options = ["--approaches", "community_reporting", "--today", "2026-11-01", "--out", &path];
    let output = candour(&[&["new"][..], &options].concat());
    assert_eq!(code(&output), 0, "{}", said(&output));
    let mut bench = Bench::open(&fs::read(&path).unwrap());
    let beside = |bench: &Bench, sheet: &str, label: &str| bench.find(sheet, label).replacen('A', "B", 1);
    for (sheet, label, words) in [("Partnership", "ID", "elm-row"), ("Partnership", "Name", "Elm Row Residents")] {
        let cell = beside(&bench, sheet, label);
        bench.write(sheet, &cell, words);
    }
    for (row, id, name) in [(6, "elm-row-residents", "Elm Row Residents"), (7, "elm-row-hall", "Elm Row Hall")] {
        for (heading, words) in [("ID", id), ("Name", name)] {
            let cell = bench.at("Partners", heading, row);
            bench.write("Partners", &cell, words);
        }
    }
    for (heading, words) in [("ID", "P1"), ("Promise", "The hall is open on Saturdays.")] {
        let cell = bench.at("Community reporting - promises", heading, 6);
        bench.write("Community reporting - promises", &cell, words);
    }
    fs::write(&path, bench.close()).unwrap();
    let output = candour(&["validate", "--today", "2026-11-01", &path]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("return.xlsx: accepted"), "{}", said(&output));
    let out = folder.path().join("reports").to_str().unwrap().to_owned();
    let output = candour(&["report", &path, "--audience", "funder", "--format", "html", "--out", &out]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let report = fs::read_dir(&out).unwrap().next().unwrap().unwrap().path();
    assert!(fs::read_to_string(report).unwrap().contains("The hall is open on Saturdays."));
}

#[test]
fn the_next_quarter_is_started_as_a_workbook_with_its_cells_listed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("next.xlsx").to_str().unwrap().to_owned();
    let first = fixture("valid/saltmere-2026-27-q2/return.json").to_str().unwrap().to_owned();
    let output = candour(&["new", "--from", &first, "--out", &path]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("(Results!"), "{}", said(&output));
    let written = folder.path().join("next.json").to_str().unwrap().to_owned();
    assert_eq!(code(&candour(&["new", "--from", &first, "--out", &written])), 0);
    // What candour leaves empty for somebody to fill is left out; all else is the same.
    let (json, sheets) = (read(&written.into()).intake, workbook::read("next.xlsx", &fs::read(&path).unwrap()));
    assert_eq!(sheets.diagnostics, []);
    let count = |intake: &intake::Intake, list: &str| intake.root().unwrap().field(list).map(intake::Value::len);
    for list in ["partners", "places", "results", "risks"] {
        assert_eq!(count(&json, list), count(&sheets.intake, list), "{list}");
    }
    let output = candour(&["new", "--from", &path, "--out", &folder.path().join("then.xlsx").to_string_lossy()]);
    assert_eq!(code(&output), 0, "{}", said(&output));
}

/// A record that is there twice: the other of the two is a related place.
#[test]
fn other_places_that_take_part_are_named_by_their_cells() {
    let text = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let ids: Vec<_> = text.match_indices("\"id\": \"R").map(|(at, _)| at).take(2).collect();
    let one = text[ids[0]..].split('"').nth(3).unwrap();
    let two = text[ids[1]..].split('"').nth(3).unwrap();
    let twice = text.replacen(&format!("\"id\": \"{two}\""), &format!("\"id\": \"{one}\""), 1);
    let checked = checked(by_workbook(&intake::read("return.json", twice.as_bytes())));
    let file = crate::formats::shown("return.xlsx", &checked);
    let rules = check::rule_texts();
    let options = render::Options { rules: &rules, ..render::Options::default() };
    let written = |format| render::render(format, &[file], &options);
    let json: serde_json::Value = serde_json::from_str(&written(render::Format::Json)).unwrap();
    let found = json["files"][0]["diagnostics"].as_array().unwrap();
    let found = found.iter().find(|found| !found["related"].as_array().unwrap().is_empty()).unwrap();
    let related = &found["related"][0];
    assert_eq!((related["sheet"].as_str(), related["cell"].as_str()), (Some("Results"), Some("A5")), "{found:#}");
    let cell = format!("Results!{}", found["cell"].as_str().unwrap());
    let sarif: serde_json::Value = serde_json::from_str(&written(render::Format::Sarif)).unwrap();
    let result = sarif["runs"][0]["results"].as_array().unwrap();
    let result = result.iter().find(|result| result["relatedLocations"].is_array()).unwrap();
    assert_eq!(result["locations"][0]["logicalLocations"][1]["name"], cell, "{result:#}");
    let there = &result["relatedLocations"][0]["logicalLocations"][0];
    assert_eq!((&there["name"], &there["kind"]), (&"Results!A5".into(), &"cell".into()), "{result:#}");
    for format in [render::Format::Github, render::Format::Gitlab] {
        assert!(written(format).contains(&cell), "{}", written(format));
    }
}
