//! Figures that are printed as one, so that less is lost than by hiding them.
//!
//! What was hidden is decided before. Here neighbours among it are put together: outcomes (“no clear change or worse”),
//! bands, sectors of a survey, steps of a cohort. The reader against whom the rows were hidden knows their sum already,
//! from the total; where a few people are left out of that total, nothing is put together.

use super::{
    Cell, Part, Step, Suppression, SurveyCell, Thresholds,
    health::few_left_out,
    outcomes::{Split, matched, steps},
    results::{current_index, is_printed_as_one},
    table::is_a_run,
};
use crate::returns::{
    People, QuarterlyReturn,
    approach::{outcomes::Cohort, results::ResultMeasure, system_health::RelationshipSurvey},
};

/// Everything that is printed as one, given what is hidden.
pub(super) fn merged(filed: &QuarterlyReturn, decided: &Suppression, thresholds: Thresholds) -> Vec<Vec<Cell>> {
    let mut found = Vec::new();
    for (result, measure) in filed.results.iter().enumerate().filter(|(_, measure)| measure.counted().is_protected()) {
        let threshold = if measure.counted().is_opinion() { thresholds.opinions } else { thresholds.people };
        found.extend(bands(filed, decided, (result, measure), threshold));
    }
    let survey = filed.system_health.as_ref().and_then(|health| health.relationship_survey.as_ref());
    found.extend(survey.and_then(|survey| sectors(decided, survey, thresholds.opinions)));
    for (index, outcome) in filed.outcomes.iter().enumerate() {
        found.extend(outcome.cohort.iter().flat_map(|cohort| cohort_steps(decided, index, cohort)));
        let total = matched(outcome);
        let areas = outcome.areas.iter().map(|star| Split::Area(&star.area));
        for split in [Split::Whole].into_iter().chain(areas) {
            let ways = split.ways(index, outcome);
            let sum = ways.iter().map(|way| way.people).sum();
            let cells: Vec<Cell> = ways.iter().map(|way| way.cell).collect();
            let hidden: Vec<bool> = cells.iter().map(|cell| decided.hides(*cell)).collect();
            if is_a_run(&hidden) && few_left_out(total, sum, thresholds.people).is_none() {
                found.extend(several(&cells, &hidden));
            }
        }
    }
    found
}

/// The hidden ones, where there are several and not all of them: all of them are the total.
fn several(cells: &[Cell], hidden: &[bool]) -> Option<Vec<Cell>> {
    let some: Vec<Cell> = cells.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(cell, _)| *cell).collect();
    (some.len() > 1 && some.len() < cells.len()).then_some(some)
}

fn bands(
    filed: &QuarterlyReturn,
    decided: &Suppression,
    (result, measure): (usize, &ResultMeasure),
    threshold: u64,
) -> Vec<Vec<Cell>> {
    let Some(current) = current_index(measure, filed.header.period.period()) else { return Vec::new() };
    if Part::ALL.iter().any(|part| decided.hides(Cell::Actual(result, current, *part))) {
        return Vec::new();
    }
    let breakdowns = measure.breakdowns.iter().enumerate();
    let found =
        breakdowns.filter(|(_, breakdown)| breakdown.overlapping != Some(true)).filter_map(|(at, breakdown)| {
            let cells: Vec<Cell> = (0..breakdown.groups.len()).map(|group| Cell::Group(result, at, group)).collect();
            let hidden: Vec<bool> = cells.iter().map(|cell| decided.hides(*cell)).collect();
            // Of most breakdowns there is nothing to put together.
            let some = several(&cells, &hidden)?;
            let as_one = is_a_run(&hidden)
                && is_printed_as_one(measure, breakdown, &measure.actuals[current], &hidden, threshold);
            as_one.then_some(some)
        });
    found.collect()
}

fn sectors(decided: &Suppression, survey: &RelationshipSurvey, threshold: u64) -> Option<Vec<Cell>> {
    let returned = survey.returned.map(People::get);
    let sum = survey.returned_by_sector.iter().map(|replies| replies.value.get()).sum();
    if decided.hides(Cell::Survey(SurveyCell::Returned)) || few_left_out(returned, sum, threshold).is_some() {
        return None;
    }
    let sectors = 0..survey.returned_by_sector.len();
    let cells: Vec<Cell> = sectors.map(|at| Cell::Survey(SurveyCell::Sector(at))).collect();
    let hidden: Vec<bool> = cells.iter().map(|cell| decided.hides(*cell)).collect();
    several(&cells, &hidden)
}

/// Hidden steps, each run of them with the step after it that is printed: whoever came so far came through them.
fn cohort_steps(decided: &Suppression, index: usize, cohort: &Cohort) -> Vec<Vec<Cell>> {
    let mut found = Vec::new();
    let mut waiting: Vec<Cell> = Vec::new();
    for (step, _) in steps(cohort) {
        let cell = Cell::Cohort(index, step);
        debug_assert!(!matches!(step, Step::LeftBefore | Step::ResponseRate), "a step that people go through");
        waiting.push(cell);
        if !decided.hides(cell) {
            let run = std::mem::take(&mut waiting);
            found.extend((run.len() > 1).then_some(run));
        }
    }
    found
}
