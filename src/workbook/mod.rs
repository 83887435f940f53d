//! Returns as workbooks: read into the same tree as any other return, with the cells in place of lines, and written from
//! the published form. Knows the form of a return and where its parts stand, never what they mean.

mod cover;
mod dates;
mod faults;
mod fields;
mod fill;
mod gather;
mod grid;
mod layout;
mod lists;
mod node;
mod ods;
mod offers;
mod package;
mod page;
mod same;
mod told;
mod values;
mod words;
mod workings;
mod write;
mod xlsx;
mod xml;

use std::borrow::Cow;

use crate::diagnostic::{Diagnostic, Severity};
use crate::intake::{self, Cells, Intake, Kind, Read};
use crate::order;
use crate::source::{Locate, Pointer};
use faults::Fault;
pub use lists::{is_head as is_head_list, is_list, is_of_a_return as is_list_of_a_return, read as read_lists};
use package::{Package, Unreadable};
use page::Page;
use write::Purpose;
use xlsx::{Finding, FindingKind};

/// The most cells with something in them that a workbook may have: a text may have 100,000 values, and a workbook says
/// the ids of parents again.
const MAX_CELLS: usize = 150_000;

/// The sheet that says how a workbook is filled in.
const START: &str = "Start here";
/// The sheet of an annotated copy that lists what was found.
const FINDINGS: &str = "Findings";
/// What the words begin with that stand beside the cells of an annotated copy.
const WORD: &str = "◄";
/// What the headings begin with of columns that are worked out. Nothing below them is read.
const WORKED: &str = "◄ Worked out: ";
/// The hidden sheet of the words that cells are offered.
const LISTS: &str = "Lists";

/// The rules of workbooks that give nothing at all.
const UNREADABLE: &str = "workbook-cannot-be-read";
const TOO_LARGE: &str = "workbook-too-large";

/// Whether a file is a workbook: by its first bytes, which are those of a zip file or of what older and locked workbooks
/// are, else by its name.
pub fn is_workbook(name: &str, bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || is_old(bytes) || is_called_so(name)
}

/// Whether a file has the name of a workbook.
pub fn is_called_so(name: &str) -> bool {
    ends_in(name, &["xlsx", "xlsm", "ods"])
}

/// Whether a file has the name of a workbook as candour writes them.
pub fn is_written_so(name: &str) -> bool {
    ends_in(name, &["xlsx"])
}

fn ends_in(name: &str, endings: &[&str]) -> bool {
    let (_, ending) = file_name(name).rsplit_once('.').unwrap_or_default();
    endings.iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// The form of workbooks before 2007, which is also that of workbooks with a password.
fn is_old(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

/// Reads the return of a workbook. The name is what people call the file.
pub fn read(name: &str, bytes: &[u8]) -> Read {
    if file_name(name).starts_with("~$") {
        return unreadable(name, Unreadable::Mark);
    }
    if is_old(bytes) {
        return unreadable(name, Unreadable::Locked);
    }
    let book = Package::open(bytes).and_then(|mut package| {
        if ods::is_one(&mut package)? { ods::read(&mut package) } else { xlsx::read(&mut package) }
    });
    match book {
        Ok(book) => {
            let mut cells = Cells::default();
            for grid in &book.sheets {
                cells.add_sheet(&grid.name);
            }
            gather::gather(name, &book, layout::layout(), cells, Vec::new())
        }
        Err(why) => unreadable(name, why),
    }
}

fn file_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Why a workbook gives nothing at all.
fn unreadable(name: &str, why: Unreadable) -> Read {
    let new = |rule, message: &str, help: &str| Fault::new(rule, None, message.to_owned(), help);
    let fault = match why {
        Unreadable::Broken => new(
            UNREADABLE,
            "This workbook cannot be opened: it was cut short, or something in it is damaged",
            "open it in a spreadsheet program and save it anew; if that fails, go back to an earlier copy",
        ),
        Unreadable::TooLarge => new(
            TOO_LARGE,
            "This workbook unpacks to far more than any return needs, and was not read",
            "take out pictures, unused sheets and formats that go down whole columns, and save it anew",
        ),
        Unreadable::Locked => new(
            UNREADABLE,
            "This workbook has a password, or is of the old form .xls",
            "save it without a password as an Excel workbook (.xlsx)",
        ),
        Unreadable::Mark => new(
            UNREADABLE,
            "This is the mark that a spreadsheet program leaves while a workbook is open, and not the workbook",
            "name the file without ~$ at its start",
        ),
        Unreadable::Odd => new(
            UNREADABLE,
            "This file is packed like a workbook, and holds none that could be read",
            "save it as an Excel workbook (.xlsx), or check that it is the right file",
        ),
    };
    intake::read_cells(name, None, Cells::default(), vec![fault.of_the_whole()], Vec::new())
}

/// The findings as they are told to whoever has the workbook or its lists before them: with their headings and words. Those
/// that stand in no cell are as they were.
pub fn told<'d>(diagnostics: &'d [Diagnostic], places: &dyn Locate) -> Cow<'d, [Diagnostic]> {
    let is_in_cell = |found: &Diagnostic| {
        let place = places.locate(&found.at, found.part);
        place.sheet.is_some() || place.cell.is_some()
    };
    if !places.has_cells() || !diagnostics.iter().any(is_in_cell) {
        return Cow::Borrowed(diagnostics);
    }
    let one = |found: &Diagnostic| if is_in_cell(found) { told::told(found) } else { found.clone() };
    Cow::Owned(diagnostics.iter().map(one).collect())
}

