//! Page 1 of the funder report: is it working, what went wrong, what is needed, and how good the return is.

use super::{Cx, changed, grid::Grid, make, measures, outcomes, system_health};
use crate::{
    disclosure::published::{ApproachShown, MeasureShown, Shorthand, Shown},
    report::{
        block::{Block, Emphasis, Marker, PanelLook, Rich, SectionRank, Strip, StripItem, StripLook, Tally, TallyLine},
        outline::Part,
    },
    returns::{
        Approach, AskedOf, ConditionMet, MilestoneStatus, SignOffRole, Weight,
        approach::{
            community_reporting::CommunityVerdict,
            narratives::NarrativeKind,
            results::{DataQuality, Rag},
        },
    },
};

/// How many measures page 1 has room for; the others stand in section 3.
const MEASURES: usize = 7;
/// How many records of one kind an item of “What went wrong” names.
const NAMED: usize = 2;

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let [_, _, approaches, quality] = cx.w.page_one_headings();
    let mut blocks = vec![
        make::columns(vec![(8, vec![answer(cx)]), (4, tally(cx).into_iter().collect())]),
        make::stretched(vec![(6, vec![went_wrong(cx)]), (6, vec![needed(cx)])]),
    ];
    blocks.extend(measures_table(cx));
    blocks.push(make::heading(approaches));
    blocks.push(five_approaches(cx));
    blocks.push(make::heading(quality));
    blocks.push(quality_strip(cx));
    blocks
}

/// The counts of the ratings in a sentence, the measures that are off track, and the chair's own words.
fn answer(cx: &Cx<'_>) -> Block {
    let (w, published) = (cx.w, cx.published);
    let mut blocks = Vec::new();
    if published.draft {
        blocks.push(make::body(w.draft_sentence()));
    }
    let mut answer = if published.results.is_empty() {
        Rich::from(w.nothing_on(Part::Results))
    } else {
        Rich::from(w.ratings_sentence(&measures::rating_counts(cx)))
    };
    if let Some(reason) = &published.header.nil_reason {
        answer = cx.said(reason);
    }
    blocks.push(make::lede(answer));
    let chair = published.sign_off.iter().find(|signed| signed.role == SignOffRole::PartnershipChair);
    if let Some((chair, statement)) = chair.and_then(|chair| Some((chair, chair.statement.as_ref()?))) {
        blocks.push(make::note(cx.quoted(statement).and(" ").and(w.sign_off_role(chair.role)).and(".")));
    }
    blocks.extend(changed::in_brief(cx));
    make::section(Part::OnOnePage.anchor(), w.is_it_working(), SectionRank::Bare, blocks)
}

fn tally(cx: &Cx<'_>) -> Option<Block> {
    let lines: Vec<TallyLine> = measures::rating_counts(cx)
        .into_iter()
        .filter(|&(_, count)| count > 0)
        .map(|(rag, count)| TallyLine { count: count.to_string(), status: cx.w.rating(cx.published.audience, rag) })
        .collect();
    (!lines.is_empty()).then_some(Block::Tally(Tally { lines }))
}

/// At most four items, one for each kind of bad news.
fn went_wrong(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    let [heading, ..] = w.page_one_headings();
    let items: Vec<Rich> =
        [off_track(cx), conditions(cx), promises(cx), milestones(cx)].into_iter().flatten().collect();
    let items = if items.is_empty() { make::body(w.nothing_went_wrong()) } else { make::list(Marker::None, items) };
    make::panel(PanelLook::WentWrong, vec![make::heading(heading), items])
}

/// An item: its head, the first records, and where the others are.
fn item(cx: &Cx<'_>, head: String, records: Vec<Rich>, part: Part) -> Option<Rich> {
    if records.is_empty() {
        return None;
    }
    let more = records.len().saturating_sub(NAMED);
    let mut words = Rich::none().strong(head);
    for record in records.into_iter().take(NAMED) {
        words = words.and(" ").with(record);
    }
    if more > 0 {
        words = words.and(" ").and(cx.w.and_more(more)).with(cx.see(&[part]));
    }
    Some(words)
}

fn off_track(cx: &Cx<'_>) -> Option<Rich> {
    let measures = measures::rated(cx, Rag::Red);
    let head = cx.w.off_track(measures.len());
    let told =
        |measure: &&MeasureShown| cx.w.title_and_figures(&measure.title.text, &measures::brief(cx, measure)).into();
    item(cx, head, measures.iter().map(told).collect(), Part::Results)
}

