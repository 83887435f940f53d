//! A return as a folder of lists: a CSV file for each sheet of the workbook, with the same headings. Knows the form of a
//! return and texts, never folders.
//!
//! The cells go the same way as those of a workbook. Only their places differ: a list is a text, so each cell of it has a
//! line that an editor can go to.

mod cells;
mod formula;
mod letters;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use cells::{Cell, Marks};
use letters::{Letters, Odd};

use super::faults::Fault;
use super::gather;
use super::gather::headings::{NUMBER, VALUE};
use super::grid::{Book, Cell as Holds, Grid};
use super::layout::{Layout, Shape, Sheet, layout, plain};
use super::{MAX_CELLS, ends_in, file_name};
use crate::intake::{self, Cells, Document, List, MAX_BYTES, MAX_LISTS, Read};
use crate::order;

pub(super) use write::write;

/// So many rows are looked at for the separator.
const ROWS: u32 = 60;

/// The separators that programs write, the usual one first.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Whether a file has the name of a list: one that ends in `.csv` or `.tsv`.
pub fn is_list(name: &str) -> bool {
    ends_in(name, &["csv", "tsv"])
}

/// Whether a list is the one that makes a folder a return: the sheet “Return”, in capitals or not.
pub fn is_head(name: &str) -> bool {
    let is_it = |sheet: &Sheet| sheet.area == super::layout::RETURN && matches!(sheet.shape, Shape::Fields);
    is_list(name) && position(name).is_some_and(|number| is_it(&layout().sheets[number]))
}

/// Whether a list has the name of a sheet of a return.
pub fn is_of_a_return(name: &str) -> bool {
    is_list(name) && position(name).is_some()
}

