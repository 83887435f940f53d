//! What is behind has somebody who will do something about it, by a day to come.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Text;
use crate::returns::approach::results::{Rag, ResultMeasure};
use crate::returns::rating;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "behind-without-an-action",
    code: "R-09",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Error,
    fault: Fault::Missing,
    why: "Readers forgive a measure that is behind. They do not forgive one that nobody is going to do anything about.",
    answer: "Say what you will do, who will do it and by when. The day has to lie after the quarter: what was done before \
             it is part of the figure already.",
    example: r#""action": { "what": "Replace voicemail with a staffed line.", "owner": "lantern-street", "by": "2026-12-14" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let rag = rating::rate(&measure, cx.quarter()).rag;
        match rag {
            Rag::Amber | Rag::Red => behind(cx, &measure, rag),
            Rag::Green | Rag::NotRated | Rag::NotDue => {}
        }
    }
}

fn behind(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, rag: Rag) {
    if measure.is_cut("action") {
        return;
    }
    let title = measure.title.any();
    let Some(action) = measure.part("action", |measure| measure.action.as_ref()) else {
        cx.report(measure.field("rag"))
            .message(format!("{title} is {} and has no action", rag.word()))
            .help("say what you will do, who will do it and by when")
            .done();
        return;
    };
    let mut lacks = Vec::new();
    if action.what.as_ref().is_none_or(Text::is_blank) {
        lacks.push("what will be done".to_owned());
    }
    if action.owner.is_none() {
        lacks.push("who will do it".to_owned());
    }
    if action.by.is_none() {
        lacks.push("by when".to_owned());
    }
    if !lacks.is_empty() {
        cx.report(action.pointer())
            .message(format!("{title} is {}, and its action does not say {}", rag.word(), words::list(&lacks)))
            .help("say what you will do, who will do it and by when")
            .done();
    }
    let end = cx.quarter_end();
    if let Some(by) = action.by.filter(|by| *by <= end) {
        cx.report(action.field("by"))
            .message(format!(
                "{title} is {}, and its action was due on {}, on or before the last day of the quarter, {}",
                rag.word(),
                words::date(by),
                words::date(end)
            ))
            .help("give the day by which the next thing will be done")
            .provided(by)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn red(action: &str) -> String {
        format!(r#"{{"results": [{{"id": "R5", "title": "Call-outs", "rag": "red" {action}}}]}}"#)
    }

    #[test]
    fn an_action_is_asked_for_with_all_its_parts() {
        gets(
            &super::RULE,
            &red(""),
            &[
                "/results/0/rag error: Call-outs is red and has no action | say what you will do, who will do it and by when",
            ],
        );
        gets(
            &super::RULE,
            &red(r#", "action": {"what": "A rota."}"#),
            &["/results/0/action error: Call-outs is red, and its action does not say who will do it and by when \
               | say what you will do, who will do it and by when"],
        );
    }

    #[test]
    fn the_day_lies_after_the_quarter() {
        gets(
            &super::RULE,
            &red(r#", "action": {"what": "A rota.", "owner": "harbour-trust", "by": "2026-09-30"}"#),
            &[
                "/results/0/action/by error: Call-outs is red, and its action was due on 30 September 2026, on or before the \
               last day of the quarter, 30 September 2026 | give the day by which the next thing will be done",
            ],
        );
        gets(
            &super::RULE,
            &red(r#", "action": {"what": "A rota.", "owner": "harbour-trust", "by": "2026-10-01"}"#),
            &[],
        );
    }

    #[test]
    fn in_a_draft_it_is_advice_and_where_it_was_cut_nothing_is_said() {
        gets(
            &super::RULE,
            r#"{"return": {"status": "draft"}, "results": [{"id": "R5", "title": "Call-outs", "rag": "amber"}]}"#,
            &["/results/0/rag advice: Call-outs is amber and has no action \
               | say what you will do, who will do it and by when"],
        );
        gets_without(&["/results/0/action"], &super::RULE, &red(r#", "action": {}"#), &[]);
    }
}
