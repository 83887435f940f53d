//! What a part of a return says, in words.

use std::collections::BTreeMap;

use crate::intake::{Kind, Value};
use crate::returns::{Date, Period};

/// The names of organisations and places by their ids, as one return has them.
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    pub(super) fn of(root: Value<'_>) -> Self {
        let funder = root.field("funding").and_then(|funding| funding.field("funder"));
        let lists = ["partners", "places"].into_iter().filter_map(|list| root.field(list));
        let named = |record: Value<'_>| {
            let name = record.field("name").and_then(plain)?;
            Some((record.field("id")?.text()?.into_owned(), name))
        };
        Self(lists.flat_map(Value::items).chain(funder).filter_map(named).collect())
    }
}

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Plain,
    Pounds,
    Percent,
}

/// The longest account of a whole record, in characters.
const LONGEST: usize = 400;

/// The fields that make up one figure, and are told as one.
const OF_A_FIGURE: &[&str] =
    &["value", "numerator", "denominator", "n", "share", "status", "reason", "source", "period", "place", "label"];

/// Whether a record is one figure.
pub(super) fn is_figure(value: Value<'_>) -> bool {
    let mut names = value.members().map(|(name, _)| name);
    let has_number = ["value", "numerator", "status"].iter().any(|name| value.field(name).is_some());
    has_number && names.all(|name| OF_A_FIGURE.contains(&name.as_ref()) || name.starts_with("x_"))
}

/// What a value says. `known` are fields that name the record, which is told elsewhere.
pub(super) fn words(value: Value<'_>, names: &Names, unit: Unit, known: &[&str]) -> String {
    match value.kind() {
        Kind::Empty => "nothing".to_owned(),
        Kind::Boolean => if value.boolean() == Some(true) { "yes" } else { "no" }.to_owned(),
        Kind::Number => number(value.raw(), unit),
        Kind::Text => text(&value.text().unwrap_or_default(), names),
        Kind::List if value.is_empty() => "none".to_owned(),
        Kind::List => {
            let items: Vec<String> = value.items().map(|item| words(item, names, unit, known)).collect();
            shortened(items.join(", "))
        }
        Kind::Record if is_figure(value) => figure(value, names, unit, known),
        Kind::Record => shortened(account(value, names, unit, known)),
    }
}

/// `75.9% (120 of 158), revised`.
fn figure(value: Value<'_>, names: &Names, unit: Unit, known: &[&str]) -> String {
    let part = |name: &str| value.field(name).filter(|_| !known.contains(&name));
    let counted = |name: &str| part(name).map(|value| words(value, names, Unit::Plain, &[]));
    let mut said = Vec::new();
    let of = match (counted("numerator"), counted("denominator")) {
        (Some(numerator), Some(denominator)) => Some(format!("{numerator} of {denominator}")),
        (one, other) => one.or(other),
    };
    match (part("value").map(|value| words(value, names, unit, &[])), of) {
        (Some(value), Some(of)) => said.push(format!("{value} ({of})")),
        (Some(one), None) | (None, Some(one)) => said.push(one),
        (None, None) => {}
    }
    said.extend(counted("n").map(|n| format!("from {n}")));
    said.extend(part("share").map(|share| words(share, names, Unit::Percent, &[])));
    for name in ["status", "reason", "source", "period", "place", "label"] {
        said.extend(counted(name));
    }
    if said.is_empty() { "no figure".to_owned() } else { said.join(", ") }
}

/// What names an item of a list: a part of it, or the parts of that.
pub(super) fn name(value: Value<'_>, names: &Names) -> String {
    if value.kind() == Kind::Record {
        let parts: Vec<String> = value.children().map(|part| words(part, names, Unit::Plain, &[])).collect();
        return parts.join(" ");
    }
    words(value, names, Unit::Plain, &[])
}

/// A whole record, field by field.
fn account(value: Value<'_>, names: &Names, unit: Unit, known: &[&str]) -> String {
    let told = |(name, field): (std::borrow::Cow<'_, str>, Value<'_>)| {
        let words = words(field, names, unit, &[]);
        // A text in one language needs no name for it.
        if matches!(name.as_ref(), "en" | "cy" | "title" | "text" | "promise" | "decision" | "question" | "what") {
            words
        } else {
            format!("{}: {words}", name.replace('_', " "))
        }
    };
    let fields = value.members().filter(|(name, _)| name != "id" && !known.contains(&name.as_ref()));
    let fields: Vec<String> = fields.map(told).collect();
    if fields.is_empty() { "there".to_owned() } else { fields.join("; ") }
}

