//! A promise that was not kept, or may not be, comes with its reason.

use super::has_explanation;
use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::{CommunityVerdict, PartnerStatus};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "broken-promise-without-a-word",
    code: "C-03",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "People forgive a broken promise sooner than silence about it.",
    answer: "Say in explanation why, and what will happen now.",
    example: r#""partner_status": "not_delivered", "explanation": "Voicemail still answers after 1pm. New line opens on 14 December.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for promise in cx.promises() {
        let by_partner = match promise.partner_status {
            Some(status @ (PartnerStatus::AtRisk | PartnerStatus::NotDelivered | PartnerStatus::Withdrawn)) => {
                Some(words::choice(status.word()))
            }
            Some(
                PartnerStatus::NotStarted
                | PartnerStatus::OnTrack
                | PartnerStatus::Delivered
                | PartnerStatus::PartlyDelivered,
            )
            | None => None,
        };
        let by_people = (promise.community_verdict == Some(CommunityVerdict::NotKept)).then(|| "not kept".to_owned());
        let Some(stands) = by_partner.or(by_people) else { continue };
        if has_explanation(&promise) || promise.is_cut("explanation") {
            continue;
        }
        cx.report(promise.field("explanation"))
            .message(format!("{} is {stands}, and it is not said why", promise.id))
            .help("say in explanation why, and what will happen now")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn promise(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.", {parts}}}]}}}}"#)
    }

    #[test]
    fn silence_is_worse_than_a_broken_promise() {
        gets(
            &super::RULE,
            &promise(r#""partner_status": "at_risk""#),
            &["/community_reporting/promises/0/explanation error: P1 is at risk, and it is not said why \
               | say in explanation why, and what will happen now"],
        );
        gets(
            &super::RULE,
            &promise(r#""partner_status": "delivered", "community_verdict": "not_kept", "explanation": " ""#),
            &["/community_reporting/promises/0/explanation error: P1 is not kept, and it is not said why \
               | say in explanation why, and what will happen now"],
        );
    }

    #[test]
    fn a_reason_or_a_kept_promise_is_left_in_peace() {
        gets(&super::RULE, &promise(r#""partner_status": "withdrawn", "explanation": "The lamp is gone.""#), &[]);
        gets(&super::RULE, &promise(r#""partner_status": "delivered", "community_verdict": "partly_kept""#), &[]);
        let cut = promise(r#""partner_status": "withdrawn""#);
        gets_without(&["/community_reporting/promises/0/explanation"], &super::RULE, &cut, &[]);
    }
}
