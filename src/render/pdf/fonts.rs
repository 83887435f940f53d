//! The typeface and the shaping of words. Knows letters and glyphs; no lines, no pages.
//!
//! Everything is in thousandths of an em, which are the font's own units, so that no width is ever rounded.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::OnceLock;

use harfrust::{Buffer, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};

use crate::packed::{Packed, packed};
use crate::render::drawing::Weight;

/// The faces that reports use: three of Source Sans 3, and those that have the letters it lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Face {
    /// 400.
    Regular,
    /// 600.
    Semibold,
    /// 400 italic.
    Italic,
    /// Noto Sans Arabic, 400.
    Arabic,
    /// Noto Sans Arabic, 600.
    ArabicSemibold,
    /// Noto Emoji, in one colour.
    Symbols,
}

impl Face {
    /// All of them, in the order in which they are numbered in a file.
    #[cfg(test)]
    pub(super) const ALL: [Self; FACES] =
        [Self::Regular, Self::Semibold, Self::Italic, Self::Arabic, Self::ArabicSemibold, Self::Symbols];

    /// The face of chart words.
    pub(super) const fn of(weight: Weight) -> Self {
        match weight {
            Weight::Regular => Self::Regular,
            Weight::Semibold => Self::Semibold,
        }
    }

    /// The faces that are asked, in order, for a letter that this one lacks.
    const fn instead(self) -> [Self; 2] {
        match self {
            Self::Regular | Self::Italic | Self::Arabic | Self::Symbols => [Self::Arabic, Self::Symbols],
            Self::Semibold | Self::ArabicSemibold => [Self::ArabicSemibold, Self::Symbols],
        }
    }

    /// The font's own name.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSans3-Regular",
            Self::Semibold => "SourceSans3-Semibold",
            Self::Italic => "SourceSans3-It",
            Self::Arabic => "NotoSansArabic-Regular",
            Self::ArabicSemibold => "NotoSansArabic-SemiBold",
            Self::Symbols => "NotoEmoji-Regular",
        }
    }

    /// The whole font file. Each has 1,000 units to an em; Noto Emoji was brought to that, and to one glyph a letter.
    pub(super) fn bytes(self) -> &'static [u8] {
        static FILES: [Packed; FACES] = [
            packed!("SourceSans3-Regular.ttf"),
            packed!("SourceSans3-Semibold.ttf"),
            packed!("SourceSans3-It.ttf"),
            packed!("NotoSansArabic-Regular.ttf"),
            packed!("NotoSansArabic-SemiBold.ttf"),
            packed!("NotoEmoji-Regular.ttf"),
        ];
        FILES[self as usize].bytes()
    }

    /// The font, read when it is first used.
    fn font(self) -> &'static Font {
        static FONTS: [OnceLock<Font>; FACES] = [const { OnceLock::new() }; FACES];
        FONTS[self as usize].get_or_init(|| Font::new(self.bytes(), 0).expect("the faces compiled in are fonts"))
    }
}

/// Reads faces, so that nobody has to wait for them later.
pub(super) fn read(faces: impl IntoIterator<Item = Face>) {
    for face in faces {
        face.font();
    }
}

/// How many faces there are.
const FACES: usize = 6;

/// From the baseline to the top of the content area, in ems.
pub(super) const ASCENT: f32 = 1.0;

/// From the baseline to the bottom of the content area, in ems.
pub(super) const DESCENT: f32 = 0.326;

/// A glyph, placed after the one before it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    /// Its number in the face.
    pub(super) id: u16,
    /// How far the pen moves on.
    pub(super) advance: f32,
    /// How far to the right of the pen it stands.
    pub(super) dx: f32,
    /// How far above the baseline it stands.
    pub(super) dy: f32,
    /// Where its letters begin in the shaped words, in bytes.
    pub(super) cluster: usize,
    /// What a reader who copies it gets.
    pub(super) text: Rc<str>,
}

/// Shapes words, and remembers those it has shaped.
pub(super) struct Shaper {
    fonts: [Option<ShaperFont<'static, 'static>>; FACES],
    plans: HashMap<(Face, Option<Script>, bool), ShapePlan>,
    /// The words of each face and direction.
    known: [HashMap<Box<str>, Rc<[Glyph]>>; 2 * FACES],
    /// Whether each face has each of the letters that are asked for again and again; empty until one is.
    letters: [Vec<Option<bool>>; FACES],
}

/// The letters below this one are most of what is written here: Latin, marks, Greek, Arabic, Welsh, punctuation.
const COMMON: u32 = 0x2100;

