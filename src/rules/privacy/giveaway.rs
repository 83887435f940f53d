//! Numbers in sentences that count something: “3 households”, “two of our families”, “a few families”. English only.

use std::borrow::Cow;

use super::signs::Signs;
use crate::prose;

/// How a sentence says how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Many {
    /// This many.
    Exactly(u64),
    /// Few, without a number.
    Few,
}

/// The amounts that a text may speak of, each a bit: rather too many than too few.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Amounts(u64);

impl Amounts {
    /// The bit of this number, and of all larger ones.
    const LARGE: u64 = 62;

    /// The bit of words for few.
    const FEW: u64 = 1 << 63;

    /// Any amount.
    pub(super) const ALL: Self = Self(u64::MAX);

    pub(super) fn of(many: Many) -> Self {
        match many {
            Many::Exactly(number) => Self(1 << number.min(Self::LARGE)),
            Many::Few => Self(Self::FEW),
        }
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn shares_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// A number in letters, or a word for few.
    pub(super) fn add_word(&mut self, word: &[u8]) {
        let mut small = [0; LONGEST];
        let number = small.get_mut(..word.len()).and_then(|small| {
            small.copy_from_slice(word);
            small.make_ascii_lowercase();
            number_in_letters(small)
        });
        *self = self.and(Self::of(number.map_or(Many::Few, Many::Exactly)));
    }

    /// A run of digits, and what follows it.
    pub(super) fn add_digits(&mut self, digits: &[u8], after: &[u8]) {
        let number = digits.iter().fold(0, |number, digit| (number * 10 + u64::from(digit - b'0')).min(Self::LARGE));
        *self = self.and(Self::of(Many::Exactly(number)));
        // Thousands are written apart.
        if let [b',', b'0'..=b'9', ..] = after {
            *self = Self::ALL;
        }
    }
}

/// The number that a word in small letters is; of [`NUMBERS`].
fn number_in_letters(word: &[u8]) -> Option<u64> {
    match word {
        b"one" => Some(1),
        b"two" => Some(2),
        b"three" => Some(3),
        b"four" => Some(4),
        b"five" => Some(5),
        b"six" => Some(6),
        b"seven" => Some(7),
        b"eight" => Some(8),
        b"nine" => Some(9),
        b"ten" => Some(10),
        b"eleven" => Some(11),
        b"twelve" => Some(12),
        _ => None,
    }
}

/// A sentence that says how many of something there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'s> {
    /// How many.
    pub(super) many: Many,
    /// Of what, as written, in small letters.
    pub(super) noun: &'s str,
    /// All words of the sentence, in small letters.
    pub(super) words: &'s [Cow<'s, str>],
}

/// The most counts of one text that are looked at.
const MOST: usize = 50;

/// Numbers in letters, from one on.
pub(super) const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// The most letters that one of them has.
const LONGEST: usize = 6;

/// Words for few; of “hardly any” the first.
pub(super) const FEW: [&str; 4] = ["few", "handful", "couple", "hardly"];

/// The first answer to a count in a text whose number and noun are meant. Only sentences that speak of one of these
/// amounts, and in which a noun may stand, are looked at.
pub(super) fn counts<T>(
    text: &str,
    meant: Amounts,
    may_hold: impl Fn(u32, &str) -> bool,
    is_meant: impl Fn(Many) -> bool,
    is_noun: impl Fn(&str) -> bool,
    mut answer: impl FnMut(&Said<'_>) -> Option<T>,
) -> Option<T> {
    let mut said = 0;
    for sentence in prose::sentences(text) {
        let signs = Signs::of(sentence);
        if !signs.amounts().shares_any(meant) || !may_hold(signs.nouns(), sentence) {
            continue;
        }
        let words = words(sentence);
        for at in 0..words.len() {
            if said >= MOST {
                return None;
            }
            let counted = many(&words[at..])
                .filter(|(many, _)| is_meant(*many))
                .and_then(|(many, length)| Some((many, noun(&words[at + length..], &is_noun)?)));
            let Some((many, noun)) = counted else { continue };
            said += 1;
            if let Some(answer) = answer(&Said { many, noun, words: &words }) {
                return Some(answer);
            }
        }
    }
    None
}

/// The words of a sentence in small letters; a number keeps its points and loses the commas between its thousands.
fn words(sentence: &str) -> Vec<Cow<'_, str>> {
    let bytes = sentence.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_within_a_number = |at: usize| at > 0 && is_digit(at - 1) && is_digit(at + 1);
    let mut words = Vec::with_capacity(sentence.len() / 4 + 1);
    let (mut start, mut at, mut is_plain) = (0, 0, true);
    while let Some(byte) = bytes.get(at) {
        let mut length = 1;
        let is_of_word = match byte {
            // What is a share or money counts nobody.
            b'a'..=b'z' | b'0'..=b'9' | b'%' => true,
            b'A'..=b'Z' => {
                is_plain = false;
                true
            }
            b'.' => is_within_a_number(at),
            b',' if is_within_a_number(at) => {
                is_plain = false;
                true
            }
            0..=127 => false,
            128.. => {
                is_plain = false;
                let letter = sentence[at..].chars().next().unwrap_or_default();
                length = letter.len_utf8();
                letter.is_alphanumeric() || letter == '£'
            }
        };
        if !is_of_word {
            words.extend((at > start).then(|| in_small_letters(&sentence[start..at], is_plain)));
            start = at + length;
            is_plain = true;
        }
        at += length;
    }
    words.extend((at > start).then(|| in_small_letters(&sentence[start..at], is_plain)));
    words
}

