//! A partner leaves with a day and a reason, not by being left out.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::prose;
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "partner-gone",
    code: "H-24",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "That a partner left is often the most important thing that happened. A list that is one shorter does not say so.",
    answer: "Put the partner back with left_on and left_reason. Its id stays in the list, so that what it did can be told.",
    example: r#"{ "id": "eastholme-police", "name": "Eastholme Constabulary", "left_on": "2026-08-31", "left_reason": "Its officers were moved to response teams." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    if whole.has_gaps("partners") {
        return;
    }
    let partners = &whole.get().partners;
    let ids: BTreeSet<&str> = order::set(partners.iter().map(|partner| partner.id.as_str()));
    let names: BTreeSet<_> = order::set(partners.iter().map(|partner| prose::words(partner.name.as_str())));
    for then in previous.list("partners", |previous| &previous.partners) {
        let is_here = ids.contains(then.id.as_str()) || names.contains(&prose::words(then.name.as_str()));
        if then.left_on.is_some() || is_here {
            continue;
        }
        cx.report(whole.field("partners"))
            .message(format!("{} was a partner in {}, and is not in this return", then.name, quarter(&previous)))
            .about(then.record())
            .related(then.field("name"), "the partner then")
            .help("put it back with the day it left and the reason")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn with(third: &str) -> String {
        format!(
            r#"{{"partners": [{{"id": "harbour-trust", "name": "Harbour Trust"}},
                {{"id": "harbour-council", "name": "Harbour Council"}}{third}]}}"#
        )
    }

    #[test]
    fn a_partner_that_is_gone_is_named() {
        let police = with(r#", {"id": "police", "name": "Harbour Police"}"#);
        gets_after(
            &police,
            &super::RULE,
            &with(""),
            &[
                "/partners warning: Harbour Police was a partner in Q1 of 2026-27, and is not in this return | put it back with the \
             day it left and the reason",
            ],
        );
        gets_after(&police, &super::RULE, &police, &[]);
    }

    #[test]
    fn one_that_left_before_may_go() {
        let left = with(r#", {"id": "police", "name": "Harbour Police", "left_on": "2026-05-31"}"#);
        gets_after(&left, &super::RULE, &with(""), &[]);
    }
}
