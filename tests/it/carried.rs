//! `candour new --from`: each quarter of the history, started from the one before and filled with its own figures, is the
//! return that was filed, but for the changes named here.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use candour::check::{Options, check};
use candour::diagnostic::Severity;
use candour::next::Task;
use candour::{intake, next};
use serde_json::Value;

use crate::support::{fixture, same_text};

/// The quarters of the worked partnership, oldest first: of a quarter with several versions, the last.
pub(crate) fn quarters() -> Vec<PathBuf> {
    let mut files: Vec<_> =
        fs::read_dir(fixture("histories/saltmere")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.push(fixture("valid/saltmere-2026-27-q2/return.json"));
    files.sort_by_key(|path| key(path));
    files.dedup_by(|later, earlier| {
        let is_same = key(later).0 == key(earlier).0;
        if is_same {
            std::mem::swap(later, earlier);
        }
        is_same
    });
    files
}

fn key(path: &Path) -> (String, u64) {
    let value = read(path);
    let period = &value["return"]["period"];
    let quarter = format!("{} {}", period["financial_year"].as_str().unwrap(), period["quarter"].as_str().unwrap());
    (quarter, value["return"]["version"].as_u64().unwrap_or(1))
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

fn started(path: &Path) -> next::Started {
    next::start(&intake::read("return.json", &fs::read(path).unwrap()).intake).unwrap()
}

/// What changed between two quarters beyond what is filled anew stands in the text beside the history.
#[test]
fn a_quarter_filled_in_is_the_return_that_was_filed_but_for_the_changes_of_the_history() {
    let quarters = quarters();
    assert!(quarters.len() >= 3);
    let mut told = Vec::new();
    for pair in quarters.windows(2) {
        let filed = read(&pair[1]);
        let started = started(&pair[0]);
        let draft: Value = serde_json::from_str(&started.text).unwrap();
        let list = started.places.iter().map(|place| (place.at.as_str(), place.task)).collect();
        let mut filling = Filling { list, changes: Vec::new() };
        filling.compare(&draft, &filed, &Way::default());
        told.push(format!("{} to {}\n", key(&pair[0]).0, key(&pair[1]).0));
        told.extend(filling.changes.iter().map(|change| format!("  {change}\n")));
    }
    same_text(&told.concat(), &fixture("histories/saltmere.carried.txt"));
}

/// Where something stands: by the names of fields, in the draft, and by the names of records.
#[derive(Clone, Default)]
struct Way {
    path: String,
    pointer: String,
    name: String,
}

impl Way {
    fn field(&self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        self.below(&format!("{dot}{name}"), name, name)
    }

    fn item(&self, index: usize, name: &str) -> Self {
        self.below("[]", &index.to_string(), name)
    }

    fn below(&self, path: &str, pointer: &str, name: &str) -> Self {
        let Self { path: above, pointer: before, name: called } = self;
        Self {
            path: format!("{above}{path}"),
            pointer: format!("{before}/{pointer}"),
            name: format!("{called}/{name}"),
        }
    }
}

/// Fills a draft with what was filed wherever the printed list asks for it, and names whatever else differs.
struct Filling<'a> {
    list: BTreeMap<&'a str, Task>,
    changes: Vec<String>,
}

impl Filling<'_> {
    fn asks_for(&self, way: &Way) -> bool {
        // Who files changes the status; the program says so below the list.
        self.list.contains_key(way.pointer.as_str()) || way.pointer == "/return/status"
    }

    /// Whether records may be added to a list, of which those that stand in it stay.
    fn asks_for_more(&self, way: &Way, draft: &Value) -> bool {
        let is_list = draft.as_array().is_some_and(|items| items.first().is_some_and(Value::is_object));
        is_list && self.list.get(way.pointer.as_str()) == Some(&Task::Add)
    }

    fn compare(&mut self, draft: &Value, filed: &Value, way: &Way) {
        match (draft, filed) {
            (Value::Object(draft), Value::Object(filed)) => {
                for (name, filed) in filed {
                    let way = way.field(name);
                    match draft.get(name) {
                        // What the list asks for is filled as a whole; to some lists records are added.
                        Some(draft) if self.asks_for_more(&way, draft) => self.compare(draft, filed, &way),
                        _ if self.asks_for(&way) => {}
                        Some(draft) => self.compare(draft, filed, &way),
                        None if next::may_be_given(&way.path) => {}
                        None => self.changes.push(format!("{} is new", way.name)),
                    }
                }
                for name in draft.keys().filter(|name| !filed.contains_key(*name)) {
                    let way = way.field(name);
                    if !self.asks_for(&way) && !is_told_already(&way) {
                        self.changes.push(format!("{} is gone", way.name));
                    }
                }
            }
            (Value::Array(drafts), Value::Array(filed)) if filed.iter().chain(drafts).all(Value::is_object) => {
                for item in filed {
                    let name = name_of(item);
                    match drafts.iter().position(|draft| name_of(draft) == name) {
                        Some(index) if self.asks_for(&way.item(index, &name)) => {}
                        Some(index) => self.compare(&drafts[index], item, &way.item(index, &name)),
                        None if self.asks_for(way) => {}
                        None => self.changes.push(format!("{}/{name} is new", way.name)),
                    }
                }
                let is_gone = |draft: &&Value| !filed.iter().any(|filed| name_of(filed) == name_of(draft));
                for draft in drafts.iter().filter(is_gone).filter(|_| !is_told_already(way)) {
                    self.changes.push(format!("{}/{} is gone", way.name, name_of(draft)));
                }
            }
            (draft, filed) if draft == filed => {}
            (draft, filed) => self.changes.push(format!("{}: {draft} became {filed}", way.name)),
        }
    }
}

