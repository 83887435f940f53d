//! How far staff may decide is read beside how good the decisions are for people.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::system_health::Dimension;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "autonomy-without-quality",
    code: "S-18",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "More decided without asking is good where the decisions are. Alone, the figure can be read either way.",
    answer: "Name in paired_with the measure it should be read with; or report what people who use the services \
             experienced, or failure demand.",
    example: r#"{ "id": "S6", "dimension": "staff_autonomy", "paired_with": "S3", … }, { "id": "S3", "dimension": "experience", … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let has_quality = system
        .measures
        .iter()
        .any(|measure| matches!(measure.dimension, Some(Dimension::Experience | Dimension::FailureDemand)));
    if has_quality || system.has_gaps("measures") {
        return;
    }
    for measure in system.list("measures", |system| &system.measures) {
        let is_autonomy = measure.dimension == Some(Dimension::StaffAutonomy);
        if is_autonomy && measure.paired_with.is_none() && !measure.is_cut("paired_with") {
            cx.report(measure.field("dimension"))
                .message(format!("“{}” stands alone, with no measure of quality to read it with", measure.title.any()))
                .help("name one in paired_with, or report what people experienced")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn measures(autonomy: &str, more: &str) -> String {
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S6", "title": "Decided at the front line",
                "dimension": "staff_autonomy" {autonomy}}} {more}]}}}}"#
        )
    }

    #[test]
    fn autonomy_alone_is_named() {
        gets(
            &super::RULE,
            &measures("", ""),
            &[
                "/system_health/measures/0/dimension advice: “Decided at the front line” stands alone, with no measure of \
               quality to read it with | name one in paired_with, or report what people experienced",
            ],
        );
    }

    #[test]
    fn a_pair_or_a_measure_of_quality_is_enough() {
        gets(&super::RULE, &measures(r#", "paired_with": "S3""#, ""), &[]);
        let told_once = r#", {"id": "S3", "title": "Told once", "dimension": "experience"}"#;
        gets(&super::RULE, &measures("", told_once), &[]);
        gets_without(&["/system_health/measures/1"], &super::RULE, &measures("", told_once), &[]);
    }
}
