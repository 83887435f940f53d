//! Path charts: one measure in one year. Only numbers that are printed reach a chart.

use std::collections::BTreeSet;

use super::{Cx, annex_tables, grid, measures};
use crate::order;
use crate::{
    disclosure::published::{MeasureShown, PeriodShown, Shorthand, Shown, UnitSign},
    report::{
        block::{Block, Chart, PathKey, PathPlot, Plot, PlotGap, PlotPoint, PlotValue, Rich},
        wording::{Short, Wording},
    },
    returns::{
        Quarter,
        approach::results::{Counting, MeasureType},
    },
};

/// The most characters of an alternative text.
const ALT: usize = 250;

/// The chart of a measure; `None` where there is not a single number to draw.
pub(super) fn chart(cx: &Cx<'_>, measure: &MeasureShown, anchor: String) -> Option<Block> {
    let plot = plot(cx, measure);
    if plot.path.is_empty() && plot.actual.is_empty() {
        return None;
    }
    let w = cx.w;
    let header = &cx.published.header;
    let headline = measures::message(cx, measure);
    let title = measure.title.text.as_str();
    let year = w.financial_year(header.financial_year);
    let aims: Vec<String> = plot.target.iter().chain(&plot.forecast).map(|aim| aim.label.clone()).collect();
    let table = annex_tables::number(cx, annex_tables::Kind::Paths);
    let months = w.quarter_months(header.financial_year, header.quarter);
    let [what, message, aims, data] = w.path_alt(title, &months, &headline, &aims, &table);
    let counting = measure.counting.map(|counting| w.counting(counting));
    let shorts: BTreeSet<Short> = order::set(
        measure
            .actuals
            .iter()
            .filter(|actual| slot(cx, actual).is_some())
            .filter_map(|actual| Short::of(&actual.figure)),
    );
    Some(Block::Chart(Box::new(Chart {
        anchor,
        headline: headline.into(),
        subtitle: w.measure_subtitle(title, counting, &year).into(),
        alt: alt_text(&what, &[message, aims], &data),
        plot: Plot::Path(plot),
        note: grid::short_notes(w, &shorts).into_iter().next().unwrap_or_default(),
        table: None,
    })))
}

/// The key to all path charts of a report.
pub(super) fn key(cx: &Cx<'_>) -> Block {
    let [actual, provisional, path, forecast, target, baseline] = cx.w.path_key().map(str::to_owned);
    let [headline, subtitle, alt] = cx.w.path_key_words();
    let entries = [&actual, &provisional, &path, &forecast, &target, &baseline].map(String::as_str);
    let alt = format!("{alt} {}.", entries.join("; "));
    Block::Chart(Box::new(Chart {
        anchor: "chart-key".to_owned(),
        headline: headline.into(),
        subtitle: subtitle.into(),
        alt,
        plot: Plot::PathKey(PathKey { actual, provisional, path, forecast, target, baseline }),
        note: Rich::none(),
        table: None,
    }))
}

/// An alternative text of at most 250 characters: what it is and where the data are always stay; of the rest, whole
/// sentences go from the end, and only then is the first one cut.
pub(super) fn alt_text(what: &str, sentences: &[String], data: &str) -> String {
    let fits = |kept: usize| {
        let middle = sentences.iter().take(kept).map(String::as_str).filter(|words| !words.is_empty());
        let words: Vec<&str> = std::iter::once(what).chain(middle).chain([data]).collect();
        words.join(" ").replace('\u{a0}', " ")
    };
    let whole = (0..=sentences.len()).rev().map(fits).find(|words| words.chars().count() <= ALT);
    whole.unwrap_or_else(|| {
        let room = ALT - data.chars().count() - 2;
        let start: String = what.chars().take(room).collect();
        format!("{}… {data}", start.trim_end())
    })
}

