//! Where lines end, and what stands on them.

use unicode_bidi::{BidiInfo, Level};

use super::{Atom, HardLine, Object, ROUNDING, SetLine, Side, Unit};
use crate::order;
use crate::render::pdf::page::{Ink, Line, Run};

/// The width of units on one line.
fn line_width(units: &[Unit]) -> f32 {
    let spaces: f32 = units.iter().rev().skip(1).map(|unit| unit.space).sum();
    units.iter().map(|unit| unit.width).sum::<f32>() + spaces
}

/// Where lines end: as few as can be, and then the most even. An empty text has one empty line.
pub(super) fn break_lines(units: &[Unit], width: f32) -> Vec<usize> {
    if units.is_empty() {
        return vec![0];
    }
    let mut best: Vec<(usize, f32, usize)> = vec![(0, 0.0, 0)];
    for end in 1..=units.len() {
        let mut choice: Option<(usize, f32, usize)> = None;
        let mut used = 0.0;
        for first in (0..end).rev() {
            used += units[first].width + if first + 1 == end { 0.0 } else { units[first].space };
            if used > width + ROUNDING && first + 1 != end {
                break;
            }
            let slack = (width - used).max(0.0) / width.max(1.0);
            let is_last = end == units.len();
            // A last line may be short, but not as short as one word of many.
            let cost = if !is_last {
                slack * slack
            } else if slack > 0.8 {
                (slack - 0.8) * 0.5
            } else {
                0.0
            };
            let (lines, sum, _) = best[first];
            let candidate = (lines + 1, sum + cost, first);
            if choice.is_none_or(|kept| (candidate.0, candidate.1) < (kept.0, kept.1)) {
                choice = Some(candidate);
            }
        }
        best.push(choice.expect("a line takes at least one unit"));
    }
    let mut ends = vec![units.len()];
    while let Some(&end) = ends.last()
        && best[end].2 > 0
    {
        ends.push(best[end].2);
    }
    ends.reverse();
    ends
}

pub(super) fn build_line(text: &HardLine<'_>, units: &[Unit], side: Side, measure: f32) -> SetLine {
    let setting = &text.setting;
    let width = line_width(units);
    let x = match side {
        Side::Left | Side::MarkRight => 0.0,
        Side::Right => (measure - width).max(0.0),
    };
    let atoms: Vec<&Atom> = units.iter().flat_map(|unit| &unit.atoms).collect();
    let levels: Vec<Level> = atoms.iter().map(|atom| atom.level).collect();
    let order = BidiInfo::reorder_visual(&levels);
    let mut ink = Vec::new();
    let mut runs: Vec<Placed> = Vec::new();
    let mut pen = 0.0;
    for index in order {
        let atom = atoms[index];
        let stretch = &text.stretches[atom.stretch];
        if let Some(object) = &stretch.object {
            let gap = if pen > 0.0 { object.gap * atom.scale } else { 0.0 };
            ink.push(place(object, atom.scale, x + pen + gap, setting.leading));
            pen += gap + object.drawing.width * object.scale * atom.scale;
            continue;
        }
        let letters = &text.letters[atom.range.clone()];
        match runs.last_mut() {
            Some(last) if last.goes_on_with(atom) => {
                last.run.glyphs.extend(atom.glyphs.iter().cloned());
                last.run.width += atom.width;
                last.first = last.first.min(index);
                if last.run.right_to_left {
                    last.run.words.insert_str(0, letters);
                } else {
                    last.run.words.push_str(letters);
                }
            }
            _ => runs.push(Placed {
                stretch: atom.stretch,
                first: index,
                scale: atom.scale,
                run: Run {
                    x: pen,
                    width: atom.width,
                    face: stretch.face,
                    size: setting.size * atom.scale,
                    colour: stretch.colour,
                    tracking: setting.tracking,
                    glyphs: atom.glyphs.to_vec(),
                    words: letters.to_owned(),
                    right_to_left: atom.level.is_rtl(),
                    node: stretch.node,
                    link: stretch.link.clone(),
                },
            }),
        }
        pen += atom.width;
    }
    let above = setting.baseline();
    // They stand where they are seen, and follow one another as they are read.
    order::by_key(&mut runs, |placed| placed.first);
    let runs: Vec<Run> = runs.into_iter().map(|placed| placed.run).collect();
    if !runs.is_empty() {
        ink.push(Ink::Line(Line { x, y: above, above, below: setting.leading - above, width, runs }));
    }
    SetLine { height: setting.leading, ink }
}

/// A run on its line, and which atom of the line it begins with in the order of reading.
struct Placed {
    stretch: usize,
    first: usize,
    scale: f32,
    run: Run,
}

impl Placed {
    /// Whether an atom that stands beside the run is of the same stretch, direction and size.
    fn goes_on_with(&self, atom: &Atom) -> bool {
        self.stretch == atom.stretch
            && self.run.right_to_left == atom.level.is_rtl()
            && self.scale.total_cmp(&atom.scale).is_eq()
    }
}

/// Places a small drawing in the middle of a line's height.
pub(super) fn place(object: &Object, smaller: f32, x: f32, leading: f32) -> Ink {
    let scale = object.scale * smaller;
    let height = object.drawing.height * scale;
    Ink::Drawing { x, y: (leading - height) / 2.0, scale, drawing: object.drawing.clone(), node: None }
}
