//! Our tree as `serde_json` knows it, without what was cut: made only where a return may be at fault, for `jsonschema` to
//! say what is wrong with it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::{Map, Number, Value as Plain};

use crate::intake::{Kind, NodeId, Value};

/// A value and all below it, as deep as a return is.
pub(super) fn plain(value: Value<'_>, cut: &BTreeSet<NodeId>) -> Plain {
    let kept = || value.children().filter(|child| !cut.contains(&child.id()));
    match value.kind() {
        Kind::Empty => Plain::Null,
        Kind::Boolean => Plain::Bool(value.boolean().unwrap_or_default()),
        Kind::Number => Plain::Number(number(value.raw())),
        Kind::Text => Plain::String(value.text().map(Cow::into_owned).unwrap_or_default()),
        Kind::List => Plain::Array(kept().map(|item| plain(item, cut)).collect()),
        Kind::Record => {
            let mut fields = Map::new();
            for field in kept() {
                fields.insert(field.name().map(Cow::into_owned).unwrap_or_default(), plain(field, cut));
            }
            Plain::Object(fields)
        }
    }
}

/// A number as near to how it was typed as a program holds it.
fn number(text: &str) -> Number {
    let float = || text.parse::<f64>().unwrap_or_default().clamp(f64::MIN, f64::MAX);
    match (text.parse::<u64>(), text.parse::<i64>()) {
        (Ok(whole), _) => Number::from(whole),
        (Err(_), Ok(whole)) => Number::from(whole),
        (Err(_), Err(_)) => Number::from_f64(float()).unwrap_or_else(|| Number::from(0)),
    }
}
