//! Charts as plain marks, drawn once for both writers. Knows plots and the widths of letters; no HTML and no PDF.
//!
//! Everything is measured in chart units: 13.333 of them are the size of body text, and a page is 642 wide. The
//! marks stand in the order in which they are painted. Nothing stands outside the box of its drawing.

mod advances;
mod axis;
mod control;
mod dots;
mod dumbbell;
mod intervals;
mod key;
mod ledger;
pub mod measure;
mod milestones;
mod paired;
mod path;
mod place;
mod ratings;
mod scale;
mod stacked;
mod status;
mod steps;
mod variance;

pub use measure::Weight;
pub use status::{depth, mark};
pub use variance::bar;

use crate::report::block::Plot;

/// The size of chart text.
pub const TEXT: f32 = 13.333;

/// The distance between two lines of chart text.
const LINE: f32 = 15.5;

/// Draws a plot at one of its two widths.
pub fn draw(plot: &Plot, width: Width) -> Drawing {
    match plot {
        Plot::Path(plot) => path::draw(plot),
        Plot::Ledger(plot) => ledger::draw(plot, width),
        Plot::Steps(plot) => steps::draw(plot, width),
        Plot::PathKey(key) => key::draw(key),
        Plot::Control(plot) => control::draw(plot, width),
        Plot::Dots(plot) => dots::draw(plot, width),
        Plot::Dumbbell(plot) => dumbbell::draw(plot, width),
        Plot::Intervals(plot) => intervals::draw(plot, width),
        Plot::Stacked(plot) => stacked::draw(plot, width),
        Plot::Paired(plot) => paired::draw(plot, width),
        Plot::Milestones(plot) => milestones::draw(plot, width),
        Plot::Ratings(plot) => ratings::draw(plot, width),
    }
}

/// The two versions of a chart. A chart that is small anyway has the same drawing for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// For paper and wide windows: up to 642 units.
    Wide,
    /// For telephones: 300 units.
    Narrow,
}

/// A finished drawing: a box, and marks in the order in which they are painted.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// From the left edge to the right.
    pub width: f32,
    /// From the top edge down.
    pub height: f32,
    /// What stands in the box.
    pub marks: Vec<DrawnMark>,
}

/// One mark. Coordinates run from the top left corner, right and down.
#[derive(Debug, Clone, PartialEq)]
pub enum DrawnMark {
    /// Straight lines, not joined to one another: a grid, a rule, the hatching of a bar.
    Lines {
        /// From where to where.
        segments: Vec<[Point; 2]>,
        /// How they are stroked.
        stroke: Stroke,
    },
    /// One line through several points, with round corners.
    Polyline {
        /// The points, at least two.
        points: Vec<Point>,
        /// How it is stroked.
        stroke: Stroke,
    },
    /// A rectangle.
    Rect {
        /// Its top left corner.
        corner: Point,
        /// To the right.
        width: f32,
        /// Down.
        height: f32,
        /// How it is filled and outlined.
        paint: Paint,
    },
    /// A circle.
    Circle {
        /// Its centre.
        centre: Point,
        /// Its radius, to the middle of the outline.
        radius: f32,
        /// How it is filled and outlined.
        paint: Paint,
    },
    /// A closed shape with round corners.
    Polygon {
        /// Its corners, at least three.
        points: Vec<Point>,
        /// How it is filled and outlined.
        paint: Paint,
    },
    /// A line of words.
    Text(Label),
}

/// A place in a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// How a line is stroked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub colour: Colour,
    /// Its width.
    pub width: f32,
    /// Whether it has gaps.
    pub dash: Dash,
}

/// The gaps of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dash {
    /// None.
    Solid,
    /// Dashes of 6 with gaps of 4.
    Dashed,
    /// Round dots as wide as the line, 5.1 apart: a dash of 0.1 with a gap of 5 and round ends.
    Dotted,
}

/// How a shape is filled and outlined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// The colour inside; `None` lets what is below show.
    pub fill: Option<Colour>,
    /// The line round it.
    pub outline: Option<Stroke>,
}

/// A line of words in a drawing, [`TEXT`] high.
#[derive(Debug, Clone, PartialEq)]
pub struct Label {
    /// The words; never empty.
    pub words: String,
    /// Where they are anchored, on the baseline.
    pub at: Point,
    /// Which part of the words stands at `at`.
    pub anchor: Anchor,
    /// How heavy they are.
    pub weight: Weight,
    /// Their colour.
    pub colour: Colour,
}

/// Which part of a line of words stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The start (left).
    Start,
    /// The middle.
    Middle,
    /// The end (right).
    End,
}

