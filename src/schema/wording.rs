//! A plain sentence for each way a shape can be wrong: all of them here, apart from the logic that finds them.
//!
//! A sentence shows the author's own value and says what to do. It names fields, lists and records, and nothing that
//! only programmers know.

use jsonschema::JsonType;
use serde_json::Value as Plain;

use super::fault::{Fault, FaultKind};
use super::guess::{looks_like_date, nearest, plain_number, yes_or_no};
use super::nouns::{article, field, noun, number_words};
use super::rules::RULES;
use crate::diagnostic::{Diagnostic, Related, Severity, Stage};
use crate::intake::{Intake, Kind, Value};
use crate::source::Part;

/// The diagnostic for a fault; `None` where reading has said it already.
pub(super) fn diagnostic(intake: &Intake, fault: &Fault) -> Option<Diagnostic> {
    // What stands in a cell that could not be read is told there, and is not missing.
    if let FaultKind::Missing(name) = &fault.kind
        && intake.unread().any(|at| at == fault.at.field(name))
    {
        return None;
    }
    let value = intake.get(&fault.at);
    if value.is_some_and(Value::is_number_out_of_bounds) {
        return None;
    }
    let words = words(intake, fault, value);
    debug_assert!(RULES.iter().any(|known| known.name == words.rule), "{} has no `why`", words.rule);
    let part = if matches!(fault.kind, FaultKind::NotKnown(_)) { Part::Key } else { Part::Value };
    let record_of =
        if part == Part::Key { fault.at.parent().unwrap_or_else(|| intake.top()) } else { fault.at.clone() };
    let stage = Stage::of_shape(&fault.at);
    Some(Diagnostic {
        help: words.help,
        part,
        label: words.label.to_owned(),
        record: intake.record(&record_of),
        provided: words.provided,
        expected: words.expected,
        related: words.related,
        ..Diagnostic::new(words.rule, Severity::Error, stage, fault.at.clone(), words.message)
    })
}

/// Says that there are many more faults, from this one on.
pub(super) fn many_more(fault: &Fault, count: usize) -> Diagnostic {
    let message = format!("There are {} more faults of shape from here on", number_words(&count.into()));
    let help = "mend those above first; many of a kind often have one cause in the program that wrote the file";
    Diagnostic {
        help: Some(help.to_owned()),
        ..Diagnostic::new("many-more-faults", Severity::Error, Stage::of_shape(&fault.at), fault.at.clone(), message)
    }
}

struct Words {
    rule: &'static str,
    message: String,
    help: Option<String>,
    label: &'static str,
    provided: Option<String>,
    expected: Option<String>,
    related: Vec<Related>,
}

