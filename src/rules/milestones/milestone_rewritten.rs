//! The day a milestone was due stays where it was written, and what was reached stays reached.

use crate::diagnostic::{Severity, Stage};
use crate::returns::MilestoneStatus;
use crate::rules::milestones::with_earlier_milestone;
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "milestone-rewritten",
    code: "M-07",
    area: Area::Milestones,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A milestone whose day is written anew is never late, and one that was complete and is not any more was told too \
          early. Readers are owed both.",
    answer: "Keep the first day in due, or in original_due beside the new one, and say why in reason.",
    example: r#"{ "id": "M2", "title": "Case system open to schools", "original_due": "2026-08-31", "due": "2026-11-30", "reason": "Supplier security check" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier_milestone(cx) {
        let title = now.title.any();
        let is_complete = now.status == Some(MilestoneStatus::Complete);
        if then.status == Some(MilestoneStatus::Complete) && !is_complete && !now.is_cut("status") {
            cx.report(now.field("status"))
                .message(format!("“{title}” was complete in {}, and is not now", quarter(&previous)))
                .related(then.field("status"), "its status then")
                .help("set it to complete again, or explain what was told too early")
                .done();
        }
        let Some((is, was)) = now.due.zip(then.due).filter(|(is, was)| is != was) else { continue };
        let first = then.original_due.unwrap_or(was);
        let says_why = now.reason.as_ref().is_some_and(|reason| !reason.is_blank());
        if now.original_due == Some(first) && says_why {
            continue;
        }
        cx.report(now.field("due"))
            .message(format!(
                "“{title}” was due on {}, as {} said, and is due on {} now",
                words::date(was),
                quarter(&previous),
                words::date(is)
            ))
            .related(then.field("due"), "the day then")
            .help(format!("give {} as original_due, and say in reason why it moved", words::date(first)))
            .provided(is)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn schools(parts: &str) -> String {
        format!(r#"{{"milestones": [{{"id": "M2", "title": "Open to schools", {parts}}}]}}"#)
    }

    #[test]
    fn a_day_that_was_written_anew_is_named() {
        let then = schools(r#""due": "2026-08-31""#);
        gets_after(
            &then,
            &super::RULE,
            &schools(r#""due": "2026-11-30""#),
            &[
                "/milestones/0/due warning: “Open to schools” was due on 31 August 2026, as Q1 of 2026-27 said, and is due on 30 \
             November 2026 now | give 31 August 2026 as original_due, and say in reason why it moved",
            ],
        );
        let open = r#""due": "2026-11-30", "original_due": "2026-08-31", "reason": "Security check""#;
        gets_after(&then, &super::RULE, &schools(open), &[]);
        gets_after(&then, &super::RULE, &schools(r#""due": "2026-08-31", "forecast_date": "2026-11-30""#), &[]);
    }

    #[test]
    fn what_was_complete_stays_complete() {
        let then = schools(r#""status": "complete""#);
        gets_after(
            &then,
            &super::RULE,
            &schools(r#""status": "on_track""#),
            &[
                "/milestones/0/status warning: “Open to schools” was complete in Q1 of 2026-27, and is not now | set it to complete \
             again, or explain what was told too early",
            ],
        );
    }
}
