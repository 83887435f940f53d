//! `candour validate`: what is wrong, where, and what to do.

use std::{
    env,
    num::NonZeroUsize,
    path::Path,
    sync::{
        Arc,
        mpsc::{self, Receiver},
    },
    thread,
};

use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};

use super::{
    Outcome,
    annotating::{self, AnnotateError},
    arguments, clock,
    files::{self, FileError},
    history::{Archive, Before, HistoryError},
    output::Terminal,
    paths::{self, Filed, Found},
    printing::{self, Formats, Printing},
    progress::Progress,
    shelf::Shelf,
    watch,
};
use crate::{
    check::{self, Checked, Covered, EarlierReturns, Waivers},
    diagnostic::{
        Diagnostic, Verdict,
        render::{self, Piece, Places},
    },
    intake,
    returns::Date,
    workbook,
};

pub(super) fn run(arguments: &arguments::Validate, terminal: &mut Terminal) -> Outcome {
    if arguments.watch { watch::run(arguments, terminal, once) } else { once(arguments, terminal) }
}

fn once(arguments: &arguments::Validate, terminal: &mut Terminal) -> Outcome {
    let destinations = match printing::destinations(&arguments.output_format, arguments.output_file.as_deref()) {
        Ok(destinations) => destinations,
        Err(sentence) => {
            terminal.say(sentence);
            return Outcome::CouldNot;
        }
    };
    let today = arguments.today.or_else(clock::today);
    let waivers = match arguments.waivers.as_deref().map(|path| read_waivers(path, today)).transpose() {
        Ok(waivers) => waivers,
        Err(error) => return terminal.sorry(&error),
    };
    let mut shelf = Shelf::new(arguments.settings.search());
    let usual = check::Options {
        today,
        safe_output: arguments.safe_output.is_on(),
        waivers: waivers.as_ref().map(|(_, waivers)| Arc::clone(waivers)),
        ..check::Options::default()
    };
    let folder = env::current_dir().ok().map(|folder| folder.to_string_lossy().into_owned());
    let rules = check::rule_texts();
    let formats: Formats<'_> = destinations
        .iter()
        .map(|(format, path)| {
            let colour = path.is_none() && Terminal::colour();
            let options =
                render::Options { colour, strict: arguments.strict, folder: folder.as_deref(), rules: &rules };
            (*format, options)
        })
        .collect();
    let archive = match Archive::open(arguments.previous.as_deref(), arguments.history.as_deref(), terminal) {
        Ok(archive) => archive,
        Err(outcome) => return outcome,
    };
    if let Some(sentence) = arguments.annotate.as_deref().and_then(|out| annotating::obstacle(out, &arguments.paths)) {
        terminal.say(&sentence);
        return Outcome::CouldNot;
    }
    let mut printing = Printing::begin(&destinations, &formats, terminal);
    let Found { returns, again } = paths::find(&arguments.paths);
    let mut run = Run {
        outcome: Outcome::Fine,
        held: again,
        covered: Covered::default(),
        passed_over: Vec::new(),
        annotated: None,
    };
    let numbers: Vec<_> = returns.iter().map(|filed| shelf.number(filed.folder())).collect();
    // The options for the returns of each file of settings.
    let set: Vec<check::Options> = shelf
        .all()
        .iter()
        .map(|held| check::Options { settings: held.read.settings.clone(), ..usual.clone() })
        .collect();
    let wants_copy = arguments.annotate.is_some();
    let look = |(filed, number): (&Filed, &Result<Option<usize>, FileError>)| match number {
        Ok(number) => look(filed, &archive, number.map_or(&usual, |number| &set[number]), &formats, wants_copy),
        Err(error) => Seen::Fault(error.clone()),
    };
    let progress = Progress::of(returns.len());
    let mut take = |some: &[Filed], seen: Vec<Seen>| {
        progress.pause(|| {
            for (filed, seen) in some.iter().zip(seen) {
                run.take(filed, seen, arguments.strict, &mut printing, terminal);
            }
        });
        progress.advance(some.len());
    };
    let jobs = arguments.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get);
    in_order(&returns, &numbers, jobs, look, &mut take);
    progress.finish();
    let mut beside = |path: &str, verdict, diagnostics: &[Diagnostic], places: &dyn Places| {
        if diagnostics.is_empty() {
            return;
        }
        let pieces = printing::pieces(&formats, &render::Checked { path, verdict, diagnostics, places });
        printing.add(pieces.into_iter().map(Piece::of_a_file_beside).collect(), terminal);
        run.outcome = run.outcome.and(of_verdict(verdict, arguments.strict));
    };
    for held in shelf.all() {
        beside(&held.name, held.read.verdict(), held.read.diagnostics(), held.read.places());
    }
    if let Some((name, waivers)) = &waivers {
        let (verdict, diagnostics) = waivers.findings(&run.covered);
        beside(name, verdict, &diagnostics, waivers.intake());
    }
    for (path, held) in arguments.paths.iter().zip(&run.held) {
        if !held {
            run.outcome = terminal.sorry(&FileError::NoReturn { path: path.display().to_string() });
        }
    }
    let ended = printing.finish(terminal);
    if let Some(sentence) = passed_over(&run.passed_over) {
        terminal.say(&sentence);
    }
    let annotated = run.annotated.take().zip(arguments.annotate.as_deref());
    let annotated = annotated.map_or(Outcome::Fine, |(copy, out)| annotating::write(copy, out, terminal));
    run.outcome.and(ended).and(annotated)
}

