//! A measure of the system that was in the last return is in this one.

use crate::diagnostic::{Severity, Stage};
use crate::prose;
use crate::returns::Approach;
use crate::rules::system_health::{gone, new_by_title};
use crate::rules::then_and_now::{quarter, set_aside};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "system-measure-dropped",
    code: "S-22",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Whether services work better together shows only over time. A measure that is there while it improves and gone \
          when it does not tells readers the first half.",
    answer: "Keep the measure, with not_available and a reason where there is no figure; or explain why it is no longer \
             measured.",
    example: r#"{ "id": "S5", "title": "Shared hub desk-days used", "value": { "status": "not_available", "reason": "The booking system changed in August." } }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    let system = cx.system_health();
    let has_gaps = system.as_ref().map_or_else(|| whole.is_cut("system_health"), |system| system.has_gaps("measures"));
    if has_gaps || set_aside(whole.get(), Approach::SystemHealth) {
        return;
    }
    let renamed = new_by_title(cx);
    for then in gone(cx) {
        if renamed.contains_key(&prose::words(then.title.any())) {
            continue;
        }
        let at = system.as_ref().map_or_else(|| whole.field("system_health"), |system| system.field("measures"));
        cx.report(at)
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

    const THEN: &str =
        r#"{"system_health": {"measures": [{"id": "S1", "title": "Waits"}, {"id": "S5", "title": "Desk-days"}]}}"#;

    #[test]
    fn a_measure_that_is_gone_is_named() {
        gets_after(
            THEN,
            &super::RULE,
            r#"{"system_health": {"measures": [{"id": "S1", "title": "Waits"}]}}"#,
            &[
                "/system_health/measures warning: S5 “Desk-days” was measured in Q1 of 2026-27, and is not in this return | put it \
             back, with not_available and a reason where there is no figure, or explain why it is gone",
            ],
        );
        gets_after(THEN, &super::RULE, THEN, &[]);
    }

    #[test]
    fn a_new_id_a_nil_return_and_an_approach_set_aside_drop_nothing() {
        gets_after(THEN, &super::RULE, &THEN.replace("S5", "S7"), &[]);
        gets_after(THEN, &super::RULE, r#"{"return": {"nil": {"reason": "The hub was closed all summer."}}}"#, &[]);
        gets_after(
            THEN,
            &super::RULE,
            r#"{"approaches": [{"name": "system_health", "emphasis": "not_used", "reason": "Moved to the yearly review."}]}"#,
            &[],
        );
    }
}
