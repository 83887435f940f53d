//! `--previous` and `--history`: from what they name to the earlier returns of the partnership whose return is looked at.
//! Of a folder only who, when and which version is kept, however much it holds; a return's own history is read when that
//! return is.

use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{
    Outcome,
    files::FileError,
    output::Terminal,
    paths::{self, Filed, Found},
};
use crate::{
    check::{Chosen, EarlierReturn, EarlierReturns, Identity, choose},
    intake::{Intake, Read},
};

/// What was named as having been filed before.
#[derive(Debug, Default)]
pub(super) struct Archive {
    /// What the option named, for sentences; `None` where neither was given.
    named: Option<PathBuf>,
    /// Whether it is one return, which has to be the right one.
    is_one: bool,
    kept: Vec<Kept>,
    identities: Vec<Identity>,
    /// Files that say of themselves that they are returns, and cannot be read as one.
    unreadable: Vec<String>,
}

#[derive(Debug)]
struct Kept {
    name: String,
    held: Held,
}

#[derive(Debug)]
enum Held {
    /// To be read when it is needed.
    File(Filed),
    /// What was read: standard input is read once.
    Read(Box<Intake>),
}

/// The earlier returns of one return.
#[derive(Debug, Default)]
pub(super) struct Before {
    pub(super) earlier: EarlierReturns,
    /// What there is to say about the history, in sentences.
    pub(super) notes: Vec<String>,
}

/// Why the history cannot be used.
#[derive(Debug, Error)]
pub(super) enum HistoryError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error(
        "{path} holds {count} returns, and --previous takes one. Name the return, or use --history for the folder."
    )]
    Several { path: String, count: usize },
    #[error("{path} could not be read as a return, so nothing can be compared with it. candour validate says why.")]
    NotReadable { path: String },
    #[error(
        "{path} is a return of {theirs}, and {name} is one of {own}. Name an earlier return of the same partnership."
    )]
    AnotherPartnership { path: String, theirs: String, name: String, own: String },
    #[error("{path} is the return for {theirs}, and {name} is that for {own}. Name the return of an earlier quarter.")]
    NotBefore { path: String, theirs: String, name: String, own: String },
    #[error("{path} was withdrawn, so nothing can be compared with it. Name the return that stands.")]
    Withdrawn { path: String },
    #[error(
        "{path} could not be read as a return. No report was built, because what was printed before decides what may be \
         printed now. Mend the file, or move it out of the history."
    )]
    NotKnownWhatWasPrinted { path: String },
}

impl Archive {
    /// Looks at what the options name. What cannot be opened is said.
    pub(super) fn open(
        previous: Option<&Path>,
        history: Option<&Path>,
        terminal: &mut Terminal,
    ) -> Result<Self, Outcome> {
        let Some(named) = previous.or(history) else { return Ok(Self::default()) };
        let mut archive = Self { named: Some(named.to_owned()), is_one: previous.is_some(), ..Self::default() };
        let Found { returns, .. } = paths::find(&[named.to_owned()]);
        let mut outcome = Outcome::Fine;
        for filed in returns {
            match paths::read(&filed) {
                None => {}
                Some(Err(error)) => outcome = terminal.sorry(&error),
                Some(Ok((name, read))) => archive.keep(name, filed, read),
            }
        }
        if outcome != Outcome::Fine {
            return Err(outcome);
        }
        archive.complaint().map_or(Ok(()), |error| Err(terminal.sorry(&error)))?;
        for name in &archive.unreadable {
            terminal.say(&format!("{name} could not be read as a return, so it is left out of the history."));
        }
        Ok(archive)
    }

    fn keep(&mut self, name: String, filed: Filed, read: Read) {
        let Some(identity) = Identity::of(&read.intake) else { return self.unreadable.push(name) };
        let held = if self.is_one { Held::Read(Box::new(read.intake)) } else { Held::File(filed) };
        self.identities.push(identity);
        self.kept.push(Kept { name, held });
    }

