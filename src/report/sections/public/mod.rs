//! The sections of the public edition: what residents read. No ratings, no indices, no intervals.

pub(in crate::report) mod changed;
pub(in crate::report) mod money;
pub(in crate::report) mod promises;
pub(in crate::report) mod said_and_heard;
pub(in crate::report) mod tell_us;

#[cfg(test)]
mod tests;

use super::{Cx, communities, make};
use crate::{disclosure::published::Shown, report::block::Block};

/// What this is: the partnership's own purpose, and who works together.
pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let (w, published) = (cx.w, cx.published);
    let header = &published.header;
    let mut blocks = vec![make::lede(match &published.partnership.purpose {
        Some(purpose) => cx.said(purpose),
        None => w.what_this_is(&w.quarter_months(header.financial_year, header.quarter)).into(),
    })];
    let partners: Vec<&str> = published.partners.iter().map(|partner| partner.name.as_str()).collect();
    blocks.extend(w.we_are(&partners, published.partnership.lead.as_deref()).map(make::note));
    blocks.extend(published.draft.then(|| make::body(w.draft_sentence())));
    blocks.extend(header.nil_reason.as_ref().map(|reason| make::body(cx.said(reason))));
    blocks
}

/// What people told and were told, in two columns that are read one after the other.
pub(in crate::report) fn second_page(cx: &Cx<'_>) -> Vec<Block> {
    let community = cx.published.community.as_ref();
    let mut left = vec![changed::story(cx), said_and_heard::you_said(cx), money::build(cx)];
    left.push(tell_us::panel(cx));
    let mut right: Vec<Block> =
        community.and_then(|community| communities::statement(cx, community)).into_iter().collect();
    right.push(said_and_heard::heard(cx));
    right.extend(said_and_heard::helped(cx));
    vec![make::columns(vec![(6, left), (6, right)])]
}

/// Whether the counts of this edition are rounded.
fn is_rounded(cx: &Cx<'_>) -> bool {
    cx.published.profile.rounded_to.is_some()
}

/// A number as it is printed; `None` where there is none.
fn number(cx: &Cx<'_>, shown: Option<&Shown>) -> Option<String> {
    shown.and_then(Shown::number).map(|number| cx.w.number(number))
}
