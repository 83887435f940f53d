//! What a measure of the system was last quarter is what was filed.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::Stated;
use crate::returns::approach::system_health::SystemMeasure;
use crate::rules::then_and_now::{in_both, the_return};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "previous-not-as-filed",
    code: "S-21",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Arithmetic,
    why: "Whether waiting, trust or vacancies became better is read from the figure before. With another one, a fall looks \
          like a rise. A measure that was corrected says so in a restatement.",
    answer: "Give as previous what the last return has; or add a restatement.",
    example: r#"{ "id": "S7", "title": "Vacancy rate", "value": 17.1, "previous": 10.7 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let both = cx.system_health().zip(previous.part("system_health", |previous| previous.system_health.as_ref()));
    let Some((now, then)) = both else { return };
    let filed = the_return(&previous);

    let pairs = in_both(
        now.list("measures", |system| &system.measures).collect(),
        then.list("measures", |system| &system.measures).collect(),
        |measure| &measure.id,
    );
    let restated = |measure: &SystemMeasure| {
        cx.header().restatements.iter().any(|restatement| restatement.refers_to.as_ref() == Some(&measure.id))
    };
    let mut found = Vec::new();
    for (now, then) in pairs {
        let said = now.previous.as_ref().and_then(|previous| previous.value);
        let Some((said, was)) = said.zip(then.value).filter(|(said, was)| said.get() != was.get()) else { continue };
        if !restated(&now) {
            let at = now.field("previous");
            found.push((now.title.any().to_owned(), at, said.get(), then.field("value"), was.get()));
        }
    }
    let surveys = now
        .part("relationship_survey", |system| system.relationship_survey.as_ref())
        .zip(then.part("relationship_survey", |system| system.relationship_survey.as_ref()));
    if let Some((now, then)) = surveys {
        let said = now.previous_overall.as_ref().and_then(Stated::number);
        let was = then.overall.as_ref().and_then(Stated::number);
        if let Some((said, was)) = said.zip(was).filter(|(said, was)| said.get() != was.get()) {
            let at = now.field("previous_overall");
            found.push(("Trust".to_owned(), at, said.get(), then.field("overall"), was.get()));
        }
    }
    for (title, at, said, there, was) in found {
        let [said_words, was_words]: [String; 2] = [said, was].map(|number: Decimal| words::decimal(number));
        cx.report(at)
            .message(format!("“{title}” is said to have been {said_words}, and {filed} has {was_words}"))
            .related(there, "the figure then")
            .help(format!("give {was_words} as the figure before, or add a restatement"))
            .provided(said)
            .expected(was)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn system(value: &str, previous: &str) -> String {
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S7", "title": "Vacancies", "value": {value}, "previous": {previous}}}],
                "relationship_survey": {{"overall": {value}, "previous_overall": {previous}}}}}}}"#
        )
    }

    #[test]
    fn the_figure_before_is_the_one_that_was_filed() {
        gets_after(
            &system("3.3", "3.1"),
            &super::RULE,
            &system("3.4", "3.0"),
            &[
                "/system_health/measures/0/previous warning: “Vacancies” is said to have been 3, and the return for Q1 of 2026-27 \
             has 3.3 | give 3.3 as the figure before, or add a restatement",
                "/system_health/relationship_survey/previous_overall warning: “Trust” is said to have been 3, and the return for Q1 \
             of 2026-27 has 3.3 | give 3.3 as the figure before, or add a restatement",
            ],
        );
        gets_after(&system("3.3", "3.1"), &super::RULE, &system("3.4", "3.30"), &[]);
    }
}
