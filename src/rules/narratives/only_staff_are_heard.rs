//! The people it is for are heard in the stories.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::narratives::{NarrativeKind, Voice};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "only-staff-are-heard",
    code: "N-10",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "Staff see the service; residents live with it. Stories told by staff alone leave out what only the others know.",
    answer: "Ask residents, people who use the services or community reporters, and count them in voices; or explain why they could not be asked.",
    example: r#""voices": [{ "who": "resident", "count": 3 }, { "who": "frontline_worker", "count": 2 }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let narratives: Vec<_> = cx.narratives().collect();
    // How partners get on with one another, or what changed around them, may be for staff to tell.
    let is_within = |kind: Option<NarrativeKind>| {
        matches!(kind, Some(NarrativeKind::PartnershipDynamics | NarrativeKind::ContextChange))
    };
    if narratives.iter().all(|narrative| is_within(narrative.kind)) || whole.is_cut("narratives") {
        return;
    }
    let mut voices = narratives.iter().flat_map(|narrative| &narrative.get().voices).peekable();
    if voices.peek().is_some() && voices.all(|voice| is_staff(voice.who)) {
        cx.report(whole.field("narratives"))
            .message("No resident’s voice is in any narrative: all the voices are of staff")
            .help(
                "ask residents or people who use the services, and count them in voices; or explain it in explanations",
            )
            .done();
    }
}

const fn is_staff(voice: Voice) -> bool {
    match voice {
        Voice::FrontlineWorker | Voice::Manager | Voice::Evaluator => true,
        Voice::PersonUsingServices
        | Voice::FamilyOrCarer
        | Voice::Resident
        | Voice::CommunityReporter
        | Voice::Volunteer
        | Voice::ElectedMember
        | Voice::Business => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn told(kind: &str, voices: &str) -> String {
        format!(r#"{{"narratives": [{{"id": "N1", "kind": "{kind}", "voices": [{voices}]}}]}}"#)
    }

    #[test]
    fn staff_alone_are_not_enough() {
        gets(
            &super::RULE,
            &told("what_worked", r#"{"who": "manager"}, {"who": "frontline_worker", "count": 4}"#),
            &[
                "/narratives warning: No resident’s voice is in any narrative: all the voices are of staff | ask residents or \
               people who use the services, and count them in voices; or explain it in explanations",
            ],
        );
    }

    #[test]
    fn one_resident_is_a_voice_and_no_voices_are_none() {
        gets(&super::RULE, &told("what_worked", r#"{"who": "manager"}, {"who": "resident"}"#), &[]);
        gets(&super::RULE, &told("what_worked", ""), &[]);
        gets(&super::RULE, &told("partnership_dynamics", r#"{"who": "manager"}"#), &[]);
    }
}
