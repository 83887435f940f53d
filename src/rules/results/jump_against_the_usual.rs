//! A figure unlike the ones before it is asked about.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::approach::results::{Counting, MeasureType, ResultMeasure};
use crate::returns::{People, Period, Quarter, rating};
use crate::rules::{Area, At, Fault, Rule, RuleContext, spot::Spot, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "jump-against-the-usual",
    code: "R-16",
    area: Area::Results,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "Most figures that jump are right, and some have a digit too many. Whoever reads the return will ask; it is \
          better to have answered.",
    answer: "Check the figure for a digit too many or too few. If it is right, explain what happened. Running totals are \
             compared by what each quarter added; counts under 20 are never asked about.",
    example: r#""actuals": [{ "period": "2026-27 Q1", "value": 52 }, { "period": "2026-27 Q2", "value": 61 }]"#,
    check,
};

/// With this many earlier points their own spread says what is usual.
const ENOUGH: usize = 6;
/// Counts below this may do as they please.
const SMALL: i64 = 20;
/// With fewer points: so many times the last one, or less than that part of it.
const TIMES: i64 = 8;

fn check(cx: &mut RuleContext<'_>) {
    let earlier = all_earlier(cx);
    let Some(now) = cx.quarter().quarter_index() else { return };
    for measure in cx.results() {
        if measure.measure_type == Some(MeasureType::YesNo) || measure.is_cut("actuals") {
            continue;
        }
        let mut points = BTreeMap::new();
        for then in earlier.get(measure.id.as_str()).into_iter().flatten() {
            // Where it counts in another way there is nothing to compare with.
            if then.counting == measure.counting && then.measure_type == measure.measure_type {
                add_points(then, now - 1, &mut points);
            }
        }
        add_points(&measure, now, &mut points);
        let adds_up = adds_up(&measure);
        let mut points = if adds_up { increases(&measure, points) } else { points.into_values().collect() };
        let Some(last) = points.pop().filter(|last| last.index == now) else { continue };
        if let Some(usual) = usual(&points, &last) {
            report(cx, &measure, &last, &usual, adds_up);
        }
    }
}

/// What all earlier returns said of each measure, oldest first, so that the last word on a quarter is the one that counts.
fn all_earlier<'a>(cx: &RuleContext<'a>) -> BTreeMap<&'a str, Vec<At<'a, ResultMeasure>>> {
    let mut measures: BTreeMap<&str, Vec<At<'_, ResultMeasure>>> = BTreeMap::new();
    for filed in cx.earlier() {
        for then in filed.list("results", |filed| &filed.results) {
            measures.entry(then.get().id.as_str()).or_default().push(then);
        }
    }
    measures
}

/// A figure of a quarter.
struct Point {
    index: i64,
    period: Period,
    value: Decimal,
    /// Whether it rests on a count so small that it may do as it pleases.
    is_small: bool,
    at: Spot,
}

fn add_points(measure: &At<'_, ResultMeasure>, until: i64, points: &mut BTreeMap<i64, Point>) {
    let is_count = measure.value_is_count();
    for actual in measure.list("actuals", |measure| &measure.actuals) {
        let Some((period, index)) = actual.period.and_then(|period| Some((period, period.quarter_index()?))) else {
            continue;
        };
        let Some(value) = rating::exact(measure, &actual).map(|exact| exact.rounded(4)) else { continue };
        let count = actual.numerator.map(People::decimal).or(is_count.then_some(value));
        let is_small = count.is_some_and(|count| count < Decimal::from(SMALL));
        if index <= until {
            points.insert(index, Point { index, period, value, is_small, at: actual.spot_of("value") });
        }
    }
}

/// Whether its figures add up quarter by quarter, so that the quarter’s own part is what to compare.
fn adds_up(measure: &ResultMeasure) -> bool {
    matches!(measure.counting, Some(Counting::CumulativeYearToDate | Counting::CumulativeSinceStart))
        && matches!(measure.measure_type, Some(MeasureType::Count | MeasureType::Money))
}

