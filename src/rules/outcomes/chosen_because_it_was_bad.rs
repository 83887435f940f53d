//! Whoever is chosen at their worst is likely to be better later, whatever is done.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::Design;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "chosen-because-it-was-bad",
    code: "O-12",
    area: Area::Outcomes,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "When people are chosen because a figure was bad, some of them were having an unusually bad time. Some \
          improvement is then likely without any support: it is called regression to the mean.",
    answer: "Explain it in the return, and say in the claim’s statement that some improvement was likely anyway.",
    example: r#""explanations": [{ "rule": "O-12", "record": "O4", "text": "We chose children with high absence, so some fall was likely. We say so." }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let is_before_after = match outcome.design {
            Some(Design::MatchedBeforeAfter | Design::SingleGroupFollowUp | Design::RepeatedCrossSection) => true,
            Some(Design::ComparisonGroup | Design::Randomised) => false,
            None => outcome.before.is_some() && outcome.after.is_some(),
        };
        let Some(cohort) = outcome.part("cohort", |outcome| outcome.cohort.as_ref()) else { continue };
        if is_before_after && cohort.selected_on_outcome == Some(true) {
            cx.report(cohort.field("selected_on_outcome"))
                .message(format!(
                    "“{}”: people were chosen because this was bad, so some improvement was likely anyway",
                    outcome.title.any()
                ))
                .help("say so in the claim, and explain it in explanations")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn absent(design: &str, chosen: bool) -> String {
        format!(
            r#"{{"outcomes": [{{"id": "O4", "title": "Absence", "design": "{design}",
                "cohort": {{"selected_on_outcome": {chosen}}}}}]}}"#
        )
    }

    #[test]
    fn a_change_among_the_worst_off_is_partly_chance() {
        gets(
            &super::RULE,
            &absent("matched_before_after", true),
            &[
                "/outcomes/0/cohort/selected_on_outcome warning: “Absence”: people were chosen because this was bad, so some \
               improvement was likely anyway | say so in the claim, and explain it in explanations",
            ],
        );
    }

    #[test]
    fn a_comparison_group_had_the_same_chance() {
        gets(&super::RULE, &absent("comparison_group", true), &[]);
        gets(&super::RULE, &absent("matched_before_after", false), &[]);
    }
}
