//! No more posts are filled than were agreed.

use crate::diagnostic::{Severity, Stage};
use crate::returns::Posts;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "more-in-post-than-agreed",
    code: "S-04",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "More people in post than there are posts is most often two numbers exchanged. Where it is so, somebody agreed to \
          it, and the number has a field of its own.",
    answer: "Check whether the two numbers are the wrong way round. Give posts agreed beyond the establishment as \
             over_establishment_fte.",
    example: r#""establishment_fte": 14.0, "in_post_fte": 14.5, "over_establishment_fte": 0.5"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(system) = cx.system_health() else { return };
    for measure in system.list("measures", |system| &system.measures) {
        let (Some(agreed), Some(filled)) = (measure.establishment_fte, measure.in_post_fte) else { continue };
        let over = measure.over_establishment_fte.map(Posts::get).unwrap_or_default();
        let (agreed, filled) = (agreed.get(), filled.get());
        if filled <= agreed + over || measure.is_cut("over_establishment_fte") {
            continue;
        }
        let beyond = if over.is_zero() { String::new() } else { format!(" and {} beyond", words::decimal(over)) };
        cx.report(measure.field("in_post_fte"))
            .message(format!(
                "{}: {} posts are filled, but {}{beyond} were agreed",
                measure.title.any(),
                words::decimal(filled),
                words::decimal(agreed)
            ))
            .related(measure.field("establishment_fte"), "agreed")
            .help("check that they are not the wrong way round; give posts agreed beyond it as over_establishment_fte")
            .provided(filled)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn posts(filled: &str, more: &str) -> String {
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S7", "title": "Vacancy rate",
                "establishment_fte": 11.6, "in_post_fte": {filled} {more}}}]}}}}"#
        )
    }

    #[test]
    fn posts_the_wrong_way_round_are_named() {
        gets(
            &super::RULE,
            &posts("14.0", ""),
            &["/system_health/measures/0/in_post_fte error: Vacancy rate: 14 posts are filled, but 11.6 were agreed \
               | check that they are not the wrong way round; give posts agreed beyond it as over_establishment_fte"],
        );
        gets(
            &super::RULE,
            &posts("14.0", r#", "over_establishment_fte": 1.5"#),
            &[
                "/system_health/measures/0/in_post_fte error: Vacancy rate: 14 posts are filled, but 11.6 and 1.5 beyond were \
               agreed | check that they are not the wrong way round; give posts agreed beyond it as over_establishment_fte",
            ],
        );
    }

    #[test]
    fn posts_agreed_beyond_the_establishment_count() {
        gets(&super::RULE, &posts("11.6", ""), &[]);
        gets(&super::RULE, &posts("12.1", r#", "over_establishment_fte": 0.5"#), &[]);
        gets_without(
            &["/system_health/measures/0/over_establishment_fte"],
            &super::RULE,
            &posts("12.1", r#", "over_establishment_fte": 0.5"#),
            &[],
        );
    }
}
