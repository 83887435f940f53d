//! What the promises are told with: fixtures, and the text expected beside them.

use std::path::{Path, PathBuf};

use candour::diagnostic::render::{Checked, TextOptions, text};
use candour::diagnostic::{Severity, Verdict};
use candour::intake;
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

/// Reads a return, checks its shape and compares what is said with the text beside it. `SNAPSHOTS=overwrite` rewrites.
pub(crate) fn gets(path: &Path) {
    let name = path.file_name().unwrap().to_str().unwrap();
    let expected = path.with_extension("diagnostics.txt");
    same_text(&shape_findings(name, &std::fs::read(path).unwrap()), &expected);
}

/// What is said about the text and the shape of a return.
pub(crate) fn shape_findings(name: &str, bytes: &[u8]) -> String {
    let read = intake::read(name, bytes);
    let diagnostics = read.diagnostics;
    let verdict = match diagnostics.iter().map(|found| found.severity).min() {
        _ if read.intake.root().is_none() => Verdict::Unreadable,
        Some(Severity::Error) => Verdict::Rejected,
        Some(Severity::Warning) => Verdict::NeedsExplanations,
        Some(Severity::Advice) | None => Verdict::Accepted,
    };
    text(
        &[Checked { path: name, verdict, diagnostics: &diagnostics, places: &read.intake }],
        TextOptions { colour: false },
    )
}

/// Compares with a file. `SNAPSHOTS=overwrite` rewrites it.
pub(crate) fn same_text(actual: &str, expected: &Path) {
    snapbox::Assert::new().action_env("SNAPSHOTS").eq(actual.to_owned(), Data::read_from(expected, None).raw());
}
