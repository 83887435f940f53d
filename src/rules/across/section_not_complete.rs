//! Each section has what most readers look for.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Quarter;
use crate::returns::approach::results::{MeasureLevel, ResultMeasure};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "section-not-complete",
    code: "X-06",
    area: Area::Across,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "A small group can file in 40 lines, and that is enough. Where a section is used, these fields answer the questions that are asked next.",
    answer: "Fill in what you have. Nothing of it is required, and this advice is printed nowhere.",
    example: r#""partnership": { "id": "saltmere-together", "name": "Saltmere Together", "purpose": "…", "started_on": "2025-04-01", … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let all = whole.get();
    let header = cx.header();
    let mut about = Vec::new();
    about.extend(header.return_id.is_none().then_some("return_id"));
    about.extend(header.version.is_none().then_some("version"));
    about.extend(header.due_on.is_none().then_some("due_on"));
    about.extend(header.previous_return.is_none().then_some("previous_return"));
    say(cx, "return", about);

    let partnership = &all.partnership;
    let mut who = Vec::new();
    who.extend(partnership.purpose.is_none().then_some("purpose"));
    who.extend(partnership.started_on.is_none().then_some("started_on"));
    who.extend(partnership.lifespan.is_none().then_some("lifespan"));
    who.extend(partnership.governance_mode.is_none().then_some("governance_mode"));
    who.extend(partnership.legal_form.is_none().then_some("legal_form"));
    who.extend(partnership.agreement.is_none().then_some("agreement"));
    who.extend(partnership.basis.is_none().then_some("basis"));
    who.extend(partnership.integration_level.is_none().then_some("integration_level"));
    who.extend(partnership.accountable_to.is_empty().then_some("accountable_to"));
    say(cx, "partnership", who);

    let mut partners = Vec::new();
    partners.extend(all.partners.iter().any(|partner| partner.sector.is_none()).then_some("sector"));
    partners.extend(all.partners.iter().any(|partner| partner.roles.is_empty()).then_some("roles"));
    partners.extend(all.partners.iter().any(|partner| partner.joined_on.is_none()).then_some("joined_on"));
    say(cx, "partners", partners);

    say(cx, "results", of_results(&all.results, cx.header().period.quarter));

    let mut outcomes = Vec::new();
    outcomes.extend(all.outcomes.iter().any(|outcome| outcome.instrument.is_none()).then_some("instrument"));
    outcomes.extend(all.outcomes.iter().any(|outcome| outcome.design.is_none()).then_some("design"));
    outcomes.extend(all.outcomes.iter().any(|outcome| outcome.cohort.is_none()).then_some("cohort"));
    outcomes.extend(all.outcomes.iter().any(|outcome| outcome.claim.is_none()).then_some("claim"));
    say(cx, "outcomes", outcomes);

    let stories: Vec<_> = all.narratives.iter().filter(|narrative| !narrative.is_withdrawn()).collect();
    let mut narratives = Vec::new();
    narratives.extend(stories.iter().any(|story| story.kind.is_none()).then_some("kind"));
    narratives.extend(stories.iter().any(|story| story.title.is_none()).then_some("title"));
    narratives.extend(stories.iter().any(|story| story.what_happened.is_none()).then_some("what_happened"));
    narratives.extend(stories.iter().any(|story| story.voices.is_empty()).then_some("voices"));
    narratives
        .extend(stories.iter().any(|story| story.consent.is_none() && !story.use_in.is_empty()).then_some("consent"));
    say(cx, "narratives", narratives);

    let promises = all.community_reporting.iter().flat_map(|community| &community.promises);
    let mut community = Vec::new();
    community.extend(promises.clone().any(|promise| promise.made_by.is_empty()).then_some("made_by"));
    community.extend(promises.clone().any(|promise| promise.due.is_none()).then_some("due"));
    community.extend(promises.clone().any(|promise| promise.partner_status.is_none()).then_some("partner_status"));
    community
        .extend(promises.clone().any(|promise| promise.community_verdict.is_none()).then_some("community_verdict"));
    say(cx, "community_reporting", community);

    let mut risks = Vec::new();
    risks.extend(all.risks.iter().any(|risk| risk.likelihood.is_none()).then_some("likelihood"));
    risks.extend(all.risks.iter().any(|risk| risk.impact.is_none()).then_some("impact"));
    risks.extend(all.risks.iter().any(|risk| risk.owner.is_none()).then_some("owner"));
    risks.extend(all.risks.iter().any(|risk| risk.mitigation.is_none()).then_some("mitigation"));
    say(cx, "risks", risks);

    let mut milestones = Vec::new();
    milestones.extend(all.milestones.iter().any(|milestone| milestone.due.is_none()).then_some("due"));
    milestones.extend(all.milestones.iter().any(|milestone| milestone.status.is_none()).then_some("status"));
    say(cx, "milestones", milestones);
}

