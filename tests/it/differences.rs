//! `candour diff`: what changed between two returns, as text, as JSON of its published form and as a page.

use std::fs;
use std::path::Path;

use candour::check::{Checked, Options, check};
use candour::diff::{self, Difference, Given};
use candour::{intake, render, report};
use serde_json::Value;

use crate::support::{fixture, same_text};

const FIRST: &str = "histories/saltmere/2026-27-q2-version-1.json";
const SECOND: &str = "histories/saltmere/2026-27-q2.json";
const NEXT: &str = "histories/saltmere/2026-27-q3.json";

fn checked(path: &str) -> Checked {
    let name = Path::new(path).file_name().unwrap().to_str().unwrap();
    check(intake::read(name, &fs::read(fixture(path)).unwrap()), &Options::default())
}

fn between(then: &str, now: &str) -> Difference {
    let name = |path: &str| Path::new(path).file_name().unwrap().to_str().unwrap().to_owned();
    let (before, after) = (checked(then), checked(now));
    let then = Given { path: &name(then), checked: &before };
    diff::compare(then, Given { path: &name(now), checked: &after }, false).unwrap()
}

#[test]
fn two_versions_and_two_quarters_are_told_as_printed() {
    for (story, then, now) in [("two-versions", FIRST, SECOND), ("two-quarters", SECOND, NEXT)] {
        let difference = between(then, now);
        same_text(&diff::text(&difference), &fixture(&format!("diff/{story}.txt")));
        let page = diff::page(&difference);
        same_text(&report::reading_order(&page).join("\n"), &fixture(&format!("diff/{story}.page.txt")));
        if story == "two-versions" {
            same_text(&difference.json(), &fixture(&format!("diff/{story}.json")));
        }
    }
}