fn plot(cx: &Cx<'_>, measure: &MeasureShown) -> PathPlot {
    let w = cx.w;
    let sign = measure.unit.sign;
    let header = &cx.published.header;
    let value = |shown: &Shown, label: fn(Wording, &str) -> String| {
        let words = w.bare(shown, sign)?;
        Some(PlotValue { value: shown.number()?.coordinate(), label: label(w, &words) })
    };
    let current_slot = header.quarter.number();
    let actual: Vec<PlotPoint> = points(cx, &measure.actuals)
        .map(|(slot, shown, number)| PlotPoint {
            slot,
            value: number,
            label: if slot == current_slot { w.figure(shown, sign) } else { String::new() },
            hollow: is_unsettled(shown),
        })
        .collect();
    let path: Vec<PlotPoint> = points(cx, &measure.path)
        .map(|(slot, _, value)| PlotPoint { slot, value, label: String::new(), hollow: false })
        .collect();
    let ends = Quarter::ALL.iter().map(|quarter| quarter.days(header.financial_year.first_year()).1.month());
    let path_label = measure.current_path.as_ref().and_then(|path| w.bare(path, sign)).map(|path| w.path_label(&path));
    PathPlot {
        slots: std::iter::once(w.start().to_owned()).chain(ends.map(|month| w.short_month(month).to_owned())).collect(),
        unit_sign: w.axis_sign(sign == UnitSign::Percent).to_owned(),
        from_zero: from_zero(measure),
        baseline: measure.baseline.as_ref().and_then(|baseline| value(&baseline.figure, |_, words| words.to_owned())),
        path,
        actual,
        gaps: gaps(cx, &measure.actuals),
        current_slot,
        path_label: path_label.unwrap_or_default(),
        forecast: measure.forecast.as_ref().and_then(|forecast| value(forecast, Wording::forecast_label)),
        target: measure.target.as_ref().and_then(|target| value(&target.figure, Wording::target_label)),
        steps: Vec::new(),
        breaks: Vec::new(),
        anew: Vec::new(),
    }
}

/// A count that adds up over the year starts at zero.
fn from_zero(measure: &MeasureShown) -> bool {
    let adds_up = match measure.counting {
        Some(Counting::CumulativeYearToDate | Counting::CumulativeSinceStart) => true,
        Some(Counting::InQuarter | Counting::Snapshot | Counting::RollingTwelveMonths) | None => false,
    };
    adds_up && matches!(measure.measure_type, Some(MeasureType::Count))
}

const fn is_unsettled(shown: &Shown) -> bool {
    match shown {
        Shown::Number { mark, .. } => {
            matches!(mark, Some(Shorthand::Provisional | Shorthand::Revised | Shorthand::Estimated))
        }
        Shown::NotAvailable { .. } | Shown::NotApplicable { .. } | Shown::Hidden => false,
    }
}

/// The numbers of the year, each in its slot.
fn points<'a>(cx: &Cx<'_>, figures: &'a [PeriodShown]) -> impl Iterator<Item = (u8, &'a Shown, f64)> {
    let slots: Vec<Option<u8>> = figures.iter().map(|figure| slot(cx, figure)).collect();
    figures.iter().zip(slots).filter_map(|(figure, slot)| {
        let number = figure.figure.number()?;
        Some((slot?, &figure.figure, number.coordinate()))
    })
}

/// The quarters of the year that have a shorthand in place of a number.
fn gaps(cx: &Cx<'_>, figures: &[PeriodShown]) -> Vec<PlotGap> {
    let without = figures.iter().filter(|figure| figure.figure.number().is_none());
    let gap = |figure: &PeriodShown| {
        let label = cx.w.figure(&figure.figure, UnitSign::None);
        Some(PlotGap { slot: slot(cx, figure)?, label })
    };
    without.filter_map(gap).collect()
}

/// The slot of a figure of this financial year: its quarter.
fn slot(cx: &Cx<'_>, figure: &PeriodShown) -> Option<u8> {
    let (year, quarter) = figure.period?.as_quarter()?;
    (year == cx.published.header.financial_year).then(|| quarter.number())
}

#[cfg(test)]
mod tests {
    use super::alt_text;

    #[test]
    fn an_alternative_text_keeps_its_table_whatever_goes() {
        let sentence = |length: usize| "a".repeat(length);
        assert_eq!(alt_text("Chart.", &["One.".into(), String::new()], "Data in B1."), "Chart. One. Data in B1.");
        assert_eq!(alt_text("Chart.", &["One.".into(), sentence(240)], "Data in B1."), "Chart. One. Data in B1.");
        assert_eq!(alt_text("Chart.", &[sentence(240), "Two.".into()], "Data in B1."), "Chart. Data in B1.");
        let cut = alt_text(&sentence(400), &[], "Data in B1.");
        assert!(cut.ends_with("… Data in B1.") && cut.chars().count() <= 250, "{cut}");
    }
}
