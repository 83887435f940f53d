//! The logical structure of a document: what a reader who hears it is told. Knows no pages and no marks.
//!
//! Blocks stand in the order in which they were added. Pieces of a paragraph (a link, words in another language)
//! join their paragraph when their first words are written, so that they stand between the words around them.

use crate::report::block::Language;

/// A node's number.
pub(super) type NodeId = usize;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The root.
    Document,
    /// A section.
    Section,
    /// A group without a meaning of its own.
    Group,
    /// A heading of level 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list.
    List(Numbering),
    /// An item of a list.
    Item,
    /// What stands before an item.
    Label,
    /// What an item says.
    Body,
    /// A table.
    Table,
    /// The head of a table.
    Head,
    /// The rows of a table.
    Rows,
    /// A row.
    Row,
    /// The head of a column.
    ColumnHeader,
    /// The head of a row.
    RowHeader,
    /// A cell.
    Cell,
    /// The caption of a table.
    Caption,
    /// A drawing.
    Figure,
    /// The list of contents.
    Contents,
    /// A line of the list of contents.
    ContentsItem,
    /// What a line of the list of contents leads to.
    Reference,
    /// Somebody's own words.
    Quotation,
    /// Words that differ from those around them.
    Span,
    /// Words that lead somewhere.
    Link,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// Not at all.
    None,
    /// With bullets.
    Disc,
    /// With numbers.
    Decimal,
}

/// A piece of the structure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    /// What it is.
    pub(super) kind: Kind,
    /// What it stands in; the root stands in itself.
    pub(super) parent: NodeId,
    /// The blocks in it, in reading order.
    pub(super) kids: Vec<NodeId>,
    /// Its language, where it differs.
    pub(super) language: Option<Language>,
    /// What stands for it, for a drawing or a link.
    pub(super) alt: Option<String>,
    /// The name by which links find it.
    pub(super) anchor: Option<String>,
    /// Whether it joins its parent when its first words are written.
    pub(super) inline: bool,
}

/// The whole structure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    heading: u8,
}

impl Tree {
    /// The root.
    pub(super) const ROOT: NodeId = 0;

    /// A document with nothing in it.
    pub(super) fn new() -> Self {
        let root = Node {
            kind: Kind::Document,
            parent: Self::ROOT,
            kids: Vec::new(),
            language: None,
            alt: None,
            anchor: None,
            inline: false,
        };
        Self { nodes: vec![root], heading: 0 }
    }

    /// Adds a block to another.
    pub(super) fn add(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        let id = self.push(parent, kind, false);
        self.nodes[parent].kids.push(id);
        id
    }

    /// Adds a block to another before the one that stands at this place in it.
    pub(super) fn insert(&mut self, parent: NodeId, place: usize, kind: Kind) -> NodeId {
        let id = self.push(parent, kind, false);
        self.nodes[parent].kids.insert(place, id);
        id
    }

    /// Adds a heading; no level is ever skipped on the way down, whatever was asked for.
    pub(super) fn add_heading(&mut self, parent: NodeId, level: u8) -> NodeId {
        self.heading = level.clamp(1, (self.heading + 1).min(6));
        self.add(parent, Kind::Heading(self.heading))
    }

    /// Prepares a piece of a paragraph.
    pub(super) fn inline(&mut self, parent: NodeId, kind: Kind) -> NodeId {
        self.push(parent, kind, true)
    }

    /// A node.
    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// A node, to say more about it.
    pub(super) fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id]
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The blocks below a node as text, one a line, for the eyes of a reviewer.
    #[cfg(test)]
    pub(super) fn describe(&self, id: NodeId, depth: usize, text: &mut String) {
        use std::fmt::Write as _;
        let node = &self.nodes[id];
        let alt = node.alt.as_deref().unwrap_or_default();
        let line = format!("{}{:?} {alt}", "  ".repeat(depth), node.kind);
        writeln!(text, "{}", line.trim_end()).expect("a string takes any text");
        for kid in &node.kids {
            self.describe(*kid, depth + 1, text);
        }
    }

    /// The words below a node in the order of reading, without the marks of lists and the list of contents.
    #[cfg(test)]
    pub(super) fn listen(&self, id: NodeId, words: &[String], heard: &mut String) {
        let node = &self.nodes[id];
        if node.kind == Kind::Contents {
            return;
        }
        let is_marker = node.kind == Kind::Label && words[id].trim_end().ends_with(['•', '.']);
        if !is_marker {
            heard.push_str(&words[id]);
        }
        for kid in &node.kids {
            self.listen(*kid, words, heard);
        }
    }

    fn push(&mut self, parent: NodeId, kind: Kind, inline: bool) -> NodeId {
        self.nodes.push(Node { kind, parent, kids: Vec::new(), language: None, alt: None, anchor: None, inline });
        self.nodes.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_level_of_heading_is_skipped() {
        let mut tree = Tree::new();
        let levels: Vec<Kind> = [1, 4, 2, 2, 4, 3]
            .into_iter()
            .map(|level| {
                let id = tree.add_heading(Tree::ROOT, level);
                tree.node(id).kind
            })
            .collect();
        assert_eq!(levels, [1, 2, 2, 2, 3, 3].map(Kind::Heading));
    }
}
