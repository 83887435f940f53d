//! A workbook as it was read: sheets with cells, whatever the file format. Knows no return.

use std::collections::BTreeMap;

use super::{WORD, WORKED};

/// A workbook.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    pub(super) sheets: Vec<Grid>,
}

/// A sheet: what stands in its cells, by row and column from 0.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// Whether it is a text with separators, in which nothing else says where a cell belongs.
    pub(super) is_list: bool,
    pub(super) rows: BTreeMap<u32, BTreeMap<u32, Cell>>,
    pub(super) hidden_rows: Vec<u32>,
    /// Cells that were made one: first and last row, first and last column.
    pub(super) merged: Vec<Merged>,
    /// The columns whose figures are worked out, and are no part of the return: in which row their heading stands.
    pub(super) workings: BTreeMap<u32, u32>,
}

/// Cells that were made one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Text(String),
    /// A number as the file has it, and how it is shown.
    Number(String, Shown),
    Boolean(bool),
    /// What the program could not work out, as `#REF!`.
    Fault(String),
    /// A formula that was never worked out.
    NotWorkedOut,
}

/// How a number is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// As the program likes.
    #[default]
    General,
    /// As a day, and whether a time stands with it.
    Date,
    /// As a percentage: 0.78 is shown as 78%.
    Percent,
    /// In a way that was chosen, and that shows the number itself.
    Plain,
}

/// So many cells that were made one are looked at: no list has as many, and each cell is compared with them.
const MERGED: usize = 2_000;

impl Grid {
    pub(super) fn put(&mut self, row: u32, column: u32, cell: Cell) {
        if matches!(&cell, Cell::Text(text) if text.starts_with(WORKED)) {
            self.workings.entry(column).or_insert(row);
        }
        if self.workings.get(&column).is_some_and(|heading| row > *heading) {
            return;
        }
        // What an annotated copy says beside the cells is not part of them.
        let is_nothing = |text: &str| text.trim().is_empty() || text.starts_with(WORD);
        if !matches!(&cell, Cell::Text(text) if is_nothing(text)) {
            self.rows.entry(row).or_default().insert(column, cell);
        }
    }

    pub(super) fn get(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.get(&column)
    }

    /// What stands in a cell as words, for headings and labels.
    pub(super) fn words(&self, row: u32, column: u32) -> Option<&str> {
        match self.get(row, column)? {
            Cell::Text(text) => Some(text),
            Cell::Number(..) | Cell::Boolean(_) | Cell::Fault(_) | Cell::NotWorkedOut => None,
        }
    }

    /// The cells this one was made one with.
    pub(super) fn merged_at(&self, row: u32, column: u32) -> Option<Merged> {
        let within = |(first, last): (u32, u32), number: u32| (first..=last).contains(&number);
        self.merged
            .iter()
            .take(MERGED)
            .copied()
            .find(|merged| within(merged.rows, row) && within(merged.columns, column))
    }
}

/// The shortest way to write a number that spreadsheets hold, which know about fifteen digits of it.
pub(super) fn digits(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { "0".to_owned() } else { format!("{rounded}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_only_the_program_made_are_left_out() {
        for (number, expected) in [
            (16.1 + 2e-15, "16.1"),
            (0.1 + 0.2, "0.3"),
            (1e12, "1000000000000"),
            (-0.0, "0"),
            (0.000_1, "0.0001"),
            (123_456_789_012.345_6, "123456789012.346"),
        ] {
            assert_eq!(digits(number), expected);
        }
    }
}
