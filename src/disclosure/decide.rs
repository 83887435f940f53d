//! Which figures of a return stay hidden from whom. Knows returns only; it never makes a figure that can be printed.
//!
//! One decision drives table, chart, sentence and carried data. Profiles are nested: what the funder may not see, members
//! may not see either, and what members may not see, the public may not; readers compare, and members' papers are public.
//! What holds for everybody is decided first, and an agreement with the funder opens whole records of it.
//!
//! A hidden count is safe when somebody who knows every printed figure and these rules is left with at least
//! `threshold − 1` values for it. Where neighbours have an order, or names that can be joined, they are hidden one by one
//! and printed as one: their sum says nothing that the total and the rows beside them do not say already.

mod across_time;
mod cell;
mod community;
mod health;
mod merging;
mod outcomes;
mod profile;
mod reader;
mod results;
mod running;
mod steps;
mod table;

use cell::Record;
pub use cell::{Cell, Moved, Part, ReferralCell, Step, SurveyCell, SystemFigure};
pub use profile::{Profile, Thresholds};
pub(crate) use results::current_index;
pub(crate) use running::seems_to_run_on;

use std::collections::BTreeSet;

use crate::order;
use crate::returns::{History, QuarterlyReturn};

/// What is hidden, and what is rounded, in one profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suppression {
    hidden: BTreeSet<Cell>,
    merged: Vec<Vec<Cell>>,
    rounded: BTreeSet<(usize, usize)>,
    cumulative: bool,
    rounded_cohorts: BTreeSet<usize>,
    runs_on: bool,
}

impl Suppression {
    /// Whether this figure stays hidden.
    pub fn hides(&self, cell: Cell) -> bool {
        self.hidden.contains(&cell)
    }

    /// Every hidden figure, in the order of the return.
    pub fn hidden(&self) -> impl Iterator<Item = Cell> {
        self.hidden.iter().copied()
    }

    /// The figures that are printed as one and not one by one, in the order of the return. Steps of a cohort are printed
    /// under the number of the last of them; the others are hidden each, and printed as their sum.
    pub fn merged(&self) -> impl Iterator<Item = &[Cell]> {
        self.merged.iter().map(Vec::as_slice)
    }

    /// The figures that are printed as one with this one, itself among them.
    pub fn merged_with(&self, cell: Cell) -> Option<&[Cell]> {
        self.merged().find(|cells| cells.contains(&cell))
    }

    /// Whether the groups of this breakdown (result, breakdown) are rounded to 5, because it adds up over quarters and what
    /// was printed before is not known.
    pub fn rounds(&self, result: usize, breakdown: usize) -> bool {
        self.rounded.contains(&(result, breakdown))
    }

    /// Whether the counts of the record this figure belongs to are rounded to 5, because its cohort runs on from an earlier
    /// quarter and what was printed before is not known.
    pub fn rounds_cohort(&self, cell: Cell) -> bool {
        cell.outcome().is_some_and(|outcome| self.rounded_cohorts.contains(&outcome))
    }

    /// Whether there is a cohort that runs on from an earlier quarter, and no earlier return says what was printed before.
    pub const fn runs_on_without_history(&self) -> bool {
        self.runs_on
    }

    /// Whether there is a breakdown that adds up over quarters, and no earlier return says what was printed before.
    pub const fn cumulative_without_history(&self) -> bool {
        self.cumulative
    }
}

/// Decides what one profile hides. What was printed before is what this version would have printed of the earlier returns,
/// oldest first, each bound by those before it.
pub fn decide(filed: &QuarterlyReturn, profile: &Profile, history: &History) -> Suppression {
    decide_each(filed, profile, history).1
}

/// The same, with what was decided of each earlier return, in their order.
pub(super) fn decide_each(
    filed: &QuarterlyReturn,
    profile: &Profile,
    history: &History,
) -> (Vec<Suppression>, Suppression) {
    let mut strict: Vec<Before<'_>> = Vec::new();
    let mut relaxed: Vec<Before<'_>> = Vec::new();
    let own = |strict: Vec<Before<'_>>, relaxed: Vec<Before<'_>>| {
        let shown = if relaxed.is_empty() { strict } else { relaxed };
        shown.into_iter().map(|before| before.then).collect::<Vec<_>>()
    };
    for filed in history.earlier().iter().map(AsRef::as_ref).chain([filed]) {
        let everybody = decide_after(filed, profile, &strict);
        if let Some(thresholds) = profile.relaxed() {
            let hidden = Deciding { filed, thresholds, hidden: BTreeSet::new(), before: &relaxed }.all();
            relaxed.push(Before { filed, then: everybody.relaxed(filed, &hidden) });
        }
        strict.push(Before { filed, then: everybody });
    }
    let mut decided = own(strict, relaxed);
    let now = decided.pop().unwrap_or_default();
    (decided, now)
}

/// A return, and what was hidden of it.
struct Before<'a> {
    filed: &'a QuarterlyReturn,
    then: Suppression,
}

/// What is hidden from everybody. `before` has the earlier returns.
fn decide_after(filed: &QuarterlyReturn, profile: &Profile, before: &[Before<'_>]) -> Suppression {
    let thresholds = profile.strict();
    let hidden = Deciding { filed, thresholds, hidden: BTreeSet::new(), before }.all();
    let mut decided = Suppression { hidden, ..Suppression::default() };
    // Nobody knows what was printed in a quarter that is not at hand.
    if !before.last().is_some_and(|last| across_time::follows(filed, last.filed)) {
        let unbound = across_time::without_history(filed);
        decided.cumulative = !unbound.is_empty();
        let cohorts = running::without_history(filed);
        decided.runs_on = !cohorts.is_empty();
        if profile.rounds_cumulative() {
            decided.rounded.extend(unbound);
            decided.rounded_cohorts.extend(cohorts);
        }
    }
    decided.merged = merging::merged(filed, &decided, thresholds);
    decided
}

impl Suppression {
    /// What is hidden from somebody who may see smaller counts by agreement. A record in which nothing is small to them is
    /// shown whole, and any other as to everybody: whatever was chosen among its figures would tell everybody else of
    /// those that are hidden from them.
    fn relaxed(&self, filed: &QuarterlyReturn, small: &BTreeSet<Cell>) -> Self {
        let records: BTreeSet<Record> = order::set(small.iter().map(|cell| Record::of(*cell, filed)));
        let stays = |cell: &Cell| records.contains(&Record::of(*cell, filed));
        Self {
            hidden: order::set(self.hidden.iter().copied().filter(stays)),
            merged: self.merged.iter().filter(|cells| cells.iter().all(stays)).cloned().collect(),
            ..self.clone()
        }
    }
}

/// The decision in the making.
struct Deciding<'a> {
    filed: &'a QuarterlyReturn,
    thresholds: Thresholds,
    hidden: BTreeSet<Cell>,
    /// The earlier returns, oldest first, each with what was hidden of it.
    before: &'a [Before<'a>],
}

impl Deciding<'_> {
    fn all(mut self) -> BTreeSet<Cell> {
        self.results();
        self.system_health();
        self.outcomes();
        self.community();
        self.hidden
    }

    fn hide(&mut self, cell: Cell) {
        self.hidden.insert(cell);
    }

    fn hides(&self, cell: Cell) -> bool {
        self.hidden.contains(&cell)
    }
}

#[cfg(test)]
mod tests;
