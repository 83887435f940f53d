//! How wide the columns of a table are. Knows numbers only: what each column needs and would like.

use crate::order;

/// What a column needs and would like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wish {
    /// Its widest word, or its widest number: what it needs.
    pub(super) least: f32,
    /// Its widest cell on one line: what it would like.
    pub(super) whole: f32,
    /// Whether it holds numbers, which are never wrapped while there is any other way.
    pub(super) numbers: bool,
    /// Its share of the width; 0 for as wide as its contents need.
    pub(super) share: u8,
}

/// Shares a width among columns. The widths add up to it. A column of numbers that need not be narrow is at least so
/// wide that its numbers stand clear of the next.
pub(super) fn widths(wishes: &[Wish], room: f32, clear: f32) -> Vec<f32> {
    let least: Vec<f32> = wishes.iter().map(|wish| wish.least).collect();
    let floor: f32 = least.iter().sum();
    if floor > room {
        return squeezed(wishes, &least, room);
    }
    if wishes.iter().any(|wish| wish.share > 0) {
        shared(wishes, &least, room)
    } else {
        by_contents(wishes, &least, room, clear)
    }
}

/// Nothing fits: words are cut first, the longest before the shorter ones, and numbers only when the words have
/// little left to give.
fn squeezed(wishes: &[Wish], least: &[f32], room: f32) -> Vec<f32> {
    let of = |numbers: bool| -> Vec<f32> {
        wishes.iter().zip(least).filter(|(wish, _)| wish.numbers == numbers).map(|(_, least)| *least).collect()
    };
    let (words, numbers) = (of(false), of(true));
    let all = wishes.len().max(1) as f32;
    // Words keep what they would have if all columns were equal: room for the widest letter.
    let for_words = (room - numbers.iter().sum::<f32>()).max(room * words.len() as f32 / all);
    let word_level = level(&words, if numbers.is_empty() { room } else { for_words });
    let number_level = level(&numbers, if words.is_empty() { room } else { room - for_words });
    let mut widths: Vec<f32> = wishes
        .iter()
        .zip(least)
        .map(|(wish, least)| least.min(if wish.numbers { number_level } else { word_level }))
        .collect();
    // What is left over where everything found its room goes to all.
    let spare = (room - widths.iter().sum::<f32>()).max(0.0) / all;
    for width in &mut widths {
        *width += spare;
    }
    widths
}

/// The width to which the widest needs are cut so that all of them fit the room.
fn level(needs: &[f32], room: f32) -> f32 {
    let mut sorted = needs.to_vec();
    order::by(&mut sorted, f32::total_cmp);
    let mut left = room.max(0.0);
    for (index, need) in sorted.iter().enumerate() {
        let equal = left / (sorted.len() - index) as f32;
        if *need > equal {
            return equal;
        }
        left -= need;
    }
    f32::INFINITY
}

/// Columns with a share get their part of what the others leave, but never less than they need.
fn shared(wishes: &[Wish], least: &[f32], room: f32) -> Vec<f32> {
    let mut widths: Vec<f32> = wishes
        .iter()
        .zip(least)
        .map(|(wish, least)| if wish.share == 0 { wish.whole.clamp(*least, (room * 0.4).max(*least)) } else { 0.0 })
        .collect();
    let floor: f32 = wishes.iter().zip(least).filter(|(wish, _)| wish.share > 0).map(|(_, least)| least).sum();
    let unshared: f32 = widths.iter().sum();
    if unshared + floor > room {
        // The contents of the columns without a share are wrapped so far that the others fit.
        let least_unshared: f32 =
            wishes.iter().zip(least).filter(|(wish, _)| wish.share == 0).map(|(_, least)| least).sum();
        let part = ((room - floor - least_unshared) / (unshared - least_unshared).max(0.001)).clamp(0.0, 1.0);
        for (width, least) in widths.iter_mut().zip(least) {
            if *width > 0.0 {
                *width = least + (*width - least) * part;
            }
        }
    }
    let mut left = room - widths.iter().sum::<f32>();
    let mut open: Vec<usize> = (0..wishes.len()).filter(|index| wishes[*index].share > 0).collect();
    loop {
        let shares: f32 = open.iter().map(|index| f32::from(wishes[*index].share)).sum();
        let short =
            open.iter().copied().find(|index| left * f32::from(wishes[*index].share) / shares < least[*index] - 0.001);
        let Some(short) = short else {
            for index in &open {
                widths[*index] = left * f32::from(wishes[*index].share) / shares;
            }
            return widths;
        };
        widths[short] = least[short];
        left -= least[short];
        open.retain(|index| *index != short);
    }
}

/// Every column gets what it needs; the rest goes where there is more to print.
fn by_contents(wishes: &[Wish], least: &[f32], room: f32, clear: f32) -> Vec<f32> {
    let mut whole: Vec<f32> = wishes.iter().zip(least).map(|(wish, least)| wish.whole.min(room).max(*least)).collect();
    let sum: f32 = whole.iter().sum();
    if sum <= room {
        let numbers = wishes.iter().zip(&mut whole).filter(|(wish, _)| wish.numbers).map(|(_, whole)| whole);
        let mut spare = room - sum;
        for width in numbers {
            let more = (clear - *width).clamp(0.0, spare);
            *width += more;
            spare -= more;
        }
        let sum: f32 = whole.iter().sum();
        let words: f32 = wishes.iter().zip(&whole).filter(|(wish, _)| !wish.numbers).map(|(_, whole)| whole).sum();
        let extra = room - sum;
        let all = wishes.len().max(1) as f32;
        return wishes
            .iter()
            .zip(&whole)
            .map(|(wish, whole)| match (wish.numbers, words > 0.0) {
                (false, true) => whole + extra * whole / words,
                (true, true) => *whole,
                (_, false) => whole + extra / all,
            })
            .collect();
    }
    let floor: f32 = least.iter().sum();
    let part = (room - floor) / (sum - floor).max(0.001);
    least.iter().zip(&whole).map(|(least, whole)| least + (whole - least) * part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wish() -> impl Strategy<Value = Wish> {
        (0.0_f32..400.0, 0.0_f32..2000.0, any::<bool>(), 0_u8..4).prop_map(|(least, more, numbers, share)| Wish {
            least,
            whole: least + more,
            numbers,
            share,
        })
    }

    proptest! {
        #[test]
        fn widths_add_up_to_the_room(wishes in prop::collection::vec(wish(), 1..20), room in 50.0_f32..500.0) {
            let widths = widths(&wishes, room, 30.0);
            prop_assert!(widths.iter().all(|width| *width >= 0.0), "{widths:?}");
            prop_assert!((widths.iter().sum::<f32>() - room).abs() < 0.5, "{widths:?}");
        }
    }

    #[test]
    fn a_number_is_not_wrapped_for_the_sake_of_words() {
        let words = Wish { least: 60.0, whole: 900.0, numbers: false, share: 3 };
        let number = Wish { least: 80.0, whole: 100.0, numbers: true, share: 0 };
        let widths = widths(&[words, number], 200.0, 30.0);
        assert!(widths[1] >= 80.0, "{widths:?}");
    }
}
