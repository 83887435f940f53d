//! Spend far from its plan is explained.

use super::{number, whole};
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "off-plan-without-a-word",
    code: "F-07",
    area: Area::Finance,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Over or under, the reader’s first question is why. A line without an answer looks as if nobody had noticed.",
    answer: "Say why in variance_explanation of the line, or once for all in finance.variance_explanation. It is asked from 10% and £5,000 on.",
    example: r#""variance_explanation": "Three vacant posts explain most of the underspend.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    let is_said = finance.variance_explanation.as_ref().is_some_and(|text| !text.is_blank());
    if is_said || finance.is_cut("variance_explanation") {
        return;
    }
    for line in finance.list("spend", |finance| &finance.spend) {
        let is_said = line.variance_explanation.as_ref().is_some_and(|text| !text.is_blank());
        if !is_said && !line.is_cut("variance_explanation") {
            let figures = (number(line.actual_to_date.as_ref()), number(line.profile_to_date.as_ref()));
            ask(cx, &format!("“{}”", line.line), line.field("variance_explanation"), figures);
        }
    }
    if let Some(totals) = finance.part("totals", |finance| finance.totals.as_ref()) {
        let figures = (whole(totals.actual_to_date), whole(totals.profile_to_date));
        ask(cx, "The total", finance.field("variance_explanation"), figures);
    }
}

fn ask(cx: &mut RuleContext<'_>, name: &str, at: Pointer, figures: (Option<i128>, Option<i128>)) {
    let (Some(actual), Some(profile)) = figures else { return };
    let variance = actual - profile;
    if variance.abs() <= 5_000 || variance.abs() * 10 <= profile.abs() {
        return;
    }
    let than = if variance > 0 { "more" } else { "less" };
    cx.report(at)
        .message(format!(
            "{name}: {} {than} was spent than planned, and it is not said why",
            words::pounds(variance.abs())
        ))
        .help("say why in variance_explanation, of the line or once for all")
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn line(actual: i64, more: &str) -> String {
        format!(
            r#"{{"finance": {{"spend": [{{"line": "Staff", "profile_to_date": 60000, "actual_to_date": {actual}}}]{more}}}}}"#
        )
    }

    #[test]
    fn far_off_is_explained() {
        gets(
            &super::RULE,
            &line(53_000, ""),
            &[
                "/finance/spend/0/variance_explanation warning: “Staff”: £7,000 less was spent than planned, and it is not said why \
               | say why in variance_explanation, of the line or once for all",
            ],
        );
        gets(
            &super::RULE,
            r#"{"finance": {"totals": {"profile_to_date": 60000, "actual_to_date": 70000}}}"#,
            &[
                "/finance/variance_explanation warning: The total: £10,000 more was spent than planned, and it is not said why \
               | say why in variance_explanation, of the line or once for all",
            ],
        );
    }

    #[test]
    fn near_the_plan_or_explained_once_is_left_in_peace() {
        gets(&super::RULE, &line(54_000, ""), &[]);
        gets(&super::RULE, &line(1_000, r#", "variance_explanation": "Vacant posts.""#), &[]);
        gets_without(&["/finance/spend/0/variance_explanation"], &super::RULE, &line(1_000, ""), &[]);
    }
}
