//! What is said has a place and a help, in words an officer understands.

use candour::check::Checked;
use candour::diagnostic::Severity;
use candour::source::{Locate, Part};

/// Words only programmers know, or that blame or beg.
const NOT_OURS: &[&str] = &[
    "invalid", "null", "array", "object", "please", "illegal", "regex", "schema", "string", "integer", "boolean",
    "float", "bool", "usize", "u8", "u32", "u64", "i32", "i64", "f64", "vec", "option", "struct", "enum",
];

/// Marks that only stand together in a bare regular expression.
const BARE: &[&str] = &["^[", "[a-z", "[0-9", "[A-Z", "]$", ")$", "\\d", "{1,", "(?"];

/// Looks at everything that is said about a return.
pub(super) fn look_over(checked: &Checked, broken: &str) {
    let intake = checked.intake();
    let length = intake.sources().get(intake.top().document()).text.len();
    for found in checked.diagnostics() {
        let said = format!("{broken}: {} {:?}", found.message, found.help);
        assert!(!found.message.trim().is_empty() && !found.message.ends_with('.'), "{said}");
        let help = found.help.as_deref().unwrap_or_default();
        assert!(found.severity != Severity::Error || !help.is_empty(), "no help: {said}");
        let place = intake.locate(&found.at, found.part);
        assert!(place.line >= 1 && place.column >= 1 && place.bytes.end <= length, "no place: {said}");
        for related in &found.related {
            assert!(intake.locate(&related.at, Part::Value).bytes.end <= length, "no place: {said}");
        }
        let related = found.related.iter().map(|related| related.message.as_str());
        for ours in [found.message.as_str(), help, found.label.as_str()].into_iter().chain(related) {
            assert_eq!(odd_word(ours), None, "{said}");
        }
    }
}

/// The first word of ours that an officer need not know, beside what stands in quotation marks.
pub(crate) fn odd_word(said: &str) -> Option<String> {
    let ours = own_words(said);
    let mut words = ours.split(|letter: char| !letter.is_alphanumeric() && letter != '_').map(str::to_lowercase);
    let odd = words.find(|word| NOT_OURS.contains(&word.as_str()));
    let phrase = || ours.to_lowercase().contains("must match").then(|| "must match".to_owned());
    let bare = || BARE.iter().find(|mark| ours.contains(**mark)).map(|mark| (*mark).to_owned());
    odd.or_else(phrase).or_else(bare)
}

/// The words without what stands in quotation marks, which is the author's.
pub(crate) fn own_words(said: &str) -> String {
    let mut depth = 0_u32;
    let mut straight = false;
    let mut ours = String::new();
    for letter in said.chars() {
        match letter {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            '"' => straight = !straight,
            letter if depth == 0 && !straight => ours.push(letter),
            _ => continue,
        }
        if matches!(letter, '“' | '”' | '"') {
            ours.push(' ');
        }
    }
    ours
}

#[test]
fn what_the_author_wrote_is_not_ours() {
    let ours = own_words("“null” is no “array”, write \"object\" here");
    assert_eq!(ours.split_whitespace().collect::<Vec<_>>(), ["is", "no", ",", "write", "here"]);
}
