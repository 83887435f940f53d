//! A workbook, or a folder of lists, from its parts, so that what is tried changes words in them and not the packing around them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What stands before each part. Its name follows, up to the end of the line, and then what is in it.
const MARK: u8 = 0x1e;

/// The file that some bytes stand for: parts without their packing, or any bytes as they are.
pub(crate) fn packed(bytes: &[u8]) -> Vec<u8> {
    let Some(rest) = bytes.strip_prefix(&[MARK]) else { return bytes.to_vec() };
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in parts(rest) {
        // A name that stands twice is no part of what is tried.
        if file.start_file(name, options).is_ok() {
            let _ = file.write_all(text);
        }
    }
    file.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// The lists that some bytes stand for: the parts whose names end in `.csv`; none where they stand for a workbook.
pub(crate) fn lists(bytes: &[u8]) -> Vec<(String, &[u8])> {
    let all = bytes.strip_prefix(&[MARK]).into_iter().flat_map(parts);
    all.filter(|(name, _)| name.rsplit_once('.').is_some_and(|(_, ending)| ending == "csv")).collect()
}

/// The parts with their names.
fn parts(rest: &[u8]) -> impl Iterator<Item = (String, &[u8])> {
    rest.split(|byte| *byte == MARK).map(|part| {
        let (name, text) = part.split_at(part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len()));
        (String::from_utf8_lossy(name).into_owned(), text.get(1..).unwrap_or_default())
    })
}