/// Whether it is what an earlier return says already, so that a filer who keeps that return need not repeat it.
fn is_told_already(way: &Way) -> bool {
    way.path == "results[].actuals" || way.path == "system_health.measures[].previous"
}

/// What tells a record from the others of its list.
fn name_of(item: &Value) -> String {
    // What an action was promised for is written in words, or as a quarter and a record.
    let reference = &item["ref"];
    if let (Some(period), Some(record)) = (reference["period"].as_str(), reference["record"].as_str()) {
        return format!("{period} {record}");
    }
    if let (Some(words), true) = (reference.as_str(), item.get("what").is_some()) {
        let words: Vec<_> = words.split(' ').collect();
        return [words[0], words[1], words[words.len() - 1]].join(" ");
    }
    let names =
        ["id", "ref", "period", "place", "source", "line", "area", "group", "name", "kind", "partner", "by", "label"];
    let name = names.iter().find_map(|name| item[*name].as_str());
    name.map_or_else(|| item.to_string(), str::to_owned)
}

#[test]
fn what_is_started_is_a_draft_without_errors_that_carries_no_words_of_the_quarter() {
    let mut files = quarters();
    for story in fs::read_dir(fixture("valid")).unwrap() {
        files.push(story.unwrap().path().join("return.json"));
    }
    let mut told = Vec::new();
    for path in files {
        let started = started(&path);
        let read = intake::read("return.json", started.text.as_bytes());
        assert!(read.diagnostics.is_empty(), "{}", path.display());
        let checked = check(read, &Options::default());
        for found in checked.diagnostics().iter().filter(|found| found.severity != Severity::Advice) {
            // How people were chosen is part of the design, and stays; that it has to be explained again each quarter is
            // meant.
            if found.rule == "chosen-because-it-was-bad" && found.severity == Severity::Warning {
                continue;
            }
            told.push(format!("{}: {}: {} at {}", path.display(), found.rule, found.message, found.at));
        }
        assert!(checked.typed().is_some() && checked.cuts().is_empty(), "{}", path.display());
    }
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn hostile_returns_are_carried_forward_and_compared_without_a_fall() {
    let mut started = 0;
    for path in crate::support::fixtures("hostile") {
        let read = || intake::read("return.json", &fs::read(&path).unwrap());
        started += usize::from(next::start(&read().intake).is_ok_and(|started| !started.text.is_empty()));
        let (then, now) = (check(read(), &Options::default()), check(read(), &Options::default()));
        let given = |checked| candour::diff::Given { path: "return.json", checked };
        if let Ok(difference) = candour::diff::compare(given(&then), given(&now), true) {
            assert!(difference.is_empty(), "{}", path.display());
        }
    }
    assert!(started > 2, "{started} hostile returns could be carried forward");
}

#[test]
fn the_list_of_what_to_fill_is_as_printed() {
    let path = fixture("valid/saltmere-2026-27-q2/return.json");
    let started = started(&path);
    let folder = path.parent().unwrap().join("next");
    same_text(&started.text, &folder.join("return.json.txt"));
    same_text(&next::told(&started, "return.json", "2026-27-q2.json"), &folder.join("list.txt"));
}

#[cfg(feature = "cli")]
mod program {
    use std::fs;

    use crate::program::{candour, code, said};

    const SALTMERE: &str = "fixtures/valid/saltmere-2026-27-q2/return.json";

    #[test]
    fn the_next_quarter_is_started_and_what_to_fill_is_listed() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("return.json");
        let out = out.to_str().unwrap();
        let output = candour(&["new", "--from", SALTMERE, "--out", out]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert!(said(&output).contains("is a draft for Q3 of 2026-27 (October to December 2026)"), "{}", said(&output));
        assert!(said(&output).contains(&format!("candour validate {out}")), "{}", said(&output));
        let output = candour(&["validate", "--safe-output=never", out]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        let output = candour(&["new", "--from", SALTMERE, "--out", out]);
        assert_eq!(code(&output), 2);
        assert!(said(&output).contains("is already there, and may hold your work"), "{}", said(&output));
    }

    #[test]
    fn without_a_file_the_return_is_printed_and_the_list_is_said_beside_it() {
        let output = candour(&["new", "--from", SALTMERE]);
        let next: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(next["return"]["period"]["quarter"], "Q3");
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("What was printed is a draft for Q3"));
    }

    #[test]
    fn programs_are_told_what_to_fill_in_the_published_form() {
        let schema = serde_json::from_str(candour::schema::schema_text("to_do").unwrap()).unwrap();
        let schema = jsonschema::options().offline().build(&schema).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let list = |name: &str| -> serde_json::Value {
            let out = folder.path().join(name);
            let output =
                candour(&["new", "--from", SALTMERE, "--out", out.to_str().unwrap(), "--output-format", "json"]);
            assert_eq!(code(&output), 0, "{}", said(&output));
            let told = serde_json::from_slice(&output.stdout).unwrap();
            let faults: Vec<_> = schema.iter_errors(&told).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{faults:#?}");
            told
        };
        let told = list("return.json");
        assert_eq!((&told["format"], &told["period"]), (&"candour-to-do/1".into(), &"2026-27 Q3".into()));
        let text = fs::read_to_string(folder.path().join("return.json")).unwrap();
        let places = told["places"].as_array().unwrap();
        let matched = places.iter().find(|place| place["pointer"] == "/outcomes/0/cohort/matched").unwrap();
        assert_eq!((&matched["task"], &matched["record"]["id"]), (&"fill".into(), &"O1".into()));
        let line = usize::try_from(matched["line"].as_u64().unwrap()).unwrap();
        assert!(line > 1 && line <= text.lines().count());
        let in_cells = list("return.xlsx");
        assert_eq!(in_cells["places"].as_array().unwrap().len(), places.len());
        let matched = |place: &&serde_json::Value| place["pointer"] == "/outcomes/0/cohort/matched";
        let cell = in_cells["places"].as_array().unwrap().iter().find(matched).unwrap();
        assert!(cell["sheet"].is_string() && cell["cell"].is_string() && cell["line"].is_null(), "{cell}");
        // Printed, the return would stand where the list does.
        let output = candour(&["new", "--from", SALTMERE, "--output-format", "json"]);
        assert_eq!(code(&output), 2);
        assert!(said(&output).contains("give --from and --out"), "{}", said(&output));
    }

    #[test]
    fn each_mistake_has_its_sentence() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str, text: &str| {
            let path = folder.path().join(name);
            fs::write(&path, text).unwrap();
            path.to_str().unwrap().to_owned()
        };
        let page = path("report.html", "<!DOCTYPE html>\n<html></html>");
        let empty = path("empty.json", "{}");
        let filed = fs::read_to_string(crate::support::fixture("valid/saltmere-2026-27-q2/return.json")).unwrap();
        let withdrawn =
            path("withdrawn.json", &filed.replace("\"status\": \"submitted\"", "\"status\": \"withdrawn\""));
        for (from, sentence) in [
            (
                "gone.json",
                "There is no file called gone.json. Check the spelling, and the folder you are in.".to_owned(),
            ),
            ("fixtures/histories/saltmere", "fixtures/histories/saltmere holds ".to_owned()),
            (
                &page,
                format!(
                    "{page} is a finished report, not a return. Name the return it was built from; candour extract {page} \
                     takes out the data that the report carries."
                ),
            ),
            (&empty, format!("{empty} could not be read as a return. candour validate {empty} says why.")),
            (
                &withdrawn,
                format!(
                    "{withdrawn} was withdrawn, so nothing is carried forward from it. Name the return that stands."
                ),
            ),
        ] {
            let output = candour(&["new", "--from", from]);
            assert_eq!(code(&output), 2, "{}", said(&output));
            assert!(said(&output).contains(&sentence), "{from}: {}", said(&output));
        }
    }
}

#[cfg(feature = "cli")]
mod upgrading {
    use std::fs;

    use crate::program::{candour, code, said};

    #[test]
    fn a_return_of_the_newest_form_stays_as_it_is_and_others_are_told_what_to_do() {
        let saltmere = "fixtures/valid/saltmere-2026-27-q2/return.json";
        let output = candour(&["upgrade", saltmere]);
        assert_eq!(code(&output), 0, "{}", said(&output));
        assert_eq!(said(&output), format!("{saltmere} is of version 1.0, the newest form. Nothing has to change.\n"));
        let folder = tempfile::tempdir().unwrap();
        for (text, sentence) in [
            (
                "{\"schema_version\": \"2.0\"}",
                "is of version 2.0 of the form, which is newer than this program knows. Use a newer version of the program.",
            ),
            (
                "{\"schema_version\": \"0.9\"}",
                "is of version 0.9 of the form, and no way leads from it to 1.0. Check its schema_version.",
            ),
            (
                "{}",
                "does not say which version of the form it was filled in. Write \"schema_version\": \"1.0\" in it if it was \
                 this one.",
            ),
            ("<!DOCTYPE html>", "is a finished report, not a return."),
        ] {
            let path = folder.path().join("return.json");
            fs::write(&path, text).unwrap();
            let output = candour(&["upgrade", path.to_str().unwrap()]);
            assert_eq!(code(&output), 2, "{}", said(&output));
            assert!(said(&output).contains(sentence), "{}", said(&output));
        }
    }
}
