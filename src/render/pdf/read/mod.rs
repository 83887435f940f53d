//! A finished PDF, taken apart: the data inside, what the file says about itself, and every word in the order of its
//! tags. What is read here may come from anybody, so every size, depth and count has a bound.

mod content;
mod structure;
mod unicode;

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

use crate::render::digest;
use crate::render::opened::{Fact, FileKind, Heard, NotAReport, Opened, Piece, Token, collapsed, tokens};
use content::PageWords;

/// What a stream may unpack to. The largest of ours is the data, at some hundred kilobytes.
const LARGEST_STREAM: usize = 8 << 20;

/// How many streams a file may have.
const MOST_STREAMS: usize = 2000;

/// How many pages a report may have.
const MOST_PAGES: usize = 2000;

/// Takes a PDF apart.
pub(in crate::render) fn open(bytes: &[u8]) -> Result<Opened, NotAReport> {
    let damaged = NotAReport::Damaged("PDF");
    // Each is unpacked once; so many small ones that unpack to large ones would keep us for hours.
    if bytes.windows(9).filter(|window| window == b"endstream").count() > MOST_STREAMS {
        return Err(NotAReport::TooLarge);
    }
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_STREAM), ..LoadOptions::default() };
    let file = Document::load_mem_with_options(bytes, options).map_err(|_| damaged)?;
    if file.trailer.has(b"Encrypt") {
        return Err(NotAReport::Locked);
    }
    let catalog = file.catalog().map_err(|_| damaged)?;
    let reader = Reader { file: &file, catalog };
    let (data, stated_digest) = reader.data()?;
    let pages: Vec<ObjectId> = file.page_iter().take(MOST_PAGES + 1).collect();
    if pages.len() > MOST_PAGES {
        return Err(NotAReport::TooLarge);
    }
    let mut fonts = BTreeMap::new();
    let mut words = Vec::new();
    let mut looks = Vec::new();
    let mut room = 4 * LARGEST_STREAM;
    for (index, page) in pages.iter().enumerate() {
        let drawn = file.get_page_content_with_limit(*page, room.min(LARGEST_STREAM));
        let drawn = drawn.map_err(|_| NotAReport::TooLarge)?;
        room = room.saturating_sub(drawn.len());
        looks.push(look(format!("page {}", index + 1), &drawn));
        words.push(PageWords::read(&reader, *page, &drawn, &mut fonts));
    }
    looks.extend(fonts.into_values().map(|font| font.look));
    let pieces = structure::pieces(&reader, &pages, words);
    let mut facts = reader.info();
    facts.extend(reader.xmp());
    facts.extend(reader.catalog_facts());
    facts.extend(reader.bookmarks());
    facts.extend(reader.links(&pages));
    Ok(Opened { kind: FileKind::Pdf, data, stated_digest, facts, pieces, looks })
}

/// A file, and its root.
struct Reader<'a> {
    file: &'a Document,
    catalog: &'a Dictionary,
}

