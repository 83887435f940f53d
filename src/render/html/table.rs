//! A table: its cells, how wide its columns would like to be, and whether it becomes a list on a telephone.

use super::text;
use super::view::{CellView, ColumnView, RowView, TableView};
use crate::render::drawing::{self, Weight, measure};
use crate::report::block::{Align, Cell, Column, Span, Table};

/// What the template sees of a table in a column so many chart units wide.
pub(super) fn view(table: &Table, room: f32) -> TableView<'_> {
    let mut rows = Vec::new();
    for row in &table.rows {
        let mut cells = row.cells.iter().enumerate().map(|(at, cell)| CellView::of(cell, table.columns.get(at)));
        if let Some(head) = cells.next() {
            rows.push(RowView { total: row.total, head, cells: cells.collect() });
        }
    }
    let widths = widths(table, room);
    let columns = table.columns.iter().enumerate().map(|(at, column)| ColumnView {
        head: text::rich(&column.head),
        numbers: column.align == Align::Numbers,
        width: widths.get(at).copied().unwrap_or_default(),
    });
    let flags = [
        ("stack", is_too_wide_for_a_telephone(table)),
        ("tight", table.tight),
        ("packed", least_width(table) > room * 0.8),
    ];
    let classes: Vec<&str> = flags.into_iter().filter(|&(_, holds)| holds).map(|(class, _)| class).collect();
    TableView {
        anchor: &table.anchor,
        caption: text::rich(&table.caption),
        subtitle: text::rich(&table.subtitle),
        classes: classes.join(" "),
        columns: columns.collect(),
        widths: !widths.is_empty(),
        rows,
        notes: table.notes.iter().map(text::rich).collect(),
    }
}

impl CellView {
    fn of(cell: &Cell, column: Option<&Column>) -> Self {
        const A_NUMBER: usize = 20;
        Self {
            head: column.map_or_else(String::new, |column| column.head.plain()),
            numbers: column.is_some_and(|column| column.align == Align::Numbers),
            wrap: cell.words.plain().chars().count() > A_NUMBER,
            words: text::rich(&cell.words),
            by: text::rich(&cell.by),
        }
    }
}

/// The text of the cells of one column, its head first.
fn column_texts(table: &Table, at: usize) -> impl Iterator<Item = String> {
    let head = table.columns.get(at).map(|column| column.head.plain());
    let cells = table.rows.iter().filter_map(move |row| row.cells.get(at));
    head.into_iter().chain(cells.map(|cell| cell.words.plain()))
}

/// How wide the widest text of a column is, unbroken.
fn natural(table: &Table, at: usize) -> f32 {
    column_texts(table, at).map(|text| measure::width(&text, Weight::Regular)).fold(0.0, f32::max)
}

/// Widths of the columns in hundredths; nothing where no column asks for a share. A column that asks for none gets what
/// its contents need, up to a third of the table; where such columns would take most of it, their heads are broken.
fn widths(table: &Table, room: f32) -> Vec<u8> {
    const MOST: f32 = 0.6;
    if table.columns.iter().all(|column| column.share == 0) {
        return Vec::new();
    }
    let fixed = |heads: Heads| -> f32 {
        let columns = table.columns.iter().enumerate().filter(|(_, column)| column.share == 0);
        columns.map(|(at, _)| wanted(table, at, room, heads)).sum()
    };
    let heads = if fixed(Heads::Whole) > room * MOST { Heads::Broken } else { Heads::Whole };
    let rest = (room - fixed(heads)).max(room * (1.0 - MOST));
    let shares: f32 = table.columns.iter().map(|column| f32::from(column.share)).sum();
    let width = |(at, column): (usize, &Column)| match column.share {
        0 => wanted(table, at, room, heads),
        share => rest * f32::from(share) / shares,
    };
    let hundredths = |width: f32| (width / room * 100.0).round().clamp(1.0, 99.0) as u8;
    table.columns.iter().enumerate().map(width).map(hundredths).collect()
}

/// Whether the heads of narrow columns stand on one line.
#[derive(Clone, Copy)]
enum Heads {
    Whole,
    Broken,
}

/// What a column needs for its contents.
fn wanted(table: &Table, at: usize, room: f32, heads: Heads) -> f32 {
    /// Sizes of the words in a table, by that of body text.
    const CELL: f32 = 0.95;
    const HEAD: f32 = 0.85;
    /// Between columns, and a little for another typeface.
    const GAP: f32 = 0.9 * drawing::TEXT;
    const MARK: f32 = 1.3 * drawing::TEXT;
    const BAR: f32 = 8.0 * drawing::TEXT;
    let head = table.columns.get(at).map_or_else(String::new, |column| column.head.plain());
    let head = match heads {
        Heads::Whole => measure::width(&head, Weight::Semibold),
        Heads::Broken => measure::widest(head.split(' '), Weight::Semibold),
    };
    let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
    let weight = if table.rows.iter().any(|row| row.total) { Weight::Semibold } else { Weight::Regular };
    let widest = cells.clone().map(|cell| measure::width(&cell.words.plain(), weight)).fold(0.0, f32::max);
    let status = if cells.clone().any(holds_a_status) { MARK } else { 0.0 };
    let mark = if cells.clone().any(holds_a_bar) { BAR } else { status };
    (widest * CELL + mark).max(head * HEAD).min(room / 3.0) + GAP
}

fn holds_a_bar(cell: &Cell) -> bool {
    cell.words.0.iter().any(|span| matches!(span, Span::Bar(_)))
}

fn holds_a_status(cell: &Cell) -> bool {
    cell.words.0.iter().any(|span| matches!(span, Span::Status(_)))
}

/// Whether a table becomes a list on narrow screens: it has more than three columns, long words in its later columns,
/// or words that do not fit beside one another.
fn is_too_wide_for_a_telephone(table: &Table) -> bool {
    const LATER_COLUMNS: f32 = 130.0;
    const SCREEN: f32 = 250.0;
    let columns = table.columns.len();
    let later: f32 = (1..columns).map(|at| natural(table, at)).sum();
    columns > 3 || later > LATER_COLUMNS || least_width(table) > SCREEN
}

/// The width below which some word of a table would have to break; words with a no-break space between them are one.
fn least_width(table: &Table) -> f32 {
    let longest_word = |at| {
        let width = |text: String| measure::widest(text.split(' '), Weight::Semibold);
        column_texts(table, at).map(width).fold(0.0, f32::max)
    };
    (0..table.columns.len()).map(longest_word).sum()
}
