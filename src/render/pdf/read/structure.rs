//! The words of a file in the order of its tags, which is the order in which it is heard.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Object, ObjectId};

use super::content::PageWords;
use super::{Reader, piece, plain};
use crate::render::opened::{Heard, Piece};

/// How deep tags may stand in one another.
const DEEPEST: usize = 64;

/// How many tags a file may have.
const MOST: usize = 400_000;

/// Tags whose words run on in the words around them.
const INLINE: [&str; 3] = ["Span", "Link", "Reference"];

/// Every piece of a file: first what its tags hold, then the running heads and feet, then words that no tag holds.
pub(super) fn pieces(reader: &Reader<'_>, pages: &[ObjectId], words: Vec<PageWords>) -> Vec<Piece> {
    let numbers = pages.iter().enumerate().map(|(index, page)| (*page, index)).collect();
    let mut walk = Walk {
        reader,
        numbers,
        words,
        pieces: Vec::new(),
        section: String::new(),
        left: MOST,
        seen: BTreeSet::new(),
        in_contents: false,
    };
    if let Some(root) = reader.dictionary(reader.catalog, b"StructTreeRoot")
        && let Some(kids) = reader.get(root, b"K")
    {
        let mut own = Own::default();
        walk.kids(kids, None, 0, &mut own);
        walk.end(&own, Heard::Text, String::new());
    }
    let Walk { words, mut pieces, .. } = walk;
    for (index, page) in words.iter().enumerate() {
        let of_page = |heard, words: &str, role: &str| piece(heard, index + 1, "", words, role.to_owned());
        pieces.extend(page.furniture.iter().map(|words| of_page(Heard::Furniture, words, "Artifact")));
        let untagged = page.marked.values().filter(|words| !words.trim().is_empty());
        pieces.extend(untagged.map(|words| of_page(Heard::Furniture, words, "no tag")));
    }
    pieces
}

struct Walk<'a, 'b> {
    reader: &'b Reader<'a>,
    numbers: BTreeMap<ObjectId, usize>,
    words: Vec<PageWords>,
    pieces: Vec<Piece>,
    section: String,
    left: usize,
    seen: BTreeSet<ObjectId>,
    /// Whether the walk is inside the list of contents.
    in_contents: bool,
}

/// The words of one tag, while they are gathered.
#[derive(Default)]
struct Own {
    words: String,
    page: Option<usize>,
    /// The languages of words in it that are in another.
    languages: String,
}

impl<'a> Walk<'a, '_> {
    fn kids(&mut self, kids: &'a Object, page: Option<usize>, depth: usize, own: &mut Own) {
        let list = kids.as_array().map_or(std::slice::from_ref(kids), Vec::as_slice);
        for kid in list {
            if self.left == 0 || depth > DEEPEST {
                return;
            }
            self.left -= 1;
            if let Ok(id) = kid.as_reference()
                && !self.seen.insert(id)
            {
                continue;
            }
            let kid = self.reader.follow(kid);
            if let Ok(number) = kid.as_i64() {
                self.take(page, number, own);
            } else if let Ok(kid) = kid.as_dict() {
                let page = kid.get(b"Pg").and_then(Object::as_reference).ok();
                let page = page.and_then(|page| self.numbers.get(&page).copied());
                if let Some(number) = kid.get(b"MCID").ok().and_then(|number| number.as_i64().ok()) {
                    self.take(page, number, own);
                } else if kid.has(b"S") {
                    self.element(kid, page, depth + 1, own);
                }
            }
        }
    }

    /// Words of a page join the tag that names them, once.
    fn take(&mut self, page: Option<usize>, number: i64, own: &mut Own) {
        let Some(page) = page else { return };
        let words = self.words.get_mut(page).and_then(|words| words.marked.remove(&number));
        own.words.push_str(&words.unwrap_or_default());
        own.page.get_or_insert(page);
    }

    fn element(&mut self, element: &'a Dictionary, page: Option<usize>, depth: usize, around: &mut Own) {
        let reader = self.reader;
        let role = element.get(b"S").map(plain).unwrap_or_default();
        let language = element.get(b"Lang").map(plain).unwrap_or_default();
        let kids = reader.get(element, b"K");
        if INLINE.contains(&role.as_str()) {
            around.languages.push_str(&language);
            if let Some(kids) = kids {
                self.kids(kids, page, depth, around);
            }
            return;
        }
        // What stood before it in the same tag comes before it.
        let before = Own { page: around.page, ..std::mem::take(around) };
        around.page = before.page;
        self.end(&before, Heard::Text, "before".to_owned());
        let mut own = Own { languages: language, ..Own::default() };
        let was_in_contents = self.in_contents;
        self.in_contents |= role == "TOC";
        if let Some(kids) = kids {
            self.kids(kids, page, depth, &mut own);
        }
        if ["H1", "H2"].contains(&role.as_str()) {
            self.section = crate::render::opened::collapsed(&own.words);
        }
        if let Some(told) = reader.text(element, b"Alt") {
            let page = own.page.map_or(0, |page| page + 1);
            self.pieces.push(piece(Heard::Description, page, &self.section, &told, role.clone()));
        }
        let heard = match role.as_str() {
            "Figure" => Heard::Drawing,
            "Lbl" if own.words.trim_end().ends_with(['•', '.']) => Heard::Marker,
            _ => Heard::Text,
        };
        let attributes = element.get(b"A").ok().map(|attributes| reader.follow(attributes));
        let scope = attributes.and_then(|attributes| attributes.as_dict().ok()).and_then(|map| map.get(b"Scope").ok());
        let scope = scope.map(plain).unwrap_or_default();
        let role = [role, scope].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        self.end(&own, heard, role);
        self.in_contents = was_in_contents;
    }

    fn end(&mut self, own: &Own, heard: Heard, role: String) {
        if own.words.trim().is_empty() {
            return;
        }
        let heard = if self.in_contents { Heard::Furniture } else { heard };
        let page = own.page.map_or(0, |page| page + 1);
        let role = if own.languages.is_empty() { role } else { format!("{role} {}", own.languages) };
        self.pieces.push(piece(heard, page, &self.section, &own.words, role));
    }
}
