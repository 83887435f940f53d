//! More than a handful of people judge a promise.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Count;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "judged-by-a-handful",
    code: "C-10",
    area: Area::Community,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "The verdict of three people is the opinion of three people. Readers take it for that of the community.",
    answer: "Ask more of those the promise was made to; or explain why these are enough.",
    example: r#""judged_by": { "who": "Resident panel", "people": 14, "how": "vote" }"#,
    check,
};

/// With fewer, it is a handful.
const ENOUGH: u64 = 5;

fn check(cx: &mut RuleContext<'_>) {
    for promise in cx.promises() {
        let Some(judge) = promise.part("judged_by", |promise| promise.judged_by.as_ref()) else { continue };
        let Some(people) = judge.people.map(Count::get).filter(|people| *people < ENOUGH) else { continue };
        let message = match people {
            0 => format!("Nobody judged {}", promise.id),
            1 => format!("Only 1 person judged {}", promise.id),
            _ => format!("Only {people} people judged {}", promise.id),
        };
        cx.report(judge.field("people"))
            .message(message)
            .help("ask more of those it was made to, or explain in explanations why these are enough")
            .provided(people)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn promise(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.", {parts}}}]}}}}"#)
    }

    #[test]
    fn a_handful_is_not_the_community() {
        gets(
            &super::RULE,
            &promise(r#""judged_by": {"who": "Panel", "people": 3}"#),
            &["/community_reporting/promises/0/judged_by/people warning: Only 3 people judged P1 \
               | ask more of those it was made to, or explain in explanations why these are enough"],
        );
        gets(&super::RULE, &promise(r#""judged_by": {"who": "Panel", "people": 5}"#), &[]);
        gets(&super::RULE, &promise(r#""judged_by": {"who": "Panel"}"#), &[]);
    }
}
