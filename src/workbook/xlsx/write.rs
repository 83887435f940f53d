//! From sheets to the parts of a workbook. Every text is written as a text, so that no program takes it for a formula,
//! and nothing leads outside the file.

use std::fmt::Write;

use super::super::fill::Out;
use super::super::package::Packing;
use super::super::page::{Offer, Page, quoted};
use super::super::xml::escaped;
use super::escapes::guarded;
use super::{notes, styles};
use crate::intake::letters;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PARTS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The workbook with these sheets. The same sheets give the same bytes.
pub(in super::super) fn write(pages: &[Page]) -> Vec<u8> {
    let mut packing = Packing::new();
    let count = pages.len();
    let sheets = |line: &dyn Fn(usize) -> String| (1..=count).map(line).collect::<String>();
    let types = sheets(&|number| {
        let comments = if pages[number - 1].notes.is_empty() {
            String::new()
        } else {
            format!("<Override PartName=\"/xl/comments{number}.xml\" ContentType=\"{TYPES}.comments+xml\"/>")
        };
        format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>{comments}"
        )
    });
    packing.add(
        "[Content_Types].xml",
        format!(
            "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Default Extension=\"vml\" ContentType=\"{}\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>{types}</Types>",
            notes::VML
        )
        .as_bytes(),
    );
    packing.add(
        "_rels/.rels",
        format!(
            "{HEAD}<Relationships xmlns=\"{PARTS}\">\
             <Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        )
        .as_bytes(),
    );
    let named = pages.iter().enumerate().fold(String::new(), |mut text, (index, page)| {
        let state = if page.is_hidden { " state=\"hidden\"" } else { "" };
        let number = index + 1;
        let _ =
            write!(text, "<sheet name=\"{}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>", escaped(&page.name));
        text
    });
    let titles = titles(pages);
    packing.add(
        "xl/workbook.xml",
        format!(
            "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><bookViews><workbookView/></bookViews>\
             <sheets>{named}</sheets>{titles}</workbook>"
        )
        .as_bytes(),
    );
    let related = sheets(&|number| {
        format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        )
    });
    let last = count + 1;
    packing.add(
        "xl/_rels/workbook.xml.rels",
        format!(
            "{HEAD}<Relationships xmlns=\"{PARTS}\">{related}\
             <Relationship Id=\"rId{last}\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/></Relationships>"
        )
        .as_bytes(),
    );
    packing.add("xl/styles.xml", styles::part().as_bytes());
    for (index, page) in pages.iter().enumerate() {
        let number = index + 1;
        packing.add(&format!("xl/worksheets/sheet{number}.xml"), sheet(page, index == 0).as_bytes());
        if !page.notes.is_empty() {
            let links = format!(
                "{HEAD}<Relationships xmlns=\"{PARTS}\">\
                 <Relationship Id=\"rId1\" Type=\"{OFFICE}/comments\" Target=\"../comments{number}.xml\"/>\
                 <Relationship Id=\"rId2\" Type=\"{OFFICE}/vmlDrawing\" Target=\"../drawings/notes{number}.vml\"/>\
                 </Relationships>"
            );
            packing.add(&format!("xl/worksheets/_rels/sheet{number}.xml.rels"), links.as_bytes());
            packing.add(&format!("xl/comments{number}.xml"), notes::comments(&page.notes).as_bytes());
            packing.add(&format!("xl/drawings/notes{number}.vml"), notes::drawing(&page.notes).as_bytes());
        }
    }
    packing.finish()
}

/// The rows and columns that stay where a sheet is moved are printed on each of its pages.
fn titles(pages: &[Page]) -> String {
    let mut names = String::new();
    for (index, page) in pages.iter().enumerate().filter(|(_, page)| page.frozen.0 > 0) {
        let (rows, columns) = page.frozen;
        let name = quoted(&page.name);
        let across = if columns > 0 { format!("{name}!$A:${},", letters(columns - 1)) } else { String::new() };
        let titles = escaped(&format!("{across}{name}!$1:${rows}"));
        let _ =
            write!(names, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{index}\">{titles}</definedName>");
    }
    if names.is_empty() { names } else { format!("<definedNames>{names}</definedNames>") }
}

