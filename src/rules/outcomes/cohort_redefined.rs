//! Who is counted in an outcome, with what, stays the same from quarter to quarter.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::outcomes::Design;
use crate::returns::{Line, RecordId};
use crate::rules::outcomes::with_earlier;
use crate::rules::then_and_now::{quarter, quoted, same_words};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "cohort-redefined",
    code: "O-24",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Leave out those who dropped out, or measure with another instrument, and people are better off without anybody \
          having become better off. A change in who is counted, or how, ends the comparison with what was said before.",
    answer: "Go back to who was counted and with what; or add a restatement that refers to the outcome and says what \
             changed and why; or start a new outcome with an id of its own.",
    example: r#""restatements": [{ "refers_to": "O1", "reason": "Adults who moved away are counted since July, as the evaluator asked." }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let header = cx.header();
    let is_told =
        |id: &RecordId| header.get().restatements.iter().any(|restated| restated.refers_to.as_ref() == Some(id));
    for (now, then) in with_earlier(cx) {
        if is_told(&now.id) {
            continue;
        }
        let mut changed = Vec::new();
        let both = now.part("cohort", |now| now.cohort.as_ref()).zip(then.part("cohort", |then| then.cohort.as_ref()));
        if let Some((is, was)) = &both
            && let Some((is_text, was_text)) = is.definition.as_ref().zip(was.definition.as_ref())
            && !is_text.is_blank()
            && !same_words(is_text.any(), was_text.any())
        {
            let (is_at, was_at) = (is.field("definition"), was.field("definition"));
            changed.push(("those counted", is_at, quoted(is_text.any()), was_at, quoted(was_text.any())));
        }
        let instruments = now.instrument.as_ref().zip(then.instrument.as_ref());
        if let Some((is, was)) =
            instruments.map(|(is, was)| (Line::as_str(is), Line::as_str(was))).filter(|(is, was)| !same_words(is, was))
        {
            let (is_at, was_at) = (now.field("instrument"), then.field("instrument"));
            changed.push(("the instrument", is_at, quoted(is), was_at, quoted(was)));
        }
        if let Some((is, was)) = now.design.zip(then.design).filter(|(is, was)| is != was) {
            let word = |design: Design| format!("“{}”", words::choice(design.word()));
            changed.push(("the design", now.field("design"), word(is), then.field("design"), word(was)));
        }
        for (what, at, is, there, was) in changed {
            cx.report(at)
                .message(format!(
                    "“{}” follows up in another way than in {}: {what} was {was}, and is {is} now",
                    now.title.any(),
                    quarter(&previous)
                ))
                .related(there, format!("{what} then"))
                .help("go back to what it was, or add a restatement that says what changed and why")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    const THEN: &str = r#"{"outcomes": [{"id": "O1", "title": "Wellbeing", "instrument": "SWEMWBS",
        "design": "matched_before_after", "cohort": {"definition": "Adults with a plan"}}]}"#;

    #[test]
    fn others_counted_another_instrument_and_another_design_are_named() {
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("with a plan", "with a worker"),
            &[
                "/outcomes/0/cohort/definition warning: “Wellbeing” follows up in another way than in Q1 of 2026-27: those counted \
             was “Adults with a plan”, and is “Adults with a worker” now | go back to what it was, or add a restatement that says \
             what changed and why",
            ],
        );
        gets_after(
            THEN,
            &super::RULE,
            &THEN.replace("SWEMWBS", "WEMWBS").replace("matched_before_after", "repeated_cross_section"),
            &[
                "/outcomes/0/instrument warning: “Wellbeing” follows up in another way than in Q1 of 2026-27: the instrument was \
             “SWEMWBS”, and is “WEMWBS” now | go back to what it was, or add a restatement that says what changed and why",
                "/outcomes/0/design warning: “Wellbeing” follows up in another way than in Q1 of 2026-27: the design was “matched \
             before after”, and is “repeated cross section” now | go back to what it was, or add a restatement that says what \
             changed and why",
            ],
        );
    }

    #[test]
    fn what_is_told_and_what_stays_is_left_alone() {
        gets_after(THEN, &super::RULE, THEN, &[]);
        let told = r#"{"return": {"restatements": [{"refers_to": "O1", "reason": "As the evaluator asked."}]}, "#;
        let now = THEN.replace("with a plan", "with a worker").replacen('{', told, 1);
        gets_after(THEN, &super::RULE, &now, &[]);
    }
}
