//! What a text has to have before a detector can find anything in it, from one look at its bytes. Most texts of a return
//! have none of it, and are looked at no further.

use std::sync::LazyLock;

use super::giveaway::Amounts;
use super::{
    date_of_birth_in_text, giveaway, name_in_text, sensitive_detail_of_one_person, someone_at_risk_now,
    street_address_in_text,
};
use crate::prose::Vocabulary;

/// What stands in a text. Says rather too much than too little.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Signs {
    letters: usize,
    digits: usize,
    /// The most digits of one word.
    digits_of_word: usize,
    marks: u16,
    /// How many of something it may speak of.
    amounts: Amounts,
}

/// An at sign.
const AT: u16 = 1;
/// An opening bracket.
const BRACKET: u16 = 2;
/// A digit straight after one or two letters.
const JOINED: u16 = 4;
/// A title, or a word before a name.
const NAME: u16 = 8;
/// A word of birth.
const BIRTH: u16 = 16;
/// A word for a street.
const STREET: u16 = 32;
/// A word for a danger.
const DANGER: u16 = 64;
/// A word for what is sensitive.
const SENSITIVE: u16 = 128;
/// A number in letters, or a word for few.
const AMOUNT: u16 = 256;

/// What a byte of a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Letter,
    Digit,
    At,
    Bracket,
    Other,
}

static LOOKS: [Look; 256] = {
    let mut looks = [Look::Other; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        looks[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => Look::Letter,
            b'0'..=b'9' => Look::Digit,
            b'@' => Look::At,
            b'(' => Look::Bracket,
            _ => Look::Other,
        };
        byte += 1;
    }
    looks
};

impl Signs {
    pub(super) fn of(text: &str) -> Self {
        let words = &*WORDS;
        let bytes = text.as_bytes();
        let mut signs = Self::default();
        let (mut letters, mut digits_of_word) = (0, 0);
        let mut at = 0;
        while let Some(first) = bytes.get(at) {
            let start = at;
            at += 1;
            match LOOKS[usize::from(*first)] {
                Look::Letter => {
                    while bytes.get(at).is_some_and(|byte| LOOKS[usize::from(*byte)] == Look::Letter) {
                        at += 1;
                    }
                    let length = at - start;
                    letters += length;
                    let second = if length > 1 { bytes[start + 1] } else { 0 };
                    if words.may_know(*first, second, length) {
                        signs.add_word(words, &text[start..at]);
                    }
                    match bytes.get(at) {
                        // So most words end, and there is nothing more to see.
                        Some(b' ') => {
                            digits_of_word = 0;
                            at += 1;
                        }
                        Some(b'0'..=b'9') if length <= 2 => signs.marks |= JOINED,
                        Some(_) | None => {}
                    }
                    continue;
                }
                Look::Digit => {
                    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                        at += 1;
                    }
                    signs.digits += at - start;
                    digits_of_word += at - start;
                    signs.digits_of_word = signs.digits_of_word.max(digits_of_word);
                    signs.amounts.add_digits(&bytes[start..at], &bytes[at..]);
                    continue;
                }
                Look::At => signs.marks |= AT,
                Look::Bracket => signs.marks |= BRACKET,
                Look::Other => {}
            }
            // What is beyond ASCII may be a letter within a word.
            if first.is_ascii() {
                digits_of_word = 0;
            }
        }
        Self { letters, ..signs }
    }

    fn add_word(&mut self, words: &Vocabulary<'_>, word: &str) {
        let marks = words.marks(word.as_bytes());
        self.marks |= marks;
        if marks & AMOUNT != 0 {
            self.amounts.add_word(word);
        }
    }

    fn has(self, mark: u16) -> bool {
        self.marks & mark != 0
    }

    /// Whether any detector may find something. Most texts have nothing that one asks for.
    pub(super) fn may_identify(self) -> bool {
        let has_number = self.digits >= 10 || self.digits >= 6 && self.letters >= 1;
        has_number || self.has(AT | BRACKET | JOINED | NAME | BIRTH | STREET)
    }

    pub(super) fn may_be_nhs_number(self) -> bool {
        self.digits >= 10
    }

    pub(super) fn may_be_national_insurance_number(self) -> bool {
        self.digits >= 6 && self.letters >= 3
    }

    pub(super) fn may_be_postcode(self) -> bool {
        self.has(JOINED) && self.letters >= 2
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
        self.letters >= 1 && self.digits_of_word >= 6 || self.letters >= 5 && self.has(JOINED)
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

/// The words that are signs. Names and streets are meant only with their capital.
static WORDS: LazyLock<Vocabulary<'static>> = LazyLock::new(|| {
    let streets = street_address_in_text::STREETS.split_whitespace();
    Vocabulary::empty()
        .with_exact(NAME, name_in_text::TITLES.into_iter().chain(name_in_text::CALLED))
        .with_exact(STREET, streets)
        .with(BIRTH, &date_of_birth_in_text::BIRTH)
        .with(AMOUNT, giveaway::NUMBERS.iter().chain(&giveaway::FEW))
        .with(DANGER, &someone_at_risk_now::NOW)
        .with(SENSITIVE, &sensitive_detail_of_one_person::SENSITIVE)
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
