//! Results: figures, and breakdowns that share their totals.

use std::collections::BTreeMap;

use super::{
    Cell, Deciding, Part,
    across_time::Groups,
    health::few_left_out,
    table::{Order, Row, Rule, SMALL_GROUP, protect},
};
use crate::returns::{
    Figure, FigureStatus, People, PeriodFigure, Quantity,
    approach::results::{Breakdown, BreakdownBy, BreakdownGroup, MeasureType, ResultMeasure},
};

/// The raw parts of a figure.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    pub(super) value: Option<Quantity>,
    pub(super) numerator: Option<u64>,
    pub(super) denominator: Option<u64>,
    pub(super) n: Option<u64>,
}

impl Parts {
    pub(super) fn of(figure: &PeriodFigure) -> Self {
        let count = |count: Option<People>| count.map(People::get);
        if matches!(figure.status, Some(FigureStatus::NotAvailable | FigureStatus::NotApplicable)) {
            return Self::default();
        }
        Self {
            value: figure.value,
            numerator: count(figure.numerator),
            denominator: count(figure.denominator),
            n: count(figure.n),
        }
    }

    pub(super) fn of_figure(figure: &Figure) -> Self {
        let count = |count: Option<People>| count.map(People::get);
        if matches!(figure.status, Some(FigureStatus::NotAvailable | FigureStatus::NotApplicable)) {
            return Self::default();
        }
        Self {
            value: figure.value,
            numerator: count(figure.numerator),
            denominator: count(figure.denominator),
            n: count(figure.n),
        }
    }

    /// Whether a reader could judge how many people stand behind it.
    pub(super) const fn has_counts(&self) -> bool {
        self.numerator.is_some() || self.denominator.is_some() || self.n.is_some()
    }
}

/// Which parts of a figure stay hidden.
pub(super) fn hidden_parts(parts: &Parts, is_count: bool, threshold: u64) -> Vec<Part> {
    let small = |count: u64| (1..threshold).contains(&count);
    let mut hidden = Vec::new();
    if is_count && parts.value.is_some_and(|value| is_small_value(value, threshold)) {
        hidden.push(Part::Value);
    }
    if parts.n.is_some_and(small) {
        hidden.extend([Part::Value, Part::N]);
    }
    let Some(whole) = parts.denominator.or(parts.n) else {
        if parts.numerator.is_some_and(small) {
            hidden.extend([Part::Value, Part::Numerator]);
        }
        return hidden;
    };
    if small(whole) {
        hidden.extend(Part::ALL);
    } else if share_part(parts, whole).is_some_and(|part| tells_of_few(part, whole, threshold)) {
        hidden.extend([Part::Value, Part::Numerator]);
    }
    // Two wholes that differ by a few people tell of those few.
    if parts.n.zip(parts.denominator).is_some_and(|(n, whole)| small(n.abs_diff(whole))) {
        hidden.push(Part::N);
    }
    hidden
}

fn share_part(parts: &Parts, whole: u64) -> Option<u64> {
    parts.numerator.or_else(|| {
        parts.denominator?;
        percent_of(parts.value?, whole)
    })
}

/// How many a percentage is of a whole.
pub(super) fn percent_of(percent: Quantity, whole: u64) -> Option<u64> {
    use rust_decimal::prelude::ToPrimitive;
    let people = percent.get().checked_mul(rust_decimal::Decimal::from(whole))? / rust_decimal::Decimal::ONE_HUNDRED;
    people.round().to_u64()
}

/// Whether a part of a whole, or what is left of it, is a few people, or all or none of a small group.
pub(super) fn tells_of_few(part: u64, whole: u64, threshold: u64) -> bool {
    let few = |count: u64| (1..threshold).contains(&count);
    let all_or_none = part == 0 || part == whole;
    few(part) || few(whole.saturating_sub(part)) || (all_or_none && whole > 0 && whole < SMALL_GROUP)
}

fn is_small_value(value: Quantity, threshold: u64) -> bool {
    let value = value.get();
    value > rust_decimal::Decimal::ZERO && value < rust_decimal::Decimal::from(threshold)
}

/// The index of the figure of the quarter; of a population indicator the latest one, which may be published late.
pub(crate) fn current_index(measure: &ResultMeasure, quarter: crate::returns::Period) -> Option<usize> {
    use crate::returns::approach::results::MeasureLevel;
    let of_quarter = measure.actuals.iter().rposition(|actual| actual.period == Some(quarter));
    let late =
        || (measure.level == Some(MeasureLevel::Population)).then(|| measure.actuals.len().checked_sub(1)).flatten();
    of_quarter.or_else(late)
}

