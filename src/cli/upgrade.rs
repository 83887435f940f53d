//! `candour upgrade`: a return in the newest version of the form.

use std::path::Path;

use thiserror::Error;

use super::{
    Outcome, arguments,
    files::{self, FileError},
    one::{self, OneError},
    output::Terminal,
};
use crate::{
    returns::FormVersion,
    upgrade::{self, CannotUpgrade, Upgraded},
};

/// Why a return could not be upgraded.
#[derive(Debug, Error)]
enum UpgradeError {
    #[error(transparent)]
    One(#[from] OneError),
    #[error(transparent)]
    File(#[from] FileError),
    #[error(
        "{path} does not say which version of the form it was filled in. Write \"schema_version\": \"{newest}\" in it if \
         it was this one."
    )]
    NoVersion { path: String, newest: FormVersion },
    #[error(
        "{path} is of version {given} of the form, which is newer than this program knows. Use a newer version of the \
         program."
    )]
    Newer { path: String, given: String },
    #[error(
        "{path} is of version {given} of the form, and no way leads from it to {newest}. Check its schema_version."
    )]
    NoWay { path: String, given: String, newest: FormVersion },
}

pub(super) fn run(arguments: &arguments::Upgrade, terminal: &mut Terminal) -> Outcome {
    match upgraded(&arguments.path) {
        Ok((name, upgraded)) if upgraded.done.is_empty() => {
            terminal.say(&format!("{name} is of version {}, the newest form. Nothing has to change.", upgraded.to));
            Outcome::Fine
        }
        Ok((name, upgraded)) => match written(&upgraded, arguments.out.as_deref(), terminal) {
            Ok(()) => {
                terminal.say(&format!("{name} was of version {}; this is version {}:", upgraded.from, upgraded.to));
                upgraded.done.iter().for_each(|what| terminal.say(&format!("  {what}")));
                Outcome::Fine
            }
            Err(error) => terminal.sorry(&error),
        },
        Err(error) => terminal.sorry(&error),
    }
}

fn upgraded(path: &Path) -> Result<(String, Upgraded), UpgradeError> {
    let (path, read) = one::any(path)?;
    let newest = FormVersion::NEWEST;
    match upgrade::upgrade(&read.intake) {
        Ok(upgraded) => Ok((path, upgraded)),
        Err(CannotUpgrade::NoVersion) => Err(UpgradeError::NoVersion { path, newest }),
        Err(CannotUpgrade::NotKnown { given, is_newer: true }) => Err(UpgradeError::Newer { path, given }),
        Err(CannotUpgrade::NotKnown { given, is_newer: false }) => Err(UpgradeError::NoWay { path, given, newest }),
    }
}

fn written(upgraded: &Upgraded, out: Option<&Path>, terminal: &mut Terminal) -> Result<(), UpgradeError> {
    let Some(out) = out else {
        upgraded.files.iter().for_each(|(_, text)| terminal.print(text));
        return Ok(());
    };
    files::is_free(out)?;
    if let [(_, text)] = upgraded.files.as_slice() {
        return Ok(files::write(out, text.as_bytes())?);
    }
    files::make_folder(out)?;
    for (name, text) in &upgraded.files {
        let name = Path::new(name).file_name().unwrap_or_default();
        files::write(&out.join(name), text.as_bytes())?;
    }
    Ok(())
}
