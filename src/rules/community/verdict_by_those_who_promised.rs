//! Whether a promise was kept is for those to say to whom it was made.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::{CommunityVerdict, Promise};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "verdict-by-those-who-promised",
    code: "C-01",
    area: Area::Community,
    stage: Stage::Ratings,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "A verdict is worth something because the partners did not give it themselves. Their own view has its own field, \
          and readers see both side by side.",
    answer: "Say who judged the promise, how and when; or write not_yet_judged. Officers and whoever made the promise \
             cannot judge it.",
    example: r#""community_verdict": "partly_kept", "judged_by": { "who": "Resident panel", "people": 14, "how": "vote", "on": "2026-09-17" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for promise in cx.promises() {
        let verdict = match promise.community_verdict {
            Some(CommunityVerdict::NotYetJudged) | None => continue,
            Some(
                verdict @ (CommunityVerdict::Kept
                | CommunityVerdict::PartlyKept
                | CommunityVerdict::NotKept
                | CommunityVerdict::CouldNotAgree),
            ) => words::choice(verdict.word()),
        };
        if !promise.is_cut("judged_by") {
            judged(cx, &promise, &verdict);
        }
    }
}

fn judged(cx: &mut RuleContext<'_>, promise: &At<'_, Promise>, verdict: &str) {
    let id = &promise.id;
    let Some(judge) = promise.part("judged_by", |promise| promise.judged_by.as_ref()) else {
        cx.report(promise.field("community_verdict"))
            .missing()
            .message(format!("{id} has the verdict “{verdict}”, and nobody is named who gave it"))
            .help("say in judged_by who judged it, how and when; or write not_yet_judged")
            .done();
        return;
    };
    if judge.independent_of_partners == Some(false) {
        cx.report(judge.field("independent_of_partners"))
            .message(format!(
                "The verdict on {id}, “{verdict}”, was given by “{}”, who are not independent of the partners",
                judge.who
            ))
            .related(promise.field("community_verdict"), "the verdict")
            .help("it has to come from the people the promise was made to; until then, write not_yet_judged")
            .done();
        return;
    }
    let whole = cx.whole();
    let who = judge.who.as_str().trim();
    let promiser = promise.made_by.iter().find(|id| {
        who.eq_ignore_ascii_case(id.as_str()) || who.eq_ignore_ascii_case(whole.get().organisation_name(id.as_str()))
    });
    if promiser.is_some() {
        cx.report(judge.field("who"))
            .message(format!("The verdict on {id}, “{verdict}”, was given by “{who}”, who made the promise"))
            .related(promise.field("community_verdict"), "the verdict")
            .help("it has to come from the people the promise was made to; until then, write not_yet_judged")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn promise(parts: &str) -> String {
        format!(
            r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.",
                "made_by": ["harbour-council"], {parts}}}]}}}}"#
        )
    }

    #[test]
    fn a_verdict_has_a_judge_who_did_not_promise() {
        gets(
            &super::RULE,
            &promise(r#""community_verdict": "kept""#),
            &[
                "/community_reporting/promises/0/community_verdict error: P1 has the verdict “kept”, and nobody is named who \
               gave it | say in judged_by who judged it, how and when; or write not_yet_judged",
            ],
        );
        gets(
            &super::RULE,
            &promise(
                r#""community_verdict": "partly_kept", "judged_by": {"who": "Officers", "independent_of_partners": false}"#,
            ),
            &[
                "/community_reporting/promises/0/judged_by/independent_of_partners error: The verdict on P1, “partly kept”, \
               was given by “Officers”, who are not independent of the partners | it has to come from the people the \
               promise was made to; until then, write not_yet_judged",
            ],
        );
        gets(
            &super::RULE,
            &promise(r#""community_verdict": "kept", "judged_by": {"who": "Harbour Council"}"#),
            &["/community_reporting/promises/0/judged_by/who error: The verdict on P1, “kept”, was given by “Harbour \
               Council”, who made the promise | it has to come from the people the promise was made to; until then, write \
               not_yet_judged"],
        );
    }

    #[test]
    fn residents_may_judge_and_may_wait() {
        gets(&super::RULE, &promise(r#""community_verdict": "not_kept", "judged_by": {"who": "Resident panel"}"#), &[]);
        gets(&super::RULE, &promise(r#""community_verdict": "not_yet_judged""#), &[]);
    }
}
