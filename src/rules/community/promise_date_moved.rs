//! The day a promise is due moves in the open.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::Promise;
use crate::returns::{Commentary, Date};
use crate::rules::community::with_earlier_promise;
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promise-date-moved",
    code: "C-21",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A promise whose day is moved in silence is never late. Those it was made to are told the day, and they are told \
          when it changes and why.",
    answer: "Keep the first day in due. Give the new one in revised_due, and say why in explanation.",
    example: r#"{ "id": "P1", "promise": "A real person answers the phone.", "due": "2026-09-30", "revised_due": "2026-12-14", "explanation": "The new line opens on 14 December." }"#,
    check,
};

/// The day that counts.
pub(super) fn day(promise: &Promise) -> Option<Date> {
    promise.revised_due.or(promise.due)
}

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier_promise(cx) {
        if let Some((is, was)) = now.due.zip(then.due).filter(|(is, was)| is != was) {
            cx.report(now.field("due"))
                .message(format!(
                    "{} was due on {}, as {} said, and is due on {} now",
                    now.id,
                    words::date(was),
                    quarter(&previous),
                    words::date(is)
                ))
                .related(then.field("due"), "the day then")
                .help("keep the first day in due, and give the new one in revised_due with its reason in explanation")
                .provided(is)
                .expected(was)
                .done();
            continue;
        }
        let moved = day(&now).zip(day(&then)).filter(|(is, was)| is > was);
        if let Some((is, was)) = moved
            && now.explanation.as_ref().is_none_or(Commentary::is_blank)
            && !now.is_cut("explanation")
        {
            cx.report(now.field("revised_due"))
                .message(format!(
                    "{} was to be kept by {}, as {} said, and is to be kept by {} now, and it does not say why",
                    now.id,
                    words::date(was),
                    quarter(&previous),
                    words::date(is)
                ))
                .related(then.field(if then.revised_due.is_some() { "revised_due" } else { "due" }), "the day then")
                .help("say in explanation why it takes longer")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn phone(parts: &str) -> String {
        format!(
            r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Answer the phone.", {parts}}}]}}}}"#
        )
    }

    #[test]
    fn the_first_day_stays() {
        gets_after(
            &phone(r#""due": "2026-09-30""#),
            &super::RULE,
            &phone(r#""due": "2026-12-14""#),
            &[
                "/community_reporting/promises/0/due warning: P1 was due on 30 September 2026, as Q1 of 2026-27 said, and is due on \
             14 December 2026 now | keep the first day in due, and give the new one in revised_due with its reason in \
             explanation",
            ],
        );
    }

    #[test]
    fn a_later_day_has_its_reason() {
        let later = r#""due": "2026-09-30", "revised_due": "2026-12-14""#;
        gets_after(
            &phone(r#""due": "2026-09-30""#),
            &super::RULE,
            &phone(later),
            &[
                "/community_reporting/promises/0/revised_due warning: P1 was to be kept by 30 September 2026, as Q1 of 2026-27 said, \
             and is to be kept by 14 December 2026 now, and it does not say why | say in explanation why it takes longer",
            ],
        );
        let why = phone(&format!(r#"{later}, "explanation": "The new line opens then.""#));
        gets_after(&phone(r#""due": "2026-09-30""#), &super::RULE, &why, &[]);
        gets_after(&why, &super::RULE, &phone(later), &[]);
    }
}
