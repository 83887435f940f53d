//! Outcomes: the steps of a cohort, how people moved, and how many reached a status.

use super::{
    Cell, Deciding, Moved, Part, Step,
    results::tells_of_few,
    running::{Again, again, desk},
    table::Order,
};
use crate::returns::{
    Line, People, Percent,
    approach::outcomes::{Achieved, Cohort, Comparison, Outcome},
};

impl Deciding<'_> {
    pub(super) fn outcomes(&mut self) {
        for (index, outcome) in self.filed.outcomes.iter().enumerate() {
            let again = again(self.filed, outcome, self.before);
            if let Some(cohort) = &outcome.cohort {
                self.cohort(index, cohort, &again);
            }
            self.moves(index, outcome, &again);
            if let Some(achieved) = &outcome.achieved {
                self.achieved(index, outcome, achieved, &again);
            }
            if let Some(comparison) = &outcome.comparison {
                self.comparison(index, outcome, comparison, &again);
            }
        }
    }

    /// Steps of which one contains the next are printed only where nobody, or at least a threshold of people, was lost in
    /// between, or came since they were printed. The first and the last step stay where they can; those between give way.
    fn cohort(&mut self, index: usize, cohort: &Cohort, again: &[Again<'_>]) {
        let threshold = self.thresholds.people;
        for step in desk(threshold, again).hidden(&steps(cohort)) {
            self.hide(Cell::Cohort(index, step));
        }
        self.those_who_left(index, cohort, threshold);
        if self.a_few_more_left(cohort, again) {
            self.hide(Cell::Cohort(index, Step::LeftBefore));
        }
        let due = cohort.follow_up_due.map(People::get);
        let matched = cohort.matched.map(People::get);
        let hidden = |this: &Self, step| this.hides(Cell::Cohort(index, step));
        let implied = due.or_else(|| implied_whole(matched?, cohort.response_rate?));
        let tells = match (matched, implied) {
            (Some(matched), Some(due)) => tells_of_few(matched, due, threshold),
            (_, _) => false,
        };
        let tells = tells || self.rate_tells_of_few(cohort, again);
        if tells || hidden(self, Step::Matched) || hidden(self, Step::FollowUpDue) {
            self.hide(Cell::Cohort(index, Step::ResponseRate));
        }
    }

    fn those_who_left(&mut self, index: usize, cohort: &Cohort, threshold: u64) {
        let few = |count: u64| (1..threshold).contains(&count);
        let Some(left) = cohort.left_before_follow_up.map(People::get) else { return };
        let rest = left_rest(cohort);
        let step_is_hidden =
            [Step::FollowUpDue, Step::Matched].iter().any(|step| self.hides(Cell::Cohort(index, *step)));
        if few(left) || rest.is_some_and(few) || step_is_hidden {
            self.hide(Cell::Cohort(index, Step::LeftBefore));
        }
    }

    fn moves(&mut self, index: usize, outcome: &Outcome, again: &[Again<'_>]) {
        let threshold = self.thresholds.people;
        let matched = matched(outcome);
        let matched_hidden = matched.is_some_and(|count| (1..threshold).contains(&count))
            || self.hides(Cell::Cohort(index, Step::Matched));
        let too_few =
            matched.is_some_and(|count| count < self.thresholds.opinions) || self.scores_tell_of_few(outcome, again);
        if too_few || matched_hidden {
            self.hide(Cell::Scores(index));
        }
        if outcome.distribution.is_some() {
            self.moved((index, outcome), Split::Whole, matched_hidden, again);
        }
        for (area, star) in outcome.areas.iter().enumerate() {
            if too_few || matched_hidden {
                self.hide(Cell::AreaScores(index, area));
            }
            self.moved((index, outcome), Split::Area(&star.area), matched_hidden, again);
        }
    }

    fn moved(
        &mut self,
        (index, outcome): (usize, &Outcome),
        split: Split<'_>,
        matched_hidden: bool,
        again: &[Again<'_>],
    ) {
        let threshold = self.thresholds.people;
        let ways = split.ways(index, outcome);
        let parts: Vec<(Cell, String, u64)> = ways.iter().map(|way| (way.cell, String::new(), way.people)).collect();
        let whole = matched(outcome);
        if self.table(&parts, whole, threshold, matched_hidden, Order::Run, |cell| cell).is_err() {
            self.hide(Cell::Cohort(index, Step::Matched));
        }
        let hidden = ways.iter().map(|way| self.hides(way.cell)).collect();
        let hidden = self.ways_since(&ways, whole, hidden, again, split);
        self.hidden.extend(ways.iter().zip(hidden).filter(|(_, hidden)| *hidden).map(|(way, _)| way.cell));
    }

    /// The difference between two changes gives away the change of either group with the other.
    fn comparison(&mut self, index: usize, outcome: &Outcome, comparison: &Comparison, again: &[Again<'_>]) {
        let people = comparison.n.map(People::get);
        let [came, scored] = self.comparison_tells_of_few(outcome, again);
        if came || people.is_some_and(|people| (1..self.thresholds.people).contains(&people)) {
            self.hide(Cell::ComparisonPeople(index));
        }
        let too_few = people.is_some_and(|people| people < self.thresholds.opinions);
        if scored || too_few || self.hides(Cell::Scores(index)) {
            self.hide(Cell::Comparison(index));
        }
    }

    fn achieved(&mut self, index: usize, outcome: &Outcome, achieved: &Achieved, again: &[Again<'_>]) {
        let [whole_tells, part_tells] = self.achieved_tells_of_few(outcome, again);
        let threshold = self.thresholds.people;
        let few = |count: u64| (1..threshold).contains(&count);
        let numerator = achieved.numerator.map(People::get);
        let denominator = achieved.denominator.map(People::get);
        let mut hide =
            |parts: &[Part]| parts.iter().for_each(|part| self.hidden.extend([Cell::Achieved(index, *part)]));
        let all = [Part::Value, Part::Numerator, Part::Denominator];
        if whole_tells || denominator.is_some_and(few) {
            hide(&all);
        }
        if part_tells || numerator.is_some_and(few) {
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

/// Who moved which way: of the whole cohort, or in an area.
#[derive(Clone, Copy)]
pub(super) enum Split<'a> {
    /// Of the whole cohort.
    Whole,
    /// In the area of this name.
    Area(&'a Line),
}

/// Those who moved one way.
pub(super) struct Way {
    pub(super) moved: Moved,
    pub(super) cell: Cell,
    pub(super) people: u64,
}

impl Split<'_> {
    /// The ways an outcome gives, better first.
    pub(super) fn ways(self, index: usize, outcome: &Outcome) -> Vec<Way> {
        let way = |cell: &dyn Fn(Moved) -> Cell, counts: [Option<People>; 3]| {
            let ways = [Moved::Up, Moved::Not, Moved::Down].into_iter().zip(counts);
            ways.filter_map(|(way, count)| Some(Way { moved: way, cell: cell(way), people: count?.get() })).collect()
        };
        match self {
            Self::Whole => outcome.distribution.as_ref().map(|split| {
                let counts = [split.improved, split.no_clear_change, split.worsened];
                way(&|way| Cell::Distribution(index, way), counts)
            }),
            Self::Area(name) => {
                outcome.areas.iter().enumerate().find(|(_, star)| star.area == *name).map(|(at, star)| {
                    way(&|way| Cell::Area(index, at, way), [star.moved_up, star.no_change, star.moved_down])
                })
            }
        }
        .unwrap_or_default()
    }
}

/// Of those due, who was neither matched nor left.
pub(super) fn left_rest(cohort: &Cohort) -> Option<u64> {
    let left = cohort.left_before_follow_up?.get();
    Some(cohort.follow_up_due?.get().saturating_sub(cohort.matched?.get()).saturating_sub(left))
}

/// The whole that a typed response rate gives away.
pub(super) fn implied_whole(matched: u64, rate: Percent) -> Option<u64> {
    use rust_decimal::{Decimal, prelude::ToPrimitive};
    if rate.get() <= Decimal::ZERO {
        return None;
    }
    (Decimal::from(matched) * Decimal::ONE_HUNDRED).checked_div(rate.get())?.round().to_u64()
}

/// The part of a whole that a typed share gives away.
pub(super) fn implied_part(share: Percent, whole: u64) -> Option<u64> {
    use rust_decimal::{Decimal, prelude::ToPrimitive};
    (share.get().checked_mul(Decimal::from(whole))? / Decimal::ONE_HUNDRED).round().to_u64()
}
