//! `candour diff`: what changed between two returns of a partnership.

use std::path::Path;

use thiserror::Error;

use super::{
    Outcome,
    arguments::{self, DiffFormat},
    files::{self, FileError},
    one::{self, One, OneError},
    output::Terminal,
    shelf::Shelf,
};
use crate::{
    check::{self, Checked},
    diff::{self, CannotCompare, Difference, Given},
    render::{self, HtmlOptions, RenderError},
    returns::Settings,
};

/// Why two returns could not be compared.
#[derive(Debug, Error)]
enum DiffError {
    #[error(transparent)]
    One(#[from] OneError),
    #[error(transparent)]
    File(#[from] FileError),
    #[error("Both names are those of {path}. Name the older return first, and then the newer.")]
    SameFile { path: String },
    #[error("{then} is a return of {of_then}, and {now} is one of {of_now}. Name two returns of the same partnership.")]
    AnotherPartnership { then: String, of_then: String, now: String, of_now: String },
    #[error("{now} ({of_now}) is older than {then} ({of_then}). Name the older first: candour diff {now} {then}")]
    WrongOrder { then: String, of_then: String, now: String, of_now: String },
    #[error("{path} could not be read as a return. candour validate {path} says why.")]
    NotReadable { path: String },
    #[error("The page could not be written.")]
    Page(#[from] RenderError),
}

pub(super) fn run(arguments: &arguments::Diff, terminal: &mut Terminal) -> Outcome {
    match compared(arguments)
        .and_then(|difference| told(&difference, arguments.output_format).map(|text| (difference, text)))
    {
        Err(error) => terminal.sorry(&error),
        Ok((difference, text)) => {
            let written = match &arguments.output_file {
                None => {
                    terminal.print(&text);
                    Ok(())
                }
                Some(path) => {
                    files::write(path, text.as_bytes()).map(|()| terminal.print(&format!("{}\n", path.display())))
                }
            };
            match written {
                Err(error) => terminal.sorry(&error),
                Ok(()) if difference.is_empty() => Outcome::Fine,
                Ok(()) => Outcome::ReturnHasErrors,
            }
        }
    }
}

fn told(difference: &Difference, format: DiffFormat) -> Result<String, DiffError> {
    Ok(match format {
        DiffFormat::Text => diff::text(difference),
        DiffFormat::Json => difference.json(),
        DiffFormat::Html => render::html(&diff::page(difference), &HtmlOptions::default())?,
    })
}

fn compared(arguments: &arguments::Diff) -> Result<Difference, DiffError> {
    if is_same_file(&arguments.old, &arguments.new) {
        return Err(DiffError::SameFile { path: arguments.old.display().to_string() });
    }
    let (then, now) = (one::read(&arguments.old)?, one::read(&arguments.new)?);
    let mut shelf = Shelf::new(arguments.settings.search());
    let settings = [settings(&mut shelf, &arguments.old)?, settings(&mut shelf, &arguments.new)?];
    let [of_then, of_now] =
        [&then, &now].map(|one| format!("{}, version {}", one.identity.period, one.identity.version));
    let [old_settings, new_settings] = settings;
    let ((then, before), (now, after)) = (checked(then, old_settings), checked(now, new_settings));
    let (then, now) = (Given { path: &then, checked: &before }, Given { path: &now, checked: &after });
    diff::compare(then, now, arguments.safe_output.is_on()).map_err(|fault| match fault {
        CannotCompare::NotReadable { path } => DiffError::NotReadable { path },
        CannotCompare::AnotherPartnership { then, of_then, now, of_now } => {
            DiffError::AnotherPartnership { then, of_then, now, of_now }
        }
        CannotCompare::WrongOrder { then, now } => DiffError::WrongOrder { then, of_then, now, of_now },
    })
}

/// Checked for what must not be repeated; no rule of it speaks of today.
fn checked(one: One, settings: Settings) -> (String, Checked) {
    let options = check::Options { settings, ..check::Options::default() };
    (one.name, check::check(one.read, &options))
}

fn settings(shelf: &mut Shelf, path: &Path) -> Result<Settings, FileError> {
    let folder = if path.is_dir() { path } else { path.parent().unwrap_or(Path::new("")) };
    let number = shelf.number(folder)?;
    Ok(number.map(|number| shelf.get(number).read.settings.clone()).unwrap_or_default())
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    one == other || whole(one) == whole(other)
}
