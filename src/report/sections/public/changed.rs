//! What changed for people, in numbers as people count; what went wrong, and what will be done; one story.

use super::{
    super::{Cx, make, measures},
    is_rounded, number,
};
use crate::{
    disclosure::published::{CohortShown, MeasureShown, NarrativeShown, OutcomeShown, RatingShown, Shown, Words},
    report::block::{Block, Marker, Rich, SectionRank},
    returns::approach::{
        narratives::NarrativeKind,
        results::{Rag, RbaQuadrant, Stage},
    },
};

/// How many facts residents are given.
const FACTS: usize = 3;
/// How many measures are told about that are behind.
const BEHIND: usize = 2;
/// Fewer people than these are an early sign.
const EARLY: u32 = 30;

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let headings = cx.w.public_headings();
    let section = |anchor, title, blocks| make::section(anchor, title, SectionRank::Full, blocks);
    vec![make::columns(vec![
        (5, vec![section("what-changed", headings.changed, changed(cx))]),
        (7, vec![section("what-went-wrong", headings.went_wrong, went_wrong(cx, &behind(cx)))]),
    ])]
}

fn changed(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let facts = facts(cx);
    if facts.is_empty() {
        let figures = cx.published.results.iter().map(|measure| &measure.current.figure);
        let people = cx.published.outcomes.iter().filter_map(|outcome| outcome.cohort.as_ref()?.matched());
        let is_hidden = figures.chain(people).any(Shown::is_hidden);
        return vec![make::body(if is_hidden { w.too_small_to_show() } else { w.nothing_changed_known() })];
    }
    let alone = facts.iter().any(|fact| fact.is_outcome && !fact.is_compared);
    let mut blocks = vec![make::list(Marker::Ruled, facts.into_iter().map(|fact| fact.words).collect())];
    blocks.extend(alone.then(|| make::note(w.cannot_say_without_us())));
    blocks
}

/// A fact on people.
struct Fact {
    words: Rich,
    is_outcome: bool,
    is_compared: bool,
}

/// One measure of whether people are better off, then outcomes, then whatever else counts people; each kind in the order
/// of the return, so that nothing is picked for how good it looks.
fn facts(cx: &Cx<'_>) -> Vec<Fact> {
    let of_measure = |words| Fact { words, is_outcome: false, is_compared: false };
    let own: Vec<&MeasureShown> =
        cx.published.results.iter().filter(|measure| !measures::is_population(measure)).collect();
    let (better, others): (Vec<&MeasureShown>, Vec<&MeasureShown>) =
        own.into_iter().partition(|measure| measure.quadrant == Some(RbaQuadrant::BetterOff));
    let mut better = better.into_iter().filter_map(|measure| share(cx, measure)).map(of_measure);
    let first = better.next();
    let outcomes = cx.published.outcomes.iter().filter_map(|outcome| {
        let is_compared = super::super::outcomes::is_compared(outcome);
        Some(Fact { words: outcome_fact(cx, outcome)?, is_outcome: true, is_compared })
    });
    let others = others.into_iter().filter_map(|measure| share(cx, measure).or_else(|| count(cx, measure)));
    first.into_iter().chain(outcomes).chain(better).chain(others.map(of_measure)).take(FACTS).collect()
}

/// A share by its counts: “Tenancies kept: about 45 of 50.”
fn share(cx: &Cx<'_>, measure: &MeasureShown) -> Option<Rich> {
    let current = &measure.current;
    let part = number(cx, current.numerator.as_ref())?;
    let whole = number(cx, current.denominator.as_ref())?;
    let words = cx.said(&measure.title).and(": ").strong(cx.w.about_of(&part, &whole, is_rounded(cx))).and(".");
    let is_early = is_early(current.denominator.as_ref(), measure.stage);
    Some(with_remarks(cx, words, &current.figure, is_early, measure.stage))
}

