//! Chart 8, the ledger: what each partner gives, to the left of a shared zero, and what it may gain, to the right.

use super::{
    Anchor, Colour, Drawing, DrawnMark, LINE, Label, Paint, Point, Stroke, Weight, Width, column, line, measure,
    written,
};
use crate::report::block::{LedgerPlot, LedgerRow};

/// The height of a bar.
const BAR: f32 = 16.0;
/// The height of a row whose words need one line; each line more adds to it.
const ROW: f32 = 22.0;
/// What a second line adds to it.
const SECOND_LINE: f32 = 10.0;
/// Above the first row: the words over both sides.
const HEAD: f32 = 24.0;
/// Between a bar and its number.
const GAP: f32 = 6.0;
/// The room a number gets beside the longest bar, where it needs no more; and the most it gets.
const NUMBER: f32 = 34.0;
const NUMBER_AT_MOST: f32 = 120.0;
/// Less than this in all, in pounds, is no bar: its scale would be past what numbers hold.
const LEAST: f64 = 1e-6;
/// Between the zero and words that stand there instead of a bar.
const NO_BAR: f32 = 8.0;

pub(super) fn draw(plot: &LedgerPlot, width: Width) -> Drawing {
    match width {
        Width::Wide => wide(plot),
        Width::Narrow => narrow(plot),
    }
}

/// Name, bars and words in one row.
fn wide(plot: &LedgerPlot) -> Drawing {
    const WIDTH: f32 = 642.0;
    const NAME: f32 = 178.0;
    /// The words at the right: as wide as they are on one line, between these.
    const WORDS: (f32, f32) = (138.0, 214.0);
    let strength = |row: &LedgerRow| if row.strong { Weight::Semibold } else { Weight::Regular };
    let longest = plot.rows.iter().map(|row| measure::width(&row.words, strength(row))).fold(0.0, f32::max);
    let words_wide = (longest + 11.0).clamp(WORDS.0, WORDS.1);
    let scale = Scale::between(plot, NAME, WIDTH - words_wide, WIDTH);
    let mut marks = head(plot, &scale, WIDTH);
    let mut top = HEAD;
    for row in &plot.rows {
        let name = measure::wrap(&row.name, Weight::Regular, NAME - GAP);
        let weight = strength(row);
        let words = measure::wrap(&row.words, weight, words_wide - 10.0);
        let height = match name.len().max(words.len()) {
            0 | 1 => ROW,
            most => ROW + SECOND_LINE + (most - 2) as f32 * LINE,
        };
        marks.push(rule(top, WIDTH));
        let first = |count: usize| top + height / 2.0 + 4.5 - (count - 1) as f32 * LINE / 2.0;
        let (name_at, words_at) = (first(name.len()), first(words.len()));
        marks.extend(column(name, Point::new(0.0, name_at), Weight::Regular));
        scale.bars(row, top + (height - BAR) / 2.0, &mut marks);
        marks.extend(column(words, Point::new(WIDTH - words_wide + 10.0, words_at), weight));
        top += height;
    }
    marks.push(scale.zero_line(HEAD, top));
    Drawing { width: WIDTH, height: top + 2.0, marks }
}

/// The name above the bars, the words below them.
fn narrow(plot: &LedgerPlot) -> Drawing {
    const WIDTH: f32 = 300.0;
    let scale = Scale::between(plot, 0.0, WIDTH, WIDTH);
    let mut marks = head(plot, &scale, WIDTH);
    let mut top = HEAD;
    for row in &plot.rows {
        let name = measure::wrap(&row.name, Weight::Semibold, WIDTH);
        let weight = if row.strong { Weight::Semibold } else { Weight::Regular };
        let words = measure::wrap(&row.words, weight, WIDTH);
        marks.push(rule(top, WIDTH));
        let bar = top + 24.0 + (name.len() - 1) as f32 * LINE;
        let below = bar + 36.0 + (words.len() - 1) as f32 * LINE;
        marks.extend(column(name, Point::new(0.0, top + 16.0), Weight::Semibold));
        scale.bars(row, bar, &mut marks);
        marks.push(scale.zero_line(bar - 4.0, bar + BAR + 4.0));
        marks.extend(column(words, Point::new(0.0, bar + 36.0), weight));
        top = below + 12.0;
    }
    Drawing { width: WIDTH, height: top, marks }
}

/// Where the bars stand: the shared zero, and units for a pound.
struct Scale {
    zero: f32,
    right: f32,
    a_pound: f64,
    /// The room of the numbers at the left and at the right.
    numbers: (f32, f32),
}

