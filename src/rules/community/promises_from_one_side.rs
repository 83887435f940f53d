//! Residents promise something too.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::Sector;
use crate::returns::approach::community_reporting::{Promise, PromiseKind};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promises-from-one-side",
    code: "C-18",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "The deal has two sides. Where only organisations promise, residents are customers.",
    answer: "Ask whether there is a promise from residents, however small.",
    example: r#"{ "id": "P4", "promise": "Residents will look after the planters on Tannery Walk.", "made_by": ["low-marsh-ra"], "kind": "by_community" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    if community.promises.is_empty() || community.is_cut("promises") {
        return;
    }
    let groups: BTreeSet<&str> = order::set(
        cx.whole()
            .get()
            .partners
            .iter()
            .filter(|partner| partner.sector == Some(Sector::CommunityGroup))
            .map(|partner| partner.id.as_str()),
    );
    let is_by_community = |promise: &Promise| match promise.kind {
        Some(kind) => kind == PromiseKind::ByCommunity,
        None => {
            !promise.made_by.is_empty()
                && promise.made_by.iter().all(|id| id.as_str() == "community" || groups.contains(id.as_str()))
        }
    };
    if !community.promises.iter().any(is_by_community) {
        cx.report(community.field("promises"))
            .message("No promise is made by residents")
            .help("the deal has two sides: ask whether there is a promise from residents, however small")
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
    fn a_deal_has_two_sides() {
        let promise =
            |parts: &str| community(&format!(r#""promises": [{{"id": "P1", "promise": "Mend the lamp."{parts}}}]"#));
        gets(
            &super::RULE,
            &promise(r#", "made_by": ["harbour-council"]"#),
            &["/community_reporting/promises advice: No promise is made by residents \
               | the deal has two sides: ask whether there is a promise from residents, however small"],
        );
        gets(&super::RULE, &promise(r#", "made_by": ["community"]"#), &[]);
        gets(&super::RULE, &promise(r#", "kind": "by_community""#), &[]);
        gets(&super::RULE, &community(r#""promises": []"#), &[]);
        gets_without(&["/community_reporting/promises/1"], &super::RULE, &promise(""), &[]);
    }
}
