//! Documents tell the truth: every path and command they name is real.

use std::{fs, path::Path};

use candour::{check, diagnostic::render, intake};

const DOCUMENTS: &[&str] =
    &["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "DATA-PROTECTION.md"];
const COMMANDS: &[&str] = &[
    "validate",
    "report",
    "verify",
    "extract",
    "new",
    "diff",
    "upgrade",
    "convert",
    "schema",
    "rules",
    "explain",
    "completions",
    "help",
];

#[test]
fn every_path_in_a_document_is_there() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut faults = Vec::new();
    for document in DOCUMENTS {
        let text = fs::read_to_string(top.join(document)).unwrap();
        for word in quoted(&text).filter(|word| is_path(word)) {
            if !top.join(word.trim_end_matches('/')).exists() {
                faults.push(format!("{document} names {word}, which is not there"));
            }
        }
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let link = link.split('#').next().unwrap();
            if !link.is_empty() && !link.contains("://") && !top.join(link).exists() {
                faults.push(format!("{document} links to {link}, which is not there"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_command_in_a_document_is_one_of_ours() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    for document in DOCUMENTS {
        let text = fs::read_to_string(top.join(document)).unwrap();
        for line in text.lines().map(|line| line.trim().trim_start_matches("$ ").trim_start_matches('`')) {
            if let Some(rest) = line.strip_prefix("candour ") {
                let command = rest.split([' ', '`']).next().unwrap();
                let is_ours = COMMANDS.contains(&command) || command.starts_with("--");
                assert!(is_ours, "{document} speaks of “candour {command}”, which is no command");
            }
        }
    }
}

#[test]
fn the_readme_shows_what_an_officer_would_read() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let bytes = fs::read(top.join("fixtures/invalid/first-look/return.json")).unwrap();
    let checked = check::check(intake::read("return.json", &bytes), &check::Options::default());
    let shown = render::Checked {
        path: "return.json",
        verdict: checked.verdict(),
        diagnostics: checked.diagnostics(),
        places: checked.intake(),
    };
    let printed = render::text(&[shown], render::TextOptions { colour: false });
    let readme = fs::read_to_string(top.join("README.md")).unwrap();
    let example = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    for paragraph in example.trim_end().split("\n\n") {
        assert!(printed.contains(paragraph), "README.md shows\n{paragraph}\nbut the program prints\n{printed}");
    }
}

/// What stands between single backquotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let outside_blocks = text.split("```").step_by(2);
    outside_blocks.flat_map(|part| part.split('`').skip(1).step_by(2))
}

/// A path from the top of the project, not a pattern, a command or a name with blanks to fill.
fn is_path(word: &str) -> bool {
    let starts = ["src/", "tests/", "fixtures/", "schemas/", "report-templates/", "benches/", ".ci/"];
    let is_top = ["Cargo.toml", "Cargo.lock", "clippy.toml", "RULES.md", "README.md"].contains(&word);
    (is_top || starts.iter().any(|start| word.starts_with(start))) && !word.contains(['<', '*', ' ', '…', '{'])
}
