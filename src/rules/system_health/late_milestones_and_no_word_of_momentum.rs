//! Where milestones are late, the return says what holds them up.

use crate::diagnostic::{Severity, Stage};
use crate::returns::MilestoneStatus;
use crate::returns::approach::narratives::NarrativeTheme;
use crate::returns::approach::system_health::Dimension;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "late-milestones-and-no-word-of-momentum",
    code: "S-15",
    area: Area::SystemHealth,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Late milestones are how lost momentum shows first. Readers want to know whether each has its own cause or all \
          have one.",
    answer: "Give each late milestone its reason; or report a measure of momentum, or a narrative of that theme.",
    example: r#"{ "id": "M2", "status": "late", "reason": "Supplier security check", "forecast_date": "2026-11-30", … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let Some(system) = cx.system_health() else { return };
    if whole.is_cut("milestones") || whole.is_cut("system_health") || whole.has_gaps("narratives") {
        return;
    }
    let momentum = system.measures.iter().any(|measure| measure.dimension == Some(Dimension::Momentum))
        || cx.narratives().any(|story| story.themes.contains(&NarrativeTheme::Momentum));
    let milestones = whole.list("milestones", |whole| &whole.milestones);
    let all = milestones.len();
    let late: Vec<_> =
        milestones.into_iter().filter(|milestone| milestone.status == Some(MilestoneStatus::Late)).collect();
    let has_reason = |text: &crate::returns::Note| !text.is_blank();
    let unexplained = late
        .iter()
        .find(|milestone| !milestone.reason.as_ref().is_some_and(has_reason) && milestone.waiting_for.is_empty());
    // Of one alone, M-03 speaks.
    let Some(first) = unexplained.filter(|_| !momentum && late.len() > 1) else { return };
    let [late, all] = [late.len(), all].map(|number| words::count(number as u64));
    cx.report(first.field("status"))
        .message(format!("{late} of {all} milestones are late, and nothing says what is holding them up"))
        .help("give each late milestone its reason, or report a measure or a narrative about momentum")
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn late(milestone: &str, measure: &str) -> String {
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S8", "title": "Days to decide" {measure}}}]}},
                "milestones": [{{"id": "M1", "title": "Hub", "status": "complete"}},
                    {{"id": "M2", "title": "Records", "status": "late" {milestone}}},
                    {{"id": "M3", "title": "Training", "status": "late", "reason": "Supplier check"}}]}}"#
        )
    }

    #[test]
    fn late_milestones_without_a_word_are_counted() {
        gets(
            &super::RULE,
            &late("", ""),
            &["/milestones/1/status warning: 2 of 3 milestones are late, and nothing says what is holding them up \
               | give each late milestone its reason, or report a measure or a narrative about momentum"],
        );
    }

    #[test]
    fn a_reason_or_momentum_is_enough() {
        gets(&super::RULE, &late(r#", "reason": "Supplier check""#, ""), &[]);
        gets(&super::RULE, &late("", r#", "dimension": "momentum""#), &[]);
        gets(&super::RULE, &late("", "").replace(r#""late", "reason""#, r#""complete", "reason""#), &[]);
        gets_without(&["/system_health/measures/0/dimension"], &super::RULE, &late("", ""), &[]);
    }
}