/// The name of the sheet that a file holds.
fn sheet_name(name: &str) -> &str {
    let name = file_name(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The number of its sheet in the layout.
fn position(name: &str) -> Option<usize> {
    let name = plain(sheet_name(name));
    layout().sheets.iter().position(|sheet| plain(&sheet.name) == name)
}

/// Reads the return of a folder of lists. The name is what people call the folder, and each list has the name of its file.
pub fn read(name: &str, files: &[Document<'_>]) -> Read {
    let size: usize = files.iter().map(|file| file.bytes.len()).sum();
    let mut files: Vec<&Document<'_>> = files.iter().collect();
    order::by_key(&mut files, |file| (position(file.name).unwrap_or(usize::MAX), file.name));
    let mut reading = Reading { room: MAX_CELLS, ..Reading::default() };
    let fits = size <= MAX_BYTES && files.len() <= MAX_LISTS && files.iter().all(|file| reading.list(file));
    if !fits {
        return too_large(name);
    }
    let Reading { book, faults, lists, .. } = reading;
    let mut cells = Cells::default();
    for (grid, list) in book.sheets.iter().zip(lists) {
        cells.add_list(&grid.name, list);
    }
    gather::gather(name, &book, layout(), cells, faults)
}

/// What there is to say where the lists were not read.
fn too_large(name: &str) -> Read {
    let found = Fault::new(
        "workbook-too-large",
        None,
        "These lists hold far more than any return needs, and were not read".to_owned(),
        "take out files, rows and columns that are not part of the return",
    )
    .of_the_whole();
    intake::read_cells(name, None, Cells::default(), vec![found], Vec::new())
}

#[derive(Default)]
struct Reading {
    book: Book,
    faults: Vec<Fault>,
    lists: Vec<List>,
    /// How many more cells may come.
    room: usize,
}

impl Reading {
    /// Reads a list; `false` where it holds too much.
    fn list(&mut self, file: &Document<'_>) -> bool {
        let sheet = u16::try_from(self.book.sheets.len()).unwrap_or(u16::MAX);
        let mut grid = Grid { name: sheet_name(file.name).to_owned(), is_list: true, ..Grid::default() };
        if file.bytes.starts_with(b"PK\x03\x04") {
            self.faults.push(Fault::new(
                "workbook-cannot-be-read",
                Some(intake::Cell { sheet, at: None }),
                "This file is packed like a workbook, and is no list".to_owned(),
                "name the workbook itself, or save each of its sheets as CSV UTF-8",
            ));
            self.book.sheets.push(grid);
            self.lists.push(List::new(file.name, String::new()));
            return true;
        }
        let Letters { text, mut odd, count } = letters::letters(file.bytes);
        let mut list = List::new(file.name, String::new());
        let (separator, start) = separator(&text);
        for cell in cells::cells(&text, start, separator) {
            list.cell(cell.row, cell.column, cell.bytes.clone());
            if cell.bytes.is_empty() {
                continue;
            }
            let is_odd = odd.is_some_and(|(at, _)| cell.bytes.contains(&at));
            self.room = match self.room.checked_sub(1) {
                Some(room) if cell.column < MAX_COLUMNS => room,
                Some(_) | None => return false,
            };
            let here = Some(intake::Cell { sheet, at: Some((cell.row, cell.column)) });
            if let Some((at, letter)) = odd.filter(|_| is_odd) {
                self.faults.push(of_letter(here, &text[cell.bytes.start..at], letter, count));
                odd = None;
            }
            self.faults.extend(of_marks(here, &cell));
            let is_broken = formula::is_fault(&cell.words);
            let words = formula::bare(&cell.words).to_owned();
            let holds = if is_broken { Holds::Fault(words.trim().to_owned()) } else { Holds::Text(words) };
            grid.put(cell.row, cell.column, holds);
        }
        list.text = text;
        self.book.sheets.push(grid);
        self.lists.push(list);
        true
    }
}

/// The most columns that a spreadsheet has.
const MAX_COLUMNS: u32 = 16_384;

/// The separator of a list, and where its first row starts: what a first line names (`sep=;`), else what gives the most
/// headings in one of its first rows, and then in all of them. A text that somebody wrote may hold whole lines that look like
/// headings, but no row of them.
fn separator(text: &str) -> (u8, usize) {
    let named = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP=")).map(str::as_bytes);
    if let Some([separator, b'\n' | b'\r', ..]) = named
        && separator.is_ascii()
        && !matches!(separator, b'"' | b'\n' | b'\r')
    {
        let end = text.find('\n').map_or(text.len(), |end| end + 1);
        return (*separator, end);
    }
    let headings = |separator: u8| {
        let mut rows = BTreeMap::<_, usize>::new();
        for cell in cells::cells(text, 0, separator).take_while(|cell| cell.row < ROWS) {
            if HEADINGS.contains(&plain(&cell.words)) {
                *rows.entry(cell.row).or_default() += 1;
            }
        }
        (rows.values().copied().max().unwrap_or(0), rows.values().sum::<usize>())
    };
    let best = SEPARATORS.into_iter().fold(((0, 0), b','), |best, separator| {
        let count = headings(separator);
        if count > best.0 { (count, separator) } else { best }
    });
    (best.1, 0)
}

/// All headings of all sheets, as they are compared.
static HEADINGS: LazyLock<BTreeSet<String>> = LazyLock::new(|| headings(layout()));

fn headings(layout: &Layout) -> BTreeSet<String> {
    let mut known = BTreeSet::from([plain(NUMBER), plain(VALUE)]);
    for sheet in &layout.sheets {
        known.extend(sheet.columns.iter().map(|column| plain(&column.heading)));
        if let Shape::List(list) = &sheet.shape {
            known.extend(list.keys.iter().map(|key| plain(key)));
        }
    }
    known
}

/// The letter that nobody can be sure of, and how many more there are.
fn of_letter(here: Option<intake::Cell>, before: &str, letter: Odd, count: usize) -> Fault {
    let before: String = before.chars().rev().take(12).collect::<Vec<_>>().into_iter().rev().collect();
    let place = if before.trim().is_empty() { "here".to_owned() } else { format!("after “{before}”") };
    let more = match count {
        1 => String::new(),
        2 => ", and so is one more letter of this list".to_owned(),
        _ => format!(", and so are {} more letters of this list", count - 1),
    };
    let message = match letter {
        Odd::Byte(byte, char::REPLACEMENT_CHARACTER) => {
            format!("The letter {place} is not saved as UTF-8 (its byte is {byte:02X}){more}")
        }
        Odd::Byte(byte, letter) => {
            format!(
                "The letter {place} is not saved as UTF-8 (its byte is {byte:02X}, which may mean “{letter}”){more}"
            )
        }
        Odd::Half => format!("The letter {place} is only half there{more}"),
    };
    Fault::new(
        "not-saved-as-utf-8",
        here,
        message,
        "save the list from the spreadsheet program as “CSV UTF-8”, and look at its letters and pound signs",
    )
}

/// What is to be said of the quotation marks of a cell.
fn of_marks(here: Option<intake::Cell>, cell: &Cell<'_>) -> Option<Fault> {
    let (message, help) = match cell.marks {
        Marks::Paired => return None,
        Marks::NeverClosed => (
            "The quotation mark that opens this cell is never closed",
            "close it where the cell ends; a quotation mark that is part of the text is written twice",
        ),
        Marks::WordsAfter => (
            "More words stand in this cell after its closing quotation mark",
            "write each quotation mark that is part of the text twice",
        ),
    };
    Some(Fault::new("quotation-marks-unpaired", here, message.to_owned(), help))
}
