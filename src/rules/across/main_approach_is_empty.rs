//! What is the main approach has records.

use super::{has_records, name};
use crate::diagnostic::{Severity, Stage};
use crate::returns::Weight;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "main-approach-is-empty",
    code: "X-02",
    area: Area::Across,
    stage: Stage::Header,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Readers turn first to what a partnership calls its main way of being held to account. There they find nothing.",
    answer: "Report under the approach; or say that it is supporting, or not used this quarter and why.",
    example: r#""approaches": [{ "name": "outcomes", "emphasis": "main" }], "outcomes": [{ "id": "O1", … }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    if cx.header().nil.is_some() || cx.header().is_cut("nil") {
        return;
    }
    for used in whole.list("approaches", |whole| &whole.approaches) {
        let is_empty = !has_records(&whole, used.name) && !whole.is_cut(used.name.word());
        if used.emphasis == Weight::Main && is_empty {
            cx.report(used.field("emphasis"))
                .message(format!("{} is a main approach, and the return has no record of it", name(used.name)))
                .help("report under it, or write supporting or not_used with the reason")
                .provided(used.emphasis.word())
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn a_main_approach_is_filled() {
        let main = |more: &str| format!(r#"{{"approaches": [{{"name": "outcomes", "emphasis": "main"}}]{more}}}"#);
        gets(
            &super::RULE,
            &main(""),
            &["/approaches/0/emphasis warning: Outcomes is a main approach, and the return has no record of it \
               | report under it, or write supporting or not_used with the reason"],
        );
        gets(&super::RULE, &main(r#", "outcomes": [{"id": "O1", "title": "Sleep"}]"#), &[]);
        gets(&super::RULE, &main(r#", "return": {"nil": {"reason": "We start in October."}}"#), &[]);
        gets_without(&["/outcomes/0"], &super::RULE, &main(""), &[]);
    }
}
