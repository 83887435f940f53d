//! A story stands only in the reports its people agreed to.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::narratives::{Consent, Narrative, ReportUse};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "used-beyond-its-consent",
    code: "N-01",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Error,
    fault: Fault::Privacy,
    why: "People agree to be in one report and not in another. A story printed where its people did not agree cannot be \
          taken back.",
    answer: "Take the report out of use_in; or ask the people in the story, and add it to what their consent covers.",
    example: r#""use_in": ["funder_report"], "consent": { "given": true, "covers": ["funder_report"], "date": "2026-09-21" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for narrative in cx.narratives() {
        if !narrative.is_cut("consent") {
            covers(cx, &narrative, narrative.get().consent.as_ref(), "consent");
        }
        if let Some(quote) = narrative.part("quote", |narrative| narrative.quote.as_ref())
            && let Some(consent) = &quote.get().consent
            && !quote.is_cut("consent")
        {
            covers(cx, &narrative, Some(consent), "the consent to its quotation");
        }
    }
}

fn covers(cx: &mut RuleContext<'_>, narrative: &At<'_, Narrative>, consent: Option<&Consent>, what: &str) {
    let id = &narrative.id;
    for report in narrative.list("use_in", |narrative| &narrative.use_in) {
        let marked = format!("{id} is marked for the {}", report_name(*report));
        let (message, help) = match consent {
            None => (format!("{marked}, but it does not say that its people agreed"), ASK),
            Some(consent) if !consent.given => (format!("{marked}, but {what} was not given"), ASK),
            Some(consent) if consent.covers.contains(&report) => continue,
            Some(consent) if consent.covers.is_empty() => {
                (format!("{marked}, but {what} does not say which reports it covers"), COVER)
            }
            Some(consent) => {
                let covered: Vec<String> =
                    consent.covers.iter().map(|covered| format!("the {}", report_name(*covered))).collect();
                (format!("{marked}, but {what} covers only {}", words::list(&covered)), COVER)
            }
        };
        cx.report(report.pointer())
            .message(message)
            .related(narrative.field("consent"), "what they agreed to")
            .help(help)
            .provided(report.word())
            .done();
    }
}

const ASK: &str = "ask the people in the story and record their consent, or take the report out of use_in";
const COVER: &str = "take the report out of use_in; or ask again, and add it to what the consent covers";

fn report_name(report: ReportUse) -> &'static str {
    match report {
        ReportUse::FunderReport => "funder report",
        ReportUse::MembersBriefing => "members’ briefing",
        ReportUse::PublicReport => "public report",
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn story(parts: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N3", {parts}}}]}}"#)
    }

    #[test]
    fn each_report_needs_its_consent() {
        gets(
            &super::RULE,
            &story(
                r#""use_in": ["funder_report", "public_report"], "consent": {"given": true, "covers": ["funder_report", "members_briefing"]}"#,
            ),
            &[
                "/narratives/0/use_in/1 error: N3 is marked for the public report, but consent covers only the funder report \
               and the members’ briefing | take the report out of use_in; or ask again, and add it to what the consent \
               covers",
            ],
        );
    }

    #[test]
    fn consent_has_to_be_given_and_recorded() {
        gets(
            &super::RULE,
            &story(r#""use_in": ["public_report"], "consent": {"given": false, "covers": ["public_report"]}"#),
            &["/narratives/0/use_in/0 error: N3 is marked for the public report, but consent was not given \
               | ask the people in the story and record their consent, or take the report out of use_in"],
        );
        gets(
            &super::RULE,
            &story(r#""use_in": ["public_report"]"#),
            &[
                "/narratives/0/use_in/0 error: N3 is marked for the public report, but it does not say that its people agreed \
               | ask the people in the story and record their consent, or take the report out of use_in",
            ],
        );
    }

    #[test]
    fn a_story_within_its_consent_used_nowhere_or_withdrawn_is_left_in_peace() {
        gets(
            &super::RULE,
            &story(r#""use_in": ["public_report"], "consent": {"given": true, "covers": ["public_report"]}"#),
            &[],
        );
        gets(&super::RULE, &story(r#""kind": "what_worked""#), &[]);
        gets(
            &super::RULE,
            &story(r#""use_in": ["public_report"], "consent": {"given": false, "withdrawn_on": "2026-09-01"}"#),
            &[],
        );
        gets_without(
            &["/narratives/0/consent"],
            &super::RULE,
            &story(r#""use_in": ["public_report"], "consent": {"given": false}"#),
            &[],
        );
    }
}
