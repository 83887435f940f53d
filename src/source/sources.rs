//! The texts that were read, by number, and their lines.

use std::sync::OnceLock;

/// The number of a document among those read together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(u16);

impl DocumentId {
    /// The first document: the return itself.
    pub const FIRST: Self = Self(0);

    /// The document of this number, from 0.
    pub const fn new(number: u16) -> Self {
        Self(number)
    }

    /// Its number, from 0.
    pub const fn number(self) -> u16 {
        self.0
    }
}

/// A document that was read.
#[derive(Debug, Clone)]
pub struct Source {
    /// What people call it: the path they gave, or “standard input”.
    pub name: String,
    /// Its text, as far as it could be read.
    pub text: String,
    /// Where each line starts; worked out when somebody first asks.
    lines: OnceLock<Vec<usize>>,
}

impl Source {
    /// The line and the column of this byte, both from 1. Columns count characters; a byte after the end is taken as
    /// the end.
    pub fn line_and_column(&self, byte: usize) -> (u32, u32) {
        let lines = self.lines();
        let byte = (0..=byte.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let line = lines.partition_point(|start| *start <= byte).saturating_sub(1);
        let column = self.text[lines[line]..byte].chars().count() + 1;
        (saturate(line + 1), saturate(column))
    }

    /// How many lines the text has; an empty text has one.
    pub fn line_count(&self) -> usize {
        self.lines().len()
    }

    /// The line of this number, from 1, without its end; empty past the last.
    pub fn line(&self, number: u32) -> &str {
        let lines = self.lines();
        let index = (number as usize).saturating_sub(1);
        let Some(start) = lines.get(index) else { return "" };
        let end = lines.get(index + 1).copied().unwrap_or(self.text.len());
        self.text[*start..end].trim_end_matches(['\n', '\r'])
    }

    fn lines(&self) -> &[usize] {
        self.lines.get_or_init(|| {
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(position, _)| position + 1)).collect()
        })
    }
}

fn saturate(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Owns the texts, so that places can be shown with the lines they stand in.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    documents: Vec<Source>,
}

impl Sources {
    /// Adds a document and gives its number.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> DocumentId {
        let number = u16::try_from(self.documents.len()).expect("a return has far fewer than 65,536 documents");
        self.documents.push(Source { name: name.into(), text: text.into(), lines: OnceLock::new() });
        DocumentId(number)
    }

    /// Gives a document its text, before anybody asks for its lines.
    pub fn fill(&mut self, document: DocumentId, text: impl Into<String>) {
        let source = &mut self.documents[usize::from(document.0)];
        source.text = text.into();
        source.lines = OnceLock::new();
    }

    /// The document of this number.
    pub fn get(&self, document: DocumentId) -> &Source {
        &self.documents[usize::from(document.0)]
    }
}
