//! Trust by quarter, and what built or broke it.

use super::{
    super::{Cx, annex_tables, grid::Grid, make, paths},
    ENOUGH, ends, gap, months, number, short_months, shown, slot, slots,
};
use crate::order;
use crate::{
    disclosure::published::{MemoryShown, QuarterFigureShown, TrustEventShown, UnitSign},
    report::block::{Block, Chart, PathPlot, Plot, PlotGap, PlotPoint, Rich},
    returns::approach::system_health::TrustDirection,
};

/// Trust by quarter, and beside it what built or broke it; `None` with fewer scores than make a line.
pub(super) fn chart(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let w = cx.w;
    let [title, subtitle, note, heading] = w.trust_course();
    let at = |scored: &QuarterFigureShown| memory.quarters.iter().position(|quarter| *quarter == scored.quarter);
    let scores: Vec<(usize, &QuarterFigureShown)> =
        memory.trust.iter().filter_map(|scored| Some((at(scored)?, scored))).collect();
    let with_number: Vec<_> = scores.iter().filter(|(_, scored)| scored.figure.number().is_some()).collect();
    let [first, .., last] = with_number.as_slice() else { return None };
    if with_number.len() < ENOUGH {
        return None;
    }
    let of = |(_, scored): &(usize, &QuarterFigureShown)| {
        [w.bare(&scored.figure, UnitSign::None).unwrap_or_default(), short_months(cx, scored.quarter)]
    };
    let [was, is] = [of(first), of(last)];
    let headline = w.course_message([&was[0], &was[1]], [&is[0], &is[1]]);
    let actual = with_number.iter().map(|(at, scored)| PlotPoint {
        slot: slot(*at),
        value: number(Some(&scored.figure)).unwrap_or_default(),
        label: if *at == last.0 { is[0].clone() } else { String::new() },
        hollow: false,
    });
    let mut breaks: Vec<PlotGap> = Vec::new();
    let mut events = Vec::new();
    let mut dated: Vec<&TrustEventShown> = memory.trust_events.iter().collect();
    order::by_key(&mut dated, |event| event.on);
    for event in dated {
        let Some(at) = quarter_of(memory, event) else { continue };
        let number = (events.len() + 1).to_string();
        match breaks.iter_mut().find(|known| known.slot == slot(at)) {
            Some(known) => known.label = format!("{}, {number}", known.label),
            None => breaks.push(gap(at, &number)),
        }
        let built = match event.direction {
            TrustDirection::Built => true,
            TrustDirection::Broken => false,
        };
        let on = event.on.map(|on| format!("{}. ", w.short_date(on))).unwrap_or_default();
        let words = Rich::none().strong(format!("{number}. {on}")).with(cx.said(&event.what));
        events.push(make::story(words.and(format!(" {}.", w.trust(built)))));
    }
    let table = annex_tables::number(cx, annex_tables::Kind::Trust);
    let [from, to] = ends(cx, memory)?;
    let [what, data] = w.course_alt(title, &from, &to, &table);
    let chart = Block::Chart(Box::new(Chart {
        anchor: "chart-trust-course".to_owned(),
        headline: headline.clone().into(),
        subtitle: subtitle.into(),
        alt: paths::alt_text(&what, &[format!("{headline}.")], &data),
        plot: Plot::Path(PathPlot {
            slots: slots(cx, &memory.quarters),
            unit_sign: String::new(),
            from_zero: false,
            baseline: None,
            path: Vec::new(),
            actual: actual.collect(),
            gaps: Vec::new(),
            current_slot: slot(last.0),
            path_label: String::new(),
            forecast: None,
            target: None,
            steps: Vec::new(),
            breaks,
            anew: Vec::new(),
        }),
        note: if events.is_empty() { Rich::none() } else { note.into() },
        table: None,
    }));
    let beside = if events.is_empty() {
        Vec::new()
    } else {
        std::iter::once(make::small_heading(heading)).chain(events).collect()
    };
    Some(make::ruled(vec![(6, vec![make::heading(title), chart]), (6, beside)]))
}

/// The quarter in which an event fell, as far as it is among those shown.
fn quarter_of(memory: &MemoryShown, event: &TrustEventShown) -> Option<usize> {
    let on = event.on?;
    memory.quarters.iter().position(|period| {
        period.as_quarter().is_some_and(|(year, quarter)| {
            let (first, last) = quarter.days(year.first_year());
            first <= on && on <= last
        })
    })
}

/// The table behind the chart of trust.
pub(in crate::report::sections) fn trust_table(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let memory = shown(cx)?;
    let number = annex_tables::number(cx, annex_tables::Kind::Trust);
    let [quarter, score] = w.trust_heads();
    let [title, ..] = w.trust_course();
    let columns = vec![make::words(quarter, 60), make::numbers(score)];
    let anchor = format!("table-{}", number.to_lowercase());
    let mut table = Grid::new(w, anchor, w.table_caption(&number, title), columns).tight();
    for scored in &memory.trust {
        let line = table.line().words(months(cx, scored.quarter)).figure(&scored.figure, UnitSign::None);
        table.add(line);
    }
    Some(table.block())
}
