//! A story about a child was checked for safeguarding before it was filed.

use super::{ages, parts};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "child-story-not-checked",
    code: "N-08",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "A child cannot judge who will read a story. Somebody who is trained for it has to.",
    answer: "Let your safeguarding lead read the story, and record the role and the day in safeguarding_checked; or take the age and the school year out.",
    example: r#""safeguarding_checked": { "role": "Designated safeguarding lead", "on": "2026-09-21" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        if narrative.safeguarding_checked.is_some() || narrative.is_cut("safeguarding_checked") {
            continue;
        }
        let Some((field, _)) = parts(&narrative).into_iter().find(|(_, text)| ages::is_of_child(text)) else {
            continue;
        };
        cx.report(narrative.field(field))
            .untitled()
            .hide_source()
            .message(format!(
                "“{field}” of {} speaks of one child, and nobody is named who checked the story for safeguarding",
                narrative.id
            ))
            .help("record in safeguarding_checked which role read it and when; or take the age and the school year out")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn story(parts: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N1", "title": "A lamp", {parts}}}]}}"#)
    }

    #[test]
    fn a_child_needs_somebody_who_looked() {
        gets(
            &super::RULE,
            &story(r#""why": "Her 9-year-old could not sleep.""#),
            &[
                "/narratives/0/why error: “why” of N1 speaks of one child, and nobody is named who checked the story for \
               safeguarding | record in safeguarding_checked which role read it and when; or take the age and the school year \
               out",
            ],
        );
    }

    #[test]
    fn checked_stories_and_groups_are_left_in_peace() {
        gets(&super::RULE, &story(r#""why": "A boy aged 9.", "safeguarding_checked": {"role": "Lead"}"#), &[]);
        gets(&super::RULE, &story(r#""why": "Children aged 5 to 11 came.""#), &[]);
        gets_without(&["/narratives/0/safeguarding_checked"], &super::RULE, &story(r#""why": "A boy aged 9.""#), &[]);
    }
}
