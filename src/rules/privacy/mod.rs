//! Rules about what identifies a person, in every text of the return. What they find is never repeated.

pub(super) mod bank_details_in_text;
pub(super) mod date_of_birth_in_text;
pub(super) mod e_mail_address_in_text;
pub(super) mod name_in_text;
pub(super) mod national_insurance_number_in_text;
pub(super) mod nhs_number_in_text;
pub(super) mod number_that_reports_hide;
pub(super) mod postcode_in_text;
pub(super) mod reference_number_of_a_person;
pub(super) mod sensitive_detail_of_one_person;
pub(super) mod someone_at_risk_now;
pub(super) mod street_address_in_text;
pub(super) mod telephone_number_in_text;

mod dates;
mod detector;
mod finds;
mod giveaway;
mod mailbox;
mod nhs_number;
mod nouns;
mod postcode;
mod secrets;
mod signs;

pub use finds::Finds;

use std::borrow::Cow;
use std::ops::Range;

use self::detector::Detector;
use super::RuleContext;
use crate::diagnostic::Severity;
use crate::order;
use crate::source::Pointer;

/// Something in a text that may identify a person.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hit {
    /// The bytes of the text.
    bytes: Range<usize>,
    /// How sure that is.
    severity: Severity,
    /// What it looks like, with its article.
    what: &'static str,
    /// What to do.
    help: &'static str,
}

/// Hides what identifies a person in words of ours, which may quote the return.
pub(super) fn masked(text: &str) -> Cow<'_, str> {
    let mut hits: Vec<Range<usize>> = Detector::found_in(text).map(|hit| hit.bytes).collect();
    if hits.is_empty() {
        return Cow::Borrowed(text);
    }
    order::by_key(&mut hits, |bytes| bytes.start);
    let mut out = String::new();
    let mut from = 0;
    for bytes in hits {
        if bytes.start >= from {
            out.push_str(&text[from..bytes.start]);
            out.push_str("[not shown]");
        }
        from = from.max(bytes.end);
    }
    out.push_str(&text[from..]);
    Cow::Owned(out)
}

/// Whether a text holds what must not be repeated.
pub(super) fn is_private(text: &str) -> bool {
    Detector::found_in(text).next().is_some()
}

/// Whether this is a full postcode and nothing else.
pub(super) fn is_postcode(text: &str) -> bool {
    postcode::hits(text).any(|hit| hit.severity == Severity::Error && hit.bytes == (0..text.len()))
}

/// Whether this is a British telephone number and nothing else.
pub(super) fn is_telephone_number(text: &str) -> bool {
    telephone_number_in_text::is_one(text)
}

/// Whether this is an e-mail address and nothing else.
pub(super) fn is_mailbox(text: &str) -> bool {
    mailbox::hits(text).any(|hit| hit.bytes == (0..text.len()))
}

/// Reports what a detector finds in any text, but for those it leaves to others.
fn look(cx: &mut RuleContext<'_>, detector: Detector, is_meant: impl Fn(&Pointer, &Hit) -> bool) {
    look_closely(cx, detector, |at, _, hit| is_meant(at, hit));
}

/// The same, where it matters what was found.
fn look_closely(cx: &mut RuleContext<'_>, detector: Detector, is_meant: impl Fn(&Pointer, &str, &Hit) -> bool) {
    for number in cx.finds().with(detector) {
        let (at, text) = cx.text(*number);
        // How many characters stand before a byte, counted on from find to find.
        let mut counted = (0, 0);
        for hit in detector.hits(&text) {
            if cx.is_full() {
                return;
            }
            if !is_meant(&at, &text[hit.bytes.clone()], &hit) {
                continue;
            }
            counted = (hit.bytes.start, counted.1 + text[counted.0..hit.bytes.start].chars().count());
            let first = counted.1 + 1;
            let field = field_of(cx, &at);
            let finding = cx.report(at.clone()).severity(hit.severity);
            let finding = if hit.severity == Severity::Advice { finding } else { finding.hide_source() };
            finding.message(format!("{field} holds {}, from character {first} on", hit.what)).help(hit.help).done();
        }
    }
}

/// The field as people call it, and the id of its record.
fn field_of(cx: &RuleContext<'_>, at: &Pointer) -> String {
    let id = cx.record(at).map(|record| record.id).filter(|id| !id.is_empty() && !is_private(id));
    let of = id.map_or_else(String::new, |id| format!(" of {id}"));
    format!("{}{of}", field(at))
}

/// The field as people call it.
fn field(at: &Pointer) -> String {
    let is_number = |step: &String| step.bytes().all(|byte| byte.is_ascii_digit());
    let is_language = |step: &String| step == "en" || step == "cy";
    let steps: Vec<String> = at.steps().collect();
    match steps.into_iter().rev().find(|step| !is_number(step) && !is_language(step)) {
        Some(name) if !is_private(&name) => format!("“{name}”"),
        Some(_) => "A field of your own".to_owned(),
        None => "The text".to_owned(),
    }
}

/// Whether a field holds numbers of another kind: references, registered numbers, codes of places.
fn is_number_field(at: &Pointer) -> bool {
    const NUMBERS: [&str; 5] = ["ref", "charity_or_company_no", "ons_code", "return_id", "replaces"];
    at.last().is_some_and(|name| NUMBERS.contains(&name.as_str()))
}

/// Whether one of these words, in small letters, stands within so many characters.
fn near(text: &str, bytes: &Range<usize>, characters: usize, words: &[&str]) -> bool {
    let before: String =
        text[..bytes.start].chars().rev().take(characters).collect::<Vec<_>>().into_iter().rev().collect();
    let after: String = text[bytes.end..].chars().take(characters).collect();
    [before, after].iter().any(|around| {
        let around = around.to_lowercase();
        words
            .iter()
            .any(|word| around.match_indices(word).any(|(at, found)| stands_alone(&around, &(at..at + found.len()))))
    })
}

/// Whether it is written in capitals or in small letters, not both.
fn one_case(text: &str) -> bool {
    !text.bytes().any(|byte| byte.is_ascii_lowercase()) || !text.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Whether the character before and after do not make it part of a longer word or number.
fn stands_alone(text: &str, bytes: &Range<usize>) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || letter == '_';
    !text[..bytes.start].chars().next_back().is_some_and(joins) && !text[bytes.end..].chars().next().is_some_and(joins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_private_is_masked_in_words_of_ours() {
        let words = "Ring 943 476 5919 or jo.bloggs@home.example in YO8 4QX, not team@saltmere.example";
        assert_eq!(masked(words), "Ring [not shown] or [not shown] in [not shown], not team@saltmere.example");
        assert_eq!(masked("R1 is red"), "R1 is red");
    }
}
