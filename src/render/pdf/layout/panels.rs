//! Panels: blocks on a ground, under a heavy rule, or in an outline.

use super::super::design::HAIR;
use super::super::flow::{Cell, Cut, Edge, Edges, Flow, Frame, Piece};
use super::super::tree::Kind;
use super::{Layout, Room};
use crate::render::drawing::Colour;
use crate::report::block::{Block, Panel, PanelLook};

impl Layout {
    pub(super) fn panel(&mut self, panel: &Panel, room: Room) -> Flow {
        let rem = self.design.rem;
        let space = self.design.space();
        let (pad, side) = (space.panel * rem, space.panel_side * rem);
        let heavy = |colour| Some(Edge::solid(0.3 * rem, colour));
        let (side, pad_top, pad_bottom, edges) = match panel.look {
            PanelLook::Tint => (side, pad, pad, Edges { tint: true, ..Edges::default() }),
            PanelLook::Ask => (side, pad, pad, Edges { tint: true, top: heavy(Colour::DarkBlue), ..Edges::default() }),
            PanelLook::WentWrong => (0.0, pad, 0.0, Edges { top: heavy(Colour::DarkPink), ..Edges::default() }),
            PanelLook::Box => (side, pad, pad, Edges { outline: Some(HAIR), ..Edges::default() }),
        };
        let node = self.setter.tree.add(room.node, Kind::Group);
        self.depth += 1;
        let inner = (room.width - 2.0 * side).max(1.0);
        let mut flow = self.blocks(&panel.blocks, Room { width: inner, node });
        self.depth -= 1;
        // Under a heavy rule the heading keeps a little more distance from what it heads.
        if let (Some(Block::Heading(_)), Some(second)) = (panel.blocks.first(), flow.get_mut(1)) {
            second.before = second.before.max(0.35 * rem);
        }
        let frame = Frame {
            pad_top,
            pad_bottom,
            edges: Edges { width: room.width, ..edges },
            cells: vec![Cell { x: side, drop: 0.0, flow }],
            cut: Cut::IfTall,
        };
        let mut piece = Piece::frame(space.block * rem, frame);
        self.land(&mut piece);
        Flow::from([piece])
    }
}
