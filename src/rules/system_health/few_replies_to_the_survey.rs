//! Scores of few replies are a guide, not a finding.

use crate::diagnostic::{Severity, Stage};
use crate::returns::People;
use crate::returns::exact::Exact;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "few-replies-to-the-survey",
    code: "S-11",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Those who do not reply to a survey about trust are seldom like those who do. With fewer than half, or fewer than \
          20, the scores are a guide.",
    answer: "Explain it in the return: who did not reply, and what you do to hear from them. Where everybody who was asked \
             replied, few replies are all there are.",
    example: r#""explanations": [{ "rule": "S-11", "record": "return", "text": "Health staff were asked in their busiest month. We ask again in May." }]"#,
    check,
};

const ENOUGH: u64 = 20;

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    let Some(survey) = system.part("relationship_survey", |system| system.relationship_survey.as_ref()) else { return };
    let counted = survey.returned.zip(survey.sent).and_then(|(returned, sent)| Exact::share(returned, sent, 100));
    let rate = counted.or_else(|| survey.response_rate.map(|rate| Exact::of(rate.get())));
    let low = rate.filter(|rate| rate.compare(50.into()).is_lt());
    let everybody = survey.returned.is_some() && survey.returned == survey.sent;
    let few = survey.returned.map(People::get).filter(|returned| *returned < ENOUGH && !everybody);
    let message = match (low, few) {
        (None, None) => return,
        (Some(rate), None) => format!("Only {}% of those asked replied", words::decimal(rate.rounded(1))),
        (None, Some(few)) => format!("Only {} replied", people(few)),
        (Some(rate), Some(few)) => {
            format!("Only {} replied, {}% of those asked", people(few), words::decimal(rate.rounded(1)))
        }
    };
    cx.report(survey.field("returned"))
        .message(format!("{message}. The scores are a guide"))
        .help("say in explanations who did not reply, and what you do to hear from them")
        .done();
}

fn people(number: u64) -> String {
    if number == 1 { "1 person".to_owned() } else { format!("{} people", words::count(number)) }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn survey(sent: u32, returned: u32) -> String {
        format!(r#"{{"system_health": {{"relationship_survey": {{"sent": {sent}, "returned": {returned}}}}}}}"#)
    }

    #[test]
    fn few_replies_and_a_low_rate_are_named() {
        gets(
            &super::RULE,
            &survey(100, 31),
            &[
                "/system_health/relationship_survey/returned warning: Only 31% of those asked replied. The scores are a guide \
               | say in explanations who did not reply, and what you do to hear from them",
            ],
        );
        gets(
            &super::RULE,
            &survey(20, 12),
            &["/system_health/relationship_survey/returned warning: Only 12 people replied. The scores are a guide \
               | say in explanations who did not reply, and what you do to hear from them"],
        );
        gets(
            &super::RULE,
            &survey(40, 12),
            &[
                "/system_health/relationship_survey/returned warning: Only 12 people replied, 30% of those asked. The scores \
               are a guide | say in explanations who did not reply, and what you do to hear from them",
            ],
        );
    }

    #[test]
    fn half_of_many_and_all_of_few_are_left_in_peace() {
        gets(&super::RULE, &survey(40, 20), &[]);
        gets(&super::RULE, &survey(9, 9), &[]);
        gets(&super::RULE, r#"{"system_health": {"relationship_survey": {"overall": 4}}}"#, &[]);
    }
}
