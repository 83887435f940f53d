//! A partner leaves on or after the day it joined.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "partner-left-before-joining",
    code: "H-22",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Who was there decides whose money, votes and promises count. With the two days exchanged, a partner was never \
          there at all.",
    answer: "Check both dates. If the partner left and came back, give the day it last joined and leave left_on out.",
    example: r#"{ "id": "harbour-trust", "joined_on": "2025-06-01", "left_on": "2026-05-03" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for partner in cx.partners() {
        let (Some(joined), Some(left)) = (partner.joined_on, partner.left_on) else { continue };
        if left < joined {
            cx.report(partner.field("left_on"))
                .message(format!(
                    "{} left on {}, before it joined on {}",
                    partner.name,
                    words::date(left),
                    words::date(joined)
                ))
                .label("left")
                .related(partner.field("joined_on"), "joined")
                .help("check both dates; if it came back, give the day it last joined and leave left_on out")
                .provided(left)
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn left(on: &str) -> String {
        format!(
            r#"{{"partners": [{{"id": "tide-dc", "name": "Tide District Council"}},
                {{"id": "harbour-trust", "name": "Harbour Trust", "joined_on": "2026-06-01", "left_on": "{on}"}}]}}"#
        )
    }

    #[test]
    fn both_days_are_named() {
        gets(
            &super::RULE,
            &left("2026-05-03"),
            &["/partners/1/left_on error: Harbour Trust left on 3 May 2026, before it joined on 1 June 2026 \
               | check both dates; if it came back, give the day it last joined and leave left_on out"],
        );
    }

    #[test]
    fn it_may_leave_on_the_day_it_joined() {
        gets(&super::RULE, &left("2026-06-01"), &[]);
    }
}
