//! What was promised and what happened: residents' verdict first, ours second.

use super::super::{Cx, grid::Grid, make};
use crate::order;
use crate::{
    disclosure::published::PromiseShown,
    report::block::{Block, Rich, SectionRank},
    returns::approach::community_reporting::{CommunityVerdict, PartnerStatus},
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let mut promises: Vec<&PromiseShown> =
        cx.published.community.iter().flat_map(|community| &community.promises).collect();
    // Bad news first; equal ones as the return orders them.
    order::by_key(&mut promises, |promise| match promise.verdict {
        CommunityVerdict::NotKept => 0,
        CommunityVerdict::PartlyKept => 1,
        CommunityVerdict::CouldNotAgree => 2,
        CommunityVerdict::Kept => 3,
        CommunityVerdict::NotYetJudged => 4,
    });
    let judged = promises.iter().filter(|promise| promise.verdict != CommunityVerdict::NotYetJudged).count();
    let caption = w.who_judged(promises.len(), judged);
    if promises.is_empty() {
        return vec![section(cx, make::body(caption))];
    }
    let [residents, ours] = w.promise_heads();
    let mut table = Grid::new(w, "table-promises", caption, vec![make::words(residents, 22), make::words(ours, 78)]);
    for promise in promises {
        let line = table.line().words(Rich::none().strong(w.verdict(promise.verdict)));
        table.add(line.words(cx.said(&promise.promise)).by(what_we_say(cx, promise)));
    }
    vec![section(cx, table.block())]
}

fn section(cx: &Cx<'_>, block: Block) -> Block {
    make::section("promises", cx.w.public_headings().promises, SectionRank::Full, vec![block])
}

/// What we say of a promise, why it stands so, when it is due, and who judged it.
fn what_we_say(cx: &Cx<'_>, promise: &PromiseShown) -> Rich {
    let w = cx.w;
    let mut words = Rich::from(w.we_say(promise.partner_status));
    if let Some(why) = &promise.explanation {
        words = words.and(" ").with(cx.said(why));
    }
    if let Some(due) = due(cx, promise) {
        words = words.and(" ").and(due);
    }
    if let Some(judged) = &promise.judged_by {
        words = words.and(" ").and(w.judged_by_whom(&judged.who, judged.people));
    }
    words
}

/// The new day where it was moved; the day it is due where that is still to come.
fn due(cx: &Cx<'_>, promise: &PromiseShown) -> Option<String> {
    let w = cx.w;
    let is_open = match promise.partner_status {
        Some(PartnerStatus::Delivered | PartnerStatus::Withdrawn) => false,
        Some(
            PartnerStatus::NotStarted
            | PartnerStatus::OnTrack
            | PartnerStatus::AtRisk
            | PartnerStatus::PartlyDelivered
            | PartnerStatus::NotDelivered,
        )
        | None => true,
    };
    if !is_open {
        return None;
    }
    match (promise.revised_due, promise.due) {
        (Some(revised), _) => Some(w.due_on(&w.date(revised), true)),
        (None, Some(due)) if due > cx.published.header.last_day => Some(w.due_on(&w.date(due), false)),
        (None, _) => None,
    }
}
