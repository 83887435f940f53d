//! Whether two trees are the same return, however their figures and their parts are written.

use crate::intake::{Kind, Value};
use crate::source::{DocumentId, Pointer};

/// Where two returns first differ; `None` where they are the same. What is left empty is the same as what is left out.
pub(super) fn difference(one: Value<'_>, other: Value<'_>) -> Option<Pointer> {
    let top = Pointer::root(DocumentId::FIRST);
    compare(Some(one), Some(other), &top)
}

fn compare(one: Option<Value<'_>>, other: Option<Value<'_>>, at: &Pointer) -> Option<Pointer> {
    let (one, other) = (one.filter(is_said), other.filter(is_said));
    let (Some(one), Some(other)) = (one, other) else { return (one.is_some() != other.is_some()).then(|| at.clone()) };
    let same = |is_same: bool| (!is_same).then(|| at.clone());
    match (one.kind(), other.kind()) {
        (Kind::Record, Kind::Record) => {
            let names = one.members().chain(other.members()).map(|(name, _)| name);
            names.into_iter().find_map(|name| compare(one.field(&name), other.field(&name), &at.field(&name)))
        }
        (Kind::List, Kind::List) => {
            if one.len() != other.len() {
                return Some(at.clone());
            }
            (0..one.len()).find_map(|index| compare(one.item(index), other.item(index), &at.item(index)))
        }
        (Kind::Number, Kind::Number) => same(one.number() == other.number()),
        // A record that says no more than one value may be written as that value.
        (Kind::Record, _) => only(one).map_or_else(|| Some(at.clone()), |only| compare(Some(only), Some(other), at)),
        (_, Kind::Record) => only(other).map_or_else(|| Some(at.clone()), |only| compare(Some(one), Some(only), at)),
        (Kind::Text, Kind::Text) => same(bare(one) == bare(other)),
        (Kind::Boolean, Kind::Boolean) => same(one.boolean() == other.boolean()),
        _ => same(one.kind() == other.kind()),
    }
}

/// A text without the spaces around it, which nobody sees in a cell.
fn bare(value: Value<'_>) -> String {
    let text = value.text().unwrap_or_default();
    let lines = text.split('\n').map(|line| line.trim_matches(|letter: char| letter.is_whitespace()));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Whether a value says something.
fn is_said(value: &Value<'_>) -> bool {
    match value.kind() {
        Kind::Text => value.text().is_some_and(|text| !text.trim().is_empty()),
        Kind::Record => value.members().any(|(_, value)| is_said(&value)),
        Kind::List => !value.is_empty(),
        Kind::Empty | Kind::Boolean | Kind::Number => true,
    }
}

/// The only field of a record, where it stands for the whole.
fn only(record: Value<'_>) -> Option<Value<'_>> {
    let mut said = record.members().filter(|(_, value)| is_said(value));
    let (name, value) = said.next()?;
    (said.next().is_none() && matches!(name.as_ref(), "value" | "to")).then_some(value)
}
