//! A text of a return is text wherever it is printed, whatever stands in it: markup, quotation marks, the signs of
//! templates and of PDF, letters that turn the line, control characters, and the letters we keep for ourselves.

use std::collections::{BTreeMap, BTreeSet};

use candour::check::{self, Accepted};
use candour::disclosure::published::Audience;
use candour::disclosure::{PublishOptions, publish};
use candour::render::{self, HtmlOptions, PdfOptions, opened::Heard};
use candour::returns::TextLanguage;
use candour::verify::extract;
use candour::{intake, report};
use serde_json::Value;

use crate::support::fixture;
use crate::verify::published;

/// What a text may hold to do harm. Short, because names are.
const HOSTILE: &str = "</b><script>\"'&lt;{{{data}}}{{title}}\\) tj]]>\u{202e}\u{5e9}\u{7}\u{0}\u{fdd0}\u{fdd2}";

/// Puts hostile words in place of every text that may hold any words; the same text gets the same ones.
struct Texts<'a> {
    schema: &'a Value,
    numbers: BTreeMap<String, usize>,
}

impl Texts<'_> {
    fn replace(&mut self, part: &Value, value: &mut Value) {
        const LIMITS: [&str; 5] = ["enum", "const", "pattern", "format", "not"];
        if LIMITS.iter().any(|limit| part.get(limit).is_some()) {
            return;
        }
        if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
            self.replace(self.schema.pointer(reference.trim_start_matches('#')).unwrap(), value);
        }
        for name in ["anyOf", "oneOf", "allOf"] {
            for branch in part.get(name).and_then(Value::as_array).into_iter().flatten() {
                self.replace(branch, value);
            }
        }
        match value {
            Value::String(text) if part["type"] == "string" && !text.contains('⟦') => {
                let next = self.numbers.len();
                let number = *self.numbers.entry(text.clone()).or_insert(next);
                *text = format!("⟦{number}·{HOSTILE}·{number}⟧");
            }
            Value::Array(items) => {
                if let Some(part) = part.get("items") {
                    for item in items.iter_mut() {
                        self.replace(part, item);
                    }
                }
            }
            Value::Object(fields) => {
                let known = part.get("properties").and_then(Value::as_object).into_iter().flatten();
                for (name, part) in known.filter(|(name, _)| *name != "schema_version") {
                    if let Some(value) = fields.get_mut(name) {
                        self.replace(part, value);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
}

/// A return whose every text is hostile, and how many texts it has.
fn hostile(story: &str) -> (Accepted, usize) {
    let schema: Value = serde_json::from_str(candour::schema::schema_text("return").unwrap()).unwrap();
    let bytes = std::fs::read(fixture(&format!("valid/{story}/return.json"))).unwrap();
    let mut value: Value = serde_json::from_slice(&bytes).unwrap();
    let mut texts = Texts { schema: &schema, numbers: BTreeMap::new() };
    texts.replace(&schema, &mut value);
    let read = intake::read("return.json", value.to_string().as_bytes());
    let checked = check::check(read, &check::Options::default());
    let told: Vec<&str> = checked.diagnostics().iter().map(|found| found.rule).collect();
    let accepted = checked.accept().unwrap_or_else(|_| panic!("{story} is not accepted: {told:?}"));
    (accepted, texts.numbers.len())
}

/// Says which hostile words stand in a text, and insists that each stands there whole; where words may be cut short, what
/// stands there is their beginning.
fn stand_whole(text: &str, as_printed: &str, may_be_cut: bool, what: &str) -> BTreeSet<String> {
    let squeezed = |words: &str| words.split_whitespace().collect::<String>();
    let (text, as_printed) = (squeezed(text), squeezed(as_printed));
    let mut met = BTreeSet::new();
    for (at, _) in text.match_indices('⟦') {
        let rest = &text[at..];
        let number: String = rest.chars().skip(1).take_while(char::is_ascii_digit).collect();
        let whole = format!("⟦{number}·{as_printed}·{number}⟧");
        let shown = if may_be_cut { rest.split('…').next().unwrap() } else { rest };
        let is_whole = rest.starts_with(&whole) || (shown.len() < rest.len() && whole.starts_with(shown));
        assert!(is_whole, "{what}: {}", rest.chars().take(200).collect::<String>());
        met.insert(number);
    }
    met
}

/// A page taken apart as a browser does: its tags, each with every attribute it has, the values of those, and its words.
#[derive(Default)]
struct Page {
    tags: BTreeSet<String>,
    values: Vec<String>,
    /// The words outside drawings.
    words: String,
    /// What is said of drawings, and what stands in them.
    drawn: Vec<String>,
    style: String,
    data: String,
}

impl Page {
    fn of(html: &str) -> Self {
        let mut page = Self::default();
        let (mut rest, mut in_drawing) = (html, false);
        while let Some(open) = rest.find('<') {
            let words = unescaped(&rest[..open]);
            if in_drawing {
                page.drawn.push(words);
            } else {
                page.words.push_str(&words);
            }
            let tag = page.tag(&rest[open..]);
            rest = &rest[open + tag.len()..];
            let name = tag.trim_start_matches('<').split([' ', '>']).next().unwrap();
            match name {
                "svg" | "/svg" => in_drawing = name == "svg",
                "style" | "script" => {
                    let (inside, after) = rest.split_once(&format!("</{name}>")).unwrap();
                    let kept = if name == "style" { &mut page.style } else { &mut page.data };
                    assert!(kept.is_empty(), "a second {name}");
                    inside.clone_into(kept);
                    rest = after;
                }
                _ => {}
            }
        }
        page.words.push_str(&unescaped(rest));
        page
    }

    /// One tag, which is written as strictly as ours are.
    fn tag<'a>(&mut self, html: &'a str) -> &'a str {
        if html.starts_with("<!DOCTYPE html>") {
            return "<!DOCTYPE html>";
        }
        let mut name = html[1..].chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '/');
        let name: String = name.by_ref().collect();
        assert!(!name.is_empty(), "no tag: {}", &html.chars().take(80).collect::<String>());
        let mut at = 1 + name.trim_end_matches('/').len();
        self.tags.insert(name.clone());
        while !html[at..].starts_with('>') && !html[at..].starts_with("/>") {
            let attribute = html[at..].strip_prefix(' ').unwrap_or_else(|| panic!("{}", &html[..at + 20]));
            let (attribute_name, value) = attribute.split_once("=\"").unwrap();
            let value = value.split_once('"').unwrap().0;
            assert!(!value.contains(['<', '>']), "{value}");
            self.tags.insert(format!("{name} {attribute_name}"));
            at += 1 + attribute_name.len() + 2 + value.len() + 1;
            self.values.push(unescaped(value));
        }
        at += if html[at..].starts_with('>') { 1 } else { 2 };
        &html[..at]
    }
}

fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// A style sheet without what stands between quotation marks, and without the widths of columns, which follow the words.
fn outside_strings(style: &str) -> String {
    let outside: String = style.split('"').step_by(2).collect();
    outside.lines().filter(|line| !line.starts_with("  .w")).collect()
}

fn editions() -> impl Iterator<Item = (Audience, TextLanguage)> {
    let languages = [TextLanguage::English, TextLanguage::Welsh];
    Audience::ALL.iter().flat_map(move |audience| languages.map(|language| (*audience, language)))
}

#[test]
fn every_text_of_a_return_stands_as_text_in_every_report() {
    let in_html: String =
        HOSTILE.chars().map(|letter| if is_no_letter(letter) { '\u{fffd}' } else { letter }).collect();
    let stories = ["every-field", "only-community-reporting", "welsh-valleys-2026-27-q2"];
    // Ordinary words have the same tags round them, wherever they stand, and the same style.
    let ordinary: Vec<Page> = stories
        .into_iter()
        .flat_map(|story| Audience::ALL.iter().map(move |audience| published(story, *audience)))
        .map(|published| Page::of(&render::html(&report::build(&published), &HtmlOptions::default()).unwrap()))
        .collect();
    let tags: BTreeSet<&String> = ordinary.iter().flat_map(|page| &page.tags).collect();
    for story in stories {
        let (accepted, texts) = hostile(story);
        let mut met = BTreeSet::new();
        for (audience, language) in editions() {
            let what = format!("{story}, {}, {}", audience.word(), language.word());
            let published = publish(&accepted, audience, &PublishOptions { language, ..PublishOptions::default() });
            let report = report::build(&published);
            let html = render::html(&report, &HtmlOptions::default()).unwrap();
            let page = Page::of(&html);
            met.extend(stand_whole(&page.words, &in_html, false, &what));
            page.values.iter().for_each(|value| drop(stand_whole(value, &in_html, false, &what)));
            stand_whole(&page.drawn.concat(), &in_html, true, &what);

            let of_words = ["bdi", "/bdi", "wbr", "span lang", "b lang", "em lang"];
            let foreign = page.tags.iter().filter(|tag| !tags.contains(tag) && !of_words.contains(&tag.as_str()));
            assert_eq!(foreign.collect::<Vec<_>>(), [] as [&String; 0], "{what}");
            assert_eq!(outside_strings(&page.style), outside_strings(&ordinary[0].style), "{what}");
            assert!(!page.style.contains('<') && !page.data.contains('<'), "{what}");
            assert_eq!(extract(html.as_bytes()).unwrap().0.published, published, "{what}");
        }
        // What no report prints is for the checks, for programs, or for readers who are not asked.
        assert!(met.len() * 2 > texts, "{story}: {} of {texts} texts are printed", met.len());
    }
}

/// What no page may hold.
fn is_no_letter(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{fdd0}'..='\u{fdef}')
}

#[test]
fn every_text_of_a_return_stands_as_text_in_every_pdf() {
    // Letters that no face has are printed as their codes, and marks that steer the line are obeyed in silence.
    let on_paper = "</b><script>\"'&lt;{{{data}}}{{title}}\\) tj]]>U+05E9U+0007U+0000U+FFFDU+FFFD";
    let aloud = "</b><script>\"'&lt;{{{data}}}{{title}}\\) tj]]>\u{202e}\u{5e9}\u{fffd}\u{fffd}\u{fffd}\u{fffd}";
    for story in ["every-field", "welsh-valleys-2026-27-q2"] {
        let (accepted, texts) = hostile(story);
        let mut met = BTreeSet::new();
        for (audience, language) in editions() {
            let what = format!("{story}, {}, {}", audience.word(), language.word());
            let published = publish(&accepted, audience, &PublishOptions { language, ..PublishOptions::default() });
            let pdf = render::pdf(&report::build(&published), &PdfOptions::default()).unwrap().bytes;
            let opened = render::open(&pdf).unwrap();
            for piece in &opened.pieces {
                let (words, as_printed, may_be_cut) = match piece.heard {
                    Heard::Text | Heard::Marker => (&piece.words, on_paper, false),
                    Heard::Description => (&piece.words, aloud, true),
                    Heard::Drawing | Heard::Furniture => (&piece.words, on_paper, true),
                };
                met.extend(stand_whole(words, as_printed, may_be_cut, &what));
            }
            assert_eq!(extract(&pdf).unwrap().0.published, published, "{what}");
        }
        assert!(met.len() * 2 > texts, "{story}: {} of {texts} texts are printed", met.len());
    }
}
