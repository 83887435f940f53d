//! What became of each promise: when it was due first, and where its day moved to.

use super::{
    super::{Cx, grid::Grid, make},
    months,
};
use crate::{
    disclosure::published::{MemoryShown, PromiseHistoryShown},
    report::block::{Block, Rich},
};

/// A row for each promise of these quarters.
pub(super) fn table(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
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
