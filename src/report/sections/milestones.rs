//! What is late: the milestones on an axis of months, and the table behind them for annex B.

use super::{Cx, annex_tables, grid::Grid, make, paths};
use crate::order;
use crate::{
    disclosure::published::MilestoneShown,
    report::block::{Block, Chart, MilestoneRow, MilestonesPlot, Plot, PlotValue, Rich},
    returns::{Date, MilestoneStatus},
};

/// More rows than this are too many: then only those that are late or come next are drawn.
const ROWS: usize = 8;

/// The chart; `None` where no milestone has a date.
pub(super) fn chart(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let milestones = in_order(cx);
    let drawn: Vec<&MilestoneShown> = drawn(cx, &milestones);
    let end = cx.published.header.last_day;
    let dates = drawn.iter().flat_map(|milestone| [milestone.due, milestone.forecast_date, milestone.completed_on]);
    let dates: Vec<Date> = dates.flatten().chain([cx.published.header.first_day, end]).collect();
    if dates.len() < 3 {
        return None;
    }
    let (first, last) = (*dates.iter().min()?, *dates.iter().max()?);
    let months = months(first, last);
    let late = milestones.iter().filter(|milestone| is_late(milestone)).count();
    let (headline, _) = w.milestones_table(late, milestones.len());
    let month = |date: Date| format!("{} {}", w.month_name(date.month()), date.year());
    let (from, to) = (month(first), month(last));
    let rows: Vec<MilestoneRow> = drawn.iter().map(|milestone| row(cx, milestone, first)).collect();
    let told = drawn.iter().filter(|milestone| is_late(milestone));
    let told: Vec<String> =
        told.map(|milestone| w.title_and_figures(&milestone.title.text, &words(cx, milestone))).collect();
    let table = annex_tables::number(cx, annex_tables::Kind::Milestones);
    let [what, message, late, data] = w.milestones_alt(&from, &to, &headline, &told, &table);
    Some(Block::Chart(Box::new(Chart {
        anchor: "chart-milestones".to_owned(),
        headline: headline.into(),
        subtitle: w.milestones_subtitle(&from, &to).into(),
        alt: paths::alt_text(&what, &[message, late], &data),
        plot: Plot::Milestones(MilestonesPlot {
            months: months.iter().map(|&month| w.short_month(month).to_owned()).collect(),
            quarter_end: PlotValue { value: position(first, end) + A_DAY, label: w.quarter_ended().to_owned() },
            rows,
        }),
        note: w.milestones_key(drawn.len(), milestones.len()).into(),
        table: None,
    })))
}

/// The table behind the chart.
pub(super) fn table(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let milestones = in_order(cx);
    let late = milestones.iter().filter(|milestone| is_late(milestone)).count();
    let (caption, [what, due, done, status]) = w.milestones_table(late, milestones.len());
    let number = annex_tables::number(cx, annex_tables::Kind::Milestones);
    let columns = vec![make::words(what, 50), make::words(due, 14), make::words(done, 18), make::words(status, 18)];
    let mut table = Grid::new(w, "table-milestones", w.numbered_caption(&number, &caption), columns).tight();
    for milestone in milestones {
        let date = milestone.completed_on.or(milestone.forecast_date);
        let delay = milestone.due.zip(date).and_then(|(due, date)| w.later_by(date.days_after(due)));
        let line = table
            .line()
            .words(cx.said(&milestone.title))
            .by(milestone.reason.as_ref().map_or_else(Rich::none, |reason| cx.said(reason)))
            .known(milestone.due.map(|due| w.short_date(due)))
            .maybe(date.map(|date| w.short_date(date)))
            .by(delay.unwrap_or_default())
            .known(milestone.status.map(|status| Rich::none().strong(w.milestone_status(status))));
        table.add(line);
    }
    table.block()
}

fn is_late(milestone: &MilestoneShown) -> bool {
    milestone.status == Some(MilestoneStatus::Late)
}

/// Late ones first; the others keep the order of the return.
fn in_order<'a>(cx: &Cx<'a>) -> Vec<&'a MilestoneShown> {
    let mut milestones: Vec<_> = cx.published.milestones.iter().collect();
    order::by_key(&mut milestones, |milestone| !is_late(milestone));
    milestones
}

/// All of them, or, of many, those that are late or due in the next quarter.
fn drawn<'a>(cx: &Cx<'_>, milestones: &[&'a MilestoneShown]) -> Vec<&'a MilestoneShown> {
    const NEXT_QUARTER: i64 = 92;
    let end = cx.published.header.last_day;
    let is_next =
        |milestone: &MilestoneShown| milestone.due.is_some_and(|due| (1..=NEXT_QUARTER).contains(&due.days_after(end)));
    let few = milestones.len() <= ROWS;
    let kept = milestones.iter().copied().filter(|milestone| few || is_late(milestone) || is_next(milestone));
    let dated = kept.filter(|milestone| {
        [milestone.due, milestone.forecast_date, milestone.completed_on].iter().any(Option::is_some)
    });
    dated.collect()
}

fn row(cx: &Cx<'_>, milestone: &MilestoneShown, first: Date) -> MilestoneRow {
    let at = |date: Option<Date>| date.map(|date| position(first, date));
    MilestoneRow {
        name: milestone.title.text.clone(),
        words: words(cx, milestone),
        due: at(milestone.due),
        expected: at(milestone.forecast_date),
        done: at(milestone.completed_on),
        late: is_late(milestone),
    }
}

/// What stands beside it: how early or late, else its status.
fn words(cx: &Cx<'_>, milestone: &MilestoneShown) -> String {
    let w = cx.w;
    let status = || milestone.status.map_or_else(|| w.not_stated(), |status| w.milestone_status(status)).to_owned();
    match (milestone.due, milestone.completed_on, milestone.forecast_date) {
        (Some(due), Some(done), _) => w.against_due(due, done),
        (Some(due), None, Some(expected)) if is_late(milestone) => {
            w.late_by(expected.days_after(due)).unwrap_or_else(status)
        }
        (_, _, _) => status(),
    }
}

/// A day, in months.
const A_DAY: f64 = 1.0 / 30.4;

/// Months since the start of the month of `first`.
fn position(first: Date, date: Date) -> f64 {
    let whole = month_number(date) - month_number(first);
    let start = Date::from_ymd(date.year(), date.month(), 1);
    let next = match date.month() {
        12 => Date::from_ymd(date.year() + 1, 1, 1),
        month => Date::from_ymd(date.year(), month + 1, 1),
    };
    let length = start.zip(next).map_or(30, |(start, next)| next.days_after(start));
    f64::from(whole) + f64::from(date.day() - 1) / length as f64
}

/// Months since the year 0.
fn month_number(date: Date) -> i32 {
    date.year() * 12 + i32::try_from(date.month()).unwrap_or_default()
}

/// The months from the first day's to the last day's, from 1 to 12.
fn months(first: Date, last: Date) -> Vec<u32> {
    /// Nothing in a return is further off than this; a date that is says little on an axis.
    const MOST: i32 = 600;
    let count = (month_number(last) - month_number(first) + 1).clamp(1, MOST);
    (0..count.unsigned_abs()).map(|at| (first.month() - 1 + at) % 12 + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn days_stand_inside_their_month() {
        let first = date("2026-07-27");
        assert!((position(first, date("2026-07-01")) - 0.0).abs() < 1e-9);
        assert!((position(first, date("2027-01-16")) - (6.0 + 15.0 / 31.0)).abs() < 1e-9);
        assert_eq!(months(first, date("2027-03-31")), [7, 8, 9, 10, 11, 12, 1, 2, 3]);
    }
}
