//! From the cells of a workbook to the text of its return, with the way back to them. Knows the layout, never a file format.

pub(super) mod headings;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};

use super::faults::Fault;
use super::grid::{Book, Cell as Holds, Grid};
use super::layout::{Beside, Column, Kind, Layout, List, Shape, Sheet};
use super::node::{Node, Record, Text};
use super::values::{self, Doubt, Given, text};
use super::words::NONE;
use crate::diagnostic::{Diagnostic, Stage};
use crate::intake::{self, Cell, Cells, Read, Stretch, letters};
use crate::source::{DocumentId, Pointer};
use headings::{Headings, Target};

/// Reads the return of a workbook whose sheets these cells know, and of which this is to be said already.
pub(super) fn gather(name: &str, book: &Book, layout: &Layout, cells: Cells, said: Vec<Fault>) -> Read {
    let mut text = Text { cells, ..Text::default() };
    let mut faults = said;
    let sheets = sheets::find(book, layout, &mut faults);
    if sheets.iter().all(Option::is_none) {
        // What is of the whole comes first: it has no cell, and no byte of one before it.
        faults.insert(0, sheets::none_of_ours());
        let found = told(faults, &mut text, &[]);
        return intake::read_cells(name, None, text.cells, found, Vec::new());
    }
    let mut gathering = Gathering { layout, faults, items: Vec::new(), text };
    let tree = gathering.whole(book, &sheets);
    let Gathering { faults, mut text, .. } = gathering;
    text.write(&Node::Record(tree), &Pointer::root(DocumentId::FIRST));
    text.json.push('\n');
    let at = std::mem::take(&mut text.faults);
    let found = told(faults, &mut text, &at);
    let Text { json, cells, unread, .. } = text;
    intake::read_cells(name, Some(json), cells, found, unread)
}

/// The faults as diagnostics. Each stands at a byte of its own after the text, which belongs to its cell.
fn told(faults: Vec<Fault>, text: &mut Text, at: &[(usize, Pointer)]) -> Vec<Diagnostic> {
    let whole = Pointer::root(DocumentId::FIRST);
    let mut found = Vec::new();
    for (number, fault) in faults.into_iter().enumerate() {
        let start = text.json.len();
        if let Some(cell) = fault.cell {
            text.cells.mark(start, cell);
        }
        text.json.push(' ');
        let place = at.iter().find(|(known, _)| *known == number).map_or(&whole, |(_, at)| at);
        let place = place.clone().narrowed(start..start + 1);
        found.push(Diagnostic {
            help: Some(fault.help),
            ..Diagnostic::new(fault.rule, fault.severity, Stage::Syntax, place, fault.message)
        });
    }
    found
}

/// A row of a list that was read.
struct Item {
    sheet: usize,
    /// The item it stands in.
    parent: Option<usize>,
    /// What rows of its own lists call it.
    key: String,
    cell: Cell,
    node: Option<Record>,
}

struct Gathering<'l> {
    layout: &'l Layout,
    faults: Vec<Fault>,
    items: Vec<Item>,
    text: Text,
}

