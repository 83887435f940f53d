//! The quarter lies in the time the grant is for.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "quarter-outside-the-grant",
    code: "H-09",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "A funder cannot accept a return for a quarter in which it paid nothing. Most often the year is a slip.",
    answer: "Check the financial year and quarter of the return, and the dates of the agreement. A quarter in which the \
             grant begins or ends is part of it.",
    example: r#""grant_agreement": { "ref": "HBF-2025-014", "start": "2025-04-01", "end": "2028-03-31" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(funding) = cx.whole().part("funding", |whole| whole.funding.as_ref()) else { return };
    let Some(grant) = funding.part("grant_agreement", |funding| funding.grant_agreement.as_ref()) else { return };
    let quarter = words::period(cx.quarter());
    if let (Some(start), Some(end)) = (grant.start, grant.end)
        && end < start
    {
        cx.report(grant.field("end"))
            .message(format!("The grant ends on {}, before it starts on {}", words::date(end), words::date(start)))
            .related(grant.field("start"), "the start")
            .help("check both dates")
            .provided(end)
            .done();
        return;
    }
    let header = cx.header();
    let period = &header.get().period;
    if let Some(start) = grant.start.filter(|start| period.last_day() < *start) {
        cx.report(grant.field("start"))
            .message(format!("The return is for {quarter}, and the grant starts only on {}", words::date(start)))
            .related(header.field("period"), "the quarter")
            .help("check the quarter of the return and the dates of the agreement")
            .provided(start)
            .done();
    }
    if let Some(end) = grant.end.filter(|end| period.first_day() > *end) {
        cx.report(grant.field("end"))
            .message(format!("The return is for {quarter}, and the grant ended on {}", words::date(end)))
            .related(header.field("period"), "the quarter")
            .help("check the quarter of the return and the dates of the agreement")
            .provided(end)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn grant(dates: &str) -> String {
        format!(r#"{{"funding": {{"grant_agreement": {{{dates}}}}}}}"#)
    }

    #[test]
    fn a_quarter_before_or_after_the_grant_is_named() {
        gets(
            &super::RULE,
            &grant(r#""start": "2026-10-01""#),
            &["/funding/grant_agreement/start error: The return is for Q2 of 2026-27, and the grant starts only on \
               1 October 2026 | check the quarter of the return and the dates of the agreement"],
        );
        gets(
            &super::RULE,
            &grant(r#""start": "2025-04-01", "end": "2026-06-30""#),
            &[
                "/funding/grant_agreement/end error: The return is for Q2 of 2026-27, and the grant ended on 30 June 2026 \
               | check the quarter of the return and the dates of the agreement",
            ],
        );
        gets(
            &super::RULE,
            &grant(r#""start": "2026-04-01", "end": "2025-04-01""#),
            &["/funding/grant_agreement/end error: The grant ends on 1 April 2025, before it starts on 1 April 2026 \
               | check both dates"],
        );
    }

    #[test]
    fn a_grant_may_begin_or_end_in_the_quarter() {
        gets(&super::RULE, &grant(r#""start": "2026-09-14", "end": "2028-03-31""#), &[]);
        gets(&super::RULE, &grant(r#""start": "2025-04-01", "end": "2026-07-31""#), &[]);
    }
}
