//! A target, a baseline and a definition stay what they were until it is said who agreed to change them.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::QuarterlyReturn;
use crate::returns::approach::results::{BetterDirection, ResultMeasure, Target, TargetRevision};
use crate::rules::results::with_earlier;
use crate::rules::then_and_now::{differing_field, figure, is_restated, quarter, quoted, same_words, year};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "measure-changed-without-a-word",
    code: "R-14",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A target that was lowered, a baseline that moved or a definition that was reworded makes a figure look better or \
          worse than it is. Changing them can be right; changing them without a word never is. A new financial year \
          brings new targets, so a new year’s target is looked at only where it asks for less.",
    answer: "Add to the target’s revised list when it changed, from what to what, why, and who agreed. For a baseline, a \
             restatement does as well.",
    example: r#""target": { "value": 200, "revised": [{ "on": "2026-09-09", "from": 240, "to": 200, "why": "Two posts are frozen.", "agreed_by": ["saltmere-dc", "lantern-street"] }] }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (now, then) in with_earlier(cx) {
        let said_why = says_why(&now, &then);
        if !said_why {
            target(cx, &previous, &now, &then);
            definition(cx, &previous, &now, &then);
        }
        if !said_why && !is_restated(&cx.header(), &now.id, now.baseline.as_ref().and_then(|baseline| baseline.period))
        {
            baseline(cx, &previous, &now, &then);
        }
    }
}

/// So many changes of a target are looked at, the last ones.
const CHANGES: usize = 100;

/// Whether the target’s list of changes has one more with its reason.
pub(super) fn says_why(now: &ResultMeasure, then: &ResultMeasure) -> bool {
    let last = |measure: &ResultMeasure| -> Vec<TargetRevision> {
        let revised = measure.target.as_ref().map_or(&[] as &[_], |target| &target.revised);
        revised.iter().rev().take(CHANGES).cloned().collect()
    };
    let known = last(then);
    let says_why = |change: &TargetRevision| change.why.as_ref().is_some_and(|why| !why.is_blank());
    last(now).iter().any(|change| !known.contains(change) && says_why(change))
}

fn target(
    cx: &mut RuleContext<'_>,
    previous: &QuarterlyReturn,
    now: &At<'_, ResultMeasure>,
    then: &At<'_, ResultMeasure>,
) {
    let Some(before) = then.part("target", |then| then.target.as_ref()) else { return };
    let same_year = year(cx.whole().get()) == year(previous);
    let title = now.title.any();
    let Some(target) = now.part("target", |now| now.target.as_ref()) else {
        if same_year && !now.is_cut("target") {
            cx.report(now.field("target"))
                .message(format!(
                    "{title} had a target of {} in {}, and has none now",
                    words::decimal(before.value.get()),
                    quarter(previous)
                ))
                .related(before.field("value"), "the target then")
                .help("give the target again, or explain who agreed to drop it and why")
                .done();
        }
        return;
    };
    if target.value != before.value && (same_year || asks_for_less(now, &target, &before)) {
        cx.report(target.field("value"))
            .message(format!(
                "The target of {title} was {} in {} and is {} now, and it does not say why",
                words::decimal(before.value.get()),
                quarter(previous),
                words::decimal(target.value.get())
            ))
            .related(before.field("value"), "the target then")
            .help("add to revised who agreed the change, when and why")
            .provided(target.value.get())
            .done();
    }
    if let (true, Some(by), Some(was_by)) = (same_year, target.by, before.by)
        && by > was_by
    {
        cx.report(target.field("by"))
            .message(format!(
                "The target of {title} was to be met by {}, as {} said, and is to be met by {} now",
                words::date(was_by),
                quarter(previous),
                words::date(by)
            ))
            .related(before.field("by"), "the date then")
            .help("add to revised who agreed the later date, when and why")
            .done();
    }
}

fn asks_for_less(measure: &ResultMeasure, now: &Target, then: &Target) -> bool {
    let rise: Decimal = now.value.get() - then.value.get();
    match measure.direction {
        Some(BetterDirection::HigherIsBetter) => rise < Decimal::ZERO,
        Some(BetterDirection::LowerIsBetter) => rise > Decimal::ZERO,
        Some(BetterDirection::InRange | BetterDirection::Neutral) | None => false,
    }
}

fn definition(
    cx: &mut RuleContext<'_>,
    previous: &QuarterlyReturn,
    now: &At<'_, ResultMeasure>,
    then: &At<'_, ResultMeasure>,
) {
    let (Some(is), Some(was)) = (&now.definition, &then.definition) else { return };
    if is.is_blank() || same_words(is.any(), was.any()) {
        return;
    }
    cx.report(now.field("definition"))
        .message(format!(
            "{} is defined in other words than in {}: it was {}, and is {}",
            now.title.any(),
            quarter(previous),
            quoted(was.any()),
            quoted(is.any())
        ))
        .related(then.field("definition"), "the definition then")
        .help("go back to the old words, or add to the target’s revised list what changed, why, and who agreed")
        .done();
}

