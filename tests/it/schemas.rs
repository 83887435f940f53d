//! The schemas in `schemas/` are those of the types, and say what each field is for.

use std::path::Path;

use candour::schema::{generate, schema_names};
use serde_json::Value;

use crate::support::same_text;

#[test]
fn schemas_are_those_of_the_types() {
    for name in schema_names() {
        let text = format!("{:#}\n", generate(name).unwrap());
        same_text(&text, &Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("schemas/{name}.schema.json")));
    }
}

#[test]
fn every_field_has_a_title_and_a_description() {
    let mut missing = Vec::new();
    for name in schema_names() {
        look(&generate(name).unwrap(), name, &mut missing);
    }
    assert!(missing.is_empty(), "fields without words:\n{}", missing.join("\n"));
}

fn look(schema: &Value, path: &str, missing: &mut Vec<String>) {
    match schema {
        Value::Object(parts) => {
            if let Some(Value::Object(fields)) = parts.get("properties") {
                for (name, field) in fields {
                    for keyword in ["title", "description"] {
                        if field[keyword].as_str().is_none_or(str::is_empty) {
                            missing.push(format!("{path}/{name}: no {keyword}"));
                        }
                    }
                }
            }
            for (name, part) in parts {
                look(part, &format!("{path}/{name}"), missing);
            }
        }
        Value::Array(parts) => parts.iter().for_each(|part| look(part, path, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn schemas_are_schemas() {
    for name in schema_names() {
        jsonschema::meta::validate(&generate(name).unwrap()).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}
