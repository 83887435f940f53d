//! Output that strangers can read, such as the log of a build, leaves out counts under ten of breakdowns and cohorts:
//! in our words, and in the lines we show.

use std::collections::BTreeSet;

use super::discretion::{Lines, hide};
use super::earlier::{Together, locate_in};
use crate::diagnostic::Diagnostic;
use crate::intake::{Intake, Kind, Value};
use crate::order;
use crate::returns::MONTHS;
use crate::source::{Part, Pointer};

/// The parts of a return whose figures are of a few people each.
const PLACES: &[&str] = &["outcomes", "breakdowns", "groups", "cohort", "by_source", "returned_by_sector"];

/// Parts of an outcome without counts of people.
const NOT_COUNTS: &[&str] = &["claim", "scale"];

/// Fields that count people wherever they stand.
const COUNTS: &[&str] = &["numerator", "denominator", "n"];

/// What stands for a small number.
const SMALL: &str = "a number under 10";

/// What stands for the numbers beside a small one, from which it could be worked out.
const BESIDE: &str = "…";

/// Takes small numbers out of the words of all findings, and hides the lines of those that would show one.
pub(super) fn leave_out(diagnostics: &mut [Diagnostic], together: Together<'_>) {
    if together.intake.root().is_none() {
        // What stands where cannot be told, so nothing is shown.
        for found in diagnostics {
            found.hide_source = true;
            mask(found);
        }
        return;
    }
    let mut lines = Lines::new();
    for (intake, first) in together.spoken_of(diagnostics) {
        let Some(root) = intake.root() else { continue };
        root.walk(&intake.top(), &mut |at, value| {
            if is_small(value) && (is_of_few(at) || at.last().is_some_and(|name| COUNTS.contains(&name.as_str()))) {
                let place = locate_in(intake, first, at, Part::Value);
                lines.insert((place.document, place.line));
            }
        });
    }
    hide(diagnostics, together, &lines);
    for found in diagnostics {
        let places: BTreeSet<_> = order::set(std::iter::once(&found.at).chain(found.related.iter().map(|it| &it.at)));
        let counts = |at: &Pointer| at.last().is_some_and(|name| COUNTS.contains(&name.as_str()));
        if places.into_iter().any(|at| is_of_few(at) || counts(at)) {
            found.hide_source = true;
            mask(found);
        }
    }
}

/// The parts of a return whose figures are left out, because one of them is small: of a breakdown, a cohort or a list the
/// whole, so that none is worked out from those beside it.
pub(crate) fn parts_of_few(intake: &Intake) -> Vec<Pointer> {
    let Some(root) = intake.root() else { return vec![intake.top()] };
    let mut parts = BTreeSet::new();
    root.walk(&intake.top(), &mut |at, value| {
        let counts = at.last().is_some_and(|name| COUNTS.contains(&name.as_str()));
        if is_small(value) && (is_of_few(at) || counts) {
            parts.extend(whole_of(at));
        }
    });
    parts.into_iter().collect()
}

/// The outcome, the breakdowns of a measure or the list that a small number stands in; else the record around it.
fn whole_of(at: &Pointer) -> Option<Pointer> {
    const LISTS: &[&str] = &["breakdowns", "by_source", "returned_by_sector"];
    let mut here = Pointer::root(at.document());
    let mut is_of_an_outcome = false;
    for step in at.steps() {
        here = here.field(&step);
        if is_of_an_outcome || LISTS.contains(&step.as_str()) {
            return Some(here);
        }
        is_of_an_outcome = here.as_str() == "/outcomes";
    }
    at.parent()
}

/// A text without its numbers: a small one is said to be small, the others say nothing.
pub(crate) fn without_numbers(text: &str) -> String {
    masked(text)
}

/// A text without its numbers, where one of them is small.
pub(crate) fn without_small_numbers(text: &str) -> String {
    if numbers(text).iter().any(|number| number.small) { masked(text) } else { text.to_owned() }
}

fn is_of_few(at: &Pointer) -> bool {
    let mut few = false;
    for step in at.steps() {
        if NOT_COUNTS.contains(&step.as_str()) {
            return false;
        }
        few |= PLACES.contains(&step.as_str());
    }
    few
}

/// Whether a whole number from 0 to 9 stands here, as a number or as text.
fn is_small(value: Value<'_>) -> bool {
    match value.kind() {
        Kind::Number => value.number().is_some_and(|number| (0.0..10.0).contains(&number)),
        Kind::Text => value.text().is_some_and(|text| text.trim().parse::<u64>().is_ok_and(|number| number < 10)),
        Kind::Empty | Kind::Boolean | Kind::List | Kind::Record => false,
    }
}

fn mask(found: &mut Diagnostic) {
    let texts = |found: &mut Diagnostic, change: &mut dyn FnMut(&mut String)| {
        let of_words = [&mut found.message, &mut found.label];
        let optional = [&mut found.help, &mut found.provided, &mut found.expected].into_iter().flatten();
        let related = found.related.iter_mut().map(|related| &mut related.message);
        let answer = found.explained.iter_mut().map(|answer| &mut answer.text);
        let waiver = found.waived.iter_mut().map(|waived| &mut waived.reason);
        of_words.into_iter().chain(optional).chain(related).chain(answer).chain(waiver).for_each(change);
    };
    let mut has_small = false;
    texts(found, &mut |text| has_small |= numbers(text).iter().any(|number| number.small));
    if has_small {
        texts(found, &mut |text| *text = masked(text));
    }
}

