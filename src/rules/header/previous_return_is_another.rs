//! The return before this one is the one it names.

use crate::diagnostic::{Severity, Stage};
use crate::rules::then_and_now::the_return;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "previous-return-is-another",
    code: "H-25",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Whoever follows a partnership through the years goes from return to return by this id. One that leads nowhere ends \
          the trail.",
    answer: "Give as previous_return the return_id of the quarter before. none_first_return is only for the very first.",
    example: r#""previous_return": "STM-2026-27-Q1""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let header = cx.header();
    let then = previous.part("return", |previous| Some(&previous.header));
    let (Some(said), Some(then)) = (&header.previous_return, then) else { return };
    let index = then.period.period().quarter_index();
    let follows = index.map(|index| index + 1) == cx.quarter().quarter_index();
    let is_first = said.as_str() == "none_first_return";
    let (message, expected) = match &then.return_id {
        Some(id) if is_first || (follows && id != said) => (
            if is_first {
                format!("This is said to be the first return, and {} is {id}", the_return(&previous))
            } else {
                format!("The return before this one is said to be “{said}”, and {} is “{id}”", the_return(&previous))
            },
            id.as_str(),
        ),
        Some(_) | None => return,
    };
    cx.report(header.field("previous_return"))
        .message(message)
        .related(then.field("return_id"), "its id")
        .help(format!("set previous_return to {expected}"))
        .provided(said)
        .expected(expected)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn named(previous: &str) -> String {
        format!(r#"{{"return": {{"previous_return": "{previous}"}}}}"#)
    }

    const THEN: &str = r#"{"return": {"return_id": "STM-2026-27-Q1"}}"#;

    #[test]
    fn another_id_and_no_id_are_named() {
        gets_after(
            THEN,
            &super::RULE,
            &named("STM-2025-26-Q4"),
            &[
                "/return/previous_return warning: The return before this one is said to be “STM-2025-26-Q4”, and the return for Q1 \
             of 2026-27 is “STM-2026-27-Q1” | set previous_return to STM-2026-27-Q1",
            ],
        );
        gets_after(
            THEN,
            &super::RULE,
            &named("none_first_return"),
            &[
                "/return/previous_return warning: This is said to be the first return, and the return for Q1 of 2026-27 is \
             STM-2026-27-Q1 | set previous_return to STM-2026-27-Q1",
            ],
        );
        gets_after(THEN, &super::RULE, &named("STM-2026-27-Q1"), &[]);
    }
}
