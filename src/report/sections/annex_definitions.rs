//! Annex A: what each measure and each outcome counts, in the words of the return.

use super::{Cx, make};
use crate::report::{
    block::{Block, Rich},
    outline::Part,
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let measures = cx.published.results.iter().map(|measure| (&measure.title, measure.definition.as_ref()));
    let outcomes = cx
        .published
        .outcomes
        .iter()
        .map(|outcome| (&outcome.title, outcome.cohort.as_ref().and_then(|cohort| cohort.definition.as_ref())));
    let entries = measures.chain(outcomes).filter_map(|(title, definition)| {
        Some(make::story(Rich::none().strong(format!("{}. ", title.text)).with(cx.said(definition?))))
    });
    vec![cx.part(Part::Definitions, make::halves(entries.collect()))]
}
