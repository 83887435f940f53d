//! A measure of the system keeps its name and its id.

use crate::diagnostic::{Severity, Stage};
use crate::rules::system_health::{gone, new_by_title, with_earlier_measure};
use crate::rules::then_and_now::{Compared, say_renamed};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "system-measure-renamed",
    code: "S-23",
    area: Area::SystemHealth,
    stage: Stage::Ids,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "“Decisions made without referring up” that becomes “decisions made at the front line” may count something else. \
          Under another name or another id, nobody can set it beside what was said before.",
    answer: "Give it the name and the id it had. Where something else is counted now, start a new measure.",
    example: r#"{ "id": "S6", "title": "Frontline decisions made without referring up" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let records = Compared { in_both: with_earlier_measure(cx), gone: gone(cx), new: new_by_title(cx) };
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

    const THEN: &str = r#"{"system_health": {"measures": [{"id": "S6", "title": "Decisions made alone"}]}}"#;

    #[test]
    fn a_new_name_and_a_new_id_are_named() {
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("made alone", "at the front line"),
            &[
                "/system_health/measures/0/title warning: S6 was called “Decisions made alone” in Q1 of 2026-27, and is called \
             “Decisions at the front line” now | go back to the old name, or explain what else is measured now",
            ],
        );
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("S6", "S9"),
            &[
                "/system_health/measures/0/id warning: “Decisions made alone” was S6 in Q1 of 2026-27, and is S9 now | give it the \
             id S6 again",
            ],
        );
        gets_after(THEN, &super::RULE, &THEN.replace("made alone", "made, alone"), &[]);
    }
}