/// What each quarter added to a running total, where the quarter before is known.
fn increases(measure: &ResultMeasure, totals: BTreeMap<i64, Point>) -> Vec<Point> {
    let yearly = measure.counting == Some(Counting::CumulativeYearToDate);
    let mut increases = Vec::new();
    let mut before: Option<(i64, Decimal)> = None;
    for (index, mut total) in totals {
        let is_first = yearly && total.period.as_quarter().is_some_and(|(_, quarter)| quarter == Quarter::Q1);
        let from =
            if is_first { Some(Decimal::ZERO) } else { before.filter(|(at, _)| at + 1 == index).map(|(_, was)| was) };
        before = Some((index, total.value));
        if let Some(increase) = from.and_then(|from| total.value.checked_sub(from)) {
            total.value = increase;
            total.is_small = increase < Decimal::from(SMALL) && measure.measure_type != Some(MeasureType::Money);
            increases.push(total);
        }
    }
    increases
}

/// What a figure is unlike.
enum Usual<'p> {
    Last(&'p Point),
    Mean(Decimal),
}

/// What the last figure is so unlike that somebody will ask.
fn usual<'p>(earlier: &'p [Point], last: &Point) -> Option<Usual<'p>> {
    let before = earlier.last()?;
    if (before.is_small && last.is_small) || last.value < Decimal::ZERO {
        return None;
    }
    if earlier.len() < ENOUGH {
        let jumped = last.value >= before.value.checked_mul(Decimal::from(TIMES))?;
        let fell = last.value.checked_mul(Decimal::from(TIMES))? <= before.value;
        // From nothing, anything is many times as much.
        return (before.value > Decimal::ZERO && (jumped || fell)).then_some(Usual::Last(before));
    }
    let mut sum = Decimal::ZERO;
    let mut moved = Decimal::ZERO;
    for point in earlier {
        sum = sum.checked_add(point.value)?;
    }
    for pair in earlier.windows(2) {
        moved = moved.checked_add(pair[1].value.checked_sub(pair[0].value)?.abs())?;
    }
    let mean = sum.checked_div(Decimal::from(earlier.len()))?;
    let range = moved.checked_div(Decimal::from(earlier.len() - 1))?;
    let off = last.value.checked_sub(mean)?.abs();
    let is_outside = off > range.checked_mul(Decimal::new(266, 2))?;
    (is_outside && off.checked_mul(Decimal::TWO)? > mean.abs()).then_some(Usual::Mean(mean))
}

