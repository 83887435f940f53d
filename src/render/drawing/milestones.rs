//! Chart 10, milestones on an axis of months: from when a step was due to when it is expected or done.

use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, column, hairline, line,
    measure, rhombus, written,
};
use crate::report::block::{MilestoneRow, MilestonesPlot};

/// Above the first row: the words of the quarter's end.
const HEAD: f32 = 22.0;
const ROW: f32 = 22.0;
/// Half the room of a mark at either edge of the axis.
const EDGE: f32 = 8.0;

pub(super) fn draw(plot: &MilestonesPlot, width: Width) -> Drawing {
    let (width, name, words, above) = match width {
        Width::Wide => (642.0, 214.0, 112.0, false),
        Width::Narrow => (300.0, 0.0, 0.0, true),
    };
    let axis = Months { left: name + EDGE, right: width - words - EDGE, count: plot.months.len().max(1) };
    let quarter = axis.x(plot.quarter_end.value);
    let mut rows = Vec::new();
    let mut top = HEAD;
    let mut lanes = Vec::new();
    for row in &plot.rows {
        let weight = if row.late { Weight::Semibold } else { Weight::Regular };
        let heavy = if above { Weight::Semibold } else { Weight::Regular };
        let names = measure::wrap(&row.name, heavy, if above { width } else { name - EDGE });
        let said = measure::wrap(&row.words, weight, if above { width } else { words - 10.0 });
        let tallest = names.len().max(said.len()) as f32;
        let (y, bottom) = if above {
            let y = top + 12.0 + names.len() as f32 * LINE;
            (y, y + 12.0 + said.len() as f32 * LINE)
        } else {
            let height = ROW.max(tallest * LINE + 6.0);
            (top + height / 2.0, top + height)
        };
        let first = |count: usize| y + 4.5 - (count - 1) as f32 * LINE / 2.0;
        let name_at = if above { top + 14.0 } else { first(names.len()) };
        let words_at = if above { y + 23.0 } else { first(said.len()) };
        let words_x = if above { 0.0 } else { width - words + 10.0 };
        rows.extend(column(names, Point::new(0.0, name_at), heavy));
        rows.extend(column(said, Point::new(words_x, words_at), weight));
        rows.extend(row_marks(row, &axis, y));
        lanes.push((y - 9.0, y + 9.0));
        top = if above { bottom + 6.0 } else { bottom };
    }
    if !above {
        lanes = vec![(HEAD, top)];
    }
    let mut marks: Vec<DrawnMark> = lanes.iter().filter_map(|&(from, to)| axis.grid(from, to)).collect();
    for &(from, to) in &lanes {
        marks.push(line(Point::new(quarter, from), Point::new(quarter, to), Stroke::solid(Colour::Ink, 1.2)));
    }
    marks.push(hairline(axis.left - EDGE, axis.right + EDGE, top));
    let label = measure::clip(&plot.quarter_end.label, Weight::Semibold, axis.right - axis.left);
    let half = measure::width(&label, Weight::Semibold) / 2.0;
    let x = quarter.max(half).min(width - half);
    marks.extend(written(Label::new(label, Point::new(x, 13.0), Anchor::Middle).strong()));
    marks.extend(rows);
    marks.extend(axis.words(&plot.months, top + 16.0, width));
    Drawing { width, height: top + 21.0, marks }
}

/// Where months stand.
struct Months {
    left: f32,
    right: f32,
    count: usize,
}

impl Months {
    fn x(&self, months: f64) -> f32 {
        let along = if months.is_finite() { (months / self.count as f64).clamp(0.0, 1.0) } else { 0.0 };
        self.left + (self.right - self.left) * along as f32
    }

    /// A hairline between every two months.
    fn grid(&self, top: f32, bottom: f32) -> Option<DrawnMark> {
        let lines = self.count.min(60);
        let segments: Vec<_> = (0..=lines)
            .map(|at| self.x(self.count as f64 * at as f64 / lines as f64))
            .map(|x| [Point::new(x, top), Point::new(x, bottom)])
            .collect();
        (!segments.is_empty()).then(|| DrawnMark::Lines { segments, stroke: Stroke::solid(Colour::Hair, 0.75) })
    }

    /// The names of the months, as many as have room.
    fn words(&self, months: &[String], baseline: f32, width: f32) -> Vec<DrawnMark> {
        let mut words = Vec::new();
        let mut taken = f32::NEG_INFINITY;
        for (at, month) in months.iter().enumerate() {
            let month = measure::clip(month, Weight::Regular, 80.0);
            let half = measure::width(&month, Weight::Regular) / 2.0;
            let x = self.x(at as f64 + 0.5).max(half).min(width - half);
            if x - half >= taken + 5.0 {
                taken = x + half;
                let label = Label::new(month, Point::new(x, baseline), Anchor::Middle);
                words.extend(written(label.coloured(Colour::Grey)));
            }
        }
        words
    }
}

/// Due and expected, or done. Within a week, due and done share a mark.
fn row_marks(row: &MilestoneRow, axis: &Months, y: f32) -> Vec<DrawnMark> {
    const A_WEEK: f64 = 0.25;
    let at = |months: f64| Point::new(axis.x(months), y);
    let mut marks = Vec::new();
    let colour = if row.late { Colour::DarkPink } else { Colour::Ink };
    let then = row.done.or(row.expected);
    if let (Some(due), Some(then)) = (row.due, then)
        && (then - due).abs() > A_WEEK
    {
        marks.push(line(at(due), at(then), Stroke::solid(colour, 2.4)));
    }
    let shares_a_mark = row.done.zip(row.due).is_some_and(|(done, due)| (done - due).abs() <= A_WEEK);
    if let Some(due) = row.due.filter(|_| !shares_a_mark) {
        marks.push(rhombus(at(due), 6.0, Paint::hollow(Stroke::solid(colour, 1.6))));
    }
    if let Some(done) = row.done {
        let paint = Paint::filled(Colour::DarkBlue);
        marks.push(DrawnMark::Circle { centre: at(done), radius: 5.0, paint });
    } else if let Some(expected) = row.expected {
        marks.push(rhombus(at(expected), 6.0, Paint::outlined(colour, Stroke::solid(colour, 1.2))));
    }
    marks
}
