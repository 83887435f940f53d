//! Blocks side by side on the twelve columns.

use super::super::design::{self, HAIR};
use super::super::flow::{self, Body, Cell, Cut, Edge, Edges, Flow, Frame, Piece};
use super::{Layout, NARROW, Room, SHORT, WHOLE};
use crate::render::drawing::Colour;
use crate::report::block::{Block, Columns, SectionRank};

impl Layout {
    pub(super) fn columns(&mut self, columns: &Columns, room: Room) -> Flow {
        let total: u8 = columns.cells.iter().map(|cell| cell.span).fold(0, u8::saturating_add);
        let scale = f32::from(total.max(12)) / 12.0;
        let is_narrow = columns.cells.iter().any(|cell| {
            let least = (widest_table(&cell.blocks) as f32 * TABLE_COLUMN).max(NARROW);
            design::span(room.width, cell.span.max(1)) / scale < self.design.rem(least)
        });
        if is_narrow {
            return self.stacked(columns, room);
        }
        self.depth += 1;
        let mut cells = Vec::new();
        let mut x = 0.0;
        let anchors = std::mem::take(&mut self.anchors);
        for cell in &columns.cells {
            let width = design::span(room.width, cell.span.max(1)) / scale;
            cells.push(Cell { x, drop: 0.0, flow: self.blocks(&cell.blocks, Room { width, ..room }) });
            x += width + design::GUTTER;
        }
        self.depth -= 1;
        if columns.stretch {
            stretch(&mut cells);
        }
        let begins_section = columns.cells.iter().any(
            |cell| matches!(cell.blocks.first(), Some(Block::Section(section)) if section.rank == SectionRank::Full),
        );
        let space = self.design.space();
        let before = if begins_section { space.section } else { space.columns };
        let top = columns.ruled.then_some(Edge::solid(HAIR, Colour::Rule));
        let pad_top = if columns.ruled { HAIR + self.design.rem(space.ruled) } else { 0.0 };
        let edges = Edges { width: room.width, top, ..Edges::default() };
        let mut frame = Frame { pad_top, pad_bottom: 0.0, edges, cells, cut: Cut::IfWasteful };
        if frame.height() > WHOLE {
            frame.cut = Cut::Freely;
        } else if self.design.keeps_rows() && begins_section && frame.height() <= SHORT {
            frame.cut = Cut::IfTall;
        }
        self.anchors.splice(0..0, anchors);
        let mut piece = Piece::frame(self.design.rem(before), frame);
        self.land(&mut piece);
        Flow::from([piece])
    }

    /// Columns too narrow to read stand one under the other.
    fn stacked(&mut self, columns: &Columns, room: Room) -> Flow {
        self.depth += 1;
        let flow = columns.cells.iter().flat_map(|cell| self.blocks(&cell.blocks, room)).collect();
        self.depth -= 1;
        flow
    }
}

/// The least width of a column of a table, in rem, so that its widest letter has room beside the gap to the next.
const TABLE_COLUMN: f32 = 2.6;

/// How many columns the table with the most of them has, however deep it stands.
fn widest_table(blocks: &[Block]) -> usize {
    let widest = blocks.iter().map(|block| match block {
        Block::Section(section) => widest_table(&section.blocks),
        Block::Columns(columns) => columns.cells.iter().map(|cell| widest_table(&cell.blocks)).max().unwrap_or(0),
        Block::Panel(panel) => widest_table(&panel.blocks),
        Block::Table(table) => table.columns.len(),
        Block::Chart(chart) => chart.table.as_ref().map_or(0, |table| table.columns.len()),
        Block::Heading(_)
        | Block::Paragraph(_)
        | Block::List(_)
        | Block::KeyValues(_)
        | Block::Strip(_)
        | Block::Tally(_)
        | Block::Quotation(_) => 0,
    });
    widest.max().unwrap_or(0)
}

/// Makes the panels that end the cells of a row reach down as far as the tallest cell.
fn stretch(cells: &mut [Cell]) {
    let tallest = cells.iter().map(|cell| flow::height(&cell.flow)).fold(0.0, f32::max);
    if tallest > WHOLE {
        return;
    }
    for cell in cells {
        let missing = tallest - flow::height(&cell.flow);
        if let Some(Piece { body: Body::Frame(frame), .. }) = cell.flow.back_mut() {
            frame.pad_bottom += missing;
        }
    }
}
