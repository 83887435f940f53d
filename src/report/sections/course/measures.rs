//! The figures of each measure over the quarters, beside the path and the targets of the time.

use super::{
    super::{Cx, annex_tables, grid::Grid, make, paths},
    ENOUGH, ends, gap, months, number, pairs, short_months, shown, slot, slots,
};
use crate::{
    disclosure::published::{MemoryShown, Shorthand, Shown, TrendPointShown, TrendShown, UnitSign},
    report::{
        block::{Block, Chart, PathPlot, Plot, PlotGap, PlotPoint, Rich},
        wording::Short,
    },
    returns::Quarter,
};

/// What the marks of the charts mean, once for all of them, and a chart for each measure with enough figures, two to a row.
pub(super) fn charts(cx: &Cx<'_>, memory: &MemoryShown) -> Vec<Block> {
    let drawn =
        memory.measures.iter().enumerate().filter_map(|(at, trend)| Some((trend, measure(cx, memory, at, trend)?)));
    let (trends, charts): (Vec<&TrendShown>, Vec<Block>) = drawn.unzip();
    let any = |is: fn(&TrendPointShown) -> bool| trends.iter().any(|trend| trend.points.iter().any(is));
    let note = cx.w.course_note(
        any(|point| point.is_break),
        any(is_restated),
        any(|point| point.path.is_some() || point.target.is_some()),
    );
    let rows = pairs(charts);
    (!rows.is_empty() && !note.is_empty()).then(|| make::note(note)).into_iter().chain(rows).collect()
}

/// Whether a table of the measure says anything.
pub(in crate::report::sections) fn has_figures(trend: &TrendShown) -> bool {
    trend.points.iter().any(|point| point.figure.is_some())
}

/// Whether a figure was told in another way before.
fn is_restated(point: &TrendPointShown) -> bool {
    let is_number = number(point.figure.as_ref()).is_some();
    let mark = matches!(&point.figure, Some(Shown::Number { mark: Some(Shorthand::Revised), .. }));
    is_number && (point.first_told.is_some() || mark)
}

/// The chart of a measure over the quarters; `None` with fewer figures than make a line.
fn measure(cx: &Cx<'_>, memory: &MemoryShown, at: usize, trend: &TrendShown) -> Option<Block> {
    let w = cx.w;
    let sign = trend.unit.sign;
    let with_figure: Vec<(usize, &TrendPointShown)> =
        trend.points.iter().enumerate().filter(|(_, point)| number(point.figure.as_ref()).is_some()).collect();
    let [first, .., last] = with_figure.as_slice() else { return None };
    if with_figure.len() < ENOUGH {
        return None;
    }
    let of = |point: &TrendPointShown| [words(cx, trend, point.figure.as_ref()), short_months(cx, point.quarter)];
    let [was, is] = [of(first.1), of(last.1)];
    let message = w.course_message([&was[0], &was[1]], [&is[0], &is[1]]);
    let point = |(at, point): &(usize, &TrendPointShown)| {
        let label = if *at == last.0 {
            words(cx, trend, point.figure.as_ref())
        } else if is_restated(point) {
            Short::Revised.mark().to_owned()
        } else {
            String::new()
        };
        let value = number(point.figure.as_ref()).unwrap_or_default();
        PlotPoint { slot: slot(*at), value, label, hollow: is_restated(point) }
    };
    let line = |of: fn(&TrendPointShown) -> Option<&Shown>| -> Vec<PlotPoint> {
        let points = trend.points.iter().enumerate().filter_map(|(at, point)| Some((at, number(of(point))?)));
        points.map(|(at, value)| PlotPoint { slot: slot(at), value, label: String::new(), hollow: false }).collect()
    };
    let mut steps = line(|point| point.target.as_ref());
    let target = trend.points.iter().rev().find_map(|point| point.target.as_ref());
    if let Some((last, target)) = steps.last_mut().zip(target.and_then(|target| w.bare(target, sign))) {
        last.label = w.target_label(&target);
    }
    let gaps = trend.points.iter().enumerate().filter_map(|(at, point)| {
        let figure = point.figure.as_ref().filter(|figure| figure.number().is_none())?;
        Some(PlotGap { slot: slot(at), label: w.figure(figure, UnitSign::None) })
    });
    let breaks: Vec<PlotGap> = marked(trend, |point| point.is_break).map(|at| gap(at, "[b]")).collect();
    let new_year = |point: &TrendPointShown| point.quarter.as_quarter().is_some_and(|(_, q)| q == Quarter::Q1);
    let anew = marked(trend, |point| point.is_break || (trend.adds_up && new_year(point))).map(slot).collect();
    let path = line(|point| point.path.as_ref());
    let table = annex_tables::number(cx, annex_tables::Kind::Course(at));
    let [from, to] = ends(cx, memory)?;
    let [what, data] = w.course_alt(&trend.title.text, &from, &to, &table);
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-course-{}", at + 1),
        headline: cx.said(&trend.title),
        subtitle: message.clone().into(),
        alt: paths::alt_text(&what, &[format!("{message}.")], &data),
        plot: Plot::Path(PathPlot {
            slots: slots(cx, &memory.quarters),
            unit_sign: w.axis_sign(sign == UnitSign::Percent).to_owned(),
            from_zero: trend.adds_up,
            baseline: None,
            path,
            actual: with_figure.iter().map(point).collect(),
            gaps: gaps.collect(),
            current_slot: slot(last.0),
            path_label: String::new(),
            forecast: None,
            target: None,
            steps,
            breaks,
            anew,
        }),
        note: Rich::none(),
        table: None,
    })))
}

