//! A high risk is in somebody’s hands.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::{Count, RecordId, RiskEffect, RiskResponse};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "high-risk-nobody-decides",
    code: "K-04",
    area: Area::Risks,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "From 15 of 25 on, a risk is more than its owner can carry. Somebody above has to decide something.",
    answer: "Ask for a decision and name the risk in its evidence; or transfer or end what carries the risk; or say in mitigation to whom it was escalated.",
    example: r#"{ "id": "D1", "decision": "Agree to move £20,000 to evening cover.", "evidence": ["K1"] }"#,
    check,
};

/// From here on a risk is high, of 25.
const HIGH: u64 = 15;

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    if whole.is_cut("decisions_asked") {
        return;
    }
    let decided: BTreeSet<&str> =
        order::set(whole.get().decisions_asked.iter().flat_map(|decision| &decision.evidence).map(RecordId::as_str));
    for risk in whole.list("risks", |whole| &whole.risks) {
        let from_parts = risk.likelihood.zip(risk.impact).map(|(likelihood, impact)| likelihood.get() * impact.get());
        let Some(score) = from_parts.or(risk.score.map(Count::get)).filter(|score| *score >= HIGH) else {
            continue;
        };
        let is_handed_on = match risk.response {
            Some(RiskResponse::Transfer | RiskResponse::Terminate) => true,
            Some(RiskResponse::Tolerate | RiskResponse::Treat) | None => false,
        };
        let mitigation = risk.mitigation.as_ref().map(|text| text.any().to_lowercase()).unwrap_or_default();
        let is_opportunity = risk.effect == Some(RiskEffect::Opportunity);
        if is_handed_on || is_opportunity || mitigation.contains("escalat") || decided.contains(risk.id.as_str()) {
            continue;
        }
        cx.report(risk.field("score"))
            .message(format!("“{}” scores {score} of 25, and no decision is asked about it", risk.title.any()))
            .help(format!(
                "ask for a decision and name {} in its evidence, or say in mitigation to whom it was escalated",
                risk.id
            ))
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn a_high_risk_is_decided_on() {
        let risk = |impact: u32, more: &str| {
            format!(
                r#"{{"risks": [{{"id": "K1", "title": "Rain", "likelihood": 5, "impact": {impact}, "score": 15}}]{more}}}"#
            )
        };
        gets(
            &super::RULE,
            &risk(3, ""),
            &["/risks/0/score warning: “Rain” scores 15 of 25, and no decision is asked about it \
               | ask for a decision and name K1 in its evidence, or say in mitigation to whom it was escalated"],
        );
        gets(&super::RULE, &risk(2, ""), &[]);
        gets(
            &super::RULE,
            &risk(3, r#", "decisions_asked": [{"id": "D1", "decision": "Roof.", "evidence": ["K1"]}]"#),
            &[],
        );
        gets_without(&["/decisions_asked/0"], &super::RULE, &risk(3, ""), &[]);
    }
}
