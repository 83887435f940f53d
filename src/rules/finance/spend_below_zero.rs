//! Spend below zero is a correction, and says so.

use super::number;
use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "spend-below-zero",
    code: "F-06",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Money paid back can make spend negative, and so can a slip of the minus key. Readers cannot tell which.",
    answer: "Take the minus away; or set correction to true and say in variance_explanation what was corrected.",
    example: r#""line": "Hubs and IT", "actual_to_date": -1200, "correction": true"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    for line in finance.list("spend", |finance| &finance.spend) {
        if line.correction == Some(true) || line.is_cut("correction") {
            continue;
        }
        let figures = [
            ("actual_to_date", "spend", &line.get().actual_to_date),
            ("commitments", "what is promised", &line.get().commitments),
            ("forecast", "the forecast", &line.get().forecast),
        ];
        for (field, what, figure) in figures {
            let Some(pounds) = number(figure.as_ref()).filter(|pounds| *pounds < 0) else { continue };
            cx.report(line.field(field))
                .message(format!("“{}”: {what} is {}, below zero", line.line, words::pounds(pounds)))
                .help("take the minus away; or set correction to true and say what was corrected")
                .provided(pounds)
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn below_zero_is_a_correction() {
        let line =
            |more: &str| format!(r#"{{"finance": {{"spend": [{{"line": "Hubs", "actual_to_date": -1200{more}}}]}}}}"#);
        gets(
            &super::RULE,
            &line(""),
            &["/finance/spend/0/actual_to_date error: “Hubs”: spend is -£1,200, below zero \
               | take the minus away; or set correction to true and say what was corrected"],
        );
        gets(&super::RULE, &line(r#", "correction": true"#), &[]);
        gets_without(&["/finance/spend/0/correction"], &super::RULE, &line(""), &[]);
    }
}
