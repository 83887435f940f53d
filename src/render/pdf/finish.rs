//! What a file needs beside its pages: tags, bookmarks, links, metadata, the data inside. Knows the structure of
//! the document and the file's objects; draws nothing.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat};
use printpdf::DictItem;
use sha2::{Digest, Sha256};

use super::page::LaidOut;
use super::tree::{Kind, NodeId, Numbering, Tree};
use crate::render::RenderError;
use crate::report::block::Report;

/// The profile of the colours: sRGB, in the public domain.
const SRGB: &[u8] = include_bytes!("colour/sRGB-v2-magic.icc");

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

/// Finishes a file and gives its bytes.
pub(super) fn finish(
    file: Document,
    laid_out: &LaidOut,
    marked: &Marked,
    report: &Report,
    compress: bool,
) -> Result<Vec<u8>, RenderError> {
    let pages = file.page_iter().collect();
    let mut finisher = Finisher { file, pages, laid_out, marked, report };
    "1.7".clone_into(&mut finisher.file.version);
    let links = finisher.links();
    let structure = finisher.structure(&links);
    let outline = finisher.outline();
    let metadata = finisher.metadata();
    let intent = finisher.colour();
    let data = finisher.data();
    finisher.catalog(structure, outline, metadata, intent, data)?;
    finisher.trailer();
    let mut file = finisher.file;
    file.renumber_objects();
    if compress {
        file.compress();
    }
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).map_err(|source| RenderError::Write { source: Box::new(source) })?;
    Ok(bytes)
}

struct Finisher<'a> {
    file: Document,
    pages: Vec<ObjectId>,
    laid_out: &'a LaidOut,
    marked: &'a Marked,
    report: &'a Report,
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

    /// The tree of tags.
    fn structure(&mut self, links: &[ObjectId]) -> ObjectId {
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
        let mut element = dictionary([
            ("Type", name("StructElem")),
            ("S", name(role(node.kind, is_link))),
            ("P", Object::Reference(parent)),
        ]);
        let kids = kids
            .iter()
            .map(|kid| match kid {
                Kid::Node(node) => Object::Reference(ids[*node]),
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
        element.set("K", Object::Array(kids));
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
            | Kind::Quotation
            | Kind::Span
            | Kind::Link => None,
        }
    }

    /// The bookmarks, sections with their headings inside them; `None` when there are none.
    fn outline(&mut self) -> Option<ObjectId> {
        let bookmarks = &self.laid_out.bookmarks;
        if bookmarks.is_empty() {
            return None;
        }
        let root = self.file.new_object_id();
        let ids: Vec<ObjectId> = bookmarks.iter().map(|_| self.file.new_object_id()).collect();
        let tops: Vec<usize> = (0..bookmarks.len()).filter(|index| is_top(bookmarks, *index)).collect();
        let mut entries: Vec<Dictionary> = bookmarks
            .iter()
            .map(|bookmark| {
                dictionary([("Title", text(&bookmark.title)), ("Dest", self.destination(&bookmark.anchor))])
            })
            .collect();
        chain(&mut entries, &tops, &ids, root);
        for (place, top) in tops.iter().enumerate() {
            let end = tops.get(place + 1).copied().unwrap_or(bookmarks.len());
            let inner: Vec<usize> = (top + 1..end).collect();
            if let (Some(first), Some(last)) = (inner.first(), inner.last()) {
                entries[*top].set("First", Object::Reference(ids[*first]));
                entries[*top].set("Last", Object::Reference(ids[*last]));
                // Closed when the file is opened: the sections are the list of contents.
                entries[*top].set("Count", Object::Integer(-i64::try_from(inner.len()).expect("headings are few")));
                chain(&mut entries, &inner, &ids, ids[*top]);
            }
        }
        for (id, entry) in ids.iter().zip(entries) {
            self.file.set_object(*id, entry);
        }
        let outline = dictionary([
            ("Type", name("Outlines")),
            ("First", Object::Reference(ids[tops[0]])),
            ("Last", Object::Reference(ids[tops[tops.len() - 1]])),
            ("Count", integer(tops.len())),
        ]);
        self.file.set_object(root, outline);
        Some(root)
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

    /// What the file says about itself, for archives and for assistive technology.
    fn metadata(&mut self) -> ObjectId {
        let report = self.report;
        let [title, author, description] =
            [&report.title, &report.author, &report.description].map(|words| escape(words));
        let language = report.language.tag();
        let date = format!("{}T00:00:00Z", escape(&report.date));
        let id = self.digest();
        let xmp = format!(
            r#"<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<pdf:Producer>{PRODUCER}</pdf:Producer>
<xmpMM:DocumentID>urn:sha256:{id}</xmpMM:DocumentID><xmpMM:InstanceID>urn:sha256:{id}</xmpMM:InstanceID>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Which part of PDF/UA the file follows</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"#,
            bom = '\u{FEFF}',
        );
        let dictionary = dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]);
        // Readers look for it without unpacking the file.
        self.file.add_object(Stream::new(dictionary, xmp.into_bytes()).with_compression(false))
    }

    fn colour(&mut self) -> Dictionary {
        let profile = Stream::new(dictionary([("N", Object::Integer(3))]), SRGB.to_vec());
        let profile = self.file.add_object(profile);
        dictionary([
            ("Type", name("OutputIntent")),
            ("S", name("GTS_PDFA1")),
            ("OutputConditionIdentifier", literal("sRGB")),
            ("Info", literal("sRGB")),
            ("RegistryName", literal("http://www.color.org")),
            ("DestOutputProfile", Object::Reference(profile)),
        ])
    }

    /// The published data the report was made from, as a file inside the file.
    fn data(&mut self) -> ObjectId {
        let data = self.report.data.as_bytes();
        let params = dictionary([("Size", integer(data.len())), ("ModDate", literal(&self.date()))]);
        let stream = Stream::new(
            dictionary([
                ("Type", name("EmbeddedFile")),
                ("Subtype", name("application/json")),
                ("Params", Object::Dictionary(params)),
            ]),
            data.to_vec(),
        );
        let stream = Object::Reference(self.file.add_object(stream));
        let files = dictionary([("F", stream.clone()), ("UF", stream)]);
        self.file.add_object(dictionary([
            ("Type", name("Filespec")),
            ("F", literal("data.json")),
            ("UF", text("data.json")),
            ("EF", Object::Dictionary(files)),
            ("AFRelationship", name("Source")),
            ("Desc", text(&self.report.title)),
        ]))
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
        let id = Object::String(hex(&self.digest()), StringFormat::Hexadecimal);
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

    /// 32 hexadecimal digits that follow from what the report says, and from nothing it does not say.
    fn digest(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(PRODUCER);
        digest.update(serde_json::to_string(self.report).expect("a report can always be written as JSON"));
        let nibbles = digest.finalize().into_iter().take(16).flat_map(|byte| [byte >> 4, byte & 15]);
        nibbles.filter_map(|nibble| char::from_digit(u32::from(nibble), 16)).collect()
    }

    /// The reference date as PDF writes dates.
    fn date(&self) -> String {
        let digits: String = self.report.date.chars().filter(char::is_ascii_digit).take(8).collect();
        format!("D:{digits}000000Z")
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
        Kind::Quotation => "BlockQuote",
        // A link whose end is not in the report is words and no more.
        Kind::Link if is_link => "Link",
        Kind::Span | Kind::Link => "Span",
    }
}

