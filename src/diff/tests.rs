use super::form::{Change, Kind};
use super::side::HIDDEN;
use super::*;
use crate::{check, intake};

const FIRST: &str = include_str!("../../fixtures/histories/saltmere/2026-27-q2-version-1.json");
const SECOND: &str = include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json");
const BEFORE: &str = include_str!("../../fixtures/histories/saltmere/2026-27-q1.json");

fn checked(name: &str, text: &str) -> Checked {
    check::check(intake::read(name, text.as_bytes()), &check::Options::default())
}

fn between(then: &str, now: &str, safe_output: bool) -> Result<Difference, CannotCompare> {
    let (then, now) = (checked("then.json", then), checked("now.json", now));
    let (then, now) = (Given { path: "then.json", checked: &then }, Given { path: "now.json", checked: &now });
    compare(then, now, safe_output)
}

fn changes(then: &str, now: &str) -> Vec<Change> {
    between(then, now, false).unwrap().changes
}

/// A return that says the same as the worked example but for this.
fn edited(from: &str, to: &str) -> String {
    assert_eq!(SECOND.matches(from).count(), 1, "{from}");
    SECOND.replace(from, to)
}

fn lines(changes: &[Change]) -> Vec<String> {
    let words = |said: &Option<form::Said>| said.as_ref().map_or("-", |said| said.words.as_str()).to_owned();
    let line = |change: &Change| {
        let record = change.record.as_ref().map_or("", |record| record.id.as_str());
        let material =
            change.weight.as_ref().map_or("", |weight| if weight.material { " material" } else { " slight" });
        format!("{record} {}: {} -> {}{material}", change.what, words(&change.then), words(&change.now))
    };
    changes.iter().map(line).collect()
}

#[test]
fn a_return_and_itself_say_the_same_however_it_is_laid_out() {
    let value: serde_json::Value = serde_json::from_str(SECOND).unwrap();
    let difference = between(SECOND, &value.to_string(), false).unwrap();
    assert_eq!(lines(&difference.changes), Vec::<String>::new());
    assert!(text(&difference).contains("Both say the same."));
}

#[test]
fn records_are_matched_by_their_ids_and_not_by_their_places() {
    let mut value: serde_json::Value = serde_json::from_str(SECOND).unwrap();
    value["results"].as_array_mut().unwrap().reverse();
    value["risks"].as_array_mut().unwrap().swap(0, 2);
    value["partners"][0]["roles"].as_array_mut().unwrap().reverse();
    value["results"][0]["actuals"].as_array_mut().unwrap().reverse();
    assert_eq!(lines(&changes(SECOND, &value.to_string())), Vec::<String>::new());
    value["risks"].as_array_mut().unwrap().remove(1);
    let found = changes(SECOND, &value.to_string());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind, found[0].record.as_ref().unwrap().id.as_str()), (Kind::Gone, "K2"));
}

#[test]
fn figures_are_told_as_one_with_both_places_and_the_reason_that_is_given() {
    let found = changes(FIRST, SECOND);
    let restated = found.iter().find(|change| change.what == "Actuals, Q1 of 2026-27").unwrap();
    assert_eq!(
        lines(std::slice::from_ref(restated)),
        ["R2 Actuals, Q1 of 2026-27: 74.1% (120 of 162), final -> 75.9% (120 of 158), revised material"]
    );
    let (then, now) = (restated.then.as_ref().unwrap(), restated.now.as_ref().unwrap());
    assert_eq!((then.place.file.as_str(), now.place.file.as_str()), ("then.json", "now.json"));
    assert!(then.place.line > 1 && now.place.line == 114, "{now:?}");
    assert!(restated.declared.as_ref().unwrap().words.starts_with("Four late school referrals"));
    let replaces = between(FIRST, SECOND, false).unwrap().replaces.unwrap();
    assert_eq!(replaces.what, "STM-2026-27-Q2 version 1");
    assert_eq!(replaces.reasons[0].of.as_deref(), Some("R2, Q1 of 2026-27"));
}

#[test]
fn between_quarters_only_what_both_speak_of_is_weighed() {
    let found = changes(BEFORE, SECOND);
    let weighed: Vec<Change> = found.into_iter().filter(|change| change.weight.is_some()).collect();
    assert_eq!(
        lines(&weighed),
        ["R2 Actuals, Q1 of 2026-27: 74.1% (120 of 162), final -> 75.9% (120 of 158), revised material"]
    );
}

