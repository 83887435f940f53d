//! Breakdowns that add up over quarters: what came since the last report is a figure too.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{Cell, Suppression, Thresholds};
use crate::returns::{
    People, Quantity, QuarterlyReturn,
    approach::results::{Breakdown, BreakdownGroup, Counting, ResultMeasure},
};

/// The breakdowns whose figures hold those of an earlier report that nobody named.
pub(super) fn without_history(filed: &QuarterlyReturn) -> BTreeSet<(usize, usize)> {
    if is_first(filed) {
        return BTreeSet::new();
    }
    let opens_the_year = filed.header.period.quarter.number() == 1;
    let mut found = BTreeSet::new();
    for (result, measure) in filed.results.iter().enumerate() {
        let adds_up = match measure.counting {
            Some(Counting::CumulativeSinceStart) => true,
            // What is counted since 1 April starts again in April.
            Some(Counting::CumulativeYearToDate) => !opens_the_year,
            Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => false,
        };
        if adds_up && measure.counted().is_protected() {
            found.extend((0..measure.breakdowns.len()).map(|breakdown| (result, breakdown)));
        }
    }
    found
}

/// Whether a return is of the quarter just after another.
pub(super) fn follows(filed: &QuarterlyReturn, last: &QuarterlyReturn) -> bool {
    let index = |of: &QuarterlyReturn| of.header.period.period().quarter_index();
    index(last).map(|index| index + 1) == index(filed)
}

/// Whether this is the partnership's first return: it says so, or it began in this quarter.
fn is_first(filed: &QuarterlyReturn) -> bool {
    match &filed.header.previous_return {
        Some(previous) => previous.as_str() == "none_first_return",
        None => filed.partnership.started_on.is_some_and(|started| started >= filed.header.period.first_day()),
    }
}

/// Rounds each breakdown in which a printed group grew by a few people since the last printed figure. Where so few groups
/// are printed that their exact total would undo the rounding, they are hidden.
pub(super) fn bind(
    filed: &QuarterlyReturn,
    decided: &mut Suppression,
    last: &QuarterlyReturn,
    then: &Suppression,
    thresholds: Thresholds,
) {
    let same_year = last.header.period.financial_year == filed.header.period.financial_year;
    for (result, measure) in filed.results.iter().enumerate() {
        let adds_up = match measure.counting {
            Some(Counting::CumulativeSinceStart) => true,
            Some(Counting::CumulativeYearToDate) => same_year,
            Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => false,
        };
        let before = last.results.iter().enumerate().find(|(_, before)| before.id == measure.id);
        let (true, true, Some((old_result, old_measure))) = (adds_up, measure.counted().is_protected(), before) else {
            continue;
        };
        let threshold = if measure.counted().is_opinion() { thresholds.opinions } else { thresholds.people };
        for (index, breakdown) in measure.breakdowns.iter().enumerate() {
            let Some((old_index, old)) = same_breakdown(old_measure, breakdown) else { continue };
            // What is out is rounded already, so an exact figure tells no difference. Rounded only because what came before
            // it is not at hand, it may have been printed exactly.
            if then.rounds(old_result, old_index) && !then.cumulative_without_history() {
                continue;
            }
            let grew_by_few = breakdown.groups.iter().enumerate().any(|(group, now)| {
                let before = old.groups.iter().enumerate().find(|(_, before)| is_same(now, before));
                before.is_some_and(|(old_group, before)| {
                    !decided.hides(Cell::Group(result, index, group))
                        && !then.hides(Cell::Group(old_result, old_index, old_group))
                        && differ_by_few(now, before, threshold)
                })
            });
            if grew_by_few {
                round(decided, result, index, breakdown);
            }
        }
    }
}

fn round(decided: &mut Suppression, result: usize, index: usize, breakdown: &Breakdown) {
    let cells = (0..breakdown.groups.len()).map(|group| Cell::Group(result, index, group));
    if breakdown.groups.len() < 3 {
        decided.hidden.extend(cells);
    } else {
        decided.rounded.insert((result, index));
    }
}

fn same_breakdown<'a>(measure: &'a ResultMeasure, breakdown: &Breakdown) -> Option<(usize, &'a Breakdown)> {
    let mut breakdowns = measure.breakdowns.iter().enumerate();
    breakdowns.find(|(_, old)| old.by == breakdown.by && old.label == breakdown.label)
}

