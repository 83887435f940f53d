//! An outcome keeps its name and its id.

use crate::diagnostic::{Severity, Stage};
use crate::prose;
use crate::rules::outcomes::{gone, new_by_title, with_earlier};
use crate::rules::then_and_now::{quarter, quoted, same_words};
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
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier(cx) {
        if same_words(now.title.any(), then.title.any()) {
            continue;
        }
        cx.report(now.field("title"))
            .message(format!(
                "{} was called {} in {}, and is called {} now",
                now.id,
                quoted(then.title.any()),
                quarter(&previous),
                quoted(now.title.any())
            ))
            .related(then.field("title"), "its name then")
            .help("go back to the old name, or explain what else is followed now")
            .done();
    }
    let new = new_by_title(cx);
    for then in gone(cx) {
        let id = then.id.as_str();
        let Some(here) = new.get(&prose::words(then.title.any())) else { continue };
        cx.report(here.field("id"))
            .message(format!("“{}” was {id} in {}, and is {} now", here.title.any(), quarter(&previous), here.id))
            .related(then.field("id"), "its id then")
            .help(format!("give it the id {id} again"))
            .provided(&here.id)
            .expected(id)
            .done();
    }
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
