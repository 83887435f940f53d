//! Whether people are better off, and how sure we are. One outcome after the other, each with its claim.

use super::{Cx, grid::Grid, make, outcome_charts};
use crate::{
    disclosure::published::{ClaimShown, CohortShown, CohortStep, ComparisonShown, OutcomeShown, Shown, UnitSign},
    report::{
        block::{Block, PanelLook, Rich},
        outline::Part,
        wording::Short,
    },
    returns::approach::outcomes::Counterfactual,
};

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let outcomes = &cx.published.outcomes;
    if outcomes.is_empty() {
        return vec![cx.part(Part::Outcomes, Vec::new())];
    }
    let compared = outcomes.iter().filter(|outcome| is_compared(outcome)).count();
    let mut blocks = vec![make::lede(cx.w.outcomes_lede(outcomes.len(), compared))];
    // Outcomes with a share alone are short: two of them have room side by side.
    let mut short = Vec::new();
    for (at, outcome) in outcomes.iter().enumerate() {
        let mut left = outcome_charts::charts(cx, outcome, at);
        if left.is_empty() {
            left.push(make::heading(cx.said(&outcome.title)));
        }
        left.extend(figures(cx, outcome));
        left.extend(notes(cx, outcome));
        let claim = outcome.claim.iter().map(|claim| how_sure(cx, claim));
        if outcome.before.is_none() && outcome.areas.is_empty() {
            left.extend(claim);
            short.push(left);
        } else {
            let right = claim.chain(outcome_charts::change(cx, outcome, at)).collect();
            blocks.push(make::ruled(vec![(6, left), (6, right)]));
        }
    }
    for pair in short.chunks(2) {
        blocks.push(make::ruled(pair.iter().map(|outcome| (6, outcome.clone())).collect()));
    }
    blocks.extend(outcome_charts::improved(cx));
    blocks.extend(cohorts(cx, outcomes));
    vec![cx.part(Part::Outcomes, blocks)]
}

pub(super) fn is_compared(outcome: &OutcomeShown) -> bool {
    let otherwise = outcome.claim.as_ref().and_then(|claim| claim.counterfactual);
    match otherwise {
        None | Some(Counterfactual::None) => false,
        Some(
            Counterfactual::Historical
            | Counterfactual::ComparatorArea
            | Counterfactual::MatchedComparison
            | Counterfactual::WaitingList
            | Counterfactual::Randomised,
        ) => true,
    }
}

fn number(cx: &Cx<'_>, shown: Option<&Shown>) -> Option<String> {
    shown.and_then(Shown::number).map(|number| cx.w.number(number))
}

/// What no chart says: both scores, or how many reached a status; else that the figures may not be shown.
fn figures(cx: &Cx<'_>, outcome: &OutcomeShown) -> Vec<Block> {
    let w = cx.w;
    let matched = number(cx, outcome.cohort.as_ref().and_then(CohortShown::matched));
    let mut blocks = Vec::new();
    let is_drawn = outcome_charts::is_drawn(outcome);
    if let (Some(before), Some(after), false) = (&outcome.before, &outcome.after, is_drawn) {
        let people = matched.as_deref().map(|people| w.people(people));
        let change = number(cx, outcome.change.as_ref());
        blocks.push(make::body(match (number(cx, Some(before)), number(cx, Some(after))) {
            (Some(before), Some(after)) => w.before_after(&before, &after, change.as_deref(), people.as_deref()),
            _ => w.outcome_hidden().to_owned(),
        }));
        let ends = outcome.change_interval.as_ref();
        let ends = ends.and_then(|(low, high)| number(cx, Some(low)).zip(number(cx, Some(high))));
        blocks.extend(ends.map(|(low, high)| make::body(w.likely_between(&low, &high))));
    }
    if let Some(achieved) = &outcome.achieved {
        let counts = (number(cx, Some(&achieved.numerator)), number(cx, Some(&achieved.denominator)));
        let share = w.bare(&achieved.share, UnitSign::Percent);
        let words = match counts {
            (Some(numerator), Some(denominator)) => w.reached(&numerator, &denominator, share.as_deref()),
            _ => w.outcome_hidden().to_owned(),
        };
        let lasted = achieved.sustained_for_months.map(|months| format!(" {}", w.lasted(months))).unwrap_or_default();
        if !is_drawn {
            blocks.push(make::body(words + &lasted));
        } else if !lasted.is_empty() {
            blocks.push(make::body(lasted.trim_start().to_owned()));
        }
    }
    blocks.extend(outcome.comparison.as_ref().map(|comparison| make::body(compared(cx, comparison))));
    blocks
}

/// The group it is compared with, as far as its figures may be told.
fn compared(cx: &Cx<'_>, comparison: &ComparisonShown) -> String {
    let w = cx.w;
    let told = |shown: &Option<Shown>| number(cx, shown.as_ref());
    let people = told(&comparison.people).map(|people| w.people(&people));
    let kind = comparison.kind.and_then(|kind| w.comparison_group(kind));
    let mut sentences = vec![w.compared_with(kind, people.as_deref())];
    let figures = [&comparison.before, &comparison.after, &comparison.change, &comparison.difference];
    if figures.into_iter().flatten().any(Shown::is_hidden) {
        sentences.push(w.outcome_hidden().to_owned());
    }
    if let (Some(before), Some(after)) = (told(&comparison.before), told(&comparison.after)) {
        sentences.push(w.its_scores(&before, &after, told(&comparison.change).as_deref()));
    }
    let ends = comparison.difference_interval.as_ref();
    let ends = ends.and_then(|(low, high)| number(cx, Some(low)).zip(number(cx, Some(high))));
    let ends = ends.as_ref().map(|(low, high)| (low.as_str(), high.as_str()));
    sentences.extend(told(&comparison.difference).map(|difference| w.difference_of_changes(&difference, ends)));
    sentences.join(" ")
}

