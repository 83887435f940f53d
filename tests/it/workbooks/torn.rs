//! Workbooks whose parts are torn: two programs would read them in two ways, so nothing of them is read.

use candour::workbook;

use super::bench::Bench;
use super::read;
use crate::support::fixture;

/// Nothing is read of the workbook with its first sheet like this, and no copy of it is made.
fn is_refused(tear: impl Fn(&str) -> String) {
    let whole = read(&fixture("valid/smallest/return.json"));
    let mut bench = Bench::open(&workbook::write(&whole.intake).unwrap());
    bench.change(&bench.part_of("Partnership"), tear);
    let file = bench.close();
    let read = workbook::read("return.xlsx", &file);
    let told: Vec<_> = read.diagnostics.iter().map(|found| found.message.as_str()).collect();
    assert_eq!(told, ["This workbook cannot be opened: it was cut short, or something in it is damaged"]);
    assert!(read.intake.root().is_none());
    assert_eq!(workbook::annotate(&file, &read.diagnostics, &read.intake), None);
}

#[test]
fn a_part_that_is_cut_short_is_refused() {
    for part in [2, 3, 10] {
        is_refused(|text| {
            let mut cut = text.len() - text.len() / part;
            while !text.is_char_boundary(cut) {
                cut -= 1;
            }
            text[..cut].to_owned()
        });
    }
}

#[test]
fn tags_that_cross_are_refused() {
    is_refused(|text| text.replacen("</t></is>", "</is></t>", 1));
    is_refused(|text| text.replacen("</row>", "</>", 1));
    is_refused(|text| text.replacen("</row>", "", 1));
}
