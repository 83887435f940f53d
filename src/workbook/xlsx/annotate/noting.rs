//! Notes on the cells of one sheet of somebody's workbook. Those that are there keep their words, and ours stand below.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::super::super::package::{Package, Unreadable};
use super::super::super::xml::escaped;
use super::super::notes::{self, FIRST, KIND, Note, SHAPE};
use super::super::patch::{Edits, TagKind, attribute, prefix, tags};
use super::super::read::{absolute, of_address, related};
use super::{Finding, HEAD, OFFICE, PARTS, TYPES, before_the_end};

/// What may come only after the drawing of the notes.
const LATER: [&str; 8] =
    ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

/// Puts notes on the cells of one sheet.
pub(super) struct Noting<'n, 'p> {
    pub(super) package: &'n mut Package<'p>,
    pub(super) changed: &'n mut BTreeMap<String, String>,
    pub(super) types: &'n mut String,
    pub(super) part: &'n str,
    pub(super) number: usize,
}

impl Noting<'_, '_> {
    /// The sheet with its notes.
    pub(super) fn notes(
        &mut self,
        text: &str,
        cells: &BTreeMap<(u32, u32), Vec<&Finding>>,
    ) -> Result<String, Unreadable> {
        let notes: Vec<Note> = cells.iter().map(|(cell, findings)| (*cell, said(findings))).collect();
        let tags = tags(text)?;
        let (folder, name) = self.part.rsplit_once('/').unwrap_or(("", self.part));
        let rels = format!("{folder}/_rels/{name}.rels");
        if let Some(drawn) = tags.iter().find(|tag| tag.name == "legacyDrawing") {
            let written = &text[drawn.bytes.0..drawn.bytes.1];
            let id = ["r:id", "id"].iter().find_map(|name| attribute(written, name)).unwrap_or_default();
            let parts = related(self.package, folder, &rels)?;
            self.beside_others(&parts, id, &rels, &notes)?;
            return Ok(text.to_owned());
        }
        let comments = self.new_part("xml");
        let drawing = self.new_part("vml");
        let link = format!(
            "{}<Relationship Id=\"rIdCandourDrawing\" Type=\"{OFFICE}/vmlDrawing\" Target=\"/{drawing}\"/>",
            self.comments_link(&comments)
        );
        self.link(&rels, &link)?;
        self.changed.insert(comments, notes::comments(&notes));
        self.changed.insert(drawing, notes::drawing(&notes));
        let later = tags.iter().find(|tag| tag.depth == 1 && LATER.contains(&tag.name.as_str()));
        let at = later.or(tags.last()).map(|tag| tag.bytes.0).ok_or(Unreadable::Odd)?;
        let before = prefix(&tags);
        let mut edits = Edits::default();
        edits.insert(at, format!("<{before}legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"rIdCandourDrawing\"/>"));
        Ok(edits.made(text))
    }

    /// Puts notes beside those that a sheet has. Where their parts are not there, the findings are in the list alone.
    fn beside_others(
        &mut self,
        parts: &BTreeMap<String, (String, String)>,
        drawing: &str,
        rels: &str,
        notes: &[Note],
    ) -> Result<(), Unreadable> {
        let Some((_, drawing)) = parts.get(drawing) else { return Ok(()) };
        let Some(drawn) = self.package.text(drawing)? else { return Ok(()) };
        let Some(end) = drawn.rfind("</xml>") else { return Ok(()) };
        let comments = parts.values().find(|(kind, _)| kind.ends_with("/comments")).map(|(_, target)| target.clone());
        let held = match &comments {
            Some(comments) => self.package.text(comments)?,
            None => None,
        };
        let new = if let (Some(comments), Some(held)) = (comments, held) {
            let (text, new) = added(&held, notes)?;
            self.changed.insert(comments, text);
            new
        } else {
            let comments = self.new_part("xml");
            let link = self.comments_link(&comments);
            self.link(rels, &link)?;
            self.changed.insert(comments, notes::comments(notes));
            notes.to_vec()
        };
        let numbers = drawn.split(SHAPE).skip(1).map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
            rest[..end].parse::<usize>().unwrap_or(0)
        });
        let first = numbers.max().map_or(FIRST, |last| last.saturating_add(1));
        let kind = if drawn.contains("id=\"_x0000_t202\"") { "" } else { KIND };
        let more = format!("{}{kind}{}{}", &drawn[..end], notes::shapes(&new, first), &drawn[end..]);
        self.changed.insert(drawing.clone(), more);
        Ok(())
    }

    /// The name of a new part.
    fn new_part(&self, ending: &str) -> String {
        let (folder, _) = self.part.rsplit_once('/').unwrap_or(("", self.part));
        let within = if ending == "vml" { "../drawings/" } else { "../" };
        absolute(folder, &format!("{within}candour-notes{}.{ending}", self.number + 1))
    }

    /// The link from the sheet to the part of its notes, which is told of, too.
    fn comments_link(&mut self, comments: &str) -> String {
        let _ = write!(self.types, "<Override PartName=\"/{comments}\" ContentType=\"{TYPES}.comments+xml\"/>");
        format!("<Relationship Id=\"rIdCandourNotes\" Type=\"{OFFICE}/comments\" Target=\"/{comments}\"/>")
    }

    fn link(&mut self, rels: &str, links: &str) -> Result<(), Unreadable> {
        let text = match self.package.text(rels)? {
            Some(known) => before_the_end(&known, links)?,
            None => format!("{HEAD}<Relationships xmlns=\"{PARTS}\">{links}</Relationships>"),
        };
        self.changed.insert(rels.to_owned(), text);
        Ok(())
    }
}

