//! From bytes to a value that knows where each part of it stands. Knows JSON and places, never what a return means.

mod cell_rules;
mod cells;
mod cuts;
mod decode;
mod encoding;
mod faults;
mod folder;
mod json;
mod marks;
mod tree;
mod typed;

pub use cell_rules::CELL_RULES;
pub use cells::{Cell, Cells, List, MAX_LISTS, Stretch, letters};
pub use cuts::Cuts;
#[cfg(feature = "workbook")]
pub(crate) use encoding::looks_like_utf_16;
pub use faults::RULES;
pub use folder::{Document, SECTIONS, read_folder};
pub(crate) use tree::NodeId;
pub use tree::{Children, Kind, Value};
pub use typed::Misfit;
pub(crate) use typed::StandIn;

use std::borrow::Cow;
use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::diagnostic::render::Places;
use crate::diagnostic::{Diagnostic, Record};
use crate::source::{DocumentId, Locate, Part, Place, Pointer, Source, Sources};
use tree::Tree;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// How deep lists and records may stand in one another.
pub const MAX_DEPTH: usize = 64;

/// How many values one return may hold: twenty times what a county's does, and few enough to be looked at soon even
/// where each of them is at fault.
pub const MAX_VALUES: usize = 100_000;

/// What came of reading a return.
#[derive(Debug, Clone)]
pub struct Read {
    /// The return as far as it could be read.
    pub intake: Intake,
    /// What its text is blamed for, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// A return that was read: its texts, and what stands where in them.
#[derive(Debug, Clone)]
pub struct Intake {
    sources: Sources,
    document: DocumentId,
    tree: Option<Tree>,
    /// Parts that could not be read: sections in files of their own, and cells of a workbook.
    unread: Vec<Pointer>,
    /// The cells its text was made from, where it was a workbook.
    cells: Option<Box<Cells>>,
}

/// Reads a return. The name is what people call the file.
///
/// Whoever opens files looks at their size first: what is longer than [`MAX_BYTES`] gets a diagnostic here and is not
/// looked into.
pub fn read(name: &str, bytes: &[u8]) -> Read {
    read_folder(Document { name, bytes }, &[])
}

/// The same, where nobody else needs the bytes: they become its text.
pub fn read_owned(name: &str, bytes: Vec<u8>) -> Read {
    folder::read_parts(name, Cow::Owned(bytes), &[])
}

/// Takes in a return whose text was made from the cells of a workbook, with what there is to say about them and the parts
/// that stand in cells which could not be read. Without a text, nothing of the workbook could be read.
pub fn read_cells(
    name: &str,
    text: Option<String>,
    mut cells: Cells,
    found: Vec<Diagnostic>,
    unread: Vec<Pointer>,
) -> Read {
    let mut sources = Sources::default();
    let document = sources.add(name, "");
    cells.put_lists_into(&mut sources);
    let mut diagnostics = found;
    let mut tree = None;
    if let Some(text) = text {
        sources.fill(document, text);
        let read = json::read(&sources.get(document).text, Pointer::root(document), MAX_VALUES);
        tree = read.tree;
        diagnostics.extend(read.diagnostics);
    }
    let intake = Intake { sources, document, tree, unread, cells: Some(Box::new(cells)) };
    for diagnostic in &mut diagnostics {
        diagnostic.record = intake.record(&diagnostic.at);
    }
    Read { intake, diagnostics }
}

impl Intake {
    /// The texts.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }

    /// The pointer to the whole return.
    pub fn top(&self) -> Pointer {
        Pointer::root(self.document)
    }

    /// The whole return; `None` where the text could not be read as JSON at all.
    pub fn root(&self) -> Option<Value<'_>> {
        self.tree.as_ref().map(|tree| Value::new(&self.sources, tree, NodeId::ROOT))
    }