/// Looks at all returns, as many at once as there are jobs, and takes what came of it in their order, whoever is first. A
/// few at a time, so that what is held does not grow with the number of returns.
fn in_order<S: Send + Sync>(
    returns: &[Filed],
    settings: &[S],
    jobs: usize,
    look: impl Fn((&Filed, &S)) -> Seen + Send + Sync,
    take: &mut dyn FnMut(&[Filed], Vec<Seen>),
) {
    let pool = if jobs > 1 && returns.len() > 1 { pool(jobs) } else { None };
    let Some(pool) = pool else {
        for (filed, settings) in returns.iter().zip(settings) {
            take(std::slice::from_ref(filed), vec![look((filed, settings))]);
        }
        return;
    };
    let (few, look) = (jobs * 8, &look);
    pool.in_place_scope(|scope| {
        // Nothing comes of a thread that panicked; the scope ends with its panic.
        let mut end = |(some, seen): (&[Filed], Receiver<Vec<Seen>>)| take(some, seen.recv().unwrap_or_default());
        let mut begun = None;
        for (some, settings) in returns.chunks(few).zip(settings.chunks(few)) {
            let (send, seen) = mpsc::channel();
            scope.spawn(move |_| drop(send.send(some.par_iter().zip(settings).map(look).collect())));
            // The next few have begun before the last few are waited for, so that no thread idles till the slowest is done.
            begun.replace((some, seen)).into_iter().for_each(&mut end);
        }
        begun.into_iter().for_each(end);
    });
}

/// What was met on a walk and is no return, so that a return that lost its head is not taken for one that is right.
fn passed_over(names: &[String]) -> Option<String> {
    const TOLD: usize = 3;
    let (told, more) = names.split_at(names.len().min(TOLD));
    match (told, more.len()) {
        ([], _) => None,
        ([only], _) => Some(format!("Passed over {only}, which holds no return.")),
        (_, 0) => Some(format!("Passed over {}, which hold no return.", told.join(", "))),
        (_, more) => Some(format!("Passed over {} and {more} more, which hold no return.", told.join(", "))),
    }
}

/// The waivers of a file, and what people call it.
fn read_waivers(path: &Path, today: Option<Date>) -> Result<(String, Arc<Waivers>), FileError> {
    let (name, bytes) = files::read(path)?;
    let waivers = check::waivers(intake::read(&name, &bytes), today);
    Ok((name, Arc::new(waivers)))
}

