//! A promise that has moved three times is not one any more.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::Promise;
use crate::rules::community::earlier_promises;
use crate::rules::community::promise_date_moved::day;
use crate::rules::then_and_now::{by_id, quarter};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promise-moved-again",
    code: "C-22",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "One new day can be bad luck. At the third, those who wait have stopped believing the date, and what is needed is a \
          decision: to withdraw the promise, to make a smaller one, or to find what stands in its way.",
    answer: "Withdraw the promise and say so, or explain what has changed so that this day will hold.",
    example: r#"{ "id": "P1", "promise": "A real person answers the phone.", "partner_status": "withdrawn", "explanation": "No partner can pay for the afternoon." }"#,
    check,
};

/// So many moves are too many.
const TOO_MANY: usize = 3;

fn check(cx: &mut RuleContext<'_>) {
    let earlier: Vec<_> = cx
        .earlier()
        .into_iter()
        .map(|filed| (by_id(earlier_promises(&filed), |promise| &promise.id), quarter(&filed)))
        .collect();
    for now in cx.promises() {
        let mut moves = 0;
        let mut last: Option<(&At<'_, Promise>, &String)> = None;
        let mut first = None;
        for (promises, told) in &earlier {
            let Some(then) = promises.get(now.id.as_str()) else { continue };
            moves += usize::from(last.is_some_and(|(last, _)| day(then) > day(last)));
            first = first.or_else(|| day(then));
            last = Some((then, told));
        }
        let (Some((then, told)), Some(is), Some(first)) = (last, day(&now), first) else { continue };
        let moved_now = day(then).is_some_and(|was| is > was);
        if !moved_now || moves + 1 < TOO_MANY {
            continue;
        }
        cx.report(now.field(if now.revised_due.is_some() { "revised_due" } else { "due" }))
            .message(format!(
                "{} has moved {} times: it was first due on {}, and is due on {} now",
                now.id,
                words::count(i128::try_from(moves + 1).unwrap_or(i128::MAX)),
                words::date(first),
                words::date(is)
            ))
            .related(
                then.field(if then.revised_due.is_some() { "revised_due" } else { "due" }),
                format!("the day in {told}"),
            )
            .help("withdraw it, or explain what has changed so that this day will hold")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after_all;

    fn phone(revised: &str) -> String {
        format!(
            r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Answer the phone.", "due": "2025-12-31",
                "revised_due": "{revised}"}}]}}}}"#
        )
    }

    #[test]
    fn the_third_move_is_named() {
        let days = ["2025-12-31", "2026-03-31", "2026-06-30"].map(phone);
        let earlier: Vec<&str> = days.iter().map(String::as_str).collect();
        gets_after_all(
            &earlier,
            &super::RULE,
            &phone("2026-12-14"),
            &[
                "/community_reporting/promises/0/revised_due warning: P1 has moved 3 times: it was first due on 31 December 2025, \
             and is due on 14 December 2026 now | withdraw it, or explain what has changed so that this day will hold",
            ],
        );
        gets_after_all(&earlier, &super::RULE, &phone("2026-06-30"), &[]);
        gets_after_all(&earlier[1..], &super::RULE, &phone("2026-12-14"), &[]);
    }
}
