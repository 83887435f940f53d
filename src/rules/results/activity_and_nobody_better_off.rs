//! A return says not only what was done, but whether anybody is better off, and says it in few measures.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::RbaQuadrant;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "activity-and-nobody-better-off",
    code: "R-19",
    area: Area::Results,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Missing,
    why: "How much was done is the easiest to count and the least worth knowing. And more than twelve measures are read \
          by nobody.",
    answer: "Add one measure of whether anybody is better off, or report an outcome. Leave out measures that nobody \
             decides anything by.",
    example: r#"{ "id": "R4", "title": "Tenancies kept for 6 months", "rba_quadrant": "better_off", … }"#,
    check,
};

/// More measures than this are not read.
const MANY: usize = 12;
/// Fewer than this cannot show every side.
const FEW: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let results: Vec<_> = cx.results().collect();
    let count = words::count(results.len() as u64);
    if results.len() > MANY {
        cx.report(whole.field("results"))
            .message(format!("You have {count} results, and few readers take in more than {MANY}"))
            .help("leave out those that nobody decides anything by")
            .done();
    }
    let gaps =
        whole.has_gaps("results") || whole.is_cut("outcomes") || results.iter().any(|r| r.is_cut("rba_quadrant"));
    if results.len() < FEW || gaps {
        return;
    }
    let is = |quadrant| results.iter().filter(|measure| measure.rba_quadrant == Some(quadrant)).count();
    let (how_much, how_well) = (is(RbaQuadrant::HowMuch), is(RbaQuadrant::HowWell));
    // A measure that does not say what it is of may be the one.
    if how_much + how_well < results.len() || (!whole.outcomes.is_empty() && how_well > 0) {
        return;
    }
    let (of, none_of) = match (how_well, whole.outcomes.is_empty()) {
        (0, true) => ("activity", "whether anyone is better off"),
        (0, false) => ("activity", "how well it was done"),
        (_, _) => ("how much and how well", "whether anyone is better off"),
    };
    cx.report(whole.field("results"))
        .message(format!("You have {count} measures of {of} and none of {none_of}"))
        .help(format!("add a measure of {none_of}"))
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn results(quadrants: &[&str], more: &str) -> String {
        let results: Vec<String> = quadrants
            .iter()
            .enumerate()
            .map(|(number, quadrant)| format!(r#"{{"id": "R{number}", "title": "A", "rba_quadrant": "{quadrant}"}}"#))
            .collect();
        format!(r#"{{"results": [{}] {more}}}"#, results.join(","))
    }

    const OUTCOME: &str = r#", "outcomes": [{"id": "O1", "title": "Sleep"}]"#;

    #[test]
    fn activity_alone_is_named() {
        gets(
            &super::RULE,
            &results(&["how_much"; 3], ""),
            &["/results advice: You have 3 measures of activity and none of whether anyone is better off \
               | add a measure of whether anyone is better off"],
        );
        gets(
            &super::RULE,
            &results(&["how_much", "how_well", "how_well"], ""),
            &[
                "/results advice: You have 3 measures of how much and how well and none of whether anyone is better off \
               | add a measure of whether anyone is better off",
            ],
        );
        gets(
            &super::RULE,
            &results(&["how_much"; 3], OUTCOME),
            &["/results advice: You have 3 measures of activity and none of how well it was done \
               | add a measure of how well it was done"],
        );
    }

    #[test]
    fn many_measures_are_counted() {
        gets(
            &super::RULE,
            &results(&["better_off"; 13], ""),
            &["/results advice: You have 13 results, and few readers take in more than 12 \
               | leave out those that nobody decides anything by"],
        );
    }

    #[test]
    fn one_measure_of_better_off_an_outcome_and_few_results_are_left_in_peace() {
        gets(&super::RULE, &results(&["how_much", "how_well", "better_off"], ""), &[]);
        gets(&super::RULE, &results(&["how_much", "how_well", "how_much"], OUTCOME), &[]);
        gets(&super::RULE, &results(&["how_much"; 2], ""), &[]);
        gets_without(&["/results/3"], &super::RULE, &results(&["how_much"; 4], ""), &[]);
    }
}
