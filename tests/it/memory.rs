//! Earlier returns: found, put in order, compared with both places, and silent between honest quarters.

use std::fs;
use std::process::{Command, Output};

use candour::check::{EarlierReturn, EarlierReturns, Options, check_after};
use candour::diagnostic::render::{self, Format, Places};
use candour::diagnostic::{Diagnostic, Related, Severity};
use candour::intake;
use candour::source::{Locate, Part, Pointer};
use serde_json::{Value, json};

use crate::histories;
use crate::patch::patched;
use crate::support::fixture;

#[test]
fn nothing_is_said_between_honest_quarters() {
    let filed = histories::filed("saltmere");
    assert!(filed.len() >= 8, "there are eight honest quarters");
    for (number, (path, _)) in filed.iter().enumerate() {
        let (checked, new) = histories::compared(path, &histories::before(&filed, number));
        // One thing is said on purpose, and is answered where it is done: a promise that moves for the third time.
        let is_documented = |found: &Diagnostic| {
            path.ends_with("2026-27-q4.json") && found.code == Some("C-22") && found.explained.is_some()
        };
        let new: Vec<_> = new.into_iter().filter(|found| !is_documented(found)).collect();
        assert!(new.is_empty(), "{}: {new:#?}", path.display());
        let errors: Vec<_> = checked
            .diagnostics()
            .iter()
            .filter(|found| found.severity != Severity::Advice && found.explained.is_none())
            .collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
    }
}

/// A change between two quarters that nobody was told of: what, by which rule it is found, and the edits of this return
/// and of the one before.
struct Quiet(&'static str, &'static str, Value, Value);

