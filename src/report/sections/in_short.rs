//! The head of the briefing: one good thing, one bad, one ask; and what is asked.

use super::{Cx, make, measures};
use crate::order;
use crate::{
    disclosure::published::{DecisionShown, MeasureShown, RatingShown},
    report::block::{Block, KeyLook, PanelLook, Rich, SectionRank},
    returns::{AskedOf, approach::results::Rag},
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    vec![make::columns(vec![(7, vec![in_short(cx)]), (5, vec![asks(cx)])])]
}

/// The decisions asked of the council, the soonest first.
fn asked<'a>(cx: &Cx<'a>) -> Vec<&'a DecisionShown> {
    let decisions = cx.published.decisions.iter();
    let mut asked: Vec<_> = decisions.filter(|decision| decision.asked_of == Some(AskedOf::ElectedCouncil)).collect();
    order::by_key(&mut asked, |decision| (decision.needed_by.is_none(), decision.needed_by));
    asked
}

fn in_short(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let [good, bad, ask] = w.in_short_labels();
    let own = measures::own(cx);
    let is = |measure: &MeasureShown, wanted: &[Rag]| match measure.rating {
        RatingShown::Rated(rag) => wanted.contains(&rag),
        RatingShown::Hidden => false,
    };
    let told = |measure: &MeasureShown, explained: &'static str| {
        cx.said(&measure.title).and(": ").strong(measures::brief(cx, measure)).and(explained).and(".")
    };
    let best = own.iter().find(|measure| is(measure, &[Rag::Green]));
    let worst = own.iter().find(|measure| is(measure, &[Rag::Red, Rag::Amber]));
    // The first path that a member meets is explained on the spot.
    let has_path = |measure: &MeasureShown| measure.current_path.as_ref().is_some_and(|path| path.number().is_some());
    let explained = |measure: &MeasureShown, is_first: bool| {
        if is_first && has_path(measure) { w.path_in_short() } else { "" }
    };
    let worst = worst.map(|measure| told(measure, explained(measure, !best.is_some_and(|best| has_path(best)))));
    let best = best.map(|measure| told(measure, explained(measure, true)));
    let asked = asked(cx);
    let first = asked.first().and_then(|decision| decision.needed_by).map(|by| w.date(by));
    let mut blocks = Vec::new();
    if cx.published.draft {
        blocks.push(make::body(w.draft_sentence()));
    }
    if let Some(reason) = &cx.published.header.nil_reason {
        blocks.push(make::body(cx.said(reason)));
    }
    let items = vec![
        make::labelled(good, best.unwrap_or_else(|| w.nothing_good().into())),
        make::labelled(bad, worst.unwrap_or_else(|| w.nothing_bad().into())),
        make::labelled(ask, w.asks_in_short(asked.len(), first.as_deref())),
    ];
    blocks.push(make::keys(KeyLook::Body, items));
    make::section("in-short", w.briefing_headings().in_short, SectionRank::Full, blocks)
}

fn asks(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let mut blocks = vec![make::heading(w.briefing_headings().we_ask)];
    let asked = asked(cx);
    for decision in &asked {
        let by = decision.needed_by.map(|by| w.date(by));
        blocks.push(make::body(Rich::none().strong(w.by_date(by.as_deref())).with(cx.said(&decision.decision))));
        if let Some(if_not) = &decision.if_not {
            blocks.push(make::body(Rich::none().strong(w.if_not()).with(cx.said(if_not))));
        }
    }
    if asked.is_empty() {
        blocks.push(make::body(w.asks_in_short(0, None)));
    }
    make::panel(PanelLook::Ask, blocks)
}
