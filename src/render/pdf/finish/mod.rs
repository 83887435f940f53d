//! What a file needs beside its pages: tags, bookmarks, links, metadata, the data inside. Knows the structure of
//! the document and the file's objects; draws nothing.

mod metadata;
mod objects;
mod outline;
mod pack;
mod save;
mod structure;
mod syntax;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};
use sha2::{Digest, Sha256};

use super::page::LaidOut;
use super::tree::NodeId;
use crate::render::{RenderError, digest as digests};
use crate::report::block::Report;
use objects::{dictionary, hex, integer, literal, name, numbers, text};

pub(super) use objects::text_item;

/// Who makes the files.
const PRODUCER: &str = concat!("candour ", env!("CARGO_PKG_VERSION"));

/// What was marked while the pages were drawn.
pub(super) struct Marked {
    /// What stands in each node, in reading order.
    pub(super) kids: Vec<Vec<Kid>>,
    /// For each page, the node of each marked content.
    pub(super) parents: Vec<Vec<NodeId>>,
    /// Where links can be clicked.
    pub(super) links: Vec<LinkArea>,
    /// Where links lead: a page and a height on it.
    pub(super) anchors: BTreeMap<String, (usize, f32)>,
    /// Where drawings stand.
    pub(super) figures: BTreeMap<NodeId, [f32; 4]>,
}

/// Something in a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kid {
    /// Another node.
    Node(NodeId),
    /// Marks on a page.
    Content {
        /// The page.
        page: usize,
        /// Their number on it.
        mcid: usize,
    },
    /// A place that can be clicked.
    Link(usize),
}

/// A place that can be clicked.
pub(super) struct LinkArea {
    /// The page.
    pub(super) page: usize,
    /// Left, bottom, right, top.
    pub(super) area: [f32; 4],
    /// The link's node.
    pub(super) node: NodeId,
    /// The anchor it leads to.
    pub(super) target: String,
    /// Its words.
    pub(super) words: String,
}

impl Marked {
    /// Nothing yet.
    pub(super) fn new(nodes: usize, pages: usize) -> Self {
        Self {
            kids: vec![Vec::new(); nodes],
            parents: vec![Vec::new(); pages],
            links: Vec::new(),
            anchors: BTreeMap::new(),
            figures: BTreeMap::new(),
        }
    }
}

/// What follows from the report alone, and can be made while its pages are laid out.
pub(super) struct Aside {
    digest: String,
    /// The published data as they will stand in the file: packed, or as they are.
    data: Vec<u8>,
    is_packed: bool,
    data_digest: String,
}

impl Aside {
    /// Made of a report.
    pub(super) fn of(report: &Report, compress: bool) -> Self {
        let data = report.data.as_bytes();
        Self {
            digest: digest(report),
            data: if compress { pack::one(data) } else { data.to_vec() },
            is_packed: compress,
            data_digest: digests::hex(&digests::sha256(data)),
        }
    }
}

/// Finishes a file and gives its bytes.
pub(super) fn finish(
    file: Document,
    laid_out: &LaidOut,
    marked: &Marked,
    report: &Report,
    aside: &Aside,
    compress: bool,
) -> Result<Vec<u8>, RenderError> {
    let pages = file.page_iter().collect();
    let mut finisher = Finisher { file, pages, laid_out, marked, report, digest: aside.digest.clone() };
    "1.7".clone_into(&mut finisher.file.version);
    let links = finisher.links();
    let structure = finisher.structure(&links);
    let outline = finisher.outline();
    let metadata = finisher.metadata();
    let intent = finisher.colour();
    let data = finisher.data(aside);
    finisher.catalog(structure, outline, metadata, intent, data)?;
    finisher.trailer();
    let mut file = finisher.file;
    // Only gaps make it worth the while: every reference is looked up among all others.
    if usize::try_from(file.max_id).ok() != Some(file.objects.len()) {
        file.renumber_objects();
    }
    if compress {
        let pages: Vec<ObjectId> = file.page_iter().collect();
        for id in pages.into_iter().flat_map(|page| file.get_page_contents(page)).collect::<Vec<_>>() {
            if let Ok(stream) = file.get_object_mut(id).and_then(Object::as_stream_mut) {
                pack::join_glyphs(&mut stream.content);
            }
        }
    }
    Ok(save::save(&file, compress))
}

struct Finisher<'a> {
    file: Document,
    pages: Vec<ObjectId>,
    laid_out: &'a LaidOut,
    marked: &'a Marked,
    report: &'a Report,
    /// 32 hexadecimal digits that follow from what the report says, and from nothing it does not say.
    digest: String,
}

