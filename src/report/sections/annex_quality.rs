//! Annex C: how good the figures are, how small numbers are protected, what changed, and where the data are.

use super::{Cx, make};
use crate::{
    disclosure::published::LeftOutKind,
    report::{
        block::{Block, Rich},
        outline::Part,
    },
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let [hidden, changed, explained, left_out, data, quality] = w.quality_heads();
    let mut blocks = protection(cx, hidden);
    blocks.extend(data_quality(cx, quality));
    blocks.extend(restatements(cx, changed));
    blocks.extend(explanations(cx, explained));
    blocks.push(entry(left_out, what_was_left_out(cx)));
    let mut inside = vec![w.data_inside().to_owned()];
    inside.extend(cx.published.fictional.then(|| w.demonstration_sentence().to_owned()));
    inside.extend(w.awaits_translator().map(str::to_owned));
    inside.extend(cx.published.header.prepared_by.as_ref().map(|who| w.prepared_by(who)));
    blocks.push(entry(data, inside.join(" ")));
    vec![cx.part(Part::Quality, make::halves(blocks))]
}

fn entry(head: &str, words: impl Into<Rich>) -> Block {
    make::story(Rich::none().strong(head).with(words.into()))
}

fn protection(cx: &Cx<'_>, head: &str) -> Vec<Block> {
    let w = cx.w;
    let profile = &cx.published.profile;
    let mut sentences = w.protection(profile);
    if !cx.published.bound_by.is_empty() {
        sentences.push(w.bound_by(&cx.published.bound_by));
    }
    let mut blocks = vec![entry(head, sentences.join(" "))];
    if let Some(reason) = &profile.relaxed_because {
        blocks.push(make::story(Rich::from(w.relaxed()).with(cx.said(reason))));
    }
    blocks
}

/// What the return says about the quality of single measures.
fn data_quality(cx: &Cx<'_>, head: &str) -> Vec<Block> {
    let results = cx.published.results.iter();
    let notes = results.filter_map(|measure| Some((measure, measure.data_quality_note.as_ref()?)));
    notes.map(|(measure, note)| entry(head, cx.said(&measure.title).and(": ").with(cx.said(note)))).collect()
}

fn restatements(cx: &Cx<'_>, head: &str) -> Vec<Block> {
    let w = cx.w;
    let restatements = &cx.published.header.restatements;
    if restatements.is_empty() {
        return vec![entry(head, w.nothing_restated())];
    }
    let told = restatements.iter().map(|restated| {
        let title = restated.title.as_ref().map(|title| title.text.as_str());
        let what = title.or(restated.record.as_deref()).unwrap_or_else(|| w.a_figure());
        let figure = |shown| w.figure(shown, restated.unit.sign);
        let period = restated.period.map(|period| w.period(period));
        let words = w.restated(what, period.as_deref(), &figure(&restated.was), &figure(&restated.now));
        match &restated.reason {
            Some(reason) => Rich::from(words).and(" ").with(cx.said(reason)),
            None => words.into(),
        }
    });
    told.map(|words| entry(head, words)).collect()
}

fn explanations(cx: &Cx<'_>, head: &str) -> Vec<Block> {
    let w = cx.w;
    let explanations = &cx.published.explanations;
    if explanations.is_empty() {
        return vec![entry(head, w.nothing_explained())];
    }
    explanations
        .chunk_by(|one, next| one.record == next.record)
        .filter_map(|of_record| {
            let first = of_record.first()?;
            let title = first.title.as_ref().map(|title| title.text.as_str()).or(first.record.as_deref());
            let rules: Vec<&str> =
                of_record.iter().map(|explained| explained.code.as_deref().unwrap_or(&explained.rule)).collect();
            let answers = of_record.iter().map(|explained| cx.said(&explained.answer));
            let answers = answers.reduce(|words, more| words.and(" ").with(more))?;
            Some(entry(head, Rich::from(w.explained(title, &w.list(&rules))).with(answers)))
        })
        .collect()
}

fn what_was_left_out(cx: &Cx<'_>) -> String {
    let count = |wanted| cx.published.left_out.iter().filter(|left| left.kind == wanted).map(|left| left.count).sum();
    cx.w.left_out(count(LeftOutKind::Narrative), count(LeftOutKind::Record))
}
