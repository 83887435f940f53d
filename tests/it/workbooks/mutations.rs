//! Each value of every honest return in turn is broken, and what is found in its JSON is found in its lists and in its workbook
//! too, word for word and at the cell.
//!
//! All places of all stories are broken: those of the worked example with a text that is nothing, and those of every story in
//! a way of their kind, which changes from place to place. Twelve places that stand far apart are broken at once; that
//! without which the rest of a return is not judged is broken alone. All of it goes through lists, which are read by the same
//! code as workbooks from the grid on; every tenth goes through a packed workbook too.

use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;

use candour::check::Checked;
use candour::intake::{self, Intake, Kind, Read, Value};
use candour::source::{Locate, Pointer};

use super::lists::Lists;
use super::{by_workbook, checked};
use crate::patch::splice;
use crate::support::fixture;

/// So many places are broken at once.
const AT_ONCE: usize = 12;

/// A value, and what stands in its place.
#[derive(Clone)]
struct Broken {
    at: Pointer,
    bytes: Range<usize>,
    with: &'static str,
}

/// What stands in place of a value of this kind, of which there were so many before; nothing for what holds others. Several
/// words in one cell have commas between them, so that a word of a list has none in it.
fn of_its_kind(index: usize, value: Value<'_>) -> Option<&'static str> {
    let is_item = value.name().is_none();
    let ways: &[&'static str] = match value.kind() {
        Kind::Number => &["-1", "41.57", "123456789", "0"],
        Kind::Text if is_item => &["\"nowhere-at-all\"", "\"2019-01-01\"", "\"=1+1\""],
        Kind::Text => &["\"nowhere-at-all\"", "\"2019-01-01\"", "\"=1+1\"", "\"two\\nlines, \\\"quoted\\\"\""],
        Kind::Boolean => &["\"perhaps\"", "\"7\""],
        Kind::Empty | Kind::List | Kind::Record => &[],
    };
    ways.get(index % ways.len().max(1)).copied()
}

fn nothing(_: usize, value: Value<'_>) -> Option<&'static str> {
    (!matches!(value.kind(), Kind::List | Kind::Record)).then_some("\"??\"")
}

/// Every value of a return, each with another in its place.
fn all(whole: &Intake, way: impl Fn(usize, Value<'_>) -> Option<&'static str>) -> Vec<Broken> {
    let mut all = Vec::new();
    let mut met = [0; 3];
    whole.root().unwrap().walk(&whole.top(), &mut |at, value| {
        let count = &mut met[match value.kind() {
            Kind::Number => 0,
            Kind::Text => 1,
            Kind::Boolean | Kind::Empty | Kind::List | Kind::Record => 2,
        }];
        let with = way(*count, value);
        *count += usize::from(with.is_some());
        all.extend(with.map(|with| Broken { at: at.clone(), bytes: value.bytes(), with }));
    });
    all
}

/// Those that are broken together.
fn groups(all: &[Broken]) -> Vec<Vec<Broken>> {
    let alone = ["/schema_version", "/return/period/", "/return/status", "/partnership/id", "/partnership/name"];
    let is_head = |broken: &&Broken| alone.iter().any(|start| broken.at.as_str().starts_with(start));
    let (head, rest): (Vec<&Broken>, Vec<&Broken>) = all.iter().partition(is_head);
    let apart = rest.len().div_ceil(AT_ONCE).max(1);
    let mut groups: Vec<Vec<Broken>> = head.into_iter().map(|one| vec![one.clone()]).collect();
    groups.extend((0..apart).map(|first| rest.iter().skip(first).step_by(apart).copied().cloned().collect()));
    groups
}

fn told(checked: &Checked) -> BTreeSet<String> {
    checked.diagnostics().iter().map(|found| format!("{} {} {}", found.rule, found.at, found.message)).collect()
}

/// How what is said of the cells differs from what is said of the lines; nothing where it is the same, at cells.
fn differs(form: &str, name: &str, broken: &[Broken], json: &Checked, read: Read) -> Option<String> {
    let cells = checked(read);
    let (at_lines, at_cells) = (told(json), told(&cells));
    let mut odd: Vec<String> = at_lines.difference(&at_cells).map(|only| format!("in JSON alone: {only}")).collect();
    odd.extend(at_cells.difference(&at_lines).map(|only| format!("in cells alone: {only}")));
    for found in cells.diagnostics() {
        let place = cells.locate(&found.at, found.part);
        let is_in_cells = place.sheet.is_some() || place.document.number() > 0;
        // What is said of the value itself stands at its own cell, and not at the sheet.
        let is_of_value = broken.iter().any(|broken| broken.at == found.at);
        if !is_in_cells || is_of_value && place.cell.is_none() {
            odd.push(format!("without a cell: {} {}", found.rule, found.at));
        }
    }
    let with: Vec<String> = broken.iter().map(|broken| format!("{} = {}", broken.at, broken.with)).collect();
    (!odd.is_empty()).then(|| format!("{name} in {form}, with {}:\n    {}", with.join(", "), odd.join("\n    ")))
}

#[test]
fn what_is_broken_is_found_at_its_cell_as_it_is_at_its_line() {
    let mut folders: Vec<_> = fs::read_dir(fixture("valid")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let (mut odd, mut places, mut tried) = (Vec::new(), 0, 0);
    for folder in folders {
        let name = folder.file_name().unwrap().to_str().unwrap();
        let text = fs::read_to_string(folder.join("return.json")).unwrap();
        let whole = intake::read("return.json", text.as_bytes()).intake;
        let mut broken = groups(&all(&whole, of_its_kind));
        if name == "saltmere-2026-27-q2" {
            broken.extend(groups(&all(&whole, nothing)));
        }
        for group in broken {
            let text = group.iter().rev().fold(text.clone(), |text, one| splice(&text, one.bytes.clone(), one.with));
            let json = intake::read("return.json", text.as_bytes());
            let at_lines = checked(json.clone());
            odd.extend(differs("lists", name, &group, &at_lines, Lists::of(&json).read()));
            if tried % 10 == 0 {
                odd.extend(differs("a workbook", name, &group, &at_lines, by_workbook(&json)));
            }
            tried += 1;
            places += group.len();
        }
    }
    assert!(odd.is_empty(), "{} of {tried} are told in another way:\n{}", odd.len(), odd.join("\n"));
    assert!(places > 4_000, "{places}");
}
