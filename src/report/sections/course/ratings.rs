//! The ratings of every measure as they were told: a row of shapes each.

use super::{
    super::{Cx, annex_tables, paths},
    ends, has_figures, step,
};
use crate::{
    disclosure::published::{MemoryShown, RatingShown, TrendPointShown, TrendShown},
    report::{
        block::{Block, Chart, Plot, RatingsCell, RatingsPlot, RatingsRow},
        wording::Short,
    },
    returns::approach::results::Rag,
};

/// The ratings of every measure that was rated once.
pub(super) fn chart(cx: &Cx<'_>, memory: &MemoryShown) -> Option<Block> {
    let w = cx.w;
    let [first, last] = ends(cx, memory)?;
    let is_rated = |trend: &&TrendShown| {
        trend
            .points
            .iter()
            .any(|point| matches!(point.rating, Some(RatingShown::Rated(Rag::Green | Rag::Amber | Rag::Red))))
    };
    let rows: Vec<RatingsRow> = memory
        .measures
        .iter()
        .filter(is_rated)
        .map(|trend| RatingsRow {
            name: trend.title.text.clone(),
            cells: trend.points.iter().map(|point| rating(cx, point)).collect(),
        })
        .collect();
    let first_table = memory.measures.iter().position(has_figures)?;
    let table = annex_tables::number(cx, annex_tables::Kind::Course(first_table));
    let [headline, subtitle, note] = w.ratings_chart(&first, &last);
    let [what, data] = w.ratings_alt(rows.len(), &first, &last, &table);
    (!rows.is_empty()).then(|| {
        Block::Chart(Box::new(Chart {
            anchor: "chart-ratings".to_owned(),
            headline: headline.into(),
            subtitle: subtitle.into(),
            alt: paths::alt_text(&what, &[], &data),
            plot: Plot::Ratings(RatingsPlot {
                steps: memory.quarters.iter().map(|quarter| step(cx, *quarter)).collect(),
                rows,
            }),
            note: note.into(),
            table: None,
        }))
    })
}

fn rating(cx: &Cx<'_>, point: &TrendPointShown) -> RatingsCell {
    match point.rating {
        Some(RatingShown::Rated(rag)) => RatingsCell {
            words: cx.w.rating_word(rag).to_owned(),
            mark: Some(cx.w.rating(cx.published.audience, rag).mark),
        },
        Some(RatingShown::Hidden) => RatingsCell { words: Short::Confidential.mark().to_owned(), mark: None },
        None => RatingsCell { words: Short::NotAvailable.mark().to_owned(), mark: None },
    }
}
