//! Breakdowns that add up over quarters: what came since the last report is a figure too.

use std::collections::BTreeSet;

use super::{
    Before, Cell,
    results::{Counted, Parts, current_index, total_size},
    table::{Order, Row, Rule, protect},
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
pub(super) fn is_first(filed: &QuarterlyReturn) -> bool {
    match &filed.header.previous_return {
        Some(previous) => previous.as_str() == "none_first_return",
        None => filed.partnership.started_on.is_some_and(|started| started >= filed.header.period.first_day()),
    }
}

/// The groups of a breakdown whose figures hold those of an earlier report.
pub(super) struct Groups<'a> {
    pub(super) filed: &'a QuarterlyReturn,
    pub(super) measure: &'a ResultMeasure,
    pub(super) breakdown: &'a Breakdown,
    /// What the groups are parts of, where it is told.
    pub(super) whole: Option<u64>,
    /// Which are hidden for what they come to now.
    pub(super) hidden: &'a [bool],
    /// Counts below this are hidden, other than zero.
    pub(super) threshold: u64,
}

impl Groups<'_> {
    /// Which groups stay hidden from somebody who has the earlier reports on the desk; `None` where they tell nothing of
    /// these groups, so that this return stands for itself.
    ///
    /// What was hidden stays so until the running total begins again: a total does not fall, so what a group comes to
    /// later is the most it can have been then. Of what was printed, the growth is a table like any other, whose total is
    /// the growth of the whole. So what a reader learns of a quarter depends on that quarter’s growth alone, and what was
    /// open in an earlier one stays as open as it was.
    pub(super) fn hidden_since(&self, before: &[Before<'_>]) -> Option<Vec<bool>> {
        if self.breakdown.overlapping == Some(true) {
            return self.each_for_itself(before);
        }
        // A single group is the whole, and the whole is the partnership’s own to tell.
        if self.breakdown.groups.len() == 1 && self.whole.is_none_or(|whole| whole == self.sum()) {
            return None;
        }
        let last = before.iter().rev().find_map(|earlier| Last::of(self, earlier))?;
        let all = Some(vec![true; self.hidden.len()]);
        if last.is_lost() {
            return all;
        }
        let grew = self.growth(&last);
        let together = match (self.whole, last.whole) {
            (Some(now), Some(then)) => now.abs_diff(then),
            _ => self.sum().abs_diff(last.sum),
        };
        // Where so few came, who is hidden would tell among whom.
        if last.hides_some() && (1..self.threshold.saturating_sub(1)).contains(&together) {
            return all;
        }
        let was_hidden = |group: &usize| last.groups[*group].as_ref().is_some_and(|then| then.is_hidden);
        let (stay, open): (Vec<usize>, Vec<usize>) = (0..self.hidden.len()).partition(was_hidden);
        let few = |count: &u64| (1..self.threshold).contains(count);
        let mut rows: Vec<Row> = open
            .iter()
            .map(|group| Row {
                label: group.to_string(),
                size: grew[*group].first().copied().unwrap_or_default(),
                others: grew[*group].iter().skip(1).copied().collect(),
                hidden: self.hidden[*group] || grew[*group].iter().any(few),
            })
            .collect();
        let rest = together.saturating_sub(rows.iter().map(|row| row.size).sum());
        let has_rest = !stay.is_empty();
        // What no group names is one more that no reader sees; among those hidden before it has its place already.
        if has_rest || few(&rest) {
            rows.push(Row { label: String::new(), size: rest, others: Vec::new(), hidden: true });
        }
        let rule = Rule { threshold: self.threshold, order: Order::Smallest, preferred: None, has_rest };
        let sizes: Vec<u64> = rows.iter().map(|row| row.size).collect();
        for (row, is_small) in rows.iter_mut().zip(rule.small(&sizes)) {
            row.hidden |= is_small;
        }
        // The growth of the whole is told in any case, so it is the groups that go.
        if protect(&mut rows, rule).is_err() {
            return all;
        }
        let mut hidden = vec![true; self.hidden.len()];
        for (group, row) in open.iter().zip(&rows) {
            hidden[*group] = row.hidden;
        }
        Some(hidden)
    }

    /// Groups that overlap share no total, so each is hidden for itself: where it grew by a few since it was printed, or
    /// so few came that it must have.
    fn each_for_itself(&self, before: &[Before<'_>]) -> Option<Vec<bool>> {
        let earlier: Vec<Last> = before.iter().rev().filter_map(|earlier| Last::of(self, earlier)).collect();
        if earlier.is_empty() {
            return None;
        }
        let few = |count: u64| (1..self.threshold).contains(&count);
        let too_few = |count: u64| (1..self.threshold.saturating_sub(1)).contains(&count);
        let hidden = self.breakdown.groups.iter().zip(self.hidden).enumerate().map(|(group, (raw, is_hidden))| {
            let printed = earlier.iter().find_map(|last| {
                let then = last.groups[group].as_ref().filter(|then| !then.is_hidden)?;
                Some((last.whole, &then.counts))
            });
            let Some((whole, counts_then)) = printed else { return *is_hidden };
            let came = self.whole.zip(whole).map(|(now, then)| now.abs_diff(then));
            let grew_by_few = growth(&counts(self.measure, raw), counts_then).into_iter().any(few);
            *is_hidden || grew_by_few || came.is_some_and(too_few)
        });
        Some(hidden.collect())
    }

    /// By how much each count of each group grew; from nothing where the group is new.
    fn growth(&self, last: &Last) -> Vec<GroupCounts> {
        let groups = self.breakdown.groups.iter().zip(&last.groups);
        let grew = groups.map(|(group, then)| {
            let then = then.as_ref().map_or(&[] as &[u64], |then| &then.counts);
            growth(&counts(self.measure, group), then)
        });
        grew.collect()
    }

    fn sum(&self) -> u64 {
        sum(self.measure, self.breakdown)
    }
}

/// The counts of a group: its size, and for a share the part and the rest.
type GroupCounts = Vec<u64>;

/// How the groups stood in an earlier report.
struct Last {
    /// Each group of today, where it was there.
    groups: Vec<Option<Then>>,
    whole: Option<u64>,
    sum: u64,
    /// Whether every group was hidden.
    hid_all: bool,
    /// Whether a hidden group is not among those of today.
    has_lost_one: bool,
}

struct Then {
    counts: GroupCounts,
    is_hidden: bool,
}

impl Last {
    fn of(now: &Groups<'_>, earlier: &Before<'_>) -> Option<Self> {
        let (result, index, measure, old) = matching((now.filed, now.measure, now.breakdown), earlier)?;
        let is_hidden = |at: usize| earlier.then.hides(Cell::Group(result, index, at));
        let is_same =
            |one: &BreakdownGroup, other: &BreakdownGroup| one.place == other.place && one.label == other.label;
        let find = |group: &BreakdownGroup| {
            let at = old.groups.iter().position(|old| is_same(old, group))?;
            Some(Then { counts: counts(measure, &old.groups[at]), is_hidden: is_hidden(at) })
        };
        let is_here = |old: &BreakdownGroup| now.breakdown.groups.iter().any(|group| is_same(old, group));
        let current = current_index(measure, earlier.filed.header.period.period());
        let total = current.map(|at| Parts::of(&measure.actuals[at])).unwrap_or_default();
        Some(Self {
            groups: now.breakdown.groups.iter().map(find).collect(),
            whole: total_size(measure, &total),
            sum: sum(measure, old),
            hid_all: !old.groups.is_empty() && (0..old.groups.len()).all(is_hidden),
            has_lost_one: old.groups.iter().enumerate().any(|(at, old)| is_hidden(at) && !is_here(old)),
        })
    }

    /// Whether nothing can be told of the groups any more.
    const fn is_lost(&self) -> bool {
        self.hid_all || self.has_lost_one
    }

    fn hides_some(&self) -> bool {
        self.groups.iter().flatten().any(|then| then.is_hidden)
    }
}

fn growth(now: &[u64], then: &[u64]) -> GroupCounts {
    now.iter().zip(then.iter().chain(std::iter::repeat(&0))).map(|(now, then)| now.abs_diff(*then)).collect()
}

fn sum(measure: &ResultMeasure, breakdown: &Breakdown) -> u64 {
    breakdown.groups.iter().filter_map(|group| Counted::of(measure, group).size()).sum()
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

/// The size of a group; for a share also the part and the rest.
fn counts(measure: &ResultMeasure, group: &BreakdownGroup) -> GroupCounts {
    let counted = Counted::of(measure, group);
    counted.size().into_iter().chain(counted.others()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Profile, Suppression, decide};
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
}
