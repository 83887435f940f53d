//! Chart 7, paired bars: a group's share of those who were heard, over its share of the residents, from one zero.

use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, column, drawable, line,
    measure, written,
};
use crate::report::block::PairedPlot;

const BAR: f32 = 16.0;
const GROUP: f32 = 41.0;

pub(super) fn draw(plot: &PairedPlot, width: Width) -> Drawing {
    let (width, name, above) = match width {
        Width::Wide => (423.0, 118.0, false),
        Width::Narrow => (300.0, 0.0, true),
    };
    let value = |value: Option<f64>| value.map(|value| drawable(value).max(0.0));
    let most = plot.rows.iter().flat_map(|row| [value(row.first), value(row.second)]).flatten().fold(0.0, f64::max);
    let labels = plot.rows.iter().flat_map(|row| [row.first_label.as_str(), row.second_label.as_str()]);
    let room = (measure::widest(labels, Weight::Semibold) + 10.0).min((width - name) * 0.7);
    let length = |value: f64| if most > 0.0 { (value / most) as f32 * (width - name - room) } else { 0.0 };
    let mut marks = Vec::new();
    let mut top = 0.0;
    for row in &plot.rows {
        let weight = if above { Weight::Semibold } else { Weight::Regular };
        let lines = measure::wrap(&row.name, weight, if above { width } else { name - 8.0 });
        let high = lines.len() as f32 * LINE;
        let (first, bars) = if above { (top + 13.0, top + 4.0 + high) } else { (top + 16.0, top + 4.0) };
        marks.extend(column(lines, Point::new(0.0, first), weight));
        let orange = Paint::outlined(Colour::Orange, Stroke::solid(Colour::Ink, 0.9));
        let pair = [
            (value(row.first), row.first_label.as_str(), Paint::filled(Colour::DarkBlue), Weight::Semibold),
            (value(row.second), row.second_label.as_str(), orange, Weight::Regular),
        ];
        for (at, (value, words, paint, weight)) in pair.into_iter().enumerate() {
            let y = bars + at as f32 * (BAR + 2.0);
            let wide = value.map_or(0.0, length);
            if wide > 0.0 {
                marks.push(DrawnMark::Rect { corner: Point::new(name, y), width: wide, height: BAR, paint });
            }
            let words = measure::clip(words, weight, room - 8.0);
            let label = Label::new(words, Point::new(name + wide + 6.0, y + 12.6), Anchor::Start);
            marks.extend(written(Label { weight, ..label }));
        }
        let bottom = bars + 2.0 * BAR + 2.0;
        marks.push(line(Point::new(name, bars - 2.0), Point::new(name, bottom + 2.0), Stroke::solid(Colour::Ink, 1.0)));
        top = (bottom + GROUP - 2.0 * BAR - 6.0).max(if above { 0.0 } else { top + high + 8.0 });
    }
    Drawing { width, height: top, marks }
}
