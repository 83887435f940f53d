//! A promise that was made stays in the return until it is kept, judged or withdrawn.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::community_reporting::{CommunityVerdict, PartnerStatus, Promise};
use crate::rules::community::earlier_promises;
use crate::rules::then_and_now::{by_id, quarter, quoted};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promise-gone",
    code: "C-11",
    area: Area::Community,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "People remember what they were promised. A promise that is left out of the next return was not kept and not \
          withdrawn: it was hoped to be forgotten, or it was forgotten.",
    answer: "Put the promise back with its status. Where it will not be kept, set it to withdrawn and say why. A promise that \
             was judged kept may go.",
    example: r#"{ "id": "P4", "promise": "Open the hub on Saturdays.", "partner_status": "withdrawn", "explanation": "The landlord does not allow it." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    let whole = cx.whole();
    let community = cx.community_reporting();
    let has_gaps = community
        .as_ref()
        .map_or_else(|| whole.is_cut("community_reporting"), |community| community.has_gaps("promises"));
    if has_gaps || whole.get().header.nil.is_some() {
        return;
    }
    let now = by_id(cx.promises().collect(), |promise| &promise.id);
    for (id, then) in by_id(earlier_promises(&previous), |promise| &promise.id) {
        if now.contains_key(id) || is_over(&then) {
            continue;
        }
        let at = community.as_ref().map_or_else(|| whole.field("community_reporting"), |here| here.field("promises"));
        cx.report(at)
            .message(format!(
                "{id} {} was a promise in {}, and is not in this return",
                quoted(then.promise.any()),
                quarter(&previous)
            ))
            .about(then.record())
            .related(then.field("promise"), "the promise then")
            .help("put it back with its status, or set it to withdrawn and say why")
            .done();
    }
}

/// Whether nobody waits for it any more.
fn is_over(promise: &Promise) -> bool {
    let withdrawn = promise.partner_status == Some(PartnerStatus::Withdrawn);
    let judged = match promise.community_verdict {
        Some(CommunityVerdict::Kept) => true,
        Some(CommunityVerdict::PartlyKept | CommunityVerdict::NotKept | CommunityVerdict::CouldNotAgree) => {
            promise.revised_due.is_none()
        }
        Some(CommunityVerdict::NotYetJudged) | None => false,
    };
    withdrawn || judged
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn promises(of: &str) -> String {
        format!(r#"{{"community_reporting": {{"promises": [{of}]}}}}"#)
    }

    const OPEN: &str = r#"{"id": "P4", "promise": "Open the hub on Saturdays.", "partner_status": "on_track"}"#;

    #[test]
    fn a_promise_that_is_gone_is_named() {
        gets_after(
            &promises(OPEN),
            &super::RULE,
            &promises(""),
            &[
                "/community_reporting/promises warning: P4 “Open the hub on Saturdays.” was a promise in Q1 of 2026-27, and is not \
             in this return | put it back with its status, or set it to withdrawn and say why",
            ],
        );
        gets_after(
            &promises(OPEN),
            &super::RULE,
            "{}",
            &[
                "/community_reporting warning: P4 “Open the hub on Saturdays.” was a promise in Q1 of 2026-27, and is not in this \
             return | put it back with its status, or set it to withdrawn and say why",
            ],
        );
    }

    #[test]
    fn what_was_kept_judged_or_withdrawn_may_go() {
        for end in
            [r#""community_verdict": "kept""#, r#""community_verdict": "not_kept""#, r#""partner_status": "withdrawn""#]
        {
            let over = OPEN.replace(r#""partner_status": "on_track""#, end);
            gets_after(&promises(&over), &super::RULE, &promises(""), &[]);
        }
        let again = r#""community_verdict": "not_kept", "revised_due": "2026-12-14""#;
        let again = OPEN.replace(r#""partner_status": "on_track""#, again);
        gets_after(
            &promises(&again),
            &super::RULE,
            &promises(""),
            &[
                "/community_reporting/promises warning: P4 “Open the hub on Saturdays.” was a promise in Q1 of 2026-27, and is not \
             in this return | put it back with its status, or set it to withdrawn and say why",
            ],
        );
    }
}
