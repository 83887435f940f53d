//! Where things stand: texts, and the way from a part of a return to its line or cell.
//!
//! Everything inside candour says *where* with a [`Pointer`]; only `Locate` knows lines or cells.

mod pointer;
mod route;
mod sources;

pub use pointer::Pointer;
pub use sources::{DocumentId, Source, Sources};

use serde::Serialize;

/// Answers with lines or cells. Each file format brings its own.
pub trait Locate {
    /// The place of what the pointer names, or of the nearest part above it that stands in a file.
    fn locate(&self, pointer: &Pointer, part: Part) -> Place;

    /// Whether what it names may stand in cells.
    fn has_cells(&self) -> bool {
        true
    }
}

/// Which part of a member is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The value: what was written.
    #[default]
    Value,
    /// The name of the field, as for one that is not known.
    Key,
}

/// A place that a person can go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The document it stands in.
    pub document: DocumentId,
    /// Line, from 1; 0 where the format has no lines.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Last line.
    pub end_line: u32,
    /// Column after the last character.
    pub end_column: u32,
    /// The bytes of the document's text.
    pub bytes: std::ops::Range<usize>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The cell of a workbook or of a list, as `E7`.
    pub cell: Option<String>,
}
