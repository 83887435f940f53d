//! System health: referrals, measures and the relationship survey.

use super::{
    Cell, Deciding, Part, ReferralCell, SurveyCell, SystemFigure,
    results::{Parts, hidden_parts, tells_of_few},
    table::{Order, Row, Rule, SMALL_GROUP, protect},
};
use crate::returns::{
    FigureStatus, People,
    approach::{
        results::Counts,
        system_health::{OverallBasis, Referrals, RelationshipSurvey, SystemMeasure},
    },
};

impl Deciding<'_> {
    pub(super) fn system_health(&mut self) {
        let Some(health) = &self.filed.system_health else { return };
        for (index, measure) in health.measures.iter().enumerate() {
            if measure.counted().is_protected() {
                self.system_measure(index, measure);
            }
        }
        if let Some(referrals) = &health.referrals {
            self.referrals(referrals);
        }
        if let Some(survey) = &health.relationship_survey {
            self.survey(survey);
        }
    }

    /// Whether the figure of the quarter stays hidden.
    pub(super) fn system_is_hidden(&self, measure: usize) -> bool {
        self.hides(Cell::System(measure, SystemFigure::Current, Part::Value))
    }

    fn system_measure(&mut self, index: usize, measure: &SystemMeasure) {
        let counts = measure.counted();
        let threshold = self.threshold_of(counts);
        let is_count = measure.value_is_count();
        let current = system_parts(measure);
        for part in hidden_parts(&current, is_count, threshold) {
            self.hide(Cell::System(index, SystemFigure::Current, part));
        }
        // Of earlier figures without counts nobody can say how many people stand behind them.
        let hides_the_uncounted = self.system_is_hidden(index) && !is_count;
        let points = measure.series.iter().flat_map(|series| series.values.iter().enumerate());
        let earlier =
            [(SystemFigure::Previous, measure.previous.as_ref()), (SystemFigure::Baseline, measure.baseline.as_ref())];
        let earlier = earlier.into_iter().filter_map(|(which, figure)| Some((which, figure?)));
        for (which, figure) in earlier.chain(points.map(|(at, figure)| (SystemFigure::Point(at), figure))) {
            let parts = Parts::of_figure(figure);
            for part in hidden_parts(&parts, is_count, threshold) {
                self.hide(Cell::System(index, which, part));
            }
            let is_last = measure
                .series
                .as_ref()
                .is_some_and(|series| which == SystemFigure::Point(series.values.len().saturating_sub(1)));
            if (hides_the_uncounted && !parts.has_counts()) || (is_last && self.system_is_hidden(index)) {
                self.hide(Cell::System(index, which, Part::Value));
            }
        }
    }

    fn referrals(&mut self, referrals: &Referrals) {
        let threshold = self.threshold_of(Counts::Cases);
        let small = |count: u64| (1..threshold).contains(&count);
        let answers = [
            (ReferralCell::Accepted, referrals.accepted),
            (ReferralCell::Declined, referrals.declined),
            (ReferralCell::Pending, referrals.pending),
            (ReferralCell::Withdrawn, referrals.withdrawn),
        ];
        let answers: Vec<(ReferralCell, String, u64)> =
            answers.iter().filter_map(|(cell, count)| Some((*cell, format!("{cell:?}"), (*count)?.get()))).collect();
        let sources = referrals.by_source.iter().enumerate();
        let sources: Vec<(ReferralCell, String, u64)> = sources
            .map(|(at, source)| (ReferralCell::Source(at), source.source.as_str().to_owned(), source.value.get()))
            .collect();
        let received = referrals.received.map(People::get);
        loop {
            let before = self.hidden.len();
            let total_hidden = received.is_some_and(small) || self.hides(Cell::Referrals(ReferralCell::Received));
            if total_hidden {
                self.hide(Cell::Referrals(ReferralCell::Received));
            }
            for table in [&answers, &sources] {
                if self.table(table, received, threshold, total_hidden, Order::Smallest, Cell::Referrals).is_err() {
                    self.hide(Cell::Referrals(ReferralCell::Received));
                }
            }
            if self.hidden.len() == before {
                return;
            }
        }
    }

    /// Hides what has to be hidden of rows that add up to a total.
    pub(super) fn table<K: Copy>(
        &mut self,
        parts: &[(K, String, u64)],
        total: Option<u64>,
        threshold: u64,
        total_hidden: bool,
        order: Order,
        cell: impl Fn(K) -> Cell,
    ) -> Result<(), super::table::TotalGivesAway> {
        if total_hidden {
            self.hidden.extend(parts.iter().map(|(part, _, _)| cell(*part)));
            return Ok(());
        }
        let small = |count: u64| (1..threshold).contains(&count);
        let sum: u64 = parts.iter().map(|(_, _, count)| *count).sum();
        let is_everyone = |count: u64| count == sum && (1..SMALL_GROUP).contains(&sum) && parts.len() > 1;
        let mut rows: Vec<Row> = parts
            .iter()
            .map(|(part, label, count)| Row {
                label: label.clone(),
                size: *count,
                others: Vec::new(),
                hidden: small(*count) || is_everyone(*count) || self.hides(cell(*part)),
            })
            .collect();
        // What the parts leave out of the total is a part that no reader sees.
        let mut order = order;
        if let Some(left) = few_left_out(total, sum, threshold) {
            rows.push(Row { label: String::new(), size: left, others: Vec::new(), hidden: true });
            // A part that nobody sees has no place among the others, so they are not printed as one.
            order = if order == Order::Run { Order::Nearest } else { order };
        }
        let done = protect(&mut rows, Rule { threshold, order, preferred: None, has_rest: false });
        for (row, (part, _, _)) in rows.iter().zip(parts) {
            if row.hidden {
                self.hide(cell(*part));
            }
        }
        done.map(drop)
    }

    fn survey(&mut self, survey: &RelationshipSurvey) {
        let opinions = self.thresholds.opinions;
        let people = self.thresholds.people;
        let few = |count: u64| (1..people).contains(&count);
        let (sent, returned) = (survey.sent.map(People::get), survey.returned.map(People::get));
        let hide = |this: &mut Self, cell| this.hide(Cell::Survey(cell));
        if returned.is_some_and(few) {
            hide(self, SurveyCell::Returned);
        }
        if let (Some(sent), Some(returned)) = (sent, returned) {
            if few(sent.abs_diff(returned)) || few(sent) {
                hide(self, SurveyCell::Sent);
            }
            if tells_of_few(returned, sent, people) || few(sent.abs_diff(returned)) {
                hide(self, SurveyCell::ResponseRate);
            }
            if (1..SMALL_GROUP).contains(&sent) && (returned == 0 || returned == sent) {
                hide(self, SurveyCell::Returned);
            }
        }
        let too_few = |n: Option<u64>| n.is_some_and(|n| n < opinions);
        for (at, score) in survey.scores.iter().enumerate() {
            let n = score.n.map(People::get);
            if too_few(n.or(returned)) {
                hide(self, SurveyCell::Score(at));
                hide(self, SurveyCell::ScoreCount(at));
            }
            if n.zip(returned).is_some_and(|(n, returned)| few(returned.abs_diff(n))) {
                hide(self, SurveyCell::ScoreCount(at));
            }
        }
        let from_items = survey.overall_basis != Some(OverallBasis::OwnQuestion);
        let a_score_is_hidden = (0..survey.scores.len()).any(|at| self.hides(Cell::Survey(SurveyCell::Score(at))));
        if too_few(returned) || (from_items && a_score_is_hidden) {
            hide(self, SurveyCell::Overall);
        }
        if too_few(returned) {
            hide(self, SurveyCell::Morale);
        }
        let sectors = survey.returned_by_sector.iter().enumerate();
        let sectors: Vec<(SurveyCell, String, u64)> = sectors
            .map(|(at, replies)| (SurveyCell::Sector(at), replies.sector.word().to_owned(), replies.value.get()))
            .collect();
        let total_hidden = self.hides(Cell::Survey(SurveyCell::Returned)) || too_few(returned);
        if self.table(&sectors, returned, opinions, total_hidden, Order::Smallest, Cell::Survey).is_err() {
            // The number of replies is printed elsewhere as the measure of the scores; the sectors go instead.
            hide(self, SurveyCell::Returned);
            hide(self, SurveyCell::ResponseRate);
        }
    }
}

/// The few people that the parts of a total leave out.
pub(super) fn few_left_out(total: Option<u64>, sum: u64, threshold: u64) -> Option<u64> {
    total.and_then(|total| total.checked_sub(sum)).filter(|left| (1..threshold).contains(left))
}

fn system_parts(measure: &SystemMeasure) -> Parts {
    if matches!(measure.status, Some(FigureStatus::NotAvailable | FigureStatus::NotApplicable)) {
        return Parts::default();
    }
    Parts {
        value: measure.value,
        numerator: measure.numerator.map(People::get),
        denominator: measure.denominator.map(People::get),
        n: measure.n.map(People::get),
    }
}