/// The text without its numbers.
fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for number in numbers(text) {
        out.push_str(&text[from..number.bytes.start]);
        out.push_str(if number.small { SMALL } else { BESIDE });
        from = number.bytes.end;
    }
    out.push_str(&text[from..]);
    out
}

struct Number {
    bytes: std::ops::Range<usize>,
    small: bool,
}

/// The numbers in a text that may be counts or made from counts; no dates, no quarters, no ids.
fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(|letter: char| letter.is_ascii_digit()).map(|at| rest + at) {
        let end = end_of_number(text, start);
        rest = end;
        if is_part_of_a_word(text, start, end) || is_part_of_a_date(text, start, end) {
            // The rest of the word is no number either: `2026-27`, `R-08`.
            rest = text[end..]
                .find(|letter: char| !letter.is_alphanumeric() && letter != '-')
                .map_or(text.len(), |at| end + at);
            continue;
        }
        let small = text[start..end].parse::<u64>().is_ok_and(|number| number < 10);
        found.push(Number { bytes: start..end, small });
    }
    found
}

/// Digits, with points and commas between them.
fn end_of_number(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end
}

fn is_part_of_a_word(text: &str, start: usize, end: usize) -> bool {
    let mut before = text[..start].chars().rev();
    let joined_before = match before.next() {
        Some('-') => before.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric() || letter == '_',
        None => false,
    };
    let mut after = text[end..].chars();
    let joined_after = match after.next() {
        Some('-') => after.next().is_some_and(char::is_alphanumeric),
        Some(letter) => letter.is_alphanumeric() || letter == '_',
        None => false,
    };
    joined_before || joined_after
}

fn is_part_of_a_date(text: &str, start: usize, end: usize) -> bool {
    let after = text[end..].trim_start();
    let before = text[..start].trim_end();
    let is_year = end - start == 4;
    MONTHS.iter().any(|month| after.starts_with(month) || (is_year && before.ends_with(month)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Options, check};
    use crate::intake::read;

    #[test]
    fn small_numbers_go_and_those_beside_them_too() {
        for (text, expected) in [
            ("7 + 20 + 1,010 is 1,037", "a number under 10 + … + … is …"),
            ("3 of 7 is 42.9%, not 43%", "a number under 10 of a number under 10 is …%, not …%"),
            ("“07” people", "“a number under 10” people"),
            ("R1 in Q2 of 2026-27, R-08, O4_b", "R1 in Q2 of 2026-27, R-08, O4_b"),
            ("by 3 May 2026 and 2026-05-03", "by 3 May 2026 and 2026-05-03"),
            ("0", "a number under 10"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }

    fn safe(cohort: &str) -> Vec<Diagnostic> {
        let text = format!(
            r#"{{"schema_version": "1.0", "return": {{"period": {{"financial_year": "2026-27", "quarter": "Q2"}}, "status": "draft"}},
            "partnership": {{"id": "pp", "name": "P"}}, "partners": [{{"id": "aa", "name": "A"}}, {{"id": "bb", "name": "B"}}],
            "outcomes": [{{"id": "O1", "title": "Hope", "cohort": {cohort}}}]}}"#
        );
        let options = Options { safe_output: true, ..Options::default() };
        check(read("return.json", text.as_bytes()), &options).diagnostics().to_vec()
    }

    fn step_before(found: &[Diagnostic]) -> &Diagnostic {
        let of_rule = found.iter().find(|found| found.rule == "more-than-the-step-before");
        of_rule.unwrap_or_else(|| panic!("{found:#?}"))
    }

    #[test]
    fn findings_of_a_cohort_say_no_small_number() {
        let found = safe(r#"{"eligible": 6, "consented": 8}"#);
        let more = step_before(&found);
        assert!(more.hide_source);
        assert_eq!(more.provided.as_deref(), Some(SMALL));
        assert_eq!(more.message.matches(SMALL).count(), 2, "{}", more.message);
        let larger = safe(r#"{"eligible": 60, "consented": 80}"#);
        let more = step_before(&larger);
        assert!(more.message.contains("80"), "{}", more.message);
    }

    #[test]
    fn a_line_with_a_small_number_is_shown_to_nobody() {
        let found = safe(r#"{"eligible": 6, "adress": "x"}"#);
        assert!(found.iter().filter(|found| found.at.as_str().starts_with("/outcomes")).all(|found| found.hide_source));
        let of_the_head = found.iter().filter(|found| !found.at.as_str().starts_with("/outcomes"));
        assert!(of_the_head.into_iter().any(|found| !found.hide_source), "far lines are shown: {found:#?}");
    }

    #[test]
    fn what_is_not_json_shows_no_line() {
        let options = Options { safe_output: true, ..Options::default() };
        let checked = check(read("return.json", b"{\"outcomes\": [{\"n\": 7 oops"), &options);
        assert!(checked.diagnostics().iter().all(|found| found.hide_source));
    }
}
