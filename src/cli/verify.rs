//! `candour verify`: whether finished reports follow from the data inside them, and those from their return.

use std::path::Path;

use thiserror::Error;

use super::{
    Outcome,
    arguments::{self, SafeOutput, VerifyFormat},
    clock, files,
    files::FileError,
    history::{Archive, Before, HistoryError},
    output::Terminal,
    paths, report,
};
use crate::{
    check::{self, Checked},
    disclosure::{self, PublishOptions, Published},
    render::HtmlOptions,
    verify::{self, Finding, Told},
};

/// Why a report could not be verified.
#[derive(Debug, Error)]
enum VerifyError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    History(#[from] HistoryError),
    #[error("{path} could not be verified.")]
    Cannot { path: String, source: verify::CannotVerify },
    #[error("Give one return after --against: {path} holds {count}.")]
    NotOneReturn { path: String, count: usize },
    #[error(
        "{path} cannot be published, because it has errors. The command candour validate {path} says which, and how \
         to mend them."
    )]
    Refused { path: String },
}

pub(super) fn run(arguments: &arguments::Verify, terminal: &mut Terminal) -> Outcome {
    let templates = arguments.templates.as_deref().map(report::templates).transpose();
    let archive = match Archive::open(arguments.previous.as_deref(), arguments.history.as_deref(), terminal) {
        Ok(archive) => archive,
        Err(outcome) => return outcome,
    };
    if let Some(error) = archive.not_known_what_was_printed() {
        return terminal.sorry(&error);
    }
    let against = arguments.against.as_deref().map(|path| checked(path, &archive, terminal)).transpose();
    let (templates, against) = match (templates, against) {
        (Ok(templates), Ok(against)) => (HtmlOptions { templates: templates.unwrap_or_default() }, against),
        (Err(error), _) => return terminal.sorry(&error),
        (_, Err(error)) => return terminal.sorry(&error),
    };
    let mut outcome = Outcome::Fine;
    let mut all = Vec::new();
    for path in &arguments.reports {
        match one(path, &templates, against.as_ref()) {
            Ok(told) => {
                outcome = outcome.and(if told.follows() { Outcome::Fine } else { Outcome::ReturnHasErrors });
                match arguments.output_format {
                    VerifyFormat::Text => terminal.print(&verify::text(&told)),
                    VerifyFormat::Json => all.push(told),
                }
            }
            Err(error) => outcome = outcome.and(terminal.sorry(&error)),
        }
    }
    if arguments.output_format == VerifyFormat::Json {
        terminal.print(&verify::json(&all));
    }
    outcome
}

/// The return that reports are compared with.
struct Against {
    name: String,
    checked: Checked,
}

fn checked(path: &Path, archive: &Archive, terminal: &mut Terminal) -> Result<Against, VerifyError> {
    let found = paths::find(&[path.to_owned()]).returns;
    let mut read = found.iter().filter_map(paths::read);
    let (first, more) = (read.next(), read.count());
    let Some(first) = first.filter(|_| more == 0) else {
        let count = if more == 0 { 0 } else { more + 1 };
        return Err(VerifyError::NotOneReturn { path: path.display().to_string(), count });
    };
    let (name, read) = first?;
    let options =
        check::Options { today: clock::today(), safe_output: SafeOutput::Auto.is_on(), ..check::Options::default() };
    let Before { earlier, notes } = archive.before(&name, &read.intake)?;
    for note in &notes {
        terminal.say(note);
    }
    Ok(Against { checked: check::check_after(read, earlier, &options), name })
}

fn one(path: &Path, templates: &HtmlOptions, against: Option<&Against>) -> Result<Told, VerifyError> {
    let (path, bytes) = files::read(path)?;
    let cannot = |source| VerifyError::Cannot { path: path.clone(), source };
    let verified = verify::verify(&bytes, templates).map_err(cannot)?;
    let against = match (against, &verified.published) {
        (Some(against), Some(published)) => Some(anew(against, published)?),
        _ => None,
    };
    Ok(Told { path, verified, against })
}

/// Where the data of a report are not those that its return gives.
fn anew(against: &Against, published: &Published) -> Result<Vec<Finding>, VerifyError> {
    let refused = || VerifyError::Refused { path: against.name.clone() };
    let accepted = if published.draft {
        against.checked.draft().ok_or_else(refused)?
    } else {
        against.checked.clone().accept().map_err(|_| refused())?
    };
    let council = published.council.as_ref().map(|council| council.name.as_str());
    let partners = &accepted.typed().partners;
    let addressed = council.and_then(|name| partners.iter().find(|partner| partner.name.as_str() == name));
    let options = PublishOptions {
        language: published.language,
        for_org: addressed.map(|partner| partner.id.to_string()),
        templates_digest: published.templates_digest.clone(),
    };
    let anew = disclosure::publish(&accepted, published.audience, &options);
    Ok(verify::against(published, &anew))
}
