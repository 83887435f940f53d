//! `candour.toml`: what a team sets once holds for its returns, and a slip in it is told.

use std::fs;

use crate::program::{candour, code, said};
use crate::support::fixture;

/// A folder with the worked example, changed, and a file of settings above it.
fn beside(settings: &str, from: &str, to: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    // The root of a repository ends the search.
    fs::create_dir(folder.path().join(".git")).unwrap();
    fs::create_dir(folder.path().join("returns")).unwrap();
    fs::write(folder.path().join("candour.toml"), settings).unwrap();
    let text = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    assert!(text.contains(from));
    let path = folder.path().join("returns/return.json");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

const ALLOWED: &str = "[allow]\npostcodes = [\"YO8 4QX\"]\ntelephone_numbers = [\"07911 123456\"]\n\
                       mailboxes = [\"jo.bloggs@home.example\"]\n";

#[test]
fn what_a_team_allows_is_left_in_peace_and_nothing_else_is() {
    let found = "Emails between lawyers made trust worse.";
    let told = "Ring 07911 123 456 or jo.bloggs@home.example at yo84qx.";
    let (_folder, path) = beside(ALLOWED, found, told);
    let output = candour(&["validate", &path]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let output = candour(&["validate", &path, "--no-config"]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    for rule in ["postcode-in-text", "e-mail-address-in-text", "telephone-number-in-text"] {
        assert!(said(&output).contains(rule), "{rule}: {}", said(&output));
    }
    let (_folder, path) = beside(ALLOWED, found, "Ring 07911 123 457.");
    assert_eq!(code(&candour(&["validate", &path])), 1);
}

#[test]
fn a_named_file_holds_for_all_returns() {
    let (folder, path) = beside("", "Emails between lawyers made trust worse.", "Write to YO8 4QX.");
    assert_eq!(code(&candour(&["validate", &path])), 1);
    let ours = folder.path().join("ours.toml");
    fs::write(&ours, ALLOWED).unwrap();
    let output = candour(&["validate", &path, "--config", ours.to_str().unwrap()]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let output = candour(&["validate", &path, "--config", "no-such-file.toml"]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("There is no file called no-such-file.toml"), "{}", said(&output));
}

#[test]
fn higher_thresholds_hide_more_and_lower_ones_build_nothing() {
    let page = |folder: &tempfile::TempDir, path: &str| {
        let out = folder.path().join("reports");
        let output = candour(&["report", path, "--format", "html", "--out", out.to_str().unwrap()]);
        let mut pages: Vec<_> = fs::read_dir(&out).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        pages.sort();
        let names: Vec<_> = pages.iter().map(|page| page.file_name().unwrap().to_str().unwrap().to_owned()).collect();
        let text: String = pages.iter().map(|page| fs::read_to_string(page).unwrap()).collect();
        (code(&output), said(&output), names, text)
    };
    let (folder, path) = beside("[report]\naudiences = [\"funder\"]\n", "Saltmere", "Saltmere");
    let (ended, told, names, usual) = page(&folder, &path);
    assert_eq!((ended, names.len()), (0, 1), "{told}");
    assert!(names[0].ends_with("-funder.html"), "{names:?}");
    let (folder, path) =
        beside("[disclosure]\npeople = 7\n[report]\naudiences = [\"funder\"]\n", "Saltmere", "Saltmere");
    let (ended, told, _, stricter) = page(&folder, &path);
    assert_eq!(ended, 0, "{told}");
    let hidden = |text: &str| text.matches("[c]").count();
    assert!(hidden(&stricter) > hidden(&usual), "{} and {}", hidden(&stricter), hidden(&usual));
    let (folder, path) = beside("[disclosure]\npeople = 3\n", "Saltmere", "Saltmere");
    let (ended, told, names, _) = page(&folder, &path);
    assert_eq!((ended, names.len()), (1, 0), "{told}");
    assert!(told.contains("candour.toml:2:10") && told.contains("because its settings have errors"), "{told}");
}

#[test]
fn a_slip_in_the_settings_is_told_once_for_all_returns_and_to_programs() {
    let (folder, path) = beside("[alow]\n", "Saltmere", "Saltmere");
    let returns = folder.path().join("returns");
    fs::copy(&path, returns.join("again.json")).unwrap();
    fs::rename(&path, returns.join("once.json")).unwrap();
    let output = candour(&["validate", returns.to_str().unwrap()]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    assert_eq!(said(&output).matches("error[setting-not-known]").count(), 1, "{}", said(&output));
    assert!(said(&output).contains("Did you mean “allow”?"), "{}", said(&output));
    let output = candour(&["validate", returns.to_str().unwrap(), "--output-format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["summary"]["files"], 2);
    assert_eq!(told["files"][2]["diagnostics"][0]["rule"], "setting-not-known");
    assert_eq!(told["files"][2]["diagnostics"][0]["line"], 1);
}
