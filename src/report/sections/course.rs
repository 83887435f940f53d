//! How things went, quarter by quarter: ratings, figures, forecasts, promises, trust and spending. Only where earlier
//! returns were at hand; every figure is one that was told, or that this version would have told then.

use super::{Cx, annex_tables, grid::Grid, make, paths};
use crate::order;
use crate::{
    disclosure::published::{
        MemoryShown, PromiseHistoryShown, QuarterFigureShown, RatingShown, Shorthand, Shown, SpendingShown,
        TrendPointShown, TrendShown, TrustEventShown, UnitSign,
    },
    report::{
        block::{
            Block, Chart, PathPlot, Plot, PlotGap, PlotPoint, PlotStep, PlotValue, RatingsCell, RatingsPlot,
            RatingsRow, Rich, Section, SectionRank,
        },
        wording::Short,
    },
    returns::{
        FinancialYear, Period, Quarter,
        approach::{results::Rag, system_health::TrustDirection},
    },
};

/// Where links to the section lead.
pub(in crate::report) const ANCHOR: &str = "quarter-by-quarter";

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let Some(memory) = shown(cx) else { return Vec::new() };
    let [title, question] = cx.w.course_heading();
    let mut blocks = Vec::new();
    blocks.extend(ratings(cx, memory));
    let charts: Vec<Block> =
        memory.measures.iter().enumerate().filter_map(|(at, trend)| measure(cx, memory, at, trend)).collect();
    blocks.extend(pairs(charts));
    blocks.extend(forecasts(cx, memory));
    blocks.extend(trust(cx, memory));
    let years: Vec<Block> = years(memory).into_iter().filter_map(|year| spending(cx, memory, year)).collect();
    blocks.extend(pairs(years));
    blocks.extend(promises(cx, memory));
    if blocks.is_empty() {
        return Vec::new();
    }
    vec![Block::Section(Section {
        anchor: ANCHOR.to_owned(),
        number: String::new(),
        title: title.to_owned(),
        question: question.to_owned(),
        rank: SectionRank::Full,
        new_page: true,
        blocks,
    })]
}

/// Whether the report has the section.
pub(in crate::report) fn is_there(cx: &Cx<'_>) -> bool {
    shown(cx).is_some()
}

/// What was at hand, where there is more than one quarter of it.
pub(super) fn shown<'a>(cx: &Cx<'a>) -> Option<&'a MemoryShown> {
    cx.published.memory.as_ref().filter(|memory| memory.quarters.len() > 1)
}

/// Two to a row.
fn pairs(blocks: Vec<Block>) -> Vec<Block> {
    let mut rows = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while blocks.peek().is_some() {
        rows.push(make::ruled(blocks.by_ref().take(2).map(|block| (6, vec![block])).collect()));
    }
    rows
}

/// “July to September 2026”.
fn months(cx: &Cx<'_>, quarter: Period) -> String {
    quarter.as_quarter().map_or_else(|| quarter.to_string(), |(year, quarter)| cx.w.quarter_months(year, quarter))
}

/// “Jul to Sep 2026”, for the narrow heads of charts.
fn short_months(cx: &Cx<'_>, quarter: Period) -> String {
    quarter.as_quarter().map_or_else(
        || quarter.to_string(),
        |(year, quarter)| {
            let (first, last) = quarter.days(year.first_year());
            format!("{} {}", cx.w.short_quarter(first.month(), last.month()), last.year())
        },
    )
}

/// The last month of a quarter, and its year.
fn step(cx: &Cx<'_>, quarter: Period) -> PlotStep {
    quarter.as_quarter().map_or_else(
        || PlotStep { label: quarter.to_string(), year: String::new() },
        |(year, quarter)| {
            let (_, last) = quarter.days(year.first_year());
            PlotStep { label: cx.w.short_month(last.month()).to_owned(), year: last.year().to_string() }
        },
    )
}

fn slots(cx: &Cx<'_>, quarters: &[Period]) -> Vec<String> {
    let named = quarters.iter().map(|quarter| step(cx, *quarter));
    named.map(|step| format!("{} {}", step.label, step.year)).collect()
}

fn ends(memory: &MemoryShown) -> Option<(&Period, &Period)> {
    memory.quarters.first().zip(memory.quarters.last())
}

fn slot(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}

