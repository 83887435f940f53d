//! A workbook from its parts, so that what is tried changes words in them and not the packing around them.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What stands before each part. Its name follows, up to the end of the line, and then what is in it.
const MARK: u8 = 0x1e;

/// The file that some bytes stand for: parts without their packing, or any bytes as they are.
pub fn packed(bytes: &[u8]) -> Vec<u8> {
    let Some(rest) = bytes.strip_prefix(&[MARK]) else { return bytes.to_vec() };
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for part in rest.split(|byte| *byte == MARK) {
        let (name, text) = part.split_at(part.iter().position(|byte| *byte == b'\n').unwrap_or(part.len()));
        // A name that stands twice is no part of what is tried.
        if file.start_file(String::from_utf8_lossy(name), options).is_ok() {
            let _ = file.write_all(text.get(1..).unwrap_or_default());
        }
    }
    file.finish().map(Cursor::into_inner).unwrap_or_default()
}
