//! Which figures of a return stay hidden from whom. Knows returns only; it never makes a figure that can be printed.
//!
//! One decision drives table, chart, sentence and carried data. Profiles are nested: what the funder may not see, members
//! may not see either, and what members may not see, the public may not; readers compare, and members' papers are public.
//!
//! A hidden count is safe when somebody who knows every printed figure and these rules is left with at least
//! `threshold − 1` values for it. Where merging with a neighbour would keep more, the neighbour is hidden too.

mod cell;
mod community;
mod health;
mod outcomes;
mod profile;
mod reader;
mod results;
mod table;

pub use cell::{Cell, Moved, Part, ReferralCell, Step, SurveyCell, SystemFigure};
pub use profile::{Profile, Thresholds};
pub(crate) use results::current_index;

use std::collections::BTreeSet;

use crate::returns::{Date, History, QuarterlyReturn, approach::results::Counting};

/// What is hidden, and what is rounded, in one profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Suppression {
    hidden: BTreeSet<Cell>,
    rounded: BTreeSet<(usize, usize)>,
    cumulative: bool,
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

    /// Whether the groups of this breakdown (result, breakdown) are rounded to 5, because it adds up over quarters and no
    /// earlier return says what was printed before.
    pub fn rounds(&self, result: usize, breakdown: usize) -> bool {
        self.rounded.contains(&(result, breakdown))
    }

    /// Whether there is a breakdown that adds up over quarters, and no earlier return says what was printed before.
    pub const fn cumulative_without_history(&self) -> bool {
        self.cumulative
    }
}

/// Decides what one profile hides, looser profiles first.
pub fn decide(filed: &QuarterlyReturn, profile: &Profile, history: &History) -> Suppression {
    let mut hidden = BTreeSet::new();
    for thresholds in profile.loosest_first() {
        hidden = Deciding { filed, thresholds, hidden }.all();
    }
    let unbound = cumulative_breakdowns(filed, history);
    let cumulative = !unbound.is_empty();
    let rounded = if profile.rounds_cumulative() { unbound } else { BTreeSet::new() };
    Suppression { hidden, rounded, cumulative }
}

/// The decision in the making.
struct Deciding<'a> {
    filed: &'a QuarterlyReturn,
    thresholds: Thresholds,
    hidden: BTreeSet<Cell>,
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

/// The breakdowns whose figures hold those of an earlier report that nobody named.
fn cumulative_breakdowns(filed: &QuarterlyReturn, history: &History) -> BTreeSet<(usize, usize)> {
    if is_first(filed) || !history.earlier().is_empty() {
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

/// Whether this is the partnership's first return: it says so, or it began in this quarter.
fn is_first(filed: &QuarterlyReturn) -> bool {
    match &filed.header.previous_return {
        Some(previous) => previous.as_str() == "none_first_return",
        None => filed.partnership.started_on.is_some_and(|started: Date| started >= filed.header.period.first_day()),
    }
}

#[cfg(test)]
mod tests;
