//! Published data as one long table, for spreadsheets: a row for each value, with where it belongs.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use super::Published;

/// The heads of the columns.
const HEADS: [&str; 5] = ["section", "number", "record", "field", "value"];

impl Published {
    /// A table as CSV (RFC 4180), one row a value: the section, the number of the record in its list, the record by
    /// name, the field and its value. What is not there has no row.
    ///
    /// It begins with a byte order mark, by which spreadsheets know that it is UTF-8, and no text in it is taken for a
    /// formula: one that begins like a formula has an apostrophe before it.
    pub fn to_csv(&self) -> String {
        let value = serde_json::to_value(self).expect("plain structs with text keys are written as JSON");
        let mut csv = String::from('\u{FEFF}');
        line(&mut csv, &HEADS.map(str::to_owned));
        for (section, content) in value.as_object().into_iter().flatten() {
            match content {
                Value::Array(records) => {
                    for (index, record) in records.iter().enumerate() {
                        let row = Row { section, number: Some(index + 1), record: name(record) };
                        row.values(record, String::new(), &mut csv);
                    }
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
                    Row { section, number: None, record: "" }.values(content, String::new(), &mut csv);
                }
            }
        }
        csv
    }
}

/// What a row says before its field.
struct Row<'a> {
    section: &'a str,
    number: Option<usize>,
    record: &'a str,
}

impl Row<'_> {
    /// A row for each value below.
    fn values(&self, value: &Value, field: String, csv: &mut String) {
        let said = match value {
            Value::Null => return,
            Value::Object(members) => {
                if let Some(said) = figure(members) {
                    said
                } else {
                    for (name, member) in members {
                        let dot = if field.is_empty() { "" } else { "." };
                        self.values(member, format!("{field}{dot}{name}"), csv);
                    }
                    return;
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.values(item, format!("{field}[{}]", index + 1), csv);
                }
                return;
            }
            Value::String(text) => text.clone(),
            Value::Bool(_) | Value::Number(_) => value.to_string(),
        };
        let number = self.number.map(|number| number.to_string()).unwrap_or_default();
        line(csv, &[self.section.to_owned(), number, self.record.to_owned(), field, said]);
    }
}

/// A figure without more to say than itself, or words, in one cell: the number, or the shorthand for having none.
fn figure(members: &Map<String, Value>) -> Option<String> {
    let text = |name: &str| members.get(name).and_then(Value::as_str);
    if let Some(is) = text("is") {
        let empty = |name: &str| members.get(name).is_none_or(Value::is_null);
        return match is {
            "number" if empty("mark") => text("value").map(str::to_owned),
            "not_available" if empty("reason") => Some("[x]".to_owned()),
            "not_applicable" if empty("reason") => Some("[z]".to_owned()),
            "hidden" => Some("[c]".to_owned()),
            _ => None,
        };
    }
    let is_words = members.len() == 2 && members.contains_key("language");
    text("text").filter(|_| is_words).map(str::to_owned)
}

/// What people call a record.
fn name(record: &Value) -> &str {
    let words = |value: &'_ Value| value.get("text").is_some();
    let mut names =
        ["id", "name", "title", "code", "place", "text", "what"].into_iter().filter_map(|key| record.get(key));
    names.find_map(|value| if words(value) { value["text"].as_str() } else { value.as_str() }).unwrap_or_default()
}

fn line(csv: &mut String, cells: &[String; 5]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            csv.push(',');
        }
        let safe = if reads_as_formula(cell) { "'" } else { "" };
        if cell.contains([',', '"', '\n', '\r']) {
            write!(csv, "\"{safe}{}\"", cell.replace('"', "\"\"")).expect("a string takes any text");
        } else {
            write!(csv, "{safe}{cell}").expect("a string takes any text");
        }
    }
    csv.push_str("\r\n");
}

/// Whether a spreadsheet may take a text for a formula. A number below zero is none.
fn reads_as_formula(cell: &str) -> bool {
    let is_number = || {
        let digits = cell.trim_start_matches('-');
        cell.len() - digits.len() <= 1
            && digits.starts_with(|digit: char| digit.is_ascii_digit())
            && digits.chars().all(|digit| digit.is_ascii_digit() || digit == '.')
    };
    cell.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '|', '%'])
        && !is_number()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cell: &str) -> String {
        let mut csv = String::new();
        line(&mut csv, &[cell.to_owned(), String::new(), String::new(), String::new(), String::new()]);
        csv.trim_end_matches(",,,,\r\n").to_owned()
    }

    #[test]
    fn no_text_is_taken_for_a_formula_and_numbers_stay_numbers() {
        assert_eq!(written("=1+1"), "'=1+1");
        assert_eq!(written("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(written(" +44, then more"), "\"' +44, then more\"");
        assert_eq!(written("-12.50"), "-12.50");
        assert_eq!(written("-12 days"), "'-12 days");
        assert_eq!(written("–"), "–");
        assert_eq!(written("one \"two\"\nthree"), "\"one \"\"two\"\"\nthree\"");
    }

    #[test]
    fn a_figure_is_one_cell() {
        let figure = |json: &str| figure(serde_json::from_str::<Value>(json).unwrap().as_object().unwrap());
        assert_eq!(figure(r#"{"is":"number","value":"78.0","mark":null}"#).unwrap(), "78.0");
        assert_eq!(figure(r#"{"is":"hidden"}"#).unwrap(), "[c]");
        assert_eq!(figure(r#"{"is":"number","value":"78.0","mark":"p"}"#), None);
        assert_eq!(figure(r#"{"language":"en","text":"Ŵyl"}"#).unwrap(), "Ŵyl");
    }
}
