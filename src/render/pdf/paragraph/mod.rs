//! Words into lines. Knows letters, breaks and widths; no blocks and no pages.
//!
//! Lines are broken for the whole paragraph at once: as few lines as the width allows, and among those the most
//! even ones. They are ragged right, and no word is hyphenated.

mod lines;
mod ruler;
mod units;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};

use super::design::Setting;
use super::fonts::{self, Face, Glyph, Shaper};
use super::page::Ink;
use super::tree::{Kind, NodeId, Tree};
use crate::render::drawing::{self, Colour, Drawing};
use crate::report::block::{Bar, Mark, Rich, Span};
use lines::{break_lines, build_line, place};
pub(super) use ruler::Ruler;

/// What setting words needs to know and remembers.
pub(super) struct Setter {
    /// Shapes words.
    pub(super) shaper: Shaper,
    /// The structure of the document.
    pub(super) tree: Tree,
    /// Letters no face has.
    pub(super) missing: BTreeSet<char>,
}

/// A paragraph to set.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    /// Its words.
    pub(super) rich: &'a Rich,
    /// How they are set.
    pub(super) setting: Setting,
    /// How wide a line may be.
    pub(super) width: f32,
    /// What it is to a reader who hears it; `None` for page furniture.
    pub(super) node: Option<NodeId>,
    /// Where its lines stand.
    pub(super) side: Side,
    /// Squares drawn after the last word, of which so many are filled.
    pub(super) squares: Option<u8>,
}

/// Where lines stand between the edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// At the left.
    Left,
    /// At the right.
    Right,
    /// At the left, but a status mark that ends the words stands at the right edge.
    MarkRight,
}

/// A set line: its marks stand below and to the right of its top left corner.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SetLine {
    /// Its height.
    pub(super) height: f32,
    /// What stands on it.
    pub(super) ink: Vec<Ink>,
}

/// A stretch of words with one look and one meaning, or a drawing among words.
struct Stretch {
    end: usize,
    face: Face,
    colour: Colour,
    node: Option<NodeId>,
    link: Option<String>,
    object: Option<Object>,
}

/// A small drawing on a line.
struct Object {
    drawing: Drawing,
    scale: f32,
    gap: f32,
}

/// Words between two places where a line may break.
struct Unit {
    atoms: Vec<Atom>,
    /// Without the space that ends it.
    width: f32,
    space: f32,
}

/// Words of one stretch and one direction.
#[derive(Clone)]
struct Atom {
    range: Range<usize>,
    stretch: usize,
    level: Level,
    glyphs: Rc<[Glyph]>,
    width: f32,
    /// Below 1 where they are set smaller, because not even one letter of them has room.
    scale: f32,
}

/// Words up to a new line that was asked for.
struct HardLine<'a> {
    letters: &'a str,
    /// Where they begin in the whole text, by which stretches are counted.
    from: usize,
    stretches: &'a [Stretch],
    setting: Setting,
    levels: Vec<Level>,
}

/// A line may be wider than its measure by what rounding can do.
const ROUNDING: f32 = 0.01;

/// A letter that stands for an object and holds on to the word before it.
const OBJECT: char = '\u{A0}';

impl Setter {
    /// Sets a paragraph.
    pub(super) fn set(&mut self, words: &Words<'_>) -> Vec<SetLine> {
        let mut lines = Vec::new();
        let mut flush_right = None;
        let mut width = words.width;
        let (mut text, mut stretches) = self.flatten(words);
        if words.side == Side::MarkRight
            && width > 4.0 * words.setting.size
            && let Some(object) = stretches.last_mut().and_then(|stretch| stretch.object.take())
        {
            stretches.pop();
            text.pop();
            width -= object.gap + object.drawing.width * object.scale;
            flush_right = Some(object);
        }
        let mut from = 0;
        for letters in text.split('\n') {
            let hard = HardLine::new(letters, from, &stretches, words.setting);
            let units = self.units(&hard, width);
            let mut first = 0;
            for end in break_lines(&units, width) {
                lines.push(build_line(&hard, &units[first..end], words.side, width));
                first = end;
            }
            from += letters.len() + 1;
        }
        if let (Some(object), Some(first)) = (flush_right, lines.first_mut()) {
            let at = words.width - object.drawing.width * object.scale;
            first.ink.push(place(&object, 1.0, at, words.setting.leading));
        }
        lines
    }

