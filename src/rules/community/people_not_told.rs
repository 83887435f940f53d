//! People are told what came of what they said.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::YouSaidOutcome;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "people-not-told",
    code: "C-09",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Whoever never hears back does not come a second time.",
    answer: "Tell them, and give the day in told_people_on.",
    example: r#""outcome": "done", "told_people_on": "2026-08-29", "told_how": "Assembly newsletter""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    for said in community.list("you_said_we_did", |community| &community.you_said_we_did) {
        let done = match said.outcome {
            Some(YouSaidOutcome::Done) => "done",
            Some(YouSaidOutcome::NotDone) => "not done",
            Some(YouSaidOutcome::PartlyDone | YouSaidOutcome::Planned) | None => continue,
        };
        if said.told_people_on.is_some() || said.is_cut("told_people_on") {
            continue;
        }
        cx.report(said.field("told_people_on"))
            .message(format!("{} is {done}, and there is no date when you told people", said.id))
            .help("tell them, and give the day in told_people_on")
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
    fn people_hear_back() {
        let said =
            |more: &str| community(&format!(r#""you_said_we_did": [{{"id": "Y1", "you_said": "Stay open."{more}}}]"#));
        let done = said(r#", "outcome": "done""#);
        gets(
            &super::RULE,
            &done,
            &[
                "/community_reporting/you_said_we_did/0/told_people_on warning: Y1 is done, and there is no date when you told \
               people | tell them, and give the day in told_people_on",
            ],
        );
        gets_without(&["/community_reporting/you_said_we_did/0/told_people_on"], &super::RULE, &done, &[]);
        gets(&super::RULE, &said(r#", "outcome": "done", "told_people_on": "2026-09-01""#), &[]);
        gets(&super::RULE, &said(r#", "outcome": "planned""#), &[]);
    }
}
