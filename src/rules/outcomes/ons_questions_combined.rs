//! The four questions of ONS4 are reported one by one.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::Line;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "ons-questions-combined",
    code: "O-09",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Satisfaction, worth, happiness and anxiety are four things, and anxiety runs the other way. A sum of them means nothing.",
    answer: "Report an outcome for each question, with its own instrument: ONS4_satisfaction, ONS4_worthwhile, ONS4_happiness, ONS4_anxiety.",
    example: r#""instrument": "ONS4_anxiety", "scale": { "min": 0, "max": 10, "direction": "lower_is_better" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(instrument) = outcome.instrument.as_ref().map(Line::as_str) else { continue };
        let name: String = instrument.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
        let Some(question) = name.strip_prefix("ONS4") else { continue };
        let has_mean = outcome.before.is_some() || outcome.after.is_some() || outcome.change.is_some();
        let of_all = ["", "ALL", "COMBINED", "TOTAL", "SUM", "OVERALL", "MEAN", "SCORE", "QUESTIONS", "WELLBEING"];
        let is_too_wide = outcome.scale.as_ref().is_some_and(|scale| scale.max.get() > Decimal::TEN);
        if has_mean && (of_all.contains(&question) || is_too_wide) {
            cx.report(outcome.field("instrument"))
                .message(format!("“{}”: the ONS questions are put together into one score", outcome.title.any()))
                .help("report the four questions separately, and name the one meant, such as ONS4_anxiety")
                .provided(instrument)
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn four_questions_are_not_one_score() {
        for instrument in ["ONS4", "ONS4 combined", "ons-4 total"] {
            gets(
                &super::RULE,
                &outcome(&format!(r#""instrument": "{instrument}", "after": {{"mean": 7}}"#)),
                &["/outcomes/0/instrument error: “Wellbeing”: the ONS questions are put together into one score \
                   | report the four questions separately, and name the one meant, such as ONS4_anxiety"],
            );
        }
        gets(&super::RULE, &outcome(r#""instrument": "ONS4_anxiety", "after": {"mean": 7}"#), &[]);
        gets(&super::RULE, &outcome(r#""instrument": "ONS4""#), &[]);
    }
}
