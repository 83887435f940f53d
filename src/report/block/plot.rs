//! What each kind of chart draws. Values are those that are printed, words those that stand beside them.

use serde::Serialize;

use super::Mark;

/// What a chart draws. Values are those that are printed: a hidden figure is never here.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "plot", rename_all = "snake_case")]
pub enum Plot {
    /// Path, actual, forecast and target of one measure in one year.
    Path(PathPlot),
    /// What each partner gives and may gain.
    Ledger(LedgerPlot),
    /// Six labelled steps, one of them the partnership's.
    Steps(StepsPlot),
    /// The key to the path charts.
    PathKey(PathKey),
    /// A series with its centre, its limits and its signals.
    Control(ControlPlot),
    /// A score a row, of this survey and of the one before.
    Dots(DotsPlot),
    /// Before and after, a row each.
    Dumbbell(DumbbellPlot),
    /// An estimate and its interval, a row each.
    Intervals(IntervalsPlot),
    /// Parts of a whole, a row each.
    Stacked(StackedPlot),
    /// Two shares a row.
    Paired(PairedPlot),
    /// When steps of the work were due, and when they are done or expected.
    Milestones(MilestonesPlot),
    /// The ratings of each measure, quarter by quarter.
    Ratings(RatingsPlot),
}

/// A path chart (look, chart 1). Periods stand left to right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathPlot {
    /// The labels along the bottom: “Start”, then the quarter ends (“Jun”, “Sep”, …).
    pub slots: Vec<String>,
    /// What stands after each number on the axis and beside marks (“%” or nothing).
    pub unit_sign: String,
    /// Whether the axis starts at zero (a count).
    pub from_zero: bool,
    /// Where the partnership started: a hollow diamond in slot 0.
    pub baseline: Option<PlotValue>,
    /// The agreed path: slot and value.
    pub path: Vec<PlotPoint>,
    /// What happened: slot and value. A gap where there is no figure.
    pub actual: Vec<PlotPoint>,
    /// What is printed where a figure would be and none is (`[x]`, or `[c]` where it is hidden).
    pub gaps: Vec<PlotGap>,
    /// The slot of the current quarter.
    pub current_slot: u8,
    /// The label of the current path value (“path 185”); empty when there is none.
    pub path_label: String,
    /// The forecast for the last slot.
    pub forecast: Option<PlotValue>,
    /// The target, a line.
    pub target: Option<PlotValue>,
    /// Targets that differ by slot, drawn as steps; the words of the last stand at the right.
    pub steps: Vec<PlotPoint>,
    /// Where something else is counted from a slot on, or something happened: a line before it, with words above.
    pub breaks: Vec<PlotGap>,
    /// The slots at which lines begin anew, because the figures do.
    pub anew: Vec<u8>,
}

/// A value on a chart with the words beside it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlotValue {
    /// Where it stands on the axis: the printed, rounded value.
    pub value: f64,
    /// The words beside it (“Target 160”).
    pub label: String,
}

/// A point of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlotPoint {
    /// The slot, from 0.
    pub slot: u8,
    /// The printed, rounded value.
    pub value: f64,
    /// The words beside it; empty for none.
    pub label: String,
    /// Drawn hollow: provisional, revised, estimated.
    pub hollow: bool,
}

/// A quarter of a line without a number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlotGap {
    /// The slot, from 0.
    pub slot: u8,
    /// The shorthand that stands there.
    pub label: String,
}

/// The contribution ledger (look, chart 8).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerPlot {
    /// The word above the left side (“gives”).
    pub gives: String,
    /// The words above the right side (“gains (estimate)”).
    pub gains: String,
    /// One row a partner.
    pub rows: Vec<LedgerRow>,
}

/// A row of the ledger. Values are in whole pounds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LedgerRow {
    /// The partner.
    pub name: String,
    /// Cash given.
    pub cash: f64,
    /// Given in kind.
    pub in_kind: f64,
    /// What is printed for cash and in kind together (“150”).
    pub given_label: String,
    /// The estimated gain; `None` when it is not estimated.
    pub gain: Option<f64>,
    /// What is printed for the gain (“176”, “not estimated”).
    pub gain_label: String,
    /// The sentence at the right (“gains £26,000 more than it gives”).
    pub words: String,
    /// The row the headline speaks of: its sentence is strong.
    pub strong: bool,
}

