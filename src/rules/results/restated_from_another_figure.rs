//! A restatement starts from the figure that was reported.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Stated;
use crate::rules::results::told;
use crate::rules::then_and_now::the_return;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "restated-from-another-figure",
    code: "R-26",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A restatement is trusted because anybody can look up what was said before. One that starts from a figure nobody \
          was told hides how far the correction went.",
    answer: "Give the figure that the earlier return has as what it was.",
    example: r#"{ "refers_to": "R2", "period": "2026-27 Q1", "was": 74.1, "now": 75.9, "reason": "Four referrals were counted twice." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let told = told(cx);
    let header = cx.header();
    for restatement in header.list("restatements", |header| &header.restatements) {
        let (Some(of), Some(period)) = (&restatement.refers_to, restatement.period) else { continue };
        let Some(was) = restatement.was.as_ref().and_then(Stated::number) else { continue };
        let Some((then, filed)) = told.get(&(of.to_string(), period.to_string())) else { continue };
        let Some(value) = then.value.filter(|value| value.get() != was.get()) else { continue };
        cx.report(restatement.field("was"))
            .message(format!(
                "The restatement of {of} says that {} was {}, and {} said {}",
                words::period(period),
                words::decimal(was.get()),
                the_return(filed),
                words::decimal(value.get())
            ))
            .related(then.field("value"), "the figure then")
            .help(format!("give {} as what it was", words::decimal(value.get())))
            .provided(was.get())
            .expected(value.get())
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    const THEN: &str =
        r#"{"results": [{"id": "R2", "title": "Contact", "actuals": [{"period": "2026-27 Q1", "value": 74.1}]}]}"#;

    fn restated(was: &str) -> String {
        format!(
            r#"{{"return": {{"restatements": [{{"refers_to": "R2", "period": "2026-27 Q1", "was": {was}, "now": 75.9}}]}}}}"#
        )
    }

    #[test]
    fn a_restatement_starts_from_what_was_said() {
        gets_after(
            THEN,
            &super::RULE,
            &restated("75.0"),
            &[
                "/return/restatements/0/was warning: The restatement of R2 says that Q1 of 2026-27 was 75, and the return for Q1 of \
             2026-27 said 74.1 | give 74.1 as what it was",
            ],
        );
        gets_after(THEN, &super::RULE, &restated("74.1"), &[]);
    }
}
