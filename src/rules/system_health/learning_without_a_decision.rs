//! What was learned leads to a decision.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "learning-without-a-decision",
    code: "S-10",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "Learning that changes nothing is a note. To go on as before is a decision too, and can be said.",
    answer: "Say what was decided. Where the trial still runs, leave learned out until there is something to say.",
    example: r#"{ "id": "L2", "learned": "Missed meetings fell from 15 to 11. That may be chance.", "next": "continue", "decision": "Run for another quarter." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    for cycle in system.list("learning_cycles", |system| &system.learning_cycles) {
        let has_learned = cycle.learned.as_ref().is_some_and(|learned| !learned.is_blank());
        let has_decided = cycle.decision.as_ref().is_some_and(|decision| !decision.is_blank());
        if has_learned && !has_decided && !cycle.is_cut("decision") {
            cx.report(cycle.field("learned"))
                .message(format!("{} says what you learned but not what you decided", cycle.id))
                .help("add the decision; to go on as before is one too")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn cycle(parts: &str) -> String {
        format!(r#"{{"system_health": {{"learning_cycles": [{{"id": "L2", "question": "Do texts help?" {parts}}}]}}}}"#)
    }

    const LEARNED: &str = r#", "learned": "They may.""#;

    #[test]
    fn the_decision_is_asked_for() {
        gets(
            &super::RULE,
            &cycle(LEARNED),
            &["/system_health/learning_cycles/0/learned error: L2 says what you learned but not what you decided \
               | add the decision; to go on as before is one too"],
        );
    }

    #[test]
    fn a_trial_that_runs_and_a_decision_are_left_in_peace() {
        gets(&super::RULE, &cycle(r#", "tried": "Texts to 60 households.""#), &[]);
        gets(&super::RULE, &cycle(&format!(r#"{LEARNED}, "decision": "Go on.""#)), &[]);
        gets_without(&["/system_health/learning_cycles/0/decision"], &super::RULE, &cycle(LEARNED), &[]);
    }
}
