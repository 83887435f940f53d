//! Sentences and words, what they say about causes, and how plain they are. English only: nobody judges what they
//! cannot read. Knows no return, rule or report.

pub(crate) mod plain;
mod vocabulary;

pub(crate) use vocabulary::Vocabulary;

use std::borrow::Cow;
use std::sync::LazyLock;

/// The sentences of a text. A point within a number, or before a small letter, ends none.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        if !matches!(byte, b'.' | b'!' | b'?' | b'\n') {
            continue;
        }
        let next = at + 1;
        let rest = &text[next..];
        let ends = byte == b'\n'
            || rest.is_empty()
            || rest.starts_with(|letter: char| !letter.is_alphanumeric() && letter != '.')
                && !rest.trim_start_matches(|letter: char| !letter.is_alphanumeric()).starts_with(char::is_lowercase);
        if ends {
            sentences.push(text[from..next].trim());
            from = next;
        }
    }
    sentences.push(text[from..].trim());
    sentences.retain(|sentence| sentence.contains(char::is_alphanumeric));
    sentences
}

/// The words of a text in small letters, hyphens taken apart. `don’t` is one word.
pub(crate) fn words(text: &str) -> Vec<String> {
    each_word(text).map(Cow::into_owned).collect()
}

/// The same, one by one: whoever has read enough can stop. Most words are as they stand in the text.
pub(crate) fn each_word(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // On to the first letter, digit or apostrophe.
            while at < bytes.len() && of_word(text, at).0 == 0 {
                at += of_word(text, at).1;
            }
            let start = at;
            let mut looks = 0;
            while at < bytes.len() {
                let (look, length) = of_word(text, at);
                if look == 0 {
                    break;
                }
                looks |= look;
                at += length;
            }
            if start == at {
                return None;
            }
            let word = &text[start..at];
            if looks & !PLAIN == 0 {
                return Some(Cow::Borrowed(word));
            }
            let word = word.trim_matches(['\'', '’']);
            if !word.is_empty() {
                return Some(in_small_letters(word));
            }
        }
    })
}

/// A small letter or a digit.
const PLAIN: u8 = 1;
/// A capital, an apostrophe, or what is beyond ASCII: the word has to be looked at again.
const OTHER: u8 = 2;

/// What each byte of ASCII is in a word; 0 where it is in none.
static OF_WORD: [u8; 128] = {
    let mut looks = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        looks[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => PLAIN,
            b'A'..=b'Z' | b'\'' => OTHER,
            _ => 0,
        };
        byte += 1;
    }
    looks
};

/// What the character at this byte is in a word, and how many bytes it takes.
#[inline]
fn of_word(text: &str, at: usize) -> (u8, usize) {
    match OF_WORD.get(usize::from(text.as_bytes()[at])) {
        Some(look) => (*look, 1),
        None => beyond(&text[at..]),
    }
}

/// The same of a character beyond ASCII.
fn beyond(text: &str) -> (u8, usize) {
    let letter = text.chars().next().unwrap_or_default();
    let is_of_word = letter.is_alphanumeric() || letter == '’';
    (if is_of_word { OTHER } else { 0 }, letter.len_utf8())
}

/// A word in small letters. Nearly all are of ASCII, and quickly done.
fn in_small_letters(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        return Cow::Owned(word.to_lowercase().replace('’', "'"));
    }
    let has_capital = word.bytes().any(|byte| byte.is_ascii_uppercase());
    if has_capital { Cow::Owned(word.to_ascii_lowercase()) } else { Cow::Borrowed(word) }
}

/// Whether these words stand in a row.
pub(crate) fn says(words: &[impl AsRef<str>], phrase: &str) -> bool {
    let (first, rest) = phrase.split_once(' ').map_or((phrase, None), |(first, rest)| (first, Some(rest)));
    words.iter().enumerate().filter(|(_, word)| word.as_ref() == first).any(|(at, _)| {
        let mut after = words[at + 1..].iter();
        rest.is_none_or(|rest| rest.split(' ').all(|word| after.next().is_some_and(|next| next.as_ref() == word)))
    })
}

/// The first of these phrases that stands among the words.
pub(crate) fn first_said(words: &[impl AsRef<str>], phrases: &[&'static str]) -> Option<&'static str> {
    phrases.iter().copied().find(|phrase| says(words, phrase))
}

const CAUSES: [&str; 9] = [
    "caused",
    "led to",
    "resulted in",
    "due to us",
    "due to our",
    "because of us",
    "because of our",
    "thanks to us",
    "thanks to our",
];

static MAY_BE_CAUSE: LazyLock<Vocabulary<'static>> = LazyLock::new(|| Vocabulary::of(&CAUSES));

/// Words that leave open whether something was the cause.
const DOUBTS: [&str; 10] = ["not", "cannot", "no", "whether", "how much", "may", "might", "probably", "would", "could"];

/// Words for the one who reports. Without them, what caused something may be anything: a flood, a road closure.
const US: [&str; 14] = [
    "we",
    "us",
    "our",
    "support",
    "programme",
    "project",
    "partnership",
    "partners",
    "scheme",
    "service",
    "services",
    "worker",
    "workers",
    "hub",
];

/// The words by which a sentence says what caused something, and does not leave it open.
pub(crate) fn cause(text: &str) -> Option<&'static str> {
    sentences_with_causes(text).find_map(|words| sure_cause(&words))
}

/// The same, in a sentence that speaks of those who report.
pub(crate) fn own_cause(text: &str) -> Option<&'static str> {
    sentences_with_causes(text).find_map(|words| sure_cause(&words).filter(|_| first_said(&words, &US).is_some()))
}

/// The words of the sentences that may say what caused something.
fn sentences_with_causes(text: &str) -> impl Iterator<Item = Vec<Cow<'_, str>>> {
    let sentences = if MAY_BE_CAUSE.may_stand_in(text) { sentences(text) } else { Vec::new() };
    let told = sentences.into_iter().filter(|sentence| MAY_BE_CAUSE.may_stand_in(sentence));
    told.map(|sentence| each_word(sentence).collect())
}

fn sure_cause(words: &[Cow<'_, str>]) -> Option<&'static str> {
    let cause = first_said(words, &CAUSES)?;
    let is_open = first_said(words, &DOUBTS).is_some() || words.iter().any(|word| word.ends_with("n't"));
    (!is_open).then_some(cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_people_end_them() {
        assert_eq!(
            sentences("It rose by 2.4. Good! e.g. sleep did? Yes"),
            ["It rose by 2.4.", "Good! e.g. sleep did?", "Yes"]
        );
        assert_eq!(sentences(" … "), Vec::<&str>::new());
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        for (text, said) in [
            ("It’s 2.4, they said: “don't!”", vec!["it's", "2", "4", "they", "said", "don't"]),
            ("’tis the Partners’ café — 'x' a-b", vec!["tis", "the", "partners", "café", "x", "a", "b"]),
            ("' … ’", vec![]),
            ("ÉTÉ", vec!["été"]),
        ] {
            assert_eq!(words(text), said, "{text}");
        }
    }

    #[test]
    fn a_cause_is_one_only_where_it_is_said_without_doubt() {
        assert_eq!(cause("Our visits led to fewer falls."), Some("led to"));
        assert_eq!(cause("We cannot say whether visits led to fewer falls."), None);
        assert_eq!(cause("Visits didn’t, we think, result. They caused nothing of the kind? No."), Some("caused"));
        assert_eq!(own_cause("A flood caused two closures."), None);
        assert_eq!(own_cause("The hub caused this."), Some("caused"));
    }
}
