use super::*;
use crate::intake;

const SALTMERE: &str = include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json");

fn started(text: &str) -> Result<Started, CannotStart> {
    start(&intake::read("return.json", text.as_bytes()).intake)
}

fn value(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

/// The fields of the form, as the table names them.
fn fields_of_the_form() -> Vec<String> {
    fn walk(schema: &serde_json::Value, part: &serde_json::Value, path: &str, found: &mut Vec<String>) {
        let name = part["$ref"].as_str().and_then(|name| name.rsplit('/').next());
        let part = name.map_or(part, |name| &schema["$defs"][name]);
        for (name, field) in part["properties"].as_object().into_iter().flatten() {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            found.push(path.clone());
            // What the table decides as a whole needs no lines for its parts.
            if matches!(table::fate(&path), table::Fate::Within | table::Fate::Open(_)) {
                walk(schema, field, &path, found);
            }
        }
        if part.get("items").is_some() {
            walk(schema, &part["items"], &format!("{path}[]"), found);
        }
    }
    let schema = crate::schema::generate("return").unwrap();
    let mut found = Vec::new();
    walk(&schema, &schema, "", &mut found);
    found
}

#[test]
fn the_table_decides_every_field_and_no_other() {
    let fields = fields_of_the_form();
    let known: Vec<&str> = table::TABLE.iter().map(|(path, _)| *path).collect();
    let missing: Vec<_> = fields.iter().filter(|field| !known.contains(&field.as_str())).collect();
    assert!(missing.is_empty(), "say what becomes of these in the table: {missing:#?}");
    let gone: Vec<_> = known.iter().filter(|path| !fields.iter().any(|field| field == *path)).collect();
    assert!(gone.is_empty(), "these are no fields of the form: {gone:#?}");
    let mut once = known.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), known.len(), "a field stands twice");
}

#[test]
fn the_next_quarter_crosses_the_end_of_the_year() {
    let text = SALTMERE
        .replace("\"quarter\": \"Q2\", \"start\": \"2026-07-01\", \"end\": \"2026-09-30\"", "\"quarter\": \"Q4\"");
    let next = value(&started(&text.replace("STM-2026-27-Q2", "STM-2026-27-Q4")).unwrap().text);
    assert_eq!(next["return"]["period"], value(r#"{"financial_year": "2027-28", "quarter": "Q1"}"#));
    assert_eq!(next["return"]["return_id"], "STM-2027-28-Q1");
    assert_eq!(next["return"]["previous_return"], "STM-2026-27-Q4");
    assert_eq!(next["return"]["version"], 1);
    assert_eq!(next["return"]["status"], "draft");
    assert!(next["return"].get("replaces").is_none());
    assert_eq!(next["finance"]["year"], "2027-28");
    assert!(next["finance"].get("pooled_budget").is_none(), "a budget is of its year");
    assert!(next["finance"]["spend"][0].get("budget").is_none());
    let first = &next["results"][0];
    assert!(first.get("target").is_none() && first.get("trajectory").is_none(), "a target ends with its day");
    assert_eq!(first["actuals"], value(r#"[{"period": "2026-27 Q3"}]"#), "the form has last year's figures no longer");
    assert_eq!(first["baseline"]["period"], "2025-26 Q1");
}

#[test]
fn what_is_over_is_gone_and_what_is_open_stands() {
    let next = value(&started(SALTMERE).unwrap().text);
    let ids = |list: &serde_json::Value| -> Vec<String> {
        list.as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids(&next["community_reporting"]["promises"]), ["P1", "P4", "P5"]);
    assert_eq!(ids(&next["milestones"]), ["M2", "M3", "M6"]);
    assert_eq!(ids(&next["risks"]), ["K1", "K2", "K3", "K4"]);
    assert_eq!(next["risks"][0]["previous_score"], 16);
    assert_eq!(next["system_health"]["measures"][1]["previous"], 2.1);
    let actions = next["previous_actions"].as_array().unwrap();
    let records: Vec<_> = actions.iter().filter_map(|action| action["ref"]["record"].as_str()).collect();
    assert_eq!(records, ["R1", "R2", "R5", "D1", "D2", "D3"]);
    assert_eq!(actions[0]["ref"], "2026-27 Q1 action on S4", "what was done in part is not done");
}

#[test]
fn no_commentary_and_no_figure_of_the_quarter_is_copied() {
    let text = started(SALTMERE).unwrap().text;
    for gone in ["We were 11 households short", "348600", "Nine of 26 children", "fair account", "\"matched\"", "3.46,"]
    {
        assert!(SALTMERE.contains(gone), "{gone}");
        assert!(!text.contains(gone) || gone == "3.46,", "{gone} was copied");
    }
}

#[test]
fn fields_of_ones_own_and_numbers_as_typed_are_kept() {
    let own = "\"pooled_budget\": 780000, \"x_ledger\": { \"page\": 16.00 },";
    let text = started(&SALTMERE.replace("\"pooled_budget\": 780000,", own)).unwrap().text;
    assert!(text.contains("\"x_ledger\": { \"page\": 16.00 }"), "{text}");
    assert!(text.contains("\"rate_per_hour_gbp\": 16.00"));
}

#[test]
fn a_part_of_another_shape_is_carried_as_it_is() {
    let odd = SALTMERE
        .replace("\"milestones\": [", "\"x_old\": [")
        .replace("\"risks\": [", "\"milestones\": \"none\", \"risks\": [7, ");
    let next = value(&started(&odd).unwrap().text);
    assert_eq!(next["milestones"], "none");
    assert_eq!(next["risks"][0], 7);
    assert_eq!(next["x_old"][0]["id"], "M1");
}

#[test]
fn what_is_no_return_or_was_withdrawn_starts_nothing() {
    assert_eq!(started("{}").unwrap_err(), CannotStart::NotReadable);
    assert_eq!(started("[1]").unwrap_err(), CannotStart::NotReadable);
    let withdrawn = SALTMERE.replace("\"status\": \"submitted\"", "\"status\": \"withdrawn\"");
    assert_eq!(started(&withdrawn).unwrap_err(), CannotStart::Withdrawn);
}
