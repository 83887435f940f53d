//! A return that came after its day says why.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "return-is-late",
    code: "H-13",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A late return holds up somebody’s payment or committee. Readers forgive a reason sooner than silence.",
    answer: "Explain it in the return, with the record return: say why it was late, and whether the next one will be.",
    example: r#""explanations": [{ "rule": "H-13", "record": "return", "text": "The section 151 officer was on leave. The next return is on time." }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let header = cx.header();
    let (Some(due), Some(filed)) = (header.due_on, header.submitted_on) else { return };
    let days = filed.days_after(due);
    if days <= 0 {
        return;
    }
    let days = if days == 1 { "1 day".to_owned() } else { format!("{} days", words::count(days)) };
    cx.report(header.field("submitted_on"))
        .message(format!(
            "The return is {days} late: it was due on {}, and was filed on {}",
            words::date(due),
            words::date(filed)
        ))
        .related(header.field("due_on"), "due")
        .help("say why in explanations, with the record “return”; or correct the date")
        .provided(filed)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn filed(on: &str) -> String {
        format!(r#"{{"return": {{"due_on": "2026-10-31", "submitted_on": "{on}"}}}}"#)
    }

    #[test]
    fn the_days_are_counted() {
        gets(
            &super::RULE,
            &filed("2026-11-04"),
            &[
                "/return/submitted_on warning: The return is 4 days late: it was due on 31 October 2026, and was filed on \
               4 November 2026 | say why in explanations, with the record “return”; or correct the date",
            ],
        );
    }

    #[test]
    fn a_return_on_its_day_is_not_late() {
        gets(&super::RULE, &filed("2026-10-31"), &[]);
        gets(&super::RULE, r#"{"return": {"due_on": "2026-10-31"}}"#, &[]);
    }
}
