//! Tables: caption, head, rows, notes.

use std::rc::Rc;

use super::super::design::{HAIR, Setting};
use super::super::flow::{self, Bond, Cut, Edge, Edges, Flow, Frame, Leaf, Piece};
use super::super::page::Ink;
use super::super::paragraph::{SetLine, Side, Words};
use super::super::tree::{Kind, NodeId};
use super::balance::{self, MeasuredCell};
use super::section::is_broken;
use super::widths::{Wish, widths};
use super::{Layout, Room, plain};
use crate::render::drawing::Colour;
use crate::report::block::{Align, Cell, Rich, Row, Span, Table};

/// A table of so many rows is never split.
const SHORT: usize = 8;

/// Where the columns of a table stand.
struct Grid {
    columns: Vec<GridColumn>,
    width: f32,
    setting: Setting,
    pad: f32,
}

struct GridColumn {
    x: f32,
    width: f32,
    side: Side,
}

impl Layout {
    pub(super) fn table(&mut self, table: &Table, room: Room) -> Flow {
        self.anchors.push(table.anchor.clone());
        let node = self.setter.tree.add(room.node, Kind::Table);
        self.setter.tree.node_mut(node).anchor = Some(table.anchor.clone());
        let grid = self.grid(table, room.width);
        let mut flow = self.caption(table, node, room.width);
        let mut head = self.head(table, node, &grid);
        let spaces = self.design.space();
        let space = if flow.is_empty() { spaces.block } else { spaces.caption };
        head.before = self.design.rem(space);
        self.land(&mut head);
        let repeat = artifact(&head);
        flow.push_back(head.bound(Bond::Strong));
        let rows = self.setter.tree.add(node, Kind::Rows);
        let count = table.rows.len();
        for (index, row) in table.rows.iter().enumerate() {
            let last = index + 1 == count;
            let mut piece = self.row(row, rows, &grid, last);
            piece.bond = match index {
                _ if last => Bond::Free,
                _ if count <= SHORT => Bond::Weak,
                _ if index == 0 || index + 2 == count => Bond::Strong,
                _ => Bond::Free,
            };
            if index > 0 || matches!(&piece.body, flow::Body::Frame(frame) if frame.cut == Cut::Freely) {
                piece.repeat.clone_from(&repeat);
            }
            flow.push_back(piece);
        }
        if !table.notes.is_empty()
            && let Some(last) = flow.back_mut()
        {
            last.bond = Bond::Strong;
        }
        flow.append(&mut self.notes(&table.notes, room));
        flow
    }

    /// Notes one under the other; short ones stand on one line as far as they have room there.
    fn notes(&mut self, notes: &[Rich], room: Room) -> Flow {
        let setting = self.design.note();
        let gap = 1.5 * setting.size;
        let mut flow = Flow::new();
        let mut line: Option<(Vec<SetLine>, f32)> = None;
        let mut before = self.design.rem(0.35);
        for note in notes {
            let node = self.setter.tree.add(room.node, Kind::Paragraph);
            let wide = if is_broken(note) { f32::INFINITY } else { self.setter.extent(note, setting).1 };
            let set = self.setter.set(&plain(note, setting, room.width, Some(node)));
            match &mut line {
                Some((lines, used)) if *used + gap + wide <= room.width => {
                    for mut mark in set.into_iter().flat_map(|set| set.ink) {
                        mark.shift(*used + gap, 0.0);
                        if let Some(last) = lines.last_mut() {
                            last.ink.push(mark);
                        }
                    }
                    *used += gap + wide;
                }
                _ => {
                    if let Some((lines, _)) = line.replace((set, wide)) {
                        flow.append(&mut self.leaves(lines, before, Bond::Free));
                        before = self.design.rem(0.2);
                    }
                }
            }
        }
        if let Some((lines, _)) = line {
            flow.append(&mut self.leaves(lines, before, Bond::Free));
        }
        flow
    }

    fn caption(&mut self, table: &Table, node: NodeId, width: f32) -> Flow {
        if table.caption.is_empty() && table.subtitle.is_empty() {
            return Flow::new();
        }
        let caption = self.setter.tree.add(node, Kind::Caption);
        let before = self.design.rem(self.design.space().block);
        self.message([&table.caption, &table.subtitle], width, caption, before)
    }

