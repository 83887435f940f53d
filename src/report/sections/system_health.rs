//! Whether the system of services works well: figures, what partners say, what stands in the way, what was watched for.

use super::{Cx, grid::Grid, make, series_chart, survey};
use crate::{
    disclosure::published::{BarrierShown, SystemHealthShown, SystemMeasureShown, UnitSign},
    report::{
        block::{Block, Rich},
        outline::Part,
    },
    returns::approach::system_health::{BarrierStatus, Seen, TrustDirection},
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let Some(health) = &cx.published.system_health else {
        return vec![cx.part(Part::SystemHealth, Vec::new())];
    };
    let mut blocks = vec![make::lede(cx.w.system_lede(health.measures.len(), open_barriers(health)))];
    blocks.extend(health.measures.iter().enumerate().filter_map(|(at, measure)| series_chart::chart(cx, at, measure)));
    blocks.extend(measures(cx, health));
    let survey = health.survey.as_ref().map(|survey| survey::chart(cx, survey)).unwrap_or_default();
    blocks.push(make::columns(vec![(8, survey), (4, referrals(cx, health))]));
    let in_the_way = barriers(cx, health).into_iter().chain(disputes(cx, health)).collect();
    blocks.push(make::columns(vec![(6, in_the_way), (6, drawbacks(cx, health).into_iter().collect())]));
    blocks.extend(participation(cx, health));
    blocks.extend(trust_events(cx, health));
    blocks.retain(|block| !matches!(block, Block::Columns(row) if row.cells.is_empty()));
    vec![cx.part(Part::SystemHealth, blocks)]
}

/// Whether somebody still has to lift it.
pub(super) const fn is_open(barrier: &BarrierShown) -> bool {
    match barrier.status {
        Some(BarrierStatus::Open | BarrierStatus::BeingLifted) | None => true,
        Some(BarrierStatus::Lifted | BarrierStatus::Accepted) => false,
    }
}

fn open_barriers(health: &SystemHealthShown) -> usize {
    health.barriers.iter().filter(|barrier| is_open(barrier)).count()
}

fn measures(cx: &Cx<'_>, health: &SystemHealthShown) -> Option<Block> {
    let w = cx.w;
    if health.measures.is_empty() {
        return None;
    }
    let (caption, subtitle, [measure, start, before, now, better, counted]) = w.system_table();
    let columns = vec![
        make::words(measure, 50),
        make::numbers(start),
        make::numbers(before),
        make::numbers(now),
        make::words(better, 10),
        make::words(counted, 20),
    ];
    let mut table = Grid::new(w, "table-system", caption, columns).subtitle(subtitle);
    for measure in &health.measures {
        let sign = measure.unit.sign;
        let line = table
            .line()
            .words(cx.said(&measure.title))
            .by(measure.note.as_ref().map_or_else(Rich::none, |note| cx.said(note)))
            .figure(&measure.baseline, sign)
            .figure(&measure.previous, sign)
            .figure(&measure.current.figure, sign)
            .known(measure.direction.map(|direction| w.better_brief(direction)))
            .maybe(counted_from(cx, measure));
        table.add(line);
    }
    Some(table.block())
}

/// The counts, people or posts behind a figure.
fn counted_from(cx: &Cx<'_>, measure: &SystemMeasureShown) -> Option<String> {
    let w = cx.w;
    if let Some((agreed, filled)) = &measure.posts {
        return Some(w.posts(&w.number(filled.number()?), &w.number(agreed.number()?)));
    }
    super::measures::counts_behind(cx, &measure.current).or_else(|| {
        let n = measure.current.n.as_ref()?.number()?;
        Some(w.number(n))
    })
}

fn referrals(cx: &Cx<'_>, health: &SystemHealthShown) -> Vec<Block> {
    let w = cx.w;
    let Some(referrals) = &health.referrals else {
        return Vec::new();
    };
    let (caption, [what, number]) = w.referrals_table();
    let mut table = Grid::new(w, "table-referrals", caption, vec![make::words(what, 70), make::numbers(number)]);
    let [received, accepted, declined, waiting, withdrawn] = w.referral_rows();
    let rows = [
        (accepted, Some(&referrals.accepted)),
        (declined, Some(&referrals.declined)),
        (waiting, Some(&referrals.pending)),
        (withdrawn, referrals.withdrawn.as_ref()),
    ];
    for group in &referrals.by_source {
        let line = table.line().words(w.referral_from(&group.name)).figure(&group.figure, UnitSign::None);
        table.add(line);
    }
    let line = table.line().words(received).figure(&referrals.received, UnitSign::None);
    table.total(line);
    for (label, shown) in rows {
        if let Some(shown) = shown {
            let line = table.line().words(label).figure(shown, UnitSign::None);
            table.add(line);
        }
    }
    if let Some(reason) = &referrals.top_reason_declined {
        table.note(Rich::from(w.top_reason_declined()).with(cx.said(reason)));
    }
    vec![table.block()]
}