impl Scale {
    /// Between two edges of a drawing; the words over the sides may go on to the edges of the whole.
    fn between(plot: &LedgerPlot, left: f32, right: f32, width: f32) -> Self {
        let most = |amount: fn(&LedgerRow) -> f64| plot.rows.iter().map(amount).fold(0.0, f64::max);
        let (most_given, most_gained) = (most(given), most(gained));
        let room = |words: f32| (words + 2.0 * GAP).clamp(NUMBER, NUMBER_AT_MOST);
        let given_words = measure::widest(plot.rows.iter().map(|row| row.given_label.as_str()), Weight::Semibold);
        let labels = |estimated: bool, weight| {
            let rows = plot.rows.iter().filter(|row| row.gain.is_some() == estimated);
            measure::widest(rows.map(|row| row.gain_label.as_str()), weight)
        };
        let (mut number_left, mut number_right) = (room(given_words), room(labels(true, Weight::Semibold)));
        let a_pound = |numbers: f32| {
            let total = most_given + most_gained;
            if total > LEAST { f64::from(right - left - numbers) / total } else { 0.0 }
        };
        // The words over a side, and words instead of a bar, may need more than the longest bar and its number.
        let side = |words: f32| (NO_BAR + words + 2.0).min(NUMBER_AT_MOST);
        let above = |words: &str, spare: f32| side(measure::width(words, Weight::Semibold) - spare);
        let left_at_least = above(&plot.gives, left);
        let right_at_least = side(labels(false, Weight::Regular)).max(above(&plot.gains, width - right));
        let longest = |most: f64, numbers: f32| (most * a_pound(numbers)) as f32;
        // Widening one side shortens the bars of the other, hence twice.
        for _ in 0..2 {
            if longest(most_given, number_left + number_right) + number_left < left_at_least {
                number_left = left_at_least;
            }
            if longest(most_gained, number_left + number_right) + number_right < right_at_least {
                number_right = right_at_least;
            }
        }
        let a_pound = a_pound(number_left + number_right);
        let zero =
            if a_pound > 0.0 { left + number_left + (most_given * a_pound) as f32 } else { f32::midpoint(left, right) };
        Self { zero, right, a_pound, numbers: (number_left, number_right) }
    }

    fn length(&self, pounds: f64) -> f32 {
        (pounds * self.a_pound) as f32
    }

    fn bars(&self, row: &LedgerRow, top: f32, marks: &mut Vec<DrawnMark>) {
        let baseline = top + BAR / 2.0 + 4.6;
        let (cash, in_kind) = (self.length(amount(row.cash)), self.length(amount(row.in_kind)));
        if cash > 0.0 {
            marks.push(bar(self.zero - cash, top, cash, Paint::filled(Colour::DarkBlue)));
        }
        if in_kind > 0.0 {
            let outer = self.zero - cash - in_kind;
            marks.push(bar(outer, top, in_kind, Paint::hollow(Stroke::solid(Colour::DarkBlue, 1.0))));
            marks.extend(hatch(outer, top, in_kind));
        }
        let number = measure::clip(&row.given_label, Weight::Semibold, self.numbers.0 - GAP);
        let at = Point::new(self.zero - cash - in_kind - GAP, baseline);
        marks.extend(written(Label::new(number, at, Anchor::End).strong()));
        if row.gain.is_some() {
            let gain = self.length(gained(row));
            if gain > 0.0 {
                marks.push(bar(self.zero, top, gain, Paint::filled(Colour::Turquoise)));
            }
            let number = measure::clip(&row.gain_label, Weight::Semibold, self.numbers.1 - GAP);
            let at = Point::new(self.zero + gain + GAP, baseline);
            marks.extend(written(Label::new(number, at, Anchor::Start).strong()));
        } else {
            let words = measure::clip(&row.gain_label, Weight::Regular, self.right - self.zero - NO_BAR);
            let at = Point::new(self.zero + NO_BAR, baseline);
            marks.extend(written(Label::new(words, at, Anchor::Start).coloured(Colour::Grey)));
        }
    }

    fn zero_line(&self, from: f32, to: f32) -> DrawnMark {
        line(Point::new(self.zero, from), Point::new(self.zero, to), Stroke::solid(Colour::Ink, 1.0))
    }
}

/// An amount that can be drawn. Nothing is given below zero, and what is not a number has no length.
fn amount(pounds: f64) -> f64 {
    // No return holds more than this; sums of it cannot overflow.
    const MOST: f64 = 1e15;
    if pounds.is_finite() { pounds.clamp(0.0, MOST) } else { 0.0 }
}

fn given(row: &LedgerRow) -> f64 {
    amount(row.cash) + amount(row.in_kind)
}

fn gained(row: &LedgerRow) -> f64 {
    row.gain.map_or(0.0, amount)
}

/// The words over the two sides.
fn head(plot: &LedgerPlot, scale: &Scale, width: f32) -> Vec<DrawnMark> {
    let place = |words: &str, room: f32, x: f32, anchor| {
        let words = measure::clip(words, Weight::Semibold, room);
        written(Label::new(words, Point::new(x, 13.0), anchor).strong())
    };
    let (left, right) = (scale.zero - NO_BAR, scale.zero + NO_BAR);
    let gives = place(&plot.gives, left, left, Anchor::End);
    let gains = place(&plot.gains, width - right, right, Anchor::Start);
    gives.into_iter().chain(gains).collect()
}

fn rule(y: f32, width: f32) -> DrawnMark {
    line(Point::new(0.0, y), Point::new(width, y), Stroke::solid(Colour::Hair, 0.75))
}

fn bar(left: f32, top: f32, width: f32, paint: Paint) -> DrawnMark {
    DrawnMark::Rect { corner: Point::new(left, top), width: width.max(0.3), height: BAR, paint }
}

/// Rising lines every 4.5 units inside a bar: given in kind.
fn hatch(left: f32, top: f32, width: f32) -> Option<DrawnMark> {
    const EVERY: f32 = 4.5;
    let lines = ((width + BAR) / EVERY) as u16;
    let segments: Vec<_> = (1..=lines)
        .map(|at| f32::from(at) * EVERY)
        .map(|along| {
            // The line x + y = along, from the upper or right edge to the left or lower one.
            let upper = Point::new(left + along.min(width), top + (along - width).max(0.0));
            let lower = Point::new(left + (along - BAR).max(0.0), top + along.min(BAR));
            [upper, lower]
        })
        .filter(|[upper, lower]| upper.x - lower.x > 0.05)
        .collect();
    (!segments.is_empty()).then(|| DrawnMark::Lines { segments, stroke: Stroke::solid(Colour::DarkBlue, 1.0) })
}
