//! From the values of a row, or of a sheet of fields, to a record. Knows columns, never sheets.

use std::collections::BTreeMap;

use super::super::grid::Cell as Holds;
use super::super::layout::{Beside, Column, Kind};
use super::super::node::{Node, Record};
use super::super::values::{self, Given, text};
use super::super::words::NONE;
use super::Gathering;
use crate::intake::{Cell, Stretch};

impl Gathering<'_> {
    /// Puts the values of a row, or of a sheet of fields, into its record.
    pub(super) fn record(
        &mut self,
        record: &mut Record,
        columns: &[Column],
        values: &BTreeMap<usize, (Cell, &Holds)>,
        own: &[(&Vec<String>, Cell, &Holds)],
        stretch: &Stretch,
    ) {
        for (number, (cell, holds)) in values {
            let column = &columns[*number];
            if column.beside == Beside::OfEnglish {
                // Told with the English; alone, where there is none.
                let has_english = values.keys().any(|other| columns[*other].path == column.path && other != number);
                if !has_english {
                    self.spoken(record, column, None, Some((*cell, *holds)), stretch);
                }
                continue;
            }
            if column.beside == Beside::Welsh {
                let welsh = values.iter().find(|(other, _)| columns[**other].path == column.path && *other != number);
                self.spoken(record, column, Some((*cell, *holds)), welsh.map(|(_, given)| *given), stretch);
                continue;
            }
            let mut way = column.path.clone();
            let has_parts = |(other, _): (&usize, &(Cell, &Holds))| {
                let path = &columns[*other].path;
                path.len() > column.path.len() && path.starts_with(&column.path)
            };
            if let Beside::Record { plain: Some(plain), .. } = &column.beside
                && values.iter().any(has_parts)
            {
                way.push(plain.clone());
            }
            let (json, fault) = match values::value(holds, column) {
                Given::Value(json) => (Some(json), None),
                Given::Lines(lines) => (Some(list_of(&lines)), None),
                Given::Absent(status, reason) => {
                    let inner = if way.len() > column.path.len() { &way[..way.len() - 1] } else { way.as_slice() };
                    // In a list of figures the value’s own column stands for the whole figure.
                    let is_item = matches!(column.beside, Beside::Record { plain: None, .. }) && way == ["value"];
                    let inner = if is_item { &[] } else { inner };
                    let leaf = |json| Node::Leaf { json: Some(json), cell: *cell, fault: None };
                    record.put(&[inner, &["status".to_owned()]].concat(), leaf(text(status)), *cell, stretch);
                    if let Some(reason) = reason {
                        record.put(&[inner, &["reason".to_owned()]].concat(), leaf(text(&reason)), *cell, stretch);
                    }
                    continue;
                }
                Given::Doubtful(json, doubt) => (Some(json), Some(self.doubt(doubt, column, *cell))),
                Given::Doubt(doubt) => (None, Some(self.doubt(doubt, column, *cell))),
            };
            record.put(&way, Node::Leaf { json, cell: *cell, fault }, *cell, stretch);
        }
        for (way, cell, holds) in own {
            if let Given::Value(json) = values::value(holds, &own_column(way)) {
                record.put(way, Node::Leaf { json: Some(json), cell: *cell, fault: None }, *cell, stretch);
            }
        }
    }

    /// A text in one language or two, or several of them.
    pub(super) fn spoken(
        &mut self,
        record: &mut Record,
        column: &Column,
        english: Option<(Cell, &Holds)>,
        welsh: Option<(Cell, &Holds)>,
        stretch: &Stretch,
    ) {
        let Some((cell, _)) = english.or(welsh) else { return };
        let mut read = |given: Option<(Cell, &Holds)>| -> Result<Option<Given>, usize> {
            let Some((cell, holds)) = given else { return Ok(None) };
            match values::value(holds, column) {
                Given::Doubt(doubt) => Err(self.doubt(doubt, column, cell)),
                given @ (Given::Value(_) | Given::Lines(_) | Given::Absent(..) | Given::Doubtful(..)) => {
                    Ok(Some(given))
                }
            }
        };
        let (english, welsh) = match (read(english), read(welsh)) {
            (Ok(english), Ok(welsh)) => (english, welsh),
            (Err(fault), _) | (_, Err(fault)) => {
                record.put(&column.path, Node::Leaf { json: None, cell, fault: Some(fault) }, cell, stretch);
                return;
            }
        };
        let json = if column.kind == Kind::Lines { several(english, welsh) } else { one(english, welsh) };
        record.put(&column.path, Node::Leaf { json: Some(json), cell, fault: None }, cell, stretch);
    }
}

fn own_column(way: &[String]) -> Column {
    Column {
        path: way.to_vec(),
        heading: String::new(),
        note: String::new(),
        example: String::new(),
        kind: Kind::Own,
        choices: Vec::new(),
        is_required: false,
        is_rare: true,
        beside: Beside::Nothing,
    }
}

fn list_of(lines: &[String]) -> String {
    let items: Vec<String> = lines.iter().map(|line| text(line)).collect();
    format!("[{}]", items.join(","))
}

/// A text: plain, or in its languages. A Welsh cell that says “none” tells that the English is only that.
fn one(english: Option<Given>, welsh: Option<Given>) -> String {
    let words = |given| match given {
        Some(Given::Value(json)) => Some(json),
        _ => None,
    };
    in_languages(words(english), words(welsh))
}

fn in_languages(english: Option<String>, welsh: Option<String>) -> String {
    let none = text(NONE);
    match (english, welsh) {
        (Some(english), None) => english,
        (Some(english), Some(welsh)) if welsh == none => format!("{{\"en\": {english}}}"),
        (Some(english), Some(welsh)) => format!("{{\"en\": {english}, \"cy\": {welsh}}}"),
        (None, Some(welsh)) => format!("{{\"cy\": {welsh}}}"),
        (None, None) => text(""),
    }
}

/// Several texts, line by line.
fn several(english: Option<Given>, welsh: Option<Given>) -> String {
    let lines = |given: Option<Given>| match given {
        Some(Given::Lines(lines)) => lines,
        Some(Given::Value(json)) => serde_json::from_str(&json).unwrap_or_default(),
        _ => Vec::new(),
    };
    let (english, welsh) = (lines(english), lines(welsh));
    let words =
        |lines: &[String], index: usize| lines.get(index).filter(|line| !line.is_empty()).map(|line| text(line));
    let items: Vec<String> = (0..english.len().max(welsh.len()))
        .map(|index| in_languages(words(&english, index), words(&welsh, index)))
        .collect();
    format!("[{}]", items.join(","))
}
