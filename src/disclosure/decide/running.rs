//! Cohorts that run on from quarter to quarter: those counted before are counted again, so the difference between two
//! quarters is of those who came in between.
//!
//! A return that says how it counts a cohort is believed. One that does not is taken at its figures: while the words of the
//! definition stay and no step falls, the cohort may be the same people and more, and it is guarded as if it were. A cohort
//! that is counted anew each quarter rarely only grows; where it does, its figures are hidden until the return says so, and
//! an advice asks for that. To print them would tell of a few people wherever the guess was wrong, and nobody could take
//! that back.

use std::collections::BTreeSet;

use super::{
    Before, Cell, Deciding, Part, Step, Suppression,
    across_time::is_first,
    outcomes::{Split, Way, implied_part, implied_whole, left_rest, matched, steps},
    steps::Desk,
};
use crate::returns::{
    People, QuarterlyReturn,
    approach::{
        outcomes::{Cohort, Outcome},
        results::Counting,
    },
};

/// An outcome of an earlier return whose people are counted again.
pub(super) struct Again<'a> {
    index: usize,
    outcome: &'a Outcome,
    then: &'a Suppression,
}

impl Again<'_> {
    fn hides(&self, cell: impl Fn(usize) -> Cell) -> bool {
        self.then.hides(cell(self.index))
    }
}

/// The same outcome in the earlier returns whose people are counted again in this one, oldest first.
pub(super) fn again<'a>(filed: &QuarterlyReturn, outcome: &Outcome, before: &'a [Before<'a>]) -> Vec<Again<'a>> {
    let earlier = before.iter().filter_map(|before| {
        let (index, outcome) = of_id(before.filed, outcome)?;
        Some((before.filed, Again { index, outcome, then: &before.then }))
    });
    let mut earlier: Vec<_> = earlier.collect();
    let from =
        first_of_the_same(filed, outcome, earlier.iter().map(|(filed, again)| (*filed, again.outcome)).collect());
    earlier.drain(from..).map(|(_, again)| again).collect()
}

/// The earlier returns, oldest first, whose people are counted again in this outcome’s cohort, as far as figures tell: none
/// where the return says how it counts.
pub(crate) fn seems_to_run_on<'a>(
    filed: &QuarterlyReturn,
    outcome: &Outcome,
    earlier: &[&'a QuarterlyReturn],
) -> Vec<(&'a QuarterlyReturn, &'a Outcome)> {
    let mut same: Vec<_> = earlier.iter().filter_map(|earlier| Some((*earlier, of_id(earlier, outcome)?.1))).collect();
    if said(outcome, &same).is_some() {
        return Vec::new();
    }
    let from = first_of_the_same(filed, outcome, same.clone());
    same.drain(from..).collect()
}

fn of_id<'a>(filed: &'a QuarterlyReturn, outcome: &Outcome) -> Option<(usize, &'a Outcome)> {
    let mut outcomes = filed.outcomes.iter().enumerate();
    outcomes.find(|(_, other)| other.id == outcome.id && other.cohort.is_some())
}

/// How a cohort is counted, as the return says, or as one before it last said.
fn said(outcome: &Outcome, earlier: &[(&QuarterlyReturn, &Outcome)]) -> Option<Counting> {
    let earlier = earlier.iter().rev().map(|(_, outcome)| *outcome);
    [outcome].into_iter().chain(earlier).find_map(|outcome| outcome.cohort.as_ref()?.counting)
}

/// The number of the first earlier return from which on the same people are counted again.
fn first_of_the_same(filed: &QuarterlyReturn, outcome: &Outcome, earlier: Vec<(&QuarterlyReturn, &Outcome)>) -> usize {
    let year = filed.header.period.financial_year;
    match said(outcome, &earlier) {
        Some(Counting::CumulativeSinceStart) => 0,
        // What is counted since 1 April starts again in April.
        Some(Counting::CumulativeYearToDate) => {
            let is_of_another = |(filed, _): &(&QuarterlyReturn, _)| filed.header.period.financial_year != year;
            earlier.iter().rposition(is_of_another).map_or(0, |at| at + 1)
        }
        Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) => earlier.len(),
        None => {
            let mut from = earlier.len();
            let mut next = outcome;
            for (_, then) in earlier.into_iter().rev() {
                let both = then.cohort.as_ref().zip(next.cohort.as_ref());
                if !both.is_some_and(|(then, now)| only_grew(then, now)) {
                    break;
                }
                (from, next) = (from - 1, then);
            }
            from
        }
    }
}

