//! What the author most likely meant.

/// The nearest of some words, where one is near enough to be meant.
pub(super) fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    // A hostile name may be megabytes long, and comparing takes time.
    if word.len() > 80 {
        return None;
    }
    let length = word.chars().count();
    let room = (length / 3).clamp(1, 4);
    // “joined” for “joined_on”: a slip of another kind, and as common.
    let begins =
        |known: &str| length >= 4 && (known.starts_with(word) || (known.len() >= 4 && word.starts_with(known)));
    known
        .map(|known| (if begins(known) { 1 } else { strsim::osa_distance(word, known) }, known))
        .filter(|(distance, _)| *distance <= room)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// The number a text most likely means.
pub(super) fn plain_number(text: &str) -> Option<String> {
    let digits: String = text.trim().chars().filter(|letter| !matches!(letter, ',' | '£' | '%' | ' ')).collect();
    let looks = digits.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-');
    digits.parse::<f64>().ok().filter(|number| looks && number.is_finite() && digits.len() < 20).map(|_| digits)
}

pub(super) fn yes_or_no(text: &str) -> Option<&'static str> {
    match text.trim().to_lowercase().as_str() {
        "true" | "yes" | "y" => Some("true"),
        "false" | "no" | "n" => Some("false"),
        _ => None,
    }
}

/// A date written another way, where it can only mean one day: day, month, year as people write in Britain.
pub(super) fn looks_like_date(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<&str> = text.trim().split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    let named = month.get(..3).map(str::to_lowercase).and_then(|start| MONTHS.iter().position(|month| *month == start));
    let month = named.and_then(|index| u32::try_from(index + 1).ok()).or_else(|| month.parse().ok())?;
    let (year, day): (i32, u32) = (year.parse().ok()?, day.trim_end_matches(char::is_alphabetic).parse().ok()?);
    let year = if (1000..10_000).contains(&year) { year } else { return None };
    crate::returns::Date::from_ymd(year, month, day).map(|date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_written_another_way_is_guessed() {
        assert_eq!(looks_like_date("31/10/2026").as_deref(), Some("2026-10-31"));
        assert_eq!(looks_like_date("1.7.2026").as_deref(), Some("2026-07-01"));
        assert_eq!(looks_like_date("2026/7/1").as_deref(), Some("2026-07-01"));
        assert_eq!(looks_like_date("31 October 2026").as_deref(), Some("2026-10-31"));
        assert_eq!(looks_like_date("1st Sept 2026").as_deref(), Some("2026-09-01"));
        assert_eq!(looks_like_date("31/02/2026"), None);
        assert_eq!(looks_like_date("1 May"), None);
        assert_eq!(looks_like_date("Q2"), None);
    }

    #[test]
    fn the_nearest_name_is_near() {
        assert_eq!(nearest("adress", ["address", "area"].into_iter()), Some("address"));
        assert_eq!(nearest("joined", ["left_on", "joined_on"].into_iter()), Some("joined_on"));
        assert_eq!(nearest("colour", ["address", "area"].into_iter()), None);
    }
}