impl Deciding<'_> {
    pub(super) fn results(&mut self) {
        for (result, measure) in self.filed.results.iter().enumerate() {
            if measure.counted().is_protected() {
                self.result_figures(result, measure);
            }
        }
        self.breakdowns();
        self.restatements();
    }

    pub(super) fn threshold_of(&self, counts: crate::returns::approach::results::Counts) -> u64 {
        if counts.is_opinion() { self.thresholds.opinions } else { self.thresholds.people }
    }

    fn result_figures(&mut self, result: usize, measure: &ResultMeasure) {
        let threshold = self.threshold_of(measure.counted());
        let is_count = measure.value_is_count();
        if let Some(baseline) = &measure.baseline {
            for part in hidden_parts(&Parts::of(baseline), is_count, threshold) {
                self.hide(Cell::Baseline(result, part));
            }
        }
        for (at, actual) in measure.actuals.iter().enumerate() {
            for part in hidden_parts(&Parts::of(actual), is_count, threshold) {
                self.hide(Cell::Actual(result, at, part));
            }
        }
    }

    /// Breakdowns, until nothing more has to be hidden: a table that gives away its total even when it is wholly hidden
    /// takes the total with it, and that the other tables.
    fn breakdowns(&mut self) {
        let quarter = self.filed.header.period.period();
        let mut labels: BTreeMap<String, String> = BTreeMap::new();
        loop {
            let before = self.hidden.len();
            for (result, measure) in self.filed.results.iter().enumerate() {
                if !measure.counted().is_protected() {
                    continue;
                }
                let current = current_index(measure, quarter);
                for (index, breakdown) in measure.breakdowns.iter().enumerate() {
                    self.breakdown(result, index, breakdown, current, &mut labels);
                }
            }
            if self.hidden.len() == before {
                return;
            }
        }
    }

    fn breakdown(
        &mut self,
        result: usize,
        index: usize,
        breakdown: &Breakdown,
        current: Option<usize>,
        labels: &mut BTreeMap<String, String>,
    ) {
        let measure = &self.filed.results[result];
        let threshold = self.threshold_of(measure.counted());
        let total = current.map(|at| Parts::of(&measure.actuals[at])).unwrap_or_default();
        let total_hidden =
            current.is_some_and(|at| Part::ALL.iter().any(|part| self.hides(Cell::Actual(result, at, *part))));
        let groups = breakdown.groups.iter().enumerate();
        if total_hidden {
            // A single group is the total itself.
            if let (Some(at), [_]) = (current, breakdown.groups.as_slice()) {
                self.hidden.extend(Part::ALL.map(|part| Cell::Actual(result, at, part)));
            }
            self.hidden.extend(groups.map(|(group, _)| Cell::Group(result, index, group)));
            return;
        }
        let overlapping = breakdown.overlapping == Some(true);
        let counted: Vec<Counted> = groups.clone().map(|(_, group)| Counted::of(measure, group)).collect();
        let whole = total_size(measure, &total);
        let mut rows: Vec<Row> = Vec::new();
        let mut at: Vec<usize> = Vec::new();
        for ((group, raw), counted) in groups.zip(&counted) {
            let cell = Cell::Group(result, index, group);
            if counted.tells_of_few(threshold, whole, overlapping) {
                self.hide(cell);
            }
            if let Some(size) = counted.size() {
                let others = counted.others();
                rows.push(Row { label: name(raw), size, others, hidden: self.hides(cell) });
                at.push(group);
            }
        }
        let hidden: Vec<bool> = (0..counted.len()).map(|group| self.hides(Cell::Group(result, index, group))).collect();
        let groups = Groups { filed: self.filed, measure, breakdown, whole, hidden: &hidden, threshold };
        if let Some(hidden) = groups.hidden_since(self.before) {
            let hidden = hidden.into_iter().enumerate().filter(|(_, hidden)| *hidden);
            self.hidden.extend(hidden.map(|(group, _)| Cell::Group(result, index, group)));
            return;
        }
        if overlapping {
            return;
        }
        // What the groups leave out of a printed total is a group as well: one that no reader sees.
        let sum: u64 = rows.iter().map(|row| row.size).sum();
        let mut order = order_of(breakdown, &counted);
        if let Some(left) = few_left_out(whole, sum, threshold) {
            rows.push(Row { label: String::new(), size: left, others: Vec::new(), hidden: true });
            order = Order::Smallest;
        }
        // So it is with most breakdowns.
        if !rows.iter().any(|row| row.hidden) {
            return;
        }
        let dimension = format!("{:?} {}", breakdown.by, breakdown.label.as_ref().map_or("", |label| label.as_str()));
        let preferred = labels.get(&dimension).cloned();
        let preferred = preferred.as_deref();
        let first = protect(&mut rows, Rule { threshold, order, preferred, has_rest: false });
        for (row, group) in rows.iter().zip(&at) {
            if row.hidden {
                self.hide(Cell::Group(result, index, *group));
            }
        }
        match first {
            Ok(Some(label)) => drop(labels.entry(dimension).or_insert(label)),
            Ok(None) => {}
            Err(_) => {
                if let Some(at) = current {
                    self.hidden.extend(Part::ALL.map(|part| Cell::Actual(result, at, part)));
                }
            }
        }
    }

    fn restatements(&mut self) {
        for (at, restated) in self.filed.header.restatements.iter().enumerate() {
            let Some(record) = &restated.refers_to else { continue };
            let values =
                [&restated.was, &restated.now].map(|value| value.as_ref().and_then(|value| value.number().copied()));
            let found = self.filed.results.iter().enumerate().find(|(_, measure)| &measure.id == record);
            if let Some((result, measure)) = found.filter(|(_, measure)| measure.counted().is_protected()) {
                let threshold = self.threshold_of(measure.counted());
                let is_small =
                    measure.value_is_count() && values.iter().flatten().any(|value| is_small_value(*value, threshold));
                let same = measure.actuals.iter().position(|actual| actual.period == restated.period);
                if is_small || same.is_some_and(|point| self.hides(Cell::Actual(result, point, Part::Value))) {
                    self.hide(Cell::Restatement(at));
                }
            }
            let found = self.filed.system_health.iter().flat_map(|health| health.measures.iter().enumerate());
            for (measure, system) in found.filter(|(_, system)| &system.id == record) {
                let threshold = self.threshold_of(system.counted());
                let is_small = system.counted().is_protected()
                    && system.value_is_count()
                    && values.iter().flatten().any(|value| is_small_value(*value, threshold));
                if is_small || self.system_is_hidden(measure) {
                    self.hide(Cell::Restatement(at));
                }
            }
        }
    }
}

