//! Whether a series of figures varies as it always does: the control chart and the run chart. Knows numbers only.
//!
//! Ten points or more make a control chart of individual values (XmR): the mean of all points, and limits at the mean
//! ± 2.66 × the mean moving range. The factor is 3 ÷ 1.128, where 1.128 is d₂, the expected range of two normal values in
//! standard deviations. Source: Shewhart, Economic control of quality of manufactured product, 1931; Wheeler,
//! Understanding variation, 2nd edition 2000.
//!
//! Three to nine points make a run chart round their median, which has no limits. Source: Perla, Provost and Murray, The
//! run chart: a simple analytical tool for learning from variation in healthcare processes, BMJ Quality & Safety 20, 2011.
//! Fewer points are only told.
//!
//! The four signals are those of the English health service's programme Making Data Count, as its own code has them
//! (NHS-R community, `NHSRplotthedots`, `ptd_calculate_point_type`): a point outside the limits; 7 points in a row on one
//! side of the centre; 7 points in a row each higher, or each lower, than the one before; 2 of 3 points in a row in the
//! outer third between centre and limit, all 3 on the same side. A run chart has the second and the third.
//!
//! What we settled: no point is screened out as an outlier, limits come from every point of their stretch, and a point on
//! the centre, as one without a number, breaks a run. Where no figure can be below zero or above a hundred, a limit that
//! would be is left out, and no signal on that side uses it.

use rust_decimal::Decimal;

use super::choice::choice;
use crate::order;

choice! {
    /// What is more than the usual ups and downs.
    SignalKind {
        Outside = "outside",
        Run = "run",
        Trend = "trend",
        NearLimit = "near_limit",
    }
    /// On which side of the centre; of a trend, which way it goes.
    Side {
        Above = "above",
        Below = "below",
    }
}

/// How a series reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// One stretch, or several where the chart begins anew at a marked change.
    pub stretches: Vec<Stretch>,
    /// Every signal, by point and then by kind.
    pub signals: Vec<Signal>,
}

/// Points that share a centre and limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its first point, from 0.
    pub from: usize,
    /// The point after its last.
    pub to: usize,
    /// The mean; of a run chart, the median. Unrounded.
    pub centre: Decimal,
    /// The mean moving range and the limits; `None` in a run chart.
    pub limits: Option<Limits>,
}

/// The limits of a control chart, unrounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The mean of the differences between neighbours, without their sign.
    pub moving_range: Decimal,
    /// The lower limit; `None` where no figure could be so low.
    pub lower: Option<Decimal>,
    /// The upper limit; `None` where no figure could be so high.
    pub upper: Option<Decimal>,
}

/// A signal at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// The point, from 0.
    pub at: usize,
    /// Which signal.
    pub kind: SignalKind,
    /// On which side.
    pub side: Side,
}

/// Between which numbers every figure of a measure lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    /// No figure is lower.
    pub least: Option<Decimal>,
    /// No figure is higher.
    pub most: Option<Decimal>,
}

/// From so many points on, a series has limits.
pub const POINTS_FOR_LIMITS: usize = 10;
/// From so many points on, a series has a median.
pub const POINTS_FOR_A_MEDIAN: usize = 3;
/// So many points in a row are a run, or a trend.
const IN_A_ROW: usize = 7;
/// 3 ÷ d₂, in hundredths, as the literature rounds it.
const FACTOR: Decimal = Decimal::from_parts(266, 0, 0, false, 2);

/// Reads a series at even steps, oldest first; `None` where it has too few points. `changes` are the points at which
/// something happened that may have moved it: the chart begins anew there if 10 points stand on both sides.
pub fn read(values: &[Option<Decimal>], changes: &[usize], bounds: Bounds) -> Option<Reading> {
    let count = values.iter().flatten().count();
    if count < POINTS_FOR_A_MEDIAN {
        return None;
    }
    let mut stretches = Vec::new();
    for (from, to) in spans(values, changes) {
        stretches.push(stretch(&values[from..to], from, bounds)?);
    }
    let mut signals: Vec<Signal> = stretches.iter().flat_map(|stretch| signals(values, stretch)).collect();
    order::by_key(&mut signals, |signal| (signal.at, signal.kind));
    Some(Reading { stretches, signals })
}

