//! Each partner’s contribution stands in one place.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostic::{Severity, Stage};
use crate::rules::{Area, Fault, Rule, RuleContext, spot::Spot};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "contributor-listed-twice",
    code: "F-05",
    area: Area::Finance,
    stage: Stage::Ids,
    severity: Severity::Error,
    fault: Fault::Wrong,
    why: "Two lines for one partner are added up by some readers and taken for a slip by others. That whoever contributes is a partner or the funder is for H-03.",
    answer: "Put what the partner gives and gains into one contribution.",
    example: r#""contributions": [{ "source": "saltmere-dc", "cash": 110000, "in_kind": 26000 }]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(finance) = cx.finance() else { return };
    let whole = cx.whole();
    let mut first: BTreeMap<&str, Spot> = BTreeMap::new();
    for contribution in finance.list("contributions", |finance| &finance.contributions) {
        let source = contribution.get().source.as_str();
        match first.entry(source) {
            Entry::Vacant(entry) => {
                entry.insert(contribution.spot_of("source"));
            }
            Entry::Occupied(entry) => {
                let name = if cx.is_full() { source } else { whole.get().organisation_name(source) };
                cx.report(contribution.field("source"))
                    .message(format!("The contribution of {name} is given twice"))
                    .related(entry.get().pointer(), "the first time")
                    .help("put what it gives and gains into one contribution")
                    .provided(source)
                    .done();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    #[test]
    fn one_partner_is_one_line() {
        let money = |two: &str| {
            format!(
                r#"{{"finance": {{"contributions": [{{"source": "harbour-trust", "cash": 1}}, {{"source": "{two}", "in_kind": 2}}]}}}}"#
            )
        };
        gets(
            &super::RULE,
            &money("harbour-trust"),
            &["/finance/contributions/1/source error: The contribution of Harbour Trust is given twice \
               | put what it gives and gains into one contribution"],
        );
        gets(&super::RULE, &money("harbour-council"), &[]);
    }
}
