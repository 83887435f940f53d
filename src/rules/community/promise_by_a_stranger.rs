//! A promise is made by somebody who belongs to the partnership.

use std::collections::BTreeSet;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::rules::nearest::nearest;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "promise-by-a-stranger",
    code: "C-05",
    area: Area::Community,
    stage: Stage::Ids,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "A promise binds whoever made it. Where that is nobody readers know, nobody can be asked.",
    answer: "Write the id of the partner, or community where residents made it; or add the organisation to the partners.",
    example: r#""made_by": ["lantern-street"], "made_to": "All residents of Low Marsh""#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let whole = cx.whole();
    let funder = whole.funding.as_ref().and_then(|funding| funding.funder.as_ref());
    if whole.has_gaps("partners") || (funder.is_none() && whole.is_cut("funding")) {
        return;
    }
    let known: BTreeSet<&str> = order::set(
        whole
            .get()
            .partners
            .iter()
            .map(|partner| partner.id.as_str())
            .chain(funder.map(|funder| funder.id.as_str()))
            .chain([whole.get().partnership.id.as_str(), "community"]),
    );
    for promise in cx.promises() {
        for id in promise.list("made_by", |promise| &promise.made_by) {
            if known.contains(id.as_str()) {
                continue;
            }
            let near = if cx.is_full() { None } else { nearest(id.as_str(), known.iter().copied()) };
            let help = near.map_or_else(
                || "write the id of a partner, or community where residents made it".to_owned(),
                |near| format!("did you mean “{near}”? If not, add the organisation to the partners"),
            );
            cx.report(id.pointer())
                .message(format!("{} was made by “{}”, and no partner has that id", promise.id, id.as_str()))
                .help(help)
                .provided(id.as_str())
                .done();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn promise(parts: &str) -> String {
        format!(r#"{{"community_reporting": {{"promises": [{{"id": "P1", "promise": "Mend the lamp.", {parts}}}]}}}}"#)
    }

    #[test]
    fn a_promise_binds_a_partner() {
        let by_stranger = promise(r#""made_by": ["harbor-trust", "community"]"#);
        gets(
            &super::RULE,
            &by_stranger,
            &[
                "/community_reporting/promises/0/made_by/0 error: P1 was made by “harbor-trust”, and no partner has that id \
               | did you mean “harbour-trust”? If not, add the organisation to the partners",
            ],
        );
        gets_without(&["/partners/1"], &super::RULE, &by_stranger, &[]);
        gets(&super::RULE, &promise(r#""made_by": ["harbour-trust"]"#), &[]);
    }
}
