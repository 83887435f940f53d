//! `candour report`: from a return to the files that people read.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    path::{Path, PathBuf},
    process,
};

use thiserror::Error;

use super::{
    Outcome,
    arguments::{self, AudienceChoice, FormatChoice, LanguageChoice},
    clock, files,
    files::FileError,
    history::{Archive, Before},
    output::Terminal,
    paths::{self, Filed, Found},
    shelf::Shelf,
    validate, words,
};
use crate::{
    check::{self, Accepted, Checked},
    diagnostic::render as findings,
    disclosure::{self, Audience, PublishOptions},
    intake::Read,
    render, report,
    returns::Settings,
    workbook,
};

/// Why a report could not be built.
#[derive(Debug, Error)]
enum ReportError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error(
        "{id} is not a partner of this return, so no briefing can be for its members. Its partners are: {}.",
        partners.join(", ")
    )]
    NotAPartner { id: String, partners: Vec<String> },
    #[error(
        "Two returns have the same partnership and quarter, and {path} is the report of the first. \
         Build the other's with an --out of its own."
    )]
    Twice { path: String },
    #[error("The report for {audience} could not be drawn.")]
    Render { audience: &'static str, source: render::RenderError },
}

pub(super) fn run(arguments: &arguments::Report, terminal: &mut Terminal) -> Outcome {
    let templates = match arguments.templates.as_deref().map(templates).transpose() {
        Ok(templates) => templates.unwrap_or_default(),
        Err(error) => return terminal.sorry(&error),
    };
    if wants(&arguments.format, FormatChoice::Pdf) {
        render::prepare_pdf();
    }
    let archive = match Archive::open(arguments.previous.as_deref(), arguments.history.as_deref(), terminal) {
        Ok(archive) => archive,
        Err(outcome) => return outcome,
    };
    if let Some(error) = archive.not_known_what_was_printed() {
        return terminal.sorry(&error);
    }
    let mut shelf = Shelf::new(arguments.settings.search());
    let mut outcome = Outcome::Fine;
    let mut written = Vec::new();
    let Found { returns, again: mut held } = paths::find(&arguments.paths);
    for filed in returns {
        let ended = match paths::read(&filed) {
            None => continue,
            Some(Ok((name, read))) => match set(&mut shelf, &filed, arguments, &templates, terminal) {
                Ok(set) => one(&name, read, &archive, &set, arguments, &mut written, terminal),
                Err(ended) => ended,
            },
            Some(Err(error)) => terminal.sorry(&error),
        };
        held[filed.given] = true;
        outcome = outcome.and(ended);
    }
    for (path, _) in arguments.paths.iter().zip(held).filter(|(_, held)| !held) {
        outcome = terminal.sorry(&FileError::NoReturn { path: path.display().to_string() });
    }
    if arguments.open {
        for path in &written {
            open(path, terminal);
        }
    }
    outcome
}

/// What is set for a return, on the command line or in its settings.
struct Set {
    settings: Settings,
    audiences: Vec<AudienceChoice>,
    templates: BTreeMap<String, String>,
}

/// What is set for a return. Settings with a slip in them build nothing: they may be meant to hide more.
fn set(
    shelf: &mut Shelf,
    filed: &Filed,
    arguments: &arguments::Report,
    ours: &BTreeMap<String, String>,
    terminal: &mut Terminal,
) -> Result<Set, Outcome> {
    let number = shelf.number(filed.folder()).map_err(|error| terminal.sorry(&error))?;
    let mut set = Set { settings: Settings::default(), audiences: arguments.audience.clone(), templates: ours.clone() };
    let Some(held) = number.map(|number| shelf.get(number)) else { return Ok(set) };
    if !held.read.diagnostics().is_empty() {
        let (path, verdict) = (held.name.as_str(), held.read.verdict());
        let file =
            findings::Checked { path, verdict, diagnostics: held.read.diagnostics(), places: held.read.places() };
        terminal.say(findings::text(&[file], findings::TextOptions { colour: false }).trim_end());
        terminal.say("No report was built, because its settings have errors.");
        return Err(Outcome::ReturnHasErrors);
    }
    set.settings.clone_from(&held.read.settings);
    if set.audiences.is_empty() {
        set.audiences.clone_from(&held.read.audiences);
    }
    if let (None, Some(folder)) = (&arguments.templates, &held.read.templates) {
        set.templates = templates(&held.folder.join(folder)).map_err(|error| terminal.sorry(&error))?;
    }
    Ok(set)
}

/// Builds the reports of one return.
fn one(
    name: &str,
    read: Read,
    archive: &Archive,
    set: &Set,
    arguments: &arguments::Report,
    written: &mut Vec<PathBuf>,
    terminal: &mut Terminal,
) -> Outcome {
    let options = check::Options {
        today: arguments.today.or_else(clock::today),
        settings: set.settings.clone(),
        safe_output: arguments::SafeOutput::Auto.is_on(),
        ..check::Options::default()
    };
    let Before { earlier, notes } = match archive.before(name, &read.intake) {
        Ok(before) => before,
        Err(error) => return terminal.sorry(&error),
    };
    for note in &notes {
        terminal.say(note);
    }
    let checked = check::check_after(read, earlier, &options);
    let accepted = match accept(name, checked, arguments.draft, terminal) {
        Ok(accepted) => accepted,
        Err(outcome) => return outcome,
    };
    // Everything is drawn before anything is written, so that a fault in one report leaves no others half done.
    let drawn = draw(&accepted, set, arguments, terminal).and_then(|drawn| {
        match drawn.iter().find(|(path, _)| written.contains(path)) {
            Some((path, _)) => Err(ReportError::Twice { path: path.display().to_string() }),
            None => Ok(drawn),
        }
    });
    match drawn {
        Ok(drawn) => match write(&drawn, written) {
            Ok(()) => {
                for (path, _) in &drawn {
                    terminal.print(&format!("{}\n", path.display()));
                }
                Outcome::Fine
            }
            Err(error) => terminal.sorry(&error),
        },
        Err(error) => terminal.sorry(&error),
    }
}

