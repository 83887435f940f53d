//! Colours on the cells of a sheet, and words beside them. Knows cells and their tags, never what stands in them.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::super::super::WORD;
use super::super::super::package::Unreadable;
use super::super::super::xml::escaped;
use super::super::patch::{Edits, Tag, TagKind, attribute, prefix, tags, with_attribute};
use super::super::read::of_address;
use super::looks::Looks;
use super::{Finding, Kind};
use crate::intake::letters;

/// A row: its tag, where it ends, and its cells by their columns.
type Line = (Tag, Option<usize>, Vec<(u32, Tag)>);

/// A sheet with colours on its cells, and words beside them.
pub(super) fn coloured(
    text: &str,
    cells: &BTreeMap<(u32, u32), Vec<&Finding>>,
    looks: &mut Looks,
) -> Result<String, Unreadable> {
    let tags = tags(text)?;
    let before = prefix(&tags);
    let mut edits = Edits::default();
    let mut beside: BTreeMap<u32, String> = BTreeMap::new();
    for ((row, column), findings) in cells {
        let kind = gravest(findings);
        let words = beside.entry(*row).or_default();
        let comma = if words.is_empty() { format!("{WORD} ") } else { ", ".to_owned() };
        let _ = write!(words, "{comma}{} in {}{}", kind.word(), letters(*column), row + 1);
    }
    let address = |tag: &Tag| attribute(&text[tag.bytes.0..tag.bytes.1], "r").and_then(of_address);
    let is_cell = |tag: &&Tag| tag.name == "c" && tag.kind != TagKind::End;
    let widest = tags.iter().filter(is_cell).filter_map(address).map(|(_, column)| column).max().unwrap_or(0);
    let widest = cells.keys().map(|(_, column)| *column).max().unwrap_or(0).max(widest);
    // What stands in each row, and where the row begins and ends.
    let mut rows: BTreeMap<u32, Line> = BTreeMap::new();
    let mut here = None;
    for tag in &tags {
        match (tag.name.as_str(), tag.kind) {
            ("row", TagKind::Start | TagKind::Empty) => {
                let number = attribute(&text[tag.bytes.0..tag.bytes.1], "r").and_then(|r| r.parse::<u32>().ok());
                let number = number.map_or_else(|| here.map_or(0, |row: u32| row + 1), |r| r.saturating_sub(1));
                here = Some(number);
                rows.insert(number, (tag.clone(), None, Vec::new()));
            }
            ("row", TagKind::End) => {
                if let Some((_, end, _)) = here.and_then(|row| rows.get_mut(&row)) {
                    *end = Some(tag.bytes.0);
                }
            }
            ("c", TagKind::Start | TagKind::Empty) => {
                if let Some((_, _, held)) = here.and_then(|row| rows.get_mut(&row))
                    && let Some((_, column)) = address(tag)
                {
                    held.push((column, tag.clone()));
                }
            }
            _ => {}
        }
    }
    let word = |row: u32, words: &str| {
        let style = looks.of_words(true);
        let at = letters(widest + 1);
        format!(
            "<{before}c r=\"{at}{}\" s=\"{style}\" t=\"inlineStr\"><{before}is><{before}t>{}</{before}t></{before}is></{before}c>",
            row + 1,
            escaped(words)
        )
    };
    let words: BTreeMap<u32, String> = beside.iter().map(|(row, words)| (*row, word(*row, words))).collect();
    for (row, words) in words {
        let marked: Vec<(u32, Kind)> =
            cells.range((row, 0)..=(row, u32::MAX)).map(|((_, column), found)| (*column, gravest(found))).collect();
        let empty = |looks: &mut Looks, column: u32, kind: Kind| {
            let style = looks.with(0, kind);
            format!("<{before}c r=\"{}{}\" s=\"{style}\"/>", letters(column), row + 1)
        };
        let Some((tag, end, held)) = rows.get(&row) else {
            let inner: String = marked.iter().map(|(column, kind)| empty(looks, *column, *kind)).collect();
            let whole = format!("<{before}row r=\"{}\">{inner}{words}</{before}row>", row + 1);
            let next = rows.range(row..).next().map(|(_, (tag, _, _))| tag.bytes.0);
            let close = tags.iter().find(|tag| tag.name == "sheetData" && tag.kind == TagKind::End);
            edits.insert(next.or(close.map(|tag| tag.bytes.0)).ok_or(Unreadable::Odd)?, whole);
            continue;
        };
        let Some(end) = end else {
            let inner: String = marked.iter().map(|(column, kind)| empty(looks, *column, *kind)).collect();
            let open = text[tag.bytes.0..tag.bytes.1].trim_end_matches('>').trim_end_matches('/').to_owned();
            edits.replace(tag.bytes, format!("{open}>{inner}{words}</{before}row>"));
            continue;
        };
        for (column, kind) in marked {
            if let Some((_, tag)) = held.iter().find(|(known, _)| *known == column) {
                let written = &text[tag.bytes.0..tag.bytes.1];
                let style = attribute(written, "s").and_then(|style| style.parse().ok()).unwrap_or(0);
                let style = looks.with(style, kind).to_string();
                edits.replace(tag.bytes, with_attribute(written, "s", &style));
            } else {
                let next = held.iter().find(|(known, _)| *known > column).map_or(*end, |(_, tag)| tag.bytes.0);
                edits.insert(next, empty(looks, column, kind));
            }
        }
        edits.insert(*end, words);
    }
    Ok(if edits.is_empty() { text.to_owned() } else { edits.made(text) })
}

fn gravest(findings: &[&Finding]) -> Kind {
    findings.iter().map(|finding| finding.kind).min().unwrap_or(Kind::Advice)
}
