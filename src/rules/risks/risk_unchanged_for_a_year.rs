//! A risk that stays the same for four quarters has perhaps not been looked at.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Note, Risk};
use crate::rules::risks::{earlier_risks, score};
use crate::rules::then_and_now::{by_id, quarter, same_words};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "risk-unchanged-for-a-year",
    code: "K-05",
    area: Area::Risks,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "A register that nobody changes is a register that nobody reads. Some risks do stay as they are; then it is worth \
          asking whether they are tolerated.",
    answer: "Look at the risk again. Where nothing has changed, consider the response “tolerate”.",
    example: r#""likelihood": 3, "impact": 4, "score": 12, "response": "tolerate""#,
    check,
};

/// This return and those before it.
const QUARTERS: usize = 4;

fn check(cx: &mut RuleContext<'_>) {
    let earlier = cx.earlier();
    let Some(year) = earlier.len().checked_sub(QUARTERS - 1).map(|from| &earlier[from..]) else { return };
    let risks: Vec<_> = year.iter().map(|filed| by_id(earlier_risks(filed), |risk| &risk.id)).collect();
    let whole = cx.whole();
    for now in whole.list("risks", |whole| &whole.risks) {
        let same = risks.iter().filter_map(|risks| risks.get(now.id.as_str()).filter(|then| is_same(&now, then)));
        let then: Vec<&At<'_, Risk>> = same.collect();
        let (Some(is), Some(first)) = (score(&now), then.first()) else { continue };
        if then.len() < year.len() {
            continue;
        }
        cx.report(now.field("score"))
            .message(format!(
                "“{}” has stood at {} since {}, and the same is done about it",
                now.title.any(),
                words::count(is),
                quarter(&year[0])
            ))
            .related(first.field("score"), "the score then")
            .help("look at it again, and consider whether it is tolerated")
            .done();
    }
}

fn is_same(now: &Risk, then: &Risk) -> bool {
    let done = |risk: &Risk| risk.mitigation.as_ref().map(Note::any).unwrap_or_default().to_owned();
    score(now).is_some() && score(now) == score(then) && same_words(&done(now), &done(then))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after_all;

    fn risk(score: u32) -> String {
        format!(
            r#"{{"risks": [{{"id": "K1", "title": "Cover fails", "score": {score}, "mitigation": "Volunteers"}}]}}"#
        )
    }

    #[test]
    fn four_quarters_of_the_same_are_named() {
        let same = risk(12);
        gets_after_all(
            &[&same, &same, &same],
            &super::RULE,
            &same,
            &[
                "/risks/0/score advice: “Cover fails” has stood at 12 since Q3 of 2025-26, and the same is done about it | look at \
             it again, and consider whether it is tolerated",
            ],
        );
        gets_after_all(&[&same, &same], &super::RULE, &same, &[]);
        gets_after_all(&[&same, &risk(9), &same], &super::RULE, &same, &[]);
    }
}
