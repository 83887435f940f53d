//! Folders of CSV lists: which folder is one return in that form, and its files.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::files::{self, FileError};
use crate::{
    intake::{Document, MAX_BYTES, Read},
    order, workbook,
};

/// The lists of a folder, in the order of their names; none where it cannot be looked into.
pub(super) fn of(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let lists = entries.filter(|entry| is_list(&entry.file_name().to_string_lossy())).map(|entry| entry.path());
    let mut lists: Vec<PathBuf> = lists.filter(|path| path.is_file()).collect();
    order::by(&mut lists, Ord::cmp);
    lists
}

/// Whether a file is a list, and not what a program leaves beside one that is open.
fn is_list(name: &str) -> bool {
    workbook::is_list(name) && !name.starts_with(['.', '~'])
}

/// The list that makes a folder a return.
pub(super) fn head(folder: &Path) -> Option<PathBuf> {
    of(folder).into_iter().find(|path| workbook::is_head_list(&path.to_string_lossy()))
}

/// Whether a folder has lists of a return, be it without the one that makes it one.
pub(super) fn has_some(folder: &Path) -> bool {
    of(folder).iter().any(|path| workbook::is_list_of_a_return(&path.to_string_lossy()))
}

/// The folder of the lists of which this file is one.
pub(super) fn folder_of(file: &Path) -> Option<PathBuf> {
    let name = file.file_name()?.to_str()?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    (is_list(name) && has_some(folder)).then(|| folder.to_owned())
}

/// Reads the return of a folder of lists.
pub(super) fn read(folder: &Path) -> Result<Read, FileError> {
    let shown = folder.display().to_string();
    let mut size = 0;
    let mut lists = Vec::new();
    for path in of(folder) {
        let (name, bytes) = files::read(&path)?;
        size += bytes.len();
        if size > MAX_BYTES {
            return Err(FileError::TooLarge { path: shown });
        }
        lists.push((name, bytes));
    }
    let lists: Vec<Document<'_>> = lists.iter().map(|(name, bytes)| Document { name, bytes }).collect();
    Ok(workbook::read_lists(&shown, &lists))
}

/// Writes the lists of a return into a folder, which must not be there yet.
pub(super) fn write(folder: &Path, lists: &[(String, Vec<u8>)]) -> Result<(), FileError> {
    files::make_folder(folder)?;
    lists.iter().try_for_each(|(name, bytes)| files::write(&folder.join(name), bytes))
}
