//! A promise keeps its words, those who made it and those it was made to.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::Id;
use crate::rules::community::with_earlier_promise;
use crate::rules::then_and_now::{quarter, quoted, same_words};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promise-reworded",
    code: "C-12",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A promise is kept or not in the words in which it was made. “A person answers the phone” that becomes “calls are \
          answered” is another promise, and those it was made to were not asked.",
    answer: "Go back to the words of the promise. Where they were changed together, explain when and by whom.",
    example: r#"{ "id": "P1", "promise": "A real person answers the phone within the working day." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier_promise(cx) {
        if !same_words(now.promise.any(), then.promise.any()) {
            cx.report(now.field("promise"))
                .message(format!(
                    "{} was promised in other words in {}: it was {}, and is {}",
                    now.id,
                    quarter(&previous),
                    quoted(then.promise.any()),
                    quoted(now.promise.any())
                ))
                .related(then.field("promise"), "the promise then")
                .help("go back to its words, or explain who agreed to change them")
                .done();
        }
        let makers: BTreeSet<&Id> = order::set(now.made_by.iter());
        let gone: Vec<&Id> = then.made_by.iter().filter(|id| !makers.contains(id)).collect();
        if !gone.is_empty() && !now.is_cut("made_by") {
            let names: Vec<_> =
                gone.iter().map(|id| previous.get().organisation_name(id.as_str()).to_owned()).collect();
            cx.report(now.field("made_by"))
                .message(format!(
                    "{} was promised by {} in {}, and is not now",
                    now.id,
                    words::list(&names),
                    quarter(&previous)
                ))
                .related(then.field("made_by"), "those who promised then")
                .help("name again all who made the promise, or explain who took it over")
                .done();
        }
        if let (Some(is), Some(was)) = (&now.made_to, &then.made_to)
            && !same_words(is.as_str(), was.as_str())
        {
            cx.report(now.field("made_to"))
                .message(format!(
                    "{} was made to {} in {}, and is made to {} now",
                    now.id,
                    quoted(was.as_str()),
                    quarter(&previous),
                    quoted(is.as_str())
                ))
                .related(then.field("made_to"), "those it was made to then")
                .help("name again those it was made to")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    const THEN: &str = r#"{"community_reporting": {"promises": [{"id": "P1", "made_by": ["harbour-trust"],
        "made_to": "All residents", "promise": "A real person answers the phone."}]}}"#;

    #[test]
    fn other_words_are_another_promise() {
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("A real person answers the phone.", "Calls are answered."),
            &[
                "/community_reporting/promises/0/promise warning: P1 was promised in other words in Q1 of 2026-27: it was “A real \
             person answers the phone.”, and is “Calls are answered.” | go back to its words, or explain who agreed to change \
             them",
            ],
        );
        gets_after(THEN, &super::RULE, &THEN.replace("phone.", "phone"), &[]);
    }

    #[test]
    fn those_who_promised_and_those_it_was_made_to_stay() {
        let now = THEN.replace("\"harbour-trust\"", "\"harbour-council\"").replace("All residents", "Members");
        gets_after(
            THEN,
            &super::RULE,
            &now,
            &[
                "/community_reporting/promises/0/made_by warning: P1 was promised by Harbour Trust in Q1 of 2026-27, and is not now \
             | name again all who made the promise, or explain who took it over",
                "/community_reporting/promises/0/made_to warning: P1 was made to “All residents” in Q1 of 2026-27, and is made to \
             “Members” now | name again those it was made to",
            ],
        );
    }

    #[test]
    fn what_identifies_somebody_is_not_repeated() {
        let person = "Ring 01904 555 123 for Nia’s worker, NHS number 943 476 5919.";
        gets_after(
            &THEN.replace("A real person answers the phone.", person),
            &super::RULE,
            THEN,
            &[
                "/community_reporting/promises/0/promise warning: P1 was promised in other words in Q1 of 2026-27: it was words \
             that are not repeated here, and is “A real person answers the phone.” | go back to its words, or explain who \
             agreed to change them",
            ],
        );
    }
}
