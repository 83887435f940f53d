//! What a text has to have before a detector can find anything in it, from one look at its bytes. Most texts of a return
//! have none of it, and are looked at no further.

use std::sync::LazyLock;

use super::giveaway::Amounts;
use super::nouns::Usual;
use super::{
    date_of_birth_in_text, dates, giveaway, name_in_text, national_insurance_number_in_text, postcode,
    sensitive_detail_of_one_person, someone_at_risk_now, street_address_in_text,
};
use crate::prose::Vocabulary;

/// What stands in a text. Says rather too much than too little.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    letters: usize,
    digits: usize,
    /// The most digits of one word.
    digits_of_word: usize,
    marks: u32,
    /// How many of something it may speak of.
    amounts: Amounts,
}

/// An at sign.
const AT: u32 = 1;
/// A date straight after an opening bracket.
const BRACKET: u32 = 2;
/// A digit straight after one or two letters.
const JOINED: u32 = 4;
/// A title, or a word before a name, and what may be one.
const NAME: u32 = 8;
/// A word of birth.
const BIRTH: u32 = 16;
/// A word for a street.
const STREET: u32 = 32;
/// A word for a danger.
const DANGER: u32 = 64;
/// A word for what is sensitive.
const SENSITIVE: u32 = 128;
/// A number in letters, or a word for few.
const AMOUNT: u32 = 256;
/// How a postcode begins.
const POSTCODE: u32 = 512;
/// What has the shape of a National Insurance number.
const INSURANCE: u32 = 1024;
/// Capitals behind a digit, as at the end of a car's plate.
const PLATE: u32 = 2048;
/// From here on a bit for each of [`Usual::ALL`], of which there is a word.
const NOUNS: u32 = 16;

/// What a byte of a text is: bits rather than variants, because every byte is looked at, and a jump for each kind, which
/// no processor foresees, costs more than all else here.
const LETTER: u8 = 1;
const DIGIT: u8 = 2;
const AT_SIGN: u8 = 4;
const OPENING: u8 = 8;
/// Of a letter beyond ASCII, which may stand within a word.
const BEYOND: u8 = 16;

static LOOKS: [u8; 256] = {
    let mut looks = [BEYOND; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        looks[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => LETTER,
            b'0'..=b'9' => DIGIT,
            b'@' => AT_SIGN,
            b'(' => OPENING,
            _ => 0,
        };
        byte += 1;
    }
    looks
};

/// Where a run of these ends that goes on at this byte.
#[inline]
fn end_of_run(bytes: &[u8], mut at: usize, look: u8) -> usize {
    while at < bytes.len() && LOOKS[usize::from(bytes[at])] & look != 0 {
        at += 1;
    }
    at
}

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let words = &*WORDS;
        let bytes = text.as_bytes();
        let mut signs = Self::default();
        let (mut letters, mut digits_of_word) = (0, 0);
        let mut at = 0;
        while at < bytes.len() {
            let start = at;
            let first = bytes[at];
            let look = LOOKS[usize::from(first)];
            at += 1;
            if look & LETTER != 0 {
                at = end_of_run(bytes, at, LETTER);
                let length = at - start;
                letters += length;
                let second = if length > 1 { bytes[start + 1] } else { 0 };
                if words.may_know(first, second, length) {
                    signs.add_word(words, &bytes[start..at], &bytes[at..]);
                }
                // So most words end, and there is nothing more to see.
                if at < bytes.len() && bytes[at] == b' ' {
                    digits_of_word = 0;
                    at += 1;
                }
                if length <= 2 && at < bytes.len() && LOOKS[usize::from(bytes[at])] & DIGIT != 0 {
                    signs.add_code(&bytes[start..], length);
                }
            } else if look & DIGIT != 0 {
                at = end_of_run(bytes, at, DIGIT);
                signs.digits += at - start;
                digits_of_word += at - start;
                signs.digits_of_word = signs.digits_of_word.max(digits_of_word);
                signs.add_number(&bytes[start..at], &bytes[at..]);
            } else if look & BEYOND == 0 {
                digits_of_word = 0;
                if look & AT_SIGN != 0 {
                    signs.marks |= AT;
                } else if look & OPENING != 0 && is_date(&text[at..]) {
                    signs.marks |= BRACKET;
                }
            }
        }
        Self { letters, ..signs }
    }

    /// A word, and what follows it.
    fn add_word(&mut self, words: &Vocabulary<'_>, word: &[u8], after: &[u8]) {
        let mut marks = words.marks(word);
        if marks & NAME != 0 && !may_be_capital(after) {
            marks &= !NAME;
        }
        self.marks |= marks;
        if marks & AMOUNT != 0 {
            self.amounts.add_word(word);
        }
    }

    /// One or two letters, with a digit straight behind them or after a space.
    fn add_code(&mut self, from: &[u8], letters: usize) {
        if from[letters].is_ascii_digit() {
            self.marks |= JOINED;
            if postcode::may_begin(from) {
                self.marks |= POSTCODE;
            }
        }
        if letters == 2 && national_insurance_number_in_text::has_its_shape(from) {
            self.marks |= INSURANCE;
        }
    }

    /// A run of digits, and what follows it.
    fn add_number(&mut self, digits: &[u8], after: &[u8]) {
        self.amounts.add_digits(digits, after);
        let is_plate = match after {
            [b'A'..=b'Z', ..] => true,
            [b' ', letters @ ..] => letters.iter().take_while(|byte| byte.is_ascii_uppercase()).count() >= 3,
            _ => false,
        };
        if is_plate {
            self.marks |= PLATE;
        }
    }

    fn has(self, mark: u32) -> bool {
        self.marks & mark != 0
    }

    /// Whether any detector may find something. Most texts have nothing that one asks for.
    pub(super) fn may_identify(self) -> bool {
        let has_number = self.digits >= 10 || self.digits_of_word >= 6 && self.letters >= 1;
        let has_plate = self.has(JOINED) && self.has(PLATE);
        has_number || has_plate || self.has(AT | BRACKET | NAME | BIRTH | STREET | POSTCODE | INSURANCE)
    }

    pub(super) fn may_be_nhs_number(self) -> bool {
        self.digits >= 10
    }

    pub(super) fn may_be_national_insurance_number(self) -> bool {
        self.has(INSURANCE)
    }

    pub(super) fn may_be_postcode(self) -> bool {
        self.has(POSTCODE)
    }

    pub(super) fn may_be_mailbox(self) -> bool {
        self.has(AT)
    }

    pub(super) fn may_be_telephone_number(self) -> bool {
        self.digits >= 10
    }

    pub(super) fn may_be_date_of_birth(self) -> bool {
        self.digits >= 3 && self.has(BRACKET | BIRTH)
    }

    /// A number of six digits or more with a letter or a word, or a car's plate.
    pub(super) fn may_be_reference_number(self) -> bool {
        self.letters >= 1 && self.digits_of_word >= 6 || self.letters >= 5 && self.has(JOINED) && self.has(PLATE)
    }

    pub(super) fn may_be_name(self) -> bool {
        self.has(NAME)
    }

    pub(super) fn may_be_street_address(self) -> bool {
        self.digits >= 1 && self.has(STREET)
    }

    /// The shortest of bank details have fourteen digits.
    pub(super) fn may_be_bank_details(self) -> bool {
        self.digits >= 14
    }

    /// A number and a word for what it counts.
    pub(super) fn may_count(self) -> bool {
        self.letters >= 3 && !self.amounts.is_empty()
    }

    /// Of which things that reports count it has a usual word, as bits.
    pub(super) fn nouns(self) -> u32 {
        self.marks >> NOUNS
    }

    /// The amounts it may speak of.
    pub(super) fn amounts(self) -> Amounts {
        self.amounts
    }

    pub(super) fn may_speak_of_danger(self) -> bool {
        self.has(DANGER)
    }

    pub(super) fn may_be_sensitive(self) -> bool {
        self.has(SENSITIVE)
    }
}

