//! What stands on a page: placed lines of words, and shapes. Knows no blocks and no file format.
//!
//! Distances are in points from the top left corner of what holds them, right and down.

use std::fmt::Write as _;

use super::fonts::{Face, Glyph};
use super::tree::{NodeId, Tree};
use crate::render::drawing::{Colour, Drawing};

/// A document, laid out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct LaidOut {
    /// Its pages.
    pub(super) pages: Vec<Page>,
    /// Its logical structure.
    pub(super) tree: Tree,
    /// Its bookmarks, in reading order.
    pub(super) bookmarks: Vec<Bookmark>,
    /// The letters no face has, in the order of the alphabet.
    pub(super) missing: Vec<char>,
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Page {
    /// What stands on it, in the order in which it is painted.
    pub(super) ink: Vec<Ink>,
}

/// An entry of the list of bookmarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bookmark {
    /// 1 for a section, 2 for a heading inside it.
    pub(super) level: u8,
    /// Its words.
    pub(super) title: String,
    /// The anchor it leads to.
    pub(super) anchor: String,
}

/// A mark on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Ink {
    /// A line of words.
    Line(Line),
    /// A horizontal rule, its top edge at `y`.
    Rule {
        /// Its left end.
        x: f32,
        /// Its top edge.
        y: f32,
        /// Its length.
        length: f32,
        /// How heavy it is.
        weight: f32,
        /// Its colour.
        colour: Colour,
        /// Whether it has gaps.
        dashed: bool,
    },
    /// A ground.
    Ground {
        /// Its left edge.
        x: f32,
        /// Its top edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
    },
    /// The outline of a box, inside its edges.
    Outline {
        /// Its left edge.
        x: f32,
        /// Its top edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// How heavy it is.
        weight: f32,
    },
    /// A drawing.
    Drawing {
        /// Its left edge.
        x: f32,
        /// Its top edge.
        y: f32,
        /// Points to a unit of the drawing.
        scale: f32,
        /// What is drawn.
        drawing: Drawing,
        /// What it is to a reader who hears it; `None` when it is decoration.
        node: Option<NodeId>,
    },
    /// A place that links lead to.
    Anchor {
        /// Its name.
        name: String,
        /// How far down it is.
        y: f32,
    },
}

/// A line of words.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    /// Where its first word begins.
    pub(super) x: f32,
    /// Its baseline.
    pub(super) y: f32,
    /// From its top to its baseline.
    pub(super) above: f32,
    /// From its baseline to its foot.
    pub(super) below: f32,
    /// Its width, without the space that ends it.
    pub(super) width: f32,
    /// Its runs, from left to right.
    pub(super) runs: Vec<Run>,
}

/// Words of one face, size and meaning.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    /// From the beginning of the line.
    pub(super) x: f32,
    /// Its width.
    pub(super) width: f32,
    /// Its face.
    pub(super) face: Face,
    /// Its size.
    pub(super) size: f32,
    /// Its colour.
    pub(super) colour: Colour,
    /// Added after every glyph, in thousandths of an em.
    pub(super) tracking: f32,
    /// Its glyphs.
    pub(super) glyphs: Vec<Glyph>,
    /// Its words.
    pub(super) words: String,
    /// Whether the words run from right to left.
    pub(super) right_to_left: bool,
    /// What it is to a reader who hears it; `None` for page furniture.
    pub(super) node: Option<NodeId>,
    /// Where it leads.
    pub(super) link: Option<String>,
}

impl Ink {
    /// Moves it.
    pub(super) fn shift(&mut self, right: f32, down: f32) {
        match self {
            Self::Line(line) => {
                line.x += right;
                line.y += down;
            }
            Self::Rule { x, y, .. }
            | Self::Ground { x, y, .. }
            | Self::Outline { x, y, .. }
            | Self::Drawing { x, y, .. } => {
                *x += right;
                *y += down;
            }
            Self::Anchor { y, .. } => *y += down,
        }
    }

    /// Its line of words, to change them, if it is one.
    pub(super) const fn line_mut(&mut self) -> Option<&mut Line> {
        if let Self::Line(line) = self { Some(line) } else { None }
    }

    /// Its line of words, if it is one.
    #[cfg(test)]
    pub(super) const fn line(&self) -> Option<&Line> {
        if let Self::Line(line) = self { Some(line) } else { None }
    }

    /// Left, top, right and bottom edge; `None` for what has no extent.
    pub(super) fn bounds(&self) -> Option<[f32; 4]> {
        match self {
            Self::Line(line) => Some([line.x, line.y - line.above, line.x + line.width, line.y + line.below]),
            Self::Rule { x, y, length, weight, .. } => Some([*x, *y, x + length, y + weight]),
            Self::Ground { x, y, width, height } | Self::Outline { x, y, width, height, .. } => {
                Some([*x, *y, x + width, y + height])
            }
            Self::Drawing { x, y, scale, drawing, .. } => {
                Some([*x, *y, x + drawing.width * scale, y + drawing.height * scale])
            }
            Self::Anchor { .. } => None,
        }
    }
}

impl Line {
    /// Its words.
    pub(super) fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }
}

impl LaidOut {
    /// One line per placed line: page, place, style and words.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (number, page) in self.pages.iter().enumerate() {
            for ink in &page.ink {
                let Ink::Line(line) = ink else { continue };
                let style: Vec<String> = line.runs.iter().map(style).collect();
                let mut styles = style.clone();
                styles.dedup();
                let words = line.words();
                writeln!(
                    text,
                    "{:>2} {:6.1} {:6.1}  {:<18} {}",
                    number + 1,
                    line.x,
                    line.y,
                    styles.join("+"),
                    words.trim_end(),
                )
                .expect("a string takes any text");
            }
        }
        text
    }
}

fn style(run: &Run) -> String {
    let face = match run.face {
        Face::Regular => "regular",
        Face::Semibold => "semibold",
        Face::Italic => "italic",
        Face::Arabic => "arabic",
        Face::ArabicSemibold => "arabic semibold",
        Face::Symbols => "symbols",
    };
    format!("{face} {}", (run.size * 100.0).round() / 100.0)
}
