//! Where trust fell or is low, somebody says what happened.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::narratives::{NarrativeKind, NarrativeTheme};
use crate::returns::approach::system_health::{Ingredient, RelationshipSurvey};
use crate::returns::{Score, Stated};
use crate::rules::system_health::survey_scale;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "trust-low-without-a-word",
    code: "S-12",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A fall in trust is the earliest sign of trouble a partnership has. A return that shows it and says nothing leaves \
          readers to guess.",
    answer: "Say what happened: in the survey’s note, in a trust event, or in a narrative of the theme trust; or explain it \
             here. On a scale of 1 to 5, a fall of 0.3 or a statement below 3.0 is asked about.",
    example: r#"{ "id": "N3", "kind": "partnership_dynamics", "title": "Partners disagreed about who carries the risk", "themes": ["trust"], … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let Some(survey) = system.part("relationship_survey", |system| system.relationship_survey.as_ref()) else { return };
    let is_cut = ["note", "scale", "instrument"].into_iter().any(|part| survey.is_cut(part));
    let (min, max) = survey_scale(&survey);
    if is_cut || min >= max || is_spoken_of(cx, &survey) {
        return;
    }
    fell(cx, &survey, max - min);
    low(cx, &survey, (min + max) / Decimal::TWO);
}

/// Whether the return says a word about trust beside its scores.
fn is_spoken_of(cx: &RuleContext<'_>, survey: &RelationshipSurvey) -> bool {
    let whole = cx.whole();
    let in_story = cx.narratives().any(|story| {
        story.kind == Some(NarrativeKind::PartnershipDynamics)
            || story.themes.contains(&NarrativeTheme::Trust)
            || story.ingredient == Some(Ingredient::Culture)
    });
    let in_events = whole.system_health.as_ref().is_some_and(|system| !system.trust_events.is_empty());
    let may_be = whole.has_gaps("narratives") || whole.is_cut("system_health");
    survey.note.as_ref().is_some_and(|note| !note.is_blank()) || in_story || in_events || may_be
}

fn fell(cx: &mut RuleContext<'_>, survey: &At<'_, RelationshipSurvey>, range: Decimal) {
    let number = |score: &Option<Stated<Score>>| score.as_ref().and_then(Stated::number).map(|score| score.get());
    let (Some(now), Some(then)) = (number(&survey.overall), number(&survey.previous_overall)) else { return };
    // 0.3 of the four steps from 1 to 5, and as much of any other scale.
    if (then - now) * Decimal::from(40) < range * Decimal::from(3) {
        return;
    }
    cx.report(survey.field("overall"))
        .message(format!("Trust fell from {} to {}, and nothing says why", words::decimal(then), words::decimal(now)))
        .related(survey.field("previous_overall"), "before")
        .help("say what happened: in the survey’s note, a trust event, or a narrative")
        .provided(now)
        .done();
}

fn low(cx: &mut RuleContext<'_>, survey: &At<'_, RelationshipSurvey>, middle: Decimal) {
    let scores = survey.list("scores", |survey| &survey.scores);
    let low: Vec<_> = scores
        .into_iter()
        .filter_map(|score| {
            let mean = score.mean.number().map(|mean| mean.get()).filter(|mean| *mean < middle)?;
            Some((score, mean))
        })
        .collect();
    let Some((first, lowest)) = low.first() else { return };
    let names: Vec<String> = low
        .iter()
        .take(SHOWN)
        .map(|(score, mean)| format!("“{}” ({})", words::choice(score.item.word()), words::decimal(*mean)))
        .collect();
    let scores = if low.len() == 1 { "scores" } else { "score" };
    cx.report(first.field("mean"))
        .message(format!("{} {scores} below {}, and nothing says why", words::list(&names), words::decimal(middle)))
        .help("say what happened: in the survey’s note, a trust event, or a narrative")
        .provided(lowest)
        .done();
}

/// There are eight standard statements.
const SHOWN: usize = 8;

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn survey(parts: &str, more: &str) -> String {
        format!(r#"{{"system_health": {{"relationship_survey": {{{parts}}}}} {more}}}"#)
    }

    const FELL: &str = r#""overall": 3.3, "previous_overall": 3.6"#;
    const STORY: &str = r#", "narratives": [{"id": "N3", "title": "We fell out", "themes": ["trust"]}]"#;

    #[test]
    fn a_fall_without_a_word_is_named() {
        gets(
            &super::RULE,
            &survey(FELL, ""),
            &["/system_health/relationship_survey/overall warning: Trust fell from 3.6 to 3.3, and nothing says why \
               | say what happened: in the survey’s note, a trust event, or a narrative"],
        );
        gets(&super::RULE, &survey(r#""overall": 3.31, "previous_overall": 3.6"#, ""), &[]);
        gets(&super::RULE, &survey(&format!(r#"{FELL}, "scale": {{"min": 0, "max": 10}}"#), ""), &[]);
    }

    #[test]
    fn low_scores_are_named_together() {
        gets(
            &super::RULE,
            &survey(
                r#""scores": [{"item": "risk_is_shared", "mean": 2.9}, {"item": "shared_purpose", "mean": 3.0},
                    {"item": "small_partners_are_heard", "mean": 2.4}]"#,
                "",
            ),
            &[
                "/system_health/relationship_survey/scores/0/mean warning: “risk is shared” (2.9) and “small partners are \
               heard” (2.4) score below 3, and nothing says why | say what happened: in the survey’s note, a trust event, \
               or a narrative",
            ],
        );
    }

    #[test]
    fn a_word_about_it_is_enough() {
        gets(&super::RULE, &survey(FELL, STORY), &[]);
        gets(&super::RULE, &survey(&format!(r#"{FELL}, "note": "Two managers left.""#), ""), &[]);
        gets_without(&["/narratives/0"], &super::RULE, &survey(FELL, STORY), &[]);
    }
}
