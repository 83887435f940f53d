//! A promise whose day has come was delivered or not.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::PartnerStatus;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promise-on-track-after-its-date",
    code: "C-02",
    area: Area::Community,
    stage: Stage::Ratings,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "The day was part of the promise. Whoever reads “on track” after it knows that the promise was not kept, and that \
          nobody would say so.",
    answer: "Write delivered, partly_delivered, not_delivered or withdrawn, and say why in the explanation. A new day goes \
             into revised_due; the old one stays.",
    example: r#""due": "2026-09-30", "partner_status": "not_delivered", "explanation": "…", "revised_due": "2026-12-14""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let end = cx.quarter_end();
    for promise in cx.promises() {
        let status = match promise.partner_status {
            Some(status @ (PartnerStatus::NotStarted | PartnerStatus::OnTrack | PartnerStatus::AtRisk)) => status,
            Some(
                PartnerStatus::Delivered
                | PartnerStatus::PartlyDelivered
                | PartnerStatus::NotDelivered
                | PartnerStatus::Withdrawn,
            )
            | None => continue,
        };
        let Some(due) = promise.due.filter(|due| *due <= end) else { continue };
        cx.report(promise.field("partner_status"))
            .message(format!(
                "{} was due on {}, so it cannot be {} at the end of the quarter",
                promise.id,
                words::date(due),
                words::choice(status.word())
            ))
            .label(words::choice(status.word()))
            .related(promise.field("due"), "due")
            .help("write delivered, partly_delivered, not_delivered or withdrawn; a new day goes into revised_due")
            .provided(status.word())
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn promise(due: &str, status: &str) -> String {
        format!(
            r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.", "due": "{due}",
                "partner_status": "{status}"}}]}}}}"#
        )
    }

    #[test]
    fn a_day_that_has_come_settles_it() {
        gets(
            &super::RULE,
            &promise("2026-09-30", "on_track"),
            &[
                "/community_reporting/promises/0/partner_status error: P1 was due on 30 September 2026, so it cannot be on \
               track at the end of the quarter | write delivered, partly_delivered, not_delivered or withdrawn; a new day \
               goes into revised_due",
            ],
        );
    }

    #[test]
    fn a_day_to_come_leaves_it_open() {
        gets(&super::RULE, &promise("2026-10-01", "on_track"), &[]);
        gets(&super::RULE, &promise("2026-09-30", "not_delivered"), &[]);
    }
}
