//! Chart 1, the path chart: what happened against the agreed path, the forecast and the target, in one year.

mod frame;
mod words;

use frame::{BOTTOM, Frame, HEIGHT, Shown, WIDTH};

use super::place::{Area, Placer};
use super::{Colour, Dash, Drawing, DrawnMark, Label, Paint, Point, Stroke, diamond, line, written};
use crate::report::block::PathPlot;

pub(super) fn draw(plot: &PathPlot) -> Drawing {
    let shown = Shown::of(plot);
    let frame = Frame::around(&shown);
    let mut placer = Placer::new(Area { left: 0.0, top: 0.5, right: WIDTH, bottom: BOTTOM - 1.0 });

    let (lines, points) = series(&shown, &frame, &mut placer);
    let gutter = words::in_the_gutter(&shown, &frame);
    let axes = words::along_the_axes(&shown, &frame);
    let breaks = words::above_the_breaks(&shown, &frame);
    for label in gutter.iter().chain(&axes).chain(&breaks) {
        placer.take(Area::of(label));
    }
    for &(slot, _) in &shown.breaks {
        placer.take_line(&at_break(&frame, slot));
    }
    let words = words::beside_the_points(&shown, &frame, &mut placer);

    let mut marks = Vec::new();
    marks.extend(grid(&frame));
    marks.extend(grounds(&frame, &words));
    marks.push(axis(&frame));
    marks.extend(shown.breaks.iter().map(|&(slot, _)| {
        let [from, to] = at_break(&frame, slot);
        line(from, to, Stroke::solid(Colour::Ink, 0.9))
    }));
    marks.extend(axes.into_iter().filter_map(written));
    marks.extend(lines);
    marks.extend(points);
    marks.extend(words.into_iter().chain(gutter).chain(breaks).filter_map(written));
    Drawing { width: WIDTH, height: HEIGHT, marks }
}

/// The line at which something changed.
fn at_break(frame: &Frame, slot: usize) -> [Point; 2] {
    let x = frame.before(slot);
    [Point::new(x, frame::TOP + 2.0), Point::new(x, BOTTOM)]
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
    for &(slot, step) in &shown.steps {
        let (y, half) = (frame.y(step.value), frame.slot_width() / 2.0);
        let through = vec![Point::new(frame.x(slot) - half, y), Point::new(frame.x(slot) + half, y)];
        draw_line(Stroke::solid(Colour::Ink, 1.0), through, placer);
    }
    for run in shown.path.chunk_by(|_, &(after, _)| !shown.begins_anew(after)) {
        let path = run.iter().map(|&(slot, point)| frame.at(slot, point.value)).collect();
        draw_line(Stroke::solid(Colour::Mid, 1.5).dashed(Dash::Dashed), path, placer);
    }
    if let Some(forecast) = shown.forecast {
        let then = frame.at(end, forecast.value);
        if let Some((_, from)) = now.filter(|&(slot, _)| slot < end) {
            draw_line(Stroke::solid(Colour::Orange, 2.6).dashed(Dash::Dotted), vec![from, then], placer);
        }
    }
    // A missing figure leaves a gap in the line.
    for run in shown.actual.chunk_by(|(before, _), (after, _)| after - before <= 1 && !shown.begins_anew(*after)) {
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
