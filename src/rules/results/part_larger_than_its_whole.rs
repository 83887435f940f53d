//! A part is no larger than what it is part of, and there is something to take a part of.

use crate::diagnostic::{Severity, Stage};
use crate::returns::People;
use crate::rules::{Area, Fault, Rule, RuleContext, shares::shares, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "part-larger-than-its-whole",
    code: "R-02",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "The numerator counts some of those the denominator counts. When it is the larger one, the two were probably \
          exchanged; when the denominator is zero, there is nothing to take a share of.",
    answer: "Check whether the two counts are the wrong way round. Where nobody could be counted, leave the counts out and \
             give the figure the status not_applicable.",
    example: r#"{ "period": "2026-27 Q2", "numerator": 131, "denominator": 168 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for share in shares(cx) {
        let Some(whole) = share.whole.map(People::get) else { continue };
        let part = share.part.map(People::get);
        if whole == 0 {
            cx.report(share.at_whole())
                .message(format!("{}: the denominator is 0, so there is nothing to take a share of", share.title))
                .help("leave both counts out, and give the figure the status not_applicable with a reason")
                .provided(0)
                .done();
        } else if let Some(part) = part.filter(|part| share.is_proportion && *part > whole) {
            cx.report(share.at_part())
                .message(format!(
                    "{}: the numerator ({}) is bigger than the denominator ({})",
                    share.title,
                    words::count(part),
                    words::count(whole)
                ))
                .related(share.at_whole(), "the denominator")
                .help("check that they are not the wrong way round")
                .provided(part)
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn seen(part: u32, whole: u32, kind: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R1", "title": "Seen", "measure_type": "{kind}", "rate": {{"per": 1000}},
                "actuals": [{{"period": "2026-27 Q2", "numerator": {part}, "denominator": {whole}}}]}}]}}"#
        )
    }

    #[test]
    fn counts_the_wrong_way_round_are_named() {
        gets(
            &super::RULE,
            &seen(168, 131, "proportion"),
            &["/results/0/actuals/0/numerator error: Seen: the numerator (168) is bigger than the denominator (131) \
               | check that they are not the wrong way round"],
        );
    }

    #[test]
    fn there_is_no_share_of_nothing() {
        gets(
            &super::RULE,
            &seen(0, 0, "proportion"),
            &[
                "/results/0/actuals/0/denominator error: Seen: the denominator is 0, so there is nothing to take a share of \
               | leave both counts out, and give the figure the status not_applicable with a reason",
            ],
        );
    }

    #[test]
    fn all_of_them_is_a_share_and_a_rate_may_be_above_one() {
        gets(&super::RULE, &seen(168, 168, "proportion"), &[]);
        gets(&super::RULE, &seen(168, 131, "rate"), &[]);
    }
}
