//! A partnership of public bodies alone is asked whether that is right.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Sector;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "only-public-bodies",
    code: "H-18",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "Partnerships of public bodies alone often have a voluntary or community partner in practice, who is not in the \
          list and therefore not in the report.",
    answer: "Add the voluntary and community organisations that work with you; or leave it, if there are none.",
    example: r#"{ "id": "lantern-street", "name": "Lantern Street Trust", "sector": "voluntary_community" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    if whole.is_cut("partners") {
        return;
    }
    let is_public = |sector: Sector| sector.is_public_body() || sector == Sector::Education;
    if whole.partners.iter().all(|partner| partner.sector.is_some_and(is_public)) {
        cx.report(whole.field("partners"))
            .message("All partners are public bodies; there is no voluntary or community partner. Is that right?")
            .help("add those that work with you; or leave it, if there are none")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn with(sector: &str) -> String {
        format!(
            r#"{{"partners": [{{"id": "tide-dc", "name": "Tide District Council", "sector": "local_government_district"}},
                {{"id": "harbour", "name": "Harbour", "sector": "{sector}"}}]}}"#
        )
    }

    #[test]
    fn public_bodies_alone_are_asked() {
        gets(
            &super::RULE,
            &with("police"),
            &["/partners advice: All partners are public bodies; there is no voluntary or community partner. Is that \
               right? | add those that work with you; or leave it, if there are none"],
        );
    }

    #[test]
    fn one_other_partner_or_one_of_unknown_sector_is_enough() {
        gets(&super::RULE, &with("community_group"), &[]);
        gets(&super::RULE, "{}", &[]);
        gets_without(&["/partners/1/sector"], &super::RULE, &with("police"), &[]);
    }
}
