//! No text of a return holds an NHS number.

use super::{Detector, is_number_field, look};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "nhs-number-in-text",
    code: "P-11",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "An NHS number names one patient for life. Returns are kept, passed on and published, so none may hold one, not \
          even in a field of your own.",
    answer: "Take the number out. Ten digits whose check digit does not fit are reported only next to “NHS”. Grant \
             references and registered numbers are not looked at.",
    example: r#""what_happened": "A parent in Quayside was seeing five services that did not speak to each other.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    look(cx, Detector::NhsNumber, |at, _| !is_number_field(at));
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn it_is_found_anywhere_and_never_repeated() {
        gets(
            &super::RULE,
            r#"{
                "narratives": [{"id": "N1", "what_happened": "Patient 943 476 5919 came."}],
                "results": [{"id": "R1", "title": "Plans", "x_note": {"deep": ["9434765919"]}}]
            }"#,
            &[
                "/narratives/0/what_happened error: “what_happened” of N1 holds what looks like an NHS number, from \
                 character 9 on | take it out; a return never needs to say which patient is meant",
                "/results/0/x_note/deep/0 error: “deep” of R1 holds what looks like an NHS number, from character 1 on \
                 | take it out; a return never needs to say which patient is meant",
            ],
        );
    }

    #[test]
    fn a_number_in_a_field_of_ones_own_is_found_without_quotation_marks_too() {
        gets(
            &super::RULE,
            r#"{"x_case": 9434765919}"#,
            &[
                "/x_case error: “x_case” holds what looks like an NHS number, from character 1 on | take it out; a return \
               never needs to say which patient is meant",
            ],
        );
    }

    #[test]
    fn a_grant_reference_is_no_patient() {
        gets(&super::RULE, r#"{"funding": {"grant_agreement": {"ref": "9434765919"}}}"#, &[]);
    }
}
