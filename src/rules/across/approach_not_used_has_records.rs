//! An approach that is not used has nothing in it.

use super::{has_records, name};
use crate::diagnostic::{Severity, Stage};
use crate::returns::Weight;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "approach-not-used-has-records",
    code: "X-03",
    area: Area::Across,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Reports leave out what is not used. Records under such an approach would not be printed, though somebody took \
          the trouble to write them.",
    answer: "Say how much weight the approach has, main or supporting; or take its records out.",
    example: r#""approaches": [{ "name": "outcomes", "emphasis": "supporting" }], "outcomes": [{ "id": "O1", … }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    for used in whole.list("approaches", |whole| &whole.approaches) {
        if used.emphasis != Weight::NotUsed || !has_records(&whole, used.name) {
            continue;
        }
        cx.report(used.field("emphasis"))
            .message(format!("{} is marked as not used, but the return has records of it", name(used.name)))
            .related(whole.field(used.name.word()), "the records")
            .help("write main or supporting, or take the records out")
            .provided(used.emphasis.word())
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn approach(emphasis: &str) -> String {
        format!(
            r#"{{"approaches": [{{"name": "community_reporting", "emphasis": "{emphasis}"}}],
                "community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp."}}]}}}}"#
        )
    }

    #[test]
    fn records_show_that_it_is_used() {
        gets(
            &super::RULE,
            &approach("not_used"),
            &[
                "/approaches/0/emphasis error: Community reporting is marked as not used, but the return has records of it \
               | write main or supporting, or take the records out",
            ],
        );
        gets(&super::RULE, &approach("main"), &[]);
        gets(&super::RULE, r#"{"approaches": [{"name": "results", "emphasis": "not_used"}], "results": []}"#, &[]);
    }
}