/// A text for a person: dates and quarters are written out, ids become names, choices lose their underscores, and what
/// somebody wrote stands between quotation marks.
fn text(text: &str, names: &Names) -> String {
    if text.trim().is_empty() {
        return "empty".to_owned();
    }
    if let Some(name) = names.0.get(text) {
        return name.clone();
    }
    if let Some(date) = Date::parse(text) {
        return date.in_words();
    }
    if let Some((year, quarter)) = Period::parse(text).and_then(Period::as_quarter) {
        return format!("{} of {year}", quarter.word());
    }
    let is_choice = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        || text.contains('_')
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_' || byte.is_ascii_digit());
    let is_one_word = !text.contains(char::is_whitespace);
    match (is_choice, is_one_word) {
        (true, _) => text.replace('_', " "),
        (false, true) => text.to_owned(),
        (false, false) => format!("“{}”", text.trim()),
    }
}

/// A text in whichever language comes first.
pub(super) fn plain(value: Value<'_>) -> Option<String> {
    match value.kind() {
        Kind::Text => value.text().map(std::borrow::Cow::into_owned),
        Kind::Record => value.members().find_map(|(_, value)| value.text()).map(std::borrow::Cow::into_owned),
        Kind::Empty | Kind::Boolean | Kind::Number | Kind::List => None,
    }
}

/// A number as it was typed, with commas, and its unit.
fn number(raw: &str, unit: Unit) -> String {
    let (sign, digits) = raw.strip_prefix('-').map_or(("", raw), |digits| ("-", digits));
    let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    match unit {
        Unit::Plain => format!("{sign}{grouped}{rest}"),
        Unit::Pounds => format!("{sign}£{grouped}{rest}"),
        Unit::Percent => format!("{sign}{grouped}{rest}%"),
    }
}

fn shortened(text: String) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text };
    let start = text[..end].rsplit_once(' ').map_or(&text[..end], |(start, _)| start);
    format!("{start} …")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake;

    fn said(json: &str, unit: Unit) -> String {
        let text = format!(r#"{{"partners": [{{"id": "quay-homes", "name": "Quay Homes"}}], "it": {json}}}"#);
        let intake = intake::read("return.json", text.as_bytes()).intake;
        let root = intake.root().unwrap();
        words(root.field("it").unwrap(), &Names::of(root), unit, &["period"])
    }

    #[test]
    fn values_are_said_as_people_say_them() {
        for (json, unit, expected) in [
            ("1260000", Unit::Pounds, "£1,260,000"),
            ("-98000", Unit::Pounds, "-£98,000"),
            ("78.0", Unit::Percent, "78.0%"),
            ("true", Unit::Plain, "yes"),
            ("\"2026-09-30\"", Unit::Plain, "30 September 2026"),
            ("\"2026-27 Q2\"", Unit::Plain, "Q2 of 2026-27"),
            ("\"not_delivered\"", Unit::Plain, "not delivered"),
            ("\"section_151_officer\"", Unit::Plain, "section 151 officer"),
            ("\"quay-homes\"", Unit::Plain, "Quay Homes"),
            ("\"Open the hub.\"", Unit::Plain, "“Open the hub.”"),
            ("[\"quay-homes\", \"lead\"]", Unit::Plain, "Quay Homes, lead"),
            ("[]", Unit::Plain, "none"),
            ("\"\"", Unit::Plain, "empty"),
            (
                r#"{"period": "2026-27 Q1", "numerator": 120, "denominator": 158, "value": 75.9, "status": "revised"}"#,
                Unit::Percent,
                "75.9% (120 of 158), revised",
            ),
            (
                r#"{"status": "not_available", "reason": "The clinic moved."}"#,
                Unit::Plain,
                "not available, “The clinic moved.”",
            ),
            (r#"{"what": "Start it.", "by": "2026-11-30"}"#, Unit::Plain, "“Start it.”; by: 30 November 2026"),
        ] {
            assert_eq!(said(json, unit), expected, "{json}");
        }
    }

    #[test]
    fn a_long_account_is_cut_at_a_word() {
        let long = said(&format!("{{\"note\": \"{}\"}}", "word ".repeat(200)), Unit::Plain);
        assert!(long.ends_with("word …") && long.chars().count() <= LONGEST + 2, "{long}");
    }
}
