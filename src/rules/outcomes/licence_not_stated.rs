//! An instrument with a licence is used with one.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "licence-not-stated",
    code: "O-17",
    area: Area::Outcomes,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "The Outcomes Star, EQ-5D and SDQ may only be used with a licence. A funder who prints the figures is asked for it.",
    answer: "Get the licence, and set licensed to true. SWEMWBS and WEMWBS are free for public bodies and charities that register with Warwick; for them it is only advice.",
    example: r#""instrument": "Outcomes Star: Family Star Plus", "licensed": true"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        if outcome.licensed == Some(true) || outcome.is_cut("licensed") {
            continue;
        }
        let Some(instrument) = outcome.instrument.as_ref().map(|name| name.as_str().trim()) else { continue };
        let upper = instrument.to_uppercase();
        let (severity, message, help) =
            if ["OUTCOMES STAR", "EQ-5D", "EQ5D", "SDQ"].iter().any(|name| upper.starts_with(name)) {
                (
                    Severity::Warning,
                    "needs a licence, and it is not said that you hold one",
                    "get the licence, and set licensed to true",
                )
            } else if matches!(upper.as_str(), "SWEMWBS" | "WEMWBS") {
                (Severity::Advice, "asks its users to register", "register with Warwick, and set licensed to true")
            } else {
                continue;
            };
        cx.report(outcome.field("instrument"))
            .severity(severity)
            .message(format!("“{}”: {instrument} {message}", outcome.title.any()))
            .help(help)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn outcome(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn a_star_needs_a_licence() {
        gets(
            &super::RULE,
            &outcome(r#""instrument": "Outcomes Star: Home Star""#),
            &[
                "/outcomes/0/instrument warning: “Wellbeing”: Outcomes Star: Home Star needs a licence, and it is not said that you \
               hold one | get the licence, and set licensed to true",
            ],
        );
        gets(
            &super::RULE,
            &outcome(r#""instrument": "SWEMWBS", "licensed": false"#),
            &["/outcomes/0/instrument advice: “Wellbeing”: SWEMWBS asks its users to register \
               | register with Warwick, and set licensed to true"],
        );
    }

    #[test]
    fn licensed_and_free_instruments_are_left_in_peace() {
        gets(&super::RULE, &outcome(r#""instrument": "SDQ", "licensed": true"#), &[]);
        gets(&super::RULE, &outcome(r#""instrument": "PHQ-9""#), &[]);
        gets_without(&["/outcomes/0/licensed"], &super::RULE, &outcome(r#""instrument": "SDQ""#), &[]);
    }
}
