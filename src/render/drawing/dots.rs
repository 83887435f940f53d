//! Chart 3, the dot plot: a score a row, filled for this survey and hollow for the one before.

use super::axis::Axis;
use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, column, hairline, line,
    measure, written,
};
use crate::report::block::{DotRow, DotsPlot};

/// The height of a row with a name of one line.
const ROW: f32 = 20.0;
/// The words at the right.
const WORDS: f32 = 44.0;

pub(super) fn draw(plot: &DotsPlot, width: Width) -> Drawing {
    let (width, name, above) = match width {
        Width::Wide => (423.0, 196.0, false),
        Width::Narrow => (300.0, 0.0, true),
    };
    let axis = Axis::between(&plot.axis, name + 8.0, width - WORDS - 8.0);
    let mut marks = Vec::new();
    let mut top = 0.0;
    for row in &plot.rows {
        let weight = if row.strong { Weight::Semibold } else { Weight::Regular };
        let lines = measure::wrap(&row.name, weight, if above { width } else { name - 8.0 });
        let more = (lines.len() - 1) as f32 * LINE;
        let (first, y, height) = if above {
            (top + 14.0, top + 29.0 + more, 44.0 + more)
        } else {
            (top + 14.6, top + f32::midpoint(ROW, more), ROW + more)
        };
        marks.extend(column(lines, Point::new(0.0, first), weight));
        marks.push(hairline(axis.x(plot.axis.low), axis.x(plot.axis.high), y));
        marks.extend(axis.grid((y - 9.0).max(0.0), y + 9.0));
        marks.extend(dots(row, &axis, y));
        let words = measure::clip(&row.words, Weight::Semibold, WORDS);
        marks.extend(written(Label::new(words, Point::new(width, y + 4.6), Anchor::End).strong()));
        top += height;
    }
    marks.push(line(
        Point::new(axis.x(plot.axis.low), top + 2.0),
        Point::new(axis.x(plot.axis.high), top + 2.0),
        Stroke::solid(Colour::Ink, 0.75),
    ));
    marks.extend(axis.words(top + 18.0, width));
    Drawing { width, height: top + 23.0, marks }
}

/// Both dots, joined; of a survey without a number none.
fn dots(row: &DotRow, axis: &Axis<'_>, y: f32) -> Vec<DrawnMark> {
    let place = |score: Option<f64>| score.filter(|score| score.is_finite()).map(|score| Point::new(axis.x(score), y));
    let (now, before) = (place(row.now), place(row.before));
    let mut marks = Vec::new();
    if let (Some(now), Some(before)) = (now, before) {
        marks.push(line(before, now, Stroke::solid(Colour::DarkBlue, 2.0)));
    }
    if let Some(centre) = before {
        let paint = Paint::hollow(Stroke::solid(Colour::DarkBlue, 1.6));
        marks.push(DrawnMark::Circle { centre, radius: 4.2, paint });
    }
    if let Some(centre) = now {
        marks.push(DrawnMark::Circle { centre, radius: 5.0, paint: Paint::filled(Colour::DarkBlue) });
    }
    marks
}
