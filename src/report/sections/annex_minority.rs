//! Annex D: notes by partners who see it differently, in full.

use super::{Cx, make};
use crate::report::{block::Block, outline::Part};

pub(super) fn section(cx: &Cx<'_>) -> Block {
    let notes = cx.published.dissent.iter();
    let blocks = notes.map(|note| make::quotation(cx.quoted(&note.statement), note.partner.as_str()));
    cx.part(Part::Minority, blocks.collect())
}
