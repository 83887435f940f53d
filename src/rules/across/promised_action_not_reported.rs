//! What was to be done by now, and what was asked last quarter, is reported on.

use std::collections::BTreeSet;

use crate::diagnostic::{Record, Severity, Stage};
use crate::prose;
use crate::returns::{ActionReference, Date, QuarterlyReturn};
use crate::rules::then_and_now::{quoted, the_return};
use crate::rules::{Area, At, Fault, Rule, RuleContext};
use crate::source::Pointer;

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promised-action-not-reported",
    code: "X-05",
    area: Area::Across,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "A red measure was forgiven last quarter because something was to be done about it. Whether it was done is the first \
          thing readers look for. What is due only later, and what is still asked in the same words, need not be told yet.",
    answer: "Add to previous_actions what came of it: yes, no or partly, with a note.",
    example: r#""previous_actions": [{ "ref": { "period": "2026-27 Q1", "record": "R2" }, "what": "Give schools a direct referral form.", "done": "yes" }]"#,
    check,
};

/// Something that was to be done.
struct Due<'a> {
    id: &'a str,
    what: &'a str,
    at: Pointer,
    record: Option<Record>,
    kind: &'static str,
}

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    if whole.is_cut("previous_actions") || whole.get().header.nil.is_some() {
        return;
    }
    let told = Reported::of(whole.get());
    for due in due_by(&previous, cx.quarter_end()) {
        if told.is_about(&due) {
            continue;
        }
        let Due { id, what, at, record, kind } = due;
        cx.report(whole.field("previous_actions"))
            .message(format!(
                "{id} in {} {kind} {}, and this one does not say what came of it",
                the_return(&previous),
                quoted(what)
            ))
            .about(record)
            .related(at, "said then")
            .help("add it to previous_actions: whether it was done, and a note")
            .done();
    }
}

/// What an earlier return said would be done, or decided, by this day.
fn due_by<'a>(earlier: &At<'a, QuarterlyReturn>, day: Date) -> Vec<Due<'a>> {
    let mut due = Vec::new();
    for measure in earlier.list("results", |earlier| &earlier.results) {
        let Some(action) = measure.part("action", |measure| measure.action.as_ref()) else { continue };
        if let Some(what) = &action.get().what
            && action.by.is_some_and(|by| by <= day)
        {
            let id = measure.get().id.as_str();
            due.push(Due {
                id,
                what: what.any(),
                at: action.field("what"),
                record: measure.record(),
                kind: "promised",
            });
        }
    }
    for asked in earlier.list("decisions_asked", |earlier| &earlier.decisions_asked) {
        if asked.needed_by.is_some_and(|by| by <= day) {
            let (id, what) = (asked.get().id.as_str(), asked.get().decision.any());
            due.push(Due { id, what, at: asked.field("decision"), record: asked.record(), kind: "asked for" });
        }
    }
    due
}

/// What a return reports on, and what it still asks.
struct Reported {
    /// Records, and the ids that may stand among words.
    ids: BTreeSet<String>,
    /// What was done, by its words.
    done: BTreeSet<Vec<String>>,
    /// What is asked again, by its words.
    asked: BTreeSet<Vec<String>>,
}

impl Reported {
    fn of(whole: &QuarterlyReturn) -> Self {
        let mut ids = BTreeSet::new();
        for action in &whole.previous_actions {
            match &action.reference {
                Some(ActionReference::Record { record, .. }) => drop(ids.insert(record.to_string())),
                Some(ActionReference::Words(words)) => {
                    ids.extend(words.split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned));
                }
                None => {}
            }
        }
        let done = whole.previous_actions.iter().map(|action| prose::words(action.what.any())).collect();
        let asked = whole.decisions_asked.iter().map(|asked| prose::words(asked.decision.any())).collect();
        Self { ids, done, asked }
    }

    /// By its record, by an id among words, or in the same words.
    fn is_about(&self, due: &Due<'_>) -> bool {
        let words = prose::words(due.what);
        self.ids.contains(due.id) || self.done.contains(&words) || self.asked.contains(&words)
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn then(by: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R2", "title": "Contact", "action": {{"what": "Give schools a form.", "by": "{by}"}}}}],
                "decisions_asked": [{{"id": "D1", "decision": "Agree a later start.", "needed_by": "{by}"}}]}}"#
        )
    }

    const ACTION: &str = "/previous_actions warning: R2 in the return for Q1 of 2026-27 promised “Give schools a form.”, and this \
                          one does not say what came of it | add it to previous_actions: whether it was done, and a note";
    const DECISION: &str = "/previous_actions warning: D1 in the return for Q1 of 2026-27 asked for “Agree a later start.”, and this \
                            one does not say what came of it | add it to previous_actions: whether it was done, and a note";

    #[test]
    fn what_was_due_is_reported_on() {
        gets_after(&then("2026-08-31"), &super::RULE, "{}", &[ACTION, DECISION]);
        let told = r#"{"previous_actions": [{"ref": "2026-27 Q1 action on R2", "what": "The form for schools"},
            {"what": "Agree a later start."}]}"#;
        gets_after(&then("2026-08-31"), &super::RULE, told, &[]);
        let by_record = r#"{"previous_actions": [{"ref": {"period": "2026-27 Q1", "record": "R2"}, "what": "Form"}]}"#;
        gets_after(&then("2026-08-31"), &super::RULE, by_record, &[DECISION]);
    }

    #[test]
    fn what_is_due_later_or_still_asked_waits() {
        gets_after(&then("2026-12-31"), &super::RULE, "{}", &[]);
        let asked = r#"{"decisions_asked": [{"id": "D4", "decision": "Agree a later start"}]}"#;
        gets_after(&then("2026-08-31"), &super::RULE, asked, &[ACTION]);
    }
}
