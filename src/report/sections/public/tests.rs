//! What residents read of a small return, as it changes.

use serde_json::{Value, json};

use super::super::tests::published;
use crate::{
    disclosure::{Audience, Published},
    report::{build, reading_order, wording::ENGLISH},
};

/// The pieces of a report on the small return, changed.
fn read(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut json = serde_json::to_value(published(Audience::Public)).unwrap();
    json["profile"]["rounded_to"] = json!(5);
    json["partners"] = json!([]);
    json["council"] = Value::Null;
    change(&mut json);
    let published: Published = serde_json::from_value(json).unwrap();
    reading_order(&build(&published)).into_iter().map(|piece| piece.replace('\u{a0}', " ")).collect()
}

fn says(pieces: &[String], words: &str) -> bool {
    pieces.iter().any(|piece| piece.contains(words))
}

fn number(text: &str) -> Value {
    json!({ "is": "number", "value": text })
}

fn words(text: &str) -> Value {
    json!({ "text": text, "language": "en" })
}

fn outcome() -> Value {
    json!({
        "id": "O1", "title": words("Hope"), "areas": [],
        "cohort": { "steps": [{ "steps": ["matched"], "people": number("45") }], "selected_on_outcome": false },
        "distribution": { "moves": [
            { "ways": ["improved"], "people": number("20") },
            { "ways": ["no_clear_change", "worsened"], "people": number("25") }
        ] },
        "claim": { "counterfactual": "none", "other_explanations": [] }
    })
}

#[test]
fn a_return_with_little_in_it_says_what_was_not_reported() {
    let pieces = read(|json| {
        json["results"] = json!([]);
        json["community"] = Value::Null;
        json["finance"] = Value::Null;
        json["partnership"]["purpose"] = Value::Null;
        json["header"]["contact"] = Value::Null;
    });
    for words in [
        "No promise was reported.",
        ENGLISH.nothing_changed_known(),
        ENGLISH.nothing_is_behind(false),
        ENGLISH.no_story(),
        ENGLISH.nothing_said(),
        ENGLISH.nobody_heard(),
        ENGLISH.nothing_spent_known(),
        "No address to write to was given.",
        "Nobody has signed this return.",
    ] {
        assert!(says(&pieces, words), "{words}\n{pieces:#?}");
    }
}

#[test]
fn residents_verdict_stands_before_ours() {
    let pieces = read(|json| {
        json["community"]["promises"][0]["judged_by"] = json!({ "who": "Panel", "people": 14, "how": "vote" });
    });
    let at = |words: &str| pieces.iter().position(|piece| piece.contains(words)).unwrap();
    assert!(at("Not kept") < at("We say it was done."));
    assert!(says(&pieces, "Judged by 14 people."));
    // What is done is no longer due.
    assert!(!says(&pieces, "due by"));
}

#[test]
fn a_promise_not_yet_done_says_when_it_is_due() {
    let with = |status: &str, due: &str, revised: Value| {
        read(|json| {
            let promise = &mut json["community"]["promises"][0];
            promise["partner_status"] = json!(status);
            promise["due"] = json!(due);
            promise["revised_due"] = revised;
        })
    };
    assert!(says(&with("not_delivered", "2026-09-30", json!("2026-12-14")), "Now due by 14 December 2026."));
    assert!(says(&with("on_track", "2027-03-31", Value::Null), "Due by 31 March 2027."));
    assert!(!says(&with("not_delivered", "2026-09-30", Value::Null), "due by"));
}

#[test]
fn outcomes_are_told_as_people_count_and_as_one_where_they_are_merged() {
    let pieces = read(|json| json["outcomes"] = json!([outcome()]));
    assert!(says(&pieces, "Hope: About 20 of 45 did clearly better. About 25 had no clear change or did worse."));
    assert!(says(&pieces, ENGLISH.cannot_say_without_us()));
    let compared = read(|json| {
        let mut outcome = outcome();
        outcome["claim"]["counterfactual"] = json!("waiting_list");
        json["outcomes"] = json!([outcome]);
    });
    assert!(!says(&compared, ENGLISH.cannot_say_without_us()));
}

#[test]
fn a_number_of_few_that_is_early_or_not_final_says_so() {
    let achieved = |mark: Value, stage: Value| {
        read(|json| {
            let mut outcome = outcome();
            outcome["distribution"] = Value::Null;
            outcome["achieved"] = json!({ "numerator": { "is": "number", "value": "10", "mark": mark },
                "denominator": number("25"), "share": number("40") });
            outcome["claim"]["stage"] = stage;
            json["outcomes"] = json!([outcome]);
        })
    };
    assert!(says(
        &achieved(Value::Null, Value::Null),
        "Hope: about 10 of 25. This is an early sign, from a small group."
    ));
    assert!(says(&achieved(json!("e"), Value::Null), "This number is an estimate."));
    assert!(says(&achieved(json!("r"), Value::Null), "This number is not the one we first gave."));
    assert!(says(&achieved(Value::Null, json!("too_early")), "It is too early to judge."));
}

#[test]
fn a_hidden_number_is_told_as_hidden_and_nothing_follows_from_it() {
    let hidden = json!({ "is": "hidden" });
    let pieces = read(|json| {
        let measure = &mut json["results"][0];
        measure["current"]["figure"] = hidden.clone();
        measure["rating"] = hidden.clone();
        measure["current_path"] = hidden.clone();
        measure["breakdowns"] = json!([]);
    });
    assert!(says(&pieces, ENGLISH.too_small_to_show()));
    assert!(says(&pieces, ENGLISH.nothing_is_behind(false)));
    assert!(!pieces.iter().any(|piece| piece.contains("115")), "{pieces:#?}");
}