/// The return that may be published, or the findings that stand in the way.
fn accept(name: &str, checked: Checked, draft: bool, terminal: &mut Terminal) -> Result<Accepted, Outcome> {
    let refused = if draft {
        match checked.draft() {
            Some(accepted) => return Ok(accepted),
            None => checked,
        }
    } else {
        match checked.accept() {
            Ok(accepted) => return Ok(accepted),
            Err(checked) => *checked,
        }
    };
    let told = workbook::told(refused.diagnostics(), &refused);
    let text = findings::text(&[validate::shown(name, &refused, &told)], findings::TextOptions { colour: false });
    terminal.say(text.trim_end());
    let can_be_draft = !draft && refused.draft().is_some();
    terminal.say(if can_be_draft {
        "No report was built, because the return has errors. With --draft it is built and marked as a draft."
    } else if draft {
        "No report was built: the return has errors that even a draft cannot have."
    } else {
        "No report was built, because the return has errors."
    });
    Err(Outcome::ReturnHasErrors)
}

type Drawn = Vec<(PathBuf, Vec<u8>)>;

fn draw(
    accepted: &Accepted,
    set: &Set,
    arguments: &arguments::Report,
    terminal: &mut Terminal,
) -> Result<Drawn, ReportError> {
    if let Some(id) = &arguments.for_organisation
        && accepted.typed().partner(id).is_none()
    {
        let partners = accepted.typed().partners.iter().map(|partner| partner.id.to_string()).collect();
        return Err(ReportError::NotAPartner { id: id.clone(), partners });
    }
    let html_options = render::HtmlOptions { templates: set.templates.clone() };
    let options = PublishOptions {
        language: arguments.lang.language(),
        for_org: arguments.for_organisation.clone(),
        templates_digest: html_options.templates_digest(),
    };
    let mut drawn = Vec::new();
    for audience in audiences(&set.audiences) {
        let word = audience.word();
        let published = disclosure::publish(accepted, audience, &options);
        let report = report::build(&published);
        let header = &accepted.typed().header;
        let edition = match arguments.lang {
            LanguageChoice::En => "",
            LanguageChoice::Cy => "-cy",
        };
        let stem = format!(
            "{}-{}-{}-{word}{edition}",
            accepted.typed().partnership.id,
            header.period.financial_year,
            header.period.quarter.word().to_lowercase()
        );
        if arguments.check_words {
            terminal.print(&words::told(&stem, &published, &report));
        }
        let failed = |source| ReportError::Render { audience: word, source };
        if wants(&arguments.format, FormatChoice::Html) {
            let html = render::html(&report, &html_options).map_err(failed)?;
            drawn.push((arguments.out.join(format!("{stem}.html")), html.into_bytes()));
        }
        if wants(&arguments.format, FormatChoice::Pdf) {
            let pdf = render::pdf(&report, &render::PdfOptions::default()).map_err(failed)?;
            if !pdf.missing.is_empty() {
                let codes: Vec<_> = pdf.missing.iter().map(|letter| format!("U+{:04X}", u32::from(*letter))).collect();
                terminal.say(&format!(
                    "{stem}.pdf: our typefaces have no picture for {}, so the PDF prints these codes in their place.",
                    codes.join(", ")
                ));
            }
            drawn.push((arguments.out.join(format!("{stem}.pdf")), pdf.bytes));
        }
    }
    Ok(drawn)
}

fn write(drawn: &Drawn, written: &mut Vec<PathBuf>) -> Result<(), FileError> {
    for (path, bytes) in drawn {
        if let Some(folder) = path.parent() {
            files::make_folder(folder)?;
        }
        files::write(path, bytes)?;
        written.push(path.clone());
    }
    Ok(())
}

/// The audiences asked for, once each; funder and members where none was named.
fn audiences(asked: &[AudienceChoice]) -> Vec<Audience> {
    let asked = if asked.is_empty() { &[AudienceChoice::Funder, AudienceChoice::Members] } else { asked };
    let mut audiences = Vec::new();
    for audience in asked.iter().flat_map(|choice| choice.audiences()) {
        if !audiences.contains(audience) {
            audiences.push(*audience);
        }
    }
    audiences
}

fn wants(asked: &[FormatChoice], format: FormatChoice) -> bool {
    asked.is_empty() || asked.contains(&FormatChoice::All) || asked.contains(&format)
}

/// A funder's own templates, by name. What else lies in the folder, such as a file its system keeps there, is none.
pub(super) fn templates(folder: &Path) -> Result<BTreeMap<String, String>, FileError> {
    let mut templates = BTreeMap::new();
    for relative in files::files_below(folder)? {
        let name = relative.to_string_lossy().replace('\\', "/");
        if !matches!(relative.extension().and_then(OsStr::to_str), Some("hbs" | "css")) {
            continue;
        }
        if let Some(text) = files::read_text(&folder.join(&relative))? {
            templates.insert(name, text);
        }
    }
    Ok(templates)
}

fn open(path: &Path, terminal: &mut Terminal) {
    let mut command = if cfg!(target_os = "windows") {
        let mut command = process::Command::new("explorer");
        command.arg(path);
        command
    } else {
        let mut command = process::Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
        command.arg(path);
        command
    };
    if let Err(error) = command.spawn() {
        terminal.say(&format!("{} is written, but could not be opened: {error}.", path.display()));
    }
}
