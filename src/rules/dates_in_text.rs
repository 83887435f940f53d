//! Whether a sentence names a day, a month or a year. Recognises, never interprets.

/// Months that are always months, in English and Welsh, as people write them.
const MONTHS: &[&str] = &[
    "January",
    "February",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Jan",
    "Feb",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
    "Ionawr",
    "Chwefror",
    "Mawrth",
    "Ebrill",
    "Mehefin",
    "Gorffennaf",
    "Awst",
    "Hydref",
    "Tachwedd",
    "Rhagfyr",
];

/// Months that are other words too: only beside a number or after a word of time.
const DOUBTFUL: &[&str] = &["March", "May", "Mar", "Mai", "Medi"];

const BEFORE: &[&str] = &[
    "in", "by", "of", "until", "till", "from", "since", "before", "early", "mid", "late", "this", "next", "ym", "erbyn",
];

/// Whether the text names a day, a month, a quarter or a year.
pub(super) fn names_a_date(text: &str) -> bool {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().any(|(index, word)| {
        let before = index.checked_sub(1).and_then(|index| words.get(index)).copied().unwrap_or_default();
        let after = words.get(index + 1).copied().unwrap_or_default();
        is_year(word)
            || matches!(*word, "Q1" | "Q2" | "Q3" | "Q4")
            || MONTHS.contains(word)
            || (DOUBTFUL.contains(word)
                && (starts_with_digit(before)
                    || starts_with_digit(after)
                    || BEFORE.contains(&before.to_lowercase().as_str())))
    })
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::names_a_date;

    #[test]
    fn days_months_and_years_are_recognised() {
        for text in [
            "The evaluator starts on 1 December 2026.",
            "by the end of March",
            "From 14/12/2026.",
            "In Q4, when the tender closes.",
            "Erbyn diwedd Tachwedd.",
            "on 3 May",
        ] {
            assert!(names_a_date(text), "{text}");
        }
    }

    #[test]
    fn other_words_and_numbers_are_not() {
        for text in ["The first tender drew one bid.", "May be later.", "We need 40 days.", "They March on.", ""] {
            assert!(!names_a_date(text), "{text}");
        }
    }
}