/// The six-step line (look, chart 11).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepsPlot {
    /// The labels, in order.
    pub steps: Vec<String>,
    /// The current one.
    pub current: Option<u8>,
}

/// The key to the path charts: the words beside each of its marks.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathKey {
    /// A filled point on a line: “What happened”.
    pub actual: String,
    /// A hollow point on a line.
    pub provisional: String,
    /// The dashed line.
    pub path: String,
    /// The dotted line with a hollow orange point.
    pub forecast: String,
    /// The thin ink line.
    pub target: String,
    /// The hollow diamond.
    pub baseline: String,
}

/// A control chart or a run chart (look, chart 2). Points stand at even steps, left to right.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ControlPlot {
    /// The steps along the bottom.
    pub steps: Vec<PlotStep>,
    /// What stands after each number on the axis.
    pub unit_sign: String,
    /// The points that have a number, in order.
    pub points: Vec<ControlPoint>,
    /// The steps without a number, and the shorthand that stands there.
    pub gaps: Vec<StepWords>,
    /// The stretches that share a centre and limits, in order; the words beside the last are printed.
    pub stretches: Vec<ControlStretch>,
    /// What happened, at the step at which it did.
    pub changes: Vec<StepWords>,
    /// The signals that are named, at most two.
    pub named: Vec<NamedSignal>,
}

/// A step along the bottom of a chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlotStep {
    /// Its name (“Apr”).
    pub label: String,
    /// The year it is in, which is printed where it changes.
    pub year: String,
}

/// Words at a step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StepWords {
    /// The step, from 0.
    pub step: u16,
    /// The words.
    pub label: String,
}

/// A point of a control chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ControlPoint {
    /// The step, from 0.
    pub step: u16,
    /// The printed, rounded value.
    pub value: f64,
    /// Whether it is part of a signal, and of which kind.
    pub signal: PointSignal,
}

/// Whether a point is part of a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PointSignal {
    /// The usual ups and downs.
    None,
    /// Better than usual, or other than usual where nobody says which way is better.
    Better,
    /// Worse than usual.
    Worse,
}

/// Steps that share a centre and limits.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ControlStretch {
    /// The first step, from 0.
    pub from: u16,
    /// The last step.
    pub to: u16,
    /// The mean or the median (“Average 10.1”).
    pub centre: PlotValue,
    /// The lower limit.
    pub lower: Option<PlotValue>,
    /// The upper limit.
    pub upper: Option<PlotValue>,
}

/// The words for a signal, in the free space at its points.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NamedSignal {
    /// Its first step.
    pub from: u16,
    /// Its last step.
    pub to: u16,
    /// The words (“7 months below the average”).
    pub label: String,
    /// Whether its points stand above the centre, so that the words do too.
    pub above: bool,
    /// Whether it is for the better.
    pub better: bool,
}

/// An axis with round numbers: the whole range of an instrument, or from zero.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlotAxis {
    /// Its left end.
    pub low: f64,
    /// Its right end.
    pub high: f64,
    /// What is printed along it.
    pub ticks: Vec<PlotValue>,
}

/// A dot plot (look, chart 3).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DotsPlot {
    /// The scale of the instrument.
    pub axis: PlotAxis,
    /// The rows, top to bottom.
    pub rows: Vec<DotRow>,
}

/// A row of a dot plot.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DotRow {
    /// What is scored.
    pub name: String,
    /// This survey.
    pub now: Option<f64>,
    /// The survey before.
    pub before: Option<f64>,
    /// What stands at the right: the score, or its shorthand.
    pub words: String,
    /// The overall row.
    pub strong: bool,
}

/// Before and after (look, chart 4).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DumbbellPlot {
    /// The whole scale of the instrument.
    pub axis: PlotAxis,
    /// The rows, top to bottom.
    pub rows: Vec<DumbbellRow>,
}