impl Words {
    fn new(rule: &'static str, message: String, label: &'static str) -> Self {
        Self { rule, message, help: None, label, provided: None, expected: None, related: Vec::new() }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    fn provided(mut self, value: Option<Value<'_>>) -> Self {
        self.provided = value.filter(|value| !matches!(value.kind(), Kind::List | Kind::Record)).map(|value| {
            let raw = value.text().unwrap_or_else(|| value.raw().into());
            shortened(&raw)
        });
        self
    }
}

fn words(intake: &Intake, fault: &Fault, value: Option<Value<'_>>) -> Words {
    let name = field(fault.form, &fault.at);
    let shown = value.map(shown).unwrap_or_default();
    let count = |value: Option<Value<'_>>| value.map_or(0, Value::len);
    match &fault.kind {
        FaultKind::Empty => Words::new("left-empty", format!("{name} is left empty"), "empty")
            .help("leave it out, or give a status such as \"not_available\" where it has one"),
        FaultKind::WrongType(expected) => wrong_type(&name, &shown, expected, value),
        FaultKind::NotKnown(unknown) => not_known(fault, unknown),
        FaultKind::Missing(missing) => Words::new(
            "field-missing",
            format!("“{missing}” is missing from this {}", noun(fault.form, &fault.schema)),
            "something is missing here",
        )
        .help(format!("add “{missing}”{}", description(fault, missing))),
        FaultKind::NotAChoice(choices) => not_a_choice(&name, &shown, choices, value),
        FaultKind::NotADate => {
            let words = Words::new("not-a-date", format!("{name} is {shown}, which is not a date"), "not a date")
                .provided(value);
            match value.and_then(Value::text).and_then(|text| looks_like_date(&text)) {
                Some(date) => words.help(format!("did you mean \"{date}\"? Dates are written year, month, day")),
                None => words.help("write the date as year, month, day, such as \"2026-09-30\""),
            }
        }
        FaultKind::Form(pattern) => {
            let (what, help) = form(pattern);
            Words::new(
                "not-in-this-form",
                format!("{name} is {shown}, and {what} is not written like that"),
                "not in this form",
            )
            .help(help)
        }
        FaultKind::TooSmall(limit) => {
            let limit = number_words(limit);
            Words::new("number-too-small", format!("{name} is {shown}, and it cannot be below {limit}"), "too small")
                .provided(value)
                .help(format!("check the figure; the smallest it can be is {limit}"))
        }
        FaultKind::TooLarge(limit) => {
            let limit = number_words(limit);
            Words::new("number-too-big", format!("{name} is {shown}, and it cannot be above {limit}"), "too big")
                .provided(value)
                .help(format!("check the figure; the largest it can be is {limit}"))
        }
        FaultKind::TooFine(step) => too_fine(&name, &shown, *step, value),
        FaultKind::TooShort(limit) => {
            Words::new("text-too-short", format!("{name} has fewer than {} in it", characters(*limit)), "too short")
                .help("write it out, or leave the field out")
        }
        FaultKind::TooLong(limit) => {
            let length = value.and_then(Value::text).map_or(0, |text| text.chars().count() as u64);
            Words::new(
                "text-too-long",
                format!("{name} has {}, and there is room for {limit}", characters(length)),
                "too long",
            )
            .help(format!("shorten it by {}", characters(length.saturating_sub(*limit))))
        }
        FaultKind::TooFew(limit) => {
            let count = count(value);
            Words::new("too-few-items", format!("{name} has {}, and needs at least {limit}", items(count)), "too few")
                .help("add what is missing")
        }
        FaultKind::TooMany(limit) => {
            let count = count(value);
            Words::new(
                "too-many-items",
                format!("{name} has {}, and there is room for {limit}", items(count)),
                "too many",
            )
            .help("keep those that matter most")
        }
        FaultKind::Twice => twice(intake, fault, &name, value),
        FaultKind::NothingInIt => Words::new("left-empty", format!("{name} has nothing in it"), "empty")
            .help("write what belongs in it, or leave it out"),
        FaultKind::Other => Words::new("shape-not-right", format!("{name} is not written as its form asks"), "")
            .help("compare it with the same part of another return"),
    }
}

fn wrong_type(name: &str, shown: &str, expected: &[JsonType], value: Option<Value<'_>>) -> Words {
    let (rule, belongs, label) = match expected.first() {
        Some(JsonType::Integer) => ("not-a-whole-number", "a whole number", "not a whole number"),
        Some(JsonType::Number) => ("not-a-number", "a number", "not a number"),
        Some(JsonType::Boolean) => ("not-yes-or-no", "true or false", "neither true nor false"),
        Some(JsonType::Array) => ("not-a-list", "a list", "not a list"),
        Some(JsonType::Object) => ("not-a-record", "a record with fields", "not a record"),
        Some(JsonType::String) => ("not-a-text", "text", "not a text"),
        Some(JsonType::Null) | None => ("shape-not-right", "something else", ""),
    };
    let is_number = value.is_some_and(|value| value.kind() == Kind::Number);
    let rule = if rule == "not-a-whole-number" && !is_number { "not-a-number" } else { rule };
    let text = value.and_then(Value::text);
    let words = Words::new(rule, format!("{name} is {shown}, and {belongs} belongs here"), label).provided(value);
    match (expected.first(), text) {
        (Some(JsonType::Integer | JsonType::Number), Some(text)) => match plain_number(&text) {
            Some(number) => words.help(format!("write {number}, without quotation marks")),
            None if expected.contains(&JsonType::Object) => words
                .help("write a number, or { \"status\": \"not_available\", \"reason\": \"…\" } where there is none"),
            None => words.help("write a number, or leave the field out where there is none"),
        },
        (Some(JsonType::Integer), None) if is_number => words.help("round it to a whole number"),
        (Some(JsonType::Integer | JsonType::Number), None) => words.help("write a number"),
        (Some(JsonType::Boolean), Some(text)) if yes_or_no(&text).is_some() => {
            words.help(format!("write {}, without quotation marks", yes_or_no(&text).unwrap_or_default()))
        }
        (Some(JsonType::Boolean), _) => words.help("write true for yes or false for no"),
        (Some(JsonType::Array), _) => match value
            .filter(|value| value.raw().len() <= 40 && value.kind() != Kind::Record)
        {
            Some(value) => words.help(format!("write [{}]: it is a list, even where there is only one", value.raw())),
            None => words.help("put it between [ and ]: it is a list, even where there is only one"),
        },
        (Some(JsonType::Object), _) => words.help("write its fields between { and }, each with its name"),
        (Some(JsonType::String), _) if is_number => words.help(format!("write \"{shown}\", with quotation marks")),
        (Some(JsonType::String), _) => words.help("write words in quotation marks"),
        (Some(JsonType::Null) | None, _) => words,
    }
}

fn not_known(fault: &Fault, unknown: &str) -> Words {
    let known = known_fields(fault);
    let whole = noun(fault.form, &fault.schema);
    let about = article(&whole);
    let message = format!("“{}” is not a field of {about} {whole}", shortened(unknown));
    let words = Words::new("field-not-known", message, "not known");
    match nearest(unknown, known.iter().map(String::as_str)) {
        Some(near) => {
            let mut words = words.help("mend the name; a field of your own starts with x_");
            words.message = format!("{}. Did you mean “{near}”?", words.message);
            words.expected = Some(near.to_owned());
            words
        }
        // Of a record with many fields a list would hide what to do.
        None if known.len() > 15 => words.help("take it out, or start its name with x_ to keep it as your own"),
        None => words.help(format!(
            "take it out, or start its name with x_ to keep it as your own; {about} {whole} has {}",
            listed(known.iter().map(String::as_str), "and")
        )),
    }
}

fn not_a_choice(name: &str, shown: &str, choices: &[Plain], value: Option<Value<'_>>) -> Words {
    let choices: Vec<String> =
        choices.iter().map(|choice| choice.as_str().map_or_else(|| choice.to_string(), str::to_owned)).collect();
    let mut words = Words::new(
        "not-one-of-the-choices",
        format!("{name} is {shown}, which is not one of its choices"),
        "not a choice",
    )
    .provided(value);
    let text = value.and_then(Value::text).unwrap_or_default();
    let all = listed(choices.iter().map(String::as_str), "or");
    words.help =
        Some(match nearest(&text.trim().to_lowercase().replace([' ', '-'], "_"), choices.iter().map(String::as_str)) {
            Some(near) => {
                words.expected = Some(near.to_owned());
                format!("did you mean “{near}”? It can be {all}")
            }
            None if choices.len() == 1 => format!("write \"{all}\""),
            None => format!("it can be {all}"),
        });
    words
}

fn too_fine(name: &str, shown: &str, step: f64, value: Option<Value<'_>>) -> Words {
    let places = (-step.log10()).round().max(0.0) as usize;
    let rounded = value.and_then(Value::number).map_or_else(String::new, |number| format!("{number:.places$}"));
    let room = match places {
        0 => "it has to be whole".to_owned(),
        1 => "there is room for one decimal".to_owned(),
        places => format!("there is room for {places} decimals"),
    };
    Words::new("too-many-decimals", format!("{name} is {shown}, and {room}"), "too many decimals")
        .provided(value)
        .help(format!("round it to {rounded}"))
}

fn twice(intake: &Intake, fault: &Fault, name: &str, value: Option<Value<'_>>) -> Words {
    let items: Vec<_> = value.map(|value| value.items().map(Value::raw).collect()).unwrap_or_default();
    let twins = items.iter().enumerate().find_map(|(second, raw)| {
        items[..second].iter().position(|earlier| earlier == raw).map(|first| (first, second))
    });
    let mut words =
        Words::new("item-given-twice", format!("{name} has the same item twice"), "").help("keep one of the two");
    if let Some((first, second)) = twins {
        if let Some(item) = intake.get(&fault.at.item(second)) {
            words.message = format!("{name} has {} twice", shown(item));
        }
        words.related = [(first, "once"), (second, "and again")]
            .into_iter()
            .map(|(index, message)| Related { at: fault.at.item(index), message: message.to_owned() })
            .collect();
    }
    words
}

/// The author's own value, as a message shows it.
fn shown(value: Value<'_>) -> String {
    match value.kind() {
        Kind::Empty => "empty".to_owned(),
        Kind::Boolean | Kind::Number => shortened(value.raw()),
        Kind::Text => match value.text().unwrap_or_default() {
            text if text.trim().is_empty() => "an empty text".to_owned(),
            text => format!("“{}”", shortened(&text)),
        },
        Kind::List => "a list".to_owned(),
        Kind::Record => "a record".to_owned(),
    }
}

/// At most forty letters, on one line.
fn shortened(text: &str) -> String {
    let mut letters = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let mut short: String = letters.by_ref().take(40).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}

/// What is written in this form, and how. A test looks that each pattern of the schema has its words.
fn form(pattern: &str) -> (&'static str, &'static str) {
    match pattern {
        "^[a-z0-9][a-z0-9-]{1,40}$" => {
            ("an id", "write small letters, digits and hyphens, 2 to 41 of them, such as \"harbour-trust\"")
        }
        "^[A-Z][0-9]{1,4}$" => ("the id of a record", "write a capital letter and a number, such as \"R1\""),
        "^[0-9]{4}-[0-9]{2}$" => ("a financial year", "write the two years as \"2026-27\""),
        "^[0-9]{4}-[0-9]{2}( Q[1-4])?$" => {
            ("a period", "write a quarter as \"2026-27 Q2\", a month as \"2026-09\" or a financial year as \"2026-27\"")
        }
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" => ("a date", "write the date as year, month, day, such as \"2026-09-30\""),
        "^[EWSNK][0-9]{8}$" => ("an ONS code", "write a letter and eight digits, such as \"E05999001\""),
        _ => ("it", "compare it with the same field of another return"),
    }
}

