//! `candour new`: a return to fill in.

use std::path::Path;

use thiserror::Error;

use super::{
    Outcome,
    arguments::{self, ListFormat},
    clock,
    files::{self, FileError},
    forms::{self, Form},
    lists,
    one::{self, OneError},
    output::Terminal,
};
use crate::{
    check::Standing,
    intake::{self, Document, Intake},
    next::{self, CannotStart, ToDo},
    returns::{Approach, Date, FinancialYear, Quarter},
    source::{Locate, Part, Place},
    workbook,
};

/// Why no return could be started from another.
#[derive(Debug, Error)]
enum FromError {
    #[error(transparent)]
    One(#[from] OneError),
    #[error("{path} was withdrawn, so nothing is carried forward from it. Name the return that stands.")]
    Withdrawn { path: String },
    #[error("{path} could not be read as a return. candour validate {path} says why.")]
    NotReadable { path: String },
}

/// The empty return: every part of the form an officer is likely to use, with what must be filled left clearly empty.
const EMPTY: &str = include_str!("new/return.json");

pub(super) fn run(arguments: &arguments::New, terminal: &mut Terminal) -> Outcome {
    let form = |path| forms::of(path, arguments.csv).map(|form| Out { path, form });
    let out = match arguments.out.as_deref().map(form).transpose() {
        Ok(out) => out,
        Err(error) => return terminal.sorry(&error),
    };
    // Without a file of its own the return is printed, and the list has nowhere to go.
    let for_programs = arguments.output_format == ListFormat::Json;
    if for_programs && (arguments.from.is_none() || out.is_none()) {
        terminal.say(
            "The list for programs is of a return that is started from another, and written to a file: \
             give --from and --out.",
        );
        return Outcome::CouldNot;
    }
    if let Some(from) = &arguments.from {
        return continued(from, out, arguments.output_format, terminal);
    }
    let Some(today) = arguments.today.or_else(clock::today) else {
        terminal.say("This machine's clock is not set. Say which day it is with --today 2026-10-30.");
        return Outcome::CouldNot;
    };
    let text = empty_return(today, &arguments.approaches);
    let Some(out) = out else {
        terminal.print(&text);
        return Outcome::Fine;
    };
    let told = format!("{}\n{}", out.path.display(), out.what_next());
    write(out.path, &out.form_of(text), &told, terminal)
}

/// Where a return is written, and in which form.
#[derive(Clone, Copy)]
struct Out<'a> {
    path: &'a Path,
    form: Form,
}

/// A new return in the form that its file's name asks for.
enum New {
    Text(String),
    Workbook(Vec<u8>),
    Lists(Vec<(String, Vec<u8>)>),
}

impl New {
    fn write(&self, path: &Path) -> Result<(), FileError> {
        files::is_free(path)?;
        match self {
            Self::Text(text) => files::write(path, text.as_bytes()),
            Self::Workbook(bytes) => files::write(path, bytes),
            Self::Lists(lists) => lists::write(path, lists),
        }
    }

    /// What stands in which cell; nothing for a text.
    fn cells(&self, name: &str) -> Option<Intake> {
        match self {
            Self::Text(_) => None,
            Self::Workbook(bytes) => Some(workbook::read(name, bytes).intake),
            Self::Lists(lists) => {
                let files = lists.iter().map(|(name, bytes)| Document { name, bytes });
                Some(workbook::read_lists(name, &files.collect::<Vec<_>>()).intake)
            }
        }
    }
}

impl Out<'_> {
    fn form_of(self, text: String) -> New {
        let read = || intake::read("return.json", text.as_bytes()).intake;
        let made = match self.form {
            // A return that is to be filled in is one file, whatever it is called.
            Form::File | Form::Parts => None,
            Form::Workbook => workbook::to_fill_in(&read()).map(New::Workbook),
            Form::Lists => workbook::lists_to_fill_in(&read()).map(New::Lists),
        };
        made.unwrap_or(New::Text(text))
    }

    fn what_next(self) -> String {
        let with = match self.form {
            Form::File | Form::Parts => "any editor",
            Form::Workbook | Form::Lists => "a spreadsheet program",
        };
        format!(
            "Fill it in with {with}, as often as you like run\n  candour validate {}\n\
             and change its status from draft to submitted when you file it.\n",
            self.path.display()
        )
    }
}

