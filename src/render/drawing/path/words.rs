//! The words of a path chart: along its axes, at the right, and beside its points.

use super::frame::{Frame, HEIGHT, MIDDLE, Shown, WIDTH};
use crate::order;
use crate::render::drawing::place::{ASCENT, DESCENT, Placer};
use crate::render::drawing::{Anchor, Colour, LINE, Label, Point, Weight, measure};
use crate::report::block::PlotPoint;

/// The baseline of the words below the axis.
const BELOW_THE_AXIS: f32 = 144.0;
/// From the middle of a line down to the baseline of words beside it.
const TO_BASELINE: f32 = 4.4;

/// The words of the ticks, and of the slots as far as they have room: all of them, or the first and the last.
pub(super) fn along_the_axes(shown: &Shown<'_>, frame: &Frame) -> Vec<Label> {
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
            words.push(Label::new(slot_words, Point::new(x, BELOW_THE_AXIS), Anchor::Middle).coloured(Colour::Grey));
        }
    }
    words
}

/// “Target” and “Forecast” at the right, pushed apart where they would touch.
pub(super) fn in_the_gutter(shown: &Shown<'_>, frame: &Frame) -> Vec<Label> {
    struct Beside {
        lines: Vec<String>,
        strong: bool,
        middle: f32,
    }
    let room = WIDTH - frame.right - 7.0;
    let beside = |(value, words, strong): (f64, &str, bool)| {
        let weight = if strong { Weight::Semibold } else { Weight::Regular };
        // Three lines are plenty: only words that are not ours could be longer.
        let lines = measure::wrap(words, weight, room).into_iter().take(3).collect();
        (!words.trim().is_empty()).then(|| Beside { lines, strong, middle: frame.y(value) })
    };
    let mut blocks: Vec<Beside> = shown.beside().filter_map(beside).collect();
    order::by(&mut blocks, |a, b| a.middle.total_cmp(&b.middle));
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

/// The words above the lines at which something changed.
pub(super) fn above_the_breaks(shown: &Shown<'_>, frame: &Frame) -> Vec<Label> {
    let words = shown.breaks.iter().map(|&(slot, words)| {
        let words = short(words, Weight::Semibold);
        let half = measure::width(&words, Weight::Semibold) / 2.0;
        let x = frame.before(slot).max(frame.left + half).min(WIDTH - half - 1.0);
        Label::new(words, Point::new(x, ASCENT), Anchor::Middle).strong()
    });
    words.collect()
}

/// The words beside the points: the current value, its path, the start, and marks of other quarters.
pub(super) fn beside_the_points(shown: &Shown<'_>, frame: &Frame, placer: &mut Placer) -> Vec<Label> {
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
    for &(slot, gap) in &shown.gaps {
        // Where the value would be nobody knows; near the path it is found.
        let of_path = shown.path.iter().find(|&&(other, _)| other == slot).map(|&(_, point)| frame.y(point.value));
        let at = Point::new(frame.x(slot), of_path.unwrap_or(MIDDLE));
        let label = Label::new(short(gap, Weight::Regular), at, Anchor::Middle).coloured(Colour::Grey);
        words.extend(placer.place(places(&label, Corner::Above)));
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
    Right,
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
            Self::Right => (8.0, TO_BASELINE, Anchor::Start),
        }
    }
}

/// The same words at each of their possible places, the wished one first.
fn places(label: &Label, wish: Corner) -> impl Iterator<Item = Label> {
    let all = [
        Corner::Above,
        Corner::Below,
        Corner::UpperLeft,
        Corner::UpperRight,
        Corner::LowerLeft,
        Corner::LowerRight,
        Corner::Right,
    ];
    let order = (!label.words.trim().is_empty())
        .then(|| std::iter::once(wish).chain(all.into_iter().filter(move |&corner| corner != wish)));
    order.into_iter().flatten().map(|corner| {
        let (right, down, anchor) = corner.offset();
        Label { at: Point::new(label.at.x + right, label.at.y + down), anchor, ..label.clone() }
    })
}
