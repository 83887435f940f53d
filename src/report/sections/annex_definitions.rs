//! Annex A: what each measure counts, in the words of the return.

use super::{Cx, make};
use crate::report::{
    block::{Block, Rich},
    outline::Part,
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let measures = cx.published.results.iter();
    let entries: Vec<Block> = measures
        .filter_map(|measure| {
            let definition = measure.definition.as_ref()?;
            Some(make::body(Rich::none().strong(format!("{}. ", measure.title.text)).with(cx.said(definition))))
        })
        .collect();
    vec![cx.part(Part::Definitions, make::halves(entries))]
}