fn quiet_changes() -> Vec<Quiet> {
    let set = |path: &str, value: Value| json!([{ "op": "replace", "path": path, "value": value }]);
    let put = |path: &str, value: Value| json!([{ "op": "add", "path": path, "value": value }]);
    let gone = |path: &str| json!([{ "op": "remove", "path": path }]);
    let none = || json!([]);
    let promise = |number: u8, field: &str| format!("/community_reporting/promises/{number}/{field}");
    vec![
        Quiet("a target was lowered", "R-14", set("/results/0/target/value", json!(200)), none()),
        Quiet("a target is to be met later", "R-14", set("/results/0/target/by", json!("2027-06-30")), none()),
        Quiet("a target was dropped", "R-14", gone("/results/3/target"), none()),
        Quiet("a baseline moved", "R-14", set("/results/4/baseline/value", json!(231)), none()),
        Quiet("a baseline is of another period", "R-14", set("/results/4/baseline/period", json!("2025-26 Q1")), none()),
        Quiet("a definition was reworded", "R-14", set("/results/0/definition", json!("Households offered a plan.")), none()),
        Quiet("a figure of last quarter changed", "R-15", set("/results/4/actuals/0/value", json!(199)), none()),
        Quiet("commentary was copied", "R-21", none(), {
            let copied = "We were 11 households short of the path. Two named worker posts were empty all quarter. Referrals \
                          did not fall.";
            set("/results/0/commentary", json!(copied))
        }),
        Quiet("a path was lowered", "R-22", set("/results/4/trajectory/2/value", json!(190)), none()),
        Quiet("a limit was loosened", "R-22", set("/results/4/rag_rule/amber_at_or_below", json!(115)), none()),
        Quiet("a direction was turned", "R-22", set("/results/3/direction", json!("neutral")), none()),
        Quiet("somebody no longer agrees", "R-22", gone("/results/4/agreed/by/1"), none()),
        Quiet("a measure was dropped", "R-23", gone("/results/3"), none()),
        Quiet("a measure was renamed", "R-24", set("/results/3/title", json!("Households supported")), none()),
        Quiet("a measure has another id", "R-24", set("/results/5/id", json!("R16")), none()),
        Quiet("a measure counts in another way", "R-25", set("/results/3/counting", json!("snapshot")), none()),
        Quiet("a restatement starts elsewhere", "R-26", set("/return/restatements/0/was", json!(75.0)), none()),
        Quiet("a figure before is another", "S-21", set("/system_health/measures/6/previous", json!(16.0)), none()),
        Quiet("trust before is another", "S-21", set("/system_health/relationship_survey/previous_overall", json!(3.1)), none()),
        Quiet("a story was told again", "N-13", none(), {
            let again = "Repeat call-outs rose to 201 in the quarter. Most of the rise came after 6pm in Low Marsh.";
            set("/narratives/0/what_happened", json!(again))
        }),
        Quiet("a promise was dropped", "C-11", gone("/community_reporting/promises/3"), none()),
        Quiet("a promise was reworded", "C-12", set(&promise(0, "promise"), json!("Calls are answered.")), none()),
        Quiet("a promise was handed on", "C-12", set(&promise(1, "made_by"), json!(["quay-homes"])), none()),
        Quiet("a promise is due later", "C-21", set(&promise(3, "due"), json!("2027-09-30")), none()),
        Quiet("a verdict was changed", "C-23", none(), set(&promise(2, "community_verdict"), json!("not_kept"))
            .as_array()
            .into_iter()
            .flatten()
            .cloned()
            .chain([json!({ "op": "add", "path": promise(2, "judged_by"), "value": { "who": "Panel", "on": "2026-09-12" } })])
            .collect()),
        Quiet("a budget was cut", "F-15", none(), set("/finance/pooled_budget", json!(800_000))),
        Quiet("a partner gives less", "F-15", none(), set("/finance/contributions/1/cash", json!(170_000))),
        Quiet("a risk rose and nothing new is done", "K-03", none(), set("/risks/0/mitigation", json!("Shared duty rota trial from 16 November"))),
        Quiet("a high risk is gone", "K-07", gone("/risks/0"), set("/risks/0/score", json!(16))),
        Quiet("a last score is another", "K-08", set("/risks/0/previous_score", json!(16)), none()),
        Quiet("a milestone is gone", "M-06", gone("/milestones/5"), none()),
        Quiet("a milestone is due later", "M-07", set("/milestones/5/due", json!("2027-06-30")), none()),
        Quiet("a partner is gone", "H-24", none(), put("/partners/-", json!({ "id": "college", "name": "Fenholme College" }))),
        Quiet("another return was before", "H-25", set("/return/previous_return", json!("STM-2025-26-Q4")), none()),
        Quiet("a condition of the grant is gone", "H-26", gone("/funding/conditions/2"), none()),
        Quiet("a condition of the grant is softer", "H-26", set("/funding/conditions/0/text", json!("Partners meet once a year.")), none()),
        Quiet("a measure of the system is gone", "S-22", gone("/system_health/measures/4"), none()),
        Quiet("a measure of the system has another name", "S-23", set("/system_health/measures/5/title", json!("Decisions")), none()),
        Quiet("a measure of the system has another id", "S-23", set("/system_health/measures/5/id", json!("S16")), none()),
        Quiet("a point of a series moved", "S-24", set("/system_health/measures/0/series/values/4", json!(12)), none()),
        Quiet("an outcome is gone", "O-22", gone("/outcomes/2"), none()),
        Quiet("an outcome has another name", "O-23", set("/outcomes/2/title", json!("Adults helped towards work")), none()),
        Quiet("others are counted", "O-24", set("/outcomes/2/cohort/definition", json!("Adults still in touch")), none()),
        Quiet("another instrument is used", "O-24", set("/outcomes/2/instrument", json!("administrative_record")), none()),
        Quiet("an action is not reported", "X-05", gone("/previous_actions/0"), none()),
        Quiet("a decision is not reported", "X-05", gone("/previous_actions/2"), none()),
    ]
}

