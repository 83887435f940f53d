//! A cohort that only grew says whether those counted before are counted again.

use crate::diagnostic::{Severity, Stage};
use crate::disclosure::decide::seems_to_run_on;
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, At, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "cohort-counting-not-said",
    code: "O-25",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "Where those counted before are counted again, the difference between two quarters is of those who came in \
          between, and a few of them can be known to their neighbours. Until the return says that a cohort is counted anew, \
          reports hide whatever grew by a few people.",
    answer: "Say how the cohort is counted: in_quarter where each quarter has people of its own, cumulative_since_start where \
             a group is followed and only added to, cumulative_year_to_date where it begins again in April.",
    example: r#""cohort": { "definition": "Adults who reached 13 weeks in the quarter", "counting": "in_quarter", "matched": 38 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let earlier: Vec<_> = cx.earlier().iter().map(At::get).collect();
    let filed = cx.whole();
    for outcome in cx.outcomes() {
        let Some(cohort) = outcome.part("cohort", |outcome| outcome.cohort.as_ref()) else { continue };
        let since = seems_to_run_on(filed.get(), outcome.get(), &earlier);
        let Some((since, _)) = since.first() else { continue };
        cx.report(cohort.field("counting"))
            .message(format!(
                "No step of “{}” fell since {}, and nothing says whether those counted then are counted again",
                outcome.title.any(),
                quarter(since)
            ))
            .help(
                "set counting to in_quarter where each quarter has people of its own, and to cumulative_since_start \
                   where those counted before stay in; until then reports hide what grew by a few",
            )
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn parents(counting: &str, matched: u32) -> String {
        format!(
            r#"{{"outcomes": [{{"id": "O1", "title": "Stars", "cohort": {{"definition": "Parents with two stars", {counting}
                "matched": {matched}}}}}]}}"#
        )
    }

    #[test]
    fn a_cohort_that_only_grew_is_asked_about() {
        gets_after(
            &parents("", 41),
            &super::RULE,
            &parents("", 43),
            &[
                "/outcomes/0/cohort/counting advice: No step of “Stars” fell since Q1 of 2026-27, and nothing says whether those counted \
               then are counted again | set counting to in_quarter where each quarter has people of its own, and to \
               cumulative_since_start where those counted before stay in; until then reports hide what grew by a few",
            ],
        );
    }

    #[test]
    fn one_that_fell_that_is_redefined_or_that_says_it_is_left_alone() {
        gets_after(&parents("", 41), &super::RULE, &parents("", 40), &[]);
        gets_after(&parents("", 41), &super::RULE, &parents("", 43).replace("two", "three"), &[]);
        for said in [r#""counting": "in_quarter","#, r#""counting": "cumulative_since_start","#] {
            gets_after(&parents("", 41), &super::RULE, &parents(said, 43), &[]);
            gets_after(&parents(said, 41), &super::RULE, &parents("", 43), &[]);
        }
    }
}
