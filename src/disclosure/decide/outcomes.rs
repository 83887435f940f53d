//! Outcomes: the steps of a cohort, how people moved, and how many reached a status.

use super::{Cell, Deciding, Moved, Part, Step, results::tells_of_few, table::Order};
use crate::returns::{
    People, Percent,
    approach::outcomes::{Achieved, Cohort, Comparison, Outcome},
};

impl Deciding<'_> {
    pub(super) fn outcomes(&mut self) {
        for (index, outcome) in self.filed.outcomes.iter().enumerate() {
            if let Some(cohort) = &outcome.cohort {
                self.cohort(index, cohort);
            }
            self.moves(index, outcome);
            if let Some(achieved) = &outcome.achieved {
                self.achieved(index, outcome, achieved);
            }
            if let Some(comparison) = &outcome.comparison {
                self.comparison(index, comparison);
            }
        }
    }

    /// Steps of which one contains the next are printed only where nobody, or at least a threshold of people, was lost in
    /// between. The first and the last step stay where they can; those between give way.
    fn cohort(&mut self, index: usize, cohort: &Cohort) {
        let threshold = self.thresholds.people;
        let few = |count: u64| (1..threshold).contains(&count);
        let steps = steps(cohort);
        let mut kept: Vec<u64> = Vec::new();
        let is_kept = |this: &Self, step: Step, count: u64| !few(count) && !this.hides(Cell::Cohort(index, step));
        // From both ends inwards: the last step, the first, then the others from the last backwards.
        let ends = [steps.last(), steps.first().filter(|_| steps.len() > 1)];
        let between = steps.iter().skip(1).take(steps.len().saturating_sub(2)).rev();
        for (step, count) in ends.into_iter().flatten().chain(between) {
            let is_clear = kept.iter().all(|other| !few(other.abs_diff(*count)));
            if is_kept(self, *step, *count) && is_clear {
                kept.push(*count);
            } else {
                self.hide(Cell::Cohort(index, *step));
            }
        }
        self.those_who_left(index, cohort, threshold);
        let due = cohort.follow_up_due.map(People::get);
        let matched = cohort.matched.map(People::get);
        let hidden = |this: &Self, step| this.hides(Cell::Cohort(index, step));
        let implied = due.or_else(|| implied_whole(matched?, cohort.response_rate?));
        let tells = match (matched, implied) {
            (Some(matched), Some(due)) => tells_of_few(matched, due, threshold),
            (_, _) => false,
        };
        if tells || hidden(self, Step::Matched) || hidden(self, Step::FollowUpDue) {
            self.hide(Cell::Cohort(index, Step::ResponseRate));
        }
    }

    fn those_who_left(&mut self, index: usize, cohort: &Cohort, threshold: u64) {
        let few = |count: u64| (1..threshold).contains(&count);
        let Some(left) = cohort.left_before_follow_up.map(People::get) else { return };
        let rest = match (cohort.follow_up_due, cohort.matched) {
            (Some(due), Some(matched)) => Some(due.get().saturating_sub(matched.get()).saturating_sub(left)),
            (_, _) => None,
        };
        let step_is_hidden =
            [Step::FollowUpDue, Step::Matched].iter().any(|step| self.hides(Cell::Cohort(index, *step)));
        if few(left) || rest.is_some_and(few) || step_is_hidden {
            self.hide(Cell::Cohort(index, Step::LeftBefore));
        }
    }

    fn moves(&mut self, index: usize, outcome: &Outcome) {
        let threshold = self.thresholds.people;
        let matched = matched(outcome);
        let matched_hidden = matched.is_some_and(|count| (1..threshold).contains(&count))
            || self.hides(Cell::Cohort(index, Step::Matched));
        let too_few = matched.is_some_and(|count| count < self.thresholds.opinions);
        if too_few || matched_hidden {
            self.hide(Cell::Scores(index));
        }
        if let Some(split) = &outcome.distribution {
            let parts = moved(split.improved, split.no_clear_change, split.worsened);
            let cell = |part| Cell::Distribution(index, part);
            self.moved(index, &parts, matched, matched_hidden, cell);
        }
        for (area, star) in outcome.areas.iter().enumerate() {
            if too_few || matched_hidden {
                self.hide(Cell::AreaScores(index, area));
            }
            let parts = moved(star.moved_up, star.no_change, star.moved_down);
            let cell = |part| Cell::Area(index, area, part);
            self.moved(index, &parts, matched, matched_hidden, cell);
        }
    }

    fn moved(
        &mut self,
        index: usize,
        parts: &[(Moved, String, u64)],
        matched: Option<u64>,
        matched_hidden: bool,
        cell: impl Fn(Moved) -> Cell,
    ) {
        let threshold = self.thresholds.people;
        if self.table(parts, matched, threshold, matched_hidden, Order::Run, cell).is_err() {
            self.hide(Cell::Cohort(index, Step::Matched));
        }
    }

    /// The difference between two changes gives away the change of either group with the other.
    fn comparison(&mut self, index: usize, comparison: &Comparison) {
        let people = comparison.n.map(People::get);
        if people.is_some_and(|people| (1..self.thresholds.people).contains(&people)) {
            self.hide(Cell::ComparisonPeople(index));
        }
        if people.is_some_and(|people| people < self.thresholds.opinions) || self.hides(Cell::Scores(index)) {
            self.hide(Cell::Comparison(index));
        }
    }

    fn achieved(&mut self, index: usize, outcome: &Outcome, achieved: &Achieved) {
        let threshold = self.thresholds.people;
        let few = |count: u64| (1..threshold).contains(&count);
        let numerator = achieved.numerator.map(People::get);
        let denominator = achieved.denominator.map(People::get);
        let mut hide =
            |parts: &[Part]| parts.iter().for_each(|part| self.hidden.extend([Cell::Achieved(index, *part)]));
        let all = [Part::Value, Part::Numerator, Part::Denominator];
        if denominator.is_some_and(few) {
            hide(&all);
        }
        if numerator.is_some_and(few) {
            hide(&[Part::Value, Part::Numerator]);
        }
        if numerator.zip(denominator).is_some_and(|(part, whole)| tells_of_few(part, whole, threshold)) {
            hide(&[Part::Value, Part::Numerator]);
        }
        // The printed steps of the cohort contain those who reached the status, and those who could have.
        let cohort = outcome.cohort.as_ref();
        let printed: Vec<u64> = cohort
            .map(steps)
            .unwrap_or_default()
            .into_iter()
            .filter(|(step, _)| !self.hidden.contains(&Cell::Cohort(index, *step)))
            .map(|(_, count)| count)
            .collect();
        let mut hide =
            |parts: &[Part]| parts.iter().for_each(|part| self.hidden.extend([Cell::Achieved(index, *part)]));
        if denominator.is_some_and(|whole| printed.iter().any(|step| few(step.abs_diff(whole)))) {
            hide(&all);
        }
        if numerator.is_some_and(|part| printed.iter().any(|step| few(step.abs_diff(part)))) {
            hide(&[Part::Value, Part::Numerator]);
        }
    }
}