    /// The width of the widest word and of the whole, should it stand on one line.
    pub(super) fn extent(&mut self, rich: &Rich, setting: Setting) -> (f32, f32) {
        self.ruler(rich, setting).extent()
    }

    /// The widths of words, from which follows how many lines they fill.
    pub(super) fn ruler(&mut self, rich: &Rich, setting: Setting) -> Ruler {
        let words = Words { rich, setting, width: f32::MAX, node: None, side: Side::Left, squares: None };
        let (text, stretches) = self.flatten(&words);
        let mut lines = Vec::new();
        let mut from = 0;
        for letters in text.split('\n') {
            let units = self.units(&HardLine::new(letters, from, &stretches, setting), f32::MAX);
            lines.push(units.iter().map(|unit| (unit.width, unit.space)).collect());
            from += letters.len() + 1;
        }
        Ruler::of(lines)
    }

    /// The words of a paragraph in one string, with what each stretch of them is. Letters that no face has are
    /// printed as their codes.
    fn flatten(&mut self, words: &Words<'_>) -> (String, Vec<Stretch>) {
        let mut text = String::new();
        let mut stretches: Vec<Stretch> = Vec::new();
        let Setting { face, colour, size, .. } = words.setting;
        for span in &words.rich.0 {
            let (mut own_face, mut own_colour, mut node, mut link) = (face, colour, words.node, None);
            let mut object = None;
            let letters = match span {
                Span::Words { text, strong, emphasis, language } => {
                    if *emphasis {
                        own_face = Face::Italic;
                    }
                    if *strong {
                        own_face = Face::Semibold;
                    }
                    if let (Some(language), Some(parent)) = (language, words.node) {
                        let span = self.tree.inline(parent, Kind::Span);
                        self.tree.node_mut(span).language = Some(*language);
                        node = Some(span);
                    }
                    text
                }
                Span::Link { text, anchor } => {
                    own_colour = Colour::DarkBlue;
                    link = Some(anchor.clone());
                    if let Some(parent) = words.node {
                        let span = self.tree.inline(parent, Kind::Link);
                        self.tree.node_mut(span).alt = Some(text.clone());
                        node = Some(span);
                    }
                    text
                }
                Span::Status(status) => {
                    own_colour = Colour::Ink;
                    object = Some(status_object(status.mark, size));
                    &status.words
                }
                Span::Bar(bar) => {
                    push_object(Some(bar_object(*bar, size)), &mut text, &mut stretches);
                    continue;
                }
                Span::Break => {
                    // A space that is not seen keeps the words apart for a reader who hears them.
                    if let Some(last) = stretches.last_mut().filter(|last| last.object.is_none() && last.end > 0)
                        && !text.ends_with([' ', '\n'])
                    {
                        text.push(' ');
                        last.end = text.len();
                    }
                    text.push('\n');
                    continue;
                }
            };
            for (end, face) in self.write(letters, own_face, &mut text) {
                let link = link.clone();
                stretches.push(Stretch { end, face, colour: own_colour, node, link, object: None });
            }
            push_object(object, &mut text, &mut stretches);
        }
        push_object(words.squares.map(|filled| squares_object(filled, size)), &mut text, &mut stretches);
        (text, stretches)
    }

    /// Words as they can be printed: with the codes of letters that no face has.
    pub(super) fn printable(&mut self, words: &str, face: Face) -> String {
        let mut text = String::new();
        self.write(words, face, &mut text);
        text
    }

