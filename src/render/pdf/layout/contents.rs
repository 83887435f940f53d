//! The list of contents with its page numbers, in reports too long to be leafed through.

use std::collections::BTreeMap;

use super::super::design::{self, HAIR};
use super::super::flow::{Bond, Cell, Cut, Edge, Edges, Flow, Frame, Piece};
use super::super::page::{Ink, Page};
use super::super::tree::{Kind, Tree};
use super::{Layout, plain};
use crate::render::drawing::Colour;
use crate::report::block::{Block, ContentsEntry, Report, Rich, SectionRank};

/// A report of so many pages needs no list.
const SHORT: usize = 4;

/// How many columns the list has.
const COLUMNS: usize = 4;

/// The page of each anchor, from 1.
pub(super) type PageNumbers = BTreeMap<String, usize>;

/// The page of each section, where the pages are many enough for a list of them.
pub(super) fn page_numbers(report: &Report, pages: &[Page]) -> Option<PageNumbers> {
    if pages.len() <= SHORT || report.contents.is_empty() {
        return None;
    }
    let mut numbers = PageNumbers::new();
    for (index, page) in pages.iter().enumerate() {
        for ink in &page.ink {
            if let Ink::Anchor { name, .. } = ink {
                numbers.entry(name.clone()).or_insert(index + 1);
            }
        }
    }
    Some(numbers)
}

/// How many blocks stand before the list: those of the first section, which is the report on one page.
pub(super) fn place(report: &Report) -> usize {
    let first = report.contents.first().map(|entry| entry.anchor.as_str());
    let is_later = |block: &Block| match block {
        Block::Section(section) => section.rank != SectionRank::Bare && Some(section.anchor.as_str()) != first,
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::KeyValues(_)
        | Block::Strip(_)
        | Block::Tally(_)
        | Block::Columns(_)
        | Block::Panel(_)
        | Block::Table(_)
        | Block::Chart(_)
        | Block::Quotation(_) => false,
    };
    report.blocks.iter().position(is_later).unwrap_or(0)
}

impl Layout {
    /// The list, in columns that are read one after the other.
    pub(super) fn contents(&mut self, report: &Report, numbers: &PageNumbers) -> Flow {
        let node = self.setter.tree.add(Tree::ROOT, Kind::Contents);
        let caption = self.setter.tree.add(node, Kind::Caption);
        let setting = self.design.note();
        let label = Rich::from(report.labels.contents.as_str());
        let gap = self.design.rem(1.2);
        let titles: Vec<Rich> = report.contents.iter().map(|entry| title(entry, numbers)).collect();
        let wishes: Vec<f32> = titles.iter().map(|title| self.setter.extent(title, setting).1).collect();
        // The word “Contents” is the first line of the first column.
        let in_column = (titles.len() + 1).div_ceil(COLUMNS);
        let widths = column_widths(&wishes, in_column, gap);
        let mut cells: Vec<Cell> = Vec::new();
        let mut x = 0.0;
        let mut places = titles.iter().peekable();
        for (index, width) in widths.into_iter().enumerate() {
            let mut flow = Flow::new();
            if index == 0 {
                let lines = self.setter.set(&plain(&label, setting.strong(), width, Some(caption)));
                flow.append(&mut self.leaves(lines, 0.0, Bond::Strong));
            }
            for title in places.by_ref().take(in_column - usize::from(index == 0)) {
                flow.append(&mut self.entry(title, width, node));
            }
            cells.push(Cell { x, drop: 0.0, flow });
            x += width + gap;
        }
        let rule = Edge::solid(HAIR, Colour::Rule);
        let edges = Edges { width: design::WIDTH, top: Some(rule), bottom: Some(rule), ..Edges::default() };
        let pad = self.design.rem(0.35);
        let frame = Frame { pad_top: pad, pad_bottom: pad, edges, cells, cut: Cut::IfTall };
        Flow::from([Piece::frame(self.design.rem(self.design.space().block), frame)])
    }

    /// A line of the list.
    fn entry(&mut self, title: &Rich, width: f32, node: usize) -> Flow {
        let item = self.setter.tree.add(node, Kind::ContentsItem);
        let reference = self.setter.tree.add(item, Kind::Reference);
        self.words(title, self.design.note(), width, reference, 0.0)
    }
}

/// Number and title, which lead there, and the page.
fn title(entry: &ContentsEntry, numbers: &PageNumbers) -> Rich {
    let title = format!("{} {}", entry.number, entry.title);
    let rich = Rich::none().link(title.trim(), &entry.anchor);
    match numbers.get(&entry.anchor) {
        Some(page) => rich.and(format!("\u{A0}\u{A0}{page}")),
        None => rich,
    }
}

/// Every column is as wide as its longest title, where all have room; else they are equal.
fn column_widths(wishes: &[f32], in_column: usize, gap: f32) -> Vec<f32> {
    let (first, others) = wishes.split_at(wishes.len().min(in_column - 1));
    let widest = |column: &[f32]| column.iter().copied().fold(0.0, f32::max);
    let natural: Vec<f32> = std::iter::once(widest(first)).chain(others.chunks(in_column).map(widest)).collect();
    let count = natural.len() as f32;
    let spare = design::WIDTH - gap * (count - 1.0) - natural.iter().sum::<f32>();
    if spare < 0.0 {
        return vec![(design::WIDTH - gap * (count - 1.0)) / count; natural.len()];
    }
    natural.iter().map(|width| width + spare / count).collect()
}
