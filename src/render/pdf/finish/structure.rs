//! The tags: the logical structure as objects of the file.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId};

use super::objects::{bytes, dictionary, integer, literal, name, numbers, text};
use super::{Finisher, Kid};
use crate::render::pdf::tree::{Kind, NodeId, Numbering, Tree};

impl Finisher<'_> {
    /// The tree of tags.
    pub(super) fn structure(&mut self, links: &[ObjectId]) -> ObjectId {
        let root = self.file.new_object_id();
        let ids: Vec<ObjectId> = (0..self.laid_out.tree.len()).map(|_| self.file.new_object_id()).collect();
        let mut named: BTreeMap<Vec<u8>, ObjectId> = BTreeMap::new();
        for (node, id) in ids.iter().copied().enumerate() {
            let element = self.element(node, root, &ids, links, &mut named);
            self.file.set_object(id, element);
        }
        let mut keys: Vec<Object> = Vec::new();
        for (page, parents) in self.marked.parents.iter().enumerate() {
            let parents = parents.iter().map(|node| Object::Reference(ids[*node])).collect();
            let parents = self.file.add_object(Object::Array(parents));
            keys.extend([integer(page), Object::Reference(parents)]);
        }
        for (index, link) in self.marked.links.iter().enumerate() {
            keys.extend([integer(self.pages.len() + index), Object::Reference(ids[link.node])]);
        }
        let next = self.pages.len() + self.marked.links.len();
        let parents = self.file.add_object(dictionary([("Nums", Object::Array(keys))]));
        let mut tree = dictionary([
            ("Type", name("StructTreeRoot")),
            ("K", Object::Array(vec![Object::Reference(ids[Tree::ROOT])])),
            ("ParentTree", Object::Reference(parents)),
            ("ParentTreeNextKey", integer(next)),
        ]);
        if let (Some(first), Some(last)) = (named.keys().next().cloned(), named.keys().last().cloned()) {
            let pairs = named.iter().flat_map(|(key, id)| [bytes(key), Object::Reference(*id)]).collect();
            let leaf = dictionary([
                ("Limits", Object::Array(vec![bytes(&first), bytes(&last)])),
                ("Names", Object::Array(pairs)),
            ]);
            let leaf = self.file.add_object(leaf);
            let root = dictionary([("Kids", Object::Array(vec![Object::Reference(leaf)]))]);
            tree.set("IDTree", Object::Reference(self.file.add_object(root)));
        }
        self.file.set_object(root, tree);
        root
    }

    fn element(
        &self,
        id: NodeId,
        root: ObjectId,
        ids: &[ObjectId],
        links: &[ObjectId],
        named: &mut BTreeMap<Vec<u8>, ObjectId>,
    ) -> Dictionary {
        let node = self.laid_out.tree.node(id);
        let parent = if id == Tree::ROOT { root } else { ids[node.parent] };
        let kids = &self.marked.kids[id];
        let is_link = kids.iter().any(|kid| matches!(kid, Kid::Link(_)));
        let mut element = dictionary([("S", name(role(node.kind, is_link))), ("P", Object::Reference(parent))]);
        // Marks on the page that the element names are told by their number alone.
        let own_page = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Node(_) | Kid::Link(_) => None,
        });
        if let Some(page) = own_page {
            element.set("Pg", Object::Reference(self.pages[page]));
        }
        let mut kids: Vec<Object> = kids
            .iter()
            .map(|kid| match kid {
                Kid::Node(node) => Object::Reference(ids[*node]),
                Kid::Content { page, mcid } if Some(*page) == own_page => integer(*mcid),
                Kid::Content { page, mcid } => Object::Dictionary(dictionary([
                    ("Type", name("MCR")),
                    ("Pg", Object::Reference(self.pages[*page])),
                    ("MCID", integer(*mcid)),
                ])),
                Kid::Link(link) => Object::Dictionary(dictionary([
                    ("Type", name("OBJR")),
                    ("Pg", Object::Reference(self.pages[self.marked.links[*link].page])),
                    ("Obj", Object::Reference(links[*link])),
                ])),
            })
            .collect();
        match kids.pop() {
            Some(only) if kids.is_empty() => element.set("K", only),
            Some(last) => {
                kids.push(last);
                element.set("K", Object::Array(kids));
            }
            None => {}
        }
        if let Some(language) = node.language {
            element.set("Lang", literal(language.tag()));
        }
        if let Some(anchor) = &node.anchor {
            let key = anchor.clone().into_bytes();
            element.set("ID", bytes(&key));
            named.insert(key, ids[id]);
        }
        if let (Kind::Figure, Some(alt)) = (node.kind, &node.alt) {
            element.set("Alt", text(alt));
        }
        if let Some(attributes) = self.attributes(id, node.kind) {
            element.set("A", Object::Dictionary(attributes));
        }
        element
    }

    fn attributes(&self, id: NodeId, kind: Kind) -> Option<Dictionary> {
        match kind {
            Kind::ColumnHeader => Some(dictionary([("O", name("Table")), ("Scope", name("Column"))])),
            Kind::RowHeader => Some(dictionary([("O", name("Table")), ("Scope", name("Row"))])),
            Kind::List(numbering) => {
                let numbering = match numbering {
                    Numbering::None => "None",
                    Numbering::Disc => "Disc",
                    Numbering::Decimal => "Decimal",
                };
                Some(dictionary([("O", name("List")), ("ListNumbering", name(numbering))]))
            }
            Kind::Figure => self.marked.figures.get(&id).map(|area| {
                dictionary([("O", name("Layout")), ("Placement", name("Block")), ("BBox", numbers(*area))])
            }),
            Kind::Document
            | Kind::Section
            | Kind::Group
            | Kind::Heading(_)
            | Kind::Paragraph
            | Kind::Item
            | Kind::Label
            | Kind::Body
            | Kind::Table
            | Kind::Head
            | Kind::Rows
            | Kind::Row
            | Kind::Cell
            | Kind::Caption
            | Kind::Contents
            | Kind::ContentsItem
            | Kind::Reference
            | Kind::Quotation
            | Kind::Span
            | Kind::Link => None,
        }
    }
}

const fn role(kind: Kind, is_link: bool) -> &'static str {
    match kind {
        Kind::Document => "Document",
        Kind::Section => "Sect",
        Kind::Group => "Div",
        Kind::Heading(1) => "H1",
        Kind::Heading(2) => "H2",
        Kind::Heading(3) => "H3",
        Kind::Heading(4) => "H4",
        Kind::Heading(5) => "H5",
        Kind::Heading(_) => "H6",
        Kind::Paragraph => "P",
        Kind::List(_) => "L",
        Kind::Item => "LI",
        Kind::Label => "Lbl",
        Kind::Body => "LBody",
        Kind::Table => "Table",
        Kind::Head => "THead",
        Kind::Rows => "TBody",
        Kind::Row => "TR",
        Kind::ColumnHeader | Kind::RowHeader => "TH",
        Kind::Cell => "TD",
        Kind::Caption => "Caption",
        Kind::Figure => "Figure",
        Kind::Contents => "TOC",
        Kind::ContentsItem => "TOCI",
        Kind::Reference => "Reference",
        Kind::Quotation => "BlockQuote",
        // A link whose end is not in the report is words and no more.
        Kind::Link if is_link => "Link",
        Kind::Span | Kind::Link => "Span",
    }
}
