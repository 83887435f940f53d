//! What the council puts in and gets back, what is spent; and who decides what.

use super::{Cx, make};
use crate::{
    disclosure::published::{LedgerShown, Shown, UnitSign, Words},
    report::{
        block::{Block, KeyLook, Labelled, Rich, SectionRank},
        wording::AmountOf,
    },
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let headings = cx.w.briefing_headings();
    vec![make::columns(vec![
        (7, vec![make::section("the-money", headings.money, SectionRank::Full, money_lines(cx))]),
        (5, vec![make::section("who-decides-what", headings.who_decides, SectionRank::Full, who_decides(cx))]),
    ])]
}

/// The council that is addressed, in the ledger.
pub(super) fn council<'a>(cx: &Cx<'a>) -> Option<&'a LedgerShown> {
    cx.published.finance.as_ref()?.ledger.iter().find(|row| row.is_council)
}

fn money_lines(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let Some(finance) = &cx.published.finance else {
        return vec![make::body(w.nothing_on(crate::report::outline::Part::Money))];
    };
    let [puts_in, gets_back, why, so_far, this_year] = w.money_labels();
    let mut items = Vec::new();
    match council(cx) {
        Some(row) => {
            let in_kind = row.in_kind.number().filter(|amount| !amount.get().is_zero());
            let in_kind = in_kind.and_then(|_| w.bare(&row.in_kind, UnitSign::Pounds));
            let gives = w.council_gives(&w.figure(&row.cash, UnitSign::Pounds), in_kind.as_deref());
            items.push(make::labelled(puts_in, gives));
            let mut gains = if row.gain.is_hidden() {
                Rich::from(w.figure_hidden()).and(".")
            } else {
                Rich::from(w.council_gains(w.bare(&row.gain, UnitSign::Pounds).as_deref()))
            };
            if row.net.as_ref().and_then(Shown::number).is_some() {
                gains = gains.and(" ").strong(w.it_does(&w.net(row.net.as_ref())));
            }
            items.push(make::labelled(gets_back, gains));
            let motives: Vec<&str> = row.motives.iter().map(|&motive| w.motive(motive)).collect();
            if !motives.is_empty() {
                items.push(make::labelled(why, w.council_says_why(&motives)));
            }
        }
        None => items.push(make::labelled(puts_in, w.council_not_in_ledger())),
    }
    if let Some(totals) = &finance.totals {
        let share = |share: &Option<Shown>| {
            share.as_ref().and_then(Shown::number).map(|share| w.signed(share, UnitSign::Percent))
        };
        let lines = [
            (so_far, &totals.actual, &totals.profile, AmountOf::Plan, share(&finance.variance_share)),
            (this_year, &totals.forecast, &totals.budget, AmountOf::Budget, share(&finance.forecast_variance_share)),
        ];
        for (label, amount, of, what, share) in lines {
            let both = w.bare(amount, UnitSign::Pounds).zip(w.bare(of, UnitSign::Pounds));
            items.extend(
                both.map(|(amount, of)| make::labelled(label, w.amount_of(&amount, &of, what, share.as_deref()))),
            );
        }
    }
    vec![make::keys(KeyLook::Body, items)]
}

fn who_decides(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let Some(link) = &cx.published.partnership.democratic_link else {
        return vec![make::body(w.does_not_say())];
    };
    let [kept, shared, ceded, sits, scrutiny] = w.decides_labels();
    let ceded_words = match &link.ceded {
        None => w.does_not_say().into(),
        Some(none) if none.is_empty() => w.none_passed_on().into(),
        Some(some) => together(cx, some),
    };
    let date = |date: Option<crate::returns::Date>| date.map(|date| w.date(date));
    let (next, last) = (date(link.next_on), date(link.last_scrutinised_on));
    let scrutinised = w.scrutiny(link.scrutiny_committee.as_deref(), next.as_deref(), last.as_deref());
    let mut items: Vec<Labelled> = Vec::new();
    for (label, texts) in [(kept, &link.kept), (shared, &link.shared)] {
        if !texts.is_empty() {
            items.push(make::labelled(label, together(cx, texts)));
        }
    }
    items.push(make::labelled(ceded, ceded_words));
    items.push(make::labelled(sits, link.member_on_board.map_or_else(|| w.does_not_say(), |sits| w.on_board(sits))));
    items.push(make::labelled(scrutiny, scrutinised.unwrap_or_else(|| w.does_not_say().to_owned())));
    let mut blocks = vec![make::keys(KeyLook::Body, items)];
    if link.kept.is_empty() && link.shared.is_empty() {
        blocks.push(make::note(w.kept_and_shared_not_said()));
    }
    blocks
}

/// Several of the filer's texts, one a line.
fn together(cx: &Cx<'_>, texts: &[Words]) -> Rich {
    match texts {
        [] => cx.w.does_not_say().into(),
        [first, rest @ ..] => rest.iter().fold(cx.said(first), |words, text| words.line_break().with(cx.said(text))),
    }
}
