//! Blocks into pieces, and pieces onto pages. Knows blocks and the design; no file format.

mod balance;
mod charts;
mod columns;
mod contents;
mod lists;
mod masthead;
mod panels;
mod section;
mod strips;
mod table;
mod widths;

use std::collections::BTreeSet;

use super::design::{self, Design, Setting};
use super::flow::{self, Bond, Flow, Piece};
use super::fonts::Shaper;
use super::page::{Bookmark, Ink, LaidOut, Page};
use super::paragraph::{SetLine, Setter, Side, Words};
use super::tree::{Kind, NodeId, Tree};
use crate::report::block::{Block, Heading, Look, Paragraph, Quotation, Report, Rich};
use contents::Place;

/// Lays a report out on pages. One that is a page too long for what it is stands a little closer, where that is enough.
pub(super) fn lay_out(report: &Report, shaper: &mut Shaper) -> LaidOut {
    let design = Design::of(report.style);
    let laid_out = lay_out_as(report, design, shaper);
    match design.closer() {
        Some((most, closer)) if laid_out.pages.len() == most + 1 => {
            let closer = closer.into_iter().map(|design| lay_out_as(report, design, shaper));
            closer.into_iter().find(|closer| closer.pages.len() <= most).unwrap_or(laid_out)
        }
        Some(_) | None => laid_out,
    }
}

/// Lays a report out in a design. Everything is set once; a report of many pages gets a list of contents among it, whose
/// page numbers are written when the pages are known.
fn lay_out_as(report: &Report, design: Design, shaper: &mut Shaper) -> LaidOut {
    let mut layout = Layout {
        design,
        setter: Setter { shaper: std::mem::take(shaper), tree: Tree::new(), missing: BTreeSet::new() },
        bookmarks: Vec::new(),
        anchors: Vec::new(),
        tight: false,
        depth: 0,
    };
    let mut flow = layout.masthead(report);
    let room = Room { width: design::WIDTH, node: Tree::ROOT };
    let (before, after) = report.blocks.split_at(contents::place(report));
    let mut body = layout.blocks(before, room);
    let listed = Place { piece: flow.len() + body.len(), node: layout.setter.tree.node(Tree::ROOT).kids.len() };
    body.extend(layout.blocks(after, room));
    if let Some(first) = body.front_mut() {
        first.before = layout.design.rem(if report.masthead.facts.is_empty() { 0.8 } else { 1.0 });
    }
    flow.append(&mut body);
    let entries = layout.list_contents(report, listed, &mut flow);
    let mut pages = paged(flow);
    layout.number_contents(&entries, &mut pages);
    layout.furniture(report, &mut pages);
    *shaper = layout.setter.shaper;
    let missing = layout.setter.missing.into_iter().collect();
    LaidOut { pages, tree: layout.setter.tree, bookmarks: layout.bookmarks, missing }
}

/// Puts pieces on pages.
fn paged(mut flow: Flow) -> Vec<Page> {
    let mut pages = Vec::new();
    while !flow.is_empty() {
        let top = if pages.is_empty() { design::FIRST_TOP } else { design::TOP };
        let room = design::PAGE.1 - top - design::BOTTOM;
        let mut filled = flow::fill(&mut flow, room, true, design::HEIGHT);
        for mark in &mut filled.ink {
            mark.shift(design::SIDE, top);
        }
        pages.push(Page { ink: filled.ink });
    }
    pages
}

/// A row of columns up to this height stays on one page, even if that leaves white at the foot of the one before.
const WHOLE: f32 = 0.6 * design::HEIGHT;

/// A row of sections up to this height stays on one page in a report of a few pages.
const SHORT: f32 = 0.3 * design::HEIGHT;

/// Columns narrower than this, in rem, are not set side by side.
const NARROW: f32 = 6.0;

/// What laying out remembers.
struct Layout {
    design: Design,
    setter: Setter,
    bookmarks: Vec<Bookmark>,
    /// Anchors that stand at the top of the next piece.
    anchors: Vec<String>,
    /// Whether tables stand closer: annexes.
    tight: bool,
    /// How many columns, cells or panels the current block stands in.
    depth: u8,
}

/// Where blocks stand.
#[derive(Clone, Copy)]
struct Room {
    /// The width they may take.
    width: f32,
    /// What they belong to.
    node: NodeId,
}

impl Layout {
    /// Blocks, one under the other. The first has the space above it that it would have on its own.
    fn blocks(&mut self, blocks: &[Block], room: Room) -> Flow {
        let mut flow = Flow::new();
        let mut previous = None;
        for block in blocks {
            let mut pieces = self.block(block, room);
            if let Some(first) = pieces.front_mut() {
                if let Some(before) = self.space_between(previous, block) {
                    first.before = before;
                }
                previous = Some(block);
            }
            flow.extend(pieces);
        }
        flow
    }

    fn block(&mut self, block: &Block, room: Room) -> Flow {
        match block {
            Block::Section(section) => self.section(section, room),
            Block::Heading(heading) => self.heading(heading, room),
            Block::Paragraph(paragraph) => self.paragraph(paragraph, room),
            Block::List(list) => self.list(list, room),
            Block::KeyValues(pairs) => self.key_values(pairs, room),
            Block::Strip(strip) => self.strip(strip, room),
            Block::Tally(tally) => self.tally(tally, room),
            Block::Columns(columns) => self.columns(columns, room),
            Block::Panel(panel) => self.panel(panel, room),
            Block::Table(table) => self.table(table, room),
            Block::Chart(chart) => self.chart(chart, room),
            Block::Quotation(quotation) => self.quotation(quotation, room),
        }
    }

