//! Sections: the rule, the heading with its number, the question, and what stands in it.

use super::super::design::Setting;
use super::super::flow::{Body, Bond, Flow, Piece};
use super::super::page::{Bookmark, Ink};
use super::super::paragraph::SetLine;
use super::super::tree::{Kind, NodeId};
use super::{Layout, Room, plain};
use crate::render::drawing::Colour;
use crate::report::block::{Block, Look, Paragraph, Rich, Section, SectionRank, Span};

impl Layout {
    pub(super) fn section(&mut self, section: &Section, room: Room) -> Flow {
        let node = self.setter.tree.add(room.node, Kind::Section);
        self.setter.tree.node_mut(node).anchor = Some(section.anchor.clone());
        let numbered = [section.number.as_str(), section.title.as_str()].join(" ");
        self.bookmarks.push(Bookmark { level: 1, title: numbered.trim().to_owned(), anchor: section.anchor.clone() });
        self.anchors.push(section.anchor.clone());
        let heading = self.setter.tree.add_heading(node, 2);
        let setting = match section.rank {
            SectionRank::Full | SectionRank::Bare => self.design.section(),
            SectionRank::Annex => self.design.annex_section(),
        };
        let ruled = match section.rank {
            SectionRank::Full | SectionRank::Annex => true,
            SectionRank::Bare => false,
        };
        let was_tight = self.tight;
        self.tight |= section.rank == SectionRank::Annex;
        let mut lines = self.section_heading(section, heading, setting, room.width);
        let question = (!section.question.is_empty()).then(|| self.setter.tree.add(node, Kind::Paragraph));
        let is_beside =
            question.is_some_and(|question| self.beside(section, question, setting, room.width, &mut lines));
        let mut flow = Flow::new();
        let space = self.design.space();
        let mut top = 0.0;
        let mut ink = Vec::new();
        if ruled {
            let weight = self.design.rem(0.15);
            ink.push(Ink::Rule { x: 0.0, y: 0.0, length: room.width, weight, colour: Colour::Ink, dashed: false });
            top = weight + self.design.rem(space.below_rule);
        }
        let before = if ruled { space.section } else { 0.9 };
        let mut heading = self.leaves(lines, self.design.rem(before), Bond::Strong);
        if let Some(first) = heading.front_mut() {
            raise(first, top, ink);
            first.new_page = section.new_page && self.depth == 0;
        }
        flow.append(&mut heading);
        let has_question = question.is_some();
        if let Some(question) = question.filter(|_| !is_beside) {
            let rich = Rich::from(section.question.as_str());
            let mut lines = self.words(&rich, self.design.question(), room.width, question, 0.0);
            for piece in &mut lines {
                piece.bond = Bond::Strong;
            }
            flow.append(&mut lines);
        }
        let mut inner = self.blocks(&section.blocks, Room { node, ..room });
        hold_on(section.blocks.first(), &mut inner);
        if let (Some(first), Some(block)) = (inner.front_mut(), section.blocks.first()) {
            first.before = self.design.rem(after_heading(block, has_question, ruled, self.design.is_funder()));
        }
        flow.append(&mut inner);
        self.tight = was_tight;
        flow
    }

    /// Sets the question on the heading's line, where both have room there.
    fn beside(
        &mut self,
        section: &Section,
        node: NodeId,
        setting: Setting,
        width: f32,
        heading: &mut [SetLine],
    ) -> bool {
        let small = self.design.question();
        let title = Rich::from([section.number.as_str(), section.title.as_str()].join(" "));
        let question = Rich::from(section.question.as_str());
        self.set_on_line([&title, &question], [setting, small], 1.6 * setting.size, width, node, heading)
    }

    /// Sets smaller words on the line of larger ones as a paragraph of their own, where both have room there.
    pub(super) fn set_beside(
        &mut self,
        words: [&Rich; 2],
        settings: [Setting; 2],
        width: f32,
        parent: NodeId,
        line: &mut [SetLine],
    ) -> bool {
        let [large, small] = settings;
        let gap = 0.9 * large.size;
        if line.len() > 1 || self.needed(words, settings, gap) > width {
            return false;
        }
        let node = self.setter.tree.add(parent, Kind::Paragraph);
        self.set_on_line(words, [large, small], gap, width, node, line)
    }

