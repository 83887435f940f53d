//! Where activities are added up, it is said how people who came twice are counted.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Count, People};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "counted-more-than-once",
    code: "C-16",
    area: Area::Community,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "The same twenty people at five meetings are a hundred contacts and twenty people. Readers should know which they see.",
    answer: "Say in counting_rule whether each person counts once or each time.",
    example: r#""reach": { "people": 312, "counting_rule": "Contacts added across activities. Some people took part in more than one." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    let Some(reach) = community.part("reach", |community| community.reach.as_ref()) else { return };
    let has_rule = reach.counting_rule.as_ref().is_some_and(|rule| !rule.is_blank());
    if has_rule || reach.is_cut("counting_rule") || community.is_cut("engagement") {
        return;
    }
    let Some(people) = reach.people.map(People::get) else { return };
    let activities: Vec<u64> = community
        .engagement
        .iter()
        .filter_map(|activity| activity.people.map(Count::get))
        .filter(|people| *people > 0)
        .collect();
    // Fewer people than the sum were counted once already.
    if activities.len() >= 2 && people >= activities.iter().sum() {
        cx.report(reach.field("people"))
            .message(format!(
                "{} people were reached in {} activities, and it is not said how those who came to several are counted",
                words::count(people),
                activities.len()
            ))
            .help("say in counting_rule whether each person counts once or each time")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn community(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{{parts}}}}}"#)
    }

    fn reached(people: u32, more: &str) -> String {
        community(&format!(
            r#""reach": {{"people": {people}{more}}}, "engagement": [{{"id": "E1", "activity": "Panel", "people": 14}},
                {{"id": "E2", "activity": "Doorstep", "people": 30}}]"#
        ))
    }

    #[test]
    fn contacts_are_not_people() {
        gets(
            &super::RULE,
            &reached(44, ""),
            &[
                "/community_reporting/reach/people warning: 44 people were reached in 2 activities, and it is not said how those \
               who came to several are counted | say in counting_rule whether each person counts once or each time",
            ],
        );
        gets(&super::RULE, &reached(40, ""), &[]);
        gets(&super::RULE, &reached(44, r#", "counting_rule": "Each time.""#), &[]);
        gets_without(&["/community_reporting/reach/counting_rule"], &super::RULE, &reached(44, ""), &[]);
    }
}
