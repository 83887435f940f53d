//! The words of the command line.

use std::{env, num::NonZeroUsize, path::PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::shelf::Search;
use crate::{
    diagnostic::render::Format,
    disclosure::Audience,
    returns::{Approach, Date, TextLanguage},
};

/// Check the quarterly returns of partnerships, and build honest reports from them.
#[derive(Debug, Parser)]
#[command(
    name = "candour",
    version,
    about,
    arg_required_else_help = true,
    after_help = "Example:\n  candour validate return.json\n  candour report return.json"
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Say what is wrong in a return, where, and what to do
    #[command(after_help = "Examples:\n  candour validate return.json\n  candour validate returns/\n  \
        candour validate --history filed/ return.json\n  \
        candour validate --output-format text --output-format sarif=findings.sarif return.json\n  \
        candour validate return.xlsx --annotate return-annotated.xlsx\n  \
        candour validate --watch return.json\n\n\
        Exit codes: 0 nothing wrong, 1 a return has errors (or, with --strict, unanswered warnings), \
        2 it could not be done")]
    Validate(Validate),
    /// Build reports from a return
    #[command(after_help = "Example:\n  candour report return.json --audience members --format pdf")]
    Report(Report),
    /// Say whether finished reports follow from the data inside them
    #[command(after_help = "Examples:\n  candour verify reports/*.pdf\n  \
        candour verify report.html --against return.json\n\n\
        Exit codes: 0 every report follows, 1 something in one does not, 2 it could not be done")]
    Verify(Verify),
    /// Take the data out of a finished report
    #[command(after_help = "Example:\n  candour extract report.pdf --format csv --out report.csv\n\n\
        Exit codes: 0 done, 1 done, but the data are not those the report states, 2 it could not be done")]
    Extract(Extract),
    /// Start a return to fill in
    #[command(after_help = "Examples:\n  candour new --out return.json\n  \
        candour new --approaches community_reporting,narratives --out return.xlsx\n  \
        candour new --from filed/2026-27-q2.json --out return.json")]
    New(New),
    /// Say what changed between two returns of a partnership
    #[command(after_help = "Examples:\n  candour diff version-1.json version-2.json\n  \
        candour diff --output-format html --output-file changes.html 2026-27-q1.json 2026-27-q2.json\n\n\
        Exit codes: 0 both say the same, 1 something changed, 2 it could not be done")]
    Diff(Diff),
    /// Bring a return to the newest version of the form
    #[command(after_help = "Example:\n  candour upgrade filed/2026-27-q2.json --out return.json\n\n\
        Exit codes: 0 done, or nothing had to change, 2 it could not be done")]
    Upgrade(Upgrade),
    /// Turn a return into a workbook, a JSON file or a folder, and back
    #[command(after_help = "Examples:\n  candour convert return.json return.xlsx\n  \
        candour convert return.xlsx return.json\n  candour convert return.xlsx return/\n  \
        candour convert return.json lists/ --csv\n\n\
        Exit codes: 0 done, 2 it could not be done")]
    Convert(Convert),
    /// Print the form of a return as JSON Schema
    #[command(after_help = "Example:\n  candour schema return --out .")]
    Schema(Schema),
    /// List the rules
    #[command(after_help = "Example:\n  candour rules")]
    Rules,
    /// Explain a rule
    #[command(after_help = "Example:\n  candour explain R-08")]
    Explain(Explain),
    /// Print completions for a shell
    #[command(after_help = "Example:\n  candour completions bash > ~/.local/share/bash-completion/completions/candour")]
    Completions(Completions),
    /// Print the manual's first page, or write all of them to a folder
    #[command(hide = true)]
    Man(Man),
}

