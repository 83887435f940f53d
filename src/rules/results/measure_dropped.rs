//! What was measured last quarter is measured, or it is said why not.

use crate::diagnostic::{Severity, Stage};
use crate::prose;
use crate::returns::Approach;
use crate::rules::results::{gone, new_by_title};
use crate::rules::then_and_now::{quarter, set_aside};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "measure-dropped",
    code: "R-23",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A measure that is gone is most often one that was going badly. Readers who followed it are left with a question \
          that nobody answers.",
    answer: "Keep the measure, with not_available and a reason where there is no figure; or explain why it is no longer \
             measured.",
    example: r#""actuals": [{ "period": "2026-27 Q2", "status": "not_available", "reason": "The landlord changed its system in August." }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    if whole.has_gaps("results") || set_aside(whole.get(), Approach::Results) {
        return;
    }
    let renamed = new_by_title(cx);
    for then in gone(cx) {
        if renamed.contains_key(&prose::words(then.title.any())) {
            continue;
        }
        cx.report(whole.field("results"))
            .message(format!(
                "{} “{}” was measured in {}, and is not in this return",
                then.id,
                then.title.any(),
                quarter(&previous)
            ))
            .about(then.record())
            .related(then.field("title"), "the measure then")
            .help("put it back, with not_available and a reason where there is no figure, or explain why it is gone")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    const THEN: &str = r#"{"results": [{"id": "R1", "title": "Plans"}, {"id": "R5", "title": "Call-outs"}]}"#;

    #[test]
    fn a_measure_that_is_gone_is_named() {
        gets_after(
            THEN,
            &super::RULE,
            r#"{"results": [{"id": "R1", "title": "Plans"}]}"#,
            &[
                "/results warning: R5 “Call-outs” was measured in Q1 of 2026-27, and is not in this return | put it back, with \
             not_available and a reason where there is no figure, or explain why it is gone",
            ],
        );
        gets_after(THEN, &super::RULE, THEN, &[]);
    }

    #[test]
    fn a_new_id_and_a_nil_return_drop_nothing() {
        gets_after(THEN, &super::RULE, &THEN.replace("R5", "R7"), &[]);
        gets_after(THEN, &super::RULE, r#"{"return": {"nil": {"reason": "The hub was closed all summer."}}}"#, &[]);
    }
}
