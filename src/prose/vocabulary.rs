//! Words and phrases that rules look for, laid out so that a text without any of them is told at a glance. Says rather too
//! often than too seldom that a text may have one.

/// Words by their first letter; of a phrase its longest word but those that are common.
pub(crate) struct Vocabulary<'w>([Initial<'w>; 26]);

#[derive(Default)]
struct Initial<'w> {
    /// A bit for each length that a word has.
    lengths: u32,
    /// A bit for each letter that stands second in a word, and for each that it ends with.
    seconds: u32,
    ends: u32,
    words: Vec<Known<'w>>,
}

struct Known<'w> {
    word: &'w str,
    mark: u16,
    /// Whether small letters and capitals are told apart.
    is_exact: bool,
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
        Self(std::array::from_fn(|_| Initial::default()))
    }

    /// And these phrases, under this mark.
    pub(crate) fn with<'p>(mut self, mark: u16, phrases: impl IntoIterator<Item = &'p &'w str>) -> Self
    where
        'w: 'p,
    {
        for phrase in phrases {
            self.add(rarest(phrase), mark, false);
        }
        self
    }

    /// And these words as they are written, under this mark.
    pub(crate) fn with_exact(mut self, mark: u16, words: impl IntoIterator<Item = &'w str>) -> Self {
        for word in words {
            self.add(word, mark, true);
        }
        self
    }

    fn add(&mut self, word: &'w str, mark: u16, is_exact: bool) {
        if let Some(letter) = word.bytes().next().and_then(letter) {
            let initial = &mut self.0[letter];
            initial.lengths |= bit(word.len());
            initial.seconds |= letter_bit(word.as_bytes().get(1));
            initial.ends |= letter_bit(word.as_bytes().last());
            initial.words.push(Known { word, mark, is_exact });
        }
    }

    /// The marks of a word of ASCII letters.
    pub(crate) fn marks(&self, word: &[u8]) -> u16 {
        let Some(initial) = word.first().copied().and_then(letter).map(|letter| &self.0[letter]) else { return 0 };
        let may_be = |bits: u32, letter: Option<&u8>| bits & letter_bit(letter) != 0;
        if initial.lengths & bit(word.len()) == 0
            || !may_be(initial.seconds, word.get(1))
            || !may_be(initial.ends, word.last())
        {
            return 0;
        }
        let is_same = |known: &&Known<'_>| {
            let bytes = known.word.as_bytes();
            if known.is_exact { bytes == word } else { bytes.eq_ignore_ascii_case(word) }
        };
        initial.words.iter().filter(is_same).fold(0, |marks, known| marks | known.mark)
    }

    /// Whether one of them may stand in a text.
    pub(crate) fn may_stand_in(&self, text: &str) -> bool {
        let words = text.as_bytes().split(|byte| !byte.is_ascii_alphabetic());
        words.into_iter().any(|word| self.marks(word) != 0)
    }
}

/// Words that are long, and in every other sentence.
const COMMON: [&str; 6] = ["still", "want", "wants", "going", "being", "their"];

fn rarest(phrase: &str) -> &str {
    let words = phrase.split(|letter: char| !letter.is_ascii_alphabetic());
    words.max_by_key(|word| (!COMMON.contains(word), word.len())).unwrap_or_default()
}

/// A bit for a letter, small or capital; all of them where there is none, or none of ASCII.
fn letter_bit(byte: Option<&u8>) -> u32 {
    byte.copied().and_then(letter).map_or(u32::MAX, |letter| 1 << letter)
}

fn letter(byte: u8) -> Option<usize> {
    let byte = byte.to_ascii_lowercase();
    byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'))
}

fn bit(length: usize) -> u32 {
    1 << length.min(31)
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
