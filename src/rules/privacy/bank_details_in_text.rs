//! No text of a return holds a bank account or a card.

use super::{Hit, is_number_field, look};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "bank-details-in-text",
    code: "P-20",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "With an account or card number others can take money. A return never pays anybody.",
    answer: "Take the numbers out. Digits are taken for a card only where their check digit is right.",
    example: r#""in_kind_rate": "Staff hours at £22.50""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    look(cx, hits, |at, _| !is_number_field(at));
}

/// Sort codes with an account of eight digits close behind, and card numbers whose check digit is right.
pub(super) fn hits(text: &str) -> Vec<Hit> {
    // The shortest of them has 14 digits.
    if text.bytes().filter(u8::is_ascii_digit).nth(13).is_none() {
        return Vec::new();
    }
    let runs = runs(text);
    let mut hits = Vec::new();
    for (index, (start, digits, end)) in runs.iter().enumerate() {
        if is_card(digits) {
            hits.push(Hit {
                bytes: *start..*end,
                severity: Severity::Error,
                what: "what looks like a card number",
                help: REMOVE,
            });
            continue;
        }
        let is_sort_code = digits.len() == 6 && is_in_pairs(&text[*start..*end]);
        if is_sort_code
            && let Some((account, other, account_end)) = runs.get(index + 1)
            && other.len() == 8
            && account - end <= 30
        {
            let bytes = *start..*account_end;
            hits.push(Hit { bytes, severity: Severity::Error, what: "what looks like a bank account", help: REMOVE });
        } else if digits.len() == 14 && is_in_pairs(text.get(*start..start + 8).unwrap_or_default()) {
            // Code and account with nothing but a space between them.
            hits.push(Hit {
                bytes: *start..*end,
                severity: Severity::Error,
                what: "what looks like a bank account",
                help: REMOVE,
            });
        }
    }
    hits
}

const REMOVE: &str = "take it out; a return never needs an account or a card";

/// Runs of digits with single spaces or hyphens between them: where they begin, the digits, where they end.
fn runs(text: &str) -> Vec<(usize, Vec<u8>, usize)> {
    let bytes = text.as_bytes();
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() || (at > 0 && bytes[at - 1].is_ascii_alphanumeric()) {
            at += 1;
            continue;
        }
        let start = at;
        let mut digits = Vec::new();
        let mut end = at;
        while at < bytes.len() {
            if bytes[at].is_ascii_digit() {
                digits.push(bytes[at] - b'0');
                end = at + 1;
            } else if !matches!(bytes[at], b' ' | b'-') || at > end {
                break;
            }
            at += 1;
        }
        runs.push((start, digits, end));
    }
    runs
}

/// `12-34-56` or `12 34 56`.
fn is_in_pairs(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 8 && matches!(bytes[2], b' ' | b'-') && bytes[2] == bytes[5] && {
        bytes.iter().enumerate().all(|(index, byte)| matches!(index, 2 | 5) || byte.is_ascii_digit())
    }
}

/// Fifteen or sixteen digits of a card maker, the last of which checks the others (Luhn).
fn is_card(digits: &[u8]) -> bool {
    let maker = match digits {
        [3, 4 | 7, ..] => digits.len() == 15,
        [2 | 4 | 5 | 6, ..] => digits.len() == 16,
        _ => false,
    };
    let doubled = |digit: u32| if digit > 4 { digit * 2 - 9 } else { digit * 2 };
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| if index % 2 == 1 { doubled(u32::from(*digit)) } else { u32::from(*digit) })
        .sum();
    maker && sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != digits[0])
}

#[cfg(test)]
mod tests {
    use super::hits;
    use crate::rules::testing::gets;

    #[test]
    fn accounts_and_cards_are_found() {
        gets(
            &super::RULE,
            r#"{"finance": {"variance_explanation": "Paid to 12-34-56, account 12345678."}}"#,
            &[
                "/finance/variance_explanation error: “variance_explanation” holds what looks like a bank account, from \
               character 9 on | take it out; a return never needs an account or a card",
            ],
        );
        for text in ["12 34 56 12345678", "4539 1488 0343 6467", "378282246310005", "(4539148803436467)"] {
            assert_eq!(hits(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn dates_series_and_other_numbers_are_left_in_peace() {
        for text in [
            "12-34-56",
            "4539 1488 0343 6468",
            "11 12 10 11 13 12",
            "2026-09-30 and 2026-10-01",
            "é",
            "1234567812345678",
        ] {
            assert_eq!(hits(text), [], "{text}");
        }
    }
}
