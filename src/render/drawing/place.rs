//! Finds room for the words beside the marks of a chart: off one another, off points, off lines, inside the box.

use super::{Label, Point, TEXT};

/// A rectangle that words or marks take up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// What capitals and figures need above the baseline, and what letters like “p” need below it.
pub(super) const ASCENT: f32 = 0.78 * TEXT;
pub(super) const DESCENT: f32 = 0.25 * TEXT;

impl Area {
    /// The room of a line of words.
    pub(super) fn of(label: &Label) -> Self {
        let (left, right) = label.extent();
        Self { left, right, top: label.at.y - ASCENT, bottom: label.at.y + DESCENT }
    }

    /// The square round a point.
    pub(super) fn round(centre: Point, reach: f32) -> Self {
        Self { left: centre.x - reach, right: centre.x + reach, top: centre.y - reach, bottom: centre.y + reach }
    }

    /// Whether a level line at `y` runs through.
    pub(super) fn is_crossed_at(&self, y: f32) -> bool {
        self.top < y && y < self.bottom
    }

    fn overlap(&self, other: &Self) -> f32 {
        let wide = self.right.min(other.right) - self.left.max(other.left);
        let high = self.bottom.min(other.bottom) - self.top.max(other.top);
        wide.max(0.0) * high.max(0.0)
    }

    fn holds(&self, point: Point) -> bool {
        (self.left..=self.right).contains(&point.x) && (self.top..=self.bottom).contains(&point.y)
    }
}

/// What is already in the way.
pub(super) struct Placer {
    bounds: Area,
    taken: Vec<Area>,
    lines: Vec<[Point; 2]>,
}

impl Placer {
    /// Nothing in the way yet.
    pub(super) fn new(bounds: Area) -> Self {
        Self { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    /// Something words should not cover.
    pub(super) fn take(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// A line words should not cover.
    pub(super) fn take_line(&mut self, points: &[Point]) {
        self.lines.extend(points.windows(2).map(|pair| [pair[0], pair[1]]));
    }

    /// The best of some places for the same words, the first being the one they would like. The words are moved into
    /// the bounds where they would leave them.
    pub(super) fn place(&mut self, wishes: impl IntoIterator<Item = Label>) -> Option<Label> {
        // A touch that nobody sees does not drive words from the place they like.
        const UNSEEN: f32 = 8.0;
        let mut best: Option<(f32, Label)> = None;
        for wish in wishes {
            let wish = self.inside(wish);
            let cost = self.cost(&Area::of(&wish)) - if best.is_none() { UNSEEN } else { 0.0 };
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, wish));
            }
        }
        let (_, label) = best?;
        self.take(Area::of(&label));
        Some(label)
    }

    fn inside(&self, mut label: Label) -> Label {
        let area = Area::of(&label);
        label.at.x += (self.bounds.left - area.left).max(0.0);
        label.at.x -= (Area::of(&label).right - self.bounds.right).max(0.0);
        label.at.y += (self.bounds.top - area.top).max(0.0);
        label.at.y -= (Area::of(&label).bottom - self.bounds.bottom).max(0.0);
        label
    }

    fn cost(&self, area: &Area) -> f32 {
        const SAMPLES: u8 = 24;
        let covered: f32 = self.taken.iter().map(|taken| area.overlap(taken)).sum();
        let mut crossed = 0.0;
        for [from, to] in &self.lines {
            let length = (to.x - from.x).hypot(to.y - from.y);
            let inside = (0..=SAMPLES)
                .map(|at| f32::from(at) / f32::from(SAMPLES))
                .filter(|along| {
                    area.holds(Point::new(from.x + (to.x - from.x) * along, from.y + (to.y - from.y) * along))
                })
                .count();
            crossed += length * inside as f32 / f32::from(SAMPLES);
        }
        covered * 2.0 + crossed * 3.0
    }
}
