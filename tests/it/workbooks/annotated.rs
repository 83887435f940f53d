//! A copy of a workbook with what was found in it: everything on its cell, and nothing that somebody typed is changed.

use std::fs;

use candour::source::Locate;
use candour::workbook;

use super::bench::Bench;
use super::{by_workbook, checked, read};
use crate::program::{candour, code, said};
use crate::support::fixture;

/// The worked example with a date that may be two, a word that is no choice, and a formula of somebody's own.
fn faulty() -> Vec<u8> {
    let mut bench =
        Bench::open(&workbook::write(&read(&fixture("valid/saltmere-2026-27-q2/return.json")).intake).unwrap());
    let due = bench.find("Return", "Due on").replacen('A', "B", 1);
    bench.write("Return", &due, "03/11/2026");
    let budget = bench.at("Finance - spend", "Budget", 5);
    let value =
        bench.cell("Finance - spend", &budget).split("<v>").nth(1).unwrap().split('<').next().unwrap().to_owned();
    bench.set("Finance - spend", &budget, &format!(" s=\"12\"><f>1+1</f><v>{value}</v>"));
    let kind = bench.at("Risks", "Response", 6);
    bench.write("Risks", &kind, "=cmd|' /C calc'!A0");
    bench.close()
}

#[test]
fn a_copy_says_the_same_and_has_a_note_on_each_cell() {
    let bytes = faulty();
    let before = checked(workbook::read("return.xlsx", &bytes));
    let copy = workbook::annotate(&bytes, before.diagnostics(), &before).unwrap();
    let after = workbook::read("return.xlsx", &copy);
    assert_eq!(workbook::difference(before.intake(), &after.intake), None);
    let after = checked(after);
    let told = |checked: &candour::check::Checked| -> Vec<String> {
        let spot = |found: &candour::diagnostic::Diagnostic| {
            let place = checked.locate(&found.at, found.part);
            format!("{:?}!{:?} {} {}", place.sheet, place.cell, found.rule, found.message)
        };
        let mut told: Vec<_> = checked.diagnostics().iter().map(spot).collect();
        told.sort();
        told
    };
    assert_eq!(told(&before), told(&after));
    let (bench, was) = (Bench::open(&copy), Bench::open(&bytes));
    let outline = bench.text("xl/workbook.xml");
    assert!(outline.contains("<sheets><sheet xmlns:r="), "the list comes first: {outline}");
    let list = bench.text("xl/worksheets/candour-findings.xml");
    for found in before.diagnostics() {
        let place = before.locate(&found.at, found.part);
        let (Some(sheet), Some(cell)) = (place.sheet, place.cell) else { continue };
        assert!(list.contains(&format!(">{sheet}!{cell}</t>")), "{sheet}!{cell} is not in the list");
        let number: String = was.part_of(&sheet).chars().filter(char::is_ascii_digit).collect();
        // A list has notes of its own on its headings, and ours stand among them.
        let own = bench.has(&format!("xl/comments{number}.xml"));
        let notes = own.unwrap_or_else(|| bench.text(&format!("xl/candour-notes{number}.xml")));
        assert!(notes.contains(&format!("<comment ref=\"{cell}\"")), "{sheet}!{cell} has no note");
        // Its own words and formula are as they were; only its look is another.
        let part = was.part_of(&sheet);
        let (old, new) = (was.text(&part), bench.text(&part));
        if old.contains(&format!("<c r=\"{cell}\"")) {
            let inner = |text: &str| {
                let cell = text.split(&format!("<c r=\"{cell}\"")).nth(1).unwrap();
                cell.split_once('>').unwrap().1.split("</c>").next().unwrap().to_owned()
            };
            assert_eq!(inner(&old), inner(&new), "{sheet}!{cell}");
        }
    }
    assert!(bench.text(&was.part_of("Finance - spend")).contains("<f>1+1</f>"));
    assert!(!list.contains("<f>"));
}

#[test]
fn a_sheet_with_notes_of_its_own_keeps_them() {
    let mut bench = Bench::open(&faulty());
    let part = bench.part_of("Return");
    bench.change(&part, |text| text.replacen("</worksheet>", "<legacyDrawing r:id=\"rId1\"/></worksheet>", 1));
    let bytes = bench.close();
    let found = checked(workbook::read("return.xlsx", &bytes));
    let copy = Bench::open(&workbook::annotate(&bytes, found.diagnostics(), &found).unwrap());
    assert_eq!(copy.text(&part).matches("legacyDrawing").count(), 1);
    assert!(copy.text("xl/worksheets/candour-findings.xml").contains(">Return!B"));
}

#[test]
fn an_officers_note_keeps_its_words_and_ours_stand_below() {
    let mut bench = Bench::open(&faulty());
    let part = bench.part_of("Risks").replace("xl/worksheets/sheet", "xl/comments");
    let kind = bench.at("Risks", "Response", 6);
    let mine = format!(
        "<comment ref=\"{kind}\" authorId=\"0\"><text><t>Ask the board first.</t></text></comment></commentList>"
    );
    bench.change(&part, |text| text.replacen("</commentList>", &mine, 1));
    let bytes = bench.close();
    let found = checked(workbook::read("return.xlsx", &bytes));
    let copy = Bench::open(&workbook::annotate(&bytes, found.diagnostics(), &found).unwrap());
    let notes = copy.text(&part);
    assert!(notes.contains("<t>Ask the board first.&#10;&#10;Error: “Response” is "), "{notes}");
    assert_eq!(notes.matches(&format!("<comment ref=\"{kind}\"")).count(), 1);
    // The notes on headings are there, too, and each of all has its shape.
    let drawn = copy.text(&part.replace("xl/comments", "xl/drawings/notes").replace(".xml", ".vml"));
    let was = bench.text(&part).matches("<comment ").count() - 1;
    let now = notes.matches("<comment ").count() - 1;
    assert!(was > 8 && now >= was, "{was}, {now}");
    assert_eq!(drawn.matches("<v:shape ").count(), now);
}

#[test]
fn the_command_writes_the_copy_and_leaves_the_workbook() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("return.xlsx"), faulty()).unwrap();
    let output =
        candour(&["validate", "--today", "2026-11-20", &path("return.xlsx"), "--annotate", &path("copy.xlsx")]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert_eq!(fs::read(path("return.xlsx")).unwrap(), faulty());
    assert!(workbook::read("copy.xlsx", &fs::read(path("copy.xlsx")).unwrap()).intake.root().is_some());
    let again = candour(&["validate", &path("return.xlsx"), "--annotate", &path("copy.xlsx")]);
    assert_eq!(code(&again), 2, "{}", said(&again));
    let json = fixture("valid/smallest/return.json").to_str().unwrap().to_owned();
    let output = candour(&["validate", &json, "--annotate", &path("other.xlsx")]);
    assert_eq!(code(&output), 2, "{}", said(&output));
    assert!(said(&output).contains("is no workbook that could be copied with notes"), "{}", said(&output));
    let output = candour(&["validate", &json, &json, "--annotate", &path("other.xlsx")]);
    assert_eq!(code(&output), 2, "{}", said(&output));
}

#[test]
fn an_accepted_workbook_has_an_empty_list() {
    let read = by_workbook(&read(&fixture("valid/nothing-to-report/return.json")));
    let bytes = workbook::write(&read.intake).unwrap();
    let copy = workbook::annotate(&bytes, &[], &read.intake).unwrap();
    let after = workbook::read("return.xlsx", &copy);
    assert_eq!(workbook::difference(&read.intake, &after.intake), None);
}
