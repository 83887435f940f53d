//! A barrier that has stood for half a year has somebody who could lift it.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::system_health::BarrierStatus;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "barrier-nobody-is-named-to-lift",
    code: "S-16",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A barrier that nobody is asked to lift is still there next year. Named, it is a question to somebody.",
    answer: "Say who could lift it: the id of a partner, central_government, or words. Where you have made your peace with \
             it, write the status accepted.",
    example: r#"{ "id": "B1", "description": "The contract hides the records.", "needs": "fenholme-icb", "raised_on": "2026-01-11", "status": "open" }"#,
    check,
};

/// Two quarters are at most this many days.
const TWO_QUARTERS: i64 = 184;

fn check(cx: &mut RuleContext<'_>) {
    let end = cx.quarter_end();
    let Some(system) = cx.system_health() else { return };
    for barrier in system.list("barriers", |system| &system.barriers) {
        let is_open = match barrier.status {
            Some(BarrierStatus::Open) | None => !barrier.is_cut("status"),
            Some(BarrierStatus::BeingLifted | BarrierStatus::Lifted | BarrierStatus::Accepted) => false,
        };
        let is_named = barrier.needs.as_ref().is_some_and(|needs| !needs.as_str().trim().is_empty());
        if !is_open || is_named || barrier.is_cut("needs") {
            continue;
        }
        let Some(raised) = barrier.raised_on.filter(|raised| end.days_after(*raised) > TWO_QUARTERS) else { continue };
        cx.report(barrier.field("needs"))
            .message(format!("{} has been open since {}. Who can lift it?", barrier.id, words::date(raised)))
            .related(barrier.field("raised_on"), "raised")
            .help("say in needs who could lift it, or write the status accepted")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn barrier(raised: &str, more: &str) -> String {
        format!(
            r#"{{"system_health": {{"barriers": [{{"id": "B1", "description": "The contract.", "raised_on": "{raised}" {more}}}]}}}}"#
        )
    }

    #[test]
    fn a_barrier_that_stands_is_asked_about() {
        gets(
            &super::RULE,
            &barrier("2026-03-29", ""),
            &["/system_health/barriers/0/needs warning: B1 has been open since 29 March 2026. Who can lift it? \
               | say in needs who could lift it, or write the status accepted"],
        );
    }

    #[test]
    fn a_new_barrier_a_name_and_an_end_are_left_in_peace() {
        gets(&super::RULE, &barrier("2026-03-30", ""), &[]);
        gets(&super::RULE, &barrier("2025-03-29", r#", "needs": "the supplier""#), &[]);
        gets(&super::RULE, &barrier("2025-03-29", r#", "status": "accepted""#), &[]);
        gets_without(&["/system_health/barriers/0/needs"], &super::RULE, &barrier("2025-03-29", ""), &[]);
    }
}
