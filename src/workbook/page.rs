//! A workbook that is to be written: sheets with cells and their looks. Knows no return and no file format.

use super::fill::Out;
use super::xlsx::Look;

/// A sheet.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) name: String,
    /// The widths of its columns in letters, and the look of their empty cells.
    pub(super) columns: Vec<(f64, Look)>,
    pub(super) rows: Vec<PageRow>,
    /// So many rows and columns stay when the rest is moved.
    pub(super) frozen: (u32, u32),
    pub(super) offers: Vec<Offer>,
    /// Cells that lead to another sheet of the workbook.
    pub(super) links: Vec<(u32, u32, String)>,
    /// What is said of a cell when somebody points at it, by row and column, in their order.
    pub(super) notes: Vec<((u32, u32), String)>,
    pub(super) is_hidden: bool,
}

/// A row and its cells, in their order.
#[derive(Debug, Default)]
pub(super) struct PageRow {
    pub(super) number: u32,
    /// In points; as the program likes where it is left out.
    pub(super) height: Option<f64>,
    pub(super) cells: Vec<(u32, Out, Look)>,
}

/// What the program offers in some cells: a list to choose from, and a few words while the cell is filled.
#[derive(Debug)]
pub(super) struct Offer {
    /// First and last row, and the column.
    pub(super) rows: (u32, u32),
    pub(super) column: u32,
    /// The cells that hold what may be chosen, as `Lists!$A$1:$A$5`.
    pub(super) choices: Option<String>,
    pub(super) title: String,
    pub(super) words: String,
}

impl PageRow {
    pub(super) fn new(number: u32) -> Self {
        Self { number, ..Self::default() }
    }

    pub(super) fn put(&mut self, column: u32, words: impl Into<String>, look: Look) {
        self.cells.push((column, Out::Text(words.into()), look));
    }
}

impl Page {
    /// How high a row is whose texts are broken at the width of their columns, in points.
    pub(super) fn height(&self, row: &PageRow) -> f64 {
        let lines = row.cells.iter().map(|(column, out, look)| {
            let (width, _) = self.columns.get(*column as usize).copied().unwrap_or((10.0, Look::Bare));
            match out {
                Out::Text(text) if look.wraps() => {
                    let room = width / look.letter();
                    text.split('\n').map(|line| lines_of(line, room)).sum::<f64>()
                }
                Out::Text(_) | Out::Number(_) | Out::Date(_) | Out::Formula { .. } | Out::Nothing => 1.0,
            }
        });
        let lines = lines.fold(1.0, f64::max);
        (lines * LINE + 2.0).min(TALLEST)
    }
}

/// So many lines a text takes where each has room for so many letters.
fn lines_of(text: &str, room: f64) -> f64 {
    let (mut lines, mut taken) = (1.0, 0.0);
    for word in text.split(' ') {
        let length = word.chars().count() as f64;
        let with_space = if taken > 0.0 { taken + 1.0 + length } else { length };
        if with_space <= room {
            taken = with_space;
        } else {
            // A word that is longer than a line is broken.
            let more = (length / room).ceil().max(1.0);
            lines += if taken > 0.0 { more } else { more - 1.0 };
            taken = length - (more - 1.0) * room;
        }
    }
    lines
}

/// How high a line is, in points.
const LINE: f64 = 13.5;
/// The highest that spreadsheet programs take.
const TALLEST: f64 = 405.0;

/// The name of a sheet inside an address: in quotation marks, so that its spaces are not taken for anything else.
pub(super) fn quoted(sheet: &str) -> String {
    format!("'{}'", sheet.replace('\'', "''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_words() {
        assert_eq!(lines_of("", 10.0) as u32, 1);
        assert_eq!(lines_of("one two", 7.0) as u32, 1);
        assert_eq!(lines_of("one two three", 7.0) as u32, 2);
        assert_eq!(lines_of("a communities", 6.0) as u32, 3);
    }
}
