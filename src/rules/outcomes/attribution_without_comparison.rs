//! Whoever says “we caused it” shows what would have happened otherwise.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::{ClaimKind, Counterfactual, Design, Outcome};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "attribution-without-comparison",
    code: "O-06",
    area: Area::Outcomes,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "People’s lives change for many reasons. Without a group to compare with, nobody can tell the work from the rest, \
          and a claim too large takes away trust from the claims that stand.",
    answer: "Claim a contribution; or give the comparison group and the Nesta level (3 or more) that carry the claim.",
    example: r#""claim": { "type": "contribution", "nesta_level": 2, "counterfactual": "none" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(claim) = outcome.part("claim", |outcome| outcome.claim.as_ref()) else { continue };
        if claim.kind != Some(ClaimKind::Attribution) {
            continue;
        }
        let title = outcome.title.any();
        if !has_comparison(&outcome) && !outcome.is_cut("comparison") && !outcome.is_cut("design") {
            cx.report(claim.field("type"))
                .message(format!(
                    "“{title}”: there is no comparison group, so you cannot say the support caused the change"
                ))
                .help("write contribution, and say “contributed to”; or describe the comparison group")
                .provided(ClaimKind::Attribution.word())
                .expected(ClaimKind::Contribution.word())
                .done();
        } else if claim.nesta_level.is_none_or(|level| level.get() < 3) && !claim.is_cut("nesta_level") {
            let level =
                claim.nesta_level.map_or("no Nesta level".to_owned(), |level| format!("Nesta level {}", level.get()));
            cx.report(claim.field("nesta_level"))
                .message(format!(
                    "“{title}”: a claim that the support caused the change rests on {level}, and needs level 3"
                ))
                .help("write contribution; or give the level, where a comparison group shows the cause")
                .done();
        }
    }
}

fn has_comparison(outcome: &Outcome) -> bool {
    let by_design = matches!(outcome.design, Some(Design::ComparisonGroup | Design::Randomised));
    let counterfactual = outcome.claim.as_ref().and_then(|claim| claim.counterfactual);
    let by_claim = match counterfactual {
        Some(
            Counterfactual::ComparatorArea
            | Counterfactual::MatchedComparison
            | Counterfactual::WaitingList
            | Counterfactual::Randomised,
        ) => true,
        Some(Counterfactual::None | Counterfactual::Historical) | None => false,
    };
    by_design || by_claim || outcome.comparison.is_some()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn claimed(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Sleep", "claim": {{{parts}}}}}]}}"#)
    }

    #[test]
    fn a_cause_needs_a_comparison_and_its_level() {
        gets(
            &super::RULE,
            &claimed(r#""type": "attribution", "nesta_level": 3"#),
            &[
                "/outcomes/0/claim/type error: “Sleep”: there is no comparison group, so you cannot say the support caused the \
               change | write contribution, and say “contributed to”; or describe the comparison group",
            ],
        );
        gets(
            &super::RULE,
            &claimed(r#""type": "attribution", "nesta_level": 2, "counterfactual": "waiting_list""#),
            &[
                "/outcomes/0/claim/nesta_level error: “Sleep”: a claim that the support caused the change rests on Nesta level 2, \
               and needs level 3 | write contribution; or give the level, where a comparison group shows the cause",
            ],
        );
    }

    #[test]
    fn a_contribution_needs_neither() {
        gets(&super::RULE, &claimed(r#""type": "contribution""#), &[]);
        gets(&super::RULE, &claimed(r#""type": "attribution", "nesta_level": 3, "counterfactual": "randomised""#), &[]);
    }
}
