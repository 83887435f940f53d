//! `candour validate --watch`: checks again whenever a return, its settings or its history is saved. Looks at the times of files at a calm pace, which
//! works on every system and over a network; knows nothing of what checking is.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant, SystemTime},
};

use super::{
    Outcome,
    arguments::{Output, Validate},
    output::Terminal,
    paths,
    shelf::Shelf,
};

/// How long it rests between two looks.
const REST: Duration = Duration::from_millis(500);

/// Looking may take at most this part of the time, however many files there are.
const SHARE: u32 = 20;

/// Checks, and again after each change, until somebody ends the program or stops reading.
pub(super) fn run(
    arguments: &Validate,
    terminal: &mut Terminal,
    check: impl Fn(&Validate, &mut Terminal) -> Outcome,
) -> Outcome {
    if arguments.paths.iter().any(|path| path == Path::new("-")) {
        terminal.say("Standard input cannot be watched. Name a file or a folder.");
        return Outcome::CouldNot;
    }
    let mut watch = Watch::new(look(arguments));
    loop {
        terminal.clear();
        let outcome = check(arguments, terminal);
        if terminal.is_deserted() {
            return outcome;
        }
        terminal.say("Waiting for the next save. Ctrl-C ends.");
        loop {
            let begun = Instant::now();
            let now = look(arguments);
            let took = begun.elapsed();
            if watch.is_due(now) {
                break;
            }
            thread::sleep(REST.max(took * SHARE));
        }
    }
}

/// What is known of each file without reading it: its size and when it was changed last. `None` where it is not there.
type Glimpse = BTreeMap<PathBuf, Option<(u64, Option<SystemTime>)>>;

fn look(arguments: &Validate) -> Glimpse {
    let ours: Vec<PathBuf> = written(arguments).filter_map(|path| fs::canonicalize(path).ok()).collect();
    let found = paths::find(&arguments.paths).returns;
    // What holds for them and what they are compared with may be saved too.
    let shelf = Shelf::new(arguments.settings.search());
    let folders: BTreeSet<&Path> = found.iter().map(paths::Filed::folder).collect();
    let settings: Vec<PathBuf> = folders.into_iter().filter_map(|folder| shelf.path(folder)).collect();
    let history = paths::find(arguments.history.as_slice()).returns;
    let named = arguments.paths.iter().chain(&arguments.waivers).chain(&arguments.previous).cloned();
    found
        .iter()
        .chain(&history)
        .flat_map(paths::Filed::files)
        .chain(settings)
        .chain(named)
        // What a check writes is no reason to check again.
        .filter(|path| ours.is_empty() || fs::canonicalize(path).map_or(true, |path| !ours.contains(&path)))
        .map(|path| {
            let about = fs::metadata(&path).ok().filter(fs::Metadata::is_file);
            (path, about.map(|about| (about.len(), about.modified().ok())))
        })
        .collect()
}

/// The files that a check writes.
fn written(arguments: &Validate) -> impl Iterator<Item = &Path> {
    let of_formats = arguments.output_format.iter().filter_map(|output: &Output| output.file.as_deref());
    of_formats.chain(arguments.output_file.as_deref())
}

/// When it is time to check again: files have changed since the last check, and have come to rest. A save is often
/// several changes: emptied, written, renamed.
struct Watch<T> {
    checked: T,
    last: T,
}

impl<T: PartialEq + Clone> Watch<T> {
    fn new(now: T) -> Self {
        Self { checked: now.clone(), last: now }
    }

    fn is_due(&mut self, now: T) -> bool {
        let rests = now == self.last;
        let is_due = rests && now != self.checked;
        if is_due {
            self.checked = now.clone();
        }
        self.last = now;
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_checks_again_once_after_a_change_has_come_to_rest() {
        let mut watch = Watch::new("saved at nine");
        assert!(!watch.is_due("saved at nine"));
        assert!(!watch.is_due("emptied"), "a save may still be going on");
        assert!(!watch.is_due("half written"));
        assert!(!watch.is_due("saved at ten"));
        assert!(watch.is_due("saved at ten"));
        assert!(!watch.is_due("saved at ten"), "once is enough");
    }

    #[test]
    fn what_changes_and_changes_back_needs_no_check() {
        let mut watch = Watch::new(1);
        assert!(!watch.is_due(2));
        assert!(!watch.is_due(1));
        assert!(!watch.is_due(1));
    }
}
