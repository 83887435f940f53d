//! Edits a return as JSON Patch (RFC 6902: add, replace, remove) says, in its text, so that lines and columns stay those
//! a person sees.

use candour::intake::{Kind, Value, read};
use candour::source::{DocumentId, Pointer};

/// The text after all edits.
pub(crate) fn patched(text: &str, patch: &serde_json::Value) -> String {
    patch.as_array().expect("a patch is a list of edits").iter().fold(text.to_owned(), |text, edit| one(&text, edit))
}

fn one(text: &str, edit: &serde_json::Value) -> String {
    let intake = read("return.json", text.as_bytes()).intake;
    let route = edit["path"].as_str().expect("an edit has a path");
    let at = Pointer::parse(DocumentId::FIRST, route);
    let there = intake.get(&at);
    let value = || edit["value"].to_string();
    match (edit["op"].as_str().expect("an edit has an op"), there) {
        ("replace", Some(there)) => splice(text, there.bytes(), &value()),
        ("remove", Some(there)) => removed(text, there),
        ("add", there) => {
            let parent = intake.get(&at.parent().expect("nothing is added at the top")).expect("the parent is there");
            match there.filter(|_| parent.kind() == Kind::List) {
                Some(item) => splice(text, item.bytes().start..item.bytes().start, &format!("{}, ", value())),
                None => added(text, parent, &at.last().unwrap(), &value()),
            }
        }
        (op, _) => panic!("cannot {op} at {route}"),
    }
}

pub(crate) fn splice(text: &str, bytes: std::ops::Range<usize>, with: &str) -> String {
    format!("{}{with}{}", &text[..bytes.start], &text[bytes.end..])
}

/// Adds a field to a record, or an item to the end of a list.
fn added(text: &str, parent: Value<'_>, name: &str, value: &str) -> String {
    let name = if parent.kind() == Kind::Record { format!("\"{name}\": ") } else { String::new() };
    match parent.children().last() {
        Some(last) => splice(text, last.bytes().end..last.bytes().end, &format!(", {name}{value}")),
        None => splice(text, parent.bytes().start + 1..parent.bytes().start + 1, &format!("{name}{value}")),
    }
}

/// Takes out a field or an item with the comma that goes with it.
fn removed(text: &str, there: Value<'_>) -> String {
    splice(text, room(text, there), "")
}

/// The bytes a field or an item takes up, with the comma that goes with it.
pub(crate) fn room(text: &str, there: Value<'_>) -> std::ops::Range<usize> {
    let start = there.name_bytes().map_or(there.bytes().start, |name| name.start);
    let end = there.bytes().end;
    let after = text[end..].trim_start();
    if let Some(rest) = after.strip_prefix(',') {
        return start..text.len() - rest.trim_start().len();
    }
    let before = text[..start].trim_end();
    before.strip_suffix(',').unwrap_or(before).len()..end
}
