//! Only one organisation can lead.

use crate::diagnostic::{Severity, Stage};
use crate::returns::PartnerRole;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "two-lead-organisations",
    code: "H-21",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Funders need to know whom to ring. With two leads, each expects the other to answer.",
    answer: "Leave the role lead with one partner. A partner that holds the money has the role accountable_body.",
    example: r#"{ "id": "harbour-council", "roles": ["lead"], … }, { "id": "harbour-trust", "roles": ["delivery"], … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let end = cx.quarter_end();
    // Who led and left has handed over.
    let is_lead = |partner: &crate::returns::Partner| {
        partner.has_role(PartnerRole::Lead) && partner.left_on.is_none_or(|left| left > end)
    };
    let mut leads = cx.partners().filter(|partner| is_lead(partner));
    let Some(first) = leads.next() else { return };
    let others: Vec<_> = leads.collect();
    for other in others {
        cx.report(other.field("roles"))
            .message(format!("{} and {} are both marked as lead", first.name, other.name))
            .related(first.field("roles"), "the other lead")
            .help("mark one of them as lead")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn partners(second: &str) -> String {
        format!(
            r#"{{"partners": [{{"id": "tide-dc", "name": "Tide District Council", "roles": ["lead", "delivery"]}},
                {{"id": "harbour-trust", "name": "Harbour Trust", {second}}}]}}"#
        )
    }

    #[test]
    fn the_second_lead_is_named_with_the_first() {
        gets(
            &super::RULE,
            &partners(r#""roles": ["delivery", "lead"]"#),
            &["/partners/1/roles error: Tide District Council and Harbour Trust are both marked as lead \
               | mark one of them as lead"],
        );
    }

    #[test]
    fn one_lead_and_one_that_handed_over_are_left_in_peace() {
        gets(&super::RULE, &partners(r#""roles": ["delivery"]"#), &[]);
        gets(&super::RULE, &partners(r#""roles": ["lead"], "left_on": "2026-08-31""#), &[]);
    }
}