/// The middle value, or the mean of the two middle ones.
pub fn median(values: &[Decimal]) -> Option<Decimal> {
    let mut sorted = values.to_vec();
    order::by(&mut sorted, Ord::cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    upper.checked_add(sorted[middle - 1])?.checked_div(Decimal::TWO)
}

/// Where the chart begins anew, as first points and points after the last.
fn spans(values: &[Option<Decimal>], changes: &[usize]) -> Vec<(usize, usize)> {
    let enough = |part: &[Option<Decimal>]| part.iter().flatten().count() >= POINTS_FOR_LIMITS;
    let mut changes: Vec<usize> = changes.iter().copied().filter(|&at| at < values.len()).collect();
    changes.sort_unstable();
    let mut spans = Vec::new();
    let mut from = 0;
    for at in changes {
        if at > from && enough(&values[from..at]) && enough(&values[at..]) {
            spans.push((from, at));
            from = at;
        }
    }
    spans.push((from, values.len()));
    spans
}

/// The centre and limits of one stretch. `None` only where numbers are too large to add up.
fn stretch(values: &[Option<Decimal>], from: usize, bounds: Bounds) -> Option<Stretch> {
    let numbers: Vec<Decimal> = values.iter().copied().flatten().collect();
    let to = from + values.len();
    let ranges: Vec<Decimal> =
        values.windows(2).filter_map(|pair| Some((pair[1]?.checked_sub(pair[0]?))?.abs())).collect();
    if numbers.len() < POINTS_FOR_LIMITS || ranges.is_empty() {
        return Some(Stretch { from, to, centre: median(&numbers)?, limits: None });
    }
    let centre = mean(&numbers)?;
    let moving_range = mean(&ranges)?;
    let reach = moving_range.checked_mul(FACTOR)?;
    let lower = centre.checked_sub(reach).filter(|lower| bounds.least.is_none_or(|least| *lower >= least));
    let upper = centre.checked_add(reach).filter(|upper| bounds.most.is_none_or(|most| *upper <= most));
    Some(Stretch { from, to, centre, limits: Some(Limits { moving_range, lower, upper }) })
}

fn mean(numbers: &[Decimal]) -> Option<Decimal> {
    let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))?;
    sum.checked_div(Decimal::from(numbers.len()))
}

/// The signals of one stretch.
fn signals(values: &[Option<Decimal>], stretch: &Stretch) -> Vec<Signal> {
    let points = &values[stretch.from..stretch.to];
    let sides: Vec<Option<Side>> =
        points.iter().map(|value| value.and_then(|value| side_of(value, stretch.centre))).collect();
    let mut found = Vec::new();
    let mut add = |at: usize, kind, side| found.push(Signal { at: stretch.from + at, kind, side });
    if let Some(limits) = stretch.limits {
        for (at, value) in points.iter().enumerate() {
            if let Some(side) = value.and_then(|value| outside(value, limits)) {
                add(at, SignalKind::Outside, side);
            }
        }
        for (at, side) in near_limit(points, &sides, stretch.centre, limits) {
            add(at, SignalKind::NearLimit, side);
        }
    }
    for (at, side) in in_a_row(&sides, IN_A_ROW) {
        add(at, SignalKind::Run, side);
    }
    // Seven points have six steps between them; both ends of each step of a trend belong to it.
    let steps: Vec<Option<Side>> = points.windows(2).map(|pair| side_of(pair[1]?, pair[0]?)).collect();
    let mut trend: Vec<Option<Side>> = vec![None; points.len()];
    for (at, side) in in_a_row(&steps, IN_A_ROW - 1) {
        trend[at] = trend[at].or(Some(side));
        trend[at + 1] = Some(side);
    }
    for (at, side) in trend.into_iter().enumerate() {
        if let Some(side) = side {
            add(at, SignalKind::Trend, side);
        }
    }
    found
}

fn side_of(value: Decimal, centre: Decimal) -> Option<Side> {
    match value.cmp(&centre) {
        std::cmp::Ordering::Greater => Some(Side::Above),
        std::cmp::Ordering::Less => Some(Side::Below),
        std::cmp::Ordering::Equal => None,
    }
}

