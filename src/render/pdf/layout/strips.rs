//! Strips, tallies and the facts of the masthead.

use super::super::design::{self, HAIR};
use super::super::flow::{Bond, Cell, Cut, Edge, Edges, Flow, Frame, Piece};
use super::super::paragraph::{Side, Words};
use super::super::tree::{Kind, NodeId, Numbering};
use super::{Layout, Room, plain};
use crate::render::drawing::Colour;
use crate::report::block::{Emphasis, Labelled, Rich, Strip, StripItem, StripLook, Tally};

impl Layout {
    /// The facts of the masthead, between hairlines.
    pub(super) fn facts(&mut self, facts: &[Labelled], room: Room) -> Piece {
        let items: Vec<StripItem> = facts
            .iter()
            .map(|fact| StripItem {
                label: fact.label.clone(),
                by: String::new(),
                words: fact.words.clone(),
                emphasis: Emphasis::Plain,
                filled: 0,
            })
            .collect();
        self.ruled_row(&items, self.per_row(items.len(), room.width), 0.5, 0.9, room)
    }

    pub(super) fn strip(&mut self, strip: &Strip, room: Room) -> Flow {
        let per_row = self.per_row(strip.items.len(), room.width);
        let mut flow = Flow::new();
        for (index, items) in strip.items.chunks(per_row).enumerate() {
            let before = if index == 0 { self.design.space().block } else { 0.45 };
            let piece = match strip.look {
                StripLook::Facts => self.ruled_row(items, per_row, 0.45, before, room),
                StripLook::Approaches => self.headed_row(items, per_row, 0.75, before, room, strip.look),
                StripLook::Depth => self.headed_row(items, per_row, 1.134, before, room, strip.look),
            };
            flow.push_back(piece);
        }
        flow
    }

    /// How many columns a row has: up to six, and no more than can be read in the width; rows are as even as can be.
    fn per_row(&self, items: usize, width: f32) -> usize {
        let fit = ((width + design::GUTTER) / (self.design.rem(super::NARROW) + design::GUTTER)) as usize;
        let rows = items.div_ceil(fit.clamp(1, 6)).max(1);
        items.div_ceil(rows).max(1)
    }

    /// Columns between two hairlines.
    fn ruled_row(&mut self, items: &[StripItem], columns: usize, pad: f32, before: f32, room: Room) -> Piece {
        let gap = design::GUTTER;
        let note = self.design.note();
        let mut needs = vec![0.0; columns];
        for (need, item) in needs.iter_mut().zip(items) {
            let label = self.setter.extent(&Rich::none().strong(&item.label), note).0;
            *need = self.setter.extent(&item.words, note).0.max(label);
        }
        let mut x = 0.0;
        let mut cells = Vec::new();
        for (item, width) in items.iter().zip(column_widths(&needs, room.width, gap)) {
            let group = self.setter.tree.add(room.node, Kind::Group);
            let mut flow = self.strip_words(&Rich::none().strong(&item.label), note.ink(), width, group, None);
            if !item.by.is_empty() {
                flow.append(&mut self.strip_words(&Rich::from(item.by.as_str()), note, width, group, None));
            }
            flow.append(&mut self.strip_words(&item.words, note.ink(), width, group, None));
            cells.push(Cell { x, drop: 0.0, flow });
            x += width + gap;
        }
        let rule = Some(Edge::solid(HAIR, Colour::Rule));
        let edges = Edges { width: room.width, top: rule, bottom: rule, ..Edges::default() };
        let pad = self.design.rem(pad) + HAIR;
        let mut piece = Piece::frame(
            self.design.rem(before),
            Frame { pad_top: pad, pad_bottom: pad, edges, cells, cut: Cut::IfTall },
        );
        self.land(&mut piece);
        piece
    }

