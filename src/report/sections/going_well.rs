//! What is going well and what is not: at most three of each, with the figure and the return's own reason.

use super::{Cx, make, measures};
use crate::{
    disclosure::published::{MeasureShown, RatingShown},
    report::block::{Block, Marker, Rich, SectionRank},
    returns::approach::results::Rag,
};

/// How many lines each side has.
const LINES: usize = 3;
/// The longest reason a line has room for. A longer one is left out whole: nobody's words are cut.
const REASON: usize = 160;

pub(in crate::report) fn build(cx: &Cx<'_>) -> Vec<Block> {
    let w = cx.w;
    let headings = w.briefing_headings();
    let well = side(cx, &[Rag::Green], w.nothing_good());
    let badly = side(cx, &[Rag::Red, Rag::Amber], w.nothing_bad());
    vec![make::columns(vec![
        (6, vec![make::section("going-well", headings.going_well, SectionRank::Full, well)]),
        (6, vec![make::section("not-going-well", headings.not_going_well, SectionRank::Full, badly)]),
    ])]
}

fn side(cx: &Cx<'_>, wanted: &[Rag], none: &str) -> Vec<Block> {
    let own = measures::own(cx);
    let is = |measure: &&&MeasureShown| match measure.rating {
        RatingShown::Rated(rag) => wanted.contains(&rag),
        RatingShown::Hidden => false,
    };
    let lines: Vec<Rich> = own.iter().filter(is).take(LINES).map(|measure| line(cx, measure)).collect();
    if lines.is_empty() {
        return vec![make::body(none)];
    }
    vec![make::list(Marker::Ruled, lines), make::note(tally(cx, wanted))]
}

fn line(cx: &Cx<'_>, measure: &MeasureShown) -> Rich {
    let words = cx.said(&measure.title).and(": ").strong(measures::brief(cx, measure)).and(".");
    match &measure.commentary {
        Some(reason) if reason.text.chars().count() <= REASON => words.and(" ").with(cx.said(reason)),
        Some(_) | None => words,
    }
}

/// “Off track ■ 1 of 5 rated measures”.
fn tally(cx: &Cx<'_>, wanted: &[Rag]) -> Rich {
    let counts = measures::rating_counts(cx);
    let rated: usize = counts
        .iter()
        .filter(|(rag, _)| matches!(rag, Rag::Green | Rag::Amber | Rag::Red))
        .map(|(_, count)| count)
        .sum();
    let present = wanted.iter().filter_map(|&rag| {
        let count = counts.iter().find(|&&(other, _)| other == rag).map_or(0, |&(_, count)| count);
        (count > 0).then_some((rag, count))
    });
    present.fold(Rich::none(), |words, (rag, count)| {
        let words = if words.is_empty() { words } else { words.and("; ") };
        words.status(cx.w.rating(cx.published.audience, rag)).and(format!(" {}", cx.w.of_rated(count, rated)))
    })
}
