//! The chart of a series: a control chart from ten points on, a run chart from three. Its lines and signals are those
//! that were published; nothing is worked out here.

use super::{Cx, annex_tables, paths};
use crate::order;
use crate::{
    disclosure::published::{LimitsShown, Number, ReadingShown, Shown, SignalShown, SystemMeasureShown, UnitSign},
    report::{
        block::{
            Block, Chart, ControlPlot, ControlPoint, ControlStretch, NamedSignal, Plot, PlotStep, PlotValue,
            PointSignal, Rich, StepWords,
        },
        wording::{Latest, Pace, Short},
    },
    returns::{
        Period,
        approach::results::BetterDirection,
        control::{Side, SignalKind},
    },
};

/// The chart of a measure; `None` where its series has too few points for one.
pub(super) fn chart(cx: &Cx<'_>, at: usize, measure: &SystemMeasureShown) -> Option<Block> {
    let w = cx.w;
    let reading = measure.reading.as_ref()?;
    let last = reading.stretches.last()?;
    let first = measure.series.first()?.period?;
    let pace = Pace::of(first);
    let has_limits = last.limits.is_some();
    let latest = latest(measure, reading);
    let better = match latest {
        Latest::Signal { side, .. } => is_better(measure.direction, side),
        Latest::EarlierOnly | Latest::Usual => None,
    };
    let headline = w.series_headline(pace, latest, has_limits, better);
    let span = [first, measure.series.last()?.period?].map(|period| w.period(period));
    let span = [span[0].as_str(), span[1].as_str()];
    let n = measure.current.n.as_ref().and_then(Shown::number).map(|n| w.number(n));
    let plot = plot(cx, measure, reading, pace);
    let stretch = plot.stretches.last()?;
    let lines = [Some(&stretch.centre), stretch.lower.as_ref(), stretch.upper.as_ref()];
    let lines: Vec<String> = lines.into_iter().flatten().map(|line| line.label.clone()).collect();
    let table = annex_tables::number(cx, annex_tables::Kind::Series(at));
    let [what, message, lines, data] = w.series_alt(&measure.title.text, span, &headline, &lines, &table);
    Some(Block::Chart(Box::new(Chart {
        anchor: format!("chart-series-{}", at + 1),
        headline: headline.into(),
        subtitle: w.series_subtitle(&measure.title.text, span[0], span[1], n.as_deref()).into(),
        alt: paths::alt_text(&what, &[message, lines], &data),
        note: note(cx, measure, reading, pace),
        plot: Plot::Control(plot),
        table: None,
    })))
}

fn note(cx: &Cx<'_>, measure: &SystemMeasureShown, reading: &ReadingShown, pace: Pace) -> Rich {
    let w = cx.w;
    let limits = reading.stretches.last().and_then(|stretch| stretch.limits.as_ref());
    let range = limits.map(|limits| w.number(limits.moving_range));
    let points = measure.series.iter().filter(|point| point.figure.number().is_some()).count();
    let left_alone = reading.stretches.len() == 1 && changes(measure).next().is_some();
    let mut words = w.series_note(pace, points, range.as_deref(), reading.stretches.len(), left_alone);
    if !reading.signals.is_empty() {
        words.push(' ');
        words.push_str(w.series_key(measure.direction));
    }
    let mut shorts: Vec<Short> = measure.series.iter().filter_map(|point| Short::of(&point.figure)).collect();
    shorts.sort_unstable();
    shorts.dedup();
    for short in shorts {
        words.push(' ');
        words.push_str(w.short_note(short));
    }
    words.into()
}

/// The marked changes that fall inside the series, with their steps.
fn changes(measure: &SystemMeasureShown) -> impl Iterator<Item = (usize, &str)> {
    measure.changes.iter().filter_map(|change| {
        let step = measure.series.iter().position(|point| point.period == Some(change.at))?;
        Some((step, change.what.as_str()))
    })
}

fn plot(cx: &Cx<'_>, measure: &SystemMeasureShown, reading: &ReadingShown, pace: Pace) -> ControlPlot {
    let w = cx.w;
    let sign = measure.unit.sign;
    let step = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    let words = |number: Number| w.figure(&Shown::Number { value: number, mark: None }, sign);
    let value = |number: Number, label: String| PlotValue { value: number.coordinate(), label };
    let limit = |limits: &Option<LimitsShown>, upper: bool| {
        let limits = limits.as_ref()?;
        let number = if upper { limits.upper } else { limits.lower }?;
        Some(value(number, w.limit_label(&words(number), upper)))
    };
    let stretches = reading.stretches.iter().map(|stretch| ControlStretch {
        from: step(stretch.from),
        to: step(stretch.to.saturating_sub(1)),
        centre: value(stretch.centre, w.centre_label(&words(stretch.centre), stretch.limits.is_some())),
        lower: limit(&stretch.limits, false),
        upper: limit(&stretch.limits, true),
    });
    let points = measure.series.iter().enumerate().filter_map(|(at, point)| {
        let number = point.figure.number()?;
        Some(ControlPoint { step: step(at), value: number.coordinate(), signal: signal_at(measure, reading, at) })
    });
    let gaps = measure.series.iter().enumerate().filter(|(_, point)| point.figure.number().is_none());
    ControlPlot {
        steps: measure.series.iter().map(|point| plot_step(cx, point.period)).collect(),
        unit_sign: w.axis_sign(sign == UnitSign::Percent).to_owned(),
        points: points.collect(),
        gaps: gaps
            .map(|(at, gap)| StepWords { step: step(at), label: w.figure(&gap.figure, UnitSign::None) })
            .collect(),
        stretches: stretches.collect(),
        changes: changes(measure).map(|(at, what)| StepWords { step: step(at), label: what.to_owned() }).collect(),
        named: named(cx, measure, reading, pace),
    }
}

