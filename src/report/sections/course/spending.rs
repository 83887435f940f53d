//! What was planned, spent and forecast, year by year.

use super::{
    super::{Cx, annex_tables, grid::Grid, make, paths},
    months, shown,
};
use crate::{
    disclosure::published::{MemoryShown, Shown, SpendingShown, UnitSign},
    report::block::{Block, Chart, PathPlot, Plot, PlotPoint, PlotValue, Rich},
    returns::{FinancialYear, Quarter},
};

/// A chart for each of the last two financial years with spending.
pub(super) fn charts(cx: &Cx<'_>, memory: &MemoryShown) -> Vec<Block> {
    years(memory).into_iter().filter_map(|year| spending(cx, memory, year)).collect()
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
pub(in crate::report::sections) fn spending_table(cx: &Cx<'_>) -> Option<Block> {
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
