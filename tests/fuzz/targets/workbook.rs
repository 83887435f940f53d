//! Any workbook is read without panic; what is said of it has a help, and is said on a copy that can be read again.
#![no_main]

use candour::check::{Options, check};
use candour::diagnostic::Severity;
use candour::workbook;
use libfuzzer_sys::fuzz_target;

#[path = "../parts.rs"]
mod parts;

fuzz_target!(|bytes: &[u8]| {
    let file = parts::packed(bytes);
    let checked = check(workbook::read("return.xlsx", &file), &Options::default());
    for found in checked.diagnostics() {
        assert!(found.severity != Severity::Error || found.help.is_some(), "{} lacks a help", found.message);
    }
    let Some(copy) = workbook::annotate(&file, checked.diagnostics(), checked.intake()) else { return };
    let again = workbook::read("return.xlsx", &copy);
    assert_eq!(workbook::difference(checked.intake(), &again.intake), None, "a note changed what was typed");
});
