//! A measure keeps its name and its id, so that readers know it again.

use crate::diagnostic::{Severity, Stage};
use crate::prose;
use crate::rules::results::{gone, new_by_title, with_earlier};
use crate::rules::then_and_now::{quarter, quoted, same_words};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "measure-renamed",
    code: "R-24",
    area: Area::Results,
    stage: Stage::Ids,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A measure under another name is another measure to whoever reads it, and one under another id is lost from its \
          own history: neither can be set beside what was said before.",
    answer: "Give it the name and the id it had. Where what is counted has changed, say that in the target’s revised list.",
    example: r#"{ "id": "R4", "title": "Tenancies kept for 6 months after support began" }"#,
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
            .help("go back to the old name, or explain what else is measured now")
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

    const THEN: &str = r#"{"results": [{"id": "R4", "title": "Tenancies kept"}]}"#;

    #[test]
    fn a_new_name_and_a_new_id_are_named() {
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("Tenancies kept", "Tenants supported"),
            &[
                "/results/0/title warning: R4 was called “Tenancies kept” in Q1 of 2026-27, and is called “Tenants supported” now \
             | go back to the old name, or explain what else is measured now",
            ],
        );
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("R4", "R9"),
            &[
                "/results/0/id warning: “Tenancies kept” was R4 in Q1 of 2026-27, and is R9 now | give it the id R4 again",
            ],
        );
        gets_after(THEN, &super::RULE, &THEN.replace("Tenancies kept", "Tenancies, kept"), &[]);
    }
}