fn outside(value: Decimal, limits: Limits) -> Option<Side> {
    if limits.upper.is_some_and(|upper| value > upper) {
        return Some(Side::Above);
    }
    limits.lower.filter(|lower| value < *lower).map(|_| Side::Below)
}

/// Everything that belongs to at least so many of the same side in a row.
fn in_a_row(sides: &[Option<Side>], least: usize) -> Vec<(usize, Side)> {
    let mut found = Vec::new();
    let mut from = 0;
    for run in sides.chunk_by(|before, after| before == after) {
        if let (Some(side), true) = (run[0], run.len() >= least) {
            found.extend((from..from + run.len()).map(|at| (at, side)));
        }
        from += run.len();
    }
    found
}

/// The points in the outer third that are two of three in a row, all three on one side.
fn near_limit(
    points: &[Option<Decimal>],
    sides: &[Option<Side>],
    centre: Decimal,
    limits: Limits,
) -> Vec<(usize, Side)> {
    let is_near = |value: Option<Decimal>, side: Side| {
        let limit = match side {
            Side::Above => limits.upper,
            Side::Below => limits.lower,
        };
        // Past two thirds of the way from the centre to the limit.
        let (Some(value), Some(limit)) = (value, limit) else { return false };
        limit != centre && (value - centre).abs() * Decimal::from(3) > (limit - centre).abs() * Decimal::TWO
    };
    let mut flagged: Vec<Option<Side>> = vec![None; points.len()];
    for at in 0..points.len().saturating_sub(2) {
        let Some(side) = sides[at] else { continue };
        if sides[at..at + 3].iter().any(|other| *other != Some(side)) {
            continue;
        }
        let near: Vec<usize> = (at..at + 3).filter(|&at| is_near(points[at], side)).collect();
        if near.len() >= 2 {
            for at in near {
                flagged[at] = Some(side);
            }
        }
    }
    flagged.into_iter().enumerate().filter_map(|(at, side)| Some((at, side?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Bounds = Bounds { least: None, most: None };

    fn series(values: &[i64]) -> Vec<Option<Decimal>> {
        values.iter().map(|&value| Some(Decimal::from(value))).collect()
    }

    fn at(reading: &Reading, kind: SignalKind, side: Side) -> Vec<usize> {
        reading.signals.iter().filter(|s| (s.kind, s.side) == (kind, side)).map(|s| s.at).collect()
    }

    fn rounded(number: Decimal) -> String {
        number.round_dp(2).to_string()
    }

    /// Days to a named worker, April 2025 to September 2026, of the worked example.
    const DAYS: [i64; 18] = [11, 12, 10, 11, 13, 12, 11, 12, 12, 11, 12, 9, 8, 8, 7, 8, 7, 7];

    #[test]
    fn the_worked_example_reads_as_it_was_computed_by_script() {
        let reading = read(&series(&DAYS), &[11], FREE).unwrap();
        let [stretch] = reading.stretches.as_slice() else { panic!("11 points before the change and 7 after") };
        let limits = stretch.limits.unwrap();
        assert_eq!(rounded(stretch.centre), "10.06");
        assert_eq!(rounded(limits.moving_range), "1.06");
        assert_eq!(limits.lower.map(rounded).as_deref(), Some("7.24"));
        assert_eq!(limits.upper.map(rounded).as_deref(), Some("12.87"));
        assert_eq!(at(&reading, SignalKind::Outside, Side::Above), [4]);
        assert_eq!(at(&reading, SignalKind::Outside, Side::Below), [14, 16, 17]);
        assert_eq!(at(&reading, SignalKind::Run, Side::Below), [11, 12, 13, 14, 15, 16, 17]);
        assert_eq!(at(&reading, SignalKind::Run, Side::Above), [3, 4, 5, 6, 7, 8, 9, 10]);
        assert_eq!(at(&reading, SignalKind::NearLimit, Side::Above), [4, 5, 7, 8, 10]);
        assert_eq!(at(&reading, SignalKind::NearLimit, Side::Below), [12, 13, 14, 15, 16, 17]);
        assert_eq!(at(&reading, SignalKind::Trend, Side::Below), [0_usize; 0]);
    }

    #[test]
    fn the_limits_are_those_of_the_package_the_rules_come_from() {
        // NHSRplotthedots, vignette “Deviations from Excel defaults”: with outliers left in, as we leave them in, the
        // mean of these 18 points is 1.94; and its upper limit 6.95.
        let reading = read(&series(&[1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]), &[], FREE).unwrap();
        let stretch = &reading.stretches[0];
        assert_eq!(rounded(stretch.centre), "1.94");
        let limits = stretch.limits.unwrap();
        assert_eq!(limits.moving_range, Decimal::from(32) / Decimal::from(17));
        assert_eq!(limits.upper.map(rounded).as_deref(), Some("6.95"));
        assert_eq!(at(&reading, SignalKind::Outside, Side::Above), [4]);
    }

    #[test]
    fn nine_points_have_a_median_and_two_have_nothing() {
        assert_eq!(read(&series(&[4, 5]), &[], FREE), None);
        let reading = read(&series(&[4, 9, 5]), &[], FREE).unwrap();
        assert_eq!((reading.stretches[0].centre, reading.stretches[0].limits), (Decimal::from(5), None));
        assert_eq!(
            median(&[Decimal::from(4), Decimal::from(1), Decimal::from(3), Decimal::from(2)]),
            Some(Decimal::new(25, 1))
        );
        assert_eq!(median(&[]), None);
        assert!(read(&series(&DAYS[..9]), &[], FREE).unwrap().stretches[0].limits.is_none());
        assert!(read(&series(&DAYS[..10]), &[], FREE).unwrap().stretches[0].limits.is_some());
    }

    #[test]
    fn a_chart_begins_anew_where_ten_points_stand_on_both_sides() {
        let mut values = vec![10, 12, 10, 12, 10, 12, 10, 12, 10, 12];
        values.extend([20, 22, 20, 22, 20, 22, 20, 22, 20]);
        assert_eq!(read(&series(&values), &[10], FREE).unwrap().stretches.len(), 1, "9 after it");
        values.push(22);
        let reading = read(&series(&values), &[10], FREE).unwrap();
        let centres: Vec<Decimal> = reading.stretches.iter().map(|stretch| stretch.centre).collect();
        assert_eq!(centres, [Decimal::from(11), Decimal::from(21)]);
        assert!(reading.signals.is_empty(), "neither half has a signal of its own: {:?}", reading.signals);
    }

    #[test]
    fn a_trend_is_seven_points_and_six_are_none() {
        let seven = read(&series(&[9, 1, 2, 3, 4, 5, 6, 7, 7]), &[], FREE).unwrap();
        assert_eq!(at(&seven, SignalKind::Trend, Side::Above), [1, 2, 3, 4, 5, 6, 7]);
        let six = read(&series(&[9, 1, 2, 3, 4, 5, 6, 6]), &[], FREE).unwrap();
        assert!(at(&six, SignalKind::Trend, Side::Above).is_empty());
    }

    #[test]
    fn a_point_on_the_mean_or_without_a_number_breaks_a_run() {
        // The mean of these is 10; six above, one on it, one above.
        let values = [11, 11, 11, 11, 11, 11, 10, 11, 8, 8, 8, 9];
        let reading = read(&series(&values), &[], FREE).unwrap();
        assert_eq!(reading.stretches[0].centre, Decimal::from(10));
        assert!(at(&reading, SignalKind::Run, Side::Above).is_empty());
        let mut gap = series(&DAYS);
        gap[14] = None;
        let reading = read(&gap, &[], FREE).unwrap();
        assert!(at(&reading, SignalKind::Run, Side::Below).is_empty());
    }

    #[test]
    fn a_limit_no_figure_could_reach_is_left_out() {
        let values = series(&[0, 9, 1, 8, 0, 9, 2, 7, 0, 9]);
        let bounds = Bounds { least: Some(Decimal::ZERO), most: Some(Decimal::from(20)) };
        let limits = read(&values, &[], bounds).unwrap().stretches[0].limits.unwrap();
        assert_eq!((limits.lower, limits.upper), (None, None));
        assert!(read(&values, &[], FREE).unwrap().stretches[0].limits.unwrap().lower.is_some());
    }

    #[test]
    fn points_that_are_all_the_same_have_no_signal() {
        assert!(read(&series(&[5; 12]), &[], FREE).unwrap().signals.is_empty());
    }
}
