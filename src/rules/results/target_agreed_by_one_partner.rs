//! A target of the partnership is agreed by more than one of its partners.

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::AgreedHow;
use crate::rules::results::is_performance;
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "target-agreed-by-one-partner",
    code: "R-13",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A target that one partner set is that partner’s target. The others will not feel bound by it, and readers of a \
          partnership’s return should know.",
    answer: "List all who agreed it, by id; or explain why it was set by one.",
    example: r#""agreed": { "by": ["harbour-council", "harbour-trust"], "on": "2026-03-18", "how": "board_decision" }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    for measure in cx.results() {
        let Some(agreed) = measure.part("agreed", |measure| measure.agreed.as_ref()) else { continue };
        if !is_performance(&measure) || measure.is_cut("agreed") {
            continue;
        }
        let (field, how) = match agreed.how {
            Some(AgreedHow::SetByFunder) => ("how", "set by the funder"),
            Some(AgreedHow::SetByLead) => ("how", "set by the lead organisation"),
            Some(AgreedHow::Statutory) => continue,
            Some(AgreedHow::CoProductionWorkshop | AgreedHow::BoardDecision | AgreedHow::NegotiatedWithFunder)
            | None => {
                // A list left out is asked for elsewhere.
                let by = &agreed.by;
                if by.first().is_none_or(|first| by.iter().any(|other| other != first)) {
                    continue;
                }
                ("by", "agreed by one partner")
            }
        };
        cx.report(agreed.field(field))
            .message(format!("The target of “{}” was {how}", measure.title.any()))
            .help("list all who agreed it, or explain why it was set by one")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn agreed(agreed: &str) -> String {
        format!(r#"{{"results": [{{"id": "R1", "title": "Plans", "level": "performance", "agreed": {{{agreed}}}}}]}}"#)
    }

    #[test]
    fn one_partner_alone_and_a_target_that_was_set_are_named() {
        gets(
            &super::RULE,
            &agreed(r#""by": ["tide-dc", "tide-dc"]"#),
            &["/results/0/agreed/by warning: The target of “Plans” was agreed by one partner \
               | list all who agreed it, or explain why it was set by one"],
        );
        gets(
            &super::RULE,
            &agreed(r#""by": ["tide-dc", "harbour-trust"], "how": "set_by_lead""#),
            &["/results/0/agreed/how warning: The target of “Plans” was set by the lead organisation \
               | list all who agreed it, or explain why it was set by one"],
        );
    }

    #[test]
    fn two_partners_a_duty_by_law_and_a_list_left_out_are_left_in_peace() {
        gets(&super::RULE, &agreed(r#""by": ["tide-dc", "harbour-trust"], "how": "board_decision""#), &[]);
        gets(&super::RULE, &agreed(r#""by": ["tide-dc"], "how": "statutory""#), &[]);
        gets(&super::RULE, &agreed(r#""how": "board_decision""#), &[]);
        gets_without(&["/results/0/agreed/by/1"], &super::RULE, &agreed(r#""by": ["tide-dc"]"#), &[]);
    }
}
