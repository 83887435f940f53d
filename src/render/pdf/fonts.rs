//! The typeface and the shaping of words. Knows letters and glyphs; no lines, no pages.
//!
//! Everything is in thousandths of an em, which are the font's own units, so that no width is ever rounded.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use harfrust::{Buffer, Direction, Feature, Font, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};

use crate::render::drawing::Weight;

/// The three faces of Source Sans 3 that reports use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Face {
    /// 400.
    Regular,
    /// 600.
    Semibold,
    /// 400 italic.
    Italic,
}

impl Face {
    /// All of them, in the order in which they are numbered in a file.
    pub(super) const ALL: [Self; 3] = [Self::Regular, Self::Semibold, Self::Italic];

    /// The face of chart words.
    pub(super) const fn of(weight: Weight) -> Self {
        match weight {
            Weight::Regular => Self::Regular,
            Weight::Semibold => Self::Semibold,
        }
    }

    /// The font's own name.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Regular => "SourceSans3-Regular",
            Self::Semibold => "SourceSans3-Semibold",
            Self::Italic => "SourceSans3-It",
        }
    }

    /// The whole font file.
    pub(super) const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("fonts/SourceSans3-Regular.ttf"),
            Self::Semibold => include_bytes!("fonts/SourceSans3-Semibold.ttf"),
            Self::Italic => include_bytes!("fonts/SourceSans3-It.ttf"),
        }
    }

    fn font(self) -> &'static Font {
        static FONTS: LazyLock<[Font; 3]> = LazyLock::new(|| {
            Face::ALL.map(|face| Font::new(face.bytes(), 0).expect("the faces compiled in are fonts"))
        });
        match self {
            Self::Regular => &FONTS[0],
            Self::Semibold => &FONTS[1],
            Self::Italic => &FONTS[2],
        }
    }
}

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
    pub(super) text: String,
}

/// Shapes words, and remembers those it has shaped.
pub(super) struct Shaper {
    fonts: [ShaperFont<'static, 'static>; 3],
    plans: HashMap<(Face, Option<Script>, bool), ShapePlan>,
    known: HashMap<(Face, bool, String), Rc<[Glyph]>>,
    letters: HashMap<(Face, char), bool>,
}

/// Figures of one width, in every report and every size.
const FEATURES: [Feature; 1] =
    [Feature { tag: Tag::new(b"tnum"), value: 1, start: Feature::GLOBAL_START, end: Feature::GLOBAL_END }];

impl Default for Shaper {
    fn default() -> Self {
        Self {
            fonts: Face::ALL.map(|face| ShaperFont::new(face.font())),
            plans: HashMap::new(),
            known: HashMap::new(),
            letters: HashMap::new(),
        }
    }
}

impl Shaper {
    /// The glyphs of some words in one face and one direction, from left to right.
    pub(super) fn shape(&mut self, face: Face, words: &str, right_to_left: bool) -> Rc<[Glyph]> {
        let key = (face, right_to_left, words.to_owned());
        if let Some(glyphs) = self.known.get(&key) {
            return Rc::clone(glyphs);
        }
        let glyphs: Rc<[Glyph]> = self.shape_anew(face, words, right_to_left).into();
        self.known.insert(key, Rc::clone(&glyphs));
        glyphs
    }

    /// Whether a face can print a letter.
    pub(super) fn has(&mut self, face: Face, letter: char) -> bool {
        let font = &self.fonts[face as usize];
        *self.letters.entry((face, letter)).or_insert_with(|| font.nominal_glyph(u32::from(letter)).is_some())
    }

    fn shape_anew(&mut self, face: Face, words: &str, right_to_left: bool) -> Vec<Glyph> {
        let font = &self.fonts[face as usize];
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
fn share(letters: &str, glyphs: usize) -> Vec<String> {
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
            if from == to { "\u{200B}".to_owned() } else { letters[from..to].iter().collect() }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_figures_are_equally_wide() {
        let mut shaper = Shaper::default();
        for face in Face::ALL {
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
        let text: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(text.replace('\u{200B}', ""), "e\u{301} q\u{302}\u{323}x");
    }

    #[test]
    fn welsh_is_covered_and_an_emoji_is_not() {
        let mut shaper = Shaper::default();
        assert!("ŵŷâêîôûẁẃẅỳýÿ£–“”’−●".chars().all(|letter| shaper.has(Face::Regular, letter)));
        assert!(!shaper.has(Face::Regular, '😀'));
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
