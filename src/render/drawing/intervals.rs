//! Chart 5: an estimate as a diamond on the line of its interval.

use super::axis::Axis;
use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, column, hairline, line,
    measure, rhombus, written,
};
use crate::report::block::IntervalsPlot;

/// The estimate at the right.
const ESTIMATE: f32 = 52.0;

pub(super) fn draw(plot: &IntervalsPlot, width: Width) -> Drawing {
    let width = match width {
        Width::Wide => 313.0,
        Width::Narrow => 300.0,
    };
    let axis = Axis::between(&plot.axis, 8.0, width - ESTIMATE - 14.0);
    let mut marks = Vec::new();
    let mut top = 0.0;
    for row in &plot.rows {
        let lines = measure::wrap(&row.name, Weight::Regular, width);
        let y = top + 27.0 + (lines.len() - 1) as f32 * LINE;
        marks.extend(column(lines, Point::new(0.0, top + 13.0), Weight::Regular));
        marks.extend(axis.grid(y - 8.0, y + 8.0));
        marks.push(hairline(axis.x(plot.axis.low), axis.x(plot.axis.high), y));
        if axis.holds_zero_inside() {
            let x = axis.x(0.0);
            marks.push(line(Point::new(x, y - 8.0), Point::new(x, y + 8.0), Stroke::solid(Colour::Ink, 1.0)));
        }
        if [row.low, row.high, row.estimate.value].iter().all(|value| value.is_finite()) {
            let (low, high) = (axis.x(row.low), axis.x(row.high));
            let stroke = Stroke::solid(Colour::DarkBlue, 2.0);
            let cap = |x| [Point::new(x, y - 5.0), Point::new(x, y + 5.0)];
            let segments = vec![[Point::new(low, y), Point::new(high, y)], cap(low), cap(high)];
            marks.push(DrawnMark::Lines { segments, stroke });
            marks.push(rhombus(Point::new(axis.x(row.estimate.value), y), 6.0, Paint::filled(Colour::DarkBlue)));
        }
        let words = measure::clip(&row.estimate.label, Weight::Semibold, ESTIMATE);
        marks.extend(written(Label::new(words, Point::new(width, y + 4.6), Anchor::End).strong()));
        top = y + 13.0;
    }
    marks.extend(axis.words(top + 10.0, width));
    Drawing { width, height: top + 15.0, marks }
}
