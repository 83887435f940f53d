//! A partnership run by a lead organisation says which partner leads.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{GovernanceMode, PartnerRole};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "lead-organisation-not-named",
    code: "H-08",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Where one organisation leads, a funder and a resident both need to know which: it is the one that answers.",
    answer: "Name the partner that leads, and give that partner the role lead.",
    example: r#""governance_mode": "lead_organisation", "lead_organisation": "harbour-council", … { "id": "harbour-council", "roles": ["lead"], … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(partnership) = cx.whole().part("partnership", |whole| Some(&whole.partnership)) else { return };
    if partnership.governance_mode != Some(GovernanceMode::LeadOrganisation) || partnership.is_cut("lead_organisation")
    {
        return;
    }
    let Some(lead) = &partnership.lead_organisation else {
        cx.report(partnership.field("governance_mode"))
            .missing()
            .message(format!(
                "{} is run by a lead organisation, but does not say which partner leads",
                partnership.name
            ))
            .help("give the partner’s id as lead_organisation, and the partner the role lead")
            .done();
        return;
    };
    // Of an id that belongs to nobody, H-03 speaks.
    let partner = cx.partners().into_iter().find(|partner| partner.id == *lead);
    if let Some(partner) = partner.filter(|partner| !partner.has_role(PartnerRole::Lead) && !partner.is_cut("roles")) {
        cx.report(partnership.field("lead_organisation"))
            .message(format!("{} is named as the lead organisation, but does not have the role lead", partner.name))
            .related(partner.field("roles"), "its roles")
            .help(format!("add lead to the roles of {}, or name another partner", partner.name))
            .provided(lead)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn led_by(roles: &str) -> String {
        format!(
            r#"{{"partnership": {{"governance_mode": "lead_organisation", "lead_organisation": "tide-dc"}},
                "partners": [{{"id": "tide-dc", "name": "Tide District Council", "roles": [{roles}]}},
                    {{"id": "harbour-trust", "name": "Harbour Trust"}}]}}"#
        )
    }

    #[test]
    fn the_lead_is_asked_for() {
        gets(
            &super::RULE,
            r#"{"partnership": {"governance_mode": "lead_organisation"}}"#,
            &[
                "/partnership/governance_mode error: Harbour Circle is run by a lead organisation, but does not say which \
               partner leads | give the partner’s id as lead_organisation, and the partner the role lead",
            ],
        );
        gets(&super::RULE, r#"{"partnership": {"governance_mode": "self_governed"}}"#, &[]);
    }

    #[test]
    fn the_lead_has_the_role() {
        gets(
            &super::RULE,
            &led_by(r#""delivery""#),
            &[
                "/partnership/lead_organisation error: Tide District Council is named as the lead organisation, but does \
               not have the role lead | add lead to the roles of Tide District Council, or name another partner",
            ],
        );
        gets(&super::RULE, &led_by(r#""delivery", "lead""#), &[]);
        gets_without(&["/partners/0/roles/0"], &super::RULE, &led_by(r#""delivery""#), &[]);
    }
}
