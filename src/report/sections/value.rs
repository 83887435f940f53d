//! What the work costs and is worth; or why that cannot be said yet.

use super::{Cx, grid::Grid, make};
use crate::{
    disclosure::published::{Shown, UnitSign, ValueShown},
    report::{
        block::{Block, Rich},
        outline::Part,
    },
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let blocks = cx.published.value.as_ref().map(|value| worth(cx, value)).unwrap_or_default();
    vec![cx.part(Part::Value, blocks)]
}

fn worth(cx: &Cx<'_>, value: &ValueShown) -> Vec<Block> {
    let w = cx.w;
    let money = |shown: &Option<Shown>| shown.as_ref().and_then(Shown::number).map(|ratio| w.ratio_as_money(ratio));
    let mut left = Vec::new();
    match money(&value.fiscal_return) {
        Some(partners) => {
            left.push(make::lede(w.for_each_pound(&partners, money(&value.public_fiscal_return).as_deref())));
            left.extend(money(&value.public_value).map(|all| make::body(w.with_wider(&all))));
        }
        // The ratio of all benefits never stands alone.
        None => left.push(make::lede(w.cannot_say_yet())),
    }
    left.extend(value.not_ready_reason.as_ref().map(|reason| make::body(cx.said(reason))));
    left.extend(value.ready_by.map(|period| make::body(w.ready_by(&w.period(period)))));
    let optimism = value.optimism_bias.as_ref().and_then(|cut| w.bare(cut, UnitSign::Percent));
    let optimism = optimism.map(|cut| Rich::from(w.optimism(&cut, value.optimism_bias_applied)));
    let confidence = value.confidence.map(|grade| Rich::from(w.value_confidence(w.confidence(grade))));
    let caveat = value.caveat.as_ref().map(|caveat| cx.said(caveat));
    left.extend(make::sentences([optimism, confidence, caveat].into_iter().flatten()).map(make::body));
    left.extend(value.method.as_ref().map(|method| make::note(Rich::from(w.method()).with(cx.said(method)))));
    vec![make::columns(vec![(6, left), (6, table(cx, value).into_iter().collect())])]
}

fn table(cx: &Cx<'_>, value: &ValueShown) -> Option<Block> {
    let w = cx.w;
    let (caption, [what, pounds], labels) = w.value_table();
    let prices = value.price_year.map(|year| w.financial_year(year));
    let basis = value.basis.map(|basis| w.value_basis(basis));
    let mut table = Grid::new(w, "table-value", caption, vec![make::words(what, 70), make::numbers(pounds)])
        .subtitle(w.value_subtitle(basis, prices.as_deref(), value.status));
    let only_alone = value.fiscal_return.as_ref().and_then(Shown::number).is_none();
    let rows = [
        &value.costs,
        &value.fiscal_benefits,
        &value.wider_benefits,
        &value.fiscal_return,
        &value.public_fiscal_return,
        if only_alone { &None } else { &value.public_value },
    ];
    let mut any = false;
    for (label, shown) in labels.into_iter().zip(rows) {
        if let Some(shown) = shown {
            let line = table.line().words(label).figure(shown, UnitSign::None);
            table.add(line);
            any = true;
        }
    }
    any.then(|| table.block())
}
