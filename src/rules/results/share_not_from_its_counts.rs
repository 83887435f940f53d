//! A percentage or rate follows from its counts.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, shares::shares, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "share-not-from-its-counts",
    code: "R-01",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Counts and percentage say the same thing twice, and ratings are worked out from the counts. Where they disagree, \
          one of them was mistyped, or a percentage was entered as a fraction.",
    answer: "Correct the figure or its counts; or leave the figure out, as it follows from them. Percentages run from 0 to \
             100. A difference of up to 0.05 is rounding.",
    example: r#"{ "period": "2026-27 Q2", "numerator": 131, "denominator": 168, "value": 78.0 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for share in shares(cx) {
        let (Some(exact), Some(value), Some(part), Some(whole)) = (share.exact(), share.value, share.part, share.whole)
        else {
            continue;
        };
        // A part larger than its whole has a rule of its own.
        if exact.is_near(value, Decimal::new(5, 2)) || (share.is_proportion && part > whole) {
            continue;
        }
        let right = exact.rounded(1);
        let is_fraction = share.factor == 100 && exact.is_near(value * Decimal::ONE_HUNDRED, Decimal::ONE);
        let help = if is_fraction {
            format!("enter percentages as {right:.1}, not as {}", words::decimal(value))
        } else {
            "correct the figure or its counts; or leave the figure out, as it follows from them".to_owned()
        };
        cx.report(share.at_value())
            .message(format!(
                "{}: {} out of {} is {}, but the return says {}",
                share.title,
                words::count(part.get()),
                words::count(whole.get()),
                words::share(right, share.factor),
                words::decimal(value)
            ))
            .related(share.at_part(), "the part")
            .related(share.at_whole(), "the whole")
            .help(help)
            .provided(value)
            .expected(format!("{right:.1}"))
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn seen(value: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R1", "title": "Seen in 5 days", "measure_type": "proportion", "actuals": [
                {{"period": "2026-27 Q2", "numerator": 131, "denominator": 168, "value": {value}}}]}}]}}"#
        )
    }

    #[test]
    fn a_fraction_is_recognised() {
        gets(
            &super::RULE,
            &seen("0.78"),
            &["/results/0/actuals/0/value error: Seen in 5 days: 131 out of 168 is 78.0%, but the return says 0.78 \
               | enter percentages as 78.0, not as 0.78"],
        );
    }

    #[test]
    fn another_figure_is_named_with_the_right_one() {
        gets(
            &super::RULE,
            &seen("79"),
            &["/results/0/actuals/0/value error: Seen in 5 days: 131 out of 168 is 78.0%, but the return says 79 \
               | correct the figure or its counts; or leave the figure out, as it follows from them"],
        );
        gets(&super::RULE, &seen("78"), &[]);
    }

    #[test]
    fn rates_and_shares_of_other_approaches_are_worked_out_too() {
        gets(
            &super::RULE,
            r#"{
                "results": [{"id": "R6", "title": "In hostels", "measure_type": "rate", "unit": "per 1,000 households",
                    "actuals": [{"numerator": 139, "denominator": 44800, "value": 31}]}],
                "system_health": {"measures": [{"id": "S1", "title": "Told once", "unit": "percent",
                    "numerator": 35, "denominator": 57, "value": 61.4}]},
                "outcomes": [{"id": "O3", "title": "In work", "achieved": {"numerator": 11, "denominator": 38, "value": 29.8}}]
            }"#,
            &[
                "/results/0/actuals/0/value error: In hostels: 139 out of 44,800 is 3.1 per 1,000, but the return says 31 \
                 | correct the figure or its counts; or leave the figure out, as it follows from them",
                "/outcomes/0/achieved/value error: In work: 11 out of 38 is 28.9%, but the return says 29.8 \
                 | correct the figure or its counts; or leave the figure out, as it follows from them",
            ],
        );
    }
}