    fn complaint(&self) -> Option<HistoryError> {
        let path = self.named.as_ref()?.display().to_string();
        match (self.is_one, self.kept.len(), self.unreadable.first()) {
            (true, 0, Some(path)) => Some(HistoryError::NotReadable { path: path.clone() }),
            (_, 0, None) => Some(FileError::NoReturn { path }.into()),
            (true, count, _) if count > 1 => Some(HistoryError::Several { path, count }),
            (true | false, _, _) => None,
        }
    }

    /// What a report cannot be built beside: nobody knows what a file that cannot be read had printed.
    pub(super) fn not_known_what_was_printed(&self) -> Option<HistoryError> {
        self.unreadable.first().map(|path| HistoryError::NotKnownWhatWasPrinted { path: path.clone() })
    }

    /// The earlier returns of the return of this name.
    pub(super) fn before(&self, name: &str, intake: &Intake) -> Result<Before, HistoryError> {
        let (Some(named), Some(own)) = (&self.named, Identity::of(intake)) else { return Ok(Before::default()) };
        let chosen = choose(&own, &self.identities);
        if let (true, [], [only]) = (self.is_one, chosen.earlier.as_slice(), self.identities.as_slice()) {
            return Err(misplaced(&self.kept[0].name, only, name, &own));
        }
        let mut before = Before { earlier: EarlierReturns::none(), notes: self.notes(named, &own, &chosen) };
        let mut returns = Vec::new();
        for number in &chosen.earlier {
            let kept = &self.kept[*number];
            match kept.read()?.and_then(EarlierReturn::of) {
                Some(earlier) => returns.push(earlier),
                None => return Err(HistoryError::NotReadable { path: kept.name.clone() }),
            }
        }
        before.earlier = EarlierReturns::of(returns);
        Ok(before)
    }

    fn notes(&self, named: &Path, own: &Identity, chosen: &Chosen) -> Vec<String> {
        let same = |(first, second): &(usize, usize)| {
            let identity = &self.identities[*first];
            format!(
                "{} and {} are both version {} of {} of {}. The first is used.",
                self.kept[*first].name,
                self.kept[*second].name,
                identity.version,
                identity.partnership,
                identity.period
            )
        };
        let mut notes: Vec<String> = chosen.twice.iter().map(same).collect();
        if chosen.earlier.is_empty() {
            let counts = [
                (chosen.of_others, "of other partnerships"),
                (chosen.not_before, "of that quarter or a later one"),
                (chosen.replaced, "withdrawn"),
            ];
            let counted = counts.iter().filter(|(count, _)| *count > 0);
            let counted: Vec<_> = counted.map(|(count, what)| format!("{count} {what}")).collect();
            let holds = if counted.is_empty() { String::new() } else { format!(" It holds {}.", counted.join(", ")) };
            notes.push(format!(
                "{} holds no return of {} from before {}, so nothing was compared.{holds}",
                named.display(),
                own.partnership,
                own.period
            ));
        }
        notes
    }
}

impl Kept {
    fn read(&self) -> Result<Option<Intake>, FileError> {
        match &self.held {
            Held::Read(intake) => Ok(Some((**intake).clone())),
            Held::File(filed) => Ok(paths::read(filed).transpose()?.map(|(_, read)| read.intake)),
        }
    }
}

fn misplaced(path: &str, theirs: &Identity, name: &str, own: &Identity) -> HistoryError {
    let (path, name) = (path.to_owned(), name.to_owned());
    if !theirs.is_of_the_same(own) {
        let (theirs, own) = (theirs.partnership.clone(), own.partnership.clone());
        return HistoryError::AnotherPartnership { path, theirs, name, own };
    }
    if theirs.is_before(own) {
        return HistoryError::Withdrawn { path };
    }
    HistoryError::NotBefore { path, theirs: theirs.period.to_string(), name, own: own.period.to_string() }
}
