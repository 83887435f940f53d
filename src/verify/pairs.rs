//! Which items of two lists are the same, in order.

/// An item of one list, of the other, or of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    /// In both, by their places.
    Both(usize, usize),
    /// Only in the first, or changed: then beside the one that stands there in the second.
    Changed(Option<usize>, Option<usize>),
}

/// The most comparisons that are made. Two finished reports of ours stay far below it.
const MOST: usize = 16_000_000;

/// Pairs of two lists: as many of the same as stand in the same order, and what is between them side by side.
pub(super) fn pairs<T: PartialEq>(first: &[T], second: &[T]) -> Vec<Pair> {
    let start = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    let (a, b) = (&first[start..], &second[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[..a.len() - end], &b[..b.len() - end]);
    let mut found: Vec<Pair> = (0..start).map(|at| Pair::Both(at, at)).collect();
    let (mut i, mut j) = (0, 0);
    for (same_a, same_b) in common(a, b).into_iter().chain([(a.len(), b.len())]) {
        while i < same_a || j < same_b {
            found.push(Pair::Changed((i < same_a).then_some(start + i), (j < same_b).then_some(start + j)));
            i = (i + 1).min(same_a);
            j = (j + 1).min(same_b);
        }
        if same_a < a.len() {
            found.push(Pair::Both(start + same_a, start + same_b));
            (i, j) = (same_a + 1, same_b + 1);
        }
    }
    found.extend((0..end).map(|at| Pair::Both(start + a.len() + at, start + b.len() + at)));
    found
}

/// The places of the longest list of items that stand in both in the same order.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    if a.is_empty() || b.is_empty() || a.len().saturating_mul(b.len()) > MOST {
        return Vec::new();
    }
    let width = b.len() + 1;
    let mut lengths = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use Pair::{Both, Changed};

    #[test]
    fn what_was_changed_stands_beside_what_it_was() {
        assert_eq!(pairs(b"abcd", b"axcd"), [Both(0, 0), Changed(Some(1), Some(1)), Both(2, 2), Both(3, 3)]);
        assert_eq!(pairs(b"ab", b"axb"), [Both(0, 0), Changed(None, Some(1)), Both(1, 2)]);
        assert_eq!(pairs(b"", b"a"), [Changed(None, Some(0))]);
        assert_eq!(
            pairs(b"abcxe", b"aycde"),
            [Both(0, 0), Changed(Some(1), Some(1)), Both(2, 2), Changed(Some(3), Some(3)), Both(4, 4)]
        );
    }

    #[test]
    fn every_item_is_in_one_pair() {
        let (a, b) = (b"the quick brown fox jumps", b"a quicker brown box humps over");
        let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
        for pair in pairs(a, b) {
            match pair {
                Both(i, j) => {
                    assert_eq!(a[i], b[j]);
                    firsts.push(i);
                    seconds.push(j);
                }
                Changed(i, j) => {
                    firsts.extend(i);
                    seconds.extend(j);
                }
            }
        }
        assert_eq!((firsts, seconds), ((0..a.len()).collect(), (0..b.len()).collect()));
    }
}
