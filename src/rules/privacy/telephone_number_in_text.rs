//! No text of a return holds a person's own telephone number.

use super::{Detector, Hit, is_number_field, look_closely};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "telephone-number-in-text",
    code: "P-15",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "A telephone number in a report rings for years, and with a mobile it is always the same person who answers.",
    answer: "Take it out. A number that is meant for readers goes into return.contact. A mobile number is an error, a \
             number of a house or office a warning; 03 and 08 numbers belong to organisations and are left alone, as are \
             the numbers kept for stories, such as 01632 960 and any three digits. A number that is published can be allowed in candour.toml.",
    example: r#""contact": "01632 960123""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    // The contact is where a number belongs; there a mobile may be a team's.
    let allowed = &cx.settings().allowed;
    look_closely(cx, Detector::TelephoneNumber, |at, number, _| {
        at.as_str() != "/return/contact" && !is_number_field(at) && !allowed.is_telephone_number(number)
    });
}

/// British telephone numbers in a text: 0 or +44, then nine or ten digits in any groups.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut from = 0;
    std::iter::from_fn(move || next(text, &mut from))
}

/// The next of them from this byte on.
fn next(text: &str, from: &mut usize) -> Option<Hit> {
    while let Some(start) = text[*from..].find(['0', '+']).map(|found| *from + found) {
        *from = start + 1;
        if text[..start].chars().next_back().is_some_and(|before| before.is_alphanumeric() || "/.-_£+".contains(before))
        {
            continue;
        }
        let Some((digits, end)) = national(&text[start..]).map(|(digits, length)| (digits, start + length)) else {
            continue;
        };
        *from = end;
        let is_mobile = digits.starts_with('7');
        if digits.starts_with(['3', '8', '9', '0', '4', '6']) || is_for_stories(&digits) {
            continue;
        }
        let (severity, what) = if is_mobile {
            (Severity::Error, "what looks like a mobile number")
        } else {
            (Severity::Warning, "what looks like a telephone number")
        };
        return Some(Hit { bytes: start..end, severity, what, help: REMOVE });
    }
    None
}

const REMOVE: &str = "take it out; where readers can ring, give the number in return.contact";

/// Whether this is a number and nothing else.
pub(super) fn is_one(text: &str) -> bool {
    national(text).is_some_and(|(_, length)| length == text.len())
}

/// The digits after 0 or +44, and how many bytes the whole number takes.
fn national(text: &str) -> Option<(String, usize)> {
    let (mut at, mut gap) = if text.starts_with("+44") { (3, 0) } else { (usize::from(text.starts_with('0')), 0) };
    if at == 0 {
        return None;
    }
    if let Some(rest) = text[at..].strip_prefix(' ').unwrap_or(&text[at..]).strip_prefix("(0)") {
        at = text.len() - rest.len();
    }
    let mut digits = String::new();
    let mut end = at;
    for (offset, letter) in text[at..].char_indices() {
        if letter.is_ascii_digit() {
            digits.push(letter);
            end = at + offset + 1;
            gap = 0;
            if digits.len() > 10 {
                return None;
            }
        } else if matches!(letter, ' ' | '-' | '(' | ')' | '\u{a0}') && gap < 2 && digits.len() < 10 {
            gap += 1;
        } else if letter.is_alphanumeric() && gap == 0 {
            return None;
        } else {
            break;
        }
    }
    (digits.len() == 9 || digits.len() == 10).then_some((digits, end))
}

/// The numbers that Ofcom keeps for drama.
fn is_for_stories(digits: &str) -> bool {
    const KEPT: [&str; 18] = [
        "1632960", "7700900", "1134960", "1144960", "1154960", "1164960", "1174960", "1184960", "1214960", "1314960",
        "1414960", "1514960", "1614960", "1914980", "2079460", "2896496", "2920180", "1632 9",
    ];
    KEPT.iter().any(|kept| digits.starts_with(kept))
}

#[cfg(test)]
mod tests {
    use super::{Severity, hits};
    use crate::rules::testing::gets;

    #[test]
    fn a_mobile_is_an_error_and_a_house_a_warning() {
        gets(
            &super::RULE,
            r#"{"narratives": [{"id": "N1", "lesson": "Ring 07911 123456 or (01904) 123 456."}]}"#,
            &[
                "/narratives/0/lesson error: “lesson” of N1 holds what looks like a mobile number, from character 6 on \
                 | take it out; where readers can ring, give the number in return.contact",
                "/narratives/0/lesson warning: “lesson” of N1 holds what looks like a telephone number, from character 23 on \
                 | take it out; where readers can ring, give the number in return.contact",
            ],
        );
        for text in ["+44 7911 123456", "+447911123456", "+44 (0)7911 123456", "07911-123-456"] {
            let severities: Vec<_> = hits(text).map(|hit| hit.severity).collect();
            assert_eq!(severities, [Severity::Error], "{text}");
        }
    }

    #[test]
    fn helplines_stories_money_and_dates_are_left_in_peace() {
        gets(&super::RULE, r#"{"return": {"contact": "01904 123456"}}"#, &[]);
        for text in [
            "0300 123 4567",
            "0808 2000 247",
            "01632 960123",
            "07700 900 123",
            "£0 1904 123456",
            "2026-09-01 to 2026-10-01",
            "0.75",
            "12 of 0",
            "0 2 4 6",
            "019041234567",
            "x01904123456",
            "0",
            "+",
            "+44",
            "0é",
        ] {
            assert_eq!(hits(text).next(), None, "{text}");
        }
    }
}
