//! Shows our tree to `jsonschema`, without what was cut, so that nothing is parsed or copied twice.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, Node, NodeIdentity, Object, unique};
use serde_json::{Number, Value as Plain};

use crate::intake::{Children, Kind, NodeId, Value};

/// Our tree, as a representation of JSON.
pub(super) enum Tree {}

/// A value of the tree, or a name that is looked at as a text.
#[derive(Clone, Copy)]
pub(super) enum Seen<'a> {
    Value(Value<'a>, &'a BTreeSet<NodeId>),
    Name(&'a str),
}

impl Json for Tree {
    type Node<'a> = Seen<'a>;
    type PreparedKey = String;
    type StringBuffer = String;

    const KEYS_PER_LOOKUP: usize = 4;

    fn prepare_key(key: &str) -> String {
        key.to_owned()
    }

    fn with_string_node<T>(buffer: &mut String, string: &str, f: impl FnOnce(Seen<'_>) -> T) -> T {
        buffer.clear();
        buffer.push_str(string);
        f(Seen::Name(buffer))
    }
}

impl<'a> Seen<'a> {
    fn of_kind(self, kind: Kind) -> Option<Members<'a>> {
        match self {
            Self::Value(value, cut) if value.kind() == kind => Some(Members { value, cut }),
            Self::Value(..) | Self::Name(_) => None,
        }
    }
}

impl<'a> Node<'a, Tree> for Seen<'a> {
    type Object = Members<'a>;
    type Array = Members<'a>;
    type Number = Typed<'a>;

    fn as_object(&self) -> Option<Members<'a>> {
        self.of_kind(Kind::Record)
    }

    fn as_array(&self) -> Option<Members<'a>> {
        self.of_kind(Kind::List)
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match self {
            Self::Value(value, _) => value.text(),
            Self::Name(name) => Some(Cow::Borrowed(name)),
        }
    }

    fn as_number(&self) -> Option<Typed<'a>> {
        match self {
            Self::Value(value, _) => value.number_text().map(Typed),
            Self::Name(_) => None,
        }
    }

    fn as_boolean(&self) -> Option<bool> {
        match self {
            Self::Value(value, _) => value.boolean(),
            Self::Name(_) => None,
        }
    }

    fn is_null(&self) -> bool {
        matches!(self, Self::Value(value, _) if value.kind() == Kind::Empty)
    }

    fn json_type(&self) -> JsonType {
        match self {
            Self::Name(_) => JsonType::String,
            Self::Value(value, _) => match value.kind() {
                Kind::Empty => JsonType::Null,
                Kind::Boolean => JsonType::Boolean,
                Kind::Number => JsonType::Number,
                Kind::Text => JsonType::String,
                Kind::List => JsonType::Array,
                Kind::Record => JsonType::Object,
            },
        }
    }

    fn equals_value(&self, expected: &Plain) -> bool {
        match (self.as_string(), expected) {
            (Some(text), Plain::String(expected)) => text == expected.as_str(),
            (Some(_), _) | (None, Plain::String(_)) => false,
            (None, _) => jsonschema::json::cmp::equal(&plain(self), expected),
        }
    }

    /// Asked for with every error, and never looked at: our messages read the tree.
    fn to_value(&self) -> Cow<'a, Plain> {
        Cow::Owned(Plain::Null)
    }

    fn identity(&self) -> Option<NodeIdentity> {
        match self {
            Self::Value(value, cut) => {
                let number = u32::try_from(value.id().index()).expect("a tree has far fewer nodes");
                Some(NodeIdentity::tagged(std::ptr::from_ref::<BTreeSet<NodeId>>(cut) as usize, number))
            }
            Self::Name(_) => None,
        }
    }
}

/// The value as `serde_json` knows it.
fn plain(seen: &Seen<'_>) -> Plain {
    match seen {
        Seen::Name(name) => Plain::String((*name).to_owned()),
        Seen::Value(value, cut) => match value.kind() {
            Kind::Empty => Plain::Null,
            Kind::Boolean => Plain::Bool(value.boolean().unwrap_or_default()),
            Kind::Number => Plain::Number(Typed(value.raw()).to_number().into_owned()),
            Kind::Text => Plain::String(value.text().unwrap_or_default().into_owned()),
            Kind::List => Plain::Array(Members { value: *value, cut }.elements().map(|item| plain(&item)).collect()),
            Kind::Record => Plain::Object(
                Members { value: *value, cut }
                    .members()
                    .map(|(name, item)| (name.into_owned(), plain(&item)))
                    .collect(),
            ),
        },
    }
}

/// The fields of a record or the items of a list.
pub(super) struct Members<'a> {
    value: Value<'a>,
    cut: &'a BTreeSet<NodeId>,
}

impl<'a> Members<'a> {
    fn kept(&self) -> Kept<'a> {
        Kept { children: self.value.children(), cut: self.cut }
    }

    fn count(&self) -> usize {
        if self.cut.is_empty() { self.value.len() } else { self.kept().count() }
    }
}

pub(super) struct Kept<'a> {
    children: Children<'a>,
    cut: &'a BTreeSet<NodeId>,
}

impl<'a> Iterator for Kept<'a> {
    type Item = Seen<'a>;

    fn next(&mut self) -> Option<Seen<'a>> {
        let cut = self.cut;
        self.children.find(|child| !cut.contains(&child.id())).map(|child| Seen::Value(child, cut))
    }
}

pub(super) struct Named<'a>(Kept<'a>);

impl<'a> Iterator for Named<'a> {
    type Item = (Cow<'a, str>, Seen<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let seen = self.0.next()?;
        let name = match seen {
            Seen::Value(value, _) => value.name().unwrap_or_default(),
            Seen::Name(_) => Cow::default(),
        };
        Some((name, seen))
    }
}

impl<'a> Object<'a, Tree> for Members<'a> {
    type Node = Seen<'a>;
    type MemberName = Cow<'a, str>;
    type MembersIter = Named<'a>;

    fn len(&self) -> usize {
        self.count()
    }

    fn get(&self, key: &String) -> Option<Seen<'a>> {
        let value = self.value.field(key)?;
        (!self.cut.contains(&value.id())).then_some(Seen::Value(value, self.cut))
    }

    fn members(&self) -> Named<'a> {
        Named(self.kept())
    }
}

impl<'a> Array<'a, Tree> for Members<'a> {
    type Node = Seen<'a>;
    type ElementsIter = Kept<'a>;

    fn len(&self) -> usize {
        self.count()
    }

    fn elements(&self) -> Kept<'a> {
        self.kept()
    }

    fn is_unique(&self) -> bool {
        let values: Vec<_> = self.elements().map(|item| plain(&item)).collect();
        unique::is_unique(&values)
    }
}

/// A number as it was typed.
pub(super) struct Typed<'a>(&'a str);

impl Typed<'_> {
    fn float(&self) -> f64 {
        self.0.parse::<f64>().unwrap_or_default().clamp(f64::MIN, f64::MAX)
    }
}

impl JsonNumber for Typed<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    fn as_f64(&self) -> Option<f64> {
        Some(self.float())
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    fn to_number(&self) -> Cow<'_, Number> {
        let number = match (self.as_u64(), self.as_i64()) {
            (Some(whole), _) => Number::from(whole),
            (None, Some(whole)) => Number::from(whole),
            (None, None) => Number::from_f64(self.float()).unwrap_or_else(|| Number::from(0)),
        };
        Cow::Owned(number)
    }

    fn is_integer(&self) -> bool {
        self.as_u64().is_some() || self.as_i64().is_some() || self.float().fract() == 0.0
    }
}
