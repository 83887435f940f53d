//! An explanation answers a warning of this return.

use crate::diagnostic::{Diagnostic, Severity, Stage};
use crate::returns::Explanation;
use crate::rules::{Area, At, Fault, Rule, RuleContext, explanations, named, needs_earlier};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "explanation-answers-nothing",
    code: "X-08",
    area: Area::Across,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Explanations are printed in the funder report beside the warning they answer. One that answers nothing is not \
          printed, and its author may think that it is.",
    answer: "Delete the explanation, or correct its rule or its record.",
    example: r#"{ "rule": "O-11", "record": "O4", "text": "Only 26 children have two full terms of data." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let said = cx.said();
    for explanation in whole.list("explanations", |whole| &whole.explanations) {
        if said.iter().any(|found| explanations::answers(&explanation, &found.diagnostic, &whole)) {
            continue;
        }
        // Without earlier returns at hand nobody can tell what would be said beside them.
        if cx.previous().is_none() && named(explanation.rule.as_str()).is_some_and(needs_earlier) {
            continue;
        }
        // What was cut raises no warnings, so its explanation may well have something to answer.
        if cx.is_cut(&whole.pointer()) {
            continue;
        }
        let (message, help) = words(&explanation, said.iter().map(|found| &found.diagnostic));
        cx.report(explanation.field("rule")).message(message).help(help).done();
    }
}

fn words<'d>(explanation: &At<'_, Explanation>, mut said: impl Iterator<Item = &'d Diagnostic>) -> (String, String) {
    let (written, record) = (explanation.rule.as_str(), explanation.record.as_str());
    let Some(rule) = named(written) else {
        return (
            format!("This explanation answers “{written}”, and no rule has that name or code"),
            "take the code or the name from the warning, as it was printed".to_owned(),
        );
    };
    if explanation.text.is_blank() {
        return (
            format!("The explanation of {} for {record} has no words in it", rule.code),
            "say why it is as it is, or delete the explanation".to_owned(),
        );
    }
    let of_rule: Vec<&Diagnostic> = said.by_ref().filter(|found| found.rule == rule.name).collect();
    if of_rule.iter().any(|found| found.severity == Severity::Error) {
        return (
            format!("{} is an error, so it cannot be answered with an explanation", rule.code),
            "mend what it speaks of, then delete the explanation".to_owned(),
        );
    }
    (
        format!("This explanation answers {} for {record}, and there is no such warning", rule.code),
        if of_rule.is_empty() {
            "delete it: what it explained has been mended".to_owned()
        } else {
            "correct its record: the id from the warning, or “return” for the whole return".to_owned()
        },
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn an_explanation_without_its_warning_is_advice() {
        gets(
            &super::RULE,
            r#"{"explanations": [
                {"rule": "H-01", "record": "return", "text": "We start in autumn."},
                {"rule": "Q-99", "record": "R1", "text": "Because."},
                {"rule": "X-08", "record": "O1", "text": " "}
            ]}"#,
            &[
                "/explanations/0/rule advice: This explanation answers H-01 for return, and there is no such warning \
                 | delete it: what it explained has been mended",
                "/explanations/1/rule advice: This explanation answers “Q-99”, and no rule has that name or code \
                 | take the code or the name from the warning, as it was printed",
                "/explanations/2/rule advice: The explanation of X-08 for O1 has no words in it \
                 | say why it is as it is, or delete the explanation",
            ],
        );
    }
}
