//! No text of a return holds somebody's date of birth.

use super::{Detector, Hit, dates, look, near};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "date-of-birth-in-text",
    code: "P-16",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "A date of birth and a ward are enough to find most people in the country.",
    answer: "Take the date out. Say about how old the person is, where that matters: “in her forties”.",
    example: r#""what_happened": "A man in his thirties came to the hub.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    // A date in brackets alone is taken for one of birth only where a person is likely to stand before it.
    look(cx, Detector::DateOfBirth, |at, hit| {
        hit.what != IN_BRACKETS || at.steps().next().is_some_and(|step| step == "narratives")
    });
}

const IN_BRACKETS: &str = "what may be a date of birth in brackets";

/// Words of birth.
pub(super) const BIRTH: [&str; 5] = ["born", "dob", "d.o.b", "birthday", "date of birth"];

/// The latest year of a date in brackets that is taken for one of birth.
const LATEST: i32 = 2014;

/// Full dates close to a word of birth, and dates in brackets long ago.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    dates::dates(text).filter_map(|(bytes, year)| {
        let in_brackets = text[..bytes.start].ends_with('(') && text[bytes.end..].starts_with(')');
        let what = if near(text, &bytes, 30, &BIRTH) {
            "what looks like a date of birth"
        } else if in_brackets && year <= LATEST {
            IN_BRACKETS
        } else {
            return None;
        };
        Some(Hit { bytes, severity: Severity::Error, what, help: "take it out, and say about how old the person is" })
    })
}

#[cfg(test)]
mod tests {
    use super::hits;
    use crate::rules::testing::gets;

    #[test]
    fn a_date_beside_a_word_of_birth_is_found() {
        gets(
            &super::RULE,
            r#"{"narratives": [{"id": "N1", "what_happened": "He (03/05/1984) came."}], "x_note": "The old plan (03/05/1984) is kept in the long cabinet by the door. DOB: 3 May 1984."}"#,
            &[
                "/narratives/0/what_happened error: “what_happened” of N1 holds what may be a date of birth in brackets, from \
                 character 5 on | take it out, and say about how old the person is",
                "/x_note error: “x_note” holds what looks like a date of birth, from character 73 on \
                 | take it out, and say about how old the person is",
            ],
        );
        for text in ["born on 2001-02-28", "her birthday, 1st June 2010", "born June 1, 2010", "dob 1.6.10"] {
            assert_eq!(hits(text).count(), 1, "{text}");
        }
    }

    #[test]
    fn other_dates_and_other_births_are_left_in_peace() {
        for text in [
            "The hub opened on 3 May 2025.",
            "Newborn checks began on 1 June 2026.",
            "(12/10/2026)",
            "born in 1984",
            "born in the ward; long after that, and for other reasons, on 3 May 2025",
        ] {
            assert_eq!(hits(text).next(), None, "{text}");
        }
    }
}
