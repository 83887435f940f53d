//! No text of a return holds a bank account or a card.

use super::{Detector, Hit, is_number_field, look};
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
    look(cx, Detector::BankDetails, |at, _| !is_number_field(at));
}

/// Sort codes with an account of eight digits close behind, and card numbers whose check digit is right.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut runs = runs(text).peekable();
    std::iter::from_fn(move || {
        while let Some(run) = runs.next() {
            let (what, end) = if is_card(run.digits()) {
                ("what looks like a card number", run.end)
            } else if let Some(end) = account(text, &run, runs.peek()) {
                ("what looks like a bank account", end)
            } else {
                continue;
            };
            return Some(Hit { bytes: run.start..end, severity: Severity::Error, what, help: REMOVE });
        }
        None
    })
}

/// Where an account ends whose sort code begins this run.
fn account(text: &str, run: &Run, next: Option<&Run>) -> Option<usize> {
    if run.count == 6 && is_in_pairs(&text[run.start..run.end]) {
        return next.filter(|next| next.count == 8 && next.start - run.end <= 30).map(|next| next.end);
    }
    // Code and account with nothing but a space between them.
    let is_both = run.count == 14 && is_in_pairs(text.get(run.start..run.start + 8).unwrap_or_default());
    is_both.then_some(run.end)
}

const REMOVE: &str = "take it out; a return never needs an account or a card";

/// The most digits of anything looked for.
const MOST: usize = 16;

/// Digits with single spaces or hyphens between them.
struct Run {
    start: usize,
    end: usize,
    count: usize,
    first: [u8; MOST],
}

impl Run {
    /// The digits; none where there are more than anything has.
    fn digits(&self) -> &[u8] {
        self.first.get(..self.count).unwrap_or_default()
    }
}

fn runs(text: &str) -> impl Iterator<Item = Run> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while at < bytes.len() {
            if !bytes[at].is_ascii_digit() || (at > 0 && bytes[at - 1].is_ascii_alphanumeric()) {
                at += 1;
                continue;
            }
            let mut run = Run { start: at, end: at, count: 0, first: [0; MOST] };
            while at < bytes.len() {
                if bytes[at].is_ascii_digit() {
                    if let Some(digit) = run.first.get_mut(run.count) {
                        *digit = bytes[at] - b'0';
                    }
                    run.count += 1;
                    run.end = at + 1;
                } else if !matches!(bytes[at], b' ' | b'-') || at > run.end {
                    break;
                }
                at += 1;
            }
            return Some(run);
        }
        None
    })
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
            assert_eq!(hits(text).count(), 1, "{text}");
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
            assert_eq!(hits(text).next(), None, "{text}");
        }
    }
}
