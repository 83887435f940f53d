//! A mean or a share of few people is an early sign, not a finding.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::Outcome;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "fewer-than-thirty-matched",
    code: "O-11",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "With fewer than 30 people at two points, one person more or less moves the figure visibly. Readers should know \
          that it may be chance.",
    answer: "Explain it in the return: say that it is an early sign, and when there will be more. Your explanation is \
             printed beside the figure.",
    example: r#""explanations": [{ "rule": "O-11", "record": "O4", "text": "Only 26 children have two full terms of data. We report it as an early sign." }]"#,
    check,
};

const ENOUGH: u64 = 30;

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        if !says_something(&outcome) {
            continue;
        }
        let of_cohort = outcome
            .part("cohort", |outcome| outcome.cohort.as_ref())
            .and_then(|cohort| Some((cohort.spot_of("matched"), cohort.matched?)));
        let of_share = outcome
            .part("achieved", |outcome| outcome.achieved.as_ref())
            .and_then(|achieved| Some((achieved.spot_of("denominator"), achieved.denominator?)));
        let Some((at, people)) = of_cohort.or(of_share) else { continue };
        let people = people.get();
        if people < ENOUGH {
            cx.report(at.pointer())
                .message(format!(
                    "“{}” rests on only {} {}",
                    outcome.title.any(),
                    words::count(people),
                    if people == 1 { "person" } else { "people" }
                ))
                .help("treat it as an early sign, and explain it in explanations")
                .provided(people)
                .done();
        }
    }
}

/// Whether it reports a mean or a share.
fn says_something(outcome: &Outcome) -> bool {
    outcome.before.is_some()
        || outcome.after.is_some()
        || outcome.change.is_some()
        || outcome.distribution.is_some()
        || outcome.achieved.is_some()
        || !outcome.areas.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn absent(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O4", "title": "Absence", {parts}}}]}}"#)
    }

    #[test]
    fn a_share_of_few_people_is_an_early_sign() {
        gets(
            &super::RULE,
            &absent(r#""cohort": {"matched": 26}, "achieved": {"numerator": 9, "denominator": 26}"#),
            &["/outcomes/0/cohort/matched warning: “Absence” rests on only 26 people \
               | treat it as an early sign, and explain it in explanations"],
        );
    }

    #[test]
    fn thirty_are_enough_and_a_cohort_alone_claims_nothing() {
        gets(&super::RULE, &absent(r#""cohort": {"matched": 30}, "after": {"mean": 21}"#), &[]);
        gets(&super::RULE, &absent(r#""cohort": {"matched": 3}"#), &[]);
    }
}
