//! A finished report proves its own data: what follows is told to follow, and every change is found and named.

mod changes;
mod hostile;

use candour::check::{self, Options};
use candour::disclosure::published::{Audience, carried};
use candour::disclosure::{PublishOptions, Published, publish};
use candour::intake;
use candour::render::{self, HtmlOptions, PdfOptions, opened::Heard};
use candour::report;
use candour::returns::TextLanguage;
use candour::verify::{How, extract, verify};

use crate::support::fixture;

/// The names of the valid returns, in order.
pub(crate) fn stories() -> Vec<String> {
    let folder = std::fs::read_dir(fixture("valid")).unwrap();
    let mut stories: Vec<String> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    stories.sort();
    stories
}

/// Every story, audience and language.
pub(crate) fn editions() -> Vec<(String, Audience, TextLanguage)> {
    let languages = [TextLanguage::English, TextLanguage::Welsh];
    let all = stories().into_iter().flat_map(|story| {
        let of_story = Audience::ALL.iter().flat_map(move |audience| languages.map(|language| (*audience, language)));
        of_story.map(move |(audience, language)| (story.clone(), audience, language))
    });
    all.collect()
}

/// What an audience may see of a story.
pub(crate) fn published(story: &str, audience: Audience) -> Published {
    edition(story, audience, TextLanguage::English)
}

/// What an audience may see of a story, in a language.
pub(crate) fn edition(story: &str, audience: Audience, language: TextLanguage) -> Published {
    let bytes = std::fs::read(fixture(&format!("valid/{story}/return.json"))).unwrap();
    let checked = check::check(intake::read("return.json", &bytes), &Options::default());
    publish(&checked.accept().unwrap(), audience, &PublishOptions { language, ..PublishOptions::default() })
}

/// The reports of a story: HTML and PDF.
fn made(published: &Published) -> [Vec<u8>; 2] {
    let report = report::build(published);
    let html = render::html(&report, &HtmlOptions::default()).unwrap();
    let pdf = render::pdf(&report, &PdfOptions::default()).unwrap();
    [html.into_bytes(), pdf.bytes]
}

#[test]
fn every_report_follows_from_the_data_inside() {
    for story in stories() {
        for audience in Audience::ALL {
            let published = published(&story, *audience);
            for file in made(&published) {
                let verified = verify(&file, &HtmlOptions::default()).unwrap();
                assert_eq!(verified.findings, [], "{story} {audience:?}");
                assert_eq!(verified.how, How::Bytes);
                assert_eq!(verified.digest, published.digest());
                assert_eq!(verified.published.as_ref(), Some(&published));
                let (inside, opened) = extract(&file).unwrap();
                assert_eq!(inside.published, published);
                assert_eq!(opened.stated_digest, Some(published.digest()));
            }
        }
    }
}

/// Reports are sent by mail, and kept for years.
#[test]
fn the_worked_example_is_small() {
    for (audience, kilobytes) in [(Audience::Funder, 150), (Audience::Members, 90)] {
        let [_, pdf] = made(&published("saltmere-2026-27-q2", audience));
        assert!(pdf.len() <= kilobytes * 1024, "{audience:?}: {} KB, data included", pdf.len() / 1024);
    }
}

/// The words of a page as somebody hears them, and those of the PDF in the order of its tags, are the same.
#[test]
fn html_and_pdf_say_the_same_in_the_same_order() {
    for (story, audience, language) in editions() {
        let [html, pdf] = made(&edition(&story, audience, language));
        let said = |file: &[u8]| -> String {
            let pieces = render::open(file).unwrap().pieces.into_iter();
            let heard = pieces.filter(|piece| piece.heard == Heard::Text).map(|piece| piece.words);
            heard.collect::<String>().chars().filter(|letter| !letter.is_whitespace()).collect()
        };
        let plain = |words: String| words.replace('\u{2011}', "-").replace(['\u{200B}', '\u{AD}'], "");
        let (html, pdf) = (plain(said(&html)), plain(said(&pdf)));
        let same = html.chars().zip(pdf.chars()).take_while(|(one, other)| one == other).count();
        let near = |words: &str| words.chars().skip(same.saturating_sub(40)).take(120).collect::<String>();
        assert!(html == pdf, "{story} {audience:?} {language:?}: HTML “{}”, PDF “{}”", near(&html), near(&pdf));
    }
}

#[test]
fn a_report_of_another_version_is_compared_by_its_words() {
    let mut of_another = published("saltmere-2026-27-q2", Audience::Members);
    of_another.engine = "9.9.9".to_owned();
    for file in made(&of_another) {
        let verified = verify(&file, &HtmlOptions::default()).unwrap();
        assert_eq!((verified.how, verified.findings), (How::Words, Vec::new()));
        assert_eq!(verified.engine, "9.9.9");
    }
}

#[test]
fn the_table_of_the_data_has_a_row_for_every_value() {
    for story in stories() {
        for audience in Audience::ALL {
            let published = published(&story, *audience);
            let csv = published.to_csv();
            let rows: Vec<&str> = csv.trim_start_matches('\u{FEFF}').split("\r\n").collect();
            assert_eq!(rows[0], "section,number,record,field,value");
            assert!(rows.len() > 20, "{story} {audience:?}: {} rows", rows.len());
            for formula in ["\r\n=", ",=", ",+", ",@"] {
                assert!(!csv.contains(formula), "{story} {audience:?}: {formula}");
            }
        }
    }
}

#[test]
fn published_data_come_back_as_they_were() {
    for story in stories() {
        for audience in Audience::ALL {
            let published = published(&story, *audience);
            let again = carried(&published.canonical_json()).unwrap();
            assert_eq!((&again.published, again.foreign), (&published, Vec::new()), "{story} {audience:?}");
            assert_eq!(again.digest, published.digest());
        }
    }
}
