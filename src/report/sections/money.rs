//! Where the money went, who gives and who gains.

use super::{Cx, grid::Grid, ledger, make};
use crate::order;
use crate::{
    disclosure::published::{FinanceShown, Shown, SpendShown, UnitSign},
    report::{
        block::{Bar, Block, Rich},
        outline::Part,
    },
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let Some(finance) = &cx.published.finance else {
        return vec![cx.part(Part::Money, Vec::new())];
    };
    let mut blocks = Vec::new();
    blocks.extend(spent(cx, finance).map(make::lede));
    blocks.extend(spend_table(cx, finance));
    let why = finance.variance_explanation.iter().map(|why| make::body(cx.said(why))).collect();
    let sentences = more(cx, finance);
    let rest = if sentences.is_empty() { Vec::new() } else { vec![make::body(sentences.join(" "))] };
    let told = make::columns(vec![(4, why), (8, rest)]);
    blocks.extend(Some(told).filter(|told| !matches!(told, Block::Columns(row) if row.cells.is_empty())));
    blocks.extend(ledger::build(cx));
    vec![cx.part(Part::Money, blocks)]
}

/// Spent so far, of what was planned.
fn spent(cx: &Cx<'_>, finance: &FinanceShown) -> Option<Rich> {
    let w = cx.w;
    let totals = finance.totals.as_ref()?;
    let actual = w.bare(&totals.actual, UnitSign::Pounds)?;
    let profile = w.bare(&totals.profile, UnitSign::Pounds)?;
    let share = finance.variance_share.as_ref().and_then(Shown::number);
    let share = share.map(|share| w.signed(share, UnitSign::Percent));
    let [before, actual, after] = w.spent(&actual, &profile, share.as_deref());
    Some(Rich::from(before).strong(actual).and(after))
}

/// What the year will come to, of the budget.
fn forecast(cx: &Cx<'_>, finance: &FinanceShown) -> Option<String> {
    let w = cx.w;
    let totals = finance.totals.as_ref()?;
    let forecast = w.bare(&totals.forecast, UnitSign::Pounds)?;
    let budget = w.bare(&totals.budget, UnitSign::Pounds)?;
    let share = finance.forecast_variance_share.as_ref().and_then(Shown::number);
    let share = share.map(|share| w.signed(share, UnitSign::Percent));
    Some(w.forecast_for_year(&forecast, &budget, share.as_deref()))
}

/// The lines in the order of the return.
fn spend_table(cx: &Cx<'_>, finance: &FinanceShown) -> Option<Block> {
    let w = cx.w;
    if finance.spend.is_empty() && finance.totals.is_none() {
        return None;
    }
    let variance = finance.totals.as_ref().and_then(|totals| totals.variance.number());
    let [line, numbers @ ..] = w.spend_heads();
    let columns = std::iter::once(make::words(line, 40)).chain(numbers.into_iter().map(make::numbers)).collect();
    let mut table = Grid::new(w, "table-spend", w.spend_caption(variance), columns)
        .subtitle(w.spend_subtitle(&w.date(cx.published.header.last_day)));
    // From most under plan to most over; lines without a difference last, as the return orders them.
    let mut lines: Vec<&SpendShown> = finance.spend.iter().collect();
    order::by_key(&mut lines, |spend| (spend.variance.number().is_none(), spend.variance.number()));
    let numbers = || lines.iter().filter_map(|spend| Some(spend.variance.number()?.coordinate()));
    let (least, most) = (numbers().fold(0.0, f64::min), numbers().fold(0.0, f64::max));
    let bar = |value: f64| Bar { value, least, most };
    for spend in &lines {
        let value = spend.variance.number().map(|number| bar(number.coordinate()));
        let line = spend_line(&table, spend.line.as_str(), spend, value);
        let line = line.by_first(spend.explanation.as_ref().map_or_else(Rich::none, |why| cx.said(why)));
        table.add(line);
    }
    if let Some(totals) = &finance.totals {
        // The total is another size: its row keeps the zero and has no bar.
        let line = spend_line(&table, w.all_lines(), totals, Some(bar(0.0)));
        table.total(line);
    }
    Some(table.block())
}

fn spend_line(table: &Grid, label: &str, spend: &SpendShown, bar: Option<Bar>) -> super::grid::Line {
    let none = UnitSign::None;
    let line = table
        .line()
        .words(label)
        .figure(&spend.budget, none)
        .figure(&spend.profile, none)
        .figure(&spend.actual, none)
        .signed(&spend.variance, none);
    let line = bar.map(|bar| line.clone().bar(bar)).unwrap_or(line);
    line.figure(&spend.forecast, none).signed(&spend.forecast_variance, none)
}

fn more(cx: &Cx<'_>, finance: &FinanceShown) -> Vec<String> {
    let w = cx.w;
    let pounds = |shown: &Option<Shown>| shown.as_ref().and_then(|shown| w.bare(shown, UnitSign::Pounds));
    let administration = finance.administration_share.as_ref().and_then(|share| w.bare(share, UnitSign::Percent));
    [
        forecast(cx, finance),
        pounds(&finance.pooled_budget).map(|budget| w.pooled(&budget)),
        finance
            .underspend_request
            .as_ref()
            .map(|request| w.underspend(&w.pounds(request.amount), request.to.as_ref().map(|to| to.text.as_str()))),
        administration.map(|share| w.administration(&share)),
        pounds(&finance.cost_of_collaborating).map(|cost| w.cost_of_collaborating(&cost)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
