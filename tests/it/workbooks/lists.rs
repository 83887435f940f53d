//! A return as a folder of CSV lists: the same return, at its cells and its lines; and lists as they come back from people
//! and programs, each read rightly or explained where it stands.

use std::collections::BTreeMap;
use std::fs;

use candour::check::Checked;
use candour::diagnostic::render::Places;
use candour::intake::{self, Document, Read};
use candour::source::{Locate, Part, Place};
use candour::workbook;

use super::{checked, read, stories};
use crate::program::{candour, code, said};
use crate::support::fixture;

/// The lists of a return, by the names of their files.
#[derive(Clone)]
pub(super) struct Lists(BTreeMap<String, Vec<u8>>);

impl Lists {
    pub(super) fn of(read: &Read) -> Self {
        Self(workbook::write_lists(&read.intake).unwrap().into_iter().collect())
    }

    pub(super) fn read(&self) -> Read {
        let names: Vec<String> = self.0.keys().map(|name| format!("lists/{name}")).collect();
        let files = names.iter().zip(self.0.values()).map(|(name, bytes)| Document { name, bytes });
        workbook::read_lists("lists", &files.collect::<Vec<_>>())
    }

    fn text(&self, name: &str) -> String {
        String::from_utf8(self.0[name].clone()).unwrap()
    }

    /// Changes a list, which must then be another.
    fn change(&mut self, name: &str, change: impl Fn(&str) -> String) {
        let before = self.text(name);
        let after = change(&before);
        assert_ne!(before, after, "{name} is as it was");
        self.0.insert(name.to_owned(), after.into_bytes());
    }

    fn bytes(&mut self, name: &str, change: impl Fn(&str) -> Vec<u8>) {
        let after = change(&self.text(name));
        self.0.insert(name.to_owned(), after);
    }
}

fn saltmere() -> Read {
    read(&fixture("valid/saltmere-2026-27-q2/return.json"))
}

fn told(checked: &Checked) -> Vec<String> {
    let mut told: Vec<_> =
        checked.diagnostics().iter().map(|found| format!("{} {} {}", found.rule, found.at, found.message)).collect();
    told.sort();
    told
}

fn damaged(damage: impl Fn(&mut Lists)) -> Read {
    let mut lists = Lists::of(&saltmere());
    damage(&mut lists);
    lists.read()
}

/// Read rightly: the return is the same, and nothing is said of the lists.
fn is_the_same(damage: impl Fn(&mut Lists)) {
    let read = damaged(damage);
    assert_eq!(read.diagnostics, []);
    let before = saltmere();
    assert_eq!(workbook::difference(&before.intake, &read.intake), None);
    assert_eq!(checked(before).typed(), checked(read).typed());
}

/// Explained: by these rules alone, the first of them with these words, at this cell and this line of its file.
fn is_told(rules: &[&str], words: &str, spot: (&str, Option<&str>, u32), damage: impl Fn(&mut Lists)) {
    let read = damaged(damage);
    let told: Vec<_> = read.diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(told, rules, "{:#?}", read.diagnostics);
    let found = &read.diagnostics[0];
    assert!(found.message.contains(words), "{}", found.message);
    assert!(found.help.is_some(), "{}", found.message);
    let place = read.intake.locate(&found.at, found.part);
    let file = read.intake.source(place.document).name.clone();
    assert_eq!((file.as_str(), place.cell.as_deref(), place.line), spot, "{}", found.message);
}

/// What stands at a place.
fn stands(intake: &intake::Intake, place: &Place) -> String {
    intake.source(place.document).text[place.bytes.clone()].to_owned()
}

