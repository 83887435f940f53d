//! The return of the next quarter, started from one that was filed: what carries forward stands in it already, what has to
//! be filled is clearly empty, and a list says what that is. Plain data in, plain data out: knows no files and no clock.

mod asked;
mod carry;
pub mod form;
mod listed;
mod table;
mod telling;
mod written;

pub use asked::{Asked, asked};
pub use listed::listed;
pub use telling::{told, told_at};

use thiserror::Error;

use crate::check::{Identity, Standing};
use crate::diagnostic::Record;
use crate::intake::{Intake, Value};
use crate::returns::{FinancialYear, Period, Quarter};
use crate::source::Pointer;

/// A return that was started from another.
#[derive(Debug, Clone)]
pub struct Started {
    /// Its quarter.
    pub period: Period,
    /// The return as JSON.
    pub text: String,
    /// What to do in it, in the order of the file.
    pub places: Vec<ToDo>,
    /// The titles of what was left out because it belongs to its quarter.
    pub left_out: Vec<String>,
}

/// A place of the new return that waits for somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToDo {
    /// Where it stands in the new return; what was left out, where it would stand.
    pub at: Pointer,
    /// Its line; that of its record, where it was left out.
    pub line: u32,
    /// The record around it.
    pub record: Option<Record>,
    /// What is to be done.
    pub task: Task,
}

/// What is to be done at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// It is empty, and has to be filled.
    Fill,
    /// What the quarter brought has to be added to it.
    Add,
    /// It was carried forward, and may have moved on.
    Look,
}

/// Why no return can be started from one.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CannotStart {
    /// It is no return, or does not say whose it is and of which quarter.
    #[error("it could not be read as a return")]
    NotReadable,
    /// Nobody relies on it.
    #[error("it was withdrawn")]
    Withdrawn,
}

/// Starts the return of the next quarter from this one.
///
/// # Errors
///
/// When it is no return that another could follow.
pub fn start(from: &Intake) -> Result<Started, CannotStart> {
    let identity = Identity::of(from).ok_or(CannotStart::NotReadable)?;
    if identity.standing == Standing::Withdrawn {
        return Err(CannotStart::Withdrawn);
    }
    let (year, quarter) = identity.period.as_quarter().ok_or(CannotStart::NotReadable)?;
    let next = after(year, quarter).ok_or(CannotStart::NotReadable)?;
    carry::carry(from, (year, quarter), next).ok_or(CannotStart::NotReadable)
}

/// The quarter after this one; `None` after the last that can be written.
fn after(year: FinancialYear, quarter: Quarter) -> Option<(FinancialYear, Quarter)> {
    Some(match quarter {
        Quarter::Q1 => (year, Quarter::Q2),
        Quarter::Q2 => (year, Quarter::Q3),
        Quarter::Q3 => (year, Quarter::Q4),
        Quarter::Q4 => {
            let first = u16::try_from(year.first_year() + 1).ok().filter(|first| *first < 9999)?;
            (FinancialYear::starting(first), Quarter::Q1)
        }
    })
}

/// Whether a field that does not stand in a return that was started may be given in it, because it belongs to its quarter.
/// Named by its path, with `[]` for each item of a list: `results[].commentary`.
pub fn may_be_given(path: &str) -> bool {
    carry::may_be_given(path)
}

/// A part of a return as a file of its own: texts and numbers as they were typed, fields in the order they had.
pub fn file_of(part: Value<'_>) -> String {
    written::Written::copy(part).file()
}

/// The same of a record with these fields.
pub fn file_with<'a>(fields: impl Iterator<Item = (String, Value<'a>)>) -> String {
    written::Written::Record(fields.map(|(name, value)| (name, written::Written::copy(value))).collect()).file()
}

/// Where the field of this path stands in the order in which the form is filled in; `None` where its order is not set.
pub fn place_in_form(path: &str) -> Option<usize> {
    table::TABLE.iter().position(|(known, _)| *known == path)
}

#[cfg(test)]
mod tests;