/// Whether a cohort of the same words has no step that fell.
fn only_grew(then: &Cohort, now: &Cohort) -> bool {
    let words = |cohort: &Cohort| cohort.definition.as_ref().map(|definition| definition.any().trim().to_lowercase());
    let (then_steps, now_steps) = (steps(then), steps(now));
    let mut both = now_steps
        .iter()
        .filter_map(|(step, now)| Some((then_steps.iter().find(|(other, _)| other == step)?.1, *now)))
        .peekable();
    words(then) == words(now) && both.peek().is_some() && both.all(|(then, now)| then <= now)
}

/// The outcomes whose cohorts run on from an earlier report that nobody named, as the return says.
pub(super) fn without_history(filed: &QuarterlyReturn) -> BTreeSet<usize> {
    if is_first(filed) {
        return BTreeSet::new();
    }
    let opens_the_year = filed.header.period.quarter.number() == 1;
    let runs_on = |outcome: &Outcome| match outcome.cohort.as_ref().and_then(|cohort| cohort.counting) {
        Some(Counting::CumulativeSinceStart) => true,
        Some(Counting::CumulativeYearToDate) => !opens_the_year,
        Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => false,
    };
    let outcomes = filed.outcomes.iter().enumerate();
    outcomes.filter(|(_, outcome)| runs_on(outcome)).map(|(index, _)| index).collect()
}

