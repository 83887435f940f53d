//! Every figure of a return that is a share of counts, wherever it stands.

use rust_decimal::Decimal;

use super::spot::Spot;
use super::{At, RuleContext};
use crate::returns::approach::results::{MeasureType, ResultMeasure};
use crate::returns::exact::Exact;
use crate::returns::{People, rating};
use crate::returns::{Percent, Quantity};
use crate::source::Pointer;

/// A figure with the counts it is a share of.
pub(super) struct Share<'a> {
    /// The title of its record.
    pub(super) title: &'a str,
    pub(super) part: Option<People>,
    pub(super) whole: Option<People>,
    pub(super) value: Option<Decimal>,
    /// By what the share is multiplied: 100 for a percentage.
    pub(super) factor: u64,
    /// Whether the part belongs to the whole, so that it cannot be larger.
    pub(super) is_proportion: bool,
    /// Where the record with its counts stands.
    at: Spot,
}

impl Share<'_> {
    pub(super) fn at_part(&self) -> Pointer {
        self.at.pointer().field("numerator")
    }

    pub(super) fn at_whole(&self) -> Pointer {
        self.at.pointer().field("denominator")
    }

    pub(super) fn at_value(&self) -> Pointer {
        self.at.pointer().field("value")
    }

    /// The share, exactly, where both counts are given and the whole is not zero.
    pub(super) fn exact(&self) -> Option<Exact> {
        Exact::share(self.part?, self.whole?, self.factor)
    }
}

/// All of them, in the order of the return.
pub(super) fn shares<'a>(cx: &RuleContext<'a>) -> Vec<Share<'a>> {
    let mut shares = Vec::with_capacity(64);
    for measure in cx.results() {
        of_result(&measure, &mut shares);
    }
    if let Some(system) = cx.system_health() {
        for measure in system.list("measures", |system| &system.measures) {
            if measure.unit.as_ref().is_some_and(rating::is_percent) {
                let value = measure.value.map(Quantity::get);
                let counts = (measure.numerator, measure.denominator, value);
                shares.push(share(&measure, measure.get().title.any(), counts, 100, true));
            }
        }
    }
    for outcome in cx.outcomes() {
        if let Some(achieved) = outcome.part("achieved", |outcome| outcome.achieved.as_ref()) {
            let value = achieved.value.map(Percent::get);
            let counts = (achieved.numerator, achieved.denominator, value);
            shares.push(share(&achieved, outcome.get().title.any(), counts, 100, true));
        }
    }
    shares
}

fn of_result<'a>(measure: &At<'a, ResultMeasure>, shares: &mut Vec<Share<'a>>) {
    let Some(factor) = rating::factor(measure) else { return };
    let is_proportion = measure.measure_type != Some(MeasureType::Rate);
    let title = measure.get().title.any();
    let baseline = measure.part("baseline", |measure| measure.baseline.as_ref());
    for figure in baseline.into_iter().chain(measure.list("actuals", |measure| &measure.actuals)) {
        let counts = (figure.numerator, figure.denominator, figure.value.map(Quantity::get));
        shares.push(share(&figure, title, counts, factor, is_proportion));
    }
    for breakdown in measure.list("breakdowns", |measure| &measure.breakdowns) {
        for group in breakdown.list("groups", |breakdown| &breakdown.groups) {
            let value = group.value.as_ref().and_then(|figure| figure.value).map(Quantity::get);
            let counts = (group.numerator, group.denominator, value);
            shares.push(share(&group, title, counts, factor, is_proportion));
        }
    }
}

fn share<'a, T>(
    of: &At<'_, T>,
    title: &'a str,
    (part, whole, value): (Option<People>, Option<People>, Option<Decimal>),
    factor: u64,
    is_proportion: bool,
) -> Share<'a> {
    Share { title, part, whole, value, factor, is_proportion, at: of.spot() }
}