/// What came of looking at one return.
enum Seen {
    /// It was checked, and this is said of it.
    Checked {
        verdict: Verdict,
        covered: Box<Covered>,
        pieces: Vec<Piece>,
        about_history: Result<Vec<String>, HistoryError>,
        /// The copy of its workbook with what was found.
        annotated: Option<Result<Vec<u8>, AnnotateError>>,
    },
    /// It is no return.
    SomethingElse,
    /// It could not be read.
    Fault(FileError),
}

fn look(filed: &Filed, archive: &Archive, options: &check::Options, formats: &Formats<'_>, wants_copy: bool) -> Seen {
    match paths::read(filed) {
        None => Seen::SomethingElse,
        Some(Err(error)) => Seen::Fault(error),
        Some(Ok((name, read))) => {
            // What cannot be compared is still checked by itself.
            let (earlier, about_history) = match archive.before(&name, &read.intake) {
                Ok(Before { earlier, notes }) => (earlier, Ok(notes)),
                Err(error) => (EarlierReturns::none(), Err(error)),
            };
            let checked = check::check_after(read, earlier, options);
            let told = workbook::told(checked.diagnostics(), &checked);
            let pieces = printing::pieces(formats, &shown(&name, &checked, &told));
            let annotated = wants_copy.then(|| annotating::copy(Path::new(&name), &checked));
            let (verdict, covered) = (checked.verdict(), Box::new(checked.covered().clone()));
            Seen::Checked { verdict, covered, pieces, about_history, annotated }
        }
    }
}

struct Run {
    outcome: Outcome,
    /// Which of the paths named a return.
    held: Vec<bool>,
    /// What the waivers came to.
    covered: Covered,
    /// What was met and is no return.
    passed_over: Vec<String>,
    /// The copy of the one workbook.
    annotated: Option<Result<Vec<u8>, AnnotateError>>,
}

impl Run {
    fn take(&mut self, filed: &Filed, seen: Seen, strict: bool, printing: &mut Printing<'_>, terminal: &mut Terminal) {
        let ended = match seen {
            Seen::SomethingElse => {
                self.passed_over.extend(filed.name());
                return;
            }
            Seen::Fault(error) => terminal.sorry(&error),
            Seen::Checked { verdict, covered, pieces, about_history, annotated } => {
                self.covered.add(&covered);
                printing.add(pieces, terminal);
                let compared = match about_history {
                    Ok(notes) => {
                        for note in &notes {
                            terminal.say(note);
                        }
                        Outcome::Fine
                    }
                    Err(error) => terminal.sorry(&error),
                };
                self.annotated = annotated;
                of_verdict(verdict, strict).and(compared)
            }
        };
        self.outcome = self.outcome.and(ended);
        self.held[filed.given] = true;
    }
}

/// Threads with as much room as the first has. Where there can be none, one does it all.
fn pool(jobs: usize) -> Option<ThreadPool> {
    ThreadPoolBuilder::new().num_threads(jobs).stack_size(8 << 20).build().ok()
}

/// A checked return as the renderers take it, with what was found as its author is told.
pub(super) fn shown<'a>(path: &'a str, checked: &'a Checked, told: &'a [Diagnostic]) -> render::Checked<'a> {
    render::Checked { path, verdict: checked.verdict(), diagnostics: told, places: checked }
}

fn of_verdict(verdict: Verdict, strict: bool) -> Outcome {
    match verdict {
        Verdict::NeedsExplanations if strict => Outcome::ReturnHasErrors,
        Verdict::Accepted | Verdict::AcceptedWithExplanations | Verdict::NeedsExplanations => Outcome::Fine,
        Verdict::Rejected | Verdict::Unreadable => Outcome::ReturnHasErrors,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_is_named_and_then_counted() {
        let names = |some: &[&str]| passed_over(&some.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(names(&[]), None);
        assert_eq!(names(&["a.json"]).unwrap(), "Passed over a.json, which holds no return.");
        assert_eq!(names(&["a", "b"]).unwrap(), "Passed over a, b, which hold no return.");
        assert_eq!(names(&["a", "b", "c", "d", "e"]).unwrap(), "Passed over a, b, c and 2 more, which hold no return.");
    }
}