fn words(cx: &Cx<'_>, trend: &TrendShown, shown: Option<&Shown>) -> String {
    shown.and_then(|shown| cx.w.bare(shown, trend.unit.sign)).unwrap_or_default()
}

fn marked(trend: &TrendShown, is: impl Fn(&TrendPointShown) -> bool) -> impl Iterator<Item = usize> {
    let marked: Vec<usize> = trend.points.iter().enumerate().filter(|(_, point)| is(point)).map(|(at, _)| at).collect();
    marked.into_iter()
}

/// The table behind the chart of a measure, with its ratings.
pub(in crate::report::sections) fn measure_table(cx: &Cx<'_>, at: usize) -> Option<Block> {
    let w = cx.w;
    let trend = shown(cx)?.measures.get(at)?;
    let sign = trend.unit.sign;
    let number = annex_tables::number(cx, annex_tables::Kind::Course(at));
    let (caption, [quarter, figure, first, path, target, forecast, rating]) =
        w.course_table(&number, &trend.title.text);
    let columns = vec![
        make::words(quarter, 36),
        make::numbers(figure),
        make::numbers(first),
        make::numbers(path),
        make::numbers(target),
        make::numbers(forecast),
        make::words(rating, 26),
    ];
    let anchor = format!("table-{}", number.to_lowercase());
    let unit = w.unit_head(&trend.unit);
    let mut table = Grid::new(w, anchor, caption, columns).subtitle(unit).tight();
    let mut has_break = false;
    for point in &trend.points {
        has_break |= point.is_break;
        let quarter = months(cx, point.quarter);
        let quarter = if point.is_break { format!("{quarter} [b]") } else { quarter };
        let line = table.line().words(quarter);
        let line = match &point.figure {
            Some(figure) => line.figure(figure, sign),
            None => line.short(Short::NotAvailable),
        };
        let line = line
            .figure_if(point.first_told.as_ref(), sign)
            .figure_if(point.path.as_ref(), sign)
            .figure_if(point.target.as_ref(), sign)
            .figure_if(point.forecast.as_ref(), sign);
        table.add(match point.rating {
            Some(rating) => line.words(cx.rating(rating)),
            None => line.short(Short::NotAvailable),
        });
    }
    if has_break {
        table.note(w.course_note(true, false, false));
    }
    Some(table.block())
}
