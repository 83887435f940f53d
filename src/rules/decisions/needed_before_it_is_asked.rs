//! A decision is asked for before it is needed.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "needed-before-it-is-asked",
    code: "A-01",
    area: Area::Decisions,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Nobody can decide in the past. A day that is gone makes the reader skip the request, or wonder what was not told.",
    answer: "Give the day by which the decision is still of use; or take it out, if it is too late.",
    example: r#"{ "id": "D1", "asked_of": "funder", "decision": "Agree to move £20,000 to evening cover.", "needed_by": "2026-11-27" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let asked = cx.reference_date();
    let is_filed = cx.header().submitted_on.is_some();
    for decision in cx.whole().list("decisions_asked", |whole| &whole.decisions_asked) {
        let Some(needed_by) = decision.needed_by.filter(|needed_by| *needed_by < asked) else { continue };
        let filed = if is_filed { "this return was filed on" } else { "this return is of" };
        cx.report(decision.field("needed_by"))
            .message(format!(
                "{} is needed by {}, and {filed} {}",
                decision.id,
                words::date(needed_by),
                words::date(asked)
            ))
            .help("give the day by which the decision is still of use, or take it out")
            .provided(needed_by)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn decision(needed_by: &str) -> String {
        format!(
            r#"{{"return": {{"submitted_on": "2026-10-30"}},
                "decisions_asked": [{{"id": "D1", "decision": "Move the money.", "needed_by": "{needed_by}"}}]}}"#
        )
    }

    #[test]
    fn a_day_before_filing_is_too_late() {
        gets(
            &super::RULE,
            &decision("2026-10-29"),
            &[
                "/decisions_asked/0/needed_by error: D1 is needed by 29 October 2026, and this return was filed on 30 October \
               2026 | give the day by which the decision is still of use, or take it out",
            ],
        );
        gets(&super::RULE, &decision("2026-10-30"), &[]);
    }
}
