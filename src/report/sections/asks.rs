//! Who is asked to decide what, and what comes first next quarter.

use super::{Cx, grid::Grid, make};
use crate::order;
use crate::{
    report::{
        block::{Block, Marker, Rich},
        outline::Part,
    },
    returns::{FinancialYear, Quarter},
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let decisions = decisions(cx);
    let priorities = &cx.published.next_priorities;
    if decisions.is_none() && priorities.is_empty() {
        return vec![cx.part(Part::Asks, Vec::new())];
    }
    let mut blocks: Vec<Block> = decisions.into_iter().collect();
    if priorities.is_empty() {
        blocks.push(make::body(cx.w.no_priorities()));
    } else {
        blocks.push(make::heading(cx.w.priorities(&next_quarter(cx))));
        blocks.push(make::list(Marker::Number, priorities.iter().map(|priority| cx.said(priority)).collect()));
    }
    vec![cx.part(Part::Asks, blocks)]
}

/// By date, the soonest first; those without a date last.
fn decisions(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let mut decisions: Vec<_> = cx.published.decisions.iter().collect();
    if decisions.is_empty() {
        return None;
    }
    order::by_key(&mut decisions, |decision| (decision.needed_by.is_none(), decision.needed_by));
    let (caption, [who, what, by, if_not]) = w.decisions_table(decisions.len());
    let columns = vec![make::words(who, 16), make::words(what, 42), make::words(by, 14), make::words(if_not, 28)];
    let mut table = Grid::new(w, "table-decisions", caption, columns);
    for decision in decisions {
        let options: Vec<Rich> = decision.options.iter().map(|option| cx.said(option)).collect();
        let instead = options.into_iter().fold(Rich::none(), |words, option| {
            let lead = if words.is_empty() { w.instead() } else { " " };
            words.and(lead).with(option)
        });
        let line = table
            .line()
            .known(decision.asked_of.map(|asked| w.asked_of(asked)))
            .words(cx.said(&decision.decision))
            .by(instead)
            .known(decision.needed_by.map(|by| w.short_date(by)))
            .known(decision.if_not.as_ref().map(|if_not| cx.said(if_not)));
        table.add(line);
    }
    Some(table.block())
}

/// The months of the quarter after this one.
fn next_quarter(cx: &Cx<'_>) -> String {
    let header = &cx.published.header;
    let year = header.financial_year;
    let (year, quarter) = match header.quarter {
        Quarter::Q1 => (year, Quarter::Q2),
        Quarter::Q2 => (year, Quarter::Q3),
        Quarter::Q3 => (year, Quarter::Q4),
        Quarter::Q4 => {
            let next = u16::try_from(year.first_year() + 1).unwrap_or(u16::MAX - 1);
            (FinancialYear::starting(next), Quarter::Q1)
        }
    };
    cx.w.quarter_months(year, quarter)
}
