//! A mean lies on the scale of its instrument.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::Score;
use crate::returns::approach::outcomes::Outcome;
use crate::rules::{Area, At, Fault, Rule, RuleContext, spot::Spot, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "score-outside-its-scale",
    code: "O-03",
    area: Area::Outcomes,
    stage: Stage::Arithmetic,
    severity: Severity::Error,
    fault: Fault::Arithmetic,
    why: "A mean outside the scale cannot have been measured: another version of the instrument was used, totals were \
          entered for means, or a digit slipped.",
    answer: "Correct the mean, or name the instrument that was used. For a scale of your own, give its lowest and highest \
             score.",
    example: r#""instrument": "SWEMWBS", "before": { "mean": 18.9 }, "after": { "mean": 21.3 }"#,
    check,
};

/// The ranges of known instruments. Those with several editions take the scale the return gives.
const RANGES: &[(&str, i64, i64)] =
    &[("SWEMWBS", 7, 35), ("WEMWBS", 14, 70), ("PHQ-9", 0, 27), ("GAD-7", 0, 21), ("UCLA-3", 3, 9)];

fn check(cx: &mut RuleContext<'_>) {
    for outcome in cx.outcomes() {
        let Some((min, max)) = range(&outcome) else { continue };
        for (at, mean) in means(&outcome) {
            let mean = mean.get();
            if mean >= min && mean <= max {
                continue;
            }
            let instrument = outcome.instrument.as_ref().map_or("The scale", |instrument| instrument.as_str());
            let is_longer = instrument.eq_ignore_ascii_case("SWEMWBS") && mean > max && mean <= Decimal::from(70);
            let help = if is_longer {
                "if you used the 14-question version, change the instrument to WEMWBS; if not, correct the mean"
            } else {
                "correct the mean, or the instrument or scale it is on"
            };
            cx.report(at.pointer())
                .message(format!(
                    "“{}”: {instrument} runs from {} to {}, so a mean of {} is not possible",
                    outcome.title.any(),
                    words::decimal(min),
                    words::decimal(max),
                    words::decimal(mean)
                ))
                .help(help)
                .provided(mean)
                .done();
        }
    }
}

fn range(outcome: &Outcome) -> Option<(Decimal, Decimal)> {
    let name = outcome.instrument.as_ref().map(|instrument| instrument.as_str().trim().to_ascii_uppercase());
    let name = name.as_deref().unwrap_or_default();
    let known = RANGES.iter().find(|(known, _, _)| *known == name).map(|(_, min, max)| (*min, *max));
    let known = known.or_else(|| name.starts_with("ONS4").then_some((0, 10)));
    if let Some((min, max)) = known {
        return Some((Decimal::from(min), Decimal::from(max)));
    }
    let given = outcome.scale.as_ref().map(|scale| (scale.min.get(), scale.max.get())).filter(|(min, max)| min < max);
    given.or_else(|| name.starts_with("OUTCOMES STAR").then_some((Decimal::ONE, Decimal::TEN)))
}

/// Every mean score of an outcome, with its place.
fn means(outcome: &At<'_, Outcome>) -> Vec<(Spot, Score)> {
    let mut means = Vec::new();
    for (name, scores) in [("before", &outcome.get().before), ("after", &outcome.get().after)] {
        if let Some(scores) = outcome.part(name, |_| scores.as_ref()) {
            means.push((scores.spot_of("mean"), scores.mean));
        }
    }
    for area in outcome.list("areas", |outcome| &outcome.areas) {
        means.extend(
            [("before", area.before), ("after", area.after)]
                .into_iter()
                .filter_map(|(name, mean)| Some((area.spot_of(name), mean?))),
        );
    }
    if let Some(group) = outcome.part("comparison", |outcome| outcome.comparison.as_ref()) {
        means.extend(
            [("before", group.before), ("after", group.after)]
                .into_iter()
                .filter_map(|(name, mean)| Some((group.spot_of(name), mean?))),
        );
    }
    means
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets;

    fn scored(parts: &str) -> String {
        format!(r#"{{"outcomes": [{{"id": "O1", "title": "Wellbeing", {parts}}}]}}"#)
    }

    #[test]
    fn the_range_of_a_known_instrument_is_known() {
        gets(
            &super::RULE,
            &scored(r#""instrument": "swemwbs", "before": {"mean": 18.9}, "after": {"mean": 41.3}"#),
            &[
                "/outcomes/0/after/mean error: “Wellbeing”: swemwbs runs from 7 to 35, so a mean of 41.3 is not possible \
               | if you used the 14-question version, change the instrument to WEMWBS; if not, correct the mean",
            ],
        );
    }

    #[test]
    fn a_star_has_its_edition_and_a_local_scale_its_own_ends() {
        let star = r#""instrument": "Outcomes Star: Family Star", "scale": {"min": 1, "max": 5},
            "areas": [{"area": "Home", "before": 4.2, "after": 5.9}]"#;
        gets(
            &super::RULE,
            &scored(star),
            &[
                "/outcomes/0/areas/0/after error: “Wellbeing”: Outcomes Star: Family Star runs from 1 to 5, so a mean of 5.9 is \
               not possible | correct the mean, or the instrument or scale it is on",
            ],
        );
        gets(&super::RULE, &scored(r#""instrument": "local_scale", "after": {"mean": 410}"#), &[]);
    }
}