    /// The width of both on one line, where nobody asked for a new one.
    fn needed(&mut self, [large, small]: [&Rich; 2], settings: [Setting; 2], gap: f32) -> f32 {
        if is_broken(small) {
            return f32::INFINITY;
        }
        self.setter.extent(large, settings[0]).1 + gap + self.setter.extent(small, settings[1]).1
    }

    fn set_on_line(
        &mut self,
        words: [&Rich; 2],
        settings: [Setting; 2],
        gap: f32,
        width: f32,
        node: NodeId,
        lines: &mut [SetLine],
    ) -> bool {
        let [line] = lines else { return false };
        let [large, small] = settings;
        if self.needed(words, settings, gap) > width {
            return false;
        }
        let used = self.setter.extent(words[0], large).1 + gap;
        for set in self.setter.set(&plain(words[1], small, width - used, Some(node))) {
            for mut mark in set.ink {
                mark.shift(used, large.baseline() - small.baseline());
                line.ink.push(mark);
            }
        }
        true
    }

    fn section_heading(&mut self, section: &Section, node: NodeId, setting: Setting, width: f32) -> Vec<SetLine> {
        if section.number.is_empty() {
            let rich = Rich::from(section.title.as_str());
            return self.setter.set(&plain(&rich, setting, width, Some(node)));
        }
        let number = Rich::from(section.number.as_str());
        let blue = Setting { colour: Colour::DarkBlue, ..setting };
        let em = setting.size;
        // The number, its gap, and the title hanging beside it.
        let wide = self.setter.extent(&number, setting).1.max(0.75 * em) + 0.34 * em;
        let rich = Rich::from(format!("{} ", section.number));
        let numbers = self.setter.set(&plain(&rich, blue, width, Some(node)));
        let rich = Rich::from(section.title.as_str());
        let mut lines = self.setter.set(&plain(&rich, setting, width - wide, Some(node)));
        for line in &mut lines {
            for mark in &mut line.ink {
                mark.shift(wide, 0.0);
            }
        }
        if let (Some(first), Some(number)) = (lines.first_mut(), numbers.into_iter().next()) {
            first.ink.splice(0..0, number.ink);
        }
        lines
    }
}

/// Whether a new line is asked for inside of words.
pub(super) fn is_broken(words: &Rich) -> bool {
    words.0.iter().any(|span| matches!(span, Span::Break))
}

/// Moves the marks of a leaf down and draws others above them.
fn raise(piece: &mut Piece, by: f32, mut above: Vec<Ink>) {
    if let Body::Leaf(leaf) = &mut piece.body {
        for mark in &mut leaf.ink {
            if !matches!(mark, Ink::Anchor { .. }) {
                mark.shift(0.0, by);
            }
        }
        above.append(&mut leaf.ink);
        leaf.ink = above;
        leaf.height += by;
    }
}

/// A heading keeps its lede and the first block: the lede holds on to what follows it.
fn hold_on(first: Option<&Block>, flow: &mut Flow) {
    if let Some(Block::Paragraph(Paragraph { look: Look::Lede, .. })) = first
        && let Some(end) = flow.iter().position(|piece| piece.bond == Bond::Free)
    {
        flow[end].bond = Bond::Strong;
    }
}

/// The space between a section's heading or question and its first block, in rem.
fn after_heading(block: &Block, has_question: bool, ruled: bool, funder: bool) -> f32 {
    match block {
        _ if has_question => {
            if funder {
                0.45
            } else {
                0.6
            }
        }
        Block::Table(_) | Block::Chart(_) if !funder => 0.0,
        Block::Paragraph(_) if !ruled => 0.35,
        Block::List(_) | Block::KeyValues(_) if !funder => 0.15,
        Block::Heading(_)
        | Block::Columns(_)
        | Block::Table(_)
        | Block::Chart(_)
        | Block::Section(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::KeyValues(_)
        | Block::Strip(_)
        | Block::Tally(_)
        | Block::Panel(_)
        | Block::Quotation(_) => {
            if funder {
                0.45
            } else {
                0.2
            }
        }
    }
}
