//! Rules about measures, their paths and their ratings.

pub(super) mod activity_and_nobody_better_off;
pub(super) mod behind_without_an_action;
pub(super) mod breakdown_not_the_total;
pub(super) mod commentary_only_repeats;
pub(super) mod earlier_figure_changed;
pub(super) mod figure_for_the_future;
pub(super) mod figure_of_the_quarter_missing;
pub(super) mod forecast_against_the_figures;
pub(super) mod jump_against_the_usual;
pub(super) mod measure_changed_without_a_word;
pub(super) mod measure_counted_differently;
pub(super) mod measure_dropped;
pub(super) mod measure_renamed;
pub(super) mod part_larger_than_its_whole;
pub(super) mod part_of_a_person;
pub(super) mod percentage_outside_its_bounds;
pub(super) mod place_wide_figure_rated;
pub(super) mod rating_not_by_its_own_rule;
pub(super) mod rating_terms_changed;
pub(super) mod restated_from_another_figure;
pub(super) mod running_total_falls;
pub(super) mod share_not_from_its_counts;
pub(super) mod share_of_few;
pub(super) mod target_agreed_by_one_partner;
pub(super) mod target_on_the_wrong_side;
pub(super) mod thresholds_in_the_wrong_order;

use std::collections::BTreeMap;

use super::then_and_now::{in_both, missing_from, titled_anew};
use super::{At, RuleContext};
use crate::returns::approach::results::{MeasureLevel, Rag, ResultMeasure};
use crate::returns::{Period, PeriodFigure, QuarterlyReturn, rating};

/// Whether a measure is of the partnership’s own work: as it says, else where it has a target.
fn is_performance(measure: &ResultMeasure) -> bool {
    match measure.level {
        Some(MeasureLevel::Performance) => true,
        Some(MeasureLevel::Population) => false,
        None => measure.target.is_some(),
    }
}

/// The rating as readers will see it: the override, else as typed, else by its rule.
fn rated(measure: &ResultMeasure, quarter: Period) -> Rag {
    let said = measure.rag_override.as_ref().map(|other| other.to).or(measure.rag);
    said.unwrap_or_else(|| rating::rate(measure, quarter).rag)
}

/// Whether there is a number in it.
fn has_figure(figure: &PeriodFigure) -> bool {
    figure.value.is_some() || (figure.numerator.is_some() && figure.denominator.is_some())
}

/// The measures of the last return; none where it was not given.
fn earlier_measures<'a>(cx: &RuleContext<'a>) -> Vec<At<'a, ResultMeasure>> {
    cx.previous().iter().flat_map(|earlier| earlier.list("results", |earlier| &earlier.results)).collect()
}

/// Each measure that was in the last return too, with what it was there.
fn with_earlier<'a>(cx: &RuleContext<'a>) -> Vec<(At<'a, ResultMeasure>, At<'a, ResultMeasure>)> {
    let then = earlier_measures(cx);
    if then.is_empty() {
        return Vec::new();
    }
    in_both(cx.results().collect(), then, |measure| &measure.id)
}

/// The measures of this return whose ids the last one did not have, by the words of their titles.
fn new_by_title<'a>(cx: &RuleContext<'a>) -> BTreeMap<Vec<String>, At<'a, ResultMeasure>> {
    titled_anew(missing_from(cx.results().collect(), &earlier_measures(cx), |measure| &measure.id), |measure| {
        &measure.title
    })
}

/// The measures of the last return whose ids this one does not have.
fn gone<'a>(cx: &RuleContext<'a>) -> Vec<At<'a, ResultMeasure>> {
    missing_from(earlier_measures(cx), &cx.results().collect::<Vec<_>>(), |measure| &measure.id)
}

/// What was last said of the figures of earlier returns, by measure and period, and in which return.
type Told<'a> = BTreeMap<(String, String), (At<'a, PeriodFigure>, At<'a, QuarterlyReturn>)>;

fn told<'a>(cx: &RuleContext<'a>) -> Told<'a> {
    let mut told = Told::new();
    for filed in cx.earlier() {
        for measure in filed.list("results", |filed| &filed.results) {
            for actual in measure.list("actuals", |measure| &measure.actuals) {
                let Some(period) = actual.period else { continue };
                told.insert((measure.id.to_string(), period.to_string()), (actual, filed.clone()));
            }
        }
    }
    told
}
