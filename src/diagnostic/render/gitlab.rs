//! GitLab's code quality report: what it reads of each finding, in structs of its own.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Checked, Options, address, all_sentences, answers, cell_first, json};
use crate::diagnostic::{Diagnostic, Severity};

pub(super) const OPENING: &str = "[\n";
pub(super) const CLOSING: &str = "\n]\n";

/// The findings of one return; nothing where there are none. What the return answers or its funder waives is there for
/// information.
pub(super) fn piece(file: &Checked<'_>, options: &Options<'_>) -> String {
    let mut met: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let issues: Vec<_> = file
        .diagnostics
        .iter()
        .map(|found| {
            let nth = met.entry((found.rule, found.at.as_str())).or_default();
            *nth += 1;
            json::indented(&Issue::of(file, found, *nth, options), "  ")
        })
        .collect();
    issues.join(",\n")
}

#[derive(Debug, Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Debug, Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Debug, Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

impl Issue {
    fn of(file: &Checked<'_>, found: &Diagnostic, nth: usize, options: &Options<'_>) -> Self {
        let place = file.place(&found.at, found.part);
        let path = address::relative(&file.source(&place).name, options);
        Self {
            description: format!("{}{}{}", cell_first(&place), all_sentences(file, found, options), answers(found)),
            check_name: found.rule,
            fingerprint: address::fingerprint(&path, found.rule, found.at.as_str(), nth),
            severity: match found.severity {
                Severity::Error => "major",
                Severity::Warning if found.is_answered() => "info",
                Severity::Warning => "minor",
                Severity::Advice => "info",
            },
            location: Location { path, lines: Lines { begin: place.line.max(1), end: place.end_line.max(1) } },
        }
    }
}
