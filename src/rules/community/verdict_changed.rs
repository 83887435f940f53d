//! What people judged stays judged, until they judge again.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::CommunityVerdict;
use crate::rules::community::with_earlier_promise;
use crate::rules::then_and_now::quarter;
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "verdict-changed",
    code: "C-23",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "The verdict belongs to the people the promise was made to. It changes when they meet and judge again, not when a \
          return is written.",
    answer: "Put their verdict back; or give the day on which they judged again.",
    example: r#""community_verdict": "kept", "judged_by": { "who": "Resident panel", "people": 14, "on": "2026-12-17" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier_promise(cx) {
        let verdicts = now.community_verdict.zip(then.community_verdict);
        let Some((is, was)) = verdicts.filter(|(is, was)| is != was && *was != CommunityVerdict::NotYetJudged) else {
            continue;
        };
        let judged = |on: Option<_>, before: Option<_>| on.is_some() && on > before;
        let days = [&now, &then].map(|promise| promise.judged_by.as_ref().and_then(|judged| judged.on));
        if judged(days[0], days[1]) || now.is_cut("judged_by") {
            continue;
        }
        cx.report(now.field("community_verdict"))
            .message(format!(
                "{} was judged “{}” in {}, and is “{}” now, though nobody has judged it again",
                now.id,
                words::choice(was.word()),
                quarter(&previous),
                words::choice(is.word())
            ))
            .related(then.field("community_verdict"), "the verdict then")
            .help("put the verdict back, or give the day on which it was judged again")
            .provided(is.word())
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn judged(verdict: &str, on: &str) -> String {
        format!(
            r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Answer the phone.",
                "community_verdict": "{verdict}", "judged_by": {{"who": "Panel", "on": "{on}"}}}}]}}}}"#
        )
    }

    #[test]
    fn a_verdict_changes_only_when_people_judge_again() {
        let then = judged("not_kept", "2026-06-17");
        gets_after(
            &then,
            &super::RULE,
            &judged("kept", "2026-06-17"),
            &[
                "/community_reporting/promises/0/community_verdict warning: P1 was judged “not kept” in Q1 of 2026-27, and is \
             “kept” now, though nobody has judged it again | put the verdict back, or give the day on which it was judged again",
            ],
        );
        gets_after(&then, &super::RULE, &judged("kept", "2026-09-17"), &[]);
        gets_after(&judged("not_yet_judged", "2026-06-17"), &super::RULE, &judged("kept", "2026-06-17"), &[]);
    }
}
