//! How things went over the last quarters: measures, promises, trust and spending, each as it was told.

use super::{QUARTERS, day, quarter_of};
use crate::{
    check::may_identify,
    disclosure::{
        publish::{Publishing, raw, results::style},
        published::{
            MeasureShown, MemoryShown, Number, PromiseHistoryShown, QuarterFigureShown, Shown, SpendingShown,
            TrendPointShown, TrendShown,
        },
    },
    returns::{
        Line, Period,
        approach::{
            community_reporting::{CommunityVerdict, Promise},
            results::{Counting, MeasureType, ResultMeasure},
        },
    },
};

/// From the first quarter that is shown to the last.
const LONGEST: i64 = 11;

pub(super) fn add(memory: &mut MemoryShown, told: &[Publishing<'_>], now: &Publishing<'_>) {
    let filed = recent(told, now);
    memory.quarters = quarters(&filed);
    memory.measures = now.filed.results.iter().map(|measure| trend(&memory.quarters, &filed, now, measure)).collect();
    memory.promises = promises(&filed);
    for one in &filed {
        let health = one.filed.system_health.as_ref();
        if let Some(survey) = health.and_then(|health| health.relationship_survey.as_ref())
            && let Some(figure) = one.survey(survey).overall
        {
            memory.trust.push(QuarterFigureShown { quarter: one.quarter, figure });
        }
        for event in health.map(|health| one.trust_events(health)).unwrap_or_default() {
            let may_be_told = one.quarter == now.quarter || !may_identify(&event.what.text);
            if may_be_told && !memory.trust_events.contains(&event) {
                memory.trust_events.push(event);
            }
        }
        memory.spending.extend(spending(one));
    }
    evenly(&mut memory.trust);
}

/// The promises alone: nothing that was promised goes without a word.
pub(super) fn of_promises(last: &Publishing<'_>, told: &[Publishing<'_>], now: &Publishing<'_>) -> MemoryShown {
    let filed = recent(told, now);
    MemoryShown {
        since: Some(last.quarter),
        quarters: quarters(&filed),
        promises: promises(&filed),
        ..MemoryShown::default()
    }
}

/// The returns of the quarters that are shown, this one last.
fn recent<'a, 'b>(told: &'b [Publishing<'a>], now: &'b Publishing<'a>) -> Vec<&'b Publishing<'a>> {
    told[told.len().saturating_sub(QUARTERS - 1)..].iter().chain([now]).collect()
}

/// Scores with the same number of places, so that they can be read one under the other.
fn evenly(scores: &mut [QuarterFigureShown]) {
    let number = |scored: &QuarterFigureShown| scored.figure.number();
    let places = scores.iter().filter_map(number).map(|number| number.get().scale()).max().unwrap_or_default();
    for scored in scores {
        if let Shown::Number { value, .. } = &mut scored.figure {
            *value = Number::rounded(value.get(), places);
        }
    }
}

