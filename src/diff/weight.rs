//! Which change is material: one that could change what a reader concludes.
//!
//! - **Terms**: what a figure is measured by, or a promise says. Any change of it is material.
//! - **Verdicts**: a rating, a promise's status or verdict, a condition met or not. Any change of it is material.
//! - **Figures**: one that moves by 5% or more of what it was, a percentage by 1 percentage point or more; one that was
//!   none, or is none any more.
//!
//! It is judged where both returns speak of the same thing at the same time: of two returns for a quarter everywhere, of
//! two quarters in terms and in figures of a period that both give. Words that only tell are not weighed.

use super::form::Weight;
use crate::intake::{Kind, Value};

/// What figures are measured by, and promises say.
const TERMS: &[&str] = &[
    "results[].definition",
    "results[].direction",
    "results[].unit",
    "results[].measure_type",
    "results[].counting",
    "results[].counts",
    "results[].level",
    "results[].range",
    "results[].rate",
    "results[].rag_rule",
    "results[].baseline",
    "results[].target",
    "results[].trajectory",
    "system_health.measures[].unit",
    "system_health.measures[].counts",
    "system_health.measures[].direction",
    "system_health.measures[].statistic",
    "system_health.measures[].range",
    "system_health.measures[].baseline",
    "outcomes[].instrument",
    "outcomes[].scoring",
    "outcomes[].scale",
    "outcomes[].design",
    "outcomes[].interval",
    "outcomes[].cohort.definition",
    "outcomes[].distribution.threshold",
    "community_reporting.promises[].promise",
    "community_reporting.promises[].made_by",
    "community_reporting.promises[].made_to",
    "community_reporting.promises[].due",
    "funding.conditions[].text",
    "funding.conditions[].by",
    "milestones[].due",
];

/// What a return judges, or others judge of it.
const VERDICTS: &[&str] = &[
    "results[].rag",
    "results[].rag_override",
    "community_reporting.promises[].partner_status",
    "community_reporting.promises[].community_verdict",
    "funding.conditions[].met",
    "milestones[].status",
    "outcomes[].claim.type",
    "outcomes[].claim.strength",
    "outcomes[].claim.nesta_level",
    "outcomes[].claim.maryland_level",
    "outcomes[].claim.counterfactual",
];

/// Lists of figures by period: of one period, both returns speak of the same time.
const BY_PERIOD: &[&str] = &["results[].actuals[]", "system_health.measures[].series"];

/// From here on a figure moved, in hundredths of what it was.
const MATERIAL_SHARE: f64 = 5.0;

/// From here on a percentage moved, in percentage points.
const MATERIAL_POINTS: f64 = 1.0;

/// Judges a change of what is at this path; `None` where it is not judged.
pub(super) fn weigh(
    path: &str,
    then: Option<Value<'_>>,
    now: Option<Value<'_>>,
    same_quarter: bool,
    is_percentage: bool,
) -> Option<Weight> {
    let within = |list: &[&str]| list.iter().any(|known| is_within(path, known));
    if within(TERMS) && (same_quarter || then.is_some()) {
        return Some(material("it changes what is measured or promised"));
    }
    if same_quarter && within(VERDICTS) {
        return Some(material("it changes a rating or a verdict"));
    }
    let is_of_one_time = same_quarter || within(BY_PERIOD);
    let (Some(then), Some(now), true) = (then, now, is_of_one_time) else {
        let is_figure = [then, now].into_iter().flatten().any(|value| figure(value).is_some());
        return (same_quarter && is_figure).then(|| material("a figure came or went"));
    };
    match (figure(then), figure(now)) {
        (Some(_), Some(_)) if counts(then) == counts(now) => None,
        (Some(then), Some(now)) => Some(moved(then, now, is_percentage)),
        (Some(_), None) | (None, Some(_)) => Some(material("a figure came or went")),
        (None, None) => None,
    }
}

fn is_within(path: &str, known: &str) -> bool {
    path.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn material(why: &str) -> Weight {
    Weight { material: true, why: why.to_owned() }
}

/// The number a value stands for.
fn figure(value: Value<'_>) -> Option<f64> {
    match value.kind() {
        Kind::Number => value.number(),
        Kind::Record => value.field("value").or_else(|| value.field("numerator"))?.number(),
        Kind::Empty | Kind::Boolean | Kind::Text | Kind::List => None,
    }
}

/// All numbers of a figure: where they are the same, only words about it changed.
fn counts(value: Value<'_>) -> Vec<Option<f64>> {
    let parts = ["value", "numerator", "denominator", "n"].map(|name| value.field(name).and_then(Value::number));
    std::iter::once(value.number()).chain(parts).collect()
}

fn moved(then: f64, now: f64, is_percentage: bool) -> Weight {
    let by = (now - then).abs();
    if by == 0.0 {
        return Weight { material: false, why: "it leaves the figure as it was".to_owned() };
    }
    if is_percentage {
        let why = format!("it moves by {} percentage points", tenths(by));
        return Weight { material: tenths_of(by) >= tenths_of(MATERIAL_POINTS), why };
    }
    if then == 0.0 {
        return material("it was 0");
    }
    let share = by / then.abs() * 100.0;
    Weight { material: share >= MATERIAL_SHARE, why: format!("it moves by {}%", tenths(share)) }
}

fn tenths_of(number: f64) -> f64 {
    (number * 10.0).round()
}

/// With one decimal; what is less than a tenth is said so.
fn tenths(number: f64) -> String {
    if tenths_of(number) < 1.0 { "less than 0.1".to_owned() } else { format!("{:.1}", tenths_of(number) / 10.0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake;

    fn weighed(path: &str, then: &str, now: &str, same_quarter: bool, is_percentage: bool) -> Option<(bool, String)> {
        let read = |text: &str| intake::read("return.json", format!("[{text}]").as_bytes()).intake;
        let (then, now) = (read(then), read(now));
        let (then, now) = (then.root().unwrap().item(0), now.root().unwrap().item(0));
        weigh(path, then, now, same_quarter, is_percentage).map(|weight| (weight.material, weight.why))
    }

    #[test]
    fn a_figure_is_material_from_a_twentieth_on() {
        let path = "results[].actuals[]";
        let told = |then, now, percentage| weighed(path, then, now, false, percentage).unwrap();
        assert_eq!(told("201", "207", false), (false, "it moves by 3.0%".to_owned()));
        assert_eq!(told("100", "105", false), (true, "it moves by 5.0%".to_owned()));
        assert_eq!(
            told(r#"{"value": 74.1}"#, r#"{"value": 75.9}"#, true),
            (true, "it moves by 1.8 percentage points".to_owned())
        );
        assert!(!told("75.0", "75.4", true).0);
        assert!(told("0", "1", false).0);
        assert_eq!(told("100000", "100001", false).1, "it moves by less than 0.1%");
        assert!(told(r#"{"value": 9}"#, r#"{"status": "not_available"}"#, false).0);
    }

    #[test]
    fn terms_weigh_between_quarters_and_verdicts_within_one() {
        assert!(weighed("results[].target.value", "240", "220", false, false).unwrap().0);
        assert_eq!(weighed("results[].rag", "\"green\"", "\"red\"", false, false), None);
        assert!(weighed("results[].rag", "\"green\"", "\"red\"", true, false).unwrap().0);
        assert_eq!(weighed("finance.totals.forecast", "10", "20", false, false), None, "two quarters, two figures");
        assert!(weighed("finance.totals.forecast", "10", "20", true, false).unwrap().0);
        assert_eq!(weighed("results[].commentary", "\"a\"", "\"b\"", true, false), None);
    }
}
