//! An outcome that was in the last return is in this one.

use crate::diagnostic::{Severity, Stage};
use crate::prose;
use crate::returns::Approach;
use crate::rules::outcomes::{gone, new_by_title};
use crate::rules::then_and_now::{quarter, set_aside};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "outcome-dropped",
    code: "O-22",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Outcomes that are told while they look well, and left out when they do not, make any programme a success.",
    answer: "Keep the outcome, with a note where nobody was followed up this quarter; or explain why it is no longer \
             followed.",
    example: r#"{ "id": "O3", "title": "Adults in work or training for 13 weeks", "note": "Nobody reached 13 weeks this quarter." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    if whole.has_gaps("outcomes") || set_aside(whole.get(), Approach::Outcomes) {
        return;
    }
    let renamed = new_by_title(cx);
    for then in gone(cx) {
        if renamed.contains_key(&prose::words(then.title.any())) {
            continue;
        }
        cx.report(whole.field("outcomes"))
            .message(format!(
                "{} “{}” was an outcome in {}, and is not in this return",
                then.id,
                then.title.any(),
                quarter(&previous)
            ))
            .about(then.record())
            .related(then.field("title"), "the outcome then")
            .help("put it back, with a note where nobody was followed up, or explain why it is gone")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    const THEN: &str = r#"{"outcomes": [{"id": "O1", "title": "Wellbeing"}, {"id": "O3", "title": "Work"}]}"#;

    #[test]
    fn an_outcome_that_is_gone_is_named() {
        gets_after(
            THEN,
            &super::RULE,
            r#"{"outcomes": [{"id": "O1", "title": "Wellbeing"}]}"#,
            &[
                "/outcomes warning: O3 “Work” was an outcome in Q1 of 2026-27, and is not in this return | put it back, with a note \
             where nobody was followed up, or explain why it is gone",
            ],
        );
        gets_after(THEN, &super::RULE, THEN, &[]);
    }

    #[test]
    fn a_new_id_and_a_nil_return_drop_nothing() {
        gets_after(THEN, &super::RULE, &THEN.replace("O3", "O7"), &[]);
        gets_after(THEN, &super::RULE, r#"{"return": {"nil": {"reason": "The hub was closed all summer."}}}"#, &[]);
    }
}