/// What the note of a cell says.
fn said(findings: &[&Finding]) -> String {
    let said =
        |finding: &&Finding| format!("{}: {}\nWhat to do: {}", finding.kind.word(), finding.message, finding.help);
    findings.iter().map(said).collect::<Vec<_>>().join("\n\n")
}

/// The part of somebody's notes with ours: below the words of the note that a cell has, else as notes of their own, which
/// are told, because they are still to be drawn.
fn added(text: &str, notes: &[Note]) -> Result<(String, Vec<Note>), Unreadable> {
    let tags = tags(text)?;
    let before = prefix(&tags);
    let mut edits = Edits::default();
    // Where the words end of the note of each cell.
    let mut ends: BTreeMap<(u32, u32), Option<usize>> = BTreeMap::new();
    let mut here = None;
    for tag in &tags {
        match (tag.name.as_str(), tag.kind) {
            ("comment", TagKind::Start) => {
                here = attribute(&text[tag.bytes.0..tag.bytes.1], "ref").and_then(of_address);
                ends.extend(here.map(|cell| (cell, None)));
            }
            ("comment", TagKind::End) => here = None,
            ("t", TagKind::End) => ends.extend(here.map(|cell| (cell, Some(tag.bytes.0)))),
            _ => {}
        }
    }
    let mut new = Vec::new();
    for (cell, words) in notes {
        match ends.get(cell) {
            Some(Some(end)) => edits.insert(*end, escaped(&format!("\n\n{words}"))),
            // A note without words cannot be added to; what is said of its cell is in the list.
            Some(None) => {}
            None => new.push((*cell, words.clone())),
        }
    }
    let authors = tags.iter().filter(|tag| tag.name == "author" && tag.kind != TagKind::End).count();
    for (name, more) in [
        ("authors", format!("<{before}author>candour</{before}author>")),
        ("commentList", new.iter().map(|note| notes::comment(note, &before, authors)).collect()),
    ] {
        let tag = tags.iter().find(|tag| tag.name == name && tag.kind != TagKind::Start).ok_or(Unreadable::Odd)?;
        if tag.kind == TagKind::Empty {
            edits.replace(tag.bytes, format!("<{before}{name}>{more}</{before}{name}>"));
        } else {
            edits.insert(tag.bytes.0, more);
        }
    }
    Ok((edits.made(text), new))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_that_is_there_keeps_its_words_and_ours_stand_below() {
        let text = "<x:comments><x:authors><x:author>Ann</x:author></x:authors><x:commentList><x:comment ref=\"B5\" \
                    authorId=\"0\"><x:text><x:r><x:rPr><x:b/></x:rPr><x:t>Ask Jo &amp; Al</x:t></x:r></x:text></x:comment>\
                    </x:commentList></x:comments>";
        let notes = [((4, 1), "Error: one".to_owned()), ((6, 2), "Advice: <two>".to_owned())];
        let (text, new) = added(text, &notes).unwrap();
        assert!(text.contains("<x:t>Ask Jo &amp; Al&#10;&#10;Error: one</x:t>"), "{text}");
        assert!(text.contains("<x:author>Ann</x:author><x:author>candour</x:author>"), "{text}");
        assert!(
            text.contains(
                "<x:comment ref=\"C7\" authorId=\"1\"><x:text><x:t xml:space=\"preserve\">Advice: &lt;two&gt;"
            )
        );
        assert_eq!(new, notes[1..]);
    }

    #[test]
    fn an_empty_part_of_notes_is_filled() {
        let text = "<comments><authors/><commentList/></comments>";
        let (text, new) = added(text, &[((0, 0), "Error: one".to_owned())]).unwrap();
        assert!(
            text.contains(
                "<authors><author>candour</author></authors><commentList><comment ref=\"A1\" authorId=\"0\">"
            )
        );
        assert_eq!(new.len(), 1);
    }
}
