//! Figures have a story beside them, and stories a figure.

use super::has_records;
use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::{CommunityVerdict, Promise};
use crate::returns::{Approach, ApproachUse, Weight};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "figures-without-a-story",
    code: "X-01",
    area: Area::Across,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A return of figures alone says what, and never why; one of stories alone cannot say how often. Readers need both to believe either.",
    answer: "Add one story, one judged promise, or what people took part in; or, beside stories, one figure.",
    example: r#""results": [{ "id": "R1", … }], "narratives": [{ "id": "N1", "evidence": ["R1"], … }]"#,
    check,
};

/// From so many results on, a word about why is asked for.
const SEVERAL: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let parts = ["results", "narratives", "community_reporting", "system_health", "outcomes"];
    if parts.into_iter().any(|part| whole.is_cut(part)) {
        return;
    }
    let community = whole.community_reporting.as_ref();
    let is_judged =
        |promise: &Promise| !matches!(promise.community_verdict, Some(CommunityVerdict::NotYetJudged) | None);
    let is_heard =
        community.is_some_and(|community| !community.engagement.is_empty() || community.promises.iter().any(is_judged));
    // Whoever says that none of these is used has said why.
    let are_left_out = |approaches: &[Approach]| {
        approaches.iter().all(|approach| {
            let is_not_used = |used: &ApproachUse| used.name == *approach && used.emphasis == Weight::NotUsed;
            whole.approaches.iter().any(is_not_used)
        })
    };
    if whole.results.len() >= SEVERAL
        && whole.narratives.is_empty()
        && !is_heard
        && !are_left_out(&[Approach::Narratives, Approach::CommunityReporting])
    {
        cx.report(whole.field("results"))
            .message(format!(
                "The return has {} results, and no story and no voice from the community",
                whole.results.len()
            ))
            .help("add one story, one judged promise, or what people took part in; or explain it in explanations")
            .done();
    }
    let figures = [Approach::Results, Approach::SystemHealth, Approach::Outcomes];
    let has_figure = figures.into_iter().any(|approach| has_records(&whole, approach));
    if whole.narratives.len() >= SEVERAL && !has_figure && !are_left_out(&figures) {
        cx.report(whole.field("narratives"))
            .severity(Severity::Advice)
            .message(format!("The return has {} stories, and no figure beside them", whole.narratives.len()))
            .help("add one figure that shows how often it is so")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn listed(list: &str, prefix: &str, more: &str) -> String {
        let of = |number: u32| format!(r#"{{"id": "{prefix}{number}", "title": "A lamp"}}"#);
        format!(r#"{{"{list}": [{}, {}, {}]{more}}}"#, of(1), of(2), of(3))
    }

    #[test]
    fn figures_and_stories_need_one_another() {
        gets(
            &super::RULE,
            &listed("results", "R", ""),
            &[
                "/results warning: The return has 3 results, and no story and no voice from the community | add one story, one \
               judged promise, or what people took part in; or explain it in explanations",
            ],
        );
        gets(
            &super::RULE,
            &listed("narratives", "N", ""),
            &["/narratives advice: The return has 3 stories, and no figure beside them \
               | add one figure that shows how often it is so"],
        );
    }

    #[test]
    fn one_of_the_other_is_enough() {
        gets(&super::RULE, &listed("results", "R", r#", "narratives": [{"id": "N1"}]"#), &[]);
        let heard = r#", "community_reporting": {"engagement": [{"id": "E1", "activity": "Panel"}]}"#;
        gets(&super::RULE, &listed("results", "R", heard), &[]);
        gets(&super::RULE, r#"{"results": [{"id": "R1", "title": "Plans"}]}"#, &[]);
        let left_out = r#", "approaches": [{"name": "narratives", "emphasis": "not_used", "reason": "We began in May."},
            {"name": "community_reporting", "emphasis": "not_used"}]"#;
        gets(&super::RULE, &listed("results", "R", left_out), &[]);
        gets_without(&["/narratives/0"], &super::RULE, &listed("results", "R", ""), &[]);
    }
}