fn is_top(bookmarks: &[super::page::Bookmark], index: usize) -> bool {
    bookmarks[index].level == 1 || bookmarks[..index].iter().all(|bookmark| bookmark.level > 1)
}

/// Links entries of an outline to one another and to what they stand in.
fn chain(entries: &mut [Dictionary], members: &[usize], ids: &[ObjectId], parent: ObjectId) {
    for (place, member) in members.iter().enumerate() {
        let entry = &mut entries[*member];
        entry.set("Parent", Object::Reference(parent));
        if place > 0 {
            entry.set("Prev", Object::Reference(ids[members[place - 1]]));
        }
        if let Some(next) = members.get(place + 1) {
            entry.set("Next", Object::Reference(ids[*next]));
        }
    }
}

fn dictionary<const N: usize>(entries: [(&str, Object); N]) -> Dictionary {
    Dictionary::from_iter(entries)
}

fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).expect("a document has fewer parts than a number can count"))
}

fn numbers<const N: usize>(numbers: [f32; N]) -> Object {
    Object::Array(numbers.into_iter().map(Object::Real).collect())
}

fn bytes(bytes: &[u8]) -> Object {
    Object::String(bytes.to_vec(), StringFormat::Literal)
}

fn literal(words: &str) -> Object {
    bytes(words.as_bytes())
}

/// Words that people read: UTF-16 with its mark.
fn text(words: &str) -> Object {
    Object::String(utf16(words), StringFormat::Hexadecimal)
}

/// The same for the content of a page.
pub(super) fn text_item(words: &str) -> DictItem {
    DictItem::String { data: utf16(words), literal: false }
}

fn utf16(words: &str) -> Vec<u8> {
    [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect()
}

fn hex(digits: &str) -> Vec<u8> {
    digits
        .as_bytes()
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte * 16 + char::from(*digit).to_digit(16).unwrap_or(0) as u8))
        .collect()
}

fn escape(words: &str) -> String {
    let mut escaped = String::new();
    for letter in words.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // XML has no way to write these.
            '\0'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => escaped.push('\u{FFFD}'),
            other => escaped.push(other),
        }
    }
    escaped
}
