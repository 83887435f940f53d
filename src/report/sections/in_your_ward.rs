//! What members should know of their ward. In the order of the return; never ranked, never a chart.

use super::{Cx, grid::Grid, make};
use crate::{
    disclosure::published::{UnitSign, WardShown, WardsShown},
    report::{
        block::{Block, Rich, SectionRank},
        wording::Short,
    },
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let blocks = match &cx.published.wards {
        Some(wards) if !wards.wards.is_empty() => vec![table(cx, wards)],
        Some(_) | None => vec![make::body(w.nothing_on_wards())],
    };
    vec![make::section("in-your-ward", w.briefing_headings().in_your_ward, SectionRank::Full, blocks)]
}

fn table(cx: &Cx<'_>, wards: &WardsShown) -> Block {
    let w = cx.w;
    let measure = wards.measure.as_ref();
    let [ward, promises, know] = w.wards_heads();
    let mut columns = vec![make::words(ward, 20)];
    if let Some(measure) = measure {
        columns.push(make::numbers(&w.unit_head(&measure.unit)));
    }
    // Only where the return says which promise is for which ward is “none” an answer.
    let with_promises = wards.wards.iter().any(|ward| !ward.promises.is_empty());
    if with_promises {
        columns.push(make::words(promises, 38));
    }
    columns.push(make::words(know, 42));
    let counting = measure.and_then(|measure| measure.counting).map(|counting| w.counting(counting));
    let caption = w.wards_caption(measure.map(|measure| measure.title.text.as_str()));
    let mut table = Grid::new(w, "table-wards", caption, columns).subtitle(w.wards_subtitle(counting));
    let sign = measure.map_or(UnitSign::None, |measure| measure.unit.sign);
    for ward in &wards.wards {
        let mut line = table.line().words(ward.name.as_str());
        if measure.is_some() {
            // A ward without a row: nobody said how many.
            line = match &ward.figure {
                Some(figure) => line.figure(figure, sign),
                None => line.short(Short::NotAvailable),
            };
        }
        let note = ward.note.as_ref().map(|note| cx.said(note));
        if with_promises {
            line = line.words(promises_of(cx, ward));
        }
        table.add(line.maybe(note));
    }
    if let (Some(_), Some(total)) = (measure, &wards.total) {
        let [all, see] = w.all_wards();
        let mut line = table.line().words(all).figure(total, sign);
        if with_promises {
            line = line.short(Short::NotApplicable);
        }
        table.total(line.words(see));
    }
    let profile = &cx.published.profile;
    let step = profile.rounded_to.or(profile.cumulative_rounded.then_some(5));
    if let (Some(_), Some(step)) = (measure, step) {
        table.note(w.wards_rounded(step));
    }
    table.block()
}

/// The promises of a ward that are due, each with the residents' verdict.
fn promises_of(cx: &Cx<'_>, ward: &WardShown) -> Rich {
    let promises = cx.published.community.iter().flat_map(|community| &community.promises);
    let due = promises.filter(|promise| ward.promises.contains(&promise.id));
    let told = due.fold(Rich::none(), |words, promise| {
        let words = if words.is_empty() { words } else { words.line_break() };
        words.with(cx.said(&promise.promise)).strong(cx.w.promise_and_verdict(promise.verdict))
    });
    if told.is_empty() { cx.w.none_due().into() } else { told }
}
