//! A condition that is not met has a reason and a day.

use crate::diagnostic::{Severity, Stage};
use crate::returns::ConditionMet;
use crate::rules::{Area, Fault, Rule, RuleContext, dates_in_text::names_a_date};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "condition-not-met-without-a-date",
    code: "H-14",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A condition of the grant that is not met can be lived with when the funder knows why, and until when.",
    answer: "Give the reason, and the day by which it will be met: in the field by, or in the reason itself.",
    example: r#"{ "ref": "C3", "text": "Evaluator in place.", "met": "no", "reason": "The first tender drew one bid.", "by": "2026-12-01" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(funding) = cx.whole().part("funding", |whole| whole.funding.as_ref()) else { return };
    for condition in funding.list("conditions", |funding| &funding.conditions) {
        let how = match condition.met {
            Some(ConditionMet::No) => "is not met",
            Some(ConditionMet::Partly) => "is met only in part",
            Some(ConditionMet::Yes | ConditionMet::NotDue) | None => continue,
        };
        if condition.is_cut("reason") || condition.is_cut("by") {
            continue;
        }
        let reason = condition.reason.as_ref().filter(|reason| !reason.is_blank());
        let mut lacks = Vec::new();
        if reason.is_none() {
            lacks.push("reason");
        }
        if condition.by.is_none() && !reason.is_some_and(|reason| reason.all().any(names_a_date)) {
            lacks.push("date");
        }
        if !lacks.is_empty() {
            let lacks = lacks.join(" and no ");
            cx.report(condition.field("met"))
                .message(format!("Condition {} {how}, and it gives no {lacks}", condition.reference))
                .help("say why it is not met, and by when it will be")
                .provided(condition.met.map_or("", ConditionMet::word))
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn condition(parts: &str) -> String {
        format!(r#"{{"funding": {{"conditions": [{{"ref": "C3", "text": "Evaluator in place.", {parts}}}]}}}}"#)
    }

    #[test]
    fn reason_and_date_are_asked_for() {
        gets(
            &super::RULE,
            &condition(r#""met": "no""#),
            &["/funding/conditions/0/met warning: Condition C3 is not met, and it gives no reason and no date \
               | say why it is not met, and by when it will be"],
        );
        gets(
            &super::RULE,
            &condition(r#""met": "partly", "reason": "The first tender drew one bid.""#),
            &["/funding/conditions/0/met warning: Condition C3 is met only in part, and it gives no date \
               | say why it is not met, and by when it will be"],
        );
    }

    #[test]
    fn a_date_may_stand_in_the_reason() {
        gets(&super::RULE, &condition(r#""met": "no", "reason": "The evaluator starts on 1 December.""#), &[]);
        gets(&super::RULE, &condition(r#""met": "no", "reason": "One bid.", "by": "2026-12-01""#), &[]);
        gets(&super::RULE, &condition(r#""met": "not_due""#), &[]);
        gets_without(
            &["/funding/conditions/0/by"],
            &super::RULE,
            &condition(r#""met": "no", "reason": "One bid.", "by": "2026-12-01""#),
            &[],
        );
    }
}