/// The counts of a group.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted {
    /// A number of people.
    Size(u64),
    /// A part of a whole.
    Share { part: u64, whole: u64 },
    /// How many a mean is of.
    Mean { n: u64 },
    /// Nothing that could be counted.
    Unknown,
}

impl Counted {
    pub(super) fn of(measure: &ResultMeasure, group: &BreakdownGroup) -> Self {
        let mut parts = group.value.as_ref().map(Parts::of_figure).unwrap_or_default();
        parts.numerator = group.numerator.map(People::get).or(parts.numerator);
        parts.denominator = group.denominator.map(People::get).or(parts.denominator);
        match (share_part(&parts, parts.denominator.unwrap_or_default()), parts.denominator) {
            (Some(part), Some(whole)) => return Self::Share { part: part.min(whole), whole },
            (None, Some(whole)) => return Self::Mean { n: whole },
            (_, None) => {}
        }
        if let Some(n) = parts.n {
            return Self::Mean { n };
        }
        if measure.value_is_count() {
            use rust_decimal::prelude::ToPrimitive;
            if let Some(size) = parts.value.and_then(|value| value.get().ceil().to_u64()) {
                return Self::Size(size);
            }
        }
        parts.numerator.map_or(Self::Unknown, Self::Size)
    }

    pub(super) fn size(self) -> Option<u64> {
        match self {
            Self::Size(size) => Some(size),
            Self::Share { whole, .. } => Some(whole),
            Self::Mean { n } => Some(n),
            Self::Unknown => None,
        }
    }

    /// Counts beside the size that add up down the table.
    pub(super) fn others(self) -> Vec<u64> {
        match self {
            Self::Share { part, whole } => vec![part, whole - part],
            Self::Size(_) | Self::Mean { .. } | Self::Unknown => Vec::new(),
        }
    }

