//! Lists put in order, and sets and tables gathered, by one small piece of code for all of them. Knows nothing of what is
//! in them.
//!
//! The standard library makes its sort anew for every kind of item, and its sets and tables sort what they are collected
//! from: a hundred such sorts were three hundred kilobytes of the program.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Puts a list in the order of what its items are compared by; equals stay as they stand.
pub(crate) fn by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    by(items, |one, other| key(one).cmp(&key(other)));
}

/// The same, where it takes some work to tell what an item is compared by.
pub(crate) fn by_cached_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    put(items, order(keys.len(), &|one, other| keys[one].cmp(&keys[other])));
}

/// The same, by what a comparison of two items says.
pub(crate) fn by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|one, other| compare(&items[one], &items[other]));
    put(items, order);
}

/// A set of these.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    for item in items {
        set.insert(item);
    }
    set
}

/// A table of these; of two under the same name the later stands.
pub(crate) fn table<K: Ord, T>(items: impl IntoIterator<Item = (K, T)>) -> BTreeMap<K, T> {
    let mut table = BTreeMap::new();
    for (key, item) in items {
        table.insert(key, item);
    }
    table
}

/// The numbers of so many items in the order that a comparison of two numbers gives.
fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// Puts the item of each number in `order` to the place where the number stands.
fn put<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..items.len() {
        // Places whose items go round among one another.
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut order[at], at);
            if from == start {
                break;
            }
            items.swap(at, from);
            at = from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_stand() {
        let mut seed = 7_usize;
        for length in 0..60 {
            let mut items: Vec<(usize, usize)> = (0..length)
                .map(|place| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    (seed >> 60, place)
                })
                .collect();
            let mut sorted = items.clone();
            sorted.sort_by_key(|(key, _)| *key);
            let mut cached = items.clone();
            by_cached_key(&mut cached, |(key, _)| *key);
            by_key(&mut items, |(key, _)| *key);
            assert_eq!(items, sorted);
            assert_eq!(cached, sorted);
        }
    }

    #[test]
    fn the_later_of_two_stands() {
        assert_eq!(table([(2, "b"), (1, "a"), (2, "c")]).into_iter().collect::<Vec<_>>(), [(1, "a"), (2, "c")]);
        assert_eq!(set([2, 1, 2]).into_iter().collect::<Vec<_>>(), [1, 2]);
    }
}
