//! What could go wrong, and what is late.

use super::{Cx, grid::Grid, make, milestones};
use crate::{
    disclosure::published::LeadershipChangeShown,
    report::{
        block::{Block, Rich},
        outline::Part,
    },
    returns::Date,
};

/// How many risks a report tells of: those with the highest scores.
const RISKS: usize = 5;

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let blocks = risks(cx).into_iter().chain(leaders(cx)).chain(milestones::chart(cx)).collect();
    vec![cx.part(Part::RisksAndMilestones, blocks)]
}

fn risks(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let risks = &cx.published.risks;
    if risks.is_empty() {
        return None;
    }
    let (caption, subtitle, [what, score, before, doing, owner, next]) =
        w.risks_table(risks.len().min(RISKS), risks.len());
    let columns = vec![
        make::words(what, 28),
        make::numbers(score),
        make::numbers(before),
        make::words(doing, 26),
        make::words(owner, 22),
        make::words(next, 12),
    ];
    let mut table = Grid::new(w, "table-risks", caption, columns).subtitle(subtitle);
    for risk in risks.iter().take(RISKS) {
        let line = table
            .line()
            .words(cx.said(&risk.title))
            .by(risk.category.map_or_else(Rich::none, |category| w.risk_category(category).into()))
            .known(risk.score.map(|score| w.whole(score)))
            .known(risk.previous_score.map(|score| w.whole(score)))
            .known(risk.mitigation.as_ref().map(|doing| cx.said(doing)))
            .by(risk.response.map_or_else(Rich::none, |response| w.risk_response(response).into()))
            .known(risk.owner.as_deref())
            .known(risk.next_review.map(|on| w.short_date(on)));
        table.add(line);
    }
    Some(table.block())
}

/// Those who led and left, each with the days until a successor began.
fn leaders(cx: &Cx<'_>) -> Option<Block> {
    let changes = cx.published.leadership_changes.iter().map(|change| told_of_leader(cx, change));
    let changes: Vec<String> = changes.collect();
    (!changes.is_empty()).then(|| make::body(Rich::none().strong(cx.w.leaders_changed()).and(changes.join(" "))))
}

/// One change of leader, in words.
pub(super) fn told_of_leader(cx: &Cx<'_>, change: &LeadershipChangeShown) -> String {
    let w = cx.w;
    let date = |on: Option<Date>| on.map(|on| w.date(on));
    let days = change.left_on.zip(change.successor_on).map(|(left, successor)| successor.days_after(left));
    w.leader_left(&change.who, date(change.left_on).as_deref(), date(change.successor_on).as_deref(), days)
}
