//! The head of page 1, and the running lines of all pages.

use super::super::design::{self, Design, Setting};
use super::super::flow::{Bond, Cell, Cut, Edges, Flow, Frame, Piece};
use super::super::page::{Ink, Page};
use super::super::paragraph::{Side, Words};
use super::super::tree::{Kind, Tree};
use super::{Layout, Room, plain};
use crate::render::drawing::Colour;
use crate::report::block::{Report, Rich};

impl Layout {
    /// The head of page 1.
    pub(super) fn masthead(&mut self, report: &Report) -> Flow {
        let width = design::WIDTH;
        let masthead = &report.masthead;
        let bar = Ink::Rule {
            x: 0.0,
            y: 0.0,
            length: width,
            weight: self.design.rem(0.4),
            colour: Colour::DarkBlue,
            dashed: false,
        };
        let mut flow = Flow::from([Piece::leaf(0.0, self.design.rem(1.0), vec![bar]).bound(Bond::Strong)]);
        flow.push_back(self.over(report, width).bound(Bond::Strong));

        let title = self.setter.tree.add_heading(Tree::ROOT, 1);
        let rich = Rich::from(masthead.title.as_str());
        let lines = self.setter.set(&plain(&rich, self.design.title(), width, Some(title)));
        flow.append(&mut self.leaves(lines, self.design.rem(0.7), Bond::Strong));
        if !masthead.period.is_empty() {
            let period = self.setter.tree.add(Tree::ROOT, Kind::Paragraph);
            let rich = Rich::from(masthead.period.as_str());
            flow.append(&mut self.words(&rich, self.design.period(), width, period, 0.0));
        }
        if !masthead.facts.is_empty() {
            let room = Room { width, node: Tree::ROOT };
            flow.push_back(self.facts(&masthead.facts, room));
        }
        flow
    }

    /// The line above the title, with the marks in outlined boxes at its right.
    fn over(&mut self, report: &Report, width: f32) -> Piece {
        let rem = self.design.rem;
        let over = self.setter.tree.add(Tree::ROOT, Kind::Paragraph);
        let setting = Setting { leading: 1.35 * rem, ..self.design.note().strong().ink() };
        let mut ink = Vec::new();
        let mut right = width;
        let mut top = 0.0;
        for mark in report.marks.iter().rev() {
            let rich = Rich::from(mark.as_str());
            let wide = (self.setter.extent(&rich, setting).1 + 0.9 * rem).min(width);
            if wide > right - 0.3 * width && right < width {
                top += 1.35 * rem + 0.3 * rem;
                right = width;
            }
            let node = self.setter.tree.add(Tree::ROOT, Kind::Paragraph);
            let left = right - wide;
            let mut height = 0.0;
            for line in self.setter.set(&plain(&rich, setting, wide - 0.9 * rem + 0.01, Some(node))) {
                for mut mark in line.ink {
                    mark.shift(left + 0.45 * rem, top + height);
                    ink.push(mark);
                }
                height += line.height;
            }
            ink.push(Ink::Outline { x: left, y: top, width: wide, height, weight: 0.9 });
            right = left - 0.45 * rem;
        }
        let boxes = ink.iter().filter_map(Ink::bounds).map(|bounds| bounds[3]).fold(0.0, f32::max);
        let room = if report.marks.is_empty() { width } else { (right - 0.55 * rem).max(0.3 * width) };
        let lines = self.words(&report.masthead.over, self.design.body(), room, over, 0.0);
        let cells = vec![
            Cell { x: 0.0, drop: 0.0, flow: lines },
            Cell { x: 0.0, drop: 0.0, flow: Flow::from([Piece::leaf(0.0, boxes, ink)]) },
        ];
        Piece::frame(
            0.0,
            Frame {
                pad_top: 0.0,
                pad_bottom: 0.0,
                edges: Edges { width, ..Edges::default() },
                cells,
                cut: Cut::IfTall,
            },
        )
    }

    /// The running head and foot of every page.
    pub(super) fn furniture(&mut self, report: &Report, pages: &mut [Page]) {
        let setting = Design::furniture();
        let strong = setting.strong().ink();
        let all = pages.len();
        let head = design::TOP - design::FURNITURE_GAP - setting.leading;
        let foot = design::PAGE.1 - design::BOTTOM + design::FURNITURE_GAP;
        for (index, page) in pages.iter_mut().enumerate() {
            if index > 0 {
                let marks = Rich::from(report.marks.join(" · "));
                let used = self.running(&marks, strong, Side::Right, head, design::WIDTH, page);
                let title = Rich::from(report.running_title.as_str());
                self.running(&title, setting, Side::Left, head, design::WIDTH - used - 12.0, page);
            }
            let words = &report.page_words;
            let number = format!("{}{}{}{all}", words.before, index + 1, words.between);
            let used = self.running(&Rich::from(number), setting, Side::Right, foot, design::WIDTH, page);
            let version = Rich::from(report.foot.as_str());
            self.running(&version, setting, Side::Left, foot, design::WIDTH - used - 12.0, page);
        }
    }

    /// One running line; where it has no room, its end is left out. Gives the width it takes.
    fn running(&mut self, rich: &Rich, setting: Setting, side: Side, y: f32, width: f32, page: &mut Page) -> f32 {
        let words = Words { rich, setting, width: width.max(1.0), node: None, side, squares: None };
        let Some(line) = self.setter.set(&words).into_iter().next() else { return 0.0 };
        let mut used = 0.0;
        for mut mark in line.ink {
            if let Some([left, _, right, _]) = mark.bounds() {
                used = right - left;
            }
            mark.shift(design::SIDE, y);
            page.ink.push(mark);
        }
        used
    }
}
