//! Measures of results: their order, their message, the counts of their ratings.

use super::Cx;
use crate::order;
use crate::{
    disclosure::published::{MeasureShown, RatingShown, Shown},
    returns::{
        Period,
        approach::results::{MeasureLevel, Rag},
    },
};

/// Worst first. A measure whose rating is hidden keeps the order of the return, at the end: nothing is sorted by what
/// is hidden.
pub(super) fn worst_first<'a>(measures: impl IntoIterator<Item = &'a MeasureShown>) -> Vec<&'a MeasureShown> {
    let mut measures: Vec<_> = measures.into_iter().collect();
    order::by_key(&mut measures, |measure| match measure.rating {
        RatingShown::Rated(Rag::Red) => 0,
        RatingShown::Rated(Rag::Amber) => 1,
        RatingShown::Rated(Rag::Green) => 2,
        RatingShown::Rated(Rag::NotRated | Rag::NotDue) => 3,
        RatingShown::Hidden => 4,
    });
    measures
}

/// Whether it is about everybody in the place, and so no measure of the partnership.
pub(super) fn is_population(measure: &MeasureShown) -> bool {
    match measure.level {
        Some(MeasureLevel::Population) => true,
        Some(MeasureLevel::Performance) | None => false,
    }
}

/// The partnership's own measures, worst first.
pub(super) fn own<'a>(cx: &Cx<'a>) -> Vec<&'a MeasureShown> {
    worst_first(cx.published.results.iter().filter(|measure| !is_population(measure)))
}

/// How many measures have which rating, on track first.
pub(super) fn rating_counts(cx: &Cx<'_>) -> Vec<(Rag, usize)> {
    let count = |rag| cx.published.results.iter().filter(|measure| measure.rating == RatingShown::Rated(rag)).count();
    Rag::ALL.iter().map(|&rag| (rag, count(rag))).collect()
}

/// The measures with this rating, in the order of the return.
pub(super) fn rated<'a>(cx: &Cx<'a>, rag: Rag) -> Vec<&'a MeasureShown> {
    cx.published.results.iter().filter(|measure| measure.rating == RatingShown::Rated(rag)).collect()
}

/// The message of a measure, without a full stop: its figure against its path; or why there is none.
pub(super) fn message(cx: &Cx<'_>, measure: &MeasureShown) -> String {
    let w = cx.w;
    let header = &cx.published.header;
    let quarter = Period::of_quarter(header.financial_year, header.quarter);
    let period = measure.current.period.unwrap_or(quarter);
    match &measure.current.figure {
        Shown::Number { .. } => {
            let amount = w.amount(&measure.current.figure, &measure.unit).unwrap_or_default();
            let path = measure.current_path.as_ref().and_then(|path| w.bare(path, measure.unit.sign));
            if is_population(measure) { amount } else { w.against_path(&amount, path.as_deref()) }
        }
        Shown::NotAvailable { .. } => w.figure_missing(&w.period(period)),
        Shown::NotApplicable { .. } => w.figure_not_due().to_owned(),
        Shown::Hidden => w.figure_hidden().to_owned(),
    }
}

/// The same where the title stands before it: “201 against a path of 185”, its unit left to its title.
pub(super) fn brief(cx: &Cx<'_>, measure: &MeasureShown) -> String {
    let actual = cx.w.bare(&measure.current.figure, measure.unit.sign);
    let path = measure.current_path.as_ref().and_then(|path| cx.w.bare(path, measure.unit.sign));
    match (actual, path) {
        (Some(actual), Some(path)) => cx.w.against_path(&actual, Some(&path)),
        (Some(_) | None, _) => message(cx, measure),
    }
}

/// The counts behind a share (“131 of 168”), where both may be shown.
pub(super) fn counts_behind(cx: &Cx<'_>, figure: &crate::disclosure::published::PeriodShown) -> Option<String> {
    let number = |shown: &Option<Shown>| shown.as_ref().and_then(Shown::number).map(|number| cx.w.number(number));
    Some(cx.w.of(&number(&figure.numerator)?, &number(&figure.denominator)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(id: &str, rating: RatingShown) -> MeasureShown {
        let mut measure = super::super::tests::measure(id);
        measure.rating = rating;
        measure
    }

    #[test]
    fn the_worst_news_comes_first_and_hidden_ratings_keep_their_order_at_the_end() {
        let measures = [
            measure("R1", RatingShown::Hidden),
            measure("R2", RatingShown::Rated(Rag::Green)),
            measure("R3", RatingShown::Hidden),
            measure("R4", RatingShown::Rated(Rag::Red)),
            measure("R5", RatingShown::Rated(Rag::NotDue)),
            measure("R6", RatingShown::Rated(Rag::Amber)),
            measure("R7", RatingShown::Rated(Rag::NotRated)),
        ];
        let order: Vec<&str> = worst_first(&measures).iter().map(|measure| measure.id.as_str()).collect();
        assert_eq!(order, ["R4", "R6", "R2", "R5", "R7", "R1", "R3"]);
    }
}
