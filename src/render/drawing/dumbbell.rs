//! Chart 4, the dumbbell: a hollow point before, a filled one after, on the whole scale of the instrument.

use super::axis::Axis;
use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, column, hairline, line,
    measure, written,
};
use crate::report::block::{DumbbellPlot, DumbbellRow};

/// The change at the right, and the room for a value beside a point.
const CHANGE: f32 = 46.0;
const VALUE: f32 = 34.0;

pub(super) fn draw(plot: &DumbbellPlot, width: Width) -> Drawing {
    let width = match width {
        Width::Wide => 313.0,
        Width::Narrow => 300.0,
    };
    let axis = Axis::between(&plot.axis, VALUE, width - CHANGE - VALUE);
    let mut marks = Vec::new();
    let mut top = 0.0;
    for row in &plot.rows {
        let lines = measure::wrap(&row.name, Weight::Regular, width);
        let y = top + 27.0 + (lines.len() - 1) as f32 * LINE;
        marks.extend(column(lines, Point::new(0.0, top + 13.0), Weight::Regular));
        marks.extend(axis.grid(y - 8.0, y + 8.0));
        marks.push(hairline(axis.x(plot.axis.low), axis.x(plot.axis.high), y));
        marks.extend(pair(row, &axis, y));
        let words = measure::clip(&row.words, Weight::Semibold, CHANGE);
        marks.extend(written(Label::new(words, Point::new(width, y + 4.6), Anchor::End).strong()));
        top = y + 13.0;
    }
    marks.extend(axis.words(top + 10.0, width));
    Drawing { width, height: top + 15.0, marks }
}

/// Both points with their values; a point without a number is not there.
fn pair(row: &DumbbellRow, axis: &Axis<'_>, y: f32) -> Vec<DrawnMark> {
    let before = row.before.as_ref().filter(|before| before.value.is_finite());
    let after = row.after.as_ref().filter(|after| after.value.is_finite());
    let at = |value: f64| Point::new(axis.x(value), y);
    let mut marks = Vec::new();
    let fell = before.zip(after).is_some_and(|(before, after)| after.value < before.value);
    if let Some((before, after)) = before.zip(after) {
        marks.push(line(at(before.value), at(after.value), Stroke::solid(Colour::DarkBlue, 2.4)));
    }
    let beside = |words: &str, x: f32, left: bool, weight| {
        let words = measure::clip(words, weight, VALUE - 9.0);
        let (x, anchor) = if left { (x - 8.0, Anchor::End) } else { (x + 8.0, Anchor::Start) };
        Label { weight, ..Label::new(words, Point::new(x, y + 4.6), anchor) }
    };
    if let Some(before) = before {
        let centre = at(before.value);
        let paint = Paint::hollow(Stroke::solid(Colour::DarkBlue, 1.8));
        marks.push(DrawnMark::Circle { centre, radius: 4.8, paint });
        let label = beside(&before.label, centre.x, !fell, Weight::Regular).coloured(Colour::Grey);
        marks.extend(written(label));
    }
    if let Some(after) = after {
        let centre = at(after.value);
        marks.push(DrawnMark::Circle { centre, radius: 5.2, paint: Paint::filled(Colour::DarkBlue) });
        marks.extend(written(beside(&after.label, centre.x, fell, Weight::Semibold)));
    }
    marks
}
