//! The score of the last quarter is the one that was filed.

use crate::diagnostic::{Severity, Stage};
use crate::rules::risks::{score, with_earlier_risk};
use crate::rules::then_and_now::the_return;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "previous-score-not-as-filed",
    code: "K-08",
    area: Area::Risks,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Arithmetic,
    why: "Whether a risk rises or falls is read from its last score. With another last score, a risk that rose looks as if it \
          had been as high all along.",
    answer: "Give as previous_score what the last return has as score.",
    example: r#""score": 16, "previous_score": 12"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier_risk(cx) {
        let (Some(said), Some(was)) = (now.previous_score, score(&then)) else { continue };
        if said.get() == was {
            continue;
        }
        cx.report(now.field("previous_score"))
            .message(format!(
                "“{}” is said to have stood at {}, and {} has it at {}",
                now.title.any(),
                words::count(said.get()),
                the_return(&previous),
                words::count(was)
            ))
            .related(then.field("score"), "its score then")
            .help(format!("set previous_score to {}", words::count(was)))
            .provided(said.get())
            .expected(was)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    #[test]
    fn the_last_score_is_the_one_that_was_filed() {
        let then = r#"{"risks": [{"id": "K1", "title": "Cover fails", "likelihood": 3, "impact": 4}]}"#;
        let now = |said: u32| {
            format!(r#"{{"risks": [{{"id": "K1", "title": "Cover fails", "score": 16, "previous_score": {said}}}]}}"#)
        };
        gets_after(
            then,
            &super::RULE,
            &now(16),
            &[
                "/risks/0/previous_score warning: “Cover fails” is said to have stood at 16, and the return for Q1 of 2026-27 has \
             it at 12 | set previous_score to 12",
            ],
        );
        gets_after(then, &super::RULE, &now(12), &[]);
    }
}