impl Gathering<'_> {
    fn whole(&mut self, book: &Book, sheets: &[Option<usize>]) -> Record {
        let number = |index: usize| u16::try_from(index).unwrap_or(u16::MAX);
        let first = sheets.iter().flatten().next().copied().unwrap_or(0);
        let stretch = Stretch { sheet: number(first), prefix: String::new(), line: 1, across: false };
        let mut whole = Record::new(Cell { sheet: number(first), at: None }, stretch);
        for (sheet, index) in self.layout.sheets.iter().zip(sheets) {
            let Some(index) = index else { continue };
            if let Shape::Fields = sheet.shape {
                self.fields(&mut whole, sheet, &book.sheets[*index], number(*index));
            }
        }
        for (which, index) in sheets.iter().enumerate() {
            let Some(index) = index else { continue };
            if let Shape::List(list) = &self.layout.sheets[which].shape {
                self.rows(which, list, sheets, book, *index);
            }
        }
        // The innermost lists first, so that each item is whole when it goes into its own.
        for which in (0..self.layout.sheets.len()).rev() {
            let Shape::List(list) = &self.layout.sheets[which].shape else { continue };
            let Some(index) = sheets[which] else { continue };
            let cell = Cell { sheet: number(index), at: None };
            let mut lists: BTreeMap<Option<usize>, Vec<Node>> = BTreeMap::new();
            for item in self.items.iter_mut().filter(|item| item.sheet == which) {
                let Some(record) = item.node.take() else { continue };
                let node = match &list.short {
                    Some(short) if record.only(short) => record.pop(),
                    Some(_) | None => Some(Node::Record(record)),
                };
                lists.entry(item.parent).or_default().extend(node);
            }
            for (parent, nodes) in lists {
                let list_node = Node::List(nodes, cell);
                match parent {
                    None => {
                        let stretch = whole.stretch();
                        whole.put(&list.way, list_node, cell, &stretch);
                    }
                    Some(parent) => {
                        let around = self.items[parent].cell;
                        if let Some(record) = &mut self.items[parent].node {
                            let stretch = record.stretch();
                            record.put(&list.way, list_node, around, &stretch);
                        }
                    }
                }
            }
        }
        whole
    }

    /// A sheet with a row for each field.
    fn fields(&mut self, whole: &mut Record, sheet: &Sheet, grid: &Grid, number: u16) {
        let labels = Headings::down(sheet, grid, number, &mut self.faults);
        let mut values: BTreeMap<usize, (Cell, &Holds)> = BTreeMap::new();
        let mut own = Vec::new();
        for (row, target) in &labels.targets {
            let cell = Cell { sheet: number, at: Some((*row, labels.line)) };
            let value = grid.get(*row, labels.line);
            match target {
                Target::Column(column) => {
                    self.slots(number, &sheet.columns[*column], *row);
                    if let Some(value) = value {
                        values.insert(*column, (cell, value));
                    }
                }
                Target::Own(way) => own.extend(value.map(|value| (way, cell, value))),
                Target::Key(_) | Target::Number => {}
            }
        }
        let stretch = Stretch { sheet: number, prefix: String::new(), line: labels.line, across: false };
        self.record(whole, &sheet.columns, &values, &own, &stretch);
        self.hidden(grid, number, labels.targets.keys().copied().filter(|row| grid.get(*row, labels.line).is_some()));
    }

    /// A sheet with a row for each record.
    fn rows(&mut self, which: usize, list: &List, sheets: &[Option<usize>], book: &Book, index: usize) {
        let sheet = &self.layout.sheets[which];
        let grid = &book.sheets[index];
        let number = u16::try_from(index).unwrap_or(u16::MAX);
        let Some(headings) = Headings::across(sheet, list, grid, number, &mut self.faults) else { return };
        for (column, target) in &headings.targets {
            if let Target::Column(target) = target {
                self.slots(number, &sheet.columns[*target], *column);
            }
        }
        let mut read = Vec::new();
        let mut counts: BTreeMap<Option<usize>, usize> = BTreeMap::new();
        let mut merged = BTreeSet::new();
        for (row, cells) in grid.rows.range(headings.line + 1..) {
            if is_example(cells) || !headings.targets.keys().any(|column| cells.contains_key(column)) {
                continue;
            }
            read.push(*row);
            let cell = |column: u32| Cell { sheet: number, at: Some((*row, column)) };
            let start = cell(headings.targets.keys().next().copied().unwrap_or(0));
            let mut values: BTreeMap<usize, (Cell, &Holds)> = BTreeMap::new();
            let mut keys: BTreeMap<usize, (u32, String)> = BTreeMap::new();
            let mut own = Vec::new();
            let mut own_number = None;
            for (column, target) in &headings.targets {
                let value = cells.get(column);
                match target {
                    Target::Key(key) => {
                        if let Some(words) = key_words(grid, *row, *column) {
                            keys.insert(*key, (*column, words));
                        } else {
                            keys.insert(*key, (*column, String::new()));
                        }
                    }
                    Target::Number => own_number = value.map(key_of),
                    Target::Column(target) => {
                        if let Some(value) = value {
                            values.insert(*target, (cell(*column), value));
                        }
                    }
                    Target::Own(way) => own.extend(value.map(|value| (way, cell(*column), value))),
                }
                self.merged(grid, number, *row, *column, target, &mut merged);
            }
            if values.is_empty() && own.is_empty() {
                continue;
            }
            let parent = match list.parent {
                None => None,
                Some(parent) => {
                    let keys: Vec<(u32, String)> = keys.into_values().collect();
                    match self.parent(parent, &keys, sheets, book) {
                        Ok(parent) => Some(parent),
                        Err((column, message, help)) => {
                            self.faults.push(Fault::new("row-of-no-record", Some(cell(column)), message, help));
                            continue;
                        }
                    }
                }
            };
            let stretch = Stretch { sheet: number, prefix: String::new(), line: *row, across: true };
            let mut record = Record::new(start, stretch.clone());
            self.record(&mut record, &sheet.columns, &values, &own, &stretch);
            let count = counts.entry(parent).or_default();
            *count += 1;
            let key = if list.is_numbered {
                own_number.unwrap_or_else(|| count.to_string())
            } else {
                let id = record.json("id").and_then(|id| serde_json::from_str::<String>(id).ok());
                id.unwrap_or_default()
            };
            if !record.is_empty() {
                self.items.push(Item { sheet: which, parent, key, cell: start, node: Some(record) });
            }
        }
        self.hidden(grid, number, read.into_iter());
    }

    /// The item that the keys of a row name, outermost first.
    fn parent(
        &self,
        sheet: usize,
        keys: &[(u32, String)],
        sheets: &[Option<usize>],
        book: &Book,
    ) -> Result<usize, (u32, String, String)> {
        let Some(((column, key), above)) = keys.split_last() else {
            let help = "add the column that says to which record each row belongs".to_owned();
            return Err((0, "This row does not say to which record it belongs".to_owned(), help));
        };
        let parent_sheet = &self.layout.sheets[sheet];
        let called = sheets[sheet].map_or(parent_sheet.name.as_str(), |index| book.sheets[index].name.as_str());
        let around = match &parent_sheet.shape {
            Shape::List(List { parent: Some(parent), .. }) => Some(self.parent(*parent, above, sheets, book)?),
            Shape::List(_) | Shape::Fields => None,
        };
        let items = self.items.iter().enumerate();
        let mut within = items.filter(|(_, item)| item.sheet == sheet && item.parent == around);
        if key.is_empty() {
            let message = format!("This row does not say to which row of the sheet {called} it belongs");
            return Err((*column, message, format!("write what stands in the first columns of {called}")));
        }
        if let Some((number, _)) = within.clone().find(|(_, item)| item.key == *key) {
            return Ok(number);
        }
        // Capitals are a slip; a record is found all the same.
        if let Some((number, _)) = within.find(|(_, item)| item.key.eq_ignore_ascii_case(key)) {
            return Ok(number);
        }
        let message = format!("“{key}” names no row of the sheet {called}, so this row belongs nowhere");
        Err((*column, message, format!("check it against the sheet {called}, or add the row there")))
    }

    /// Puts the values of a row, or of a sheet of fields, into its record.
    fn record(
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
    fn spoken(
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

    /// Says what is not certain about a cell, and gives the number of the fault.
    fn doubt(&mut self, doubt: Doubt, column: &Column, cell: Cell) -> usize {
        let heading = &column.heading;
        let new = |rule, message: String, help: &str| Fault::new(rule, Some(cell), message, help);
        let fault = match doubt {
            Doubt::Fault(fault) => new(
                "cell-with-a-fault",
                format!("“{heading}” holds {fault}: the formula in this cell does not work"),
                "mend the formula, or write the figure itself",
            ),
            Doubt::NotWorkedOut => new(
                "formula-not-worked-out",
                format!("“{heading}” holds a formula that was never worked out"),
                "open the workbook in a spreadsheet program and save it again, or write the figure itself",
            ),
            Doubt::EitherDay(typed, one, other) => Fault::new(
                "date-in-either-order",
                Some(cell),
                format!("“{typed}” may be {one} or {other}"),
                format!("write the day as {one} or {other}, year first"),
            ),
            Doubt::TurnedIntoDate(day) => new(
                "turned-into-a-date",
                format!("“{heading}” holds the date {day}, and no date belongs here"),
                "set the cell to the format Text and type again what was meant",
            ),
            Doubt::Fraction(number) => Fault::new(
                "fraction-for-a-percentage",
                Some(cell),
                format!("“{heading}” says {number}, which is less than one per cent"),
                "if a share such as 78 per cent is meant, write 78 and not 0.78; if it is right, write it with its sign, as 0.5%",
            )
            .warning(),
        };
        self.faults.push(fault);
        self.faults.len() - 1
    }

    /// Where a field stands, for when it is left out.
    fn slots(&mut self, sheet: u16, column: &Column, number: u32) {
        let name = column.path.join(".");
        if let Beside::Record { plain: Some(plain), .. } = &column.beside {
            self.text.cells.slot(sheet, format!("{name}.{plain}"), number);
        }
        if column.beside != Beside::OfEnglish {
            self.text.cells.slot(sheet, name, number);
        }
    }

    fn hidden(&mut self, grid: &Grid, sheet: u16, read: impl Iterator<Item = u32>) {
        let rows: Vec<u32> = read.filter(|row| grid.hidden_rows.binary_search(row).is_ok()).collect();
        if grid.is_hidden {
            let message = format!("The sheet {} is hidden, and is part of the return", grid.name);
            let cell = Some(Cell { sheet, at: None });
            self.faults.push(Fault::new("hidden-rows", cell, message, "show it, so that everybody sees it").advice());
        } else if let Some(first) = rows.first() {
            let named: Vec<String> = rows.iter().take(8).map(|row| (row + 1).to_string()).collect();
            let more = if rows.len() > named.len() { " and more" } else { "" };
            let message = match rows.len() {
                1 => format!("Row {} of {} is hidden, and is part of the return", named[0], grid.name),
                _ => format!("Rows {}{more} of {} are hidden, and are part of the return", named.join(", "), grid.name),
            };
            let cell = Some(Cell { sheet, at: Some((*first, 0)) });
            let help = "show them, so that everybody sees them, or take out what is not meant";
            self.faults.push(Fault::new("hidden-rows", cell, message, help).advice());
        }
    }

    /// Speaks of cells that were made one over several rows, once for each.
    fn merged(
        &mut self,
        grid: &Grid,
        sheet: u16,
        row: u32,
        column: u32,
        target: &Target,
        told: &mut BTreeSet<(u32, u32)>,
    ) {
        let Some(merged) = grid.merged_at(row, column) else { return };
        let (first, last) = merged.rows;
        // What a row belongs to may stand once for all of its rows.
        let is_key = matches!(target, Target::Key(_));
        if first == last || is_key || !told.insert((first, merged.columns.0)) {
            return;
        }
        let name = letters(merged.columns.0);
        let message = format!(
            "Rows {} to {} of column {name} are one cell, and only the first of them has its value",
            first + 1,
            last + 1
        );
        let cell = Some(Cell { sheet, at: Some((first, merged.columns.0)) });
        let help = "take the cells apart, and fill each row";
        self.faults.push(Fault::new("cells-merged", cell, message, help).warning());
    }
}

/// The words of a key, from the first of the cells that were made one with it.
fn key_words(grid: &Grid, row: u32, column: u32) -> Option<String> {
    let cell = grid.get(row, column).or_else(|| {
        let merged = grid.merged_at(row, column)?;
        grid.get(merged.rows.0, merged.columns.0)
    });
    cell.map(key_of)
}

fn key_of(cell: &Holds) -> String {
    match cell {
        Holds::Text(words) | Holds::Number(words, _) | Holds::Fault(words) => words.trim().to_owned(),
        Holds::Boolean(_) | Holds::NotWorkedOut => String::new(),
    }
}

/// What the rows of examples begin with, in every cell.
pub(super) const EXAMPLE: &str = "e.g. ";

fn is_example(cells: &BTreeMap<u32, Holds>) -> bool {
    cells.values().all(|cell| matches!(cell, Holds::Text(words) if words.starts_with(EXAMPLE)))
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
