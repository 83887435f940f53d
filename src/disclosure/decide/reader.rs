//! A reader who knows every printed figure of a table and the very rules by which its rows were hidden.
//!
//! Whether more has to be hidden depends only on what readers see anyway. So everything a reader can learn is which
//! tables would have come to look like this one, and those can be counted.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Rule;

/// How many rows a reader goes through before it is content with an estimate. Beyond it the numbers are large.
const PATIENCE: usize = 20_000;
/// More hidden rows than these are estimated from the start.
const MOST_ROWS: usize = 6;

/// A reader of one table.
pub(super) struct Reader<'a> {
    labels: &'a [&'a str],
    rule: Rule<'a>,
    /// What was found out of tables as they look from outside.
    known: BTreeMap<Vec<Option<u64>>, bool>,
    patience: usize,
}

impl<'a> Reader<'a> {
    /// A reader of a table with these rows.
    pub(super) fn new(labels: &'a [&'a str], rule: Rule<'a>) -> Self {
        Self { labels, rule, known: BTreeMap::new(), patience: PATIENCE }
    }

    /// Starts afresh with another table of the same rows and total.
    pub(super) fn rested(&mut self) {
        self.patience = PATIENCE;
    }

    /// Whether each hidden row can still have at least `threshold − 1` sizes.
    pub(super) fn is_left_guessing(&mut self, sizes: &[u64], hidden: &[bool]) -> bool {
        // One hidden row is the rest of the total.
        if hidden.iter().filter(|hidden| **hidden).nth(1).is_none() {
            return false;
        }
        let seen: Vec<Option<u64>> =
            sizes.iter().zip(hidden).map(|(size, hidden)| (!hidden).then_some(*size)).collect();
        if let Some(known) = self.known.get(&seen) {
            return *known;
        }
        let rest: u64 = sizes.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(size, _)| *size).sum();
        let rows: Vec<usize> = (0..hidden.len()).filter(|row| hidden[*row]).collect();
        let is_open = if rows.len() > MOST_ROWS {
            self.estimate(sizes, hidden, rest)
        } else {
            let mut guesses = Guesses {
                sizes: sizes.to_vec(),
                hidden,
                rows: &rows,
                values: vec![BTreeSet::new(); rows.len()],
                guarded: rows.len() - usize::from(self.rule.has_rest),
                wanted: usize::try_from(self.rule.threshold.saturating_sub(1).max(2)).unwrap_or(usize::MAX),
            };
            self.guess(&mut guesses, 0, rest);
            guesses.is_enough() || (self.patience == 0 && self.estimate(sizes, hidden, rest))
        };
        self.known.insert(seen, is_open);
        is_open
    }

    /// Tries every size of a hidden row, and of those after it.
    fn guess(&mut self, guesses: &mut Guesses<'_>, at: usize, rest: u64) {
        let row = guesses.rows[at];
        if at + 1 == guesses.rows.len() {
            guesses.sizes[row] = rest;
            self.patience = self.patience.saturating_sub(guesses.sizes.len());
            if self.comes_to(&guesses.sizes, guesses.hidden) {
                for (values, row) in guesses.values.iter_mut().zip(guesses.rows) {
                    values.insert(guesses.sizes[*row]);
                }
            }
            return;
        }
        // Of two rows one is small, so the middle need not be tried.
        let is_pair = guesses.rows.len() == 2;
        let mut size = 0;
        while size <= rest {
            if is_pair && size == self.rule.threshold && rest > 2 * self.rule.threshold {
                size = rest - self.rule.threshold;
            }
            guesses.sizes[row] = size;
            self.guess(guesses, at + 1, rest - size);
            if guesses.is_enough() || self.patience == 0 {
                return;
            }
            size += 1;
        }
    }

    /// Whether the rules would come to hide exactly these rows of a table with these sizes.
    fn comes_to(&mut self, sizes: &[u64], end: &[bool]) -> bool {
        let mut hidden = self.rule.small(sizes);
        loop {
            if hidden.iter().zip(end).any(|(hidden, end)| *hidden && !end) || !hidden.contains(&true) {
                return false;
            }
            if hidden == end {
                return true;
            }
            let is_enough = self.rule.is_in_order(&hidden) && self.is_left_guessing(sizes, &hidden);
            if is_enough || self.rule.is_only_rest(&hidden) {
                return false;
            }
            let next = self.rule.next_to_hide(self.labels, sizes, &hidden);
            Rule::hide_next(next, &mut hidden);
        }
    }

    /// For large numbers: whether one small row and its complement leave enough values for each, where no hidden row is
    /// larger than the smallest shown one.
    fn estimate(&self, sizes: &[u64], hidden: &[bool], rest: u64) -> bool {
        let rows = hidden.iter().filter(|hidden| **hidden).count() as u64;
        let shown =
            sizes.iter().zip(hidden).filter(|(size, hidden)| !**hidden && **size > 0).map(|(size, _)| *size).min();
        let most = shown.unwrap_or(u64::MAX).saturating_sub(1);
        let small = self.rule.threshold.saturating_sub(1).max(1);
        rest > rows * small && rest.saturating_sub(rows) <= most.saturating_mul(rows - 1)
    }
}

/// What a reader has found possible for the hidden rows.
struct Guesses<'a> {
    sizes: Vec<u64>,
    hidden: &'a [bool],
    rows: &'a [usize],
    values: Vec<BTreeSet<u64>>,
    /// How many of the rows have to be left open.
    guarded: usize,
    wanted: usize,
}

impl Guesses<'_> {
    fn is_enough(&self) -> bool {
        self.values.iter().take(self.guarded).all(|values| values.len() >= self.wanted)
    }
}
