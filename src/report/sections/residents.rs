//! What residents say: their verdict on each promise beside ours, and their reporters' own words.

use super::{Cx, communities, grid::Grid, make};
use crate::report::{
    block::{Block, Rich, SectionRank},
    outline::Part,
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let blocks = match &cx.published.community {
        None => vec![make::body(w.nothing_on(Part::Communities))],
        Some(community) => {
            let statement = communities::statement(cx, community).into_iter().collect();
            let promises: Vec<Block> = promises(cx).into_iter().collect();
            vec![make::columns(vec![(7, promises), (5, statement)])]
        }
    };
    vec![make::section("what-residents-say", w.briefing_headings().residents, SectionRank::Full, blocks)]
}

fn promises(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let promises = &cx.published.community.as_ref()?.promises;
    if promises.is_empty() {
        return None;
    }
    let verdicts: Vec<_> = promises.iter().map(|promise| promise.verdict).collect();
    let [promise, residents, we] = w.residents_heads();
    let columns = vec![make::words(promise, 54), make::words(residents, 23), make::words(we, 23)];
    let caption = w.verdicts(&verdicts);
    let mut table =
        Grid::new(w, "table-promises", caption.trim_end_matches('.'), columns).subtitle(w.residents_subtitle());
    for promise in promises {
        let line = table
            .line()
            .words(cx.said(&promise.promise))
            .words(Rich::none().strong(w.verdict(promise.verdict)))
            .known(promise.partner_status.map(|status| w.partner_status(status)));
        table.add(line);
    }
    Some(table.block())
}
