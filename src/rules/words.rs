//! Numbers, dates and names as messages say them.

use rust_decimal::Decimal;

use crate::returns::{Date, Period};

/// `30 September 2026`.
pub(super) fn date(date: Date) -> String {
    date.in_words()
}

/// `Q2 of 2026-27` for a quarter, else as written.
pub(super) fn period(period: Period) -> String {
    match period.as_quarter() {
        Some((year, quarter)) => format!("{} of {year}", quarter.word()),
        None => period.to_string(),
    }
}

/// `1,260,000`.
pub(super) fn count(number: impl Into<i128>) -> String {
    let number = number.into();
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    if number < 0 {
        out.push('-');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `£348,600`.
pub(super) fn pounds(number: impl Into<i128>) -> String {
    let number = number.into();
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}£{}", count(number.abs()))
}

/// A decimal as typed, with thousands marked.
pub(super) fn decimal(number: Decimal) -> String {
    let text = number.normalize().to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (whole, rest) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    let whole = whole.parse::<i128>().map_or_else(|_| whole.to_owned(), count);
    rest.map_or_else(|| format!("{sign}{whole}"), |rest| format!("{sign}{whole}.{rest}"))
}

/// `78.0%`, `3.1 per 1,000`.
pub(super) fn share(number: Decimal, factor: u64) -> String {
    if factor == 100 { format!("{number:.1}%") } else { format!("{} per {}", decimal(number), count(factor)) }
}

/// A word of a closed list as people read it: `not rated`.
pub(super) fn choice(word: &str) -> String {
    word.replace('_', " ")
}

/// `A`, `A and B`, `A, B and C`.
pub(super) fn list(words: &[String]) -> String {
    joined(words, "and")
}

/// `A`, `A or B`, `A, B or C`.
pub(super) fn either(words: &[String]) -> String {
    joined(words, "or")
}

fn joined(words: &[String], by: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {by} {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_thousands_marked() {
        assert_eq!(count(1_260_000_i64), "1,260,000");
        assert_eq!(pounds(-41_400_i64), "-£41,400");
        assert_eq!(decimal(Decimal::new(12_345_678, 2)), "123,456.78");
        assert_eq!(decimal(Decimal::new(-5, 1)), "-0.5");
    }

    #[test]
    fn names_are_joined_as_people_do() {
        let names = ["A".to_owned(), "B".to_owned(), "C".to_owned()];
        assert_eq!(list(&names), "A, B and C");
        assert_eq!(list(&names[..2]), "A and B");
        assert_eq!(either(&names), "A, B or C");
    }
}
