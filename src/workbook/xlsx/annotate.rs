//! A copy of a workbook with what was found in it: a note and a colour on each cell, a word beside it, and a first sheet that
//! lists everything with links. No value, formula or look of what somebody made is touched otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::super::package::{Package, Packing, Unreadable};
use super::super::page::quoted;
use super::super::xml::escaped;
use super::super::{FINDINGS, WORD};
use super::patch::{Edits, Tag, TagKind, attribute, prefix, tags, with_attribute};
use super::read::{Outline, absolute, main_part, of_address, related};
use crate::intake::letters;

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
    changed.insert(list.clone(), listed(findings, &looks));
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
        let kind = "application/vnd.openxmlformats-officedocument.vmlDrawing";
        let _ = write!(types, "<Default Extension=\"vml\" ContentType=\"{kind}\"/>");
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

/// The looks of a workbook, and those that are added: each with a colour behind it.
struct Looks {
    prefix: String,
    /// The looks of cells as they are written.
    cells: Vec<String>,
    fills: usize,
    /// What a look becomes with a colour, in the order in which they were asked for.
    added: Vec<(usize, Kind)>,
}

impl Looks {
    fn of(text: &str) -> Result<Self, Unreadable> {
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
    fn with(&mut self, look: usize, kind: Kind) -> usize {
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
    fn of_words(&self, is_bold: bool) -> usize {
        if self.cells.is_empty() { 0 } else { self.cells.len() + usize::from(is_bold) }
    }

    fn written(&self, text: &str) -> Result<String, Unreadable> {
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

/// A row: its tag, where it ends, and its cells by their columns.
type Line = (Tag, Option<usize>, Vec<(u32, Tag)>);

/// A sheet with colours on its cells, and words beside them.
fn coloured(text: &str, cells: &BTreeMap<(u32, u32), Vec<&Finding>>, looks: &mut Looks) -> Result<String, Unreadable> {
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

/// What may come only after the drawing of the notes.
const LATER: [&str; 8] =
    ["legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst"];

/// Puts notes on the cells of one sheet.
struct Noting<'n, 'p> {
    package: &'n mut Package<'p>,
    changed: &'n mut BTreeMap<String, String>,
    types: &'n mut String,
    part: &'n str,
    number: usize,
}

impl Noting<'_, '_> {
    /// The sheet with its notes. A sheet that has notes already keeps them, and gets no more: its findings are in the list.
    fn notes(&mut self, text: &str, cells: &BTreeMap<(u32, u32), Vec<&Finding>>) -> Result<String, Unreadable> {
        let tags = tags(text)?;
        if tags.iter().any(|tag| tag.name == "legacyDrawing") {
            return Ok(text.to_owned());
        }
        let (folder, name) = self.part.rsplit_once('/').unwrap_or(("", self.part));
        let number = self.number + 1;
        let comments = absolute(folder, &format!("../candour-notes{number}.xml"));
        let drawing = absolute(folder, &format!("../drawings/candour-notes{number}.vml"));
        let links = format!(
            "<Relationship Id=\"rIdCandourNotes\" Type=\"{OFFICE}/comments\" Target=\"/{comments}\"/>\
             <Relationship Id=\"rIdCandourDrawing\" Type=\"{OFFICE}/vmlDrawing\" Target=\"/{drawing}\"/>"
        );
        let rels = format!("{folder}/_rels/{name}.rels");
        let rels_text = match self.package.text(&rels)? {
            Some(known) => before_the_end(&known, &links)?,
            None => format!("{HEAD}<Relationships xmlns=\"{PARTS}\">{links}</Relationships>"),
        };
        self.changed.insert(rels, rels_text);
        let _ = write!(self.types, "<Override PartName=\"/{comments}\" ContentType=\"{TYPES}.comments+xml\"/>");
        self.changed.insert(comments, comment_part(cells));
        self.changed.insert(drawing, drawing_part(cells));
        let later = tags.iter().find(|tag| tag.depth == 1 && LATER.contains(&tag.name.as_str()));
        let at = later.or(tags.last()).map(|tag| tag.bytes.0).ok_or(Unreadable::Odd)?;
        let before = prefix(&tags);
        let mut edits = Edits::default();
        edits.insert(at, format!("<{before}legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"rIdCandourDrawing\"/>"));
        Ok(edits.made(text))
    }
}

fn comment_part(cells: &BTreeMap<(u32, u32), Vec<&Finding>>) -> String {
    let mut xml = format!("{HEAD}<comments xmlns=\"{MAIN}\"><authors><author>candour</author></authors><commentList>");
    for ((row, column), findings) in cells {
        let said =
            |finding: &&Finding| format!("{}: {}\nWhat to do: {}", finding.kind.word(), finding.message, finding.help);
        let words: Vec<String> = findings.iter().map(said).collect();
        let _ = write!(
            xml,
            "<comment ref=\"{}{}\" authorId=\"0\"><text><t xml:space=\"preserve\">{}</t></text></comment>",
            letters(*column),
            row + 1,
            escaped(&words.join("\n\n"))
        );
    }
    xml.push_str("</commentList></comments>");
    xml
}

/// Where the notes are drawn when somebody points at their cells.
fn drawing_part(cells: &BTreeMap<(u32, u32), Vec<&Finding>>) -> String {
    let mut xml = String::from(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" \
         o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>\
         <v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>",
    );
    for (number, (row, column)) in cells.keys().enumerate() {
        let (left, right, bottom) = (column + 1, column + 4, row + 8);
        let _ = write!(
            xml,
            "<v:shape id=\"_x0000_s{}\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" \
             fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:textbox/>\
             <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
             <x:Anchor>{left}, 15, {row}, 2, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
             <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
            1025 + number
        );
    }
    xml.push_str("</xml>");
    xml
}

/// The sheet that lists everything.
fn listed(findings: &[Finding], looks: &Looks) -> String {
    let (plain, bold) = (looks.of_words(false), looks.of_words(true));
    let cell = |column: u32, row: usize, style: usize, words: &str| {
        format!(
            "<c r=\"{}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
            letters(column),
            escaped(words)
        )
    };
    let mut rows = format!(
        "<row r=\"1\">{}</row><row r=\"2\">{}</row>",
        cell(0, 1, bold, "What was found"),
        cell(0, 2, 0, "Each line leads to its cell. Mend the errors first; answer the warnings or mend them.")
    );
    let headings = ["Where", "How grave", "What it is", "What to do", "Rule"];
    let inner: String = (0..).zip(headings).map(|(column, words)| cell(column, 4, bold, words)).collect();
    let _ = write!(rows, "<row r=\"4\">{inner}</row>");
    let mut links = String::new();
    for (index, finding) in findings.iter().enumerate() {
        let row = index + 5;
        let spot = match (&finding.sheet, &finding.cell) {
            (Some(sheet), Some(cell)) => format!("{sheet}!{cell}"),
            (Some(sheet), None) => sheet.clone(),
            (None, _) => "The whole workbook".to_owned(),
        };
        if let Some(sheet) = &finding.sheet {
            let target = format!("{}!{}", quoted(sheet), finding.cell.as_deref().unwrap_or("A1"));
            let _ = write!(links, "<hyperlink ref=\"A{row}\" location=\"{}\"/>", escaped(&target));
        }
        let words = [spot.as_str(), finding.kind.word(), &finding.message, &finding.help, finding.rule];
        let inner: String = (0..).zip(words).map(|(column, words)| cell(column, row, plain, words)).collect();
        let longest = finding.message.chars().count().max(finding.help.chars().count());
        let height = 15 * (longest / 52 + 1).min(26);
        let _ = write!(rows, "<row r=\"{row}\" ht=\"{height}\">{inner}</row>");
    }
    let links = if links.is_empty() { links } else { format!("<hyperlinks>{links}</hyperlinks>") };
    format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews>\
         <sheetView tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"4\" topLeftCell=\"A5\" \
         activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>\
         <col min=\"1\" max=\"1\" width=\"32\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"12\" customWidth=\"1\"/>\
         <col min=\"3\" max=\"4\" width=\"58\" customWidth=\"1\"/><col min=\"5\" max=\"5\" width=\"30\" customWidth=\"1\"/>\
         </cols><sheetData>{rows}</sheetData>{links}<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>\
         </worksheet>"
    )
}
