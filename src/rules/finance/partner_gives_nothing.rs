//! Each partner gives something, or it is said why not.

use std::collections::BTreeMap;

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::{Contribution, PartnerRole, Pounds, Stated};
use crate::rules::{Area, At, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "partner-gives-nothing",
    code: "F-12",
    area: Area::Finance,
    stage: Stage::Text,
    severity: Severity::Warning,
    fault: Fault::Missing,
    why: "The ledger shows who gives and who gains. A partner who is not in it looks as if it gave nothing.",
    answer: "Add its contribution, in cash or in kind; or say in reason_for_nothing why there is none.",
    example: r#"{ "source": "low-marsh-ra", "reason_for_nothing": "Advises the board; gives time that nobody counts." }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    if finance.contributions.is_empty() || finance.is_cut("contributions") {
        return;
    }
    let start = cx.header().period.first_day();
    let contributions = finance.list("contributions", |finance| &finance.contributions);
    let by_source: BTreeMap<&str, At<'_, Contribution>> =
        order::table(contributions.map(|contribution| (contribution.get().source.as_str(), contribution)));
    for partner in cx.partners() {
        let has_left = partner.left_on.is_some_and(|left| left < start);
        if has_left || partner.get().roles == [PartnerRole::Observer] {
            continue;
        }
        let contribution = by_source.get(partner.id.as_str());
        if contribution.is_some_and(|contribution| is_something(contribution)) {
            continue;
        }
        let at =
            contribution.map_or_else(|| finance.field("contributions"), |contribution| contribution.field("source"));
        cx.report(at)
            .message(format!("{} has neither a contribution nor a reason for none", partner.name))
            .related(partner.field("id"), "the partner")
            .help("add what it gives in cash or in kind, or say in reason_for_nothing why there is none")
            .done();
    }
}

/// Whether something is given, or it is said why not. What is not known is not nothing.
fn is_something(contribution: &Contribution) -> bool {
    let is_given = |amount: &Option<Stated<Pounds>>| {
        amount.as_ref().is_some_and(|amount| amount.number().is_none_or(|pounds| pounds.get() != 0))
    };
    is_given(&contribution.cash)
        || is_given(&contribution.in_kind)
        || contribution.reason_for_nothing.as_ref().is_some_and(|reason| !reason.is_blank())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn money(contributions: &str) -> String {
        format!(r#"{{"finance": {{"contributions": [{{"source": "harbour-trust", "cash": 5}}{contributions}]}}}}"#)
    }

    const SAID: &str = "Harbour Council has neither a contribution nor a reason for none | add what it gives in cash or in kind, \
                        or say in reason_for_nothing why there is none";

    #[test]
    fn every_partner_is_in_the_ledger() {
        gets(&super::RULE, &money(""), &[&format!("/finance/contributions warning: {SAID}")]);
        let nothing = money(r#", {"source": "harbour-council", "cash": 0}"#);
        gets(&super::RULE, &nothing, &[&format!("/finance/contributions/1/source warning: {SAID}")]);
    }

    #[test]
    fn a_reason_will_do() {
        gets(&super::RULE, &money(r#", {"source": "harbour-council", "reason_for_nothing": "It advises."}"#), &[]);
        gets(&super::RULE, &money(r#", {"source": "harbour-council", "in_kind": 3}"#), &[]);
        gets(&super::RULE, r#"{"finance": {"contributions": []}}"#, &[]);
        gets_without(&["/finance/contributions/1"], &super::RULE, &money(""), &[]);
    }
}
