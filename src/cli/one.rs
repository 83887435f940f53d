//! One return that somebody named, for commands that take exactly one.

use std::path::Path;

use thiserror::Error;

use super::{files::FileError, paths};
use crate::{
    check::Identity,
    intake::{Intake, Read},
};

/// Why what was named is not one return.
#[derive(Debug, Error)]
pub(super) enum OneError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("{path} holds {count} returns, and one is needed. Name its file.")]
    Several { path: String, count: usize },
    #[error(
        "{path} is a finished report, not a return. Name the return it was built from; candour extract {path} takes out \
         the data that the report carries."
    )]
    Report { path: String },
    #[error("{path} could not be read as a return. candour validate {path} says why.")]
    NotReadable { path: String },
}

/// A return, what people call it, and whose it is.
#[derive(Debug)]
pub(super) struct One {
    pub(super) name: String,
    pub(super) read: Read,
    pub(super) identity: Identity,
}

/// Reads the one return behind this path.
pub(super) fn read(path: &Path) -> Result<One, OneError> {
    let (name, read) = any(path)?;
    match Identity::of(&read.intake) {
        Some(identity) => Ok(One { name, read, identity }),
        None => Err(OneError::NotReadable { path: name }),
    }
}

/// Reads the one file or folder behind this path, whosever return it is.
pub(super) fn any(path: &Path) -> Result<(String, Read), OneError> {
    let shown = || path.display().to_string();
    let found = paths::find(&[path.to_owned()]).returns;
    let mut read = found.iter().filter_map(paths::read);
    let Some(first) = read.next() else { return Err(FileError::NoReturn { path: shown() }.into()) };
    let more = read.count();
    if more > 0 {
        return Err(OneError::Several { path: shown(), count: more + 1 });
    }
    let (name, read) = first?;
    if is_report(&read.intake) { Err(OneError::Report { path: name }) } else { Ok((name, read)) }
}

/// Whether a file begins as a report of ours does.
fn is_report(intake: &Intake) -> bool {
    let text = &intake.sources().get(intake.top().document()).text;
    let start = text.trim_start_matches('\u{feff}').trim_start();
    let is_page = start.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
    is_page || start.starts_with("%PDF-")
}
