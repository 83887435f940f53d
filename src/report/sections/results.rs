//! What was agreed together and what happened: a chart for each measure, the worst first.

use super::{Cx, make, measures, paths};
use crate::{
    disclosure::published::{MeasureShown, PeriodShown, RatingShown},
    report::{
        block::{Block, PanelLook, Rich},
        outline::Part,
    },
    returns::approach::results::{DataQuality, Rag},
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    if cx.published.results.is_empty() {
        return vec![cx.part(Part::Results, Vec::new())];
    }
    let own = measures::own(cx);
    let mut charts = 0;
    let mut blocks = vec![make::lede(cx.w.ratings_sentence(&measures::rating_counts(cx)))];
    let (behind, others): (Vec<_>, Vec<_>) = own.into_iter().partition(|measure| needs_a_plan(measure));
    for measure in behind {
        blocks.push(in_full(cx, measure, &mut charts));
    }
    let pairs: Vec<Block> = others
        .chunks(2)
        .map(|pair| make::ruled(pair.iter().map(|measure| (6, in_brief(cx, measure, &mut charts))).collect()))
        .collect();
    // The key stands with the first charts, on the page where it is first needed.
    let key = if charts > 0 { vec![paths::key(cx)] } else { Vec::new() };
    let wider = wider_picture(cx).into_iter().collect();
    blocks.push(make::ruled(vec![(6, key), (6, wider)]));
    blocks.extend(pairs);
    blocks.retain(|block| !matches!(block, Block::Columns(row) if row.cells.is_empty()));
    vec![cx.part(Part::Results, blocks)]
}

/// Off track or behind: those are told in full.
const fn needs_a_plan(measure: &MeasureShown) -> bool {
    match measure.rating {
        RatingShown::Rated(Rag::Red | Rag::Amber) => true,
        RatingShown::Rated(Rag::Green | Rag::NotRated | Rag::NotDue) | RatingShown::Hidden => false,
    }
}

/// Chart left; right, how it stands, why, and what will be done by whom.
fn in_full(cx: &Cx<'_>, measure: &MeasureShown, charts: &mut usize) -> Block {
    let w = cx.w;
    let mut right = vec![make::body(cx.rating(measure.rating))];
    right.extend(measure.commentary.as_ref().map(|commentary| make::body(cx.said(commentary))));
    right.push(make::small_heading(w.what_we_will_do()));
    match &measure.action {
        Some(action) => {
            let what = action.what.as_ref().map_or_else(Rich::none, |what| cx.said(what).and(" "));
            let by = action.by.map(|by| w.date(by));
            let who = w.owner_and_date(action.owner.as_deref(), by.as_deref()).unwrap_or_default();
            right.push(make::body(what.strong(who)));
        }
        None => right.push(make::body(w.no_action())),
    }
    right.extend(small_print(cx, measure));
    make::ruled(vec![(6, chart_or_figure(cx, measure, charts)), (6, right)])
}

/// Chart, how it stands, and why: for measures that need no plan.
fn in_brief(cx: &Cx<'_>, measure: &MeasureShown, charts: &mut usize) -> Vec<Block> {
    let mut blocks = chart_or_figure(cx, measure, charts);
    blocks.push(make::body(cx.rating(measure.rating)));
    blocks.extend(measure.commentary.as_ref().map(|commentary| make::body(cx.said(commentary))));
    blocks.extend(small_print(cx, measure));
    blocks
}

fn chart_or_figure(cx: &Cx<'_>, measure: &MeasureShown, charts: &mut usize) -> Vec<Block> {
    let chart = paths::chart(cx, measure, format!("chart-result-{}", *charts + 1));
    if let Some(chart) = chart {
        *charts += 1;
        return vec![chart];
    }
    let message = cx.w.title_and_figures(&measure.title.text, &measures::message(cx, measure));
    vec![make::heading(cx.said(&measure.title)), make::body(message)]
}

/// Counts, forecast, quality, who agreed and the source: in small type, each as far as it is known.
fn small_print(cx: &Cx<'_>, measure: &MeasureShown) -> Vec<Block> {
    let w = cx.w;
    let mut words: Vec<Rich> = Vec::new();
    words.extend(measures::counts_behind(cx, &measure.current).map(|counts| Rich::from(w.counts(&counts))));
    if let Some(reason) = &measure.rating_reason {
        let lead = if measure.overridden { w.rating_overridden() } else { w.not_rated_because() };
        words.push(Rich::from(lead).with(cx.said(reason)));
    }
    for revision in measure.target.iter().flat_map(|target| &target.revised) {
        let figure = |shown: &Option<crate::disclosure::published::Shown>| {
            shown.as_ref().map_or_else(|| "[x]".to_owned(), |shown| w.figure(shown, measure.unit.sign))
        };
        let on = revision.on.map(|on| w.date(on));
        let changed =
            w.target_changed(&figure(&revision.from), &figure(&revision.to), on.as_deref(), &revision.agreed_by);
        words.push(match &revision.why {
            Some(why) => Rich::from(changed).and(" ").with(cx.said(why)),
            None => changed.into(),
        });
    }
    words.extend(measure.forecast_basis.as_ref().map(|basis| Rich::from(w.forecast_basis()).with(cx.said(basis))));
    let quality = measure.data_quality.filter(|&quality| quality != DataQuality::Good);
    if let (Some(quality), Some(note)) = (quality, &measure.data_quality_note) {
        words.push(Rich::from(w.data_quality_note(w.data_quality(quality))).with(cx.said(note)));
    }
    if let Some(agreed) = &measure.agreed {
        let how = agreed.how.map(|how| w.agreed_how(how));
        words.extend(w.agreed_by(&agreed.by, how, agreed.community_involved).map(Rich::from));
    }
    words.extend(measure.source.as_ref().map(|source| Rich::from(w.source()).with(cx.said(source))));
    if !measure.story.is_empty() {
        words.push(cx.see(&[Part::WhatHappened]));
    }
    make::sentences(words).into_iter().map(make::note).collect()
}

/// Measures of the whole place: shown, never rated as the partnership's own.
fn wider_picture(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let mut blocks = vec![make::heading(w.wider_picture())];
    for measure in cx.published.results.iter().filter(|measure| measures::is_population(measure)) {
        let mut words = cx.said(&measure.title).and(": ");
        words = match told(cx, measure, &measure.current) {
            Some((amount, of, period)) => words.strong(w.population_figure(&amount, of.as_deref(), period.as_deref())),
            None => words.and(measures::message(cx, measure)).and("."),
        };
        if let Some((amount, _, period)) = measure.baseline.as_ref().and_then(|start| told(cx, measure, start)) {
            words = words.and(" ").and(w.at_the_start(&amount, period.as_deref()));
        }
        blocks.push(make::body(words.and(" ").with(cx.rating(measure.rating))));
        let reasons = [&measure.rating_reason, &measure.commentary].into_iter().flatten().map(|words| cx.said(words));
        let source = measure.source.as_ref().map(|source| Rich::from(w.source()).with(cx.said(source)));
        blocks.extend(make::sentences(reasons.chain(source)).map(make::note));
    }
    (blocks.len() > 1).then(|| make::panel(PanelLook::Tint, blocks))
}

/// A figure with its counts and its period, where it may be told.
fn told(cx: &Cx<'_>, measure: &MeasureShown, at: &PeriodShown) -> Option<(String, Option<String>, Option<String>)> {
    let amount = cx.w.amount(&at.figure, &measure.unit)?;
    Some((amount, measures::counts_behind(cx, at), at.period.map(|period| cx.w.period(period))))
}
