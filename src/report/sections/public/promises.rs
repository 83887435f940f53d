//! What was promised and what happened: residents' verdict first, ours second.

use super::super::{Cx, course, grid::Grid, make};
use crate::order;
use crate::{
    disclosure::published::{PromiseHistoryShown, PromiseShown},
    report::block::{Block, Rich, SectionRank},
    returns::approach::community_reporting::{CommunityVerdict, PartnerStatus},
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let mut promises: Vec<&PromiseShown> =
        cx.published.community.iter().flat_map(|community| &community.promises).collect();
    order::by_key(&mut promises, |promise| rank(promise.verdict));
    let judged = promises.iter().filter(|promise| promise.verdict != CommunityVerdict::NotYetJudged).count();
    let caption = w.who_judged(promises.len(), judged);
    let earlier = earlier(cx);
    if promises.is_empty() {
        return vec![section(cx, [make::body(caption)].into_iter().chain(earlier).collect())];
    }
    let [residents, ours] = w.promise_heads();
    let mut table = Grid::new(w, "table-promises", caption, vec![make::words(residents, 22), make::words(ours, 78)]);
    for promise in promises {
        let line = table.line().words(Rich::none().strong(w.verdict(promise.verdict)));
        table.add(line.words(cx.said(&promise.promise)).by(what_we_say(cx, promise)));
    }
    vec![section(cx, [table.block()].into_iter().chain(earlier).collect())]
}

fn section(cx: &Cx<'_>, blocks: Vec<Block>) -> Block {
    make::section("promises", cx.w.public_headings().promises, SectionRank::Full, blocks)
}

/// What was promised in earlier quarters and is not told of in this one, with what was said of it last.
fn earlier(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let memory = cx.published.memory.as_ref()?;
    let now = memory.quarters.last()?;
    let [residents, ours] = w.promise_heads();
    let columns = vec![make::words(residents, 22), make::words(ours, 78)];
    let mut table = Grid::new(w, "table-earlier-promises", w.earlier_promises(), columns);
    let mut promises: Vec<&PromiseHistoryShown> =
        memory.promises.iter().filter(|told| told.last_told != *now).collect();
    order::by_key(&mut promises, |told| rank(told.verdict));
    let is_empty = promises.is_empty();
    for told in promises {
        let last = course::months(cx, told.last_told);
        let became =
            if is_unfinished(told.partner_status) { w.nothing_said_since() } else { w.we_say(told.partner_status) };
        let words = Rich::from(became).and(" ").and(w.last_told(&last));
        let line = table.line().words(Rich::none().strong(w.verdict(told.verdict)));
        table.add(line.words(cx.said(&told.promise)).by(words));
    }
    (!is_empty).then(|| table.block())
}

/// Bad news first; equal ones as the return orders them.
const fn rank(verdict: CommunityVerdict) -> u8 {
    match verdict {
        CommunityVerdict::NotKept => 0,
        CommunityVerdict::PartlyKept => 1,
        CommunityVerdict::CouldNotAgree => 2,
        CommunityVerdict::Kept => 3,
        CommunityVerdict::NotYetJudged => 4,
    }
}

/// Whether more is to come of a promise that stands so.
const fn is_open(status: Option<PartnerStatus>) -> bool {
    match status {
        Some(PartnerStatus::Delivered | PartnerStatus::Withdrawn) => false,
        Some(
            PartnerStatus::NotStarted
            | PartnerStatus::OnTrack
            | PartnerStatus::AtRisk
            | PartnerStatus::PartlyDelivered
            | PartnerStatus::NotDelivered,
        )
        | None => true,
    }
}

/// Whether nothing was said yet of what became of a promise.
const fn is_unfinished(status: Option<PartnerStatus>) -> bool {
    matches!(status, Some(PartnerStatus::NotStarted | PartnerStatus::OnTrack | PartnerStatus::AtRisk) | None)
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
    if !is_open(promise.partner_status) {
        return None;
    }
    match (promise.revised_due, promise.due) {
        (Some(revised), _) => Some(w.due_on(&w.date(revised), true)),
        (None, Some(due)) if due > cx.published.header.last_day => Some(w.due_on(&w.date(due), false)),
        (None, _) => None,
    }
}
