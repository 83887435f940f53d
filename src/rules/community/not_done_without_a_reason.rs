//! What people asked for and did not get has a reason.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::YouSaidOutcome;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "not-done-without-a-reason",
    code: "C-07",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "People accept “no” better than silence.",
    answer: "Say in reason why it was not done.",
    example: r#""outcome": "not_done", "reason": "Two referrals in 10 weeks. The time is better used at schools.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    for said in community.list("you_said_we_did", |community| &community.you_said_we_did) {
        let has_reason = said.reason.as_ref().is_some_and(|reason| !reason.is_blank());
        if said.outcome != Some(YouSaidOutcome::NotDone) || has_reason || said.is_cut("reason") {
            continue;
        }
        cx.report(said.field("reason"))
            .message(format!("{} was not done, and it is not said why", said.id))
            .help("say why not in reason: people accept “no” better than silence")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn community(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{{parts}}}}}"#)
    }

    #[test]
    fn no_has_a_reason() {
        let said =
            |more: &str| community(&format!(r#""you_said_we_did": [{{"id": "Y1", "you_said": "Stay open."{more}}}]"#));
        let not_done = said(r#", "outcome": "not_done""#);
        gets(
            &super::RULE,
            &not_done,
            &["/community_reporting/you_said_we_did/0/reason error: Y1 was not done, and it is not said why \
               | say why not in reason: people accept “no” better than silence"],
        );
        gets_without(&["/community_reporting/you_said_we_did/0/reason"], &super::RULE, &not_done, &[]);
        gets(&super::RULE, &said(r#", "outcome": "not_done", "reason": "No money.""#), &[]);
        gets(&super::RULE, &said(r#", "outcome": "done""#), &[]);
    }
}
