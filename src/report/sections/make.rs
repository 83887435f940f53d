//! Short ways to make blocks.

use crate::report::block::{
    Align, Block, Cell, Column, ColumnCell, Columns, Heading, KeyLook, KeyValues, Labelled, List, Look, Marker, Panel,
    PanelLook, Paragraph, Quotation, Rich, Section, SectionRank,
};
use crate::report::passages::is_mark;

pub(super) fn paragraph(look: Look, words: impl Into<Rich>) -> Block {
    Block::Paragraph(Paragraph { look, words: words.into() })
}

pub(super) fn body(words: impl Into<Rich>) -> Block {
    paragraph(Look::Body, words)
}

pub(super) fn lede(words: impl Into<Rich>) -> Block {
    paragraph(Look::Lede, words)
}

pub(super) fn note(words: impl Into<Rich>) -> Block {
    paragraph(Look::Note, words)
}

pub(super) fn story(words: impl Into<Rich>) -> Block {
    paragraph(Look::Story, words)
}

pub(super) fn heading(words: impl Into<Rich>) -> Block {
    Block::Heading(Heading { level: 3, words: words.into() })
}

pub(super) fn small_heading(words: impl Into<Rich>) -> Block {
    Block::Heading(Heading { level: 4, words: words.into() })
}

pub(super) fn list(marker: Marker, items: Vec<Rich>) -> Block {
    Block::List(List { marker, items })
}

pub(super) fn keys(look: KeyLook, items: Vec<Labelled>) -> Block {
    Block::KeyValues(KeyValues { look, items })
}

pub(super) fn labelled(label: impl Into<String>, words: impl Into<Rich>) -> Labelled {
    Labelled { label: label.into(), words: words.into() }
}

pub(super) fn panel(look: PanelLook, blocks: Vec<Block>) -> Block {
    Block::Panel(Panel { look, blocks })
}

pub(super) fn quotation(words: Rich, by: impl Into<Rich>) -> Block {
    Block::Quotation(Quotation { words, by: by.into() })
}

/// Blocks side by side; a row with nothing in one of its cells gives the other the room it needs.
pub(super) fn columns(cells: Vec<(u8, Vec<Block>)>) -> Block {
    row(false, false, cells)
}

/// Sentences one after the other; whoever left out a full stop gets one.
pub(super) fn sentences(words: impl IntoIterator<Item = Rich>) -> Option<Rich> {
    words.into_iter().reduce(|words, more| {
        let end = if is_whole(&words) || words.plain().trim_end_matches(is_mark).ends_with(' ') { " " } else { ". " };
        words.and(end).with(more)
    })
}

/// Whether words end as a sentence does.
pub(super) fn is_whole(words: &Rich) -> bool {
    words.plain().trim_end_matches(|letter| is_mark(letter) || letter == '”').ends_with(['.', '!', '?'])
}

/// Short entries in two columns of about the same length, read down the left one first.
pub(super) fn halves(mut entries: Vec<Block>) -> Vec<Block> {
    /// About how many letters stand on a line of a half, and what the space above an entry is worth.
    const LINE: usize = 52;
    const SPACE: usize = 18;
    if entries.len() < 2 {
        return entries;
    }
    let long = |entry: &Block| {
        let words = if let Block::Paragraph(paragraph) = entry { paragraph.words.plain() } else { String::new() };
        words.chars().count().div_ceil(LINE) * LINE + SPACE
    };
    let lengths: Vec<usize> = entries.iter().map(long).collect();
    let taller = |at: &usize| lengths[..*at].iter().sum::<usize>().max(lengths[*at..].iter().sum());
    let right = entries.split_off((1..lengths.len()).min_by_key(taller).unwrap_or(1));
    vec![columns(vec![(6, entries), (6, right)])]
}

/// The same under a hairline.
pub(super) fn ruled(cells: Vec<(u8, Vec<Block>)>) -> Block {
    row(true, false, cells)
}

/// The same with panels of one height.
pub(super) fn stretched(cells: Vec<(u8, Vec<Block>)>) -> Block {
    row(false, true, cells)
}

fn row(ruled: bool, stretch: bool, cells: Vec<(u8, Vec<Block>)>) -> Block {
    let cells = cells.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    let cells = cells.map(|(span, blocks)| ColumnCell { span, blocks }).collect();
    Block::Columns(Columns { ruled, stretch, cells })
}

/// A section without a number.
pub(super) fn section(anchor: &str, title: &str, rank: SectionRank, blocks: Vec<Block>) -> Block {
    Block::Section(Section {
        anchor: anchor.to_owned(),
        number: String::new(),
        title: title.to_owned(),
        question: String::new(),
        rank,
        new_page: false,
        blocks,
    })
}

/// A column of words that would like this share of the width.
pub(super) fn words(head: &str, share: u8) -> Column {
    Column { head: head.into(), align: Align::Words, share }
}

/// A column of numbers, as wide as they need.
pub(super) fn numbers(head: &str) -> Column {
    Column { head: head.into(), align: Align::Numbers, share: 0 }
}

/// A cell of words.
pub(super) fn cell(words: impl Into<Rich>) -> Cell {
    Cell { words: words.into(), by: Rich::none() }
}
