//! What partners say of working together: a dot plot, and the table behind it for annex B.

use super::{Cx, annex_tables, grid::Grid, make, paths};
use crate::order;
use crate::{
    disclosure::published::{Number, Shown, SurveyShown, UnitSign},
    report::{
        block::{Block, Chart, DotRow, DotsPlot, Plot, PlotAxis, PlotValue, Rich},
        wording::Short,
    },
};

/// A row: what is scored, this survey, the one before.
struct Scored<'a> {
    name: &'a str,
    now: &'a Shown,
    before: Option<&'a Shown>,
}

/// The chart; the words alone where no score may be drawn.
pub(super) fn chart(cx: &Cx<'_>, survey: &SurveyShown) -> Vec<Block> {
    let w = cx.w;
    let statements = statements(cx, survey);
    let ends = match statements.as_slice() {
        [first, .., last] if first.now.number() > last.now.number() && last.now.number().is_some() => {
            Some((first, last))
        }
        _ => None,
    };
    let headline = w.survey_headline(ends.map(|(first, _)| first.name), ends.map(|(_, last)| last.name));
    let dates = survey.fieldwork.map(|(from, to)| (w.date(from), w.date(to)));
    let dates = dates.as_ref().map(|(from, to)| (from.as_str(), to.as_str()));
    let subtitle = w.survey_subtitle(survey.instrument.as_deref(), dates);
    let rows = rows(cx, survey);
    let mut note: Vec<Rich> = vec![w.survey_key(rows.iter().any(|row| row.before.is_some())).into()];
    note.extend(shorts(cx, survey).map(Rich::from));
    note.extend(told_replies(cx, survey).map(Rich::from));
    note.extend(survey.note.as_ref().map(|words| cx.said(words)));
    let note = note.into_iter().reduce(|words, more| words.and(" ").with(more)).unwrap_or_default();
    let axis = axis(cx, survey).filter(|_| rows.iter().any(|row| row.now.is_some()));
    let Some(axis) = axis else { return vec![make::heading(headline), make::note(subtitle), make::note(note)] };
    let named = |scored: &Scored<'_>| w.name_and_figure(scored.name, &w.figure(scored.now, UnitSign::None));
    let ends: Vec<String> = ends.into_iter().flat_map(|(first, last)| [named(first), named(last)]).collect();
    let bare = |shown: Option<&Shown>| shown.and_then(|shown| w.bare(shown, UnitSign::None));
    let (overall, before) = (bare(survey.overall.as_ref()), bare(survey.previous_overall.as_ref()));
    let scale = bare(Some(&survey.scale.0)).zip(bare(Some(&survey.scale.1)));
    let scale = scale.as_ref().map(|(low, high)| (low.as_str(), high.as_str()));
    let table = annex_tables::number(cx, annex_tables::Kind::Survey);
    let [what, ends, overall, data] = w.survey_alt(scale, &ends, overall.as_deref(), before.as_deref(), &table);
    vec![Block::Chart(Box::new(Chart {
        anchor: "chart-survey".to_owned(),
        headline: headline.into(),
        subtitle: subtitle.into(),
        alt: paths::alt_text(&what, &[ends, overall], &data),
        plot: Plot::Dots(DotsPlot { axis, rows }),
        note,
        table: None,
    }))]
}

/// The table behind the chart.
pub(super) fn table(cx: &Cx<'_>, survey: &SurveyShown) -> Block {
    let w = cx.w;
    let number = annex_tables::number(cx, annex_tables::Kind::Survey);
    let (_, [statement, now, before]) = w.survey_table();
    let columns = vec![make::words(statement, 60), make::numbers(now), make::numbers(before)];
    let mut table = Grid::new(w, "table-survey", w.survey_caption(&number), columns).tight();
    let add = |table: &Grid, scored: &Scored<'_>| {
        let line = table.line().words(scored.name).figure(scored.now, UnitSign::None);
        line.figure_if(scored.before, UnitSign::None)
    };
    for scored in statements(cx, survey).iter().chain(&questions(cx, survey)) {
        let line = add(&table, scored);
        table.add(line);
    }
    if let Some(overall) = overall(cx, survey) {
        let line = add(&table, &overall);
        table.total(line);
    }
    table.block()
}

