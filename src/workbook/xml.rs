//! The little of XML that workbooks need. Elements and attributes go by their local names: programs differ in the rest.

use std::borrow::Cow;

use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::package::Unreadable;
use crate::diagnostic::render::xml;

/// What comes next in a part.
#[derive(Debug)]
pub(super) enum Next<'x> {
    /// An element starts. One without content ends at once, which is told too.
    Start(Element<'x>),
    /// The element of this name ends.
    End(String),
    /// Words.
    Text(String),
}

/// The start of an element.
#[derive(Debug)]
pub(super) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut attributes = attributes.with_checks(false).filter_map(Result::ok);
        let found = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        unescape(&found.value).ok().map(Cow::into_owned)
    }

    /// The value of an attribute that is a number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn is(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value.as_str(), "1" | "true" | "on"))
    }
}

/// Goes through a part, from start to end.
pub(super) struct Walk<'x> {
    reader: Reader<&'x [u8]>,
    /// An element without content, whose end is still to be told.
    ended: Option<String>,
    /// How many elements are open.
    depth: usize,
}

impl<'x> Walk<'x> {
    pub(super) fn new(text: &'x str) -> Self {
        Self { reader: Reader::from_str(text), ended: None, depth: 0 }
    }

    /// What comes next; `None` at the end. Tags that do not belong together are those of a damaged file, of which no more
    /// is read: two programs would read it in two ways.
    pub(super) fn next(&mut self) -> Result<Option<Next<'x>>, Unreadable> {
        if let Some(name) = self.ended.take() {
            return Ok(Some(Next::End(name)));
        }
        loop {
            return match self.reader.read_event().map_err(|_| Unreadable::Broken)? {
                Event::Start(start) => {
                    self.depth += 1;
                    Ok(Some(Next::Start(Element(start))))
                }
                Event::Empty(start) => {
                    self.ended = Some(start.local_name().into_inner().to_owned());
                    Ok(Some(Next::Start(Element(start))))
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Ok(Some(Next::End(end.local_name().into_inner().to_owned())))
                }
                Event::Text(text) => Ok(Some(Next::Text(text.into_inner().replace("\r\n", "\n")))),
                Event::CData(text) => Ok(Some(Next::Text(text.into_inner().replace("\r\n", "\n")))),
                Event::GeneralRef(name) => {
                    let letter = name.resolve_char_ref().ok().flatten().map(String::from);
                    let known = || resolve_predefined_entity(&name.into_inner()).map(str::to_owned);
                    // A name that a part defines for itself would be the start of a trap.
                    letter.or_else(known).map(Next::Text).map(Some).ok_or(Unreadable::Odd)
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
                Event::Eof if self.depth > 0 => Err(Unreadable::Broken),
                Event::Eof => Ok(None),
            };
        }
    }
}

/// Text as it may stand between elements and in attributes. Letters that XML cannot hold are left out.
pub(super) fn escaped(text: &str) -> String {
    xml::escaped(text, |letter, out| match letter {
        '\n' => out.push_str("&#10;"),
        '\r' => out.push_str("&#13;"),
        '\t' => out.push_str("&#9;"),
        '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
        other => out.push(other),
    })
}
