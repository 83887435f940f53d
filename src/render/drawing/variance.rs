//! Chart 9, a bar beside a number of a table: less to the left of a zero, more to the right. The zero stands at the same
//! place in every row of a column.

use super::{Colour, Drawing, DrawnMark, Paint, Point, Stroke, drawable, line};
use crate::report::block::Bar;

/// A bar in a box of 120 × 16 units.
pub fn bar(bar: Bar) -> Drawing {
    const WIDTH: f32 = 120.0;
    const EDGE: f32 = 1.0;
    let (least, most) = (drawable(bar.least).min(0.0), drawable(bar.most).max(0.0));
    let range = most - least;
    let x = |value: f64| {
        let along = if range > 0.0 { ((drawable(value) - least) / range).clamp(0.0, 1.0) } else { 0.5 };
        EDGE + (WIDTH - 2.0 * EDGE) * along as f32
    };
    let (zero, end) = (x(0.0), x(bar.value));
    let mut marks = Vec::new();
    let mut push = |left: f32, right: f32, paint| {
        if right - left > 0.05 {
            marks.push(DrawnMark::Rect { corner: Point::new(left, 2.0), width: right - left, height: 12.0, paint });
        }
    };
    push(end, zero, Paint::filled(Colour::DarkBlue));
    push(zero, end, Paint::outlined(Colour::Orange, Stroke::solid(Colour::Ink, 0.9)));
    marks.push(line(Point::new(zero, 0.0), Point::new(zero, 16.0), Stroke::solid(Colour::Ink, 1.0)));
    Drawing { width: WIDTH, height: 16.0, marks }
}