    fn head(&mut self, table: &Table, node: NodeId, grid: &Grid) -> Piece {
        let head = self.setter.tree.add(node, Kind::Head);
        let row = self.setter.tree.add(head, Kind::Row);
        let setting = self.design.table_head();
        let mut cells = Vec::new();
        for (index, column) in grid.columns.iter().enumerate() {
            let cell = self.setter.tree.add(row, Kind::ColumnHeader);
            let rich = table.columns.get(index).map_or_else(Rich::none, |column| column.head.clone());
            let side = if column.side == Side::Right { Side::Right } else { Side::Left };
            let lines = self.setter.set(&Words { side, ..plain(&rich, setting, column.width, Some(cell)) });
            let flow = self.leaves(lines, 0.0, Bond::Free);
            cells.push(flow::Cell { x: column.x, drop: 0.0, flow });
        }
        // Heads stand on their rule.
        let tallest = cells.iter().map(|cell| flow::height(&cell.flow)).fold(0.0, f32::max);
        for cell in &mut cells {
            cell.drop = tallest - flow::height(&cell.flow);
        }
        let edges = Edges { width: grid.width, bottom: Some(Edge::solid(1.0, Colour::Ink)), ..Edges::default() };
        let pad = self.design.rem(self.design.space().head);
        Piece::frame(0.0, Frame { pad_top: pad, pad_bottom: pad + 1.0, edges, cells, cut: Cut::IfTall })
    }

    fn row(&mut self, row: &Row, rows: NodeId, grid: &Grid, last: bool) -> Piece {
        let node = self.setter.tree.add(rows, Kind::Row);
        let pad = grid.pad;
        let mut cells = Vec::new();
        for (index, column) in grid.columns.iter().enumerate() {
            let kind = if index == 0 { Kind::RowHeader } else { Kind::Cell };
            let cell = self.setter.tree.add(node, kind);
            let setting = if row.total { grid.setting.strong() } else { grid.setting };
            let flow = row.cells.get(index).map_or_else(Flow::new, |words| self.cell(words, setting, cell, column));
            cells.push(flow::Cell { x: column.x, drop: 0.0, flow });
        }
        let ink = Edge::solid(HAIR, Colour::Ink);
        let edges = Edges {
            width: grid.width,
            top: row.total.then_some(ink),
            bottom: Some(if last { ink } else { Edge::solid(HAIR, Colour::Hair) }),
            ..Edges::default()
        };
        let mut frame = Frame { pad_top: pad, pad_bottom: pad + HAIR, edges, cells, cut: Cut::IfTall };
        // A row that is very tall may go on on the next page.
        if frame.height() > 0.4 * super::design::HEIGHT {
            frame.cut = Cut::Freely;
        }
        Piece::frame(0.0, frame)
    }

    fn cell(&mut self, cell: &Cell, setting: Setting, node: NodeId, column: &GridColumn) -> Flow {
        let side = match (column.side, cell.words.0.last()) {
            (Side::Left, Some(Span::Status(_))) => Side::MarkRight,
            (side, _) => side,
        };
        let lines = self.setter.set(&Words { side, ..plain(&cell.words, setting, column.width, Some(node)) });
        let mut flow = self.leaves(lines, 0.0, Bond::Free);
        if !cell.by.is_empty() {
            let side = column.side;
            let node = self.setter.tree.inline(node, Kind::Paragraph);
            let words = Words { side, ..plain(&cell.by, self.design.note(), column.width, Some(node)) };
            let lines = self.setter.set(&words);
            flow.append(&mut self.leaves(lines, 0.0, Bond::Free));
        }
        flow
    }