/// The return of the quarter after one that was filed.
fn continued(from: &Path, out: Option<Out<'_>>, format: ListFormat, terminal: &mut Terminal) -> Outcome {
    let started = one::read(from).map_err(FromError::from).and_then(|one| {
        let path = one.name.clone();
        next::start(&one.read.intake)
            .map_err(|fault| match fault {
                CannotStart::Withdrawn => FromError::Withdrawn { path },
                CannotStart::NotReadable => FromError::NotReadable { path },
            })
            .map(|started| (one, started))
    });
    let (one, started) = match started {
        Ok(started) => started,
        Err(error) => return terminal.sorry(&error),
    };
    if one.identity.standing == Standing::Draft {
        terminal.say(&format!("{} is still a draft. What changes in it from now on is not carried forward.", one.name));
    }
    let Some(out) = out else {
        terminal.print(&started.text);
        terminal.say(next::told(&started, "What was printed", &one.name).trim_end());
        return Outcome::Fine;
    };
    let name = out.path.display().to_string();
    let new = out.form_of(started.text.clone());
    let cells = new.cells(&name);
    let told = match (format, &cells) {
        (ListFormat::Json, None) => next::listed(&started, &name, &one.name, None).json(),
        (ListFormat::Json, Some(cells)) => {
            let spot = |place: &ToDo| {
                let spot = cells.locate(&place.at, Part::Value);
                let list = || cells.sources().get(spot.document).name.clone();
                Place { sheet: spot.sheet.clone().or_else(|| spot.cell.is_some().then(list)), ..spot }
            };
            next::listed(&started, &name, &one.name, Some(&spot)).json()
        }
        (ListFormat::Text, None) => format!("{}\n{}", next::told(&started, &name, &one.name), out.what_next()),
        (ListFormat::Text, Some(cells)) => {
            let told = next::told_at(&started, &name, &one.name, &|place| {
                let place = cells.locate(&place.at, Part::Value);
                let list = cells.sources().get(place.document).name.as_str();
                match (place.sheet, place.cell) {
                    (Some(sheet), Some(cell)) => format!("{sheet}!{cell}"),
                    (Some(sheet), None) => format!("sheet {sheet}"),
                    (None, Some(cell)) => format!("{list}, {cell}"),
                    (None, None) => "a sheet of its own".to_owned(),
                }
            });
            format!("{told}\n{}", out.what_next())
        }
    };
    write(out.path, &new, &told, terminal)
}

fn write(path: &Path, new: &New, told: &str, terminal: &mut Terminal) -> Outcome {
    match new.write(path) {
        Ok(()) => {
            terminal.print(told);
            Outcome::Fine
        }
        Err(error) => terminal.sorry(&error),
    }
}

/// The empty return for the quarter that ended last before this day.
fn empty_return(today: Date, approaches: &[Approach]) -> String {
    let (year, quarter) = last_quarter(today);
    let mut text = String::new();
    for line in EMPTY.lines() {
        let field = line.trim_start().trim_start_matches('"').split('"').next().unwrap_or_default();
        match Approach::ALL.iter().find(|approach| approach.word() == field) {
            // What was not chosen is left out; what the empty return has no line for stands after the results.
            Some(approach) if !approaches.is_empty() && !approaches.contains(approach) => {}
            _ if field == "approaches" && !approaches.is_empty() => text.push_str(&used(approaches)),
            _ => {
                text.push_str(line);
                text.push('\n');
            }
        }
        if field == "results" && approaches.contains(&Approach::SystemHealth) {
            text.push_str("  \"system_health\": { \"measures\": [] },\n");
        }
    }
    text.replace("{financial_year}", &year.to_string()).replace("{quarter}", quarter.word())
}

/// What is said about each approach: those that were chosen, and why the others are not used.
fn used(approaches: &[Approach]) -> String {
    let lines: Vec<String> = Approach::ALL
        .iter()
        .map(|approach| {
            let rest = if approaches.contains(approach) {
                "\"emphasis\": \"main\""
            } else {
                "\"emphasis\": \"not_used\", \"reason\": \"\""
            };
            format!("    {{ \"name\": \"{}\", {rest} }}", approach.word())
        })
        .collect();
    format!("  \"approaches\": [\n{}\n  ],\n", lines.join(",\n"))
}

fn last_quarter(today: Date) -> (FinancialYear, Quarter) {
    let (first_year, quarter) = match today.month() {
        1..=3 => (today.year() - 1, Quarter::Q3),
        4..=6 => (today.year() - 1, Quarter::Q4),
        7..=9 => (today.year(), Quarter::Q1),
        _ => (today.year(), Quarter::Q2),
    };
    (FinancialYear::starting(u16::try_from(first_year).unwrap_or(1970)), quarter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{check, diagnostic::Severity, intake};

    #[test]
    fn the_quarter_is_the_one_that_ended_last() {
        for (today, expected) in [
            ("2026-11-21", "2026-27 Q2"),
            ("2027-01-01", "2026-27 Q3"),
            ("2027-03-31", "2026-27 Q3"),
            ("2027-04-01", "2026-27 Q4"),
            ("2026-07-01", "2026-27 Q1"),
        ] {
            let (year, quarter) = last_quarter(Date::parse(today).unwrap());
            assert_eq!(format!("{year} {}", quarter.word()), expected, "{today}");
        }
    }

    #[test]
    fn a_new_return_is_a_draft_without_errors() {
        let text = empty_return(Date::parse("2026-11-21").unwrap(), &[]);
        let read = intake::read("return.json", text.as_bytes());
        let checked = check::check(read, &check::Options::default());
        let errors: Vec<_> = checked.diagnostics().iter().filter(|found| found.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
    }
}
