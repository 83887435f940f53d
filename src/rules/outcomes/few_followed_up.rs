//! Where many could not be followed up, readers learn who is missing.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::exact::Exact;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "few-followed-up",
    code: "O-10",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Those who cannot be reached a second time are often those for whom it went badly. Without a word about them a figure looks better than it is.",
    answer: "Say in non_response_note who is missing and which way that is likely to push the figure.",
    example: r#""non_response_note": "People we could not reach were more often in temporary accommodation. The true change may be smaller.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let has_note = outcome.non_response_note.as_ref().is_some_and(|note| !note.is_blank());
        let Some(cohort) = outcome.part("cohort", |outcome| outcome.cohort.as_ref()) else { continue };
        if has_note || outcome.is_cut("non_response_note") {
            continue;
        }
        let from_counts =
            cohort.matched.zip(cohort.follow_up_due).and_then(|(part, whole)| Exact::share(part, whole, 100));
        let Some(rate) = from_counts.or_else(|| cohort.response_rate.map(|rate| Exact::of(rate.get()))) else {
            continue;
        };
        if rate.compare(Decimal::from(60)).is_ge() {
            continue;
        }
        let low = if rate.compare(Decimal::from(40)).is_lt() { "; reports will print “low response”" } else { "" };
        cx.report(outcome.field("non_response_note"))
            .message(format!(
                "“{}”: only {} were followed up{low}",
                outcome.title.any(),
                words::share(rate.rounded(1), 100)
            ))
            .related(outcome.field("cohort"), "the cohort")
            .help("say in non_response_note who is missing, and which way that is likely to push the figure")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn who_is_missing_is_said() {
        gets(
            &super::RULE,
            &outcome(r#""cohort": {"follow_up_due": 64, "matched": 34}"#),
            &["/outcomes/0/non_response_note warning: “Wellbeing”: only 53.1% were followed up \
               | say in non_response_note who is missing, and which way that is likely to push the figure"],
        );
        gets(
            &super::RULE,
            &outcome(r#""cohort": {"response_rate": 39.5}"#),
            &[
                "/outcomes/0/non_response_note warning: “Wellbeing”: only 39.5% were followed up; reports will print “low response” \
               | say in non_response_note who is missing, and which way that is likely to push the figure",
            ],
        );
    }

    #[test]
    fn most_of_them_or_a_note_will_do() {
        gets(&super::RULE, &outcome(r#""cohort": {"follow_up_due": 50, "matched": 30}"#), &[]);
        let few = r#""cohort": {"follow_up_due": 50, "matched": 29}"#;
        gets(&super::RULE, &outcome(&format!(r#"{few}, "non_response_note": "Those who moved.""#)), &[]);
        gets_without(&["/outcomes/0/non_response_note"], &super::RULE, &outcome(few), &[]);
    }
}
