//! Who is in the partnership, how it is run, what is shared, and whether the conditions of the grant are met.

use super::{Cx, annex_tables, grid::Grid, make};
use crate::{
    report::{
        block::{Block, Chart, Emphasis, KeyLook, Labelled, Plot, Rich, StepsPlot, Strip, StripItem, StripLook},
        outline::Part,
    },
    returns::{ConditionMet, IntegrationLevel, Shared},
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let mut blocks = vec![make::columns(vec![(8, who(cx)), (4, keys(cx))]), steps(cx)];
    blocks.extend(depth(cx));
    let side = conditions(cx).into_iter().chain(leadership(cx)).collect();
    blocks.push(make::columns(vec![(7, vec![partners(cx)]), (5, side)]));
    blocks.extend(annex_tables::who_and_where(cx));
    vec![cx.part(Part::About, blocks)]
}

fn who(cx: &Cx<'_>) -> Vec<Block> {
    let (w, partnership) = (cx.w, &cx.published.partnership);
    let mut blocks = Vec::new();
    blocks.extend(partnership.purpose.as_ref().map(|purpose| make::lede(cx.said(purpose))));
    let basis = partnership.basis.map(|basis| w.basis(basis));
    let mut sentences = vec![w.partners_sentence(cx.published.partners.len(), basis, partnership.lead.as_deref())];
    let date = |date: Option<crate::returns::Date>| date.map(|date| w.date(date));
    sentences.extend(w.lifetime(
        date(partnership.started_on).as_deref(),
        partnership.lifespan,
        date(partnership.ends_on).as_deref(),
    ));
    sentences.extend(partnership.collaboration_type.map(|kind| w.it_is(w.collaboration_type(kind))));
    let why: Vec<&str> = partnership.justifications.iter().map(|&why| w.justification(why)).collect();
    sentences.extend((!why.is_empty()).then(|| w.why_together(&why)));
    let drivers: Vec<&str> = partnership.drivers.iter().map(|&driver| w.driver(driver)).collect();
    sentences.extend((!drivers.is_empty()).then(|| w.what_drives_it(&drivers)));
    blocks.push(make::body(sentences.join(" ")));
    blocks
}

fn keys(cx: &Cx<'_>) -> Vec<Block> {
    let (w, partnership) = (cx.w, &cx.published.partnership);
    let holders: Vec<String> = partnership
        .accountable_to
        .iter()
        .map(|held| {
            let next = held.next_on.map(|next| w.date(next));
            w.held_by(w.holder(held.to), held.body.as_deref(), held.instrument.as_deref(), next.as_deref())
        })
        .collect();
    let posts = partnership.boundary_spanner_posts.as_ref();
    let values = [
        partnership.governance_mode.map(|mode| w.governance(mode).to_owned()),
        partnership.legal_form.map(|form| w.legal_form(form).to_owned()),
        partnership.agreement.map(|agreement| w.agreement(agreement).to_owned()),
        partnership.direction.map(|direction| w.direction(direction).to_owned()),
        (!holders.is_empty()).then(|| w.list(&holders)),
        posts.and_then(crate::disclosure::published::Shown::number).map(|posts| w.joint_posts(&w.number(posts))),
    ];
    let pairs = w.about_keys().into_iter().zip(values);
    let items: Vec<Labelled> = pairs.filter_map(|(key, value)| Some(make::labelled(key, value?))).collect();
    if items.is_empty() { Vec::new() } else { vec![make::keys(KeyLook::Note, items)] }
}

/// The six-step line. No step is better, and it says so.
fn steps(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let level = cx.published.partnership.integration_level;
    let steps: Vec<&str> = IntegrationLevel::ALL.iter().map(|&step| w.level(step)).collect();
    let current = level.and_then(|level| IntegrationLevel::ALL.iter().position(|&step| step == level));
    let [headline, subtitle, alt] = w.steps_words(current.and_then(|at| Some((at, steps.get(at).copied()?))), &steps);
    Block::Chart(Box::new(Chart {
        anchor: "chart-steps".to_owned(),
        headline: headline.into(),
        subtitle: subtitle.into(),
        alt,
        plot: Plot::Steps(StepsPlot {
            steps: steps.into_iter().map(str::to_owned).collect(),
            current: current.and_then(|at| u8::try_from(at).ok()),
        }),
        note: Rich::none(),
        table: None,
    }))
}

fn depth(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let Some(depth) = &cx.published.partnership.depth else {
        return Vec::new();
    };
    let items = w.depth_labels().into_iter().zip(depth).map(|(label, shared)| StripItem {
        label: label.to_owned(),
        by: String::new(),
        words: shared.map_or_else(|| w.not_stated(), |shared| w.shared(shared)).into(),
        emphasis: Emphasis::Plain,
        filled: match shared {
            None | Some(Shared::None) => 0,
            Some(Shared::Some) => 1,
            Some(Shared::Most) => 2,
            Some(Shared::All) => 3,
        },
    });
    let strip = Strip { look: StripLook::Depth, items: items.collect() };
    vec![make::heading(w.depth_heading()), Block::Strip(strip)]
}

fn partners(cx: &Cx<'_>) -> Block {
    let (w, published) = (cx.w, cx.published);
    let start = published.partnership.started_on;
    let later = published.partners.iter().filter(|partner| partner.joined_on > start && start.is_some()).count();
    let (caption, [who, joined]) = w.partners_table(published.partners.len(), later);
    let columns = vec![make::words(who, 70), make::words(joined, 30)];
    let mut table = Grid::new(w, "table-partners", caption, columns);
    for partner in &published.partners {
        let roles: Vec<&str> = partner.roles.iter().map(|&role| w.role(role)).collect();
        let joined = partner.joined_on.map(|date| w.short_date(date));
        let when = match partner.left_on {
            Some(left) => Some(w.left(joined.as_deref(), &w.short_date(left))),
            None => joined,
        };
        let by = w.partner_by(partner.sector.map(|sector| w.sector(sector)), &roles);
        let line = table.line().words(partner.name.as_str()).by(by).known(when);
        table.add(line);
    }
    table.block()
}

fn conditions(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let conditions = &cx.published.funding.as_ref()?.conditions;
    if conditions.is_empty() {
        return None;
    }
    let met = conditions.iter().filter(|condition| condition.met == Some(ConditionMet::Yes)).count();
    let (caption, [what, is_met]) = w.conditions_table(met, conditions.len());
    let columns = vec![make::words(what, 72), make::words(is_met, 28)];
    let mut table = Grid::new(w, "table-conditions", caption, columns);
    for condition in conditions {
        let more = condition.reason.as_ref().or(condition.evidence.as_ref());
        let by = more.map_or_else(Rich::none, |more| cx.said(more));
        let words = condition.met.map(|met| Rich::none().strong(w.condition_met(met)));
        let line = table.line().words(cx.said(&condition.text)).by(by).known(words);
        table.add(line);
    }
    Some(table.block())
}

fn leadership(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let leadership = &cx.published.partnership.leadership;
    if leadership.is_empty() {
        return Vec::new();
    }
    let items = leadership.iter().map(|leads| {
        let who = leads.held_by.as_deref().unwrap_or_else(|| w.not_stated());
        let words = match &leads.note {
            Some(note) => Rich::from(who).and(". ").with(cx.said(note)),
            None => who.into(),
        };
        make::labelled(w.leadership(leads.kind), words)
    });
    vec![make::heading(w.leadership_heading()), make::keys(KeyLook::Note, items.collect())]
}