/// A row of before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DumbbellRow {
    /// What is scored.
    pub name: String,
    /// Before.
    pub before: Option<PlotValue>,
    /// After.
    pub after: Option<PlotValue>,
    /// What stands at the right: the change, or the shorthand of what cannot be shown.
    pub words: String,
}

/// Estimates with their intervals (look, chart 5).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IntervalsPlot {
    /// The axis.
    pub axis: PlotAxis,
    /// The rows, top to bottom.
    pub rows: Vec<IntervalRow>,
}

/// A row of an interval chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IntervalRow {
    /// What is estimated, with the range in words.
    pub name: String,
    /// The estimate and what is printed for it at the right.
    pub estimate: PlotValue,
    /// The lower end.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// Parts of a whole (look, chart 6). Every bar is as long as every other: the parts are shares of its row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StackedPlot {
    /// The words of the legend: better, no clear change, worse.
    pub legend: [String; 3],
    /// The rows, top to bottom.
    pub rows: Vec<StackedRow>,
}

/// A row of a stacked bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StackedRow {
    /// Whose parts they are, and how many people.
    pub name: String,
    /// The parts, left to right.
    pub parts: Vec<StackPart>,
    /// What stands in place of a bar where the parts may not be shown; empty otherwise.
    pub instead: String,
}

/// A part of a stacked bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StackPart {
    /// Which part it is.
    pub kind: StackKind,
    /// The printed value.
    pub value: f64,
    /// What is printed in it.
    pub label: String,
}

/// Which part of a stacked bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StackKind {
    /// The first of the legend.
    Better,
    /// The second, or the second and third together.
    Same,
    /// The third.
    Worse,
}

/// Two shares a row (look, chart 7).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairedPlot {
    /// The rows, top to bottom.
    pub rows: Vec<PairedRow>,
}

/// A row of paired bars: a value, or the words of what cannot be shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PairedRow {
    /// The group.
    pub name: String,
    /// The first bar; `None` where there is no number.
    pub first: Option<f64>,
    /// What is printed at its end, or in its place.
    pub first_label: String,
    /// The second bar.
    pub second: Option<f64>,
    /// What is printed at its end, or in its place.
    pub second_label: String,
}

/// Milestones on an axis of months (look, chart 10).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MilestonesPlot {
    /// The names of the months, left to right.
    pub months: Vec<String>,
    /// The end of the quarter: where it stands, in months from the left, and its words.
    pub quarter_end: PlotValue,
    /// The rows, top to bottom.
    pub rows: Vec<MilestoneRow>,
}

/// A milestone. Dates are in months from the left of the axis.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MilestoneRow {
    /// What it is.
    pub name: String,
    /// What stands at the right (“13 weeks late”).
    pub words: String,
    /// When it is due.
    pub due: Option<f64>,
    /// When it is expected.
    pub expected: Option<f64>,
    /// When it was done.
    pub done: Option<f64>,
    /// Whether it is late.
    pub late: bool,
}

/// A bar beside a number of a table: under plan to the left of a zero, over plan to the right (look, chart 9). The
/// number beside it says the same; a reader who cannot see the bar misses nothing.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bar {
    /// The printed value.
    pub value: f64,
    /// The lowest value of the column, at most zero.
    pub least: f64,
    /// The highest value of the column, at least zero.
    pub most: f64,
}

/// Ratings in rows of labelled shapes, a column a quarter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RatingsPlot {
    /// The quarters, left to right.
    pub steps: Vec<PlotStep>,
    /// The rows, top to bottom.
    pub rows: Vec<RatingsRow>,
}

/// A row of ratings.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RatingsRow {
    /// What is rated.
    pub name: String,
    /// One for each quarter.
    pub cells: Vec<RatingsCell>,
}

/// A rating in a quarter: its word and its shape, or a shorthand without one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RatingsCell {
    /// The word (“Amber”), or the shorthand.
    pub words: String,
    /// The shape.
    pub mark: Option<Mark>,
}
