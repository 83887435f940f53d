//! The forms that a return is written in, and which of them a name asks for.

use std::path::Path;

use thiserror::Error;

use crate::workbook;

/// A form that a return is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One file of JSON.
    File,
    /// A folder with a file of JSON for each part that partners may write.
    Parts,
    /// A workbook.
    Workbook,
    /// A folder with a CSV list for each sheet of the workbook.
    Lists,
}

/// Why a name asks for nothing that is written.
#[derive(Debug, Error)]
pub(super) enum FormError {
    #[error("Workbooks are written as .xlsx, which every spreadsheet program reads. Give {path} a name that ends so.")]
    OtherWorkbook { path: String },
    #[error(
        "{path} ends like one list, and a return in CSV is a folder with a list for each part of it. Name the folder, and \
         add --csv."
    )]
    OneList { path: String },
    #[error("{path} ends like one file, and --csv writes a folder of lists. Leave out the ending, or --csv.")]
    NoFolder { path: String },
}

/// The form that a name asks for, with `--csv` or without.
pub(super) fn of(out: &Path, in_lists: bool) -> Result<Form, FormError> {
    let path = out.display().to_string();
    let is_json = out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    match (in_lists, workbook::is_called_so(&path)) {
        (true, true) => Err(FormError::NoFolder { path }),
        (true, false) if is_json || workbook::is_list(&path) => Err(FormError::NoFolder { path }),
        (true, false) => Ok(Form::Lists),
        (false, true) if workbook::is_written_so(&path) => Ok(Form::Workbook),
        (false, true) => Err(FormError::OtherWorkbook { path }),
        (false, false) if workbook::is_list(&path) => Err(FormError::OneList { path }),
        (false, false) => Ok(if is_json { Form::File } else { Form::Parts }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_asks_for_its_form() {
        let asked = |name: &str, in_lists| of(Path::new(name), in_lists).map_err(|error| error.to_string());
        assert_eq!(asked("a/return.JSON", false), Ok(Form::File));
        assert_eq!(asked("return/", false), Ok(Form::Parts));
        assert_eq!(asked("return.xlsx", false), Ok(Form::Workbook));
        assert_eq!(asked("lists/", true), Ok(Form::Lists));
        for (name, in_lists) in
            [("a.ods", false), ("a.csv", false), ("a.csv", true), ("a.json", true), ("a.xlsx", true), ("a.ods", true)]
        {
            assert!(asked(name, in_lists).is_err(), "{name}");
        }
    }
}
