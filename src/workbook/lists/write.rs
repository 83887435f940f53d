//! From the sheets of a workbook to a list each. Knows pages, never a return.
//!
//! A list starts with its headings; the title and the words above them are for workbooks. It is UTF-8 with the mark by which
//! spreadsheet programs know that, and its rows are all of one length, for programs that ask for it.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::dates;
use super::super::fill::Out;
use super::super::layout::{Layout, Shape};
use super::super::page::{Page, PageRow};
use super::super::write::Purpose;
use super::super::xlsx::{Form, Look};
use super::super::{LISTS, START};
use super::formula;

/// The lists of these sheets, by the names of their files.
pub(in super::super) fn write(layout: &Layout, pages: &[Page], purpose: Purpose) -> Vec<(String, Vec<u8>)> {
    let sheets = pages.iter().filter(|page| ![START, LISTS].contains(&page.name.as_str()));
    sheets
        .map(|page| (format!("{}.csv", page.name), list(page, is_of_fields(layout, page), purpose).into_bytes()))
        .collect()
}

fn is_of_fields(layout: &Layout, page: &Page) -> bool {
    let sheet = layout.sheets.iter().find(|sheet| sheet.name == page.name);
    sheet.is_some_and(|sheet| matches!(sheet.shape, Shape::Fields))
}

fn list(page: &Page, is_of_fields: bool, purpose: Purpose) -> String {
    let headings = page.frozen.0.saturating_sub(1);
    // Who fills it in is told which columns must be filled, and what a field means.
    let (first, width) = match (purpose, is_of_fields) {
        (Purpose::Keep, true) => (headings, 2),
        (Purpose::Keep, false) | (Purpose::Fill, true) => (headings, u32::MAX),
        (Purpose::Fill, false) => (headings.saturating_sub(1), u32::MAX),
    };
    let rows: Vec<BTreeMap<u32, String>> =
        page.rows.iter().filter(|row| row.number >= first).map(|row| cells(row, width)).collect();
    let width = rows.iter().filter_map(|row| row.last_key_value()).map(|(column, _)| column + 1).max().unwrap_or(0);
    let mut text = "\u{feff}".to_owned();
    for row in rows {
        for column in 0..width {
            if column > 0 {
                text.push(',');
            }
            put(row.get(&column).map_or("", String::as_str), &mut text);
        }
        text.push('\n');
    }
    text
}

/// The cells of a row that say something.
fn cells(row: &PageRow, width: u32) -> BTreeMap<u32, String> {
    let said = row.cells.iter().filter(|(column, _, _)| *column < width).filter_map(|(column, out, look)| {
        let words = words(out, *look);
        (!words.is_empty()).then_some((*column, words))
    });
    said.collect()
}

fn words(out: &Out, look: Look) -> String {
    match out {
        Out::Text(text) => formula::guarded(text),
        Out::Number(number) => figure(number, matches!(look, Look::Value(Form::Percent) | Look::Must(Form::Percent))),
        Out::Date(day) => dates::date(*day).unwrap_or_else(|| day.to_string()),
        // A list has no program that would work it out.
        Out::Formula { .. } | Out::Nothing => String::new(),
    }
}

/// A number without an exponent, which nobody reads; with its sign where it might be taken for a share of one.
fn figure(number: &str, is_percent: bool) -> String {
    let number = match number.contains(['e', 'E']).then(|| Decimal::from_scientific(number)) {
        Some(Ok(decimal)) => decimal.to_string(),
        Some(Err(_)) | None => number.to_owned(),
    };
    let part = number.parse::<f64>().unwrap_or_default().abs();
    if is_percent && part > 0.0 && part < 1.0 { format!("{number}%") } else { number }
}

/// Puts a cell in, in quotation marks where one of the separators that programs know is in it.
fn put(words: &str, text: &mut String) {
    let is_plain = !words.contains([',', ';', '\t', '"', '\n', '\r']) && words.trim() == words;
    if is_plain {
        text.push_str(words);
    } else {
        text.push('"');
        text.push_str(&words.replace('"', "\"\""));
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::cells::{Marks, cells};
    use super::*;

    #[test]
    fn a_figure_is_written_so_that_it_is_read_alike() {
        for (number, is_percent, expected) in [
            ("1e2", false, "100"),
            ("-5.50", false, "-5.50"),
            ("0.5", true, "0.5%"),
            ("78", true, "78"),
            ("0", true, "0"),
            ("2.5E-1", true, "0.25%"),
        ] {
            assert_eq!(figure(number, is_percent), expected);
        }
    }

    proptest! {
        #[test]
        fn every_cell_is_read_as_it_was_written(rows in prop::collection::vec(prop::collection::vec("[a,;\"\n\t é]{0,6}", 1..4), 1..4)) {
            let mut text = String::new();
            for row in &rows {
                for (column, words) in row.iter().enumerate() {
                    text.push_str(if column > 0 { "," } else { "" });
                    put(words, &mut text);
                }
                text.push('\n');
            }
            let mut read = vec![Vec::new(); rows.len()];
            for cell in cells(&text, 0, b',') {
                prop_assert_eq!(cell.marks, Marks::Paired);
                prop_assert_eq!(read[cell.row as usize].len(), cell.column as usize);
                read[cell.row as usize].push(cell.words.into_owned());
            }
            prop_assert_eq!(read, rows);
        }
    }

    #[test]
    fn what_separates_cells_stands_in_quotation_marks() {
        let mut text = String::new();
        for words in ["plain", "a;b", "say \"yes\"", "two\nlines", " set in"] {
            put(words, &mut text);
            text.push('|');
        }
        assert_eq!(text, "plain|\"a;b\"|\"say \"\"yes\"\"\"|\"two\nlines\"|\" set in\"|");
    }
}