fn conditions(cx: &Cx<'_>) -> Option<Rich> {
    let conditions = cx.published.funding.iter().flat_map(|funding| &funding.conditions);
    let unmet: Vec<_> = conditions.filter(|condition| condition.met == Some(ConditionMet::No)).collect();
    let told = unmet.iter().map(|condition| cx.said(&condition.text));
    item(cx, cx.w.conditions_not_met(unmet.len()), told.collect(), Part::About)
}

fn promises(cx: &Cx<'_>) -> Option<Rich> {
    let promises = cx.published.community.iter().flat_map(|community| &community.promises);
    let broken: Vec<_> = promises.filter(|promise| promise.verdict == CommunityVerdict::NotKept).collect();
    let told = broken.iter().map(|promise| match promise.revised_due {
        Some(date) => cx.said(&promise.promise).and(" ").and(cx.w.new_date(&cx.w.short_date(date))),
        None => cx.said(&promise.promise),
    });
    item(cx, cx.w.promises_not_kept(broken.len()), told.collect(), Part::Communities)
}

fn milestones(cx: &Cx<'_>) -> Option<Rich> {
    let w = cx.w;
    let late: Vec<_> =
        cx.published.milestones.iter().filter(|milestone| milestone.status == Some(MilestoneStatus::Late)).collect();
    let told = late.iter().map(|milestone| {
        let told = match milestone.forecast_date {
            Some(date) => w.now_expected(&w.short_date(date)),
            None => w.no_new_date().to_owned(),
        };
        cx.said(&milestone.title).and(": ").and(told)
    });
    item(cx, w.milestones_late(late.len()), told.collect(), Part::RisksAndMilestones)
}

/// Decisions asked of the funder, and open barriers that only it can lift.
fn needed(cx: &Cx<'_>) -> Block {
    let (w, published) = (cx.w, cx.published);
    let [_, heading, ..] = w.page_one_headings();
    let mut blocks = vec![make::heading(heading)];
    for decision in published.decisions.iter().filter(|decision| decision.asked_of == Some(AskedOf::Funder)) {
        let by = decision.needed_by.map(|date| w.date(date));
        blocks.push(make::body(Rich::none().strong(w.by_date(by.as_deref())).with(cx.said(&decision.decision))));
        let mut note = Rich::none();
        if let Some(if_not) = &decision.if_not {
            note = note.and(w.if_not()).with(cx.said(if_not)).and(" ");
        }
        let parts: Vec<Part> = decision.evidence.iter().filter_map(|id| Part::of_record(id)).collect();
        note = note.with(cx.see(&parts));
        if !note.is_empty() {
            blocks.push(make::note(note));
        }
    }
    let barriers = published.system_health.iter().flat_map(|health| &health.barriers);
    for barrier in barriers.filter(|barrier| system_health::is_open(barrier) && barrier.needs_funder) {
        blocks.push(make::body(Rich::none().strong(w.barrier_needs_you()).with(cx.said(&barrier.description))));
        let raised = barrier.raised_on.map(|date| w.raised_on(&w.date(date))).unwrap_or_default();
        blocks.push(make::note(Rich::from(raised).with(cx.see(&[Part::SystemHealth]))));
    }
    if blocks.len() == 1 {
        blocks.push(make::body(w.nothing_asked()));
    }
    make::panel(PanelLook::Ask, blocks)
}

fn measures_table(cx: &Cx<'_>) -> Option<Block> {
    let (w, published) = (cx.w, cx.published);
    let own = measures::own(cx);
    if own.is_empty() {
        return None;
    }
    let header = &published.header;
    let months = w.quarter_months(header.financial_year, header.quarter);
    let year_end = w.date(crate::returns::Quarter::Q4.days(header.financial_year.first_year()).1);
    let [caption, subtitle] = w.measures_caption(&months, &year_end);
    let [measure, path, actual, target, forecast, status] = w.measures_heads();
    let columns = vec![
        make::words(measure, 44),
        make::numbers(path),
        make::numbers(actual),
        make::numbers(target),
        make::numbers(forecast),
        make::words(status, 26),
    ];
    let mut table = Grid::new(w, "table-measures", caption, columns).subtitle(subtitle);
    for measure in own.iter().take(MEASURES) {
        let sign = measure.unit.sign;
        let line = table
            .line()
            .words(cx.said(&measure.title))
            .figure_if(measure.current_path.as_ref(), sign)
            .figure(&measure.current.figure, sign)
            .figure_if(measure.target.as_ref().map(|target| &target.figure), sign)
            .figure_if(measure.forecast.as_ref(), sign)
            .words(cx.rating(measure.rating));
        table.add(line);
    }
    if let Some(more @ 1..) = own.len().checked_sub(MEASURES) {
        table.note(Rich::from(w.more_measures(more)).with(cx.see(&[Part::Results])));
    }
    let population = published.results.iter().filter(|measure| measures::is_population(measure));
    let context: Vec<String> = population.map(|measure| measure.title.text.clone()).collect();
    if !context.is_empty() {
        table.note(w.shown_as_context(&context));
    }
    Some(table.together())
}

