//! Two hundred changes to finished reports, each found and named: 60 to words of pages, 40 to their data and heads, 60
//! to glyphs of PDFs, 40 to their data and what they say about themselves.

use candour::disclosure::published::Audience;
use candour::render::{self, HtmlOptions};
use candour::verify::{CannotVerify, What, differences, verify};
use lopdf::content::Content;
use lopdf::{Document, Object, StringFormat};

use super::{made, published};

/// Reports, and how many changes are made to each: few to the long one, which takes long to build again.
const REPORTS: [(&str, Audience, usize); 3] = [
    ("smallest", Audience::Funder, 40),
    ("saltmere-2026-27-q2", Audience::Members, 14),
    ("saltmere-2026-27-q2", Audience::Funder, 6),
];

/// The same numbers each time, without a clock.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit as u64).unwrap()
    }
}

/// Fails unless the change is found and at least one finding says what kind of thing was changed.
fn is_caught(file: &[u8], change: &str, kinds: &[What]) {
    match verify(file, &HtmlOptions::default()) {
        Ok(verified) => {
            let named = verified.findings.iter().any(|finding| kinds.contains(&finding.what));
            let told: Vec<_> = verified.findings.iter().map(candour::verify::Finding::sentence).collect();
            assert!(named, "{change}: {told:#?}");
            assert!(told.iter().all(|sentence| sentence.len() > 20), "{told:?}");
        }
        // Data of another form are told before anything is compared.
        Err(CannotVerify::NotPublished(_) | CannotVerify::TemplatesNeeded) if kinds.contains(&What::Data) => {}
        Err(error) => panic!("{change}: {error}"),
    }
}

/// Another digit or letter of the same kind.
fn other(letter: u8) -> u8 {
    match letter {
        b'9' => b'1',
        b'z' => b'b',
        b'Z' => b'B',
        _ => letter + 1,
    }
}

/// Changes one letter or digit between two marks of a page, a figure where it can be.
fn change_between(file: &[u8], from: usize, to: usize, numbers: &mut Numbers) -> Option<(Vec<u8>, String)> {
    let is_digit = numbers.below(3) > 0;
    let fits = |byte: u8| if is_digit { byte.is_ascii_digit() } else { byte.is_ascii_lowercase() };
    let places: Vec<usize> = (from..to).filter(|at| fits(file[*at]) && file[at - 1] != b'\\').collect();
    let at = *places.get(numbers.below(places.len().max(1)))?;
    let mut changed = file.to_vec();
    changed[at] = other(changed[at]);
    let near =
        |file: &[u8]| String::from_utf8_lossy(&file[at.saturating_sub(20)..(at + 20).min(file.len())]).into_owned();
    Some((changed.clone(), format!("{} became {}", near(file), near(&changed))))
}

/// The places of words between tags in the body of a page.
fn words_of(page: &[u8]) -> Vec<(usize, usize)> {
    let text = String::from_utf8_lossy(page);
    let (body, end) = (text.find("<body").unwrap(), text.find("<script").unwrap());
    let mut found = Vec::new();
    let mut at = body;
    while let Some(open) = text[at..end].find('>').map(|open| at + open + 1) {
        let close = text[open..end].find('<').map_or(end, |close| open + close);
        if text[open..close].bytes().any(|byte| byte.is_ascii_alphanumeric()) && !text[open..close].contains('&') {
            found.push((open, close));
        }
        at = close;
    }
    found
}

#[test]
fn sixty_changed_words_of_pages_are_found() {
    let mut numbers = Numbers(1);
    for (story, audience, changes) in REPORTS {
        let [page, _] = made(&published(story, audience));
        let words = words_of(&page);
        let mut done = 0;
        while done < changes {
            let (from, to) = words[numbers.below(words.len())];
            let Some((changed, change)) = change_between(&page, from, to, &mut numbers) else { continue };
            is_caught(&changed, &change, &[What::Words, What::Drawing, What::Description, What::Furniture]);
            done += 1;
        }
    }
}

#[test]
fn forty_changes_to_the_data_and_the_head_of_pages_are_found() {
    let mut numbers = Numbers(2);
    let [page, _] = made(&published("welsh-valleys-2026-27-q2", Audience::Members));
    let text = String::from_utf8(page.clone()).unwrap();
    let data = text.find("report-data").unwrap();
    let start = data + text[data..].find('>').unwrap() + 1;
    let end = start + text[start..].find("</script>").unwrap();
    for _ in 0..30 {
        let Some((changed, change)) = change_between(&page, start, end, &mut numbers) else { continue };
        is_caught(&changed, &change, &[What::Data]);
    }
    for (name, kind) in [("name=\"description\" content=\"", What::Metadata), ("<title>", What::Furniture)] {
        let start = text.find(name).unwrap() + name.len();
        let end = start + text[start..].find(['"', '<']).unwrap();
        for _ in 0..5 {
            let Some((changed, change)) = change_between(&page, start, end, &mut numbers) else { continue };
            is_caught(&changed, &change, &[kind]);
        }
    }
}

