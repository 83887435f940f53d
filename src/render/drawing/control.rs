//! Chart 2, the control chart and the run chart: a series with its centre, its limits and its signals.

use super::place::{Area, Placer};
use super::scale::Ticks;
use super::{
    Anchor, Colour, Dash, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, TEXT, Weight, Width, drawable, line,
    measure, rhombus, written,
};
use crate::order;
use crate::report::block::{ControlPlot, ControlPoint, PlotValue, PointSignal};

const HEIGHT: f32 = 166.0;
/// The highest and the lowest line; above them stand the words of changes, below them those of the steps.
const TOP: f32 = 34.0;
const BOTTOM: f32 = HEIGHT - 26.0;
/// From the middle of a line down to the baseline of words beside it.
const TO_BASELINE: f32 = 4.4;
/// How far words keep from the middle of a point: the largest mark with its outline.
const REACH: f32 = 6.5;
/// Beyond so many points they are drawn smaller.
const MANY: usize = 24;

pub(super) fn draw(plot: &ControlPlot, width: Width) -> Drawing {
    let frame = Frame::around(plot, width);
    let mut placer = Placer::new(Area { left: frame.left, top: 0.5, right: frame.right, bottom: BOTTOM - 1.0 });
    let points: Vec<(Point, PointSignal)> = drawn_points(plot).map(|found| (frame.at(found), found.signal)).collect();
    let runs: Vec<Vec<Point>> = drawn_points(plot)
        .collect::<Vec<_>>()
        .chunk_by(|before, after| after.step == before.step + 1)
        .map(|run| run.iter().map(|found| frame.at(found)).collect())
        .collect();
    for run in &runs {
        placer.take_line(run);
    }
    for (at, _) in &points {
        placer.take(Area::round(*at, REACH));
    }
    // A telephone has room for one.
    let most = if frame.gutter { 2 } else { 1 };
    let (change_lines, change_words) = changes(plot, &frame, &mut placer);
    let beside = centre_and_limits_in_words(plot, &frame, &mut placer);
    let named: Vec<Label> =
        plot.named.iter().take(most).filter_map(|named| name(plot, named, &frame, &mut placer)).collect();
    let gaps: Vec<Label> = plot.gaps.iter().filter_map(|gap| missing(gap, plot, &frame, &mut placer)).collect();

    let mut marks = Vec::new();
    marks.extend(frame.grid());
    marks.push(line(Point::new(frame.left, BOTTOM), Point::new(frame.right, BOTTOM), Stroke::solid(Colour::Ink, 0.75)));
    marks.extend(frame.words_along(plot, width));
    marks.extend(centre_and_limits(plot, &frame));
    marks.extend(change_lines);
    let on_the_plot = named.iter().chain(&gaps).chain(beside.iter().filter(|label| label.at.x <= frame.right));
    marks.extend(on_the_plot.map(ground));
    for points in runs.into_iter().filter(|run| run.len() > 1) {
        marks.push(DrawnMark::Polyline { points, stroke: Stroke::solid(Colour::Mid, 1.4) });
    }
    let few = points.len() <= MANY;
    marks.extend(points.into_iter().map(|(at, signal)| mark(at, signal, few)));
    marks.extend(change_words.into_iter().chain(beside).chain(named).chain(gaps).filter_map(written));
    Drawing { width: frame.width, height: HEIGHT, marks }
}

/// The points that stand on a step of the chart, in order.
fn drawn_points(plot: &ControlPlot) -> impl Iterator<Item = &ControlPoint> {
    plot.points.iter().filter(|point| point.value.is_finite() && usize::from(point.step) < plot.steps.len())
}

/// Where steps and values stand.
struct Frame {
    width: f32,
    left: f32,
    right: f32,
    steps: usize,
    ticks: Ticks,
    tick_words: Vec<String>,
    /// Whether there is room for words at the right.
    gutter: bool,
}

