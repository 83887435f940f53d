//! A submitted return is signed by the chair and by whoever signs the money.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{PartnerRole, ReturnStatus, Sector, SignOffRole};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "submitted-without-signature",
    code: "H-10",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "A return is an account that somebody stands behind: the chair for the whole, and an officer or treasurer for \
          the money. Roles sign, not names, so that no personal data gets into the file.",
    answer: "Add the signature by role, or mark the return as a draft until it is signed. The section 151 officer is asked \
             for only where a council is the accountable body.",
    example: r#""sign_off": [{ "role": "partnership_chair", "on": "2026-10-20" }, { "role": "treasurer", "on": "2026-10-21" }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let status = whole.header.status;
    let is_filed = match status {
        ReturnStatus::Submitted | ReturnStatus::Accepted | ReturnStatus::Queried | ReturnStatus::Resubmitted => true,
        ReturnStatus::Draft | ReturnStatus::Withdrawn => false,
    };
    if !is_filed || whole.is_cut("sign_off") || whole.is_cut("partners") {
        return;
    }
    let signed = |role| whole.sign_off.iter().any(|signature| signature.role == role);
    let council = whole.partners.iter().find(|partner| {
        partner.has_role(PartnerRole::AccountableBody) && partner.sector.is_some_and(Sector::is_council)
    });
    let header = cx.header();
    if !signed(SignOffRole::PartnershipChair) {
        cx.report(header.field("status"))
            .message(format!("The return is marked {}, but the partnership’s chair has not signed", status.word()))
            .help("add a sign-off with the role partnership_chair, or mark the return as a draft")
            .done();
    }
    if signed(SignOffRole::SectionOneFiveOneOfficer) {
        return;
    }
    if let Some(council) = council {
        cx.report(header.field("status"))
            .message(format!(
                "The return is marked {}, but the section 151 officer of {} has not signed",
                status.word(),
                council.name
            ))
            .help("add a sign-off with the role section_151_officer, or mark the return as a draft")
            .done();
    } else if !signed(SignOffRole::Treasurer) && !signed(SignOffRole::AccountableBodyOfficer) {
        cx.report(header.field("status"))
            .message(format!("The return is marked {}, but nobody has signed for the money", status.word()))
            .help("add a sign-off with the role treasurer or accountable_body_officer, or mark the return as a draft")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn chair_and_money_are_asked_for() {
        gets(
            &super::RULE,
            "{}",
            &[
                "/return/status error: The return is marked submitted, but the partnership’s chair has not signed \
                 | add a sign-off with the role partnership_chair, or mark the return as a draft",
                "/return/status error: The return is marked submitted, but nobody has signed for the money \
                 | add a sign-off with the role treasurer or accountable_body_officer, or mark the return as a draft",
            ],
        );
    }

    #[test]
    fn a_council_that_holds_the_money_is_asked_for_its_section_151_officer() {
        let council = r#""partners": [
            {"id": "tide-dc", "name": "Tide District Council", "sector": "local_government_district", "roles": ["accountable_body"]},
            {"id": "harbour-trust", "name": "Harbour Trust"}]"#;
        let signed = |role: &str| {
            format!(r#"{{{council}, "sign_off": [{{"role": "partnership_chair"}}, {{"role": "{role}"}}]}}"#)
        };
        gets(
            &super::RULE,
            &signed("treasurer"),
            &[
                "/return/status error: The return is marked submitted, but the section 151 officer of Tide District Council \
               has not signed | add a sign-off with the role section_151_officer, or mark the return as a draft",
            ],
        );
        gets(&super::RULE, &signed("section_151_officer"), &[]);
    }

    #[test]
    fn a_small_group_signs_by_chair_and_treasurer_and_a_draft_by_nobody() {
        gets(&super::RULE, r#"{"sign_off": [{"role": "treasurer"}, {"role": "partnership_chair"}]}"#, &[]);
        gets(&super::RULE, r#"{"return": {"status": "draft"}}"#, &[]);
        gets_without(&["/sign_off/0"], &super::RULE, r#"{"sign_off": [{"role": "treasurer"}]}"#, &[]);
    }
}
