//! What each template sees: plain values, which it prints with two braces, and finished HTML, with three.
//!
//! Strict templates and these types together mean that a misspelt field fails in a test.

use serde::Serialize;

use super::text::Html;

/// `layout.hbs`: the document round the page.
#[derive(Debug, Serialize)]
pub(super) struct LayoutView<'a> {
    pub language: &'a str,
    pub title: &'a str,
    pub description: &'a str,
    pub author: &'a str,
    /// `funder`, `members` or `public`.
    pub audience: &'a str,
    pub policy: String,
    /// Raw: the text of the style element.
    pub style: String,
    pub body: Html,
    /// Raw: JSON without a less-than sign.
    pub data: String,
    /// The SHA-256 of the data as they were before their less-than signs were written otherwise.
    pub digest: String,
}

/// `audiences/*.hbs`: the page.
#[derive(Debug, Serialize)]
pub(super) struct PageView<'a> {
    pub skip: &'a str,
    pub contents_label: &'a str,
    pub contents: Vec<ContentsView<'a>>,
    pub masthead: Html,
    pub blocks: Html,
    pub foot: &'a str,
}

/// A line of the list of contents.
#[derive(Debug, Serialize)]
pub(super) struct ContentsView<'a> {
    pub number: &'a str,
    pub title: &'a str,
    pub anchor: &'a str,
}

/// `blocks/masthead.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct MastheadView<'a> {
    pub over: Html,
    pub marks: &'a [String],
    pub title: &'a str,
    pub period: &'a str,
    pub facts: Vec<LabelledView<'a>>,
}

/// A label and its words.
#[derive(Debug, Serialize)]
pub(super) struct LabelledView<'a> {
    pub label: &'a str,
    pub words: Html,
}

/// `blocks/section.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct SectionView<'a> {
    pub anchor: &'a str,
    pub number: &'a str,
    pub title: &'a str,
    pub question: &'a str,
    /// `full`, `bare` or `annex`.
    pub rank: &'static str,
    pub new_page: bool,
    pub blocks: Html,
}

/// `blocks/heading.hbs`. The level follows the heading before it, the look is the one asked for.
#[derive(Debug, Serialize)]
pub(super) struct HeadingView {
    pub level: u8,
    /// `h3` or `h4`.
    pub look: &'static str,
    pub words: Html,
}

/// `blocks/paragraph.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct ParagraphView {
    /// Empty for body text, or classes: `lede`, `story` or `sm`, and `status` where only a status stands in it.
    pub look: String,
    pub words: Html,
}

/// `blocks/list.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct ListView {
    pub numbered: bool,
    /// `plain`, `bullets`, `numbers` or `lines`.
    pub look: &'static str,
    pub items: Vec<Html>,
}

/// `blocks/key_values.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct KeyValuesView<'a> {
    /// `sm`, `body` or `short`.
    pub look: &'static str,
    pub items: Vec<LabelledView<'a>>,
}

/// `blocks/strip.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct StripView<'a> {
    /// `quality`, `five` or `depth`.
    pub look: &'static str,
    /// How many columns stand side by side.
    pub count: usize,
    pub items: Vec<StripItemView<'a>>,
}

/// A column of a strip.
#[derive(Debug, Serialize)]
pub(super) struct StripItemView<'a> {
    pub label: &'a str,
    pub by: &'a str,
    pub words: Html,
    /// `main`, `plain` or `unused`.
    pub emphasis: &'static str,
    /// The three squares, or nothing.
    pub squares: Html,
}

/// `blocks/tally.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct TallyView<'a> {
    pub lines: Vec<TallyLineView<'a>>,
}

/// A line of a tally.
#[derive(Debug, Serialize)]
pub(super) struct TallyLineView<'a> {
    pub count: &'a str,
    pub status: Html,
}

/// `blocks/columns.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct ColumnsView {
    pub ruled: bool,
    pub stretch: bool,
    pub cells: Vec<ColumnCellView>,
}

/// A cell of a row of columns.
#[derive(Debug, Serialize)]
pub(super) struct ColumnCellView {
    pub span: u8,
    pub blocks: Html,
}

/// `blocks/panel.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct PanelView {
    /// `panel`, `ask`, `bad` or `box`.
    pub look: &'static str,
    pub blocks: Html,
}

/// `blocks/table.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct TableView<'a> {
    pub anchor: &'a str,
    pub caption: Html,
    pub subtitle: Html,
    /// `stack` where it becomes a list on narrow screens, `tight` in annexes, `packed` where words may break anywhere.
    pub classes: String,
    pub columns: Vec<ColumnView>,
    /// Whether the columns have widths of their own.
    pub widths: bool,
    pub rows: Vec<RowView>,
    pub notes: Vec<Html>,
}

/// A column of a table.
#[derive(Debug, Serialize)]
pub(super) struct ColumnView {
    pub head: Html,
    pub numbers: bool,
    /// Hundredths of the table's width.
    pub width: u8,
}

/// A row of a table.
#[derive(Debug, Serialize)]
pub(super) struct RowView {
    pub total: bool,
    pub head: CellView,
    pub cells: Vec<CellView>,
}

/// A cell of a table.
#[derive(Debug, Serialize)]
pub(super) struct CellView {
    /// The head of its column, for narrow screens.
    pub head: String,
    pub numbers: bool,
    /// Words in a column of numbers, which may wrap.
    pub wrap: bool,
    pub words: Html,
    pub by: Html,
}

/// `blocks/chart.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct ChartView<'a> {
    pub anchor: &'a str,
    pub headline: Html,
    pub subtitle: Html,
    /// The drawing, or its version for wide windows.
    pub drawing: Html,
    /// The version for narrow windows, where there is one.
    pub narrow: Html,
    pub note: Html,
    pub figures: &'a str,
    pub table: Html,
}

/// `blocks/quotation.hbs`.
#[derive(Debug, Serialize)]
pub(super) struct QuotationView {
    pub words: Html,
    pub by: Html,
}
