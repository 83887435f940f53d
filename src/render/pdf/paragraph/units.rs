//! Words between two places where a line may break.

use std::ops::Range;
use std::rc::Rc;

use unicode_bidi::Level;
use unicode_linebreak::linebreaks;

use super::{Atom, HardLine, ROUNDING, Setter, Unit};
use crate::order;

impl Setter {
    /// Cuts a text where lines may break, and words that are wider than a line between their clusters.
    pub(super) fn units(&mut self, text: &HardLine<'_>, width: f32) -> Vec<Unit> {
        let mut units = Vec::new();
        let mut start = 0;
        for (end, _) in linebreaks(text.letters) {
            if end == start {
                continue;
            }
            self.fit(text, start..end, width, width, &mut units);
            start = end;
        }
        units
    }

    /// Adds words as one unit, or as several where they are wider than a line. What is cut is shaped again and may be
    /// a little wider than it was, so that it may have to be cut shorter.
    fn fit(&mut self, text: &HardLine<'_>, range: Range<usize>, width: f32, aim: f32, units: &mut Vec<Unit>) {
        let unit = self.unit(text, range.clone());
        let cuts = if unit.width > width { cuts(&unit, text, range.start, aim) } else { Vec::new() };
        if cuts.is_empty() {
            units.push(unit.within(width));
            return;
        }
        let mut at = range.start;
        for cut in cuts.into_iter().chain([range.end]) {
            self.fit(text, at..cut, width, aim * 0.9, units);
            at = cut;
        }
    }

    fn unit(&mut self, text: &HardLine<'_>, range: Range<usize>) -> Unit {
        let mut atoms: Vec<Atom> = Vec::new();
        let mut at = range.start;
        while at < range.end {
            let stretch = text.stretch(at);
            let level = text.level(at);
            let mut to = range.end.min(text.stretches[stretch].end - text.from);
            if !text.levels.is_empty()
                && let Some(change) = (at..to).find(|byte| text.level(*byte) != level)
            {
                to = change;
            }
            atoms.push(self.atom(text, at..to, stretch, level));
            at = to;
        }
        let whole: f32 = atoms.iter().map(|atom| atom.width).sum();
        let word = text.letters[range.clone()].trim_end_matches(' ');
        let space = self.space(text, range.start + word.len()..range.end);
        Unit { atoms, width: whole - space, space }
    }

    fn atom(&mut self, text: &HardLine<'_>, range: Range<usize>, stretch: usize, level: Level) -> Atom {
        let own = &text.stretches[stretch];
        if let Some(object) = &own.object {
            let width = object.gap + object.drawing.width * object.scale;
            return Atom { range, stretch, level, glyphs: Rc::new([]), width, scale: 1.0 };
        }
        let glyphs = self.shaper.shape(own.face, &text.letters[range.clone()], level.is_rtl());
        let width = text.width(&glyphs);
        Atom { range, stretch, level, glyphs, width, scale: 1.0 }
    }

    /// The width of the space at the end of a unit.
    fn space(&mut self, text: &HardLine<'_>, range: Range<usize>) -> f32 {
        if range.is_empty() {
            return 0.0;
        }
        let face = text.stretches[text.stretch(range.start)].face;
        text.width(&self.shaper.shape(face, &text.letters[range], false))
    }
}

impl Unit {
    /// The same, set smaller where it is wider than a line and cannot be cut: one letter can be wider than a column.
    fn within(mut self, width: f32) -> Self {
        if self.width <= width + ROUNDING {
            return self;
        }
        let scale = width.max(0.0) / self.width;
        for atom in &mut self.atoms {
            atom.width *= scale;
            atom.scale = scale;
        }
        Self { atoms: self.atoms, width: self.width * scale, space: self.space * scale }
    }
}

/// Where a word that is wider than a line is cut: after an `@`, a dot, a stroke or a hyphen if one stands in the
/// second half of the line, else between any two clusters.
fn cuts(unit: &Unit, text: &HardLine<'_>, start: usize, width: f32) -> Vec<usize> {
    let mut clusters: Vec<(usize, f32)> = Vec::new();
    for atom in &unit.atoms {
        if text.stretches[atom.stretch].object.is_some() {
            clusters.push((atom.range.start, atom.width));
        }
        for glyph in atom.glyphs.iter() {
            let at = atom.range.start + glyph.cluster;
            let advance = text.width(std::slice::from_ref(glyph));
            match clusters.last_mut().filter(|(other, _)| *other == at) {
                Some((_, sum)) => *sum += advance,
                None => clusters.push((at, advance)),
            }
        }
    }
    order::by_key(&mut clusters, |(at, _)| *at);
    let mut cuts = Vec::new();
    let mut used = 0.0;
    let mut good: Option<(usize, f32)> = None;
    let mut line_start = start;
    for (at, advance) in clusters {
        if used + advance > width && at > line_start {
            let (cut, carried) =
                good.filter(|(_, left)| *left > width / 2.0).map_or((at, 0.0), |(cut, left)| (cut, used - left));
            cuts.push(cut);
            line_start = cut;
            used = carried;
            good = None;
        }
        used += advance;
        if text.letters[at..].starts_with(['@', '.', '/', '-', '_', ',', '+']) {
            good = Some((at + 1, used));
        }
    }
    cuts
}