#[test]
fn every_honest_return_comes_back_from_its_lists_as_it_was() {
    for path in stories() {
        let before = read(&path);
        let after = Lists::of(&before).read();
        assert_eq!(after.diagnostics, [], "{}", path.display());
        assert_eq!(workbook::difference(&before.intake, &after.intake), None, "{}", path.display());
        let (before, after) = (checked(before), checked(after));
        assert!(before.typed().is_some());
        assert_eq!(before.typed(), after.typed(), "{}", path.display());
        assert_eq!(told(&before), told(&after), "{}", path.display());
        assert_eq!(before.verdict(), after.verdict(), "{}", path.display());
        for found in after.diagnostics() {
            let place = after.locate(&found.at, found.part);
            let file = &after.intake().source(place.document).name;
            assert!(
                place.sheet.is_none() && place.document.number() > 0 || found.at == after.intake().top(),
                "{found:?}"
            );
            assert!(place.line < 2 || place.cell.is_some(), "{file}: {found:?}");
        }
    }
}

#[test]
fn lists_are_plain_tables_with_their_headings_first() {
    let lists = Lists::of(&saltmere());
    let partners = lists.text("Partners.csv");
    assert!(partners.starts_with("\u{feff}ID,Name,"), "{partners}");
    assert!(lists.text("Return.csv").starts_with("\u{feff}Field,Value\n"), "{}", lists.text("Return.csv"));
    assert!(lists.text("Results - actuals.csv").starts_with("\u{feff}Results: ID,"));
    assert!(!lists.0.contains_key("Lists.csv") && !lists.0.contains_key("Start here.csv"));
    assert_eq!(lists.0, Lists::of(&saltmere()).0, "the same return gives the same bytes");
}

#[test]
fn a_value_stands_at_its_cell_and_on_its_line() {
    let read = Lists::of(&saltmere()).read();
    let intake = &read.intake;
    let mut looked_at = 0;
    intake.root().unwrap().walk(&intake.top(), &mut |at, value| {
        let Some(text) = value.text().filter(|text| text.len() > 3 && !text.contains(['"', '\n', ',', ';', '_']))
        else {
            return;
        };
        let place = intake.locate(at, Part::Value);
        let cell = place.cell.clone().unwrap();
        let line = intake.source(place.document).line(place.line);
        assert!(line.contains(text.as_ref()) || stands(intake, &place).contains(text.as_ref()), "{at} {cell}: {line}");
        assert!(stands(intake, &place).contains(text.as_ref()), "{at} {cell}: {}", stands(intake, &place));
        looked_at += 1;
    });
    assert!(looked_at > 300, "{looked_at}");
}

#[test]
fn a_field_left_out_is_missed_at_the_cell_that_waits_for_it() {
    let read = Lists::of(&read(&fixture("valid/smallest/return.json"))).read();
    let waiting = read.intake.top().field("partners").item(1).field("sector");
    assert!(read.intake.get(&waiting).is_none());
    let place = read.intake.locate(&waiting, Part::Value);
    let source = read.intake.source(place.document);
    assert_eq!((source.name.as_str(), place.line, place.cell.as_deref()), ("lists/Partners.csv", 3, Some("C3")));
    assert_eq!(place.bytes.start, place.bytes.end);
    assert_eq!(&source.line(3)[usize::try_from(place.column).unwrap() - 2..][..1], ",");
}

fn due(text: &str, day: &str) -> String {
    text.replacen("Due on,2026-10-31", &format!("Due on,{day}"), 1)
}

#[test]
fn days_and_figures_are_read_as_programs_write_them() {
    for day in ["31/10/2026", "31 October 2026", "\" 31.10.26 \""] {
        is_the_same(|lists| lists.change("Return.csv", |text| due(text, day)));
    }
    is_told(&["date-in-either-order"], "“03/11/2026” may be", ("lists/Return.csv", Some("B13"), 13), |lists| {
        lists.change("Return.csv", |text| due(text, "03/11/2026"));
    });
    is_told(
        &["fraction-for-a-percentage"],
        "says 0.062, which is less than one per cent",
        ("lists/Finance.csv", Some("B18"), 18),
        |lists| lists.change("Finance.csv", |text| text.replacen("percent,9.6\n", "percent,0.062\n", 1)),
    );
    is_told(&["cell-with-a-fault"], "#DIV/0!", ("lists/Finance.csv", Some("B18"), 18), |lists| {
        lists.change("Finance.csv", |text| text.replacen("percent,9.6\n", "percent,#DIV/0!\n", 1));
    });
}

