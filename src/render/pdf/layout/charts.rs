//! Charts: the message, the drawing, its note and its table.

use super::super::design::{self, Setting};
use super::super::flow::{Bond, Flow, Piece};
use super::super::fonts::Face;
use super::super::page::Ink;
use super::super::tree::Kind;
use super::{Layout, Room, plain};
use crate::render::drawing::{self, Drawing, DrawnMark, Width};
use crate::report::block::{Chart, Plot, Rich};

impl Layout {
    pub(super) fn chart(&mut self, chart: &Chart, room: Room) -> Flow {
        self.anchors.push(chart.anchor.clone());
        let group = self.setter.tree.add(room.node, Kind::Group);
        let mut flow = Flow::new();
        let spaces = self.design.space();
        let before = self.design.rem(spaces.block);
        flow.append(&mut self.message([&chart.headline, &chart.subtitle], room.width, group, before));
        let figure = self.setter.tree.add(group, Kind::Figure);
        self.setter.tree.node_mut(figure).alt = Some(chart.alt.clone());
        let (mut drawing, scale) = self.drawn(&chart.plot, room.width);
        self.spell_out(&mut drawing);
        let height = drawing.height * scale;
        let ink = vec![Ink::Drawing { x: 0.0, y: 0.0, scale, drawing, node: Some(figure) }];
        let space = if flow.is_empty() { before } else { self.design.rem(spaces.drawing) };
        let mut piece = Piece::leaf(space, height, ink);
        self.land(&mut piece);
        flow.push_back(piece);
        if !chart.note.is_empty() {
            if let Some(last) = flow.back_mut() {
                last.bond = Bond::Strong;
            }
            let node = self.setter.tree.add(group, Kind::Paragraph);
            let space = self.design.rem(0.35);
            flow.append(&mut self.words(&chart.note, self.design.note(), room.width, node, space));
        }
        if let Some(table) = &chart.table {
            flow.append(&mut self.table(table, Room { node: group, ..room }));
        }
        flow
    }

    /// The wide drawing where it fits, perhaps a little smaller; else the narrow one.
    fn drawn(&self, plot: &Plot, width: f32) -> (Drawing, f32) {
        /// How much smaller than body text the words of a chart may become before the narrow drawing is better.
        const SMALLER: f32 = 0.9;
        let unit = self.design.rem / drawing::TEXT;
        let wide = drawing::draw(plot, Width::Wide);
        let fits = width / (wide.width * unit);
        let (drawing, fits) = if fits < SMALLER {
            let narrow = drawing::draw(plot, Width::Narrow);
            let fits = width / (narrow.width * unit);
            (narrow, fits)
        } else {
            (wide, fits)
        };
        let tall = 0.9 * design::HEIGHT / (drawing.height * unit);
        (drawing, unit * fits.min(tall).min(1.0))
    }

    /// Letters of a drawing that no face has are printed as their codes, as they are everywhere else.
    fn spell_out(&mut self, drawing: &mut Drawing) {
        for mark in &mut drawing.marks {
            if let DrawnMark::Text(label) = mark {
                label.words = self.setter.printable(&label.words, Face::of(label.weight));
            }
        }
    }

    /// The message of a chart or table with its subtitle, which in a long report stands beside it where both have
    /// room on one line, else below it. Both hold on to what follows.
    pub(super) fn message(&mut self, words: [&Rich; 2], width: f32, parent: usize, before: f32) -> Flow {
        let [headline, subtitle] = words;
        let large = if self.tight { self.design.annex_caption() } else { self.design.caption() };
        let small = self.design.subtitle();
        let mut flow = Flow::new();
        if !headline.is_empty() {
            let node = self.setter.tree.add(parent, Kind::Paragraph);
            let mut lines = self.setter.set(&plain(headline, large, width, Some(node)));
            let beside = self.design.is_funder() && !subtitle.is_empty();
            let is_beside = beside && self.set_beside([headline, subtitle], [large, small], width, parent, &mut lines);
            flow.append(&mut self.leaves(lines, before, Bond::Strong));
            if is_beside {
                return flow;
            }
        }
        if !subtitle.is_empty() {
            let before = if flow.is_empty() { before } else { 0.0 };
            flow.append(&mut self.bound_words(subtitle, small, width, parent, before));
        }
        flow
    }

    /// A paragraph that holds on to what follows.
    fn bound_words(&mut self, rich: &Rich, setting: Setting, width: f32, parent: usize, before: f32) -> Flow {
        let node = self.setter.tree.add(parent, Kind::Paragraph);
        let mut lines = self.words(rich, setting, width, node, before);
        for piece in &mut lines {
            piece.bond = Bond::Strong;
        }
        lines
    }
}
