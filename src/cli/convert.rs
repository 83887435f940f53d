//! `candour convert`: the same return in another form. Nothing is written that does not say the same when it is read again.

use std::path::Path;

use thiserror::Error;

use super::{
    Outcome, arguments,
    files::{self, FileError},
    one::{self, OneError},
    output::Terminal,
};
use crate::{
    diagnostic::Severity,
    intake::{Intake, Kind, Read, SECTIONS},
    next, schema,
    source::Pointer,
    workbook,
};

/// Why a return could not be converted.
#[derive(Debug, Error)]
enum ConvertError {
    #[error(transparent)]
    One(#[from] OneError),
    #[error(transparent)]
    File(#[from] FileError),
    #[error(
        "{path} has places that cannot be read, and converted it would lose them. candour validate {path} says where they \
         are."
    )]
    HasFaults { path: String },
    #[error(
        "In {path}, {place} is not written as the form asks, and would not come back as it is. candour validate {path} \
         says what to do."
    )]
    NotTheSame { path: String, place: String },
    #[error("Workbooks are written as .xlsx, which every spreadsheet program reads. Give {path} a name that ends so.")]
    OtherForm { path: String },
    #[error("{path} is already there, and may hold your work. Choose another name.")]
    Taken { path: String },
}

pub(super) fn run(arguments: &arguments::Convert, terminal: &mut Terminal) -> Outcome {
    match convert(&arguments.path, &arguments.out) {
        Ok(()) => {
            terminal.print(&format!("{}\n", arguments.out.display()));
            Outcome::Fine
        }
        Err(error) => terminal.sorry(&error),
    }
}

fn convert(path: &Path, out: &Path) -> Result<(), ConvertError> {
    let (name, read) = one::any(path)?;
    if out.exists() {
        return Err(ConvertError::Taken { path: out.display().to_string() });
    }
    if is_other_form(out) {
        return Err(ConvertError::OtherForm { path: out.display().to_string() });
    }
    let is_faulty = read.diagnostics.iter().any(|found| found.severity == Severity::Error);
    let whole = read.intake.root().filter(|root| root.kind() == Kind::Record && !is_faulty);
    let Some(whole) = whole else { return Err(ConvertError::HasFaults { path: name }) };
    let ending = out.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if workbook::is_written_so(&out.to_string_lossy()) {
        let bytes = in_workbook(&name, &read)?;
        return Ok(files::write(out, &bytes)?);
    }
    if ending.eq_ignore_ascii_case("json") {
        return Ok(files::write(out, next::file_of(whole).as_bytes())?);
    }
    files::make_folder(out)?;
    let (sections, head): (Vec<_>, Vec<_>) = whole.members().partition(|(name, _)| SECTIONS.contains(&name.as_ref()));
    for (name, section) in sections {
        files::write(&out.join(format!("{name}.json")), next::file_of(section).as_bytes())?;
    }
    let head = head.into_iter().map(|(name, value)| (name.into_owned(), value));
    Ok(files::write(&out.join("return.json"), next::file_with(head).as_bytes())?)
}

/// Whether a file has the name of a workbook that is read and never written.
pub(super) fn is_other_form(out: &Path) -> bool {
    let name = out.to_string_lossy();
    workbook::is_called_so(&name) && !workbook::is_written_so(&name)
}

/// The workbook of a return, of which is sure that it says the same.
fn in_workbook(name: &str, read: &Read) -> Result<Vec<u8>, ConvertError> {
    let not_the_same =
        |at: &Pointer| ConvertError::NotTheSame { path: name.to_owned(), place: place(&read.intake, at) };
    let top = read.intake.top();
    let bytes = workbook::write(&read.intake).ok_or_else(|| not_the_same(&top))?;
    let again = workbook::read(name, &bytes);
    match workbook::difference(&read.intake, &again.intake) {
        None => Ok(bytes),
        Some(at) => Err(not_the_same(&at)),
    }
}

/// What a place is called in words, with its record.
fn place(intake: &Intake, at: &Pointer) -> String {
    let titles = schema::titles(at).join(", ");
    let record = intake.record(at).map(|record| record.id).filter(|id| !id.is_empty());
    match (titles.is_empty(), record) {
        (true, _) => "the return".to_owned(),
        (false, Some(id)) => format!("“{titles}” of {id}"),
        (false, None) => format!("“{titles}”"),
    }
}
