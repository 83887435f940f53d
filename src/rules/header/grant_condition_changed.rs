//! A condition of the grant stays in the return, in the words in which it was set, until it is met.

use std::collections::BTreeMap;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::prose;
use crate::returns::{Condition, ConditionMet, QuarterlyReturn};
use crate::rules::then_and_now::{quarter, quoted, same_words};
use crate::rules::{Area, At, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "grant-condition-changed",
    code: "H-26",
    area: Area::Header,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Conditions are the funder’s words. One that is softened, or left out before it is met, was changed by the side it \
          binds.",
    answer: "Put the condition back in the funder’s words, with whether it is met. Where the funder changed it, explain when \
             and by which letter. A condition that was met may go.",
    example: r#"{ "ref": "C3", "text": "Independent evaluator in place by 30 September 2026.", "met": "no", "reason": "The evaluator starts on 1 December 2026." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    let agreement = |of: &QuarterlyReturn| of.funding.as_ref()?.grant_agreement.as_ref()?.reference.clone();
    let both = agreement(whole.get()).zip(agreement(previous.get()));
    // Another grant has conditions of its own.
    if both.is_some_and(|(is, was)| is != was) || whole.is_cut("funding") || whole.get().header.nil.is_some() {
        return;
    }
    let Some(then) = previous.part("funding", |previous| previous.funding.as_ref()) else { return };
    let now = whole.part("funding", |whole| whole.funding.as_ref());
    if now.as_ref().is_some_and(|now| now.has_gaps("conditions")) {
        return;
    }
    let here: Vec<_> = now.iter().flat_map(|now| now.list("conditions", |now| &now.conditions)).collect();
    let by_reference: BTreeMap<_, &At<'_, Condition>> =
        order::table(here.iter().map(|condition| (condition.reference.as_str(), condition)));
    for was in then.list("conditions", |then| &then.conditions) {
        let words = prose::words(was.text.any());
        let Some(is) = by_reference.get(was.reference.as_str()) else {
            let is_kept = here.iter().any(|condition| prose::words(condition.text.any()) == words);
            if !is_kept && was.met != Some(ConditionMet::Yes) {
                let at = now.as_ref().map_or_else(|| whole.field("funding"), |now| now.field("conditions"));
                cx.report(at)
                    .message(format!(
                        "Condition {} {} was not met in {}, and is not in this return",
                        was.reference,
                        quoted(was.text.any()),
                        quarter(&previous)
                    ))
                    .related(was.field("text"), "the condition then")
                    .help("put it back, with whether it is met")
                    .done();
            }
            continue;
        };
        if !is.text.is_blank() && !same_words(is.text.any(), was.text.any()) {
            cx.report(is.field("text"))
                .message(format!(
                    "Condition {} is in other words than in {}: it was {}, and is {}",
                    is.reference,
                    quarter(&previous),
                    quoted(was.text.any()),
                    quoted(is.text.any())
                ))
                .related(was.field("text"), "the condition then")
                .help("go back to the funder’s words, or explain when the funder changed them")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    const THEN: &str = r#"{"funding": {"funder": {"id": "beck", "name": "The Beck Fund"}, "conditions": [
        {"ref": "C1", "text": "Meet each quarter.", "met": "yes"}, {"ref": "C3", "text": "Name an evaluator.", "met": "no"}]}}"#;

    #[test]
    fn a_condition_in_other_words_and_one_that_is_gone_are_named() {
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("each quarter", "each year"),
            &[
                "/funding/conditions/0/text warning: Condition C1 is in other words than in Q1 of 2026-27: it was “Meet each \
             quarter.”, and is “Meet each year.” | go back to the funder’s words, or explain when the funder changed them",
            ],
        );
        gets_after(
            THEN,
            &super::RULE,
            r#"{"funding": {"funder": {"id": "beck", "name": "The Beck Fund"}, "conditions": []}}"#,
            &[
                "/funding/conditions warning: Condition C3 “Name an evaluator.” was not met in Q1 of 2026-27, and is not in this \
             return | put it back, with whether it is met",
            ],
        );
        gets_after(THEN, &super::RULE, THEN, &[]);
    }

    #[test]
    fn another_grant_has_conditions_of_its_own() {
        let grant = |reference: &str| {
            let agreement = format!(r#"{{"funding": {{"grant_agreement": {{"ref": "{reference}"}}, "#);
            THEN.replacen(r#"{"funding": {"#, &agreement, 1)
        };
        gets_after(&grant("A-1"), &super::RULE, &grant("A-2").replace("Name", "Pay"), &[]);
    }
}
