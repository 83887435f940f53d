//! Results: figures with their counts, ratings, forecasts and breakdowns.

use rust_decimal::Decimal;

use super::{Publishing, raw};
use crate::order;
use crate::{
    disclosure::{
        decide::{Cell, Part, current_index},
        published::{
            ActionShown, AgreedShown, Audience, BreakdownShown, GroupShown, MeasureShown, Number, PeriodShown,
            RatingShown, RevisionShown, Shown, TargetShown, UnitSign,
        },
    },
    returns::{
        Figure, FigureStatus, Line, Note, People, Period, PeriodFigure, Quantity,
        approach::results::{Breakdown, BreakdownGroup, MeasureType, ResultMeasure, Target},
        rating,
    },
};

/// How the figures of a measure are printed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    /// Whether its counts stand for people.
    pub(super) is_protected: bool,
    /// Whether a value is itself a count.
    pub(super) is_count: bool,
    /// By what a share is multiplied, where the measure is one.
    pub(super) factor: Option<u64>,
    /// Whether it is a percentage.
    pub(super) is_percent: bool,
    /// How many places a value has.
    pub(super) places: u32,
}

/// The raw parts of a figure, wherever it stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct RawFigure<'a> {
    pub(super) value: Option<Quantity>,
    pub(super) numerator: Option<People>,
    pub(super) denominator: Option<People>,
    pub(super) n: Option<People>,
    pub(super) status: Option<FigureStatus>,
    pub(super) reason: Option<&'a Note>,
}

impl<'a> From<&'a PeriodFigure> for RawFigure<'a> {
    fn from(figure: &'a PeriodFigure) -> Self {
        let PeriodFigure { period: _, value, numerator, denominator, n, status, reason, source: _ } = figure;
        Self {
            value: *value,
            numerator: *numerator,
            denominator: *denominator,
            n: *n,
            status: *status,
            reason: reason.as_ref(),
        }
    }
}

impl<'a> From<&'a Figure> for RawFigure<'a> {
    fn from(figure: &'a Figure) -> Self {
        let Figure { value, numerator, denominator, n, status, reason } = figure;
        Self {
            value: *value,
            numerator: *numerator,
            denominator: *denominator,
            n: *n,
            status: *status,
            reason: reason.as_ref(),
        }
    }
}

