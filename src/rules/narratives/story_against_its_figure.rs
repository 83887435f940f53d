//! A story does not say that a figure fell when it rose.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::order;

use super::parts;
use crate::returns::approach::results::{Counting, ResultMeasure};
use crate::returns::{Period, PeriodFigure, interval, rating};
use crate::{
    prose,
    rules::{Area, At, Fault, Rule, RuleContext, words},
};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "story-against-its-figure",
    code: "N-15",
    area: Area::Narratives,
    stage: Stage::Text,
    severity: Severity::Advice,
    fault: Fault::Wrong,
    why: "Readers turn from the story to the figure. Where the two disagree they believe neither.",
    answer: "Correct the story or the figure; or say in the story that people feel it otherwise than the figure shows. A change that could be chance is not reported.",
    example: r#""what_happened": "Repeat call-outs rose to 201 in the quarter.", "evidence": ["R5"]"#,
    check,
};

/// The most records of a story that are looked up.
const MOST: usize = 20;

const FELL: [&str; 9] =
    ["fell", "dropped", "decreased", "declined", "went down", "came down", "halved", "are down", "is down"];
const ROSE: [&str; 8] = ["rose", "increased", "grew", "climbed", "doubled", "went up", "are up", "is up"];

fn check(cx: &mut RuleContext<'_>) {
    let quarter = cx.quarter();
    let results: Vec<_> = cx.results().collect();
    let by_id: BTreeMap<&str, (&At<'_, ResultMeasure>, Change)> = order::table(
        results.iter().filter_map(|measure| Some((measure.get().id.as_str(), (measure, change(measure, quarter)?)))),
    );
    for narrative in cx.narratives() {
        let linked = narrative.evidence.iter().take(MOST).filter_map(|id| by_id.get(id.as_str()));
        for (measure, change) in linked {
            let (against, said) = if change.rose { (&FELL[..], "fell") } else { (&ROSE[..], "rose") };
            let found = parts(&narrative).into_iter().find(|(_, text)| {
                prose::sentences(text).into_iter().any(|sentence| {
                    let words = prose::words(sentence);
                    is_about(&words, measure) && prose::first_said(&words, against).is_some()
                })
            });
            let Some((field, _)) = found else { continue };
            cx.report(narrative.field(field))
                .message(format!(
                    "{} says that this {said}, and “{}” went from {} to {}",
                    narrative.id,
                    measure.title.any(),
                    words::decimal(change.before),
                    words::decimal(change.after)
                ))
                .related(measure.field("actuals"), "the figures")
                .help("correct the story or the figure, or say that people feel it otherwise than the figure shows")
                .done();
        }
    }
}

/// Whether a sentence speaks of the measure: by its unit, or by two words of its title.
fn is_about(words: &[String], measure: &ResultMeasure) -> bool {
    const COMMON: [&str; 8] = ["percent", "people", "households", "days", "gbp", "families", "hours", "weeks"];
    let unit = measure.unit.as_ref().map(|unit| prose::words(unit.as_str()).join(" ")).unwrap_or_default();
    let has_unit = !unit.is_empty() && !COMMON.contains(&unit.as_str()) && prose::says(words, &unit);
    let title = prose::words(measure.title.any());
    let said: BTreeSet<&String> = order::set(title.iter().filter(|word| word.len() >= 5 && words.contains(word)));
    has_unit || said.len() >= 2
}

struct Change {
    rose: bool,
    before: Decimal,
    after: Decimal,
}

/// The change since the quarter before, where it is more than chance.
fn change(measure: &ResultMeasure, quarter: Period) -> Option<Change> {
    match measure.counting {
        Some(Counting::CumulativeYearToDate | Counting::CumulativeSinceStart) => return None,
        Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => {}
    }
    let before = quarter.quarter_index()? - 1;
    let earlier =
        measure.actuals.iter().rev().find(|actual| actual.period.and_then(Period::quarter_index) == Some(before))?;
    let now = rating::actual(measure, quarter)?;
    let (was, is) = (rating::exact(measure, earlier)?, rating::exact(measure, now)?);
    let is_clear = match (shares(earlier), shares(now)) {
        (Some(one), Some(other)) if rating::factor(measure).is_some() => {
            interval::of_difference(other, one).is_some_and(|(lower, upper)| lower > 0.0 || upper < 0.0)
        }
        _ if measure.value_is_count() => interval::counts_differ(earlier.value?.get(), now.value?.get()),
        _ => false,
    };
    let (before, after) = (was.rounded(1), is.rounded(1));
    (is_clear && before != after).then_some(Change { rose: after > before, before, after })
}

fn shares(figure: &PeriodFigure) -> Option<(u64, u64)> {
    Some((figure.numerator?.get(), figure.denominator?.get()))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn told(after: u32, text: &str) -> String {
        format!(
            r#"{{"results": [{{"id": "R5", "title": "Repeat crisis call-outs", "unit": "call-outs", "counting": "in_quarter",
                "actuals": [{{"period": "2026-27 Q1", "value": 150}}, {{"period": "2026-27 Q2", "value": {after}}}]}}],
                "narratives": [{{"id": "N2", "what_happened": "{text}", "evidence": ["R5", "R5"]}}]}}"#
        )
    }

    #[test]
    fn what_rose_did_not_fall() {
        let said = "/narratives/0/what_happened advice: N2 says that this fell, and “Repeat crisis call-outs” went from 150 to \
                    201 | correct the story or the figure, or say that people feel it otherwise than the figure shows";
        gets(&super::RULE, &told(201, "We think that call-outs fell at last."), &[said, said]);
    }

    #[test]
    fn chance_agreement_and_other_things_are_left_in_peace() {
        gets(&super::RULE, &told(160, "Call-outs fell."), &[]);
        gets(&super::RULE, &told(201, "Call-outs rose."), &[]);
        gets(&super::RULE, &told(201, "Complaints fell."), &[]);
    }

    #[test]
    fn shares_are_compared_by_their_counts() {
        let share = |after: u32| {
            format!(
                r#"{{"results": [{{"id": "R4", "title": "Tenancies kept for six months", "unit": "percent", "actuals": [
                    {{"period": "2026-27 Q1", "numerator": 86, "denominator": 100}},
                    {{"period": "2026-27 Q2", "numerator": {after}, "denominator": 100}}]}}],
                    "narratives": [{{"id": "N1", "lesson": "Tenancies of six months rose.", "evidence": ["R4"]}}]}}"#
            )
        };
        gets(&super::RULE, &share(80), &[]);
        gets(
            &super::RULE,
            &share(60),
            &[
                "/narratives/0/lesson advice: N1 says that this rose, and “Tenancies kept for six months” went from 86 to 60 \
               | correct the story or the figure, or say that people feel it otherwise than the figure shows",
            ],
        );
    }
}
