//! The path, the limits of the rating, the direction and the list of those who agreed stay what they were until it is
//! said why not.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Severity, Stage};
use crate::order;
use crate::returns::approach::results::{RagRule, ResultMeasure};
use crate::returns::{Id, Quantity, QuarterlyReturn};
use crate::rules::results::measure_changed_without_a_word::says_why;
use crate::rules::results::with_earlier;
use crate::rules::then_and_now::{quarter, year};
use crate::rules::{Area, At, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "rating-terms-changed",
    code: "R-22",
    area: Area::Results,
    stage: Stage::Ratings,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A rating means something because its terms were written down before the quarter. A path that was lowered or a \
          limit that was loosened afterwards turns red into green without anything having become better.",
    answer: "Go back to the old terms; or add to the target’s revised list what changed, when, why, and who agreed.",
    example: r#""rag_rule": { "method": "percent_of_trajectory", "green_at_or_below": 100, "amber_at_or_below": 105 }"#,
    check,
};

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    if year(cx.whole().get()) != year(&previous) {
        return;
    }
    for (now, then) in with_earlier(cx) {
        if says_why(&now, &then) {
            continue;
        }
        path(cx, &previous, &now, &then);
        limits(cx, &previous, &now, &then);
        direction(cx, &previous, &now, &then);
        agreed(cx, &previous, &now, &then);
    }
}

const HELP: &str = "go back to what was agreed, or add to the target’s revised list what changed, why, and who agreed";

type Measure<'a> = At<'a, ResultMeasure>;

fn path(cx: &mut RuleContext<'_>, previous: &QuarterlyReturn, now: &Measure<'_>, then: &Measure<'_>) {
    let before = then.list("trajectory", |then| &then.trajectory);
    let before: BTreeMap<_, _> = order::table(before.map(|point| (point.period.to_string(), point)));
    for point in now.list("trajectory", |now| &now.trajectory) {
        let Some(was) = before.get(&point.period.to_string()) else { continue };
        if was.value != point.value {
            cx.report(point.field("value"))
                .message(format!(
                    "The path of {} for {} was {} in {}, and is {} now",
                    now.title.any(),
                    words::period(point.period),
                    words::decimal(was.value.get()),
                    quarter(previous),
                    words::decimal(point.value.get())
                ))
                .related(was.field("value"), "the path then")
                .help(HELP)
                .provided(point.value.get())
                .done();
        }
    }
}

/// The limits of a rating by the names of their fields, and as people call them.
fn limits_of(rule: &RagRule) -> [(&'static str, &'static str, Option<Quantity>); 5] {
    [
        ("green_at_or_above", "green", rule.green_at_or_above),
        ("amber_at_or_above", "amber", rule.amber_at_or_above),
        ("green_at_or_below", "green", rule.green_at_or_below),
        ("amber_at_or_below", "amber", rule.amber_at_or_below),
        ("amber_within", "amber", rule.amber_within),
    ]
}

fn limits(cx: &mut RuleContext<'_>, previous: &QuarterlyReturn, now: &Measure<'_>, then: &Measure<'_>) {
    let both =
        now.part("rag_rule", |now| now.rag_rule.as_ref()).zip(then.part("rag_rule", |then| then.rag_rule.as_ref()));
    let Some((is, was)) = both else { return };
    if is.method != was.method {
        cx.report(is.field("method"))
            .message(format!(
                "{} was rated by {} in {}, and is rated by {} now",
                now.title.any(),
                words::choice(was.method.word()),
                quarter(previous),
                words::choice(is.method.word())
            ))
            .related(was.field("method"), "the way of rating then")
            .help(HELP)
            .done();
        return;
    }
    for ((field, name, is_at), (_, _, was_at)) in limits_of(&is).into_iter().zip(limits_of(&was)) {
        let Some((is_at, was_at)) = is_at.zip(was_at).filter(|(is_at, was_at)| is_at != was_at) else { continue };
        cx.report(is.field(field))
            .message(format!(
                "The {name} limit of {} was {} in {}, and is {} now",
                now.title.any(),
                words::decimal(was_at.get()),
                quarter(previous),
                words::decimal(is_at.get())
            ))
            .related(was.field(field), "the limit then")
            .help(HELP)
            .provided(is_at.get())
            .done();
    }
}

