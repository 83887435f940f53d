//! Which texts of a return hold something that may identify a person: looked for once, for every rule and for whoever
//! shows lines. Knows texts by number only, and keeps none of them.

use super::detector::Detector;
use super::giveaway::Amounts;
use super::signs::Signs;

/// The numbers of the texts that are worth a closer look, in the order they were given.
#[derive(Debug, Clone, Default)]
pub struct Finds {
    found: [Vec<u32>; Detector::ALL.len()],
    private: Vec<u32>,
    danger: Vec<u32>,
    sensitive: Vec<u32>,
    counting: Vec<Count>,
}

/// A text that may say how many of something there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Count {
    /// The number of the text.
    pub(super) text: u32,
    /// How many.
    pub(super) amounts: Amounts,
    /// Of which things that reports count it has a usual word, as bits.
    pub(super) nouns: u32,
}

impl Finds {
    /// Looks through these texts. The numbers are the caller's.
    pub fn of<T: AsRef<str>>(texts: impl Iterator<Item = (u32, T)>) -> Self {
        let mut finds = Self::default();
        texts.for_each(|(number, text)| finds.add(number, text.as_ref()));
        finds
    }

    fn add(&mut self, number: u32, text: &str) {
        if is_day(text.as_bytes()) {
            return;
        }
        let signs = Signs::of(text);
        if signs.may_identify() {
            self.look_closer(number, text, signs);
        }
        if signs.may_count() {
            let count = Count { text: number, amounts: signs.amounts(), nouns: signs.nouns() };
            self.counting.push(count);
        }
        if signs.may_speak_of_danger() {
            self.danger.push(number);
        }
        if signs.may_be_sensitive() {
            self.sensitive.push(number);
        }
    }

    fn look_closer(&mut self, number: u32, text: &str, signs: Signs) {
        let mut is_private = false;
        for detector in Detector::ALL.into_iter().filter(|detector| detector.may_find_any(signs)) {
            let mut hits = detector.hits(text);
            if let Some(first) = hits.next() {
                self.found[detector as usize].push(number);
                is_private = is_private || first.is_private() || hits.any(|hit| hit.is_private());
            }
        }
        if is_private {
            self.private.push(number);
        }
    }

    /// The texts that hold what must not be repeated.
    pub fn private(&self) -> &[u32] {
        &self.private
    }

    /// The texts in which a detector finds something.
    pub(super) fn with(&self, detector: Detector) -> &[u32] {
        &self.found[detector as usize]
    }

    /// The texts that may say how many of something there are.
    pub(super) fn with_counts(&self) -> &[Count] {
        &self.counting
    }

    /// The texts that have a word for a danger.
    pub(super) fn with_danger(&self) -> &[u32] {
        &self.danger
    }

    /// The texts that have a word for what is sensitive.
    pub(super) fn with_sensitive(&self) -> &[u32] {
        &self.sensitive
    }
}

/// Whether a text is a day and nothing else, `2026-05-03`: one in ten is, and has nothing that is looked for here.
fn is_day(text: &[u8]) -> bool {
    let fits = |(at, byte): (usize, &u8)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.iter().enumerate().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_alone_is_no_sign_of_anybody() {
        let day = Signs::of("1984-05-03");
        assert!(is_day(b"1984-05-03") && !day.may_identify() && !day.may_count());
        for text in ["1984-05-3", "1984-05-03 ", "198a-05-03", "1984/05/03", ""] {
            assert!(!is_day(text.as_bytes()), "{text}");
        }
    }
}
