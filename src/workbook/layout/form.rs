//! The published form of a return as a tree of fields, in the order in which it is filled in.

use serde_json::{Map, Value};

use super::Kind;
use crate::next;
use crate::order;
use crate::schema::{return_form, titles as schema_titles};
use crate::source::{DocumentId, Pointer};

/// A field of a record.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) note: String,
    pub(super) example: String,
    pub(super) choices: Vec<String>,
    pub(super) is_required: bool,
    pub(super) form: Form,
}

/// What a field may hold.
#[derive(Debug, Clone)]
pub(super) enum Form {
    /// One value, or several that are never more than a word.
    Plain(Kind),
    /// A text, or a text for each language.
    Text,
    /// Several of those.
    Texts,
    /// A record.
    Record(Vec<Field>),
    /// A plain value, or a record; where one of its fields is that value, its name.
    Either { kind: Kind, record: Vec<Field>, plain: Option<String>, may_be_absent: bool },
    /// Several records.
    List(Box<Form>),
}

/// The fields of a whole return.
pub(super) fn whole() -> Vec<Field> {
    fields(return_form(), "")
}

/// The titles on the way to a path such as `results[].target.revised`.
pub(super) fn titles(path: &str) -> Vec<String> {
    let route: String = path.split('.').fold(String::new(), |route, step| match step.strip_suffix("[]") {
        Some(list) => format!("{route}/{list}/0"),
        None => format!("{route}/{step}"),
    });
    schema_titles(&Pointer::parse(DocumentId::FIRST, &route))
}

fn fields(record: &Value, path: &str) -> Vec<Field> {
    let Some(properties) = record.get("properties").and_then(Value::as_object) else { return Vec::new() };
    let required: Vec<&str> =
        record.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let mut fields: Vec<(usize, Field)> = properties
        .iter()
        .map(|(name, property)| {
            let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            (rank(name, &path), field(name, property, &path, required.contains(&name.as_str())))
        })
        .collect();
    // What the form's order does not name comes by its own, and required fields first.
    order::by_key(&mut fields, |(rank, field)| (*rank, !field.is_required));
    fields.into_iter().map(|(_, field)| field).collect()
}

/// How fields are told where the form's own order does not say: what a record is called by comes first, why comes last.
const USUAL: &[&str] = &[
    "id",
    "ref",
    "name",
    "to",
    "from",
    "at",
    "on",
    "by",
    "of",
    "period",
    "record",
    "kind",
    "type",
    "partner",
    "source",
    "who",
    "title",
    "what",
    "text",
    "sector",
    "roles",
    "joined_on",
    "left_on",
    "value",
    "mean",
    "numerator",
    "denominator",
    "n",
    "status",
    "min",
    "max",
    "sd",
];

fn rank(name: &str, path: &str) -> usize {
    next::place_in_form(path).unwrap_or_else(|| {
        // After everything that the order names in the same record, in a manner people are used to.
        10_000 + USUAL.iter().position(|usual| *usual == name).unwrap_or(USUAL.len())
    })
}

fn field(name: &str, property: &Value, path: &str, is_required: bool) -> Field {
    let text = |part: &Value, word: &str| part.get(word).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (form, choices) = form(property, path);
    let meant = resolved(property);
    let of_items = meant.get("items").map(resolved);
    let example = [Some(property), Some(meant), of_items]
        .into_iter()
        .flatten()
        .find_map(|part| part.get("examples")?.as_array()?.first()?.as_str())
        .unwrap_or_default();
    let title = match text(property, "title") {
        none if none.is_empty() => name.to_owned(),
        title => title,
    };
    let note = match text(property, "description") {
        none if none.is_empty() => text(meant, "description"),
        note => note,
    };
    Field { name: name.to_owned(), title, note, example: example.to_owned(), choices, is_required, form }
}

/// What a part of the form refers to.
fn resolved(part: &Value) -> &Value {
    let Some(reference) = part.get("$ref").and_then(Value::as_str) else { return part };
    let name = reference.rsplit('/').next().unwrap_or_default();
    let types = return_form().get("$defs").and_then(Value::as_object);
    types.and_then(|types: &Map<String, Value>| types.get(name)).map_or(part, resolved)
}

/// The name of the type a part refers to.
fn named(part: &Value) -> &str {
    part.get("$ref").and_then(Value::as_str).and_then(|name| name.rsplit('/').next()).unwrap_or_default()
}

fn form(part: &Value, path: &str) -> (Form, Vec<String>) {
    let meant = resolved(part);
    if let Some(words) = meant.get("enum").and_then(Value::as_array) {
        let words = words.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        return (Form::Plain(Kind::Choice), words);
    }
    if let Some([plain, record]) = meant.get("anyOf").and_then(Value::as_array).map(Vec::as_slice) {
        let (form, choices) = either(plain, record, path);
        return (form, choices);
    }
    match meant.get("type").and_then(Value::as_str) {
        Some("boolean") => (Form::Plain(Kind::YesNo), Vec::new()),
        Some("integer" | "number") => (Form::Plain(number(part, path)), Vec::new()),
        Some("array") => {
            let Some(items) = meant.get("items") else { return (Form::Texts, Vec::new()) };
            let (of_items, choices) = form(items, &format!("{path}[]"));
            let form = match of_items {
                Form::Plain(kind) if kind.is_number() => Form::Plain(Kind::Numbers),
                Form::Plain(Kind::Choice | Kind::Code) => Form::Plain(Kind::Words),
                Form::Plain(_) | Form::Text | Form::Texts => Form::Texts,
                record @ (Form::Record(_) | Form::Either { .. } | Form::List(_)) => Form::List(Box::new(record)),
            };
            (form, choices)
        }
        Some("object") => (Form::Record(fields(meant, path)), Vec::new()),
        _ => {
            let kind = if meant.get("format").and_then(Value::as_str) == Some("date") {
                Kind::Date
            } else if meant.get("pattern").is_some() {
                Kind::Code
            } else {
                Kind::Text
            };
            (Form::Plain(kind), Vec::new())
        }
    }
}

/// A value or a record: a text in two languages, a figure or its parts, a number or the reason for having none.
fn either(plain: &Value, record: &Value, path: &str) -> (Form, Vec<String>) {
    let fields = fields(resolved(record), path);
    let has = |name: &str| fields.iter().any(|field| field.name == name);
    if has("en") && has("cy") {
        return (Form::Text, Vec::new());
    }
    let (plain, choices) = form(plain, path);
    let Form::Plain(kind) = plain else { return (Form::Record(fields), choices) };
    let may_be_absent = kind.is_number() && has("status") && has("reason");
    let same = if kind.is_number() { "value" } else { "to" };
    let same = has(same).then(|| same.to_owned());
    (Form::Either { kind, record: fields, plain: same, may_be_absent }, choices)
}

fn number(part: &Value, path: &str) -> Kind {
    match named(part) {
        "Pounds" | "HourlyRate" => Kind::Money,
        "Percent" => Kind::Percent,
        _ if path.ends_with("_gbp") => Kind::Money,
        _ if resolved(part).get("type").and_then(Value::as_str) == Some("integer") => Kind::Whole,
        _ => Kind::Decimal,
    }
}
