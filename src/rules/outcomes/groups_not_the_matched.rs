//! Those who improved, did not clearly change, or got worse are those measured twice.

use crate::diagnostic::{Severity, Stage};
use crate::returns::People;
use crate::returns::approach::outcomes::Outcome;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "groups-not-the-matched",
    code: "O-04",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Everybody who was measured twice is in one of three groups. Where they do not add up, somebody is missing, and \
          it is often those who got worse.",
    answer: "Count each person measured twice in one of the three groups, and in one only.",
    example: r#""cohort": { "matched": 47 }, "distribution": { "improved": 21, "no_clear_change": 22, "worsened": 4 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some(cohort) = outcome.part("cohort", |outcome| outcome.cohort.as_ref()) else { continue };
        let Some(matched) = cohort.matched.map(People::get) else { continue };
        whole_group(cx, &outcome, matched);
        for area in outcome.list("areas", |outcome| &outcome.areas) {
            // An area may not apply to everybody, so fewer are in order and more are not.
            let (Some(up), Some(same), Some(down)) = (area.moved_up, area.no_change, area.moved_down) else { continue };
            let parts = [up.get(), same.get(), down.get()];
            if parts.iter().sum::<u64>() > matched {
                cx.report(area.field("moved_up"))
                    .message(format!("“{}”, {}: {}", outcome.title.any(), area.area, sum(parts, matched)))
                    .related(cohort.field("matched"), "those measured twice")
                    .help("count each person once, and only those measured twice")
                    .done();
            }
        }
    }
}

fn whole_group(cx: &mut RuleContext<'_>, outcome: &At<'_, Outcome>, matched: u64) {
    let Some(groups) = outcome.part("distribution", |outcome| outcome.distribution.as_ref()) else { return };
    let (Some(improved), Some(same), Some(worse)) = (groups.improved, groups.no_clear_change, groups.worsened) else {
        return;
    };
    let parts = [improved.get(), same.get(), worse.get()];
    if parts.iter().sum::<u64>() != matched {
        cx.report(groups.field("improved"))
            .message(format!("“{}”: {}", outcome.title.any(), sum(parts, matched)))
            .related(outcome.field("cohort"), "those measured twice")
            .help("put each person measured twice into one of the three groups")
            .provided(parts.iter().sum::<u64>())
            .expected(matched)
            .done();
    }
}

fn sum(parts: [u64; 3], matched: u64) -> String {
    let total = words::count(parts.iter().sum::<u64>());
    let [one, two, three] = parts.map(words::count);
    format!("{one} + {two} + {three} is {total}, but {} were matched", words::count(matched))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn changed(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", "cohort": {{"matched": 47}}, {parts}}}]}}"#)
    }

    #[test]
    fn the_three_groups_are_added_up() {
        gets(
            &super::RULE,
            &changed(r#""distribution": {"improved": 21, "no_clear_change": 22, "worsened": 3}"#),
            &["/outcomes/0/distribution/improved error: “Wellbeing”: 21 + 22 + 3 is 46, but 47 were matched \
               | put each person measured twice into one of the three groups"],
        );
        gets(&super::RULE, &changed(r#""distribution": {"improved": 21, "no_clear_change": 22, "worsened": 4}"#), &[]);
    }

    #[test]
    fn an_area_of_a_star_may_be_of_fewer_and_not_of_more() {
        let area = |up: u32| {
            changed(&format!(r#""areas": [{{"area": "Home", "moved_up": {up}, "no_change": 10, "moved_down": 5}}]"#))
        };
        gets(
            &super::RULE,
            &area(40),
            &["/outcomes/0/areas/0/moved_up error: “Wellbeing”, Home: 40 + 10 + 5 is 55, but 47 were matched \
               | count each person once, and only those measured twice"],
        );
        gets(&super::RULE, &area(20), &[]);
    }
}
