//! Whoever is asked to decide learns what happens otherwise.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "consequence-not-said",
    code: "A-02",
    area: Area::Decisions,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "A request without a consequence is put off. Whoever decides weighs it against all the others on the table.",
    answer: "Say in if_not what happens if it is not decided.",
    example: r#""decision": "Agree to move £20,000 to evening cover.", "if_not": "The trial rota ends on 10 January with no cover after it.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for decision in cx.whole().list("decisions_asked", |whole| &whole.decisions_asked) {
        let is_said = decision.if_not.as_ref().is_some_and(|text| !text.is_blank());
        if is_said || decision.is_cut("if_not") {
            continue;
        }
        cx.report(decision.field("if_not"))
            .message(format!("{} does not say what happens if it is not decided", decision.id))
            .help("say so in if_not")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn a_request_has_a_consequence() {
        let decision = |more: &str| format!(r#"{{"decisions_asked": [{{"id": "D1", "decision": "Move it."{more}}}]}}"#);
        gets(
            &super::RULE,
            &decision(""),
            &["/decisions_asked/0/if_not error: D1 does not say what happens if it is not decided | say so in if_not"],
        );
        gets(&super::RULE, &decision(r#", "if_not": "It ends.""#), &[]);
        gets_without(&["/decisions_asked/0/if_not"], &super::RULE, &decision(""), &[]);
    }
}