/// All lists as another program saves them.
fn saved(change: impl Fn(&str) -> Vec<u8>) -> impl Fn(&mut Lists) {
    move |lists| {
        let names: Vec<String> = lists.0.keys().cloned().collect();
        for name in &names {
            lists.bytes(name, &change);
        }
    }
}

#[test]
fn letters_are_read_however_they_are_saved() {
    let plain = |text: &str| text.trim_start_matches('\u{feff}').to_owned();
    is_the_same(saved(|text| plain(text).into_bytes()));
    is_the_same(saved(|text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()));
    is_the_same(saved(|text| plain(text).encode_utf16().flat_map(u16::to_be_bytes).collect()));
}

#[test]
fn a_letter_of_windows_is_told_at_its_line() {
    is_told(
        &["not-saved-as-utf-8"],
        "after “Quay ” is not saved as UTF-8 (its byte is A3, which may mean “£”), and so is one more letter",
        ("lists/Partners.csv", Some("B2"), 2),
        |lists| {
            lists.bytes("Partners.csv", |text| {
                let name = text.lines().nth(1).unwrap().split(',').nth(1).unwrap().to_owned();
                let (before, after) = text.split_once(name.as_str()).unwrap();
                [before.as_bytes(), b"Quay \xA35 \x96", after.as_bytes()].concat()
            });
        },
    );
}

/// A text with other separators. A cell that holds one stands in quotation marks already.
fn separated(text: &str, by: &str) -> String {
    let mut is_quoted = false;
    text.chars()
        .map(|letter| {
            is_quoted ^= letter == '"';
            if letter == ',' && !is_quoted { by.to_owned() } else { letter.to_string() }
        })
        .collect()
}

#[test]
fn cells_may_be_separated_by_commas_semicolons_or_tabs_and_lines_end_either_way() {
    is_the_same(saved(|text| separated(text, ";").into_bytes()));
    is_the_same(saved(|text| separated(text, "\t").into_bytes()));
    is_the_same(saved(|text| format!("sep=|\r\n{}", separated(text.trim_start_matches('\u{feff}'), "|")).into_bytes()));
    is_the_same(saved(|text| text.replace('\n', "\r\n").into_bytes()));
    is_the_same(saved(|text| text.replace('\n', "\r").into_bytes()));
    is_the_same(saved(|text| text.replacen('\u{feff}', "\u{feff}Our quarter in lists; see notes\n\n", 1).into_bytes()));
}

#[test]
fn empty_and_short_rows_and_other_capitals_do_not_matter() {
    is_the_same(saved(|text| format!("{text},,,,,,\n\n,,,,\n").into_bytes()));
    is_the_same(saved(|text| {
        let lines = text.lines().map(|line| line.trim_end_matches(','));
        lines.collect::<Vec<_>>().join("\n").into_bytes()
    }));
    is_the_same(|lists| {
        lists.0 = lists.0.iter().map(|(name, bytes)| (name.to_uppercase(), bytes.clone())).collect();
    });
    is_the_same(|lists| lists.change("Results.csv", |text| text.to_owned() + "e.g. R1,e.g. Warm homes\n"));
}

#[test]
fn a_row_with_more_cells_than_headings_is_told() {
    let row = |lists: &Lists| u32::try_from(lists.text("Partners.csv").lines().count()).unwrap();
    let last = row(&Lists::of(&saltmere()));
    let width = Lists::of(&saltmere()).text("Partners.csv").lines().next().unwrap().split(',').count();
    let cell = format!("{}{last}", char::from(b'A' + u8::try_from(width).unwrap()));
    is_told(
        &["cells-beyond-headings"],
        "goes on after the last heading",
        ("lists/Partners.csv", Some(&cell), last),
        |lists| {
            lists.change("Partners.csv", |text| format!("{},and more\n", text.trim_end()));
        },
    );
}

