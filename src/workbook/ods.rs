//! Workbooks in the open form of offices (`.ods`): read, never written.

use super::MAX_CELLS;
use super::grid::{Book, Cell, Grid, Merged, Shown, digits};
use super::package::{Package, Unreadable};
use super::xml::{Element, Next, Walk};

/// The most that one cell or row may stand for: programs write an empty sheet as one row that is repeated a million times.
const MOST_REPEATED: u32 = 1_000;

/// Whether an open zip file is such a workbook.
pub(super) fn is_one(package: &mut Package<'_>) -> Result<bool, Unreadable> {
    let kind = package.text("mimetype")?;
    Ok(kind.is_some_and(|kind| kind.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet")))
}

/// Reads all sheets.
pub(super) fn read(package: &mut Package<'_>) -> Result<Book, Unreadable> {
    let text = package.text("content.xml")?.ok_or(Unreadable::Odd)?;
    let mut reading = Reading { book: Book::default(), row: 0, column: 0, open: None, room: MAX_CELLS };
    let mut walk = Walk::new(&text);
    // Inside a note on a cell, whose words are not the cell's.
    let mut notes = 0_u32;
    let mut repeated = 1;
    while let Some(next) = walk.next()? {
        match next {
            Next::Start(element) => match element.name() {
                "annotation" | "tracked-changes" => notes += 1,
                _ if notes > 0 => {}
                "table" => reading.sheet(&element),
                "table-row" => {
                    repeated = element.number("number-rows-repeated").unwrap_or(1);
                    let is_hidden = element.get("visibility").is_some_and(|shown| shown != "visible");
                    reading.column = 0;
                    if is_hidden && let Some(grid) = reading.book.sheets.last_mut() {
                        grid.hidden_rows.extend((0..repeated.min(MOST_REPEATED)).map(|more| reading.row + more));
                    }
                }
                "table-cell" | "covered-table-cell" => reading.begin(&element),
                "p" => reading.paragraph(),
                "s" => reading.words(&" ".repeat(element.number("c").unwrap_or(1).min(MOST_REPEATED) as usize)),
                "tab" => reading.words("\t"),
                "line-break" => reading.words("\n"),
                _ => {}
            },
            Next::End(name) => match name.as_str() {
                "annotation" | "tracked-changes" => notes = notes.saturating_sub(1),
                _ if notes > 0 => {}
                "table-cell" | "covered-table-cell" => reading.end(repeated)?,
                "table-row" => reading.row = reading.row.saturating_add(repeated),
                _ => {}
            },
            Next::Text(words) if notes == 0 => reading.words(&words),
            Next::Text(_) => {}
        }
    }
    Ok(reading.book)
}

struct Reading {
    book: Book,
    row: u32,
    column: u32,
    open: Option<Open>,
    room: usize,
}

/// A cell that is being read.
struct Open {
    kind: String,
    value: Option<String>,
    has_formula: bool,
    repeated: u32,
    spanned: (u32, u32),
    words: String,
    paragraphs: u32,
}

impl Reading {
    fn sheet(&mut self, element: &Element<'_>) {
        self.row = 0;
        self.book.sheets.push(Grid { name: element.get("name").unwrap_or_default(), ..Grid::default() });
    }

    fn begin(&mut self, element: &Element<'_>) {
        let kind = element.get("value-type").unwrap_or_default();
        let value = match kind.as_str() {
            "date" => element.get("date-value"),
            "boolean" => element.get("boolean-value"),
            "string" => element.get("string-value"),
            _ => element.get("value"),
        };
        self.open = Some(Open {
            kind,
            value,
            has_formula: element.get("formula").is_some(),
            repeated: element.number("number-columns-repeated").unwrap_or(1).max(1),
            spanned: (
                element.number("number-rows-spanned").unwrap_or(1).max(1),
                element.number("number-columns-spanned").unwrap_or(1).max(1),
            ),
            words: String::new(),
            paragraphs: 0,
        });
    }

    /// Each paragraph begins a line.
    fn paragraph(&mut self) {
        if let Some(open) = &mut self.open {
            if open.paragraphs > 0 {
                open.words.push('\n');
            }
            open.paragraphs += 1;
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(open) = self.open.as_mut().filter(|open| open.paragraphs > 0) {
            open.words.push_str(words);
        }
    }

    fn end(&mut self, rows: u32) -> Result<(), Unreadable> {
        let Some(open) = self.open.take() else { return Ok(()) };
        let (row, column) = (self.row, self.column);
        self.column = self.column.saturating_add(open.repeated);
        let Some(grid) = self.book.sheets.last_mut() else { return Ok(()) };
        if open.spanned != (1, 1) {
            let last = |first: u32, count: u32| first.saturating_add(count - 1);
            let merged =
                Merged { rows: (row, last(row, open.spanned.0)), columns: (column, last(column, open.spanned.1)) };
            grid.merged.push(merged);
        }
        let Some(cell) = cell(&open) else { return Ok(()) };
        for down in 0..rows.min(MOST_REPEATED) {
            for across in 0..open.repeated.min(MOST_REPEATED) {
                self.room = self.room.checked_sub(1).ok_or(Unreadable::TooLarge)?;
                grid.put(row.saturating_add(down), column.saturating_add(across), cell.clone());
            }
        }
        Ok(())
    }
}

fn cell(open: &Open) -> Option<Cell> {
    let number = |shown: Shown| {
        let number: f64 = open.value.as_ref()?.parse().ok()?;
        number.is_finite().then(|| Cell::Number(digits(number), shown))
    };
    // A formula that does not work has its fault in the place of its words.
    let is_fault = open.has_formula && (open.words.starts_with('#') || open.words.starts_with("Err:"));
    match open.kind.as_str() {
        _ if is_fault => Some(Cell::Fault(open.words.clone())),
        "float" | "currency" => number(Shown::Plain).map(|cell| as_shown(cell, &open.words)),
        "percentage" => number(Shown::Percent),
        // A day as ISO 8601 writes it.
        "date" => Some(Cell::Text(open.value.as_ref()?.split('T').next()?.to_owned())),
        "boolean" => Some(Cell::Boolean(open.value.as_deref() == Some("true"))),
        _ if open.paragraphs > 0 => Some(Cell::Text(open.words.clone())),
        "string" => open.value.clone().map(Cell::Text),
        _ => open.has_formula.then_some(Cell::NotWorkedOut),
    }
}

/// A number whose cell shows it as it is was not given a look by anybody.
fn as_shown(cell: Cell, words: &str) -> Cell {
    match cell {
        Cell::Number(number, _) if number == words => Cell::Number(number, Shown::General),
        other @ (Cell::Number(..) | Cell::Text(_) | Cell::Boolean(_) | Cell::Fault(_) | Cell::NotWorkedOut) => other,
    }
}
