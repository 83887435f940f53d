//! The texts that were read, by number.

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
        self.documents.push(Source { name: name.into(), text: text.into() });
        DocumentId(number)
    }

    /// The document of this number.
    pub fn get(&self, document: DocumentId) -> &Source {
        &self.documents[usize::from(document.0)]
    }
}
