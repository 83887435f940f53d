//! The list of contents with its page numbers, in reports too long to be leafed through.

use std::collections::BTreeMap;

use super::super::design::{self, HAIR};
use super::super::flow::{self, Bond, Cell, Cut, Edge, Edges, Flow, Frame, Piece};
use super::super::fonts;
use super::super::page::{Ink, Page};
use super::super::tree::{Kind, NodeId, Tree};
use super::{Layout, plain};
use crate::render::drawing::Colour;
use crate::report::block::{Block, ContentsEntry, Report, Rich, SectionRank};

/// A report of so many pages needs no list.
const SHORT: usize = 4;

/// How many columns the list has.
const COLUMNS: usize = 4;

/// Where the list stands: before this piece of the whole and this part of the structure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) piece: usize,
    pub(super) node: usize,
}

/// A line of the list that waits for its page: where it leads, and its node.
pub(super) struct Entry {
    anchor: String,
    node: NodeId,
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
    /// Puts the list among the pieces, where the pages are many enough for one. Its lines keep room for their numbers.
    pub(super) fn list_contents(&mut self, report: &Report, place: Place, flow: &mut Flow) -> Vec<Entry> {
        if report.contents.is_empty() {
            return Vec::new();
        }
        let pages = super::paged(flow::bare(flow)).len();
        if pages <= SHORT {
            return Vec::new();
        }
        let mut entries = Vec::new();
        let list = self.contents(report, place.node, &"0".repeat(pages.to_string().len()), &mut entries);
        flow.insert(place.piece, list);
        entries
    }

    /// Writes the numbers of the pages into the list.
    pub(super) fn number_contents(&mut self, entries: &[Entry], pages: &mut [Page]) {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for (page, index) in pages.iter().zip(1..) {
            for ink in &page.ink {
                if let Ink::Anchor { name, .. } = ink
                    && let Some(entry) = entries.iter().find(|entry| entry.anchor == *name)
                {
                    numbers.entry(&entry.anchor).or_insert(index);
                }
            }
        }
        // A number may have been cut with the word before it; every piece gets as many letters as it has room for.
        let mut waiting: BTreeMap<NodeId, std::vec::IntoIter<char>> = entries
            .iter()
            .map(|entry| {
                let number = numbers.get(entry.anchor.as_str()).map_or_else(String::new, usize::to_string);
                (entry.node, format!("{GAP}{number}").chars().collect::<Vec<_>>().into_iter())
            })
            .collect();
        let lines = pages.iter_mut().flat_map(|page| &mut page.ink).filter_map(Ink::line_mut);
        for run in lines.flat_map(|line| &mut line.runs).filter(|run| run.link.is_none()) {
            if let Some(letters) = run.node.and_then(|node| waiting.get_mut(&node)) {
                run.words = letters.by_ref().take(run.words.chars().count()).collect();
                let glyphs = self.setter.shaper.shape(run.face, &run.words, false);
                run.width = fonts::width(&glyphs) * run.size;
                run.glyphs = glyphs.to_vec();
            }
        }
    }

    /// The list, in columns that are read one after the other.
    fn contents(&mut self, report: &Report, place: usize, digits: &str, entries: &mut Vec<Entry>) -> Piece {
        let node = self.setter.tree.insert(Tree::ROOT, place, Kind::Contents);
        let caption = self.setter.tree.add(node, Kind::Caption);
        let setting = self.design.note();
        let label = Rich::from(report.labels.contents.as_str());
        let gap = self.design.rem(1.2);
        let titles: Vec<Rich> = report.contents.iter().map(|entry| title(entry, digits)).collect();
        let wishes: Vec<f32> = titles.iter().map(|title| self.setter.extent(title, setting).1).collect();
        // The word “Contents” is the first line of the first column.
        let in_column = (titles.len() + 1).div_ceil(COLUMNS);
        let widths = column_widths(&wishes, in_column, gap);
        let mut cells: Vec<Cell> = Vec::new();
        let mut x = 0.0;
        let mut places = report.contents.iter().zip(&titles);
        for (index, width) in widths.into_iter().enumerate() {
            let mut flow = Flow::new();
            if index == 0 {
                let lines = self.setter.set(&plain(&label, setting.strong(), width, Some(caption)));
                flow.append(&mut self.leaves(lines, 0.0, Bond::Strong));
            }
            for (entry, title) in places.by_ref().take(in_column - usize::from(index == 0)) {
                let item = self.setter.tree.add(node, Kind::ContentsItem);
                let reference = self.setter.tree.add(item, Kind::Reference);
                flow.append(&mut self.words(title, setting, width, reference, 0.0));
                entries.push(Entry { anchor: entry.anchor.clone(), node: reference });
            }
            cells.push(Cell { x, drop: 0.0, flow });
            x += width + gap;
        }
        let rule = Edge::solid(HAIR, Colour::Rule);
        let edges = Edges { width: design::WIDTH, top: Some(rule), bottom: Some(rule), ..Edges::default() };
        let pad = self.design.rem(0.35);
        let frame = Frame { pad_top: pad, pad_bottom: pad, edges, cells, cut: Cut::IfTall };
        Piece::frame(self.design.rem(self.design.space().block), frame)
    }
}

/// Between a title and its page.
const GAP: &str = "\u{A0}\u{A0}";

/// Number and title, which lead there, and room for the page.
fn title(entry: &ContentsEntry, digits: &str) -> Rich {
    let title = format!("{} {}", entry.number, entry.title);
    Rich::none().link(title.trim(), &entry.anchor).and(format!("{GAP}{digits}"))
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