/// Figures of one width, in every report and every size.
const FEATURES: [Feature; 1] =
    [Feature { tag: Tag::new(b"tnum"), value: 1, start: Feature::GLOBAL_START, end: Feature::GLOBAL_END }];

impl Default for Shaper {
    fn default() -> Self {
        Self {
            fonts: [const { None }; FACES],
            plans: HashMap::new(),
            known: std::array::from_fn(|_| HashMap::new()),
            letters: [const { Vec::new() }; FACES],
        }
    }
}

thread_local! {
    /// What the reports made before on this thread have taught: most words stand in every report.
    static KEPT: RefCell<Shaper> = RefCell::default();
}

impl Shaper {
    /// Does something with what this thread knows of words, and keeps what it learns.
    pub(super) fn with<T>(make: impl FnOnce(&mut Self) -> T) -> T {
        /// So many words are kept, which is several megabytes; more begin anew.
        const MOST: usize = 20_000;
        let mut shaper = KEPT.take();
        let result = make(&mut shaper);
        if shaper.known.iter().map(HashMap::len).sum::<usize>() > MOST {
            shaper.known.iter_mut().for_each(HashMap::clear);
        }
        KEPT.set(shaper);
        result
    }

    /// The glyphs of some words in one face and one direction, from left to right.
    pub(super) fn shape(&mut self, face: Face, words: &str, right_to_left: bool) -> Rc<[Glyph]> {
        let place = 2 * face as usize + usize::from(right_to_left);
        if let Some(glyphs) = self.known[place].get(words) {
            return Rc::clone(glyphs);
        }
        let glyphs: Rc<[Glyph]> = self.shape_anew(face, words, right_to_left).into();
        self.known[place].insert(words.into(), Rc::clone(&glyphs));
        glyphs
    }

    /// Whether a face can print a letter. A control is none, whatever a face keeps in its place.
    pub(super) fn has(&mut self, face: Face, letter: char) -> bool {
        if letter.is_control() {
            return false;
        }
        let code = u32::from(letter);
        let font = self.fonts[face as usize].get_or_insert_with(|| ShaperFont::new(face.font()));
        if code >= COMMON {
            return font.nominal_glyph(code).is_some();
        }
        let letters = &mut self.letters[face as usize];
        if letters.is_empty() {
            letters.resize(COMMON as usize, None);
        }
        *letters[code as usize].get_or_insert_with(|| font.nominal_glyph(code).is_some())
    }

    /// The face that prints a letter where this one is asked for: this one, else the first of the others that has it.
    pub(super) fn face_for(&mut self, face: Face, letter: char) -> Option<Face> {
        if self.has(face, letter) {
            return Some(face);
        }
        face.instead().into_iter().find(|other| self.has(*other, letter))
    }

    fn shape_anew(&mut self, face: Face, words: &str, right_to_left: bool) -> Vec<Glyph> {
        let font = self.fonts[face as usize].get_or_insert_with(|| ShaperFont::new(face.font()));
        let mut buffer = Buffer::new();
        buffer.push_str(words);
        buffer.guess_segment_properties();
        buffer.set_language(None);
        let direction = if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight };
        buffer.set_direction(direction);
        let script = buffer.script();
        let plan = self
            .plans
            .entry((face, script, right_to_left))
            .or_insert_with(|| ShapePlan::new(face.font(), direction, script, None, &FEATURES));
        harfrust::shape(font, &mut buffer, ShapeOptions::new().plan(Some(plan)).features(&FEATURES))
            .expect("words are shaped with the plan of their script and direction");
        glyphs(&buffer, words)
    }
}

/// The width of glyphs, in ems.
pub(super) fn width(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.advance).sum::<f32>() / 1000.0
}

/// The shaped glyphs, each with the letters it stands for.
fn glyphs(buffer: &Buffer, words: &str) -> Vec<Glyph> {
    let mut starts: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut glyphs = Vec::with_capacity(buffer.len());
    let mut at = 0;
    let infos = buffer.glyph_infos();
    while at < infos.len() {
        let cluster = infos[at].cluster as usize;
        let count = infos[at..].iter().take_while(|info| info.cluster as usize == cluster).count();
        let end = starts.iter().copied().find(|start| *start > cluster).unwrap_or(words.len());
        let texts = share(&words[cluster..end], count);
        let positions = &buffer.glyph_positions()[at..at + count];
        for ((info, position), text) in infos[at..at + count].iter().zip(positions).zip(texts) {
            glyphs.push(Glyph {
                id: u16::try_from(info.glyph_id).expect("a TrueType font has at most 65,535 glyphs"),
                advance: position.x_advance as f32,
                dx: position.x_offset as f32,
                dy: position.y_offset as f32,
                cluster,
                text,
            });
        }
        at += count;
    }
    glyphs
}