#[derive(Debug, Args)]
pub(super) struct Validate {
    /// Returns: a file, a folder that holds one or many, a pattern such as 'returns/**/*.json', or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The return before this one, to compare with: a file or a folder return
    #[arg(long, value_name = "RETURN", conflicts_with = "history")]
    pub(super) previous: Option<PathBuf>,
    /// The folder that holds the earlier returns, of one partnership or of many; each return is compared with its own
    #[arg(long, value_name = "DIR")]
    pub(super) history: Option<PathBuf>,
    #[command(flatten)]
    pub(super) settings: Settings,
    /// A funder's waivers, as JSON: warnings they cover need no answer
    #[arg(long, value_name = "FILE")]
    pub(super) waivers: Option<PathBuf>,
    /// Exit with 1 for warnings that are neither explained nor waived, too
    #[arg(long)]
    pub(super) strict: bool,
    /// Check again whenever a return is saved, until Ctrl-C
    #[arg(long)]
    pub(super) watch: bool,
    /// Writes a copy of the one workbook that is checked, with a note and a colour on each cell that something is said of
    #[arg(long, value_name = "OUT.xlsx", conflicts_with = "watch")]
    pub(super) annotate: Option<PathBuf>,
    /// The date to take for today, as 2026-10-30; the clock's where left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) today: Option<Date>,
    /// How many returns are looked at at once; as many as this machine can where left out
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    /// Leave out counts under 10 of breakdowns and cohorts, because strangers can read the output; auto does where the
    /// environment variable CI is set, as it is in builds
    #[arg(
        long,
        value_enum,
        value_name = "WHEN",
        num_args = 0..=1,
        require_equals = true,
        default_value_t,
        default_missing_value = "always"
    )]
    pub(super) safe_output: SafeOutput,
    /// How findings are printed: text, concise, narrated, json, sarif, junit, github or gitlab; with =FILE, where they
    /// are written. It may be given several times, and one of them without a file
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = output, default_value = "text", env = "CANDOUR_OUTPUT_FORMAT")]
    pub(super) output_format: Vec<Output>,
    /// Where the findings of the format without a file are written; printed where left out
    #[arg(long, value_name = "FILE")]
    pub(super) output_file: Option<PathBuf>,
}

/// Where a team's settings are.
#[derive(Debug, Args)]
pub(super) struct Settings {
    /// The settings for all returns; where left out, the nearest candour.toml in the folder of each return or above it
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(super) config: Option<PathBuf>,
    /// Look for no candour.toml
    #[arg(long)]
    pub(super) no_config: bool,
}

impl Settings {
    pub(super) fn search(&self) -> Search {
        match &self.config {
            Some(path) => Search::File(path.clone()),
            None if self.no_config => Search::Off,
            None => Search::Near,
        }
    }
}

/// Whether output leaves out small numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum SafeOutput {
    /// Where the environment variable CI is set
    #[default]
    Auto,
    /// Yes
    Always,
    /// No
    Never,
}

impl SafeOutput {
    pub(super) fn is_on(self) -> bool {
        match self {
            Self::Auto => env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false" && value != "0"),
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// A format, and the file it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Output {
    pub(super) format: Format,
    pub(super) file: Option<PathBuf>,
}

const FORMATS: &[(&str, Format)] = &[
    ("text", Format::Text),
    ("concise", Format::Concise),
    ("narrated", Format::Narrated),
    ("json", Format::Json),
    ("sarif", Format::Sarif),
    ("junit", Format::Junit),
    ("github", Format::Github),
    ("gitlab", Format::Gitlab),
];

fn output(text: &str) -> Result<Output, String> {
    let (name, file) = match text.split_once('=') {
        Some((_, "")) => return Err("name a file after the =".to_owned()),
        Some((name, file)) => (name, Some(PathBuf::from(file))),
        None => (text, None),
    };
    let Some((_, format)) = FORMATS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name)) else {
        let names: Vec<_> = FORMATS.iter().map(|(name, _)| *name).collect();
        return Err(format!("there is no format called {name}; these are: {}", names.join(", ")));
    };
    Ok(Output { format: *format, file })
}

