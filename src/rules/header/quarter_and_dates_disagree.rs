//! The first and last day of a return are those of its quarter.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Date, Quarter, ReturnPeriod};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "quarter-and-dates-disagree",
    code: "H-01",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "UK financial years start on 1 April. A return whose dates belong to another quarter is compared with the wrong \
          path, and its money with the wrong profile.",
    answer: "Correct the quarter, or leave the two dates out: they follow from year and quarter.",
    example: r#""period": { "financial_year": "2026-27", "quarter": "Q2", "start": "2026-07-01", "end": "2026-09-30" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(period) = cx.header().part("period", |header| Some(&header.period)) else { return };
    if !period.financial_year.is_real() {
        return;
    }
    wrong_day(cx, &period, "start", period.start, period.first_day());
    wrong_day(cx, &period, "end", period.end, period.last_day());
}

fn wrong_day(cx: &mut RuleContext<'_>, period: &At<'_, ReturnPeriod>, name: &str, given: Option<Date>, right: Date) {
    let Some(given) = given.filter(|given| *given != right) else { return };
    let (year, quarter) = (period.financial_year, period.quarter);
    let does = if name == "start" { "starts" } else { "ends" };
    cx.report(period.field(name))
        .message(format!(
            "{} of {year} {does} on {}, but the return says {}",
            quarter.word(),
            words::date(right),
            words::date(given)
        ))
        .related(period.field("quarter"), "the quarter")
        .help(format!("{} is {}. {}; or leave both dates out", quarter.word(), quarter.months(), meant(period, given)))
        .provided(given)
        .expected(right);
}

/// The quarter the filer may have meant.
fn meant(period: &ReturnPeriod, given: Date) -> String {
    let year = period.financial_year.first_year();
    let fits = |quarter: &&Quarter| {
        let (first, last) = quarter.days(year);
        given == first || given == last
    };
    Quarter::ALL.iter().find(fits).map_or_else(
        || "Correct the date".to_owned(),
        |quarter| format!("If you report {}, correct the quarter", quarter.word()),
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn dates_of_another_quarter_are_named() {
        gets(
            &super::RULE,
            r#"{"return": {"period": {"start": "2026-07-01", "end": "2026-06-30"}}}"#,
            &["/return/period/end error: Q2 of 2026-27 ends on 30 September 2026, but the return says 30 June 2026 \
               | Q2 is July to September. If you report Q1, correct the quarter; or leave both dates out"],
        );
    }

    #[test]
    fn dates_may_be_left_out() {
        gets(&super::RULE, "{}", &[]);
        gets(&super::RULE, r#"{"return": {"period": {"start": "2026-07-01", "end": "2026-09-30"}}}"#, &[]);
    }
}
