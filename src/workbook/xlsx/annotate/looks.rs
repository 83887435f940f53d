//! The looks of a workbook, and those that are added for what was found. Knows looks, never what stands in a cell.

use std::fmt::Write;

use super::super::super::package::Unreadable;
use super::super::patch::{Edits, TagKind, prefix, tags, with_attribute};
use super::Kind;

/// The looks of a workbook, and those that are added: each with a colour behind it.
pub(super) struct Looks {
    prefix: String,
    /// The looks of cells as they are written.
    cells: Vec<String>,
    fills: usize,
    /// What a look becomes with a colour, in the order in which they were asked for.
    added: Vec<(usize, Kind)>,
}

impl Looks {
    pub(super) fn of(text: &str) -> Result<Self, Unreadable> {
        let tags = tags(text)?;
        let (mut cells, mut fills, mut area) = (Vec::new(), 0, String::new());
        let mut open = None;
        for tag in &tags {
            match (tag.kind, tag.name.as_str()) {
                (TagKind::Start, "fills" | "cellXfs") if tag.depth == 1 => area.clone_from(&tag.name),
                (TagKind::End, "fills" | "cellXfs") if tag.depth == 1 => area.clear(),
                (TagKind::Start | TagKind::Empty, "fill") if area == "fills" => fills += 1,
                (TagKind::Empty, "xf") if area == "cellXfs" => cells.push(text[tag.bytes.0..tag.bytes.1].to_owned()),
                (TagKind::Start, "xf") if area == "cellXfs" => open = Some(tag.bytes.0),
                (TagKind::End, "xf") if area == "cellXfs" => {
                    cells.extend(open.take().map(|start| text[start..tag.bytes.1].to_owned()));
                }
                _ => {}
            }
        }
        Ok(Self { prefix: prefix(&tags), cells, fills, added: Vec::new() })
    }

    /// The number of a look with this colour behind it.
    pub(super) fn with(&mut self, look: usize, kind: Kind) -> usize {
        if self.cells.is_empty() {
            return look;
        }
        let position = self.added.iter().position(|known| *known == (look, kind)).unwrap_or_else(|| {
            self.added.push((look, kind));
            self.added.len() - 1
        });
        self.cells.len() + WORDS + position
    }

    /// The number of the look of words, bold or not; that of everything where the workbook has no looks.
    pub(super) fn of_words(&self, is_bold: bool) -> usize {
        if self.cells.is_empty() { 0 } else { self.cells.len() + usize::from(is_bold) }
    }

    pub(super) fn written(&self, text: &str) -> Result<String, Unreadable> {
        let tags = tags(text)?;
        let before = &self.prefix;
        let mut edits = Edits::default();
        let fills: String = Kind::ALL.iter().fold(String::new(), |mut fills, kind| {
            let _ = write!(
                fills,
                "<{before}fill><{before}patternFill patternType=\"solid\"><{before}fgColor rgb=\"{}\"/>\
                 <{before}bgColor indexed=\"64\"/></{before}patternFill></{before}fill>",
                kind.colour()
            );
            fills
        });
        let plain = |font: usize| {
            format!(
                "<{before}xf numFmtId=\"49\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" \
                 applyAlignment=\"1\"><{before}alignment vertical=\"top\" wrapText=\"1\"/></{before}xf>"
            )
        };
        let fonts = tags.iter().filter(|tag| tag.name == "font" && tag.depth == 2 && tag.kind != TagKind::End).count();
        let mut cells = format!("{}{}", plain(0), plain(fonts));
        for (look, kind) in &self.added {
            let base = self.cells.get(*look).or(self.cells.first()).ok_or(Unreadable::Odd)?;
            let end = base.find('>').ok_or(Unreadable::Odd)? + 1;
            let fill = self.fills + Kind::ALL.iter().position(|known| known == kind).unwrap_or(0);
            let tag = with_attribute(&with_attribute(&base[..end], "fillId", &fill.to_string()), "applyFill", "1");
            let _ = write!(cells, "{tag}{}", &base[end..]);
        }
        let bold =
            format!("<{before}font><{before}b/><{before}sz val=\"11\"/><{before}name val=\"Arial\"/></{before}font>");
        for (name, more, count) in [
            ("fonts", bold, fonts + 1),
            ("fills", fills, self.fills + Kind::ALL.len()),
            ("cellXfs", cells, self.cells.len() + WORDS + self.added.len()),
        ] {
            for tag in tags.iter().filter(|tag| tag.name == name && tag.depth == 1) {
                let written = &text[tag.bytes.0..tag.bytes.1];
                match tag.kind {
                    TagKind::Start => edits.replace(tag.bytes, with_attribute(written, "count", &count.to_string())),
                    TagKind::End => edits.insert(tag.bytes.0, more.as_str()),
                    TagKind::Empty => {}
                }
            }
        }
        Ok(edits.made(text))
    }
}

/// So many looks are added for the list itself.
const WORDS: usize = 2;
