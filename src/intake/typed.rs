//! Reads a type from a tree through serde, passing over what was cut. Knows no type of its own.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, DeserializeOwned, DeserializeSeed, IntoDeserializer, Unexpected, Visitor};

use super::{Cuts, Intake, Kind, NodeId, Value};
use crate::source::Pointer;

/// Where and why a tree does not fit a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The part that does not fit.
    pub at: Pointer,
    /// What the type says, in a programmer's words.
    pub message: Box<str>,
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} does not fit: {}", self.at, self.message)
    }
}

impl std::error::Error for Misfit {}

/// A field that a record is read with where it has none of its own: the record, the field, and its value as JSON.
pub(crate) type StandIn = (&'static str, &'static str, &'static str);

pub(super) fn read<T: DeserializeOwned>(intake: &Intake, cuts: &Cuts, stand_ins: &[StandIn]) -> Result<T, Misfit> {
    let Some(value) = intake.root() else {
        return Err(Misfit { at: intake.top(), message: "there is no tree".into() });
    };
    let cut: BTreeSet<NodeId> = cuts.iter().filter_map(|part| intake.get(part)).map(Value::id).collect();
    let lacking: Vec<_> = stand_ins
        .iter()
        .filter_map(|(record, field, json)| {
            let record = intake.get(&Pointer::parse(intake.top().document(), record))?;
            let lacks = record.field(field).is_none_or(|value| cut.contains(&value.id()));
            lacks.then(|| (record.id(), *field, super::read("", json.as_bytes()).intake))
        })
        .collect();
    let stand_ins: Vec<_> =
        lacking.iter().filter_map(|(record, field, value)| Some((*record, *field, value.root()?))).collect();
    T::deserialize(Reader { value, around: &Around { cut: &cut, stand_ins: &stand_ins } }).map_err(|fault| Misfit {
        at: fault.0.route.iter().rev().fold(intake.top(), |at, step| match step {
            Step::Name(name) => at.field(name),
            Step::Item(index) => at.item(*index),
        }),
        message: fault.0.message.into(),
    })
}

/// A fault on its way up: each level adds its step. Small, since every reader of a type hands it on.
#[derive(Debug)]
struct Fault(Box<Told>);

#[derive(Debug)]
struct Told {
    route: Vec<Step>,
    message: String,
}

#[derive(Debug)]
enum Step {
    Name(String),
    Item(usize),
}

impl Fault {
    fn below(mut self, step: Step) -> Self {
        self.0.route.push(step);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(Box::new(Told { route: Vec::new(), message: message.to_string() }))
    }
}

/// What is passed over and what is put in.
struct Around<'a, 'c> {
    cut: &'c BTreeSet<NodeId>,
    stand_ins: &'c [(NodeId, &'static str, Value<'a>)],
}

impl Around<'_, '_> {
    #[inline]
    fn is_cut(&self, value: Value<'_>) -> bool {
        !self.cut.is_empty() && self.cut.contains(&value.id())
    }
}

#[derive(Clone, Copy)]
struct Reader<'a, 'c> {
    value: Value<'a>,
    around: &'c Around<'a, 'c>,
}

impl<'a, 'c> Reader<'a, 'c> {
    fn fields(self) -> Fields<'a, 'c> {
        let children = self.value.children();
        Fields { record: self.value, children, around: self.around, next: None, stands_in: None, put_in: 0 }
    }

    fn items(self) -> Items<'a, 'c> {
        Items { children: self.value.children(), count: self.value.len(), around: self.around, index: 0 }
    }

    fn other_than(self, wanted: &dyn de::Expected) -> Fault {
        let found = match self.value.kind() {
            Kind::Empty => Unexpected::Unit,
            Kind::Boolean => Unexpected::Bool(self.value.boolean().unwrap_or_default()),
            Kind::Number => Unexpected::Other("a number"),
            Kind::Text => Unexpected::Other("a text"),
            Kind::List => Unexpected::Seq,
            Kind::Record => Unexpected::Map,
        };
        de::Error::invalid_type(found, wanted)
    }

    fn visit_number<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, Fault> {
        // Most numbers are short and whole.
        let bytes = self.value.raw_bytes();
        if bytes.len() < 16 && bytes.iter().all(u8::is_ascii_digit) {
            return visitor.visit_u64(bytes.iter().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')));
        }
        let text = self.value.raw();
        let is_whole = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        if is_whole && let Ok(whole) = text.parse::<u64>() {
            return visitor.visit_u64(whole);
        }
        if is_whole && let Ok(whole) = text.parse::<i64>() {
            return visitor.visit_i64(whole);
        }
        let number = self.value.number().unwrap_or_default();
        // 1.0 and 1e2 are whole; beyond 2^53 every number is, and nothing is gained by saying so.
        if number.fract() == 0.0 && number.abs() < 9e15 {
            return if number < 0.0 { visitor.visit_i64(number as i64) } else { visitor.visit_u64(number as u64) };
        }
        visitor.visit_f64(number)
    }
}

impl<'de> de::Deserializer<'de> for Reader<'de, '_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value.kind() {
            Kind::Empty => visitor.visit_unit(),
            Kind::Boolean => visitor.visit_bool(self.value.boolean().unwrap_or_default()),
            Kind::Number => self.visit_number(visitor),
            Kind::Text => match self.value.text().unwrap_or_default() {
                Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
                Cow::Owned(text) => visitor.visit_string(text),
            },
            Kind::List => visitor.visit_seq(self.items()),
            Kind::Record => visitor.visit_map(self.fields()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.value.kind() == Kind::Empty { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        match self.value.kind() {
            Kind::Text => visitor.visit_enum(self.value.text().unwrap_or_default().into_deserializer()),
            Kind::Record => visitor.visit_enum(de::value::MapAccessDeserializer::new(self.fields())),
            Kind::Empty | Kind::Boolean | Kind::Number | Kind::List => {
                Err(de::Error::custom("a choice is a text or a record of one field"))
            }
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }

    // Each asks only for what its type can be made of: a type that could be read from any kind of value would be built
    // once for each kind, and the program would be a good deal larger.

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_map(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.value.kind() == Kind::Record {
            visitor.visit_map(self.fields())
        } else {
            Err(self.other_than(&visitor))
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        if self.value.kind() == Kind::List { visitor.visit_seq(self.items()) } else { Err(self.other_than(&visitor)) }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value.text() {
            Some(Cow::Borrowed(text)) => visitor.visit_borrowed_str(text),
            Some(Cow::Owned(text)) => visitor.visit_string(text),
            None => Err(self.other_than(&visitor)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.value.boolean() {
            Some(truth) => visitor.visit_bool(truth),
            None => Err(self.other_than(&visitor)),
        }
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
        identifier
    }
}

struct Fields<'a, 'c> {
    record: Value<'a>,
    children: super::Children<'a>,
    around: &'c Around<'a, 'c>,
    /// The value whose name was read last.
    next: Option<Value<'a>>,
    /// That name, where it stands in for another.
    stands_in: Option<&'static str>,
    /// How many fields have been put in.
    put_in: usize,
}

impl<'a> Fields<'a, '_> {
    /// A field that stands in for one this record lacks.
    fn stand_in(&mut self) -> Option<(&'static str, Value<'a>)> {
        let of_this = |stand_in: &&(NodeId, &'static str, Value<'a>)| stand_in.0 == self.record.id();
        let (_, field, value) = self.around.stand_ins.iter().filter(of_this).nth(self.put_in)?;
        self.put_in += 1;
        Some((*field, *value))
    }
}

impl<'a> de::MapAccess<'a> for Fields<'a, '_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let around = self.around;
        if let Some(value) = self.children.find(|child| !around.is_cut(*child)) {
            self.next = Some(value);
            return match value.name().unwrap_or_default() {
                Cow::Borrowed(name) => seed.deserialize(de::value::BorrowedStrDeserializer::new(name)).map(Some),
                Cow::Owned(name) => seed.deserialize(name.into_deserializer()).map(Some),
            };
        }
        let Some((field, value)) = self.stand_in() else { return Ok(None) };
        (self.next, self.stands_in) = (Some(value), Some(field));
        seed.deserialize(de::value::BorrowedStrDeserializer::new(field)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let Some(value) = self.next.take() else {
            return Err(de::Error::custom("a value was asked for before its name"));
        };
        seed.deserialize(Reader { value, around: self.around }).map_err(|fault: Fault| {
            let name = self.stands_in.map(str::to_owned).or_else(|| value.name().map(Cow::into_owned));
            fault.below(Step::Name(name.unwrap_or_default()))
        })
    }
}

struct Items<'a, 'c> {
    children: super::Children<'a>,
    /// How many there are, the cut among them.
    count: usize,
    around: &'c Around<'a, 'c>,
    index: usize,
}

impl<'a> de::SeqAccess<'a> for Items<'a, '_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        for value in self.children.by_ref() {
            let index = self.index;
            self.index += 1;
            if !self.around.is_cut(value) {
                return seed
                    .deserialize(Reader { value, around: self.around })
                    .map(Some)
                    .map_err(|fault| fault.below(Step::Item(index)));
            }
        }
        Ok(None)
    }

    /// So that a list is given its room at once.
    fn size_hint(&self) -> Option<usize> {
        Some(self.count - self.index)
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::intake::{Cuts, read};

    #[derive(Debug, Deserialize, PartialEq)]
    struct Whole {
        name: String,
        count: Option<u32>,
        items: Vec<Item>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(tag = "type", rename_all = "snake_case")]
    enum Item {
        Plain { figure: f64 },
        Named { colour: Colour },
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "snake_case")]
    enum Colour {
        Red,
    }

    const TEXT: &str = r#"{"name": "a\nb", "count": 1e2, "x_more": [1],
        "items": [{"type": "plain", "figure": 7}, {"type": "named", "colour": "red"}, {"type": "plain", "figure": 0.5}]}"#;

    #[test]
    fn a_tree_becomes_a_type() {
        let intake = read("return.json", TEXT.as_bytes()).intake;
        let whole: Whole = intake.typed(&Cuts::default()).unwrap();
        let items = vec![Item::Plain { figure: 7.0 }, Item::Named { colour: Colour::Red }, Item::Plain { figure: 0.5 }];
        assert_eq!(whole, Whole { name: "a\nb".into(), count: Some(100), items });
    }

    #[test]
    fn cut_parts_are_passed_over_and_the_rest_keeps_its_numbers() {
        let intake = read("return.json", TEXT.as_bytes()).intake;
        let top = intake.top();
        let cuts: Cuts = [top.field("count"), top.field("items").item(1)].into_iter().collect();
        let whole: Whole = intake.typed(&cuts).unwrap();
        assert_eq!(whole.count, None);
        assert_eq!(whole.items.len(), 2);
        assert_eq!(intake.kept_items(&top.field("items"), &cuts), [0, 2]);
    }

    #[test]
    fn a_misfit_says_where() {
        let intake = read("return.json", br#"{"name": "a", "items": [{"type": "named", "colour": "blue"}]}"#).intake;
        let misfit = intake.typed::<Whole>(&Cuts::default()).unwrap_err();
        assert_eq!(misfit.at.as_str(), "/items/0");
        assert!(misfit.to_string().contains("blue"));
    }
}
