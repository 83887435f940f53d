//! Notes on cells: what they say, and where they are drawn when somebody points at their cells. Knows cells by row and
//! column, never what stands in them.

use std::fmt::Write;

use super::super::xml::escaped;
use crate::intake::letters;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// What notes and their drawings are, in the list of all parts.
pub(super) const VML: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// A cell by its row and column, from 0, and what its note says.
pub(super) type Note = ((u32, u32), String);

/// The part of these notes, by one author.
pub(super) fn comments(notes: &[Note]) -> String {
    let inner: String = notes.iter().map(|note| comment(note, "", 0)).collect();
    format!(
        "{HEAD}<comments xmlns=\"{MAIN}\"><authors><author>candour</author></authors>\
         <commentList>{inner}</commentList></comments>"
    )
}

/// A note, with what stands before the names of elements.
pub(super) fn comment(((row, column), words): &Note, before: &str, author: usize) -> String {
    format!(
        "<{before}comment ref=\"{}{}\" authorId=\"{author}\"><{before}text><{before}t xml:space=\"preserve\">{}</{before}t>\
         </{before}text></{before}comment>",
        letters(*column),
        row + 1,
        escaped(words)
    )
}

/// The part of the drawings of these notes.
pub(super) fn drawing(notes: &[Note]) -> String {
    format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\">{KIND}{}</xml>",
        shapes(notes, FIRST)
    )
}

/// The kind of shape that a note has.
pub(super) const KIND: &str = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" \
    path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>\
    <v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";

/// What the names of shapes begin with, and the first of their numbers.
pub(super) const SHAPE: &str = "_x0000_s";
pub(super) const FIRST: usize = 1025;

/// The drawings of notes, numbered from here on.
pub(super) fn shapes(notes: &[Note], first: usize) -> String {
    let mut xml = String::new();
    for (number, ((row, column), words)) in notes.iter().enumerate() {
        // High enough for what it says, at some forty letters a line.
        let lines = words.split('\n').map(|line| line.chars().count() / 40 + 1).sum::<usize>();
        let bottom = row + 2 + u32::try_from(lines.clamp(3, 24)).unwrap_or(24);
        let (left, right) = (column + 1, column + 4);
        let _ = write!(
            xml,
            "<v:shape id=\"{SHAPE}{}\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" \
             fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:textbox/>\
             <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
             <x:Anchor>{left}, 15, {row}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
             <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
            first + number
        );
    }
    xml
}
