//! Where the parts of a return stand that was read from the cells of a workbook, or of a list for each of its sheets. Knows
//! sheets and cells, never files.
//!
//! A workbook is read into the same text as any return, so that nothing after it knows. What is kept here leads from a byte
//! of that text back to the cell it was made from, and from a field that was left out to the cell that waits for it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::source::{DocumentId, Sources};

/// The most lists that one return may be made of: twice as many as there are sheets in the form.
pub const MAX_LISTS: usize = 120;

/// A cell by its sheet, its row and its column, all from 0; or a sheet alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The number of the sheet in the workbook.
    pub sheet: u16,
    /// Row and column.
    pub at: Option<(u32, u32)>,
}

/// Where the fields of a record stand beside one another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// The sheet.
    pub sheet: u16,
    /// What stands before the names of its fields in the layout of the sheet.
    pub prefix: String,
    /// Its row, where its fields are columns; its column, where its fields are rows.
    pub line: u32,
    /// Whether its fields are columns.
    pub across: bool,
}

/// A list in a text of its own, and which stretch of it each of its cells is.
#[derive(Debug, Clone, Default)]
pub struct List {
    /// What people call its file.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The cells that are not empty, in their order.
    cells: Vec<((u32, u32), Range<usize>)>,
    /// Where the rows of such cells end.
    ends: Vec<(u32, usize)>,
}

impl List {
    /// A list whose cells are still to come.
    pub fn new(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, cells: Vec::new(), ends: Vec::new() }
    }

    /// This stretch of its text is the cell in this row and column. All cells are given in their order.
    pub fn cell(&mut self, row: u32, column: u32, bytes: Range<usize>) {
        match self.ends.last_mut() {
            Some((last, end)) if *last == row => *end = bytes.end,
            _ if bytes.is_empty() => return,
            _ => self.ends.push((row, bytes.end)),
        }
        if !bytes.is_empty() {
            self.cells.push(((row, column), bytes));
        }
    }

    /// Where a cell stands. One that is empty stands where it would be typed: between two others are only separators.
    fn bytes(&self, at: (u32, u32)) -> Range<usize> {
        let next = self.cells.partition_point(|(known, _)| *known < at);
        let known = |index: Option<usize>| self.cells.get(index?).filter(|((row, _), _)| *row == at.0);
        let here = match (known(next.checked_sub(1)), known(Some(next))) {
            (_, Some((found, bytes))) if *found == at => return bytes.clone(),
            (_, Some(((_, column), bytes))) => bytes.start.saturating_sub((column - at.1) as usize),
            (Some(((_, column), bytes)), None) => {
                let row = self.ends.partition_point(|(row, _)| *row < at.0);
                let end = self.ends.get(row).map_or(bytes.end, |(_, end)| *end);
                (bytes.end + (at.1 - column) as usize).min(end)
            }
            (None, None) => self.cells[..next].last().map_or(0, |(_, bytes)| bytes.end),
        };
        here..here
    }
}

/// From the text of a return that was made from a workbook back to its cells.
#[derive(Debug, Clone, Default)]
pub struct Cells {
    sheets: Vec<String>,
    /// From which byte on the text was made from this cell; in the order of the text.
    starts: Vec<(usize, Cell)>,
    /// The records, by their first bytes.
    records: BTreeMap<usize, Stretch>,
    /// Where the fields of a sheet stand, by the layout's names for them.
    slots: BTreeMap<(u16, String), u32>,
    /// The lists by the numbers of their sheets, and their documents.
    lists: BTreeMap<u16, (DocumentId, List)>,
}

impl Cells {
    /// Adds a sheet that is a text of its own, and gives its number.
    pub fn add_list(&mut self, name: &str, list: List) -> u16 {
        let sheet = self.add_sheet(name);
        self.lists.insert(sheet, (DocumentId::FIRST, list));
        sheet
    }

    /// Gives the texts of the lists to those that are shown.
    pub(super) fn put_lists_into(&mut self, sources: &mut Sources) {
        for (document, list) in self.lists.values_mut() {
            *document = sources.add(std::mem::take(&mut list.name), std::mem::take(&mut list.text));
        }
    }

    /// Where a cell stands in the text of its list; a whole list stands at its start.
    pub(super) fn in_list(&self, cell: Cell) -> Option<(DocumentId, Range<usize>)> {
        let (document, list) = self.lists.get(&cell.sheet)?;
        Some((*document, cell.at.map_or(0..0, |at| list.bytes(at))))
    }

