//! The quarters of one partnership, told twice: in `fixtures/histories/saltmere` every change is said where it is made, and
//! in `fixtures/histories/saltmere-quiet` nobody is told. What comparing quarters brings stands beside each folder.

use std::fs;
use std::path::{Path, PathBuf};

use candour::check::{Checked, EarlierReturn, EarlierReturns, Identity, Options, check, check_after, choose};
use candour::diagnostic::Diagnostic;
use candour::diagnostic::render::{self, TextOptions};
use candour::disclosure::{Audience, PublishOptions, Published, publish};
use candour::intake;
use candour::render::PdfOptions;
use candour::report::{block::Block, build};
use candour::returns::{QuarterlyReturn, TextLanguage};
use serde_json::json;

use crate::patch::patched;
use crate::reports::{anchors_and_broken_links, in_lines};
use crate::support::{fixture, fixtures, same_text};

/// The returns of a history with what each says of itself, oldest first, a version after the one it replaces.
pub(crate) fn filed(history: &str) -> Vec<(PathBuf, Identity)> {
    let paths = fixtures(&format!("histories/{history}")).into_iter();
    let mut filed: Vec<_> = paths
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
        text.extend(["==== ", named(path), "\n"]);
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

/// What one audience sees of a return of a history, with those before it at hand.
pub(crate) fn published(history: &str, file: &str, audience: Audience, language: TextLanguage) -> Published {
    let filed = filed(history);
    let number = filed.iter().position(|(path, _)| named(path) == file).expect("the history has it");
    let earlier: Vec<String> = before(&filed, number).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
    published_after(&fs::read_to_string(&filed[number].0).unwrap(), &earlier, audience, language)
}

fn published_after(text: &str, earlier: &[String], audience: Audience, language: TextLanguage) -> Published {
    let read = |text: &str| intake::read("return.json", text.as_bytes());
    let earlier = earlier.iter().map(|text| EarlierReturn::of(read(text).intake).unwrap()).collect();
    let checked = check_after(read(text), EarlierReturns::of(earlier), &Options::default());
    let accepted = checked.accept().unwrap_or_else(|refused| panic!("{:?}", refused.diagnostics()));
    publish(&accepted, audience, &PublishOptions { language, ..PublishOptions::default() })
}

/// The sections of a report that come of the history, a line a block.
fn of_memory(published: &Published) -> String {
    let report = build(published);
    let (_, broken) = anchors_and_broken_links(&report.blocks);
    assert!(broken.is_empty(), "{broken:?}");
    let is_of_memory = |block: &&Block| {
        matches!(block, Block::Section(section)
            if ["what-changed", "quarter-by-quarter"].contains(&section.anchor.as_str()))
    };
    in_lines(&report.blocks.iter().filter(is_of_memory).cloned().collect::<Vec<_>>())
}

#[test]
fn a_briefing_and_a_public_edition_keep_to_two_pages_in_every_quarter() {
    let (members, public) = (Audience::Members, Audience::Public);
    let (english, welsh) = (TextLanguage::English, TextLanguage::Welsh);
    for (path, _) in filed("saltmere") {
        for (audience, language) in [(members, english), (members, welsh), (public, english)] {
            let report = build(&published("saltmere", named(&path), audience, language));
            let pages = candour::render::pdf(&report, &PdfOptions::default()).unwrap().pages;
            assert!(pages <= 2, "{} for {} in {language:?}: {pages} pages", named(&path), audience.word());
        }
    }
}

#[test]
fn readers_are_told_what_is_other_than_they_were_told_and_how_it_went() {
    let english = TextLanguage::English;
    for (history, file, audience, language, expected) in [
        ("saltmere", "2027-28-q1.json", Audience::Funder, english, "saltmere.2027-28-q1.funder.txt"),
        ("saltmere", "2027-28-q1.json", Audience::Members, english, "saltmere.2027-28-q1.members.txt"),
        ("saltmere", "2027-28-q1.json", Audience::Funder, TextLanguage::Welsh, "saltmere.2027-28-q1.funder.cy.txt"),
        ("saltmere", "2026-27-q3.json", Audience::Funder, english, "saltmere.2026-27-q3.funder.txt"),
        ("saltmere-quiet", "2026-27-q4.json", Audience::Funder, english, "saltmere-quiet.2026-27-q4.funder.txt"),
    ] {
        let text = of_memory(&published(history, file, audience, language));
        same_text(&text, &fixture(&format!("histories/expected/{expected}")));
    }
}

#[test]
fn where_nothing_is_other_than_was_told_nothing_is_said() {
    for audience in [Audience::Funder, Audience::Members, Audience::Public] {
        let text = of_memory(&published("saltmere", "2027-28-q2.json", audience, TextLanguage::English));
        assert!(!text.contains("what-changed"), "{text}");
        assert_eq!(text.contains("quarter-by-quarter"), audience == Audience::Funder);
        let first = published("saltmere", "2025-26-q1.json", audience, TextLanguage::English);
        assert_eq!(first.memory, None, "a first return has nothing to remember");
    }
}

#[test]
fn an_answered_warning_is_the_reason() {
    let read = |file: &str| fs::read_to_string(fixture(&format!("histories/saltmere-quiet/{file}"))).unwrap();
    let answered = patched(
        &read("2026-27-q4.json"),
        &json!([{ "op": "add", "path": "/explanations/-", "value":
            { "rule": "R-14", "record": "R4", "text": "The landlord sold 40 homes.", "by_role": "Officer" } }]),
    );
    let told = published_after(&answered, &[read("2026-27-q3.json")], Audience::Funder, TextLanguage::English);
    let changes = told.memory.unwrap().changes;
    let why = |record: &str| changes.iter().find(|change| change.record == record).unwrap().why.clone();
    assert_eq!(why("R4").unwrap().text, "The landlord sold 40 homes.");
    assert_eq!(why("R2"), None);
}

#[test]
fn what_identifies_somebody_in_an_earlier_return_is_not_published_again() {
    let read = |file: &str| fs::read_to_string(fixture(&format!("histories/saltmere-quiet/{file}"))).unwrap();
    let secret = "Call Nia on 01904 555 123, NHS number 943 476 5919.";
    for path in [
        "/community_reporting/promises/1/promise",
        "/results/2/definition",
        "/outcomes/2/title",
        "/system_health/measures/5/title",
        "/outcomes/0/cohort/definition",
        "/system_health/trust_events/0/what",
    ] {
        let then = patched(&read("2026-27-q3.json"), &json!([{ "op": "replace", "path": path, "value": secret }]));
        for audience in [Audience::Funder, Audience::Members, Audience::Public] {
            let told =
                published_after(&read("2026-27-q4.json"), std::slice::from_ref(&then), audience, TextLanguage::English);
            let data = told.canonical_json();
            assert!(!data.contains("943 476") && !data.contains("555 123"), "{path} is told to {audience:?}");
        }
    }
}

#[test]
fn a_report_with_its_history_inside_follows_from_it_and_from_the_returns() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let file = "fixtures/histories/saltmere/2026-27-q3.json";
    let run = |arguments: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_candour"))
            .args(arguments)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let history = ["--history", "fixtures/histories"];
    run(&[&["report", file, "--audience", "all", "--format", "html", "--out", out], &history[..]].concat());
    let mut seen = 0;
    for entry in fs::read_dir(out).unwrap() {
        let path = entry.unwrap().path();
        run(&[&["verify", path.to_str().unwrap(), "--against", file], &history[..]].concat());
        seen += 1;
    }
    assert_eq!(seen, 3);
}
