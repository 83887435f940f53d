//! Any workbook is read without panic; what is said of it has a help, and is said on a copy that can be read again. Any
//! folder of lists is, too; what is said of it stands in the text of a list, and what is written of it is read again.
#![no_main]

use candour::check::{Checked, Options, check};
use candour::diagnostic::Severity;
use candour::diagnostic::render::{self, Places, TextOptions, text};
use candour::intake::{Document, Read};
use candour::source::Locate;
use candour::workbook;
use libfuzzer_sys::fuzz_target;

#[path = "../parts.rs"]
mod parts;

/// What is checked, with a help for each error.
fn checked(read: Read) -> Checked {
    let checked = check(read, &Options::default());
    for found in checked.diagnostics() {
        assert!(found.severity != Severity::Error || found.help.is_some(), "{} lacks a help", found.message);
    }
    checked
}

fn folder(lists: &[(String, &[u8])]) {
    let files: Vec<_> = lists.iter().map(|(name, bytes)| Document { name, bytes }).collect();
    let read = || workbook::read_lists("lists", &files);
    let found = checked(read());
    for found_one in found.diagnostics() {
        let place = found.intake().locate(&found_one.at, found_one.part);
        let text = &found.intake().source(place.document).text;
        assert!(place.line == 0 || text.get(place.bytes).is_some(), "{} has no place", found_one.message);
    }
    let told = |checked: &Checked| {
        let (verdict, diagnostics) = (checked.verdict(), checked.diagnostics());
        text(
            &[render::Checked { path: "lists", verdict, diagnostics, places: checked.intake() }],
            TextOptions::default(),
        )
    };
    assert_eq!(told(&found), told(&checked(read())));
    let Some(lists) = workbook::write_lists(found.intake()) else { return };
    let files: Vec<_> = lists.iter().map(|(name, bytes)| Document { name, bytes }).collect();
    let again = workbook::read_lists("lists", &files);
    let marks =
        again.diagnostics.iter().find(|found| ["quotation-marks-unpaired", "not-saved-as-utf-8"].contains(&found.rule));
    assert!(marks.is_none(), "{marks:?}");
}

fuzz_target!(|bytes: &[u8]| {
    let lists = parts::lists(bytes);
    if !lists.is_empty() {
        return folder(&lists);
    }
    let file = parts::packed(bytes);
    let checked = checked(workbook::read("return.xlsx", &file));
    let Some(copy) = workbook::annotate(&file, checked.diagnostics(), checked.intake()) else { return };
    let again = workbook::read("return.xlsx", &copy);
    assert_eq!(workbook::difference(checked.intake(), &again.intake), None, "a note changed what was typed");
});
