use super::{Checked, Options, check};
use crate::diagnostic::Verdict;
use crate::intake::read;

const SALTMERE: &str = include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json");

fn checked(text: &str) -> Checked {
    check(read("return.json", text.as_bytes()), &Options::default())
}

#[test]
fn what_is_no_json_is_unreadable() {
    let checked = checked("[1,");
    assert_eq!(checked.verdict(), Verdict::Unreadable);
    assert!(checked.draft().is_none());
    assert!(checked.accept().is_err());
}

#[test]
fn the_worked_example_is_accepted() {
    let accepted = checked(SALTMERE).accept().unwrap();
    assert!(!accepted.is_draft());
    assert!(accepted.withheld().is_empty());
    assert!(accepted.history().earlier().is_empty());
}
