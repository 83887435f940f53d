//! Files that somebody made to harm: each is told in a sentence, and none takes long or ends the program.

use candour::disclosure::published::{Audience, carried};
use candour::render::{self, HtmlOptions, NotAReport, PdfOptions};
use candour::report;
use candour::verify::verify;
use lopdf::{Dictionary, Document, Object, Stream};
use proptest::prelude::*;
use serde_json::Value;

use super::{made, published};

#[test]
fn what_is_no_report_is_told() {
    for (bytes, expected) in [
        (&b""[..], NotAReport::OtherKind),
        (b"\xFF\xFE\x00", NotAReport::OtherKind),
        (b"{}", NotAReport::NoData),
        (b"<html><p>Words</p></html>", NotAReport::NoData),
        (b"%PDF-1.7\n", NotAReport::Damaged("PDF")),
        (b"%PDF-1.7\nstartxref\n99999999999\n%%EOF", NotAReport::Damaged("PDF")),
    ] {
        assert_eq!(render::open(bytes), Err(expected));
    }
}

#[test]
fn a_stream_that_unpacks_without_end_is_refused() {
    let mut file = Document::with_version("1.7");
    let mut stream = Stream::new(Dictionary::new(), vec![b' '; 64 << 20]);
    stream.compress().unwrap();
    let data = file.add_object(stream);
    let mut inside = Dictionary::new();
    inside.set("F", Object::Reference(data));
    let mut about = Dictionary::new();
    about.set("F", Object::string_literal("data.json"));
    about.set("EF", Object::Dictionary(inside));
    let mut catalog = Dictionary::new();
    catalog.set("Type", Object::Name(b"Catalog".to_vec()));
    catalog.set("AF", Object::Array(vec![Object::Dictionary(about)]));
    let catalog = file.add_object(catalog);
    file.trailer.set("Root", Object::Reference(catalog));
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    assert!(bytes.len() < 1 << 20);
    assert_eq!(render::open(&bytes), Err(NotAReport::TooLarge));
}

#[test]
fn tags_that_hold_themselves_end() {
    let [_, pdf] = made(&published("smallest", Audience::Funder));
    let mut file = Document::load_mem(&pdf).unwrap();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").and_then(Object::as_reference).unwrap();
    let top = file.get_dictionary(root).unwrap().get(b"K").unwrap().as_array().unwrap()[0].as_reference().unwrap();
    let kids = vec![Object::Reference(top), Object::Reference(root)];
    file.get_dictionary_mut(top).unwrap().set("K", Object::Array(kids));
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).unwrap();
    assert!(!verify(&bytes, &HtmlOptions::default()).unwrap().findings.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_files_are_told_and_nothing_more(
        is_pdf in any::<bool>(),
        places in prop::collection::vec((0.0_f64..1.0, any::<u8>()), 1..12),
        cut in 0.0_f64..2.0,
    ) {
        let [page, pdf] = made(&published("smallest", Audience::Members));
        let mut file = if is_pdf { pdf } else { page };
        let length = file.len() as f64;
        for (place, byte) in places {
            file[(place * length) as usize] = byte;
        }
        if cut < 1.0 {
            file.truncate((cut * length) as usize);
        }
        // Either is right; that it comes back is the promise.
        let _ = verify(&file, &HtmlOptions::default());
    }

    #[test]
    fn data_that_somebody_wrote_become_a_report_or_a_refusal(seed in any::<u64>(), count in 1_usize..6) {
        let mut value: Value = serde_json::to_value(published("only-system-health", if seed % 2 == 0 { Audience::Funder } else { Audience::Members })).unwrap();
        let mut seed = seed;
        for _ in 0..count {
            change(&mut value, &mut seed);
        }
        if let Ok(carried) = carried(&value.to_string()) {
            let report = report::build(&carried.published);
            render::html(&report, &HtmlOptions::default()).unwrap();
            render::pdf(&report, &PdfOptions::default()).unwrap();
        }
    }
}

fn next(seed: &mut u64, limit: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from((*seed >> 33) % limit.max(1) as u64).unwrap()
}

/// Changes one value somewhere to another that its form may allow.
fn change(value: &mut Value, seed: &mut u64) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            let at = next(seed, members.len());
            change(members.values_mut().nth(at).unwrap(), seed);
        }
        Value::Array(items) if !items.is_empty() => match next(seed, 5) {
            0 => items.clear(),
            1 => {
                let at = next(seed, items.len());
                items.remove(at);
            }
            2 => {
                let again = items[next(seed, items.len())].clone();
                items.push(again);
            }
            _ => {
                let at = next(seed, items.len());
                change(&mut items[at], seed);
            }
        },
        Value::String(text) => {
            let texts = [
                "",
                "0",
                "-1",
                "999999999999999",
                "-999999999999999",
                "0.0000000001",
                "2026-04-01",
                "9999-12-31",
                "0001-01-01",
                "\u{202E}x",
                "a",
            ];
            texts[next(seed, texts.len())].clone_into(text);
        }
        Value::Number(number) => *number = [0_u64, 1, 2, 5, 1_000_000_000][next(seed, 5)].into(),
        Value::Bool(is) => *is = !*is,
        Value::Null | Value::Object(_) | Value::Array(_) => *value = Value::Null,
    }
}
