//! Which column, or which row, of a sheet holds which field.

use std::collections::{BTreeMap, BTreeSet};

use super::super::faults::Fault;
use super::super::grid::Grid;
use super::super::layout::{List, Sheet, plain};
use crate::intake::Cell;

/// What a column holds, or a row of fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To which record a row belongs, by the number of the key.
    Key(usize),
    /// The number of a record that has no id.
    Number,
    /// A column of the layout.
    Column(usize),
    /// Something of the partnership's own, and the way to it.
    Own(Vec<String>),
}

/// The headings of a sheet.
#[derive(Debug)]
pub(super) struct Headings {
    /// The row of the headings; in a sheet of fields, the column of the values.
    pub(super) line: u32,
    /// What each column holds; in a sheet of fields, each row.
    pub(super) targets: BTreeMap<u32, Target>,
}

/// So many rows are looked at for headings: titles and logos stand above them.
const ROWS: usize = 60;

/// So many columns tell which sheet it may be that another name stands on: far more than any has.
const COLUMNS: usize = 400;

/// So many headings that nobody knows are compared with those that are: whoever has more did not mistype them.
const GUESSES: usize = 100;

/// The heading of the number of records without an id.
pub(in super::super) const NUMBER: &str = "Number";
/// The heading of the values of a sheet of fields.
pub(in super::super) const VALUE: &str = "Value";

impl Headings {
    /// The headings of a list: the row among the first that has most of them.
    pub(super) fn across(
        sheet: &Sheet,
        list: &List,
        grid: &Grid,
        number: u16,
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let names = names(sheet, Some(list));
        let count = |cells: &BTreeMap<u32, _>, row: u32| {
            cells.keys().filter(|column| known(grid, row, **column, sheet, &names).is_some()).count()
        };
        let rows = grid.rows.iter().take(ROWS).map(|(row, cells)| (count(cells, *row), *row));
        let best = rows.fold((0, 0), |best, row| if row.0 > best.0 { row } else { best });
        let (matches, line) = best;
        if matches == 0 {
            if !grid.rows.is_empty() {
                let wanted: Vec<String> = list
                    .keys
                    .iter()
                    .map(String::as_str)
                    .chain(sheet.columns.iter().map(|column| column.heading.as_str()))
                    .take(3)
                    .map(|heading| format!("“{heading}”"))
                    .collect();
                faults.push(Fault::new(
                    "headings-not-found",
                    Some(Cell { sheet: number, at: None }),
                    format!("The sheet {} has none of its headings, so nothing in it could be read", grid.name),
                    format!("put back the row of headings, which starts with {}", wanted.join(", ")),
                ));
            }
            return None;
        }
        let mut targets = BTreeMap::new();
        let mut seen = BTreeSet::new();
        let mut guesses = 0..GUESSES;
        let below = || grid.rows.range(line + 1..);
        let filled: BTreeSet<u32> = below().flat_map(|(_, cells)| cells.keys().copied()).collect();
        for column in grid.rows.get(&line).into_iter().flat_map(BTreeMap::keys) {
            let cell = Cell { sheet: number, at: Some((line, *column)) };
            let words = grid.words(line, *column).unwrap_or_default();
            let is_filled = filled.contains(column);
            match known(grid, line, *column, sheet, &names) {
                Some(target) if seen.insert(format!("{target:?}")) => drop(targets.insert(*column, target)),
                Some(_) if is_filled => faults.push(twice(cell, words)),
                None if is_filled => {
                    faults.push(unknown(cell, words, &names, sheet, "column", guesses.next().is_some()));
                }
                Some(_) | None => {}
            }
        }
        // What stands under no heading at all is not lost without a word.
        let bare = below().flat_map(|(row, cells)| cells.keys().map(move |column| (*column, *row)));
        let rightmost = grid.rows.get(&line).and_then(|cells| cells.keys().next_back()).copied().unwrap_or(0);
        let mut told = BTreeSet::new();
        let mut long = None;
        for (column, row) in bare {
            let has_heading = grid.get(line, column).is_some();
            if grid.is_list && column > rightmost {
                if long.replace(row) != Some(row) {
                    faults.push(beyond(Cell { sheet: number, at: Some((row, column)) }));
                }
            } else if !has_heading && told.insert(column) {
                faults.push(
                    Fault::new(
                        "heading-not-known",
                        Some(Cell { sheet: number, at: Some((row, column)) }),
                        "What stands here has no heading above it, and was not read".to_owned(),
                        "write the heading of the column, or start one of your own with x_",
                    )
                    .advice(),
                );
            }
        }
        Some(Self { line, targets })
    }

