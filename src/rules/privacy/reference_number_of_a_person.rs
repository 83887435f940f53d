//! No text of a return holds the number under which a service or court keeps a person, a pupil, a home or a car.

use std::ops::Range;

use super::{Detector, Hit, is_number_field, look, near, stands_alone};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "reference-number-of-a-person",
    code: "P-17",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Privacy,
    why: "Whoever works with the same system can look the number up, and has the name.",
    answer: "Take the number out: of a home (UPRN), a pupil (UPN), a person on probation (CRN), a patient, a car. If it is \
             something else, say so in explanations.",
    example: r#""what_happened": "The case was closed after two visits.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    look(cx, Detector::ReferenceNumber, |at, _| !is_number_field(at));
}

/// Reference numbers in a text. All but those of pupils and cars are taken for one only beside a word that says so.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut before: Option<Range<usize>> = None;
    let mut from = 0;
    std::iter::from_fn(move || next(text, &mut from, &mut before))
}

/// The next of them from this byte on; `before` is the word that ends there.
fn next(text: &str, from: &mut usize, before: &mut Option<Range<usize>>) -> Option<Hit> {
    let hit = |bytes, what| Some(Hit { bytes, severity: Severity::Warning, what, help: REMOVE });
    while let Some(start) = text[*from..].find(char::is_alphanumeric).map(|found| *from + found) {
        let word = text[start..].split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let bytes = start..start + word.len();
        *from = bytes.end;
        let before = before.replace(bytes.clone());
        if let Some(what) = of_word(text, &bytes) {
            return hit(bytes, what);
        }
        if let Some(before) = before.filter(|before| text.get(before.end..start) == Some(" ")) {
            // A car's plate in two pieces.
            let both = before.start..bytes.end;
            if both.len() == PLATE + 1 && is_plate(&format!("{}{word}", &text[before])) && stands_alone(text, &both) {
                return hit(both, "what looks like a car’s number");
            }
        }
    }
    None
}

/// How many letters and digits are on a car's plate.
const PLATE: usize = 7;

const REMOVE: &str = "take it out; if it is something else, say so in explanations";

fn of_word(text: &str, bytes: &Range<usize>) -> Option<&'static str> {
    let word = &text[bytes.clone()];
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    if digits < 2 || !word.is_ascii() || !stands_alone(text, bytes) {
        return None;
    }
    let after_letter = word.starts_with(|letter: char| letter.is_ascii_uppercase()) && digits + 1 == word.len();
    let all = digits == word.len();
    if after_letter && digits == 12 {
        Some("what looks like a pupil’s number")
    } else if after_letter && digits == 6 && near(text, bytes, 20, &["crn"]) {
        Some("what looks like the number of a person on probation")
    } else if all && (10..=12).contains(&digits) && near(text, bytes, 20, &["uprn"]) {
        Some("what looks like the number of a home")
    } else if (6..=10).contains(&digits)
        && word.len() <= 12
        && near(text, bytes, 25, &["hospital number", "hospital no", "mrn"])
    {
        Some("what looks like a patient’s number")
    } else if is_plate(word) {
        Some("what looks like a car’s number")
    } else {
        None
    }
}

/// Two letters, two digits for the half-year, three letters; none of them I or Q.
fn is_plate(word: &str) -> bool {
    let [one, two, tens, units, letters @ ..] = word.as_bytes() else { return false };
    let is_letter = |byte: &u8| byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'Q');
    let age = (i32::from(*tens) - 48) * 10 + i32::from(*units) - 48;
    letters.len() == 3
        && is_letter(one)
        && is_letter(two)
        && tens.is_ascii_digit()
        && units.is_ascii_digit()
        && ((2..=29).contains(&age) || (51..=79).contains(&age))
        && letters.iter().all(is_letter)
}

#[cfg(test)]
mod tests {
    use super::hits;
    use crate::rules::testing::gets;

    #[test]
    fn numbers_of_homes_pupils_people_and_cars_are_found() {
        gets(
            &super::RULE,
            r#"{"risks": [{"id": "K1", "title": "Rain", "mitigation": "UPRN 100012345678"}]}"#,
            &[
                "/risks/0/mitigation warning: “mitigation” of K1 holds what looks like the number of a home, from character 6 on \
               | take it out; if it is something else, say so in explanations",
            ],
        );
        for text in ["pupil A123456789012", "CRN: X123456", "his car, AB12 CDE.", "AB12CDE", "hospital number 1234567"]
        {
            assert_eq!(hits(text).count(), 1, "{text}");
        }
    }

    #[test]
    fn records_places_and_years_are_left_in_peace() {
        for text in [
            "E05999001",
            "R123456",
            "DPIA v3, 14 July 2026",
            "100012345678",
            "STM-2026-27-Q2",
            "in 2026 THE",
            "é12",
            "AB30 CDE",
        ] {
            assert_eq!(hits(text).next(), None, "{text}");
        }
        gets(&super::RULE, r#"{"funding": {"grant_agreement": {"ref": "A123456789012"}}}"#, &[]);
    }
}