impl Frame {
    fn around(plot: &ControlPlot, width: Width) -> Self {
        let lines = plot.stretches.iter().flat_map(|stretch| {
            [Some(&stretch.centre), stretch.lower.as_ref(), stretch.upper.as_ref()].into_iter().flatten()
        });
        let mut values: Vec<f64> = drawn_points(plot).map(|point| drawable(point.value)).collect();
        values.extend(lines.filter(|line| line.value.is_finite()).map(|line| drawable(line.value)));
        let ticks = Ticks::around(&values, false, (plot.unit_sign == "%").then_some(100.0));
        let tick_words: Vec<String> = ticks.values.iter().map(|&tick| ticks.words(tick, &plot.unit_sign)).collect();
        let left = (measure::widest(tick_words.iter().map(String::as_str), Weight::Regular) + 9.0).clamp(26.0, 90.0);
        let (width, right, gutter) = match width {
            Width::Wide => (642.0, 642.0 - 116.0, true),
            Width::Narrow => (300.0, 292.0, false),
        };
        Self { width, left, right, steps: plot.steps.len().max(1), ticks, tick_words, gutter }
    }

    fn step(&self) -> f32 {
        (self.right - self.left) / self.steps as f32
    }

    fn x(&self, step: usize) -> f32 {
        self.left + self.step() * (step.min(self.steps - 1) as f32 + 0.5)
    }

    fn y(&self, value: f64) -> f32 {
        let (low, high) = (self.ticks.lowest(), self.ticks.highest());
        let up = ((drawable(value) - low) / (high - low)).clamp(0.0, 1.0);
        BOTTOM - (BOTTOM - TOP) * up as f32
    }

    fn at(&self, point: &ControlPoint) -> Point {
        Point::new(self.x(usize::from(point.step)), self.y(point.value))
    }

    fn grid(&self) -> Option<DrawnMark> {
        let level = |&tick: &f64| {
            let y = self.y(tick);
            [Point::new(self.left, y), Point::new(self.right, y)]
        };
        let segments: Vec<_> = self.ticks.values.iter().map(level).filter(|[from, _]| from.y < BOTTOM - 0.1).collect();
        (!segments.is_empty()).then(|| DrawnMark::Lines { segments, stroke: Stroke::solid(Colour::Hair, 0.75) })
    }

    /// The words of the ticks, and of every third step (narrow: every sixth), the year where it changes.
    fn words_along(&self, plot: &ControlPlot, width: Width) -> Vec<DrawnMark> {
        let mut labels = Vec::new();
        for (&tick, words) in self.ticks.values.iter().zip(&self.tick_words) {
            let words = measure::clip(words, Weight::Regular, self.left - 6.0);
            labels.push(Label::new(words, Point::new(self.left - 6.0, self.y(tick) + TO_BASELINE), Anchor::End));
        }
        let every = match width {
            Width::Wide if plot.steps.len() <= 8 => 1,
            Width::Wide => 3,
            Width::Narrow if plot.steps.len() <= 4 => 1,
            Width::Narrow => 6,
        };
        let mut year = "";
        let mut taken = f32::NEG_INFINITY;
        for (at, step) in plot.steps.iter().enumerate().step_by(every) {
            let words = if step.year == year { step.label.clone() } else { format!("{} {}", step.label, step.year) };
            let words = measure::clip(words.trim(), Weight::Regular, 100.0);
            let half = measure::width(&words, Weight::Regular) / 2.0;
            let x = self.x(at).max(half).min(self.width - half);
            if x - half < taken + 6.0 {
                continue;
            }
            (year, taken) = (&step.year, x + half);
            labels.push(Label::new(words, Point::new(x, BOTTOM + 18.0), Anchor::Middle));
        }
        labels.into_iter().map(|label| label.coloured(Colour::Grey)).filter_map(written).collect()
    }
}

/// The centre of each stretch, and its limits.
fn centre_and_limits(plot: &ControlPlot, frame: &Frame) -> Vec<DrawnMark> {
    let mut marks = Vec::new();
    for stretch in &plot.stretches {
        let half = frame.step() / 2.0;
        let (from, to) = (frame.x(usize::from(stretch.from)) - half, frame.x(usize::from(stretch.to)) + half);
        let mut level = |value: &PlotValue, stroke| {
            if value.value.is_finite() && from < to {
                let y = frame.y(value.value);
                marks.push(line(Point::new(from, y), Point::new(to, y), stroke));
            }
        };
        level(&stretch.centre, Stroke::solid(Colour::Ink, 1.3));
        for limit in [&stretch.lower, &stretch.upper].into_iter().flatten() {
            level(limit, Stroke::solid(Colour::Mid, 1.0).dashed(Dash::Dashed));
        }
    }
    marks
}