/// The ratings of every measure that was rated once.
fn ratings(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let w = cx.w;
    let (first, last) = ends(memory)?;
    let is_rated = |trend: &&TrendShown| {
        trend
            .points
            .iter()
            .any(|point| matches!(point.rating, Some(RatingShown::Rated(Rag::Green | Rag::Amber | Rag::Red))))
    };
    let rows: Vec<RatingsRow> = memory
        .measures
        .iter()
        .filter(is_rated)
        .map(|trend| RatingsRow {
            name: trend.title.text.clone(),
            cells: trend.points.iter().map(|point| rating(cx, point)).collect(),
        })
        .collect();
    let first_table = memory.measures.iter().position(has_figures)?;
    let table = annex_tables::number(cx, annex_tables::Kind::Course(first_table));
    let [headline, subtitle, note] = w.ratings_chart(&months(cx, *first), &months(cx, *last));
    let [what, data] = w.ratings_alt(rows.len(), &months(cx, *first), &months(cx, *last), &table);
    (!rows.is_empty()).then(|| {
        Block::Chart(Box::new(Chart {
            anchor: "chart-ratings".to_owned(),
            headline: headline.into(),
            subtitle: subtitle.into(),
            alt: paths::alt_text(&what, &[], &data),
            plot: Plot::Ratings(RatingsPlot {
                steps: memory.quarters.iter().map(|quarter| step(cx, *quarter)).collect(),
                rows,
            }),
            note: note.into(),
            table: None,
        }))
    })
}

fn rating(cx: &Cx<'_>, point: &TrendPointShown) -> RatingsCell {
    match point.rating {
        Some(RatingShown::Rated(rag)) => RatingsCell {
            words: cx.w.rating_word(rag).to_owned(),
            mark: Some(cx.w.rating(cx.published.audience, rag).mark),
        },
        Some(RatingShown::Hidden) => RatingsCell { words: Short::Confidential.mark().to_owned(), mark: None },
        None => RatingsCell { words: Short::NotAvailable.mark().to_owned(), mark: None },
    }
}

/// Whether a table of the measure says anything.
pub(super) fn has_figures(trend: &TrendShown) -> bool {
    trend.points.iter().any(|point| point.figure.is_some())
}

fn number(shown: Option<&Shown>) -> Option<f64> {
    Some(shown?.number()?.coordinate())
}

