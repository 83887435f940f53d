//! A risk is looked at again after the return.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "review-in-the-past",
    code: "K-02",
    area: Area::Risks,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "A review that was due before the return was filed was held or missed. Either way the next one has another day.",
    answer: "Give the day of the next review.",
    example: r#""next_review": "2026-11-30""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let filed = cx.reference_date();
    for risk in cx.whole().list("risks", |whole| &whole.risks) {
        let Some(review) = risk.next_review.filter(|review| *review < filed) else { continue };
        cx.report(risk.field("next_review"))
            .message(format!(
                "{} is to be looked at next on {}, and this return is of {}",
                risk.id,
                words::date(review),
                words::date(filed)
            ))
            .help("give the day of the next review")
            .provided(review)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn the_next_review_is_to_come() {
        let risk = |day: &str| format!(r#"{{"risks": [{{"id": "K1", "title": "Rain", "next_review": "{day}"}}]}}"#);
        gets(
            &super::RULE,
            &risk("2026-09-29"),
            &[
                "/risks/0/next_review error: K1 is to be looked at next on 29 September 2026, and this return is of 30 September \
               2026 | give the day of the next review",
            ],
        );
        gets(&super::RULE, &risk("2026-09-30"), &[]);
    }
}
