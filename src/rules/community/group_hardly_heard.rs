//! A group that is hardly heard is looked for.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Percent, Stated};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "group-hardly-heard",
    code: "C-13",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Whoever is not heard is not planned for. The gap is no fault; leaving it is.",
    answer: "Say in action_on_gaps what you will do to hear them.",
    example: r#""representation": [{ "group": "Aged under 25", "share_of_reach": 6.0, "share_of_population": 14.0 }], "action_on_gaps": "Two youth workers will run sessions at the skate park.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    let Some(reach) = community.part("reach", |community| community.reach.as_ref()) else { return };
    let has_action = reach.action_on_gaps.as_ref().is_some_and(|action| !action.is_blank());
    if has_action || reach.is_cut("action_on_gaps") {
        return;
    }
    for group in reach.list("representation", |reach| &reach.representation) {
        let share = |share: &Option<Stated<Percent>>| share.as_ref().and_then(Stated::number).map(|share| share.get());
        let (Some(heard), Some(living)) = (share(&group.share_of_reach), share(&group.share_of_population)) else {
            continue;
        };
        if heard * Decimal::TWO < living {
            cx.report(group.field("share_of_reach"))
                .message(format!(
                    "{} are {}% of those you reached and {}% of residents",
                    group.group,
                    words::decimal(heard),
                    words::decimal(living)
                ))
                .related(group.field("share_of_population"), "of residents")
                .help("say in action_on_gaps what you will do to hear them")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn community(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{{parts}}}}}"#)
    }

    fn reach(share: &str, more: &str) -> String {
        community(&format!(
            r#""reach": {{"representation": [{{"group": "Aged under 25", "share_of_reach": {share}, "share_of_population": 14}}]{more}}}"#
        ))
    }

    #[test]
    fn half_as_many_is_a_gap() {
        gets(
            &super::RULE,
            &reach("6", ""),
            &[
                "/community_reporting/reach/representation/0/share_of_reach warning: Aged under 25 are 6% of those you reached and \
               14% of residents | say in action_on_gaps what you will do to hear them",
            ],
        );
        gets(&super::RULE, &reach("7", ""), &[]);
        gets(&super::RULE, &reach("6", r#", "action_on_gaps": "Sessions at the skate park.""#), &[]);
        gets(&super::RULE, &reach(r#"{"status": "not_available"}"#, ""), &[]);
        gets_without(&["/community_reporting/reach/action_on_gaps"], &super::RULE, &reach("6", ""), &[]);
    }
}
