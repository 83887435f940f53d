//! What was due from a partner was paid.

use super::{number, whole};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "contribution-not-paid",
    code: "F-09",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A partner who has not paid is the first thing a funder asks about, and the last that anybody writes down.",
    answer: "Ask the partner; then explain when it will pay. Without due_to_date nothing is compared.",
    example: r#"{ "source": "eastholme-cc", "cash": 150000, "due_to_date": 75000, "received_to_date": 75000 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    let whole_return = cx.whole();
    for contribution in finance.list("contributions", |finance| &finance.contributions) {
        let (Some(due), Some(received)) =
            (whole(contribution.due_to_date), number(contribution.received_to_date.as_ref()))
        else {
            continue;
        };
        if received >= due {
            continue;
        }
        let source = contribution.get().source.as_str();
        let name = if cx.is_full() { source } else { whole_return.get().organisation_name(source) };
        cx.report(contribution.field("received_to_date"))
            .message(format!("{name} has paid {} of the {} that were due", words::pounds(received), words::pounds(due)))
            .related(contribution.field("due_to_date"), "due")
            .help("ask when the rest will come, and explain it in explanations")
            .provided(received)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn what_is_due_is_paid() {
        let money = |paid: i64| {
            format!(
                r#"{{"finance": {{"contributions": [{{"source": "harbour-trust", "due_to_date": 75000, "received_to_date": {paid}}}]}}}}"#
            )
        };
        gets(
            &super::RULE,
            &money(70_000),
            &[
                "/finance/contributions/0/received_to_date warning: Harbour Trust has paid £70,000 of the £75,000 that were due \
               | ask when the rest will come, and explain it in explanations",
            ],
        );
        gets(&super::RULE, &money(75_000), &[]);
        gets(
            &super::RULE,
            r#"{"finance": {"contributions": [{"source": "harbour-trust", "cash": 9, "received_to_date": 1}]}}"#,
            &[],
        );
    }
}
