//! The shapes that stand beside a status, and the three squares of how much is shared. The words carry the meaning;
//! these are decoration.

use super::{Colour, Drawing, DrawnMark, Paint, Point, Stroke, line};
use crate::report::block::Mark;

/// The shape of a status, in a box of 12 × 12 units.
pub fn mark(mark: Mark) -> Drawing {
    Drawing { width: 12.0, height: 12.0, marks: vec![at(mark, Point::new(6.0, 6.0))] }
}

/// The shape of a status around this point.
pub(super) fn at(mark: Mark, centre: Point) -> DrawnMark {
    let point = |right: f32, down: f32| Point::new(centre.x + right, centre.y + down);
    match mark {
        Mark::OnTrack => DrawnMark::Circle { centre, radius: 5.2, paint: Paint::filled(Colour::DarkBlue) },
        Mark::Behind => DrawnMark::Polygon {
            points: vec![point(0.0, -5.1), point(5.5, 4.9), point(-5.5, 4.9)],
            paint: Paint::outlined(Colour::Orange, Stroke::solid(Colour::Ink, 0.9)),
        },
        Mark::OffTrack => DrawnMark::Rect {
            corner: point(-5.0, -5.0),
            width: 10.0,
            height: 10.0,
            paint: Paint::filled(Colour::DarkPink),
        },
        Mark::NotRated => {
            DrawnMark::Circle { centre, radius: 4.4, paint: Paint::hollow(Stroke::solid(Colour::Grey, 1.6)) }
        }
        Mark::NotDue => line(point(-4.0, 0.0), point(4.0, 0.0), Stroke::solid(Colour::Grey, 1.6)),
    }
}

/// Three squares, `filled` of them (none to all) dark blue, in a box of 34 × 10 units.
pub fn depth(filled: u8) -> Drawing {
    let outline = Stroke::solid(Colour::DarkBlue, 1.2);
    let squares = [0.6, 12.6, 24.6].into_iter().zip(0_u8..).map(|(left, at)| DrawnMark::Rect {
        corner: Point::new(left, 0.6),
        width: 8.8,
        height: 8.8,
        paint: if at < filled { Paint::outlined(Colour::DarkBlue, outline) } else { Paint::hollow(outline) },
    });
    Drawing { width: 34.0, height: 10.0, marks: squares.collect() }
}
