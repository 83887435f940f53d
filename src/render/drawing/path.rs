//! Chart 1, the path chart: what happened against the agreed path, the forecast and the target, in one year.

use super::place::{ASCENT, Area, DESCENT, Placer};
use super::scale::Ticks;
use super::{
    Anchor, Colour, Dash, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, diamond, line, measure,
    written,
};
use crate::report::block::{PathPlot, PlotPoint, PlotValue};

const WIDTH: f32 = 313.0;
const HEIGHT: f32 = 150.0;
const TOP: f32 = 16.0;
const BOTTOM: f32 = 126.0;
const AXIS_WORDS: f32 = 144.0;
/// Room for the ticks at left and the words at right, where they need no more.
const LEFT: f32 = 34.0;
const RIGHT: f32 = 86.0;
/// The least the lines themselves get, however long the words beside them are.
const PLOT: f32 = 110.0;
/// From the middle of a line down to the baseline of words beside it.
const TO_BASELINE: f32 = 4.4;
/// The start and three years of quarters: what can still be told apart.
const MOST_SLOTS: usize = 13;

pub(super) fn draw(plot: &PathPlot) -> Drawing {
    let shown = Shown::of(plot);
    let frame = Frame::around(&shown);
    let mut placer = Placer::new(Area { left: 0.0, top: 0.5, right: WIDTH, bottom: BOTTOM - 1.0 });

    let (lines, points) = series(&shown, &frame, &mut placer);
    let gutter = gutter_words(&shown, &frame);
    let axes = axis_words(&shown, &frame);
    for label in gutter.iter().chain(&axes) {
        placer.take(Area::of(label));
    }
    let words = words_beside(&shown, &frame, &mut placer);

    let mut marks = Vec::new();
    marks.extend(grid(&frame));
    marks.extend(grounds(&frame, &words));
    marks.push(axis(&frame));
    marks.extend(axes.into_iter().filter_map(written));
    marks.extend(lines);
    marks.extend(points);
    marks.extend(words.into_iter().chain(gutter).filter_map(written));
    Drawing { width: WIDTH, height: HEIGHT, marks }
}

