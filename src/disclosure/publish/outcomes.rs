//! Outcomes, what they are worth, and the stories that may be told.

use rust_decimal::Decimal;

use super::{Publishing, raw, series};
use crate::{
    disclosure::{
        decide::{Cell, Moved, Part, Step},
        published::{
            self, AchievedShown, AreaShown, Audience, ClaimShown, CohortShown, CohortStep, ComparisonShown,
            DistributionShown, MovedShown, NarrativeShown, OutcomeShown, Shown, StepsShown, ValueShown,
        },
    },
    returns::{
        Count, Line, People, Pounds, RecordId, Score, Sector, Stated,
        approach::{
            narratives::{Consent, Narrative, ReportUse},
            outcomes::{Achieved, Claim, Cohort, Comparison, Distribution, Outcome, StarArea, ZeroToFive},
        },
        interval,
    },
};

impl Publishing<'_> {
    pub(super) fn outcomes(&self) -> Vec<OutcomeShown> {
        self.filed.outcomes.iter().enumerate().map(|(index, outcome)| self.outcome(index, outcome)).collect()
    }

    fn outcome(&self, index: usize, outcome: &Outcome) -> OutcomeShown {
        let funder = self.is_funder_report();
        let members = self.audience == Audience::Members;
        let public = self.audience == Audience::Public;
        let places = mean_places(outcome);
        let mean = |score: Score| self.mean(score.get(), places, Cell::Scores(index));
        let scale = outcome.scale.as_ref().filter(|_| funder);
        let scale = scale.map(|scale| (as_typed(scale.min), as_typed(scale.max)));
        let areas = outcome.areas.iter().enumerate().map(|(at, area)| self.area(index, at, area));
        OutcomeShown {
            id: outcome.id.to_string(),
            title: self.title(&outcome.title),
            instrument: outcome.instrument.as_ref().filter(|_| funder).map(Line::to_string),
            scale,
            design: outcome.design.filter(|_| funder),
            interval: outcome.interval.as_ref().filter(|_| !public).map(Line::to_string),
            cohort: outcome.cohort.as_ref().map(|cohort| self.cohort(index, cohort)),
            before: outcome.before.as_ref().filter(|_| !public).map(|scores| mean(scores.mean)),
            after: outcome.after.as_ref().filter(|_| !public).map(|scores| mean(scores.mean)),
            change: outcome.change.as_ref().filter(|_| !public).map(|change| mean(change.mean)),
            change_interval: self.change_interval(index, outcome, places).filter(|_| funder || members),
            distribution: outcome.distribution.as_ref().filter(|_| !members).map(|split| self.split(index, split)),
            areas: if funder { areas.collect() } else { Vec::new() },
            achieved: outcome.achieved.as_ref().map(|achieved| self.achieved(index, achieved)),
            non_response_note: self.words_of(outcome.non_response_note.as_ref()).filter(|_| funder),
            claim: outcome.claim.as_ref().map(|claim| self.claim(claim)),
            comparison: outcome
                .comparison
                .as_ref()
                .filter(|_| funder)
                .map(|comparison| self.comparison(index, comparison)),
            note: self.words_of(outcome.note.as_ref()).filter(|_| funder),
        }
    }

    fn mean(&self, mean: Decimal, places: u32, cell: Cell) -> Shown {
        if self.hidden.hides(cell) { Shown::Hidden } else { raw::number(mean, places) }
    }

    /// The 95% interval of the mean change: as worked out, else as typed.
    fn change_interval(&self, index: usize, outcome: &Outcome, places: u32) -> Option<(Shown, Shown)> {
        let change = outcome.change.as_ref()?;
        let matched = outcome.cohort.as_ref().and_then(|cohort| cohort.matched);
        let people = matched.or_else(|| outcome.after.as_ref().and_then(|after| after.n));
        let derived = change.sd.zip(people).and_then(|(sd, n)| interval::of_mean(change.mean.get(), sd.get(), n.get()));
        let typed = match change.ci95.as_deref() {
            Some([lower, upper]) => Some((lower.get(), upper.get())),
            Some(_) | None => None,
        };
        let (lower, upper) = derived.or(typed)?;
        let end = |end| self.mean(end, places, Cell::Scores(index));
        Some((end(lower), end(upper)))
    }

    fn cohort(&self, index: usize, cohort: &Cohort) -> CohortShown {
        let funder = self.is_funder_report();
        let left = cohort.left_before_follow_up.filter(|_| funder);
        let rate = Cell::Cohort(index, Step::ResponseRate);
        let response_rate = match (cohort.matched, cohort.follow_up_due) {
            (Some(matched), Some(due)) => Some(self.share(matched, due, rate)),
            (_, _) => cohort.response_rate.map(|typed| self.typed_rate(typed, rate)),
        };
        CohortShown {
            definition: self.words_of(cohort.definition.as_ref()).filter(|_| self.audience != Audience::Public),
            steps: self.steps(index, cohort),
            left_before_follow_up: self.people_of(left, Cell::Cohort(index, Step::LeftBefore)),
            response_rate: response_rate.filter(|_| funder),
            selected_on_outcome: cohort.selected_on_outcome.unwrap_or_default(),
        }
    }

    /// The steps of a cohort, those that may not be told apart under the number of the last of them. Members and the
    /// public are told how many were followed up, which is the last.
    fn steps(&self, index: usize, cohort: &Cohort) -> Vec<StepsShown> {
        let given = [
            (Step::Eligible, CohortStep::Eligible, cohort.eligible),
            (Step::Consented, CohortStep::Consented, cohort.consented),
            (Step::BaselineComplete, CohortStep::BaselineComplete, cohort.baseline_complete),
            (Step::FollowUpDue, CohortStep::FollowUpDue, cohort.follow_up_due),
            (Step::Matched, CohortStep::Matched, cohort.matched),
        ];
        let mut shown: Vec<StepsShown> = Vec::new();
        let mut waiting = Vec::new();
        for (step, named, count) in given {
            let Some(count) = count else { continue };
            if !self.is_funder_report() && step != Step::Matched {
                continue;
            }
            let cell = Cell::Cohort(index, step);
            waiting.push(named);
            let goes_on = self.hidden.merged_with(cell).is_some_and(|cells| cells.last() != Some(&cell));
            if !goes_on {
                shown.push(StepsShown { steps: std::mem::take(&mut waiting), people: self.people(count, cell) });
            }
        }
        shown
    }

    fn split(&self, index: usize, split: &Distribution) -> DistributionShown {
        let moves = [split.improved, split.no_clear_change, split.worsened];
        DistributionShown {
            threshold: split.threshold.filter(|_| self.is_funder_report()).map(as_typed),
            threshold_source: self.words_of(split.threshold_source.as_ref()).filter(|_| self.is_funder_report()),
            moves: self.moves(moves, |way| Cell::Distribution(index, way)),
        }
    }

    /// Who moved which way: better, not clearly, worse. Ways that may not be told apart stand together.
    fn moves(&self, counts: [Option<People>; 3], cell: impl Fn(Moved) -> Cell) -> Vec<MovedShown> {
        let ways = [
            (Moved::Up, published::Moved::Improved),
            (Moved::Not, published::Moved::NoClearChange),
            (Moved::Down, published::Moved::Worsened),
        ];
        let given = ways.into_iter().zip(counts).filter_map(|((way, named), count)| Some((cell(way), named, count?)));
        let given: Vec<(Cell, published::Moved, People)> = given.collect();
        let mut shown: Vec<MovedShown> = Vec::new();
        for (cell, named, count) in &given {
            let Some(as_one) = self.hidden.merged_with(*cell) else {
                shown.push(MovedShown { ways: vec![*named], people: self.people(*count, *cell) });
                continue;
            };
            if as_one.first() == Some(cell) {
                let together = given.iter().filter(|(cell, _, _)| as_one.contains(cell));
                let people: Decimal = together.clone().map(|(_, _, count)| count.decimal()).sum();
                shown.push(MovedShown {
                    ways: together.map(|(_, named, _)| *named).collect(),
                    people: raw::number(self.rounded_at(people, *cell), 0),
                });
            }
        }
        shown
    }

    fn area(&self, index: usize, at: usize, area: &StarArea) -> AreaShown {
        let typed = [area.before, area.after].into_iter().flatten().map(|score| raw::typed_places(score.get()));
        let places = typed.max().unwrap_or(1).max(1);
        let mean =
            |score: Option<Score>| score.map(|score| self.mean(score.get(), places, Cell::AreaScores(index, at)));
        AreaShown {
            area: area.area.to_string(),
            before: mean(area.before),
            after: mean(area.after),
            moves: self.moves([area.moved_up, area.no_change, area.moved_down], |way| Cell::Area(index, at, way)),
        }
    }

    fn comparison(&self, index: usize, comparison: &Comparison) -> ComparisonShown {
        let scores = [comparison.before, comparison.after, comparison.change, comparison.difference];
        let typed = scores.into_iter().flatten().map(|score| raw::typed_places(score.get()));
        let places = typed.max().unwrap_or(1).max(1);
        let mean = |score: Score| self.mean(score.get(), places, Cell::Comparison(index));
        let interval = match comparison.difference_ci95.as_deref() {
            Some([lower, upper]) => Some((mean(*lower), mean(*upper))),
            Some(_) | None => None,
        };
        ComparisonShown {
            kind: comparison.kind,
            people: self.people_of(comparison.n, Cell::ComparisonPeople(index)),
            before: comparison.before.map(mean),
            after: comparison.after.map(mean),
            change: comparison.change.map(mean),
            difference: comparison.difference.map(mean),
            difference_interval: interval,
        }
    }

    fn achieved(&self, index: usize, achieved: &Achieved) -> AchievedShown {
        let cell = |part| Cell::Achieved(index, part);
        let count = |count: Option<People>, part| {
            self.people_of(count, cell(part)).unwrap_or(Shown::NotAvailable { reason: None })
        };
        let share = match (achieved.numerator, achieved.denominator, achieved.value) {
            (Some(part), Some(whole), _) => self.share(part, whole, cell(Part::Value)),
            (_, _, Some(share)) => self.typed_rate(share, cell(Part::Value)),
            (_, _, None) => Shown::NotAvailable { reason: None },
        };
        let numerator = count(achieved.numerator, Part::Numerator);
        let denominator = count(achieved.denominator, Part::Denominator);
        let interval = series::share_interval(&numerator, &denominator, self.percent_places());
        AchievedShown {
            share_interval: interval.filter(|_| self.is_funder_report() && share.number().is_some()),
            numerator,
            denominator,
            share,
            verification: self.words_of(achieved.verification.as_ref()).filter(|_| self.is_funder_report()),
            sustained_for_months: achieved.sustained_for_months.map(Count::get),
        }
    }

    /// Members and the public are told what is claimed and against what; how strong the evidence is stands in the
    /// funder's report.
    fn claim(&self, claim: &Claim) -> ClaimShown {
        let funder = self.is_funder_report();
        ClaimShown {
            kind: claim.kind.filter(|_| self.audience != Audience::Public),
            strength: claim.strength.filter(|_| funder),
            nesta_level: claim.nesta_level.filter(|_| funder).map(ZeroToFive::get),
            maryland_level: claim.maryland_level.filter(|_| funder).map(ZeroToFive::get),
            counterfactual: claim.counterfactual,
            counterfactual_note: self.words_of(claim.counterfactual_note.as_ref()).filter(|_| funder),
            other_explanations: if funder { self.all_words(&claim.other_explanations) } else { Vec::new() },
            statement: self.words_of(claim.statement.as_ref()).filter(|_| funder),
            stage: claim.stage,
        }
    }

    pub(super) fn value(&self) -> Option<ValueShown> {
        let value = self.filed.value_for_money.as_ref()?;
        let finance = self.filed.finance.as_ref();
        let pounds = |stated: &Option<Stated<Pounds>>| stated.as_ref().map(|stated| self.pounds(Some(stated)));
        let gbp =
            |stated: &Option<Stated<Pounds>>| stated.as_ref().and_then(Stated::number).map(|pounds| pounds.decimal());
        let costs = gbp(&value.costs_gbp).filter(|costs| *costs > Decimal::ZERO);
        let for_each_pound = |gain: Option<Decimal>| Some(raw::number(gain?.checked_div(costs?)?, 2));
        let fiscal = gbp(&value.fiscal_benefits_gbp);
        let all = fiscal.zip(gbp(&value.economic_social_benefits_gbp)).map(|(fiscal, wider)| fiscal + wider);
        let ratio = |typed: Option<Score>| typed.map(|typed| raw::number(typed.get(), 2));
        Some(ValueShown {
            method: self.words_of(value.method.as_ref()),
            basis: value.basis,
            status: value.status,
            price_year: value.price_year,
            costs: pounds(&value.costs_gbp),
            fiscal_benefits: pounds(&value.fiscal_benefits_gbp),
            wider_benefits: pounds(&value.economic_social_benefits_gbp),
            optimism_bias: value
                .optimism_bias_percent
                .map(|bias| raw::number(bias.get(), raw::typed_places(bias.get()))),
            optimism_bias_applied: value.optimism_bias_applied,
            fiscal_return: for_each_pound(fiscal).or_else(|| ratio(value.fiscal_return)),
            public_fiscal_return: for_each_pound(self.public_benefits()),
            public_value: for_each_pound(all).or_else(|| ratio(value.public_value_ratio)),
            confidence: value.confidence_grade,
            caveat: self.words_of(value.caveat.as_ref()),
            not_ready_reason: self.words_of(value.not_ready_reason.as_ref()),
            ready_by: value.ready_by,
            cost_of_collaborating: finance.and_then(|finance| pounds(&finance.cost_of_collaborating_gbp)),
        })
    }

    /// What public bodies among the partners estimate that they gain; `None` where none of them does.
    fn public_benefits(&self) -> Option<Decimal> {
        let contributions = self.filed.finance.iter().flat_map(|finance| &finance.contributions);
        let is_public =
            |id: &str| self.filed.partner(id).and_then(|partner| partner.sector).is_some_and(Sector::is_public_body);
        let gains = contributions
            .filter(|contribution| is_public(contribution.source.as_str()))
            .filter_map(|contribution| contribution.benefit_estimate.as_ref()?.number().map(|gain| gain.decimal()));
        gains.reduce(|sum, gain| sum + gain)
    }

    /// The narratives this audience may read, and how many were meant for it and may not be read.
    pub(super) fn narratives(&self) -> (Vec<NarrativeShown>, u32) {
        let (told, others): (Vec<&Narrative>, Vec<&Narrative>) =
            self.filed.narratives.iter().partition(|narrative| self.may_be_told(narrative));
        let was_withdrawn =
            |narrative: &Narrative| narrative.consent.as_ref().is_some_and(|consent| consent.withdrawn_on.is_some());
        let left_out = others.iter().filter(|other| other.use_in.contains(&self.report_use()) && !was_withdrawn(other));
        let left_out = u32::try_from(left_out.count()).unwrap_or(u32::MAX);
        (told.into_iter().map(|narrative| self.narrative(narrative)).collect(), left_out)
    }

    const fn report_use(&self) -> ReportUse {
        match self.audience {
            Audience::Funder => ReportUse::FunderReport,
            Audience::Members => ReportUse::MembersBriefing,
            Audience::Public => ReportUse::PublicReport,
        }
    }

    fn covers(&self, consent: Option<&Consent>) -> bool {
        consent.is_some_and(|consent| {
            consent.given && consent.withdrawn_on.is_none() && consent.covers.contains(&self.report_use())
        })
    }

    fn may_be_told(&self, narrative: &Narrative) -> bool {
        narrative.use_in.contains(&self.report_use()) && self.covers(narrative.consent.as_ref())
    }

    /// Whether this audience may read the narrative of this id.
    pub(super) fn may_tell(&self, id: &RecordId) -> bool {
        self.filed.narratives.iter().any(|narrative| &narrative.id == id && self.may_be_told(narrative))
    }

    /// The narratives behind a record, as the record or the narrative says, that this audience may read.
    pub(super) fn stories(&self, record: &RecordId, named: &[RecordId]) -> Vec<String> {
        let narratives = self.filed.narratives.iter();
        let behind =
            narratives.filter(|narrative| named.contains(&narrative.id) || narrative.evidence.contains(record));
        behind.filter(|narrative| self.may_be_told(narrative)).map(|narrative| narrative.id.to_string()).collect()
    }

    fn narrative(&self, narrative: &Narrative) -> NarrativeShown {
        let funder = self.is_funder_report();
        let public = self.audience == Audience::Public;
        let quote = narrative.quote.as_ref().filter(|quote| self.covers(quote.consent.as_ref()));
        let voices = narrative.voices.iter().map(|voice| (voice.who, voice.count.map(Count::get)));
        NarrativeShown {
            id: narrative.id.to_string(),
            kind: narrative.kind,
            title: self.words_of(narrative.title.as_ref()),
            what_happened: self.words_of(narrative.what_happened.as_ref()),
            why: self.words_of(narrative.why.as_ref()).filter(|_| !public),
            what_did_not_work: self.words_of(narrative.what_did_not_work.as_ref()),
            lesson: self.words_of(narrative.lesson.as_ref()).filter(|_| !public),
            changed_decision: self.words_of(narrative.changed_decision.as_ref()),
            no_change_reason: self.words_of(narrative.no_change_reason.as_ref()),
            voices: if funder { voices.collect() } else { Vec::new() },
            told_in: narrative.told_in.filter(|_| !public),
            selected_by: self.words_of(narrative.selected_by.as_ref()).filter(|_| funder),
            selected_from: narrative.selected_from.filter(|_| funder).map(Count::get),
            selected_because: self.words_of(narrative.selected_because.as_ref()).filter(|_| funder),
            rival_explanations: if funder { self.all_words(&narrative.rival_explanations) } else { Vec::new() },
            confidence: narrative.confidence.filter(|_| funder),
            quote: quote
                .and_then(|quote| Some((self.words(&quote.text)?, quote.by_role.as_ref().map(Line::to_string)))),
            consent_on: narrative.consent.as_ref().filter(|_| funder).and_then(|consent| consent.date),
            checked_by_storyteller: narrative.checked_by_storyteller.filter(|_| funder),
        }
    }
}

fn as_typed(score: Score) -> Shown {
    raw::number(score.get(), raw::typed_places(score.get()))
}

fn mean_places(outcome: &Outcome) -> u32 {
    let means = [
        outcome.before.as_ref().map(|scores| scores.mean),
        outcome.after.as_ref().map(|scores| scores.mean),
        outcome.change.as_ref().map(|change| change.mean),
    ];
    means.into_iter().flatten().map(|mean| raw::typed_places(mean.get())).max().unwrap_or(1).max(1)
}
