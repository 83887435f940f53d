//! The charts of outcomes: before and after, an estimate with its interval, and how many improved; and the tables behind
//! them for annex B.

use super::{Cx, annex_tables, grid::Grid, make, paths, survey};
use crate::order;
use crate::{
    disclosure::published::{AreaShown, CohortShown, Moved, MovedShown, Number, OutcomeShown, Shown, UnitSign},
    report::{
        block::{
            Block, Chart, DumbbellPlot, DumbbellRow, IntervalRow, IntervalsPlot, Plot, PlotAxis, PlotValue, Rich,
            StackKind, StackPart, StackedPlot, StackedRow,
        },
        wording::{Change, Short},
    },
};

/// Fewer people than this are an early sign.
const FEW: u64 = 30;

/// The charts of one outcome, as far as its figures may be drawn; that of its change stands apart.
pub(super) fn charts(cx: &Cx<'_>, outcome: &OutcomeShown, at: usize) -> Vec<Block> {
    [scores(cx, outcome, at), areas(cx, outcome, at), share(cx, outcome, at)].into_iter().flatten().collect()
}

/// Whether either score or the share may be drawn.
pub(super) fn is_drawn(outcome: &OutcomeShown) -> bool {
    let is_number = |shown: &Option<Shown>| shown.as_ref().and_then(Shown::number).is_some();
    (outcome.scale.is_some() && is_number(&outcome.before) && is_number(&outcome.after))
        || outcome.achieved.as_ref().is_some_and(|achieved| achieved.share_interval.is_some())
}

fn people(outcome: &OutcomeShown) -> Option<Number> {
    outcome.cohort.as_ref().and_then(CohortShown::matched).and_then(Shown::number)
}

/// The number of people in words, where they are so few that it has to be said.
fn few(cx: &Cx<'_>, people: Option<Number>) -> Option<String> {
    use rust_decimal::prelude::ToPrimitive;
    let people = people.filter(|people| people.get().to_u64().is_some_and(|people| people < FEW))?;
    Some(cx.w.people(&cx.w.number(people)))
}

/// What the interval of a mean change says, where there is one.
fn direction(outcome: &OutcomeShown) -> Option<Change> {
    use rust_decimal::Decimal;
    let (low, high) = outcome.change_interval.as_ref()?;
    let (low, high) = (low.number()?.get(), high.number()?.get());
    Some(if low > Decimal::ZERO {
        Change::Rose
    } else if high < Decimal::ZERO {
        Change::Fell
    } else {
        Change::NotClear
    })
}

fn value(cx: &Cx<'_>, shown: &Shown, sign: UnitSign) -> Option<PlotValue> {
    Some(PlotValue { value: shown.number()?.coordinate(), label: cx.w.bare(shown, sign)? })
}

/// Both means on the scale of the instrument.
fn scores(cx: &Cx<'_>, outcome: &OutcomeShown, at: usize) -> Option<Block> {
    let w = cx.w;
    let (low, high) = outcome.scale.as_ref()?;
    let axis = survey::axis_of(cx, low, high)?;
    let before = value(cx, outcome.before.as_ref()?, UnitSign::None)?;
    let after = value(cx, outcome.after.as_ref()?, UnitSign::None)?;
    let people = people(outcome);
    let headline = w.outcome_headline(&before.label, &after.label, direction(outcome), few(cx, people).as_deref());
    let people = people.map(|people| w.people(&w.number(people)));
    let ends = [w.figure(low, UnitSign::None), w.figure(high, UnitSign::None)];
    let subtitle = w.scores_subtitle(&outcome.title.text, [&ends[0], &ends[1]]);
    let words = outcome.change.as_ref().map_or_else(String::new, |change| w.signed_figure(change, UnitSign::None));
    let table = annex_tables::number(cx, annex_tables::Kind::Scores);
    let [what, message, data] = w.scores_alt(&outcome.title.text, &headline, &table);
    let name = people.unwrap_or_else(|| outcome.title.text.clone());
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-scores-{}", at + 1),
        headline: headline.into(),
        subtitle: subtitle.into(),
        alt: paths::alt_text(&what, &[message], &data),
        plot: Plot::Dumbbell(DumbbellPlot {
            axis,
            rows: vec![DumbbellRow { name, before: Some(before), after: Some(after), words }],
        }),
        note: Rich::none(),
        table: None,
    })))
}

