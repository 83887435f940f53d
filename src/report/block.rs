//! What a page is made of, before anybody draws it.
//!
//! Blocks hold words and already-decided figures. They know no returns, no HTML and no PDF; both writers
//! match them in full, so that a new block is a compile error in each writer until it is drawn.

mod group;
mod plot;
mod rich;
mod table;

pub use group::*;
pub use plot::*;
pub use rich::*;
pub use table::*;

use serde::Serialize;

/// A whole report: everything a writer needs, and nothing more.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// The document's title, as a window or a bookmark shows it.
    pub title: String,
    /// One sentence on what this document is, for its metadata.
    pub description: String,
    /// Who wrote it: the partnership's name.
    pub author: String,
    /// The language of our own words.
    pub language: Language,
    /// The design this audience reads: size of body text and furniture.
    pub style: Style,
    /// The reference date of the return (`YYYY-MM-DD`): the only date in the file's metadata.
    pub date: String,
    /// Running title, left, from page 2 (“Saltmere Together · July to September 2026 · Funder report”).
    pub running_title: String,
    /// Words that stand on every page, such as “Demonstration: invented data”; empty when there are none.
    pub marks: Vec<String>,
    /// Foot of every page, left (“Version 2, submitted 30 October 2026”).
    pub foot: String,
    /// “Page {n} of {of}”: the words around the numbers, in the report's language.
    pub page_words: PageWords,
    /// The head of page 1.
    pub masthead: Masthead,
    /// Sections and what stands between them, in reading order.
    pub blocks: Vec<Block>,
    /// Entries of the list of contents (HTML: a side list; PDF: bookmarks), in reading order.
    pub contents: Vec<ContentsEntry>,
    /// The words the writers themselves need, in the report's language.
    pub labels: Labels,
    /// The published data this report was made from, as canonical JSON; its digest also seeds the file's id.
    pub data: String,
}

/// Words that writers print around blocks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Labels {
    /// “Skip to main content”.
    pub skip: String,
    /// “Contents”.
    pub contents: String,
    /// “Figures behind this chart”.
    pub chart_figures: String,
}

/// The words of a page number: “Page ”, “ of ”.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageWords {
    /// Before the page number, with its trailing space.
    pub before: String,
    /// Between the page number and the number of pages, with its spaces.
    pub between: String,
}

/// The languages of our own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    En,
    /// Welsh.
    Cy,
}

impl Language {
    /// The BCP 47 tag: `en-GB` or `cy`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en-GB",
            Self::Cy => "cy",
        }
    }
}

/// The three designs of the look: their body size and how loud their headings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// 10 pt body; numbered sections.
    Funder,
    /// 10.9 pt body; paired sections under short rules.
    Members,
    /// 12 pt body.
    Public,
}

/// One line of the list of contents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContentsEntry {
    /// The section's number or letter; empty when it has none.
    pub number: String,
    /// The section's title.
    pub title: String,
    /// The anchor of the section it leads to.
    pub anchor: String,
}

/// The head of page 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Masthead {
    /// The line above the title (“Quarterly report to **The Hollin Beck Foundation**”).
    pub over: Rich,
    /// The title: level 1, once a report.
    pub title: String,
    /// The title's second line: the period.
    pub period: String,
    /// Up to four facts between hairlines: a label, then words. May be empty.
    pub facts: Vec<Labelled>,
}

/// A label and the words under or beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Labelled {
    /// The label.
    pub label: String,
    /// What it says.
    pub words: Rich,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A section with its heading; may stand inside columns.
    Section(Section),
    /// A heading inside a section.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A list of short texts.
    List(List),
    /// Keys and values, the key in grey (“Legal form: partnership agreement”).
    KeyValues(KeyValues),
    /// Equal columns of a label and a few words between hairlines.
    Strip(Strip),
    /// Counts of statuses: number, words, mark; one a line.
    Tally(Tally),
    /// Blocks side by side on the twelve-column grid.
    Columns(Columns),
    /// Blocks on a ground or under a heavy rule.
    Panel(Panel),
    /// A table.
    Table(Table),
    /// A chart with its words.
    Chart(Box<Chart>),
    /// Somebody's own words.
    Quotation(Quotation),
}

/// A section of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Where links and the list of contents lead; unique in the report, `[a-z0-9-]+`.
    pub anchor: String,
    /// Number or letter, in dark blue; empty when it has none.
    pub number: String,
    /// The heading (level 2).
    pub title: String,
    /// The question the section answers, under the heading; empty when it has none.
    pub question: String,
    /// How the heading looks.
    pub rank: SectionRank,
    /// Whether it begins a new page in print.
    pub new_page: bool,
    /// What stands in it. The first block stays with the heading.
    pub blocks: Vec<Block>,
}

/// How a section's heading looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionRank {
    /// Full size with a full rule above: 1.6 rem (funder), 1.3 rem (others).
    Full,
    /// The same words without a rule above (the first answer on page 1).
    Bare,
    /// Annexes: full rule, tighter tables.
    Annex,
}

/// A heading inside a section.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Heading {
    /// 3 or 4.
    pub level: u8,
    /// Its words.
    pub words: Rich,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Paragraph {
    /// How it looks.
    pub look: Look,
    /// Its words.
    pub words: Rich,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Body text.
    Body,
    /// The answer, in larger type.
    Lede,
    /// A story or other text a little smaller than the body.
    Story,
    /// Notes, sources, by-lines: small and grey.
    Note,
}

/// A chart with its words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Chart {
    /// Where links to it lead; unique in the report.
    pub anchor: String,
    /// The message.
    pub headline: Rich,
    /// Measure, place, period, number of people.
    pub subtitle: Rich,
    /// What a reader who cannot see it hears: at most 250 characters.
    pub alt: String,
    /// What is drawn.
    pub plot: Plot,
    /// A note under it; empty when there is none.
    pub note: Rich,
    /// The table behind it, where it follows the chart; `None` where it stands in annex B (the alt text says so).
    pub table: Option<Table>,
}

/// Somebody's own words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Quotation {
    /// The words, with their quotation marks.
    pub words: Rich,
    /// Who, when; in note style.
    pub by: Rich,
}

/// A status: the words first, then the mark.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Status {
    /// The words (“Amber: behind, with a plan”).
    pub words: String,
    /// The shape after them, decorative.
    pub mark: Mark,
}

/// The shape of a status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Dark blue circle.
    OnTrack,
    /// Orange triangle with an ink outline.
    Behind,
    /// Dark pink square.
    OffTrack,
    /// Grey ring.
    NotRated,
    /// An en dash.
    NotDue,
}
