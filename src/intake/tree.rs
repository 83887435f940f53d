//! What was read, as a flat list of nodes with their places. Keys and values stay in the text and are read back.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Range;

use super::decode::{decode, number};
use super::folder::SECTIONS;
use crate::source::{DocumentId, Pointer, Sources};

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `null`: nothing was written.
    Empty,
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A text.
    Text,
    /// A list of items.
    List,
    /// A record of named fields.
    Record,
}

/// All nodes in the order of the text. The first is the whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// What stands directly below each list and record, so that a pointer is followed without walking: the items of a
    /// list in order, and so the fields of a record where they are no more than [`FEW_FIELDS`]; of others by name.
    below: Vec<NodeId>,
}

/// The number of a node in its tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(u32);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Node {
    kind: Kind,
    /// Without an escape in its name and its text.
    plain: bool,
    /// Left out of the tree, as the second of two fields of the same name.
    dropped: bool,
    /// A field of somebody's own, whose name starts with `x_`.
    own: bool,
    document: DocumentId,
    /// The node after this one and all below it.
    next: u32,
    /// Fields or items directly below, without the dropped.
    count: u32,
    /// Where they start in [`Tree::below`].
    below: u32,
    /// The list or record it stands in.
    parent: u32,
    key: (u32, u32),
    value: (u32, u32),
}

impl Tree {
    /// A tree of a text of so many bytes, with so many values at most: as many as such a text mostly has find room at once.
    pub(super) fn with_room(bytes: usize, values: usize) -> Self {
        let values = (bytes / 24).min(values);
        Self { nodes: Vec::with_capacity(values), below: Vec::with_capacity(values) }
    }

    /// Adds a node, plain where no escape stands in its name and its text; the end of a list or record and what is below it are told by [`Tree::close`].
    #[inline]
    pub(super) fn open(
        &mut self,
        kind: Kind,
        plain: bool,
        document: DocumentId,
        key: Range<usize>,
        value: Range<usize>,
    ) -> NodeId {
        let id = NodeId(short(self.nodes.len()));
        self.nodes.push(Node {
            kind,
            plain,
            dropped: false,
            own: false,
            document,
            next: id.0 + 1,
            count: 0,
            below: 0,
            parent: 0,
            key: (short(key.start), short(key.end)),
            value: (short(value.start), short(value.end)),
        });
        id
    }

    /// Ends a list or record at this byte of its text. The fields of a record are given in the order of [`by_name`],
    /// unless they are no more than [`FEW_FIELDS`]; those that are not given are left out.
    pub(super) fn close(&mut self, id: NodeId, end: usize, fields: impl Iterator<Item = NodeId>) {
        let next = short(self.nodes.len());
        let from = self.below.len();
        if self.nodes[id.index()].kind == Kind::List {
            let mut item = id.0 + 1;
            while item < next {
                self.below.push(NodeId(item));
                item = self.nodes[item as usize].next;
            }
        } else {
            self.below.extend(fields);
        }
        let node = &mut self.nodes[id.index()];
        node.next = next;
        node.value.1 = short(end);
        node.below = short(from);
        node.count = short(self.below.len() - from);
        self.adopt(id, from);
    }

    /// Tells what stands below a list or record, from here on in [`Tree::below`], what it stands in.
    fn adopt(&mut self, parent: NodeId, from: usize) {
        for child in &self.below[from..] {
            self.nodes[child.index()].parent = parent.0;
        }
    }

    /// Leaves a field out: its namesake before it stands.
    pub(super) fn drop_field(&mut self, node: NodeId) {
        self.nodes[node.index()].dropped = true;
    }

    /// Tells that a field is somebody's own.
    pub(super) fn set_own(&mut self, node: NodeId) {
        self.nodes[node.index()].own = true;
    }

