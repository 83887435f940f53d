//! How a series reads: from the figures as they are shown, so that nothing hidden is in it.

use rust_decimal::Decimal;

use crate::{
    disclosure::published::{
        ChangeShown, LimitsShown, Number, PeriodShown, ReadingShown, Shown, SignalShown, StretchShown, Unit, UnitSign,
    },
    returns::control::{self, Bounds},
};

/// How the figures of a series read, and which marked changes they are read against.
pub(super) fn reading(series: &[PeriodShown], changes: &[ChangeShown], unit: &Unit) -> Option<ReadingShown> {
    let values: Vec<Option<Decimal>> = series.iter().map(|point| Some(point.figure.number()?.get())).collect();
    let at = |change: &ChangeShown| series.iter().position(|point| point.period == Some(change.at));
    let changes: Vec<usize> = changes.iter().filter_map(at).collect();
    let read = control::read(&values, &changes, bounds(&values, unit))?;
    // A mean is said with one more place than what it is the mean of, and limits of whole numbers with two.
    let places = values.iter().flatten().map(Decimal::scale).max().unwrap_or_default().max(1) + 1;
    let number = |number| Number::rounded(number, places);
    let stretches = read.stretches.iter().map(|stretch| StretchShown {
        from: stretch.from,
        to: stretch.to,
        centre: number(stretch.centre),
        limits: stretch.limits.map(|limits| LimitsShown {
            moving_range: number(limits.moving_range),
            lower: limits.lower.map(number),
            upper: limits.upper.map(number),
        }),
    });
    let signals = read.signals.iter().map(|signal| SignalShown { at: signal.at, kind: signal.kind, side: signal.side });
    Some(ReadingShown { stretches: stretches.collect(), signals: signals.collect() })
}

/// Counts, times and percentages are not below zero, and percentages of a whole not above a hundred. Where a figure of
/// the series is, the measure is of another kind.
fn bounds(values: &[Option<Decimal>], unit: &Unit) -> Bounds {
    let mut numbers = values.iter().flatten();
    let is_percent = unit.sign == UnitSign::Percent;
    Bounds {
        least: numbers.clone().all(|number| *number >= Decimal::ZERO).then_some(Decimal::ZERO),
        most: (is_percent && numbers.all(|number| *number <= Decimal::ONE_HUNDRED)).then_some(Decimal::ONE_HUNDRED),
    }
}

/// The 95% interval of a share in percent, from its counts as they are shown; `None` where one of them is not.
pub(super) fn share_interval(part: &Shown, whole: &Shown, places: u32) -> Option<(Shown, Shown)> {
    use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
    let count = |shown: &Shown| shown.number()?.get().to_u64();
    let (lower, upper) = crate::returns::interval::of_share(count(part)?, count(whole)?)?;
    let end = |end: f64| Some(super::raw::number(Decimal::from_f64(end * 100.0)?, places));
    Some((end(lower)?, end(upper)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: i64) -> Shown {
        super::super::raw::number(Decimal::from(number), 0)
    }

    #[test]
    fn shares_of_the_worked_example_have_their_intervals() {
        let ends = |part, whole| {
            let (lower, upper) = share_interval(&shown(part), &shown(whole), 1).unwrap();
            [lower, upper].map(|end| end.number().unwrap().get().to_string())
        };
        assert_eq!(ends(11, 38), ["17.0", "44.8"]);
        assert_eq!(ends(9, 26), ["19.4", "53.8"]);
        assert_eq!(share_interval(&Shown::Hidden, &shown(26), 1), None);
    }

    #[test]
    fn a_hidden_point_is_a_gap_and_nothing_is_worked_out_from_it() {
        let point = |figure| PeriodShown { period: None, figure, numerator: None, denominator: None, n: None };
        let unit = Unit { words: "days".to_owned(), sign: UnitSign::None };
        let series: Vec<PeriodShown> = [shown(4), Shown::Hidden, shown(9), shown(5)].map(point).to_vec();
        let read = reading(&series, &[], &unit).unwrap();
        assert_eq!(read.stretches[0].centre.get().to_string(), "5.00");
        assert_eq!(reading(&series[..2], &[], &unit), None);
    }
}
