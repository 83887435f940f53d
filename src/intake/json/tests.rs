#![expect(clippy::disallowed_methods, reason = "tests read fixtures")]

use std::fs;
use std::path::{Path, PathBuf};

use super::{read_leniently, strict};
use crate::intake::{MAX_VALUES, read};
use crate::source::{Pointer, Sources};

/// The rules a text breaks, and whether it could be read on.
fn rules(text: &str) -> (Vec<&'static str>, bool) {
    let read = read("return.json", text.as_bytes());
    (read.diagnostics.iter().map(|found| found.rule).collect(), read.intake.root().is_some())
}

#[test]
fn plain_json_is_read_without_a_word() {
    for text in
        ["{}", "[]", "1", "\"a\"", "null", "true", "{\"a\": {\"b\": [1, -2.5e-3, {}, []]}, \"c\": \"\\ud83d\\ude00\"}"]
    {
        assert_eq!(rules(text), (vec![], true), "{text}");
    }
}

#[test]
fn where_the_meaning_is_plain_reading_goes_on() {
    for (text, rule) in [
        ("{\"a\": 1, // one\n \"b\": 2}", "comment"),
        ("{\"a\": /* one */ 1}", "comment"),
        ("{\"a\": 1,}", "comma-too-many"),
        ("[1, 2,]", "comma-too-many"),
        ("{\"a\": 1 \"b\": 2}", "comma-missing"),
        ("[\"a\" \"b\"]", "comma-missing"),
        ("{'a': 1}", "single-quotes"),
        ("{\"a\": 1, \"a\": 2}", "field-given-twice"),
        ("{\"a\": 1, \"\\u0061\": 2}", "field-given-twice"),
        ("{\"a\": \"one\ntwo\"}", "line-break-in-text"),
        ("{\"a\": \"one\ttwo\"}", "control-character"),
        ("{\"a\":\u{a0}1}", "odd-space"),
        ("{\"a\": 01}", "number-badly-written"),
        ("{\"a\": 007.5}", "number-badly-written"),
        ("{\"a\": +1}", "number-badly-written"),
        ("{\"a\": .5}", "number-badly-written"),
        ("{\"a\": 5.}", "number-badly-written"),
        ("{\"a\": 1e999}", "number-too-large"),
        ("{\"a\": 9007199254740993}", "number-not-exact"),
    ] {
        assert_eq!(rules(text), (vec![rule], true), "{text}");
    }
}

#[test]
fn where_it_is_not_reading_ends_with_the_fault() {
    for (text, rule) in [
        ("{\"a\": 1", "bracket-not-closed"),
        ("{\"a\":", "bracket-not-closed"),
        ("{\"a\"", "bracket-not-closed"),
        ("[1, ", "bracket-not-closed"),
        ("{\"a\": [1}", "bracket-not-opened"),
        ("}", "bracket-not-opened"),
        ("{\"a\": 1} {", "more-after-the-end"),
        ("{\"a\": 1}}", "more-after-the-end"),
        ("{\"a\" 1}", "colon-missing"),
        ("{\"a\": }", "value-missing"),
        ("{\"a\": , \"b\": 1}", "value-missing"),
        ("[1,, 2]", "comma-too-many"),
        ("{\"a\": “b”}", "curly-quotes"),
        ("{“a”: 1}", "curly-quotes"),
        ("{\"a\": True}", "quotation-marks-missing"),
        ("{\"a\": None, \"b\": 1}", "quotation-marks-missing"),
        ("{a: 1}", "quotation-marks-missing"),
        ("{\"a\": 2026-07-01}", "quotation-marks-missing"),
        ("{\"a\": 12abc}", "quotation-marks-missing"),
        ("{\"a\": \"b}", "text-not-closed"),
        ("{\"a\": \"b,\n \"c\": \"d\"}", "text-not-closed"),
        ("{\"a\": \"He said \"yes\" to us\"}", "text-not-closed"),
        ("{\"a\": \"\\ud800\"}", "half-a-letter"),
        ("{\"a\": \"C:\\Users\"}", "escape-not-known"),
        ("{\"a\": NaN}", "number-badly-written"),
        ("{\"a\": -Infinity}", "number-badly-written"),
        ("{\"a\": 0x1F}", "number-badly-written"),
        ("{\"a\": 1,250}", "number-badly-written"),
        ("{\"a\": £12}", "number-badly-written"),
        ("{\"a\": 78%}", "number-badly-written"),
        ("{\"a\": -}", "number-badly-written"),
        ("{\"a\": 1e}", "number-badly-written"),
        ("<html>", "not-json"),
        ("/* a", "comment"),
    ] {
        assert_eq!(rules(text), (vec![rule], false), "{text}");
    }
}

