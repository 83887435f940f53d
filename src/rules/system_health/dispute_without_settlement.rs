//! Where partners fell out, somebody settles it.

use crate::diagnostic::{Severity, Stage};
use crate::returns::LeadershipKind;
use crate::returns::approach::system_health::TrustDirection;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "dispute-without-settlement",
    code: "S-13",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Disputes are part of working together. One that nobody has the job of settling goes on.",
    answer: "Say how it was or is being settled, or since when it is repaired; or name a mediator among those who lead; or \
             explain why it is left open.",
    example: r#"{ "opened_on": "2026-08-06", "settled_on": "2026-08-27", "how": "Meeting in person led by the county council" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let Some(system) = cx.system_health() else { return };
    let has_mediator = whole.partnership.leadership.iter().any(|leader| leader.kind == LeadershipKind::Mediator);
    if has_mediator || whole.is_cut("partnership") {
        return;
    }
    for dispute in system.list("disputes", |system| &system.disputes) {
        let is_settled = dispute.settled_on.is_some() || dispute.how.as_ref().is_some_and(|how| !how.is_blank());
        if is_settled || dispute.is_cut("how") || dispute.is_cut("settled_on") {
            continue;
        }
        let since = dispute.opened_on.map_or(String::new(), |day| format!(" of {}", words::date(day)));
        cx.report(dispute.pointer())
            .message(format!("The dispute{since} is not settled, and nobody is named to settle it"))
            .help("say how it is being settled, or name a mediator among those who lead")
            .done();
    }
    for event in system.list("trust_events", |system| &system.trust_events) {
        let is_open = event.direction == TrustDirection::Broken && event.repaired_on.is_none();
        if !is_open || event.is_cut("repaired_on") {
            continue;
        }
        let since = event.on.map_or(String::new(), |day| format!(" on {}", words::date(day)));
        cx.report(event.pointer())
            .message(format!("Trust was broken{since} and is not repaired, and nobody is named to mediate"))
            .help("give the day it was repaired, or name a mediator among those who lead")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn disputes(dispute: &str, more: &str) -> String {
        format!(r#"{{"system_health": {{"disputes": [{{{dispute}}}]}} {more}}}"#)
    }

    const OPEN: &str = r#""opened_on": "2026-08-06""#;

    #[test]
    fn an_open_dispute_and_broken_trust_are_named() {
        gets(
            &super::RULE,
            &disputes(OPEN, ""),
            &[
                "/system_health/disputes/0 warning: The dispute of 6 August 2026 is not settled, and nobody is named to \
               settle it | say how it is being settled, or name a mediator among those who lead",
            ],
        );
        gets(
            &super::RULE,
            r#"{"system_health": {"trust_events": [{"direction": "broken", "what": "A leak."},
                {"direction": "built", "what": "A visit."}]}}"#,
            &[
                "/system_health/trust_events/0 warning: Trust was broken and is not repaired, and nobody is named to mediate \
               | give the day it was repaired, or name a mediator among those who lead",
            ],
        );
    }

    #[test]
    fn a_settlement_or_a_mediator_is_enough() {
        gets(&super::RULE, &disputes(&format!(r#"{OPEN}, "settled_on": "2026-08-27""#), ""), &[]);
        gets(&super::RULE, &disputes(&format!(r#"{OPEN}, "how": "The county brokers it.""#), ""), &[]);
        gets(
            &super::RULE,
            &disputes(OPEN, r#", "partnership": {"leadership": [{"type": "mediator", "held_by": "harbour-trust"}]}"#),
            &[],
        );
        gets_without(&["/system_health/disputes/0/how"], &super::RULE, &disputes(OPEN, ""), &[]);
    }
}
