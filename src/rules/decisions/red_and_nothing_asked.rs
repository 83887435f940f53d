//! Where a result is red, somebody is asked for something.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::Rag;
use crate::returns::rating;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "red-and-nothing-asked",
    code: "A-03",
    area: Area::Decisions,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A red result is what the partnership could not do alone. Readers want to know what they can do about it.",
    answer: "Ask the funder, members or partners for the one decision that would help; or explain why you need none.",
    example: r#""decisions_asked": [{ "id": "D1", "asked_of": "funder", "decision": "Agree to move £20,000 to evening cover.", … }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    if !whole.decisions_asked.is_empty() || whole.is_cut("decisions_asked") {
        return;
    }
    let quarter = cx.quarter();
    if let Some(red) = cx.results().into_iter().find(|measure| rating::rate(measure, quarter).rag == Rag::Red) {
        cx.report(red.field("rag"))
            .message(format!("“{}” is red, and nobody is asked for a decision", red.title.any()))
            .help("ask for the one decision that would help, or explain in explanations why you need none")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn red_asks_for_something() {
        let red = |more: &str| format!(r#"{{"results": [{{"id": "R5", "title": "Call-outs", "rag": "red"}}]{more}}}"#);
        gets(
            &super::RULE,
            &red(""),
            &["/results/0/rag warning: “Call-outs” is red, and nobody is asked for a decision \
               | ask for the one decision that would help, or explain in explanations why you need none"],
        );
        gets(&super::RULE, &red(r#", "decisions_asked": [{"id": "D1", "decision": "Move it."}]"#), &[]);
        gets(&super::RULE, r#"{"results": [{"id": "R5", "title": "Call-outs", "rag": "amber"}]}"#, &[]);
        gets_without(&["/decisions_asked/0"], &super::RULE, &red(""), &[]);
    }
}
