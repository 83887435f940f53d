//! The earlier returns that are at hand follow one another.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Quarter, QuarterlyReturn};
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "quarter-missing",
    code: "X-09",
    area: Area::Across,
    stage: Stage::Header,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "What was said in a quarter that is not at hand cannot be compared, and a change can hide there. Reports round \
          figures that add up over quarters where the quarter before is not at hand.",
    answer: "Put the missing return beside the others; or leave it, where none was filed.",
    example: r#""return": { "period": { "financial_year": "2026-27", "quarter": "Q2" } }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let header = cx.header();
    let earlier = cx.earlier();
    let now = cx.whole();
    let mut filed: Vec<&At<'_, QuarterlyReturn>> = earlier.iter().collect();
    filed.push(&now);
    for pair in filed.windows(2) {
        let index = |filed: &QuarterlyReturn| filed.header.period.period().quarter_index();
        let Some((before, after)) = index(pair[0]).zip(index(pair[1])) else { continue };
        if after <= before + 1 {
            continue;
        }
        let missing = match after - before - 1 {
            1 => format!("No return for {} is at hand", words::period(next(pair[0]))),
            some => format!("No returns for {} quarters are at hand", words::count(some)),
        };
        cx.report(header.field("period"))
            .message(format!("{missing}, between {} and {}", quarter(pair[0]), quarter(pair[1])))
            .related(pair[0].field("return"), "the last return before the gap")
            .help("put it beside the others, or leave it where none was filed")
            .done();
    }
}

/// The quarter after that of a return.
fn next(filed: &QuarterlyReturn) -> crate::returns::Period {
    let period = &filed.header.period;
    let year = |later: i32| u16::try_from(period.financial_year.first_year() + later);
    let (later, quarter) = match period.quarter {
        Quarter::Q1 => (0, Quarter::Q2),
        Quarter::Q2 => (0, Quarter::Q3),
        Quarter::Q3 => (0, Quarter::Q4),
        Quarter::Q4 => (1, Quarter::Q1),
    };
    let year = year(later).map_or(period.financial_year, crate::returns::FinancialYear::starting);
    crate::returns::Period::of_quarter(year, quarter)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets_after, gets_after_all};

    #[test]
    fn a_gap_is_named() {
        let winter = r#"{"return": {"period": {"financial_year": "2025-26", "quarter": "Q4"}}}"#;
        gets_after(
            winter,
            &super::RULE,
            "{}",
            &[
                "/return/period advice: No return for Q1 of 2026-27 is at hand, between Q4 of 2025-26 and Q2 of 2026-27 | put it \
             beside the others, or leave it where none was filed",
            ],
        );
        let autumn = r#"{"return": {"period": {"financial_year": "2025-26", "quarter": "Q3"}}}"#;
        gets_after(
            autumn,
            &super::RULE,
            "{}",
            &[
                "/return/period advice: No returns for 2 quarters are at hand, between Q3 of 2025-26 and Q2 of 2026-27 | put it \
             beside the others, or leave it where none was filed",
            ],
        );
    }

    #[test]
    fn quarters_that_follow_one_another_are_whole() {
        gets_after_all(&["{}", "{}", "{}"], &super::RULE, "{}", &[]);
        gets_after_all(&[], &super::RULE, "{}", &[]);
    }
}
