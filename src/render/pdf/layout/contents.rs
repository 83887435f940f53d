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
        let gap = self.design.rem(0.8);
        let width = (design::WIDTH - gap * (COLUMNS - 1) as f32) / COLUMNS as f32;
        let lines = self.setter.set(&plain(&label, setting.strong(), width, Some(caption)));
        let mut entries = vec![self.leaves(lines, 0.0, Bond::Strong)];
        for entry in &report.contents {
            entries.push(self.entry(entry, numbers, width, node));
        }
        let in_column = entries.len().div_ceil(COLUMNS);
        let cells = entries
            .chunks(in_column)
            .enumerate()
            .map(|(index, entries)| {
                let flow = entries.iter().flatten().cloned().collect();
                Cell { x: index as f32 * (width + gap), drop: 0.0, flow }
            })
            .collect();
        let rule = Edge::solid(HAIR, Colour::Rule);
        let edges = Edges { width: design::WIDTH, top: Some(rule), bottom: Some(rule), ..Edges::default() };
        let pad = self.design.rem(0.35);
        let frame = Frame { pad_top: pad, pad_bottom: pad, edges, cells, cut: Cut::IfTall };
        Flow::from([Piece::frame(self.design.rem(0.9), frame)])
    }

    /// A line of the list: number and title, which lead there, and the page.
    fn entry(&mut self, entry: &ContentsEntry, numbers: &PageNumbers, width: f32, node: usize) -> Flow {
        let item = self.setter.tree.add(node, Kind::ContentsItem);
        let reference = self.setter.tree.add(item, Kind::Reference);
        let title = format!("{} {}", entry.number, entry.title);
        let mut rich = Rich::none().link(title.trim(), &entry.anchor);
        if let Some(page) = numbers.get(&entry.anchor) {
            rich = rich.and(format!("\u{A0}\u{A0}{page}"));
        }
        self.words(&rich, self.design.note(), width, reference, 0.0)
    }
}
