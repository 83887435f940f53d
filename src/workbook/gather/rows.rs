//! The rows of a list: which hold records, and to which record of another list each belongs.

use std::collections::{BTreeMap, BTreeSet};

use super::super::faults::Fault;
use super::super::grid::{Book, Cell as Holds, Grid};
use super::super::layout::{List, Shape};
use super::super::node::Record;
use super::Gathering;
use super::headings::{Headings, Target};
use crate::intake::{Cell, Stretch};

/// A row of a list that was read.
pub(super) struct Item {
    pub(super) sheet: usize,
    /// The item it stands in.
    pub(super) parent: Option<usize>,
    /// What rows of its own lists call it.
    pub(super) key: String,
    pub(super) cell: Cell,
    pub(super) node: Option<Record>,
}

/// The rows that were read, found again by what the rows of their own lists call them.
#[derive(Default)]
pub(super) struct Items {
    pub(super) all: Vec<Item>,
    /// By sheet, by the item around them and by key; the first of those that are called alike.
    known: BTreeMap<(usize, Option<usize>, String), usize>,
    /// The same with keys in small letters.
    small: BTreeMap<(usize, Option<usize>, String), usize>,
}

impl Items {
    fn add(&mut self, item: Item) {
        let number = self.all.len();
        self.known.entry((item.sheet, item.parent, item.key.clone())).or_insert(number);
        self.small.entry((item.sheet, item.parent, item.key.to_ascii_lowercase())).or_insert(number);
        self.all.push(item);
    }

    /// The row with this key. Capitals are a slip; a record is found all the same.
    fn find(&self, sheet: usize, around: Option<usize>, key: &str) -> Option<usize> {
        let exact = self.known.get(&(sheet, around, key.to_owned()));
        exact.or_else(|| self.small.get(&(sheet, around, key.to_ascii_lowercase()))).copied()
    }
}

impl Gathering<'_> {
    /// A sheet with a row for each record.
    pub(super) fn rows(&mut self, which: usize, list: &List, sheets: &[Option<usize>], book: &Book, index: usize) {
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
                self.items.add(Item { sheet: which, parent, key, cell: start, node: Some(record) });
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
        if key.is_empty() {
            let message = format!("This row does not say to which row of the sheet {called} it belongs");
            return Err((*column, message, format!("write what stands in the first columns of {called}")));
        }
        if let Some(number) = self.items.find(sheet, around, key) {
            return Ok(number);
        }
        let message = format!("“{key}” names no row of the sheet {called}, so this row belongs nowhere");
        Err((*column, message, format!("check it against the sheet {called}, or add the row there")))
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
pub(in super::super) const EXAMPLE: &str = "e.g. ";

fn is_example(cells: &BTreeMap<u32, Holds>) -> bool {
    cells.values().all(|cell| matches!(cell, Holds::Text(words) if words.starts_with(EXAMPLE)))
}
