//! A story that says what caused something points to what shows it.

use super::{name, parts};
use crate::diagnostic::{Severity, Stage};
use crate::{
    prose,
    rules::{Area, Fault, Rule, RuleContext},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "cause-claimed-without-evidence",
    code: "N-14",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A story can show how something came about, and cannot prove it alone. Readers should see what else there is.",
    answer: "Name the records that show it in evidence, or weigh it in contribution; or say it more carefully: “we think”, “helped”.",
    example: r#""what_happened": "Joint visits led to fewer hand-offs.", "evidence": ["S2"]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        let is_backed = !narrative.evidence.is_empty() || narrative.contribution.is_some();
        if is_backed || narrative.is_cut("evidence") || narrative.is_cut("contribution") {
            continue;
        }
        // “why” is for saying why.
        let claims = parts(&narrative).into_iter().filter(|(field, _)| *field != "why");
        let Some((field, words)) = claims.into_iter().find_map(|(field, text)| Some((field, prose::own_cause(text)?)))
        else {
            continue;
        };
        cx.report(narrative.field(field))
            .message(format!("“{}” says “{words}”, and points to nothing that shows it", name(&narrative)))
            .help(
                "name the records that show it in evidence, or weigh it in contribution; or say “we think” or “helped”",
            )
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn story(parts: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N1", "title": "A lamp", {parts}}}]}}"#)
    }

    #[test]
    fn a_cause_is_shown() {
        gets(
            &super::RULE,
            &story(r#""what_happened": "Our joint visits led to fewer hand-offs.""#),
            &[
                "/narratives/0/what_happened warning: “A lamp” says “led to”, and points to nothing that shows it | name the \
               records that show it in evidence, or weigh it in contribution; or say “we think” or “helped”",
            ],
        );
    }

    #[test]
    fn evidence_doubt_and_other_causes_are_left_in_peace() {
        gets(&super::RULE, &story(r#""what_happened": "Our visits led to this.", "evidence": ["R1"]"#), &[]);
        gets(&super::RULE, &story(r#""what_happened": "Our visits may have led to this.""#), &[]);
        gets(&super::RULE, &story(r#""what_happened": "A flood caused two closures.""#), &[]);
        gets(&super::RULE, &story(r#""why": "Our visits led to this.""#), &[]);
        gets_without(&["/narratives/0/evidence"], &super::RULE, &story(r#""what_happened": "We caused it.""#), &[]);
    }
}