#[test]
fn what_is_behind_is_told_with_what_was_agreed_and_what_will_be_done() {
    let pieces = read(|json| {
        let measure = &mut json["results"][0];
        measure["commentary"] = words("Two posts were empty.");
        measure["action"] = json!({ "what": words("Start two workers."), "by": "2026-11-30" });
        json["next_priorities"] = json!([words("Open the line."), words("Train reporters.")]);
    });
    for words in [
        "Households with a plan: about 104. We had agreed 115 by now.",
        "Two posts were empty.",
        "What we will do: Start two workers. By 30 November 2026.",
        "What comes next: Open the line. Train reporters.",
    ] {
        assert!(says(&pieces, words), "{words}\n{pieces:#?}");
    }
    let on_track = read(|json| json["results"][0]["rating"] = json!({ "is": "rated", "rag": "green" }));
    assert!(says(&on_track, ENGLISH.nothing_is_behind(true)));
}

#[test]
fn stories_are_told_once_and_what_failed_stands_with_what_went_wrong() {
    let story = |id: &str, kind: &str, what: &str| {
        json!({ "id": id, "kind": kind, "what_happened": words(what), "voices": [], "rival_explanations": [],
            "changed_decision": words("A rota was agreed.") })
    };
    let pieces = read(|json| {
        json["narratives"] = json!([
            story("N1", "what_has_not_worked", "Cover stopped."),
            story("N2", "most_significant_change", "One meeting was enough.")
        ]);
        json["results"][0]["story"] = json!(["N1"]);
    });
    assert_eq!(pieces.iter().filter(|piece| piece.contains("Cover stopped.")).count(), 1);
    assert!(says(&pieces, "One meeting was enough."));
    assert!(says(&pieces, "What was decided: A rota was agreed."));
    assert!(!says(&pieces, ENGLISH.no_story()));
    let alone = read(|json| {
        json["narratives"] = json!([story("N1", "what_has_not_worked", "Cover stopped.")]);
        json["results"] = json!([]);
    });
    assert!(says(&alone, "What we will do: A rota was agreed.") && says(&alone, ENGLISH.no_story()));
}

#[test]
fn money_is_told_in_parts_and_for_each_household() {
    let with = |households: Value, each: Value| {
        read(|json| {
            json["header"]["main_place"] = json!({ "name": "Saltmere", "households": households });
            json["finance"]["spent"] = json!({ "total": number("348600"), "per_household": each, "parts": [
                { "lines": ["Staff"], "amount": number("214300"), "per_household": each },
                { "lines": ["Payments", "Reserve", "Hubs"], "amount": number("134300"), "per_household": each }
            ] });
        })
    };
    let known = with(json!(44_800), number("7.78"));
    assert!(says(&known, "£7.78 for each household since 1 April"));
    assert!(says(&known, "£348,600 in all, for 44,800 households") && says(&known, "Everything else"));
    let unknown = with(Value::Null, Value::Null);
    assert!(says(&unknown, "We spent £348,600 since 1 April") && !says(&unknown, "for each household"), "{unknown:#?}");
}

#[test]
fn breakdowns_stand_as_a_table_and_a_sentence_with_what_is_hidden() {
    let pieces = read(|json| {
        let groups = json!({ "by": "household_type", "overlapping": false, "total": number("104"), "groups": [
            { "name": "Lone parent", "joined": ["Couple"], "figure": number("45") },
            { "name": "Other", "joined": [], "figure": { "is": "hidden" } }
        ] });
        json["results"][0]["breakdowns"].as_array_mut().unwrap().push(groups);
    });
    assert!(says(&pieces, "By household type: Lone parent and Couple 45, Other [c]."), "{pieces:#?}");
    assert!(says(&pieces, "[c] confidential") && says(&pieces, "rounded to the nearest 5, so they may not add up."));
}

#[test]
fn a_promise_that_is_told_of_no_more_stands_with_what_was_said_of_it_last() {
    let told = |id: &str, promise: &str, status: Option<&str>, verdict: &str, last: &str| {
        json!({ "id": id, "promise": words(promise), "moved_to": [], "partner_status": status, "verdict": verdict,
                "last_told": last })
    };
    let pieces = read(|json| {
        json["memory"] = json!({
            "since": "2026-27 Q1", "changes": [], "quarters": ["2026-27 Q1", "2026-27 Q2"], "measures": [],
            "trust": [], "trust_events": [], "spending": [],
            "promises": [
                told("C1", "Mend the gate.", Some("delivered"), "kept", "2026-27 Q1"),
                told("C2", "Sweep the lane.", Some("on_track"), "not_yet_judged", "2026-27 Q1"),
                told("C3", "Light the path.", Some("not_delivered"), "not_kept", "2026-27 Q1"),
                told("C4", "Ask again.", Some("on_track"), "not_yet_judged", "2026-27 Q2"),
            ]
        });
    });
    assert!(says(&pieces, "What we promised before, and said last"));
    assert!(says(&pieces, "We say it was done. Last told of for April to June 2026."));
    assert!(says(&pieces, "We have not said what became of it. Last told of for April to June 2026."));
    assert!(!says(&pieces, "Ask again."), "what is told of this quarter stands above");
    let at = |words: &str| pieces.iter().position(|piece| piece.contains(words)).unwrap();
    assert!(at("Light the path.") < at("Mend the gate."), "bad news comes first");
}
