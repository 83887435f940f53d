//! The program around the library: arguments, files, the clock, the terminal and exit codes live here, and nowhere else.

#![allow(clippy::disallowed_methods, reason = "files, the clock and the environment are asked here, for everybody")]

mod annotating;
mod arguments;
mod clock;
mod convert;
mod diff;
mod explain;
mod extract;
mod files;
mod forms;
mod handout;
mod history;
mod lists;
mod new;
mod one;
mod output;
mod paths;
mod printing;
mod progress;
mod report;
mod schema;
mod settings;
mod shelf;
mod upgrade;
mod validate;
mod verify;
mod watch;
mod words;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
use output::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Nothing is wrong.
    Fine,
    /// A return has errors, or two of them differ.
    ReturnHasErrors,
    /// We could not do it.
    CouldNot,
}

impl Outcome {
    /// The graver of two.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::CouldNot, _) | (_, Self::CouldNot) => Self::CouldNot,
            (Self::ReturnHasErrors, _) | (_, Self::ReturnHasErrors) => Self::ReturnHasErrors,
            (Self::Fine, Self::Fine) => Self::Fine,
        }
    }
}

/// Runs the program: 0 nothing wrong, 1 a return has errors, 2 it could not be done.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let mut terminal = Terminal::default();
    let outcome = match arguments.command {
        Command::Validate(arguments) => validate::run(&arguments, &mut terminal),
        Command::Report(arguments) => report::run(&arguments, &mut terminal),
        Command::Verify(arguments) => verify::run(&arguments, &mut terminal),
        Command::Extract(arguments) => extract::run(&arguments, &mut terminal),
        Command::New(arguments) => new::run(&arguments, &mut terminal),
        Command::Diff(arguments) => diff::run(&arguments, &mut terminal),
        Command::Convert(arguments) => convert::run(&arguments, &mut terminal),
        Command::Upgrade(arguments) => upgrade::run(&arguments, &mut terminal),
        Command::Schema(arguments) => schema::run(&arguments, &mut terminal),
        Command::Rules => explain::list(&mut terminal),
        Command::Explain(arguments) => explain::run(&arguments, &mut terminal),
        Command::Completions(arguments) => handout::completions(&arguments, &mut terminal),
        Command::Man(arguments) => handout::man(&arguments, &mut terminal),
    };
    match outcome.and(terminal.outcome()) {
        Outcome::Fine => ExitCode::SUCCESS,
        Outcome::ReturnHasErrors => ExitCode::from(1),
        Outcome::CouldNot => ExitCode::from(2),
    }
}
