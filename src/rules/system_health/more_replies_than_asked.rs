//! No more people reply to a survey than were asked, and the response rate follows from the two.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::exact::Exact;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "more-replies-than-asked",
    code: "S-05",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "The response rate says how far to trust the scores. Worked out from the wrong numbers, it says the wrong thing.",
    answer: "Check whether asked and replied are the wrong way round. Leave the response rate out, or correct it: it is the \
             replies out of those asked. A difference of up to 0.05 is rounding.",
    example: r#""sent": 74, "returned": 52, "response_rate": 70.3"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let Some(survey) = system.part("relationship_survey", |system| system.relationship_survey.as_ref()) else { return };
    let (Some(sent), Some(returned)) = (survey.sent, survey.returned) else { return };
    let [asked, replied] = [sent, returned].map(|number| words::count(number.get()));
    if returned > sent {
        cx.report(survey.field("returned"))
            .message(format!("{replied} replies to {asked} invitations is not possible"))
            .related(survey.field("sent"), "asked")
            .help("check that they are not the wrong way round")
            .provided(returned.get())
            .done();
        return;
    }
    let (Some(rate), Some(right)) = (survey.response_rate, Exact::share(returned, sent, 100)) else { return };
    if !right.is_near(rate.get(), Decimal::new(5, 2)) {
        let right = right.rounded(1);
        cx.report(survey.field("response_rate"))
            .message(format!(
                "{replied} replies to {asked} invitations is {right:.1}%, but the return says {}",
                words::decimal(rate.get())
            ))
            .related(survey.field("returned"), "replied")
            .related(survey.field("sent"), "asked")
            .help("correct the rate or the counts; or leave the rate out, as it follows from them")
            .provided(rate.get())
            .expected(format!("{right:.1}"))
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn survey(sent: u32, returned: u32, rate: &str) -> String {
        format!(
            r#"{{"system_health": {{"relationship_survey": {{"sent": {sent}, "returned": {returned}, "response_rate": {rate}}}}}}}"#
        )
    }

    #[test]
    fn more_replies_than_invitations_are_named() {
        gets(
            &super::RULE,
            &survey(74, 82, "100"),
            &["/system_health/relationship_survey/returned error: 82 replies to 74 invitations is not possible \
               | check that they are not the wrong way round"],
        );
    }

    #[test]
    fn the_rate_follows_from_the_counts() {
        gets(
            &super::RULE,
            &survey(74, 52, "0.7"),
            &[
                "/system_health/relationship_survey/response_rate error: 52 replies to 74 invitations is 70.3%, but the \
               return says 0.7 | correct the rate or the counts; or leave the rate out, as it follows from them",
            ],
        );
        gets(&super::RULE, &survey(74, 52, "70.3"), &[]);
        gets(&super::RULE, &survey(0, 0, "0"), &[]);
    }
}
