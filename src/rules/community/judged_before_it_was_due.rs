//! A promise is judged when its day has come.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::{CommunityVerdict, PartnerStatus};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "judged-before-it-was-due",
    code: "C-20",
    area: Area::Community,
    stage: Stage::Ratings,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Until the day there is time to keep it. A verdict before is a forecast.",
    answer: "Wait for the day; or ask again after it, and give the later verdict next quarter.",
    example: r#""due": "2026-08-31", "community_verdict": "kept", "judged_by": { "who": "Assembly members", "on": "2026-09-12" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for promise in cx.promises() {
        // What is done, or given up, can be judged at once.
        let is_over = match promise.partner_status {
            Some(PartnerStatus::Delivered | PartnerStatus::PartlyDelivered | PartnerStatus::Withdrawn) => true,
            Some(
                PartnerStatus::NotStarted
                | PartnerStatus::OnTrack
                | PartnerStatus::AtRisk
                | PartnerStatus::NotDelivered,
            )
            | None => false,
        };
        let is_final = !matches!(promise.community_verdict, Some(CommunityVerdict::NotYetJudged) | None);
        let Some(judge) = promise.part("judged_by", |promise| promise.judged_by.as_ref()) else { continue };
        let (Some(on), Some(due)) = (judge.on, promise.due) else { continue };
        if is_over || !is_final || on >= due {
            continue;
        }
        cx.report(judge.field("on"))
            .message(format!("{} was judged on {}, and was due on {}", promise.id, words::date(on), words::date(due)))
            .related(promise.field("due"), "due")
            .help("ask again after that day, and give the later verdict next quarter")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn promise(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.", {parts}}}]}}}}"#)
    }

    #[test]
    fn a_promise_has_until_its_day() {
        let judged = |status: &str| {
            promise(&format!(
                r#""due": "2026-09-30", "partner_status": "{status}", "community_verdict": "not_kept",
                    "judged_by": {{"who": "Panel", "on": "2026-09-17"}}"#
            ))
        };
        gets(
            &super::RULE,
            &judged("not_delivered"),
            &[
                "/community_reporting/promises/0/judged_by/on advice: P1 was judged on 17 September 2026, and was due on 30 \
               September 2026 | ask again after that day, and give the later verdict next quarter",
            ],
        );
        gets(&super::RULE, &judged("delivered"), &[]);
        gets(&super::RULE, &promise(r#""due": "2026-09-30", "judged_by": {"who": "Panel", "on": "2026-09-17"}"#), &[]);
    }
}
