//! What could go wrong, and what is late.

use super::{Cx, grid::Grid, make};
use crate::{
    report::{
        block::{Block, Rich},
        outline::Part,
    },
    returns::MilestoneStatus,
};

/// How many risks a report tells of: those with the highest scores.
const RISKS: usize = 5;

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let blocks = risks(cx).into_iter().chain(milestones(cx)).collect();
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

/// Late ones first; the others keep the order of the return.
fn milestones(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let mut milestones: Vec<_> = cx.published.milestones.iter().collect();
    if milestones.is_empty() {
        return None;
    }
    let is_late = |status| status == Some(MilestoneStatus::Late);
    milestones.sort_by_key(|milestone| !is_late(milestone.status));
    let late = milestones.iter().filter(|milestone| is_late(milestone.status)).count();
    let (caption, [what, due, done, status]) = w.milestones_table(late, milestones.len());
    let columns = vec![make::words(what, 50), make::words(due, 14), make::words(done, 18), make::words(status, 18)];
    let mut table = Grid::new(w, "table-milestones", caption, columns);
    for milestone in milestones {
        let date = milestone.completed_on.or(milestone.forecast_date);
        let delay = milestone.due.zip(date).and_then(|(due, date)| w.later_by(date.days_after(due)));
        let line = table
            .line()
            .words(cx.said(&milestone.title))
            .by(milestone.reason.as_ref().map_or_else(Rich::none, |reason| cx.said(reason)))
            .known(milestone.due.map(|due| w.short_date(due)))
            .maybe(date.map(|date| w.short_date(date)))
            .by(delay.unwrap_or_default())
            .known(milestone.status.map(|status| Rich::none().strong(w.milestone_status(status))));
        table.add(line);
    }
    Some(table.block())
}
