//! How rules are tested: the smallest return, the part that matters, and the words it gets.

use std::sync::OnceLock;

use serde_json::Value;

use super::{Earlier, Filed, Ground, Rule, run::run_one};
use crate::check::FiledReturn;
use crate::intake::{Cuts, read};
use crate::returns::{Date, History, QuarterlyReturn, Settings};
use crate::source::Pointer;

/// The smallest return a rule is tried on.
const SMALLEST: &str = r#"{
    "schema_version": "1.0",
    "return": { "status": "submitted", "period": { "financial_year": "2026-27", "quarter": "Q2" } },
    "partnership": { "id": "harbour-circle", "name": "Harbour Circle" },
    "partners": [
        { "id": "harbour-trust", "name": "Harbour Trust" },
        { "id": "harbour-council", "name": "Harbour Council" }
    ]
}"#;

/// Puts these parts into the smallest return, runs the rule, and compares what it says: a line a finding, as
/// `pointer severity: message | help`.
pub(super) fn gets(rule: &'static Rule, parts: &str, expected: &[&str]) {
    let found = findings(rule, parts, &Cuts::default());
    assert_eq!(found, expected, "\nfound:\n{}", found.join("\n"));
}

/// The same, where these parts were cut because of their shape.
pub(super) fn gets_without(cut: &[&str], rule: &'static Rule, parts: &str, expected: &[&str]) {
    let top = read("return.json", b"{}").intake.top();
    let cuts = cut.iter().map(|part| Pointer::parse(top.document(), part)).collect();
    let found = findings(rule, parts, &cuts);
    assert_eq!(found, expected, "\nfound:\n{}", found.join("\n"));
}

/// The same, after a return of the quarter before with these parts.
pub(super) fn gets_after(earlier: &str, rule: &'static Rule, parts: &str, expected: &[&str]) {
    let mut whole = with_parts(earlier);
    let period = &mut whole["return"]["period"];
    if period["quarter"] == "Q2" {
        period["quarter"] = "Q1".into();
    }
    let found = after(&[whole], rule, parts);
    assert_eq!(found, expected, "\nfound:\n{}", found.join("\n"));
}

/// The same, after returns of the quarters before with these parts, oldest first. The last of them is of the quarter
/// before.
pub(super) fn gets_after_all(earlier: &[&str], rule: &'static Rule, parts: &str, expected: &[&str]) {
    let newest_first = earlier.iter().rev().zip(1..).map(|(parts, back)| {
        let mut whole = with_parts(parts);
        // The return that is checked is of the second quarter of 2026-27.
        let quarters = 2026 * 4 + 1 - back;
        let (year, quarter) = (quarters / 4, quarters % 4 + 1);
        whole["return"]["period"]["financial_year"] = format!("{year}-{:02}", (year + 1) % 100).into();
        whole["return"]["period"]["quarter"] = format!("Q{quarter}").into();
        whole
    });
    let mut wholes: Vec<Value> = newest_first.collect();
    wholes.reverse();
    let found = after(&wholes, rule, parts);
    assert_eq!(found, expected, "\nfound:\n{}", found.join("\n"));
}

fn after(earlier: &[Value], rule: &'static Rule, parts: &str) -> Vec<String> {
    let cuts = Cuts::default();
    let read: Vec<_> = earlier.iter().map(|whole| read("earlier.json", whole.to_string().as_bytes()).intake).collect();
    let typed: Vec<QuarterlyReturn> =
        read.iter().map(|intake| intake.typed(&cuts).unwrap_or_else(|misfit| panic!("{misfit}"))).collect();
    let filed: Vec<_> = read.iter().map(|intake| FiledReturn::new(intake, &cuts)).collect();
    let earlier: Vec<_> =
        typed.iter().zip(&filed).map(|(typed, filed)| Earlier { typed, filed: filed as &dyn Filed }).collect();
    let history = History::of(typed.iter().cloned());
    on_ground(&with_parts(parts), &cuts, |ground| said(rule, Ground { earlier: &earlier, history: &history, ..ground }))
}

fn findings(rule: &'static Rule, parts: &str, cuts: &Cuts) -> Vec<String> {
    on_ground(&with_parts(parts), cuts, |ground| said(rule, ground))
}

fn with_parts(parts: &str) -> Value {
    let mut whole: Value = serde_json::from_str(SMALLEST).unwrap();
    merge(&mut whole, serde_json::from_str(parts).unwrap());
    whole
}

fn on_ground<T>(whole: &Value, cuts: &Cuts, then: impl FnOnce(Ground<'_>) -> T) -> T {
    let read = read("return.json", whole.to_string().as_bytes());
    let typed: QuarterlyReturn = read.intake.typed(cuts).unwrap_or_else(|misfit| panic!("{misfit}"));
    let filed = FiledReturn::new(&read.intake, cuts);
    let settings = Settings::default();
    let today = Date::parse("2026-11-01");
    let history = History::none();
    then(Ground { typed: &typed, filed: &filed, today, settings: &settings, earlier: &[], history: &history })
}

fn said(rule: &'static Rule, ground: Ground<'_>) -> Vec<String> {
    run_one(rule, ground, &[])
        .into_iter()
        .map(|found| {
            let said = found.diagnostic;
            let severity = said.severity.name();
            assert!(!said.message.ends_with('.'), "{}", said.message);
            format!("{} {severity}: {} | {}", said.at, said.message, said.help.unwrap_or_default())
        })
        .collect()
}

/// Records are merged field by field; anything else replaces what was there.
fn merge(into: &mut Value, parts: Value) {
    match (into, parts) {
        (Value::Object(into), Value::Object(parts)) => {
            for (name, part) in parts {
                merge(into.entry(name).or_insert(Value::Null), part);
            }
        }
        (into, parts) => *into = parts,
    }
}

/// Fails where the pointer names a field the schema does not have: no rule may look for what cannot be there.
pub(super) fn assert_known(pointer: &Pointer) {
    static SCHEMA: OnceLock<Value> = OnceLock::new();
    let schema = SCHEMA.get_or_init(|| schemars::schema_for!(QuarterlyReturn).to_value());
    let mut here = vec![schema];
    for step in pointer.steps() {
        here = here.into_iter().flat_map(|part| below(schema, part, &step)).collect();
    }
    assert!(!here.is_empty(), "the schema has nothing at {pointer}");
}

fn below<'s>(schema: &'s Value, part: &'s Value, step: &str) -> Vec<&'s Value> {
    if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
        let target = schema.pointer(reference.trim_start_matches('#'));
        return target.map(|target| below(schema, target, step)).unwrap_or_default();
    }
    let branches = ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|name| part.get(name)?.as_array()).flatten();
    let own = if step.parse::<usize>().is_ok() {
        part.get("items")
    } else {
        part.get("properties").and_then(|properties| properties.get(step))
    };
    own.into_iter().chain(branches.flat_map(|branch| below(schema, branch, step))).collect()
}
