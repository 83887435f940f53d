//! What is other than the last return told, thing by thing, with the reason where one was given. A hidden figure is not
//! compared: that it changed would tell of it.

use std::collections::{BTreeMap, BTreeSet};

use super::{day, said_before, said_now};
use crate::order;
use crate::{
    disclosure::{
        decide::Cell,
        publish::{Publishing, raw, results::style},
        published::{Said, Shorthand, Shown, ToldKind, ToldShown, Unit, UnitSign, Words},
    },
    returns::{
        Line, Period, RecordId, Title,
        approach::{
            community_reporting::{CommunityVerdict, PartnerStatus, Promise},
            results::{BetterDirection, ResultMeasure, TargetRevision},
        },
    },
};

/// Every change, in the order of its section.
pub(super) fn between(told: &[Publishing<'_>], last: &Publishing<'_>, now: &Publishing<'_>) -> Vec<ToldShown> {
    let mut found = figures(told, now);
    for (at, measure) in now.filed.results.iter().enumerate() {
        if let Some((then_at, then)) = last.measure(measure.id.as_str()) {
            found.extend(Terms { last, now, then: (then_at, then), here: (at, measure) }.changes());
        }
    }
    found.extend(cohorts(last, now));
    found.extend(lists(told, last, now));
    found.extend(promises(told, last, now));
    found.extend(partners(last, now));
    found
}

/// A change without more than its kind, its record and its title.
fn change(kind: ToldKind, record: &str, title: Words, told_in: Period) -> ToldShown {
    ToldShown {
        kind,
        record: record.to_owned(),
        title,
        told_in,
        period: None,
        unit: Unit { words: String::new(), sign: UnitSign::None },
        then: Said::Nothing,
        now: Said::Nothing,
        on: None,
        agreed_by: Vec::new(),
        times: 0,
        why: None,
    }
}

/// Two figures that may both be printed, where they differ.
fn differ(then: Shown, now: Shown) -> Option<(Said, Said)> {
    let numbers = then.number().zip(now.number())?;
    (numbers.0 != numbers.1).then_some((Said::Figure { figure: then }, Said::Figure { figure: now }))
}

/// Whether two texts say the same, but for case, commas and spaces.
fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    one == other || words(one) == words(other)
}