/// Shares the letters of a cluster among its glyphs, so that copying gives each letter once.
fn share(letters: &str, glyphs: usize) -> Vec<Rc<str>> {
    let plain = |letter: char| match letter {
        '\u{A0}' | '\u{202F}' => ' ',
        '\u{2011}' => '-',
        other => other,
    };
    let letters: Vec<char> = letters.chars().map(plain).collect();
    (0..glyphs)
        .map(|index| {
            let from = index.min(letters.len());
            let to = if index + 1 == glyphs { letters.len() } else { (index + 1).min(letters.len()) };
            // A glyph without letters of its own must still say something in a file for archives.
            if from == to { Rc::from("\u{200B}") } else { letters[from..to].iter().collect::<String>().into() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_figures_are_equally_wide() {
        let mut shaper = Shaper::default();
        for face in [Face::Regular, Face::Semibold, Face::Italic] {
            let widths: Vec<f32> =
                "0123456789".chars().map(|d| width(&shaper.shape(face, &d.to_string(), false))).collect();
            assert!(widths.iter().all(|width| (width - widths[0]).abs() < f32::EPSILON), "{face:?}: {widths:?}");
        }
    }

    #[test]
    fn letters_are_kerned() {
        let mut shaper = Shaper::default();
        let apart = width(&shaper.shape(Face::Regular, "A", false)) + width(&shaper.shape(Face::Regular, "V", false));
        assert!(width(&shaper.shape(Face::Regular, "AV", false)) < apart);
    }

    #[test]
    fn a_cluster_gives_its_letters_back() {
        let glyphs = Shaper::default().shape(Face::Regular, "e\u{301} q\u{302}\u{323}x", false);
        let text: String = glyphs.iter().map(|glyph| &*glyph.text).collect();
        assert_eq!(text.replace('\u{200B}', ""), "e\u{301} q\u{302}\u{323}x");
    }

    #[test]
    fn welsh_is_covered_and_an_emoji_is_not() {
        let mut shaper = Shaper::default();
        assert!("ŵŷâêîôûẁẃẅỳýÿ£–“”’−●".chars().all(|letter| shaper.has(Face::Regular, letter)));
        assert_eq!(shaper.face_for(Face::Semibold, '😀'), Some(Face::Symbols));
        assert_eq!(shaper.face_for(Face::Semibold, 'م'), Some(Face::ArabicSemibold));
        assert_eq!(shaper.face_for(Face::Italic, 'ꀕ'), None);
    }

    #[test]
    fn every_face_has_a_thousand_units_to_an_em() {
        for face in Face::ALL {
            let head = face.bytes().windows(4).position(|name| name == b"head").expect("a font has a head");
            let at = |from: usize| {
                let bytes: [u8; 4] = face.bytes()[from..from + 4].try_into().expect("four bytes are four");
                u32::from_be_bytes(bytes) as usize
            };
            assert_eq!(at(at(head + 8) + 18) >> 16, 1000, "{face:?}");
        }
    }

    #[test]
    fn arabic_letters_are_joined() {
        let mut shaper = Shaper::default();
        let joined = shaper.shape(Face::Arabic, "محمد", true);
        let alone: Vec<u16> =
            "محمد".chars().rev().map(|letter| shaper.shape(Face::Arabic, &letter.to_string(), true)[0].id).collect();
        let ids: Vec<u16> = joined.iter().map(|glyph| glyph.id).collect();
        assert_ne!(ids, alone);
    }

    #[test]
    fn charts_are_measured_with_the_widths_of_these_faces() {
        use crate::render::drawing::{TEXT, Weight, measure};
        let mut shaper = Shaper::default();
        for (face, weight) in [(Face::Regular, Weight::Regular), (Face::Semibold, Weight::Semibold)] {
            for letter in (' '..='~').chain('\u{A1}'..='\u{17F}').chain("ẀẁẃẅỲỳ–—‘’“”…€−→".chars())
            {
                let set = width(&shaper.shape(face, &letter.to_string(), false)) * TEXT;
                let expected = measure::width(&letter.to_string(), weight);
                // A soft hyphen has no width in a line that does not break there.
                assert!((set - expected).abs() < 0.01 || letter == '\u{AD}', "{letter}: {set}, not {expected}");
            }
        }
    }
}
