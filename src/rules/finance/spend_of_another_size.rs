//! Spend is of the same size as its plan.

use super::number;
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "spend-of-another-size",
    code: "F-04",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Fifty times the plan, or a fiftieth of it, is nearly always pounds for thousands, or a nought too many.",
    answer: "Correct the figure. If it is true, correct the profile: a plan that far off is none.",
    example: r#""profile_to_date": 45000, "actual_to_date": 41800"#,
    check,
};

/// How many times the plan is another size.
const TIMES: i128 = 50;
/// Differences up to here are left alone, in pounds.
const SMALL: i128 = 10_000;

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    for line in finance.list("spend", |finance| &finance.spend) {
        let (Some(actual), Some(profile)) =
            (number(line.actual_to_date.as_ref()), number(line.profile_to_date.as_ref()))
        else {
            continue;
        };
        // Without a plan there is no size to compare with.
        if actual == 0 || profile == 0 || (actual - profile).abs() <= SMALL {
            continue;
        }
        let (larger, smaller) = (actual.abs().max(profile.abs()), actual.abs().min(profile.abs()));
        if larger <= smaller * TIMES {
            continue;
        }
        cx.report(line.field("actual_to_date"))
            .message(format!(
                "“{}”: {} was spent and {} was planned, which are figures of another size",
                line.line,
                words::pounds(actual),
                words::pounds(profile)
            ))
            .related(line.field("profile_to_date"), "planned")
            .help("check for a nought too many, or thousands entered for pounds")
            .provided(actual)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_nought_too_many_is_seen() {
        let line = |actual: i64, profile: i64| {
            format!(
                r#"{{"finance": {{"spend": [{{"line": "Staff", "profile_to_date": {profile}, "actual_to_date": {actual}}}]}}}}"#
            )
        };
        gets(
            &super::RULE,
            &line(214, 249_000),
            &[
                "/finance/spend/0/actual_to_date error: “Staff”: £214 was spent and £249,000 was planned, which are figures of \
               another size | check for a nought too many, or thousands entered for pounds",
            ],
        );
        gets(&super::RULE, &line(5_000, 249_000), &[]);
        gets(&super::RULE, &line(0, 249_000), &[]);
        gets(&super::RULE, &line(20_000, 0), &[]);
        gets(&super::RULE, &line(10, 9_000), &[]);
    }
}
