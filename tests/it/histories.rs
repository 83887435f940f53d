//! The quarters of one partnership, told twice: in `fixtures/histories/saltmere` every change is said where it is made, and
//! in `fixtures/histories/saltmere-quiet` nobody is told. What comparing quarters brings stands beside each folder.

use std::fs;
use std::path::{Path, PathBuf};

use candour::check::{Checked, EarlierReturn, EarlierReturns, Identity, Options, check, check_after, choose};
use candour::diagnostic::Diagnostic;
use candour::diagnostic::render::{self, TextOptions};
use candour::intake;
use candour::returns::QuarterlyReturn;

use crate::support::{fixture, fixtures, same_text};

/// The returns of a history with what each says of itself, oldest first, a version after the one it replaces.
pub(crate) fn filed(history: &str) -> Vec<(PathBuf, Identity)> {
    let files = fixtures(&format!("histories/{history}")).into_iter();
    let mut filed: Vec<_> = files
        .map(|path| {
            let read = intake::read("return.json", &fs::read(&path).unwrap());
            let identity = Identity::of(&read.intake).expect("a return of a history says whose it is");
            (path, identity)
        })
        .collect();
    filed.sort_by_key(|(_, identity)| (identity.period.quarter_index(), identity.version));
    filed
}

/// The returns filed before one of a history.
pub(crate) fn before(filed: &[(PathBuf, Identity)], number: usize) -> Vec<PathBuf> {
    let identities: Vec<_> = filed.iter().map(|(_, identity)| identity.clone()).collect();
    let chosen = choose(&identities[number], &identities);
    chosen.earlier.into_iter().map(|number| filed[number].0.clone()).collect()
}

fn named(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

fn typed(path: &Path) -> QuarterlyReturn {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// A return beside those before it, with only what comparing brought.
pub(crate) fn compared(path: &Path, earlier: &[PathBuf]) -> (Checked, Vec<Diagnostic>) {
    let read = |path: &Path| intake::read(named(path), &fs::read(path).unwrap());
    let alone = check(read(path), &Options::default());
    let earlier = earlier.iter().map(|path| EarlierReturn::of(read(path).intake).unwrap()).collect();
    let checked = check_after(read(path), EarlierReturns::of(earlier), &Options::default());
    let key = |found: &Diagnostic| (found.rule, found.message.clone());
    let there: Vec<_> = alone.diagnostics().iter().map(key).collect();
    let new = checked.diagnostics().iter().filter(|found| !there.contains(&key(found))).cloned().collect();
    (checked, new)
}

/// What an officer reads about a whole history, quarter by quarter.
fn told(history: &str) -> String {
    let filed = filed(history);
    let mut text = String::new();
    for (number, (path, _)) in filed.iter().enumerate() {
        let (checked, found) = compared(path, &before(&filed, number));
        let file =
            render::Checked { path: named(path), verdict: checked.verdict(), diagnostics: &found, places: &checked };
        text.push_str(&format!("==== {}\n", named(path)));
        if !found.is_empty() {
            text.push_str(&render::text(&[file], TextOptions { colour: false }));
        }
    }
    text
}

#[test]
fn what_was_documented_is_all_that_is_said_between_the_quarters() {
    same_text(&told("saltmere"), &fixture("histories/saltmere.findings.txt"));
}

#[test]
fn what_nobody_was_told_is_found_change_by_change() {
    same_text(&told("saltmere-quiet"), &fixture("histories/saltmere-quiet.findings.txt"));
}

#[test]
fn the_history_tells_the_story_it_is_there_for() {
    let filed = filed("saltmere");
    let quarters: std::collections::BTreeSet<_> =
        filed.iter().map(|(_, identity)| identity.period.quarter_index()).collect();
    assert!(quarters.len() >= 8, "{} quarters", quarters.len());
    let all: Vec<QuarterlyReturn> = filed.iter().map(|(path, _)| typed(path)).collect();
    let restated: usize = all.iter().map(|filed| filed.header.restatements.len()).sum();
    assert!(restated >= 2, "{restated} restatements");
    assert!(all.iter().any(|filed| filed.header.replaces.is_some()), "a quarter was filed twice");
    let measures = || all.iter().flat_map(|filed| &filed.results);
    let revised = measures().filter_map(|measure| measure.target.as_ref()).flat_map(|target| &target.revised);
    assert!(
        revised.clone().all(|change| change.why.is_some()) && revised.count() >= 2,
        "targets move with their reason"
    );
    assert!(all.iter().flat_map(|filed| &filed.partners).any(|partner| partner.left_reason.is_some()));
    // The worked example is the return that stands for its quarter.
    let worked = fs::read(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    assert!(
        fs::read(fixture("histories/saltmere/2026-27-q2.json")).unwrap() == worked,
        "copy the worked example again"
    );
}
