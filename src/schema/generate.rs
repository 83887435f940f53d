//! Schemas made from the types, so that the two cannot part.
//!
//! What schemars makes of the types is tightened here: an optional field is left out, never empty; each field has a
//! title for forms and editors; the space of a partnership's own fields (`x_…`) is open; and no format stands there
//! that other validators do not know.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value, json};

use super::guidance;
use crate::diagnostic::render::Findings;
use crate::diff::form::Difference;
use crate::disclosure::published::Published;
use crate::next::form::ToDoList;
use crate::returns::QuarterlyReturn;
use crate::returns::approach::community_reporting::CommunityReporting;
use crate::returns::approach::narratives::Narrative;
use crate::returns::approach::outcomes::Outcome;
use crate::returns::approach::results::ResultMeasure;
use crate::returns::approach::system_health::SystemHealth;
use crate::waivers::WaiverFile;

/// Makes a schema of a type.
type Make = fn() -> Value;

/// Every schema that is made from types, by the name of its file.
static SCHEMAS: &[(&str, Make)] = &[
    ("return", || reading::<QuarterlyReturn>("A partnership's return for one quarter")),
    ("results", || reading::<Vec<ResultMeasure>>("Results of a return")),
    ("system_health", || reading::<SystemHealth>("System health of a return")),
    ("outcomes", || reading::<Vec<Outcome>>("Outcomes of a return")),
    ("narratives", || reading::<Vec<Narrative>>("Narratives of a return")),
    ("community_reporting", || reading::<CommunityReporting>("Community reporting of a return")),
    ("waivers", || reading::<WaiverFile>("A funder's waivers")),
    ("diagnostics", || writing::<Findings>("What candour found in some returns, version 1")),
    ("published", || writing::<Published>("The data inside a report: what its audience may see, version 2")),
    ("diff", || writing::<Difference>("What changed between two returns, candour-diff/1")),
    ("to_do", || writing::<ToDoList>("What to do in a return that was started from another, candour-to-do/1")),
];

/// The schema of this name as the types have it, in JSON Schema 2020-12. What is in force is
/// [`schema_text`](super::schema_text); a test compares the two.
pub fn generate(name: &str) -> Option<Value> {
    SCHEMAS.iter().find(|(known, _)| *known == name).map(|(_, make)| make())
}

/// A schema of something that people write.
fn reading<T: JsonSchema>(title: &str) -> Value {
    let mut schema = made::<T>(SchemaSettings::draft2020_12().for_deserialize().into_generator(), title);
    tighten(&mut schema, true);
    guidance::guide(&mut schema);
    if let Some(fields) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        let field = json!({
            "type": "string",
            "title": "Schema",
            "description": "Where an editor finds the schema of this file. Not part of the return."
        });
        fields.insert("$schema".to_owned(), field);
    }
    schema
}

/// A schema of something that candour writes.
fn writing<T: JsonSchema>(title: &str) -> Value {
    let mut schema = made::<T>(SchemaSettings::draft2020_12().for_serialize().into_generator(), title);
    tighten(&mut schema, false);
    schema
}

fn made<T: JsonSchema>(generator: SchemaGenerator, title: &str) -> Value {
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("title".to_owned(), title.into());
    }
    schema
}

/// Walks over a schema and everything in it. `written_by_people` closes the door to empty values and opens the one to
/// fields of their own.
fn tighten(schema: &mut Value, written_by_people: bool) {
    let Some(schema) = schema.as_object_mut() else { return };
    if written_by_people {
        without_null(schema);
        schema.remove("default");
        if schema.get("additionalProperties") == Some(&Value::Bool(false)) {
            schema.insert("patternProperties".to_owned(), json!({ "^x_": {} }));
        }
    }
    if schema.get("format").is_some_and(|format| format != "date") {
        schema.remove("format");
    }
    for keyword in ["properties", "$defs"] {
        let Some(Value::Object(parts)) = schema.get_mut(keyword) else { continue };
        for (name, part) in parts {
            tighten(part, written_by_people);
            if let (Value::Object(part), "properties") = (part, keyword) {
                part.entry("title").or_insert_with(|| title(name).into());
                // The tag of a choice between forms has no doc comment of its own to take its words from.
                if part.contains_key("const") {
                    part.entry("description").or_insert_with(|| "Which of the forms this is.".into());
                }
            }
        }
    }
    for keyword in ["items", "additionalProperties"] {
        if let Some(part) = schema.get_mut(keyword) {
            tighten(part, written_by_people);
        }
    }
    for keyword in ["anyOf", "oneOf", "allOf", "prefixItems"] {
        let Some(Value::Array(parts)) = schema.get_mut(keyword) else { continue };
        for part in parts {
            tighten(part, written_by_people);
        }
    }
}

/// Takes “or nothing” out of the schema of an optional field.
fn without_null(schema: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    if let Some(Value::Array(choices)) = schema.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [only] = choices.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            if let Value::Object(only) = only {
                for (keyword, value) in only {
                    schema.entry(keyword).or_insert(value);
                }
            }
        }
    }
}

/// The name of a field in words: `forecast_year_end` is “Forecast year end”, `total_gbp` is “Total (£)”.
fn title(name: &str) -> String {
    let (name, unit) = match name.strip_suffix("_gbp") {
        Some(rest) => (rest, " (£)"),
        None => match name.strip_suffix("_fte") {
            Some(rest) => (rest, " (full-time equivalent)"),
            None => (name, ""),
        },
    };
    let words: Vec<String> = name
        .split('_')
        .map(|word| match word {
            "rag" | "ons" | "dpia" | "nhs" | "id" | "url" | "fte" | "ci95" | "eia" => word.to_uppercase(),
            "gbp" => "£".to_owned(),
            word => word.to_owned(),
        })
        .collect();
    let text = words.join(" ");
    let mut letters = text.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    format!("{first}{}{unit}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_called_in_words() {
        assert_eq!(title("forecast_year_end"), "Forecast year end");
        assert_eq!(title("total_gbp"), "Total (£)");
        assert_eq!(title("ons_code"), "ONS code");
        assert_eq!(title("id"), "ID");
    }

    #[test]
    fn an_optional_field_is_left_out_and_never_empty() {
        for name in SCHEMAS
            .iter()
            .map(|(name, _)| *name)
            .filter(|name| !["diagnostics", "published", "diff", "to_do"].contains(name))
        {
            let text = generate(name).unwrap().to_string();
            assert!(!text.contains("\"null\""), "{name}");
        }
    }

    #[test]
    fn there_is_no_schema_of_another_name() {
        assert_eq!(generate("reutrn"), None);
    }
}
