//! The cells of a text with separators (CSV), each with its place. Knows no letters codes and no headings.
//!
//! Cells end at a separator or at the end of a line. One that begins with a quotation mark ends with another, and holds
//! separators, line breaks and doubled quotation marks until then. Libraries for this pass over empty lines and over marks
//! that do not pair, and give no place of a cell; an officer has to be told all three.

use std::borrow::Cow;
use std::ops::Range;

/// A cell as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell<'t> {
    pub(super) row: u32,
    pub(super) column: u32,
    /// With its quotation marks.
    pub(super) bytes: Range<usize>,
    /// What it says.
    pub(super) words: Cow<'t, str>,
    pub(super) marks: Marks,
}

/// How the quotation marks of a cell stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// In pairs, or there are none that matter.
    Paired,
    /// The first is never closed in all the text.
    NeverClosed,
    /// More words follow after the closing one.
    WordsAfter,
}

/// The cells of a text from here on, in their order.
pub(super) fn cells(text: &str, start: usize, separator: u8) -> Cells<'_> {
    Cells { text, separator, at: start, row: 0, column: 0 }
}

#[derive(Debug)]
pub(super) struct Cells<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
    row: u32,
    column: u32,
}

impl<'t> Iterator for Cells<'t> {
    type Item = Cell<'t>;

    fn next(&mut self) -> Option<Cell<'t>> {
        let start = self.at;
        let first = *self.text.as_bytes().get(start)?;
        let (words, end, marks) = if first == b'"' {
            self.quoted(start)
        } else {
            let end = self.end_of_plain(start);
            (Cow::Borrowed(&self.text[start..end]), end, Marks::Paired)
        };
        let cell = Cell { row: self.row, column: self.column, bytes: start..end, words, marks };
        let rest = &self.text.as_bytes()[end..];
        if rest.first().is_some_and(|byte| *byte == self.separator) {
            self.at = end + 1;
            self.column = self.column.saturating_add(1);
        } else {
            self.at = end + if rest.starts_with(b"\r\n") { 2 } else { rest.len().min(1) };
            self.row = self.row.saturating_add(1);
            self.column = 0;
        }
        Some(cell)
    }
}

impl<'t> Cells<'t> {
    /// Where a cell without quotation marks ends.
    fn end_of_plain(&self, from: usize) -> usize {
        let rest = &self.text.as_bytes()[from..];
        let ends = |byte: &u8| *byte == self.separator || matches!(byte, b'\n' | b'\r');
        from + rest.iter().position(ends).unwrap_or(rest.len())
    }

    fn quoted(&self, start: usize) -> (Cow<'t, str>, usize, Marks) {
        let text = self.text;
        let mut words = Cow::Borrowed("");
        let mut from = start + 1;
        loop {
            let Some(mark) = text[from..].find('"').map(|at| from + at) else {
                // Taken for a cell whose closing mark was forgotten: what follows may still be read.
                let end = self.end_of_plain(start + 1);
                return (Cow::Borrowed(&text[start + 1..end]), end, Marks::NeverClosed);
            };
            if text.as_bytes().get(mark + 1) == Some(&b'"') {
                words += &text[from..=mark];
                from = mark + 2;
                continue;
            }
            words += &text[from..mark];
            let end = self.end_of_plain(mark + 1);
            let after = &text[mark + 1..end];
            let is_bare = after.trim().is_empty();
            if !is_bare {
                words += after;
            }
            if words.contains('\r') {
                words = words.replace("\r\n", "\n").replace('\r', "\n").into();
            }
            return (words, end, if is_bare { Marks::Paired } else { Marks::WordsAfter });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let cells = cells(text, 0, b',');
        cells
            .map(|cell| format!("{}.{} {}..{} {}", cell.row, cell.column, cell.bytes.start, cell.bytes.end, cell.words))
            .collect()
    }

    #[test]
    fn cells_have_their_rows_and_places() {
        assert_eq!(
            read("a,b\r\n\r\nc,,d"),
            ["0.0 0..1 a", "0.1 2..3 b", "1.0 5..5 ", "2.0 7..8 c", "2.1 9..9 ", "2.2 10..11 d"]
        );
        assert_eq!(read("a\rb\n"), ["0.0 0..1 a", "1.0 2..3 b"]);
        assert_eq!(read("a,"), ["0.0 0..1 a"]);
        assert_eq!(read(""), [""; 0]);
    }

    #[test]
    fn a_quoted_cell_holds_separators_lines_and_quotation_marks() {
        assert_eq!(
            read("\"a,\"\"b\"\"\r\nc\",d\n5\" pipe"),
            ["0.0 0..12 a,\"b\"\nc", "0.1 13..14 d", "1.0 15..22 5\" pipe"]
        );
        assert_eq!(read("\"\",\" \" ,x"), ["0.0 0..2 ", "0.1 3..7  ", "0.2 8..9 x"]);
    }

    #[test]
    fn marks_that_do_not_pair_are_known() {
        let marks = |text| cells(text, 0, b',').map(|cell| (cell.words.into_owned(), cell.marks)).collect::<Vec<_>>();
        let paired = |words: &str| (words.to_owned(), Marks::Paired);
        assert_eq!(
            marks("\"a,b\nc,\"\"\n"),
            [("a".to_owned(), Marks::NeverClosed), paired("b"), paired("c"), paired("")]
        );
        assert_eq!(
            marks("\"he said \"yes\" to us\",b"),
            [("he said yes\" to us\"".to_owned(), Marks::WordsAfter), paired("b")]
        );
    }
}