/// The colours of the look, by their role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    /// Text, axes, outlines on orange.
    Ink,
    /// Secondary text, the ring of what is not rated.
    Grey,
    /// Path lines.
    Mid,
    /// Strong hairlines.
    Rule,
    /// Gridlines.
    Hair,
    /// Structure, what happened, cash given, on track.
    DarkBlue,
    /// Forecasts, behind: shapes only.
    Orange,
    /// Off track.
    DarkPink,
    /// Estimated gains: shapes only.
    Turquoise,
    /// “No clear change” in a stacked bar: shapes only.
    BarGrey,
    /// The page: inside hollow points, behind words that stand on a grid.
    White,
}

impl Colour {
    /// Red, green and blue, 0 to 255.
    pub const fn rgb(self) -> [u8; 3] {
        match self {
            Self::Ink => [0x0B, 0x0C, 0x0C],
            Self::Grey => [0x3D, 0x3D, 0x3D],
            Self::Mid => [0x6B, 0x72, 0x76],
            Self::Rule => [0xA9, 0xAF, 0xB4],
            Self::Hair => [0xD3, 0xD7, 0xDA],
            Self::DarkBlue => [0x12, 0x43, 0x6D],
            Self::Orange => [0xF4, 0x6A, 0x25],
            Self::DarkPink => [0x80, 0x16, 0x50],
            Self::Turquoise => [0x28, 0xA1, 0x97],
            Self::BarGrey => [0xC9, 0xD3, 0xDC],
            Self::White => [0xFF, 0xFF, 0xFF],
        }
    }
}

impl Point {
    /// A point.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

impl Stroke {
    /// An unbroken line.
    const fn solid(colour: Colour, width: f32) -> Self {
        Self { colour, width, dash: Dash::Solid }
    }

    /// The same line with gaps.
    const fn dashed(self, dash: Dash) -> Self {
        Self { dash, ..self }
    }
}

impl Paint {
    /// Filled, without an outline.
    const fn filled(colour: Colour) -> Self {
        Self { fill: Some(colour), outline: None }
    }

    /// White inside.
    const fn hollow(outline: Stroke) -> Self {
        Self { fill: Some(Colour::White), outline: Some(outline) }
    }

    /// Filled and outlined.
    const fn outlined(fill: Colour, outline: Stroke) -> Self {
        Self { fill: Some(fill), outline: Some(outline) }
    }
}

impl Label {
    /// Regular ink words.
    fn new(words: impl Into<String>, at: Point, anchor: Anchor) -> Self {
        Self { words: words.into(), at, anchor, weight: Weight::Regular, colour: Colour::Ink }
    }

    /// The same words, semibold.
    fn strong(self) -> Self {
        Self { weight: Weight::Semibold, ..self }
    }

    /// The same words in another colour.
    fn coloured(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    /// Left and right end of the words.
    pub fn extent(&self) -> (f32, f32) {
        let width = measure::width(&self.words, self.weight);
        let left = match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - width / 2.0,
            Anchor::End => self.at.x - width,
        };
        (left, left + width)
    }
}

/// A single straight line.
fn line(from: Point, to: Point, stroke: Stroke) -> DrawnMark {
    DrawnMark::Lines { segments: vec![[from, to]], stroke }
}

/// Words, if there are any.
fn written(label: Label) -> Option<DrawnMark> {
    (!label.words.trim().is_empty()).then_some(DrawnMark::Text(label))
}

/// A hollow diamond: where something started.
fn diamond(centre: Point) -> DrawnMark {
    rhombus(centre, 4.6, Paint::hollow(Stroke::solid(Colour::Grey, 1.4)))
}

/// A square that stands on a corner.
fn rhombus(centre: Point, reach: f32, paint: Paint) -> DrawnMark {
    DrawnMark::Polygon {
        points: vec![
            Point::new(centre.x, centre.y - reach),
            Point::new(centre.x + reach, centre.y),
            Point::new(centre.x, centre.y + reach),
            Point::new(centre.x - reach, centre.y),
        ],
        paint,
    }
}

/// A hairline under or between rows.
fn hairline(from: f32, to: f32, y: f32) -> DrawnMark {
    line(Point::new(from, y), Point::new(to, y), Stroke::solid(Colour::Hair, 0.75))
}

/// Lines of words, one under the other.
fn column(lines: Vec<String>, first: Point, weight: Weight) -> Vec<DrawnMark> {
    let place = |(words, down): (String, u16)| {
        let at = Point::new(first.x, first.y + f32::from(down) * LINE);
        written(Label { weight, ..Label::new(words, at, Anchor::Start) })
    };
    lines.into_iter().zip(0_u16..).filter_map(place).collect()
}

/// A value that can be drawn. What is not a number stands at zero, and nothing is so far off that sums overflow.
fn drawable(value: f64) -> f64 {
    const MOST: f64 = 1e15;
    if value.is_finite() { value.clamp(-MOST, MOST) } else { 0.0 }
}

#[cfg(test)]
mod tests;
