//! A copy of a workbook with what was found in it: a note and a colour on each cell, a word beside it, and a first sheet that
//! lists everything with links. No value, formula or look of what somebody made is touched otherwise.

mod colours;
mod list;
mod looks;
mod noting;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::super::FINDINGS;
use super::super::package::{Package, Packing, Unreadable};
use super::notes;
use super::patch::{Edits, TagKind, attribute, prefix, tags, with_attribute};
use super::read::{Outline, main_part, of_address, related};
use colours::coloured;
use list::listed;
use looks::Looks;
use noting::Noting;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// What was found, and where.
#[derive(Debug, Clone)]
pub(in super::super) struct Finding {
    /// The sheet, where it stands in one.
    pub(in super::super) sheet: Option<String>,
    /// The cell, as `E7`.
    pub(in super::super) cell: Option<String>,
    pub(in super::super) kind: Kind,
    pub(in super::super) message: String,
    pub(in super::super) help: String,
    pub(in super::super) rule: &'static str,
}

/// How much a finding matters; the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) enum Kind {
    Error,
    Warning,
    Advice,
}

impl Kind {
    const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    const fn word(self) -> &'static str {
        match self {
            Self::Error => "Error",
            Self::Warning => "Warning",
            Self::Advice => "Advice",
        }
    }

    const fn colour(self) -> &'static str {
        match self {
            Self::Error => "FFF8D7DA",
            Self::Warning => "FFFFE5B4",
            Self::Advice => "FFDCE9F7",
        }
    }
}

/// The copy.
pub(in super::super) fn annotate(bytes: &[u8], findings: &[Finding]) -> Result<Vec<u8>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let rels = format!("{folder}/_rels/{name}.rels");
    let parts = related(&mut package, folder, &rels)?;
    let mut changed: BTreeMap<String, String> = BTreeMap::new();
    let outline_text = package.text(&main)?.ok_or(Unreadable::Odd)?;
    let outline = Outline::read(&outline_text)?;
    let styles = parts.values().find(|(kind, _)| kind.ends_with("/styles")).map(|(_, target)| target.clone());
    let styles_text = match &styles {
        Some(name) => package.text(name)?,
        None => None,
    };
    let mut looks = Looks::of(styles_text.as_deref().unwrap_or_default())?;
    let mut types = String::new();
    for (number, (sheet, _, id)) in outline.sheets.iter().enumerate() {
        let Some((_, part)) = parts.get(id) else { continue };
        let Some(text) = package.text(part)? else { continue };
        // The list of findings is what is seen first.
        let text = text.replace(" tabSelected=\"1\"", "").replace(" tabSelected=\"true\"", "");
        let mut cells: BTreeMap<(u32, u32), Vec<&Finding>> = BTreeMap::new();
        for finding in findings.iter().filter(|finding| finding.sheet.as_deref() == Some(sheet)) {
            if let Some(at) = finding.cell.as_deref().and_then(of_address) {
                cells.entry(at).or_default().push(finding);
            }
        }
        if cells.is_empty() {
            changed.insert(part.clone(), text);
            continue;
        }
        let mut noting = Noting { package: &mut package, changed: &mut changed, types: &mut types, part, number };
        let text = noting.notes(&text, &cells)?;
        changed.insert(part.clone(), coloured(&text, &cells, &mut looks)?);
    }
    let name = free_name(&outline);
    let list = format!("{folder}/worksheets/candour-findings.xml");
    changed.insert(list.clone(), listed(findings, &mut looks));
    let _ = write!(types, "<Override PartName=\"/{list}\" ContentType=\"{TYPES}.worksheet+xml\"/>");
    changed.insert(main.clone(), with_sheet(&outline_text, &name)?);
    let link = format!("<Relationship Id=\"rIdCandour\" Type=\"{OFFICE}/worksheet\" Target=\"/{list}\"/>");
    let rels_text = package.text(&rels)?.ok_or(Unreadable::Odd)?;
    changed.insert(rels, before_the_end(&rels_text, &link)?);
    if let (Some(name), Some(text)) = (styles, styles_text) {
        changed.insert(name, looks.written(&text)?);
    }
    let known = package.text("[Content_Types].xml")?.ok_or(Unreadable::Odd)?;
    if !known.contains("Extension=\"vml\"") {
        let _ = write!(types, "<Default Extension=\"vml\" ContentType=\"{}\"/>", notes::VML);
    }
    changed.insert("[Content_Types].xml".to_owned(), before_the_end(&known, &types)?);
    let mut packing = Packing::new();
    for name in package.names() {
        match changed.remove(&name) {
            Some(text) => packing.add(&name, text.as_bytes()),
            None => packing.add(&name, &package.bytes(&name)?.unwrap_or_default()),
        }
    }
    for (name, text) in changed {
        packing.add(&name, text.as_bytes());
    }
    Ok(packing.finish())
}

/// A name for the list that no sheet has.
fn free_name(outline: &Outline) -> String {
    let taken: BTreeSet<String> = crate::order::set(outline.sheets.iter().map(|(name, _, _)| name.to_lowercase()));
    let numbered = (2..).map(|number| format!("{FINDINGS} {number}"));
    let mut names = std::iter::once(FINDINGS.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_else(|| FINDINGS.to_owned())
}

/// The outline with the list as its first sheet. What names sheets by their number counts one more.
fn with_sheet(text: &str, name: &str) -> Result<String, Unreadable> {
    let tags = tags(text)?;
    let before = prefix(&tags);
    let mut edits = Edits::default();
    let mut last = 0_u32;
    for tag in tags.iter().filter(|tag| tag.kind != TagKind::End) {
        let written = &text[tag.bytes.0..tag.bytes.1];
        match tag.name.as_str() {
            "sheet" => last = last.max(attribute(written, "sheetId").and_then(|id| id.parse().ok()).unwrap_or(0)),
            "definedName" => {
                if let Some(number) = attribute(written, "localSheetId").and_then(|id| id.parse::<u32>().ok()) {
                    edits.replace(tag.bytes, with_attribute(written, "localSheetId", &(number + 1).to_string()));
                }
            }
            "workbookView" => {
                let first = with_attribute(&with_attribute(written, "activeTab", "0"), "firstSheet", "0");
                edits.replace(tag.bytes, first);
            }
            _ => {}
        }
    }
    let sheets = tags.iter().find(|tag| tag.name == "sheets" && tag.kind == TagKind::Start).ok_or(Unreadable::Odd)?;
    let id = last + 1;
    edits.insert(
        sheets.bytes.1,
        format!("<{before}sheet xmlns:r=\"{OFFICE}\" name=\"{name}\" sheetId=\"{id}\" r:id=\"rIdCandour\"/>"),
    );
    Ok(edits.made(text))
}

/// The text with more before the end of its outermost element.
fn before_the_end(text: &str, more: &str) -> Result<String, Unreadable> {
    let tags = tags(text)?;
    let last = tags.last().ok_or(Unreadable::Odd)?;
    let mut edits = Edits::default();
    if last.kind == TagKind::Empty {
        let open = text[last.bytes.0..last.bytes.1].trim_end_matches('>').trim_end_matches('/').to_owned();
        edits.replace(last.bytes, format!("{open}>{more}</{}>", last.whole));
    } else {
        edits.insert(last.bytes.0, more);
    }
    Ok(edits.made(text))
}
