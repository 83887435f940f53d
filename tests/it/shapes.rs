//! Every fault of text and shape is told in a sentence, at its place.

use candour::intake::Cuts;
use candour::{intake, schema};

use crate::support::{fixture, fixtures, gets, shape_findings, text_findings};

#[test]
fn broken_json_is_told_kindly() {
    for path in fixtures("invalid/syntax") {
        gets(&path, text_findings);
    }
}

#[test]
fn faults_of_shape_are_told_at_the_leaf() {
    for path in fixtures("invalid/schema") {
        gets(&path, shape_findings);
    }
}

#[test]
fn the_worked_example_has_the_right_shape() {
    let bytes = std::fs::read(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let read = intake::read("return.json", &bytes);
    assert_eq!(read.diagnostics, []);
    let shaped = schema::check(&read.intake);
    assert_eq!(shaped.diagnostics, []);
    assert_eq!(shaped.cuts, Cuts::default());
    assert_eq!(shaped.typed.unwrap().partners.len(), 8);
}
