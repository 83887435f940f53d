//! Where a text speaks of somebody who is in danger today, a return is the wrong place to say it.

use super::field_of;
use crate::diagnostic::{Severity, Stage};
use crate::{
    prose,
    rules::{Area, Fault, Rule, RuleContext},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "someone-at-risk-now",
    code: "P-23",
    area: Area::Privacy,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Privacy,
    why: "A return is read weeks later. Whoever is in danger needs somebody today.",
    answer: "If someone is at risk now, follow your safeguarding procedure today. Do not wait for this return. If the danger \
             is over, say so in the text, and who made sure of it in safeguarding_checked. The words are not repeated in \
             any output.",
    example: r#""safeguarding_checked": { "role": "Designated safeguarding lead", "on": "2026-09-21" }"#,
    check,
};

/// Words for a danger that is not over.
pub(super) const NOW: [&str; 36] = [
    "still hits",
    "still hitting",
    "still beats",
    "still beating",
    "still hurts her",
    "still hurts him",
    "still abuses",
    "still abusing",
    "still threatens",
    "still being hit",
    "still being abused",
    "still being exploited",
    "is hitting her",
    "is hitting him",
    "is beating",
    "is being abused",
    "is being hit",
    "is being exploited",
    "is being beaten",
    "wants to die",
    "want to die",
    "wants to kill",
    "going to kill",
    "kill himself",
    "kill herself",
    "kill themselves",
    "kill myself",
    "end his life",
    "end her life",
    "end their life",
    "is suicidal",
    "feels suicidal",
    "feel suicidal",
    "is self harming",
    "afraid to go home",
    "scared to go home",
];

/// Words that say it is over.
const OVER: [&str; 6] = ["no longer", "not", "never", "used to", "any more", "anymore"];

fn check(cx: &mut RuleContext<'_>) {
    for number in cx.finds().with_danger() {
        let (at, text) = cx.text(*number);
        if !speaks_of_danger(&text) {
            continue;
        }
        if cx.is_full() {
            return;
        }
        let field = field_of(cx, &at);
        cx.report(at)
            .untitled()
            .hide_source()
            .message(format!("{field} may speak of somebody who is in danger"))
            .help(
                "If someone is at risk now, follow your safeguarding procedure today. Do not wait for this return. If the \
                 danger is over, say so in the text",
            )
            .done();
    }
}

fn speaks_of_danger(text: &str) -> bool {
    if prose::first_said(&prose::words(text), &NOW).is_none() {
        return false;
    }
    prose::sentences(text).into_iter().any(|sentence| {
        let words = prose::words(sentence);
        prose::first_said(&words, &NOW).is_some() && prose::first_said(&words, &OVER).is_none()
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn danger_is_not_for_a_return() {
        gets(
            &super::RULE,
            r#"{"narratives": [{"id": "N1", "title": "He still hits", "what_happened": "She says that he still hits her."}]}"#,
            &[
                "/narratives/0/title warning: “title” of N1 may speak of somebody who is in danger | If someone is at risk \
                 now, follow your safeguarding procedure today. Do not wait for this return. If the danger is over, say so in \
                 the text",
                "/narratives/0/what_happened warning: “what_happened” of N1 may speak of somebody who is in danger | If \
                 someone is at risk now, follow your safeguarding procedure today. Do not wait for this return. If the danger \
                 is over, say so in the text",
            ],
        );
    }

    #[test]
    fn what_is_over_and_what_is_counted_is_left_in_peace() {
        for text in
            ["She no longer feels suicidal.", "Staff had training on suicidal thoughts.", "He used to want to die."]
        {
            gets(&super::RULE, &format!(r#"{{"narratives": [{{"id": "N1", "why": "{text}"}}]}}"#), &[]);
        }
    }
}