#[test]
fn a_number_with_commas_may_follow_any_letter() {
    assert_eq!(rules("{\"a\":\u{2000}1111,250}"), (vec!["odd-space", "number-badly-written"], false));
    assert_eq!(rules("{\"a\": 1,250"), (vec!["number-badly-written"], false));
}

#[test]
fn very_deep_and_very_many_end_at_the_limit() {
    assert_eq!(rules(&"[".repeat(100_000)), (vec!["too-deep"], false));
    assert_eq!(rules(&format!("[{}0]", "0,".repeat(300_000))), (vec!["too-many-values"], false));
    assert_eq!(rules(&format!("{}{}", "[".repeat(64), "]".repeat(64))), (vec![], true));
    assert_eq!(rules(&format!("[{}]", "01,".repeat(300))).0.len(), 201);
}

#[test]
fn of_two_fields_the_first_stands_and_both_places_are_told() {
    let read = read("return.json", br#"{"a": {"b": 1, "c": 2, "b": 3}}"#);
    let found = &read.diagnostics[0];
    assert_eq!(found.at.as_str(), "/a/b");
    assert_eq!(found.at.stretch(), Some(23..26));
    assert_eq!(found.related[0].at.stretch(), Some(7..10));
    let b = read.intake.get(&read.intake.top().field("a").field("b")).unwrap();
    assert_eq!(b.raw(), "1");
    assert_eq!(read.intake.root().unwrap().field("a").unwrap().len(), 2);
}

/// Every file below a folder of the project.
fn files_below(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

#[test]
fn both_readers_make_the_same_tree() {
    let document = Sources::default().add("return.json", "");
    let (mut taken, mut left) = (0, 0);
    let mut compare = |text: &str| {
        let Some((tree, _)) = strict::read(text, document, MAX_VALUES) else {
            left += 1;
            return;
        };
        let kind = read_leniently(text, Pointer::root(document), MAX_VALUES);
        assert_eq!(kind.diagnostics, [], "{text}");
        assert_eq!(kind.tree, Some(tree), "{text}");
        taken += 1;
    };
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    files_below(&here.join("fixtures"), &mut files);
    files_below(&here.join("tests/fuzz/corpus"), &mut files);
    for text in files.iter().filter_map(|path| fs::read_to_string(path).ok()) {
        compare(&text);
    }
    // A text cut short at every byte, and with every byte of it changed to each that means something.
    let text = r#" {"a": [1, -2.5, 10, true, null, "b\n\u00e9", {}], "\u0061" : {"c": [ ]}, "a ": 0.0} "#;
    for at in 0..text.len() {
        compare(&text[..at]);
        for other in r#"{}[],:"\0123456789-+.eEtfnu' "#.chars() {
            compare(&format!("{}{other}{}", &text[..at], &text[at + 1..]));
            compare(&format!("{}{other}{}", &text[..at], &text[at..]));
        }
    }
    assert!(taken > 300 && left > 5_000, "{taken} texts were taken and {left} left");
}

#[test]
fn every_valid_return_is_read_the_quick_way() {
    let document = Sources::default().add("return.json", "");
    let mut files = Vec::new();
    files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/valid"), &mut files);
    for path in files.iter().filter(|path| path.ends_with("return.json")) {
        assert!(strict::read(&fs::read_to_string(path).unwrap(), document, MAX_VALUES).is_some(), "{}", path.display());
    }
}