    /// Columns with a rule above each.
    fn headed_row(
        &mut self,
        items: &[StripItem],
        columns: usize,
        gap: f32,
        before: f32,
        room: Room,
        look: StripLook,
    ) -> Piece {
        let gap = self.design.rem(gap);
        let width = column_width(room.width, columns, gap);
        let cells = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let group = self.setter.tree.add(room.node, Kind::Group);
                let label = Rich::none().strong(&item.label);
                let mut flow = self.strip_words(&label, self.design.table(), width, group, None);
                if !item.by.is_empty() {
                    let by = Rich::from(item.by.as_str());
                    flow.append(&mut self.strip_words(&by, self.design.note(), width, group, None));
                }
                let squares = match look {
                    StripLook::Depth => Some(item.filled.min(3)),
                    StripLook::Facts | StripLook::Approaches => None,
                };
                let mut words = self.strip_words(&item.words, self.design.table(), width, group, squares);
                if let (Some(first), StripLook::Approaches) = (words.front_mut(), look) {
                    first.before = self.design.rem(0.15);
                }
                flow.append(&mut words);
                let (pad_top, pad_bottom) = match look {
                    StripLook::Approaches | StripLook::Facts => (0.66, self.design.space().approach),
                    StripLook::Depth => (0.36, 0.0),
                };
                let edges = Edges { width, top: Some(self.rule_above(item.emphasis)), ..Edges::default() };
                let frame = Frame {
                    pad_top: self.design.rem(pad_top),
                    pad_bottom: self.design.rem(pad_bottom),
                    edges,
                    cells: vec![Cell { x: 0.0, drop: 0.0, flow }],
                    cut: Cut::IfTall,
                };
                Cell { x: index as f32 * (width + gap), drop: 0.0, flow: Flow::from([Piece::frame(0.0, frame)]) }
            })
            .collect();
        let edges = Edges { width: room.width, ..Edges::default() };
        let frame = Frame { pad_top: 0.0, pad_bottom: 0.0, edges, cells, cut: Cut::IfTall };
        let mut piece = Piece::frame(self.design.rem(before), frame);
        self.land(&mut piece);
        piece
    }

    fn rule_above(&self, emphasis: Emphasis) -> Edge {
        match emphasis {
            Emphasis::Main => Edge::solid(self.design.rem(0.3), Colour::DarkBlue),
            Emphasis::Plain => Edge::solid(HAIR, Colour::Rule),
            Emphasis::NotUsed => Edge { weight: HAIR, colour: Colour::Grey, dashed: true },
        }
    }

    fn strip_words(
        &mut self,
        rich: &Rich,
        setting: design::Setting,
        width: f32,
        group: NodeId,
        squares: Option<u8>,
    ) -> Flow {
        if rich.is_empty() && squares.is_none() {
            return Flow::new();
        }
        let node = self.setter.tree.add(group, Kind::Paragraph);
        let lines = self.setter.set(&Words { squares, ..plain(rich, setting, width, Some(node)) });
        self.leaves(lines, 0.0, Bond::Free)
    }

    pub(super) fn tally(&mut self, tally: &Tally, room: Room) -> Flow {
        let list = self.setter.tree.add(room.node, Kind::List(Numbering::None));
        let pad = self.design.rem(0.3);
        let indent = self.design.rem(1.4);
        let mut flow = Flow::new();
        for (index, line) in tally.lines.iter().enumerate() {
            let item = self.setter.tree.add(list, Kind::Item);
            let label = self.setter.tree.add(item, Kind::Label);
            let body = self.setter.tree.add(item, Kind::Body);
            let count = Rich::none().strong(format!("{} ", line.count));
            let wide = self.setter.extent(&count, self.design.body()).1 + self.design.rem(0.4);
            let indent = indent.max(wide).min(room.width / 2.0);
            let count = self.words(&count, self.design.body(), indent, label, 0.0);
            let status = Rich::none().status(line.status.clone());
            let words =
                Words { side: Side::MarkRight, ..plain(&status, self.design.body(), room.width - indent, Some(body)) };
            let lines = self.setter.set(&words);
            let status = self.leaves(lines, 0.0, Bond::Free);
            let edges = Edges {
                width: room.width,
                top: (index == 0).then_some(Edge::solid(HAIR, Colour::Ink)),
                bottom: Some(Edge::solid(HAIR, Colour::Hair)),
                ..Edges::default()
            };
            let cells = vec![Cell { x: 0.0, drop: 0.0, flow: count }, Cell { x: indent, drop: 0.0, flow: status }];
            let pad_top = if index == 0 { pad + HAIR } else { pad };
            let frame = Frame { pad_top, pad_bottom: pad + HAIR, edges, cells, cut: Cut::IfTall };
            let before = if index == 0 { self.design.rem(self.design.space().block) } else { 0.0 };
            flow.push_back(Piece::frame(before, frame).bound(Bond::Weak));
        }
        if let Some(last) = flow.back_mut() {
            last.bond = Bond::Free;
        }
        if let Some(first) = flow.front_mut() {
            self.land(first);
        }
        flow
    }
}

fn column_width(width: f32, columns: usize, gap: f32) -> f32 {
    (width - (columns as f32 - 1.0) * gap) / columns as f32
}

/// Equal columns; one whose widest word needs more gets it from the others, up to two fifths of the whole.
fn column_widths(needs: &[f32], width: f32, gap: f32) -> Vec<f32> {
    let equal = column_width(width, needs.len(), gap);
    let wide = |need: f32| need > equal;
    let taken: f32 = needs.iter().filter(|need| wide(**need)).map(|need| need.min(0.4 * width)).sum();
    let others = needs.iter().filter(|need| !wide(**need)).count();
    let all = width - (needs.len() as f32 - 1.0) * gap;
    let rest = (all - taken) / others as f32;
    // Where the others would be left with too little, all are equal and words are cut.
    if others == 0 || rest < 0.6 * equal {
        return vec![equal; needs.len()];
    }
    needs.iter().map(|need| if wide(*need) { need.min(0.4 * width) } else { rest }).collect()
}