impl<'a> Reader<'a> {
    /// What an object is, wherever it stands.
    fn follow(&self, object: &'a Object) -> &'a Object {
        self.file.dereference(object).map_or(&Object::Null, |(_, object)| object)
    }

    fn get(&self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        dictionary.get(key).ok().map(|object| self.follow(object))
    }

    fn dictionary(&self, dictionary: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.get(dictionary, key).and_then(|object| object.as_dict().ok())
    }

    fn array(&self, dictionary: &'a Dictionary, key: &[u8]) -> &'a [Object] {
        self.get(dictionary, key).and_then(|object| object.as_array().ok()).map_or(&[], Vec::as_slice)
    }

    fn text(&self, dictionary: &'a Dictionary, key: &[u8]) -> Option<String> {
        self.get(dictionary, key).and_then(text)
    }

    fn unpacked(stream: &Stream) -> Result<Vec<u8>, NotAReport> {
        stream.get_plain_content_with_limit(LARGEST_STREAM).map_err(|_| NotAReport::TooLarge)
    }

    /// The data inside, and what the file says their digest is.
    fn data(&self) -> Result<(String, Option<String>), NotAReport> {
        let associated = self.array(self.catalog, b"AF").iter();
        let embedded =
            self.dictionary(self.catalog, b"Names").and_then(|names| self.dictionary(names, b"EmbeddedFiles"));
        let embedded = embedded.map_or(&[][..], |files| self.array(files, b"Names")).iter();
        let files = associated.chain(embedded).filter_map(|object| self.follow(object).as_dict().ok());
        let is_data = |file: &&Dictionary| self.text(file, b"F").as_deref() == Some("data.json");
        let file = files.take(100).find(is_data).ok_or(NotAReport::NoData)?;
        let inside = self.dictionary(file, b"EF").and_then(|inside| self.get(inside, b"F"));
        let stream = inside.and_then(|object| object.as_stream().ok()).ok_or(NotAReport::NoData)?;
        let data = String::from_utf8(Self::unpacked(stream)?).map_err(|_| NotAReport::Damaged("PDF"))?;
        let about = self.text(file, b"Desc").unwrap_or_default();
        let digest = about.rsplit(' ').next().filter(|word| word.len() == 64).map(str::to_owned);
        Ok((data, digest))
    }

    /// What the older form of the metadata says.
    fn info(&self) -> Vec<Fact> {
        let info = self.dictionary(&self.file.trailer, b"Info");
        let entries = info.into_iter().flat_map(|info| info.iter().take(50));
        entries.map(|(key, value)| fact(&String::from_utf8_lossy(key), &plain(self.follow(value)))).collect()
    }

    /// What the newer form of the metadata says.
    fn xmp(&self) -> Vec<Fact> {
        let stream = self.get(self.catalog, b"Metadata").and_then(|object| object.as_stream().ok());
        let bytes = stream.and_then(|stream| Self::unpacked(stream).ok()).unwrap_or_default();
        let xmp = String::from_utf8_lossy(&bytes).into_owned();
        let mut facts = Vec::new();
        let mut name = "";
        for token in tokens(&xmp) {
            match token {
                // The words of a list stand in its items.
                Token::Open { name: opened, .. } if !opened.starts_with("rdf:") => name = opened,
                Token::Words(words) => {
                    let words = collapsed(&words);
                    if !words.is_empty() {
                        facts.push(fact(name, &words));
                    }
                }
                Token::Open { .. } | Token::Close(_) | Token::Raw(_) | Token::Other(_) => {}
            }
        }
        facts
    }

    fn catalog_facts(&self) -> Vec<Fact> {
        let id = self.array(&self.file.trailer, b"ID").first().map(plain).unwrap_or_default();
        let about = |key: &str| {
            let said = self.get(self.catalog, key.as_bytes()).map(plain).unwrap_or_default();
            fact(key, &said)
        };
        vec![fact("version of PDF", &self.file.version), fact("id of the file", &id), about("Lang"), about("PageMode")]
    }

    /// The titles of the bookmarks, in order.
    fn bookmarks(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        let first = |entry: &'a Dictionary| self.dictionary(entry, b"First");
        let mut waiting: Vec<&Dictionary> =
            self.dictionary(self.catalog, b"Outlines").and_then(first).into_iter().collect();
        while let Some(entry) = waiting.pop() {
            if facts.len() >= 2000 {
                break;
            }
            let title = self.text(entry, b"Title").unwrap_or_default();
            facts.push(fact(&format!("bookmark {}", facts.len() + 1), &title));
            waiting.extend(self.dictionary(entry, b"Next"));
            waiting.extend(first(entry));
        }
        facts
    }

    /// The words of the links, as a reader who hears them is told.
    fn links(&self, pages: &[ObjectId]) -> Vec<Fact> {
        let mut facts = Vec::new();
        for (index, page) in pages.iter().enumerate() {
            let Ok(page) = self.file.get_dictionary(*page) else { continue };
            for link in self.array(page, b"Annots").iter().take(500) {
                let words = self.follow(link).as_dict().ok().and_then(|link| self.text(link, b"Contents"));
                facts.push(fact(&format!("link on page {}", index + 1), &words.unwrap_or_default()));
            }
        }
        facts
    }
}

fn fact(name: &str, words: &str) -> Fact {
    Fact { name: name.to_owned(), words: words.chars().take(2000).collect() }
}

fn look(name: String, bytes: &[u8]) -> Fact {
    Fact { name, words: digest::hex(&digest::sha256(bytes)) }
}

/// A text of the file's own, in either of its two spellings.
fn text(object: &Object) -> Option<String> {
    let bytes = object.as_str().ok()?;
    if let Some(utf16) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units: Vec<u16> = utf16.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
        return Some(String::from_utf16_lossy(&units));
    }
    Some(bytes.iter().map(|byte| char::from(*byte)).collect())
}

/// A simple value as words.
fn plain(object: &Object) -> String {
    match object {
        Object::Name(name) => String::from_utf8_lossy(name).into_owned(),
        Object::Integer(number) => number.to_string(),
        Object::Boolean(is) => is.to_string(),
        Object::String(bytes, lopdf::StringFormat::Hexadecimal) => digest::hex(bytes),
        Object::String(..) => text(object).unwrap_or_default(),
        Object::Null
        | Object::Real(_)
        | Object::Array(_)
        | Object::Dictionary(_)
        | Object::Stream(_)
        | Object::Reference(_) => String::new(),
    }
}

/// Words as a piece of the report.
fn piece(heard: Heard, page: usize, section: &str, words: &str, role: String) -> Piece {
    Piece { heard, page, section: section.to_owned(), words: collapsed(words), role }
}
