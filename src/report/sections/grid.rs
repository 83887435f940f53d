//! A table in the making: it remembers which shorthand its cells use, and explains each in a note.

use std::collections::BTreeSet;

use super::make;
use crate::{
    disclosure::published::{Shown, UnitSign},
    report::{
        block::{Bar, Block, Cell, Column, Rich, Row, Table},
        wording::{Short, Wording},
    },
};

/// A table in the making.
pub(super) struct Grid {
    w: Wording,
    table: Table,
    shorts: BTreeSet<Short>,
}

impl Grid {
    /// A table with no rows yet.
    pub(super) fn new(w: Wording, anchor: impl Into<String>, caption: impl Into<Rich>, columns: Vec<Column>) -> Self {
        let table = Table {
            anchor: anchor.into(),
            caption: caption.into(),
            subtitle: Rich::none(),
            columns,
            rows: Vec::new(),
            notes: Vec::new(),
            tight: false,
        };
        Self { w, table, shorts: BTreeSet::new() }
    }

    /// With a line under its caption.
    pub(super) fn subtitle(mut self, words: impl Into<Rich>) -> Self {
        self.table.subtitle = words.into();
        self
    }

    /// With closer rows, for annexes.
    pub(super) fn tight(mut self) -> Self {
        self.table.tight = true;
        self
    }

    /// A row that is not added yet.
    pub(super) const fn line(&self) -> Line {
        Line { w: self.w, cells: Vec::new(), shorts: BTreeSet::new() }
    }

    /// Adds a row.
    pub(super) fn add(&mut self, line: Line) {
        self.push(line, false);
    }

    /// Adds a row of totals.
    pub(super) fn total(&mut self, line: Line) {
        self.push(line, true);
    }

    /// Adds a note under the notes on shorthand.
    pub(super) fn note(&mut self, words: impl Into<Rich>) {
        self.table.notes.push(words.into());
    }

    /// Has these explained too, which stand in notes of the table.
    pub(super) fn explain(&mut self, shorts: impl Iterator<Item = Short>) {
        self.shorts.extend(shorts);
    }

    /// The table, with a note for each shorthand in it.
    pub(super) fn table(mut self) -> Table {
        self.table.notes.splice(0..0, short_notes(self.w, &self.shorts));
        self.table
    }

    /// The table as a block.
    pub(super) fn block(self) -> Block {
        Block::Table(self.table())
    }

    /// The table as a block, its notes in one paragraph.
    pub(super) fn together(self) -> Block {
        let mut table = self.table();
        let joined = table.notes.drain(..).reduce(|words, more| words.and(" ").with(more));
        table.notes.extend(joined);
        Block::Table(table)
    }

    fn push(&mut self, line: Line, total: bool) {
        debug_assert_eq!(line.cells.len(), self.table.columns.len(), "a cell for each column");
        self.shorts.extend(line.shorts);
        self.table.rows.push(Row { cells: line.cells, total });
    }
}

/// What each shorthand means, in one note.
pub(super) fn short_notes(w: Wording, shorts: &BTreeSet<Short>) -> Vec<Rich> {
    let words: Vec<&str> = shorts.iter().map(|&short| w.short_note(short)).collect();
    if words.is_empty() { Vec::new() } else { vec![words.join(" ").into()] }
}

/// A row in the making.
#[derive(Clone)]
pub(super) struct Line {
    w: Wording,
    cells: Vec<Cell>,
    shorts: BTreeSet<Short>,
}

impl Line {
    /// Adds a cell of words; words that are not there do not apply.
    pub(super) fn words(mut self, words: impl Into<Rich>) -> Self {
        let words = words.into();
        if words.is_empty() {
            return self.short(Short::NotApplicable);
        }
        self.cells.push(make::cell(words));
        self
    }

    /// Adds a cell of words that may be missing.
    pub(super) fn maybe(self, words: Option<impl Into<Rich>>) -> Self {
        match words {
            Some(words) => self.words(words),
            None => self.short(Short::NotApplicable),
        }
    }

    /// Adds a cell of words whose absence means that nobody knows.
    pub(super) fn known(self, words: Option<impl Into<Rich>>) -> Self {
        match words {
            Some(words) => self.words(words),
            None => self.short(Short::NotAvailable),
        }
    }

    /// Puts a second line under the last cell.
    pub(super) fn by(mut self, words: impl Into<Rich>) -> Self {
        if let Some(cell) = self.cells.last_mut() {
            cell.by = words.into();
        }
        self
    }

    /// Puts a second line under the first cell.
    pub(super) fn by_first(mut self, words: impl Into<Rich>) -> Self {
        if let Some(cell) = self.cells.first_mut() {
            cell.by = words.into();
        }
        self
    }

    /// Adds a figure.
    pub(super) fn figure(mut self, shown: &Shown, sign: UnitSign) -> Self {
        self.shorts.extend(Short::of(shown));
        self.cells.push(make::cell(self.w.figure(shown, sign)));
        self
    }

    /// Adds a figure with its sign in front, “+” too.
    pub(super) fn signed(mut self, shown: &Shown, sign: UnitSign) -> Self {
        self.shorts.extend(Short::of(shown));
        self.cells.push(make::cell(self.w.signed_figure(shown, sign)));
        self
    }

    /// Puts a bar beside the number of the last cell.
    pub(super) fn bar(mut self, bar: Bar) -> Self {
        if let Some(cell) = self.cells.last_mut() {
            cell.words = std::mem::take(&mut cell.words).bar(bar);
        }
        self
    }

    /// Adds a figure that the return may leave out: then it does not apply.
    pub(super) fn figure_if(self, shown: Option<&Shown>, sign: UnitSign) -> Self {
        match shown {
            Some(shown) => self.figure(shown, sign),
            None => self.short(Short::NotApplicable),
        }
    }

    /// Has these explained too, which stand in words of the row.
    pub(super) fn explaining(mut self, shorts: impl Iterator<Item = Short>) -> Self {
        self.shorts.extend(shorts);
        self
    }

    /// Adds a shorthand in place of a figure.
    pub(super) fn short(mut self, short: Short) -> Self {
        self.shorts.insert(short);
        self.cells.push(make::cell(short.mark()));
        self
    }
}
