//! Breakdowns that add up over quarters: what came since the last report is a figure too.

use std::collections::BTreeSet;

use super::{
    Before, Cell, Suppression, Thresholds,
    results::Counted,
    table::{Order, Row, Rule, TotalGivesAway, protect},
};
use crate::returns::{
    QuarterlyReturn,
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

/// Hides each group that was printed before and grew by a few people since: rounding it now would leave a reader who
/// has the exact figure of then with two values, or even one. With it go as many others as it takes to leave everybody
/// guessing who knows what was printed before, the total of today and these rules.
pub(super) fn bind(filed: &QuarterlyReturn, decided: &mut Suppression, before: &[&Before<'_>], thresholds: Thresholds) {
    if before.is_empty() {
        return;
    }
    for (result, measure) in filed.results.iter().enumerate().filter(|(_, measure)| measure.counted().is_protected()) {
        let threshold = if measure.counted().is_opinion() { thresholds.opinions } else { thresholds.people };
        for (index, breakdown) in measure.breakdowns.iter().enumerate() {
            let cells: Vec<Cell> = (0..breakdown.groups.len()).map(|group| Cell::Group(result, index, group)).collect();
            let rows: Vec<Grown> = breakdown
                .groups
                .iter()
                .zip(&cells)
                .map(|(group, cell)| {
                    let then = last_printed((filed, measure, breakdown, group), before);
                    Grown::since(&counts(measure, group), then, decided.hides(*cell))
                })
                .collect();
            // A single group is the whole, and the whole is the partnership's own to tell.
            if rows.len() == 1 && breakdown.overlapping != Some(true) {
                continue;
            }
            let hidden = hide_with_others(&rows, threshold, breakdown.overlapping == Some(true));
            decided.hidden.extend(cells.into_iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|(cell, _)| cell));
        }
    }
}

/// The counts of a group: its size, and for a share the part and the rest.
type GroupCounts = Vec<u64>;

/// A group, and by how much each of its counts grew since it was last printed; from nothing where it never was.
struct Grown {
    by: GroupCounts,
    was_printed: bool,
    is_hidden: bool,
    /// Whether it was never printed, or as nobody: where it is hidden, it is somebody, because nobody would be printed.
    from_nothing: bool,
}

impl Grown {
    fn since(now: &[u64], then: Option<GroupCounts>, is_hidden: bool) -> Self {
        let was_printed = then.is_some();
        let from_nothing = then.as_ref().is_none_or(|then| then.first() == Some(&0));
        let then = then.unwrap_or_else(|| vec![0; now.len()]);
        let by = now.iter().zip(then.iter().chain(std::iter::repeat(&0))).map(|(now, then)| now.abs_diff(*then));
        Self { by: by.collect(), was_printed, is_hidden, from_nothing }
    }

    fn size(&self) -> u64 {
        self.by.first().copied().unwrap_or_default()
    }

    fn grew_by_few(&self, threshold: u64) -> bool {
        self.was_printed && self.by.iter().any(|by| (1..threshold).contains(by))
    }
}

/// Which groups are hidden: those that grew by a few, and as many others as it takes until nobody can tell by how much any
/// of them grew. Growth is a table like any other, whose total is the growth of the whole. Groups that overlap share no
/// total, so each is hidden for itself.
fn hide_with_others(rows: &[Grown], threshold: u64, overlapping: bool) -> Vec<bool> {
    let forced: Vec<bool> = rows.iter().map(|row| row.is_hidden || row.grew_by_few(threshold)).collect();
    if overlapping || !forced.contains(&true) {
        return forced;
    }
    // A reader who knows the rules does not know which of the hidden rows grew by a few, unless they were hidden before.
    let before: Vec<Option<u64>> = rows.iter().map(|row| row.is_hidden.then(|| u64::from(row.from_nothing))).collect();
    let sizes: Vec<u64> = rows.iter().map(Grown::size).collect();
    let rule = Rule { threshold, order: Order::Smallest, preferred: None, forced: &before };
    let mut table: Vec<Row> = rows
        .iter()
        .zip(rule.small(&sizes))
        .zip(&forced)
        .enumerate()
        .map(|(at, ((row, small), forced))| Row {
            label: at.to_string(),
            size: row.size(),
            others: row.by.iter().skip(1).copied().collect(),
            hidden: small || *forced,
        })
        .collect();
    match protect(&mut table, rule) {
        Ok(_) => table.iter().map(|row| row.hidden).collect(),
        Err(TotalGivesAway) => vec![true; rows.len()],
    }
}

/// The groups that were hidden in an earlier quarter of the same running total. They stay so until it begins again, and the
/// others are chosen with that in mind: a total does not fall, so what one came to later is the most it can have been then,
/// and a rule that let some of them out would tell by whom it lets out.
pub(super) fn hidden_before<'a>(
    filed: &'a QuarterlyReturn,
    before: &'a [&Before<'_>],
) -> impl Iterator<Item = Cell> + use<'a> {
    let measures = filed.results.iter().enumerate().filter(|(_, measure)| measure.counted().is_protected());
    let breakdowns = measures.flat_map(|(result, measure)| {
        let breakdowns = measure.breakdowns.iter().enumerate();
        let parts = breakdowns.filter(|(_, breakdown)| breakdown.overlapping != Some(true));
        parts.map(move |(index, breakdown)| (result, index, measure, breakdown))
    });
    breakdowns.flat_map(move |(result, index, measure, breakdown)| {
        let groups = breakdown.groups.iter().enumerate();
        let stays = groups.filter(move |(_, group)| {
            before.iter().any(|earlier| was_hidden((filed, measure, breakdown, group), earlier))
        });
        stays.map(move |(group, _)| Cell::Group(result, index, group))
    })
}