/// The chart of a measure over the quarters; `None` with fewer than two figures.
fn measure(cx: &Cx<'_>, memory: &MemoryShown, at: usize, trend: &TrendShown) -> Option<Block> {
    let w = cx.w;
    let sign = trend.unit.sign;
    let with_figure: Vec<(usize, &TrendPointShown)> =
        trend.points.iter().enumerate().filter(|(_, point)| number(point.figure.as_ref()).is_some()).collect();
    let (first, last) = with_figure.first().zip(with_figure.last()).filter(|(first, last)| first.0 < last.0)?;
    let of = |point: &TrendPointShown| [words(cx, trend, point.figure.as_ref()), short_months(cx, point.quarter)];
    let [was, is] = [of(first.1), of(last.1)];
    let headline = w.course_message([&was[0], &was[1]], [&is[0], &is[1]]);
    let is_restated = |point: &TrendPointShown| {
        let mark = matches!(&point.figure, Some(Shown::Number { mark: Some(Shorthand::Revised), .. }));
        point.first_told.is_some() || mark
    };
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
    let has_restated = with_figure.iter().any(|(_, point)| is_restated(point));
    let note = w.course_note(!breaks.is_empty(), has_restated, !path.is_empty() || !steps.is_empty());
    let table = annex_tables::number(cx, annex_tables::Kind::Course(at));
    let [from, to] = [memory.quarters.first()?, memory.quarters.last()?].map(|quarter| short_months(cx, *quarter));
    let [what, data] = w.course_alt(&trend.title.text, &from, &to, &table);
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-course-{}", at + 1),
        headline: headline.clone().into(),
        subtitle: w.course_subtitle(&trend.title.text, &from, &to).into(),
        alt: paths::alt_text(&what, &[format!("{headline}.")], &data),
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
        note: note.into(),
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

fn gap(at: usize, words: &str) -> PlotGap {
    PlotGap { slot: slot(at), label: words.to_owned() }
}

/// The table behind the chart of a measure, with its ratings.
pub(super) fn measure_table(cx: &Cx<'_>, at: usize) -> Option<Block> {
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

/// The forecast made after six months beside the figure at the end of the year, year by year.
fn forecasts(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let w = cx.w;
    let (caption, subtitle, [measure, year, forecast, figure, difference]) = w.forecasts_table();
    let columns = vec![
        make::words(measure, 46),
        make::words(year, 18),
        make::numbers(forecast),
        make::numbers(figure),
        make::numbers(difference),
    ];
    let mut table = Grid::new(w, "table-forecasts", caption, columns).subtitle(subtitle);
    let mut any = false;
    for trend in &memory.measures {
        let sign = trend.unit.sign;
        for point in &trend.points {
            let Some((of, Quarter::Q4)) = point.quarter.as_quarter() else { continue };
            let half = Period::of_quarter(of, Quarter::Q2);
            let then = trend.points.iter().find(|then| then.quarter == half);
            let then = then.and_then(|then| then.forecast.as_ref()).filter(|then| then.number().is_some());
            let Some((then, now)) = then.zip(point.figure.as_ref()) else { continue };
            let Some((forecast, outturn)) = then.number().zip(now.number()) else { continue };
            let off = outturn.get() - forecast.get();
            let places = off.scale();
            let off = crate::disclosure::published::Number::rounded(off, places);
            any = true;
            let line = table
                .line()
                .words(cx.said(&trend.title))
                .words(w.financial_year(of))
                .figure(then, sign)
                .figure(now, sign)
                .signed(&Shown::Number { value: off, mark: None }, UnitSign::None);
            table.add(line);
        }
    }
    any.then(|| table.block())
}

fn promises(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let w = cx.w;
    let (caption, [promise, due, moved, residents]) = w.promise_history();
    let columns =
        vec![make::words(promise, 46), make::words(due, 16), make::words(moved, 18), make::words(residents, 20)];
    let mut table = Grid::new(w, "table-promise-history", caption, columns);
    let last = memory.quarters.last();
    let still_told = |told: &PromiseHistoryShown| Some(&told.last_told) == last;
    for told in &memory.promises {
        let made = told.made_on.map(|made| w.short_date(made));
        let ended = (!still_told(told)).then(|| months(cx, told.last_told));
        let moved: Vec<String> = told.moved_to.iter().map(|day| w.short_date(*day)).collect();
        let moved = if moved.is_empty() { w.not_moved().to_owned() } else { moved.join(", ") };
        let line = table
            .line()
            .words(cx.said(&told.promise))
            .by(w.promise_told(made.as_deref(), ended.as_deref()))
            .known(told.first_due.map(|due| w.short_date(due)))
            .words(moved)
            .words(Rich::none().strong(w.verdict(told.verdict)))
            .by(told.partner_status.map(|status| w.partner_status(status)).unwrap_or_default());
        table.add(line);
    }
    (!memory.promises.is_empty()).then(|| table.block())
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

/// Trust by quarter, and beside it what built or broke it; `None` with fewer than two scores.
fn trust(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let w = cx.w;
    let [title, subtitle, note, heading] = w.trust_course();
    let at = |scored: &QuarterFigureShown| memory.quarters.iter().position(|quarter| *quarter == scored.quarter);
    let scores: Vec<(usize, &QuarterFigureShown)> =
        memory.trust.iter().filter_map(|scored| Some((at(scored)?, scored))).collect();
    let with_number: Vec<_> = scores.iter().filter(|(_, scored)| scored.figure.number().is_some()).collect();
    let (first, last) = with_number.first().zip(with_number.last()).filter(|(first, last)| first.0 < last.0)?;
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
    let [from, to] = [memory.quarters.first()?, memory.quarters.last()?].map(|quarter| short_months(cx, *quarter));
    let [what, data] = w.course_alt(title, &from, &to, &table);
    let chart = Block::Chart(Box::new(Chart {
        anchor: "chart-trust-course".to_owned(),
        headline: headline.clone().into(),
        subtitle: w.course_subtitle(subtitle, &from, &to).into(),
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

/// The table behind the chart of trust.
pub(super) fn trust_table(cx: &Cx<'_>) -> Option<Block> {
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

/// The last two financial years with spending.
fn years(memory: &MemoryShown) -> Vec<FinancialYear> {
    let mut years: Vec<FinancialYear> = memory.spending.iter().map(|spent| spent.year).collect();
    years.dedup();
    years.split_off(years.len().saturating_sub(2))
}

/// Planned, spent and forecast in a year; `None` where there is nothing to draw.
fn spending(cx: &Cx<'_>, memory: &MemoryShown, year: FinancialYear) -> Option<Block> {
    let w = cx.w;
    let of_year: Vec<(u8, &SpendingShown)> = memory
        .spending
        .iter()
        .filter(|spent| spent.year == year)
        .filter_map(|spent| Some((spent.quarter.as_quarter()?.1.number(), spent)))
        .collect();
    let (now, last) = of_year.iter().rev().find(|(_, spent)| spent.actual.number().is_some())?;
    let thousands = |shown: &Shown| Some((shown.number()?.coordinate() / 1000.0).round());
    let label = |shown: &Shown| thousands(shown).map(|value| w.whole(value.max(0.0) as u64)).unwrap_or_default();
    let start = PlotPoint { slot: 0, value: 0.0, label: String::new(), hollow: false };
    let line = |of: fn(&SpendingShown) -> &Shown| -> Vec<PlotPoint> {
        let points = of_year.iter().filter_map(|(at, spent)| {
            let label = if at == now { label(of(spent)) } else { String::new() };
            Some(PlotPoint { slot: *at, value: thousands(of(spent))?, label, hollow: false })
        });
        std::iter::once(start.clone()).chain(points).collect()
    };
    let value = |shown: &Shown, words: String| Some(PlotValue { value: thousands(shown)?, label: words });
    let year_words = w.financial_year(year);
    let [what, subtitle] = w.spending_course(&year_words);
    let headline = {
        let pounds = |shown: &Shown| w.figure(shown, UnitSign::Pounds);
        w.spending_message(&year_words, &pounds(&last.actual), &pounds(&last.profile))
    };
    let table = annex_tables::number(cx, annex_tables::Kind::Spending);
    let [from, to] = [Quarter::Q1, *Quarter::ALL.get(usize::from(now.saturating_sub(1)))?];
    let [alt, data] = w.course_alt(&what, &w.quarter_months(year, from), &w.quarter_months(year, to), &table);
    let month_ends = Quarter::ALL.iter().map(|quarter| quarter.days(year.first_year()).1.month());
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-spending-{year}"),
        headline: headline.clone().into(),
        subtitle: subtitle.into(),
        alt: paths::alt_text(&alt, &[format!("{headline}.")], &data),
        plot: Plot::Path(PathPlot {
            slots: std::iter::once(w.start().to_owned())
                .chain(month_ends.map(|month| w.short_month(month).to_owned()))
                .collect(),
            unit_sign: String::new(),
            from_zero: true,
            baseline: None,
            path: line(|spent| &spent.profile),
            actual: line(|spent| &spent.actual),
            gaps: Vec::new(),
            current_slot: *now,
            // At the end of the year the budget says it.
            path_label: if *now < 4 { w.path_label(&label(&last.profile)) } else { String::new() },
            forecast: value(&last.forecast, w.forecast_label(&label(&last.forecast))),
            target: value(&last.budget, w.budget_label(&label(&last.budget))),
            steps: Vec::new(),
            breaks: Vec::new(),
            anew: Vec::new(),
        }),
        note: Rich::none(),
        table: None,
    })))
}

/// The table behind the charts of spending.
pub(super) fn spending_table(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let memory = shown(cx)?;
    let number = annex_tables::number(cx, annex_tables::Kind::Spending);
    let (title, [quarter, budget, planned, spent, forecast]) = w.spending_table();
    let columns = vec![
        make::words(quarter, 44),
        make::numbers(budget),
        make::numbers(planned),
        make::numbers(spent),
        make::numbers(forecast),
    ];
    let anchor = format!("table-{}", number.to_lowercase());
    let mut table = Grid::new(w, anchor, w.table_caption(&number, title), columns).tight();
    for row in &memory.spending {
        let line = table
            .line()
            .words(months(cx, row.quarter))
            .figure(&row.budget, UnitSign::None)
            .figure(&row.profile, UnitSign::None)
            .figure(&row.actual, UnitSign::None)
            .figure(&row.forecast, UnitSign::None);
        table.add(line);
    }
    Some(table.block())
}