#[test]
fn the_json_keeps_to_its_published_form() {
    let schema: Value = serde_json::from_str(candour::schema::schema_text("diff").unwrap()).unwrap();
    let schema = jsonschema::options().offline().build(&schema).unwrap();
    for (then, now) in [(FIRST, SECOND), (SECOND, NEXT), (SECOND, SECOND)] {
        let told: Value = serde_json::from_str(&between(then, now).json()).unwrap();
        let faults: Vec<_> = schema.iter_errors(&told).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{faults:#?}");
        assert_eq!(told["format"], "candour-diff/1");
    }
}

#[test]
fn the_page_stands_alone_and_nothing_of_a_return_is_markup_in_it() {
    let edited = |title: &str| {
        let text = fs::read_to_string(fixture(SECOND)).unwrap();
        let text = text.replace("Supplier security check", title);
        check(intake::read("return.json", text.as_bytes()), &Options::default())
    };
    let (then, now) = (edited("<img src=x onerror=alert(1)>"), edited("</script><script>alert(2)</script>"));
    let difference =
        diff::compare(Given { path: "then.json", checked: &then }, Given { path: "now.json", checked: &now }, false)
            .unwrap();
    let html = render::html(&diff::page(&difference), &render::HtmlOptions::default()).unwrap();
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;"), "{html}");
    for markup in ["<img", "<script>alert", "http://", "https://", "src=\""] {
        assert!(!html.contains(markup), "{markup}");
    }
    assert!(html.contains("<html lang=\"en-GB\">") && html.contains("<th scope=\"row\""), "{html}");
}

#[test]
fn every_quarter_of_the_history_is_compared_with_the_next_in_bounded_time() {
    let quarters = crate::carried::quarters();
    for pair in quarters.windows(2) {
        let [then, now] = [&pair[0], &pair[1]]
            .map(|path| check(intake::read("return.json", &fs::read(path).unwrap()), &Options::default()));
        let difference =
            diff::compare(Given { path: "then", checked: &then }, Given { path: "now", checked: &now }, true).unwrap();
        assert!(!difference.same_quarter && difference.counts.changed > 20, "{}", pair[1].display());
        let told = diff::text(&difference);
        assert!(told.contains("what changed from"), "{told}");
    }
}

#[cfg(feature = "cli")]
mod program {
    use std::fs;

    use crate::program::{candour, code, said};
    use crate::support::fixture;

    const FIRST: &str = "fixtures/histories/saltmere/2026-27-q2-version-1.json";
    const SECOND: &str = "fixtures/histories/saltmere/2026-27-q2.json";

    #[test]
    fn it_exits_as_diff_does() {
        let output = candour(&["diff", FIRST, SECOND]);
        assert_eq!(code(&output), 1, "{}", said(&output));
        assert!(said(&output).contains("It says that it replaces STM-2026-27-Q2 version 1."), "{}", said(&output));
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.json");
        fs::copy(fixture("histories/saltmere/2026-27-q2.json"), &copy).unwrap();
        let output = candour(&["diff", SECOND, copy.to_str().unwrap()]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert!(said(&output).contains("Both say the same."), "{}", said(&output));
    }

    #[test]
    fn it_is_had_as_json_and_as_a_page() {
        let output = candour(&["diff", "--output-format", "json", FIRST, SECOND]);
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(told["counts"]["material"], 2);
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("changes.html");
        let page = page.to_str().unwrap();
        let output = candour(&["diff", "--output-format", "html", "--output-file", page, FIRST, SECOND]);
        assert_eq!(code(&output), 1, "{}", said(&output));
        assert_eq!(said(&output).trim(), page);
        assert!(fs::read_to_string(page).unwrap().starts_with("<!DOCTYPE html>"));
        let output = candour(&["verify", page]);
        assert_eq!(code(&output), 2, "{}", said(&output));
    }

    #[test]
    fn small_numbers_are_left_out_in_builds() {
        let quarters = ["fixtures/histories/saltmere/2026-27-q2.json", "fixtures/histories/saltmere/2026-27-q3.json"];
        for (safe, shown) in [("--safe-output=always", false), ("--safe-output=never", true)] {
            let output = candour(&["diff", safe, quarters[0], quarters[1]]);
            assert_eq!(said(&output).contains("then: 3 ("), shown, "{}", said(&output));
        }
    }

    #[test]
    fn each_mistake_has_its_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path.to_str().unwrap().to_owned()
        };
        let page = file("report.html", "<!DOCTYPE html>\n<html></html>");
        let pdf = file("report.pdf", "%PDF-1.7\n");
        let broken = file("broken.json", "{\"return\": ");
        let smallest = "fixtures/valid/smallest/return.json";
        for (then, now, sentence) in [
            (
                "gone.json",
                SECOND,
                "There is no file called gone.json. Check the spelling, and the folder you are in.".to_owned(),
            ),
            (
                SECOND,
                SECOND,
                format!("Both names are those of {SECOND}. Name the older return first, and then the newer."),
            ),
            (
                SECOND,
                smallest,
                format!(
                    "{SECOND} is a return of saltmere-together, and {smallest} is one of pebble-lane-pantry. Name two returns \
                     of the same partnership."
                ),
            ),
            (
                SECOND,
                FIRST,
                format!(
                    "{FIRST} (2026-27 Q2, version 1) is older than {SECOND} (2026-27 Q2, version 2). Name the older first: \
                     candour diff {FIRST} {SECOND}"
                ),
            ),
            (
                &page,
                SECOND,
                format!(
                    "{page} is a finished report, not a return. Name the return it was built from; candour extract {page} \
                     takes out the data that the report carries."
                ),
            ),
            (FIRST, &pdf, format!("{pdf} is a finished report, not a return.")),
            (&broken, SECOND, format!("{broken} could not be read as a return. candour validate {broken} says why.")),
        ] {
            let output = candour(&["diff", then, now]);
            assert_eq!(code(&output), 2, "{}", said(&output));
            assert!(said(&output).contains(&sentence), "{then} {now}: {}", said(&output));
        }
    }
}
