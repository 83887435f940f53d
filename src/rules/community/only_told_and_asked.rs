//! Somewhere people do more than listen and answer.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::EngagementLevel;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "only-told-and-asked",
    code: "C-17",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "People who are only informed and consulted learn that it makes no difference whether they come.",
    answer: "Think of one thing that residents could decide together with you next quarter.",
    example: r#"{ "id": "E3", "activity": "Community fund vote", "level": "empower" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    if community.engagement.is_empty() || community.is_cut("engagement") {
        return;
    }
    let is_thin = |level| matches!(level, Some(EngagementLevel::Inform | EngagementLevel::Consult));
    if community.engagement.iter().all(|activity| is_thin(activity.level)) {
        cx.report(community.field("engagement"))
            .message("In all the engagement people were told or asked, and decided nothing")
            .help("think of one thing that residents could decide together with you")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn community(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{{parts}}}}}"#)
    }

    #[test]
    fn people_can_decide() {
        let activity = |level: &str| {
            community(&format!(r#""engagement": [{{"id": "E1", "activity": "Panel", "level": "{level}"}}]"#))
        };
        gets(
            &super::RULE,
            &activity("consult"),
            &[
                "/community_reporting/engagement advice: In all the engagement people were told or asked, and decided nothing \
               | think of one thing that residents could decide together with you",
            ],
        );
        gets(&super::RULE, &activity("involve"), &[]);
        gets(&super::RULE, &community(r#""engagement": []"#), &[]);
        gets_without(&["/community_reporting/engagement/0"], &super::RULE, &activity("inform"), &[]);
    }
}