#[derive(Debug, Args)]
pub(super) struct Report {
    /// Returns: a file, a folder that holds one or many, a pattern such as 'returns/**/*.json', or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// The return before this one, to compare with: a file or a folder return
    #[arg(long, value_name = "RETURN", conflicts_with = "history")]
    pub(super) previous: Option<PathBuf>,
    /// The folder that holds the earlier returns, of one partnership or of many; each return is compared with its own
    #[arg(long, value_name = "DIR")]
    pub(super) history: Option<PathBuf>,
    #[command(flatten)]
    pub(super) settings: Settings,
    /// Who reads it; where left out, what candour.toml names, else funder and members
    #[arg(long, value_enum, value_name = "AUDIENCE")]
    pub(super) audience: Vec<AudienceChoice>,
    /// HTML, PDF or both; both where left out
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(super) format: Vec<FormatChoice>,
    /// The language of the edition: English or Welsh
    #[arg(long, value_enum, value_name = "LANGUAGE", default_value_t = LanguageChoice::En)]
    pub(super) lang: LanguageChoice,
    /// The folder for the reports
    #[arg(long, value_name = "DIR", default_value = "reports")]
    pub(super) out: PathBuf,
    /// The id of the council whose members the briefing addresses
    #[arg(long = "for", value_name = "ORG")]
    pub(super) for_organisation: Option<String>,
    /// A folder of templates that replace ours of the same name
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// Build from a return with errors of arithmetic or completeness; every page then says so
    #[arg(long)]
    pub(super) draft: bool,
    /// The date to take for today, as 2026-10-30; the clock's where left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) today: Option<Date>,
    /// Say how plain each report is: our own words, and the return's
    #[arg(long)]
    pub(super) check_words: bool,
    /// Open the reports when they are written
    #[arg(long)]
    pub(super) open: bool,
}

/// Languages of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LanguageChoice {
    /// English
    En,
    /// Welsh; its words of our own await confirmation by a translator
    Cy,
}

impl LanguageChoice {
    pub(super) const fn language(self) -> TextLanguage {
        match self {
            Self::En => TextLanguage::English,
            Self::Cy => TextLanguage::Welsh,
        }
    }
}

/// Audiences whose report is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AudienceChoice {
    /// The funder report
    Funder,
    /// The elected members' briefing
    Members,
    /// The report to residents, with the strictest protection of small numbers
    Public,
    /// All three
    All,
}

impl AudienceChoice {
    pub(super) const fn audiences(self) -> &'static [Audience] {
        match self {
            Self::Funder => &[Audience::Funder],
            Self::Members => &[Audience::Members],
            Self::Public => &[Audience::Public],
            Self::All => Audience::ALL,
        }
    }
}

/// File formats of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatChoice {
    /// A page for a browser
    Html,
    /// A document to hand on and keep
    Pdf,
    /// Both
    All,
}

#[derive(Debug, Args)]
pub(super) struct Verify {
    /// Finished reports, HTML or PDF, or - for standard input
    #[arg(required = true, value_name = "REPORT")]
    pub(super) reports: Vec<PathBuf>,
    /// The return the reports were built from: it is published anew, and compared with the data inside them
    #[arg(long, value_name = "RETURN")]
    pub(super) against: Option<PathBuf>,
    /// The return before that one, where the reports were built with it
    #[arg(long, value_name = "RETURN", conflicts_with = "history", requires = "against")]
    pub(super) previous: Option<PathBuf>,
    /// The folder of earlier returns, where the reports were built with it
    #[arg(long, value_name = "DIR", requires = "against")]
    pub(super) history: Option<PathBuf>,
    /// The folder of templates the reports were made with, where they were not ours
    #[arg(long, value_name = "DIR")]
    pub(super) templates: Option<PathBuf>,
    /// How it is told
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(super) output_format: VerifyFormat,
}

/// How it is told whether a report follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum VerifyFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Extract {
    /// A finished report, HTML or PDF, or - for standard input
    #[arg(value_name = "REPORT")]
    pub(super) report: PathBuf,
    /// As JSON, or as a table for spreadsheets
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "json")]
    pub(super) format: ExtractFormat,
    /// Where it is written; printed where left out
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