    fn below(&self, node: NodeId) -> &[NodeId] {
        let node = &self.nodes[node.index()];
        &self.below[node.below as usize..(node.below + node.count) as usize]
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Takes in all nodes of another tree, the first of which becomes the section of this number. It is no field of
    /// anything until [`Tree::set_fields`] says so.
    pub(super) fn append(&mut self, other: Tree, section: usize) -> NodeId {
        let (nodes, below) = (short(self.nodes.len()), short(self.below.len()));
        self.below.extend(other.below.into_iter().map(|id| NodeId(id.0 + nodes)));
        self.nodes.extend(other.nodes.into_iter().map(|node| Node {
            next: node.next + nodes,
            below: node.below + below,
            parent: node.parent + nodes,
            ..node
        }));
        self.nodes[nodes as usize].key = (SECTION, short(section));
        NodeId(nodes)
    }

    /// Gives a record that reaches to the end of the tree these fields, in the order that [`Tree::close`] asks for.
    pub(super) fn set_fields(&mut self, record: NodeId, fields: impl Iterator<Item = NodeId>) {
        let from = self.below.len();
        self.below.extend(fields);
        let next = short(self.nodes.len());
        let node = &mut self.nodes[record.index()];
        node.next = next;
        node.below = short(from);
        node.count = short(self.below.len() - from);
        self.adopt(record, from);
    }

    /// The list or record a node stands in, and its number among the items of a list.
    fn parent(&self, node: NodeId) -> (NodeId, usize) {
        let parent = NodeId(self.nodes[node.index()].parent);
        let index = if self.is_record(parent) { 0 } else { self.below(parent).partition_point(|item| *item < node) };
        (parent, index)
    }

    /// The bytes of a name in its text; nothing where it has none there.
    pub(super) fn key_range(&self, node: NodeId) -> Range<usize> {
        match self.nodes[node.index()].key {
            (SECTION, _) => 0..0,
            (start, end) => start as usize..end as usize,
        }
    }

    #[inline]
    pub(super) fn value_range(&self, node: NodeId) -> Range<usize> {
        let (start, end) = self.nodes[node.index()].value;
        start as usize..end as usize
    }

    #[inline]
    pub(super) fn is_record(&self, node: NodeId) -> bool {
        self.nodes[node.index()].kind == Kind::Record
    }
}

impl NodeId {
    pub(crate) const ROOT: Self = Self(0);

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// In place of where a name starts: the number after it is that of a section. No text is so long.
const SECTION: u32 = u32::MAX;

/// A record of no more fields is looked through from its first; putting them in order would cost more than it saves.
pub(super) const FEW_FIELDS: usize = 16;

/// The order of the fields of a larger record: by length, which mostly tells, then by their letters.
pub(super) fn by_name(one: &[u8], other: &[u8]) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}

/// The text is limited to [`super::MAX_BYTES`], so every place in it fits.
fn short(number: usize) -> u32 {
    u32::try_from(number).expect("a document is shorter than 4 GB")
}

/// A value in an [`Intake`]: a light handle, to be copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Value<'a> {
    sources: &'a Sources,
    tree: &'a Tree,
    /// Looked up once: most of what is asked of a value stands there.
    node: &'a Node,
    id: NodeId,
}

impl<'a> Value<'a> {
    #[inline]
    pub(super) fn new(sources: &'a Sources, tree: &'a Tree, id: NodeId) -> Self {
        Self { sources, tree, node: &tree.nodes[id.index()], id }
    }

    /// Another value of the same tree.
    #[inline]
    fn other(self, id: NodeId) -> Self {
        Self::new(self.sources, self.tree, id)
    }

    #[inline]
    pub(crate) fn id(self) -> NodeId {
        self.id
    }

    /// What it is.
    #[inline]
    pub fn kind(self) -> Kind {
        self.node.kind
    }

    /// The document it stands in.
    #[inline]
    pub fn document(self) -> DocumentId {
        self.node.document
    }

    /// The bytes of the value in its document.
    #[inline]
    pub fn bytes(self) -> Range<usize> {
        let (start, end) = self.node.value;
        start as usize..end as usize
    }

    /// The bytes of its name with the quotation marks; `None` for an item of a list and for the whole.
    pub fn name_bytes(self) -> Option<Range<usize>> {
        let range = self.tree.key_range(self.id);
        (!range.is_empty()).then_some(range)
    }