fn direction(cx: &mut RuleContext<'_>, previous: &QuarterlyReturn, now: &Measure<'_>, then: &Measure<'_>) {
    let Some((is, was)) = now.direction.zip(then.direction).filter(|(is, was)| is != was) else { return };
    cx.report(now.field("direction"))
        .message(format!(
            "{} was read as “{}” in {}, and is read as “{}” now",
            now.title.any(),
            words::choice(was.word()),
            quarter(previous),
            words::choice(is.word())
        ))
        .related(then.field("direction"), "the direction then")
        .help(HELP)
        .done();
}

fn agreed(cx: &mut RuleContext<'_>, previous: &QuarterlyReturn, now: &Measure<'_>, then: &Measure<'_>) {
    let both = now.part("agreed", |now| now.agreed.as_ref()).zip(then.part("agreed", |then| then.agreed.as_ref()));
    let Some((is, was)) = both.filter(|(is, was)| is.on == was.on && !is.is_cut("by") && !was.by.is_empty()) else {
        return;
    };
    let names = |only_in: &[Id], not_in: &[Id], of: &QuarterlyReturn| -> Vec<String> {
        let known: BTreeSet<_> = order::set(not_in.iter());
        let only = only_in.iter().filter(|id| !known.contains(id));
        only.map(|id| of.organisation_name(id.as_str()).to_owned()).collect()
    };
    let gone = names(&was.by, &is.by, previous);
    let come = names(&is.by, &was.by, cx.whole().get());
    let said = match (gone.as_slice(), come.as_slice()) {
        ([], []) => return,
        ([], come) => format!("names {}, and did not in {}", words::list(come), quarter(previous)),
        (gone, []) => format!("leaves out {}, named in {}", words::list(gone), quarter(previous)),
        (gone, come) => {
            format!("names {} in place of {}, named in {}", words::list(come), words::list(gone), quarter(previous))
        }
    };
    cx.report(is.field("by"))
        .message(format!("The list of those who agreed to {} on the same day {said}", now.title.any()))
        .related(was.field("by"), "those who agreed, as said then")
        .help("put the list right; where somebody agreed later, say so in the target’s revised list")
        .done();
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn calls(parts: &str) -> String {
        format!(r#"{{"results": [{{"id": "R5", "title": "Call-outs", {parts}}}]}}"#)
    }

    const RULE: &str =
        r#""rag_rule": {"method": "percent_of_trajectory", "green_at_or_below": 100, "amber_at_or_below": 105}"#;

    #[test]
    fn a_loosened_limit_is_named() {
        gets_after(
            &calls(RULE),
            &super::RULE,
            &calls(&RULE.replace("105", "115")),
            &[
                "/results/0/rag_rule/amber_at_or_below warning: The amber limit of Call-outs was 105 in Q1 of 2026-27, and is 115 \
             now | go back to what was agreed, or add to the target’s revised list what changed, why, and who agreed",
            ],
        );
        gets_after(&calls(RULE), &super::RULE, &calls(RULE), &[]);
        let revised = format!(
            r#"{}, "target": {{"value": 1, "revised": [{{"why": "New counting."}}]}}"#,
            RULE.replace("105", "115")
        );
        gets_after(&calls(RULE), &super::RULE, &calls(&revised), &[]);
    }

    #[test]
    fn a_path_and_a_direction_that_changed_are_named() {
        let then = calls(r#""direction": "lower_is_better", "trajectory": [{"period": "2026-27 Q3", "value": 172}]"#);
        let now = calls(r#""direction": "neutral", "trajectory": [{"period": "2026-27 Q3", "value": 190}]"#);
        gets_after(
            &then,
            &super::RULE,
            &now,
            &[
                "/results/0/trajectory/0/value warning: The path of Call-outs for Q3 of 2026-27 was 172 in Q1 of 2026-27, and is \
             190 now | go back to what was agreed, or add to the target’s revised list what changed, why, and who agreed",
                "/results/0/direction warning: Call-outs was read as “lower is better” in Q1 of 2026-27, and is read as “neutral” \
             now | go back to what was agreed, or add to the target’s revised list what changed, why, and who agreed",
            ],
        );
    }

    #[test]
    fn nobody_agrees_afterwards() {
        let by = |by: &str| calls(&format!(r#""agreed": {{"by": [{by}], "on": "2026-03-18"}}"#));
        let both = by(r#""harbour-trust", "harbour-council""#);
        gets_after(
            &by(r#""harbour-trust""#),
            &super::RULE,
            &both,
            &[
                "/results/0/agreed/by warning: The list of those who agreed to Call-outs on the same day names Harbour Council, and \
             did not in Q1 of 2026-27 | put the list right; where somebody agreed later, say so in the target’s revised list",
            ],
        );
        gets_after(&both, &super::RULE, &both, &[]);
    }
}
