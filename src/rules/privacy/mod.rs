//! Rules about what identifies a person, in every text of the return. What they find is never repeated.

pub(super) mod e_mail_address_in_text;
pub(super) mod nhs_number_in_text;
pub(super) mod postcode_in_text;

mod mailbox;
mod nhs_number;
mod postcode;

use std::borrow::Cow;
use std::ops::Range;

use super::RuleContext;
use crate::diagnostic::Severity;
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
    let mut hits: Vec<Range<usize>> = private(text).map(|hit| hit.bytes).collect();
    if hits.is_empty() {
        return Cow::Borrowed(text);
    }
    hits.sort_by_key(|bytes| bytes.start);
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
    private(text).next().is_some()
}

fn private(text: &str) -> impl Iterator<Item = Hit> {
    let hits = nhs_number::hits(text).into_iter().chain(postcode::hits(text)).chain(mailbox::hits(text));
    hits.filter(|hit| hit.severity != Severity::Advice)
}

/// Reports what a detector finds in any text, but for those it leaves to others.
fn look(cx: &mut RuleContext<'_>, detect: fn(&str) -> Vec<Hit>, is_meant: impl Fn(&Pointer, &Hit) -> bool) {
    for (at, text) in cx.texts() {
        for hit in detect(text) {
            if cx.is_full() {
                return;
            }
            if !is_meant(at, &hit) {
                continue;
            }
            let first = text[..hit.bytes.start].chars().count() + 1;
            let id = cx.record(at).map(|record| record.id).filter(|id| !id.is_empty() && !is_private(id));
            let of = id.map_or_else(String::new, |id| format!(" of {id}"));
            cx.report(at.clone())
                .severity(hit.severity)
                .hide_source()
                .message(format!("{}{of} holds {}, from character {first} on", field(at), hit.what))
                .help(hit.help)
                .done();
        }
    }
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
