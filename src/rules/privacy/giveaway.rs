//! Numbers in sentences that count something: “3 households”, “two of our families”, “a few families”. English only.

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
    pub(super) fn add_word(&mut self, word: &str) {
        *self = self.and(Self::of(number_in_letters(word).map_or(Many::Few, Many::Exactly)));
    }

    /// A run of digits, and what follows it.
    pub(super) fn add_digits(&mut self, digits: &[u8], after: &[u8]) {
        let number = digits.iter().fold(0, |number, digit| (number * 10 + u64::from(digit - b'0')).min(Self::LARGE));
        *self = self.and(Self::of(Many::Exactly(number)));
        // Thousands are written apart.
        if let [b',', b'0'..=b'9', ..] = after {
            self.0 = u64::MAX;
        }
    }
}

fn number_in_letters(word: &str) -> Option<u64> {
    (1..).zip(NUMBERS).find_map(|(number, known)| word.eq_ignore_ascii_case(known).then_some(number))
}

/// A sentence that says how many of something there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// How many.
    pub(super) many: Many,
    /// Of what, as written, in small letters.
    pub(super) noun: String,
    /// All words of the sentence, in small letters.
    pub(super) words: Vec<String>,
}

/// The most counts of one text that are looked at.
const MOST: usize = 50;

/// Numbers in letters, from one on.
pub(super) const NUMBERS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// Words for few; of “hardly any” the first.
pub(super) const FEW: [&str; 4] = ["few", "handful", "couple", "hardly"];

/// Every count in a text whose number and noun are meant. Only sentences that speak of one of these amounts, and in which
/// a noun may stand, are looked at.
pub(super) fn counts(
    text: &str,
    meant: Amounts,
    may_hold: impl Fn(&str) -> bool,
    is_meant: impl Fn(Many) -> bool,
    is_noun: impl Fn(&str) -> bool,
) -> Vec<Said> {
    let mut said = Vec::new();
    for sentence in prose::sentences(text) {
        if !Signs::of(sentence).amounts().shares_any(meant) || !may_hold(sentence) {
            continue;
        }
        let words = words(sentence);
        for at in 0..words.len() {
            if said.len() >= MOST {
                return said;
            }
            let counted = many(&words[at..])
                .filter(|(many, _)| is_meant(*many))
                .and_then(|(many, length)| Some((many, noun(&words[at + length..], &is_noun)?.to_owned())));
            if let Some((many, noun)) = counted {
                said.push(Said { many, noun, words: words.clone() });
            }
        }
    }
    said
}

/// The words of a sentence in small letters; a number keeps its points and loses the commas between its thousands.
fn words(sentence: &str) -> Vec<String> {
    let bytes = sentence.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_within_a_number = |at: usize| at > 0 && is_digit(at - 1) && is_digit(at + 1);
    // As long as most words are.
    let new = || String::with_capacity(12);
    let mut words = Vec::with_capacity(sentence.len() / 4 + 1);
    words.push(new());
    for (at, letter) in sentence.char_indices() {
        let last = words.last_mut().expect("there is always a word");
        match letter {
            ',' if is_within_a_number(at) => {}
            '.' if is_within_a_number(at) => last.push('.'),
            // What is a share or money counts nobody.
            '%' | '£' => last.push(letter),
            letter if letter.is_ascii_alphanumeric() => last.push(letter.to_ascii_lowercase()),
            letter if letter.is_alphanumeric() => last.extend(letter.to_lowercase()),
            _ if last.is_empty() => {}
            _ => words.push(new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The count these words begin with, and how many of them it takes.
fn many(words: &[String]) -> Option<(Many, usize)> {
    let first = words.first()?.as_str();
    if first.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((Many::Exactly(first.parse().ok()?), 1));
    }
    if let Some((number, _)) = (1..).zip(NUMBERS).find(|(_, word)| *word == first) {
        return Some((Many::Exactly(number), 1));
    }
    match (first, words.get(1).map(String::as_str)) {
        ("hardly", Some("any")) => Some((Many::Few, 2)),
        ("hardly", _) => None,
        (few, _) if FEW.contains(&few) => Some((Many::Few, 1)),
        (_, _) => None,
    }
}

/// The noun that is counted: at once, or after “of the”, “of our 38” and one adjective.
fn noun<'w>(words: &'w [String], is_noun: &impl Fn(&str) -> bool) -> Option<&'w str> {
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
    let rest = words.iter().position(|word| !BETWEEN.contains(&word.as_str()) && !is_number(word))?;
    let (first, second) = (words.get(rest)?, words.get(rest + 1));
    // Two numbers side by side are a list, not a part of a whole.
    if rest > 0 && is_number(&words[0]) {
        return None;
    }
    if is_noun(first) {
        return Some(first);
    }
    second.filter(|second| !ENDS.contains(&first.as_str()) && is_noun(second)).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(text: &str) -> Vec<String> {
        let any = Amounts(u64::MAX);
        counts(text, any, |_| true, |_| true, |noun| matches!(noun, "households" | "household" | "families"))
            .into_iter()
            .map(|said| match said.many {
                Many::Exactly(number) => format!("{number} {}", said.noun),
                Many::Few => format!("few {}", said.noun),
            })
            .collect()
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