fn was_hidden(
    (filed, measure, breakdown, group): (&QuarterlyReturn, &ResultMeasure, &Breakdown, &BreakdownGroup),
    earlier: &Before<'_>,
) -> bool {
    let Some((result, index, _, old)) = matching((filed, measure, breakdown), earlier) else { return false };
    let at = old.groups.iter().position(|old| old.place == group.place && old.label == group.label);
    at.is_some_and(|at| earlier.then.hides(Cell::Group(result, index, at)))
}

/// The breakdown of an earlier return whose figures are in those of this one: its places, its measure and itself.
fn matching<'a>(
    (filed, measure, breakdown): (&QuarterlyReturn, &ResultMeasure, &Breakdown),
    earlier: &Before<'a>,
) -> Option<(usize, usize, &'a ResultMeasure, &'a Breakdown)> {
    let same_year = earlier.filed.header.period.financial_year == filed.header.period.financial_year;
    let adds_up = match measure.counting {
        Some(Counting::CumulativeSinceStart) => true,
        // What is counted since 1 April starts again in April.
        Some(Counting::CumulativeYearToDate) => same_year,
        Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => false,
    };
    let mut measures = earlier.filed.results.iter().enumerate();
    let (result, old) = measures.find(|(_, old)| adds_up && old.id == measure.id)?;
    let mut breakdowns = old.breakdowns.iter().enumerate();
    let (index, groups) = breakdowns.find(|(_, old)| old.by == breakdown.by && old.label == breakdown.label)?;
    Some((result, index, old, groups))
}

