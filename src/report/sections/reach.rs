//! Who was heard, beside who lives there: paired bars, and the table behind them for annex B.

use super::{Cx, annex_tables, grid::Grid, make, paths};
use crate::order;
use crate::{
    disclosure::published::{Number, ReachGroupShown, ReachShown, Shown, UnitSign},
    report::{
        block::{Block, Chart, PairedPlot, PairedRow, Plot, Rich},
        wording::Short,
    },
};

/// The chart and what is done about gaps; nothing where no group was compared.
pub(super) fn blocks(cx: &Cx<'_>, reach: &ReachShown) -> Vec<Block> {
    let w = cx.w;
    if reach.groups.is_empty() {
        return Vec::new();
    }
    let share = |shown: &Shown| w.figure(shown, UnitSign::Percent);
    let widest = widest_gap(reach);
    let widest = widest.map(|group| (group.group.as_str(), share(&group.reach), share(&group.population)));
    let headline = w.reach_headline(widest.as_ref().map(|(name, heard, live)| (*name, heard.as_str(), live.as_str())));
    let people = reach.people.as_ref().and_then(Shown::number).map(|people| w.number(people));
    let told = |group: &ReachGroupShown| w.two_shares(&group.group, &share(&group.reach), &share(&group.population));
    let told: Vec<String> = reach.groups.iter().map(told).collect();
    let table = annex_tables::number(cx, annex_tables::Kind::Reach);
    let [what, groups, data] = w.reach_alt(&told, &table);
    let shares = reach.groups.iter().flat_map(|group| [&group.reach, &group.population]);
    let shorts: std::collections::BTreeSet<Short> = order::set(shares.filter_map(Short::of));
    let mut note = reach.counting_rule.as_ref().map_or_else(Rich::none, |rule| cx.said(rule));
    for short in shorts {
        note = if note.is_empty() { note } else { note.and(" ") }.and(w.short_note(short));
    }
    let chart = Block::Chart(Box::new(Chart {
        anchor: "chart-reach".to_owned(),
        headline: headline.into(),
        subtitle: w.reach_subtitle(people.as_deref()).into(),
        alt: paths::alt_text(&what, &[groups], &data),
        plot: Plot::Paired(PairedPlot { rows: rows(cx, reach) }),
        note,
        table: None,
    }));
    let about_gaps = make::body(match &reach.action_on_gaps {
        Some(action) => Rich::none().strong(w.about_gaps()).with(cx.said(action)),
        None => w.nothing_about_gaps().into(),
    });
    vec![chart, about_gaps]
}

/// The table behind the chart.
pub(super) fn table(cx: &Cx<'_>, reach: &ReachShown) -> Block {
    let w = cx.w;
    let number = annex_tables::number(cx, annex_tables::Kind::Reach);
    let (caption, [group, heard, residents]) = w.reach_table(None);
    let columns = vec![make::words(group, 50), make::numbers(heard), make::numbers(residents)];
    let mut table = Grid::new(w, "table-reach", w.numbered_caption(&number, &caption), columns).tight();
    for group in &reach.groups {
        let line = table.line().words(group.group.as_str());
        let line = line.figure(&group.reach, UnitSign::Percent).figure(&group.population, UnitSign::Percent);
        table.add(line);
    }
    table.block()
}

/// The group that was heard least for its share of the residents.
fn widest_gap(reach: &ReachShown) -> Option<&ReachGroupShown> {
    let gap = |group: &ReachGroupShown| Some(group.population.number()?.get() - group.reach.number()?.get());
    let wide = reach.groups.iter().filter_map(|group| Some((gap(group)?, group)));
    let widest = wide.filter(|(gap, _)| gap.is_sign_positive() && !gap.is_zero());
    // Of equal gaps the first one in the return.
    widest.reduce(|widest, next| if next.0 > widest.0 { next } else { widest }).map(|(_, group)| group)
}

/// The first pair has its words, the others the figures alone.
fn rows(cx: &Cx<'_>, reach: &ReachShown) -> Vec<PairedRow> {
    let w = cx.w;
    let coordinate = |shown: &Shown| shown.number().map(Number::coordinate);
    let row = |(at, group): (usize, &ReachGroupShown)| {
        let (first, second) =
            (w.figure(&group.reach, UnitSign::Percent), w.figure(&group.population, UnitSign::Percent));
        let [first, second] = if at == 0 { w.share_words(&first, &second) } else { [first, second] };
        PairedRow {
            name: group.group.clone(),
            first: coordinate(&group.reach),
            first_label: first,
            second: coordinate(&group.population),
            second_label: second,
        }
    };
    reach.groups.iter().enumerate().map(row).collect()
}
