//! An outcome keeps its name and its id.

use crate::diagnostic::{Severity, Stage};
use crate::rules::outcomes::{gone, new_by_title, with_earlier};
use crate::rules::then_and_now::{Compared, say_renamed};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "outcome-renamed",
    code: "O-23",
    area: Area::Outcomes,
    stage: Stage::Ids,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "“Adults in work for 13 weeks” that becomes “adults helped towards work” is another outcome, and a smaller one.",
    answer: "Give it the name and the id it had. Where something else is followed now, start a new outcome.",
    example: r#"{ "id": "O3", "title": "Adults in work or training for 13 weeks" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let records = Compared { in_both: with_earlier(cx), gone: gone(cx), new: new_by_title(cx) };
    say_renamed(
        cx,
        records,
        |record| (&record.id, &record.title),
        "go back to the old name, or explain what else is followed now",
    );
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    const THEN: &str = r#"{"outcomes": [{"id": "O3", "title": "Adults in work"}]}"#;

    #[test]
    fn a_new_name_and_a_new_id_are_named() {
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("in work", "helped towards work"),
            &[
                "/outcomes/0/title warning: O3 was called “Adults in work” in Q1 of 2026-27, and is called “Adults helped towards \
             work” now | go back to the old name, or explain what else is followed now",
            ],
        );
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("O3", "O9"),
            &[
                "/outcomes/0/id warning: “Adults in work” was O3 in Q1 of 2026-27, and is O9 now | give it the id O3 again",
            ],
        );
        gets_after(THEN, &super::RULE, &THEN.replace("in work", "in work."), &[]);
    }
}
