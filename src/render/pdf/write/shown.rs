//! The glyphs of a run of words, as they are shown. Knows numbers; no faces.

use printpdf::{Codepoint, DictItem, Op, Pt, TextItem, TextMatrix};

use super::painter::round;
use crate::render::pdf::design;

/// Glyphs that wait to be shown.
pub(super) enum Shown {
    /// Each with what it says, from which the library learns which glyphs a file uses and what they say.
    Spoken(Vec<TextItem>),
    /// All of them said something before: as few strings as can be, which is a tenth of the work.
    Packed(Vec<DictItem>),
}

impl Shown {
    /// A glyph, how far the pen then steps back in thousandths of an em, and what it says.
    pub(super) fn glyph(&mut self, id: u16, offset: f32, says: &str) {
        match self {
            Self::Spoken(items) => {
                items.push(TextItem::GlyphIds(vec![Codepoint::with_cid(id, offset, says.to_owned())]));
            }
            Self::Packed(items) => {
                if let Some(DictItem::String { data, .. }) = items.last_mut() {
                    data.extend_from_slice(&id.to_be_bytes());
                } else {
                    // As they are: twice as short as in digits, and sooner packed.
                    items.push(DictItem::String { data: id.to_be_bytes().to_vec(), literal: true });
                }
                if offset != 0.0 {
                    items.push(DictItem::Real(offset));
                }
            }
        }
    }

    /// A step of the pen alone, backwards.
    pub(super) fn step(&mut self, offset: f32) {
        match self {
            Self::Spoken(items) => items.push(TextItem::Offset(offset)),
            Self::Packed(items) => items.push(DictItem::Real(offset)),
        }
    }

    /// Shows what waits, if anything does, from this place on.
    pub(super) fn show(&mut self, ops: &mut Vec<Op>, x: f32, y: f32) {
        let show = match self {
            Self::Spoken(items) if !items.is_empty() => Op::ShowText { items: std::mem::take(items) },
            Self::Packed(items) if !items.is_empty() => {
                Op::Unknown { key: "TJ".to_owned(), value: vec![DictItem::Array(std::mem::take(items))] }
            }
            Self::Spoken(_) | Self::Packed(_) => return,
        };
        let matrix = TextMatrix::Translate(Pt(round(x)), Pt(round(design::PAGE.1 - y)));
        ops.push(Op::SetTextMatrix { matrix });
        ops.push(show);
    }
}