    /// What a cell needs and would like. Numbers and statuses stay on one line.
    fn measure(&mut self, cell: &Cell, setting: Setting, width: f32, wish: &mut Wish) -> MeasuredCell {
        let is_status = matches!(cell.words.0.as_slice(), [Span::Status(_)]);
        let mut measured = Vec::new();
        for (rich, setting) in [(&cell.words, setting), (&cell.by, self.design.note())] {
            let ruler = self.setter.ruler(rich, setting);
            let (widest, whole) = ruler.extent();
            let least = if wish.numbers {
                whole
            } else if is_status {
                whole.min(0.3 * width).max(widest)
            } else {
                widest
            };
            wish.least = wish.least.max(least);
            wish.whole = wish.whole.max(whole);
            if measured.is_empty() || !rich.is_empty() {
                measured.push((ruler, setting.leading));
            }
        }
        measured
    }

    /// Measures every cell and shares the width among the columns.
    fn grid(&mut self, table: &Table, width: f32) -> Grid {
        let count = table.rows.iter().map(|row| row.cells.len()).fold(table.columns.len(), usize::max);
        let numbers = |index: usize| match table.columns.get(index).map(|column| column.align) {
            Some(Align::Numbers) => true,
            Some(Align::Words) | None => false,
        };
        let tight = table.tight || self.tight;
        let setting = if tight { self.design.annex_table() } else { self.design.table() };
        let mut wishes = Vec::with_capacity(count);
        let mut measured = vec![Vec::with_capacity(count); table.rows.len() + 1];
        for index in 0..count {
            let mut wish = Wish {
                least: 0.0,
                whole: 0.0,
                numbers: numbers(index),
                share: table.columns.get(index).map_or(0, |column| column.share),
            };
            for (row, measured) in table.rows.iter().zip(&mut measured) {
                if let Some(cell) = row.cells.get(index) {
                    let setting = if row.total { setting.strong() } else { setting };
                    measured.push(self.measure(cell, setting, width, &mut wish));
                }
            }
            let head = table.columns.get(index).map_or_else(Rich::none, |column| column.head.clone());
            let ruler = self.setter.ruler(&head, self.design.table_head());
            let (least, whole) = ruler.extent();
            if let Some(heads) = measured.last_mut() {
                heads.push(vec![(ruler, self.design.table_head().leading)]);
            }
            wish.least = wish.least.max(least);
            wish.whole = wish.whole.max(whole).max(wish.least);
            wishes.push(wish);
        }
        let gaps: Vec<f32> = (1..count)
            .map(|index| self.design.rem(if numbers(index - 1) && !numbers(index) { 1.2 } else { 0.7 }))
            .collect();
        let all_gaps: f32 = gaps.iter().sum();
        // So many columns that the gaps alone would fill the page stand closer.
        let closer = (width * 0.4 / all_gaps.max(0.001)).min(1.0);
        let clear = self.design.rem(3.0);
        let mut shares = widths(&wishes, width - all_gaps * closer, clear);
        if wishes.iter().map(|wish| wish.least).sum::<f32>() <= width - all_gaps * closer {
            let least: Vec<f32> = wishes.iter().map(|wish| wish.least).collect();
            balance::lower(&measured, &mut shares, &least);
        }
        let mut x = 0.0;
        let columns = shares
            .into_iter()
            .enumerate()
            .map(|(index, width)| {
                let column = GridColumn { x, width, side: if numbers(index) { Side::Right } else { Side::Left } };
                x += width + gaps.get(index).copied().unwrap_or(0.0) * closer;
                column
            })
            .collect();
        Grid { columns, width, setting, pad: self.design.row_pad(tight) }
    }
}

/// The head as it is repeated on the next page: decoration to a reader who hears the table. A head so tall that
/// it would take a page for itself is not repeated.
fn artifact(head: &Piece) -> Option<Rc<Leaf>> {
    let height = head.height();
    if height > 0.25 * super::design::HEIGHT {
        return None;
    }
    let mut flow = Flow::from([head.clone()]);
    let mut ink = flow::fill(&mut flow, f32::INFINITY, true, f32::INFINITY).ink;
    ink.retain(|mark| !matches!(mark, Ink::Anchor { .. }));
    for mark in &mut ink {
        if let Ink::Line(line) = mark {
            for run in &mut line.runs {
                run.node = None;
            }
        }
    }
    Some(Rc::new(Leaf { height, ink }))
}
