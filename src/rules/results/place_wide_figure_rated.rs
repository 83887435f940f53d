//! What is about everybody in the place is not the partnership's mark.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::{MeasureLevel, Rag};
use crate::rules::results::rated;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "place-wide-figure-rated",
    code: "R-17",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Many things move a figure of the whole place. To rate the partnership on it praises or blames it for what others \
          did; that is the difference between population and performance.",
    answer: "Write not_rated with a reason, or not_due, and take the rating rule out. Where the measure is of the \
             partnership’s own clients, write the level performance.",
    example: r#""level": "population", "rag": "not_rated", "not_rated_reason": "Context only.""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        if measure.level != Some(MeasureLevel::Population) {
            continue;
        }
        let rag = match rated(&measure, cx.quarter()) {
            Rag::NotRated | Rag::NotDue => continue,
            rag @ (Rag::Green | Rag::Amber | Rag::Red) => rag.word(),
        };
        let field = if measure.rag_override.is_some() {
            "rag_override"
        } else if measure.rag.is_some() {
            "rag"
        } else {
            "rag_rule"
        };
        cx.report(measure.field(field))
            .message(format!(
                "“{}” is about everyone in the place, and it is rated {rag}. Do not rate the partnership on it",
                measure.title.any()
            ))
            .related(measure.field("level"), "of the whole place")
            .help("write not_rated and why; or, if it is about the partnership’s own clients, the level performance")
            .provided(rag)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn hostels(level: &str, rag: &str) -> String {
        format!(r#"{{"results": [{{"id": "R6", "title": "In hostels", "level": "{level}", "rag": "{rag}"}}]}}"#)
    }

    #[test]
    fn a_rating_of_the_whole_place_is_named() {
        gets(
            &super::RULE,
            &hostels("population", "green"),
            &[
                "/results/0/rag warning: “In hostels” is about everyone in the place, and it is rated green. Do not rate the \
               partnership on it | write not_rated and why; or, if it is about the partnership’s own clients, the level \
               performance",
            ],
        );
        gets(
            &super::RULE,
            r#"{"results": [{"id": "R6", "title": "In hostels", "level": "population", "direction": "lower_is_better",
                "trajectory": [{"period": "2026-27 Q2", "value": 10}], "actuals": [{"period": "2026-27 Q2", "value": 9}],
                "rag_rule": {"method": "absolute_difference", "green_at_or_above": 0}}]}"#,
            &[
                "/results/0/rag_rule warning: “In hostels” is about everyone in the place, and it is rated green. Do not rate \
               the partnership on it | write not_rated and why; or, if it is about the partnership’s own clients, the \
               level performance",
            ],
        );
    }

    #[test]
    fn what_is_not_rated_and_what_is_about_clients_is_left_in_peace() {
        gets(&super::RULE, &hostels("population", "not_rated"), &[]);
        gets(&super::RULE, &hostels("performance", "green"), &[]);
    }
}
