//! A forecast is at least what was spent.

use super::number;
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "forecast-below-actual",
    code: "F-10",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Money that is spent does not come back by the year’s end, unless somebody knows why.",
    answer: "Correct the forecast or the actual; or explain which money comes back.",
    example: r#""actual_to_date": 44900, "forecast": 86000"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    for line in finance.list("spend", |finance| &finance.spend) {
        let (Some(actual), Some(forecast)) = (number(line.actual_to_date.as_ref()), number(line.forecast.as_ref()))
        else {
            continue;
        };
        if forecast >= actual {
            continue;
        }
        cx.report(line.field("forecast"))
            .message(format!(
                "“{}”: the forecast for the year is {}, and {} is spent already",
                line.line,
                words::pounds(forecast),
                words::pounds(actual)
            ))
            .related(line.field("actual_to_date"), "spent")
            .help("correct one of the two, or explain in explanations which money comes back")
            .provided(forecast)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn what_is_spent_is_spent() {
        let line = |forecast: i64| {
            format!(
                r#"{{"finance": {{"spend": [{{"line": "Staff", "actual_to_date": 500, "forecast": {forecast}}}]}}}}"#
            )
        };
        gets(
            &super::RULE,
            &line(499),
            &[
                "/finance/spend/0/forecast warning: “Staff”: the forecast for the year is £499, and £500 is spent already \
               | correct one of the two, or explain in explanations which money comes back",
            ],
        );
        gets(&super::RULE, &line(500), &[]);
    }
}
