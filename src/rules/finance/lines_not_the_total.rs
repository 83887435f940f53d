//! The lines of spend add up to their totals.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{FinanceTotals, Pounds, SpendLine, Stated};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "lines-not-the-total",
    code: "F-01",
    area: Area::Finance,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "Whoever signs the money adds up the lines. A total that is not their sum has a line missing or a digit out of \
          place, and nobody can tell which.",
    answer: "Correct the line or the total; or leave the total out, as it is worked out from the lines. A difference that \
             can be divided by 9 is often two digits exchanged.",
    example: r#""spend": [{ "line": "Staff", "budget": 498000 }, { "line": "Hubs", "budget": 84000 }], "totals": { "budget": 582000 }"#,
    check,
};

type Column =
    (&'static str, &'static str, fn(&SpendLine) -> Option<&Stated<Pounds>>, fn(&FinanceTotals) -> Option<Pounds>);

const COLUMNS: [Column; 5] = [
    ("budget", "budgets", |line| line.budget.as_ref(), |totals| totals.budget),
    ("profile_to_date", "profiles to date", |line| line.profile_to_date.as_ref(), |totals| totals.profile_to_date),
    ("actual_to_date", "actuals to date", |line| line.actual_to_date.as_ref(), |totals| totals.actual_to_date),
    ("commitments", "commitments", |line| line.commitments.as_ref(), |totals| totals.commitments),
    ("forecast", "forecasts", |line| line.forecast.as_ref(), |totals| totals.forecast),
];

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    let Some(totals) = finance.part("totals", |finance| finance.totals.as_ref()) else { return };
    if finance.spend.is_empty() || finance.is_cut("spend") {
        return;
    }
    for (name, names, of_line, of_total) in COLUMNS {
        let Some(total) = of_total(&totals).map(|total| i128::from(total.get())) else { continue };
        // A line whose figure is not there leaves the sum open.
        let amounts = finance.spend.iter().map(|line| Some(i128::from(of_line(line)?.number()?.get())));
        let Some(sum) = amounts.sum::<Option<i128>>() else { continue };
        if sum == total {
            continue;
        }
        let difference = (sum - total).abs();
        let help = if difference % 9 == 0 {
            "correct the line or the total; the difference can be divided by 9, so two digits may be exchanged"
        } else {
            "correct the line or the total; or leave the total out, as it is worked out from the lines"
        };
        cx.report(totals.field(name))
            .message(format!(
                "The {names} of the lines add up to {}, but the total is {}: a difference of {}",
                words::pounds(sum),
                words::pounds(total),
                words::pounds(difference)
            ))
            .related(finance.field("spend"), "the lines")
            .help(help)
            .provided(total)
            .expected(sum)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn money(total: i64) -> String {
        format!(
            r#"{{"finance": {{"spend": [{{"line": "Staff", "budget": 498000}}, {{"line": "Hubs", "budget": 84000}}],
                "totals": {{"budget": {total}, "forecast": 1}}}}}}"#
        )
    }

    #[test]
    fn the_difference_is_named_and_exchanged_digits_are_guessed() {
        gets(
            &super::RULE,
            &money(528_000),
            &[
                "/finance/totals/budget error: The budgets of the lines add up to £582,000, but the total is £528,000: a \
               difference of £54,000 | correct the line or the total; the difference can be divided by 9, so two digits \
               may be exchanged",
            ],
        );
        gets(
            &super::RULE,
            &money(582_001),
            &[
                "/finance/totals/budget error: The budgets of the lines add up to £582,000, but the total is £582,001: a \
               difference of £1 | correct the line or the total; or leave the total out, as it is worked out from the \
               lines",
            ],
        );
    }

    #[test]
    fn a_right_total_and_an_open_sum_are_left_in_peace() {
        gets(&super::RULE, &money(582_000), &[]);
        gets_without(&["/finance/spend/1"], &super::RULE, &money(582_000), &[]);
    }
}