/// The mean change and its interval, with zero on the axis.
pub(super) fn change(cx: &Cx<'_>, outcome: &OutcomeShown, at: usize) -> Option<Block> {
    let w = cx.w;
    let change = outcome.change.as_ref()?;
    let (low, high) = outcome.change_interval.as_ref()?;
    let ends = [w.bare(low, UnitSign::None)?, w.bare(high, UnitSign::None)?];
    let (from, to) = (low.number()?.coordinate(), high.number()?.coordinate());
    let estimate = PlotValue { value: change.number()?.coordinate(), label: w.signed_figure(change, UnitSign::None) };
    let headline = w.change_headline(&ends[0], &ends[1]);
    let table = annex_tables::number(cx, annex_tables::Kind::Estimates);
    let [what, message, data] = w.interval_alt(&outcome.title.text, &headline, &table);
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-change-{}", at + 1),
        headline: headline.into(),
        subtitle: Rich::none(),
        alt: paths::alt_text(&what, &[message], &data),
        plot: Plot::Intervals(IntervalsPlot {
            axis: around_zero(cx, from, to),
            rows: vec![IntervalRow { name: w.change_row(&ends[0], &ends[1]), estimate, low: from, high: to }],
        }),
        note: Rich::none(),
        table: None,
    })))
}

/// Whole numbers round zero and both ends; of many, only zero and the ends.
fn around_zero(cx: &Cx<'_>, from: f64, to: f64) -> PlotAxis {
    const MOST: f64 = 8.0;
    let (low, high) = (from.min(0.0).floor(), to.max(0.0).ceil().max(1.0));
    let every = if high - low <= MOST { 1.0 } else { high - low };
    let tick = |value: f64| {
        let number = rust_decimal::Decimal::try_from(value).unwrap_or_default();
        PlotValue { value, label: cx.w.number(Number::rounded(number, 0)) }
    };
    let mut ticks = Vec::new();
    let mut at = low;
    while at <= high {
        ticks.push(tick(at));
        at += every;
    }
    PlotAxis { low, high, ticks }
}

/// Areas of a star, most change first.
fn areas(cx: &Cx<'_>, outcome: &OutcomeShown, at: usize) -> Option<Block> {
    let w = cx.w;
    let (low, high) = outcome.scale.as_ref()?;
    let axis = survey::axis_of(cx, low, high)?;
    let moved = |area: &AreaShown| {
        let (before, after) = (area.before.as_ref()?.number()?, area.after.as_ref()?.number()?);
        Some(Number::rounded(after.get() - before.get(), before.get().scale().max(after.get().scale())))
    };
    let mut areas: Vec<(&AreaShown, Option<Number>)> = outcome.areas.iter().map(|area| (area, moved(area))).collect();
    order::by_key(&mut areas, |(_, moved)| std::cmp::Reverse(*moved));
    if areas.iter().all(|(_, moved)| moved.is_none()) {
        return None;
    }
    let row = |(area, moved): &(&AreaShown, Option<Number>)| {
        let drawn = |shown: &Option<Shown>| shown.as_ref().and_then(|shown| value(cx, shown, UnitSign::None));
        let missing = || [&area.after, &area.before].into_iter().flatten().find(|shown| shown.number().is_none());
        let words = match moved {
            Some(moved) => w.signed(*moved, UnitSign::None),
            None => {
                missing().map_or_else(|| Short::NotAvailable.mark().to_owned(), |shown| w.figure(shown, UnitSign::None))
            }
        };
        DumbbellRow { name: area.area.clone(), before: drawn(&area.before), after: drawn(&area.after), words }
    };
    let known: Vec<(&str, String)> = areas
        .iter()
        .filter_map(|(area, moved)| Some((area.area.as_str(), w.signed((*moved)?, UnitSign::None))))
        .collect();
    let first = known.first().map(|(name, moved)| (*name, moved.as_str()));
    let last = known.last().filter(|_| known.len() > 1).map(|(name, moved)| (*name, moved.as_str()));
    let headline = w.areas_headline(first, last);
    let ends = [w.figure(low, UnitSign::None), w.figure(high, UnitSign::None)];
    let people = people(outcome).map(|people| w.people(&w.number(people)));
    let mut subtitle = w.scores_subtitle(&outcome.title.text, [&ends[0], &ends[1]]);
    subtitle.extend(people.map(|people| format!(", {people}")));
    let table = annex_tables::number(cx, annex_tables::Kind::Scores);
    let [what, message, data] = w.scores_alt(&outcome.title.text, &headline, &table);
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-areas-{}", at + 1),
        headline: headline.into(),
        subtitle: subtitle.into(),
        alt: paths::alt_text(&what, &[message], &data),
        plot: Plot::Dumbbell(DumbbellPlot { axis, rows: areas.iter().map(row).collect() }),
        note: Rich::none(),
        table: None,
    })))
}