fn barriers(cx: &Cx<'_>, health: &SystemHealthShown) -> Option<Block> {
    let w = cx.w;
    if health.barriers.is_empty() {
        return None;
    }
    let (caption, [what, needs, raised, status]) = w.barriers_table(open_barriers(health));
    let columns = vec![make::words(what, 50), make::words(needs, 26), make::words(status, 24)];
    let mut table = Grid::new(w, "table-barriers", caption, columns);
    for barrier in &health.barriers {
        let line = table
            .line()
            .words(cx.said(&barrier.description))
            .by(barrier.kind.map_or_else(Rich::none, |kind| w.barrier(kind).into()))
            .known(barrier.needs.as_deref())
            .known(barrier.status.map(|status| w.barrier_status(status)))
            .by(barrier.raised_on.map_or_else(Rich::none, |on| format!("{raised} {}", w.short_date(on)).into()));
        table.add(line);
    }
    Some(table.block())
}

fn drawbacks(cx: &Cx<'_>, health: &SystemHealthShown) -> Option<Block> {
    let w = cx.w;
    if health.drawbacks.is_empty() {
        return None;
    }
    let seen = health.drawbacks.iter().filter(|drawback| matches!(drawback.seen, Seen::Some | Seen::Yes)).count();
    let (caption, [what, seen, evidence]) = w.drawbacks_table(seen, health.drawbacks.len());
    let columns = vec![make::words(what, 36), make::words(seen, 16), make::words(evidence, 48)];
    let mut table = Grid::new(w, "table-drawbacks", caption, columns);
    for drawback in &health.drawbacks {
        let evidence = drawback.evidence.as_ref().map(|evidence| cx.said(evidence));
        let line = table.line().words(w.drawback(drawback.kind)).words(w.seen(drawback.seen)).maybe(evidence);
        table.add(line);
    }
    Some(table.block())
}

fn disputes(cx: &Cx<'_>, health: &SystemHealthShown) -> Option<Block> {
    let w = cx.w;
    if health.disputes.is_empty() {
        return None;
    }
    let settled = health.disputes.iter().filter(|dispute| dispute.settled_on.is_some()).count();
    let (caption, [opened, settled, days, how]) = w.disputes_table(health.disputes.len(), settled);
    let columns = vec![make::words(opened, 18), make::words(settled, 18), make::numbers(days), make::words(how, 58)];
    let mut table = Grid::new(w, "table-disputes", caption, columns);
    for dispute in &health.disputes {
        let mut line = table
            .line()
            .known(dispute.opened_on.map(|on| w.short_date(on)))
            .maybe(dispute.settled_on.map(|on| w.short_date(on)))
            .maybe(dispute.days.map(|days| w.whole(days)))
            .maybe(dispute.how.as_ref().map(|how| cx.said(how)));
        if dispute.narrative.is_some() {
            line = line.by(cx.see(&[Part::WhatHappened]));
        }
        table.add(line);
    }
    Some(table.block())
}

fn participation(cx: &Cx<'_>, health: &SystemHealthShown) -> Option<Block> {
    let w = cx.w;
    if health.participation.is_empty() {
        return None;
    }
    let (caption, [partner, meetings, actions]) = w.participation_table();
    let columns = vec![make::words(partner, 50), make::numbers(meetings), make::numbers(actions)];
    let mut table = Grid::new(w, "table-participation", caption, columns);
    for row in &health.participation {
        let of = |pair: Option<(u64, u64)>| pair.map(|(some, all)| w.of(&w.whole(some), &w.whole(all)));
        let line = table.line().words(row.partner.as_str()).known(of(row.meetings)).known(of(row.actions));
        table.add(line);
    }
    Some(table.block())
}

fn trust_events(cx: &Cx<'_>, health: &SystemHealthShown) -> Option<Block> {
    let w = cx.w;
    if health.trust_events.is_empty() {
        return None;
    }
    let (caption, [when, between, what]) = w.trust_table();
    let columns = vec![make::words(when, 18), make::words(between, 34), make::words(what, 48)];
    let mut table = Grid::new(w, "table-trust", caption, columns);
    for event in &health.trust_events {
        let built = match event.direction {
            TrustDirection::Built => true,
            TrustDirection::Broken => false,
        };
        let by: Vec<String> = std::iter::once(w.trust(built).to_owned())
            .chain(event.repaired_on.map(|on| w.repaired(&w.short_date(on))))
            .collect();
        let line = table
            .line()
            .known(event.on.map(|on| w.short_date(on)))
            .maybe(Some(w.list(&event.between)))
            .words(cx.said(&event.what))
            .by(by.join(", "));
        table.add(line);
    }
    Some(table.block())
}
