//! A funder's own branding: a folder of templates changes how reports look, never what they say, and a slip in it is told.

use std::fs;
use std::path::Path;

use candour::disclosure::published::Audience;
use candour::render::{self, HtmlOptions};
use candour::report;

use crate::program::{candour, code, said};
use crate::support::fixture;
use crate::verify::published;

const BRAND: &str = "fixtures/templates/hollin-beck";
const SALTMERE: &str = "fixtures/valid/saltmere-2026-27-q2/return.json";

/// The example as a library's caller gives it.
pub(crate) fn branded() -> HtmlOptions {
    let mut options = HtmlOptions::default();
    for name in ["blocks/masthead.hbs", "style/brand.css"] {
        let text = fs::read_to_string(fixture("templates/hollin-beck").join(name)).unwrap();
        options.templates.insert(name.to_owned(), text);
    }
    options
}

/// The words of a page, without its head, its data and its tags.
fn words(page: &str) -> String {
    let body = page.split_once("<body").unwrap().1.split_once("<script").unwrap().0;
    let words: String = body.split('<').filter_map(|tag| Some(tag.split_once('>')?.1)).collect::<Vec<_>>().join(" ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_brand_stands_in_the_report_and_changes_no_word_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let output = candour(&["report", SALTMERE, "--format", "html", "--templates", BRAND, "--out", out]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    let path = folder.path().join("saltmere-together-2026-27-q2-funder.html");
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.contains("<p class=\"brand\">") && page.contains("--blue: #1E5B3A"));
    let plain = report::build(&published("saltmere-2026-27-q2", Audience::Funder));
    let plain = words(&render::html(&plain, &HtmlOptions::default()).unwrap());
    assert_eq!(words(&page).replacen("The Hollin Beck Foundation ", "", 1), plain);

    let path = path.to_str().unwrap();
    assert_eq!(code(&candour(&["verify", path, "--templates", BRAND])), 0);
    assert_eq!(code(&candour(&["verify", path, "--templates", BRAND, "--against", SALTMERE])), 0);
}

/// The example is ours with a brand: where ours changes, so does the example.
#[test]
fn the_example_keeps_up_with_our_templates() {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR")).join("report-templates/blocks/masthead.hbs");
    let ours = fs::read_to_string(ours).unwrap();
    let example = fs::read_to_string(fixture("templates/hollin-beck/blocks/masthead.hbs")).unwrap();
    let (before, brand) = example.split_once("  <p class=\"brand\">\n").unwrap();
    let (_, after) = brand.split_once("  </p>\n").unwrap();
    assert_eq!(format!("{before}{after}"), ours);
}

#[test]
fn a_slip_is_told_with_its_template_its_line_and_the_names_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let example = fs::read_to_string(fixture("templates/hollin-beck/blocks/masthead.hbs")).unwrap();
    let line = example.lines().position(|line| line.contains("{{title}}")).unwrap() + 1;
    fs::create_dir(folder.path().join("blocks")).unwrap();
    // A file that the system of whoever keeps the folder put there.
    fs::write(folder.path().join(".DS_Store"), [0xFF, 0xFE]).unwrap();
    let masthead = folder.path().join("blocks/masthead.hbs");
    let report = || {
        let templates = folder.path().to_str().unwrap();
        candour(&["report", SALTMERE, "--format", "html", "--templates", templates, "--out", templates])
    };
    fs::write(&masthead, &example).unwrap();
    assert_eq!(code(&report()), 0, "{}", said(&report()));

    fs::write(&masthead, example.replace("{{title}}", "{{titel}}")).unwrap();
    let output = report();
    assert_eq!(code(&output), 2);
    let told = format!(
        "template blocks/masthead.hbs, line {line}: there is no “titel”; \
         there are: facts, label, marks, over, period, title, words"
    );
    assert!(said(&output).contains(&told), "{}", said(&output));

    fs::rename(&masthead, folder.path().join("blocks/mast.hbs")).unwrap();
    let output = report();
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("no template is called blocks/mast.hbs"), "{}", said(&output));
}
