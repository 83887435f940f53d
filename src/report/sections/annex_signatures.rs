//! Annex E: who signed what, by role; beside it, annex D.

use super::{Cx, annex_minority, make};
use crate::report::{
    block::{Block, Rich},
    outline::Part,
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    vec![make::columns(vec![(4, vec![annex_minority::section(cx)]), (8, vec![section(cx)])])]
}

fn section(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let blocks = cx.published.sign_off.iter().map(|signed| {
        let on = signed.on.map(|on| w.date(on));
        let who = w.signed_by(w.sign_off_role(signed.role), signed.organisation.as_deref(), on.as_deref());
        make::story(match &signed.statement {
            Some(statement) => Rich::none().strong(format!("{who}. ")).with(cx.said(statement)),
            None => Rich::none().strong(format!("{who}.")),
        })
    });
    cx.part(Part::Signatures, blocks.collect())
}