/// A count: “Households with a plan: about 105 households.”
fn count(cx: &Cx<'_>, measure: &MeasureShown) -> Option<Rich> {
    let w = cx.w;
    let amount = w.amount(&measure.current.figure, &measure.unit)?;
    let words = cx.said(&measure.title).and(": ").strong(w.about(&amount, is_rounded(cx))).and(".");
    Some(with_remarks(cx, words, &measure.current.figure, false, measure.stage))
}

/// How many moved which way, or reached a status, of how many who were followed up.
fn outcome_fact(cx: &Cx<'_>, outcome: &OutcomeShown) -> Option<Rich> {
    let w = cx.w;
    let matched = outcome.cohort.as_ref().and_then(CohortShown::matched);
    let stage = outcome.claim.as_ref().and_then(|claim| claim.stage);
    let title = cx.said(&outcome.title).and(": ");
    if let Some(achieved) = &outcome.achieved {
        let part = number(cx, Some(&achieved.numerator))?;
        let whole = number(cx, Some(&achieved.denominator))?;
        let words = title.strong(w.about_of(&part, &whole, is_rounded(cx))).and(".");
        let is_early = is_early(Some(&achieved.denominator), stage);
        return Some(with_remarks(cx, words, &achieved.numerator, is_early, stage));
    }
    let moves = &outcome.distribution.as_ref()?.moves;
    let whole = number(cx, matched);
    let sentences: Vec<String> = moves
        .iter()
        .enumerate()
        .filter_map(|(at, moved)| {
            let of = whole.as_deref().filter(|_| at == 0);
            Some(w.did_better(&moved.ways, &number(cx, Some(&moved.people))?, of, is_rounded(cx)))
        })
        .collect();
    let [first, rest @ ..] = sentences.as_slice() else { return None };
    let words = rest.iter().fold(title.strong(first.as_str()), |words, sentence| words.and(" ").and(sentence.as_str()));
    let first = &moves.first()?.people;
    Some(with_remarks(cx, words, first, is_early(matched, stage), stage))
}

fn is_early(people: Option<&Shown>, stage: Option<Stage>) -> bool {
    let few = people.and_then(Shown::number).is_some_and(|people| people.get() < EARLY.into());
    let is_early_stage = match stage {
        Some(Stage::EarlySign) => true,
        Some(Stage::TooEarly | Stage::Established) | None => false,
    };
    few || is_early_stage
}

/// What a reader has to know beside a number: that it is early, or not final.
fn with_remarks(cx: &Cx<'_>, words: Rich, figure: &Shown, is_early: bool, stage: Option<Stage>) -> Rich {
    let w = cx.w;
    let mark = match figure {
        Shown::Number { mark, .. } => *mark,
        Shown::NotAvailable { .. } | Shown::NotApplicable { .. } | Shown::Hidden => None,
    };
    let early = match stage {
        Some(Stage::TooEarly) => Some(w.stage(Stage::TooEarly)),
        Some(Stage::EarlySign | Stage::Established) | None => is_early.then(|| w.a_small_group()),
    };
    let remarks = early.into_iter().chain(mark.map(|mark| w.not_final(mark)));
    remarks.fold(words, |words, remark| words.and(" ").and(remark))
}

/// The measures that are off what was agreed; where none is, those that are behind it.
fn behind<'a>(cx: &Cx<'a>) -> Vec<&'a MeasureShown> {
    let own = measures::own(cx);
    let rated = |wanted: Rag| -> Vec<&'a MeasureShown> {
        let is = |measure: &&MeasureShown| measure.rating == RatingShown::Rated(wanted);
        own.iter().copied().filter(is).take(BEHIND).collect()
    };
    let off = rated(Rag::Red);
    if off.is_empty() { rated(Rag::Amber) } else { off }
}