/// What the lines of the last stretch are: in the gutter, or above them where there is none.
fn centre_and_limits_in_words(plot: &ControlPlot, frame: &Frame, placer: &mut Placer) -> Vec<Label> {
    let Some(last) = plot.stretches.last() else { return Vec::new() };
    let mut lines: Vec<(&PlotValue, bool)> =
        [(last.upper.as_ref(), false), (Some(&last.centre), true), (last.lower.as_ref(), false)]
            .into_iter()
            .filter_map(|(value, strong)| Some((value.filter(|value| value.value.is_finite())?, strong)))
            .collect();
    order::by(&mut lines, |(one, _), (other, _)| other.value.total_cmp(&one.value));
    let label = |words: &str, strong: bool, room: f32, at, anchor| {
        let weight = if strong { Weight::Semibold } else { Weight::Regular };
        Label { weight, ..Label::new(measure::clip(words, weight, room), at, anchor) }
    };
    if !frame.gutter {
        let mut words = Vec::new();
        for (value, strong) in lines {
            let y = frame.y(value.value);
            let place = |x, y, anchor| label(&value.label, strong, 140.0, Point::new(x, y), anchor);
            let (left, right) = (frame.left + 2.0, frame.right - 2.0);
            words.extend(placer.place([
                place(right, y - 4.0, Anchor::End),
                place(left, y - 4.0, Anchor::Start),
                place(right, y + 13.0, Anchor::End),
                place(left, y + 13.0, Anchor::Start),
            ]));
        }
        return words;
    }
    // Pushed apart from the top, then kept inside the box.
    let mut baselines: Vec<f32> = lines.iter().map(|(value, _)| frame.y(value.value) + TO_BASELINE).collect();
    for at in 1..baselines.len() {
        baselines[at] = baselines[at].max(baselines[at - 1] + LINE);
    }
    let over = baselines.last().map_or(0.0, |last| (last - (HEIGHT - 6.0)).max(0.0));
    let room = frame.width - frame.right - 7.0;
    lines
        .into_iter()
        .zip(baselines)
        .map(|((value, strong), y)| {
            label(&value.label, strong, room, Point::new(frame.right + 7.0, y - over), Anchor::Start)
        })
        .collect()
}

/// What happened: an upright line half a step before its month, and its words above the plot.
fn changes(plot: &ControlPlot, frame: &Frame, placer: &mut Placer) -> (Vec<DrawnMark>, Vec<Label>) {
    let (mut lines, mut words) = (Vec::new(), Vec::new());
    for change in plot.changes.iter().filter(|change| usize::from(change.step) < plot.steps.len()) {
        let x = frame.x(usize::from(change.step)) - frame.step() / 2.0;
        let through = [Point::new(x, 17.0), Point::new(x, BOTTOM)];
        lines.push(line(through[0], through[1], Stroke::solid(Colour::Ink, 0.9)));
        placer.take_line(&through);
        let label = measure::clip(&change.label, Weight::Semibold, (frame.right - frame.left) * 0.6);
        if label.trim().is_empty() {
            continue;
        }
        let place = |x, y, anchor| Label::new(label.as_str(), Point::new(x, y), anchor).strong();
        words.extend(placer.place([
            place(x + 3.0, 12.0, Anchor::Start),
            place(x - 3.0, 12.0, Anchor::End),
            place(x + 4.0, 12.0 + LINE, Anchor::Start),
            place(x - 4.0, 12.0 + LINE, Anchor::End),
        ]));
    }
    (lines, words)
}

