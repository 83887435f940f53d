//! System health: referrals, measures, the survey, learning and what stands in the way.

use rust_decimal::Decimal;

use super::{
    Publishing, raw,
    results::{RawFigure, Style},
    series,
};
use crate::{
    disclosure::{
        decide::{Cell, ReferralCell, SurveyCell, SystemFigure},
        published::{
            BarrierShown, ChangeShown, DisputeShown, DrawbackShown, GroupShown, LearningShown, ParticipationShown,
            PeriodShown, ReferralsShown, RepliesShown, Shown, SurveyScoreShown, SurveyShown, SystemHealthShown,
            SystemMeasureShown, TrustEventShown, UnitSign,
        },
    },
    returns::{
        Count, Figure, FinancialYear, Line, People, Percent, Period, Posts, Quantity, Quarter, RecordId, Score, Stated,
        approach::system_health::{
            Dimension, Dispute, Frequency, OverallBasis, Referrals, RelationshipSurvey, Series, Statistic,
            SystemHealth, SystemMeasure,
        },
    },
};

impl Publishing<'_> {
    pub(super) fn system_health(&self) -> Option<SystemHealthShown> {
        let health = self.filed.system_health.as_ref()?;
        let funder = self.is_funder_report();
        // Members are told of empty posts and of what stands in the way; the rest is the funder's.
        let measures = health.measures.iter().enumerate();
        let measures = measures.filter(|(_, measure)| funder || measure.dimension == Some(Dimension::Workforce));
        let mut shown = SystemHealthShown {
            referrals: None,
            measures: measures.map(|(index, measure)| self.system_measure(index, measure)).collect(),
            survey: None,
            learning: Vec::new(),
            barriers: self.barriers(health),
            trust_events: Vec::new(),
            disputes: Vec::new(),
            drawbacks: Vec::new(),
            participation: Vec::new(),
        };
        if funder {
            shown.referrals = health.referrals.as_ref().map(|referrals| self.referrals(referrals));
            shown.survey = health.relationship_survey.as_ref().map(|survey| self.survey(survey));
            self.told(health, &mut shown);
        }
        Some(shown)
    }

    fn system_measure(&self, index: usize, measure: &SystemMeasure) -> SystemMeasureShown {
        let funder = self.is_funder_report();
        let style = style(measure);
        let cell = |which| move |part| Cell::System(index, which, part);
        let earlier = |figure: Option<&Figure>, which| match figure {
            Some(figure) => self.period(None, &figure.into(), &style, cell(which)).figure,
            None => Shown::NotAvailable { reason: None },
        };
        let posts = |posts: Posts| raw::number(posts.get(), raw::typed_places(posts.get()).max(1));
        let series = measure.series.as_ref().filter(|_| funder);
        let series = series.map(|series| self.series(index, series, &style)).unwrap_or_default();
        let changes = if funder { changes(measure) } else { Vec::new() };
        let unit = raw::unit(measure.unit.as_ref());
        SystemMeasureShown {
            id: measure.id.to_string(),
            title: self.title(&measure.title),
            dimension: measure.dimension,
            ingredient: measure.ingredient.or_else(|| measure.dimension.map(Dimension::ingredient)),
            direction: measure.direction,
            current: self.period(Some(self.quarter), &current(measure), &style, cell(SystemFigure::Current)),
            previous: earlier(measure.previous.as_ref(), SystemFigure::Previous),
            baseline: earlier(measure.baseline.as_ref(), SystemFigure::Baseline),
            posts: measure
                .establishment_fte
                .zip(measure.in_post_fte)
                .map(|(agreed, filled)| (posts(agreed), posts(filled))),
            reading: series::reading(&series, &changes, &unit),
            series,
            changes,
            unit,
            note: self.words_of(measure.note.as_ref()).filter(|_| funder),
            source: self.words_of(measure.source.as_ref()).filter(|_| funder),
        }
    }

    fn series(&self, index: usize, series: &Series, style: &Style) -> Vec<PeriodShown> {
        let points = series.values.iter().enumerate();
        let shown = points.map(|(at, figure)| {
            let cell = |part| Cell::System(index, SystemFigure::Point(at), part);
            self.period(step(series, at), &figure.into(), style, cell)
        });
        shown.collect()
    }

    fn referrals(&self, referrals: &Referrals) -> ReferralsShown {
        let count = |count: Option<People>, cell| {
            self.people_of(count, Cell::Referrals(cell)).unwrap_or(Shown::NotAvailable { reason: None })
        };
        let sources = referrals.by_source.iter().enumerate();
        let sources = sources.map(|(at, source)| GroupShown {
            name: source.source.to_string(),
            joined: Vec::new(),
            figure: self.people(source.value, Cell::Referrals(ReferralCell::Source(at))),
            numerator: None,
            denominator: None,
        });
        ReferralsShown {
            received: count(referrals.received, ReferralCell::Received),
            accepted: count(referrals.accepted, ReferralCell::Accepted),
            declined: count(referrals.declined, ReferralCell::Declined),
            pending: count(referrals.pending, ReferralCell::Pending),
            withdrawn: self.people_of(referrals.withdrawn, Cell::Referrals(ReferralCell::Withdrawn)),
            by_source: sources.collect(),
            top_reason_declined: self.words_of(referrals.top_reason_declined.as_ref()),
        }
    }

    pub(super) fn survey(&self, survey: &RelationshipSurvey) -> SurveyShown {
        let cell = Cell::Survey;
        let people = |count, which| self.people_of(count, cell(which));
        let score = |stated: Option<&Stated<Score>>, places, which| {
            stated.map(|stated| self.score(stated, places, cell(which)))
        };
        let overall_places = score_places([survey.overall.as_ref(), survey.previous_overall.as_ref()]);
        let scores = survey.scores.iter().enumerate().map(|(at, scored)| {
            let places = score_places([Some(&scored.mean), scored.previous.as_ref()]);
            SurveyScoreShown {
                item: scored.item,
                mean: self.score(&scored.mean, places, cell(SurveyCell::Score(at))),
                n: people(scored.n, SurveyCell::ScoreCount(at)),
                previous: score(scored.previous.as_ref(), places, SurveyCell::Score(at)),
            }
        });
        SurveyShown {
            instrument: survey.instrument.as_ref().map(Line::to_string),
            scale: scale(survey),
            fieldwork: survey.fieldwork.as_ref().map(|fieldwork| (fieldwork.from, fieldwork.to)),
            sent: people(survey.sent, SurveyCell::Sent),
            returned: people(survey.returned, SurveyCell::Returned),
            response_rate: self.response_rate(survey),
            scores: scores.collect(),
            overall: score(survey.overall.as_ref(), overall_places, SurveyCell::Overall)
                .or_else(|| self.mean_of_items(survey)),
            previous_overall: score(survey.previous_overall.as_ref(), overall_places, SurveyCell::Overall),
            staff_morale: score(survey.staff_morale.as_ref(), 1, SurveyCell::Morale),
            role_clarity: score(survey.role_clarity.as_ref(), 1, SurveyCell::Morale),
            replies: self.replies(survey),
            note: self.words_of(survey.note.as_ref()),
        }
    }

    /// Replies by sector; sectors with few of them stand with others.
    fn replies(&self, survey: &RelationshipSurvey) -> Vec<RepliesShown> {
        let cell = |at| Cell::Survey(SurveyCell::Sector(at));
        let mut shown = Vec::new();
        for (at, replies) in survey.returned_by_sector.iter().enumerate() {
            let Some(as_one) = self.hidden.merged_with(cell(at)) else {
                let figure = self.people(replies.value, cell(at));
                shown.push(RepliesShown { sectors: vec![replies.sector], figure });
                continue;
            };
            if as_one.first() == Some(&cell(at)) {
                let sectors = survey.returned_by_sector.iter().enumerate();
                let together = sectors.filter(|(at, _)| as_one.contains(&cell(*at))).map(|(_, replies)| replies);
                let sum: Decimal = together.clone().map(|replies| replies.value.decimal()).sum();
                let figure = raw::number(self.rounded(sum, true), 0);
                shown.push(RepliesShown { sectors: together.map(|replies| replies.sector).collect(), figure });
            }
        }
        shown
    }

    fn response_rate(&self, survey: &RelationshipSurvey) -> Option<Shown> {
        let cell = Cell::Survey(SurveyCell::ResponseRate);
        match (survey.returned, survey.sent) {
            (Some(returned), Some(sent)) => Some(self.share(returned, sent, cell)),
            (_, _) => survey.response_rate.map(|rate| self.typed_rate(rate, cell)),
        }
    }

    /// A rate as typed, where its counts are not given.
    pub(super) fn typed_rate(&self, rate: Percent, cell: Cell) -> Shown {
        let places = if self.hidden.rounds_cohort(cell) { 0 } else { self.percent_places() };
        if self.hidden.hides(cell) { Shown::Hidden } else { raw::number(rate.get(), places) }
    }

    /// The overall score, where it is the mean of the statements and was left out.
    fn mean_of_items(&self, survey: &RelationshipSurvey) -> Option<Shown> {
        if survey.overall_basis == Some(OverallBasis::OwnQuestion) || survey.scores.is_empty() {
            return None;
        }
        if self.hidden.hides(Cell::Survey(SurveyCell::Overall)) {
            return Some(Shown::Hidden);
        }
        let means: Option<Vec<Decimal>> = survey.scores.iter().map(|score| Some(score.mean.number()?.get())).collect();
        let means = means?;
        let sum: Decimal = means.iter().sum();
        Some(raw::number(sum.checked_div(Decimal::from(means.len()))?, 2))
    }

    fn barriers(&self, health: &SystemHealth) -> Vec<BarrierShown> {
        let funder = self.filed.funding.as_ref().and_then(|funding| funding.funder.as_ref());
        let shown = health.barriers.iter().map(|barrier| {
            let needs = barrier.needs.as_ref().map(Line::as_str);
            BarrierShown {
                id: barrier.id.to_string(),
                kind: barrier.kind,
                description: self.title(&barrier.description),
                needs: needs.map(|needs| self.filed.organisation_name(needs).to_owned()),
                needs_funder: needs.is_some() && funder.map(|funder| funder.id.as_str()) == needs,
                raised_on: barrier.raised_on,
                status: barrier.status,
            }
        });
        shown.collect()
    }

    /// What is told in words: learning, trust, disputes, downsides, participation.
    fn told(&self, health: &SystemHealth, shown: &mut SystemHealthShown) {
        let learning = health.learning_cycles.iter().map(|cycle| LearningShown {
            id: cycle.id.to_string(),
            question: self.title(&cycle.question),
            tried: self.words_of(cycle.tried.as_ref()),
            learned: self.words_of(cycle.learned.as_ref()),
            next: cycle.next,
            decision: self.words_of(cycle.decision.as_ref()),
        });
        shown.learning = learning.collect();
        shown.trust_events = self.trust_events(health);
        shown.disputes = health.disputes.iter().map(|dispute| self.dispute(dispute)).collect();
        let drawbacks = health.drawbacks_watch.iter().map(|watched| DrawbackShown {
            kind: watched.kind,
            seen: watched.seen,
            evidence: self.words_of(watched.evidence.as_ref()),
        });
        shown.drawbacks = drawbacks.collect();
        let pair =
            |part: Option<Count>, whole: Option<Count>| part.zip(whole).map(|(part, whole)| (part.get(), whole.get()));
        let participation = health.participation.iter().map(|took_part| ParticipationShown {
            partner: self.name(&took_part.partner),
            meetings: pair(took_part.meetings_attended, took_part.meetings_held),
            actions: pair(took_part.actions_done, took_part.actions_given),
        });
        shown.participation = participation.collect();
    }

    /// What built or broke trust.
    pub(super) fn trust_events(&self, health: &SystemHealth) -> Vec<TrustEventShown> {
        let events = health.trust_events.iter().map(|event| TrustEventShown {
            on: event.on,
            direction: event.direction,
            between: self.names(&event.between),
            what: self.title(&event.what),
            repaired_on: event.repaired_on,
        });
        events.collect()
    }

    fn dispute(&self, dispute: &Dispute) -> DisputeShown {
        let between = dispute.opened_on.zip(dispute.settled_on).map(|(opened, settled)| settled.days_after(opened));
        let days = dispute.days.map(Count::get).or_else(|| u64::try_from(between?).ok());
        let narrative = dispute.narrative.as_ref().filter(|id| self.may_tell(id));
        DisputeShown {
            opened_on: dispute.opened_on,
            settled_on: dispute.settled_on,
            days,
            how: self.words_of(dispute.how.as_ref()),
            narrative: narrative.map(RecordId::to_string),
        }
    }
}

