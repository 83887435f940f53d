//! A return that is being put together from cells, and its text. Knows no layout.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::values::text;
use crate::intake::{Cell, Cells, Stretch};
use crate::source::Pointer;

/// A part of a return, and where it stands.
#[derive(Debug)]
pub(super) enum Node {
    /// A value as JSON; nothing where its cell could not be read.
    Leaf { json: Option<String>, cell: Cell, fault: Option<usize> },
    /// A record.
    Record(Record),
    /// A list.
    List(Vec<Node>, Cell),
}

/// A record that is being put together.
#[derive(Debug)]
pub(super) struct Record {
    fields: Vec<(String, Node)>,
    /// Where in them each name is.
    known: BTreeMap<String, usize>,
    cell: Cell,
    stretch: Stretch,
}

impl Record {
    pub(super) fn new(cell: Cell, stretch: Stretch) -> Self {
        Self { fields: Vec::new(), known: BTreeMap::new(), cell, stretch }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Puts a part where this way leads, with the records on the way, which stand in this stretch.
    pub(super) fn put(&mut self, way: &[String], node: Node, cell: Cell, stretch: &Stretch) {
        let [step, rest @ ..] = way else { return };
        let position = self.known.get(step).copied();
        if position.is_none() {
            self.known.insert(step.clone(), self.fields.len());
        }
        if rest.is_empty() {
            // A column is read once, so nothing stands there yet.
            if position.is_none() {
                self.fields.push((step.clone(), node));
            }
            return;
        }
        let position = position.unwrap_or_else(|| {
            let prefix = format!("{}{step}.", self.stretch.prefix);
            let stretch = Stretch { prefix, ..stretch.clone() };
            self.fields.push((step.clone(), Node::Record(Self::new(cell, stretch))));
            self.fields.len() - 1
        });
        if let Node::Record(below) = &mut self.fields[position].1 {
            below.put(rest, node, cell, stretch);
        }
    }

    /// The stretch it stands in.
    pub(super) fn stretch(&self) -> Stretch {
        self.stretch.clone()
    }

    /// The value of a field that is one.
    pub(super) fn json(&self, name: &str) -> Option<&str> {
        match &self.fields[*self.known.get(name)?] {
            (_, Node::Leaf { json, .. }) => json.as_deref(),
            (_, Node::Record(_) | Node::List(..)) => None,
        }
    }

    /// The only field, where there is one of this name and no other.
    pub(super) fn only(&self, name: &str) -> bool {
        matches!(self.fields.as_slice(), [(only, _)] if only == name)
    }

    /// Takes out its last field.
    pub(super) fn pop(mut self) -> Option<Node> {
        self.fields.pop().map(|(_, node)| node)
    }
}

/// The text of a return, with the way back to its cells.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) json: String,
    pub(super) cells: Cells,
    /// Where the cells stand that could not be read.
    pub(super) unread: Vec<Pointer>,
    /// Where faults of cells stand, by their number.
    pub(super) faults: Vec<(usize, Pointer)>,
}

impl Text {
    /// Writes a part of the return that stands there.
    pub(super) fn write(&mut self, node: &Node, at: &Pointer) {
        match node {
            Node::Leaf { json, cell, fault } => {
                self.cells.mark(self.json.len(), *cell);
                self.faults.extend(fault.map(|fault| (fault, at.clone())));
                if let Some(json) = json {
                    self.json.push_str(json);
                }
            }
            Node::List(items, cell) => {
                self.cells.mark(self.json.len(), *cell);
                self.json.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.json.push_str(if index == 0 { "\n" } else { ",\n" });
                    self.write(item, &at.item(index));
                }
                self.json.push(']');
            }
            Node::Record(record) => self.record(record, at),
        }
    }

    fn record(&mut self, record: &Record, at: &Pointer) {
        self.cells.mark(self.json.len(), record.cell);
        self.cells.record(self.json.len(), record.stretch.clone());
        self.json.push('{');
        let mut is_first = true;
        for (name, node) in &record.fields {
            let at = at.field(name);
            let cell = match node {
                Node::Leaf { json: None, fault, .. } => {
                    self.faults.extend(fault.map(|fault| (fault, at.clone())));
                    self.unread.push(at);
                    continue;
                }
                Node::Leaf { cell, .. } | Node::List(_, cell) => *cell,
                Node::Record(record) => record.cell,
            };
            self.json.push_str(if is_first { "" } else { ", " });
            is_first = false;
            self.cells.mark(self.json.len(), cell);
            let _ = write!(self.json, "{}: ", text(name));
            self.write(node, &at);
        }
        self.json.push('}');
    }
}
