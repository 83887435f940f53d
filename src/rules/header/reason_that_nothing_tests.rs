//! Why partners collaborate is put to the test by some measure.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::system_health::SurveyItem;
use crate::returns::{Justification, QuarterlyReturn};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "reason-that-nothing-tests",
    code: "H-17",
    area: Area::Header,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "A reason for working together is a promise that something will be better for it. Without a measure nobody can \
          say whether it is.",
    answer: "Name the reason under tests of a measure that would show it, or add such a measure. Some parts of a return \
             test a reason by themselves: outcomes and value for money show impact and value; in the relationship survey, \
             effort and risk shared, small partners heard, staff morale and role clarity.",
    example: r#""justifications": ["better_impact_and_value"], … { "id": "R4", "tests": ["better_impact_and_value"], … }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let Some(partnership) = whole.part("partnership", |whole| Some(&whole.partnership)) else { return };
    if cx.header().nil.is_some() || ["results", "system_health", "outcomes"].into_iter().any(|part| whole.is_cut(part))
    {
        return;
    }
    for reason in partnership.list("justifications", |partnership| &partnership.justifications) {
        if is_tested(&whole, *reason) || is_tested_by_itself(&whole, *reason) {
            continue;
        }
        cx.report(reason.pointer())
            .message(format!("You say you collaborate {}. No measure tests that yet", words(*reason)))
            .help(format!("add {} to the tests of a measure that would show it, or add such a measure", reason.word()))
            .provided(reason.word())
            .done();
    }
}

/// Whether a measure says that it tests this reason.
fn is_tested(whole: &QuarterlyReturn, reason: Justification) -> bool {
    let of_system = whole.system_health.iter().flat_map(|system| &system.measures).flat_map(|measure| &measure.tests);
    whole.results.iter().flat_map(|measure| &measure.tests).chain(of_system).any(|tested| *tested == reason)
}

/// Whether a part of the return shows it without saying so.
fn is_tested_by_itself(whole: &QuarterlyReturn, reason: Justification) -> bool {
    let survey = whole.system_health.as_ref().and_then(|system| system.relationship_survey.as_ref());
    let asks = |item| survey.is_some_and(|survey| survey.scores.iter().any(|score| score.item == item));
    match reason {
        Justification::ShareResponsibility => asks(SurveyItem::EffortIsSharedFairly) || asks(SurveyItem::RiskIsShared),
        Justification::StrengthenVoluntarySectorRole => asks(SurveyItem::SmallPartnersAreHeard),
        Justification::BetterImpactAndValue => whole.value_for_money.is_some() || !whole.outcomes.is_empty(),
        Justification::BetterPlaceToWork => {
            survey.is_some_and(|survey| survey.staff_morale.is_some() || survey.role_clarity.is_some())
        }
    }
}

fn words(reason: Justification) -> &'static str {
    match reason {
        Justification::ShareResponsibility => "to share responsibility",
        Justification::StrengthenVoluntarySectorRole => "to strengthen the voluntary sector’s role",
        Justification::BetterImpactAndValue => "for better impact and value",
        Justification::BetterPlaceToWork => "to make a better place to work",
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn because(reason: &str, more: &str) -> String {
        format!(r#"{{"partnership": {{"justifications": ["{reason}"]}} {more}}}"#)
    }

    const TESTED: &str = r#", "results": [{"id": "R1", "title": "Plans", "tests": ["share_responsibility"]}]"#;

    #[test]
    fn a_reason_without_a_measure_is_named() {
        gets(
            &super::RULE,
            &because("strengthen_voluntary_sector_role", TESTED),
            &[
                "/partnership/justifications/0 advice: You say you collaborate to strengthen the voluntary sector’s role. No \
               measure tests that yet | add strengthen_voluntary_sector_role to the tests of a measure that would show \
               it, or add such a measure",
            ],
        );
    }

    #[test]
    fn a_measure_a_survey_or_an_outcome_tests_it() {
        gets(&super::RULE, &because("share_responsibility", TESTED), &[]);
        gets(
            &super::RULE,
            &because(
                "strengthen_voluntary_sector_role",
                r#", "system_health": {"relationship_survey": {"scores": [{"item": "small_partners_are_heard", "mean": 4}]}}"#,
            ),
            &[],
        );
        gets(
            &super::RULE,
            &because("better_impact_and_value", r#", "outcomes": [{"id": "O1", "title": "Sleep"}]"#),
            &[],
        );
        gets_without(&["/results/0"], &super::RULE, &because("share_responsibility", TESTED), &[]);
    }
}