/// The steps that a cohort gives, each part of the one before.
pub(super) fn steps(cohort: &Cohort) -> Vec<(Step, u64)> {
    let steps = [
        (Step::Eligible, cohort.eligible),
        (Step::Consented, cohort.consented),
        (Step::BaselineComplete, cohort.baseline_complete),
        (Step::FollowUpDue, cohort.follow_up_due),
        (Step::Matched, cohort.matched),
    ];
    steps.into_iter().filter_map(|(step, count)| Some((step, count?.get()))).collect()
}

pub(super) fn matched(outcome: &Outcome) -> Option<u64> {
    let from_cohort = outcome.cohort.as_ref().and_then(|cohort| cohort.matched);
    let from_scores = || outcome.before.as_ref().and_then(|scores| scores.n);
    from_cohort.or_else(from_scores).or_else(|| outcome.after.as_ref().and_then(|scores| scores.n)).map(People::get)
}

pub(super) fn moved(up: Option<People>, not: Option<People>, down: Option<People>) -> Vec<(Moved, String, u64)> {
    [(Moved::Up, up), (Moved::Not, not), (Moved::Down, down)]
        .into_iter()
        .filter_map(|(part, count)| Some((part, String::new(), count?.get())))
        .collect()
}

/// The whole that a typed response rate gives away.
fn implied_whole(matched: u64, rate: Percent) -> Option<u64> {
    use rust_decimal::{Decimal, prelude::ToPrimitive};
    if rate.get() <= Decimal::ZERO {
        return None;
    }
    (Decimal::from(matched) * Decimal::ONE_HUNDRED).checked_div(rate.get())?.round().to_u64()
}