/// A copy of a workbook with what was found in it: a note and a colour on each cell, a word beside it, and a first sheet that
/// lists everything with links. What somebody made stays as it was made. `None` where the workbook cannot be opened.
pub fn annotate(bytes: &[u8], diagnostics: &[Diagnostic], places: &dyn Locate) -> Option<Vec<u8>> {
    // Notes on a damaged file would be a damaged file.
    if diagnostics.iter().any(|found| [UNREADABLE, TOO_LARGE].contains(&found.rule)) {
        return None;
    }
    let finding = |found: &Diagnostic| {
        let place = places.locate(&found.at, found.part);
        // What the return answers, or its funder waives, is there for information.
        let kind = match found.severity {
            Severity::Error => FindingKind::Error,
            Severity::Warning if found.is_answered() => FindingKind::Advice,
            Severity::Warning => FindingKind::Warning,
            Severity::Advice => FindingKind::Advice,
        };
        Finding {
            sheet: place.sheet,
            cell: place.cell,
            kind,
            message: found.message.clone(),
            help: found.help.clone().unwrap_or_default(),
            rule: found.rule,
        }
    };
    let mut findings: Vec<Finding> = told(diagnostics, places).iter().map(finding).collect();
    order::by_key(&mut findings, |finding| finding.kind);
    xlsx::annotate(bytes, &findings).ok()
}

/// The workbook of a return; `None` where it is no return that a workbook could hold.
pub fn write(intake: &Intake) -> Option<Vec<u8>> {
    written(intake, Purpose::Keep)
}

/// The workbook of a return that somebody is to fill in: with an example in every list.
pub fn to_fill_in(intake: &Intake) -> Option<Vec<u8>> {
    written(intake, Purpose::Fill)
}

/// The lists of a return, a CSV file for each sheet of its workbook: what each is called, and what it holds.
pub fn write_lists(intake: &Intake) -> Option<Vec<(String, Vec<u8>)>> {
    Some(lists::write(layout::layout(), &pages(intake, Purpose::Keep, false)?, Purpose::Keep))
}

/// The lists of a return that somebody is to fill in.
pub fn lists_to_fill_in(intake: &Intake) -> Option<Vec<(String, Vec<u8>)>> {
    Some(lists::write(layout::layout(), &pages(intake, Purpose::Fill, false)?, Purpose::Fill))
}

fn written(intake: &Intake, purpose: Purpose) -> Option<Vec<u8>> {
    Some(xlsx::write(&pages(intake, purpose, true)?))
}

fn pages(intake: &Intake, purpose: Purpose, has_workings: bool) -> Option<Vec<Page>> {
    let whole = intake.root().filter(|root| root.kind() == Kind::Record)?;
    let layout = layout::layout();
    let filled = fill::fill(layout, whole);
    Some(write::pages(layout, &filled, whole, purpose, has_workings))
}

/// Where two returns first differ; `None` where they say the same, however it is written. What is left empty is the same
/// as what is left out, and spaces around a text do not count.
pub fn difference(one: &Intake, other: &Intake) -> Option<Pointer> {
    match (one.root(), other.root()) {
        (Some(one), Some(other)) => same::difference(one, other),
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => Some(one.top()),
    }
}
