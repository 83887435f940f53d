//! How closely partners say they are joined agrees with their money and their legal form.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{IntegrationLevel, LegalForm, Partnership};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "integration-level-against-the-evidence",
    code: "H-15",
    area: Area::Header,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "The six steps of integration describe; none is better. A step that the money or the legal form contradicts tells \
          readers something that is not so.",
    answer: "Choose the step that describes how you work now, or correct the pooled budget or the legal form. Pooled and \
             merged have a pooled budget; a separate entity is a body of its own; an informal network pools no money.",
    example: r#""integration_level": "pooled", … "finance": { "pooled_budget": 780000 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(partnership) = cx.whole().part("partnership", |whole| Some(&whole.partnership)) else { return };
    match partnership.integration_level {
        Some(IntegrationLevel::Pooled | IntegrationLevel::Merged) => needs_a_pool(cx, &partnership),
        Some(IntegrationLevel::SeparateEntity) => needs_a_body(cx, &partnership),
        Some(IntegrationLevel::InformalNetwork) => needs_no_pool(cx, &partnership),
        Some(IntegrationLevel::LimitedSharing | IntegrationLevel::Aligned) | None => {}
    }
}

fn needs_a_pool(cx: &mut RuleContext<'_>, partnership: &At<'_, Partnership>) {
    // Without a word about money there is nothing to set it against.
    let Some(finance) = cx.finance().filter(|finance| !finance.is_cut("pooled_budget")) else { return };
    let (pool, is_missing) = match &finance.pooled_budget {
        Some(pool) => match pool.number() {
            Some(number) if number.get() <= 0 => {
                (format!("the pooled budget is {}", words::pounds(number.get())), false)
            }
            Some(_) | None => return,
        },
        None => ("no pooled budget is given".to_owned(), true),
    };
    let finding = cx
        .report(partnership.field("integration_level"))
        .message(format!("You chose “{}”, but {pool}", level(partnership)))
        .related(finance.field("pooled_budget"), "the money")
        .help("give the pooled budget, or choose the step that describes how you work now")
        .provided(level(partnership));
    if is_missing { finding.missing().done() } else { finding.done() }
}

fn needs_a_body(cx: &mut RuleContext<'_>, partnership: &At<'_, Partnership>) {
    let form = match partnership.legal_form {
        Some(
            LegalForm::Cic
            | LegalForm::Cio
            | LegalForm::CompanyLimitedByGuarantee
            | LegalForm::WhollyOwnedCompany
            | LegalForm::CombinedAuthority
            | LegalForm::Other,
        ) => return,
        Some(LegalForm::UnincorporatedPartnership) => "an unincorporated partnership",
        Some(LegalForm::JointCommittee) => "a joint committee",
        Some(LegalForm::SectionSeventyFiveArrangement) => "a section 75 arrangement",
        None => {
            if !partnership.is_cut("legal_form") {
                cx.report(partnership.field("integration_level"))
                    .missing()
                    .message("You chose “separate entity”, but no legal form is given")
                    .help("say which legal form the entity has, or choose the step that describes how you work now")
                    .provided(level(partnership))
                    .done();
            }
            return;
        }
    };
    cx.report(partnership.field("integration_level"))
        .message(format!("You chose “separate entity”, but {form} is not a body of its own"))
        .related(partnership.field("legal_form"), "the legal form")
        .help("correct the legal form, or choose the step that describes how you work now")
        .provided(level(partnership))
        .done();
}

fn needs_no_pool(cx: &mut RuleContext<'_>, partnership: &At<'_, Partnership>) {
    let Some(finance) = cx.finance() else { return };
    let pool = finance.pooled_budget.as_ref().and_then(|pool| pool.number()).map(|pool| pool.get());
    if let Some(pool) = pool.filter(|pool| *pool > 0) {
        cx.report(partnership.field("integration_level"))
            .message(format!("You chose “informal network”, but the pooled budget is {}", words::pounds(pool)))
            .related(finance.field("pooled_budget"), "the money")
            .help("choose the step that describes how you work now, or correct the pooled budget")
            .provided(level(partnership))
            .done();
    }
}

fn level(partnership: &Partnership) -> String {
    words::choice(partnership.integration_level.map_or("", IntegrationLevel::word))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_without};

    fn joined(level: &str, more: &str) -> String {
        format!(r#"{{"partnership": {{"integration_level": "{level}"}} {more}}}"#)
    }

    #[test]
    fn a_pool_without_money_is_named() {
        gets(
            &super::RULE,
            &joined("pooled", r#", "finance": {"pooled_budget": 0}"#),
            &["/partnership/integration_level warning: You chose “pooled”, but the pooled budget is £0 \
               | give the pooled budget, or choose the step that describes how you work now"],
        );
        gets(
            &super::RULE,
            &joined("merged", r#", "finance": {"currency": "GBP"}"#),
            &["/partnership/integration_level warning: You chose “merged”, but no pooled budget is given \
               | give the pooled budget, or choose the step that describes how you work now"],
        );
        gets(&super::RULE, &joined("pooled", r#", "finance": {"pooled_budget": 1}"#), &[]);
        gets(&super::RULE, &joined("pooled", ""), &[]);
        gets_without(
            &["/finance/pooled_budget"],
            &super::RULE,
            &joined("pooled", r#", "finance": {"pooled_budget": 1}"#),
            &[],
        );
    }

    #[test]
    fn a_separate_entity_is_a_body_and_a_network_pools_nothing() {
        gets(
            &super::RULE,
            r#"{"partnership": {"integration_level": "separate_entity", "legal_form": "joint_committee"}}"#,
            &[
                "/partnership/integration_level warning: You chose “separate entity”, but a joint committee is not a body \
               of its own | correct the legal form, or choose the step that describes how you work now",
            ],
        );
        gets(
            &super::RULE,
            &joined("separate_entity", ""),
            &["/partnership/integration_level warning: You chose “separate entity”, but no legal form is given \
               | say which legal form the entity has, or choose the step that describes how you work now"],
        );
        gets(&super::RULE, r#"{"partnership": {"integration_level": "separate_entity", "legal_form": "cio"}}"#, &[]);
        gets(
            &super::RULE,
            &joined("informal_network", r#", "finance": {"pooled_budget": 40000}"#),
            &[
                "/partnership/integration_level warning: You chose “informal network”, but the pooled budget is £40,000 \
               | choose the step that describes how you work now, or correct the pooled budget",
            ],
        );
        gets(&super::RULE, &joined("informal_network", r#", "finance": {"pooled_budget": 0}"#), &[]);
    }
}