/// The names of the fields of the record this part of the schema describes.
fn known_fields(fault: &Fault) -> Vec<String> {
    let schema = fault.form.schema();
    let fields = schema.pointer(&fault.schema).and_then(|record| record.get("properties")).and_then(Plain::as_object);
    fields.map(|fields| fields.keys().filter(|name| *name != "$schema").cloned().collect()).unwrap_or_default()
}

/// “: its name”, from the description of a field.
fn description(fault: &Fault, field: &str) -> String {
    let schema = fault.form.schema();
    let text = schema
        .pointer(&fault.schema)
        .and_then(|record| record.get("properties")?.get(field)?.get("description")?.as_str())
        .unwrap_or_default();
    // What the choices mean stands below, a line each.
    let text = text.lines().next().unwrap_or_default();
    let first = text.split(". ").next().unwrap_or_default().trim_end_matches('.').replace('`', "");
    let mut letters = first.chars();
    match letters.next() {
        Some(letter) => format!(": {}{}", letter.to_lowercase(), letters.as_str()),
        None => String::new(),
    }
}

/// “a, b or c”.
fn listed<'a>(words: impl Iterator<Item = &'a str>, last: &str) -> String {
    let words: Vec<_> = words.collect();
    match words.split_last() {
        Some((only, [])) => (*only).to_owned(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
        None => String::new(),
    }
}

fn characters(count: u64) -> String {
    if count == 1 { "1 character".to_owned() } else { format!("{count} characters") }
}

fn items(count: usize) -> String {
    match count {
        0 => "nothing in it".to_owned(),
        1 => "1 item".to_owned(),
        count => format!("{count} items"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::fault::Form;

    fn patterns(schema: &Plain, found: &mut Vec<String>) {
        match schema {
            Plain::Object(parts) => {
                found.extend(parts.get("pattern").and_then(Plain::as_str).map(str::to_owned));
                parts.values().for_each(|part| patterns(part, found));
            }
            Plain::Array(parts) => parts.iter().for_each(|part| patterns(part, found)),
            Plain::Null | Plain::Bool(_) | Plain::Number(_) | Plain::String(_) => {}
        }
    }

    #[test]
    fn every_form_of_the_schema_has_its_sentence() {
        let mut found = Vec::new();
        for form in [Form::Return, Form::Waivers] {
            patterns(form.schema(), &mut found);
        }
        assert!(!found.is_empty());
        for pattern in found {
            assert_ne!(form(&pattern), form("another"), "{pattern}");
        }
    }

    #[test]
    fn the_rules_of_text_and_shape_have_names_of_their_own() {
        let mut names: Vec<_> = RULES.iter().chain(crate::intake::RULES).map(|rule| rule.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