/// How data leave a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ExtractFormat {
    /// The data, letter by letter
    Json,
    /// A table with a row for each value
    Csv,
}

#[derive(Debug, Args)]
pub(super) struct New {
    /// The return of the quarter before, a file or a folder return: what carries forward is put in, and what has to be
    /// filled is left empty and listed
    #[arg(long, value_name = "RETURN", conflicts_with = "today")]
    pub(super) from: Option<PathBuf>,
    #[arg(
        help = "Which approaches the partnership uses, with commas between them: results, system_health, outcomes, \
                narratives, community_reporting; the parts of the others are left out"
    )]
    #[arg(long, value_name = "APPROACHES", value_delimiter = ',', value_parser = approach, conflicts_with = "from")]
    pub(super) approaches: Vec<Approach>,
    /// Where the return is written, as a workbook where the name ends in .xlsx; printed where left out
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Makes the file of --out a folder of CSV lists, one for each sheet that the workbook would have
    #[arg(long, requires = "out")]
    pub(super) csv: bool,
    /// The date to take for today, as 2026-10-30; the clock's where left out
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub(super) today: Option<Date>,
    /// How the list of what to fill is told: json is for programs, and needs --from and --out
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(super) output_format: ListFormat,
}

/// How the list of what to fill is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Debug, Args)]
pub(super) struct Diff {
    /// The older return: a file, a folder return, or - for standard input
    #[arg(value_name = "OLD")]
    pub(super) old: PathBuf,
    /// The newer return: a later version of the same quarter, or a later quarter
    #[arg(value_name = "NEW")]
    pub(super) new: PathBuf,
    #[command(flatten)]
    pub(super) settings: Settings,
    /// Leave out counts under 10 of breakdowns and cohorts, because strangers can read the output; auto does where the
    /// environment variable CI is set, as it is in builds
    #[arg(
        long,
        value_enum,
        value_name = "WHEN",
        num_args = 0..=1,
        require_equals = true,
        default_value_t,
        default_missing_value = "always"
    )]
    pub(super) safe_output: SafeOutput,
    /// How it is told
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text")]
    pub(super) output_format: DiffFormat,
    /// Where it is written; printed where left out
    #[arg(long, value_name = "FILE")]
    pub(super) output_file: Option<PathBuf>,
}

/// How it is told what changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// A page for a browser
    Html,
}

#[derive(Debug, Args)]
pub(super) struct Upgrade {
    /// The return: a file, a folder return, or - for standard input
    #[arg(value_name = "RETURN")]
    pub(super) path: PathBuf,
    /// Where it is written, a folder for a folder return; printed where left out
    #[arg(long, value_name = "PATH")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Convert {
    /// The return: a file, a workbook, a folder return, a folder of CSV lists, or - for standard input
    #[arg(value_name = "RETURN")]
    pub(super) path: PathBuf,
    /// What it becomes: a workbook where the name ends in .xlsx, one file where it ends in .json, else a folder return
    #[arg(value_name = "OUT")]
    pub(super) out: PathBuf,
    /// Makes OUT a folder of CSV lists, one for each sheet that the workbook would have
    #[arg(long)]
    pub(super) csv: bool,
}

#[derive(Debug, Args)]
pub(super) struct Schema {
    /// Which one; where left out, the names of all are printed, or with --out all are written
    pub(super) name: Option<String>,
    /// The folder it is written to; printed where left out
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct Explain {
    /// The rule's name or code, such as R-08
    pub(super) rule: String,
}

#[derive(Debug, Args)]
pub(super) struct Completions {
    /// Which shell
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(super) struct Man {
    /// The folder the pages are written to; the first is printed where left out
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
}

fn approach(text: &str) -> Result<Approach, String> {
    let words: Vec<&str> = Approach::ALL.iter().map(|approach| approach.word()).collect();
    let found = Approach::ALL.iter().find(|approach| approach.word() == text.trim().replace([' ', '-'], "_"));
    found.copied().ok_or_else(|| format!("the approaches are {}", words.join(", ")))
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write the date as 2026-10-30".to_owned())
}