#[test]
fn quotation_marks_that_do_not_pair_are_told_where_they_stand() {
    let at = ("lists/Partners.csv", Some("B2"), 2);
    let named = |text: &str, name: &str| {
        let before = text.lines().nth(1).unwrap().split(',').nth(1).unwrap();
        text.replacen(before, name, 1)
    };
    is_told(&["quotation-marks-unpaired"], "More words stand in this cell", at, |lists| {
        lists.change("Partners.csv", |text| named(text, "\"The \"Quay\" Trust\""));
    });
    let read = damaged(|lists| lists.change("Partners.csv", |text| named(&text.replace('"', ""), "\"The Quay Trust")));
    let found = read.diagnostics.iter().find(|found| found.message.contains("is never closed")).unwrap();
    let place = read.intake.locate(&found.at, found.part);
    assert_eq!((place.cell.as_deref(), place.line), (at.1, at.2));
    let count = |read: &Read| read.intake.root().unwrap().field("partners").unwrap().len();
    assert_eq!(count(&read), count(&saltmere()), "the rows that follow are read all the same");
}

#[test]
fn lists_that_are_not_known_are_told_by_their_names() {
    is_told(&["sheet-not-known"], "Workings", ("lists/Workings.csv", None, 1), |lists| {
        lists.0.insert("Workings.csv".to_owned(), b"a,b\n1,2\n".to_vec());
    });
    is_told(&["sheet-renamed"], "was read as Partners", ("lists/Our partners.csv", None, 1), |lists| {
        let partners = lists.0.remove("Partners.csv").unwrap();
        lists.0.insert("Our partners.csv".to_owned(), partners);
    });
    is_told(&["sheet-given-twice"], "is there twice", ("lists/partners.tsv", None, 1), |lists| {
        let partners = lists.0["Partners.csv"].clone();
        lists.0.insert("partners.tsv".to_owned(), partners);
    });
    is_told(&["heading-not-known"], "Did you mean “Sector”?", ("lists/Partners.csv", Some("C1"), 1), |lists| {
        lists.change("Partners.csv", |text| text.replacen(",Sector,", ",Sectr,", 1));
    });
    is_told(&["row-of-no-record"], "“R99” names no row", ("lists/Results - actuals.csv", Some("A2"), 2), |lists| {
        lists.change("Results - actuals.csv", |text| {
            let first = text.lines().nth(1).unwrap();
            text.replacen(first, &format!("R99{}", &first[first.find(',').unwrap()..]), 1)
        });
    });
    let read = damaged(|lists| {
        lists.0.insert("Partners.csv".to_owned(), b"PK\x03\x04....".to_vec());
    });
    assert!(read.diagnostics.iter().any(|found| found.message.contains("packed like a workbook")));
    let none = workbook::read_lists("lists", &[Document { name: "lists/a.csv", bytes: b"a,b\n1,2\n" }]);
    let rules: Vec<_> = none.diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["no-sheet-of-a-return", "sheet-not-known"]);
    assert!(none.intake.root().is_none());
}

#[test]
fn what_is_far_too_large_is_not_read() {
    let wide = ["a,".repeat(16_500).into_bytes(), b"\n".to_vec()].concat();
    let many = "a,b,c,d,e,f,g,h\n".repeat(62_501).into_bytes();
    for bytes in [wide, many, vec![b' '; intake::MAX_BYTES + 1]] {
        let read = workbook::read_lists("lists", &[Document { name: "lists/Results.csv", bytes: &bytes }]);
        let rules: Vec<_> = read.diagnostics.iter().map(|found| found.rule).collect();
        assert_eq!(rules, ["workbook-too-large"]);
    }
    let long = format!("ID,Title\nR1,{}\n", "é".repeat(4_000_000));
    let read = workbook::read_lists("lists", &[Document { name: "Results.csv", bytes: long.as_bytes() }]);
    let found = checked(read);
    assert!(found.diagnostics().iter().any(|found| found.rule == "text-too-long"), "{:?}", told(&found));
}

