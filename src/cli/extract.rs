//! `candour extract`: the data inside a finished report.

use thiserror::Error;

use super::{
    Outcome,
    arguments::{self, ExtractFormat},
    files,
    files::FileError,
    output::Terminal,
};
use crate::{render, verify};

/// Why no data came out.
#[derive(Debug, Error)]
enum ExtractError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error("The data inside {path} could not be taken out.")]
    NoData { path: String, source: verify::CannotVerify },
}

pub(super) fn run(arguments: &arguments::Extract, terminal: &mut Terminal) -> Outcome {
    let (outcome, text) = match extracted(arguments, terminal) {
        Ok(extracted) => extracted,
        Err(error) => return terminal.sorry(&error),
    };
    match &arguments.out {
        None => terminal.print(&text),
        Some(path) => {
            if let Err(error) = files::write(path, text.as_bytes()) {
                return terminal.sorry(&error);
            }
            terminal.print(&format!("{}\n", path.display()));
        }
    }
    outcome
}

/// The data as they were asked for, and whether they are those the report states.
fn extracted(arguments: &arguments::Extract, terminal: &mut Terminal) -> Result<(Outcome, String), ExtractError> {
    let (name, bytes) = files::read(&arguments.report)?;
    let no_data = |source| ExtractError::NoData { path: name.clone(), source };
    let (carried, opened) = verify::extract(&bytes).map_err(no_data)?;
    let mut outcome = Outcome::Fine;
    if opened.stated_digest.as_deref() != Some(carried.digest.as_str()) {
        terminal.say(&format!(
            "The data inside {name} are not those that it states: somebody changed one or the other after it was made."
        ));
        outcome = Outcome::ReturnHasErrors;
    }
    let text = match arguments.format {
        // Letter by letter, so that whoever takes its SHA-256 gets the one that the report states.
        ExtractFormat::Json => match opened.kind {
            render::opened::FileKind::Pdf => opened.data,
            render::opened::FileKind::Html => carried.published.canonical_json(),
        },
        ExtractFormat::Csv => carried.published.to_csv(),
    };
    Ok((outcome, text))
}