fn five_approaches(cx: &Cx<'_>) -> Block {
    let w = cx.w;
    if cx.published.approaches.is_empty() {
        return make::body(w.approaches_not_stated());
    }
    let items = cx.published.approaches.iter().take(6).map(|used| StripItem {
        label: w.approach(used.approach).to_owned(),
        by: w.weight(used.weight).to_owned(),
        words: headline(cx, used),
        emphasis: match used.weight {
            Weight::Main => Emphasis::Main,
            Weight::Supporting => Emphasis::Plain,
            Weight::NotUsed => Emphasis::NotUsed,
        },
        filled: 0,
    });
    Block::Strip(Strip { look: StripLook::Approaches, items: items.collect() })
}

/// One sentence on an approach, from its own figures.
fn headline(cx: &Cx<'_>, used: &ApproachShown) -> Rich {
    if let (Weight::NotUsed, Some(reason)) = (used.weight, &used.reason) {
        return cx.said(reason);
    }
    let words = match used.approach {
        Approach::Results => {
            let rated = !cx.published.results.is_empty();
            rated.then(|| cx.w.ratings_in_brief(&measures::rating_counts(cx)))
        }
        Approach::SystemHealth => system_headline(cx),
        Approach::Outcomes => outcomes_headline(cx),
        Approach::Narratives => narratives_headline(cx),
        Approach::CommunityReporting => cx.published.community.as_ref().map(|community| {
            let verdicts: Vec<_> = community.promises.iter().map(|promise| promise.verdict).collect();
            cx.w.verdicts(&verdicts)
        }),
    };
    words.unwrap_or_else(|| cx.w.approach_empty().to_owned()).into()
}

/// The first measure of the return that has a number.
fn system_headline(cx: &Cx<'_>) -> Option<String> {
    let measures = &cx.published.system_health.as_ref()?.measures;
    measures.iter().find_map(|measure| {
        let figure = cx.w.amount(&measure.current.figure, &measure.unit)?;
        Some(cx.w.system_headline(&measure.title.text, &figure))
    })
}

fn outcomes_headline(cx: &Cx<'_>) -> Option<String> {
    let outcomes = &cx.published.outcomes;
    let compared = outcomes.iter().filter(|outcome| outcomes::is_compared(outcome)).count();
    (!outcomes.is_empty()).then(|| cx.w.outcomes_headline(outcomes.len(), compared))
}

fn narratives_headline(cx: &Cx<'_>) -> Option<String> {
    let narratives = &cx.published.narratives;
    let not_worked =
        narratives.iter().filter(|narrative| narrative.kind == Some(NarrativeKind::WhatHasNotWorked)).count();
    (!narratives.is_empty()).then(|| cx.w.narratives_headline(narratives.len(), not_worked))
}

fn quality_strip(cx: &Cx<'_>) -> Block {
    let (w, published) = (cx.w, cx.published);
    let header = &published.header;
    let submitted = header.submitted_on.map(|on| w.date(on));
    let against = header.submitted_on.zip(header.due_on).map(|(on, due)| w.against_due(due, on));
    let own: Vec<_> = measures::own(cx);
    let reported = own.iter().filter(|measure| !matches!(measure.current.figure, Shown::NotAvailable { .. })).count();
    let quality = |wanted| published.results.iter().filter(|measure| measure.data_quality == Some(wanted)).count();
    let qualities: Vec<(usize, &str)> =
        DataQuality::ALL.iter().map(|&wanted| (quality(wanted), w.data_quality(wanted))).collect();
    let marked = |wanted| {
        let figures = published.results.iter().flat_map(|measure| measure.actuals.iter().map(|actual| &actual.figure));
        figures.filter(|figure| matches!(figure, Shown::Number { mark: Some(mark), .. } if *mark == wanted)).count()
    };
    let revised = marked(Shorthand::Revised).max(header.restatements.len());
    let words = [
        w.on_time(submitted.as_deref(), against.as_deref()),
        w.complete(reported, own.len()),
        w.quality_counts(&qualities),
        w.changed(marked(Shorthand::Provisional), revised),
        w.hidden_in_brief(published.profile.threshold),
        w.queries(published.explanations.len()),
    ];
    let items = w.quality_labels().into_iter().zip(words).map(|(label, words)| StripItem {
        label: label.to_owned(),
        by: String::new(),
        words: words.into(),
        emphasis: Emphasis::Plain,
        filled: 0,
    });
    Block::Strip(Strip { look: StripLook::Facts, items: items.collect() })
}