/// The part of a plot that is drawn: at most the last three years, and only numbers that are numbers.
struct Shown<'a> {
    plot: &'a PathPlot,
    slots: Vec<&'a str>,
    baseline: Option<&'a PlotValue>,
    forecast: Option<&'a PlotValue>,
    target: Option<&'a PlotValue>,
    path: Vec<(usize, &'a PlotPoint)>,
    actual: Vec<(usize, &'a PlotPoint)>,
    current: Option<usize>,
}

impl<'a> Shown<'a> {
    fn of(plot: &'a PathPlot) -> Self {
        let left_out = plot.slots.len().saturating_sub(MOST_SLOTS);
        // The start stays; the oldest quarters after it go.
        let place = |slot: u8| match usize::from(slot) {
            slot if slot >= plot.slots.len() => None,
            0 => Some(0),
            slot if slot <= left_out => None,
            slot => Some(slot - left_out),
        };
        let points = |points: &'a [PlotPoint]| {
            let mut points: Vec<_> = points
                .iter()
                .filter(|point| point.value.is_finite())
                .filter_map(|point| Some((place(point.slot)?, point)))
                .collect();
            points.sort_by_key(|&(slot, _)| slot);
            points
        };
        let value = |value: &'a Option<PlotValue>| value.as_ref().filter(|value| value.value.is_finite());
        Self {
            plot,
            slots: (0_usize..)
                .zip(&plot.slots)
                .filter(|&(slot, _)| slot == 0 || slot > left_out)
                .map(|(_, words)| words.as_str())
                .collect(),
            baseline: value(&plot.baseline),
            forecast: value(&plot.forecast),
            target: value(&plot.target),
            path: points(&plot.path),
            actual: points(&plot.actual),
            current: place(plot.current_slot),
        }
    }

    fn last_slot(&self) -> usize {
        self.slots.len().saturating_sub(1)
    }

    fn now<'p>(&self, points: &'p [(usize, &'a PlotPoint)]) -> Option<&'p (usize, &'a PlotPoint)> {
        points.iter().rev().find(|&&(slot, _)| Some(slot) == self.current)
    }
}

/// Where slots and values stand.
struct Frame {
    left: f32,
    right: f32,
    slots: usize,
    ticks: Ticks,
    tick_words: Vec<String>,
}

impl Frame {
    fn around(shown: &Shown<'_>) -> Self {
        let single = [shown.baseline, shown.forecast, shown.target].into_iter().flatten().map(|value| value.value);
        let points = shown.path.iter().chain(&shown.actual).map(|&(_, point)| point.value);
        let values: Vec<f64> = single.chain(points).collect();
        let sign = shown.plot.unit_sign.as_str();
        let ticks = Ticks::around(&values, shown.plot.from_zero, (sign == "%").then_some(100.0));
        let tick_words: Vec<String> = ticks
            .values
            .iter()
            .map(|&tick| measure::clip(&ticks.words(tick, sign), Weight::Regular, LEFT * 3.0))
            .collect();
        let left = LEFT.max(measure::widest(tick_words.iter().map(String::as_str), Weight::Regular) + 6.0);
        let beside = [(shown.target, Weight::Semibold), (shown.forecast, Weight::Regular)];
        let widest = beside
            .into_iter()
            .filter_map(|(value, weight)| Some(measure::width(&value?.label, weight)))
            .fold(0.0, f32::max);
        let right = RIGHT.max(widest + 7.0).min(WIDTH - left - PLOT);
        Self { left, right: WIDTH - right, slots: shown.slots.len().max(1), ticks, tick_words }
    }

    fn slot_width(&self) -> f32 {
        (self.right - self.left) / self.slots as f32
    }

    fn x(&self, slot: usize) -> f32 {
        self.left + self.slot_width() * (slot as f32 + 0.5)
    }

    fn y(&self, value: f64) -> f32 {
        let (low, high) = (self.ticks.lowest(), self.ticks.highest());
        let up = ((value - low) / (high - low)).clamp(0.0, 1.0);
        BOTTOM - (BOTTOM - TOP) * up as f32
    }

    fn at(&self, slot: usize, value: f64) -> Point {
        Point::new(self.x(slot), self.y(value))
    }

    /// The value of the ink line: zero where it is on the axis, else the lowest tick.
    fn foot(&self) -> f64 {
        if self.ticks.lowest() < 0.0 && self.ticks.highest() >= 0.0 { 0.0 } else { self.ticks.lowest() }
    }

    fn level(&self, value: f64) -> [Point; 2] {
        let y = self.y(value);
        [Point::new(self.left, y), Point::new(self.right, y)]
    }
}

fn grid(frame: &Frame) -> Option<DrawnMark> {
    let foot = frame.y(frame.foot());
    let segments: Vec<_> = frame
        .ticks
        .values
        .iter()
        .map(|&tick| frame.level(tick))
        .filter(|[from, _]| (from.y - foot).abs() > 0.1)
        .collect();
    (!segments.is_empty()).then(|| DrawnMark::Lines { segments, stroke: Stroke::solid(Colour::Hair, 0.75) })
}

/// White behind words that stand on a gridline.
fn grounds(frame: &Frame, words: &[Label]) -> Vec<DrawnMark> {
    words
        .iter()
        .map(Area::of)
        .filter(|area| frame.ticks.values.iter().any(|&tick| area.is_crossed_at(frame.y(tick))))
        .map(|area| {
            let (left, right) = ((area.left - 2.0).max(0.0), (area.right + 2.0).min(WIDTH));
            let paint = Paint::filled(Colour::White);
            DrawnMark::Rect {
                corner: Point::new(left, area.top),
                width: right - left,
                height: area.bottom - area.top,
                paint,
            }
        })
        .collect()
}

fn axis(frame: &Frame) -> DrawnMark {
    let [from, to] = frame.level(frame.foot());
    line(from, to, Stroke::solid(Colour::Ink, 0.75))
}

/// The words of the ticks, and of the slots as far as they have room: all of them, or the first and the last.
fn axis_words(shown: &Shown<'_>, frame: &Frame) -> Vec<Label> {
    let mut words = Vec::new();
    for (&tick, tick_words) in frame.ticks.values.iter().zip(&frame.tick_words) {
        let at = Point::new(frame.left - 6.0, frame.y(tick) + TO_BASELINE);
        words.push(Label::new(tick_words.as_str(), at, Anchor::End).coloured(Colour::Grey));
    }
    let widest = measure::widest(shown.slots.iter().copied(), Weight::Regular);
    let all = widest + 4.0 <= frame.slot_width();
    for (slot, slot_words) in shown.slots.iter().enumerate() {
        if all || slot == 0 || slot == shown.last_slot() {
            let room = if all { widest + 1.0 } else { (frame.right - frame.left) / 2.0 - 4.0 };
            let slot_words = measure::clip(slot_words, Weight::Regular, room);
            let half = measure::width(&slot_words, Weight::Regular) / 2.0;
            let x = frame.x(slot).max(frame.left + half).min(frame.right - half);
            words.push(Label::new(slot_words, Point::new(x, AXIS_WORDS), Anchor::Middle).coloured(Colour::Grey));
        }
    }
    words
}

/// The lines, and the points that stand on them.
fn series(shown: &Shown<'_>, frame: &Frame, placer: &mut Placer) -> (Vec<DrawnMark>, Vec<DrawnMark>) {
    let mut lines = Vec::new();
    let mut points = Vec::new();
    let mut draw_line = |stroke: Stroke, through: Vec<Point>, placer: &mut Placer| {
        if through.len() > 1 {
            placer.take_line(&through);
            lines.push(DrawnMark::Polyline { points: through, stroke });
        }
    };
    let end = shown.last_slot();
    let now = shown.now(&shown.actual).map(|&(slot, point)| (slot, frame.at(slot, point.value)));

    if let Some(target) = shown.target {
        let y = frame.y(target.value);
        let from = if frame.slots > 1 { frame.x(1) - frame.slot_width() * 0.45 } else { frame.left };
        let through = vec![Point::new(from, y), Point::new(frame.right + 3.0, y)];
        draw_line(Stroke::solid(Colour::Ink, 1.0), through, placer);
    }
    let path = shown.path.iter().map(|&(slot, point)| frame.at(slot, point.value)).collect();
    draw_line(Stroke::solid(Colour::Mid, 1.5).dashed(Dash::Dashed), path, placer);
    if let Some(forecast) = shown.forecast {
        let then = frame.at(end, forecast.value);
        if let Some((_, from)) = now.filter(|&(slot, _)| slot < end) {
            draw_line(Stroke::solid(Colour::Orange, 2.6).dashed(Dash::Dotted), vec![from, then], placer);
        }
    }
    // A missing figure leaves a gap in the line.
    for run in shown.actual.chunk_by(|(before, _), (after, _)| after - before <= 1) {
        let through = run.iter().map(|&(slot, point)| frame.at(slot, point.value)).collect();
        draw_line(Stroke::solid(Colour::DarkBlue, 2.4), through, placer);
    }

    if let Some(baseline) = shown.baseline {
        let centre = frame.at(0, baseline.value);
        placer.take(Area::round(centre, 4.0));
        points.push(diamond(centre));
    }
    if let Some(forecast) = shown.forecast {
        let centre = frame.at(end, forecast.value);
        placer.take(Area::round(centre, 4.0));
        points.push(DrawnMark::Circle {
            centre,
            radius: 4.0,
            paint: Paint::hollow(Stroke::solid(Colour::Orange, 2.0)),
        });
    }
    if let Some(&(slot, point)) = shown.now(&shown.path) {
        let centre = frame.at(slot, point.value);
        points.push(DrawnMark::Circle { centre, radius: 2.6, paint: Paint::filled(Colour::Mid) });
    }
    for &(slot, point) in &shown.actual {
        let centre = frame.at(slot, point.value);
        placer.take(Area::round(centre, 4.0));
        let fill = if point.hollow { Colour::White } else { Colour::DarkBlue };
        let radius = if Some(slot) == shown.current { 4.3 } else { 3.6 };
        let paint = Paint::outlined(fill, Stroke::solid(Colour::DarkBlue, 2.0));
        points.push(DrawnMark::Circle { centre, radius, paint });
    }
    (lines, points)
}

/// “Target” and “Forecast” at the right, pushed apart where they would touch.
fn gutter_words(shown: &Shown<'_>, frame: &Frame) -> Vec<Label> {
    struct Beside {
        lines: Vec<String>,
        strong: bool,
        middle: f32,
    }
    let room = WIDTH - frame.right - 7.0;
    let beside = |value: Option<&PlotValue>, strong| {
        let value = value.filter(|value| !value.label.trim().is_empty())?;
        let weight = if strong { Weight::Semibold } else { Weight::Regular };
        // Three lines are plenty: only words that are not ours could be longer.
        let lines = measure::wrap(&value.label, weight, room).into_iter().take(3).collect();
        Some(Beside { lines, strong, middle: frame.y(value.value) })
    };
    let mut blocks: Vec<Beside> =
        [beside(shown.target, true), beside(shown.forecast, false)].into_iter().flatten().collect();
    blocks.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    let height = |block: &Beside| block.lines.len() as f32 * LINE + 0.5;
    if let [upper, lower] = blocks.as_mut_slice() {
        let apart = f32::midpoint(height(upper), height(lower));
        if lower.middle - upper.middle < apart {
            let middle = f32::midpoint(upper.middle, lower.middle);
            upper.middle = middle - apart / 2.0;
            lower.middle = middle + apart / 2.0;
        }
    }
    // Kept inside the box, one above the other.
    let total: f32 = blocks.iter().map(height).sum();
    let (mut highest, mut rest) = (0.0, total);
    let mut labels = Vec::new();
    for block in &blocks {
        let high = height(block);
        let top = (block.middle - high / 2.0).min(HEIGHT - rest).max(highest);
        rest -= high;
        highest = top + high;
        let mut baseline = top + LINE / 2.0 + TO_BASELINE;
        baseline = baseline.max(ASCENT).min(HEIGHT - DESCENT - (block.lines.len() as f32 - 1.0) * LINE);
        for words in &block.lines {
            let label = Label::new(words.as_str(), Point::new(frame.right + 7.0, baseline), Anchor::Start);
            labels.push(if block.strong { label.strong() } else { label });
            baseline += LINE;
        }
    }
    labels
}

/// The words beside the points: the current value, its path, the start, and marks of other quarters.
fn words_beside(shown: &Shown<'_>, frame: &Frame, placer: &mut Placer) -> Vec<Label> {
    let mut words = Vec::new();
    let actual = shown.now(&shown.actual);
    let path = shown.now(&shown.path);
    let y = |found: Option<&(usize, &PlotPoint)>| found.map(|&(_, point)| frame.y(point.value));
    let above = match (y(actual), y(path)) {
        (Some(actual), Some(path)) => actual <= path,
        _ => true,
    };
    if let Some(&(slot, point)) = actual {
        let label = Label::new(short(&point.label, Weight::Semibold), frame.at(slot, point.value), Anchor::Middle)
            .strong()
            .coloured(Colour::DarkBlue);
        let corner = if above { Corner::Above } else { Corner::lower(slope(&shown.actual, slot, frame)) };
        words.extend(placer.place(places(&label, corner)));
    }
    if let Some(&(slot, point)) = path {
        let label =
            Label::new(short(&shown.plot.path_label, Weight::Regular), frame.at(slot, point.value), Anchor::Middle)
                .coloured(Colour::Grey);
        let slope = slope(&shown.path, slot, frame);
        let corner = if above && actual.is_some() { Corner::lower(slope) } else { Corner::upper(slope) };
        words.extend(placer.place(places(&label, corner)));
    }
    if let Some(baseline) = shown.baseline {
        let label = Label::new(short(&baseline.label, Weight::Regular), frame.at(0, baseline.value), Anchor::Middle)
            .coloured(Colour::Grey);
        words.extend(placer.place(places(&label, Corner::Above)));
    }
    for &(slot, point) in shown.actual.iter().filter(|&&(slot, _)| Some(slot) != shown.current) {
        let label = Label::new(short(&point.label, Weight::Regular), frame.at(slot, point.value), Anchor::Middle)
            .coloured(Colour::Grey);
        words.extend(placer.place(places(&label, Corner::Below)));
    }
    words
}

fn short(words: &str, weight: Weight) -> String {
    measure::clip(words, weight, 120.0)
}

/// How a line runs at a slot: down the box (positive) or up.
fn slope(points: &[(usize, &PlotPoint)], slot: usize, frame: &Frame) -> f32 {
    let at = points.iter().rposition(|&(other, _)| other == slot).unwrap_or(0);
    let y = |at: usize| points.get(at).map(|&(_, point)| frame.y(point.value));
    match (at.checked_sub(1).and_then(y), y(at), y(at + 1)) {
        (Some(before), Some(here), _) => here - before,
        (None, Some(here), Some(after)) => after - here,
        _ => 0.0,
    }
}

/// A place for words at a point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Corner {
    Above,
    Below,
    UpperLeft,
    UpperRight,
    LowerLeft,
    LowerRight,
}

impl Corner {
    /// The corner above a sloping line that the line leaves free.
    fn upper(slope: f32) -> Self {
        if slope > 0.0 { Self::UpperRight } else { Self::UpperLeft }
    }

    /// The corner below a sloping line that the line leaves free.
    fn lower(slope: f32) -> Self {
        if slope > 0.0 { Self::LowerLeft } else { Self::LowerRight }
    }

    /// From the point to the words: right, down, and which part of them stands there.
    const fn offset(self) -> (f32, f32, Anchor) {
        match self {
            Self::Above => (0.0, -10.0, Anchor::Middle),
            Self::Below => (0.0, 18.0, Anchor::Middle),
            Self::UpperLeft => (-6.0, -7.0, Anchor::End),
            Self::UpperRight => (7.0, -7.0, Anchor::Start),
            Self::LowerLeft => (-6.0, 15.0, Anchor::End),
            Self::LowerRight => (7.0, 15.0, Anchor::Start),
        }
    }
}

/// The same words at each of their possible places, the wished one first.
fn places(label: &Label, wish: Corner) -> impl Iterator<Item = Label> {
    let all =
        [Corner::Above, Corner::Below, Corner::UpperLeft, Corner::UpperRight, Corner::LowerLeft, Corner::LowerRight];
    let order = (!label.words.trim().is_empty())
        .then(|| std::iter::once(wish).chain(all.into_iter().filter(move |&corner| corner != wish)));
    order.into_iter().flatten().map(|corner| {
        let (right, down, anchor) = corner.offset();
        Label { at: Point::new(label.at.x + right, label.at.y + down), anchor, ..label.clone() }
    })
}
