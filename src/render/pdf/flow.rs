//! Pieces that follow one another down a page, and how they are cut where a page ends. Knows heights and bonds; no
//! blocks and no words.
//!
//! A piece is a leaf, which is never cut, or a frame: cells side by side, each with pieces of its own. Whatever a
//! page cannot hold goes on to the next one, so nothing is lost, however tall it is.

use std::collections::VecDeque;
use std::rc::Rc;

use super::page::Ink;
use crate::render::drawing::Colour;

/// Pieces, from the top down.
pub(super) type Flow = VecDeque<Piece>;

/// A piece of a page.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The space above it, which falls away at the top of a page or a cell.
    pub(super) before: f32,
    /// How it holds on to the piece after it.
    pub(super) bond: Bond,
    /// Whether it begins a new page, unless most of the page before would stay white.
    pub(super) new_page: bool,
    /// What is repeated above it when a page ends just before it.
    pub(super) repeat: Option<Rc<Leaf>>,
    /// What it is.
    pub(super) body: Body,
}

/// How a piece holds on to the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// Not at all.
    Free,
    /// Unless what hangs together is taller than a page.
    Weak,
    /// As long as it can be done.
    Strong,
}

/// What a piece is.
#[derive(Debug, Clone)]
pub(super) enum Body {
    /// Never cut.
    Leaf(Leaf),
    /// Cells side by side.
    Frame(Frame),
}

/// Marks that stay together.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    /// Its height.
    pub(super) height: f32,
    /// Its marks, from its top left corner.
    pub(super) ink: Vec<Ink>,
}

/// Cells side by side, with a ground or rules round them.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// Between its top edge and its cells.
    pub(super) pad_top: f32,
    /// Between its tallest cell and its bottom edge.
    pub(super) pad_bottom: f32,
    /// What is drawn round it.
    pub(super) edges: Edges,
    /// Its cells.
    pub(super) cells: Vec<Cell>,
    /// When a page may end inside it.
    pub(super) cut: Cut,
}

/// When a page may end inside a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// When it is taller than a page.
    IfTall,
    /// Also when it would otherwise leave much of a page white.
    IfWasteful,
    /// Whenever it does not fit.
    Freely,
}

/// What is drawn round a frame.
#[derive(Debug, Clone, Default)]
pub(super) struct Edges {
    /// Its width.
    pub(super) width: f32,
    /// Whether it stands on a tint.
    pub(super) tint: bool,
    /// A rule along its top edge, inside it.
    pub(super) top: Option<Edge>,
    /// A rule along its bottom edge, inside it.
    pub(super) bottom: Option<Edge>,
    /// An ink outline so heavy.
    pub(super) outline: Option<f32>,
}

/// A rule along an edge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// How heavy it is.
    pub(super) weight: f32,
    /// Its colour.
    pub(super) colour: Colour,
    /// Whether it has gaps.
    pub(super) dashed: bool,
}

/// A cell of a frame.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// Where it begins.
    pub(super) x: f32,
    /// How far below the others it begins.
    pub(super) drop: f32,
    /// What stands in it.
    pub(super) flow: Flow,
}

/// What a stretch of page took.
pub(super) struct Filled {
    /// How far down it goes.
    pub(super) height: f32,
    /// Its marks.
    pub(super) ink: Vec<Ink>,
}

/// How much of a page may stay white so that a row of columns is not cut.
const WASTE: f32 = 0.1;

/// How much of a page has to be used before a section that wants a new one gets it.
const USED: f32 = 0.6;

/// A height that rounding cannot tell from another.
const ROUNDING: f32 = 0.02;

impl Edge {
    /// An unbroken rule.
    pub(super) const fn solid(weight: f32, colour: Colour) -> Self {
        Self { weight, colour, dashed: false }
    }
}

impl Piece {
    /// A leaf.
    pub(super) const fn leaf(before: f32, height: f32, ink: Vec<Ink>) -> Self {
        Self { before, bond: Bond::Free, new_page: false, repeat: None, body: Body::Leaf(Leaf { height, ink }) }
    }

    /// A frame.
    pub(super) const fn frame(before: f32, frame: Frame) -> Self {
        Self { before, bond: Bond::Free, new_page: false, repeat: None, body: Body::Frame(frame) }
    }