    /// The parts that stand in files or cells of their own which could not be read: what they hold is not known.
    pub fn unread(&self) -> impl Iterator<Item = Pointer> + '_ {
        self.unread.iter().cloned()
    }

    /// What the pointer names.
    pub fn get(&self, pointer: &Pointer) -> Option<Value<'_>> {
        pointer.names().try_fold(self.root()?, |value, step| value.step(&step))
    }

    /// The typed return, or any part of it, without what was cut.
    ///
    /// # Errors
    ///
    /// Says where the tree does not fit the type.
    pub fn typed<T: DeserializeOwned>(&self, cuts: &Cuts) -> Result<T, Misfit> {
        typed::read(self, cuts, &[])
    }

    /// The typed return with fields that stand in for those it lacks.
    pub(crate) fn typed_with<T: DeserializeOwned>(&self, cuts: &Cuts, stand_ins: &[StandIn]) -> Result<T, Misfit> {
        typed::read(self, cuts, stand_ins)
    }

    /// Every text of this part of the return with where it stands, in the order of the file.
    pub fn texts(&self, below: &Pointer) -> Vec<(Pointer, Cow<'_, str>)> {
        self.get(below).map(|part| part.texts(below)).unwrap_or_default()
    }

    /// Every text of the return, in the order of the file, each with a number that it is found again by.
    pub fn numbered_texts(&self) -> impl Iterator<Item = (u32, Cow<'_, str>)> {
        self.root().into_iter().flat_map(Value::numbered_texts)
    }

    /// What has this number, and where it stands. The number is one that [`Intake::numbered_texts`] gave.
    pub fn numbered(&self, number: u32) -> Option<(Pointer, Value<'_>)> {
        let value = self.root()?.numbered(number);
        Some((value.pointer(self.top()), value))
    }

    /// The text of this number, or the number in a field of somebody's own as it was written.
    pub fn words(&self, number: u32) -> Cow<'_, str> {
        self.root().map(|root| root.numbered(number).words()).unwrap_or_default()
    }

    /// The lines on which what has this number stands.
    pub fn place_of(&self, number: u32) -> Option<Place> {
        let value = self.root()?.numbered(number);
        Some(self.place(value.document(), value.bytes()))
    }

    /// The original numbers of the items of a list that were kept: the item at `n` of the typed list is the item at
    /// `kept_items(…)[n]` of the file.
    pub fn kept_items(&self, list: &Pointer, cuts: &Cuts) -> Vec<usize> {
        let Some(value) = self.get(list).filter(|value| value.kind() == Kind::List) else { return Vec::new() };
        (0..value.len()).filter(|index| !cuts.contains(&list.item(*index))).collect()
    }

    /// The nearest record around what the pointer names that has an id or something to call it by.
    pub fn record(&self, pointer: &Pointer) -> Option<Record> {
        let mut values = vec![self.root()?];
        for step in pointer.names() {
            let Some(next) = values.last().and_then(|value| value.step(&step)) else { break };
            values.push(next);
        }
        // The whole return has no name of its own.
        values.into_iter().skip(1).rev().find_map(|value| {
            let [id, names @ ..] = called(value);
            let title = names.into_iter().flatten().filter_map(title).find(|text| !text.is_empty());
            let title = title.map(shortened).unwrap_or_default();
            let id = id.and_then(self::title).unwrap_or_default();
            (!id.is_empty() || !title.is_empty()).then_some(Record { id, title })
        })
    }

    fn place(&self, document: DocumentId, bytes: Range<usize>) -> Place {
        match &self.cells {
            Some(cells) => self.in_cell(cells, document, cells.at(bytes.start)),
            None => self.on_line(document, bytes),
        }
    }

    /// The place of a cell: in a workbook it has no line, and its bytes are a number that puts the cells in their order; in
    /// a list it is a stretch of that text.
    fn in_cell(&self, cells: &Cells, document: DocumentId, cell: Option<Cell>) -> Place {
        let address = cell.and_then(Cell::address);
        if let Some((list, bytes)) = cell.and_then(|cell| cells.in_list(cell)) {
            return Place { cell: address, ..self.on_line(list, bytes) };
        }
        let order = cell.map_or(0, Cell::rank);
        Place {
            document,
            line: 0,
            column: 0,
            end_line: 0,
            end_column: 0,
            bytes: order..order,
            sheet: cell.map(|cell| cells.sheet(cell.sheet).to_owned()),
            cell: address,
        }
    }

    fn on_line(&self, document: DocumentId, bytes: Range<usize>) -> Place {
        let source = self.sources.get(document);
        let (line, column) = source.line_and_column(bytes.start);
        let (end_line, end_column) = source.line_and_column(bytes.end);
        Place { document, line, column, end_line, end_column, bytes, sheet: None, cell: None }
    }
}

/// The id, and the fields that people call a record by, the best first.
const CALLED_BY: [&str; 10] =
    ["id", "title", "name", "promise", "decision", "question", "activity", "you_said", "description", "line"];

/// No record of ours has so many fields.
const MANY_FIELDS: usize = 64;

/// Those fields of a record. They are found in one walk where that is not long, as most names are asked for in vain.
fn called(value: Value<'_>) -> [Option<Value<'_>>; CALLED_BY.len()] {
    if value.kind() != Kind::Record || value.len() > MANY_FIELDS {
        return CALLED_BY.map(|name| value.field(name));
    }
    let mut found = [None; CALLED_BY.len()];
    for field in value.children() {
        let name = field.name().unwrap_or_default();
        if let Some(number) = CALLED_BY.iter().position(|known| *known == name) {
            found[number] = Some(field);
        }
    }
    found
}

/// The longest name a record is called by, in characters.
const LONGEST_NAME: usize = 60;

