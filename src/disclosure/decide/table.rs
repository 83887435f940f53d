//! Counts that share a printed total, and how many of them have to be hidden.

use std::cmp::Reverse;

/// A group smaller than this is told about as a whole when all or none of it are meant.
pub(super) const SMALL_GROUP: u64 = 10;

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The smallest; places and other groups have no order.
    Smallest,
    /// The nearest neighbour of what is hidden already, because rows are steps.
    Neighbour,
}

/// Hides further rows until nobody who knows the total and these rules can work out a hidden one. Gives back the label of
/// the first row hidden for the others' sake; `Err` where even a wholly hidden table gives something away, so that its
/// total has to be hidden too.
pub(super) fn protect(
    rows: &mut [Row],
    threshold: u64,
    order: Order,
    preferred: Option<&str>,
) -> Result<Option<String>, TotalGivesAway> {
    let mut first = None;
    while rows.iter().any(|row| row.hidden) && !is_safe(rows, threshold, order) {
        let Some(next) = next_to_hide(rows, order, preferred) else {
            if rows.iter().all(|row| row.hidden) {
                return Err(TotalGivesAway);
            }
            // Only zeros are left, and each of them says something about what is hidden.
            rows.iter_mut().for_each(|row| row.hidden = true);
            continue;
        };
        rows[next].hidden = true;
        first.get_or_insert_with(|| rows[next].label.clone());
    }
    Ok(first)
}

/// Even a wholly hidden table gives something away beside its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TotalGivesAway;

fn next_to_hide(rows: &[Row], order: Order, preferred: Option<&str>) -> Option<usize> {
    let open = || rows.iter().enumerate().filter(|(_, row)| !row.hidden && row.size > 0);
    if order == Order::Neighbour {
        let distance = |index: usize| {
            rows.iter().enumerate().filter(|(_, row)| row.hidden).map(|(other, _)| other.abs_diff(index)).min()
        };
        return open().min_by_key(|(index, row)| (distance(*index), row.size, Reverse(*index))).map(|(index, _)| index);
    }
    let named = preferred.and_then(|label| open().find(|(_, row)| row.label == label));
    let rest = || open().find(|(_, row)| is_rest(&row.label));
    let smallest = || open().min_by(|(_, a), (_, b)| a.size.cmp(&b.size).then_with(|| b.label.cmp(&a.label)));
    named.or_else(rest).or_else(smallest).map(|(index, _)| index)
}

/// “Other” and “not known”, which nobody looks for.
fn is_rest(label: &str) -> bool {
    matches!(label.trim().to_lowercase().as_str(), "other" | "others" | "not known" | "unknown" | "not stated")
}

/// Whether every hidden count of the table can still have at least `threshold − 1` values.
fn is_safe(rows: &[Row], threshold: u64, order: Order) -> bool {
    let hidden: Vec<&Row> = rows.iter().filter(|row| row.hidden).collect();
    // Among places and groups, what is hidden for another's sake is smaller than what is shown; of two equal ones the
    // name decides, so count on neither.
    let smallest_shown = rows.iter().filter(|row| !row.hidden && row.size > 0).map(|row| row.size - 1).min();
    let most = smallest_shown.filter(|_| order == Order::Smallest);
    let all_hidden = hidden.len() == rows.len();
    if !has_room(&hidden, threshold, most, all_hidden) {
        return false;
    }
    let columns = rows.first().map_or(0, |row| row.others.len());
    (0..columns).all(|column| {
        let left: u64 = hidden.iter().map(|row| row.others.get(column).copied().unwrap_or_default()).sum();
        let whole: u64 = rows.iter().map(|row| row.others.get(column).copied().unwrap_or_default()).sum();
        // Two rows that share `left` may each hold from none to all of it. Where the whole is nought, so is each row.
        whole == 0 || (hidden.len() > 1 && left + 1 >= threshold.max(2))
    })
}

/// Whether the sizes of the hidden rows, whose sum is known, leave enough values for each. `most` is the smallest size
/// that is shown: the next row to hide is never larger.
fn has_room(hidden: &[&Row], threshold: u64, most: Option<u64>, all_hidden: bool) -> bool {
    let rows = hidden.len() as u64;
    let sum: u64 = hidden.iter().map(|row| row.size).sum();
    let wanted = threshold.saturating_sub(1).max(2);
    if rows < 2 {
        return false;
    }
    let least = u64::from(!all_hidden);
    let small = threshold.saturating_sub(1).max(1);
    let most = most.map_or(u64::MAX, |most| most.max(small));
    let mut values = 0;
    // A value is possible where the other rows can share the rest, and one row at least is small.
    for value in least..=sum.min(most).min(least + 4 * SMALL_GROUP) {
        let rest = sum - value;
        let others = rows - 1;
        let upper = if value <= small {
            others.saturating_mul(most)
        } else {
            (others - 1).saturating_mul(most).saturating_add(small)
        };
        if rest >= others * least && rest <= upper {
            values += 1;
        }
        if values >= wanted {
            return true;
        }
    }
    // Far from the small values the same number of large ones stands on the other side.
    false
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn the_smallest_other_row_is_hidden_with_a_single_one() {
        let mut rows = table(&[41, 38, 22, 3], 5);
        assert_eq!(protect(&mut rows, 5, Order::Smallest, None), Ok(Some("C".to_owned())));
        assert_eq!(rows.iter().map(|row| row.hidden).collect::<Vec<_>>(), [false, false, true, true]);
    }

    #[test]
    fn a_row_without_small_numbers_is_left_alone() {
        let mut rows = table(&[41, 38, 0], 5);
        assert_eq!(protect(&mut rows, 5, Order::Smallest, None), Ok(None));
        assert!(rows.iter().all(|row| !row.hidden));
    }
}
