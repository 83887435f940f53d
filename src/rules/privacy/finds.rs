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
    counting: Vec<(u32, Amounts)>,
}

impl Finds {
    /// Looks through these texts. The numbers are the caller's.
    pub fn of<T: AsRef<str>>(texts: impl Iterator<Item = (u32, T)>) -> Self {
        let mut finds = Self::default();
        for (number, text) in texts {
            finds.add(number, text.as_ref());
        }
        finds
    }

    fn add(&mut self, number: u32, text: &str) {
        let signs = Signs::of(text);
        let mut is_private = false;
        let detectors = if signs.may_identify() { Detector::ALL.as_slice() } else { &[] };
        for detector in detectors.iter().copied().filter(|detector| detector.may_find_any(signs)) {
            let mut hits = detector.hits(text);
            if let Some(first) = hits.next() {
                self.found[detector as usize].push(number);
                is_private = is_private || first.is_private() || hits.any(|hit| hit.is_private());
            }
        }
        if is_private {
            self.private.push(number);
        }
        if signs.may_count() {
            self.counting.push((number, signs.amounts()));
        }
        if signs.may_speak_of_danger() {
            self.danger.push(number);
        }
        if signs.may_be_sensitive() {
            self.sensitive.push(number);
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

    /// The texts that may say how many of something there are, with the amounts.
    pub(super) fn with_counts(&self) -> &[(u32, Amounts)] {
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
