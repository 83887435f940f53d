//! Not every risk is treated.

use crate::diagnostic::{Severity, Stage};
use crate::returns::RiskResponse;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "every-risk-is-treated",
    code: "K-06",
    area: Area::Risks,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Some risks cost more to treat than to bear. Where all are treated, nobody has chosen.",
    answer: "Ask of each risk whether it is worth the trouble, or whether it can be tolerated, transferred or ended.",
    example: r#""response": "tolerate""#,
    check,
};

/// With fewer there may have been nothing to choose.
const SEVERAL: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    if whole.risks.len() < SEVERAL || whole.is_cut("risks") {
        return;
    }
    if whole.risks.iter().all(|risk| risk.response == Some(RiskResponse::Treat)) {
        cx.report(whole.field("risks"))
            .message(format!(
                "All {} risks are treated, and none is tolerated, transferred or ended",
                whole.risks.len()
            ))
            .help("ask of each whether it is worth the trouble")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn some_risks_are_borne() {
        let risks = |last: &str| {
            let of =
                |id: &str, response: &str| format!(r#"{{"id": "{id}", "title": "Rain", "response": "{response}"}}"#);
            format!(r#"{{"risks": [{}, {}, {}]}}"#, of("K1", "treat"), of("K2", "treat"), of("K3", last))
        };
        gets(
            &super::RULE,
            &risks("treat"),
            &["/risks advice: All 3 risks are treated, and none is tolerated, transferred or ended \
               | ask of each whether it is worth the trouble"],
        );
        gets(&super::RULE, &risks("tolerate"), &[]);
        gets(&super::RULE, r#"{"risks": [{"id": "K1", "title": "Rain", "response": "treat"}]}"#, &[]);
        gets_without(&["/risks/3"], &super::RULE, &risks("treat"), &[]);
    }
}