    /// The same piece, bound to the next.
    pub(super) fn bound(self, bond: Bond) -> Self {
        Self { bond, ..self }
    }

    /// Its height, without the space above it.
    pub(super) fn height(&self) -> f32 {
        match &self.body {
            Body::Leaf(leaf) => leaf.height,
            Body::Frame(frame) => frame.height(),
        }
    }

    /// Puts marks at the top of its first leaf; `false` when it has none.
    pub(super) fn mark_top(&mut self, marks: &[Ink]) -> bool {
        match &mut self.body {
            Body::Leaf(leaf) => {
                leaf.ink.extend_from_slice(marks);
                true
            }
            Body::Frame(frame) => {
                frame.cells.iter_mut().flat_map(|cell| cell.flow.iter_mut()).any(|piece| piece.mark_top(marks))
            }
        }
    }

    /// The least room in which it can begin, where so much is left of a page of this height.
    fn start(&self, left: f32, full: f32) -> f32 {
        match &self.body {
            Body::Leaf(leaf) => leaf.height,
            Body::Frame(frame) => {
                let height = frame.height();
                let is_whole = match frame.cut {
                    Cut::IfTall => height <= full,
                    Cut::IfWasteful => height <= full && left < WASTE * full,
                    Cut::Freely => false,
                };
                if is_whole {
                    return height;
                }
                let taken = frame.pad_top + frame.pad_bottom;
                let inner = full - taken;
                let cells = frame.cells.iter().map(|cell| {
                    let drop = cell.drop + repeated(&cell.flow);
                    drop + needs(&cell.flow, left - taken - drop, inner - drop).0
                });
                height.min(frame.pad_top + cells.fold(0.0, f32::max) + frame.pad_bottom)
            }
        }
    }
}

impl Frame {
    /// Its height.
    pub(super) fn height(&self) -> f32 {
        let cells = self.cells.iter().map(|cell| cell.drop + height(&cell.flow));
        self.pad_top + cells.fold(0.0, f32::max) + self.pad_bottom
    }

    /// Draws as much of it as the room can take; what is left stays in its cells.
    fn take(&mut self, room: f32, fresh: bool, full: f32) -> Filled {
        let inner = room - self.pad_top - self.pad_bottom;
        let inner_full = full - self.pad_top - self.pad_bottom;
        let mut ink = Vec::new();
        let mut tallest: f32 = 0.0;
        for cell in &mut self.cells {
            let mut filled = fill(&mut cell.flow, inner - cell.drop, fresh, inner_full - cell.drop);
            for mark in &mut filled.ink {
                mark.shift(cell.x, self.pad_top + cell.drop);
            }
            tallest = tallest.max(cell.drop + filled.height);
            ink.append(&mut filled.ink);
            cell.drop = 0.0;
        }
        let height = self.pad_top + tallest + self.pad_bottom;
        let mut marks = self.edges.draw(height);
        marks.append(&mut ink);
        self.edges.top = None;
        Filled { height, ink: marks }
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.flow.is_empty())
    }
}

impl Edges {
    fn draw(&self, height: f32) -> Vec<Ink> {
        let mut ink = Vec::new();
        if self.tint {
            ink.push(Ink::Ground { x: 0.0, y: 0.0, width: self.width, height });
        }
        let rule = |edge: Edge, y: f32| Ink::Rule {
            x: 0.0,
            y,
            length: self.width,
            weight: edge.weight,
            colour: edge.colour,
            dashed: edge.dashed,
        };
        if let Some(top) = self.top {
            ink.push(rule(top, 0.0));
        }
        if let Some(bottom) = self.bottom {
            ink.push(rule(bottom, height - bottom.weight));
        }
        if let Some(weight) = self.outline {
            ink.push(Ink::Outline { x: 0.0, y: 0.0, width: self.width, height, weight });
        }
        ink
    }
}

/// The height of pieces, one under the other, with what is repeated above the first.
pub(super) fn height(flow: &Flow) -> f32 {
    let pieces =
        flow.iter().enumerate().map(|(index, piece)| piece.height() + if index == 0 { 0.0 } else { piece.before });
    repeated(flow) + pieces.sum::<f32>()
}