/// How many reached a status, with the interval of the share.
fn share(cx: &Cx<'_>, outcome: &OutcomeShown, at: usize) -> Option<Block> {
    let w = cx.w;
    let achieved = outcome.achieved.as_ref()?;
    let (low, high) = achieved.share_interval.as_ref()?;
    let sign = UnitSign::Percent;
    let ends = [w.bare(low, sign)?, w.bare(high, sign)?];
    let estimate = value(cx, &achieved.share, sign)?;
    let counts = [&achieved.numerator, &achieved.denominator].map(|count| w.figure(count, UnitSign::None));
    let few = few(cx, achieved.denominator.number());
    let headline = w.share_headline(&counts[0], &counts[1], &estimate.label, few.as_deref());
    let table = annex_tables::number(cx, annex_tables::Kind::Estimates);
    let [what, message, data] = w.interval_alt(&outcome.title.text, &headline, &table);
    let tick =
        |percent: u32| PlotValue { value: f64::from(percent), label: format!("{}%", w.whole(u64::from(percent))) };
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-share-{}", at + 1),
        headline: headline.into(),
        subtitle: cx.said(&outcome.title),
        alt: paths::alt_text(&what, &[message], &data),
        plot: Plot::Intervals(IntervalsPlot {
            axis: PlotAxis { low: 0.0, high: 100.0, ticks: [0, 25, 50, 75, 100].map(tick).to_vec() },
            rows: vec![IntervalRow {
                name: w.change_row(&ends[0], &ends[1]),
                estimate,
                low: low.number()?.coordinate(),
                high: high.number()?.coordinate(),
            }],
        }),
        note: Rich::none(),
        table: None,
    })))
}

