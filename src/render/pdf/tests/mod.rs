//! What holds for every PDF.

mod hard;
mod sample;

use lopdf::{Document, Object};

use super::{PdfOptions, lay_out, pdf};
use crate::report::block;
use crate::report::block::Report;

#[test]
fn the_same_report_gives_the_same_bytes() {
    for report in [sample::funder(), sample::members()] {
        assert!(written(&report) == written(&report));
    }
}

#[test]
fn another_report_has_another_id() {
    let mut other = sample::members();
    other.data = "{}".into();
    let id = |report: &Report| opened(report).trailer.get(b"ID").expect("a file has an id").clone();
    assert_ne!(id(&sample::members()), id(&other));
}

#[test]
fn a_letter_that_no_face_has_is_named() {
    let blocks = vec![sample::body("In Yi: ꀕ.".into())];
    let report = Report { blocks, ..sample::empty(block::Style::Funder) };
    let output = pdf(&report, &PdfOptions::default()).expect("a report can be written");
    assert_eq!(output.missing, ['ꀕ']);
    assert!(lay_out(&report).text().contains("In Yi: U+A015."));
}

#[test]
fn letters_that_one_face_lacks_are_set_in_another() {
    let output = pdf(&sample::funder(), &PdfOptions::default()).expect("a report can be written");
    assert_eq!(output.missing, []);
    let text = lay_out(&sample::funder()).text();
    assert!(text.contains("😀") && text.contains("محمد"));
}

#[test]
fn a_long_report_has_a_list_of_contents_and_its_page_numbers_are_true() {
    let section = |number: usize| {
        let story = sample::body("A long story, told once more. ".repeat(150).as_str().into());
        sample::section(&format!("s{number}"), &number.to_string(), &format!("Part {number}"), vec![story])
    };
    let contents = (1..=9).map(|number| block::ContentsEntry {
        number: number.to_string(),
        title: format!("Part {number}"),
        anchor: format!("s{number}"),
    });
    let blocks = (1..=9).map(section).collect();
    let report = Report { blocks, contents: contents.collect(), ..sample::empty(block::Style::Funder) };
    let text = lay_out(&report).text();
    for number in 1..=9 {
        let title = format!("Part {number}");
        let heading = text.lines().find(|line| line.ends_with(&title)).expect("every section has a heading");
        let page = heading.split_whitespace().next().expect("a line begins with its page");
        let listed = format!("{number} {title}\u{A0}\u{A0}{page}");
        assert!(text.lines().any(|line| line.ends_with(&listed)), "{listed} in\n{text}");
    }
    let short = Report { blocks: vec![section(1)], ..report };
    assert!(!lay_out(&short).text().contains("\u{A0}\u{A0}1"));
}

/// A name that runs from right to left is heard as it is read, wherever its words stand.
#[test]
fn a_name_of_two_arabic_words_is_read_in_order() {
    let blocks = vec![sample::body("The lead is محمد حداد (2026), of Saltmere.".into())];
    let report = Report { blocks, ..sample::empty(block::Style::Funder) };
    let opened = crate::render::open(&written(&Report { data: "{}".into(), ..report })).expect("it opens");
    let said: Vec<&str> = opened.pieces.iter().map(|piece| piece.words.as_str()).collect();
    assert!(said.contains(&"The lead is محمد حداد (2026), of Saltmere."), "{said:?}");
}

#[test]
fn the_briefing_fits_two_pages() {
    assert_eq!(lay_out(&sample::members()).pages.len(), 2);
}

#[test]
fn page_one_of_the_funder_report_holds_what_the_look_draws_on_it() {
    let text = lay_out(&sample::funder()).text();
    let quality = text.lines().find(|line| line.ends_with("How good this return is")).expect("the heading is printed");
    assert!(quality.trim_start().starts_with("1 "), "{quality}");
}

#[test]
fn an_opened_file_says_what_it_is() {
    let file = opened(&sample::funder());
    assert_eq!(file.version, "1.7");
    assert_eq!(file.get_pages().len(), lay_out(&sample::funder()).pages.len());
    let catalog = file.catalog().expect("a file has a catalog");
    for key in ["StructTreeRoot", "MarkInfo", "Metadata", "OutputIntents", "Outlines", "AF", "Names"] {
        assert!(catalog.has(key.as_bytes()), "{key}");
    }
    assert_eq!(catalog.get(b"Lang").and_then(Object::as_str).expect("it has a language"), b"en-GB");
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).expect("it has an Info dictionary");
    let title = file.get_dictionary(info).and_then(|info| info.get(b"Title")).and_then(Object::as_str);
    let utf16: Vec<u8> = sample::funder().title.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(title.expect("it has a title")[2..], utf16);
}

#[test]
fn the_data_travels_inside_unchanged() {
    let file = opened(&sample::funder());
    let data =
        file.objects.values().filter_map(|object| object.as_stream().ok()).find(|stream| {
            stream.dict.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"EmbeddedFile")
        });
    let stream = data.expect("a file is inside");
    let data = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    assert_eq!(data, sample::funder().data.as_bytes());
}

#[test]
fn the_structure_of_the_sample() {
    let laid_out = lay_out(&sample::funder());
    let mut outline = String::new();
    laid_out.tree.describe(super::tree::Tree::ROOT, 0, &mut outline);
    snapbox::assert_data_eq!(outline, snapbox::file!["funder.structure.txt"].raw());
}

#[test]
fn the_pages_of_the_samples() {
    snapbox::assert_data_eq!(lay_out(&sample::funder()).text(), snapbox::file!["funder.pdf.txt"].raw());
    snapbox::assert_data_eq!(lay_out(&sample::members()).text(), snapbox::file!["members.pdf.txt"].raw());
}

fn written(report: &Report) -> Vec<u8> {
    pdf(report, &PdfOptions::default()).expect("a report can be written").bytes
}

fn opened(report: &Report) -> Document {
    Document::load_mem(&written(report)).expect("a written file can be opened")
}

/// What a reader who hears the file hears, in the order of its tags, is what the report says.
#[test]
fn the_order_of_the_tags_is_the_order_of_reading() {
    for report in [sample::funder(), sample::members()] {
        let laid_out = lay_out(&report);
        let mut words = vec![String::new(); laid_out.tree.len()];
        for run in laid_out
            .pages
            .iter()
            .flat_map(|page| &page.ink)
            .filter_map(super::page::Ink::line)
            .flat_map(|line| &line.runs)
        {
            if let Some(node) = run.node {
                // A piece of a paragraph is heard where its paragraph is.
                let mut block = node;
                while laid_out.tree.node(block).inline {
                    block = laid_out.tree.node(block).parent;
                }
                words[block].push_str(&run.words);
            }
        }
        let mut heard = String::new();
        laid_out.tree.listen(super::tree::Tree::ROOT, &words, &mut heard);
        let said: String = crate::report::reading_order(&report).concat();
        let squeeze = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        snapbox::assert_data_eq!(squeeze(&heard), squeeze(&said));
    }
}

#[test]
fn a_letter_of_a_chart_that_no_face_has_is_named() {
    let chart = block::Chart {
        anchor: "steps".into(),
        headline: "Steps".into(),
        subtitle: block::Rich::none(),
        alt: "Two steps.".into(),
        plot: block::Plot::Steps(block::StepsPlot { steps: vec!["ꀕ".into(), "B".into()], current: None }),
        note: block::Rich::none(),
        table: None,
    };
    let blocks = vec![block::Block::Chart(Box::new(chart))];
    let report = Report { blocks, ..sample::empty(block::Style::Funder) };
    assert_eq!(lay_out(&report).missing, ['ꀕ']);
}
