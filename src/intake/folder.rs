//! A return in several files: the head in one, and sections that partners write on their own in others. What comes of it
//! is one tree, so that nothing after it knows.

use std::borrow::Cow;

use super::encoding;
use super::faults::Fault;
use super::json;
use super::tree::{NodeId, Tree, Value, by_name};
use super::{Intake, MAX_VALUES, Read};
use crate::diagnostic::{Diagnostic, Related};
use crate::order;
use crate::source::{DocumentId, Pointer, Sources};

/// The sections that may stand in a file of their own, named after them.
pub const SECTIONS: [&str; 5] = ["results", "system_health", "outcomes", "narratives", "community_reporting"];

/// A file of a return.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// What people call it.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// Reads a return from its head and the sections that stand in files of their own, given by their place in
/// [`SECTIONS`]. A section that cannot be read costs that section and nothing else.
pub fn read_folder(head: Document<'_>, sections: &[(usize, Document<'_>)]) -> Read {
    read_parts(head.name, Cow::Borrowed(head.bytes), sections)
}

/// The same, where the bytes of the head may be kept.
pub(super) fn read_parts(name: &str, head: Cow<'_, [u8]>, sections: &[(usize, Document<'_>)]) -> Read {
    let mut reading = Reading { sources: Sources::default(), diagnostics: Vec::new(), values: 0 };
    let document = reading.sources.add(name, "");
    let mut tree = reading.read(document, head, Pointer::root(document));
    let mut read = Vec::new();
    let mut unread = Vec::new();
    for (section, file) in sections {
        let document = reading.sources.add(file.name, "");
        match reading.read(document, Cow::Borrowed(file.bytes), Pointer::root(document).field(SECTIONS[*section])) {
            Some(part) => read.push((*section, document, part)),
            None => unread.push(Pointer::root(DocumentId::FIRST).field(SECTIONS[*section])),
        }
    }
    let Reading { sources, mut diagnostics, .. } = reading;
    if let Some(tree) = &mut tree {
        read.retain(|(section, document, part)| match twin(&sources, tree, *section, *document, part) {
            Some(twin) => {
                diagnostics.push(twin);
                false
            }
            None => true,
        });
        graft(&sources, tree, read);
    }
    let intake = Intake { sources, document, tree, unread, cells: None };
    order::by_key(&mut diagnostics, |found| (found.at.document(), found.at.stretch().map_or(0, |bytes| bytes.start)));
    for diagnostic in &mut diagnostics {
        diagnostic.record = intake.record(&diagnostic.at);
    }
    Read { intake, diagnostics }
}

struct Reading {
    sources: Sources,
    diagnostics: Vec<Diagnostic>,
    /// How many values have been read.
    values: usize,
}

impl Reading {
    fn read(&mut self, document: DocumentId, bytes: Cow<'_, [u8]>, at: Pointer) -> Option<Tree> {
        let text = match encoding::text(bytes) {
            Ok(text) => text,
            Err(fault) => {
                self.diagnostics.push(fault.at(at));
                return None;
            }
        };
        self.diagnostics.extend(text.faults.into_iter().map(|fault| fault.at(at.clone())));
        self.sources.fill(document, text.text);
        let read = json::read(&self.sources.get(document).text, at, MAX_VALUES - self.values);
        if let Some(lines) = read.lines {
            self.sources.set_lines(document, lines);
        }
        self.diagnostics.extend(read.diagnostics);
        self.values += read.tree.as_ref().map_or(0, Tree::len);
        read.tree
    }
}

/// A section that the head holds too.
fn twin(sources: &Sources, tree: &Tree, section: usize, document: DocumentId, part: &Tree) -> Option<Diagnostic> {
    let name = SECTIONS[section];
    let head = Value::new(sources, tree, NodeId::ROOT).field(name)?;
    let start = part.value_range(NodeId::ROOT).start;
    let first = sources.get(head.document());
    let fault = Fault::new(
        "section-given-twice",
        start..start + 1,
        format!("“{name}” stands in {} and in {}", sources.get(document).name, first.name),
    )
    .help("keep it in one of the two files")
    .label("again");
    let mut found = fault.at(Pointer::root(document).field(name));
    let there = head.name_bytes().unwrap_or_else(|| head.bytes());
    found.related = vec![Related {
        at: Pointer::root(head.document()).field(name).narrowed(there),
        message: "first given here".to_owned(),
    }];
    Some(found)
}