/// The figure of the quarter; a vacancy rate that was left out follows from the posts.
fn current(measure: &SystemMeasure) -> RawFigure<'_> {
    let mut figure = RawFigure {
        value: measure.value,
        numerator: measure.numerator,
        denominator: measure.denominator,
        n: measure.n,
        status: measure.status,
        reason: measure.reason.as_ref(),
    };
    let is_rate = measure.dimension == Some(Dimension::Workforce)
        && raw::unit(measure.unit.as_ref()).sign == UnitSign::Percent
        && (figure.value, figure.status) == (None, None);
    if let (true, Some(agreed), Some(filled)) = (is_rate, measure.establishment_fte, measure.in_post_fte) {
        let empty = (agreed.get() - filled.get()) * Decimal::ONE_HUNDRED;
        figure.value = empty.checked_div(agreed.get()).and_then(Quantity::new);
    }
    figure
}

/// The scale of a survey: 1 to 5, where it does not give another.
fn scale(survey: &RelationshipSurvey) -> (Shown, Shown) {
    let typed = survey.scale.as_ref().map(|scale| (scale.min.get(), scale.max.get()));
    let (low, high) = typed.unwrap_or((Decimal::ONE, Decimal::from(5)));
    let end = |end: Decimal| raw::number(end, raw::typed_places(end));
    (end(low), end(high))
}

