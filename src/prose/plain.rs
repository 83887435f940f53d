//! How plain a text is: its grade, its syllables, and words of the trade with what people say in their place.

use std::sync::LazyLock;

use super::{Vocabulary, each_word, says};

/// Words of the trade, and what people say.
static TRADE: [(&str, &str); 35] = [
    ("wraparound", "support with everything at once"),
    ("holistic", "whole"),
    ("signpost", "tell people about"),
    ("signposted", "told about"),
    ("signposting", "telling people about"),
    ("touchpoint", "contact"),
    ("touchpoints", "contacts"),
    ("co produced", "made together"),
    ("co production", "making it together"),
    ("stakeholder", "the name of who it is"),
    ("stakeholders", "the names of who they are"),
    ("beneficiary", "person"),
    ("beneficiaries", "people"),
    ("service user", "person who uses the service"),
    ("service users", "people who use the service"),
    ("the hard to reach", "people we could not reach"),
    ("hard to reach groups", "people we could not reach"),
    ("hard to reach people", "people we could not reach"),
    ("hard to reach families", "families we could not reach"),
    ("hard to reach residents", "residents we could not reach"),
    ("hard to reach communities", "people we could not reach"),
    ("leverage", "use"),
    ("leveraged", "used"),
    ("going forward", "from now on"),
    ("synergies", "what we gain together"),
    ("learnings", "what we learned"),
    ("upskill", "train"),
    ("upskilled", "trained"),
    ("deliverables", "what we will do"),
    ("multi disciplinary", "of several professions"),
    ("person centred", "about what the person wants"),
    ("low hanging fruit", "easy things"),
    ("deep dive", "close look"),
    ("onboarding", "start"),
    ("at pace", "quickly"),
];

static MAY_BE_TRADE: LazyLock<Vocabulary<'static>> =
    LazyLock::new(|| Vocabulary::of(TRADE.iter().map(|(trade, _)| trade)));

/// The words of the trade in a text, each with what people say.
pub(crate) fn trade_words(text: &str) -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let (trade, words): (_, Vec<_>) = if MAY_BE_TRADE.may_stand_in(text) {
        (TRADE.as_slice(), each_word(text).collect())
    } else {
        Default::default()
    };
    trade.iter().filter(move |(trade, _)| says(&words, trade))
}

/// The grade of Flesch and Kincaid: 0.39 × words a sentence + 11.8 × syllables a word − 15.59, without names and numbers.
///
/// Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, 1975.
pub(crate) fn grade(text: &str) -> Option<f64> {
    let (mut sentences, mut words, mut syllables) = (0_usize, 0_usize, 0_usize);
    for sentence in super::sentences(text) {
        sentences += 1;
        for (at, word) in sentence.split_whitespace().enumerate() {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            let is_name = at > 0 && word.starts_with(char::is_uppercase);
            if word.is_empty() || is_name || word.contains(|letter: char| letter.is_ascii_digit()) {
                continue;
            }
            words += 1;
            syllables += count_syllables(word);
        }
    }
    (words > 0).then(|| 0.39 * (words as f64 / sentences as f64) + 11.8 * (syllables as f64 / words as f64) - 15.59)
}

/// Groups of vowels, without a silent e at the end; at least one.
fn count_syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let is_vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut count = 0;
    let mut was_vowel = false;
    for letter in word.chars() {
        let vowel = is_vowel(letter);
        count += usize::from(vowel && !was_vowel);
        was_vowel = vowel;
    }
    let is_silent = word.ends_with('e') && !word.ends_with("le") || word.ends_with("ed") && !word.ends_with("ted");
    count.saturating_sub(usize::from(is_silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_heard() {
        for (word, heard) in
            [("cat", 1), ("table", 2), ("partnership", 3), ("shared", 1), ("made", 1), ("wanted", 2), ("é", 1)]
        {
            assert_eq!(count_syllables(word), heard, "{word}");
        }
        assert!(grade("The cat sat on the mat.").unwrap() < 2.0);
        assert_eq!(grade("12"), None);
    }

    #[test]
    fn words_of_the_trade_are_found_with_what_people_say() {
        let said: Vec<_> = trade_words("Stakeholders will leverage it").collect();
        assert_eq!(said, [&("stakeholders", "the names of who they are"), &("leverage", "use")]);
    }
}
