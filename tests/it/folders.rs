//! Many returns, and one return in many files: what is found does not depend on how they are laid out, named or shared
//! among threads.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::fixture;

const SECTIONS: [&str; 5] = ["results", "system_health", "outcomes", "narratives", "community_reporting"];

/// Runs the program in a folder; gives what it printed, what it said beside it, and how it ended.
fn candour(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(arguments)
        .args(if arguments[0] == "validate" { &["--today", "2026-11-21", "--safe-output=never"][..] } else { &[] })
        .current_dir(folder)
        .env_remove("CANDOUR_OUTPUT_FORMAT")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(stdout), text(stderr), status.code().expect("the program ended by itself"))
}

fn saltmere() -> String {
    fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap()
}

fn smallest() -> String {
    fs::read_to_string(fixture("valid/smallest/return.json")).unwrap()
}

fn put(folder: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The worked example with its sections in files of their own.
fn in_parts() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut head: Value = serde_json::from_str(&saltmere()).unwrap();
    for section in SECTIONS {
        let part = head.as_object_mut().unwrap().remove(section).unwrap();
        put(folder.path(), &[(&format!("saltmere/{section}.json"), &serde_json::to_string_pretty(&part).unwrap())]);
    }
    put(folder.path(), &[("saltmere/return.json", &serde_json::to_string_pretty(&head).unwrap())]);
    folder
}

/// The paths of the returns that were looked at, in order.
fn looked_at(folder: &Path, paths: &[&str]) -> Vec<String> {
    let (printed, said, _) = candour(folder, &[&["validate", "--output-format", "json"], paths].concat());
    let findings: Value = serde_json::from_str(&printed).unwrap_or_else(|error| panic!("{error}: {printed}{said}"));
    let files = findings["files"].as_array().unwrap();
    files.iter().map(|file| file["path"].as_str().unwrap().replace('\\', "/")).collect()
}

#[test]
fn a_return_in_parts_is_the_same_return() {
    let folder = in_parts();
    put(folder.path(), &[("whole/return.json", &saltmere())]);
    let findings = |path: &str| -> Vec<Value> {
        let (printed, said, code) = candour(folder.path(), &["validate", "--output-format", "json", path]);
        assert_eq!(code, 0, "{said}");
        let findings: Value = serde_json::from_str(&printed).unwrap();
        let all = findings["files"][0]["diagnostics"].as_array().unwrap().clone();
        let told = all.into_iter().map(|mut found| {
            for place in ["file", "line", "column", "end_line", "end_column", "related"] {
                found.as_object_mut().unwrap().remove(place);
            }
            found
        });
        let mut told: Vec<_> = told.collect();
        told.sort_by_key(Value::to_string);
        told
    };
    assert_eq!(findings("saltmere"), findings("whole/return.json"));
    for (path, out) in [("saltmere", "one"), ("whole", "two")] {
        let (_, said, code) = candour(folder.path(), &["report", path, "--out", out, "--format", "html"]);
        assert_eq!(code, 0, "{said}");
    }
    for file in fs::read_dir(folder.path().join("one")).unwrap() {
        let name = file.unwrap().file_name();
        let read = |out: &str| fs::read(folder.path().join(out).join(&name)).unwrap();
        assert!(read("one") == read("two"), "{name:?} differs");
    }
}

#[test]
fn a_fault_in_a_part_is_shown_in_its_own_file() {
    let folder = in_parts();
    let path = folder.path().join("saltmere/narratives.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("\"kind\"", "\"kinds\"", 1)).unwrap();
    put(folder.path(), &[("saltmere/results.json", "[{]")]);
    let (printed, _, code) = candour(folder.path(), &["validate", "--output-format", "concise", "saltmere"]);
    assert_eq!(code, 1);
    let name = |file: &str| Path::new("saltmere").join(file).display().to_string();
    let of =
        |file: &str| printed.lines().filter(|line| line.starts_with(&name(file)) && line.contains("error[")).count();
    assert!(of("narratives.json") > 0, "{printed}");
    assert_eq!(of("results.json"), 1, "{printed}");
    assert_eq!(of("return.json"), 0, "what could not be read is not missing: {printed}");
}

#[test]
fn a_section_in_two_files_is_told_with_both_places() {
    let folder = in_parts();
    let path = folder.path().join("saltmere/return.json");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen('{', "{\n  \"results\": [],", 1)).unwrap();
    let (printed, _, code) = candour(folder.path(), &["validate", "saltmere"]);
    assert_eq!(code, 1);
    assert!(printed.contains("error[section-given-twice]"), "{printed}");
    assert!(printed.contains("results.json:1:1") && printed.contains("first given here"), "{printed}");
}

#[test]
fn a_folder_is_walked_in_the_order_of_names_and_only_returns_are_looked_at() {
    let folder = in_parts();
    put(
        folder.path(),
        &[
            ("b.json", &smallest()),
            ("a/deep/in.json", &smallest()),
            ("a/notes.json", "{\"title\": \"notes\"}"),
            ("a/said.json", "[\"a \\\"return\\\" of sorts\"]"),
            ("a/words.txt", "return"),
            ("broken.json", "{\"schema_version\": "),
            ("saltmere/extra.json", &smallest()),
            ("saltmere/more/return.json", &smallest()),
            (".hidden/return.json", &smallest()),
        ],
    );
    fs::write(folder.path().join("c.json"), [b"\xff\xfe".to_vec(), utf16("{\"return\": 1}")].concat()).unwrap();
    let expected = ["a/deep/in.json", "b.json", "broken.json", "c.json", "saltmere"];
    assert_eq!(looked_at(folder.path(), &["."]), expected);
    assert_eq!(looked_at(folder.path(), &["a", "a/deep/in.json", "b.json"]), ["a/deep/in.json", "b.json"]);
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[cfg(unix)]
#[test]
fn folders_behind_links_are_not_entered() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), &[("a/one.json", &smallest()), ("elsewhere/two.json", &smallest())]);
    std::os::unix::fs::symlink("..", folder.path().join("a/up")).unwrap();
    std::os::unix::fs::symlink("../elsewhere/two.json", folder.path().join("a/two.json")).unwrap();
    assert_eq!(looked_at(folder.path(), &["a"]), ["a/one.json", "a/two.json"]);
    assert_eq!(looked_at(folder.path(), &["a/**/*.json"]), ["a/one.json", "a/two.json"]);
}