fn score_places(scores: [Option<&Stated<Score>>; 2]) -> u32 {
    let typed = scores.into_iter().flatten().filter_map(Stated::number).map(|score| raw::typed_places(score.get()));
    typed.max().unwrap_or(1).max(1)
}

fn changes(measure: &SystemMeasure) -> Vec<ChangeShown> {
    let changes = measure.changes_marked.iter();
    changes.map(|change| ChangeShown { at: change.at, what: change.what.to_string() }).collect()
}

fn style(measure: &SystemMeasure) -> Style {
    let sign = raw::unit(measure.unit.as_ref()).sign;
    let is_percent = sign == UnitSign::Percent || measure.statistic == Some(Statistic::Share);
    let figures = measure.series.iter().flat_map(|series| &series.values);
    let figures = figures.chain(&measure.previous).chain(&measure.baseline);
    let typed = figures.filter_map(|figure| figure.value).chain(measure.value);
    let typed = typed.map(|value| raw::typed_places(value.get())).max().unwrap_or_default();
    Style {
        is_protected: measure.counted().is_protected(),
        is_count: measure.value_is_count(),
        factor: is_percent.then_some(100),
        is_percent,
        places: if is_percent { 1 } else { typed },
    }
}

/// The period of a point of a series.
fn step(series: &Series, at: usize) -> Option<Period> {
    let at = i64::try_from(at).ok()?;
    match series.frequency {
        Frequency::Month => {
            let month = series.from.month_index()?.checked_add(at)?;
            Period::parse(&format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1))
        }
        Frequency::Quarter => {
            let index = series.from.quarter_index()?.checked_add(at)?;
            let year = year_starting(index.div_euclid(4))?;
            Some(Period::of_quarter(year, *Quarter::ALL.get(usize::try_from(index.rem_euclid(4)).ok()?)?))
        }
        Frequency::Year => {
            let first = i64::from(series.from.as_year()?.first_year()).checked_add(at)?;
            Period::parse(&year_starting(first)?.to_string())
        }
    }
}

fn year_starting(first: i64) -> Option<FinancialYear> {
    u16::try_from(first).ok().filter(|first| *first < 9999).map(FinancialYear::starting)
}
