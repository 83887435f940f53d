//! Waiting is given as a median, because a few long waits pull up a mean.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::system_health::{Dimension, Statistic, SystemMeasure};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "mean-wait-without-a-median",
    code: "S-14",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Three people who waited a year make the mean wait long for a hundred who waited a week. The median says what most \
          people met.",
    answer: "Give the median as well, as a measure of its own with the dimension waiting, and the 90th percentile if you \
             have it.",
    example: r#"{ "id": "S1", "dimension": "waiting", "title": "Days to a named worker", "statistic": "median", "value": 7, … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    if system.has_gaps("measures") {
        return;
    }
    let measures = system.list("measures", |system| &system.measures);
    let waits: Vec<_> = measures.filter(|measure| measure.dimension == Some(Dimension::Waiting)).collect();
    if waits.iter().any(|wait| is(wait, Statistic::Median, &["median", "canolrif"])) {
        return;
    }
    for wait in waits {
        if is(&wait, Statistic::Mean, &["mean", "average", "cymedr", "cyfartaledd"]) && !wait.is_cut("statistic") {
            cx.report(wait.field(if wait.statistic.is_some() { "statistic" } else { "title" }))
                .message(format!("“{}” is a mean, and there is no median. Long waits pull up a mean", wait.title.any()))
                .help("give the median too")
                .done();
        }
    }
}

/// Whether a measure is of this statistic: as it says, else by the words of its title.
fn is(measure: &SystemMeasure, statistic: Statistic, words: &[&str]) -> bool {
    measure.statistic.map_or_else(
        || {
            measure.title.all().any(|title| {
                let title = title.to_lowercase();
                title.split(|letter: char| !letter.is_alphabetic()).any(|word| words.contains(&word))
            })
        },
        |said| said == statistic,
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn waits(measures: &str) -> String {
        format!(r#"{{"system_health": {{"measures": [{measures}]}}}}"#)
    }

    const MEAN: &str = r#"{"id": "S1", "dimension": "waiting", "title": "Days to a worker (mean)"}"#;
    const MEDIAN: &str = r#"{"id": "S2", "dimension": "waiting", "title": "Days to a worker", "statistic": "median"}"#;

    #[test]
    fn a_mean_alone_is_named() {
        gets(
            &super::RULE,
            &waits(MEAN),
            &[
                "/system_health/measures/0/title warning: “Days to a worker (mean)” is a mean, and there is no median. Long \
               waits pull up a mean | give the median too",
            ],
        );
    }

    #[test]
    fn a_median_beside_it_and_means_of_other_things_are_left_in_peace() {
        gets(&super::RULE, &waits(&format!("{MEAN}, {MEDIAN}")), &[]);
        gets(&super::RULE, &waits(&MEAN.replace("waiting", "hand_offs")), &[]);
        gets(&super::RULE, &waits(&MEAN.replace("(mean)", "by means of the rota")), &[]);
        gets_without(&["/system_health/measures/1"], &super::RULE, &waits(&format!("{MEAN}, {MEDIAN}")), &[]);
    }
}
