//! Days as spreadsheets count them, and as people write them.

use crate::returns::Date;

/// What spreadsheets call 1 January 1970.
const DAY_OF_1970: i64 = 25_569;

/// The first day that is written as a number: before it, spreadsheets do not agree.
const FIRST: i64 = 61;

/// The last day that spreadsheets know: the end of the year 9999.
const LAST: i64 = 2_958_465;

/// A day as written in a return, as spreadsheets count it; `None` where it is none or too early.
pub(super) fn serial(text: &str) -> Option<i64> {
    let day = Date::parse(text)?.days_after(Date::from_days_since_1970(0)?) + DAY_OF_1970;
    (day >= FIRST).then_some(day)
}

/// The day of this number as a return writes it.
pub(super) fn date(serial: i64) -> Option<String> {
    let is_known = (FIRST..=LAST).contains(&serial);
    is_known.then(|| Date::from_days_since_1970(serial - DAY_OF_1970)).flatten().map(|date| date.to_string())
}

/// What a text says about a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// This day.
    Day(String),
    /// One of these two, and nobody can tell which.
    Either(String, String),
    /// Nothing that is understood.
    Nothing,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads a day as people write it. Where the order of day and month cannot be told, both readings are given.
pub(super) fn said(text: &str) -> Said {
    let text = text.trim();
    if Date::parse(text).is_some() {
        return Said::Day(text.to_owned());
    }
    let parts: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '.' | '-' | ',' | '\u{a0}'))
        .filter(|part| !part.is_empty())
        .collect();
    // The names of days say nothing more.
    let parts = match parts.as_slice() {
        [weekday, rest @ ..] if rest.len() == 3 && weekday.to_lowercase().contains("day") => rest,
        all => all,
    };
    let [one, two, three] = parts else { return Said::Nothing };
    if let Some(month) = month(two) {
        return known(year(three), Some(month), day(one));
    }
    if let Some(month) = month(one) {
        return known(year(three), Some(month), day(two));
    }
    let number = |part: &str| part.parse::<u32>().ok().filter(|_| part.len() <= 2);
    if one.len() == 4 {
        return known(year(one), number(two), number(three));
    }
    let (Some(first), Some(second), Some(year)) = (number(one), number(two), year(three)) else { return Said::Nothing };
    let british = written(year, second, first);
    let american = written(year, first, second);
    match (british, american) {
        (Some(british), Some(american)) if british != american => Said::Either(british, american),
        (Some(day), _) | (None, Some(day)) => Said::Day(day),
        (None, None) => Said::Nothing,
    }
}

fn known(year: Option<i32>, month: Option<u32>, day: Option<u32>) -> Said {
    let date = year.zip(month).zip(day).and_then(|((year, month), day)| written(year, month, day));
    date.map_or(Said::Nothing, Said::Day)
}

fn written(year: i32, month: u32, day: u32) -> Option<String> {
    let text = format!("{year:04}-{month:02}-{day:02}");
    Date::parse(&text).map(|_| text)
}

fn year(part: &str) -> Option<i32> {
    let number: i32 = part.parse().ok()?;
    match part.len() {
        4 => Some(number),
        2 => Some(2000 + number),
        _ => None,
    }
}

fn day(part: &str) -> Option<u32> {
    let part = part.to_lowercase();
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| part.strip_suffix(ending)).unwrap_or(&part);
    digits.parse().ok()
}

fn month(part: &str) -> Option<u32> {
    let part = part.to_lowercase();
    let index = MONTHS
        .iter()
        .position(|name| part.len() >= 3 && (name.starts_with(&part) || part == "sept" && *name == "september"))?;
    u32::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        for (text, number) in
            [("1900-03-01", 61), ("2000-02-29", 36_585), ("2026-09-30", 46_295), ("9999-12-31", 2_958_465)]
        {
            assert_eq!(serial(text), Some(number), "{text}");
            assert_eq!(date(number).as_deref(), Some(text));
        }
        assert_eq!(serial("1900-01-01"), None);
        assert_eq!(date(0), None);
        for number in 40_000..50_000 {
            assert_eq!(serial(&date(number).unwrap()), Some(number));
        }
    }

    #[test]
    fn a_day_is_read_as_people_write_it() {
        for text in [
            "2026-09-30",
            "30/09/2026",
            "30.9.2026",
            "30-09-26",
            "09/30/2026",
            "30 September 2026",
            "30th Sept 2026",
            "Sep 30, 2026",
            "2026/09/30",
            "Wednesday 30 September 2026",
            " 30 sep 2026 ",
        ] {
            assert_eq!(said(text), Said::Day("2026-09-30".to_owned()), "{text}");
        }
        assert_eq!(said("05/05/2026"), Said::Day("2026-05-05".to_owned()));
        assert_eq!(said("03/05/2026"), Said::Either("2026-05-03".to_owned(), "2026-03-05".to_owned()));
        for text in ["soon", "31/02/2026", "2026-27 Q2", "30/09", ""] {
            assert_eq!(said(text), Said::Nothing, "{text}");
        }
    }
}
