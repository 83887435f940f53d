//! What the money was spent on: five parts at most, each for one household where their number is known.

use super::super::{Cx, grid::Grid, make};
use crate::{
    disclosure::published::{SpentShown, UnitSign},
    report::block::{Block, SectionRank},
};

pub(super) fn build(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let spent = cx.published.finance.as_ref().and_then(|finance| finance.spent.as_ref());
    let block = spent.map_or_else(|| make::body(w.nothing_spent_known()), |spent| told(cx, spent));
    make::section("what-we-spent", w.public_headings().spent, SectionRank::Full, vec![block])
}

fn told(cx: &Cx<'_>, spent: &SpentShown) -> Block {
    let w = cx.w;
    let pounds = |shown| w.bare(shown, UnitSign::Pounds);
    let each = spent.per_household.as_ref().and_then(pounds);
    let total = pounds(&spent.total);
    let caption = w.spent_caption(total.as_deref(), each.as_deref());
    if spent.parts.is_empty() {
        return make::body(format!("{caption}."));
    }
    let households = cx.published.header.main_place.as_ref().and_then(|place| Some(w.whole(place.households?)));
    let for_each = households.filter(|_| spent.parts.iter().all(|part| part.per_household.is_some()));
    let (subtitle, [what, amount]) = w.spent_table(total.as_deref(), for_each.as_deref());
    let columns = vec![make::words(what, 60), make::numbers(amount)];
    let mut table = Grid::new(w, "table-spent", caption, columns).subtitle(subtitle).tight();
    for part in &spent.parts {
        let shown = part.per_household.as_ref().filter(|_| for_each.is_some()).unwrap_or(&part.amount);
        let line = table.line().words(w.spent_part(&part.lines)).figure(shown, UnitSign::None);
        table.add(line);
    }
    table.block()
}
