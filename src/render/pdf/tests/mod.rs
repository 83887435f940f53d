//! What holds for every PDF.

mod sample;

use super::{PdfOptions, layout, pdf};
use crate::report::block;

#[test]
fn the_same_report_gives_the_same_bytes() {
    let report = sample::funder();
    let first = pdf(&report, &PdfOptions::default()).expect("a report can be written");
    let second = pdf(&report, &PdfOptions::default()).expect("a report can be written");
    assert!(first.bytes == second.bytes);
}

#[test]
fn a_letter_that_no_face_has_is_named() {
    let output = pdf(&sample::funder(), &PdfOptions::default()).expect("a report can be written");
    assert!(output.missing.contains(&'😀'));
    assert!(layout::lay_out(&sample::funder()).text().contains("U+1F600"));
}

#[test]
fn the_briefing_fits_two_pages() {
    assert_eq!(layout::lay_out(&sample::members()).pages.len(), 2);
}