impl Publishing<'_> {
    pub(super) fn results(&self) -> Vec<MeasureShown> {
        self.filed.results.iter().enumerate().map(|(index, measure)| self.result(index, measure)).collect()
    }

    pub(super) fn result(&self, index: usize, measure: &ResultMeasure) -> MeasureShown {
        let funder = self.is_funder_report();
        let public = self.audience == Audience::Public;
        let style = style(measure);
        let current = self.current(index, measure, &style);
        let is_hidden = current.figure.is_hidden();
        // What is said of a hidden figure would tell of it.
        let with_it = |shown: Shown| if is_hidden { Shown::Hidden } else { shown };
        let path = measure.trajectory.iter();
        let path = path.map(|point| plain(Some(point.period), planned(point.value, &style)));
        let baseline = measure.baseline.as_ref().filter(|_| funder);
        MeasureShown {
            id: measure.id.to_string(),
            title: self.title(&measure.title),
            definition: self.words_of(measure.definition.as_ref()).filter(|_| funder),
            quadrant: measure.rba_quadrant.filter(|_| funder || public),
            level: measure.level,
            measure_type: measure.measure_type,
            unit: raw::unit(measure.unit.as_ref()),
            counting: measure.counting,
            direction: measure.direction.filter(|_| !public),
            agreed: self.agreed(measure).filter(|_| funder),
            baseline: baseline
                .map(|figure| self.period(figure.period, &figure.into(), &style, |part| Cell::Baseline(index, part))),
            no_baseline_reason: self.words_of(measure.no_baseline_reason.as_ref()).filter(|_| funder),
            target: measure.target.as_ref().filter(|_| !public).map(|target| self.target(target, &style)),
            path: if funder { path.collect() } else { Vec::new() },
            actuals: if funder { self.actuals(index, measure, &style) } else { Vec::new() },
            current_path: rating::path(measure, self.quarter)
                .and_then(Quantity::new)
                .map(|value| with_it(planned(value, &style))),
            rating: if is_hidden {
                RatingShown::Hidden
            } else {
                RatingShown::Rated(rating::rate(measure, self.quarter).rag)
            },
            rating_reason: self.rating_reason(measure).filter(|_| !is_hidden && !public),
            overridden: measure.rag_override.is_some() && !is_hidden && !public,
            forecast: measure
                .forecast_year_end
                .as_ref()
                .filter(|_| !public)
                .map(|forecast| with_it(self.figure(&forecast.into(), &style, false))),
            forecast_basis: self.words_of(measure.forecast_basis.as_ref()).filter(|_| funder && !is_hidden),
            breakdowns: if self.audience == Audience::Members {
                Vec::new()
            } else {
                self.breakdowns(index, measure, &style)
            },
            commentary: self.words_of(measure.commentary.as_ref()),
            action: measure.action.as_ref().map(|action| ActionShown {
                what: self.words_of(action.what.as_ref()),
                owner: self.name_of(action.owner.as_ref()),
                by: action.by,
            }),
            story: self.stories(&measure.id, &measure.story),
            data_quality: measure.data_quality.filter(|_| !public),
            data_quality_note: self.words_of(measure.data_quality_note.as_ref()).filter(|_| funder),
            source: self.words_of(measure.source.as_ref()).filter(|_| funder),
            stage: measure.stage,
            current,
        }
    }

    fn agreed(&self, measure: &ResultMeasure) -> Option<AgreedShown> {
        measure.agreed.as_ref().map(|agreed| AgreedShown {
            by: self.names(&agreed.by),
            on: agreed.on,
            how: agreed.how,
            community_involved: agreed.community_involved,
        })
    }

    pub(super) fn target(&self, target: &Target, style: &Style) -> TargetShown {
        let revised = target.revised.iter().map(|revision| RevisionShown {
            on: revision.on,
            from: revision.from.map(|value| planned(value, style)),
            to: revision.to.map(|value| planned(value, style)),
            why: self.words_of(revision.why.as_ref()),
            agreed_by: self.names(&revision.agreed_by),
        });
        TargetShown { figure: planned(target.value, style), by: target.by, revised: revised.collect() }
    }

    fn rating_reason(&self, measure: &ResultMeasure) -> Option<crate::disclosure::published::Words> {
        let judged = measure.rag_rule.as_ref().and_then(|rule| rule.judgement_reason.as_ref());
        match &measure.rag_override {
            Some(set) => self.words_of(set.why.as_ref()),
            None => self.words_of(measure.not_rated_reason.as_ref().or(judged)),
        }
    }

    /// The figure of the quarter.
    pub(super) fn current(&self, index: usize, measure: &ResultMeasure, style: &Style) -> PeriodShown {
        match current_index(measure, self.quarter) {
            Some(at) => self.actual(index, at, &measure.actuals[at], style),
            None => plain(Some(self.quarter), Shown::NotAvailable { reason: None }),
        }
    }

    pub(super) fn actual(&self, index: usize, at: usize, actual: &PeriodFigure, style: &Style) -> PeriodShown {
        self.period(actual.period, &actual.into(), style, |part| Cell::Actual(index, at, part))
    }

    /// Oldest first; where a period cannot be placed, in the order of the return.
    fn actuals(&self, index: usize, measure: &ResultMeasure, style: &Style) -> Vec<PeriodShown> {
        let actuals = measure.actuals.iter().enumerate();
        let mut shown: Vec<PeriodShown> = actuals.map(|(at, actual)| self.actual(index, at, actual, style)).collect();
        let order = |shown: &PeriodShown| shown.period.and_then(Period::quarter_index);
        if shown.iter().all(|shown| order(shown).is_some()) {
            order::by_key(&mut shown, order);
        }
        shown
    }

    /// A figure with its counts, each unless it is hidden.
    pub(super) fn period(
        &self,
        period: Option<Period>,
        figure: &RawFigure<'_>,
        style: &Style,
        cell: impl Fn(Part) -> Cell,
    ) -> PeriodShown {
        let count = |count: Option<People>, part: Part| -> Option<Shown> {
            let count = count?;
            Some(if self.hidden.hides(cell(part)) {
                Shown::Hidden
            } else {
                raw::number(self.rounded(count.decimal(), style.is_protected), 0)
            })
        };
        PeriodShown {
            period,
            figure: if self.hidden.hides(cell(Part::Value)) {
                Shown::Hidden
            } else {
                self.figure(figure, style, false)
            },
            numerator: count(figure.numerator, Part::Numerator),
            denominator: count(figure.denominator, Part::Denominator),
            n: count(figure.n, Part::N),
        }
    }

    /// A figure that is not hidden. `to_five` rounds its counts whatever the profile does.
    pub(super) fn figure(&self, figure: &RawFigure<'_>, style: &Style, to_five: bool) -> Shown {
        match figure.status {
            Some(FigureStatus::NotAvailable) => return Shown::NotAvailable { reason: self.words_of(figure.reason) },
            Some(FigureStatus::NotApplicable) => return Shown::NotApplicable { reason: self.words_of(figure.reason) },
            Some(FigureStatus::Final | FigureStatus::Provisional | FigureStatus::Revised | FigureStatus::Estimated)
            | None => {}
        }
        let rounds = style.is_protected && (self.rounds_all || to_five);
        let rounded = |count: Decimal| if rounds { raw::to_five(count) } else { count };
        let from_counts = match (figure.numerator, figure.denominator, style.factor) {
            (Some(part), Some(whole), Some(factor)) => {
                (rounded(part.decimal()) * Decimal::from(factor)).checked_div(rounded(whole.decimal()))
            }
            (_, _, _) => None,
        };
        let places = if style.is_percent && rounds { 0 } else { style.places };
        let value = from_counts.or_else(|| {
            let value = figure.value?.get();
            Some(if style.is_count { rounded(value) } else { value })
        });
        match value {
            Some(value) => Shown::Number { value: Number::rounded(value, places), mark: raw::mark(figure.status) },
            None => Shown::NotAvailable { reason: self.words_of(figure.reason) },
        }
    }

    fn breakdowns(&self, index: usize, measure: &ResultMeasure, style: &Style) -> Vec<BreakdownShown> {
        let breakdowns = measure.breakdowns.iter().enumerate();
        let shown = breakdowns.map(|(at, breakdown)| BreakdownShown {
            by: breakdown.by,
            label: breakdown.label.as_ref().map(Line::to_string),
            overlapping: breakdown.overlapping.unwrap_or_default(),
            groups: self.groups((index, at), breakdown, style),
            total: self.current(index, measure, style).figure,
        });
        shown.collect()
    }

    /// The groups of a breakdown (result, breakdown); bands that may not be told apart stand together.
    fn groups(&self, at: (usize, usize), breakdown: &Breakdown, style: &Style) -> Vec<GroupShown> {
        let cell = |group| Cell::Group(at.0, at.1, group);
        let mut shown = Vec::new();
        for (group, raw) in breakdown.groups.iter().enumerate() {
            let Some(as_one) = self.hidden.merged_with(cell(group)) else {
                shown.push(self.group((at.0, at.1, group), raw, style));
                continue;
            };
            if as_one.first() == Some(&cell(group)) {
                let groups = breakdown.groups.iter().enumerate();
                let together: Vec<&BreakdownGroup> =
                    groups.filter(|(group, _)| as_one.contains(&cell(*group))).map(|(_, raw)| raw).collect();
                shown.push(self.together(at, &together, style));
            }
        }
        shown
    }

    /// Several bands as one: their counts added up.
    fn together(&self, at: (usize, usize), groups: &[&BreakdownGroup], style: &Style) -> GroupShown {
        let sum = |count: fn(&RawFigure<'_>) -> Option<People>| -> Option<People> {
            let counts: Option<Vec<People>> = groups.iter().map(|group| count(&figure_of(group))).collect();
            People::sum(&counts?)
        };
        let values: Option<Vec<Decimal>> = groups.iter().map(|group| Some(figure_of(group).value?.get())).collect();
        let figure = RawFigure {
            // Values that are no counts do not add up; a share follows from its counts.
            value: values.filter(|_| style.is_count).and_then(|values| Quantity::new(values.iter().sum())),
            numerator: sum(|figure| figure.numerator),
            denominator: sum(|figure| figure.denominator),
            status: groups.iter().find_map(|group| figure_of(group).status),
            ..RawFigure::default()
        };
        let mut names = groups.iter().map(|group| self.group_name(group));
        let name = names.next().unwrap_or_default();
        GroupShown { joined: names.collect(), ..self.shown_group(name, &figure, self.hidden.rounds(at.0, at.1), style) }
    }

    fn group_name(&self, raw: &BreakdownGroup) -> String {
        let place = raw.place.as_ref();
        let place = place.map(|id| self.filed.place(id.as_str()).map_or(id.as_str(), |place| place.name.as_str()));
        place.or_else(|| raw.label.as_ref().map(Line::as_str)).unwrap_or_default().to_owned()
    }

    /// A group of a breakdown (result, breakdown, group), hidden or shown as one.
    pub(super) fn group(&self, at: (usize, usize, usize), raw: &BreakdownGroup, style: &Style) -> GroupShown {
        let (result, breakdown, group) = at;
        let name = self.group_name(raw);
        let figure = figure_of(raw);
        if self.hidden.hides(Cell::Group(result, breakdown, group)) {
            let hidden = |count: Option<People>| count.map(|_| Shown::Hidden);
            let (numerator, denominator) = (hidden(figure.numerator), hidden(figure.denominator));
            return GroupShown { name, joined: Vec::new(), figure: Shown::Hidden, numerator, denominator };
        }
        self.shown_group(name, &figure, self.hidden.rounds(result, breakdown), style)
    }

    /// A group that may be shown.
    fn shown_group(&self, name: String, figure: &RawFigure<'_>, to_five: bool, style: &Style) -> GroupShown {
        let rounds = style.is_protected && (self.rounds_all || to_five);
        let count = |count: Option<People>| {
            let count = count?.decimal();
            Some(raw::number(if rounds { raw::to_five(count) } else { count }, 0))
        };
        GroupShown {
            name,
            joined: Vec::new(),
            figure: self.figure(figure, style, to_five),
            numerator: count(figure.numerator),
            denominator: count(figure.denominator),
        }
    }
}