#[test]
fn patterns_are_understood_without_a_shell() {
    let folder = in_parts();
    put(folder.path(), &[("r/q1.json", &smallest()), ("r/q2.json", &smallest()), ("r/x/q3.json", &smallest())]);
    for (pattern, expected) in [
        ("r/*.json", vec!["r/q1.json", "r/q2.json"]),
        ("r/**/*.json", vec!["r/q1.json", "r/q2.json", "r/x/q3.json"]),
        ("./r/q[23].json", vec!["r/q2.json"]),
        ("*mere", vec!["saltmere"]),
        ("r/?", vec!["r/x/q3.json"]),
    ] {
        assert_eq!(looked_at(folder.path(), &[pattern]), expected, "{pattern}");
    }
    for (pattern, sentence) in [("r/*.xml", "No file is called like r/*.xml"), ("r/[", "is no pattern of file names")] {
        let (_, said, code) = candour(folder.path(), &["validate", pattern]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(sentence), "{said}");
    }
}

#[test]
fn whoever_names_one_file_of_a_return_in_parts_is_told_about_the_whole() {
    let folder = in_parts();
    put(folder.path(), &[("one.json", &smallest())]);
    assert_eq!(looked_at(folder.path(), &["saltmere/results.json"]), ["saltmere"]);
    assert_eq!(looked_at(folder.path(), &["**/*.json"]), ["one.json", "saltmere"]);
    let parts = ["saltmere/return.json", "saltmere/results.json", "saltmere", "one.json", "one.json"];
    assert_eq!(looked_at(folder.path(), &parts), ["saltmere", "one.json"]);
    let (_, said, code) = candour(folder.path(), &[&["validate"], &parts[..]].concat());
    assert_eq!((code, said.as_str()), (0, ""), "what is named twice is no fault");
}

#[test]
fn a_folder_without_returns_gets_its_own_sentence() {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), &[("notes/notes.json", "{}"), ("one.json", &smallest())]);
    for command in ["validate", "report"] {
        let (_, said, code) = candour(folder.path(), &[command, "notes"]);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("notes holds no return"), "{said}");
    }
    let (printed, said, code) = candour(folder.path(), &["validate", "notes", "one.json", "gone.json"]);
    assert_eq!(code, 2);
    assert!(printed.contains("one.json: accepted"), "{printed}");
    assert!(said.contains("no file called gone.json") && said.contains("notes holds no return"), "{said}");
}

#[test]
fn a_return_too_large_for_one_is_refused_in_parts_too() {
    let folder = in_parts();
    let filler = format!("[\"{}\"]", "x".repeat(6_000_000));
    put(folder.path(), &[("saltmere/results.json", &filler), ("saltmere/narratives.json", &filler)]);
    let (_, said, code) = candour(folder.path(), &["validate", "saltmere"]);
    assert_eq!(code, 2);
    assert!(said.contains("saltmere holds more than 10 MB"), "{said}");
}

#[test]
fn the_output_is_the_same_whatever_the_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..40 {
        let text = match number % 4 {
            0 => smallest(),
            1 => smallest().replace("\"name\"", "\"nam\""),
            2 => "{\"schema_version\": ".to_owned(),
            _ => "{}".to_owned(),
        };
        put(folder.path(), &[(&format!("returns/{number:02}.json"), &text)]);
    }
    for format in ["text", "concise", "narrated", "json", "sarif", "junit", "github", "gitlab"] {
        let run =
            |jobs: &str| candour(folder.path(), &["validate", "--output-format", format, "--jobs", jobs, "returns"]);
        let (printed, said, code) = run("1");
        let passed =
            "Passed over returns/03.json, returns/07.json, returns/11.json and 7 more, which hold no return.\n";
        assert_eq!((code, said.as_str()), (1, passed), "{format}");
        assert_eq!(run("3"), (printed.clone(), said, code), "{format}");
        if format == "text" {
            assert!(printed.contains("\n30 returns, 20 of them rejected: "), "{printed}");
        }
    }
}

#[test]
fn reports_of_a_folder_are_all_built_and_never_over_one_another() {
    let folder = tempfile::tempdir().unwrap();
    let other = smallest().replace("\"quarter\": \"Q2\"", "\"quarter\": \"Q1\"");
    assert_ne!(other, smallest());
    put(folder.path(), &[("r/a.json", &smallest()), ("r/b.json", &other), ("r/c.json", &smallest())]);
    let (printed, said, code) = candour(folder.path(), &["report", "r", "--format", "html", "--audience", "funder"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("Two returns have the same partnership and quarter"), "{said}");
    let written: Vec<PathBuf> = printed.lines().map(PathBuf::from).collect();
    assert_eq!(written.len(), 2, "{printed}");
    assert!(written.iter().all(|path| folder.path().join(path).is_file()));
}