/// The counts of a group when it was last printed.
fn last_printed(
    (filed, measure, breakdown, group): (&QuarterlyReturn, &ResultMeasure, &Breakdown, &BreakdownGroup),
    before: &[&Before<'_>],
) -> Option<GroupCounts> {
    before.iter().rev().find_map(|earlier| {
        let (result, index, old, groups) = matching((filed, measure, breakdown), earlier)?;
        let mut groups = groups.groups.iter().enumerate();
        let (at, then) = groups.find(|(_, old)| old.place == group.place && old.label == group.label)?;
        (!earlier.then.hides(Cell::Group(result, index, at))).then(|| counts(old, then))
    })
}

/// The size of a group; for a share also the part and the rest.
fn counts(measure: &ResultMeasure, group: &BreakdownGroup) -> GroupCounts {
    let counted = Counted::of(measure, group);
    counted.size().into_iter().chain(counted.others()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

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
    fn a_group_that_grew_by_a_few_is_hidden_with_another_in_every_profile() {
        let quarters = quarters([38, 20, 10, 2]);
        let funder = Profile::funder(&quarters.0, DisclosureSettings::default());
        for decided in [members(&quarters), decide(&quarters.0, &funder, &quarters.1)] {
            let hides = |group| decided.hides(Cell::Group(0, 0, group));
            assert!(hides(0) && !hides(1) && !decided.rounds(0, 0), "{decided:?}");
        }
    }

    #[test]
    fn a_figure_is_compared_with_the_last_one_printed_and_not_with_one_that_was_hidden() {
        let (now, history) = quarters([38, 20, 10, 2]);
        let mut first = QuarterlyReturn::clone(&history.earlier()[0]);
        let mut second = first.clone();
        first.header.period = serde_json::from_str(r#"{"financial_year": "2026-27", "quarter": "Q1"}"#).unwrap();
        second.header.period = serde_json::from_str(r#"{"financial_year": "2026-27", "quarter": "Q2"}"#).unwrap();
        let set = |filed: &mut QuarterlyReturn, values: [u32; 4]| {
            for (group, value) in filed.results[0].breakdowns[0].groups.iter_mut().zip(values) {
                group.value = serde_json::from_str(&value.to_string()).unwrap();
            }
        };
        set(&mut first, [38, 20, 10, 20]);
        set(&mut second, [40, 30, 20, 30]);
        let mut third = now;
        third.header.period = serde_json::from_str(r#"{"financial_year": "2026-27", "quarter": "Q3"}"#).unwrap();
        // It grew by one since it was hidden, and by three since it was printed.
        set(&mut third, [41, 60, 50, 60]);
        let decided = members(&(third, History::of(vec![first, second])));
        assert!(decided.hides(Cell::Group(0, 0, 0)));
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
        let mut spring = QuarterlyReturn::clone(&history.earlier()[0]);
        spring.header.period = serde_json::from_str(r#"{"financial_year": "2025-26", "quarter": "Q4"}"#).unwrap();
        let mut april = QuarterlyReturn::clone(&history.earlier()[0]);
        for measure in &mut april.results {
            measure.counting = Some(Counting::CumulativeSinceStart);
        }
        let mut filed = filed;
        for measure in &mut filed.results {
            measure.counting = Some(Counting::CumulativeSinceStart);
        }
        // April’s own return is rounded here, for want of what came before; in its time it may have been exact.
        let hides = |decided: &Suppression| decided.hides(Cell::Group(0, 0, 0));
        assert!(hides(&members(&(filed.clone(), History::of(vec![april.clone()])))));
        assert!(hides(&members(&(filed, History::of(vec![spring, april])))));
    }

    #[test]
    fn a_hidden_group_may_have_grown_by_a_few() {
        assert!(!members(&quarters([20, 20, 20, 2])).rounds(0, 0));
    }

    /// A reader who knows this very program and both quarters makes every table there could be, and keeps those that look
    /// the same.
    #[test]
    fn nobody_who_knows_the_rules_can_work_out_by_how_many_a_group_grew() {
        let threshold = 5;
        for total in 0..=24_u64 {
            let mut alike: BTreeMap<Vec<Option<u64>>, Vec<[u64; 3]>> = BTreeMap::new();
            for first in 0..=total {
                for second in 0..=total - first {
                    let grown = [first, second, total - first - second];
                    let rows: Vec<Grown> = grown
                        .iter()
                        .map(|by| Grown { by: vec![*by], was_printed: true, is_hidden: false, from_nothing: false })
                        .collect();
                    let hidden = hide_with_others(&rows, threshold, false);
                    let seen = grown.iter().zip(hidden).map(|(by, hidden)| (!hidden).then_some(*by)).collect();
                    alike.entry(seen).or_default().push(grown);
                }
            }
            for (seen, tables) in alike {
                // Where all is hidden, what is left is the growth of the whole, which is the partnership's own to tell.
                for row in (0..3).filter(|row| seen[*row].is_none() && seen.iter().any(Option::is_some)) {
                    let values: BTreeSet<u64> = tables.iter().map(|grown| grown[row]).collect();
                    assert!(values.len() as u64 >= threshold - 1, "row {row} of {seen:?} ({total}): {values:?}");
                }
            }
        }
    }
}
