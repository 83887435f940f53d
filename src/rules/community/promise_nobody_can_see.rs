//! A neighbour could tell whether a promise was kept.

use std::sync::LazyLock;

use crate::diagnostic::{Severity, Stage};
use crate::{
    prose::{self, Vocabulary},
    rules::{Area, Fault, Rule, RuleContext},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promise-nobody-can-see",
    code: "C-19",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "“Improve” and “work towards” can never be judged, so they can never be kept.",
    answer: "Promise one thing that can be seen to be done: what, where and by when.",
    example: r#""promise": "A real person answers the phone within the working day.""#,
    check,
};

const VAGUE: [&str; 13] = [
    "improve",
    "enhance",
    "work towards",
    "working towards",
    "strive",
    "endeavour",
    "aim to",
    "seek to",
    "look into",
    "explore",
    "where possible",
    "strengthen",
    "raise awareness",
];

static MAY_BE_VAGUE: LazyLock<Vocabulary<'static>> = LazyLock::new(|| Vocabulary::of(&VAGUE));

fn check(cx: &mut RuleContext<'_>) {
    for promise in cx.promises() {
        let Some(text) = promise.promise.english() else { continue };
        // With a number in it, it can mostly be seen.
        if text.contains(|letter: char| letter.is_ascii_digit()) || !MAY_BE_VAGUE.may_stand_in(text) {
            continue;
        }
        if let Some(vague) = prose::first_said(&prose::words(text), &VAGUE) {
            cx.report(promise.field("promise"))
                .message(format!("{} says “{vague}”: could a neighbour tell whether it was done?", promise.id))
                .help("promise one thing that can be seen to be done: what, where and by when")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_promise_can_be_seen() {
        let promise =
            |text: &str| format!(r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "{text}"}}]}}}}"#);
        gets(
            &super::RULE,
            &promise("We will work towards safer streets."),
            &[
                "/community_reporting/promises/0/promise advice: P1 says “work towards”: could a neighbour tell whether it was \
               done? | promise one thing that can be seen to be done: what, where and by when",
            ],
        );
        gets(&super::RULE, &promise("Mend the lamp at the steps."), &[]);
        gets(&super::RULE, &promise("Improve 12 bus stops with a bench."), &[]);
    }
}