/// Figures of earlier quarters that are others now, and restatements of what is no result.
fn figures(told: &[Publishing<'_>], now: &Publishing<'_>) -> Vec<ToldShown> {
    let mut said: BTreeMap<(&str, String), (Period, Shown)> = BTreeMap::new();
    for earlier in told {
        for (at, measure) in earlier.filed.results.iter().enumerate() {
            let style = style(measure);
            for (point, actual) in measure.actuals.iter().enumerate() {
                let Some(period) = actual.period else { continue };
                let shown = earlier.actual(at, point, actual, &style).figure;
                said.insert((measure.id.as_str(), period.to_string()), (earlier.quarter, shown));
            }
        }
    }
    let mut found = Vec::new();
    for (at, measure) in now.filed.results.iter().enumerate() {
        let style = style(measure);
        for (point, actual) in measure.actuals.iter().enumerate() {
            let Some(period) = actual.period else { continue };
            let Some((told_in, then)) = said.get(&(measure.id.as_str(), period.to_string())) else { continue };
            let settles =
                matches!(then, Shown::Number { mark: Some(Shorthand::Provisional | Shorthand::Estimated), .. });
            let Some((then, is)) = differ(then.clone(), now.actual(at, point, actual, &style).figure) else { continue };
            let kind = if settles { ToldKind::FigureSettled } else { ToldKind::FigureRestated };
            found.push(ToldShown {
                period: Some(period),
                unit: raw::unit(measure.unit.as_ref()),
                then,
                now: is,
                why: restated(now, &measure.id, Some(period)),
                ..change(kind, measure.id.as_str(), now.title(&measure.title), *told_in)
            });
        }
    }
    let Some(last) = told.last() else { return found };
    for (at, restatement) in now.filed.header.restatements.iter().enumerate() {
        let Some(id) = &restatement.refers_to else { continue };
        if now.measure(id.as_str()).is_some() {
            continue;
        }
        let shown = now.restatement(at, restatement);
        let title = shown.title.clone().unwrap_or_else(|| now.named(id.as_str()));
        if let Some((then, is)) = differ(shown.was, shown.now) {
            found.push(ToldShown {
                period: restatement.period,
                unit: shown.unit,
                then,
                now: is,
                why: shown.reason,
                ..change(ToldKind::FigureRestated, id.as_str(), title, last.quarter)
            });
        }
    }
    found
}

/// Why something of this record was restated.
fn restated(now: &Publishing<'_>, id: &RecordId, period: Option<Period>) -> Option<Words> {
    let restatements = now.filed.header.restatements.iter();
    let mut of_it = restatements.filter(|restatement| {
        let same_period = period.is_none() || restatement.period.is_none() || restatement.period == period;
        restatement.refers_to.as_ref() == Some(id) && same_period
    });
    of_it.find_map(|restatement| now.words_of(restatement.reason.as_ref()))
}

/// A measure as it was agreed then, and as it is now.
struct Terms<'p, 'a> {
    last: &'p Publishing<'a>,
    now: &'p Publishing<'a>,
    then: (usize, &'a ResultMeasure),
    here: (usize, &'a ResultMeasure),
}

impl Terms<'_, '_> {
    fn changes(&self) -> Vec<ToldShown> {
        let found = [self.target(), self.target_date(), self.baseline(), self.definition()];
        found.into_iter().flatten().collect()
    }

    fn change(&self, kind: ToldKind) -> ToldShown {
        let (_, measure) = self.here;
        let revision = self.revision();
        let names = revision.map(|revision| self.now.names(&revision.agreed_by)).unwrap_or_default();
        ToldShown {
            unit: raw::unit(measure.unit.as_ref()),
            on: revision.and_then(|revision| revision.on),
            agreed_by: names,
            why: revision.and_then(|revision| self.now.words_of(revision.why.as_ref())),
            ..change(kind, measure.id.as_str(), self.now.title(&measure.title), self.last.quarter)
        }
    }

    /// The latest change of the target that the last return did not have, with its reason.
    fn revision(&self) -> Option<&TargetRevision> {
        let revised = |measure: &'_ ResultMeasure| {
            measure.target.as_ref().map(|target| target.revised.clone()).unwrap_or_default()
        };
        let known = revised(self.then.1);
        let target = self.here.1.target.as_ref()?;
        target.revised.iter().rev().take(100).find(|change| !known.contains(change) && change.why.is_some())
    }

    fn same_year(&self) -> bool {
        self.now.filed.header.period.financial_year == self.last.filed.header.period.financial_year
    }

    /// Within a year any other target; of a new year only one that asks for less.
    fn target(&self) -> Option<ToldShown> {
        let [(_, then), (_, here)] = [self.then, self.here];
        let was = then.target.as_ref()?;
        let was_shown = self.last.target(was, &style(then)).figure;
        let Some(is) = here.target.as_ref() else {
            let then = Said::Figure { figure: was_shown };
            return self.same_year().then(|| ToldShown { then, ..self.change(ToldKind::TargetDropped) });
        };
        let rises = is.value.get() > was.value.get();
        let asks_for_less = match here.direction {
            Some(BetterDirection::HigherIsBetter) => !rises,
            Some(BetterDirection::LowerIsBetter) => rises,
            Some(BetterDirection::InRange | BetterDirection::Neutral) | None => false,
        };
        if !self.same_year() && !asks_for_less {
            return None;
        }
        let (then, now) = differ(was_shown, self.now.target(is, &style(here)).figure)?;
        Some(ToldShown { then, now, ..self.change(ToldKind::TargetMoved) })
    }

    fn target_date(&self) -> Option<ToldShown> {
        let was = self.then.1.target.as_ref()?.by?;
        let is = self.here.1.target.as_ref()?.by?;
        let (then, now) = (Said::Day { day: was }, Said::Day { day: is });
        (self.same_year() && is > was).then(|| ToldShown { then, now, ..self.change(ToldKind::TargetLater) })
    }

    fn baseline(&self) -> Option<ToldShown> {
        let shown = |from: &Publishing<'_>, (at, measure): (usize, &ResultMeasure)| {
            let baseline = measure.baseline.as_ref()?;
            let cell = |part| Cell::Baseline(at, part);
            Some(from.period(baseline.period, &baseline.into(), &style(measure), cell).figure)
        };
        let (then, now) = differ(shown(self.last, self.then)?, shown(self.now, self.here)?)?;
        let change = self.change(ToldKind::BaselineMoved);
        let period = self.here.1.baseline.as_ref().and_then(|baseline| baseline.period);
        let why = change.why.clone().or_else(|| restated(self.now, &self.here.1.id, period));
        Some(ToldShown { then, now, why, ..change })
    }

    fn definition(&self) -> Option<ToldShown> {
        let (was, is) = (self.then.1.definition.as_ref()?, self.here.1.definition.as_ref()?);
        if is.is_blank() || same_words(was.any(), is.any()) {
            return None;
        }
        let (then, now) = (said_before(self.last.words(was)), said_now(self.now.words(is)));
        Some(ToldShown { then, now, ..self.change(ToldKind::Redefined) })
    }
}

/// Outcomes that count others than before.
fn cohorts(last: &Publishing<'_>, now: &Publishing<'_>) -> Vec<ToldShown> {
    let mut found = Vec::new();
    for outcome in &now.filed.outcomes {
        let Some(then) = last.filed.outcomes.iter().find(|then| then.id == outcome.id) else { continue };
        let both = then.cohort.as_ref().zip(outcome.cohort.as_ref());
        let both = both.and_then(|(then, now)| then.definition.as_ref().zip(now.definition.as_ref()));
        let Some((was, is)) = both.filter(|(was, is)| !is.is_blank() && !same_words(was.any(), is.any())) else {
            continue;
        };
        found.push(ToldShown {
            then: said_before(last.words(was)),
            now: said_now(now.words(is)),
            why: restated(now, &outcome.id, None),
            ..change(ToldKind::Redefined, outcome.id.as_str(), now.title(&outcome.title), last.quarter)
        });
    }
    found
}

/// The ids and titles of what a return measures, list by list.
fn listed<'a>(of: &Publishing<'a>) -> [Vec<(&'a RecordId, &'a Title)>; 3] {
    let filed = of.filed;
    let system = filed.system_health.iter().flat_map(|system| &system.measures);
    [
        filed.results.iter().map(|measure| (&measure.id, &measure.title)).collect(),
        system.map(|measure| (&measure.id, &measure.title)).collect(),
        filed.outcomes.iter().map(|outcome| (&outcome.id, &outcome.title)).collect(),
    ]
}