fn plot_step(cx: &Cx<'_>, period: Option<Period>) -> PlotStep {
    let w = cx.w;
    let of_quarter = |period: Period| {
        let (year, quarter) = period.as_quarter()?;
        let (_, last) = quarter.days(year.first_year());
        Some(PlotStep { label: w.short_month(last.month()).to_owned(), year: last.year().to_string() })
    };
    let of_month = |period: Period| {
        let (year, month) = period.as_month()?;
        Some(PlotStep { label: w.short_month(month).to_owned(), year: year.to_string() })
    };
    let of_year =
        |period: Period| Some(PlotStep { label: String::new(), year: period.as_year()?.first_year().to_string() });
    period
        .and_then(|period| of_quarter(period).or_else(|| of_month(period)).or_else(|| of_year(period)))
        .unwrap_or(PlotStep { label: String::new(), year: String::new() })
}

/// Whether a side is the better one; `None` where nobody says.
const fn is_better(direction: Option<BetterDirection>, side: Side) -> Option<bool> {
    match (direction, side) {
        (Some(BetterDirection::HigherIsBetter), Side::Above) | (Some(BetterDirection::LowerIsBetter), Side::Below) => {
            Some(true)
        }
        (Some(BetterDirection::HigherIsBetter), Side::Below) | (Some(BetterDirection::LowerIsBetter), Side::Above) => {
            Some(false)
        }
        (Some(BetterDirection::InRange | BetterDirection::Neutral) | None, Side::Above | Side::Below) => None,
    }
}

/// How a point is drawn: by the side it stands on, and only where it has no other signal by the way its trend goes.
fn signal_at(measure: &SystemMeasureShown, reading: &ReadingShown, at: usize) -> PointSignal {
    let here = || reading.signals.iter().filter(|signal| signal.at == at);
    let signal = here().find(|signal| signal.kind != SignalKind::Trend).or_else(|| here().next());
    match signal.map(|signal| is_better(measure.direction, signal.side)) {
        None => PointSignal::None,
        Some(Some(false)) => PointSignal::Worse,
        Some(Some(true) | None) => PointSignal::Better,
    }
}

/// Points next to one another that share a signal.
#[derive(Clone, Copy)]
struct Group {
    kind: SignalKind,
    side: Side,
    from: usize,
    to: usize,
}

impl Group {
    const fn points(self) -> usize {
        self.to - self.from + 1
    }
}

/// All groups, the latest first; of two that end together, in the order of their weight: a run, a point outside, a
/// trend, near a limit.
fn groups(reading: &ReadingShown) -> Vec<Group> {
    const WEIGHT: [SignalKind; 4] = [SignalKind::Run, SignalKind::Outside, SignalKind::Trend, SignalKind::NearLimit];
    let mut groups = Vec::new();
    for kind in WEIGHT {
        let signals: Vec<&SignalShown> = reading.signals.iter().filter(|signal| signal.kind == kind).collect();
        for run in signals.chunk_by(|one, next| one.side == next.side && next.at == one.at + 1) {
            if let [first, .., last] | [first @ last] = run {
                groups.push(Group { kind, side: first.side, from: first.at, to: last.at });
            }
        }
    }
    // The sort is stable, so that the weight still decides between groups that end together.
    order::by_key(&mut groups, |group| std::cmp::Reverse(group.to));
    groups
}

/// The signal of the latest point that has a number.
fn latest(measure: &SystemMeasureShown, reading: &ReadingShown) -> Latest {
    let last = measure.series.iter().rposition(|point| point.figure.number().is_some());
    match groups(reading).first() {
        None => Latest::Usual,
        Some(group) if Some(group.to) == last => {
            Latest::Signal { kind: group.kind, side: group.side, points: group.points() }
        }
        Some(_) => Latest::EarlierOnly,
    }
}

/// The two signals worth naming: the latest, and the latest point outside the limits that is not part of it; else the
/// next latest run or trend.
fn named(cx: &Cx<'_>, measure: &SystemMeasureShown, reading: &ReadingShown, pace: Pace) -> Vec<NamedSignal> {
    let groups = groups(reading);
    let Some(first) = groups.first().copied() else { return Vec::new() };
    let apart = |group: &&Group| group.to < first.from;
    let outside = groups.iter().filter(apart).find(|group| group.kind == SignalKind::Outside);
    let second = outside.or_else(|| groups.iter().filter(apart).find(|group| group.kind != SignalKind::NearLimit));
    let has_limits = reading.stretches.last().is_some_and(|stretch| stretch.limits.is_some());
    let name = |group: Group| {
        let period = measure.series.get(group.from).and_then(|point| point.period);
        let when = period.map(|period| cx.w.period(period)).unwrap_or_default();
        NamedSignal {
            from: u16::try_from(group.from).unwrap_or(u16::MAX),
            to: u16::try_from(group.to).unwrap_or(u16::MAX),
            label: cx.w.signal_label(pace, group.kind, group.side, group.points(), &when, has_limits),
            above: group.side == Side::Above,
            better: is_better(measure.direction, group.side) != Some(false),
        }
    };
    std::iter::once(first).chain(second.copied()).map(name).collect()
}