    /// Its name, decoded; `None` for an item of a list and for the whole.
    #[inline]
    pub fn name(self) -> Option<Cow<'a, str>> {
        match self.node.key {
            (SECTION, section) => Some(Cow::Borrowed(SECTIONS[section as usize])),
            (start, end) => (start < end).then(|| self.decoded(start as usize..end as usize)),
        }
    }

    /// Its name as bytes, where it was written without an escape: the quickest way to compare it.
    #[inline]
    pub(crate) fn plain_name(self) -> Option<&'a [u8]> {
        let (start, end) = self.node.key;
        if start >= end {
            return if start == SECTION { Some(SECTIONS[end as usize].as_bytes()) } else { None };
        }
        let name = self.source().as_bytes().get(start as usize + 1..end as usize - 1)?;
        (self.node.plain || !name.contains(&b'\\')).then_some(name)
    }

    /// As it was written, as bytes.
    #[inline]
    pub(crate) fn raw_bytes(self) -> &'a [u8] {
        &self.source().as_bytes()[self.bytes()]
    }

    /// As it was written.
    #[inline]
    pub fn raw(self) -> &'a str {
        &self.source()[self.bytes()]
    }

    /// The text, decoded; `None` where it is something else.
    #[inline]
    pub fn text(self) -> Option<Cow<'a, str>> {
        (self.kind() == Kind::Text).then(|| self.decoded(self.bytes()))
    }

    /// The text as bytes, where it is one and was written without an escape.
    #[inline]
    pub(crate) fn plain_text(self) -> Option<&'a [u8]> {
        let (start, end) = self.node.value;
        let is_plain = self.node.kind == Kind::Text && self.node.plain;
        if is_plain { self.source().as_bytes().get(start as usize + 1..(end as usize).saturating_sub(1)) } else { None }
    }

    /// What stands between the quotation marks of its name or its text.
    #[inline]
    fn decoded(self, quoted: Range<usize>) -> Cow<'a, str> {
        if self.node.plain {
            Cow::Borrowed(self.source().get(quoted.start + 1..quoted.end.saturating_sub(1)).unwrap_or_default())
        } else {
            decode(&self.source()[quoted])
        }
    }

    /// The number as it was typed; `None` where it is something else.
    pub fn number_text(self) -> Option<&'a str> {
        (self.kind() == Kind::Number).then(|| self.raw())
    }

    /// The number; `None` where it is something else. What is too large to be held is the largest that can be.
    pub fn number(self) -> Option<f64> {
        self.number_text().map(number)
    }

    /// Whether it is a number of a size that reading has spoken of already: beyond what is kept exactly, or held at all.
    pub fn is_number_out_of_bounds(self) -> bool {
        self.number_text().is_some_and(super::marks::is_out_of_bounds)
    }

    /// Yes or no; `None` where it is something else.
    pub fn boolean(self) -> Option<bool> {
        (self.kind() == Kind::Boolean).then(|| self.raw() == "true")
    }

    /// How many fields or items it has.
    #[inline]
    pub fn len(self) -> usize {
        self.node.count as usize
    }

    /// Whether it has no fields or items.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The fields of a record or the items of a list, in order; nothing below anything else.
    #[inline]
    pub fn children(self) -> Children<'a> {
        Children { sources: self.sources, tree: self.tree, at: self.id.0 + 1, end: self.node.next }
    }

    /// The fields of a record with their names; nothing for anything else.
    pub fn members(self) -> impl Iterator<Item = (Cow<'a, str>, Value<'a>)> {
        let is_record = self.kind() == Kind::Record;
        self.children().filter(move |_| is_record).filter_map(|child| Some((child.name()?, child)))
    }

    /// The items of a list; nothing for anything else.
    pub fn items(self) -> impl Iterator<Item = Value<'a>> {
        let is_list = self.kind() == Kind::List;
        self.children().filter(move |_| is_list)
    }

    /// The field of this name.
    pub fn field(self, name: &str) -> Option<Value<'a>> {
        if self.kind() != Kind::Record {
            return None;
        }
        let fields = self.tree.below(self.id);
        let named = |id: NodeId| self.other(id).name().unwrap_or_default();
        let id = if fields.len() <= FEW_FIELDS {
            // A name is mostly written as it is.
            let is_it = |id: NodeId| match self.other(id).plain_name() {
                Some(plain) => plain == name.as_bytes(),
                None => named(id) == name,
            };
            *fields.iter().find(|id| is_it(**id))?
        } else {
            fields[fields.binary_search_by(|id| by_name(named(*id).as_bytes(), name.as_bytes())).ok()?]
        };
        Some(self.other(id))
    }

    /// The item of this number, from 0.
    pub fn item(self, index: usize) -> Option<Value<'a>> {
        if self.kind() != Kind::List {
            return None;
        }
        Some(self.other(*self.tree.below(self.id).get(index)?))
    }

    /// One step down, by a name or a number as a pointer writes it.
    pub fn step(self, step: &str) -> Option<Value<'a>> {
        match self.kind() {
            Kind::Record => self.field(step),
            Kind::List => self.item(step.parse().ok()?),
            Kind::Empty | Kind::Boolean | Kind::Number | Kind::Text => None,
        }
    }

    /// All texts of the return by the number of their nodes, in the order of the file; what is one says [`Value::texts`].
    pub(super) fn numbered_texts(self) -> impl Iterator<Item = (u32, Cow<'a, str>)> {
        // Where the field of somebody's own ends that the node stands in, and what was left out.
        let (mut own, mut dropped) = (0, 0);
        (0..).zip(&self.tree.nodes).filter_map(move |(number, node)| {
            if node.own {
                own = own.max(node.next);
            }
            if node.dropped {
                dropped = dropped.max(node.next);
            }
            let is_text = node.kind == Kind::Text || number < own && node.kind == Kind::Number;
            (is_text && number >= dropped).then(|| (number, Value { node, id: NodeId(number), ..self }.words()))
        })
    }

    /// A text, decoded; anything else as it was written.
    #[inline]
    pub(super) fn words(self) -> Cow<'a, str> {
        self.text().unwrap_or_else(|| Cow::Borrowed(self.raw()))
    }

    /// The value of the node of this number.
    pub(super) fn numbered(self, number: u32) -> Value<'a> {
        self.other(NodeId(number))
    }

    /// Where it stands, seen from the whole.
    pub(super) fn pointer(self, top: Pointer) -> Pointer {
        let mut way = vec![self];
        while let Some(last) = way.last().filter(|last| last.id != NodeId::ROOT) {
            way.push(self.other(self.tree.parent(last.id).0));
        }
        let below = way.into_iter().rev().skip(1);
        below.fold(top, |at, value| match value.name() {
            Some(name) => at.field(&name),
            None => at.item(self.tree.parent(value.id).1),
        })
    }

    /// Every text below and here, with where it stands, in the order of the file. In fields of somebody's own, which start
    /// with `x_`, a number is a text too: it may be the number of a person.
    pub fn texts(self, at: &Pointer) -> Vec<(Pointer, Cow<'a, str>)> {
        let mut found = Vec::new();
        self.gather_texts(at, false, &mut found);
        found
    }

    fn gather_texts(self, at: &Pointer, is_own: bool, found: &mut Vec<(Pointer, Cow<'a, str>)>) {
        match self.kind() {
            Kind::Text => found.extend(self.text().map(|text| (at.clone(), text))),
            Kind::Number if is_own => found.push((at.clone(), Cow::Borrowed(self.raw()))),
            Kind::Number | Kind::Empty | Kind::Boolean => {}
            Kind::List | Kind::Record => {
                for (index, child) in self.children().enumerate() {
                    match child.name() {
                        Some(name) => child.gather_texts(&at.field(&name), is_own || name.starts_with("x_"), found),
                        None => child.gather_texts(&at.item(index), is_own, found),
                    }
                }
            }
        }
    }

    /// Visits this value and everything below it, in the order of the file. As deep as the return, which is limited.
    pub fn walk(self, at: &Pointer, visit: &mut dyn FnMut(&Pointer, Value<'a>)) {
        self.walk_on(&mut at.clone(), visit);
    }

    fn walk_on(self, at: &mut Pointer, visit: &mut dyn FnMut(&Pointer, Value<'a>)) {
        visit(at, self);
        for (index, child) in self.children().enumerate() {
            let end = match child.name() {
                Some(name) => at.push_field(&name),
                None => at.push_item(index),
            };
            child.walk_on(at, visit);
            at.cut_off(end);
        }
    }

    #[inline]
    fn source(self) -> &'a str {
        &self.sources.get(self.document()).text
    }
}

/// The fields or items directly below a value.
#[derive(Debug, Clone)]
pub struct Children<'a> {
    sources: &'a Sources,
    tree: &'a Tree,
    at: u32,
    end: u32,
}

impl<'a> Iterator for Children<'a> {
    type Item = Value<'a>;

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.end {
            let id = NodeId(self.at);
            let node = &self.tree.nodes[id.index()];
            self.at = node.next;
            if !node.dropped {
                return Some(Value { sources: self.sources, tree: self.tree, node, id });
            }
        }
        None
    }
}