/// The same pieces without their marks: enough to count the pages they fill.
pub(super) fn bare(flow: &Flow) -> Flow {
    let leaf = |leaf: &Leaf| Leaf { height: leaf.height, ink: Vec::new() };
    flow.iter()
        .map(|piece| Piece {
            before: piece.before,
            bond: piece.bond,
            new_page: piece.new_page,
            repeat: piece.repeat.as_ref().map(|head| Rc::new(leaf(head))),
            body: match &piece.body {
                Body::Leaf(own) => Body::Leaf(leaf(own)),
                Body::Frame(frame) => Body::Frame(Frame {
                    cells: frame
                        .cells
                        .iter()
                        .map(|cell| Cell { x: cell.x, drop: cell.drop, flow: bare(&cell.flow) })
                        .collect(),
                    edges: Edges::default(),
                    ..*frame
                }),
            },
        })
        .collect()
}

/// The height of what is repeated above the first piece where a page begins with it.
fn repeated(flow: &Flow) -> f32 {
    flow.front().and_then(|piece| piece.repeat.as_ref()).map_or(0.0, |head| head.height)
}

/// Takes from the front of a flow what the room can hold. A fresh page takes at least one piece, or a part of it.
pub(super) fn fill(flow: &mut Flow, room: f32, fresh: bool, full: f32) -> Filled {
    let mut ink = Vec::new();
    let mut y: f32 = 0.0;
    let mut placed = 0_usize;
    let mut cleared = 0_usize;
    while let Some(front) = flow.front() {
        if front.new_page && placed > 0 && y > USED * full {
            break;
        }
        let gap = if placed == 0 { 0.0 } else { front.before };
        let repeat = front.repeat.clone().filter(|_| placed == 0);
        let head = repeat.as_ref().map_or(0.0, |head| head.height);
        let left = room - y - gap - head;
        if cleared == 0 {
            let (needed, count) = needs(flow, left, full);
            if needed > left + ROUNDING && !(fresh && placed == 0) {
                break;
            }
            cleared = count;
        }
        let mut piece = flow.pop_front().expect("the front was there");
        cleared -= 1;
        let tall = piece.height();
        let fits = tall <= left + ROUNDING;
        let force = fresh && placed == 0;
        if !fits && !force && piece.start(left, full) > left + ROUNDING {
            flow.push_front(piece);
            break;
        }
        if let Some(head) = repeat {
            ink.extend(head.ink.iter().cloned());
            y += head.height;
        }
        y += gap;
        let at = y;
        let (used, mut marks, rest) = match &mut piece.body {
            Body::Leaf(leaf) => (leaf.height, std::mem::take(&mut leaf.ink), false),
            Body::Frame(frame) => {
                let filled = frame.take(if fits { f32::INFINITY } else { left }, force, full);
                (filled.height, filled.ink, !frame.is_empty())
            }
        };
        for mark in &mut marks {
            mark.shift(0.0, at);
        }
        ink.append(&mut marks);
        y += used;
        placed += 1;
        if rest {
            piece.new_page = false;
            flow.push_front(piece);
            break;
        }
    }
    Filled { height: y, ink }
}

/// How much room the pieces that hang together at the front of a flow need, and how many of them that clears.
fn needs(flow: &Flow, left: f32, full: f32) -> (f32, usize) {
    let (weak, count) = group(flow, left, full, Bond::Weak);
    if weak <= full && count > 0 { (weak, count) } else { group(flow, left, full, Bond::Strong) }
}

/// The room that the first pieces need that are bound at least so strongly, as far as a page can hold them, and how
/// many pieces that is. The last of them only needs to begin.
fn group(flow: &Flow, left: f32, full: f32, least: Bond) -> (f32, usize) {
    let mut sum = 0.0;
    for (index, piece) in flow.iter().enumerate() {
        let gap = if index == 0 { 0.0 } else { piece.before };
        let start = piece.start(left - sum - gap, full);
        if sum + gap + start > full && index > 0 {
            // Weak bonds hold all or nothing.
            let total = if least == Bond::Weak { f32::INFINITY } else { sum };
            return (total, index);
        }
        let ends = index + 1 == flow.len() || piece.bond < least;
        let tall = piece.height();
        if ends || sum + gap + tall > full {
            return (sum + gap + start, index + 1);
        }
        sum += gap + tall;
    }
    (sum, flow.len())
}
