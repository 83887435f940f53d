//! `candour validate`: what is wrong, where, and what to do.

use super::{
    Outcome,
    arguments::{self, OutputFormat},
    clock, files,
    output::Terminal,
};
use crate::{
    check::{self, Checked},
    diagnostic::{Verdict, render},
    intake,
};

pub(super) fn run(arguments: &arguments::Validate, terminal: &mut Terminal) -> Outcome {
    let options = check::Options { today: arguments.today.or_else(clock::today), ..check::Options::default() };
    let mut outcome = Outcome::Fine;
    let mut checked: Vec<(String, Checked)> = Vec::new();
    for path in &arguments.paths {
        match files::read(path) {
            Ok((name, bytes)) => {
                let one = check::check(intake::read(&name, &bytes), &options);
                outcome = outcome.and(of_verdict(one.verdict(), arguments.strict));
                checked.push((name, one));
            }
            Err(error) => outcome = outcome.and(terminal.sorry(&error)),
        }
    }
    let shown: Vec<_> = checked.iter().map(|(path, one)| shown(path, one)).collect();
    if shown.is_empty() && arguments.output_format == OutputFormat::Text {
        return outcome;
    }
    let text = match arguments.output_format {
        OutputFormat::Text => {
            let colour = arguments.output_file.is_none() && Terminal::colour();
            render::text(&shown, render::TextOptions { colour })
        }
        OutputFormat::Json => render::json(&shown),
    };
    match &arguments.output_file {
        None => terminal.print(&text),
        Some(path) => {
            if let Err(error) = files::write(path, text.as_bytes()) {
                outcome = outcome.and(terminal.sorry(&error));
            }
        }
    }
    outcome
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