#[test]
fn each_quiet_change_is_found_with_both_places() {
    let now = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let then = fs::read_to_string(fixture("histories/saltmere/2026-27-q1.json")).unwrap();
    let changes = quiet_changes();
    assert!(changes.len() >= 20);
    let mut missed = Vec::new();
    for Quiet(what, code, edits, earlier_edits) in changes {
        let earlier = intake::read("2026-27-q1.json", patched(&then, &earlier_edits).as_bytes()).intake;
        let earlier = EarlierReturns::of(vec![EarlierReturn::of(earlier).unwrap()]);
        let read = intake::read("return.json", patched(&now, &edits).as_bytes());
        let checked = check_after(read, earlier, &Options::default());
        let name = |at: &Pointer| checked.source(checked.locate(at, Part::Value).document).name.clone();
        let found = checked.diagnostics().iter().filter(|found| found.code == Some(code)).any(|found| {
            let there = |related: &Related| {
                let place = checked.locate(&related.at, Part::Value);
                name(&related.at) == "2026-27-q1.json" && place.line > 1
            };
            name(&found.at) == "return.json" && found.related.iter().any(there)
        });
        if !found {
            let said: Vec<_> = checked.diagnostics().iter().map(|found| (found.code, &found.message)).collect();
            missed.push(format!("{what} is not found by {code}: {said:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_is_private_in_an_earlier_return_is_in_no_format() {
    let now = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let then = fs::read_to_string(fixture("histories/saltmere/2026-27-q1.json")).unwrap();
    let secret = "Call Nia on 01904 555 123, NHS number 943 476 5919, about her tenancy.";
    let paths = [
        "/results/0/definition",
        "/community_reporting/promises/0/promise",
        "/results/3/title",
        "/decisions_asked/0/decision",
    ];
    for path in paths {
        let edit = json!([{ "op": "replace", "path": path, "value": secret }]);
        let earlier = intake::read("2026-27-q1.json", patched(&then, &edit).as_bytes()).intake;
        let earlier = EarlierReturns::of(vec![EarlierReturn::of(earlier).unwrap()]);
        let without = json!([{ "op": "remove", "path": "/previous_actions/2" }]);
        let read = intake::read("return.json", patched(&now, &without).as_bytes());
        let checked = check_after(read, earlier, &Options::default());
        assert!(checked.diagnostics().iter().any(|found| !found.related.is_empty()), "{path}");
        let file = render::Checked {
            path: "return.json",
            verdict: checked.verdict(),
            diagnostics: checked.diagnostics(),
            places: &checked,
        };
        for format in Format::ALL {
            let text = render::render(*format, &[file], &render::Options::default());
            for word in ["943 476", "5919", "01904", "555 123"] {
                assert!(!text.contains(word), "{format:?} repeats {word} of {path}");
            }
        }
    }
}

#[test]
fn safe_output_says_no_small_number_of_an_earlier_return() {
    let now = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let then = fs::read_to_string(fixture("histories/saltmere/2026-27-q1.json")).unwrap();
    // The groups of the earlier breakdown stand on the line of the target.
    let edit = json!([
        { "op": "replace", "path": "/results/0/actuals/0", "value": { "period": "2026-27 Q1", "numerator": 7, "denominator": 9 } }
    ]);
    let now_edit = json!([
        { "op": "replace", "path": "/results/0/actuals/0", "value": { "period": "2026-27 Q1", "numerator": 6, "denominator": 9 } }
    ]);
    let earlier = intake::read("2026-27-q1.json", patched(&then, &edit).as_bytes()).intake;
    let earlier = EarlierReturns::of(vec![EarlierReturn::of(earlier).unwrap()]);
    let read = intake::read("return.json", patched(&now, &now_edit).as_bytes());
    let options = Options { safe_output: true, ..Options::default() };
    let checked = check_after(read, earlier, &options);
    let changed = checked.diagnostics().iter().find(|found| found.code == Some("R-15")).unwrap();
    assert!(changed.hide_source, "{changed:#?}");
    assert!(!changed.message.contains("7 of"), "{}", changed.message);
    assert!(!changed.message.contains("6 of"), "{}", changed.message);
}

fn candour(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candour"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("CANDOUR_OUTPUT_FORMAT")
        .env_remove("CI")
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const Q1: &str = "fixtures/histories/saltmere/2026-27-q1.json";
const Q2: &str = "fixtures/valid/saltmere-2026-27-q2/return.json";

/// The worked example with another target, in a folder of its own.
fn lowered() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
    let path = folder.path().join("lowered.json");
    fs::write(&path, text.replace("\"target\": { \"value\": 240,", "\"target\": { \"value\": 200,")).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

#[test]
fn every_format_names_the_file_of_both_places() {
    let (_folder, lowered) = lowered();
    for format in ["text", "concise", "narrated", "json", "sarif", "junit", "github", "gitlab"] {
        let output = candour(&["validate", &lowered, "--previous", Q1, "--output-format", format]);
        let text = printed(&output);
        assert!(text.contains("The target of Households with a named worker"), "{format}: {text}");
        assert!(text.contains("lowered.json"), "{format}: {text}");
        assert!(text.contains("2026-27-q1.json"), "{format} does not say where the earlier figure stands: {text}");
    }
    let output = candour(&["validate", &lowered, "--history", "fixtures/histories", "--output-format", "json"]);
    let found: Value = serde_json::from_str(&printed(&output)).unwrap();
    let found = found["files"][0]["diagnostics"].as_array().unwrap();
    let moved = found.iter().find(|found| found["code"] == "R-14").unwrap();
    let there = &moved["related"][0];
    assert!(there["file"].as_str().unwrap().ends_with("2026-27-q1.json"), "{there}");
    assert_eq!(there["pointer"], "/results/0/target/value");
    let line = usize::try_from(there["line"].as_u64().unwrap()).unwrap();
    let earlier = fs::read_to_string(fixture("histories/saltmere/2026-27-q1.json")).unwrap();
    assert!(earlier.lines().nth(line - 1).unwrap().contains("240"));
}

#[test]
fn a_history_of_many_partnerships_is_searched_for_the_right_one() {
    let output = candour(&["validate", "fixtures/valid", "--history", "fixtures", "--output-format", "json"]);
    // Broken fixtures are in it too, and are told and left out.
    assert!(said(&output).contains("left out of the history"), "{}", said(&output));
    let (_folder, lowered) = lowered();
    let output = candour(&["validate", &lowered, "--history", "fixtures/histories"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(printed(&output).contains("needs-explanations"), "{}", printed(&output));
}

#[test]
fn a_previous_return_that_cannot_be_one_is_said_and_ends_with_two() {
    for (previous, sentence) in [
        ("fixtures/valid/smallest/return.json", "Name an earlier return of the same partnership."),
        (Q2, "Name the return of an earlier quarter."),
        ("fixtures/histories", "--previous takes one"),
        ("fixtures/invalid/syntax/bracket-not-closed.json", "could not be read as a return"),
        ("no-such-file.json", "There is no file called no-such-file.json"),
    ] {
        let output = candour(&["validate", Q2, "--previous", previous]);
        assert_eq!(output.status.code(), Some(2), "{previous}: {}", said(&output));
        assert!(said(&output).contains(sentence), "{previous}: {}", said(&output));
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().to_str().unwrap();
        let output = candour(&["report", Q2, "--previous", previous, "--out", out]);
        assert_eq!(output.status.code(), Some(2), "{previous}: {}", said(&output));
        assert_eq!(fs::read_dir(out).unwrap().count(), 0, "{previous}: no report is built beside the wrong return");
    }
    assert_eq!(candour(&["validate", Q2, "--previous", Q1, "--history", "fixtures"]).status.code(), Some(2));
}

#[test]
fn a_history_without_an_earlier_quarter_is_said_and_is_no_fault() {
    let output =
        candour(&["validate", "fixtures/histories/saltmere/2025-26-q1.json", "--history", "fixtures/histories"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("holds no return of saltmere-together from before 2025-26 Q1"), "{}", said(&output));
}

/// The wards, as the data inside the members' briefing has them.
fn wards_shown(previous: &str) -> (Value, Value) {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let output =
        candour(&["report", Q2, "--previous", previous, "--audience", "members", "--format", "html", "--out", out]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let path = fs::read_dir(out).unwrap().next().unwrap().unwrap().path();
    let html = fs::read_to_string(path).unwrap();
    let data = html.split("<script type=\"application/json\"").nth(1).expect("a report carries its data");
    let data = &data[data.find('>').unwrap() + 1..data.find("</script>").unwrap()];
    let data: Value = serde_json::from_str(data).unwrap();
    (data["bound_by"].clone(), data["wards"]["wards"].clone())
}

#[test]
fn reports_are_bound_by_what_was_printed_before() {
    let (bound_by, far) = wards_shown(Q1);
    assert_eq!(bound_by, json!(["2026-27 Q1"]));
    let exact = far.to_string();
    assert!(exact.contains("\"41\"") && exact.contains("\"38\""), "{exact}");
    // Quayside grew by two households: both quarters side by side would show them.
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(fixture("histories/saltmere/2026-27-q1.json")).unwrap();
    let few = json!([{ "op": "replace", "path": "/results/0/breakdowns/0/groups/0/value", "value": 39 }]);
    let path = folder.path().join("q1.json");
    fs::write(&path, patched(&text, &few)).unwrap();
    let (_, near) = wards_shown(path.to_str().unwrap());
    let is_hidden = |ward: usize| near[ward]["figure"]["is"] == "hidden";
    assert!(is_hidden(0) && !is_hidden(1), "{near}");
}

#[test]
fn a_history_that_cannot_be_read_is_a_note_for_checking_and_stops_a_report() {
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixture("histories/saltmere/2026-27-q1.json"), folder.path().join("q1.json")).unwrap();
    fs::write(folder.path().join("broken.json"), "{ \"return\": {").unwrap();
    let history = folder.path().to_str().unwrap();
    let output = candour(&["validate", Q2, "--history", history]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("left out of the history"), "{}", said(&output));
    let out = tempfile::tempdir().unwrap();
    let output = candour(&["report", Q2, "--history", history, "--out", out.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("No report was built"), "{}", said(&output));
}