    /// The space between two blocks, where it is not simply the one the second has above it.
    fn space_between(&self, previous: Option<&Block>, block: &Block) -> Option<f32> {
        let rem = |times| Some(self.design.rem(times));
        match (previous, block) {
            (Some(Block::Heading(heading)), Block::Heading(next)) => {
                rem(if next.level > heading.level { 0.3 } else { 0.7 })
            }
            (Some(Block::Heading(heading)), Block::Strip(_)) if heading.level == 3 => rem(0.4),
            (Some(Block::Heading(heading)), _) => rem(if heading.level == 3 { 0.25 } else { 0.1 }),
            (Some(Block::Tally(_)), Block::Paragraph(_)) => rem(0.45),
            _ => None,
        }
    }

    fn heading(&mut self, heading: &Heading, room: Room) -> Flow {
        let node = self.setter.tree.add_heading(room.node, heading.level);
        let (setting, before) = if heading.level <= 3 {
            (self.design.heading(), self.design.space().heading)
        } else {
            (self.design.small_heading(), self.design.space().small_heading)
        };
        if heading.level <= 3 && self.depth == 0 {
            let anchor = format!("h{}", self.bookmarks.len());
            self.bookmarks.push(Bookmark { level: 2, title: heading.words.plain(), anchor: anchor.clone() });
            self.anchors.push(anchor);
        }
        let lines = self.setter.set(&plain(&heading.words, setting, room.width, Some(node)));
        self.leaves(lines, self.design.rem(before), Bond::Strong)
    }

    fn paragraph(&mut self, paragraph: &Paragraph, room: Room) -> Flow {
        let space = self.design.space();
        let (setting, before) = match paragraph.look {
            Look::Body | Look::Story if self.tight => (self.design.annex(), 0.35),
            Look::Body => (self.design.body(), space.paragraph),
            Look::Lede => (self.design.lede(), space.paragraph),
            Look::Story => (self.design.story(), space.paragraph),
            Look::Note => (self.design.note(), space.note),
        };
        let node = self.setter.tree.add(room.node, Kind::Paragraph);
        // A running paragraph is at most eight columns wide; ledes and notes may be wider.
        let measure = match paragraph.look {
            Look::Body | Look::Story => design::span(design::WIDTH, 8).max(self.design.rem(33.0)),
            Look::Lede | Look::Note => f32::INFINITY,
        };
        self.words(&paragraph.words, setting, room.width.min(measure), node, self.design.rem(before))
    }

    fn quotation(&mut self, quotation: &Quotation, room: Room) -> Flow {
        let node = self.setter.tree.add(room.node, Kind::Quotation);
        let words = self.setter.tree.add(node, Kind::Paragraph);
        let measure = room.width.min(design::span(design::WIDTH, 8).max(self.design.rem(33.0)));
        let mut flow = self.words(
            &quotation.words,
            self.design.quotation(),
            measure,
            words,
            self.design.rem(self.design.space().block),
        );
        if !quotation.by.is_empty() {
            if let Some(last) = flow.back_mut() {
                last.bond = Bond::Strong;
            }
            let by = self.setter.tree.add(node, Kind::Paragraph);
            flow.extend(self.words(&quotation.by, self.design.note(), measure, by, self.design.rem(0.3)));
        }
        flow
    }

    /// Words as a paragraph of its own.
    fn words(&mut self, rich: &Rich, setting: Setting, width: f32, node: NodeId, before: f32) -> Flow {
        let lines = self.setter.set(&plain(rich, setting, width, Some(node)));
        self.leaves(lines, before, Bond::Free)
    }

    /// Lines as leaves: the first two and the last two stay together.
    fn leaves(&mut self, lines: Vec<SetLine>, before: f32, end: Bond) -> Flow {
        let count = lines.len();
        let mut flow: Flow = lines
            .into_iter()
            .enumerate()
            .map(|(index, line)| {
                let bond = if index + 1 == count {
                    end
                } else if index == 0 || index + 2 == count || end == Bond::Strong {
                    Bond::Strong
                } else {
                    Bond::Free
                };
                Piece::leaf(if index == 0 { before } else { 0.0 }, line.height, line.ink).bound(bond)
            })
            .collect();
        if let Some(first) = flow.front_mut() {
            self.land(first);
        }
        flow
    }

    /// Puts the anchors that wait for a place at the top of a piece.
    fn land(&mut self, piece: &mut Piece) {
        if self.anchors.is_empty() {
            return;
        }
        let marks: Vec<Ink> = self.anchors.iter().map(|name| Ink::Anchor { name: name.clone(), y: 0.0 }).collect();
        if piece.mark_top(&marks) {
            self.anchors.clear();
        }
    }
}

/// Words at the left.
const fn plain(rich: &Rich, setting: Setting, width: f32, node: Option<NodeId>) -> Words<'_> {
    Words { rich, setting, width, node, side: Side::Left, squares: None }
}
