//! Words and phrases that rules look for, laid out so that a text without any of them is told at a glance. Says rather too
//! often than too seldom that a text may have one.

/// Words by their first letters and their length; of a phrase its longest word but those that are common.
pub(crate) struct Vocabulary<'w> {
    /// By the first two letters of a word, a bit for each length that such a word has: for nearly all words of a text the
    /// only look that is taken.
    lengths: [u16; LETTERS * LETTERS],
    words: [Vec<Known<'w>>; GROUPS],
}

/// How many groups the words are in.
const GROUPS: usize = 256;

/// The numbers that letters have here, and 0 for none.
const LETTERS: usize = 32;

struct Known<'w> {
    word: &'w str,
    mark: u32,
    /// Whether small letters and capitals are told apart.
    is_exact: bool,
}

impl Known<'_> {
    /// Whether it is this word of the same length. Looks from the end, where words of one group mostly differ.
    fn is(&self, word: &[u8]) -> bool {
        // It has letters only, and of these one bit tells the small from the capital.
        let told_apart = if self.is_exact { 0xff } else { !0x20 };
        let known = self.word.as_bytes();
        let mut at = word.len();
        while at > 0 {
            at -= 1;
            if (known[at] ^ word[at]) & told_apart != 0 {
                return false;
            }
        }
        true
    }
}

impl<'w> Vocabulary<'w> {
    /// These phrases, in small letters or capitals.
    pub(crate) fn of<'p>(phrases: impl IntoIterator<Item = &'p &'w str>) -> Self
    where
        'w: 'p,
    {
        Self::empty().with(1, phrases)
    }

    pub(crate) fn empty() -> Self {
        Self { lengths: [0; LETTERS * LETTERS], words: [const { Vec::new() }; GROUPS] }
    }

    /// And these phrases, under this mark.
    pub(crate) fn with<'p>(mut self, mark: u32, phrases: impl IntoIterator<Item = &'p &'w str>) -> Self
    where
        'w: 'p,
    {
        for phrase in phrases {
            self.add(rarest(phrase), mark, false);
        }
        self
    }

    /// And these words as they are written, under this mark.
    pub(crate) fn with_exact(mut self, mark: u32, words: impl IntoIterator<Item = &'w str>) -> Self {
        for word in words {
            self.add(word, mark, true);
        }
        self
    }

    fn add(&mut self, word: &'w str, mark: u32, is_exact: bool) {
        if word.is_empty() {
            return;
        }
        let (first, second) = initials(word.as_bytes());
        self.lengths[first * LETTERS + second] |= bit(word.len());
        let group = &mut self.words[group(first, second, word.len())];
        match group.iter_mut().find(|known| known.word == word && known.is_exact == is_exact) {
            Some(known) => known.mark |= mark,
            None => group.push(Known { word, mark, is_exact }),
        }
    }

    /// Whether a word of these first two letters, or one and nought, and this length may be known.
    #[inline]
    pub(crate) fn may_know(&self, first: u8, second: u8, length: usize) -> bool {
        self.lengths[number(first) * LETTERS + number(second)] & bit(length) != 0
    }

    /// The marks of a word.
    pub(crate) fn marks(&self, word: &[u8]) -> u32 {
        let (first, second) = initials(word);
        let group = group(first, second, word.len());
        let mut marks = 0;
        for known in &self.words[group] {
            if known.word.len() == word.len() && known.is(word) {
                marks |= known.mark;
            }
        }
        marks
    }

    /// Whether one of them may stand in a text.
    pub(crate) fn may_stand_in(&self, text: &str) -> bool {
        self.marks_in(text).any(|marks| marks != 0)
    }

    /// The marks of the words of a text that may be known.
    pub(crate) fn marks_in(&self, text: &str) -> impl Iterator<Item = u32> {
        let bytes = text.as_bytes();
        let is_letter = |at: usize| at < bytes.len() && bytes[at].is_ascii_alphabetic();
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < bytes.len() {
                let start = at;
                while is_letter(at) {
                    at += 1;
                }
                let length = at - start;
                at += 1;
                let second = if length > 1 { bytes[start + 1] } else { 0 };
                if length > 0 && self.may_know(bytes[start], second, length) {
                    return Some(self.marks(&bytes[start..start + length]));
                }
            }
            None
        })
    }
}

/// Words that are long, and in every other sentence.
const COMMON: [&str; 10] =
    ["still", "want", "wants", "going", "being", "their", "people", "families", "residents", "service"];

fn rarest(phrase: &str) -> &str {
    let words = phrase.split(|letter: char| !letter.is_ascii_alphabetic());
    words.max_by_key(|word| (!COMMON.contains(word), word.len())).unwrap_or_default()
}

/// The number of a letter, small or capital alike. What is no letter has the number of one.
#[inline]
fn number(letter: u8) -> usize {
    usize::from(letter & 0x1f)
}

/// The numbers of the first two letters of a word.
fn initials(word: &[u8]) -> (usize, usize) {
    match *word {
        [first, second, ..] => (number(first), number(second)),
        [first] => (number(first), 0),
        [] => (0, 0),
    }
}

/// The group of a word.
fn group(first: usize, second: usize, length: usize) -> usize {
    (first + second * 5 + length * 11) % GROUPS
}

/// Words of fifteen letters and more have one bit.
fn bit(length: usize) -> u16 {
    1 << length.min(15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_looked_for_by_its_longest_word() {
        let words = Vocabulary::of(&["going forward", "at pace", "d.o.b"]);
        for text in ["Going forward!", "looking FORWARD", "a change of pace", "his D.O.B."] {
            assert!(words.may_stand_in(text), "{text}");
        }
        for text in ["", "we are going", "forwards", "é", "2026"] {
            assert!(!words.may_stand_in(text), "{text}");
        }
    }

    #[test]
    fn some_words_are_meant_as_they_are_written() {
        let words = Vocabulary::empty().with(1, &["born"]).with_exact(2, ["Way", "Dr"]);
        assert_eq!([b"Born".as_slice(), b"Way", b"way", b"Dr", b""].map(|word| words.marks(word)), [1, 2, 0, 2, 0]);
    }
}
