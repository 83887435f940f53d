//! The scores of the relationship survey lie on its scale.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::system_health::RelationshipSurvey;
use crate::returns::{Score, Stated};
use crate::rules::system_health::survey_scale;
use crate::rules::{Area, At, Fault, Rule, RuleContext, spot::Spot, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "score-outside-the-survey-scale",
    code: "S-06",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "A mean cannot lie outside the answers it is the mean of. Such a score is mistyped, a percentage, or from another \
          survey.",
    answer: "Correct the score, or give the scale where it is not 1 to 5.",
    example: r#""scale": { "min": 1, "max": 7 }, "scores": [{ "item": "shared_purpose", "mean": 6.2 }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let Some(survey) = system.part("relationship_survey", |system| system.relationship_survey.as_ref()) else { return };
    if survey.is_cut("scale") || survey.is_cut("instrument") {
        return;
    }
    let (min, max) = survey_scale(&survey);
    let ends = || [min, max].map(words::decimal);
    if min >= max {
        let [lowest, highest] = ends();
        cx.report(survey.field("scale"))
            .message(format!("The scale of the survey runs from {lowest} to {highest}, so there is nothing in between"))
            .help("give the lowest score as min and the highest as max")
            .done();
        return;
    }
    for (at, score) in scores(&survey) {
        if score < min || score > max {
            let [lowest, highest] = ends();
            cx.report(at.pointer())
                .message(format!(
                    "The survey runs from {lowest} to {highest}, and {} is outside it",
                    words::decimal(score)
                ))
                .help("correct the score, or give the scale of the survey")
                .provided(score)
                .done();
        }
    }
}

fn scores(survey: &At<'_, RelationshipSurvey>) -> Vec<(Spot, Decimal)> {
    let mut scores = Vec::new();
    let mut one = |at: Spot, score: Option<&Stated<Score>>| {
        scores.extend(score.and_then(Stated::number).map(|score| (at, score.get())));
    };
    for item in survey.list("scores", |survey| &survey.scores) {
        one(item.spot_of("mean"), Some(&item.mean));
        one(item.spot_of("previous"), item.previous.as_ref());
    }
    one(survey.spot_of("overall"), survey.overall.as_ref());
    one(survey.spot_of("previous_overall"), survey.previous_overall.as_ref());
    one(survey.spot_of("staff_morale"), survey.staff_morale.as_ref());
    one(survey.spot_of("role_clarity"), survey.role_clarity.as_ref());
    scores
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn survey(parts: &str) -> String {
        format!(r#"{{"system_health": {{"relationship_survey": {{{parts}}}}}}}"#)
    }

    const HIGH: &str = r#""scores": [{"item": "shared_purpose", "mean": 6.2}]"#;

    #[test]
    fn a_score_outside_is_named() {
        gets(
            &super::RULE,
            &survey(HIGH),
            &[
                "/system_health/relationship_survey/scores/0/mean error: The survey runs from 1 to 5, and 6.2 is outside it \
               | correct the score, or give the scale of the survey",
            ],
        );
        gets(
            &super::RULE,
            &survey(r#""staff_morale": 0.5, "overall": 3"#),
            &[
                "/system_health/relationship_survey/staff_morale error: The survey runs from 1 to 5, and 0.5 is outside it \
               | correct the score, or give the scale of the survey",
            ],
        );
        gets(
            &super::RULE,
            &survey(r#""scale": {"min": 5, "max": 1}"#),
            &["/system_health/relationship_survey/scale error: The scale of the survey runs from 5 to 1, so there is \
               nothing in between | give the lowest score as min and the highest as max"],
        );
    }

    #[test]
    fn a_survey_has_the_scale_it_says() {
        gets(&super::RULE, &survey(&format!(r#""scale": {{"min": 1, "max": 7}}, {HIGH}"#)), &[]);
        gets(&super::RULE, &survey(&format!(r#""instrument": "Trust survey, 0 to 10", {HIGH}"#)), &[]);
        gets_without(&["/system_health/relationship_survey/scale"], &super::RULE, &survey(HIGH), &[]);
    }
}