fn report(cx: &mut RuleContext<'_>, measure: &At<'_, ResultMeasure>, last: &Point, usual: &Usual<'_>, adds_up: bool) {
    let title = format!("“{}”", measure.title.any());
    let now = words::decimal(last.value);
    let quarter = words::period(last.period);
    let (is_up, was) = match usual {
        Usual::Last(before) => (last.value > before.value, words::decimal(before.value)),
        Usual::Mean(mean) => (last.value > *mean, words::decimal(mean.round_dp(1))),
    };
    let digit = if is_up { "an extra digit" } else { "a missing digit" };
    let message = match (usual, adds_up) {
        (Usual::Last(before), true) => {
            format!("{title} grew by {now} in {quarter}, after {was} in {}", words::period(before.period))
        }
        (Usual::Last(_), false) => {
            let verb = if is_up { "jumped" } else { "dropped" };
            format!("{title} {verb} from {was} to {now}")
        }
        (Usual::Mean(_), true) => format!("{title} grew by {now} in {quarter}, far from the {was} it usually grows by"),
        (Usual::Mean(_), false) => format!("{title} is {now} in {quarter}, far from its usual {was}"),
    };
    let finding = cx
        .report(last.at.pointer())
        .message(message)
        .help(format!("check for {digit}; if it is right, explain what happened"))
        .provided(last.value);
    match usual {
        Usual::Last(before) => finding.related(before.at.pointer(), "the figure before").done(),
        Usual::Mean(_) => finding.done(),
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{gets, gets_after};

    fn calls(counting: &str, actuals: &[(&str, u32)]) -> String {
        let actuals: Vec<String> =
            actuals.iter().map(|(quarter, value)| format!(r#"{{"period": "{quarter}", "value": {value}}}"#)).collect();
        format!(
            r#"{{"results": [{{"id": "R5", "title": "Call-outs", "measure_type": "count", "unit": "call-outs",
                "counting": "{counting}", "actuals": [{}]}}]}}"#,
            actuals.join(",")
        )
    }

    #[test]
    fn eight_times_as_much_and_an_eighth_are_asked_about() {
        gets(
            &super::RULE,
            &calls("in_quarter", &[("2026-27 Q1", 52), ("2026-27 Q2", 520)]),
            &["/results/0/actuals/1/value warning: “Call-outs” jumped from 52 to 520 \
               | check for an extra digit; if it is right, explain what happened"],
        );
        gets(
            &super::RULE,
            &calls("in_quarter", &[("2026-27 Q1", 520), ("2026-27 Q2", 52)]),
            &["/results/0/actuals/1/value warning: “Call-outs” dropped from 520 to 52 \
               | check for a missing digit; if it is right, explain what happened"],
        );
        gets(&super::RULE, &calls("in_quarter", &[("2026-27 Q1", 52), ("2026-27 Q2", 415)]), &[]);
    }

    #[test]
    fn running_totals_are_compared_by_what_each_quarter_added() {
        gets(
            &super::RULE,
            &calls("cumulative_year_to_date", &[("2026-27 Q1", 52), ("2026-27 Q2", 520)]),
            &[
                "/results/0/actuals/1/value warning: “Call-outs” grew by 468 in Q2 of 2026-27, after 52 in Q1 of 2026-27 \
               | check for an extra digit; if it is right, explain what happened",
            ],
        );
        gets(
            &super::RULE,
            &calls("cumulative_year_to_date", &[("2025-26 Q4", 900), ("2026-27 Q1", 52), ("2026-27 Q2", 104)]),
            &[],
        );
    }

    #[test]
    fn small_counts_and_a_start_from_nothing_are_left_in_peace() {
        gets(&super::RULE, &calls("in_quarter", &[("2026-27 Q1", 2), ("2026-27 Q2", 19)]), &[]);
        gets(&super::RULE, &calls("in_quarter", &[("2026-27 Q1", 0), ("2026-27 Q2", 52)]), &[]);
        gets(&super::RULE, &calls("in_quarter", &[("2026-27 Q2", 52)]), &[]);
    }

    #[test]
    fn with_six_points_their_own_spread_says_what_is_usual() {
        let earlier = [
            ("2024-25 Q4", 50),
            ("2025-26 Q1", 54),
            ("2025-26 Q2", 49),
            ("2025-26 Q3", 53),
            ("2025-26 Q4", 51),
            ("2026-27 Q1", 52),
        ];
        let with = |last| {
            let mut points = earlier.to_vec();
            points.push(("2026-27 Q2", last));
            calls("in_quarter", &points)
        };
        gets(
            &super::RULE,
            &with(90),
            &["/results/0/actuals/6/value warning: “Call-outs” is 90 in Q2 of 2026-27, far from its usual 51.5 \
               | check for an extra digit; if it is right, explain what happened"],
        );
        gets(&super::RULE, &with(70), &[]);
    }

    #[test]
    fn the_last_return_knows_earlier_points() {
        gets_after(
            &calls("in_quarter", &[("2026-27 Q1", 52)]),
            &super::RULE,
            &calls("in_quarter", &[("2026-27 Q2", 520)]),
            &["/results/0/actuals/0/value warning: “Call-outs” jumped from 52 to 520 \
               | check for an extra digit; if it is right, explain what happened"],
        );
    }
}
