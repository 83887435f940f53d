//! `candour convert`: the same return in another form. Nothing is written that does not say the same when it is read again.

use std::path::Path;

use thiserror::Error;

use super::{
    Outcome, arguments,
    files::{self, FileError},
    forms::{self, Form, FormError},
    lists,
    one::{self, OneError},
    output::Terminal,
};
use crate::{
    diagnostic::Severity,
    intake::{Document, Intake, Kind, Read, SECTIONS, Value},
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
    #[error(transparent)]
    Form(#[from] FormError),
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
}

pub(super) fn run(arguments: &arguments::Convert, terminal: &mut Terminal) -> Outcome {
    match convert(&arguments.path, &arguments.out, arguments.csv) {
        Ok(()) => {
            terminal.print(&format!("{}\n", arguments.out.display()));
            Outcome::Fine
        }
        Err(error) => terminal.sorry(&error),
    }
}

fn convert(path: &Path, out: &Path, in_lists: bool) -> Result<(), ConvertError> {
    let (name, read) = one::any(path)?;
    files::is_free(out)?;
    let form = forms::of(out, in_lists)?;
    let is_faulty = read.diagnostics.iter().any(|found| found.severity == Severity::Error);
    let whole = read.intake.root().filter(|root| root.kind() == Kind::Record && !is_faulty);
    let Some(whole) = whole else { return Err(ConvertError::HasFaults { path: name }) };
    match form {
        Form::File => Ok(files::write(out, next::file_of(whole).as_bytes())?),
        Form::Parts => in_parts(whole, out),
        Form::Workbook => {
            let made = workbook::write(&read.intake);
            let bytes = same(&name, &read, made, |bytes| workbook::read(&name, bytes))?;
            Ok(files::write(out, &bytes)?)
        }
        Form::Lists => {
            let made = workbook::write_lists(&read.intake);
            let lists = same(&name, &read, made, |lists| {
                let files = lists.iter().map(|(name, bytes)| Document { name, bytes });
                workbook::read_lists(&name, &files.collect::<Vec<_>>())
            })?;
            Ok(lists::write(out, &lists)?)
        }
    }
}

/// The head in one file, and each section in a file of its own.
fn in_parts(whole: Value<'_>, out: &Path) -> Result<(), ConvertError> {
    files::make_folder(out)?;
    let (sections, head): (Vec<_>, Vec<_>) = whole.members().partition(|(name, _)| SECTIONS.contains(&name.as_ref()));
    for (name, section) in sections {
        files::write(&out.join(format!("{name}.json")), next::file_of(section).as_bytes())?;
    }
    let head = head.into_iter().map(|(name, value)| (name.into_owned(), value));
    Ok(files::write(&out.join("return.json"), next::file_with(head).as_bytes())?)
}

/// A return in another form, of which is sure that it says the same when it is read again.
fn same<T>(name: &str, read: &Read, made: Option<T>, again: impl Fn(&T) -> Read) -> Result<T, ConvertError> {
    let not_the_same =
        |at: &Pointer| ConvertError::NotTheSame { path: name.to_owned(), place: place(&read.intake, at) };
    let made = made.ok_or_else(|| not_the_same(&read.intake.top()))?;
    match workbook::difference(&read.intake, &again(&made).intake) {
        None => Ok(made),
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