fn went_wrong(cx: &Cx<'_>, behind: &[&MeasureShown]) -> Vec<Block> {
    let w = cx.w;
    let mut blocks = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for measure in behind {
        blocks.push(make::body(short_of(cx, measure)));
        let story = what_has_not_worked(cx).find(|story| measure.story.contains(&story.id));
        match (story, &measure.commentary) {
            (Some(story), _) if !told.contains(&story.id.as_str()) => {
                told.push(&story.id);
                blocks.extend(went_badly(cx, story));
            }
            (None, Some(why)) => blocks.push(make::body(cx.said(why))),
            (_, _) => {}
        }
        blocks.extend(will_do(cx, measure));
    }
    if blocks.is_empty() {
        let other = what_has_not_worked(cx).next();
        blocks.extend(other.into_iter().flat_map(|story| went_badly(cx, story).into_iter().chain(decided(cx, story))));
    }
    if blocks.is_empty() {
        let rated = cx.published.results.iter().any(|measure| measure.rating == RatingShown::Rated(Rag::Green));
        blocks.push(make::body(w.nothing_is_behind(rated)));
    }
    if let [first, rest @ ..] = cx.published.next_priorities.as_slice() {
        let first = Rich::none().strong(w.next_we_will()).with(cx.said(first));
        blocks.push(make::body(rest.iter().fold(first, |words, next| words.and(" ").with(cx.said(next)))));
    }
    blocks
}

/// “Repeat call-outs: about 200. We had agreed 185 by now.”
fn short_of(cx: &Cx<'_>, measure: &MeasureShown) -> Rich {
    let w = cx.w;
    let actual = w.bare(&measure.current.figure, measure.unit.sign);
    let Some(actual) = actual else { return cx.said(&measure.title).and(".") };
    let words = cx.said(&measure.title).and(": ").strong(w.about(&actual, is_rounded(cx))).and(".");
    let path = measure.current_path.as_ref().and_then(|path| w.bare(path, measure.unit.sign));
    match path {
        Some(path) => words.and(" ").and(w.had_agreed(&path)),
        None => words,
    }
}

fn will_do(cx: &Cx<'_>, measure: &MeasureShown) -> Option<Block> {
    let w = cx.w;
    let action = measure.action.as_ref()?;
    let words = Rich::none().strong(w.we_will()).with(cx.said(action.what.as_ref()?));
    Some(make::body(match action.by {
        Some(by) => words.and(" ").and(w.done_by(&w.date(by))),
        None => words,
    }))
}

fn what_has_not_worked<'a>(cx: &Cx<'a>) -> impl Iterator<Item = &'a NarrativeShown> {
    cx.published.narratives.iter().filter(|story| story.kind == Some(NarrativeKind::WhatHasNotWorked))
}

fn went_badly(cx: &Cx<'_>, story: &NarrativeShown) -> Option<Block> {
    joined(cx, [story.what_happened.as_ref(), story.what_did_not_work.as_ref()]).map(make::body)
}

fn decided(cx: &Cx<'_>, story: &NarrativeShown) -> Option<Block> {
    let decision = story.changed_decision.as_ref().or(story.no_change_reason.as_ref())?;
    Some(make::body(Rich::none().strong(cx.w.we_will()).with(cx.said(decision))))
}

fn joined(cx: &Cx<'_>, words: [Option<&Words>; 2]) -> Option<Rich> {
    let said = words.into_iter().flatten().map(|words| cx.said(words));
    said.reduce(|words, more| words.and(" ").with(more))
}

/// The first story that is not told above.
pub(super) fn story(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let told = cx.published.narratives.iter().find(|story| story.kind != Some(NarrativeKind::WhatHasNotWorked));
    let mut blocks = Vec::new();
    if let Some(story) = told {
        blocks.extend(story.what_happened.as_ref().map(|what| make::body(cx.said(what))));
        let [not_work, decided] = w.story_parts();
        let parts = [(not_work, &story.what_did_not_work), (decided, &story.changed_decision)];
        let part = parts.into_iter().find_map(|(label, words)| Some((label, words.as_ref()?)));
        blocks.extend(part.map(|(label, words)| make::body(Rich::none().strong(label).with(cx.said(words)))));
        if let Some((quote, by)) = &story.quote {
            blocks.push(make::quotation(cx.quoted(quote), by.as_deref().unwrap_or_default()));
        }
    }
    if blocks.is_empty() {
        blocks.push(make::body(w.no_story()));
    }
    make::section("one-story", w.public_headings().story, SectionRank::Full, blocks)
}
