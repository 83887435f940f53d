//! `candour validate`: what is wrong, where, and what to do.

use std::env;

use super::{
    Outcome, arguments, clock, files,
    output::Terminal,
    printing::{self, Formats, Printing},
};
use crate::{
    check::{self, Checked},
    diagnostic::{Verdict, render},
    intake,
};

pub(super) fn run(arguments: &arguments::Validate, terminal: &mut Terminal) -> Outcome {
    let destinations = match printing::destinations(&arguments.output_format, arguments.output_file.as_deref()) {
        Ok(destinations) => destinations,
        Err(sentence) => {
            terminal.say(sentence);
            return Outcome::CouldNot;
        }
    };
    let options = check::Options {
        today: arguments.today.or_else(clock::today),
        safe_output: arguments.safe_output.is_on(),
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
    let mut printing = Printing::begin(&destinations, &formats, terminal);
    let mut outcome = Outcome::Fine;
    for path in &arguments.paths {
        match files::read(path) {
            Ok((name, bytes)) => {
                let one = check::check(intake::read(&name, &bytes), &options);
                outcome = outcome.and(of_verdict(one.verdict(), arguments.strict));
                printing.add(printing::pieces(&formats, &shown(&name, &one)), terminal);
            }
            Err(error) => outcome = outcome.and(terminal.sorry(&error)),
        }
    }
    outcome.and(printing.finish(terminal))
}

/// A checked return as the renderers take it.
pub(super) fn shown<'a>(path: &'a str, checked: &'a Checked) -> render::Checked<'a> {
    render::Checked { path, verdict: checked.verdict(), diagnostics: checked.diagnostics(), places: checked.intake() }
}

fn of_verdict(verdict: Verdict, strict: bool) -> Outcome {
    match verdict {
        Verdict::Accepted | Verdict::AcceptedWithExplanations => Outcome::Fine,
        Verdict::NeedsExplanations if strict => Outcome::ReturnHasErrors,
        Verdict::NeedsExplanations => Outcome::Fine,
        Verdict::Rejected | Verdict::Unreadable => Outcome::ReturnHasErrors,
    }
}
