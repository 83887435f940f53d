//! Ten digits with a check digit, modulus 11.

use super::{Hit, near, stands_alone};
use crate::diagnostic::Severity;

/// NHS numbers in a text; ten digits whose check digit is wrong only where “NHS” stands close by.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut from = 0;
    std::iter::from_fn(move || next(text, &mut from))
}

/// The next of them from this byte on.
fn next(text: &str, from: &mut usize) -> Option<Hit> {
    while let Some(start) = text[*from..].find(|letter: char| letter.is_ascii_digit()).map(|found| *from + found) {
        let Some((digits, end)) = ten_digits(&text[start..]).map(|(digits, length)| (digits, start + length)) else {
            *from = start + text[start..].chars().take_while(char::is_ascii_digit).count();
            continue;
        };
        *from = end;
        let bytes = start..end;
        if !stands_alone(text, &bytes) || digits.iter().all(|digit| *digit == digits[0]) {
            continue;
        }
        let (severity, what) = if is_right(&digits) {
            (Severity::Error, "what looks like an NHS number")
        } else if near(text, &bytes, 20, &["nhs"]) {
            (Severity::Warning, "what may be an NHS number with a slip in it")
        } else {
            continue;
        };
        return Some(Hit { bytes, severity, what, help: REMOVE });
    }
    None
}

const REMOVE: &str = "take it out; a return never needs to say which patient is meant";

/// Ten digits from the start of the text, in one piece or as 3, 3 and 4, and how many bytes they take.
fn ten_digits(text: &str) -> Option<([u32; 10], usize)> {
    let mut digits = [0; 10];
    let mut found = 0;
    let mut gaps = 0;
    for (at, letter) in text.char_indices() {
        if let Some(digit) = letter.to_digit(10) {
            if found == 10 {
                return None;
            }
            digits[found] = digit;
            found += 1;
            continue;
        }
        let is_gap = matches!(letter, ' ' | '-' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{2010}'..='\u{2013}');
        if found == 10 {
            return (gaps == 0 || gaps == 2).then_some((digits, at));
        }
        if !is_gap || gaps == 2 || found != [3, 6][gaps] {
            return None;
        }
        gaps += 1;
    }
    (found == 10 && (gaps == 0 || gaps == 2)).then_some((digits, text.len()))
}

/// The tenth digit is 11 less the weighted sum of the others modulo 11; 11 counts as 0, and 10 is never given out.
fn is_right(digits: &[u32; 10]) -> bool {
    let sum: u32 = digits[..9].iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        other => other,
    };
    check != 10 && check == digits[9]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn severities(text: &str) -> Vec<Severity> {
        hits(text).map(|hit| hit.severity).collect()
    }

    #[test]
    fn the_check_digit_decides() {
        for text in ["9434765919", "943 476 5919", "943-476-5919", "(943 476 5919)", "was 9434765919."] {
            assert_eq!(severities(text), [Severity::Error], "{text}");
        }
        assert_eq!(severities("943 476 5918"), []);
        assert_eq!(severities("NHS number: 943 476 5918"), [Severity::Warning]);
    }

    #[test]
    fn longer_numbers_other_groups_and_ten_equal_digits_are_something_else() {
        for text in ["94347659190", "x9434765919", "9434 765 919", "943 4765919", "1111111111", "01632 960123", "2026"]
        {
            assert_eq!(severities(text), [], "{text}");
        }
    }

    #[test]
    fn any_text_can_be_looked_through() {
        for text in ["", "é943 476 5919é", "943 476 59", "943 476 5919943 476 5919", "1é2", "943"] {
            let _ = hits(text).count();
        }
    }
}