/// A text that a spreadsheet program would run as a formula, in fields of every kind that holds words.
#[test]
fn no_text_is_run_as_a_formula_and_each_comes_back_as_it_was() {
    for text in ["=1+1", "+44", "-item", "@SUM(A1)", "=cmd|' /C calc'!A0", "'=1", "'tis", "＝1", "#REF!", "a,\"b\";\tc"]
    {
        let json = fs::read_to_string(fixture("valid/smallest/return.json")).unwrap();
        let said = serde_json::to_string(text).unwrap();
        let json = json.replacen('{', &format!("{{ \"x_note\": {said}, \"x_list\": [{said}],"), 1);
        let before = intake::read("return.json", json.as_bytes());
        let lists = Lists::of(&before);
        let after = lists.read();
        assert_eq!(workbook::difference(&before.intake, &after.intake), None, "{text}");
        for list in lists.0.keys().map(|name| lists.text(name)) {
            for start in list.trim_start_matches('\u{feff}').split([',', '\n']) {
                assert!(!start.trim_start_matches('"').starts_with(['=', '+', '-', '@', '\t']), "{start}");
            }
        }
    }
}

#[test]
fn the_commands_take_a_folder_of_lists_wherever_they_take_a_return() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let first = fixture("valid/saltmere-2026-27-q2/return.json").to_str().unwrap().to_owned();
    let done = |arguments: &[&str]| {
        let output = candour(arguments);
        assert_eq!(code(&output), 0, "{arguments:?}: {}", said(&output));
        said(&output)
    };
    done(&["convert", &first, &path("lists"), "--csv"]);
    let again = candour(&["convert", &first, &path("lists"), "--csv"]);
    assert_eq!((code(&again), said(&again).contains("is already there")), (2, true));
    for (from, to) in [("lists", "again.json"), ("lists", "again.xlsx"), ("lists", "parts")] {
        done(&["convert", &path(from), &path(to)]);
    }
    let read = |path: &str| intake::read("return.json", &fs::read(path).unwrap()).intake;
    assert_eq!(workbook::difference(&read(&first), &read(&path("again.json"))), None);

    let today = ["--today", "2026-11-20"];
    let told = done(&[&["validate", &path("lists")][..], &today].concat());
    assert!(told.contains("Outcomes.csv:") && told.contains(", cell "), "{told}");
    assert!(told.contains("lists: accepted"), "{told}");
    // A field is called by its heading, as in a workbook.
    assert!(told.contains("give “Lawful basis”"), "{told}");
    // Whoever names one of them, or walks over the folder, is told of the whole, once.
    let by_file = done(&[&["validate", &path("lists/Results.csv"), &path("lists/Partners.csv")][..], &today].concat());
    assert_eq!(by_file.matches("lists: accepted").count(), 1, "{by_file}");
    let by_walk = done(&[&["validate", folder.path().to_str().unwrap()][..], &today].concat());
    assert_eq!(by_walk.matches(": accepted").count(), 4, "{by_walk}");

    done(&["report", &path("lists"), "--audience", "funder", "--format", "html", "--out", &path("reports")]);
    done(&["new", "--from", &path("lists"), "--out", &path("next.json")]);
    let told = done(&["new", "--from", &path("lists"), "--out", &path("next"), "--csv"]);
    assert!(told.contains("(Results.csv, "), "{told}");
    let told = done(&["diff", &path("lists"), &path("again.json")]);
    assert!(told.contains("Both say the same."), "{told}");
    let third = fixture("histories/saltmere/2026-27-q3.json").to_str().unwrap().to_owned();
    let before = |named: &str| {
        done(&["validate", &third, "--previous", named, "--output-format", "json", "--today", "2027-02-10"])
    };
    let json: serde_json::Value = serde_json::from_str(before(&path("lists")).trim()).unwrap();
    let same: serde_json::Value = serde_json::from_str(before(&first).trim()).unwrap();
    let rules = |json: &serde_json::Value| -> Vec<String> {
        let found = json["files"][0]["diagnostics"].as_array().unwrap();
        found.iter().map(|found| found["rule"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(rules(&json), rules(&same));
}

#[test]
fn programs_are_given_the_file_and_the_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lists");
    let lists = Lists::of(&saltmere());
    fs::create_dir(&path).unwrap();
    for (name, bytes) in &lists.0 {
        fs::write(path.join(name), bytes).unwrap();
    }
    fs::write(path.join("Return.csv"), lists.text("Return.csv").replacen("Status,", "Status,x", 1)).unwrap();
    let line = lists.text("Return.csv").lines().position(|line| line.starts_with("Status,")).unwrap() + 1;
    let said = |format: &str| {
        let output = candour(&["validate", path.to_str().unwrap(), "--output-format", format, "--today", "2026-11-20"]);
        assert_eq!(code(&output), 1);
        String::from_utf8(output.stdout).unwrap()
    };
    let json: serde_json::Value = serde_json::from_str(&said("json")).unwrap();
    let found = &json["files"][0]["diagnostics"][0];
    assert!(found["file"].as_str().unwrap().ends_with("Return.csv"), "{found:#}");
    assert_eq!(
        (found["line"].as_u64(), found["cell"].as_str(), found["sheet"].as_str()),
        (Some(line as u64), Some(&*format!("B{line}")), None)
    );
    let sarif: serde_json::Value = serde_json::from_str(&said("sarif")).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert!(place["artifactLocation"]["uri"].as_str().unwrap().ends_with("lists/Return.csv"), "{place:#}");
    assert_eq!(
        (place["region"]["startLine"].as_u64(), place["region"]["startColumn"].as_u64()),
        (Some(line as u64), Some(8))
    );
    let github = said("github");
    let expected = format!("Return.csv,line={line},endLine={line},col=8");
    assert!(github.contains(&expected) && github.contains(&format!("::B{line}: ")), "{github}");
    let gitlab: serde_json::Value = serde_json::from_str(&said("gitlab")).unwrap();
    assert_eq!(gitlab[0]["location"]["lines"]["begin"].as_u64(), Some(line as u64));
    assert!(said("concise").contains(&format!("Return.csv:{line}:8: error[")), "{}", said("concise"));
    let text = said("text");
    assert!(text.contains(&format!("Return.csv:{line}:8, cell B{line}")), "{text}");
    assert!(text.contains(&format!("{line} | Status,x")), "{text}");
    assert!(said("narrated").contains(&format!("Return.csv, cell B{line}, line {line}")), "{}", said("narrated"));
}

#[test]
fn a_folder_that_may_be_two_returns_is_not_chosen_for() {
    let folder = tempfile::tempdir().unwrap();
    let first = fixture("valid/saltmere-2026-27-q2/return.json");
    let path = folder.path().join("lists");
    let shown = path.to_str().unwrap();
    assert_eq!(code(&candour(&["convert", first.to_str().unwrap(), shown, "--csv"])), 0);
    for other in ["return.json", "results.json", "q2.json", "return.xlsx"] {
        fs::copy(&first, path.join(other)).unwrap();
        let output = candour(&["validate", shown]);
        assert_eq!(code(&output), 2, "{}", said(&output));
        assert!(said(&output).contains(&format!("Return.csv and also {other}")), "{}", said(&output));
        fs::remove_file(path.join(other)).unwrap();
    }
    // A JSON file of something else is no return.
    fs::write(path.join("settings.json"), "{}").unwrap();
    assert_eq!(code(&candour(&["validate", shown, "--today", "2026-11-20"])), 0);
    // Without its head a folder of lists is told what it lacks, and lists among other returns stand in nobody's way.
    fs::remove_file(path.join("settings.json")).unwrap();
    fs::remove_file(path.join("Return.csv")).unwrap();
    let output = candour(&["validate", shown]);
    assert_eq!(code(&output), 1, "{}", said(&output));
    fs::copy(&first, path.join("q2.json")).unwrap();
    let output = candour(&["validate", shown, "--today", "2026-11-20"]);
    assert!(code(&output) == 0 && said(&output).contains("q2.json: accepted"), "{}", said(&output));
    // One CSV file is no return.
    fs::write(folder.path().join("figures.csv"), "a,b\n").unwrap();
    let output = candour(&["validate", folder.path().join("figures.csv").to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(said(&output).contains("figures.csv is a CSV file"), "{}", said(&output));
    let output = candour(&["convert", first.to_str().unwrap(), folder.path().join("out.csv").to_str().unwrap()]);
    assert!(code(&output) == 2 && said(&output).contains("--csv"), "{}", said(&output));
}

/// What a group fills in that keeps lists: the marked columns alone.
#[test]
fn new_lists_say_what_must_be_filled() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lists");
    let shown = path.to_str().unwrap();
    let options = ["--approaches", "community_reporting", "--today", "2026-11-01", "--csv", "--out", shown];
    let output = candour(&[&["new"][..], &options].concat());
    assert_eq!(code(&output), 0, "{}", said(&output));
    let fill = |name: &str, change: &dyn Fn(String) -> String| {
        let text = fs::read_to_string(path.join(name)).unwrap();
        fs::write(path.join(name), change(text)).unwrap();
    };
    let partners = fs::read_to_string(path.join("Partners.csv")).unwrap();
    let rows: Vec<_> = partners.lines().collect();
    assert!(
        rows[0].contains("must be filled") && rows[1].starts_with("ID,Name,") && rows[2].starts_with("e.g. "),
        "{partners}"
    );
    fill("Partners.csv", &|text| text + "elm-row,Elm Row Residents\nhall,Elm Row Hall\n");
    fill("Partnership.csv", &|text| {
        text.replacen("\nID,,", "\nID,elm-row,", 1).replacen("\nName,,", "\nName,Elm Row Residents,", 1)
    });
    fill("Community reporting - promises.csv", &|text| {
        let headings = text.lines().find(|line| line.contains("Promise")).unwrap().split(',');
        let row: Vec<_> = headings
            .map(|heading| match heading {
                "ID" => "P1",
                "Promise" => "The hall is open on Saturdays.",
                _ => "",
            })
            .collect();
        format!("{text}{}\n", row.join(","))
    });
    let output = candour(&["validate", "--today", "2026-11-01", shown]);
    assert_eq!(code(&output), 0, "{}", said(&output));
    assert!(said(&output).contains("lists: accepted"), "{}", said(&output));
}

#[test]
fn a_text_of_several_lines_does_not_choose_the_separator() {
    let text = fs::read_to_string(fixture("valid/smallest/return.json")).unwrap();
    let lines = "Status;draft\\nPeriod: quarter;Q2\\nDue on;2026-10-31\\nName;Elm Row\\n";
    let json = text.replacen(
        "\"partners\": [",
        &format!("\"partners\": [{{ \"id\": \"one\", \"name\": \"{}\\\"\" }},", lines.repeat(3)),
        1,
    );
    let before = intake::read("return.json", json.as_bytes());
    assert_eq!(before.diagnostics, []);
    let lists = workbook::write_lists(&before.intake).unwrap();
    let files: Vec<_> = lists.iter().map(|(name, bytes)| Document { name, bytes }).collect();
    let after = workbook::read_lists("lists", &files);
    assert_eq!(after.diagnostics, []);
    assert_eq!(workbook::difference(&before.intake, &after.intake), None);
}