fn sheet(page: &Page, is_first: bool) -> String {
    // A sheet that is wider than two pages is printed in several beside one another.
    let is_wide = page.columns.iter().map(|(width, _)| *width).sum::<f64>() > WIDEST;
    let fit = if is_wide { "" } else { "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>" };
    let mut xml = format!(
        "{HEAD}<worksheet xmlns=\"{MAIN}\">{fit}<sheetViews><sheetView{} \
         showGridLines=\"0\" workbookViewId=\"0\">",
        if is_first { " tabSelected=\"1\"" } else { "" }
    );
    let (rows, columns) = page.frozen;
    if rows + columns > 0 {
        let corner = format!("{}{}", letters(columns), rows + 1);
        let across = if columns > 0 { format!(" xSplit=\"{columns}\"") } else { String::new() };
        let down = if rows > 0 { format!(" ySplit=\"{rows}\"") } else { String::new() };
        let corner_name = match (rows > 0, columns > 0) {
            (true, true) => "bottomRight",
            (true, false) => "bottomLeft",
            (false, _) => "topRight",
        };
        let _ = write!(
            xml,
            "<pane{across}{down} topLeftCell=\"{corner}\" activePane=\"{corner_name}\" state=\"frozen\"/>\
             <selection pane=\"{corner_name}\" activeCell=\"{corner}\" sqref=\"{corner}\"/>"
        );
    }
    xml.push_str("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
    if !page.columns.is_empty() {
        xml.push_str("<cols>");
        for (index, (width, look)) in page.columns.iter().enumerate() {
            let number = index + 1;
            let style = look.number();
            let _ = write!(
                xml,
                "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" style=\"{style}\" customWidth=\"1\"/>"
            );
        }
        xml.push_str("</cols>");
    }
    xml.push_str("<sheetData>");
    for row in &page.rows {
        let number = row.number + 1;
        let height = format!(" ht=\"{}\"", row.height.unwrap_or_else(|| page.height(row)));
        let _ = write!(xml, "<row r=\"{number}\"{height}>");
        for (column, out, look) in &row.cells {
            let (address, style) = (format!("{}{number}", letters(*column)), look.number());
            let _ = match out {
                Out::Text(text) => write!(
                    xml,
                    "<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(&guarded(text))
                ),
                Out::Number(number) => write!(xml, "<c r=\"{address}\" s=\"{style}\"><v>{}</v></c>", escaped(number)),
                Out::Nothing => write!(xml, "<c r=\"{address}\" s=\"{style}\"/>"),
                Out::Formula { formula, comes_to } => {
                    let kind = if comes_to.is_some() { "" } else { " t=\"str\"" };
                    let value = comes_to.as_deref().unwrap_or_default();
                    write!(
                        xml,
                        "<c r=\"{address}\" s=\"{style}\"{kind}><f>{}</f><v>{}</v></c>",
                        escaped(formula),
                        escaped(value)
                    )
                }
                Out::Date(day) => write!(xml, "<c r=\"{address}\" s=\"{style}\"><v>{day}</v></c>"),
            };
        }
        xml.push_str("</row>");
    }
    xml.push_str("</sheetData>");
    offers(&page.offers, &mut xml);
    if !page.links.is_empty() {
        xml.push_str("<hyperlinks>");
        for (row, column, target) in &page.links {
            let address = format!("{}{}", letters(*column), row + 1);
            let _ = write!(xml, "<hyperlink ref=\"{address}\" location=\"{}\"/>", escaped(target));
        }
        xml.push_str("</hyperlinks>");
    }
    let drawn = if page.notes.is_empty() {
        String::new()
    } else {
        format!("<legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"rId2\"/>")
    };
    let scale = if is_wide { "scale=\"70\"" } else { "fitToWidth=\"1\" fitToHeight=\"0\"" };
    let _ = write!(
        xml,
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.6\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" {scale}/>\
         <headerFooter><oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>{drawn}</worksheet>"
    );
    xml
}

/// The widest that a sheet may be to be printed on one page across, in letters.
const WIDEST: f64 = 260.0;

fn offers(offers: &[Offer], xml: &mut String) {
    if offers.is_empty() {
        return;
    }
    let _ = write!(xml, "<dataValidations count=\"{}\">", offers.len());
    for Offer { rows: (first, last), column, choices, title, words } in offers {
        let column = letters(*column);
        let range = format!("{column}{}:{column}{}", first + 1, last + 1);
        let kind = if choices.is_some() { " type=\"list\"" } else { "" };
        let _ = write!(
            xml,
            "<dataValidation{kind} allowBlank=\"1\" showInputMessage=\"1\" promptTitle=\"{}\" prompt=\"{}\" \
             sqref=\"{range}\">",
            escaped(&cut(title, 32)),
            escaped(&cut(words, 255))
        );
        if let Some(choices) = choices {
            let _ = write!(xml, "<formula1>{}</formula1>", escaped(choices));
        }
        xml.push_str("</dataValidation>");
    }
    xml.push_str("</dataValidations>");
}

/// At most so many letters, as programs count them.
fn cut(text: &str, most: usize) -> String {
    let count = |text: &str| text.encode_utf16().count();
    if count(text) <= most {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if count(&out) + count(word) + 2 > most {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    format!("{}…", out.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_for_a_prompt_ends_at_a_word() {
        assert_eq!(cut("a short one", 32), "a short one");
        assert_eq!(cut("one two three four", 10), "one two…");
    }
}
