//! Chart 6, the stacked bar: how many got better, did not clearly change, got worse. Every bar is a whole.

use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, column, drawable, measure,
    written,
};
use crate::report::block::{StackKind, StackedPlot, StackedRow};

const BAR: f32 = 21.0;
const ROW: f32 = 29.0;
/// Above the first row: the legend.
const HEAD: f32 = 24.0;
/// More above a bar whose thin parts have their numbers there.
const NUMBERS_ABOVE: f32 = 13.0;

pub(super) fn draw(plot: &StackedPlot, width: Width) -> Drawing {
    let (width, name, above) = match width {
        Width::Wide => (642.0, 172.0, false),
        Width::Narrow => (300.0, 0.0, true),
    };
    let (mut marks, mut top) = legend(plot, width, name);
    for row in &plot.rows {
        let lines = measure::wrap(&row.name, Weight::Regular, if above { width } else { name - 8.0 });
        let parts = places(row, name, width);
        let raised = if parts.iter().any(|part| !part.fits) { NUMBERS_ABOVE } else { 0.0 };
        let bar = if above { top + 4.0 + lines.len() as f32 * LINE + raised } else { top + 4.0 + raised };
        let first = if above { top + 13.0 } else { bar + 15.0 };
        let below_name = first + lines.len() as f32 * LINE - 6.0;
        marks.extend(column(lines, Point::new(0.0, first), Weight::Regular));
        for part in &parts {
            marks.extend(part.marks(bar, width));
        }
        let instead = measure::clip(&row.instead, Weight::Regular, width - name - 2.0);
        marks.extend(written(Label::new(instead, Point::new(name, bar + 15.0), Anchor::Start).coloured(Colour::Grey)));
        top = (bar + ROW - 4.0).max(if above { 0.0 } else { below_name });
    }
    Drawing { width, height: top + 2.0, marks }
}

/// The three words with their squares, one after the other; on a telephone, on lines of their own.
fn legend(plot: &StackedPlot, width: f32, left: f32) -> (Vec<DrawnMark>, f32) {
    const SQUARE: f32 = 12.0;
    let mut marks = Vec::new();
    let (mut x, mut y) = (left, 3.0);
    for (words, kind) in plot.legend.iter().zip([StackKind::Better, StackKind::Same, StackKind::Worse]) {
        let words = measure::clip(words, Weight::Regular, width - left - SQUARE - 6.0);
        let needs = SQUARE + 6.0 + measure::width(&words, Weight::Regular);
        if x > left && x + needs > width {
            (x, y) = (left, y + LINE + 2.0);
        }
        let corner = Point::new(x, y);
        marks.push(DrawnMark::Rect { corner, width: SQUARE, height: SQUARE, paint: paint(kind) });
        marks.extend(written(Label::new(words, Point::new(x + SQUARE + 6.0, y + 10.6), Anchor::Start)));
        x += needs + 18.0;
    }
    (marks, y + HEAD - 3.0)
}

/// A part of a bar, and where it stands.
struct Part<'a> {
    kind: StackKind,
    label: &'a str,
    left: f32,
    width: f32,
    /// Whether its number has room inside.
    fits: bool,
}

/// The parts of a row, each as long as its share of it.
fn places(row: &StackedRow, left: f32, right: f32) -> Vec<Part<'_>> {
    let value = |value: f64| drawable(value).max(0.0);
    let total: f64 = row.parts.iter().map(|part| value(part.value)).sum();
    if total <= 0.0 {
        return Vec::new();
    }
    let mut x = left;
    let mut parts = Vec::new();
    for part in row.parts.iter().filter(|part| value(part.value) > 0.0) {
        let width = (value(part.value) / total) as f32 * (right - left);
        let fits = measure::width(&part.label, Weight::Semibold) + 10.0 <= width;
        parts.push(Part {
            kind: part.kind,
            label: &part.label,
            left: x.min(right - 1.0),
            width: width.min(right - x),
            fits,
        });
        x += width;
    }
    parts
}

impl Part<'_> {
    fn marks(&self, top: f32, right: f32) -> Vec<DrawnMark> {
        // A white line between two parts.
        let width = (self.width - 1.0).max(0.3);
        let bar = DrawnMark::Rect { corner: Point::new(self.left, top), width, height: BAR, paint: paint(self.kind) };
        let inside = match self.kind {
            StackKind::Better => Colour::White,
            StackKind::Same | StackKind::Worse => Colour::Ink,
        };
        let label = if self.fits {
            Label::new(self.label, Point::new(self.left + 7.0, top + 15.2), Anchor::Start).coloured(inside)
        } else {
            let label = measure::clip(self.label, Weight::Semibold, right);
            let right = (self.left + self.width).max(measure::width(&label, Weight::Semibold));
            Label::new(label, Point::new(right, top - 3.0), Anchor::End)
        };
        std::iter::once(bar).chain(written(label.strong())).collect()
    }
}

fn paint(kind: StackKind) -> Paint {
    match kind {
        StackKind::Better => Paint::filled(Colour::DarkBlue),
        StackKind::Same => Paint::filled(Colour::BarGrey),
        StackKind::Worse => Paint::outlined(Colour::Orange, Stroke::solid(Colour::Ink, 0.6)),
    }
}
