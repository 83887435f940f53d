//! “How to read the charts”: the six marks of a path chart, each beside its words.

use super::{
    Anchor, Colour, Dash, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, diamond, line, measure,
    written,
};
use crate::report::block::PathKey;

const WIDTH: f32 = 313.0;
const WORDS_AT: f32 = 44.0;
const ROW: f32 = 21.0;
/// From the first line of an entry down to its baseline.
const TO_BASELINE: f32 = 4.6;

pub(super) fn draw(key: &PathKey) -> Drawing {
    let entries: [(&str, Entry); 6] = [
        (&key.actual, |y| vec![rule(y, 34.0, 2.4, Colour::DarkBlue, Dash::Solid), point(y, Colour::DarkBlue)]),
        (&key.provisional, |y| vec![rule(y, 34.0, 2.4, Colour::DarkBlue, Dash::Solid), point(y, Colour::White)]),
        (&key.path, |y| vec![rule(y, 34.0, 1.5, Colour::Mid, Dash::Dashed)]),
        (&key.forecast, |y| {
            let paint = Paint::hollow(Stroke::solid(Colour::Orange, 2.0));
            let end = DrawnMark::Circle { centre: Point::new(29.0, y), radius: 4.0, paint };
            vec![rule(y, 27.0, 2.6, Colour::Orange, Dash::Dotted), end]
        }),
        (&key.target, |y| vec![rule(y, 34.0, 1.0, Colour::Ink, Dash::Solid)]),
        (&key.baseline, |y| vec![diamond(Point::new(17.0, y))]),
    ];
    let mut marks = Vec::new();
    let mut y = 12.0;
    for (words, entry) in entries {
        marks.extend(entry(y));
        let lines = measure::wrap(words, Weight::Regular, WIDTH - WORDS_AT);
        let more = lines.len().saturating_sub(1) as f32 * LINE;
        for (words, down) in lines.into_iter().zip(0_u16..) {
            let at = Point::new(WORDS_AT, y + TO_BASELINE + f32::from(down) * LINE);
            marks.extend(written(Label::new(words, at, Anchor::Start)));
        }
        y += ROW + more;
    }
    Drawing { width: WIDTH, height: y - ROW + 8.0, marks }
}

/// Draws the mark of one entry at a height.
type Entry = fn(f32) -> Vec<DrawnMark>;

fn rule(y: f32, to: f32, width: f32, colour: Colour, dash: Dash) -> DrawnMark {
    // A dotted line has round ends, which reach half its width further.
    let from = match dash {
        Dash::Solid | Dash::Dashed => 0.0,
        Dash::Dotted => width / 2.0,
    };
    line(Point::new(from, y), Point::new(to, y), Stroke::solid(colour, width).dashed(dash))
}

fn point(y: f32, fill: Colour) -> DrawnMark {
    let paint = Paint::outlined(fill, Stroke::solid(Colour::DarkBlue, 2.0));
    DrawnMark::Circle { centre: Point::new(17.0, y), radius: 4.3, paint }
}
