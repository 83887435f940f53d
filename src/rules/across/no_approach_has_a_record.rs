//! A return reports something, or says that there is nothing to report.

use super::has_records;
use crate::diagnostic::{Severity, Stage};
use crate::returns::Approach;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "no-approach-has-a-record",
    code: "X-07",
    area: Area::Across,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "A return without a record looks like one that got lost on the way. Nothing to report is an answer too, and has a \
          field of its own.",
    answer: "Report at least one record under one of the five approaches; or file a nil return with its reason.",
    example: r#""return": { "nil": { "reason": "The partnership starts work in October." }, … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    if cx.header().nil.is_some() || cx.header().is_cut("nil") {
        return;
    }
    let is_there = |approach: &Approach| has_records(&whole, *approach) || whole.is_cut(approach.word());
    if !Approach::ALL.iter().any(is_there) {
        cx.report(whole.pointer())
            .message("The return has no record under any of the five approaches")
            .help("report at least one record, or file a nil return with its reason in return.nil")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn an_empty_return_says_why() {
        gets(
            &super::RULE,
            "{}",
            &[" error: The return has no record under any of the five approaches \
               | report at least one record, or file a nil return with its reason in return.nil"],
        );
        gets(&super::RULE, r#"{"return": {"nil": {"reason": "We start in October."}}}"#, &[]);
        gets(&super::RULE, r#"{"risks": [], "results": [{"id": "R1", "title": "Plans"}]}"#, &[]);
        gets_without(&["/results/0"], &super::RULE, r#"{"results": [{"id": "R1", "title": "Plans"}]}"#, &[]);
    }

    #[test]
    fn in_a_draft_it_is_advice() {
        gets(
            &super::RULE,
            r#"{"return": {"status": "draft"}}"#,
            &[" advice: The return has no record under any of the five approaches \
               | report at least one record, or file a nil return with its reason in return.nil"],
        );
    }
}
