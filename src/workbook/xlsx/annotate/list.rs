//! The sheet that lists everything that was found, with links to the cells.

use std::fmt::Write;

use super::super::super::page::quoted;
use super::super::super::xml::escaped;
use super::looks::Looks;
use super::{Finding, HEAD, MAIN};
use crate::intake::letters;

/// The sheet that lists everything.
pub(super) fn listed(findings: &[Finding], looks: &mut Looks) -> String {
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
        // The colour that its cell has, so that the two are seen to belong together.
        let kind = looks.with(0, finding.kind);
        let style = |column: u32| if column == 1 { kind } else { plain };
        let inner: String = (0..).zip(words).map(|(column, words)| cell(column, row, style(column), words)).collect();
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
