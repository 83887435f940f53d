//! Each step of a cohort is part of the step before.

use crate::diagnostic::{Severity, Stage};
use crate::returns::People;
use crate::returns::approach::outcomes::Cohort;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "more-than-the-step-before",
    code: "O-01",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Readers judge an outcome by who is in it. When more people were measured twice than were due, the figure is of \
          another group than the one described.",
    answer: "Count the same people at each step: eligible, then consented, then with a first score, then with both. Those \
             with both, and those who left, are among those due.",
    example: r#""cohort": { "eligible": 92, "consented": 84, "baseline_complete": 81, "follow_up_due": 64, "matched": 47, "left_before_follow_up": 9 }"#,
    check,
};

type Step = (&'static str, &'static str, fn(&Cohort) -> Option<People>);

/// Fields, and what is said of the people in them.
const STEPS: [Step; 4] = [
    ("eligible", "were eligible", |cohort| cohort.eligible),
    ("consented", "consented", |cohort| cohort.consented),
    ("baseline_complete", "have a first score", |cohort| cohort.baseline_complete),
    ("matched", "were measured twice", |cohort| cohort.matched),
];

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(cohort) = outcome.part("cohort", |outcome| outcome.cohort.as_ref()) else { continue };
        let title = outcome.title.any();
        let mut before: Option<(&str, &str, u64)> = None;
        for (name, did, number) in STEPS {
            let Some(number) = number(&cohort).map(People::get) else { continue };
            if let Some((name_before, did_before, number_before)) = before
                && number > number_before
            {
                more(cx, title, &cohort, (name, did, number), (name_before, did_before, number_before));
            }
            before = Some((name, did, number));
        }
        due(cx, title, &cohort);
    }
}

fn due(cx: &mut RuleContext<'_>, title: &str, cohort: &At<'_, Cohort>) {
    let (Some(due), Some(matched)) = (cohort.follow_up_due, cohort.matched) else { return };
    let (due, matched) = (due.get(), matched.get());
    let left = cohort.left_before_follow_up.map_or(0, People::get);
    if matched > due {
        more(cx, title, cohort, ("matched", "were measured twice", matched), ("follow_up_due", "were due", due));
    } else if matched + left > due {
        cx.report(cohort.field("left_before_follow_up"))
            .message(format!(
                "“{title}”: {} were measured twice and {} left, which is {}, but only {} were due",
                words::count(matched),
                words::count(left),
                words::count(matched + left),
                words::count(due)
            ))
            .related(cohort.field("follow_up_due"), "those due")
            .help("count as left only those who were due and have no second score")
            .provided(left)
            .done();
    }
}

fn more(
    cx: &mut RuleContext<'_>,
    title: &str,
    cohort: &At<'_, Cohort>,
    (name, did, number): (&str, &str, u64),
    (name_before, did_before, number_before): (&str, &str, u64),
) {
    cx.report(cohort.field(name))
        .message(format!(
            "“{title}”: {} {did}, but only {} {did_before}",
            words::count(number),
            words::count(number_before)
        ))
        .related(cohort.field(name_before), "these")
        .help("correct one of the two: each step counts some of those in the step before")
        .provided(number)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn wellbeing(cohort: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", "cohort": {{{cohort}}}}}]}}"#)
    }

    #[test]
    fn nobody_is_measured_twice_who_was_not_due() {
        gets(
            &super::RULE,
            &wellbeing(r#""eligible": 192, "follow_up_due": 64, "matched": 147"#),
            &["/outcomes/0/cohort/matched error: “Wellbeing”: 147 were measured twice, but only 64 were due \
               | correct one of the two: each step counts some of those in the step before"],
        );
    }

    #[test]
    fn steps_left_out_are_stepped_over() {
        gets(
            &super::RULE,
            &wellbeing(
                r#""eligible": 40, "baseline_complete": 41, "follow_up_due": 41, "matched": 30, "left_before_follow_up": 12"#,
            ),
            &[
                "/outcomes/0/cohort/baseline_complete error: “Wellbeing”: 41 have a first score, but only 40 were eligible \
                 | correct one of the two: each step counts some of those in the step before",
                "/outcomes/0/cohort/left_before_follow_up error: “Wellbeing”: 30 were measured twice and 12 left, which is 42, \
                 but only 41 were due | count as left only those who were due and have no second score",
            ],
        );
    }

    #[test]
    fn everybody_may_take_every_step() {
        gets(&super::RULE, &wellbeing(r#""eligible": 38, "consented": 38, "follow_up_due": 38, "matched": 38"#), &[]);
    }
}
