//! The words of a drawing: one line, in as many faces and directions as its letters need.

use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::{BidiInfo, Level};

use super::fonts::{self, Face, Glyph, Shaper};

/// Words of one face and one direction.
pub(super) struct LabelRun {
    /// Their face.
    pub(super) face: Face,
    /// The words.
    pub(super) words: String,
    /// Their glyphs, from left to right.
    pub(super) glyphs: Rc<[Glyph]>,
    /// Whether they run from right to left.
    pub(super) right_to_left: bool,
}

/// The runs of a label, from left to right. Every letter is one that some face has.
pub(super) fn runs(shaper: &mut Shaper, face: Face, words: &str) -> Vec<LabelRun> {
    if words.is_ascii() {
        return vec![run(shaper, face, words, false)];
    }
    let bidi = BidiInfo::new(words, Some(Level::ltr()));
    let mut pieces: Vec<(Range<usize>, Face, Level)> = Vec::new();
    for (at, letter) in words.char_indices() {
        let own = shaper.face_for(face, letter).unwrap_or(face);
        let (end, level) = (at + letter.len_utf8(), bidi.levels[at]);
        match pieces.last_mut() {
            Some((range, last, same)) if *last == own && *same == level => range.end = end,
            _ => pieces.push((at..end, own, level)),
        }
    }
    let levels: Vec<Level> = pieces.iter().map(|(.., level)| *level).collect();
    let order = BidiInfo::reorder_visual(&levels);
    let seen = order.into_iter().map(|index| pieces[index].clone());
    seen.map(|(range, own, level)| run(shaper, own, &words[range], level.is_rtl())).collect()
}

/// The width of the runs of a label, in ems.
pub(super) fn width(runs: &[LabelRun]) -> f32 {
    runs.iter().map(|run| fonts::width(&run.glyphs)).sum()
}

fn run(shaper: &mut Shaper, face: Face, words: &str, right_to_left: bool) -> LabelRun {
    LabelRun { face, words: words.to_owned(), glyphs: shaper.shape(face, words, right_to_left), right_to_left }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_in_two_scripts_has_a_run_for_each_and_both_are_seen_in_order() {
        let runs = runs(&mut Shaper::default(), Face::Regular, "Café محمد 😀");
        let seen: Vec<_> = runs.iter().map(|run| (run.face, run.words.trim(), run.right_to_left)).collect();
        assert_eq!(seen[0], (Face::Regular, "Café", false));
        assert!(seen.contains(&(Face::Arabic, "محمد", true)), "{seen:?}");
        assert_eq!(seen.last().copied(), Some((Face::Symbols, "😀", false)));
    }
}