impl Finisher<'_> {
    /// The places that can be clicked, as annotations of their pages.
    fn links(&mut self) -> Vec<ObjectId> {
        let first_key = self.pages.len();
        let mut on_page: BTreeMap<usize, Vec<Object>> = BTreeMap::new();
        let mut links = Vec::new();
        for (index, link) in self.marked.links.iter().enumerate() {
            let annotation = dictionary([
                ("Type", name("Annot")),
                ("Subtype", name("Link")),
                ("Rect", numbers(link.area)),
                ("Border", numbers([0.0; 3])),
                ("F", Object::Integer(4)),
                ("Contents", text(&link.words)),
                ("Dest", self.destination(&link.target)),
                ("StructParent", integer(first_key + index)),
                ("P", Object::Reference(self.pages[link.page])),
            ]);
            let id = self.file.add_object(annotation);
            links.push(id);
            on_page.entry(link.page).or_default().push(Object::Reference(id));
        }
        for (index, page) in self.pages.iter().enumerate() {
            let page = self.file.get_object_mut(*page).and_then(Object::as_dict_mut).expect("a page is a dictionary");
            page.set("StructParents", integer(index));
            page.set("Tabs", name("S"));
            match on_page.remove(&index) {
                Some(links) => page.set("Annots", Object::Array(links)),
                None => {
                    page.remove(b"Annots");
                }
            }
        }
        links
    }

    fn destination(&self, anchor: &str) -> Object {
        let (page, y) = self.marked.anchors.get(anchor).copied().unwrap_or((0, super::design::PAGE.1));
        Object::Array(vec![
            Object::Reference(self.pages[page]),
            name("XYZ"),
            Object::Integer(0),
            // A little above what is led to, so that it does not stick to the window's edge.
            Object::Real((y + 6.0).min(super::design::PAGE.1).round()),
            Object::Null,
        ])
    }

    fn catalog(
        &mut self,
        structure: ObjectId,
        outline: Option<ObjectId>,
        metadata: ObjectId,
        intent: Dictionary,
        data: ObjectId,
    ) -> Result<(), RenderError> {
        let language = self.report.language.tag();
        let catalog = self.file.catalog_mut().map_err(|source| RenderError::Write { source: Box::new(source) })?;
        catalog.set("StructTreeRoot", Object::Reference(structure));
        catalog.set("MarkInfo", Object::Dictionary(dictionary([("Marked", Object::Boolean(true))])));
        catalog.set("Lang", literal(language));
        let preferences = dictionary([("DisplayDocTitle", Object::Boolean(true))]);
        catalog.set("ViewerPreferences", Object::Dictionary(preferences));
        catalog.set("Metadata", Object::Reference(metadata));
        catalog.set("OutputIntents", Object::Array(vec![Object::Dictionary(intent)]));
        catalog.set("AF", Object::Array(vec![Object::Reference(data)]));
        let files = dictionary([("Names", Object::Array(vec![literal("data.json"), Object::Reference(data)]))]);
        let names = dictionary([("EmbeddedFiles", Object::Dictionary(files))]);
        catalog.set("Names", Object::Dictionary(names));
        catalog.remove(b"PageLayout");
        if let Some(outline) = outline {
            catalog.set("Outlines", Object::Reference(outline));
            catalog.set("PageMode", name("UseOutlines"));
        }
        Ok(())
    }

    /// The file's own id and the older form of its metadata, both from the report alone.
    fn trailer(&mut self) {
        let id = Object::String(hex(&self.digest), StringFormat::Hexadecimal);
        self.file.trailer.set("ID", Object::Array(vec![id.clone(), id]));
        let date = literal(&self.date());
        let info = dictionary([
            ("Title", text(&self.report.title)),
            ("Author", text(&self.report.author)),
            ("Subject", text(&self.report.description)),
            ("Creator", literal(PRODUCER)),
            ("Producer", literal(PRODUCER)),
            ("CreationDate", date.clone()),
            ("ModDate", date),
        ]);
        let old = self.file.trailer.get(b"Info").and_then(Object::as_reference);
        let id = old.unwrap_or_else(|_| self.file.new_object_id());
        self.file.set_object(id, info);
        self.file.trailer.set("Info", Object::Reference(id));
    }

    /// The reference date as PDF writes dates.
    fn date(&self) -> String {
        let digits: String = self.report.date.chars().filter(char::is_ascii_digit).take(8).collect();
        format!("D:{digits}000000Z")
    }
}

fn digest(report: &Report) -> String {
    let mut digest = Sha256::new();
    digest.update(PRODUCER);
    digest.update(serde_json::to_string(report).expect("a report can always be written as JSON"));
    let nibbles = digest.finalize().into_iter().take(16).flat_map(|byte| [byte >> 4, byte & 15]);
    nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect()
}
