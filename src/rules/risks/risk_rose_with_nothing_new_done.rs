//! A risk that rises gets another answer than the one that did not hold it.

use crate::diagnostic::{Severity, Stage};
use crate::rules::risks::{score, with_earlier_risk};
use crate::rules::then_and_now::{quarter, same_words};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "risk-rose-with-nothing-new-done",
    code: "K-03",
    area: Area::Risks,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "What was done about it did not hold it. The same words once more say that nobody has looked again.",
    answer: "Say what is done now that was not done before; or explain why more of the same will do.",
    example: r#""score": 16, "previous_score": 12, "mitigation": "Shared duty rota from 16 November""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier_risk(cx) {
        let (Some(is), Some(was)) = (score(&now), score(&then)) else { continue };
        let (Some(done), Some(done_then)) = (&now.mitigation, &then.mitigation) else { continue };
        if is <= was || !same_words(done.any(), done_then.any()) {
            continue;
        }
        cx.report(now.field("mitigation"))
            .message(format!(
                "“{}” rose from {} in {} to {} now, and what is done about it is the same",
                now.title.any(),
                words::count(was),
                quarter(&previous),
                words::count(is)
            ))
            .related(then.field("mitigation"), "what was done then")
            .help("say what is done now that was not done before")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn risk(score: u32, done: &str) -> String {
        format!(r#"{{"risks": [{{"id": "K1", "title": "Cover fails", "score": {score}, "mitigation": "{done}"}}]}}"#)
    }

    #[test]
    fn a_risk_that_rose_needs_another_answer() {
        gets_after(
            &risk(12, "Volunteers"),
            &super::RULE,
            &risk(16, "Volunteers."),
            &[
                "/risks/0/mitigation warning: “Cover fails” rose from 12 in Q1 of 2026-27 to 16 now, and what is done about it is \
             the same | say what is done now that was not done before",
            ],
        );
        gets_after(&risk(12, "Volunteers"), &super::RULE, &risk(16, "A shared rota"), &[]);
        gets_after(&risk(12, "Volunteers"), &super::RULE, &risk(12, "Volunteers"), &[]);
    }
}
