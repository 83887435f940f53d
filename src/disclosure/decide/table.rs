//! Counts that share a printed total, and how many of them have to be hidden.

use super::reader::Reader;

/// A group smaller than this is told about as a whole when all or none of it are meant.
pub(super) const SMALL_GROUP: u64 = 10;

/// A table that needs more rows hidden than these is hidden as a whole, so that the work stays bounded.
const MOST_STEPS: usize = 40;

/// A row of a table: a group with its counts, hidden or shown as one.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Its name, which decides between equal counts and is kept across the breakdowns of a dimension.
    pub(super) label: String,
    /// The count that stands for its size.
    pub(super) size: u64,
    /// Other counts that add up down the table, such as numerators and their complements.
    pub(super) others: Vec<u64>,
    /// Whether it is hidden.
    pub(super) hidden: bool,
}

/// How the next row to hide is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Order {
    /// The smallest; places and other groups have no order.
    Smallest,
    /// The nearest neighbour of what is hidden already, because rows are steps.
    Nearest,
    /// The same, and whatever lies between hidden rows, so that they stand in one run and can be printed as one.
    Run,
}

/// How rows are hidden.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rule<'a> {
    /// Counts below this are hidden, other than zero.
    pub(super) threshold: u64,
    /// How the next row to hide is found.
    pub(super) order: Order,
    /// The row that is hidden for others' sake in the other breakdowns of the same dimension.
    pub(super) preferred: Option<&'a str>,
    /// Whether the last row is what is left for those hidden in an earlier quarter, taken together. It is hidden with
    /// nobody’s help, and need not itself be guarded: each of them is by what was hidden then.
    pub(super) has_rest: bool,
}

/// Even a wholly hidden table gives something away beside its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TotalGivesAway;

/// Hides further rows until nobody who knows the total and these rules can work out a hidden one. Gives back the label of
/// the first row hidden for the others' sake.
///
/// # Errors
///
/// Where even a wholly hidden table gives something away, so that its total has to be hidden too.
pub(super) fn protect(rows: &mut [Row], rule: Rule<'_>) -> Result<Option<String>, TotalGivesAway> {
    // So it is with most tables.
    if !rows.iter().any(|row| row.hidden) {
        return Ok(None);
    }
    let labels: Vec<String> = rows.iter().map(|row| row.label.clone()).collect();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    protect_from(&mut Reader::new(&labels, rule), &labels, rows, rule)
}

fn protect_from(
    reader: &mut Reader<'_>,
    labels: &[&str],
    rows: &mut [Row],
    rule: Rule<'_>,
) -> Result<Option<String>, TotalGivesAway> {
    let sizes: Vec<u64> = rows.iter().map(|row| row.size).collect();
    let mut hidden: Vec<bool> = rows.iter().map(|row| row.hidden).collect();
    let mut first = None;
    let mut steps = 0;
    reader.rested();
    while hidden.contains(&true)
        && !rule.is_only_rest(&hidden)
        && !(rule.is_in_order(&hidden)
            && reader.is_left_guessing(&sizes, &hidden)
            && columns_are_safe(rows, &hidden, rule))
    {
        if !hidden.contains(&false) {
            return Err(TotalGivesAway);
        }
        steps += 1;
        let next = rule.next_to_hide(labels, &sizes, &hidden).filter(|_| steps <= MOST_STEPS);
        Rule::hide_next(next, &mut hidden);
        first = first.or(next);
    }
    let first = first.map(|index| labels[index].to_owned());
    for (row, hidden) in rows.iter_mut().zip(hidden) {
        row.hidden = hidden;
    }
    Ok(first)
}

/// Whether the other counts of hidden rows, which add up to a known rest, are left open. Two rows that share a rest may
/// each hold from none to all of it; where the whole column is nought, so is each row.
fn columns_are_safe(rows: &[Row], hidden: &[bool], rule: Rule<'_>) -> bool {
    let columns = rows.iter().map(|row| row.others.len()).max().unwrap_or_default();
    (0..columns).all(|column| {
        let count = |row: &Row| row.others.get(column).copied().unwrap_or_default();
        let whole: u64 = rows.iter().map(count).sum();
        let left: u64 = rows.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(row, _)| count(row)).sum();
        whole == 0 || left + 1 >= rule.threshold.max(2)
    })
}

