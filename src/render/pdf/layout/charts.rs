//! Charts: the message, the drawing, its note and its table.

use super::super::design::{self, Setting};
use super::super::flow::{Bond, Flow, Piece};
use super::super::fonts::Face;
use super::super::page::Ink;
use super::super::tree::Kind;
use super::{Layout, Room};
use crate::render::drawing::{self, Drawing, DrawnMark, Width};
use crate::report::block::{Chart, Plot, Rich};

impl Layout {
    pub(super) fn chart(&mut self, chart: &Chart, room: Room) -> Flow {
        self.anchors.push(chart.anchor.clone());
        let group = self.setter.tree.add(room.node, Kind::Group);
        let mut flow = Flow::new();
        let mut before = self.design.rem(0.9);
        for (rich, setting) in [(&chart.headline, self.design.caption()), (&chart.subtitle, self.design.subtitle())] {
            if !rich.is_empty() {
                flow.append(&mut self.bound_words(rich, setting, room.width, group, before));
                before = 0.0;
            }
        }
        let figure = self.setter.tree.add(group, Kind::Figure);
        self.setter.tree.node_mut(figure).alt = Some(chart.alt.clone());
        let (mut drawing, scale) = self.drawn(&chart.plot, room.width);
        self.spell_out(&mut drawing);
        let height = drawing.height * scale;
        let ink = vec![Ink::Drawing { x: 0.0, y: 0.0, scale, drawing, node: Some(figure) }];
        let space = if flow.is_empty() { before } else { self.design.rem(0.5) };
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

    /// A paragraph that holds on to what follows.
    pub(super) fn bound_words(
        &mut self,
        rich: &Rich,
        setting: Setting,
        width: f32,
        parent: usize,
        before: f32,
    ) -> Flow {
        let node = self.setter.tree.add(parent, Kind::Paragraph);
        let mut lines = self.words(rich, setting, width, node, before);
        for piece in &mut lines {
            piece.bond = Bond::Strong;
        }
        lines
    }
}
