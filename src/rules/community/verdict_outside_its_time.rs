//! A verdict is given after the promise and before the return is filed.

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "verdict-outside-its-time",
    code: "C-04",
    area: Area::Community,
    stage: Stage::Ratings,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Nobody can judge a promise before it is made, and a return cannot know what was decided after it was filed.",
    answer: "Correct the day in judged_by or in made_on.",
    example: r#""made_on": "2026-02-11", "judged_by": { "who": "Resident panel", "on": "2026-09-17" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let filed = cx.reference_date();
    for promise in cx.promises() {
        let Some(judge) = promise.part("judged_by", |promise| promise.judged_by.as_ref()) else { continue };
        let Some(on) = judge.on else { continue };
        if let Some(made_on) = promise.made_on.filter(|made_on| on < *made_on) {
            cx.report(judge.field("on"))
                .message(format!(
                    "{} was judged on {}, before it was made on {}",
                    promise.id,
                    words::date(on),
                    words::date(made_on)
                ))
                .related(promise.field("made_on"), "made")
                .help("correct one of the two days")
                .provided(on)
                .done();
        } else if on > filed {
            cx.report(judge.field("on"))
                .message(format!(
                    "{} was judged on {}, and this return is of {}",
                    promise.id,
                    words::date(on),
                    words::date(filed)
                ))
                .help("correct the day; or write not_yet_judged, and report the verdict next quarter")
                .provided(on)
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn promise(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.", {parts}}}]}}}}"#)
    }

    #[test]
    fn a_verdict_has_its_time() {
        gets(
            &super::RULE,
            &promise(r#""made_on": "2026-07-01", "judged_by": {"who": "Panel", "on": "2026-06-30"}"#),
            &[
                "/community_reporting/promises/0/judged_by/on error: P1 was judged on 30 June 2026, before it was made on 1 July \
               2026 | correct one of the two days",
            ],
        );
        gets(
            &super::RULE,
            &promise(r#""judged_by": {"who": "Panel", "on": "2026-10-01"}"#),
            &[
                "/community_reporting/promises/0/judged_by/on error: P1 was judged on 1 October 2026, and this return is of 30 \
               September 2026 | correct the day; or write not_yet_judged, and report the verdict next quarter",
            ],
        );
        gets(
            &super::RULE,
            &promise(r#""made_on": "2026-07-01", "judged_by": {"who": "Panel", "on": "2026-09-30"}"#),
            &[],
        );
    }
}
