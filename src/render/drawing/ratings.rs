//! Ratings over time: a row a measure, a column a quarter, in each its word over its shape.

use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Point, Weight, Width, column, hairline, measure, status, written,
};
use crate::report::block::{RatingsCell, RatingsPlot, RatingsRow};

/// From the words of a cell down to its shape, and from there to the end of the row.
const SHAPE: f32 = 11.0;
const GAP: f32 = 8.0;
/// The most quarters that are drawn: the last of them.
const MOST: usize = 12;

pub(super) fn draw(plot: &RatingsPlot, width: Width) -> Drawing {
    let (width, name, above) = match width {
        Width::Wide => (642.0, 174.0, false),
        Width::Narrow => (300.0, 0.0, true),
    };
    let left_out = plot.steps.len().saturating_sub(MOST);
    let steps = &plot.steps[left_out..];
    let room = (width - name) / steps.len().max(1) as f32;
    let x = |at: usize| name + room * (at as f32 + 0.5);
    let mut marks = Vec::new();
    let mut top = 2.0;
    for row in &plot.rows {
        let weight = if above { Weight::Semibold } else { Weight::Regular };
        let names = measure::wrap(&row.name, weight, if above { width } else { name - GAP });
        let cells = &row.cells[left_out.min(row.cells.len())..];
        let height = names.len() as f32 * LINE;
        let (first, words) = if above { (top + 13.0, top + height + 14.0) } else { (top + 13.0, top + 13.0) };
        marks.extend(column(names, Point::new(0.0, first), weight));
        marks.extend(in_a_row(row, cells, room, words, &x));
        let shapes = words + GAP / 2.0 + SHAPE + GAP;
        top = if above { shapes } else { shapes.max(top + height + GAP) };
        marks.push(hairline(0.0, width, top));
        top += 2.0;
    }
    marks.extend(along(plot, left_out, room, top + 13.0, width, &x));
    Drawing { width, height: top + 2.0 * LINE + 4.0, marks }
}

/// The words over the shapes: all of them where they have room, else those at which the rating becomes another.
fn in_a_row(
    row: &RatingsRow,
    cells: &[RatingsCell],
    room: f32,
    baseline: f32,
    x: &impl Fn(usize) -> f32,
) -> Vec<DrawnMark> {
    let widest = measure::widest(row.cells.iter().map(|cell| cell.words.as_str()), Weight::Regular);
    let all = widest + 3.0 <= room;
    let mut marks = Vec::new();
    for (at, cell) in cells.iter().enumerate() {
        let same = cells[at..].iter().take_while(|other| other.words == cell.words).count();
        let is_first = at == 0 || cells[at - 1].words != cell.words;
        let centre = Point::new(x(at), baseline + GAP / 2.0 + SHAPE / 2.0);
        let label = if all {
            Some(Label::new(cell.words.as_str(), Point::new(x(at), baseline), Anchor::Middle))
        } else if is_first {
            let words = measure::clip(&cell.words, Weight::Regular, room * same as f32 - 2.0);
            Some(Label::new(words, Point::new(x(at) - room / 2.0 + 1.0, baseline), Anchor::Start))
        } else {
            None
        };
        marks.extend(label.and_then(written));
        if let Some(mark) = cell.mark {
            marks.push(status::at(mark, centre));
        }
    }
    marks
}

/// The quarters below: the months as far as they have room, and each year once.
fn along(
    plot: &RatingsPlot,
    left_out: usize,
    room: f32,
    baseline: f32,
    width: f32,
    x: &impl Fn(usize) -> f32,
) -> Vec<DrawnMark> {
    let steps = &plot.steps[left_out..];
    let widest = measure::widest(steps.iter().map(|step| step.label.as_str()), Weight::Regular);
    let all = widest + 3.0 <= room;
    let mut marks = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        let is_new_year = at == 0 || steps[at - 1].year != step.year;
        let mut write = |words: &str, down: f32| {
            let words = measure::clip(words, Weight::Regular, 80.0);
            let half = measure::width(&words, Weight::Regular) / 2.0;
            let middle = Point::new(x(at).max(half).min(width - half), baseline + down);
            marks.extend(written(Label::new(words, middle, Anchor::Middle).coloured(Colour::Grey)));
        };
        if all || at == 0 || at + 1 == steps.len() {
            write(&step.label, 0.0);
        }
        if is_new_year && (all || at == 0 || room * 3.0 > 60.0) {
            write(&step.year, LINE);
        }
    }
    marks
}
