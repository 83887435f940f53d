//! Changes in the text of a part, letter by letter elsewhere: what somebody made stays as it was made.

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use super::super::package::Unreadable;

/// A tag of a part, and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Tag {
    /// Its local name.
    pub(super) name: String,
    /// Its name as it is written.
    pub(super) whole: String,
    pub(super) kind: TagKind,
    /// Its first byte, and the byte after it.
    pub(super) bytes: (usize, usize),
    /// How many elements it stands in.
    pub(super) depth: usize,
}

/// Which tag of an element it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TagKind {
    Start,
    End,
    /// Both at once.
    Empty,
}

/// All tags of a part, in their order.
pub(super) fn tags(text: &str) -> Result<Vec<Tag>, Unreadable> {
    let mut reader = Reader::from_str(text);
    let mut tags = Vec::new();
    let mut depth = 0_usize;
    let mut before = 0;
    loop {
        let event = reader.read_event().map_err(|_| Unreadable::Broken)?;
        let after = usize::try_from(reader.buffer_position()).map_err(|_| Unreadable::TooLarge)?;
        let (name, whole, kind) = match &event {
            Event::Start(start) => (start.local_name().into_inner(), start.name().0, TagKind::Start),
            Event::Empty(start) => (start.local_name().into_inner(), start.name().0, TagKind::Empty),
            Event::End(end) => (end.local_name().into_inner(), end.name().0, TagKind::End),
            Event::Eof => return Ok(tags),
            Event::Text(_)
            | Event::CData(_)
            | Event::GeneralRef(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {
                before = after;
                continue;
            }
        };
        if kind == TagKind::End {
            depth = depth.saturating_sub(1);
        }
        // Where a tag begins is told from its own first letter.
        let start = text[before..after].find('<').map_or(before, |shift| before + shift);
        tags.push(Tag { name: name.to_owned(), whole: whole.to_owned(), kind, bytes: (start, after), depth });
        if kind == TagKind::Start {
            depth += 1;
        }
        before = after;
    }
}

/// What stands before the names of elements in this part, as `x:`.
pub(super) fn prefix(tags: &[Tag]) -> String {
    let root = tags.first();
    root.and_then(|tag| tag.whole.rsplit_once(':')).map_or_else(String::new, |(prefix, _)| format!("{prefix}:"))
}

/// Texts that go into the place of others.
#[derive(Debug, Default)]
pub(super) struct Edits {
    edits: Vec<(usize, usize, String)>,
}

impl Edits {
    /// Puts a text before this byte.
    pub(super) fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.edits.push((at, at, text.into()));
    }

    pub(super) fn replace(&mut self, bytes: (usize, usize), text: impl Into<String>) {
        self.edits.push((bytes.0, bytes.1, text.into()));
    }

    pub(super) fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The text with all of them made; those at the same byte in the order they came.
    pub(super) fn made(mut self, text: &str) -> String {
        crate::order::by_key(&mut self.edits, |(start, end, _)| (*start, *end));
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        for (start, end, new) in &self.edits {
            if *start < at {
                continue;
            }
            out.push_str(&text[at..*start]);
            out.push_str(new);
            at = *end;
        }
        out.push_str(&text[at..]);
        out
    }
}

/// The value of an attribute in the text of a tag.
pub(super) fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let (start, end) = place_of(tag, name)?;
    tag.get(start..end)
}

/// The tag with this attribute in place of the one it has, or beside the others.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    if let Some((start, end)) = place_of(tag, name) {
        return format!("{}{value}{}", &tag[..start], &tag[end..]);
    }
    let body = tag.trim_end_matches('>');
    let (body, end) = body.strip_suffix('/').map_or((body, ">"), |body| (body, "/>"));
    format!("{} {name}=\"{value}\"{end}", body.trim_end())
}

/// Where the value of an attribute stands in its tag.
fn place_of(tag: &str, name: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    while let Some(found) = tag[from..].find(name) {
        let start = from + found;
        let rest = &tag[start + name.len()..];
        let is_whole = tag[..start].ends_with(char::is_whitespace);
        let value = rest.trim_start().strip_prefix('=').map(str::trim_start);
        if let (true, Some(value)) = (is_whole, value)
            && let Some(quote) = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))
        {
            let first = tag.len() - value.len() + 1;
            let length = tag[first..].find(quote)?;
            return Some((first, first + length));
        }
        from = start + name.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_is_changed_or_added() {
        assert_eq!(with_attribute("<c r=\"A1\" s=\"3\">", "s", "9"), "<c r=\"A1\" s=\"9\">");
        assert_eq!(with_attribute("<c r='A1'/>", "s", "9"), "<c r='A1' s=\"9\"/>");
        assert_eq!(
            with_attribute("<xf fillId = \"2\" applyFill=\"0\"/>", "fillId", "7"),
            "<xf fillId = \"7\" applyFill=\"0\"/>"
        );
        assert_eq!(attribute("<c rs=\"1\" r=\"E7\">", "r"), Some("E7"));
        assert_eq!(attribute("<c/>", "r"), None);
    }

    #[test]
    fn tags_are_found_where_they_stand() {
        let text = "<?xml version=\"1.0\"?>\n<x:a> <x:b/>t &amp; u<x:c>1</x:c></x:a>";
        let tags = tags(text).unwrap();
        let written: Vec<_> = tags.iter().map(|tag| (&text[tag.bytes.0..tag.bytes.1], tag.depth)).collect();
        assert_eq!(written, [("<x:a>", 0), ("<x:b/>", 1), ("<x:c>", 1), ("</x:c>", 1), ("</x:a>", 0)]);
        assert_eq!(prefix(&tags), "x:");
    }

    #[test]
    fn edits_are_made_in_the_order_of_the_text() {
        let mut edits = Edits::default();
        edits.insert(3, "!");
        edits.replace((0, 1), "A");
        edits.insert(3, "?");
        assert_eq!(edits.made("abc"), "Abc!?");
    }
}
