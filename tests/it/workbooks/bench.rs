//! A workbook on the bench: its parts, to be damaged as spreadsheet programs and people damage them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

pub(super) struct Bench {
    parts: BTreeMap<String, Vec<u8>>,
}

impl Bench {
    pub(super) fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            parts.insert(part.name().unwrap().into_owned(), bytes);
        }
        Self { parts }
    }

    /// Without any parts.
    pub(super) fn empty() -> Self {
        Self { parts: BTreeMap::new() }
    }

    pub(super) fn close(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in &self.parts {
            writer.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    /// Puts a part in, or another in its place.
    pub(super) fn put(&mut self, name: &str, bytes: Vec<u8>) {
        self.parts.insert(name.to_owned(), bytes);
    }

    pub(super) fn text(&self, name: &str) -> String {
        String::from_utf8(self.parts[name].clone()).unwrap()
    }

    /// The text of a part, where there is one of this name.
    pub(super) fn has(&self, name: &str) -> Option<String> {
        self.parts.contains_key(name).then(|| self.text(name))
    }

    /// Changes a part, which must then be another.
    pub(super) fn change(&mut self, name: &str, change: impl Fn(&str) -> String) {
        let before = self.text(name);
        let after = change(&before);
        assert_ne!(before, after, "{name} is as it was");
        self.put(name, after.into_bytes());
    }

    /// The names of all parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The part of a sheet.
    pub(super) fn part_of(&self, sheet: &str) -> String {
        let outline = self.text("xl/workbook.xml");
        let before = outline.split(&format!("<sheet name=\"{sheet}\" sheetId=\"")).nth(1);
        let number = before.unwrap_or_else(|| panic!("no sheet {sheet}")).split('"').next().unwrap();
        format!("xl/worksheets/sheet{number}.xml")
    }

    /// The address of the first cell with these words.
    pub(super) fn find(&self, sheet: &str, words: &str) -> String {
        let text = self.text(&self.part_of(sheet));
        let end = text.find(&format!(">{words}</t>")).unwrap_or_else(|| panic!("{sheet} does not say {words}"));
        text[..end].rsplit("<c r=\"").next().unwrap().split('"').next().unwrap().to_owned()
    }

    /// The address in the column of this heading and this row.
    pub(super) fn at(&self, sheet: &str, heading: &str, row: u32) -> String {
        let address = self.find(sheet, heading);
        let column: String = address.chars().take_while(char::is_ascii_alphabetic).collect();
        format!("{column}{row}")
    }

    /// The whole of a cell as it is written.
    pub(super) fn cell(&self, sheet: &str, address: &str) -> String {
        let text = self.text(&self.part_of(sheet));
        let start = text.find(&format!("<c r=\"{address}\"")).unwrap_or_else(|| panic!("{sheet} has no {address}"));
        let rest = &text[start..];
        let next = ["<c r=", "</row>"].iter().filter_map(|end| rest[1..].find(end)).min().unwrap() + 1;
        rest[..next].to_owned()
    }

    /// Puts a cell into a row, or in the place of the one that is there: what stands between `<c r="…"` and `</c>`.
    pub(super) fn set(&mut self, sheet: &str, address: &str, cell: &str) {
        let part = self.part_of(sheet);
        let text = self.text(&part);
        let new = format!("<c r=\"{address}\"{cell}</c>");
        let row: String = address.chars().skip_while(char::is_ascii_alphabetic).collect();
        let text = if text.contains(&format!("<c r=\"{address}\"")) {
            text.replacen(&self.cell(sheet, address), &new, 1)
        } else if let Some(start) = text.find(&format!("<row r=\"{row}\"")) {
            let end = start + text[start..].find("</row>").unwrap();
            format!("{}{new}{}", &text[..end], &text[end..])
        } else {
            text.replacen("</sheetData>", &format!("<row r=\"{row}\">{new}</row></sheetData>"), 1)
        };
        self.put(&part, text.into_bytes());
    }

    /// Writes words into a cell, as a person would.
    pub(super) fn write(&mut self, sheet: &str, address: &str, words: &str) {
        self.set(sheet, address, &format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is>"));
    }

    /// A style that shows numbers in the format of this number, and how cells name it.
    pub(super) fn style(&mut self, format: u32) -> usize {
        let text = self.text("xl/styles.xml");
        let cells = text.split("<cellXfs").nth(1).unwrap().split("</cellXfs>").next().unwrap();
        let count = cells.matches("<xf ").count();
        let more = format!("<xf numFmtId=\"{format}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs>");
        self.put("xl/styles.xml", text.replacen("</cellXfs>", &more, 1).into_bytes());
        count
    }
}
