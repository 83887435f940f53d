//! The points of a series that were told before stay as they were told.

use rust_decimal::Decimal;

use crate::diagnostic::{Severity, Stage};
use crate::returns::{Figure, FigureStatus, Quantity};
use crate::rules::system_health::series_of_another_length::index;
use crate::rules::system_health::with_earlier_measure;
use crate::rules::then_and_now::{is_restated, the_return};
use crate::rules::{Area, Fault, Rule, RuleContext, words};

pub(in crate::rules) static RULE: Rule = Rule {
    name: "series-rewritten",
    code: "S-24",
    area: Area::SystemHealth,
    stage: Stage::Arithmetic,
    severity: Severity::Warning,
    fault: Fault::Wrong,
    why: "A run chart shows what changed by all its points. One that is moved afterwards moves the limits with it, and a \
          signal appears or goes that nobody ever saw. A point that was provisional or estimated may become final.",
    answer: "Put the earlier points back; or add a restatement that says which changed, and why.",
    example: r#""restatements": [{ "refers_to": "S1", "period": "2025-08", "was": 13, "now": 12, "reason": "A month was counted in working days." }]"#,
    check,
};

/// The value of a point that was told as one that stays.
fn stays(point: &Figure) -> Option<Decimal> {
    match point.status {
        Some(
            FigureStatus::Provisional
            | FigureStatus::Estimated
            | FigureStatus::NotAvailable
            | FigureStatus::NotApplicable,
        ) => None,
        Some(FigureStatus::Final | FigureStatus::Revised) | None => point.value.map(Quantity::get),
    }
}

fn check(cx: &mut RuleContext<'_>) {
    let Some(previous) = cx.previous() else { return };
    for (measure, earlier) in with_earlier_measure(cx) {
        let now = measure.part("series", |measure| measure.series.as_ref());
        let then = earlier.part("series", |measure| measure.series.as_ref());
        let Some((now, then)) = now.zip(then).filter(|(now, then)| now.frequency == then.frequency) else { continue };
        let is_cut = now.is_cut("values") || then.is_cut("values");
        let starts = index(now.frequency, now.from).zip(index(then.frequency, then.from));
        let Some((starts, started)) = starts.filter(|_| !is_cut) else { continue };
        if is_restated(&cx.header(), &measure.id, None) {
            continue;
        }
        let told: Vec<_> = then.list("values", |series| &series.values).collect();
        let mut changed = Vec::new();
        for (point, at) in now.list("values", |series| &series.values).zip(starts..) {
            let Some(then) = usize::try_from(at - started).ok().and_then(|at| told.get(at)) else { continue };
            let both = point.value.map(Quantity::get).zip(stays(then));
            if let Some((is, was)) = both.filter(|(is, was)| is != was) {
                changed.push((point, then.clone(), is, was));
            }
        }
        let more = changed.len().saturating_sub(1);
        let Some((point, then, is, was)) = changed.into_iter().next() else { continue };
        let others = match more {
            0 => String::new(),
            1 => ", and 1 more point is another".to_owned(),
            more => format!(", and {more} more points are others"),
        };
        cx.report(point.pointer())
            .message(format!(
                "The series of “{}” has {} where {} had {}{others}",
                measure.title.any(),
                words::decimal(is),
                the_return(&previous),
                words::decimal(was)
            ))
            .related(then.pointer(), "the point then")
            .help("put the earlier points back, or add a restatement that says why they changed")
            .provided(is)
            .expected(was)
            .done();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::gets_after;

    fn series(from: &str, to: &str, values: &str) -> String {
        format!(
            r#"{{"system_health": {{"measures": [{{"id": "S1", "title": "Waits",
                "series": {{"frequency": "month", "from": "{from}", "to": "{to}", "values": {values}}}}}]}}}}"#
        )
    }

    #[test]
    fn a_point_that_moved_is_named_with_how_many_more() {
        gets_after(
            &series("2026-04", "2026-06", "[11, 12, 13]"),
            &super::RULE,
            &series("2026-05", "2026-08", "[10, 12, 9, 9]"),
            &[
                "/system_health/measures/0/series/values/0 warning: The series of “Waits” has 10 where the return for Q1 of 2026-27 \
             had 12, and 1 more point is another | put the earlier points back, or add a restatement that says why they changed",
            ],
        );
    }

    #[test]
    fn a_longer_series_a_restated_one_and_a_provisional_point_are_left_alone() {
        let then = series("2026-04", "2026-06", "[11, 12, 13]");
        gets_after(&then, &super::RULE, &series("2026-03", "2026-07", "[1, 11, 12, 13, 4]"), &[]);
        let restated = r#"{"return": {"restatements": [{"refers_to": "S1", "reason": "Counted in working days."}]}, "#;
        let now = series("2026-04", "2026-06", "[9, 12, 13]").replacen('{', restated, 1);
        gets_after(&then, &super::RULE, &now, &[]);
        let provisional = series("2026-04", "2026-04", r#"[{"value": 11, "status": "provisional"}]"#);
        gets_after(&provisional, &super::RULE, &series("2026-04", "2026-04", "[9]"), &[]);
    }
}
