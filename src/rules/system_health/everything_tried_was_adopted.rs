//! Where something is tried, something does not work.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::system_health::LearningNext;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "everything-tried-was-adopted",
    code: "S-19",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Trials that all succeed were either chosen to, or are not all told. Readers believe a list more that has one in \
          it that was stopped.",
    answer: "Add what was stopped or changed. If all of it really was adopted, leave it.",
    example: r#"{ "id": "L3", "question": "Will GPs refer more if we sit in the practice?", "next": "stop", … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let cycles = &system.learning_cycles;
    // One trial that worked proves nothing about the others.
    if cycles.len() < 2 || system.is_cut("learning_cycles") {
        return;
    }
    if cycles.iter().all(|cycle| cycle.next == Some(LearningNext::Adopt)) {
        cx.report(system.field("learning_cycles"))
            .message(format!(
                "All {} things you tried were adopted; nothing was stopped or changed. Is that the whole story?",
                words::count(cycles.len() as u64)
            ))
            .help("add what was stopped or changed; or leave it, if there was nothing")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn cycles(next: &[&str]) -> String {
        let cycles: Vec<String> = next
            .iter()
            .enumerate()
            .map(|(number, next)| format!(r#"{{"id": "L{number}", "question": "Does it?", "next": "{next}"}}"#))
            .collect();
        format!(r#"{{"system_health": {{"learning_cycles": [{}]}}}}"#, cycles.join(","))
    }

    #[test]
    fn all_that_was_adopted_is_asked_about() {
        gets(
            &super::RULE,
            &cycles(&["adopt", "adopt"]),
            &[
                "/system_health/learning_cycles advice: All 2 things you tried were adopted; nothing was stopped or changed. \
               Is that the whole story? | add what was stopped or changed; or leave it, if there was nothing",
            ],
        );
    }

    #[test]
    fn one_that_was_stopped_and_one_alone_are_left_in_peace() {
        gets(&super::RULE, &cycles(&["adopt", "stop"]), &[]);
        gets(&super::RULE, &cycles(&["adopt"]), &[]);
        gets_without(&["/system_health/learning_cycles/1"], &super::RULE, &cycles(&["adopt", "adopt"]), &[]);
    }
}
