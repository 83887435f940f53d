//! Annex E: who signed what, by role.

use super::{Cx, make};
use crate::report::{
    block::{Block, Rich},
    outline::Part,
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let blocks = cx.published.sign_off.iter().map(|signed| {
        let on = signed.on.map(|on| w.date(on));
        let who = w.signed_by(w.sign_off_role(signed.role), signed.organisation.as_deref(), on.as_deref());
        make::body(match &signed.statement {
            Some(statement) => Rich::none().strong(format!("{who}. ")).with(cx.said(statement)),
            None => Rich::none().strong(format!("{who}.")),
        })
    });
    vec![cx.part(Part::Signatures, blocks.collect())]
}