/// All quarters from the first of these returns to the last, those without a return among them: at most twelve.
fn quarters(filed: &[&Publishing<'_>]) -> Vec<Period> {
    let index = |one: &&Publishing<'_>| one.quarter.quarter_index();
    let Some((first, last)) = filed.first().and_then(index).zip(filed.last().and_then(index)) else {
        return Vec::new();
    };
    let from = first.max(last - LONGEST);
    (from..=last).filter_map(quarter_of).collect()
}

fn trend(quarters: &[Period], filed: &[&Publishing<'_>], now: &Publishing<'_>, measure: &ResultMeasure) -> TrendShown {
    let told: Vec<(&Publishing<'_>, usize, &ResultMeasure)> = filed
        .iter()
        .filter_map(|one| {
            let (at, measure) = one.measure(measure.id.as_str())?;
            Some((*one, at, measure))
        })
        .collect();
    let points = quarters.iter().map(|quarter| point(*quarter, &told)).collect();
    let counts = matches!(measure.measure_type, Some(MeasureType::Count | MeasureType::Money));
    TrendShown {
        id: measure.id.to_string(),
        title: now.title(&measure.title),
        unit: raw::unit(measure.unit.as_ref()),
        direction: measure.direction,
        adds_up: counts
            && matches!(measure.counting, Some(Counting::CumulativeYearToDate | Counting::CumulativeSinceStart)),
        points,
    }
}

fn point(quarter: Period, told: &[(&Publishing<'_>, usize, &ResultMeasure)]) -> TrendPointShown {
    let mut said = told.iter().flat_map(|(one, at, measure)| {
        let actuals = measure.actuals.iter().enumerate().filter(|(_, actual)| actual.period == Some(quarter));
        actuals.map(|(point, actual)| one.actual(*at, point, actual, &style(measure)).figure)
    });
    let first = said.next();
    let last = said.last().or_else(|| first.clone());
    // A figure that was hidden once stays so: what it became would tell of what it was.
    let is_hidden = [&first, &last].into_iter().flatten().any(Shown::is_hidden);
    let differs = first.as_ref().and_then(Shown::number) != last.as_ref().and_then(Shown::number);
    let own = told.iter().position(|(one, ..)| one.quarter == quarter);
    let shown: Option<MeasureShown> = own.map(|own| {
        let (one, at, measure) = told[own];
        one.result(at, measure)
    });
    TrendPointShown {
        quarter,
        figure: if is_hidden { Some(Shown::Hidden) } else { last },
        first_told: first.filter(|_| differs && !is_hidden),
        path: shown.as_ref().and_then(|shown| shown.current_path.clone()),
        target: shown.as_ref().and_then(|shown| Some(shown.target.as_ref()?.figure.clone())),
        forecast: shown.as_ref().and_then(|shown| shown.forecast.clone()),
        rating: shown.as_ref().map(|shown| shown.rating),
        is_break: own.is_some_and(|own| own > 0 && counts_anew(told[own - 1].2, told[own].2)),
    }
}

/// Whether a measure counts something else than in the return before.
fn counts_anew(then: &ResultMeasure, now: &ResultMeasure) -> bool {
    let redefined = then.definition.as_ref().zip(now.definition.as_ref()).is_some_and(|(then, now)| {
        let words = |text: &str| -> String { text.chars().filter(|letter| letter.is_alphanumeric()).collect() };
        !now.is_blank() && words(then.any()) != words(now.any())
    });
    let differs = |then: Option<&str>, now: Option<&str>| then.zip(now).is_some_and(|(then, now)| then != now);
    redefined
        || differs(then.counting.map(Counting::word), now.counting.map(Counting::word))
        || differs(then.measure_type.map(MeasureType::word), now.measure_type.map(MeasureType::word))
        || differs(then.unit.as_ref().map(Line::as_str), now.unit.as_ref().map(Line::as_str))
}

/// Every promise of these returns, in the order in which they were first told.
fn promises(filed: &[&Publishing<'_>]) -> Vec<PromiseHistoryShown> {
    let mut found: Vec<PromiseHistoryShown> = Vec::new();
    for one in filed {
        for promise in one.promised() {
            let known = found.iter_mut().find(|known| known.id == promise.id.as_str());
            match known {
                Some(known) => go_on(known, one, promise),
                None => found.push(begin(one, promise)),
            }
        }
    }
    found
}

fn begin(one: &Publishing<'_>, promise: &Promise) -> PromiseHistoryShown {
    let words = one.title(&promise.promise);
    let revised = promise.revised_due.filter(|revised| promise.due.is_some_and(|due| *revised > due));
    PromiseHistoryShown {
        id: promise.id.to_string(),
        promise: if may_identify(&words.text) { one.named(promise.id.as_str()) } else { words },
        made_on: promise.made_on,
        first_due: promise.due.or(promise.revised_due),
        moved_to: revised.into_iter().collect(),
        partner_status: promise.partner_status,
        verdict: promise.community_verdict.unwrap_or(CommunityVerdict::NotYetJudged),
        last_told: one.quarter,
    }
}

fn go_on(known: &mut PromiseHistoryShown, one: &Publishing<'_>, promise: &Promise) {
    let before = known.moved_to.last().copied().or(known.first_due);
    if let Some(is) = day(promise).filter(|is| before.is_none_or(|before| *is > before)) {
        match known.first_due {
            Some(_) => known.moved_to.push(is),
            None => known.first_due = Some(is),
        }
    }
    known.made_on = known.made_on.or(promise.made_on);
    known.partner_status = promise.partner_status;
    known.verdict = promise.community_verdict.unwrap_or(CommunityVerdict::NotYetJudged);
    known.last_told = one.quarter;
}

fn spending(one: &Publishing<'_>) -> Option<SpendingShown> {
    let finance = one.filed.finance.as_ref()?;
    let totals = Publishing::totals(finance)?;
    Some(SpendingShown {
        quarter: one.quarter,
        year: one.filed.header.period.financial_year,
        budget: totals.budget,
        profile: totals.profile,
        actual: totals.actual,
        forecast: totals.forecast,
    })
}