/// What is no longer measured, what is measured under another name, and what is new.
fn lists(told: &[Publishing<'_>], last: &Publishing<'_>, now: &Publishing<'_>) -> Vec<ToldShown> {
    let mut found = Vec::new();
    if now.filed.header.nil.is_some() {
        return found;
    }
    let ever: BTreeSet<&str> = order::set(told.iter().flat_map(listed).flatten().map(|(id, _)| id.as_str()));
    for (then, here) in listed(last).into_iter().zip(listed(now)) {
        for (id, title) in &then {
            let same_id = here.iter().find(|(other, _)| other == id);
            let same_title = here.iter().any(|(_, other)| same_words(other.any(), title.any()));
            let title = last.title(title);
            match same_id {
                Some((_, is)) if !same_title => found.push(ToldShown {
                    then: said_before(Some(title)),
                    now: said_now(Some(now.title(is))),
                    ..change(ToldKind::Renamed, id.as_str(), now.title(is), last.quarter)
                }),
                None if !same_title => {
                    let title = if crate::check::may_identify(&title.text) { last.named(id.as_str()) } else { title };
                    found.push(change(ToldKind::Gone, id.as_str(), title, last.quarter));
                }
                Some(_) | None => {}
            }
        }
        let is_new = |(id, title): &&(&RecordId, &Title)| {
            let had_it = then.iter().any(|(_, other)| same_words(other.any(), title.any()));
            !then.is_empty() && !ever.contains(id.as_str()) && !had_it
        };
        let new = here.iter().filter(is_new);
        found.extend(new.map(|(id, title)| change(ToldKind::New, id.as_str(), now.title(title), last.quarter)));
    }
    found
}

/// Whether nobody waits for a promise any more.
fn is_over(promise: &Promise) -> bool {
    let withdrawn = promise.partner_status == Some(PartnerStatus::Withdrawn);
    let judged = match promise.community_verdict {
        Some(CommunityVerdict::Kept) => true,
        Some(CommunityVerdict::PartlyKept | CommunityVerdict::NotKept | CommunityVerdict::CouldNotAgree) => {
            promise.revised_due.is_none()
        }
        Some(CommunityVerdict::NotYetJudged) | None => false,
    };
    withdrawn || judged
}

fn promises(told: &[Publishing<'_>], last: &Publishing<'_>, now: &Publishing<'_>) -> Vec<ToldShown> {
    let mut found = Vec::new();
    for then in last.promised() {
        let id = then.id.as_str();
        let before = said_before(Some(last.title(&then.promise)));
        let Some(here) = now.promised().iter().find(|here| here.id == then.id) else {
            if !is_over(then) && now.filed.header.nil.is_none() {
                let title = last.named(id);
                found.push(ToldShown { then: before, ..change(ToldKind::PromiseGone, id, title, last.quarter) });
            }
            continue;
        };
        let why = now.words_of(here.explanation.as_ref());
        if !same_words(here.promise.any(), then.promise.any()) {
            let title = now.title(&here.promise);
            let is = said_now(Some(title.clone()));
            let change = change(ToldKind::PromiseReworded, id, title, last.quarter);
            found.push(ToldShown { then: before, now: is, ..change });
        }
        if let Some((was, is)) = day(then).zip(day(here)).filter(|(was, is)| is > was) {
            let days = told.iter().filter_map(|filed| day(filed.promised().iter().find(|old| old.id == then.id)?));
            let days: Vec<_> = days.chain([is]).collect();
            let moves = days.windows(2).filter(|pair| pair[1] > pair[0]).count();
            found.push(ToldShown {
                then: Said::Day { day: was },
                now: Said::Day { day: is },
                times: u32::try_from(moves).unwrap_or(u32::MAX),
                why,
                ..change(ToldKind::PromiseMoved, id, now.title(&here.promise), last.quarter)
            });
        }
    }
    found
}

fn partners(last: &Publishing<'_>, now: &Publishing<'_>) -> Vec<ToldShown> {
    let mut found = Vec::new();
    for then in last.filed.partners.iter().filter(|then| then.left_on.is_none()) {
        let id = then.id.as_str();
        let title = last.named(then.name.as_str());
        let is_here = |name: &Line| same_words(name.as_str(), then.name.as_str());
        match now.filed.partners.iter().find(|here| here.id == then.id) {
            Some(here) => {
                if let Some(left) = here.left_on {
                    found.push(ToldShown {
                        now: Said::Day { day: left },
                        why: now.words_of(here.left_reason.as_ref()),
                        ..change(ToldKind::PartnerLeft, id, title, last.quarter)
                    });
                }
            }
            None if now.filed.partners.iter().any(|here| is_here(&here.name)) => {}
            None => found.push(change(ToldKind::PartnerGone, id, title, last.quarter)),
        }
    }
    found
}