/// Puts sections into the head as its fields.
fn graft(sources: &Sources, tree: &mut Tree, sections: Vec<(usize, DocumentId, Tree)>) {
    let head = Value::new(sources, tree, NodeId::ROOT);
    if sections.is_empty() || head.kind() != super::Kind::Record {
        return;
    }
    let mut fields: Vec<(String, NodeId)> =
        head.members().map(|(name, value)| (name.into_owned(), value.id())).collect();
    for (section, _, part) in sections {
        fields.push((SECTIONS[section].to_owned(), tree.append(part, section)));
    }
    order::by(&mut fields, |(one, _), (other, _)| by_name(one.as_bytes(), other.as_bytes()));
    tree.set_fields(NodeId::ROOT, fields.into_iter().map(|(_, node)| node));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::Kind;
    use crate::source::{Locate, Part};

    const HEAD: &[u8] = b"{\"partners\": [],\n \"x_own\": 1}";

    fn folder(head: &[u8], sections: &[(usize, &str, &[u8])]) -> Read {
        let sections: Vec<_> =
            sections.iter().map(|(section, name, bytes)| (*section, Document { name, bytes })).collect();
        read_folder(Document { name: "return.json", bytes: head }, &sections)
    }

    #[test]
    fn a_section_in_a_file_of_its_own_stands_where_it_would_in_one() {
        let read = folder(
            HEAD,
            &[(3, "narratives.json", b"[\n {\"id\": \"N1\"}]"), (0, "results.json", b"\n[{\"id\": \"R1\", \"n\": 3}]")],
        );
        assert_eq!(read.diagnostics, []);
        let intake = read.intake;
        let number = intake.top().field("results").item(0).field("n");
        assert_eq!(intake.get(&number).unwrap().number(), Some(3.0));
        let place = intake.locate(&number, Part::Value);
        assert_eq!(intake.sources().get(place.document).name, "results.json");
        assert_eq!((place.line, place.column), (2, 20));
        let root = intake.root().unwrap();
        let names: Vec<_> = root.members().map(|(name, _)| name.into_owned()).collect();
        assert_eq!(names, ["partners", "x_own", "narratives", "results"]);
        assert_eq!(root.field("narratives").unwrap().kind(), Kind::List);
        assert_eq!(root.field("x_own").unwrap().number(), Some(1.0));
        assert_eq!(root.field("outcomes").map(Value::kind), None);
        assert_eq!(intake.record(&number).unwrap().id, "R1");
        let whole = intake.typed::<serde_json::Value>(&crate::intake::Cuts::default()).unwrap();
        assert_eq!(whole["narratives"][0]["id"], "N1");
    }

    #[test]
    fn a_section_given_twice_is_told_with_both_places_and_the_first_is_kept() {
        let read = folder(b"{\"results\": [1]}", &[(0, "results.json", b" [2, 3]")]);
        let [found] = read.diagnostics.as_slice() else { panic!("{:?}", read.diagnostics) };
        assert_eq!(found.rule, "section-given-twice");
        let place = |at| read.intake.locate(at, Part::Value);
        let (here, there) = (place(&found.at), place(&found.related[0].at));
        assert_eq!((here.document.number(), here.line, here.column), (1, 1, 2));
        assert_eq!((there.document.number(), there.line, there.column), (0, 1, 2));
        assert_eq!(read.intake.root().unwrap().field("results").unwrap().len(), 1);
    }

    #[test]
    fn a_broken_section_costs_itself_and_nothing_else() {
        let read = folder(HEAD, &[(0, "results.json", b"[{\"id\": }]"), (3, "narratives.json", b"[]")]);
        let [found] = read.diagnostics.as_slice() else { panic!("{:?}", read.diagnostics) };
        assert_eq!(found.at.as_str(), "/results/0");
        assert_eq!(read.intake.locate(&found.at, Part::Value).document.number(), 1);
        assert!(read.intake.root().unwrap().field("narratives").is_some());
        assert_eq!(read.intake.unread().collect::<Vec<_>>(), [read.intake.top().field("results")]);
    }

    #[test]
    fn a_head_that_is_no_record_takes_no_sections() {
        let read = folder(b"[1]", &[(0, "results.json", b"[2]")]);
        assert_eq!(read.intake.root().unwrap().len(), 1);
        let read = folder(b"{", &[(0, "results.json", b"[2")]);
        assert!(read.intake.root().is_none());
        assert_eq!(read.diagnostics.len(), 2);
    }
}
