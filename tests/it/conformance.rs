//! Every report of every valid return, and PDFs made worse on purpose, for the validators that `.ci/conformance` asks.
//!
//! With the environment variable `CANDOUR_CONFORMANCE` naming a folder, the files are written there; without it, only
//! that each fault is really in its file is tested.

use std::path::Path;

use candour::disclosure::published::Audience;
use candour::render::{self, HtmlOptions, PdfOptions, opened::Heard};
use candour::report;
use candour::returns::TextLanguage;
use lopdf::{Dictionary, Document, Object};

use crate::histories::published as with_history;
use crate::program::candour;
use crate::templates::branded;
use crate::verify::{edition, editions, published};

/// A fault that a validator must find, and how it is put in; what it gives is how often.
type Fault = (&'static str, fn(&mut Document) -> usize);

const FAULTS: [Fault; 4] = [
    ("no-alt-text", |file| without(file, |about| about.remove(b"Alt").is_some())),
    ("no-language", |file| {
        let in_tags = without(file, |about| about.remove(b"Lang").is_some());
        in_tags + usize::from(file.catalog_mut().unwrap().remove(b"Lang").is_some())
    }),
    ("no-scope", |file| {
        without(file, |about| {
            let attributes = about.get_mut(b"A").and_then(Object::as_dict_mut);
            attributes.is_ok_and(|attributes| attributes.remove(b"Scope").is_some())
        })
    }),
    ("no-parent-tree", |file| without(file, |about| about.remove(b"ParentTree").is_some())),
];

/// Changes every dictionary of a file, and counts those that were changed.
fn without(file: &mut Document, change: impl Fn(&mut Dictionary) -> bool) -> usize {
    let dictionaries = file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    dictionaries.map(change).filter(|changed| *changed).count()
}

#[test]
fn files_for_the_validators() {
    let folder = std::env::var_os("CANDOUR_CONFORMANCE");
    let folder = folder.as_deref().map(Path::new);
    // The whole set is for the validators; without one, one report shows that the faults are faults.
    let mut all = Vec::new();
    if folder.is_some() {
        let of_story = |(story, audience, language): (String, Audience, TextLanguage)| {
            (format!("{story}-{}-{}", audience.word(), language.word()), edition(&story, audience, language))
        };
        all.extend(editions().into_iter().map(of_story));
        for audience in [Audience::Funder, Audience::Members, Audience::Public] {
            let after = with_history("saltmere", "2027-28-q1.json", audience, TextLanguage::English);
            all.push((format!("saltmere-with-history-{}", audience.word()), after));
        }
    }
    for (name, published) in all {
        let report = report::build(&published);
        let pdf = render::pdf(&report, &PdfOptions::default()).unwrap().bytes;
        let html = render::html(&report, &HtmlOptions::default()).unwrap();
        let said = render::open(&pdf).unwrap().pieces.into_iter().filter(|piece| piece.heard == Heard::Text);
        let said: Vec<String> = said.map(|piece| piece.words).collect();
        for (ending, bytes) in [("pdf", pdf), ("html", html.into_bytes()), ("txt", said.join("\n").into_bytes())] {
            std::fs::write(folder.unwrap().join(format!("{name}.{ending}")), bytes).unwrap();
        }
    }
    if let Some(folder) = folder {
        // A brand is judged like ours.
        let report = report::build(&published("saltmere-2026-27-q2", Audience::Funder));
        let html = render::html(&report, &branded()).unwrap();
        std::fs::write(folder.join("saltmere-2026-27-q2-funder-branded.html"), html).unwrap();
        // What changed between two returns is a page too.
        let [old, new] =
            ["2026-27-q2-version-1", "2026-27-q2"].map(|name| format!("fixtures/histories/saltmere/{name}.json"));
        let page = candour(&["diff", &old, &new, "--output-format", "html"]).stdout;
        assert!(page.starts_with(b"<!"), "{}", String::from_utf8_lossy(&page));
        std::fs::write(folder.join("saltmere-2026-27-q2-diff.html"), page).unwrap();
    }
    let story = if folder.is_some() { "saltmere-2026-27-q2" } else { "welsh-valleys-2026-27-q2" };
    let report = report::build(&published(story, Audience::Funder));
    let pdf = render::pdf(&report, &PdfOptions::default()).unwrap().bytes;
    for (fault, put_in) in FAULTS {
        let mut file = Document::load_mem(&pdf).unwrap();
        assert!(put_in(&mut file) > 0, "{fault}: there is nothing to remove");
        if let Some(folder) = folder {
            let mut bytes = Vec::new();
            file.save_modern(&mut bytes).unwrap();
            std::fs::write(folder.join("faults").join(format!("{fault}.pdf")), bytes).unwrap();
        }
    }
}

/// Every requirement is shown by a test that is there, or by a validator.
#[test]
fn every_requirement_of_a_pdf_is_shown_by_something_real() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(top.join("src/render/pdf/REQUIREMENTS.md")).unwrap();
    let mut sources = String::new();
    let mut folders = vec![top.join("src"), top.join("tests/it")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                sources.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| Clause"))
        .map(|line| line.trim_matches('|').split(" | ").collect())
        .collect();
    assert!(rows.len() > 20, "the table was not found");
    for row in rows {
        let shown = row[3];
        let names: Vec<&str> = shown.split('`').skip(1).step_by(2).filter(|name| name.contains('_')).collect();
        assert!(shown.contains("veraPDF") || !names.is_empty(), "nothing shows {row:?}");
        for name in names {
            assert!(sources.contains(&format!("fn {name}(")), "there is no test {name}");
        }
        for path in row[2].split('`').skip(1).step_by(2).filter(|name| name.contains(['/', '.'])) {
            assert!(top.join("src/render/pdf").join(path).exists(), "there is no {path}");
        }
    }
}
