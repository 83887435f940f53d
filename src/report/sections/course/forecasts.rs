//! What was forecast, and what came of it.

use super::super::{Cx, grid::Grid, make};
use crate::{
    disclosure::published::{MemoryShown, Shown, UnitSign},
    report::block::Block,
    returns::{Period, Quarter},
};

/// The forecast made after six months beside the figure at the end of the year, year by year.
pub(super) fn table(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let w = cx.w;
    let (caption, subtitle, [measure, year, forecast, figure, difference]) = w.forecasts_table();
    let columns = vec![
        make::words(measure, 46),
        make::words(year, 18),
        make::numbers(forecast),
        make::numbers(figure),
        make::numbers(difference),
    ];
    let mut table = Grid::new(w, "table-forecasts", caption, columns).subtitle(subtitle);
    let mut any = false;
    for trend in &memory.measures {
        let sign = trend.unit.sign;
        for point in &trend.points {
            let Some((of, Quarter::Q4)) = point.quarter.as_quarter() else { continue };
            let half = Period::of_quarter(of, Quarter::Q2);
            let then = trend.points.iter().find(|then| then.quarter == half);
            let then = then.and_then(|then| then.forecast.as_ref()).filter(|then| then.number().is_some());
            let Some((then, now)) = then.zip(point.figure.as_ref()) else { continue };
            let Some((forecast, outturn)) = then.number().zip(now.number()) else { continue };
            let off = outturn.get() - forecast.get();
            let places = off.scale();
            let off = crate::disclosure::published::Number::rounded(off, places);
            any = true;
            let line = table
                .line()
                .words(cx.said(&trend.title))
                .words(w.financial_year(of))
                .figure(then, sign)
                .figure(now, sign)
                .signed(&Shown::Number { value: off, mark: None }, UnitSign::None);
            table.add(line);
        }
    }
    any.then(|| table.block())
}