/// Somebody with the steps of all these quarters on the desk.
pub(super) fn desk(threshold: u64, again: &[Again<'_>]) -> Desk {
    let mut desk = Desk::new(threshold);
    for earlier in again {
        if let Some(cohort) = &earlier.outcome.cohort {
            desk.add(&steps(cohort), |step| earlier.hides(|index| Cell::Cohort(index, step)));
        }
    }
    desk
}

impl Deciding<'_> {
    fn is_few(&self, now: u64, then: u64) -> bool {
        (1..self.thresholds.people).contains(&now.abs_diff(then))
    }

    /// Of those who left, and of those still followed, as many more as would be hidden.
    pub(super) fn a_few_more_left(&self, cohort: &Cohort, again: &[Again<'_>]) -> bool {
        let left = |cohort: &Cohort| cohort.left_before_follow_up.map(People::get);
        again.iter().filter(|then| !then.hides(|index| Cell::Cohort(index, Step::LeftBefore))).any(|then| {
            let Some(then) = &then.outcome.cohort else { return false };
            let differ = |of: &dyn Fn(&Cohort) -> Option<u64>| {
                of(cohort).zip(of(then)).is_some_and(|(now, then)| self.is_few(now, then))
            };
            differ(&left) || differ(&left_rest)
        })
    }

    /// Whether the whole or the part that a typed response rate gives away is another by a few than the one before.
    pub(super) fn rate_tells_of_few(&self, cohort: &Cohort, again: &[Again<'_>]) -> bool {
        let implied = |cohort: &Cohort| match (cohort.matched, cohort.follow_up_due) {
            (Some(matched), None) => implied_whole(matched.get(), cohort.response_rate?),
            (None, Some(due)) => implied_part(cohort.response_rate?, due.get()),
            (Some(_), Some(_)) | (None, None) => None,
        };
        again.iter().filter(|then| !then.hides(|index| Cell::Cohort(index, Step::ResponseRate))).any(|then| {
            let then = then.outcome.cohort.as_ref().and_then(implied);
            implied(cohort).zip(then).is_some_and(|(now, then)| self.is_few(now, then))
        })
    }

    /// Whether so few more were matched since mean scores were printed that these tell of theirs.
    pub(super) fn scores_tell_of_few(&self, outcome: &Outcome, again: &[Again<'_>]) -> bool {
        let told = again.iter().filter(|then| !then.hides(Cell::Scores));
        let mut then = told.filter_map(|then| matched(then.outcome));
        matched(outcome).is_some_and(|now| then.any(|then| (1..self.thresholds.opinions).contains(&now.abs_diff(then))))
    }

    /// The same of the group that is compared with.
    pub(super) fn comparison_tells_of_few(&self, outcome: &Outcome, again: &[Again<'_>]) -> [bool; 2] {
        let people = |outcome: &Outcome| outcome.comparison.as_ref()?.n.map(People::get);
        let differ = |cell: fn(usize) -> Cell, threshold: u64| {
            let told = again.iter().filter(|then| !then.hides(cell));
            let mut then = told.filter_map(|then| people(then.outcome));
            people(outcome).is_some_and(|now| then.any(|then| (1..threshold).contains(&now.abs_diff(then))))
        };
        [differ(Cell::ComparisonPeople, self.thresholds.people), differ(Cell::Comparison, self.thresholds.opinions)]
    }

    /// Whether those who reached a status, those who did not, or all of them, are a few more or fewer than was printed.
    pub(super) fn achieved_tells_of_few(&self, outcome: &Outcome, again: &[Again<'_>]) -> [bool; 2] {
        let whole = |outcome: &Outcome| outcome.achieved.as_ref()?.denominator.map(People::get);
        let part = |outcome: &Outcome| {
            let achieved = outcome.achieved.as_ref()?;
            let implied = || implied_part(achieved.value?, whole(outcome)?);
            achieved.numerator.map(People::get).or_else(implied)
        };
        let rest = |outcome: &Outcome| Some(whole(outcome)?.saturating_sub(part(outcome)?));
        let differ = |printed: Part, of: &dyn Fn(&Outcome) -> Option<u64>| {
            let told = again.iter().filter(|then| !then.hides(|index| Cell::Achieved(index, printed)));
            let mut then = told.filter_map(|then| of(then.outcome));
            of(outcome).is_some_and(|now| then.any(|then| self.is_few(now, then)))
        };
        let all = differ(Part::Denominator, &whole);
        [all, all || differ(Part::Value, &part) || differ(Part::Value, &rest)]
    }

    /// Which ways stay hidden from somebody who has the earlier quarters, where those are hidden that are now. What was
    /// hidden stays so, because what a way comes to later is the most it can have been, and where more would be hidden than
    /// was, all are: what came since would tell how much. Of what is printed, and of what is hidden taken together, a few more
    /// or fewer hide all too.
    pub(super) fn ways_since(
        &self,
        ways: &[Way],
        whole: Option<u64>,
        mut hidden: Vec<bool>,
        again: &[Again<'_>],
        split: Split<'_>,
    ) -> Vec<bool> {
        let mut told = Vec::new();
        for then in again {
            let before = split.ways(then.index, then.outcome);
            if before.is_empty() {
                continue;
            }
            let same: Vec<Option<&Way>> =
                ways.iter().map(|way| before.iter().find(|other| other.moved == way.moved)).collect();
            let was_hidden: Vec<bool> =
                same.iter().map(|way| way.is_none_or(|way| then.then.hides(way.cell))).collect();
            let people: Vec<u64> = same.iter().map(|same| same.map_or(0, |way| way.people)).collect();
            let whole = matched(then.outcome).unwrap_or_else(|| before.iter().map(|way| way.people).sum());
            told.push((was_hidden, people, whole));
        }
        for (hidden, at) in hidden.iter_mut().zip(0..) {
            *hidden |= told.iter().any(|(was_hidden, _, _)| was_hidden[at]);
        }
        let now = whole.unwrap_or_else(|| ways.iter().map(|way| way.people).sum());
        let tells = told.iter().any(|(was_hidden, people, then)| {
            let open = ways.iter().zip(people).zip(&hidden).filter(|(_, hidden)| !**hidden);
            let open: Vec<(u64, u64)> = open.map(|((way, then), _)| (way.people, *then)).collect();
            let rest = now.saturating_sub(open.iter().map(|(now, _)| now).sum());
            let rest_then = then.saturating_sub(open.iter().map(|(_, then)| then).sum());
            *was_hidden != hidden
                || open.into_iter().chain([(rest, rest_then)]).any(|(now, then)| self.is_few(now, then))
        });
        if tells { vec![true; ways.len()] } else { hidden }
    }
}
