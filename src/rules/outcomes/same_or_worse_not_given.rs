//! Beside a mean stands how many stayed the same or got worse.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::Design;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "same-or-worse-not-given",
    code: "O-13",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A mean can rise while a quarter of the people get worse. Those are the ones a partnership has to know about.",
    answer: "Give the distribution: how many improved, did not clearly change, and got worse, with the threshold.",
    example: r#""distribution": { "threshold": 3, "improved": 21, "no_clear_change": 22, "worsened": 4 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let has_change = (outcome.before.is_some() && outcome.after.is_some()) || outcome.change.is_some();
        // Other people before and after: nobody is known to have stayed the same.
        let is_of_others = outcome.design == Some(Design::RepeatedCrossSection);
        let is_other_kind = !outcome.areas.is_empty() || outcome.achieved.is_some();
        let groups = outcome.distribution.as_ref();
        let is_given = groups.is_some_and(|groups| groups.worsened.is_some() && groups.no_clear_change.is_some());
        if !has_change || is_of_others || is_other_kind || is_given {
            continue;
        }
        if ["distribution", "areas", "achieved", "design"].into_iter().any(|part| outcome.is_cut(part)) {
            continue;
        }
        cx.report(outcome.field("distribution"))
            .message(format!("“{}”: it is not said how many stayed the same or got worse", outcome.title.any()))
            .help("give no_clear_change and worsened in distribution")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    const MEANS: &str = r#""before": {"mean": 18}, "after": {"mean": 21}"#;

    #[test]
    fn a_mean_hides_who_got_worse() {
        let said =
            &["/outcomes/0/distribution warning: “Wellbeing”: it is not said how many stayed the same or got worse \
                      | give no_clear_change and worsened in distribution"];
        gets(&super::RULE, &outcome(MEANS), said);
        gets(&super::RULE, &outcome(&format!(r#"{MEANS}, "distribution": {{"improved": 21}}"#)), said);
    }

    #[test]
    fn stars_statuses_and_other_people_are_left_in_peace() {
        for more in [
            r#""distribution": {"no_clear_change": 22, "worsened": 0}"#,
            r#""areas": [{"area": "Home"}]"#,
            r#""achieved": {"numerator": 1}"#,
            r#""design": "repeated_cross_section""#,
        ] {
            gets(&super::RULE, &outcome(&format!("{MEANS}, {more}")), &[]);
        }
        gets(&super::RULE, &outcome(r#""after": {"mean": 21}"#), &[]);
        gets_without(&["/outcomes/0/distribution"], &super::RULE, &outcome(MEANS), &[]);
    }
}