/// A word in small letters, without the commas of a number; one that is plain has nothing else.
fn in_small_letters(word: &str, is_plain: bool) -> Cow<'_, str> {
    if is_plain {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.chars().filter(|letter| *letter != ',').flat_map(char::to_lowercase).collect())
}

/// The count these words begin with, and how many of them it takes.
fn many(words: &[Cow<'_, str>]) -> Option<(Many, usize)> {
    let first: &str = words.first()?;
    let initial = first.as_bytes().first()?;
    if initial.is_ascii_digit() {
        let is_number = first.bytes().all(|byte| byte.is_ascii_digit());
        return if is_number { Some((Many::Exactly(first.parse().ok()?), 1)) } else { None };
    }
    if let Some(number) = number_in_letters(first.as_bytes()) {
        return Some((Many::Exactly(number), 1));
    }
    match (first, words.get(1).map(AsRef::as_ref)) {
        ("hardly", Some("any")) => Some((Many::Few, 2)),
        ("hardly", _) => None,
        (few, _) if FEW.contains(&few) => Some((Many::Few, 1)),
        (_, _) => None,
    }
}

/// The noun that is counted: at once, or after “of the”, “of our 38” and one adjective.
fn noun<'w>(words: &'w [Cow<'_, str>], is_noun: &impl Fn(&str) -> bool) -> Option<&'w str> {
    const BETWEEN: [&str; 6] = ["of", "the", "our", "these", "those", "all"];
    /// After these another thing is counted, or a difference.
    const ENDS: [&str; 23] = [
        "in",
        "with",
        "at",
        "on",
        "for",
        "to",
        "from",
        "per",
        "or",
        "and",
        "than",
        "more",
        "fewer",
        "other",
        "further",
        "additional",
        "extra",
        "weeks",
        "months",
        "days",
        "hours",
        "years",
        "times",
    ];
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let rest = words.iter().position(|word| !BETWEEN.contains(&word.as_ref()) && !is_number(word))?;
    let (first, second) = (words.get(rest)?, words.get(rest + 1));
    // Two numbers side by side are a list, not a part of a whole.
    if rest > 0 && is_number(&words[0]) {
        return None;
    }
    if is_noun(first) {
        return Some(first);
    }
    second.filter(|second| !ENDS.contains(&first.as_ref()) && is_noun(second)).map(AsRef::as_ref)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        let is_noun = |noun: &str| matches!(noun, "households" | "household" | "families");
        let none: Option<()> = counts(
            text,
            Amounts::ALL,
            |_, _| true,
            |_| true,
            is_noun,
            |said| {
                found.push(match said.many {
                    Many::Exactly(number) => format!("{number} {}", said.noun),
                    Many::Few => format!("few {}", said.noun),
                });
                None
            },
        );
        assert_eq!(none, None);
        found
    }

    #[test]
    fn counts_are_read_as_people_write_them() {
        for (text, expected) in [
            ("3 households moved.", "3 households"),
            ("Three supported households moved.", "3 households"),
            ("Only one of the households moved.", "1 household"),
            ("11 of our 38 households moved.", "11 households"),
            ("There were 1,260 households.", "1260 households"),
            ("A few families came.", "few families"),
            ("A handful of new families came.", "few families"),
            ("Hardly any households came.", "few households"),
        ] {
            let found = counted(text);
            assert!(
                found.first().is_some_and(|found| found.starts_with(expected.trim_end_matches('s'))),
                "{text}: {found:?}"
            );
        }
    }

    #[test]
    fn a_text_has_the_amounts_it_counts() {
        for (text, many) in [
            ("We met 3 households.", Many::Exactly(3)),
            ("Three households, 007 homes", Many::Exactly(7)),
            ("1,260 households", Many::Exactly(1260)),
            ("1,2 households", Many::Exactly(12)),
            ("Hardly any", Many::Few),
            ("99999999999999999999999 homes", Many::Exactly(4000)),
        ] {
            assert!(Signs::of(text).amounts().shares_any(Amounts::of(many)), "{text}");
        }
        assert!(!Signs::of("3 of 41 households").amounts().shares_any(Amounts::of(Many::Exactly(4))));
        assert!(!Signs::of("3 of 41 households").amounts().shares_any(Amounts::of(Many::Few)));
    }

    #[test]
    fn every_number_in_letters_is_known() {
        for (number, word) in (1..).zip(NUMBERS) {
            assert_eq!(number_in_letters(word.as_bytes()), Some(number));
            assert!(Signs::of(&word.to_uppercase()).amounts().shares_any(Amounts::of(Many::Exactly(number))));
        }
        assert_eq!(NUMBERS.iter().map(|word| word.len()).max(), Some(LONGEST));
    }

    #[test]
    fn shares_differences_and_other_things_are_not_counts() {
        for text in [
            "3% of households",
            "£3 per household",
            "3 more households",
            "3 months later households moved",
            "3 in households",
            "One worker post serves households.",
            "2.5 households",
            "Plan 3. Households moved.",
            "A couple with families",
            "few",
            "",
        ] {
            assert_eq!(counted(text), [""; 0], "{text}");
        }
    }
}