/// The words of a signal, in the free space above or below its points.
fn name(
    plot: &ControlPlot,
    named: &crate::report::block::NamedSignal,
    frame: &Frame,
    placer: &mut Placer,
) -> Option<Label> {
    let within = |point: &&ControlPoint| (named.from..=named.to).contains(&point.step);
    let at: Vec<Point> = drawn_points(plot).filter(within).map(|point| frame.at(point)).collect();
    let (first, last) = (at.first()?, at.last()?);
    let weight = Weight::Semibold;
    let words = measure::clip(&named.label, weight, (frame.right - frame.left) * 0.8);
    if words.trim().is_empty() {
        return None;
    }
    let highest = at.iter().map(|at| at.y).fold(f32::INFINITY, f32::min);
    let lowest = at.iter().map(|at| at.y).fold(f32::NEG_INFINITY, f32::max);
    let colour = if named.better { Colour::DarkBlue } else { Colour::Ink };
    let place = |x, y, anchor| Label { weight, colour, ..Label::new(words.as_str(), Point::new(x, y), anchor) };
    let middle = f32::midpoint(first.x, last.x);
    let level =
        |y: f32| [place(middle, y, Anchor::Middle), place(first.x, y, Anchor::Start), place(last.x, y, Anchor::End)];
    let rows = |above: bool| {
        let away = |row: u8| f32::from(row) * 14.0;
        (0..4).map(move |row| if above { highest - 10.0 - away(row) } else { lowest + 18.0 + away(row) })
    };
    // Beside the points where they run along an edge of the box, then on their other side, then farther away.
    let beside = [
        place(last.x + 9.0, highest + TO_BASELINE, Anchor::Start),
        place(first.x - 9.0, highest + TO_BASELINE, Anchor::End),
    ];
    let near = rows(named.above).take(2).flat_map(level);
    let other_side = rows(!named.above).take(2).flat_map(level);
    let farther = [named.above, !named.above].into_iter().flat_map(|above| rows(above).skip(2)).flat_map(level);
    placer.place(near.chain(beside).chain(other_side).chain(farther))
}

/// The shorthand where a figure would be, at the height of the centre.
fn missing(
    gap: &crate::report::block::StepWords,
    plot: &ControlPlot,
    frame: &Frame,
    placer: &mut Placer,
) -> Option<Label> {
    if usize::from(gap.step) >= plot.steps.len() {
        return None;
    }
    let within = |stretch: &&crate::report::block::ControlStretch| (stretch.from..=stretch.to).contains(&gap.step);
    let centre = plot.stretches.iter().find(within).map_or(f32::midpoint(TOP, BOTTOM), |s| frame.y(s.centre.value));
    let words = measure::clip(&gap.label, Weight::Regular, 60.0);
    let at = Point::new(frame.x(usize::from(gap.step)), centre - 6.0);
    let label = Label::new(words, at, Anchor::Middle).coloured(Colour::Grey);
    let below = Label { at: Point::new(at.x, centre + 16.0), ..label.clone() };
    placer.place([label, below]).filter(|label| !label.words.trim().is_empty())
}

/// White behind words that may stand on a line.
fn ground(label: &Label) -> DrawnMark {
    let (left, right) = label.extent();
    DrawnMark::Rect {
        corner: Point::new(left.max(0.0), (label.at.y - 0.78 * TEXT).max(0.0)),
        width: right - left.max(0.0),
        height: TEXT,
        paint: Paint::filled(Colour::White),
    }
}

fn mark(centre: Point, signal: PointSignal, few: bool) -> DrawnMark {
    match signal {
        PointSignal::None => {
            let paint = Paint::hollow(Stroke::solid(Colour::Mid, 1.4));
            DrawnMark::Circle { centre, radius: if few { 3.0 } else { 2.0 }, paint }
        }
        PointSignal::Better => {
            let radius = if few { 4.6 } else { 3.0 };
            DrawnMark::Circle { centre, radius, paint: Paint::filled(Colour::DarkBlue) }
        }
        PointSignal::Worse => {
            let paint = Paint::outlined(Colour::Orange, Stroke::solid(Colour::Ink, 0.9));
            rhombus(centre, if few { 6.0 } else { 4.0 }, paint)
        }
    }
}
