//! The words of a page, by the number of the marked content they stand in.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Object, ObjectId};

use super::unicode::Letters;
use super::{Reader, look, plain, text};
use crate::render::digest;
use crate::render::opened::Fact;

/// The words of a page.
#[derive(Default)]
pub(super) struct PageWords {
    /// Those of each marked content.
    pub(super) marked: BTreeMap<i64, String>,
    /// Those of the running heads and feet, in the order in which they are drawn.
    pub(super) furniture: Vec<String>,
}

/// A font of the file: what its glyphs mean.
pub(super) struct Font {
    letters: Letters,
    /// What it is, and a digest of its outlines and of what they mean.
    pub(super) look: Fact,
}

/// Marked content that is open.
enum Open {
    /// With a number.
    Marked(i64),
    /// Page furniture and decoration.
    Artifact,
    /// With the words that are read in place of its glyphs.
    Spoken,
    /// Anything else.
    Other,
}

impl PageWords {
    /// Reads the words of a page.
    pub(super) fn read(
        reader: &Reader<'_>,
        page: ObjectId,
        drawn: &[u8],
        fonts: &mut BTreeMap<ObjectId, Font>,
    ) -> Self {
        let mut words = Self::default();
        let Ok(content) = Content::decode(drawn) else { return words };
        let known = page_fonts(reader, page, fonts);
        let mut font: Option<ObjectId> = None;
        let mut open: Vec<Open> = Vec::new();
        for operation in &content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let tag = operands.first().map(plain).unwrap_or_default();
                    let properties = operands.get(1).and_then(|object| object.as_dict().ok());
                    if let Some(said) = properties.and_then(|map| map.get(b"ActualText").ok()).and_then(text) {
                        words.say(&open, &said);
                        open.push(Open::Spoken);
                    } else if let Some(number) = properties.and_then(|map| map.get(b"MCID").ok()?.as_i64().ok()) {
                        open.push(Open::Marked(number));
                    } else if tag == "Artifact" {
                        words.furniture.push(String::new());
                        open.push(Open::Artifact);
                    } else {
                        open.push(Open::Other);
                    }
                }
                "EMC" => {
                    open.pop();
                }
                "Tf" => {
                    let name = operands.first().and_then(|name| name.as_name().ok());
                    font = name.and_then(|name| known.get(name).copied());
                }
                "Tj" | "TJ" | "'" | "\"" => {
                    let letters = font.and_then(|font| fonts.get(&font)).map(|font| &font.letters);
                    words.say(&open, &shown(operands, letters));
                }
                // A new line of text keeps its words apart from those before it.
                "T*" => words.say(&open, " "),
                _ => {}
            }
        }
        words.furniture.retain(|words| !words.trim().is_empty());
        words
    }

    fn say(&mut self, open: &[Open], said: &str) {
        if open.iter().any(|open| matches!(open, Open::Spoken)) {
            return;
        }
        for open in open.iter().rev() {
            match open {
                Open::Marked(number) => {
                    self.marked.entry(*number).or_default().push_str(said);
                    return;
                }
                Open::Artifact => break,
                Open::Spoken | Open::Other => {}
            }
        }
        match self.furniture.last_mut() {
            Some(last) => last.push_str(said),
            None => self.furniture.push(said.to_owned()),
        }
    }
}

/// The letters that an operator shows.
fn shown(operands: &[Object], letters: Option<&Letters>) -> String {
    let mut said = String::new();
    for operand in operands {
        let items = operand.as_array().map_or(std::slice::from_ref(operand), Vec::as_slice);
        for item in items {
            if let Ok(glyphs) = item.as_str() {
                match letters {
                    Some(letters) => letters.read(glyphs, &mut said),
                    None => said.extend(glyphs.iter().map(|byte| char::from(*byte))),
                }
            }
        }
    }
    said
}

/// The fonts that a page knows, by the names it gives them.
fn page_fonts(
    reader: &Reader<'_>,
    page: ObjectId,
    fonts: &mut BTreeMap<ObjectId, Font>,
) -> BTreeMap<Vec<u8>, ObjectId> {
    let page = reader.file.get_dictionary(page).ok();
    let resources = page.and_then(|page| reader.dictionary(page, b"Resources"));
    let named = resources.and_then(|resources| reader.dictionary(resources, b"Font"));
    let mut known = BTreeMap::new();
    for (name, object) in named.into_iter().flat_map(Dictionary::iter).take(50) {
        let Ok(id) = object.as_reference() else { continue };
        known.insert(name.clone(), id);
        if let Ok(font) = reader.file.get_dictionary(id) {
            fonts.entry(id).or_insert_with(|| read_font(reader, font));
        }
    }
    known
}

fn read_font<'a>(reader: &Reader<'a>, font: &'a Dictionary) -> Font {
    let stream = |dictionary: &'a Dictionary, key: &[u8]| {
        let stream = reader.get(dictionary, key).and_then(|object| object.as_stream().ok());
        stream.and_then(|stream| Reader::unpacked(stream).ok()).unwrap_or_default()
    };
    let meaning = stream(font, b"ToUnicode");
    let own = reader.array(font, b"DescendantFonts").first().map(|own| reader.follow(own));
    let own = own.and_then(|own| own.as_dict().ok());
    let described = own.and_then(|own| reader.dictionary(own, b"FontDescriptor"));
    let outlines = described.map(|described| stream(described, b"FontFile2")).unwrap_or_default();
    let widths = own.map(|own| format!("{:?}", reader.array(own, b"W"))).unwrap_or_default();
    let name = reader.get(font, b"BaseFont").map(plain).unwrap_or_default();
    let all = [outlines.as_slice(), meaning.as_slice(), widths.as_bytes()].map(digest::sha256).concat();
    Font { letters: Letters::parse(&meaning), look: look(format!("the typeface {name}"), &all) }
}