fn baseline(
    cx: &mut RuleContext<'_>,
    previous: &QuarterlyReturn,
    now: &At<'_, ResultMeasure>,
    then: &At<'_, ResultMeasure>,
) {
    let both =
        now.part("baseline", |now| now.baseline.as_ref()).zip(then.part("baseline", |then| then.baseline.as_ref()));
    let Some((is, was)) = both else { return };
    let moved = match differing_field(&is, &was) {
        Some(field) => {
            Some((field, format!("was {} in {} and is {} now", figure(&was), quarter(previous), figure(&is))))
        }
        None => is.period.zip(was.period).filter(|(is, was)| is != was).map(|(is, was)| {
            let [is, was] = [is, was].map(words::period);
            ("period", format!("was of {was} in {} and is of {is} now", quarter(previous)))
        }),
    };
    if let Some((field, moved)) = moved {
        cx.report(is.field(field))
            .message(format!("The baseline of {} {moved}", now.title.any()))
            .related(was.field(field), "the baseline then")
            .help("go back to the old baseline, or add a restatement that says why it moved")
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn plans(parts: &str) -> String {
        format!(r#"{{"results": [{{"id": "R1", "title": "Plans", "direction": "higher_is_better", {parts}}}]}}"#)
    }

    #[test]
    fn a_target_that_moved_is_named_unless_it_says_why() {
        let then = plans(r#""target": {"value": 240, "by": "2027-03-31"}"#);
        gets_after(
            &then,
            &super::RULE,
            &plans(r#""target": {"value": 200, "by": "2027-06-30"}"#),
            &[
                "/results/0/target/value warning: The target of Plans was 240 in Q1 of 2026-27 and is 200 now, and it does not \
                 say why | add to revised who agreed the change, when and why",
                "/results/0/target/by warning: The target of Plans was to be met by 31 March 2027, as Q1 of 2026-27 said, and \
                 is to be met by 30 June 2027 now | add to revised who agreed the later date, when and why",
            ],
        );
        let why = r#""target": {"value": 200, "revised": [{"from": 240, "to": 200, "why": "Two posts are frozen."}]}"#;
        gets_after(&then, &super::RULE, &plans(why), &[]);
        gets_after(
            &plans(why),
            &super::RULE,
            &plans(&why.replace("\"value\": 200", "\"value\": 190")),
            &[
                "/results/0/target/value warning: The target of Plans was 200 in Q1 of 2026-27 and is 190 now, and it does not say \
             why | add to revised who agreed the change, when and why",
            ],
        );
        gets_after(
            &then,
            &super::RULE,
            &plans(r#""unit": "plans""#),
            &[
                "/results/0/target warning: Plans had a target of 240 in Q1 of 2026-27, and has none now | give the target again, \
             or explain who agreed to drop it and why",
            ],
        );
    }

    #[test]
    fn a_new_year_may_ask_for_more() {
        let then = |value: u32| {
            let year = r#""return": {"period": {"financial_year": "2025-26", "quarter": "Q4"}}"#;
            plans(&format!(r#""target": {{"value": {value}}}"#)).replacen('{', &format!("{{{year}, "), 1)
        };
        let now = plans(r#""target": {"value": 200}"#);
        gets_after(&then(160), &super::RULE, &now, &[]);
        gets_after(
            &then(240),
            &super::RULE,
            &now,
            &[
                "/results/0/target/value warning: The target of Plans was 240 in Q4 of 2025-26 and is 200 now, and it does not say \
             why | add to revised who agreed the change, when and why",
            ],
        );
    }

    #[test]
    fn a_definition_is_compared_by_its_words() {
        let then = plans(r#""definition": "Households with a plan, once a year.""#);
        gets_after(&then, &super::RULE, &plans(r#""definition": "Households with a plan once a year""#), &[]);
        gets_after(
            &then,
            &super::RULE,
            &plans(r#""definition": "Households that were offered a plan.""#),
            &[
                "/results/0/definition warning: Plans is defined in other words than in Q1 of 2026-27: it was “Households with a \
             plan, once a year.”, and is “Households that were offered a plan.” | go back to the old words, or add to the \
             target’s revised list what changed, why, and who agreed",
            ],
        );
    }

    #[test]
    fn a_baseline_may_be_restated() {
        let then = plans(r#""baseline": {"value": 61.0, "period": "2025-26 Q2"}"#);
        let now = plans(r#""baseline": {"value": 58.0, "period": "2025-26 Q2"}"#);
        gets_after(
            &then,
            &super::RULE,
            &now,
            &[
                "/results/0/baseline/value warning: The baseline of Plans was 61 in Q1 of 2026-27 and is 58 now | go back to the \
             old baseline, or add a restatement that says why it moved",
            ],
        );
        let restated = r#"{"return": {"restatements": [{"refers_to": "R1", "period": "2025-26 Q2"}]}, "#;
        gets_after(&then, &super::RULE, &now.replacen('{', restated, 1), &[]);
    }
}
