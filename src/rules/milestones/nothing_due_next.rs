//! Something is due in the next half-year.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Date, Milestone, MilestoneStatus};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "nothing-due-next",
    code: "M-05",
    area: Area::Milestones,
    stage: Stage::Arithmetic,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "A plan without a step in the next half-year cannot be seen to slip.",
    answer: "Add the next step that others will be able to see, with its day.",
    example: r#"{ "id": "M6", "title": "Independent evaluation baseline report", "due": "2027-03-31", "status": "on_track" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    if whole.milestones.is_empty() || whole.is_cut("milestones") {
        return;
    }
    let end = cx.quarter_end();
    let Some(horizon) = half_a_year_after(end) else { return };
    if whole.partnership.ends_on.is_some_and(|ends| ends <= horizon) {
        return;
    }
    let is_next = |milestone: &Milestone| {
        let is_open = match milestone.status {
            Some(MilestoneStatus::OnTrack | MilestoneStatus::AtRisk | MilestoneStatus::Late) | None => true,
            Some(MilestoneStatus::Complete | MilestoneStatus::Cancelled) => false,
        };
        is_open && milestone.forecast_date.or(milestone.due).is_some_and(|day| day <= horizon && day > end)
    };
    if !whole.milestones.iter().any(is_next) {
        cx.report(whole.field("milestones"))
            .message(format!("No milestone is due between now and {}", words::date(horizon)))
            .help("add the next step that others will be able to see, with its day")
            .done();
    }
}

/// The last day of the second quarter after the one that ends here.
fn half_a_year_after(end: Date) -> Option<Date> {
    let months = end.month() + 6;
    let (year, month) = if months > 12 { (end.year() + 1, months - 12) } else { (end.year(), months) };
    Date::from_ymd(year, month, 31).or_else(|| Date::from_ymd(year, month, 30))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    #[test]
    fn a_plan_goes_on() {
        let milestone = |due: &str| {
            format!(r#"{{"milestones": [{{"id": "M1", "title": "Hub open", "due": "{due}", "status": "on_track"}}]}}"#)
        };
        gets(
            &super::RULE,
            &milestone("2027-04-01"),
            &["/milestones advice: No milestone is due between now and 31 March 2027 \
               | add the next step that others will be able to see, with its day"],
        );
        gets(&super::RULE, &milestone("2027-03-31"), &[]);
        gets(&super::RULE, r#"{"milestones": []}"#, &[]);
        gets_without(&["/milestones/1"], &super::RULE, &milestone("2028-04-01"), &[]);
    }
}