fn of_results(results: &[ResultMeasure], quarter: Quarter) -> Vec<&'static str> {
    let agreed: Vec<_> = results.iter().filter(|measure| measure.level == Some(MeasureLevel::Performance)).collect();
    let mut missing = Vec::new();
    missing.extend(results.iter().any(|measure| measure.definition.is_none()).then_some("definition"));
    missing.extend(results.iter().any(|measure| measure.level.is_none()).then_some("level"));
    missing.extend(results.iter().any(|measure| measure.unit.is_none()).then_some("unit"));
    missing.extend(results.iter().any(|measure| measure.direction.is_none()).then_some("direction"));
    missing.extend(results.iter().any(|measure| measure.source.is_none()).then_some("source"));
    missing.extend(agreed.iter().any(|measure| measure.agreed.is_none()).then_some("agreed"));
    let has_start = |measure: &ResultMeasure| measure.baseline.is_some() || measure.no_baseline_reason.is_some();
    missing.extend(agreed.iter().any(|measure| !has_start(measure)).then_some("baseline"));
    missing.extend(agreed.iter().any(|measure| measure.target.is_none()).then_some("target"));
    let is_later = quarter != Quarter::Q1;
    missing.extend(
        agreed.iter().any(|measure| is_later && measure.forecast_year_end.is_none()).then_some("forecast_year_end"),
    );
    missing
}

/// One finding for a section, whatever it lacks.
fn say(cx: &mut RuleContext<'_>, section: &str, missing: Vec<&'static str>) {
    let whole = cx.whole();
    if missing.is_empty() || whole.is_cut(section) {
        return;
    }
    let names: Vec<String> = missing.into_iter().map(str::to_owned).collect();
    let is_one = matches!(section, "return" | "partnership");
    let missing = words::list(&names);
    let message = if is_one {
        format!("“{section}” does not give {missing}")
    } else {
        format!("Some records of “{section}” do not give {missing}")
    };
    cx.report(whole.field(section)).message(message).help("fill in what you have; none of it is required").done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn each_section_says_once_what_it_lacks() {
        gets(
            &super::RULE,
            r#"{"return": {"return_id": "H-1", "version": 1, "due_on": "2026-10-31"},
                "milestones": [{"id": "M1", "title": "Lamp"}, {"id": "M2", "title": "Lamp", "due": "2026-10-01"}]}"#,
            &[
                "/return advice: “return” does not give previous_return \
                 | fill in what you have; none of it is required",
                "/partnership advice: “partnership” does not give purpose, started_on, lifespan, governance_mode, legal_form, \
                 agreement, basis, integration_level and accountable_to \
                 | fill in what you have; none of it is required",
                "/partners advice: Some records of “partners” do not give sector, roles and joined_on \
                 | fill in what you have; none of it is required",
                "/milestones advice: Some records of “milestones” do not give due and status \
                 | fill in what you have; none of it is required",
            ],
        );
    }

    #[test]
    fn what_was_cut_lacks_nothing() {
        let full = r#"{"return": {"return_id": "H-1", "version": 1, "due_on": "2026-10-31", "previous_return": "H-0"},
            "milestones": [{"id": "M1", "title": "Lamp"}]}"#;
        gets_without(&["/partnership/purpose", "/partners/0/sector", "/milestones/0/due"], &super::RULE, full, &[]);
    }
}
