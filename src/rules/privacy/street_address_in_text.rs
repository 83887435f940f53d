//! No text of a return holds the address of a home.

use super::{Detector, Hit, look, stands_alone};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "street-address-in-text",
    code: "P-19",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Privacy,
    why: "A number and a street is one front door.",
    answer: "Name the ward instead. The address of a hub or office that anyone may know can stay: say so in explanations.",
    example: r#""what_happened": "The family moved to a home in Wold Gate.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    look(cx, Detector::StreetAddress, |_, _| true);
}

/// Words for a street.
pub(super) const STREETS: &str = " Street St Road Rd Close Lane Ln Avenue Ave Drive Court Crescent Terrace Way Place Gardens Grove Walk Row \
                       Square Mews Rise View Hill Green Park Parade Yard Villas Cottages Buildings ";

/// The most words between the number and the word for a street.
const MOST: usize = 3;

/// Addresses in a text: a number, one to three capitalised words, a word for a street.
pub(super) fn hits(text: &str) -> impl Iterator<Item = Hit> {
    let mut from = 0;
    std::iter::from_fn(move || next(text, &mut from))
}

/// The next of them from this byte on.
fn next(text: &str, from: &mut usize) -> Option<Hit> {
    while let Some(start) = text[*from..].find(|letter: char| letter.is_ascii_digit()).map(|found| *from + found) {
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let after = start + digits;
        *from = after;
        let number: u32 = text[start..after].parse().unwrap_or(0);
        // A year is not a house.
        if digits > 4 || number == 0 || (1900..2100).contains(&number) {
            continue;
        }
        let letter = usize::from(text[after..].starts_with(|letter: char| letter.is_ascii_alphabetic()));
        if !stands_alone(text, &(start..after + letter)) || text[..start].ends_with(['£', '.', '-', '/', ',']) {
            continue;
        }
        if let Some(end) = street(text, after + letter) {
            *from = end;
            let what = "what looks like the address of a home";
            return Some(Hit { bytes: start..end, severity: Severity::Warning, what, help: HELP });
        }
    }
    None
}

const HELP: &str = "take it out, or name the ward; if anyone may know the address, say so in explanations";

/// Where the street ends that begins here.
fn street(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    for count in 0..=MOST {
        let start = at + text[at..].strip_prefix(", ").map_or(1, |_| 2).min(text.len() - at);
        if !text.get(at..start)?.ends_with(' ') {
            return None;
        }
        let word =
            text[start..].split(|letter: char| !letter.is_alphabetic() && letter != '\'' && letter != '’').next()?;
        if !word.starts_with(char::is_uppercase) {
            return None;
        }
        at = start + word.len();
        if count > 0 && STREETS.contains(&format!(" {word} ")) {
            // “Lantern Street Trust” is an organisation.
            let goes_on = text[at..].strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_uppercase));
            return (!goes_on).then_some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::hits;
    use crate::rules::testing::gets;

    #[test]
    fn a_number_and_a_street_is_a_home() {
        gets(
            &super::RULE,
            r#"{"ward_notes": [{"place": "quayside", "note": "Visits to 12a Old Mill Lane rose."}]}"#,
            &["/ward_notes/0/note warning: “note” holds what looks like the address of a home, from character 11 on \
               | take it out, or name the ward; if anyone may know the address, say so in explanations"],
        );
        assert_eq!(hits("Flat 3, 14 High Street, and 7 St John’s Road").count(), 2);
    }

    #[test]
    fn counts_years_and_organisations_are_left_in_peace() {
        for text in [
            "18 Lantern Street Trust workers",
            "In 2026 Tannery Walk closed",
            "3 visits to Marsh Lane",
            "£12 High Street",
            "14 December",
            "3 St",
            "2",
            "2 É",
        ] {
            assert_eq!(hits(text).next(), None, "{text}");
        }
    }
}