fn notes(cx: &Cx<'_>, outcome: &OutcomeShown) -> Vec<Block> {
    let w = cx.w;
    let mut blocks = Vec::new();
    blocks.extend(
        [&outcome.non_response_note, &outcome.note].into_iter().flatten().map(|note| make::body(cx.said(note))),
    );
    if outcome.cohort.as_ref().is_some_and(|cohort| cohort.selected_on_outcome) {
        blocks.push(make::body(w.chosen_on_outcome()));
    }
    let design = outcome.design.map(|design| w.design(design));
    let verification = outcome.achieved.as_ref().and_then(|achieved| achieved.verification.as_ref());
    let mut measured: Vec<Rich> = Vec::new();
    measured.extend(verification.map(|how| Rich::from(w.verified()).with(cx.said(how))));
    let instrument = w.measured(outcome.instrument.as_deref(), design, outcome.interval.as_deref());
    measured.extend(instrument.map(Rich::from));
    if let Some((low, high)) = &outcome.scale {
        let ends = number(cx, Some(low)).zip(number(cx, Some(high)));
        measured.extend(ends.map(|(low, high)| Rich::from(w.scale(&low, &high))));
    }
    blocks.extend(make::sentences(measured).map(make::note));
    blocks
}

/// What is claimed, how sure we are, and what else could explain it.
fn how_sure(cx: &Cx<'_>, claim: &ClaimShown) -> Block {
    let w = cx.w;
    let mut blocks = Vec::new();
    let mut sentences: Vec<String> = Vec::new();
    sentences.extend(claim.stage.map(|stage| w.stage(stage).to_owned()).filter(|words| !words.is_empty()));
    sentences.extend(claim.nesta_level.map(|level| w.evidence_level(level)));
    sentences.extend(claim.kind.map(|kind| w.claim(kind).to_owned()));
    sentences.extend(claim.strength.map(|strength| w.claim_strength(w.confidence(strength))));
    sentences.extend(claim.counterfactual.map(|otherwise| w.counterfactual(otherwise).to_owned()));
    blocks.extend(claim.statement.as_ref().map(|statement| make::body(cx.said(statement))));
    let mut notes: Vec<Rich> = sentences.into_iter().map(Rich::from).collect();
    notes.extend(claim.counterfactual_note.as_ref().map(|note| cx.said(note)));
    if let [first, rest @ ..] = claim.other_explanations.as_slice() {
        notes.push(Rich::from(w.other_explanations()).with(cx.said(first)));
        notes.extend(rest.iter().map(|other| cx.said(other)));
    }
    blocks.extend(make::sentences(notes).map(make::note));
    make::panel(PanelLook::Tint, blocks)
}

/// Who was counted: a row for each outcome, a column for each step that any of them gives. A step that may not be told
/// apart from the next stands as `[m]` before it.
fn cohorts(cx: &Cx<'_>, outcomes: &[OutcomeShown]) -> Option<Block> {
    let w = cx.w;
    let with_cohort: Vec<_> = outcomes.iter().filter_map(|outcome| Some((outcome, outcome.cohort.as_ref()?))).collect();
    let is_given = |given: &dyn Fn(&CohortShown) -> bool| with_cohort.iter().any(|(_, cohort)| given(cohort));
    let steps: Vec<CohortStep> =
        CohortStep::ALL.iter().copied().filter(|step| is_given(&|cohort| cohort.step(*step).is_some())).collect();
    if steps.is_empty() {
        return None;
    }
    let (has_left, has_rate) = (
        is_given(&|cohort| cohort.left_before_follow_up.is_some()),
        is_given(&|cohort| cohort.response_rate.is_some()),
    );
    let (caption, subtitle, head) = w.cohort_table();
    let [left, rate] = w.cohort_rest();
    let mut columns = vec![make::words(head, 40)];
    columns.extend(steps.iter().map(|&step| make::numbers(w.cohort_step(step))));
    columns.extend(has_left.then(|| make::numbers(left)));
    columns.extend(has_rate.then(|| make::numbers(rate)));
    let mut table = Grid::new(w, "table-cohorts", caption, columns).subtitle(subtitle);
    for (outcome, cohort) in with_cohort {
        let mut line = table.line().words(cx.said(&outcome.title));
        for step in &steps {
            let shown = cohort.steps.iter().find(|shown| shown.steps.contains(step));
            line = match shown {
                Some(shown) if shown.steps.last() != Some(step) => line.short(Short::Merged),
                Some(_) | None => line.figure_if(shown.map(|shown| &shown.people), UnitSign::None),
            };
        }
        if has_left {
            line = line.figure_if(cohort.left_before_follow_up.as_ref(), UnitSign::None);
        }
        if has_rate {
            line = line.figure_if(cohort.response_rate.as_ref(), UnitSign::Percent);
        }
        table.add(line);
    }
    Some(table.block())
}
