//! A story is in words that everybody uses.

use super::{is_english, parts};
use crate::diagnostic::{Severity, Stage};
use crate::prose::plain;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "words-nobody-says",
    code: "N-17",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Words of the trade keep out the people a story is about. “Hard to reach” also says whose fault it was.",
    answer: "Use the words you would use at the bus stop. The help names one.",
    example: r#""lesson": "There are people we could not reach by letter.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    if !is_english(cx) {
        return;
    }
    for narrative in cx.narratives() {
        for (field, text) in parts(&narrative) {
            for (trade, plain) in plain::trade_words(text) {
                if cx.is_full() {
                    return;
                }
                cx.report(narrative.field(field))
                    .message(format!("“{field}” of {} says “{trade}”", narrative.id))
                    .help(format!("write what people say: {plain}"))
                    .done();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn people_are_not_hard_to_reach() {
        gets(
            &super::RULE,
            r#"{"narratives": [{"id": "N1", "lesson": "Hard-to-reach families need holistic help."}]}"#,
            &[
                "/narratives/0/lesson advice: “lesson” of N1 says “holistic” | write what people say: whole",
                "/narratives/0/lesson advice: “lesson” of N1 says “hard to reach families” \
                 | write what people say: families we could not reach",
            ],
        );
    }

    #[test]
    fn plain_words_and_welsh_are_left_in_peace() {
        gets(&super::RULE, r#"{"narratives": [{"id": "N1", "lesson": "It is hard to reach the hub by bus"}]}"#, &[]);
        let welsh = r#"{"return": {"languages": ["cy"]}, "narratives": [{"id": "N1", "lesson": "holistic"}]}"#;
        gets(&super::RULE, welsh, &[]);
    }
}
