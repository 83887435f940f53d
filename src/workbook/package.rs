//! The zip file that a workbook is: its parts, within bounds. Knows no sheet.

use std::io::{Cursor, Read, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The most that one part may unpack to, in bytes.
const MAX_PART: u64 = 48 << 20;

/// The most that all parts which are read may unpack to.
const MAX_WHOLE: u64 = 96 << 20;

/// The most parts that a workbook may have.
const MAX_PARTS: usize = 4_000;

/// Why a workbook could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is no zip file, or a broken one.
    Broken,
    /// It unpacks to more than a workbook of a return needs.
    TooLarge,
    /// A part is protected by a password.
    Locked,
    /// It only says that a workbook is open.
    Mark,
    /// A part is not as its form asks.
    Odd,
}

/// An open workbook.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    room: u64,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| why(&error))?;
        if archive.len() > MAX_PARTS {
            return Err(Unreadable::TooLarge);
        }
        Ok(Self { archive, room: MAX_WHOLE })
    }

    /// The names of its parts.
    pub(super) fn names(&self) -> Vec<String> {
        self.archive.file_names().filter_map(Result::ok).map(std::borrow::Cow::into_owned).collect()
    }

    /// A part; `None` where there is none of this name. What it says of its own size is not relied on.
    pub(super) fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(why(&error)),
        };
        let most = MAX_PART.min(self.room);
        let mut bytes = Vec::new();
        part.take(most + 1).read_to_end(&mut bytes).map_err(|_| Unreadable::Broken)?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Unreadable::TooLarge);
        }
        self.room -= length;
        Ok(Some(bytes))
    }

    /// A part that is a text.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(bytes) = self.bytes(name)? else { return Ok(None) };
        let text = String::from_utf8(bytes).map_err(|_| Unreadable::Odd)?;
        Ok(Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)))
    }
}

fn why(error: &ZipError) -> Unreadable {
    let is_locked =
        matches!(error, ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED));
    if is_locked { Unreadable::Locked } else { Unreadable::Broken }
}

/// A workbook that is being written. The same parts give the same bytes.
pub(super) struct Packing {
    writer: ZipWriter<Cursor<Vec<u8>>>,
}

impl Packing {
    pub(super) fn new() -> Self {
        Self { writer: ZipWriter::new(Cursor::new(Vec::new())) }
    }

    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        self.writer.start_file(name, options).expect("parts of a workbook have names of their own");
        self.writer.write_all(bytes).expect("memory takes what is written");
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.writer.finish().expect("memory takes what is written").into_inner()
    }
}
