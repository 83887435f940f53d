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
    /// Where lines start and characters stand; worked out when somebody first asks.
    marks: OnceLock<Marks>,
}

/// What spares us counting through a text again and again: a file of one line may have many findings.
#[derive(Debug, Clone)]
struct Marks {
    /// Where each line starts.
    lines: Vec<usize>,
    /// For each [`BLOCK`] of bytes where its first character starts, or the one that its first byte is of, and how many
    /// characters there are before; worked out when somebody first asks for the far end of a long line.
    characters: OnceLock<Vec<(usize, usize)>>,
}

/// So many bytes are counted through at most.
const BLOCK: usize = 1024;

impl Source {
    /// The line and the column of this byte, both from 1. Columns count characters; a byte after the end is taken as
    /// the end.
    pub fn line_and_column(&self, byte: usize) -> (u32, u32) {
        let lines = self.lines();
        let byte = (0..=byte.min(self.text.len())).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let line = lines.partition_point(|start| *start <= byte).saturating_sub(1);
        let start = lines[line];
        let column = if byte - start <= BLOCK {
            self.text[start..byte].chars().count()
        } else {
            self.characters_before(byte) - self.characters_before(start)
        } + 1;
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

    /// The byte the line of this number starts at; the end of the text past the last.
    pub fn line_start(&self, number: u32) -> usize {
        let index = (number as usize).saturating_sub(1);
        self.lines().get(index).copied().unwrap_or(self.text.len())
    }

    fn lines(&self) -> &[usize] {
        &self.marks().lines
    }

    fn characters_before(&self, byte: usize) -> usize {
        let (block, characters) = self.characters()[byte / BLOCK];
        // A character may start in the block before and end behind the byte; no place is inside one.
        characters + self.text.get(block..byte).map_or(0, |between| between.chars().count())
    }

    fn marks(&self) -> &Marks {
        self.marks.get_or_init(|| {
            let lines = line_starts(self.text.as_bytes());
            Marks { lines, characters: OnceLock::new() }
        })
    }

    fn characters(&self) -> &[(usize, usize)] {
        self.marks().characters.get_or_init(|| {
            let mut characters = vec![(0, 0)];
            for end in (1..=self.text.len() / BLOCK).map(|block| block * BLOCK) {
                let (start, before) = characters[characters.len() - 1];
                let end = (start..=end).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(start);
                characters.push((end, before + self.text[start..end].chars().count()));
            }
            characters
        })
    }
}

/// Where each line starts. Eight bytes are looked at in one go.
fn line_starts(text: &[u8]) -> Vec<usize> {
    const LOW: u64 = u64::MAX / 255;
    const ENDS: u64 = LOW * b'\n' as u64;
    const LOW_BITS: u64 = LOW * 0x7f;
    let mut lines = vec![0];
    let (eights, rest) = text.as_chunks::<8>();
    for (number, eight) in eights.iter().enumerate() {
        // Nought where a line ends; then the highest bit of each such byte.
        let other = u64::from_le_bytes(*eight) ^ ENDS;
        let mut ends = !(((other & LOW_BITS) + LOW_BITS) | other | LOW_BITS);
        while ends != 0 {
            lines.push(number * 8 + ends.trailing_zeros() as usize / 8 + 1);
            ends &= ends - 1;
        }
    }
    let before = text.len() - rest.len();
    let ends = rest.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    lines.extend(ends.map(|(at, _)| before + at + 1));
    lines
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
        self.documents.push(Source { name: name.into(), text: text.into(), marks: OnceLock::new() });
        DocumentId(number)
    }

    /// Gives a document its text, before anybody asks for its lines.
    pub fn fill(&mut self, document: DocumentId, text: impl Into<String>) {
        let source = &mut self.documents[usize::from(document.0)];
        source.text = text.into();
        source.marks = OnceLock::new();
    }

    /// Tells where the lines of a document start, so that nobody has to look for them.
    pub(crate) fn set_lines(&mut self, document: DocumentId, lines: Vec<usize>) {
        let source = &mut self.documents[usize::from(document.0)];
        debug_assert_eq!(lines, line_starts(source.text.as_bytes()), "every line has its start");
        source.marks = OnceLock::from(Marks { lines, characters: OnceLock::new() });
    }

    /// The document of this number.
    #[inline]
    pub fn get(&self, document: DocumentId) -> &Source {
        &self.documents[usize::from(document.0)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_starts_after_every_end_of_one() {
        for text in [
            "",
            "\n",
            "a\n\n\nbcdefgh\ni\r\njklmnopqrstuv\nw\n",
            "é\u{a0a}\u{10a}\n\u{8a}é0123456789\n\n\n\n\n\n\n\n\n\nx",
        ] {
            let ends = text.match_indices('\n').map(|(at, _)| at + 1);
            assert_eq!(line_starts(text.as_bytes()), [0].into_iter().chain(ends).collect::<Vec<_>>(), "{text:?}");
        }
    }

    #[test]
    fn columns_count_characters_however_long_the_line() {
        let mut sources = Sources::default();
        let text = format!("é\n{}", "aé€😀".repeat(2_000));
        let document = sources.add("long.json", text.as_str());
        let source = sources.get(document);
        for (count, (byte, _)) in text.char_indices().enumerate().skip(2) {
            assert_eq!(source.line_and_column(byte), (2, u32::try_from(count - 1).unwrap()));
        }
        assert_eq!(source.line_and_column(text.len() + 9), (2, 8_001));
        assert_eq!((source.line_start(2), source.line_start(3)), (3, text.len()));
    }
}
