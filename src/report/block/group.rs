//! Blocks that put words or other blocks together: lists, keys and values, strips, tallies, columns, panels.

use serde::Serialize;

use super::{Block, Labelled, Rich, Status};

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
