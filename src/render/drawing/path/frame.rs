//! What of a year is drawn, and where its slots and values stand.

use crate::order;
use crate::render::drawing::scale::Ticks;
use crate::render::drawing::{Point, Weight, measure};
use crate::report::block::{PathPlot, PlotPoint, PlotValue};

pub(super) const WIDTH: f32 = 313.0;
pub(super) const HEIGHT: f32 = 150.0;
/// The highest and the lowest line.
pub(super) const TOP: f32 = 16.0;
pub(super) const BOTTOM: f32 = 126.0;
pub(super) const MIDDLE: f32 = f32::midpoint(TOP, BOTTOM);
/// Room for the ticks at left and the words at right, where they need no more.
const LEFT: f32 = 34.0;
const RIGHT: f32 = 86.0;
/// The least the lines themselves get, however long the words beside them are.
const PLOT: f32 = 110.0;
/// The start and three years of quarters: what can still be told apart.
const MOST_SLOTS: usize = 13;

/// The part of a plot that is drawn: at most the last three years, and only numbers that are numbers.
pub(super) struct Shown<'a> {
    pub(super) plot: &'a PathPlot,
    pub(super) slots: Vec<&'a str>,
    pub(super) baseline: Option<&'a PlotValue>,
    pub(super) forecast: Option<&'a PlotValue>,
    pub(super) target: Option<&'a PlotValue>,
    pub(super) path: Vec<(usize, &'a PlotPoint)>,
    pub(super) actual: Vec<(usize, &'a PlotPoint)>,
    pub(super) gaps: Vec<(usize, &'a str)>,
    pub(super) steps: Vec<(usize, &'a PlotPoint)>,
    pub(super) breaks: Vec<(usize, &'a str)>,
    anew: Vec<usize>,
    pub(super) current: Option<usize>,
}

impl<'a> Shown<'a> {
    pub(super) fn of(plot: &'a PathPlot) -> Self {
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
            order::by_key(&mut points, |&(slot, _)| slot);
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
            gaps: plot.gaps.iter().filter_map(|gap| Some((place(gap.slot)?, gap.label.as_str()))).collect(),
            steps: points(&plot.steps),
            breaks: plot.breaks.iter().filter_map(|gap| Some((place(gap.slot)?, gap.label.as_str()))).collect(),
            anew: plot.anew.iter().filter_map(|slot| place(*slot)).collect(),
            current: place(plot.current_slot),
        }
    }

    /// Whether figures begin anew at this slot.
    pub(super) fn begins_anew(&self, slot: usize) -> bool {
        self.anew.contains(&slot)
    }

    /// What stands at the right: the last step, the target, the forecast, with their values and whether they are strong.
    pub(super) fn beside(&self) -> impl Iterator<Item = (f64, &'a str, bool)> {
        let step = self.steps.last().map(|(_, step)| (step.value, step.label.as_str(), true));
        let value = |value: &'a PlotValue, strong| (value.value, value.label.as_str(), strong);
        let target = self.target.map(|target| value(target, true));
        let forecast = self.forecast.map(|forecast| value(forecast, false));
        target.or(step).into_iter().chain(forecast)
    }

    pub(super) fn last_slot(&self) -> usize {
        self.slots.len().saturating_sub(1)
    }

    pub(super) fn now<'p>(&self, points: &'p [(usize, &'a PlotPoint)]) -> Option<&'p (usize, &'a PlotPoint)> {
        points.iter().rev().find(|&&(slot, _)| Some(slot) == self.current)
    }
}

/// Where slots and values stand.
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) slots: usize,
    pub(super) ticks: Ticks,
    pub(super) tick_words: Vec<String>,
}

impl Frame {
    pub(super) fn around(shown: &Shown<'_>) -> Self {
        let single = [shown.baseline, shown.forecast, shown.target].into_iter().flatten().map(|value| value.value);
        let points = shown.path.iter().chain(&shown.actual).chain(&shown.steps).map(|&(_, point)| point.value);
        let values: Vec<f64> = single.chain(points).collect();
        let sign = shown.plot.unit_sign.as_str();
        let ticks = Ticks::around(&values, shown.plot.from_zero, (sign == "%").then_some(100.0));
        let tick_words: Vec<String> = ticks
            .values
            .iter()
            .map(|&tick| measure::clip(&ticks.words(tick, sign), Weight::Regular, LEFT * 3.0))
            .collect();
        let left = LEFT.max(measure::widest(tick_words.iter().map(String::as_str), Weight::Regular) + 6.0);
        let weight = |strong| if strong { Weight::Semibold } else { Weight::Regular };
        let widest = shown.beside().map(|(_, words, strong)| measure::width(words, weight(strong))).fold(0.0, f32::max);
        // Over many quarters the lines need the room more than words that are not there.
        let least = if widest > 0.0 || shown.slots.len() <= 5 { RIGHT } else { 30.0 };
        let right = least.max(widest + 7.0).min(WIDTH - left - PLOT);
        Self { left, right: WIDTH - right, slots: shown.slots.len().max(1), ticks, tick_words }
    }

    pub(super) fn slot_width(&self) -> f32 {
        (self.right - self.left) / self.slots as f32
    }

    pub(super) fn x(&self, slot: usize) -> f32 {
        self.left + self.slot_width() * (slot as f32 + 0.5)
    }

    /// Half a step before a slot.
    pub(super) fn before(&self, slot: usize) -> f32 {
        self.x(slot) - self.slot_width() / 2.0
    }

    pub(super) fn y(&self, value: f64) -> f32 {
        let (low, high) = (self.ticks.lowest(), self.ticks.highest());
        let up = ((value - low) / (high - low)).clamp(0.0, 1.0);
        BOTTOM - (BOTTOM - TOP) * up as f32
    }

    pub(super) fn at(&self, slot: usize, value: f64) -> Point {
        Point::new(self.x(slot), self.y(value))
    }

    /// The value of the ink line: zero where it is on the axis, else the lowest tick.
    pub(super) fn foot(&self) -> f64 {
        if self.ticks.lowest() < 0.0 && self.ticks.highest() >= 0.0 { 0.0 } else { self.ticks.lowest() }
    }

    pub(super) fn level(&self, value: f64) -> [Point; 2] {
        let y = self.y(value);
        [Point::new(self.left, y), Point::new(self.right, y)]
    }
}
