//! What the fuzzers have found ways to say is read, checked and told like anything else. `tests/fuzz` says how it grows.

use candour::check::{Options, check};
use candour::diagnostic::Severity;
use candour::diagnostic::render::{self, Format};
use candour::{intake, workbook};

#[path = "../fuzz/parts.rs"]
mod parts;

fn files(of: &str) -> Vec<std::path::PathBuf> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(of);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn told(read: intake::Read, format: Format) -> String {
    let checked = check(read, &Options { safe_output: true, ..Options::default() });
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
            let read = || intake::read("return.json", &bytes);
            assert_eq!(told(read(), format), told(read(), format), "{} is told in two ways", path.display());
        }
    }
}

#[test]
fn all_workbooks_of_the_corpus_are_told_and_annotated() {
    let files = files("workbook");
    assert!(files.len() > 1, "the corpus of workbooks is gone");
    for (index, path) in files.iter().enumerate() {
        let file = std::fs::read(path).unwrap();
        let format = Format::ALL[index % Format::ALL.len()];
        let lists = parts::lists(&file);
        if !lists.is_empty() {
            let files: Vec<_> = lists.iter().map(|(name, bytes)| intake::Document { name, bytes }).collect();
            let read = || workbook::read_lists("lists", &files);
            assert_eq!(told(read(), format), told(read(), format), "{} is told in two ways", path.display());
            continue;
        }
        let bytes = parts::packed(&file);
        let read = || workbook::read("return.xlsx", &bytes);
        assert_eq!(told(read(), format), told(read(), format), "{} is told in two ways", path.display());
        let checked = check(read(), &Options::default());
        let Some(copy) = workbook::annotate(&bytes, checked.diagnostics(), checked.intake()) else { continue };
        let again = workbook::read("return.xlsx", &copy);
        let differs = workbook::difference(checked.intake(), &again.intake);
        assert_eq!(differs, None, "a note on {} changed what was typed", path.display());
    }
}
