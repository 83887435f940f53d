//! System health looks at more than one side of working together.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::returns::QuarterlyReturn;
use crate::returns::approach::system_health::{Dimension, Ingredient, SystemHealth};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "few-ingredients-covered",
    code: "S-17",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "Leadership, culture, infrastructure and communities hold a partnership up together. What is easiest to count is \
          infrastructure, and it is seldom what fails.",
    answer: "Report one measure of an ingredient that is missing: a survey of trust for culture, days to a decision for \
             leadership, who takes part for communities.",
    example: r#"{ "id": "S8", "dimension": "momentum", "title": "Days from asking for a decision to having it", … }"#,
    check,
};

/// With fewer measures than this, three ingredients cannot be expected of them.
const ENOUGH: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let Some(system) = cx.system_health() else { return };
    if system.measures.len() < ENOUGH || whole.is_cut("system_health") || whole.is_cut("community_reporting") {
        return;
    }
    let covered = covered(&whole, &system);
    if covered.len() >= ENOUGH {
        return;
    }
    let missing: Vec<String> =
        Ingredient::ALL.iter().filter(|part| !covered.contains(part)).map(|part| part.word().to_owned()).collect();
    let missing = words::either(&missing);
    let count = words::count(system.measures.len() as u64);
    cx.report(system.field("measures"))
        .message(format!("You report {count} measures of system health, and nothing on {missing}"))
        .help("add a measure of what is missing")
        .done();
}

fn covered(whole: &QuarterlyReturn, system: &SystemHealth) -> BTreeSet<Ingredient> {
    let measures = system
        .measures
        .iter()
        .filter_map(|measure| measure.ingredient.or_else(|| measure.dimension.map(Dimension::ingredient)));
    let cycles = system.learning_cycles.iter().filter_map(|cycle| cycle.ingredient);
    let survey = system.relationship_survey.as_ref().map(|_| Ingredient::Culture);
    let community = whole.community_reporting.as_ref().map(|_| Ingredient::Communities);
    measures.chain(cycles).chain(survey).chain(community).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn measures(dimensions: &[&str], more: &str) -> String {
        let measures: Vec<String> = dimensions
            .iter()
            .enumerate()
            .map(|(number, dimension)| format!(r#"{{"id": "S{number}", "title": "A", "dimension": "{dimension}"}}"#))
            .collect();
        format!(r#"{{"system_health": {{"measures": [{}] {more}}}}}"#, measures.join(","))
    }

    #[test]
    fn what_is_missing_is_named() {
        gets(
            &super::RULE,
            &measures(&["waiting", "referrals", "momentum"], ""),
            &["/system_health/measures advice: You report 3 measures of system health, and nothing on culture or \
               communities | add a measure of what is missing"],
        );
        gets(
            &super::RULE,
            &measures(&["waiting", "referrals", "workforce"], ""),
            &[
                "/system_health/measures advice: You report 3 measures of system health, and nothing on leadership, culture \
               or communities | add a measure of what is missing",
            ],
        );
    }

    #[test]
    fn three_ingredients_or_few_measures_are_left_in_peace() {
        gets(&super::RULE, &measures(&["waiting", "experience", "momentum"], ""), &[]);
        gets(
            &super::RULE,
            &measures(&["waiting", "referrals", "momentum"], r#", "relationship_survey": {"overall": 4}"#),
            &[],
        );
        gets(&super::RULE, &measures(&["waiting", "referrals"], ""), &[]);
        gets_without(
            &["/system_health/measures/2/dimension"],
            &super::RULE,
            &measures(&["waiting", "referrals", "momentum"], ""),
            &[],
        );
    }
}
