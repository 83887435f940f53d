//! From a return to the cells of its workbook. Knows the layout and values, never a file format.

use std::collections::BTreeMap;

use super::dates;
use super::layout::{Beside, Column, Kind, Layout, List, Shape, Sheet};
use super::words::{self, NONE};
use crate::intake::{Kind as Holds, Value};

/// What a cell is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Out {
    /// Words. Never taken for a formula, whatever they begin with.
    Text(String),
    /// A number, as it was typed.
    Number(String),
    /// A day, as spreadsheets count them.
    Date(i64),
    /// What the program works out, and what it comes to; nothing where that cannot be said yet.
    Formula { formula: String, comes_to: Option<String> },
    /// Nothing; only its look.
    Nothing,
}

/// The rows of one sheet.
#[derive(Debug, Default)]
pub(super) struct Filled {
    pub(super) rows: Vec<Row>,
    /// Whether the return has this list or record, be it empty.
    pub(super) is_there: bool,
}

/// A record in its row, or the one record of a sheet of fields.
#[derive(Debug, Default)]
pub(super) struct Row {
    /// To which records it belongs.
    pub(super) keys: Vec<String>,
    /// Its own number, where its sheet numbers its records.
    pub(super) number: Option<usize>,
    /// By the number of the column.
    pub(super) cells: BTreeMap<usize, Out>,
    /// What is of the partnership's own, by heading.
    pub(super) own: Vec<(String, Out)>,
}

/// The rows of every sheet of the layout.
pub(super) fn fill(layout: &Layout, whole: Value<'_>) -> Vec<Filled> {
    let mut filling = Filling { layout, filled: layout.sheets.iter().map(|_| Filled::default()).collect() };
    for (number, sheet) in layout.sheets.iter().enumerate() {
        match &sheet.shape {
            Shape::Fields => {
                let filled = &mut filling.filled[number];
                filled.is_there = whole.field(&sheet.area).is_some();
                filled.rows.push(row(sheet, None, whole));
            }
            Shape::List(list) if list.parent.is_none() => filling.list(number, list, &[], whole),
            Shape::List(_) => {}
        }
    }
    filling.filled
}

struct Filling<'l> {
    layout: &'l Layout,
    filled: Vec<Filled>,
}

impl Filling<'_> {
    fn list(&mut self, number: usize, list: &List, keys: &[String], base: Value<'_>) {
        let Some(items) = at(base, &list.way) else { return };
        self.filled[number].is_there = true;
        for (index, item) in items.items().enumerate() {
            let mut row = row(&self.layout.sheets[number], Some(list), item);
            row.keys = keys.to_vec();
            row.number = list.is_numbered.then_some(index + 1);
            self.filled[number].rows.push(row);
            let key = if list.is_numbered {
                (index + 1).to_string()
            } else {
                item.field("id").and_then(Value::text).unwrap_or_default().into_owned()
            };
            let keys = [keys, &[key]].concat();
            let layout = self.layout;
            for (child, sheet) in layout.sheets.iter().enumerate() {
                if let Shape::List(list) = &sheet.shape
                    && list.parent == Some(number)
                {
                    self.list(child, list, &keys, item);
                }
            }
        }
    }
}

fn row(sheet: &Sheet, list: Option<&List>, record: Value<'_>) -> Row {
    let mut row = Row::default();
    let short = list.and_then(|list| list.short.as_ref());
    // Records that are told in words in the cell of their value.
    let mut told: Vec<&[String]> = Vec::new();
    for (number, column) in sheet.columns.iter().enumerate() {
        if told.iter().any(|told| column.path.len() > told.len() && column.path.starts_with(told)) {
            continue;
        }
        let is_short = short.is_some_and(|short| column.path.as_slice() == std::slice::from_ref(short));
        let value = if is_short && matches!(column.beside, Beside::Record { .. }) {
            let is_plain = record.kind() != Holds::Record;
            let absent = absent_in_words(column, record);
            if absent.is_some() || is_plain {
                told.push(&[]);
            }
            absent.or_else(|| if is_plain { out(column.kind, column, record) } else { cell(column, record) })
        } else if short.is_some() && record.kind() != Holds::Record {
            let is_it = column.path.last() == short;
            if is_it { out(column.kind, column, record) } else { None }
        } else {
            let absent = at(record, &column.path).and_then(|value| absent_in_words(column, value));
            if absent.is_some() {
                told.push(&column.path);
            }
            absent.or_else(|| cell(column, record))
        };
        if let Some(value) = value {
            row.cells.insert(number, value);
        }
    }
    for (prefix, way) in &sheet.records {
        let Some(record) = at(record, way) else { continue };
        for (name, value) in record.members().filter(|(name, _)| name.starts_with("x_")) {
            row.own.push((format!("{prefix}{name}"), own(value)));
        }
    }
    row
}

/// The value that this way leads to.
fn at<'a>(base: Value<'a>, way: &[String]) -> Option<Value<'a>> {
    way.iter().try_fold(base, |value, step| value.field(step))
}

