//! A return is signed after its quarter and before it is filed.

use crate::diagnostic::{Severity, Stage};
use crate::returns::SignOffRole;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "signed-too-early-or-too-late",
    code: "H-11",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Nobody can sign for a quarter that has not ended, and a signature after filing is not one under what was filed.",
    answer: "Correct the date of the signature or of filing. If it was signed again after a change, give the later date \
             of both.",
    example: r#""submitted_on": "2026-10-30", … "sign_off": [{ "role": "partnership_chair", "on": "2026-10-28" }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let end = cx.quarter_end();
    let header = cx.header();
    for signature in cx.whole().list("sign_off", |whole| &whole.sign_off) {
        let Some(on) = signature.on else { continue };
        let who = role(signature.role);
        if on < end {
            cx.report(signature.field("on"))
                .message(format!(
                    "{who} signed on {}, before the quarter ended on {}",
                    words::date(on),
                    words::date(end)
                ))
                .help("correct the date, or have the return signed once the quarter has ended")
                .provided(on)
                .done();
        } else if let Some(filed) = header.submitted_on.filter(|filed| on > *filed) {
            cx.report(signature.field("on"))
                .message(format!(
                    "{who} signed on {}, after the return was filed on {}",
                    words::date(on),
                    words::date(filed)
                ))
                .related(header.field("submitted_on"), "filed")
                .help("correct one of the two dates")
                .provided(on)
                .done();
        }
    }
}

/// Who signed, at the start of a sentence.
fn role(role: SignOffRole) -> &'static str {
    match role {
        SignOffRole::PartnershipChair => "The partnership’s chair",
        SignOffRole::AccountableBodyOfficer => "The officer of the accountable body",
        SignOffRole::SectionOneFiveOneOfficer => "The section 151 officer",
        SignOffRole::Treasurer => "The treasurer",
        SignOffRole::ChiefExecutive => "The chief executive",
        SignOffRole::CommunityRepresentative => "The community representative",
        SignOffRole::DataProtectionOfficer => "The data protection officer",
        SignOffRole::LeadMember => "The lead member",
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn signed(on: &str) -> String {
        format!(
            r#"{{"return": {{"submitted_on": "2026-10-30"}}, "sign_off": [{{"role": "treasurer", "on": "{on}"}}]}}"#
        )
    }

    #[test]
    fn a_signature_before_the_end_or_after_filing_is_named() {
        gets(
            &super::RULE,
            &signed("2026-09-29"),
            &["/sign_off/0/on error: The treasurer signed on 29 September 2026, before the quarter ended on \
               30 September 2026 | correct the date, or have the return signed once the quarter has ended"],
        );
        gets(
            &super::RULE,
            &signed("2026-10-31"),
            &["/sign_off/0/on error: The treasurer signed on 31 October 2026, after the return was filed on \
               30 October 2026 | correct one of the two dates"],
        );
    }

    #[test]
    fn the_last_day_of_the_quarter_and_the_day_of_filing_will_do() {
        gets(&super::RULE, &signed("2026-09-30"), &[]);
        gets(&super::RULE, &signed("2026-10-30"), &[]);
        gets(&super::RULE, r#"{"sign_off": [{"role": "treasurer"}]}"#, &[]);
    }
}
