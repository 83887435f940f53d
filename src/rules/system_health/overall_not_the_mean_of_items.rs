//! The overall score of a survey is the mean of its statements, unless it was asked.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::Stated;
use crate::returns::approach::system_health::OverallBasis;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "overall-not-the-mean-of-items",
    code: "S-09",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "The overall score is the one figure of the survey that most readers remember. It should follow from what was \
          asked.",
    answer: "Correct it, or leave it out: it is worked out. Where it is the answer to a question of its own, write \
             own_question as overall_basis. A difference of up to 0.05 is rounding.",
    example: r#""scores": [{ "item": "shared_purpose", "mean": 4.0 }, { "item": "risk_is_shared", "mean": 3.0 }], "overall": 3.5"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let Some(survey) = system.part("relationship_survey", |system| system.relationship_survey.as_ref()) else { return };
    let Some(overall) = survey.overall.as_ref().and_then(Stated::number).map(|overall| overall.get()) else { return };
    let is_asked = survey.overall_basis == Some(OverallBasis::OwnQuestion) || survey.is_cut("overall_basis");
    if survey.scores.is_empty() || is_asked || survey.is_cut("scores") {
        return;
    }
    // With a score that is not known, the mean is not known.
    let sum = survey
        .scores
        .iter()
        .try_fold(Decimal::ZERO, |sum, score| sum.checked_add(score.mean.number().map(|mean| mean.get())?));
    let Some(mean) = sum.and_then(|sum| sum.checked_div(Decimal::from(survey.scores.len()))) else { return };
    if (mean - overall).abs() <= Decimal::new(5, 2) {
        return;
    }
    let right = mean.round_dp(2);
    cx.report(survey.field("overall"))
        .message(format!(
            "The mean of the {} statements is {}, but the overall score is {}",
            words::count(survey.scores.len() as u64),
            words::decimal(right),
            words::decimal(overall)
        ))
        .related(survey.field("scores"), "the statements")
        .help("correct it or leave it out; if it was a question of its own, write own_question as overall_basis")
        .provided(overall)
        .expected(right)
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn survey(overall: &str) -> String {
        format!(
            r#"{{"system_health": {{"relationship_survey": {{"overall": {overall}, "scores": [
                {{"item": "shared_purpose", "mean": 4.0}}, {{"item": "risk_is_shared", "mean": 3.0}}]}}}}}}"#
        )
    }

    #[test]
    fn the_mean_is_named() {
        gets(
            &super::RULE,
            &survey("3.6"),
            &[
                "/system_health/relationship_survey/overall error: The mean of the 2 statements is 3.5, but the overall score \
               is 3.6 | correct it or leave it out; if it was a question of its own, write own_question as overall_basis",
            ],
        );
    }

    #[test]
    fn rounding_an_own_question_and_a_score_that_was_cut_are_left_in_peace() {
        gets(&super::RULE, &survey("3.55"), &[]);
        gets(&super::RULE, &survey(r#"4.2, "overall_basis": "own_question""#), &[]);
        gets(&super::RULE, r#"{"system_health": {"relationship_survey": {"overall": 4}}}"#, &[]);
        gets_without(&["/system_health/relationship_survey/scores/1"], &super::RULE, &survey("4.2"), &[]);
    }
}