/// “not available: the survey is late”, where a record says no more than that.
fn absent_in_words(column: &Column, value: Value<'_>) -> Option<Out> {
    let Beside::Record { may_be_absent: true, .. } = column.beside else { return None };
    let status = value.field("status")?.text()?;
    let status = words::absence(&status)?;
    let is_more = |(name, value): (std::borrow::Cow<'_, str>, Value<'_>)| match name.as_ref() {
        "status" => false,
        "reason" => value.kind() != Holds::Text,
        _ => true,
    };
    if value.members().any(is_more) {
        return None;
    }
    let reason = value.field("reason").and_then(Value::text);
    Some(Out::Text(reason.map_or_else(|| status.to_owned(), |reason| format!("{status}: {reason}"))))
}

fn cell(column: &Column, record: Value<'_>) -> Option<Out> {
    let value = at(record, &column.path)?;
    match &column.beside {
        Beside::Nothing => out(column.kind, column, value),
        Beside::Record { plain, .. } => match (value.kind(), plain) {
            (Holds::Record, Some(plain)) => out(column.kind, column, value.field(plain)?),
            (Holds::Record, None) => None,
            _ => out(column.kind, column, value),
        },
        Beside::Welsh if column.kind == Kind::Lines => lines(value, "en"),
        Beside::Welsh => text(spoken(value, "en")?),
        Beside::OfEnglish if column.kind == Kind::Lines => {
            let is_bilingual = value.items().any(|item| item.kind() == Holds::Record);
            if is_bilingual { lines(value, "cy") } else { None }
        }
        Beside::OfEnglish => text(spoken(value, "cy")?),
    }
}

/// The words of a text in this language. A plain text counts as English; where there is an English text that is not plain
/// and no Welsh one, that is said, so that the two are told apart.
fn spoken(value: Value<'_>, language: &str) -> Option<String> {
    match (value.kind(), language) {
        (Holds::Record, _) => {
            let words = value.field(language).map(|words| words.text().unwrap_or_default().into_owned());
            if words.is_none() && language == "cy" { Some(NONE.to_owned()) } else { words }
        }
        (_, "en") => Some(value.text().map_or_else(|| value.raw().to_owned(), std::borrow::Cow::into_owned)),
        _ => None,
    }
}

/// The items of a list, a line each. What an item goes on with on further lines is set in by a space.
fn lines(value: Value<'_>, language: &str) -> Option<Out> {
    if value.kind() == Holds::List && value.is_empty() {
        return (language == "en").then(|| Out::Text(NONE.to_owned()));
    }
    let item = |item: Value<'_>| spoken(item, language).unwrap_or_default().replace('\n', "\n ");
    let lines: Vec<String> = value.items().map(item).collect();
    text(lines.join("\n"))
}

fn text(words: String) -> Option<Out> {
    (!words.is_empty()).then_some(Out::Text(words))
}

fn out(kind: Kind, column: &Column, value: Value<'_>) -> Option<Out> {
    let as_written = || value.text().map_or_else(|| value.raw().to_owned(), std::borrow::Cow::into_owned);
    match kind {
        Kind::Text | Kind::Code | Kind::Lines => text(as_written()),
        Kind::Choice => text(words::spaced(&as_written(), &column.choices)),
        Kind::Date => match value.text().and_then(|text| dates::serial(&text)) {
            Some(day) => Some(Out::Date(day)),
            None => text(as_written()),
        },
        Kind::Whole | Kind::Decimal | Kind::Money | Kind::Percent => {
            let is_number = value.kind() == Holds::Number;
            if is_number { Some(Out::Number(value.raw().to_owned())) } else { text(as_written()) }
        }
        Kind::YesNo => match value.boolean() {
            Some(is_so) => Some(Out::Text(if is_so { "yes" } else { "no" }.to_owned())),
            None => text(as_written()),
        },
        Kind::Words | Kind::Numbers => {
            if value.kind() != Holds::List {
                return text(as_written());
            }
            if value.is_empty() {
                return Some(Out::Text(NONE.to_owned()));
            }
            let word = |item: Value<'_>| match item.text() {
                Some(word) => words::spaced(&word, &column.choices),
                None => item.raw().to_owned(),
            };
            let separator = if kind == Kind::Numbers { "; " } else { ", " };
            text(value.items().map(word).collect::<Vec<_>>().join(separator))
        }
        Kind::Own => Some(own(value)),
    }
}

/// A field of somebody's own: what is more than a text or a number stands there as JSON.
fn own(value: Value<'_>) -> Out {
    match value.kind() {
        Holds::Number => Out::Number(value.raw().to_owned()),
        Holds::Text => {
            let text = value.text().unwrap_or_default();
            let looks_like_json = serde_json::from_str::<serde_json::Value>(&text).is_ok();
            Out::Text(if looks_like_json || text.is_empty() { value.raw().to_owned() } else { text.into_owned() })
        }
        Holds::Boolean | Holds::Empty | Holds::List | Holds::Record => Out::Text(value.raw().to_owned()),
    }
}