    /// Adds a sheet and gives its number.
    pub fn add_sheet(&mut self, name: &str) -> u16 {
        self.sheets.push(name.to_owned());
        u16::try_from(self.sheets.len() - 1).unwrap_or(u16::MAX)
    }

    /// The name of a sheet.
    pub fn sheet(&self, number: u16) -> &str {
        self.sheets.get(usize::from(number)).map_or("", String::as_str)
    }

    /// What follows from this byte on was made from this cell. Bytes are given in their order.
    pub fn mark(&mut self, byte: usize, cell: Cell) {
        self.starts.push((byte, cell));
    }

    /// A record starts at this byte.
    pub fn record(&mut self, byte: usize, stretch: Stretch) {
        self.records.insert(byte, stretch);
    }

    /// This field of a sheet has this column, or this row where its fields are rows.
    pub fn slot(&mut self, sheet: u16, name: String, number: u32) {
        self.slots.insert((sheet, name), number);
    }

    /// The cell from which this byte was made.
    pub(super) fn at(&self, byte: usize) -> Option<Cell> {
        let after = self.starts.partition_point(|(start, _)| *start <= byte);
        self.starts.get(after.checked_sub(1)?).map(|(_, cell)| *cell)
    }

    /// The cell that waits for a field which the record at this byte was left without.
    pub(super) fn waiting(&self, record: usize, field: &str) -> Option<Cell> {
        let Stretch { sheet, prefix, line, across } = self.records.get(&record)?;
        let number = *self.slots.get(&(*sheet, format!("{prefix}{field}")))?;
        let at = if *across { (*line, number) } else { (number, *line) };
        Some(Cell { sheet: *sheet, at: Some(at) })
    }
}

impl Cell {
    /// Its address, as `E7`; nothing for a whole sheet.
    pub fn address(self) -> Option<String> {
        let (row, column) = self.at?;
        Some(format!("{}{}", letters(column), row + 1))
    }

    /// A number that orders the cells of a workbook as its reader meets them.
    pub(super) fn rank(self) -> usize {
        let (row, column) = self.at.unwrap_or_default();
        let rank = (u64::from(self.sheet) << 40) | (u64::from(row) << 16) | u64::from(column);
        usize::try_from(rank).unwrap_or(usize::MAX)
    }
}

/// The letters of a column: 0 is A, 26 is AA.
pub fn letters(column: u32) -> String {
    let mut rest = column;
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            return letters.iter().rev().collect();
        }
        rest = rest / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        for (column, expected) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), expected);
        }
        let cell = Cell { sheet: 0, at: Some((6, 4)) };
        assert_eq!(cell.address().as_deref(), Some("E7"));
    }

    #[test]
    fn a_cell_of_a_list_stands_where_it_is_or_would_be_typed() {
        let mut list = List::new("Results.csv", "a,,bc\n,,,d,\ne\n".to_owned());
        for (row, column, bytes) in [
            (0, 0, 0..1),
            (0, 1, 2..2),
            (0, 2, 3..5),
            (1, 0, 6..6),
            (1, 1, 7..7),
            (1, 2, 8..8),
            (1, 3, 9..10),
            (1, 4, 11..11),
            (2, 0, 12..13),
        ] {
            list.cell(row, column, bytes);
        }
        for (at, expected) in [
            ((0, 0), 0..1),
            ((0, 1), 2..2),
            ((0, 2), 3..5),
            ((0, 9), 5..5),
            ((1, 0), 6..6),
            ((1, 2), 8..8),
            ((1, 4), 11..11),
            ((1, 9), 11..11),
            ((2, 4), 13..13),
            ((9, 0), 13..13),
        ] {
            assert_eq!(list.bytes(at), expected, "{at:?}");
        }
    }

    #[test]
    fn a_byte_is_of_the_cell_that_began_before_it() {
        let mut cells = Cells::default();
        let sheet = cells.add_sheet("Results");
        let cell = |row, column| Cell { sheet, at: Some((row, column)) };
        cells.mark(0, cell(3, 0));
        cells.mark(10, cell(3, 1));
        assert_eq!(cells.at(9), Some(cell(3, 0)));
        assert_eq!(cells.at(99), Some(cell(3, 1)));
        cells.record(0, Stretch { sheet, prefix: String::new(), line: 3, across: true });
        cells.slot(sheet, "unit".to_owned(), 7);
        assert_eq!(cells.waiting(0, "unit"), Some(cell(3, 7)));
        assert_eq!(cells.waiting(0, "title"), None);
        assert!(cell(3, 9).rank() < cell(4, 0).rank());
    }
}