impl Rule<'_> {
    /// The rows that are hidden for their own sake: small ones, and one that is all of a small group.
    pub(super) fn small(&self, sizes: &[u64]) -> Vec<bool> {
        let total: u64 = sizes.iter().sum();
        let is_everyone = |size: u64| size == total && (1..SMALL_GROUP).contains(&total);
        let is_rest = |row: usize| self.has_rest && row + 1 == sizes.len();
        let rows = sizes.iter().enumerate();
        rows.map(|(row, size)| is_rest(row) || (1..self.threshold).contains(size) || is_everyone(*size)).collect()
    }

    /// Whether nothing is hidden but what is left for those hidden before.
    pub(super) fn is_only_rest(&self, hidden: &[bool]) -> bool {
        self.has_rest && hidden.iter().position(|hidden| *hidden) == hidden.len().checked_sub(1)
    }

    /// Whether the hidden rows stand as they have to: in one run, where they are printed as one.
    pub(super) fn is_in_order(&self, hidden: &[bool]) -> bool {
        match self.order {
            Order::Smallest | Order::Nearest => true,
            Order::Run => is_a_run(hidden),
        }
    }

    /// The row to hide next for the sake of those hidden; `None` where none but zeros is left.
    pub(super) fn next_to_hide(&self, labels: &[&str], sizes: &[u64], hidden: &[bool]) -> Option<usize> {
        let open = || (0..sizes.len()).filter(|index| !hidden[*index] && sizes[*index] > 0);
        match self.order {
            Order::Run if !self.is_in_order(hidden) => {
                let first = hidden.iter().position(|hidden| *hidden)?;
                (first..hidden.len()).find(|index| !hidden[*index])
            }
            Order::Nearest | Order::Run => {
                let distance = |index: usize| {
                    (0..hidden.len()).filter(|other| hidden[*other]).map(|other| other.abs_diff(index)).min()
                };
                open().min_by_key(|index| (distance(*index), sizes[*index], std::cmp::Reverse(*index)))
            }
            Order::Smallest => {
                let named = self.preferred.and_then(|label| open().find(|index| labels[*index] == label));
                let rest = || open().find(|index| is_rest(labels[*index]));
                let smallest = || {
                    open().min_by(|a, b| {
                        sizes[*a].cmp(&sizes[*b]).then_with(|| labels[*b].cmp(labels[*a])).then_with(|| b.cmp(a))
                    })
                };
                named.or_else(rest).or_else(smallest)
            }
        }
    }

    /// Hides the next row; where there is none, all that are left: each zero would say something about what is hidden.
    pub(super) fn hide_next(next: Option<usize>, hidden: &mut [bool]) {
        match next {
            Some(index) => hidden[index] = true,
            None => hidden.fill(true),
        }
    }
}

/// Whether all hidden rows are neighbours.
pub(super) fn is_a_run(hidden: &[bool]) -> bool {
    let after_first = hidden.iter().skip_while(|hidden| !**hidden);
    !after_first.skip_while(|hidden| **hidden).any(|hidden| *hidden)
}

