//! `candour validate --annotate`: the workbook comes back with every finding on its cell.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{
    Outcome,
    files::{self, FileError},
    output::Terminal,
};
use crate::{check::Checked, workbook};

/// Why there is no copy of a workbook with what was found.
#[derive(Debug, Error)]
pub(super) enum AnnotateError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("{path} is no workbook that could be copied with notes. Name a file that ends in .xlsx.")]
    NoWorkbook { path: String },
}

/// What stands in the way of a copy, before anything is checked.
pub(super) fn obstacle(out: &Path, paths: &[PathBuf]) -> Option<String> {
    match paths {
        _ if out.exists() => {
            Some(format!("{} is already there, and may hold your work. Choose another name.", out.display()))
        }
        [only] if only.is_file() => None,
        _ => Some("With --annotate, name one workbook.".to_owned()),
    }
}

/// The copy of a workbook with what was found in it.
pub(super) fn copy(path: &Path, checked: &Checked) -> Result<Vec<u8>, AnnotateError> {
    let (name, bytes) = files::read(path)?;
    let copy = workbook::is_workbook(&name, &bytes)
        .then(|| workbook::annotate(&bytes, checked.diagnostics(), checked))
        .flatten();
    copy.ok_or(AnnotateError::NoWorkbook { path: name })
}

/// Writes the copy, and says where it is.
pub(super) fn write(copy: Result<Vec<u8>, AnnotateError>, out: &Path, terminal: &mut Terminal) -> Outcome {
    let written = copy.and_then(|bytes| Ok(files::write(out, &bytes)?));
    match written {
        Ok(()) => {
            terminal
                .say(&format!("{} has each finding on its cell, and lists them on its first sheet.", out.display()));
            Outcome::Fine
        }
        Err(error) => terminal.sorry(&error),
    }
}
