//! What the law requires is not wholly voluntary.

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Basis, Driver};
use crate::rules::{Area, Fault, Rule, RuleContext};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "voluntary-and-required-by-law",
    code: "H-19",
    area: Area::Header,
    stage: Stage::Header,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Readers judge a partnership by what its partners were free to do. One that the law requires and one that partners \
          chose are read differently.",
    answer: "If the law requires the partnership, write mandated, or mandated_building_on_voluntary where it began by \
             choice. If it only requires something the partners do anyway, leave it.",
    example: r#""basis": "mandated_building_on_voluntary", "drivers": ["statutory_requirement"]"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(partnership) = cx.whole().part("partnership", |whole| Some(&whole.partnership)) else { return };
    if partnership.basis != Some(Basis::Voluntary) {
        return;
    }
    let drivers = partnership.list("drivers", |partnership| &partnership.drivers);
    if let Some(driver) = drivers.into_iter().find(|driver| **driver == Driver::StatutoryRequirement) {
        cx.report(partnership.field("basis"))
            .message("You say the partnership is voluntary, and that a statutory requirement drives it")
            .related(driver.pointer(), "the driver")
            .help("write mandated or mandated_building_on_voluntary; or take the driver out")
            .provided(Basis::Voluntary.word())
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn basis(basis: &str, driver: &str) -> String {
        format!(r#"{{"partnership": {{"basis": "{basis}", "drivers": ["individual_interest", "{driver}"]}}}}"#)
    }

    #[test]
    fn law_and_choice_together_are_asked_about() {
        gets(
            &super::RULE,
            &basis("voluntary", "statutory_requirement"),
            &[
                "/partnership/basis advice: You say the partnership is voluntary, and that a statutory requirement drives it \
               | write mandated or mandated_building_on_voluntary; or take the driver out",
            ],
        );
    }

    #[test]
    fn either_alone_is_left_in_peace() {
        gets(&super::RULE, &basis("mandated", "statutory_requirement"), &[]);
        gets(&super::RULE, &basis("voluntary", "reducing_duplication"), &[]);
    }
}
