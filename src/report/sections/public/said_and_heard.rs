//! What people said and what came of it; who was heard and who was not; where and whom the work helped.

use super::{
    super::{Cx, grid::Grid, make},
    is_rounded, number,
};
use crate::{
    disclosure::published::{
        BreakdownShown, GroupShown, MeasureShown, ReachGroupShown, ReachShown, UnitSign, YouSaidShown,
    },
    report::{
        block::{Block, Rich, SectionRank},
        wording::Short,
    },
};

/// What people said and what came of it.
pub(super) fn you_said(cx: &Cx<'_>) -> Block {
    let said: Vec<&YouSaidShown> = cx.published.community.iter().flat_map(|community| &community.you_said).collect();
    let blocks = if said.is_empty() {
        vec![make::body(cx.w.nothing_said())]
    } else {
        said.into_iter().map(|said| make::body(answer(cx, said))).collect()
    };
    make::section("you-said", cx.w.public_headings().you_said, SectionRank::Full, blocks)
}

/// What people said in their words, what came of it in ours.
fn answer(cx: &Cx<'_>, said: &YouSaidShown) -> Rich {
    let w = cx.w;
    let mut words = Rich::none().emphasis(format!("“{}”", said.you_said.text)).line_break();
    words = words.strong(said.outcome.map_or_else(|| w.not_stated(), |outcome| w.you_said_outcome(outcome))).and(".");
    match said.we_did.as_ref().or(said.reason.as_ref()) {
        Some(more) => words.and(" ").with(cx.said(more)),
        None => words,
    }
}

/// Who was heard, and who was not.
pub(super) fn heard(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let blocks = match cx.published.community.as_ref().and_then(|community| community.reach.as_ref()) {
        Some(reach) => reach_blocks(cx, reach),
        None => vec![make::body(w.nobody_heard())],
    };
    make::section("who-we-heard", w.public_headings().heard, SectionRank::Full, blocks)
}

fn reach_blocks(cx: &Cx<'_>, reach: &ReachShown) -> Vec<Block> {
    let w = cx.w;
    let people = number(cx, reach.people.as_ref());
    let caption = w.heard_from(people.as_deref(), is_rounded(cx));
    let mut blocks = Vec::new();
    if reach.groups.is_empty() {
        blocks.push(make::body(format!("{caption}.")));
    } else {
        let [group, heard, residents] = w.heard_heads();
        let columns = vec![make::words(group, 50), make::numbers(heard), make::numbers(residents)];
        let mut table = Grid::new(w, "table-reach", caption, columns).tight();
        for group in &reach.groups {
            let line = table.line().words(group.group.as_str());
            let line = line.figure(&group.reach, UnitSign::Percent).figure(&group.population, UnitSign::Percent);
            table.add(line);
        }
        if let Some(rule) = &reach.counting_rule {
            table.note(cx.said(rule));
        }
        blocks.push(table.block());
    }
    let less: Vec<&str> =
        reach.groups.iter().filter(|group| is_heard_less(group)).map(|group| group.group.as_str()).collect();
    blocks.extend(w.heard_less(&less).map(make::body));
    blocks.extend(
        reach.action_on_gaps.as_ref().map(|action| make::body(Rich::none().strong(w.we_will()).with(cx.said(action)))),
    );
    blocks
}

/// Whether a group's share of those heard is below its share of residents, as both are printed.
fn is_heard_less(group: &ReachGroupShown) -> bool {
    let shares = group.reach.number().zip(group.population.number());
    shares.is_some_and(|(reach, population)| reach < population)
}

/// Where and whom the work helped, measure by measure in the order of the return; `None` where nothing is broken down.
pub(super) fn helped(cx: &Cx<'_>) -> Option<Block> {
    let measures = cx.published.results.iter();
    let tables: Vec<Block> = measures.filter_map(|measure| broken_down(cx, measure)).collect();
    let title = cx.w.public_headings().helped;
    (!tables.is_empty()).then(|| make::section("where-we-helped", title, SectionRank::Full, tables))
}

/// The first breakdown of a measure as a table, the others in a sentence each under it.
fn broken_down(cx: &Cx<'_>, measure: &MeasureShown) -> Option<Block> {
    let w = cx.w;
    let (first, others) = measure.breakdowns.split_first()?;
    let unit = if measure.unit.words.is_empty() { measure.title.text.as_str() } else { &measure.unit.words };
    let columns = vec![make::words(&by(cx, first), 70), make::numbers(w.figure_about(is_rounded(cx)))];
    let anchor = format!("table-{}", measure.id.to_lowercase());
    let counting = measure.counting.map(|counting| w.counting(counting));
    let mut table = Grid::new(w, anchor, cx.said(&measure.title), columns);
    table = table.subtitle(w.helped_subtitle(unit, counting)).tight();
    for group in &first.groups {
        let line = table.line().words(names(cx, group)).figure(&group.figure, measure.unit.sign);
        table.add(line);
    }
    let line = table.line().words(w.all_groups()).figure(&first.total, measure.unit.sign);
    table.total(line);
    if measure.breakdowns.iter().any(|groups| groups.overlapping) {
        table.note(w.overlapping());
    }
    for groups in others {
        table.explain(groups.groups.iter().filter_map(|group| Short::of(&group.figure)));
        let parts = groups.groups.iter();
        let parts: Vec<String> = parts
            .map(|group| w.name_and_figure(&names(cx, group), &w.figure(&group.figure, measure.unit.sign)))
            .collect();
        table.note(w.by_group(&by(cx, groups), &parts));
    }
    Some(table.together())
}

/// What it is broken down by.
fn by(cx: &Cx<'_>, groups: &BreakdownShown) -> String {
    cx.w.capital(groups.label.as_deref().unwrap_or_else(|| cx.w.breakdown(groups.by)))
}

/// A group, or all the groups that are counted as one.
fn names(cx: &Cx<'_>, group: &GroupShown) -> String {
    let names: Vec<&str> = std::iter::once(&group.name).chain(&group.joined).map(String::as_str).collect();
    cx.w.list(&names)
}