    fn tells_of_few(self, threshold: u64, total: Option<u64>, overlapping: bool) -> bool {
        let few = |count: u64| (1..threshold).contains(&count);
        match self {
            Self::Size(size) => {
                let everyone = total.is_some_and(|total| size == total && (1..SMALL_GROUP).contains(&total));
                let none = overlapping && size == 0 && total.is_some_and(|total| (1..SMALL_GROUP).contains(&total));
                let rest = overlapping && total.is_some_and(|total| few(total.saturating_sub(size)));
                few(size) || everyone || none || rest
            }
            Self::Share { part, whole } => {
                let rest = overlapping && total.is_some_and(|total| few(total.saturating_sub(whole)));
                few(whole) || tells_of_few(part, whole, threshold) || rest
            }
            Self::Mean { n } => few(n) || (overlapping && total.is_some_and(|total| few(total.saturating_sub(n)))),
            Self::Unknown => false,
        }
    }
}

/// Bands have an order, and counts of neighbours can be added; means cannot.
fn order_of(breakdown: &Breakdown, groups: &[Counted]) -> Order {
    let is_ordered = match breakdown.by {
        BreakdownBy::AgeBand | BreakdownBy::DeprivationQuintile => true,
        BreakdownBy::Ward
        | BreakdownBy::Sex
        | BreakdownBy::EthnicGroup
        | BreakdownBy::Disability
        | BreakdownBy::HouseholdType
        | BreakdownBy::Tenure
        | BreakdownBy::Partner
        | BreakdownBy::Other => false,
    };
    let adds_up = groups.iter().all(|group| matches!(group, Counted::Size(_) | Counted::Share { .. }));
    if is_ordered && adds_up { Order::Run } else { Order::Smallest }
}

/// Whether the hidden groups of a breakdown may be printed as one: neighbouring bands, each a count or a share, that
/// together are more than a few and leave nobody out.
pub(super) fn is_printed_as_one(
    measure: &ResultMeasure,
    breakdown: &Breakdown,
    total: &PeriodFigure,
    hidden: &[bool],
    threshold: u64,
) -> bool {
    let mut kept_back = breakdown.groups.iter().zip(hidden).filter(|(_, hidden)| **hidden);
    if !kept_back.all(|(group, _)| has_what_adds_up(measure, group)) {
        return false;
    }
    let groups: Vec<Counted> = breakdown.groups.iter().map(|group| Counted::of(measure, group)).collect();
    let sizes: Option<Vec<u64>> = groups.iter().map(|group| group.size()).collect();
    let Some(sizes) = sizes.filter(|_| order_of(breakdown, &groups) == Order::Run) else { return false };
    if few_left_out(total_size(measure, &Parts::of(total)), sizes.iter().sum(), threshold).is_some() {
        return false;
    }
    let together =
        groups.iter().zip(hidden).filter(|(_, hidden)| **hidden).fold((0, None), |(size, part), (group, _)| {
            let part = match group {
                Counted::Share { part: more, .. } => Some(part.unwrap_or(0) + more),
                Counted::Size(_) | Counted::Mean { .. } | Counted::Unknown => part,
            };
            (size + group.size().unwrap_or_default(), part)
        });
    match together {
        (whole, Some(part)) => whole >= threshold && !tells_of_few(part, whole, threshold),
        (size, None) => size >= threshold,
    }
}

/// Whether the group gives the very counts that a common figure is made of.
fn has_what_adds_up(measure: &ResultMeasure, group: &BreakdownGroup) -> bool {
    let figure = group.value.as_ref();
    if measure.value_is_count() {
        return figure.is_some_and(|figure| figure.value.is_some());
    }
    let part = group.numerator.or_else(|| figure?.numerator);
    part.is_some() && group.denominator.or_else(|| figure?.denominator).is_some()
}

/// The size that the groups of a breakdown add up to.
pub(super) fn total_size(measure: &ResultMeasure, total: &Parts) -> Option<u64> {
    use rust_decimal::prelude::ToPrimitive;
    if matches!(measure.measure_type, Some(MeasureType::Proportion | MeasureType::Rate)) {
        return total.denominator;
    }
    if measure.value_is_count() {
        return total.value.and_then(|value| value.get().to_u64());
    }
    total.denominator.or(total.n)
}

fn name(group: &BreakdownGroup) -> String {
    let place = group.place.as_ref().map(crate::returns::Id::as_str);
    place.or_else(|| group.label.as_ref().map(crate::returns::Line::as_str)).unwrap_or_default().to_owned()
}
