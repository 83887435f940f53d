//! Accounts of what happened, in the filer's words, what was tried and learned, and what became of earlier promises.

use super::{Cx, grid::Grid, make};
use crate::order;
use crate::{
    disclosure::published::{NarrativeShown, Words},
    report::{
        block::{Block, Rich},
        outline::Part,
    },
    returns::{
        Done,
        approach::{narratives::NarrativeKind, system_health::LearningNext},
    },
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let narratives = &cx.published.narratives;
    let learning = learning(cx);
    let actions = previous_actions(cx);
    if narratives.is_empty() && learning.is_none() && actions.is_none() {
        return vec![cx.part(Part::WhatHappened, Vec::new())];
    }
    let not_worked =
        narratives.iter().filter(|narrative| narrative.kind == Some(NarrativeKind::WhatHasNotWorked)).count();
    let mut blocks = vec![make::lede(cx.w.stories_lede(narratives.len(), not_worked))];
    // What has not worked comes first; the others keep the order of the return.
    let mut narratives: Vec<_> = narratives.iter().collect();
    order::by_key(&mut narratives, |narrative| narrative.kind != Some(NarrativeKind::WhatHasNotWorked));
    for three in narratives.chunks(3) {
        blocks.push(make::ruled(three.iter().map(|narrative| (4, story(cx, narrative))).collect()));
    }
    blocks.extend(learning);
    blocks.extend(actions);
    vec![cx.part(Part::WhatHappened, blocks)]
}

fn story(cx: &Cx<'_>, narrative: &NarrativeShown) -> Vec<Block> {
    let w = cx.w;
    let [not_worked, lesson, rivals] = w.story_headings();
    let title = narrative.title.as_ref().map_or_else(|| w.untitled_story().into(), |title| cx.said(title));
    let mut blocks = vec![make::heading(title)];
    blocks.extend(narrative.kind.map(|kind| make::note(w.narrative_kind(kind))));
    let tell = |blocks: &mut Vec<Block>, words: &Option<Words>| {
        blocks.extend(words.as_ref().map(|words| make::story(cx.said(words))));
    };
    tell(&mut blocks, &narrative.what_happened);
    tell(&mut blocks, &narrative.why);
    if let Some((quote, by)) = &narrative.quote {
        blocks.push(make::quotation(cx.quoted(quote), by.as_deref().unwrap_or_default()));
    }
    if narrative.what_did_not_work.is_some() {
        blocks.push(make::small_heading(not_worked));
        tell(&mut blocks, &narrative.what_did_not_work);
    }
    if narrative.lesson.is_some() || narrative.changed_decision.is_some() || narrative.no_change_reason.is_some() {
        blocks.push(make::small_heading(lesson));
        tell(&mut blocks, &narrative.lesson);
        tell(&mut blocks, &narrative.changed_decision);
        tell(&mut blocks, &narrative.no_change_reason);
    }
    if let [first, rest @ ..] = narrative.rival_explanations.as_slice() {
        blocks.push(make::small_heading(rivals));
        let words = rest.iter().fold(cx.said(first), |words, other| words.and(" ").with(cx.said(other)));
        blocks.push(make::story(words));
    }
    let by = told_by(cx, narrative);
    if !by.is_empty() {
        blocks.push(make::note(by));
    }
    blocks
}

/// Voices, choice, consent and confidence, as far as known.
fn told_by(cx: &Cx<'_>, narrative: &NarrativeShown) -> String {
    let w = cx.w;
    let voices: Vec<String> = narrative
        .voices
        .iter()
        .map(|&(voice, count)| match count {
            Some(count) => w.count(count, w.voice_one(voice), w.voice_many(voice)),
            None => w.voice_some(voice).to_owned(),
        })
        .collect();
    let chosen_by = narrative.selected_by.as_ref().map(|by| by.text.as_str());
    let consent = narrative.consent_on.map(|on| w.date(on));
    [
        w.voices(&voices, narrative.told_in.map(|told_in| w.told_in(told_in))),
        w.chosen(narrative.selected_from, chosen_by),
        w.consent(consent.as_deref(), narrative.checked_by_storyteller),
        narrative.confidence.map(|grade| w.story_confidence(w.confidence(grade))),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

fn learning(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let learning = &cx.published.system_health.as_ref()?.learning;
    if learning.is_empty() {
        return None;
    }
    let stopped = learning.iter().filter(|cycle| cycle.next == Some(LearningNext::Stop)).count();
    let (caption, [question, tried, learned, next]) = w.learning_table(learning.len(), stopped);
    let columns =
        vec![make::words(question, 24), make::words(tried, 24), make::words(learned, 26), make::words(next, 26)];
    let mut table = Grid::new(w, "table-learning", caption, columns);
    for cycle in learning {
        let mut decided =
            cycle.next.map_or_else(Rich::none, |next| Rich::none().strong(format!("{}. ", w.learning_next(next))));
        if let Some(decision) = &cycle.decision {
            decided = decided.with(cx.said(decision));
        }
        let line = table
            .line()
            .words(cx.said(&cycle.question))
            .known(cycle.tried.as_ref().map(|tried| cx.said(tried)))
            .known(cycle.learned.as_ref().map(|learned| cx.said(learned)))
            .words(decided);
        table.add(line);
    }
    Some(table.block())
}

fn previous_actions(cx: &Cx<'_>) -> Option<Block> {
    let w = cx.w;
    let actions = &cx.published.previous_actions;
    if actions.is_empty() {
        return None;
    }
    let count = |wanted| actions.iter().filter(|action| action.done == Some(wanted)).count();
    let (caption, [what, done, note]) = w.actions_table(count(Done::Yes), count(Done::Partly), count(Done::No));
    let columns = vec![make::words(what, 44), make::words(done, 14), make::words(note, 42)];
    let mut table = Grid::new(w, "table-actions", caption, columns);
    for action in actions {
        let line = table
            .line()
            .words(cx.said(&action.what))
            .known(action.done.map(|done| w.done(done)))
            .maybe(action.note.as_ref().map(|note| cx.said(note)));
        table.add(line);
    }
    Some(table.block())
}
