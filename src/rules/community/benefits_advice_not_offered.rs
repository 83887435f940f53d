//! Whoever is paid gets advice on benefits.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "benefits-advice-not-offered",
    code: "C-15",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A payment can cost somebody their benefits, and then reporting from the community makes them poorer.",
    answer: "Offer advice before the first payment, and set benefits_advice_offered to true.",
    example: r#""hours_paid": 142, "benefits_advice_offered": true"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    let Some(reporters) = community.part("community_reporters", |community| community.community_reporters.as_ref())
    else {
        return;
    };
    let are_paid = reporters.hours_paid.is_some_and(|hours| hours.get() > 0)
        || reporters.vouchers_gbp.is_some_and(|pounds| pounds.get() > 0);
    let is_offered = reporters.benefits_advice_offered == Some(true) || reporters.is_cut("benefits_advice_offered");
    if are_paid && !is_offered {
        cx.report(reporters.field("benefits_advice_offered"))
            .message("Community reporters are paid, and it is not said that advice on benefits was offered")
            .help("offer advice, as payment can affect benefits, and set benefits_advice_offered to true")
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
    fn pay_can_cost_benefits() {
        let reporters = |parts: &str| community(&format!(r#""community_reporters": {{{parts}}}"#));
        let said = &[
            "/community_reporting/community_reporters/benefits_advice_offered warning: Community reporters are paid, and \
                      it is not said that advice on benefits was offered | offer advice, as payment can affect benefits, and \
                      set benefits_advice_offered to true",
        ];
        gets(&super::RULE, &reporters(r#""hours_paid": 1, "benefits_advice_offered": false"#), said);
        gets(&super::RULE, &reporters(r#""vouchers_gbp": 20"#), said);
        gets(&super::RULE, &reporters(r#""hours_paid": 1, "benefits_advice_offered": true"#), &[]);
        gets(&super::RULE, &reporters(r#""hours_unpaid": 1"#), &[]);
        let cut = ["/community_reporting/community_reporters/benefits_advice_offered"];
        gets_without(&cut, &super::RULE, &reporters(r#""hours_paid": 1"#), &[]);
    }
}
