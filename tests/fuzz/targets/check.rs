//! Any bytes are checked without panic, to the last word of what is said about them, and twice alike.
#![no_main]

use candour::check::{Options, check};
use candour::diagnostic::Severity;
use candour::diagnostic::render::{Checked, TextOptions, json, text};
use candour::intake;
use libfuzzer_sys::fuzz_target;

fn said(bytes: &[u8]) -> (String, String) {
    let checked = check(intake::read("return.json", bytes), &Options::default());
    for found in checked.diagnostics() {
        assert!(found.severity != Severity::Error || found.help.is_some(), "{} lacks a help", found.message);
    }
    let files = [Checked {
        path: "return.json",
        verdict: checked.verdict(),
        diagnostics: checked.diagnostics(),
        places: checked.intake(),
    }];
    let said = (text(&files, TextOptions::default()), json(&files));
    // A return that holds is a draft too, or is accepted.
    let _ = checked.draft();
    let _ = checked.accept();
    said
}

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(said(bytes), said(bytes));
});
