//! The reporters’ statement is in their own words.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "statement-edited-by-officers",
    code: "C-06",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "It is the one text in the return that belongs to the community. Changed by officers, it is one more text of the partnership.",
    answer: "Put back the reporters’ own words. If they changed the text themselves, write false.",
    example: r#""reporters_statement": { "text": "Please fix it before winter.", "edited_by_officers": false }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    let Some(statement) = community.part("reporters_statement", |community| community.reporters_statement.as_ref())
    else {
        return;
    };
    if statement.edited_by_officers == Some(true) {
        cx.report(statement.field("edited_by_officers"))
            .message("The reporters’ statement was edited by officers")
            .help("put back the reporters’ own words; if they changed it themselves, write false")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn community(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{{parts}}}}}"#)
    }

    #[test]
    fn it_is_theirs() {
        let statement = |edited: bool| {
            community(&format!(r#""reporters_statement": {{"text": "Fix it.", "edited_by_officers": {edited}}}"#))
        };
        gets(
            &super::RULE,
            &statement(true),
            &[
                "/community_reporting/reporters_statement/edited_by_officers error: The reporters’ statement was edited by officers \
               | put back the reporters’ own words; if they changed it themselves, write false",
            ],
        );
        gets(&super::RULE, &statement(false), &[]);
        gets(&super::RULE, &community(r#""reporters_statement": {"text": "Fix it."}"#), &[]);
    }
}
