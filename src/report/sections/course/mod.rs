//! How things went, quarter by quarter: ratings, figures, forecasts, promises, trust and spending. Only where earlier
//! returns were at hand; every figure is one that was told, or that this version would have told then.

mod forecasts;
mod measures;
mod promises;
mod ratings;
mod spending;
mod trust;

use super::{Cx, make};
use crate::{
    disclosure::published::{MemoryShown, Shown},
    report::block::{Block, PlotGap, PlotStep, Section, SectionRank},
    returns::Period,
};

pub(super) use measures::{has_figures, measure_table};
pub(super) use spending::spending_table;
pub(super) use trust::trust_table;

/// Where links to the section lead.
pub(in crate::report) const ANCHOR: &str = "quarter-by-quarter";

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let Some(memory) = shown(cx) else { return Vec::new() };
    let [title, question] = cx.w.course_heading();
    let mut blocks = Vec::new();
    blocks.extend(ratings::chart(cx, memory));
    blocks.extend(measures::charts(cx, memory));
    blocks.extend(forecasts::table(cx, memory));
    blocks.extend(trust::chart(cx, memory));
    blocks.extend(pairs(spending::charts(cx, memory)));
    blocks.extend(promises::table(cx, memory));
    if blocks.is_empty() {
        return Vec::new();
    }
    vec![Block::Section(Section {
        anchor: ANCHOR.to_owned(),
        number: String::new(),
        title: title.to_owned(),
        question: question.to_owned(),
        rank: SectionRank::Full,
        new_page: true,
        blocks,
    })]
}

/// Whether the report has the section.
pub(in crate::report) fn is_there(cx: &Cx<'_>) -> bool {
    shown(cx).is_some()
}

/// Fewer figures than these make no line: two of them would be read as a trend.
const ENOUGH: usize = 3;

/// What was at hand, where there is more than one quarter of it.
pub(super) fn shown<'a>(cx: &Cx<'a>) -> Option<&'a MemoryShown> {
    cx.published.memory.as_ref().filter(|memory| memory.quarters.len() > 1)
}

/// Two to a row.
fn pairs(blocks: Vec<Block>) -> Vec<Block> {
    let mut rows = Vec::new();
    let mut blocks = blocks.into_iter().peekable();
    while blocks.peek().is_some() {
        rows.push(make::ruled(blocks.by_ref().take(2).map(|block| (6, vec![block])).collect()));
    }
    rows
}

/// “July to September 2026”.
pub(super) fn months(cx: &Cx<'_>, quarter: Period) -> String {
    quarter.as_quarter().map_or_else(|| quarter.to_string(), |(year, quarter)| cx.w.quarter_months(year, quarter))
}

/// “Jul to Sep 2026”, for the narrow heads of charts.
fn short_months(cx: &Cx<'_>, quarter: Period) -> String {
    quarter.as_quarter().map_or_else(
        || quarter.to_string(),
        |(year, quarter)| {
            let (first, last) = quarter.days(year.first_year());
            format!("{} {}", cx.w.short_quarter(first.month(), last.month()), last.year())
        },
    )
}

/// The last month of a quarter, and its year.
fn step(cx: &Cx<'_>, quarter: Period) -> PlotStep {
    quarter.as_quarter().map_or_else(
        || PlotStep { label: quarter.to_string(), year: String::new() },
        |(year, quarter)| {
            let (_, last) = quarter.days(year.first_year());
            PlotStep { label: cx.w.short_month(last.month()).to_owned(), year: last.year().to_string() }
        },
    )
}

fn slots(cx: &Cx<'_>, quarters: &[Period]) -> Vec<String> {
    let named = quarters.iter().map(|quarter| step(cx, *quarter));
    named.map(|step| format!("{} {}", step.label, step.year)).collect()
}

/// The first and the last month of the quarters: “April 2025”, “June 2027”.
fn ends(cx: &Cx<'_>, memory: &MemoryShown) -> Option<[String; 2]> {
    let days = |quarter: &Period| quarter.as_quarter().map(|(year, quarter)| quarter.days(year.first_year()));
    let ((first, _), (_, last)) = (days(memory.quarters.first()?)?, days(memory.quarters.last()?)?);
    Some([first, last].map(|day| format!("{} {}", cx.w.month_name(day.month()), day.year())))
}

fn slot(at: usize) -> u8 {
    u8::try_from(at).unwrap_or(u8::MAX)
}

fn number(shown: Option<&Shown>) -> Option<f64> {
    Some(shown?.number()?.coordinate())
}

fn gap(at: usize, words: &str) -> PlotGap {
    PlotGap { slot: slot(at), label: words.to_owned() }
}
