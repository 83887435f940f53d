//! No text of a return holds a National Insurance number.

use super::{Detector, Hit, look, one_case, stands_alone};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "national-insurance-number-in-text",
    code: "P-12",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "A National Insurance number names one person for life, and opens doors to their pay and benefits.",
    answer: "Take the number out. The number of the guidance, which begins with QQ, is nobody’s and is only advice.",
    example: r#""what_happened": "A parent in Quayside was seeing five services that did not speak to each other.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    look(cx, Detector::NationalInsuranceNumber, |_, _| true);
}

/// National Insurance numbers in a text: two letters, six digits, a letter from A to D.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut from = 0;
    std::iter::from_fn(move || next(text, &mut from))
}

/// The next of them from this byte on.
fn next(text: &str, from: &mut usize) -> Option<Hit> {
    let bytes = text.as_bytes();
    while let Some(start) = text[*from..].find(|letter: char| letter.is_ascii_alphabetic()).map(|found| *from + found) {
        *from = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let Some(length) = length(&bytes[start..]) else { continue };
        let range = start..start + length;
        let prefix = text[start..start + 2].to_ascii_uppercase();
        if !one_case(&text[range.clone()]) || !stands_alone(text, &range) || !(prefix == "QQ" || is_given_out(&prefix))
        {
            continue;
        }
        *from = range.end;
        let (severity, what, help) = if prefix == "QQ" {
            (Severity::Advice, "the National Insurance number that guidance gives as an example", EXAMPLE)
        } else {
            (Severity::Error, "what looks like a National Insurance number", REMOVE)
        };
        return Some(Hit { bytes: range, severity, what, help });
    }
    None
}

const REMOVE: &str = "take it out; a return never needs to say which person is meant";
const EXAMPLE: &str = "take it out, if something else should stand here";

/// Whether these bytes begin as such a number does.
pub(super) fn has_its_shape(text: &[u8]) -> bool {
    length(text).is_some()
}

/// How many bytes it takes from the start of the text. Spaces may stand between its pairs.
fn length(text: &[u8]) -> Option<usize> {
    let mut at = 0;
    for group in 0..5 {
        if group > 0 && text.get(at) == Some(&b' ') {
            at += 1;
        }
        let fits = |byte: &u8| match group {
            0 => byte.is_ascii_alphabetic(),
            4 => matches!(byte.to_ascii_uppercase(), b'A'..=b'D'),
            _ => byte.is_ascii_digit(),
        };
        let length = if group == 4 { 1 } else { 2 };
        if !text.get(at..at + length)?.iter().all(fits) {
            return None;
        }
        at += length;
    }
    Some(at)
}

/// Whether numbers with these first two letters are given out.
fn is_given_out(prefix: &str) -> bool {
    let kept_back = ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"];
    !kept_back.contains(&prefix) && !prefix.starts_with(['D', 'F', 'I', 'Q', 'U', 'V']) && {
        !prefix.ends_with(['D', 'F', 'I', 'O', 'Q', 'U', 'V'])
    }
}

#[cfg(test)]
mod tests {
    use super::{Severity, hits};
    use crate::rules::testing::gets;

    #[test]
    fn it_is_found_in_one_piece_or_in_pairs() {
        gets(
            &super::RULE,
            r#"{"narratives": [{"id": "N1", "why": "See AB123456C."}, {"id": "N2", "why": "Or jg 10 37 59 a, or QQ123456A."}]}"#,
            &[
                "/narratives/0/why error: “why” of N1 holds what looks like a National Insurance number, from character 5 on \
                 | take it out; a return never needs to say which person is meant",
                "/narratives/1/why error: “why” of N2 holds what looks like a National Insurance number, from character 4 on \
                 | take it out; a return never needs to say which person is meant",
                "/narratives/1/why advice: “why” of N2 holds the National Insurance number that guidance gives as an example, \
                 from character 22 on | take it out, if something else should stand here",
            ],
        );
    }

    #[test]
    fn what_is_never_given_out_is_something_else() {
        for text in
            ["GB123456A", "DA123456A", "AO123456A", "AB123456E", "AB1234567", "xAB123456C", "Ab123456C", "AB12345", "é"]
        {
            assert_eq!(hits(text).next(), None, "{text}");
        }
        assert_eq!(hits("née AB123456C").next().unwrap().severity, Severity::Error);
    }
}
