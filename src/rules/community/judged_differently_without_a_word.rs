//! Where partners and people judge a promise differently, it is said why.

use super::has_explanation;
use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::{CommunityVerdict, PartnerStatus};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "judged-differently-without-a-word",
    code: "C-08",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Both views are printed side by side. The difference is the most useful thing in the report, if somebody explains it.",
    answer: "Say in explanation why you see it differently.",
    example: r#""partner_status": "delivered", "community_verdict": "partly_kept", "explanation": "Open two evenings, but closed in August for repairs.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for promise in cx.promises() {
        // Not kept at all is an error of its own, whatever the partners say.
        let differs = promise.partner_status == Some(PartnerStatus::Delivered)
            && promise.community_verdict == Some(CommunityVerdict::PartlyKept);
        if !differs || has_explanation(&promise) || promise.is_cut("explanation") {
            continue;
        }
        cx.report(promise.field("community_verdict"))
            .message(format!("You say that {} is delivered, and the community says partly kept", promise.id))
            .related(promise.field("partner_status"), "what you say")
            .help("say in explanation why you see it differently")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn promise(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.", {parts}}}]}}}}"#)
    }

    #[test]
    fn a_difference_is_explained() {
        let differs = r#""partner_status": "delivered", "community_verdict": "partly_kept""#;
        gets(
            &super::RULE,
            &promise(differs),
            &[
                "/community_reporting/promises/0/community_verdict warning: You say that P1 is delivered, and the community says \
               partly kept | say in explanation why you see it differently",
            ],
        );
        gets(&super::RULE, &promise(&format!(r#"{differs}, "explanation": "Closed in August.""#)), &[]);
        gets(&super::RULE, &promise(r#""partner_status": "delivered", "community_verdict": "kept""#), &[]);
        gets_without(&["/community_reporting/promises/0/explanation"], &super::RULE, &promise(differs), &[]);
    }
}