/// The statements, highest first; those without a number last, in the order of the return.
fn statements<'a>(cx: &Cx<'_>, survey: &'a SurveyShown) -> Vec<Scored<'a>> {
    let scored = survey.scores.iter().map(|score| Scored {
        name: cx.w.survey_item(score.item),
        now: &score.mean,
        before: score.previous.as_ref(),
    });
    let mut scored: Vec<_> = scored.collect();
    order::by_key(&mut scored, |scored| std::cmp::Reverse(scored.now.number()));
    scored
}

/// Questions of their own: morale and roles.
fn questions<'a>(cx: &Cx<'_>, survey: &'a SurveyShown) -> Vec<Scored<'a>> {
    let [_, morale, roles] = cx.w.survey_rows();
    [(morale, &survey.staff_morale), (roles, &survey.role_clarity)]
        .into_iter()
        .filter_map(|(name, now)| Some(Scored { name, now: now.as_ref()?, before: None }))
        .collect()
}

fn overall<'a>(cx: &Cx<'_>, survey: &'a SurveyShown) -> Option<Scored<'a>> {
    let [name, _, _] = cx.w.survey_rows();
    Some(Scored { name, now: survey.overall.as_ref()?, before: survey.previous_overall.as_ref() })
}

fn rows(cx: &Cx<'_>, survey: &SurveyShown) -> Vec<DotRow> {
    let number = |shown: &Shown| shown.number().map(Number::coordinate);
    let row = |scored: &Scored<'_>, strong| DotRow {
        name: scored.name.to_owned(),
        now: number(scored.now),
        before: scored.before.and_then(number),
        words: cx.w.figure(scored.now, UnitSign::None),
        strong,
    };
    let others = statements(cx, survey).into_iter().chain(questions(cx, survey));
    let mut rows: Vec<DotRow> = others.map(|scored| row(&scored, false)).collect();
    rows.extend(overall(cx, survey).map(|scored| row(&scored, true)));
    rows
}

/// The whole scale, a tick at each whole score where there are few, else at its ends.
fn axis(cx: &Cx<'_>, survey: &SurveyShown) -> Option<PlotAxis> {
    axis_of(cx, &survey.scale.0, &survey.scale.1)
}

/// An axis over a whole scale: a tick at each whole number where there are at most eight, else at its ends.
pub(super) fn axis_of(cx: &Cx<'_>, low: &Shown, high: &Shown) -> Option<PlotAxis> {
    use rust_decimal::{Decimal, prelude::ToPrimitive};
    const MOST: i64 = 8;
    let (first, last) = (low.number()?, high.number()?);
    let range = last.get().checked_sub(first.get()).filter(|range| *range > Decimal::ZERO)?;
    let whole = first.get().is_integer() && last.get().is_integer();
    let steps = range.to_i64().filter(|steps| whole && *steps < MOST);
    let tick = |number: Number| PlotValue { value: number.coordinate(), label: cx.w.number(number) };
    let ticks = match steps {
        Some(steps) => (0..=steps).map(|step| tick(Number::rounded(first.get() + Decimal::from(step), 0))).collect(),
        None => vec![tick(first), tick(last)],
    };
    Some(PlotAxis { low: first.coordinate(), high: last.coordinate(), ticks })
}

/// What the shorthand in the chart means.
fn shorts(cx: &Cx<'_>, survey: &SurveyShown) -> Option<String> {
    let now = statements(cx, survey).into_iter().chain(questions(cx, survey)).chain(overall(cx, survey));
    let shorts: std::collections::BTreeSet<Short> = order::set(now.filter_map(|scored| Short::of(scored.now)));
    let words: Vec<&str> = shorts.into_iter().map(|short| cx.w.short_note(short)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn told_replies(cx: &Cx<'_>, survey: &SurveyShown) -> Option<String> {
    let w = cx.w;
    let number = |shown: &Option<Shown>, sign| shown.as_ref().and_then(|shown| w.bare(shown, sign));
    let returned = number(&survey.returned, UnitSign::None)?;
    let sent = number(&survey.sent, UnitSign::None);
    let rate = number(&survey.response_rate, UnitSign::Percent);
    let mut words = w.replies(&returned, sent.as_deref(), rate.as_deref());
    if !survey.replies.is_empty() {
        let by_sector: Vec<String> = survey
            .replies
            .iter()
            .map(|replies| {
                w.name_and_figure(&w.survey_sectors(&replies.sectors), &w.figure(&replies.figure, UnitSign::None))
            })
            .collect();
        words.push(' ');
        words.push_str(w.replies_by_sector());
        words.push_str(&by_sector.join(", "));
        words.push('.');
    }
    Some(words)
}
