//! A Nesta level of 3 rests on a comparison.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::{Counterfactual, ZeroToFive};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "level-without-its-comparison",
    code: "O-14",
    area: Area::Outcomes,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Level 3 says that a cause was shown with a control or comparison group. A simple before and after cannot show it, whatever the level says.",
    answer: "Write level 2; or give the comparison, and a Maryland level of 3 or more.",
    example: r#""claim": { "nesta_level": 3, "maryland_level": 3, "counterfactual": "matched_comparison" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(claim) = outcome.part("claim", |outcome| outcome.claim.as_ref()) else { continue };
        let Some(nesta) = claim.nesta_level.map(ZeroToFive::get).filter(|level| *level >= 3) else { continue };
        let maryland = claim.maryland_level.map(ZeroToFive::get).filter(|level| *level < 3);
        let but = match (maryland, claim.counterfactual) {
            (Some(maryland), Some(Counterfactual::None)) => {
                format!("Maryland level {maryland} and nothing to compare with")
            }
            (Some(maryland), _) => format!("Maryland level {maryland}"),
            (None, Some(Counterfactual::None)) => "nothing to compare with".to_owned(),
            (None, _) => continue,
        };
        cx.report(claim.field("nesta_level"))
            .message(format!("“{}”: Nesta level {nesta} needs a comparison, and there is {but}", outcome.title.any()))
            .help("write Nesta level 2, or describe the comparison that shows the cause")
            .provided(nesta)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn level_three_needs_a_comparison() {
        gets(
            &super::RULE,
            &outcome(r#""claim": {"nesta_level": 3, "maryland_level": 1, "counterfactual": "none"}"#),
            &[
                "/outcomes/0/claim/nesta_level warning: “Wellbeing”: Nesta level 3 needs a comparison, and there is Maryland level 1 \
               and nothing to compare with | write Nesta level 2, or describe the comparison that shows the cause",
            ],
        );
        for fine in [
            r#""claim": {"nesta_level": 2, "maryland_level": 1, "counterfactual": "none"}"#,
            r#""claim": {"nesta_level": 3, "maryland_level": 3, "counterfactual": "randomised"}"#,
        ] {
            gets(&super::RULE, &outcome(fine), &[]);
        }
    }
}
