//! Nobody is worse off for reporting from the community.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Count, Pounds};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "reporters-worse-off",
    code: "C-14",
    area: Area::Community,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Engagement, not exploitation: whoever works for a partnership is paid for most of it, at a wage that can be lived on, and has the bus fare back.",
    answer: "Pay more of the hours, pay at least the wage you compare with, and pay expenses; or explain what the reporters agreed to.",
    example: r#""hours_paid": 142, "hours_unpaid": 12, "rate_per_hour_gbp": 16.00, "reference_wage_gbp": 13.45, "expenses_paid_gbp": 418"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(community) = cx.community_reporting() else { return };
    let Some(reporters) = community.part("community_reporters", |community| community.community_reporters.as_ref())
    else {
        return;
    };
    if reporters.number.is_some_and(|number| number.get() == 0) {
        return;
    }
    let unpaid = reporters.hours_unpaid.map_or(0, Count::get);
    let paid = reporters.hours_paid.map_or(0, Count::get);
    if unpaid > paid && !reporters.is_cut("hours_paid") {
        cx.report(reporters.field("hours_unpaid"))
            .message(format!(
                "Community reporters worked {} hours unpaid and {} hours paid",
                words::count(unpaid),
                words::count(paid)
            ))
            .help("pay more of the hours, or explain in explanations what the reporters agreed to")
            .provided(unpaid)
            .done();
    }
    if let (Some(rate), Some(wage)) = (reporters.rate_per_hour_gbp, reporters.reference_wage_gbp)
        && rate < wage
    {
        let name = reporters.reference_wage_name.as_ref().map_or("the wage you compare with", |name| name.as_str());
        cx.report(reporters.field("rate_per_hour_gbp"))
            .message(format!(
                "Community reporters get £{:.2} an hour, less than {name} (£{:.2})",
                rate.get(),
                wage.get()
            ))
            .related(reporters.field("reference_wage_gbp"), "the wage")
            .help("pay at least that wage, or explain it in explanations")
            .done();
    }
    let worked = unpaid + paid > 0;
    let expenses = reporters.expenses_paid_gbp.map_or(0, Pounds::get);
    if worked && expenses <= 0 && !reporters.is_cut("expenses_paid_gbp") {
        cx.report(reporters.field("expenses_paid_gbp"))
            .message("No expenses were paid to community reporters")
            .help(
                "pay fares, meals and childcare, and give the sum in expenses_paid_gbp; or explain why there were none",
            )
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn community(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{{parts}}}}}"#)
    }

    fn reporters(parts: &str) -> String {
        community(&format!(r#""community_reporters": {{{parts}}}"#))
    }

    #[test]
    fn engagement_is_not_exploitation() {
        gets(
            &super::RULE,
            &reporters(
                r#""hours_paid": 10, "hours_unpaid": 12, "rate_per_hour_gbp": 12, "reference_wage_gbp": 13.45, "expenses_paid_gbp": 0"#,
            ),
            &[
                "/community_reporting/community_reporters/hours_unpaid warning: Community reporters worked 12 hours unpaid and 10 \
                 hours paid | pay more of the hours, or explain in explanations what the reporters agreed to",
                "/community_reporting/community_reporters/rate_per_hour_gbp warning: Community reporters get £12.00 an hour, less \
                 than the wage you compare with (£13.45) | pay at least that wage, or explain it in explanations",
                "/community_reporting/community_reporters/expenses_paid_gbp warning: No expenses were paid to community reporters \
                 | pay fares, meals and childcare, and give the sum in expenses_paid_gbp; or explain why there were none",
            ],
        );
    }

    #[test]
    fn fair_pay_and_nobody_at_work_are_left_in_peace() {
        gets(&super::RULE, &reporters(r#""hours_paid": 10, "hours_unpaid": 10, "expenses_paid_gbp": 5"#), &[]);
        gets(&super::RULE, &reporters(r#""number": 4, "trained": 4"#), &[]);
        let cut = ["/community_reporting/community_reporters/expenses_paid_gbp"];
        gets_without(&cut, &super::RULE, &reporters(r#""hours_paid": 10"#), &[]);
    }
}
