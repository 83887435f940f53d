//! Lists, and keys with their values.

use super::super::design::{HAIR, Setting};
use super::super::flow::{Bond, Cell, Cut, Edge, Edges, Flow, Frame, Piece};
use super::super::tree::{Kind, Numbering};
use super::{Layout, Room};
use crate::render::drawing::Colour;
use crate::report::block::{KeyLook, KeyValues, List, Marker, Rich};

impl Layout {
    pub(super) fn list(&mut self, list: &List, room: Room) -> Flow {
        let numbering = match list.marker {
            Marker::None | Marker::Ruled => Numbering::None,
            Marker::Bullet => Numbering::Disc,
            Marker::Number => Numbering::Decimal,
        };
        let node = self.setter.tree.add(room.node, Kind::List(numbering));
        let (indent, gap) = match list.marker {
            Marker::None => (0.0, 0.3),
            Marker::Bullet => (1.05, 0.2),
            Marker::Number => (1.3 + if list.items.len() > 9 { 0.5 } else { 0.0 }, 0.28),
            Marker::Ruled => (0.0, 0.0),
        };
        let indent = self.design.rem(indent).min(room.width / 2.0);
        let mut flow = Flow::new();
        for (index, words) in list.items.iter().enumerate() {
            let item = self.setter.tree.add(node, Kind::Item);
            let marker = match list.marker {
                Marker::None | Marker::Ruled => None,
                Marker::Bullet => Some("• ".to_owned()),
                Marker::Number => Some(format!("{}. ", index + 1)),
            };
            let mut label = Flow::new();
            let mut label_x = 0.0;
            if let Some(marker) = marker {
                let node = self.setter.tree.add(item, Kind::Label);
                let setting = Setting { colour: Colour::DarkBlue, ..self.design.body() };
                let rich = Rich::from(marker);
                label_x = (indent - self.setter.extent(&rich, setting).1 - self.design.rem(0.33)).max(0.0);
                label = self.words(&rich, setting, f32::MAX, node, 0.0);
            }
            let body = self.setter.tree.add(item, Kind::Body);
            let lines = self.words(words, self.design.body(), room.width - indent, body, 0.0);
            let ruled = list.marker == Marker::Ruled;
            let pad = if ruled { self.design.rem(0.35) } else { 0.0 };
            let edges = Edges {
                width: room.width,
                bottom: ruled.then_some(Edge::solid(HAIR, Colour::Hair)),
                ..Edges::default()
            };
            let cells = vec![Cell { x: label_x, drop: 0.0, flow: label }, Cell { x: indent, drop: 0.0, flow: lines }];
            let frame = Frame {
                pad_top: pad,
                pad_bottom: if ruled { pad + HAIR } else { 0.0 },
                edges,
                cells,
                cut: Cut::Freely,
            };
            let before = if index == 0 { self.design.space().paragraph } else { gap };
            flow.push_back(Piece::frame(self.design.rem(before), frame));
        }
        if let Some(first) = flow.front_mut() {
            self.land(first);
        }
        flow
    }

    pub(super) fn key_values(&mut self, pairs: &KeyValues, room: Room) -> Flow {
        let (key, value, gap, least) = match pairs.look {
            KeyLook::Note => (self.design.note(), self.design.note().ink(), 0.15, 0.0),
            KeyLook::Body => {
                let key = self.design.key();
                (Setting { colour: Colour::Grey, ..key }, key, 0.45, 0.0)
            }
            KeyLook::Ruled => (self.design.body().strong(), self.design.short(), 0.0, 5.4),
        };
        let between = self.design.rem(0.9);
        let widest = pairs
            .items
            .iter()
            .map(|pair| self.setter.extent(&Rich::from(pair.label.as_str()), key).1 + between)
            .fold(self.design.rem(least), f32::max);
        let indent = widest.min(room.width * 0.42);
        let node = self.setter.tree.add(room.node, Kind::List(Numbering::None));
        let mut flow = Flow::new();
        for (index, pair) in pairs.items.iter().enumerate() {
            let item = self.setter.tree.add(node, Kind::Item);
            let label = self.setter.tree.add(item, Kind::Label);
            let body = self.setter.tree.add(item, Kind::Body);
            let rich = Rich::from(format!("{} ", pair.label));
            let label = self.words(&rich, key, indent - between, label, 0.0);
            let words = self.words(&pair.words, value, room.width - indent, body, 0.0);
            let ruled = pairs.look == KeyLook::Ruled;
            let pad = if ruled { self.design.rem(0.35) } else { 0.0 };
            let rule_above = ruled && index > 0;
            let edges = Edges {
                width: room.width,
                top: rule_above.then_some(Edge::solid(HAIR, Colour::Hair)),
                ..Edges::default()
            };
            // Key and value stand on one baseline, whatever their sizes.
            let drop = (value.baseline() - key.baseline()).max(0.0);
            let cells = vec![Cell { x: 0.0, drop, flow: label }, Cell { x: indent, drop: 0.0, flow: words }];
            let pad_top = if rule_above { pad + HAIR } else { pad };
            let frame = Frame { pad_top, pad_bottom: pad, edges, cells, cut: Cut::Freely };
            let before = if index == 0 { self.design.space().paragraph } else { gap };
            flow.push_back(Piece::frame(self.design.rem(before), frame).bound(Bond::Free));
        }
        if let Some(first) = flow.front_mut() {
            self.land(first);
        }
        flow
    }
}
