//! A finished document as the bytes of a file: streams, small objects packed together, and the table that says where
//! each is. Knows objects; no report.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::pack;
use super::syntax::{integer, write};

/// So many small objects share a stream. They are much like each other: the more stand together, the smaller they are.
const TOGETHER: usize = 2000;

/// The bytes of an entry of the table: its kind, its place, its index there.
const WIDTHS: [usize; 3] = [1, 4, 2];

/// Where an object stands.
#[derive(Clone, Copy)]
enum Entry {
    /// Nowhere.
    Free,
    /// At this byte of the file.
    At(usize),
    /// In a stream of objects, so many after its first.
    In(u32, u16),
}

/// A stream as it will be written: its number, its dictionary, its content, and whether that may be packed.
struct Streamed<'a> {
    number: u32,
    dictionary: Dictionary,
    content: std::borrow::Cow<'a, [u8]>,
    may_be_packed: bool,
}

/// The bytes of a file. `packed` says whether what its streams hold is packed; small objects always are.
pub(super) fn save(document: &Document, packed: bool) -> Vec<u8> {
    let mut table = vec![Entry::Free; document.max_id as usize + 1];
    let mut streams: Vec<Streamed<'_>> = Vec::new();
    let mut small: Vec<(ObjectId, &Object)> = Vec::new();
    for (id, object) in &document.objects {
        match object {
            Object::Stream(stream) => streams.push(Streamed {
                number: id.0,
                dictionary: stream.dict.clone(),
                content: stream.content.as_slice().into(),
                may_be_packed: packed && stream.allows_compression && !stream.dict.has(b"Filter"),
            }),
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..)
            | Object::Array(_)
            | Object::Dictionary(_)
            | Object::Reference(_) => small.push((*id, object)),
        }
    }
    for (objects, number) in small.chunks(TOGETHER).zip(document.max_id + 1..) {
        for (((object, _), _), index) in objects.iter().zip(0..) {
            table[*object as usize] = Entry::In(number, index);
        }
        table.push(Entry::Free);
        streams.push(together(objects, number));
    }
    let contents: Vec<Option<&[u8]>> =
        streams.iter().map(|stream| stream.may_be_packed.then_some(&*stream.content)).collect();
    let contents = pack::all(&contents);
    let mut file = format!("%PDF-{}\n%", document.version).into_bytes();
    file.extend_from_slice(&document.binary_mark);
    file.push(b'\n');
    for (mut stream, content) in streams.into_iter().zip(contents) {
        if let Some(content) = content {
            stream.dictionary.set("Filter", Object::Name(b"FlateDecode".to_vec()));
            stream.content = content.into();
        }
        table[stream.number as usize] = Entry::At(file.len());
        stream.write(&mut file);
    }
    end(&mut file, table, &document.trailer);
    file
}

/// Small objects in a stream of their own: a list of their numbers and places, and the objects.
fn together<'a>(objects: &[(ObjectId, &Object)], number: u32) -> Streamed<'a> {
    let (mut list, mut content) = (Vec::new(), Vec::new());
    for ((object, _), written) in objects {
        integer(i64::from(*object), &mut list);
        list.push(b' ');
        integer(count(content.len()), &mut list);
        list.push(b' ');
        write(written, &mut content);
        content.push(b' ');
    }
    let dictionary = Dictionary::from_iter([
        ("Type", Object::Name(b"ObjStm".to_vec())),
        ("N", Object::Integer(count(objects.len()))),
        ("First", Object::Integer(count(list.len()))),
    ]);
    list.append(&mut content);
    Streamed { number, dictionary, content: list.into(), may_be_packed: true }
}

/// The table of all objects, packed, and the place where it stands.
fn end(file: &mut Vec<u8>, mut table: Vec<Entry>, trailer: &Dictionary) {
    let start = file.len();
    let number = table.len();
    table.push(Entry::At(start));
    let mut bytes = Vec::with_capacity(table.len() * WIDTHS.iter().sum::<usize>());
    for entry in &table {
        let (kind, place, index) = match *entry {
            Entry::Free => (0, 0, u16::MAX),
            Entry::At(place) => (1, u32::try_from(place).unwrap_or(u32::MAX), 0),
            Entry::In(stream, index) => (2, stream, index),
        };
        bytes.push(kind);
        bytes.extend(place.to_be_bytes());
        bytes.extend(index.to_be_bytes());
    }
    let widths = WIDTHS.map(|width| Object::Integer(count(width))).to_vec();
    let columns = WIDTHS.iter().sum();
    let prediction = [("Predictor", Object::Integer(12)), ("Columns", Object::Integer(count(columns)))];
    let mut dictionary = Dictionary::from_iter([
        ("Type", Object::Name(b"XRef".to_vec())),
        ("Size", Object::Integer(count(table.len()))),
        ("W", Object::Array(widths)),
        ("Filter", Object::Name(b"FlateDecode".to_vec())),
        ("DecodeParms", Object::Dictionary(Dictionary::from_iter(prediction))),
    ]);
    for key in ["Root", "Info", "ID"] {
        if let Ok(value) = trailer.get(key.as_bytes()) {
            dictionary.set(key, value.clone());
        }
    }
    let content = pack::one(&pack::differences(&bytes, columns)).into();
    let number = u32::try_from(number).expect("objects are numbered with 32 bits");
    Streamed { number, dictionary, content, may_be_packed: false }.write(file);
    file.extend_from_slice(b"startxref\n");
    integer(count(start), file);
    file.extend_from_slice(b"\n%%EOF");
}

impl Streamed<'_> {
    fn write(mut self, file: &mut Vec<u8>) {
        self.dictionary.set("Length", Object::Integer(count(self.content.len())));
        integer(i64::from(self.number), file);
        file.extend_from_slice(b" 0 obj\n");
        write(&Object::Dictionary(self.dictionary), file);
        file.extend_from_slice(b"\nstream\n");
        file.extend_from_slice(&self.content);
        file.extend_from_slice(b"\nendstream\nendobj\n");
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).expect("a file has fewer bytes than a number can count")
}