/// Whether a date begins this text, which stands behind a bracket.
fn is_date(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphanumeric()) && dates::begins_with_one(text)
}

/// Whether a capital, or what is beyond ASCII, comes first behind spaces, points and quotation marks.
fn may_be_capital(text: &[u8]) -> bool {
    let next = text.iter().find(|byte| !matches!(byte, b' ' | b'.' | b'"' | b'\''));
    next.is_some_and(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
}

/// Which things that reports count have this word, in small letters, as bits.
pub(super) fn nouns_of(word: &str) -> u32 {
    WORDS.marks(word.as_bytes()) >> NOUNS
}

/// The words that are signs. Names and streets are meant only with their capital.
static WORDS: LazyLock<Vocabulary<'static>> = LazyLock::new(|| {
    let streets = street_address_in_text::STREETS.split_whitespace();
    let words = Vocabulary::empty()
        .with_exact(NAME, name_in_text::TITLES.into_iter().chain(name_in_text::CALLED))
        .with_exact(STREET, streets)
        .with(BIRTH, &date_of_birth_in_text::BIRTH)
        .with(AMOUNT, giveaway::NUMBERS.iter().chain(&giveaway::FEW))
        .with(DANGER, &someone_at_risk_now::NOW)
        .with(SENSITIVE, &sensitive_detail_of_one_person::SENSITIVE);
    Usual::ALL.into_iter().fold(words, |words, usual| words.with(usual.bit() << NOUNS, usual.words()))
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_found_has_its_sign() {
        let of = Signs::of;
        assert!(of("943 476 5919").may_be_nhs_number());
        assert!(of("ab 12 34 56 c").may_be_national_insurance_number());
        assert!(of("in YO8 4QX").may_be_postcode());
        assert!(of("a@b.example").may_be_mailbox());
        assert!(of("0 1904 123456").may_be_telephone_number());
        assert!(of("D.O.B. 1.6.10").may_be_date_of_birth() && of("Born 1 May 84").may_be_date_of_birth());
        assert!(of("(1.6.10)").may_be_date_of_birth());
        assert!(of("AB12CDE").may_be_reference_number() && of("mrn 123456").may_be_reference_number());
        assert!(of("Mrs Holt").may_be_name() && of("a boy called Sam").may_be_name());
        assert!(of("12 Mill Lane").may_be_street_address());
        assert!(of("12-34-56 12345678").may_be_bank_details());
        assert!(of("He WANTS to die").may_speak_of_danger());
        assert!(of("self-harm").may_be_sensitive());
        for text in ["3 homes", "Two homes", "hardly any homes"] {
            assert!(of(text).may_count(), "{text}");
        }
        assert!(!of("3").may_count() && !of("the homes").may_count());
    }

    #[test]
    fn everyday_texts_have_none() {
        let signs = Signs::of("Call-outs rose by 6 on the way from the marsh. Evening cover stopped in July.");
        assert_eq!((signs.digits, signs.marks), (1, 0));
    }
}
