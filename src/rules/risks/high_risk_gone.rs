//! A high risk does not leave the register in silence.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::rules::risks::{earlier_risks, score};
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "high-risk-gone",
    code: "K-07",
    area: Area::Risks,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A risk of 15 or more had the funder and the councils worried. When it is gone from one quarter to the next, they \
          have to be told whether it passed, came true, or was left out.",
    answer: "Keep the risk with its new score for a quarter; or explain what became of it.",
    example: r#"{ "id": "K1", "title": "Evening cover fails", "likelihood": 1, "impact": 4, "score": 4, "previous_score": 16 }"#,
    check,
};

/// From here on a risk is high.
const HIGH: u64 = 15;

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    if whole.has_gaps("risks") || whole.get().header.nil.is_some() {
        return;
    }
    let now: BTreeSet<&str> = order::set(whole.get().risks.iter().map(|risk| risk.id.as_str()));
    for then in earlier_risks(&previous) {
        let Some(was) = score(&then).filter(|was| *was >= HIGH) else { continue };
        if now.contains(then.id.as_str()) {
            continue;
        }
        cx.report(whole.field("risks"))
            .message(format!(
                "{} “{}” stood at {} in {}, and is not in this return",
                then.id,
                then.title.any(),
                words::count(was),
                quarter(&previous)
            ))
            .about(then.record())
            .related(then.field("score"), "its score then")
            .help("keep it with its new score, or explain what became of it")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    #[test]
    fn a_high_risk_that_is_gone_is_named() {
        let risk = |score: u32| format!(r#"{{"risks": [{{"id": "K1", "title": "Cover fails", "score": {score}}}]}}"#);
        gets_after(
            &risk(16),
            &super::RULE,
            "{}",
            &[
                "/risks warning: K1 “Cover fails” stood at 16 in Q1 of 2026-27, and is not in this return | keep it with its new \
             score, or explain what became of it",
            ],
        );
        gets_after(&risk(6), &super::RULE, "{}", &[]);
        gets_after(&risk(16), &super::RULE, &risk(4), &[]);
    }
}
