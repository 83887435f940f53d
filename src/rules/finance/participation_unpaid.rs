//! Where people take part, somebody has paid them.

use super::number;
use crate::diagnostic::{Severity, Stage};
use crate::returns::Count;
use crate::{
    prose,
    rules::{Area, Fault, Rule, RuleContext, words},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "participation-unpaid",
    code: "F-14",
    area: Area::Finance,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "A line for payments that stays at nothing while people come to meetings mostly means that nobody claimed them.",
    answer: "Ask whether people know that they can be paid, and whether it is easy.",
    example: r#"{ "line": "Community reporters and participation payments", "actual_to_date": 14200 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let (Some(finance), Some(community)) = (cx.finance(), cx.community_reporting()) else { return };
    let people: u64 = community.engagement.iter().filter_map(|activity| activity.people).map(Count::get).sum();
    if people == 0 {
        return;
    }
    for line in finance.list("spend", |finance| &finance.spend) {
        if number(line.actual_to_date.as_ref()) != Some(0) {
            continue;
        }
        if prose::each_word(line.line.as_str()).any(|word| word == "participation") {
            cx.report(line.field("actual_to_date"))
                .message(format!("“{}” is £0, and {} people took part", line.line, words::count(people)))
                .help("ask whether people know that they can be paid, and whether it is easy")
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn a_line_for_payments_is_used() {
        let spent = |pounds: i64| {
            format!(
                r#"{{"finance": {{"spend": [{{"line": "Participation payments", "actual_to_date": {pounds}}}]}},
                    "community_reporting": {{"engagement": [{{"id": "E1", "activity": "Panel", "people": 14}}]}}}}"#
            )
        };
        gets(
            &super::RULE,
            &spent(0),
            &["/finance/spend/0/actual_to_date advice: “Participation payments” is £0, and 14 people took part \
               | ask whether people know that they can be paid, and whether it is easy"],
        );
        gets(&super::RULE, &spent(5), &[]);
        gets(&super::RULE, r#"{"finance": {"spend": [{"line": "Participation", "actual_to_date": 0}]}}"#, &[]);
    }
}