fn is_same(now: &BreakdownGroup, before: &BreakdownGroup) -> bool {
    now.place == before.place && now.label == before.label
}

/// Whether any count of a group differs from the earlier one by a few.
fn differ_by_few(now: &BreakdownGroup, before: &BreakdownGroup, threshold: u64) -> bool {
    let counts = |group: &BreakdownGroup| {
        let figure = group.value.as_ref();
        let value = figure.and_then(|figure| figure.value).map(Quantity::get);
        let part = group.numerator.or(figure.and_then(|figure| figure.numerator)).map(People::decimal);
        let whole = group.denominator.or(figure.and_then(|figure| figure.denominator)).map(People::decimal);
        let rest = whole.zip(part).map(|(whole, part)| whole - part);
        if whole.is_some() { [None, part, whole, rest] } else { [value, part, None, None] }
    };
    counts(now).into_iter().zip(counts(before)).any(|(now, before)| {
        let difference = now.zip(before).map(|(now, before)| (now - before).abs());
        difference.is_some_and(|few| few > Decimal::ZERO && few < Decimal::from(threshold))
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Profile, decide};
    use super::*;
    use crate::returns::{DisclosureSettings, History};

    const SALTMERE: &str = include_str!("../../../fixtures/valid/saltmere-2026-27-q2/return.json");

    fn quarters(earlier: [u32; 4]) -> (QuarterlyReturn, History) {
        let filed: QuarterlyReturn = serde_json::from_str(SALTMERE).unwrap();
        let mut before = filed.clone();
        before.header.period = serde_json::from_str(r#"{"financial_year": "2026-27", "quarter": "Q1"}"#).unwrap();
        for (group, value) in before.results[0].breakdowns[0].groups.iter_mut().zip(earlier) {
            group.value = serde_json::from_str(&value.to_string()).unwrap();
        }
        (filed, History::of(vec![before]))
    }

    fn members(quarters: &(QuarterlyReturn, History)) -> Suppression {
        let profile = Profile::members(&quarters.0, DisclosureSettings::default());
        decide(&quarters.0, &profile, &quarters.1)
    }

    #[test]
    fn with_the_earlier_quarter_at_hand_breakdowns_are_exact() {
        let decided = members(&quarters([20, 20, 10, 2]));
        assert!(!decided.rounds(0, 0) && !decided.cumulative_without_history());
    }

    #[test]
    fn a_group_that_grew_by_a_few_rounds_its_breakdown_in_every_profile() {
        let quarters = quarters([38, 20, 10, 2]);
        assert!(members(&quarters).rounds(0, 0));
        let profile = Profile::funder(&quarters.0, DisclosureSettings::default());
        assert!(decide(&quarters.0, &profile, &quarters.1).rounds(0, 0));
    }

    #[test]
    fn a_quarter_that_is_not_at_hand_rounds_what_adds_up() {
        let (mut filed, history) = quarters([20, 20, 10, 2]);
        filed.header.period = serde_json::from_str(r#"{"financial_year": "2026-27", "quarter": "Q3"}"#).unwrap();
        let decided = members(&(filed, history));
        assert!(decided.rounds(0, 0) && decided.cumulative_without_history());
    }

    #[test]
    fn what_may_have_been_printed_exactly_binds() {
        let (filed, history) = quarters([38, 20, 10, 2]);
        let mut spring = history.earlier()[0].clone();
        spring.header.period = serde_json::from_str(r#"{"financial_year": "2025-26", "quarter": "Q4"}"#).unwrap();
        let mut april = history.earlier()[0].clone();
        for measure in &mut april.results {
            measure.counting = Some(Counting::CumulativeSinceStart);
        }
        let mut filed = filed;
        for measure in &mut filed.results {
            measure.counting = Some(Counting::CumulativeSinceStart);
        }
        // April’s own return is rounded here, for want of what came before; in its time it may have been exact.
        assert!(members(&(filed.clone(), History::of(vec![april.clone()]))).rounds(0, 0));
        assert!(members(&(filed, History::of(vec![spring, april]))).rounds(0, 0));
    }

    #[test]
    fn a_hidden_group_may_have_grown_by_a_few() {
        assert!(!members(&quarters([20, 20, 20, 2])).rounds(0, 0));
    }
}
