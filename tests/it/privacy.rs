//! What identifies a person is found wherever it stands, and repeated nowhere.

use candour::check::{Options, check};
use candour::diagnostic::Verdict;
use candour::diagnostic::render::{self, Format};
use candour::intake;

use crate::support::fixture;

/// A code, a text in which its detector finds something, and what it finds.
const SENTINELS: &[(&str, &str, &str)] = &[
    ("P-09", "In Brackenholt few families came; 3 households in Brackenholt waited.", "few families came"),
    ("P-11", "Patient 943 476 5919 came.", "943 476 5919"),
    ("P-11", "NHS number 943 476 5918", "943 476 5918"),
    ("P-12", "See AB123456C about it.", "AB123456C"),
    ("P-13", "Calls from YO8 4QX rose.", "YO8 4QX"),
    ("P-14", "Ask jo.bloggs@home.example first.", "jo.bloggs"),
    ("P-14", "Ask jbloggs@home.example first.", "jbloggs"),
    ("P-15", "Ring 07911 123456 at night.", "07911 123456"),
    ("P-15", "Ring 01904 123456 at night.", "01904 123456"),
    ("P-16", "She was born on 03/05/1984 here.", "03/05/1984"),
    ("P-17", "UPRN 100012345678", "100012345678"),
    ("P-17", "Pupil A123456789012 came.", "A123456789012"),
    ("P-17", "CRN: X123456", "X123456"),
    ("P-17", "His car, AB12 CDE, was seen.", "AB12 CDE"),
    ("P-17", "Hospital number 7654321", "7654321"),
    ("P-18", "Mrs Ada Holt rang.", "Ada Holt"),
    ("P-18", "A boy called Jayden came.", "Jayden"),
    ("P-19", "Visits to 12a Old Mill Lane rose.", "Old Mill"),
    ("P-20", "Paid to 12-34-56, account 12345678.", "12345678"),
    ("P-20", "Card 4539 1488 0343 6467", "0343"),
    ("P-21", "In Low Marsh a woman was pregnant.", "pregnant"),
    ("P-23", "She says that he still hits her.", "still hits"),
    ("N-12", "One of the twins of Brackenholt, aged 17, came.", "twins"),
];

/// The worked example with this text in one place.
fn with(pointer: &str, text: &str) -> String {
    let path = fixture("valid/saltmere-2026-27-q2/return.json");
    let mut whole: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let (record, field) = pointer.rsplit_once('/').unwrap();
    whole.pointer_mut(record).unwrap()[field] = text.into();
    // A rating that is wrong makes other rules speak of the result by its title.
    whole["results"][4]["rag"] = "green".into();
    serde_json::to_string_pretty(&whole).unwrap()
}

#[test]
fn what_a_detector_finds_is_in_no_format_wherever_it_stands() {
    for (code, text, secret) in SENTINELS {
        let places = match *code {
            "P-09" => vec!["/ward_notes/3/note", "/results/0/title", "/results/0/commentary"],
            // Rare details are looked for in stories, where they are told of somebody.
            "N-12" => vec!["/narratives/0/what_happened", "/narratives/0/title"],
            _ => vec!["/narratives/0/what_happened", "/narratives/0/title", "/results/4/title"],
        };
        let mut met = false;
        for place in places {
            let mut whole = with(place, text);
            // A field of another name is told with its line by the rules of shape, unless a detector of any text finds it.
            if code.starts_with("P-1") {
                let field = format!("\"id\": \"N2\", \"adress\": \"{text}\"");
                whole = whole.replacen("\"id\": \"N2\"", &field, 1);
            }
            let checked = check(intake::read("return.json", whole.as_bytes()), &Options::default());
            // What several texts of a story give away together is told at the story.
            let is_at = |at: &str| at == place || (*code == "N-12" && at == "/narratives/0/id");
            met |= checked.diagnostics().iter().any(|found| found.code == Some(code) && is_at(found.at.as_str()));
            let is_repeated = |said: &str| said.contains(secret);
            for found in checked.diagnostics() {
                let is_shown = is_repeated(&found.message) || found.provided.as_deref().is_some_and(is_repeated);
                assert!(!is_shown, "{code} at {place}: {found:#?}");
            }
            let file = render::Checked {
                path: "return.json",
                verdict: checked.verdict(),
                diagnostics: checked.diagnostics(),
                places: checked.intake(),
            };
            for format in Format::ALL {
                let said = render::render(*format, &[file], &render::Options::default());
                assert!(!is_repeated(&said), "{code} at {place} in {format:?}: {said}");
            }
        }
        assert!(met, "{code} does not find “{text}”");
    }
}

#[test]
fn a_hidden_number_is_not_said_by_the_rule_that_finds_it() {
    for safe_output in [false, true] {
        let whole = with("/ward_notes/3/note", "22 households in Wold Gate and 3 households in Brackenholt.");
        let options = Options { safe_output, ..Options::default() };
        let checked = check(intake::read("return.json", whole.as_bytes()), &options);
        let found = checked.diagnostics().iter().find(|found| found.code == Some("P-09")).expect("it is found");
        let said = format!("{} {}", found.message, found.help.as_deref().unwrap_or_default());
        let digits = said.replace("R1", "").contains(|letter: char| letter.is_ascii_digit());
        assert!(!digits && found.hide_source && found.provided.is_none(), "{said}");
    }
}

#[test]
fn a_number_of_a_person_in_a_field_of_ones_own_is_found_as_a_number_too() {
    let text = with("/x_case", "x").replace("\"x_case\": \"x\"", "\"x_case\": 9434765919");
    let checked = check(intake::read("return.json", text.as_bytes()), &Options::default());
    assert_eq!(checked.verdict(), Verdict::Rejected);
    assert!(checked.diagnostics().iter().any(|found| found.code == Some("P-11") && found.at.as_str() == "/x_case"));
}