#[test]
fn a_lowered_target_is_told_with_its_reason_where_there_is_one() {
    let lowered = SECOND.replace(
        "\"target\": { \"value\": 240, \"by\": \"2027-03-31\" }",
        "\"target\": { \"value\": 200, \"by\": \"2027-03-31\" }",
    );
    let found = changes(SECOND, &lowered);
    assert_eq!(lines(&found), ["R1 Target, Value: 240 -> 200 material"]);
    assert_eq!(found[0].declared, None);
    let explained = lowered.replace(
        "\"target\": { \"value\": 200, ",
        "\"target\": { \"revised\": [{ \"from\": 240, \"to\": 200, \"why\": \"Two posts are empty.\" }], \"value\": 200, ",
    );
    let found = changes(SECOND, &explained);
    let value = found.iter().find(|change| change.what == "Target, Value").unwrap();
    assert_eq!(value.declared.as_ref().unwrap().words, "Two posts are empty.");
}

#[test]
fn a_series_is_told_month_by_month() {
    let one = edited("12, 9, 8, 8, 7, 8, 7, 7]", "12, 9, 8, 8, 6, 8, 7, 7]");
    assert_eq!(lines(&changes(SECOND, &one)), ["S1 Series, 2026-06: 7 -> 6 material"]);
}

#[test]
fn what_identifies_somebody_is_never_repeated() {
    let number = "943 476 5919";
    let told = edited("Supplier security check", &format!("Ask about {number}"));
    let own = edited("\"fictional\": true,", "\"fictional\": true, \"x_case\": 9434765919,");
    let title = edited("Spring assembly feedback published", &format!("Feedback of {number}"));
    for (then, now) in [(SECOND, &told), (&told, &SECOND.to_owned()), (SECOND, &own), (SECOND, &title)] {
        let difference = between(then, now, false).unwrap();
        let all = text(&difference) + &difference.json() + &format!("{:?}", page(&difference));
        assert_eq!(difference.changes.len(), 1, "{all}");
        for secret in [number, "9434765919", "9,434,765,919", "Ask about"] {
            assert!(!all.contains(secret), "{secret}: {all}");
        }
        assert!(all.contains(HIDDEN));
    }
}

#[test]
fn a_story_that_was_taken_back_is_not_told_again_by_what_is_gone() {
    let mut value: serde_json::Value = serde_json::from_str(SECOND).unwrap();
    value["narratives"][1] = serde_json::json!({ "id": "N2", "kind": "what_has_not_worked", "consent": { "given": false, "withdrawn_on": "2026-11-02" } });
    for difference in [between(SECOND, &value.to_string(), false), between(&value.to_string(), SECOND, false)] {
        let difference = difference.unwrap();
        let all = text(&difference) + &difference.json();
        assert!(difference.changes.len() > 5);
        for words in ["Repeat call-outs rose to 201", "Evening crises", "goodwill", "Two weekends"] {
            assert!(!all.contains(words), "{words}: {all}");
        }
    }
}

#[test]
fn small_numbers_are_left_out_where_strangers_read() {
    let ward = edited("{ \"place\": \"brackenholt\", \"value\": 3 }", "{ \"place\": \"brackenholt\", \"value\": 12 }");
    let found = between(SECOND, &ward, true).unwrap();
    assert_eq!(lines(&found.changes), ["R1 Breakdowns, ward, Groups, Brackenholt: a number under 10 -> … material"]);
    assert!(text(&found).contains(text::SAFE));
    // A large group of the same breakdown would give the small one away.
    let ward = edited("{ \"place\": \"quayside\", \"value\": 41 }", "{ \"place\": \"quayside\", \"value\": 44 }");
    let told = text(&between(SECOND, &ward, true).unwrap());
    assert!(!told.contains("41") && !told.contains("44"), "{told}");
    let cohort = edited("\"left_before_follow_up\": 9,", "\"left_before_follow_up\": 5,");
    let told = text(&between(SECOND, &cohort, true).unwrap());
    assert!(!told.contains(": 9 ") && !told.contains(": 5 ") && !told.contains('%'), "{told}");
    let words = edited("Referrals did not fall.", "Only 3 referrals came.");
    for (safe_output, expected) in [(true, "Only a number under 10 referrals"), (false, "Only 3 referrals")] {
        let found = lines(&between(SECOND, &words, safe_output).unwrap().changes);
        assert!(found[0].contains(expected), "{found:?}");
    }
}

#[test]
fn a_mistake_is_told_before_anything_is_compared() {
    let other = SECOND.replace("\"id\": \"saltmere-together\"", "\"id\": \"other\"");
    assert!(matches!(between(SECOND, &other, false), Err(CannotCompare::AnotherPartnership { .. })));
    assert!(matches!(between(SECOND, BEFORE, false), Err(CannotCompare::WrongOrder { .. })));
    assert!(matches!(between(SECOND, FIRST, false), Err(CannotCompare::WrongOrder { .. })));
    assert!(matches!(between("[1]", SECOND, false), Err(CannotCompare::NotReadable { .. })));
}
