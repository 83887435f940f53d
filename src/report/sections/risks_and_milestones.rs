//! What could go wrong, and what is late.

use super::{Cx, grid::Grid, make, milestones};
use crate::report::{
    block::{Block, Rich},
    outline::Part,
};

/// How many risks a report tells of: those with the highest scores.
const RISKS: usize = 5;

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let blocks = risks(cx).into_iter().chain(milestones::chart(cx)).collect();
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