    /// Adds letters, with the codes of those that cannot be printed, and no two spaces in a row. Gives where each
    /// face ends that prints them.
    fn write(&mut self, letters: &str, face: Face, text: &mut String) -> Vec<(usize, Face)> {
        let mut ends: Vec<(usize, Face)> = Vec::new();
        let before = text.len();
        for letter in letters.chars() {
            // A space stands with the letters before it, so that a name of two words stays one stretch.
            let last = ends.last().map_or(face, |(_, face)| *face);
            let own = match letter {
                '\u{A0}' | '\u{2007}' | '\u{202F}' => {
                    text.push('\u{A0}');
                    if self.shaper.has(last, '\u{A0}') { last } else { face }
                }
                _ if letter.is_whitespace() => {
                    if !text.ends_with([' ', '\n']) && !text.is_empty() {
                        text.push(' ');
                    }
                    if self.shaper.has(last, ' ') { last } else { face }
                }
                _ if is_silent(letter) => continue,
                _ => {
                    let own = self.shaper.face_for(face, letter);
                    if own.is_some() {
                        text.push(letter);
                    } else {
                        self.missing.insert(letter);
                        write!(text, "U+{:04X}", u32::from(letter)).expect("a string takes any text");
                    }
                    own.unwrap_or(face)
                }
            };
            let from = ends.last().map_or(before, |(end, _)| *end);
            match ends.last_mut() {
                Some((end, last)) if *last == own => *end = text.len(),
                _ if text.len() > from => ends.push((text.len(), own)),
                _ => {}
            }
        }
        ends
    }
}

impl<'a> HardLine<'a> {
    fn new(letters: &'a str, from: usize, stretches: &'a [Stretch], setting: Setting) -> Self {
        Self { letters, from, stretches, setting, levels: levels(letters) }
    }

    /// The stretch of a byte.
    fn stretch(&self, at: usize) -> usize {
        self.stretches.partition_point(|stretch| stretch.end <= self.from + at)
    }

    /// The direction of a byte.
    fn level(&self, at: usize) -> Level {
        self.levels.get(at).copied().unwrap_or_else(Level::ltr)
    }

    fn width(&self, glyphs: &[Glyph]) -> f32 {
        (fonts::width(glyphs) + glyphs.len() as f32 * self.setting.tracking / 1000.0) * self.setting.size
    }
}

/// Letters that only steer other letters, and leave no mark of their own.
pub(super) const fn is_silent(letter: char) -> bool {
    matches!(
        letter,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}'
    )
}

fn status_object(mark: Mark, size: f32) -> Object {
    /// A status mark is 0.82 em high.
    const MARK: f32 = 0.82;
    let drawing = drawing::mark(mark);
    let scale = MARK * size / drawing.height;
    Object { drawing, scale, gap: 0.45 * size }
}

fn bar_object(bar: Bar, size: f32) -> Object {
    // The words of a table are 0.95 rem, and 13.333 units are a rem.
    Object { scale: size / 0.95 / drawing::TEXT, gap: 0.6 * size, drawing: drawing::bar(bar) }
}

fn squares_object(filled: u8, size: f32) -> Object {
    let drawing = drawing::depth(filled);
    // The words of a strip are 0.95 rem, and 13.333 units are a rem.
    Object { scale: size / 0.95 / drawing::TEXT, gap: 0.35 / 0.95 * size, drawing }
}

fn push_object(object: Option<Object>, text: &mut String, stretches: &mut Vec<Stretch>) {
    if let Some(object) = object {
        text.push(OBJECT);
        stretches.push(Stretch {
            end: text.len(),
            face: Face::Regular,
            colour: Colour::Ink,
            node: None,
            link: None,
            object: Some(object),
        });
    }
}

/// The direction of every byte of a text; empty when all of it runs from left to right.
fn levels(text: &str) -> Vec<Level> {
    if text.is_ascii() {
        return Vec::new();
    }
    let info = BidiInfo::new(text, Some(Level::ltr()));
    if info.has_rtl() { info.levels } else { Vec::new() }
}
