//! A risk’s score is its likelihood times its impact.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "score-not-likelihood-times-impact",
    code: "K-01",
    area: Area::Risks,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Risks are ranked by their score. One whose score does not follow is looked at too late, or too early.",
    answer: "Correct the score, the likelihood or the impact; or leave the score out, as it is worked out.",
    example: r#"{ "id": "K1", "title": "Evening cover fails and crises rise", "likelihood": 4, "impact": 4, "score": 16 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for risk in cx.whole().list("risks", |whole| &whole.risks) {
        let (Some(likelihood), Some(impact), Some(score)) = (risk.likelihood, risk.impact, risk.score) else {
            continue;
        };
        let (likelihood, impact, score) = (likelihood.get(), impact.get(), score.get());
        let right = likelihood * impact;
        if score == right {
            continue;
        }
        cx.report(risk.field("score"))
            .message(format!("“{}”: {likelihood} × {impact} is {right}, but the score is {score}", risk.title.any()))
            .related(risk.field("likelihood"), "likelihood")
            .related(risk.field("impact"), "impact")
            .help("correct the score, the likelihood or the impact; or leave the score out")
            .provided(score)
            .expected(right)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn risk(score: u32) -> String {
        format!(r#"{{"risks": [{{"id": "K1", "title": "Rain", "likelihood": 4, "impact": 3, "score": {score}}}]}}"#)
    }

    #[test]
    fn the_score_follows() {
        gets(
            &super::RULE,
            &risk(7),
            &["/risks/0/score error: “Rain”: 4 × 3 is 12, but the score is 7 \
               | correct the score, the likelihood or the impact; or leave the score out"],
        );
        gets(&super::RULE, &risk(12), &[]);
    }
}
