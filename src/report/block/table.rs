//! Tables of words.

use serde::Serialize;

use super::Rich;

/// A table. The first cell of every row is its row header.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Where links to it lead; unique in the report, `[a-z0-9-]+`.
    pub anchor: String,
    /// The message.
    pub caption: Rich,
    /// Measure, place, period, unit; empty when there is none.
    pub subtitle: Rich,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Notes under the table, shorthand first.
    pub notes: Vec<Rich>,
    /// Annex tables stand closer.
    pub tight: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// The heading, with the unit where one is needed.
    pub head: Rich,
    /// Words or numbers.
    pub align: Align,
    /// The share of the table's width this column would like, in relation to the others; 0 for as wide as its
    /// contents need.
    pub share: u8,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words: left.
    Words,
    /// Numbers: right.
    Numbers,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The cells, one for each column; the first is the row header.
    pub cells: Vec<Cell>,
    /// A total: strong, with a rule above.
    pub total: bool,
}

/// A cell of a table. Never blank.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// What it says.
    pub words: Rich,
    /// A second line in note size (who, when); empty when there is none.
    pub by: Rich,
}