/// The figure of a group, with its counts wherever the return gives them.
fn figure_of(raw: &BreakdownGroup) -> RawFigure<'_> {
    let mut figure = raw.value.as_ref().map(RawFigure::from).unwrap_or_default();
    figure.numerator = raw.numerator.or(figure.numerator);
    figure.denominator = raw.denominator.or(figure.denominator);
    figure
}

/// A number that was agreed or set, and was never counted.
fn planned(value: Quantity, style: &Style) -> Shown {
    raw::number(value.get(), style.places.max(raw::typed_places(value.get())))
}

/// How the figures of a result measure are printed.
pub(super) fn style(measure: &ResultMeasure) -> Style {
    let sign = raw::unit(measure.unit.as_ref()).sign;
    let is_percent = sign == UnitSign::Percent || measure.measure_type == Some(MeasureType::Proportion);
    let figures = measure.actuals.iter().chain(&measure.baseline).filter_map(|figure| figure.value);
    let typed = figures.map(|value| raw::typed_places(value.get())).max().unwrap_or_default();
    let places = match measure.measure_type {
        _ if is_percent => 1,
        _ if sign == UnitSign::Pounds => 0,
        Some(MeasureType::Money | MeasureType::YesNo) => 0,
        Some(MeasureType::Mean | MeasureType::Rate) => typed.max(1),
        Some(
            MeasureType::Count
            | MeasureType::Median
            | MeasureType::Duration
            | MeasureType::Index
            | MeasureType::Proportion,
        )
        | None => typed,
    };
    Style {
        is_protected: measure.counted().is_protected(),
        is_count: measure.value_is_count(),
        factor: rating::factor(measure),
        is_percent,
        places,
    }
}

/// A figure without counts.
fn plain(period: Option<Period>, figure: Shown) -> PeriodShown {
    PeriodShown { period, figure, numerator: None, denominator: None, n: None }
}