/// A long text, such as a whole promise, cut at a word.
fn shortened(text: String) -> String {
    let Some((end, _)) = text.char_indices().nth(LONGEST_NAME) else { return text };
    let start = &text[..end];
    let start = start.rsplit_once(' ').map_or(start, |(words, _)| words);
    format!("{start}…")
}

/// A title in whichever language comes first.
fn title(value: Value<'_>) -> Option<String> {
    match value.kind() {
        Kind::Text => value.text().map(Cow::into_owned),
        Kind::Record => value.children().find_map(Value::text).map(Cow::into_owned),
        Kind::Empty | Kind::Boolean | Kind::Number | Kind::List => None,
    }
}

impl Locate for Intake {
    fn has_cells(&self) -> bool {
        self.cells.is_some()
    }

    fn locate(&self, pointer: &Pointer, part: Part) -> Place {
        if let Some(bytes) = pointer.stretch() {
            return self.place(pointer.document(), bytes);
        }
        let Some(mut value) = self.root() else { return self.place(self.document, 0..0) };
        let mut whole = true;
        for step in pointer.names() {
            let Some(next) = value.step(&step) else {
                let waiting = self.cells.as_ref().and_then(|cells| cells.waiting(value.bytes().start, &step));
                if let (Some(cells), Some(cell)) = (&self.cells, waiting) {
                    return self.in_cell(cells, value.document(), Some(cell));
                }
                whole = false;
                break;
            };
            value = next;
        }
        let bytes = match (part, value.name_bytes()) {
            (Part::Key, Some(name)) => name,
            (Part::Value, Some(name)) if !whole && holds_more(value) => name,
            // A whole record or list is shown by its first mark, so that a report does not draw half a file.
            (Part::Value | Part::Key, _) if holds_more(value) => {
                let start = value.bytes().start;
                start..start + 1
            }
            (Part::Value | Part::Key, _) => value.bytes(),
        };
        self.place(value.document(), bytes)
    }
}

impl Places for Intake {
    fn source(&self, document: DocumentId) -> &Source {
        self.sources.get(document)
    }
}

fn holds_more(value: Value<'_>) -> bool {
    matches!(value.kind(), Kind::List | Kind::Record)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intake(text: &str) -> Intake {
        let read = read("return.json", text.as_bytes());
        assert!(read.diagnostics.is_empty(), "{:?}", read.diagnostics);
        read.intake
    }

    #[test]
    fn columns_count_characters_and_lines_may_end_either_way() {
        let intake = intake("{\r\n  \"é\": \"ü\", \"b\": 1\r\n}");
        let place = intake.locate(&intake.top().field("b"), Part::Value);
        assert_eq!((place.line, place.column, place.end_column), (2, 18, 19));
        let place = intake.locate(&intake.top().field("b"), Part::Key);
        assert_eq!((place.line, place.column, place.end_column), (2, 13, 16));
    }

    #[test]
    fn a_field_left_out_stands_where_its_record_stands() {
        let intake = intake("{\"partners\": [\n  {\"id\": \"a\"}\n]}");
        let place = intake.locate(&intake.top().field("partners").item(0).field("name"), Part::Value);
        assert_eq!((place.line, place.column), (2, 3));
    }

    #[test]
    fn a_record_is_called_by_its_id_and_title() {
        let intake =
            intake(r#"{"name": "whole", "results": [{"id": "R1", "title": {"en": "Warm"}, "target": {"value": 1}}]}"#);
        let record = intake.record(&intake.top().field("results").item(0).field("target").field("value"));
        assert_eq!(record, Some(Record { id: "R1".into(), title: "Warm".into() }));
        assert_eq!(intake.record(&intake.top().field("results")), None);
    }

    /// Every text with its place, asked for in both ways.
    fn texts(json: &str) -> Vec<String> {
        let intake = intake(json);
        let texts: Vec<_> = intake.texts(&intake.top()).into_iter().map(|(at, text)| format!("{at} {text}")).collect();
        let by_number: Vec<_> = intake
            .numbered_texts()
            .map(|(number, text)| {
                assert_eq!(intake.words(number), text);
                format!("{} {text}", intake.numbered(number).unwrap().0)
            })
            .collect();
        assert_eq!(by_number, texts);
        texts
    }

    #[test]
    fn a_number_in_a_field_of_ones_own_is_read_as_a_text() {
        let json = r#"{"n": 1, "x_own": {"n": [9434765919, true]}, "m": 2, "\u0078_more": 3}"#;
        assert_eq!(texts(json), ["/x_own/n/0 9434765919", "/x_more 3"]);
    }

    #[test]
    fn texts_come_with_their_places() {
        assert_eq!(texts(r#"{"a": ["x", {"b/c": "y\n"}]}"#), ["/a/0 x", "/a/1/b~1c y\n"]);
    }
}
