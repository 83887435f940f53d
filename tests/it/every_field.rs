//! Every field that the schema knows is filled by a valid return, so that nothing an officer may give is untried.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::fixture;

/// The fields of the schema or of a return, each by the record it belongs to.
type Fields = BTreeSet<(String, String)>;

/// Follows a reference; gives the part of the schema and the name of the record it describes.
fn followed<'s>(schema: &'s Value, part: &'s Value, name: &str) -> (&'s Value, String) {
    match part.get("$ref").and_then(Value::as_str) {
        Some(reference) => {
            let target = schema.pointer(reference.trim_start_matches('#')).expect("a reference leads somewhere");
            followed(schema, target, reference.rsplit('/').next().unwrap_or_default())
        }
        None => (part, name.to_owned()),
    }
}

fn branches(part: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf", "allOf"].into_iter().filter_map(|name| part.get(name)?.as_array()).flatten()
}

fn properties(part: &Value) -> impl Iterator<Item = (&String, &Value)> {
    part.get("properties").and_then(Value::as_object).into_iter().flatten()
}

/// All fields the schema knows.
fn known(schema: &Value, part: &Value, name: &str, all: &mut Fields) {
    let (part, name) = followed(schema, part, name);
    for branch in branches(part) {
        known(schema, branch, &name, all);
    }
    for (field, below) in properties(part) {
        if all.insert((name.clone(), field.clone())) {
            known(schema, below, &format!("{name}.{field}"), all);
        }
    }
    if let Some(items) = part.get("items") {
        known(schema, items, &name, all);
    }
}

/// The fields of the schema that a value fills.
fn filled(schema: &Value, part: &Value, name: &str, value: &Value, all: &mut Fields) {
    let (part, name) = followed(schema, part, name);
    for branch in branches(part).filter(|branch| is_meant(schema, branch, value)) {
        filled(schema, branch, &name, value, all);
    }
    for (field, below) in properties(part) {
        if let Some(value) = value.get(field) {
            all.insert((name.clone(), field.clone()));
            filled(schema, below, &format!("{name}.{field}"), value, all);
        }
    }
    if let (Some(items), Some(values)) = (part.get("items"), value.as_array()) {
        for value in values {
            filled(schema, items, &name, value, all);
        }
    }
}

/// Whether a branch of the schema is the one a value is written by: as a record, with its tag and its required fields.
fn is_meant(schema: &Value, branch: &Value, value: &Value) -> bool {
    let (branch, _) = followed(schema, branch, "");
    if branch.get("properties").is_none() {
        return true;
    }
    let has = |name: &Value| name.as_str().is_some_and(|name| value.get(name).is_some());
    let tags = properties(branch).filter_map(|(name, field)| Some((name, field.get("const")?)));
    let required = branch.get("required").and_then(Value::as_array).into_iter().flatten();
    value.is_object()
        && tags.into_iter().all(|(name, tag)| value.get(name) == Some(tag))
        && required.into_iter().all(has)
}

#[test]
fn every_field_is_filled_by_a_valid_return() {
    let schema: Value = serde_json::from_str(candour::schema::schema_text("return").unwrap()).unwrap();
    let (mut all, mut met) = (Fields::new(), Fields::new());
    known(&schema, &schema, "Return", &mut all);
    for story in std::fs::read_dir(fixture("valid")).unwrap() {
        let text = std::fs::read(story.unwrap().path().join("return.json")).unwrap();
        let value: Value = serde_json::from_slice(&text).unwrap();
        filled(&schema, &schema, "Return", &value, &mut met);
    }
    assert!(all.len() > 600, "only {} fields are known", all.len());
    let missing: Vec<_> = all.difference(&met).map(|(record, field)| format!("{field} of {record}")).collect();
    assert!(missing.is_empty(), "fixtures/valid/every-field does not fill {}", missing.join(", "));
}
