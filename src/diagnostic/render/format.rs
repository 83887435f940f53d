//! The formats, and how findings are written in one of them a return at a time: what is printed need not be kept, and
//! what is said of a return can be made on any thread.

use std::collections::BTreeSet;

use super::{Checked, Counts, TextOptions, concise, github, gitlab, json, junit, narrated, sarif, text};
use crate::diagnostic::{Severity, Verdict};

/// A form findings are printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people at a terminal, with the lines they speak of.
    Text,
    /// A line a finding.
    Concise,
    /// For people who listen: sentences, and no drawing.
    Narrated,
    /// For programs.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// `JUnit`, for build servers.
    Junit,
    /// Annotations of a GitHub workflow.
    Github,
    /// GitLab's code quality report.
    Gitlab,
}

/// How findings are to be printed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// Whether text is coloured.
    pub colour: bool,
    /// Whether a warning that is not answered counts as a failure.
    pub strict: bool,
    /// The folder that programs take paths to be relative to, where it is known.
    pub folder: Option<&'a str>,
    /// What there is to say about the rules, for formats that carry it.
    pub rules: &'a [RuleText],
}

/// What there is to say about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleText {
    /// Its name.
    pub name: &'static str,
    /// Its code; `None` for a rule of text or shape.
    pub code: Option<&'static str>,
    /// How much it matters.
    pub severity: Severity,
    /// Why it matters.
    pub why: &'static str,
    /// How to answer it.
    pub answer: &'static str,
}

/// What is said of one return, written out: the return itself need not be kept.
#[derive(Debug, Clone)]
pub struct Piece {
    text: String,
    counts: Counts,
    rejected: bool,
    rules: BTreeSet<&'static str>,
}

impl Piece {
    /// Says that it is not of a return but of a file beside it, which is not counted as one.
    #[must_use]
    pub fn of_a_file_beside(mut self) -> Self {
        self.counts.files = 0;
        self.rejected = false;
        self
    }
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Text, Self::Concise, Self::Narrated, Self::Json, Self::Sarif, Self::Junit, Self::Github, Self::Gitlab];

    /// What is said of one return.
    pub fn piece(self, file: &Checked<'_>, options: &Options<'_>) -> Piece {
        let text = match self {
            Self::Text => text::piece(file, TextOptions { colour: options.colour }),
            Self::Concise => concise::piece(file),
            Self::Narrated => narrated::piece(file),
            Self::Json => json::piece(file),
            Self::Sarif => sarif::piece(file, options),
            Self::Junit => junit::piece(file, options),
            Self::Github => github::piece(file, options),
            Self::Gitlab => gitlab::piece(file, options),
        };
        Piece {
            text,
            counts: Counts::of(file),
            rejected: matches!(file.verdict, Verdict::Rejected | Verdict::Unreadable),
            rules: file.diagnostics.iter().map(|found| found.rule).collect(),
        }
    }

    const fn opening(self) -> &'static str {
        match self {
            Self::Text | Self::Concise | Self::Narrated | Self::Github => "",
            Self::Json => json::OPENING,
            Self::Sarif => sarif::OPENING,
            Self::Junit => junit::OPENING,
            Self::Gitlab => gitlab::OPENING,
        }
    }

    /// What stands between two pieces.
    const fn between(self) -> &'static str {
        match self {
            Self::Narrated => "\n",
            Self::Text | Self::Concise | Self::Github | Self::Junit => "",
            Self::Json | Self::Sarif | Self::Gitlab => ",\n",
        }
    }
}

/// Puts pieces together, in the order they are given.
#[derive(Debug)]
pub struct Writer<'a> {
    format: Format,
    options: Options<'a>,
    counts: Counts,
    rejected: usize,
    rules: BTreeSet<&'static str>,
    /// Whether a piece has been written.
    begun: bool,
}

impl<'a> Writer<'a> {
    /// Begins.
    pub fn new(format: Format, options: Options<'a>) -> Self {
        Self { format, options, counts: Counts::default(), rejected: 0, rules: BTreeSet::new(), begun: false }
    }

    /// What is written first.
    pub fn opening(&self) -> &'static str {
        self.format.opening()
    }

    /// What is written for the next return.
    pub fn add(&mut self, piece: Piece) -> String {
        self.counts.add(piece.counts);
        self.rejected += usize::from(piece.rejected);
        self.rules.extend(piece.rules);
        if piece.text.is_empty() || !self.begun {
            self.begun |= !piece.text.is_empty();
            return piece.text;
        }
        format!("{}{}", self.format.between(), piece.text)
    }

    /// What is written last.
    pub fn closing(self) -> String {
        match self.format {
            Format::Text => self.summary(),
            Format::Narrated if self.counts.files > 1 => format!("\n{}", self.summary()),
            Format::Concise | Format::Narrated | Format::Github => String::new(),
            Format::Json => json::closing(&self.counts),
            Format::Sarif => {
                let spoken: Vec<_> = self.options.rules.iter().filter(|rule| self.rules.contains(rule.name)).collect();
                sarif::closing(&spoken)
            }
            Format::Junit => junit::CLOSING.to_owned(),
            Format::Gitlab => gitlab::CLOSING.to_owned(),
        }
    }

    /// “3 returns, 1 of them rejected: 2 errors”; nothing for a single one.
    fn summary(&self) -> String {
        let rejected = match self.rejected {
            _ if self.counts.files < 2 => return String::new(),
            0 => String::new(),
            some => format!(", {some} of them rejected"),
        };
        format!("{} returns{rejected}: {}\n", self.counts.files, self.counts.words())
    }
}

/// What was found in some returns, in this format.
pub fn render(format: Format, files: &[Checked<'_>], options: &Options<'_>) -> String {
    let mut writer = Writer::new(format, *options);
    let mut out = writer.opening().to_owned();
    for file in files {
        out.push_str(&writer.add(format.piece(file, options)));
    }
    out.push_str(&writer.closing());
    out
}