#[test]
fn sixty_changed_glyphs_of_pdfs_are_found() {
    let mut numbers = Numbers(3);
    for (story, audience, changes) in REPORTS {
        let [_, pdf] = made(&published(story, audience));
        let given = render::open(&pdf).unwrap();
        let file = Document::load_mem(&pdf).unwrap();
        let pages: Vec<_> = file.page_iter().collect();
        let mut done = 0;
        while done < changes {
            let page = pages[numbers.below(pages.len())];
            let mut content = Content::decode(&file.get_page_content(page)).unwrap();
            let shown: Vec<usize> = (0..content.operations.len())
                .filter(|at| content.operations[*at].operator == "TJ")
                .filter(|at| glyphs(&content.operations[*at].operands).len() > 1)
                .collect();
            let operation = &mut content.operations[shown[numbers.below(shown.len())]];
            let places = glyphs(&operation.operands);
            let (one, another) = (places[numbers.below(places.len())], places[numbers.below(places.len())]);
            let list = operation.operands[0].as_array_mut().unwrap();
            if list[one] == list[another] {
                continue;
            }
            list.swap(one, another);
            done += 1;
            let mut changed = file.clone();
            changed.change_page_content(page, content.encode().unwrap()).unwrap();
            // The data were left alone, so what they give need not be built anew each time.
            let found = differences(&render::open(&saved(changed)).unwrap(), &given);
            let page = pages.iter().position(|other| *other == page).map(|index| index + 1);
            assert!(found.iter().any(|finding| finding.page == page), "glyphs {one} and {another}: {found:?}");
        }
    }
}

#[test]
fn forty_changes_to_the_data_and_the_head_of_pdfs_are_found() {
    let mut numbers = Numbers(4);
    let [_, pdf] = made(&published("smallest", Audience::Members));
    let file = Document::load_mem(&pdf).unwrap();
    let data = file.objects.iter().find(|(_, object)| is_of_type(object, b"EmbeddedFile")).map(|(id, _)| *id).unwrap();
    for _ in 0..20 {
        let mut changed = file.clone();
        let stream = changed.get_object_mut(data).and_then(Object::as_stream_mut).unwrap();
        let json = stream.get_plain_content().unwrap();
        let Some((json, change)) = change_between(&json, 1, json.len(), &mut numbers) else { continue };
        stream.set_plain_content(json);
        is_caught(&saved(changed), &change, &[What::Data]);
    }
    let info = file.trailer.get(b"Info").and_then(Object::as_reference).unwrap();
    for key in ["Title", "Author", "Subject", "Producer", "CreationDate"] {
        let mut changed = file.clone();
        let words = Object::String(b"Somebody else".to_vec(), StringFormat::Literal);
        changed.get_dictionary_mut(info).unwrap().set(key, words);
        is_caught(&saved(changed), key, &[What::Metadata]);
    }
    for _ in 0..10 {
        // Alt texts and bookmarks.
        let told = |object: &Object| object.as_dict().is_ok_and(|about| about.has(b"Alt") || about.has(b"Title"));
        let about: Vec<_> = file.objects.iter().filter(|(id, object)| **id != info && told(object)).collect();
        let id = *about[numbers.below(about.len())].0;
        let mut changed = file.clone();
        let about = changed.get_dictionary_mut(id).unwrap();
        let key: &[u8] = if about.has(b"Alt") { b"Alt" } else { b"Title" };
        about.set(key, Object::String(b"Something else 5".to_vec(), StringFormat::Literal));
        is_caught(&saved(changed), "an alt text or a bookmark", &[What::Description, What::Metadata]);
    }
    for (from, to) in
        [("<dc:language><rdf:Bag><rdf:li>en-GB", "<dc:language><rdf:Bag><rdf:li>cy-GB"), ("2026-", "2025-")]
    {
        let mut changed = file.clone();
        let id = changed.catalog().unwrap().get(b"Metadata").and_then(Object::as_reference).unwrap();
        let stream = changed.get_object_mut(id).and_then(Object::as_stream_mut).unwrap();
        let xmp = String::from_utf8(stream.content.clone()).unwrap();
        assert!(xmp.contains(from), "{from}");
        stream.set_plain_content(xmp.replacen(from, to, 1).into_bytes());
        is_caught(&saved(changed), from, &[What::Metadata]);
    }
}

#[test]
fn a_file_that_was_only_saved_anew_is_said_to_differ() {
    let [_, pdf] = made(&published("smallest", Audience::Funder));
    let anew = saved(Document::load_mem(&pdf).unwrap());
    assert_ne!(anew, pdf);
    is_caught(&anew, "saved anew", &[What::Other]);
}

#[test]
fn letters_drawn_as_other_letters_are_found() {
    let [_, pdf] = made(&published("smallest", Audience::Funder));
    let mut file = Document::load_mem(&pdf).unwrap();
    let (_, outlines) = file.objects.iter_mut().find(|(_, object)| has_key(object, b"Length1")).unwrap();
    let stream = outlines.as_stream_mut().unwrap();
    let mut face = stream.get_plain_content().unwrap();
    let last = face.len() - 100;
    face[last] ^= 1;
    stream.set_plain_content(face);
    is_caught(&saved(file), "a face", &[What::Look]);
}

fn saved(mut file: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).unwrap();
    bytes
}

/// Where the items of a text operator that hold glyphs stand.
fn glyphs(operands: &[Object]) -> Vec<usize> {
    let list = operands.first().and_then(|list| list.as_array().ok()).map(Vec::as_slice).unwrap_or_default();
    (0..list.len()).filter(|at| list[*at].as_str().is_ok_and(|glyphs| !glyphs.is_empty())).collect()
}

fn is_of_type(object: &Object, wanted: &[u8]) -> bool {
    let kind = object.as_stream().and_then(|stream| stream.dict.get(b"Type")).and_then(Object::as_name);
    kind.is_ok_and(|kind| kind == wanted)
}

fn has_key(object: &Object, key: &[u8]) -> bool {
    object.as_stream().is_ok_and(|stream| stream.dict.has(key))
}
