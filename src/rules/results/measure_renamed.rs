//! A measure keeps its name and its id, so that readers know it again.

use crate::diagnostic::{Severity, Stage};
use crate::rules::results::{gone, new_by_title, with_earlier};
use crate::rules::then_and_now::{Compared, say_renamed};
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
    let records = Compared { in_both: with_earlier(cx), gone: gone(cx), new: new_by_title(cx) };
    say_renamed(
        cx,
        records,
        |record| (&record.id, &record.title),
        "go back to the old name, or explain what else is measured now",
    );
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
