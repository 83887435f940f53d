//! Who gives and who gains: the ledger of partners, without the funder, and the other side of the story beside it.

use std::cmp::Reverse;

use super::{Cx, annex_tables, make, paths};
use crate::order;
use crate::{
    disclosure::published::{LedgerShown, Shown},
    report::block::{Block, Chart, LedgerPlot, LedgerRow, Plot, Rich},
};

/// The partners by cash given, most first; equal ones, and those without a number, as the return orders them. Never by
/// what they gain on balance.
pub(super) fn partners<'a>(cx: &Cx<'a>) -> Vec<&'a LedgerShown> {
    let ledger = cx.published.finance.iter().flat_map(|finance| &finance.ledger);
    let mut partners: Vec<_> = ledger.filter(|row| !row.is_funder).collect();
    order::by_key(&mut partners, |row| Reverse(row.cash.number()));
    partners
}

/// The one partner that gives at least twice what it gains, where there is exactly one.
pub(super) fn gives_more<'a>(cx: &Cx<'a>) -> Option<&'a LedgerShown> {
    let mut giving = partners(cx).into_iter().filter(|row| row.gives_more_ratio.is_some());
    let first = giving.next()?;
    giving.next().is_none().then_some(first)
}

/// The ledger with its key and the counter-view; nothing where no partner gives or gains.
pub(super) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let partners = partners(cx);
    if partners.is_empty() {
        return Vec::new();
    }
    let giving = gives_more(cx);
    let net = giving.map(|row| (row.name.as_str(), w.net(row.net.as_ref())));
    let headline = w.ledger_headline(net.as_ref().map(|(name, net)| (*name, net.as_str())));
    let table = annex_tables::number(cx, annex_tables::Kind::Ledger);
    let [what, message, data] = w.ledger_alt(partners.len(), &headline, &table);
    let [gives, gains] = w.ledger_sides().map(str::to_owned);
    let year = cx.published.finance.as_ref().and_then(|finance| finance.year).map(|year| w.financial_year(year));
    let strong = |row: &LedgerShown| giving.is_some_and(|giving| std::ptr::eq(giving, row));
    let rows = partners.iter().map(|row| plot_row(cx, row, strong(row))).collect();
    let chart = Block::Chart(Box::new(Chart {
        anchor: "chart-ledger".to_owned(),
        headline: headline.into(),
        subtitle: w.ledger_subtitle(year.as_deref()).into(),
        alt: paths::alt_text(&what, &[message], &data),
        plot: Plot::Ledger(LedgerPlot { gives, gains, rows }),
        note: Rich::from(w.ledger_key()),
        table: None,
    }));
    let mut blocks = vec![chart];
    blocks.extend(counter_views(cx).into_iter().map(make::body));
    blocks
}

/// Why partners give, in the words of the form: what the figures leave out.
pub(super) fn counter_views(cx: &Cx<'_>) -> Vec<String> {
    let with_motives = partners(cx).into_iter().filter(|row| !row.motives.is_empty());
    with_motives
        .map(|row| {
            let motives: Vec<&str> = row.motives.iter().map(|&motive| cx.w.motive(motive)).collect();
            cx.w.counter_view(&row.name, &motives)
        })
        .collect()
}

fn plot_row(cx: &Cx<'_>, row: &LedgerShown, strong: bool) -> LedgerRow {
    let w = cx.w;
    let pounds = |shown: &Shown| shown.number().map_or(0.0, crate::disclosure::published::Number::coordinate);
    let label = |shown: &Shown| {
        shown
            .number()
            .map_or_else(|| w.figure(shown, crate::disclosure::published::UnitSign::None), |number| w.thousands(number))
    };
    LedgerRow {
        name: row.name.clone(),
        cash: pounds(&row.cash),
        in_kind: pounds(&row.in_kind),
        given_label: label(&row.given),
        gain: row.gain.number().map(crate::disclosure::published::Number::coordinate),
        gain_label: match row.gain.number() {
            Some(number) => w.thousands(number),
            None if row.gain.is_hidden() => label(&row.gain),
            None => w.not_estimated().to_owned(),
        },
        words: w.net(row.net.as_ref()),
        strong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{sections::tests, wording::Wording};

    #[test]
    fn partners_stand_by_cash_given_and_never_by_net() {
        let published = tests::published(crate::disclosure::Audience::Funder);
        let cx = Cx { published: &published, w: Wording::in_language(crate::report::block::Language::En) };
        let names: Vec<&str> = partners(&cx).iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["County", "District", "Charity", "Police"], "the funder is no partner");
        assert_eq!(gives_more(&cx).unwrap().name, "District");
        assert_eq!(
            counter_views(&cx),
            [
                "Not in the figures: why partners take part. District says it gives because it is its core role and it helps the community."
            ]
        );
    }
}