/// “Other” and “not known”, which nobody looks for.
fn is_rest(label: &str) -> bool {
    let label = label.trim();
    // Most labels begin otherwise.
    label.starts_with(['o', 'O', 'n', 'N', 'u', 'U'])
        && matches!(label.to_lowercase().as_str(), "other" | "others" | "not known" | "unknown" | "not stated")
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    const LABELS: [&str; 5] = ["A", "B", "C", "D", "E"];

    fn table(sizes: &[u64], threshold: u64) -> Vec<Row> {
        let total: u64 = sizes.iter().sum();
        sizes
            .iter()
            .zip(LABELS)
            .map(|(size, label)| Row {
                label: label.to_owned(),
                size: *size,
                others: Vec::new(),
                hidden: (1..threshold).contains(size) || (total < SMALL_GROUP && *size == total && total > 0),
            })
            .collect()
    }

    /// What readers see of a table: its rows and its total.
    fn seen(reader: &mut Reader<'_>, sizes: &[u64], rule: Rule<'_>) -> (Vec<Option<u64>>, Option<u64>) {
        let threshold = rule.threshold;
        let total: u64 = sizes.iter().sum();
        if (1..threshold).contains(&total) {
            return (vec![None; sizes.len()], None);
        }
        let mut rows = table(sizes, threshold);
        let safe = protect_from(reader, &LABELS[..sizes.len()], &mut rows, rule).is_ok();
        (rows.iter().map(|row| (!row.hidden).then_some(row.size)).collect(), safe.then_some(total))
    }

    fn every(rows: usize, total: u64) -> Vec<Vec<u64>> {
        if rows == 1 {
            return vec![vec![total]];
        }
        let mut found = Vec::new();
        for first in 0..=total {
            for mut rest in every(rows - 1, total - first) {
                rest.insert(0, first);
                found.push(rest);
            }
        }
        found
    }

    /// A reader who knows this very program makes every table there is, and keeps those that would look the same.
    fn attack(rows: usize, totals: std::ops::RangeInclusive<u64>, threshold: u64, order: Order) {
        let rule = Rule { threshold, order, preferred: None, has_rest: false };
        for total in totals {
            let mut reader = Reader::new(&LABELS[..rows], rule);
            let mut alike: BTreeMap<_, Vec<Vec<u64>>> = BTreeMap::new();
            for sizes in every(rows, total) {
                alike.entry(seen(&mut reader, &sizes, rule)).or_default().push(sizes);
            }
            for ((shown, shown_total), tables) in alike {
                if shown_total.is_none() {
                    continue;
                }
                for (row, _) in shown.iter().enumerate().filter(|(_, shown)| shown.is_none()) {
                    let values: BTreeSet<u64> = tables.iter().map(|sizes| sizes[row]).collect();
                    assert!(
                        values.len() as u64 >= threshold - 1,
                        "row {row} of {shown:?} (total {total}) is one of {values:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn nobody_who_knows_the_rules_can_work_out_a_hidden_row() {
        attack(2, 0..=60, 5, Order::Smallest);
        attack(3, 0..=40, 5, Order::Smallest);
        attack(4, 0..=20, 5, Order::Smallest);
    }

    #[test]
    fn nobody_who_knows_the_rules_can_work_out_a_hidden_step() {
        attack(3, 0..=40, 5, Order::Nearest);
        attack(3, 0..=40, 5, Order::Run);
        attack(4, 0..=20, 5, Order::Run);
    }

    #[test]
    fn nobody_can_work_out_the_opinions_of_a_sector() {
        attack(3, 0..=40, 10, Order::Smallest);
    }

    #[test]
    fn the_smallest_other_row_is_hidden_with_a_single_one() {
        let mut rows = table(&[41, 38, 22, 3], 5);
        assert_eq!(
            protect(&mut rows, Rule { threshold: 5, order: Order::Smallest, preferred: None, has_rest: false }),
            Ok(Some("C".to_owned()))
        );
        assert_eq!(rows.iter().map(|row| row.hidden).collect::<Vec<_>>(), [false, false, true, true]);
    }

    #[test]
    fn steps_that_are_printed_as_one_are_neighbours() {
        let rule = Rule { threshold: 5, order: Order::Run, preferred: None, has_rest: false };
        let hidden = |sizes: &[u64]| {
            let mut rows = table(sizes, 5);
            protect(&mut rows, rule).unwrap();
            rows.iter().map(|row| row.hidden).collect::<Vec<_>>()
        };
        assert_eq!(hidden(&[21, 22, 4]), [false, true, true]);
        assert_eq!(hidden(&[3, 40, 30, 20]), [true, true, false, false]);
        assert_eq!(hidden(&[30, 3, 0, 2, 20]), [false, true, true, true, false]);
    }

    #[test]
    fn a_row_without_small_numbers_is_left_alone() {
        let mut rows = table(&[41, 38, 0], 5);
        assert_eq!(
            protect(&mut rows, Rule { threshold: 5, order: Order::Smallest, preferred: None, has_rest: false }),
            Ok(None)
        );
        assert!(rows.iter().all(|row| !row.hidden));
    }
}
