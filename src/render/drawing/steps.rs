//! Chart 11, the six-step line: how closely partners are joined. No step is better, so only the current one stands out.

use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, line, measure, written,
};
use crate::report::block::StepsPlot;

pub(super) fn draw(plot: &StepsPlot, width: Width) -> Drawing {
    match width {
        Width::Wide => wide(plot),
        Width::Narrow => narrow(plot),
    }
}

/// The steps along a line, their names below.
fn wide(plot: &StepsPlot) -> Drawing {
    const WIDTH: f32 = 642.0;
    const Y: f32 = 12.0;
    let slot = WIDTH / plot.steps.len().max(1) as f32;
    let centre = |at: usize| Point::new(slot * (at as f32 + 0.5), Y);
    let mut marks = Vec::new();
    if let Some(last) = plot.steps.len().checked_sub(1) {
        marks.push(line(centre(0), centre(last), Stroke::solid(Colour::Rule, 2.0)));
    }
    let mut most = 1;
    for (at, step) in plot.steps.iter().enumerate() {
        marks.push(step_mark(plot, at, centre(at)));
        let lines = measure::wrap(step, weight(plot, at), slot - 6.0);
        most = most.max(lines.len());
        for (down, words) in lines.into_iter().enumerate() {
            let below = Point::new(centre(at).x, 37.0 + down as f32 * LINE);
            marks.extend(step_words(plot, at, words, below, Anchor::Middle));
        }
    }
    Drawing { width: WIDTH, height: 42.0 + (most - 1) as f32 * LINE, marks }
}

/// The steps as a list, their names beside them.
fn narrow(plot: &StepsPlot) -> Drawing {
    const WIDTH: f32 = 300.0;
    const X: f32 = 10.0;
    const WORDS_AT: f32 = 28.0;
    let mut marks = Vec::new();
    let mut y = 14.0;
    let mut last = y;
    for (at, step) in plot.steps.iter().enumerate() {
        marks.push(step_mark(plot, at, Point::new(X, y)));
        last = y;
        let lines = measure::wrap(step, weight(plot, at), WIDTH - WORDS_AT);
        let count = lines.len();
        for (down, words) in lines.into_iter().enumerate() {
            let beside = Point::new(WORDS_AT, y + 4.6 + down as f32 * LINE);
            marks.extend(step_words(plot, at, words, beside, Anchor::Start));
        }
        y += 28.0 + (count - 1) as f32 * LINE;
    }
    marks.insert(0, line(Point::new(X, 14.0), Point::new(X, last), Stroke::solid(Colour::Rule, 2.0)));
    Drawing { width: WIDTH, height: (y - 14.0).max(28.0), marks }
}

fn is_current(plot: &StepsPlot, at: usize) -> bool {
    plot.current.is_some_and(|current| usize::from(current) == at)
}

fn weight(plot: &StepsPlot, at: usize) -> Weight {
    if is_current(plot, at) { Weight::Semibold } else { Weight::Regular }
}

fn step_mark(plot: &StepsPlot, at: usize, centre: Point) -> DrawnMark {
    if is_current(plot, at) {
        let paint = Paint::outlined(Colour::DarkBlue, Stroke::solid(Colour::DarkBlue, 1.8));
        DrawnMark::Circle { centre, radius: 8.0, paint }
    } else {
        DrawnMark::Circle { centre, radius: 5.0, paint: Paint::hollow(Stroke::solid(Colour::Mid, 1.8)) }
    }
}

fn step_words(plot: &StepsPlot, at: usize, words: String, place: Point, anchor: Anchor) -> Option<DrawnMark> {
    let label = Label::new(words, place, anchor);
    written(if is_current(plot, at) { label.strong() } else { label })
}
