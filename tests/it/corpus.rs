//! What the fuzzers have found ways to say is read, checked and told like anything else. `tests/fuzz` says how it grows.

use candour::check::{Options, check};
use candour::diagnostic::Severity;
use candour::diagnostic::render::{self, Format};
use candour::intake;

fn files(of: &str) -> Vec<std::path::PathBuf> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(of);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn told(bytes: &[u8], format: Format) -> String {
    let checked = check(intake::read("return.json", bytes), &Options { safe_output: true, ..Options::default() });
    for found in checked.diagnostics() {
        assert!(found.severity != Severity::Error || found.help.is_some(), "{} lacks a help", found.message);
    }
    let file = render::Checked {
        path: "return.json",
        verdict: checked.verdict(),
        diagnostics: checked.diagnostics(),
        places: checked.intake(),
    };
    render::render(format, &[file], &render::Options::default())
}

#[test]
fn all_of_the_corpus_is_told_in_every_format() {
    for of in ["read", "check"] {
        let files = files(of);
        assert!(files.len() > 1, "the corpus of {of} is gone");
        for (index, path) in files.iter().enumerate() {
            let bytes = std::fs::read(path).unwrap();
            // Each file in a format of its own: together they meet all.
            let format = Format::ALL[index % Format::ALL.len()];
            let text = told(&bytes, format);
            assert_eq!(text, told(&bytes, format), "{} is told in two ways", path.display());
        }
    }
}
