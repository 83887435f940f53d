//! A level axis: the scale of an instrument, or from zero, with its printed ticks.

use super::{Anchor, Colour, DrawnMark, Label, Point, Stroke, Weight, drawable, measure, written};
use crate::report::block::PlotAxis;

/// Where values stand between two edges.
pub(super) struct Axis<'a> {
    scale: &'a PlotAxis,
    left: f32,
    right: f32,
}

impl<'a> Axis<'a> {
    pub(super) const fn between(scale: &'a PlotAxis, left: f32, right: f32) -> Self {
        Self { scale, left, right }
    }

    /// Where a value stands; one beyond the ends stands at the end.
    pub(super) fn x(&self, value: f64) -> f32 {
        let (low, high) = (drawable(self.scale.low), drawable(self.scale.high));
        let along = if high > low { ((drawable(value) - low) / (high - low)).clamp(0.0, 1.0) } else { 0.0 };
        self.left + (self.right - self.left) * along as f32
    }

    /// Whether zero stands on it, and not at its very ends.
    pub(super) fn holds_zero_inside(&self) -> bool {
        drawable(self.scale.low) < 0.0 && drawable(self.scale.high) > 0.0
    }

    /// A short upright line at each tick.
    pub(super) fn grid(&self, top: f32, bottom: f32) -> Option<DrawnMark> {
        let segments: Vec<_> = self
            .scale
            .ticks
            .iter()
            .map(|tick| self.x(tick.value))
            .map(|x| [Point::new(x, top), Point::new(x, bottom)])
            .collect();
        (!segments.is_empty()).then(|| DrawnMark::Lines { segments, stroke: Stroke::solid(Colour::Hair, 0.75) })
    }

    /// The words of the ticks, those that have room beside one another, inside a box so wide.
    pub(super) fn words(&self, baseline: f32, width: f32) -> Vec<DrawnMark> {
        const APART: f32 = 6.0;
        let mut words = Vec::new();
        let mut taken = f32::NEG_INFINITY;
        for tick in &self.scale.ticks {
            let label = measure::clip(&tick.label, Weight::Regular, width / 2.0);
            let half = measure::width(&label, Weight::Regular) / 2.0;
            let x = self.x(tick.value).min(width - half).max(half);
            if x - half < taken + APART {
                continue;
            }
            taken = x + half;
            words.extend(written(Label::new(label, Point::new(x, baseline), Anchor::Middle).coloured(Colour::Grey)));
        }
        words
    }
}
