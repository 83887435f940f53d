//! Full dates as people write them. Knows no one's birthday.

use std::collections::VecDeque;
use std::ops::Range;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Every full date of a text with its year: `3 May 1984`, `May 3rd, 1984`, `03/05/1984`, `3.5.84`, `1984-05-03`.
pub(super) fn dates(text: &str) -> impl Iterator<Item = (Range<usize>, i32)> {
    let mut parts = parts(text);
    let mut run = VecDeque::with_capacity(3);
    std::iter::from_fn(move || {
        loop {
            while run.len() < 3 {
                run.push_back(parts.next()?);
            }
            if let Some(date) = run.make_contiguous().first_chunk().and_then(date) {
                run.clear();
                return Some(date);
            }
            run.pop_front();
        }
    })
}

/// Whether a date begins this text.
pub(super) fn begins_with_one(text: &str) -> bool {
    let mut parts = parts(text);
    let Some(first) = parts.next().filter(|part| part.bytes.start == 0 && !matches!(part.kind, Kind::Other)) else {
        return false;
    };
    let (Some(second), Some(third)) = (parts.next(), parts.next()) else { return false };
    date(&[first, second, third]).is_some()
}

/// The date that three words in a row are, and its year.
fn date([one, two, three]: &[DatePart; 3]) -> Option<(Range<usize>, i32)> {
    let year = match (one.kind, two.kind, three.kind) {
        (Kind::Number(day), Kind::Month, Kind::Number(year)) if is_day(day) => full_year(three, year),
        (Kind::Month, Kind::Number(day), Kind::Number(year)) if is_day(day) => full_year(three, year),
        (Kind::Number(day), Kind::Number(month), Kind::Number(year)) if one.sign == two.sign && one.sign.is_some() => {
            if is_day(day) && (1..=12).contains(&month) {
                full_year(three, year)
            } else if one.digits == 4 && (1..=12).contains(&month) && is_day(year) {
                full_year(one, day)
            } else {
                None
            }
        }
        (_, _, _) => None,
    };
    year.map(|year| (one.bytes.start..three.bytes.end, year))
}

/// A number or the name of a month, and the sign that joins it to what follows.
struct DatePart {
    kind: Kind,
    bytes: Range<usize>,
    digits: usize,
    sign: Option<char>,
}

#[derive(Clone, Copy)]
enum Kind {
    Number(i32),
    Month,
    Other,
}

fn parts(text: &str) -> impl Iterator<Item = DatePart> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find(char::is_alphanumeric)?;
        let word = text[start..].split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
        let end = start + word.len();
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let is_numeral = digits == word.len() || matches!(&word[digits..], "st" | "nd" | "rd" | "th");
        let kind = if (1..=4).contains(&digits) && is_numeral {
            word[..digits].parse().map_or(Kind::Other, Kind::Number)
        } else if word.get(..3).is_some_and(|first| MONTHS.contains(&first.to_ascii_lowercase().as_str()))
            && is_month(word)
        {
            Kind::Month
        } else {
            Kind::Other
        };
        let sign = text[end..].chars().next().filter(|sign| matches!(sign, '/' | '-' | '.'));
        from = end;
        Some(DatePart { kind, bytes: start..end, digits, sign })
    })
}

fn is_month(word: &str) -> bool {
    const FULL: &str = " january february march april may june july august september october november december sept ";
    word.len() == 3 || FULL.contains(&format!(" {} ", word.to_ascii_lowercase()))
}

fn is_day(number: i32) -> bool {
    (1..=31).contains(&number)
}

fn full_year(part: &DatePart, number: i32) -> Option<i32> {
    match part.digits {
        4 if (1900..=2100).contains(&number) => Some(number),
        2 => Some(if number > 30 { 1900 + number } else { 2000 + number }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in ["3 May 1984", "3rd May 1984", "May 3, 1984", "03/05/1984", "3.5.84", "1984-05-03", "03-05-1984"] {
            let found: Vec<_> = dates(text).collect();
            assert_eq!(found, [(0..text.len(), 1984)], "{text}");
        }
    }

    #[test]
    fn quarters_scores_and_parts_of_dates_are_none() {
        for text in ["2026-27 Q2", "May 2026", "3 May", "1 2 3", "4.2 4.8 5.1", "12/13/1984", "é3é", "31 of 42 in 2026"]
        {
            assert_eq!(dates(text).next(), None, "{text}");
        }
    }
}
