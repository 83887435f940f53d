//! What a page is made of, before anybody draws it.
//!
//! Blocks hold words and already-decided figures. They know no returns, no HTML and no PDF; both writers
//! match them in full, so that a new block is a compile error in each writer until it is drawn.

mod plot;

pub use plot::*;

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

/// A list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct List {
    /// What stands before each item.
    pub marker: Marker,
    /// The items.
    pub items: Vec<Rich>,
}

/// What stands before an item of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Marker {
    /// Nothing; items are set apart by space.
    None,
    /// A bullet.
    Bullet,
    /// 1., 2., 3. in dark blue.
    Number,
    /// Nothing; a hairline under each item.
    Ruled,
}

/// Keys and values.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeyValues {
    /// Body size with a hairline under each pair (“In short”), or note size (side notes).
    pub look: KeyLook,
    /// The pairs.
    pub items: Vec<Labelled>,
}

/// How keys and values look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyLook {
    /// Key grey, both in note size.
    Note,
    /// Key grey, both in body size.
    Body,
    /// Key strong, value in body size, a hairline between pairs.
    Ruled,
}

/// Equal columns of a label and a few words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Strip {
    /// How it looks.
    pub look: StripLook,
    /// The columns, 2 to 6 in a row.
    pub items: Vec<StripItem>,
}

/// How a strip looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StripLook {
    /// Between two hairlines, note size (facts, data quality).
    Facts,
    /// A rule above each column: heavy dark blue when `emphasis` is main, hair otherwise, dashed when not used.
    Approaches,
    /// A hairline above each column; a word and three squares (what is really shared).
    Depth,
}

/// A column of a strip.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StripItem {
    /// The label, strong.
    pub label: String,
    /// A second line in note size (“Main approach”); empty when there is none.
    pub by: String,
    /// What it says.
    pub words: Rich,
    /// How heavy the rule above it is.
    pub emphasis: Emphasis,
    /// For `StripLook::Depth`: how many of the three squares are filled.
    pub filled: u8,
}

/// How heavy the rule above a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Emphasis {
    /// Heavy dark blue.
    Main,
    /// A hairline.
    Plain,
    /// A dashed hairline.
    NotUsed,
}

/// Counts of statuses.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tally {
    /// The lines, in the order on track to not rated.
    pub lines: Vec<TallyLine>,
}

/// A line of a tally.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TallyLine {
    /// How many.
    pub count: String,
    /// The status.
    pub status: Status,
}

/// Blocks side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Columns {
    /// A hairline above the whole row, with more space.
    pub ruled: bool,
    /// Panels in the row grow to the same height.
    pub stretch: bool,
    /// The cells, whose spans add up to at most 12.
    pub cells: Vec<ColumnCell>,
}

/// One cell of a row of columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ColumnCell {
    /// How many of the twelve columns it takes.
    pub span: u8,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Blocks on a ground or under a heavy rule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Panel {
    /// How it looks.
    pub look: PanelLook,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// How a panel looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PanelLook {
    /// A tint; no rule.
    Tint,
    /// A tint under a heavy dark blue rule: what is asked.
    Ask,
    /// A heavy dark pink rule, no ground: what went wrong.
    WentWrong,
    /// An ink outline: words that are not ours.
    Box,
}

/// A table. The first cell of every row is its row header.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// Where links to it lead; unique in the report, `[a-z0-9-]+`.
    pub anchor: String,
    /// The message.
    pub caption: Rich,
    /// Measure, place, period, unit; empty when there is none.
    pub subtitle: Rich,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Notes under the table, shorthand first.
    pub notes: Vec<Rich>,
    /// Annex tables stand closer.
    pub tight: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    /// The heading, with the unit where one is needed.
    pub head: Rich,
    /// Words or numbers.
    pub align: Align,
    /// The share of the table's width this column would like, in relation to the others; 0 for as wide as its
    /// contents need.
    pub share: u8,
}

/// How a column is aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Words: left.
    Words,
    /// Numbers: right.
    Numbers,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The cells, one for each column; the first is the row header.
    pub cells: Vec<Cell>,
    /// A total: strong, with a rule above.
    pub total: bool,
}

/// A cell of a table. Never blank.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// What it says.
    pub words: Rich,
    /// A second line in note size (who, when); empty when there is none.
    pub by: Rich,
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

/// Words with their emphasis, language, marks and links.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct Rich(pub Vec<Span>);

/// A run of words.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "span", rename_all = "snake_case")]
pub enum Span {
    /// Plain words.
    Words {
        /// The words.
        text: String,
        /// Semibold.
        strong: bool,
        /// Italic: residents' words in “You said” only.
        emphasis: bool,
        /// The language, where it differs from the report's.
        language: Option<Language>,
    },
    /// A status, words and mark.
    Status(Status),
    /// A link to a place in the report.
    Link {
        /// The words.
        text: String,
        /// The anchor it leads to, without `#`.
        anchor: String,
    },
    /// A bar after a number in a table: decoration, the number says it.
    Bar(Bar),
    /// A new line inside a paragraph.
    Break,
}

impl Rich {
    /// No words at all.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds plain words.
    #[must_use]
    pub fn and(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), false, false, None);
        self
    }

    /// Adds strong words.
    #[must_use]
    pub fn strong(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), true, false, None);
        self
    }

    /// Adds words in italics.
    #[must_use]
    pub fn emphasis(mut self, text: impl Into<String>) -> Self {
        self.push(text.into(), false, true, None);
        self
    }

    /// Adds words in another language than the report's.
    #[must_use]
    pub fn in_language(mut self, text: impl Into<String>, language: Language) -> Self {
        self.push(text.into(), false, false, Some(language));
        self
    }

    /// Adds a status.
    #[must_use]
    pub fn status(mut self, status: Status) -> Self {
        self.0.push(Span::Status(status));
        self
    }

    /// Adds a link to a place in the report.
    #[must_use]
    pub fn link(mut self, text: impl Into<String>, anchor: impl Into<String>) -> Self {
        self.0.push(Span::Link { text: text.into(), anchor: anchor.into() });
        self
    }

    /// Adds a bar beside the number before it.
    #[must_use]
    pub fn bar(mut self, bar: Bar) -> Self {
        self.0.push(Span::Bar(bar));
        self
    }

    /// Adds a new line.
    #[must_use]
    pub fn line_break(mut self) -> Self {
        self.0.push(Span::Break);
        self
    }

    /// Adds what another run of words holds.
    #[must_use]
    pub fn with(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The words alone, as a reader who hears them gets them.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        for span in &self.0 {
            match span {
                Span::Words { text, .. } | Span::Link { text, .. } => plain.push_str(text),
                Span::Status(status) => plain.push_str(&status.words),
                Span::Bar(_) => {}
                Span::Break => plain.push('\n'),
            }
        }
        plain
    }

    fn push(&mut self, text: String, strong: bool, emphasis: bool, language: Option<Language>) {
        if !text.is_empty() {
            self.0.push(Span::Words { text, strong, emphasis, language });
        }
    }
}

impl From<&str> for Rich {
    fn from(text: &str) -> Self {
        Self::none().and(text)
    }
}

impl From<String> for Rich {
    fn from(text: String) -> Self {
        Self::none().and(text)
    }
}