/// Whose parts a stacked bar shows: its name, who moved which way.
fn moves<'a>(cx: &Cx<'a>) -> Vec<(String, &'a [MovedShown])> {
    let mut all: Vec<(String, &'a [MovedShown])> = Vec::new();
    for outcome in &cx.published.outcomes {
        if let Some(split) = outcome.distribution.as_ref().filter(|split| !split.moves.is_empty()) {
            all.push((outcome.title.text.clone(), &split.moves));
        }
        let areas = outcome.areas.iter().filter(|area| !area.moves.is_empty());
        all.extend(areas.map(|area| (area.area.clone(), area.moves.as_slice())));
    }
    all
}

/// How many improved, did not clearly change and got worse: every outcome and area that says so.
pub(super) fn improved(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let all = moves(cx);
    if all.is_empty() {
        return None;
    }
    let rows: Vec<StackedRow> = all.iter().map(|(name, moves)| stacked_row(cx, name, moves)).collect();
    let headline = w.improved_headline(worst(cx, &all).as_ref().map(|(name, people)| (name.as_str(), people.as_str())));
    let table = annex_tables::number(cx, annex_tables::Kind::Scores);
    let told: Vec<String> = all
        .iter()
        .map(|(name, moves)| {
            let moves: Vec<_> =
                moves.iter().map(|moved| (moved.ways.as_slice(), w.figure(&moved.people, UnitSign::None))).collect();
            w.title_and_figures(name, &w.moved_in_area(&moves))
        })
        .collect();
    let [what, parts, data] = w.improved_alt(&told, &table);
    Some(Block::Chart(Box::new(Chart {
        anchor: "chart-improved".to_owned(),
        headline: headline.into(),
        subtitle: w.improved_subtitle().into(),
        alt: paths::alt_text(&what, &[parts], &data),
        plot: Plot::Stacked(StackedPlot {
            legend: [Moved::Improved, Moved::NoClearChange, Moved::Worsened].map(|way| w.moved(&[way])),
            rows,
        }),
        note: improved_note(cx, &all),
        table: None,
    })))
}

fn improved_note(cx: &Cx<'_>, all: &[(String, &[MovedShown])]) -> Rich {
    let w = cx.w;
    let mut words = Rich::none();
    if all.iter().any(|(_, moves)| moves.iter().any(|moved| moved.ways.len() > 1)) {
        words = words.and(w.small_groups_joined());
    }
    for outcome in &cx.published.outcomes {
        let Some(split) = &outcome.distribution else { continue };
        let Some(threshold) = split.threshold.as_ref().and_then(Shown::number) else { continue };
        words = if words.is_empty() { words } else { words.and(" ") };
        words = words.and(w.clear_change(&w.number(threshold)));
        words = split.threshold_source.iter().fold(words, |words, source| words.with(cx.said(source)).and("."));
    }
    words
}

/// The row with the most people who got worse, where anybody may be told to have.
fn worst(cx: &Cx<'_>, all: &[(String, &[MovedShown])]) -> Option<(String, String)> {
    let worse = |moves: &[MovedShown]| {
        let alone = moves.iter().find(|moved| moved.ways == [Moved::Worsened])?;
        alone.people.number().filter(|people| !people.get().is_zero())
    };
    let told = all.iter().filter_map(|(name, moves)| Some((name, worse(moves)?)));
    let most = told.reduce(|most, next| if next.1 > most.1 { next } else { most });
    most.map(|(name, people)| (name.clone(), cx.w.number(people)))
}

fn stacked_row(cx: &Cx<'_>, name: &str, moves: &[MovedShown]) -> StackedRow {
    use rust_decimal::Decimal;
    let w = cx.w;
    let numbers: Option<Vec<Number>> = moves.iter().map(|moved| moved.people.number()).collect();
    let Some(numbers) = numbers else {
        return StackedRow { name: name.to_owned(), parts: Vec::new(), instead: w.outcome_hidden().to_owned() };
    };
    let total: Decimal = numbers.iter().map(|number| number.get()).sum();
    let parts = moves.iter().zip(&numbers).map(|(moved, number)| StackPart {
        kind: match moved.ways.as_slice() {
            [Moved::Improved] => StackKind::Better,
            [Moved::Worsened] => StackKind::Worse,
            _ => StackKind::Same,
        },
        value: number.coordinate(),
        label: w.moved_label(&w.number(*number), &moved.ways),
    });
    let people = w.people(&w.number(Number::rounded(total, 0)));
    StackedRow { name: w.name_and_people(name, &people), parts: parts.collect(), instead: String::new() }
}

/// Whether there is anything for the table of scores.
pub(super) fn has_scores(cx: &Cx<'_>) -> bool {
    let outcomes = &cx.published.outcomes;
    outcomes.iter().any(|outcome| outcome.before.is_some() || !outcome.areas.is_empty()) || !moves(cx).is_empty()
}

/// Scores before and after, and who moved which way.
pub(super) fn scores_table(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let number = annex_tables::number(cx, annex_tables::Kind::Scores);
    let (caption, [area, before, after, people]) = w.areas_table();
    let columns = vec![make::words(area, 36), make::numbers(before), make::numbers(after), make::words(people, 54)];
    let mut table = Grid::new(w, "table-scores", w.numbered_caption(&number, caption), columns).tight();
    let add = |table: &mut Grid, name: Rich, scores: [Option<&Shown>; 2], moves: &[MovedShown]| {
        let mut line = table.line().words(name);
        for shown in scores {
            line = line.figure_if(shown, UnitSign::None);
        }
        let told: Vec<_> =
            moves.iter().map(|moved| (moved.ways.as_slice(), w.figure(&moved.people, UnitSign::None))).collect();
        let shorts = moves.iter().filter_map(|moved| Short::of(&moved.people));
        let line = line.words(w.moved_in_area(&told)).explaining(shorts);
        table.add(line);
    };
    for outcome in &cx.published.outcomes {
        let moves = outcome.distribution.as_ref().map_or(&[][..], |split| split.moves.as_slice());
        if outcome.before.is_some() || !moves.is_empty() {
            let scores = [outcome.before.as_ref(), outcome.after.as_ref()];
            add(&mut table, cx.said(&outcome.title), scores, moves);
        }
        for area in &outcome.areas {
            add(&mut table, area.area.as_str().into(), [area.before.as_ref(), area.after.as_ref()], &area.moves);
        }
    }
    table.block()
}

/// Whether there is anything for the table of estimates.
pub(super) fn has_estimates(cx: &Cx<'_>) -> bool {
    cx.published.outcomes.iter().any(|outcome| outcome.change.is_some() || outcome.achieved.is_some())
}

/// Changes and shares with their intervals.
pub(super) fn estimates_table(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let number = annex_tables::number(cx, annex_tables::Kind::Estimates);
    let (caption, [outcome, estimate, from, to, people]) = w.estimates_table();
    let columns = vec![
        make::words(outcome, 50),
        make::numbers(estimate),
        make::numbers(from),
        make::numbers(to),
        make::numbers(people),
    ];
    let mut table = Grid::new(w, "table-estimates", w.numbered_caption(&number, caption), columns).tight();
    for outcome in &cx.published.outcomes {
        if let Some(change) = &outcome.change {
            let (low, high) =
                outcome.change_interval.as_ref().map_or((None, None), |(low, high)| (Some(low), Some(high)));
            let line = table.line().words(cx.said(&outcome.title)).signed(change, UnitSign::None);
            let line = line.figure_if(low, UnitSign::None).figure_if(high, UnitSign::None);
            let matched = outcome.cohort.as_ref().and_then(CohortShown::matched);
            table.add(line.figure_if(matched, UnitSign::None));
        }
        if let Some(achieved) = &outcome.achieved {
            let ends = achieved.share_interval.as_ref();
            let (low, high) = ends.map_or((None, None), |(low, high)| (Some(low), Some(high)));
            let line = table.line().words(cx.said(&outcome.title)).figure(&achieved.share, UnitSign::Percent);
            let line = line.figure_if(low, UnitSign::Percent).figure_if(high, UnitSign::Percent);
            table.add(line.figure(&achieved.denominator, UnitSign::None));
        }
    }
    table.block()
}