    /// The names of the fields of a sheet: the column that has most of them, and the values beside it.
    pub(super) fn down(sheet: &Sheet, grid: &Grid, number: u16, faults: &mut Vec<Fault>) -> Self {
        let names = names(sheet, None);
        let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
        let mut values = None;
        for (row, cells) in &grid.rows {
            for column in cells.keys() {
                if known(grid, *row, *column, sheet, &names).is_some() {
                    *counts.entry(*column).or_default() += 1;
                }
                let is_heading = grid.words(*row, *column).is_some_and(|words| plain(words) == plain(VALUE));
                if is_heading && values.is_none() {
                    values = Some(*column);
                }
            }
        }
        let best =
            counts.iter().fold((0, 0), |best, (column, count)| if *count > best.0 { (*count, *column) } else { best });
        let (matches, labels) = best;
        let line = values.filter(|column| *column > labels).unwrap_or(labels + 1);
        let mut targets = BTreeMap::new();
        if matches == 0 {
            if !grid.rows.is_empty() {
                faults.push(Fault::new(
                    "headings-not-found",
                    Some(Cell { sheet: number, at: None }),
                    format!("The sheet {} names none of its fields, so nothing in it could be read", grid.name),
                    "put back the first column, which names the fields",
                ));
            }
            return Self { line, targets };
        }
        let mut seen = BTreeSet::new();
        let mut guesses = 0..GUESSES;
        for row in grid.rows.keys() {
            let cell = Cell { sheet: number, at: Some((*row, labels)) };
            let Some(words) = grid.words(*row, labels) else { continue };
            let is_filled = grid.get(*row, line).is_some();
            match known(grid, *row, labels, sheet, &names) {
                Some(target) if seen.insert(format!("{target:?}")) => drop(targets.insert(*row, target)),
                Some(_) if is_filled => faults.push(twice(cell, words)),
                None if is_filled && grid.words(*row, line).is_none_or(|value| plain(value) != plain(VALUE)) => {
                    faults.push(unknown(cell, words, &names, sheet, "field", guesses.next().is_some()));
                }
                Some(_) | None => {}
            }
        }
        Self { line, targets }
    }
}

/// How many headings of a sheet the best row or column of another has, for sheets that were renamed.
pub(super) fn likeness(sheet: &Sheet, list: Option<&List>, grid: &Grid) -> usize {
    let names = names(sheet, list);
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for (row, cells) in grid.rows.iter().take(ROWS) {
        for column in cells.keys().take(COLUMNS) {
            if known(grid, *row, *column, sheet, &names).is_some() {
                *counts.entry(if list.is_some() { *row } else { *column }).or_default() += 1;
            }
        }
    }
    counts.into_values().max().unwrap_or(0)
}

/// The headings of a sheet as they are compared.
fn names(sheet: &Sheet, list: Option<&List>) -> BTreeMap<String, Target> {
    let columns = sheet.columns.iter().enumerate();
    let mut names: BTreeMap<String, Target> =
        columns.map(|(number, column)| (plain(&column.heading), Target::Column(number))).collect();
    for (number, key) in list.iter().flat_map(|list| list.keys.iter().enumerate()) {
        names.insert(plain(key), Target::Key(number));
    }
    if list.is_some_and(|list| list.is_numbered) {
        names.insert(plain(NUMBER), Target::Number);
    }
    names
}

fn known(grid: &Grid, row: u32, column: u32, sheet: &Sheet, names: &BTreeMap<String, Target>) -> Option<Target> {
    let words = grid.words(row, column)?;
    if let Some(target) = names.get(&plain(words)) {
        return Some(target.clone());
    }
    own(words.trim(), sheet)
}

/// A field of the partnership's own: `x_visits`, or `Target: x_visits` within a record.
fn own(words: &str, sheet: &Sheet) -> Option<Target> {
    let (prefix, name) = match words.rsplit_once(": ") {
        Some((prefix, name)) => (format!("{prefix}: "), name),
        None => (String::new(), words),
    };
    if !name.starts_with("x_") {
        return None;
    }
    let (_, way) = sheet.records.iter().find(|(known, _)| plain(known) == plain(&prefix))?;
    Some(Target::Own([way.as_slice(), &[name.to_owned()]].concat()))
}

fn twice(cell: Cell, words: &str) -> Fault {
    Fault::new(
        "heading-given-twice",
        Some(cell),
        format!("“{words}” is given twice, and only the first was read"),
        "take one of them out, or give the second its own heading",
    )
}

/// In a list nothing but separators says which column a cell is of.
fn beyond(cell: Cell) -> Fault {
    Fault::new(
        "cells-beyond-headings",
        Some(cell),
        "This row goes on after the last heading, so its cells may stand in the wrong columns".to_owned(),
        "put each text that has a comma in it in quotation marks, or take out what is too much",
    )
}

fn unknown(
    cell: Cell,
    words: &str,
    names: &BTreeMap<String, Target>,
    sheet: &Sheet,
    what: &str,
    may_guess: bool,
) -> Fault {
    let near = may_guess.then(|| nearest(&plain(words), names)).flatten();
    let heading = near.and_then(|target| match target {
        Target::Column(number) => Some(sheet.columns[*number].heading.as_str()),
        Target::Key(_) | Target::Number | Target::Own(_) => None,
    });
    let guess = heading.map_or_else(String::new, |heading| format!(". Did you mean “{heading}”?"));
    let words: String = words.chars().take(80).collect();
    Fault::new(
        "heading-not-known",
        Some(cell),
        format!("“{words}” is not a {what} of the sheet {}, so what it holds was not read{guess}", sheet.name),
        "mend its heading, or start it with x_ to keep it as your own",
    )
}

fn nearest<'n>(words: &str, names: &'n BTreeMap<String, Target>) -> Option<&'n Target> {
    let length = words.chars().count();
    if length > 80 {
        return None;
    }
    let room = (length / 3).clamp(1, 4);
    let distances = names.iter().map(|(name, target)| (strsim::osa_distance(words, name), target));
    distances.filter(|(distance, _)| *distance <= room).min_by_key(|(distance, _)| *distance).map(|(_, target)| target)
}
