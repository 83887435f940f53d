//! What the promises are told with: fixtures, and the text expected beside them.

use std::path::{Path, PathBuf};

use candour::diagnostic::render::{Checked, Format, Options, render};
use candour::diagnostic::{Diagnostic, Severity, Verdict};
use candour::intake::Intake;
use candour::{diagnostic, intake, schema};
use snapbox::Data;

/// A file or folder of the fixtures.
pub(crate) fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(path)
}

/// The JSON files directly in a folder of the fixtures, in order.
pub(crate) fn fixtures(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(fixture(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    files.sort();
    files
}

/// Compares what is said about a file with the text beside it. `SNAPSHOTS=overwrite` rewrites.
pub(crate) fn gets(path: &Path, findings: impl Fn(&str, &[u8]) -> String) {
    let name = path.file_name().unwrap().to_str().unwrap();
    same_text(&findings(name, &std::fs::read(path).unwrap()), &path.with_extension("diagnostics.txt"));
}

/// What is said about the text of a return.
pub(crate) fn text_findings(name: &str, bytes: &[u8]) -> String {
    let read = intake::read(name, bytes);
    told(Format::Text, name, &read.intake, &read.diagnostics)
}

/// What is said about the text and the shape of a return.
pub(crate) fn shape_findings(name: &str, bytes: &[u8]) -> String {
    shape_findings_in(Format::Text, name, bytes)
}

/// What is said about the text and the shape of a return, in this format.
pub(crate) fn shape_findings_in(format: Format, name: &str, bytes: &[u8]) -> String {
    let read = intake::read(name, bytes);
    let mut diagnostics = read.diagnostics;
    diagnostics.extend(schema::check(&read.intake).diagnostics);
    diagnostic::sort(&mut diagnostics, &read.intake);
    told(format, name, &read.intake, &diagnostics)
}

fn told(format: Format, name: &str, intake: &Intake, diagnostics: &[Diagnostic]) -> String {
    let verdict = match diagnostics.iter().map(|found| found.severity).min() {
        _ if intake.root().is_none() => Verdict::Unreadable,
        Some(Severity::Error) => Verdict::Rejected,
        Some(Severity::Warning) => Verdict::NeedsExplanations,
        Some(Severity::Advice) | None => Verdict::Accepted,
    };
    render(format, &[Checked { path: name, verdict, diagnostics, places: intake }], &Options::default())
}

/// Compares with a file. `SNAPSHOTS=overwrite` rewrites it.
pub(crate) fn same_text(actual: &str, expected: &Path) {
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(actual.to_owned(), Data::read_from(expected, None).raw());
}
