//! The quick yes: whether a value fits a schema, and not a word on why it does not. Most returns fit, and need no more.
//!
//! Knows the keywords that our schemas use, and says no wherever it has any doubt; then `jsonschema` is asked, which
//! decides and can say why. A test holds that the two never disagree on what this one lets pass.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Plain};

use super::form::{Form, is_date};
use crate::intake::{Kind, Value};

/// A schema, laid out for one look at each value.
pub(super) struct Quick {
    shapes: Vec<Shape>,
    whole: usize,
}

/// What one part of a schema asks for.
#[derive(Default)]
struct Shape {
    /// A bit for each kind of value that it takes.
    kinds: u8,
    /// Of numbers, only whole ones.
    is_whole: bool,
    number: Bounds,
    text: Words,
    items: Option<usize>,
    /// The fewest and the most items.
    count: (usize, usize),
    record: Option<Fields>,
    /// It has to fit one of these too.
    any_of: Vec<usize>,
    /// It has to fit all of these too.
    also: Vec<usize>,
}

impl Shape {
    /// Whether it says all that is asked for.
    fn is_alone(&self) -> bool {
        self.also.is_empty() && self.any_of.is_empty()
    }
}

struct Bounds {
    least: i64,
    most: i64,
    decimals: usize,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { least: i64::MIN, most: i64::MAX, decimals: usize::MAX }
    }
}

struct Words {
    /// The fewest and the most characters.
    length: (usize, usize),
    is_date: bool,
    form: Option<Form>,
    choices: Option<Vec<String>>,
}

impl Default for Words {
    fn default() -> Self {
        Self { length: (0, usize::MAX), is_date: false, form: None, choices: None }
    }
}

#[derive(Default)]
struct Fields {
    known: Vec<Field>,
    /// By the sign of its name, one more than the number of a field; 0 where there is none.
    table: Vec<u8>,
    /// The bits of all fields that have to be there.
    needed: u64,
    /// The fewest fields.
    fewest: usize,
}

struct Field {
    name: String,
    shape: usize,
    /// Its bit, where it has to be there.
    needed: u64,
}

/// No number this short is too fine to be held as it was typed.
const SHORT_NUMBER: usize = 15;

impl Quick {
    /// Lays out a schema; `None` where it asks for something that is not known here.
    pub(super) fn of(schema: &Plain) -> Option<Self> {
        let schema = schema.as_object()?;
        let types = schema.get("$defs")?.as_object()?;
        let mut making = Making { types, known: BTreeMap::new(), shapes: Vec::new() };
        let whole = making.shape(schema)?;
        Some(Self { shapes: making.shapes, whole })
    }

    /// Whether a value fits beyond doubt.
    pub(super) fn fits(&self, value: Value<'_>) -> bool {
        self.shape_fits(self.whole, value)
    }

    #[inline]
    fn shape_fits(&self, shape: usize, value: Value<'_>) -> bool {
        let shape = &self.shapes[shape];
        let kind = value.kind();
        shape.kinds & bit(kind) != 0
            && match kind {
                Kind::Empty | Kind::Boolean => true,
                Kind::Number => shape.number.hold(value.raw_bytes(), shape.is_whole),
                Kind::Text => shape.text.fit(value),
                Kind::List | Kind::Record => self.parts_fit(shape, value),
            }
            && (shape.is_alone() || self.others_fit(shape, value))
    }

    fn parts_fit(&self, shape: &Shape, value: Value<'_>) -> bool {
        if value.kind() == Kind::Record {
            return shape.record.as_ref().is_none_or(|fields| self.fields_fit(fields, value));
        }
        (shape.count.0..=shape.count.1).contains(&value.len())
            && shape.items.is_none_or(|items| value.children().all(|item| self.shape_fits(items, item)))
    }

    fn others_fit(&self, shape: &Shape, value: Value<'_>) -> bool {
        shape.also.iter().all(|also| self.shape_fits(*also, value))
            && (shape.any_of.is_empty() || shape.any_of.iter().any(|one| self.shape_fits(*one, value)))
    }

    fn fields_fit(&self, fields: &Fields, record: Value<'_>) -> bool {
        let mut seen = 0;
        for value in record.children() {
            // A name with an escape is a second thought.
            let Some(name) = value.plain_name() else { return false };
            match fields.find(name) {
                Some(field) => {
                    seen |= field.needed;
                    if !self.shape_fits(field.shape, value) {
                        return false;
                    }
                }
                // A field of somebody's own holds what it likes.
                None if name.starts_with(b"x_") => {}
                None => return false,
            }
        }
        seen == fields.needed && record.len() >= fields.fewest
    }
}

impl Bounds {
    fn hold(&self, text: &[u8], is_whole: bool) -> bool {
        if text.len() > SHORT_NUMBER {
            return false;
        }
        let (sign, unsigned) = match text {
            [b'-', unsigned @ ..] => (-1, unsigned),
            unsigned => (1, unsigned),
        };
        let (mut digits, mut decimals, mut scale, mut has_point) = (0_i64, 0, 1_i64, false);
        for byte in unsigned {
            match byte {
                b'0'..=b'9' => {
                    digits = digits * 10 + i64::from(byte - b'0');
                    if has_point {
                        decimals += 1;
                        scale *= 10;
                    }
                }
                b'.' if !has_point => has_point = true,
                // An exponent is a second thought.
                _ => return false,
            }
        }
        let number = sign * digits;
        let room = if is_whole { 0 } else { self.decimals };
        decimals <= room && number >= self.least.saturating_mul(scale) && number <= self.most.saturating_mul(scale)
    }
}

impl Words {
    fn fit(&self, value: Value<'_>) -> bool {
        let (least, most) = self.length;
        // Between its quotation marks a text takes at least a byte a character, and none where it is empty.
        let written = value.bytes().len().saturating_sub(2);
        let is_free = !self.is_date && self.form.is_none() && self.choices.is_none();
        if is_free && least <= 1 && (least..=most).contains(&written) {
            return true;
        }
        match value.plain_text() {
            Some(text) => self.fit_letters(text),
            None => value.text().is_some_and(|text| self.fit_letters(text.as_bytes())),
        }
    }

    fn fit_letters(&self, text: &[u8]) -> bool {
        let (least, most) = self.length;
        // A character takes one to four bytes.
        (text.len() <= most || characters(text) <= most)
            && (text.len() >= least.saturating_mul(4) || characters(text) >= least)
            && (!self.is_date || is_date(text))
            && self.form.as_ref().is_none_or(|form| form.fits(text))
            && self.choices.as_ref().is_none_or(|choices| choices.iter().any(|choice| choice.as_bytes() == text))
    }
}

/// How many characters a text has: all its bytes but those that go on with one.
fn characters(text: &[u8]) -> usize {
    text.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

impl Fields {
    fn find(&self, name: &[u8]) -> Option<&Field> {
        let mut at = sign(name) & (self.table.len() - 1);
        loop {
            let field = &self.known[usize::from(self.table[at]).checked_sub(1)?];
            if field.name.as_bytes() == name {
                return Some(field);
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    fn add(&mut self, field: Field) -> Option<()> {
        self.known.push(field);
        u8::try_from(self.known.len()).ok().map(|_| ())
    }

    /// Lays out the table, of which at least half stays empty.
    fn lay_out(&mut self) {
        self.table = vec![0; (self.known.len() * 2 + 1).next_power_of_two()];
        for (number, field) in (1..).zip(&self.known) {
            let mut at = sign(field.name.as_bytes()) & (self.table.len() - 1);
            while self.table[at] != 0 {
                at = (at + 1) & (self.table.len() - 1);
            }
            self.table[at] = number;
        }
    }
}

/// A number that few names share.
fn sign(name: &[u8]) -> usize {
    let [first, .., last] = name else { return name.len() };
    name.len() + usize::from(*first) * 3 + usize::from(name[name.len() / 2]) * 11 + usize::from(*last) * 29
}

fn bit(kind: Kind) -> u8 {
    1 << kind as u8
}

/// A schema that is being laid out.
struct Making<'s> {
    types: &'s Map<String, Plain>,
    /// The types laid out so far, by name.
    known: BTreeMap<&'s str, usize>,
    shapes: Vec<Shape>,
}

impl<'s> Making<'s> {
    fn part(&mut self, schema: &'s Plain) -> Option<usize> {
        let schema = schema.as_object()?;
        let says_more = |keyword: &String| !matches!(keyword.as_str(), "$ref" | "title" | "description" | "examples");
        match schema.get("$ref") {
            Some(named) if !schema.keys().any(says_more) => self.named(named),
            Some(_) | None => self.shape(schema),
        }
    }

    fn shape(&mut self, schema: &'s Map<String, Plain>) -> Option<usize> {
        let number = self.shapes.len();
        self.shapes.push(Shape::default());
        self.fill(number, schema)?;
        Some(number)
    }

    fn fill(&mut self, number: usize, schema: &'s Map<String, Plain>) -> Option<()> {
        let mut shape = Shape { kinds: u8::MAX, count: (0, usize::MAX), ..Shape::default() };
        for (keyword, value) in schema {
            match keyword.as_str() {
                "$schema" | "$defs" | "title" | "description" | "examples" => {}
                "$ref" => shape.also.push(self.named(value)?),
                "type" => (shape.kinds, shape.is_whole) = kinds(value.as_str()?)?,
                "anyOf" => {
                    for branch in value.as_array()? {
                        shape.any_of.push(self.part(branch)?);
                    }
                }
                "items" => shape.items = Some(self.part(value)?),
                "minItems" => shape.count.0 = number_of(value)?,
                "maxItems" => shape.count.1 = number_of(value)?,
                "minimum" => shape.number.least = value.as_i64()?,
                "maximum" => shape.number.most = value.as_i64()?,
                "multipleOf" => shape.number.decimals = decimals(value)?,
                "minLength" => shape.text.length.0 = number_of(value)?,
                "maxLength" => shape.text.length.1 = number_of(value)?,
                "format" => shape.text.is_date = value.as_str()? == "date" || return None,
                "pattern" => shape.text.form = Some(Form::of(value.as_str()?)?),
                "enum" => shape.text.choices = Some(texts(value.as_array()?)?),
                "const" => shape.text.choices = Some(texts(std::slice::from_ref(value))?),
                "properties" => shape.record = Some(self.fields(schema, value)?),
                // Looked at with the fields, and never without.
                "required" | "additionalProperties" | "patternProperties" | "minProperties" => {
                    schema.get("properties")?;
                }
                _ => return None,
            }
        }
        // A choice is among texts.
        if shape.text.choices.is_some() {
            shape.kinds &= bit(Kind::Text);
        }
        self.shapes[number] = shape;
        Some(())
    }

    /// A type by its name.
    fn named(&mut self, reference: &'s Plain) -> Option<usize> {
        let name = reference.as_str()?.strip_prefix("#/$defs/")?;
        if let Some(known) = self.known.get(name) {
            return Some(*known);
        }
        let schema = self.types.get(name)?.as_object()?;
        let number = self.shapes.len();
        self.shapes.push(Shape::default());
        // It may stand in itself.
        self.known.insert(name, number);
        self.fill(number, schema)?;
        Some(number)
    }

    fn fields(&mut self, schema: &'s Map<String, Plain>, properties: &'s Plain) -> Option<Fields> {
        let own = schema.get("patternProperties")?.as_object()?;
        let takes_own = own.len() == 1 && own.get("^x_")?.as_object()?.is_empty();
        if !takes_own || schema.get("additionalProperties")? != &Plain::Bool(false) {
            return None;
        }
        let mut fields =
            Fields { fewest: schema.get("minProperties").map_or(Some(0), number_of)?, ..Fields::default() };
        let needed = match schema.get("required") {
            Some(needed) => texts(needed.as_array()?)?,
            None => Vec::new(),
        };
        for (name, part) in properties.as_object()? {
            let bit = match needed.iter().position(|needed| needed == name) {
                Some(place) => 1_u64.checked_shl(u32::try_from(place).ok()?)?,
                None => 0,
            };
            fields.needed |= bit;
            fields.add(Field { name: name.clone(), shape: self.part(part)?, needed: bit })?;
        }
        fields.lay_out();
        // All that are needed are among the fields.
        (fields.needed.count_ones() as usize == needed.len()).then_some(fields)
    }
}

fn kinds(name: &str) -> Option<(u8, bool)> {
    let kind = match name {
        "null" => Kind::Empty,
        "boolean" => Kind::Boolean,
        "number" | "integer" => Kind::Number,
        "string" => Kind::Text,
        "array" => Kind::List,
        "object" => Kind::Record,
        _ => return None,
    };
    Some((bit(kind), name == "integer"))
}

fn number_of(value: &Plain) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn texts(values: &[Plain]) -> Option<Vec<String>> {
    values.iter().map(|value| value.as_str().map(str::to_owned)).collect()
}

/// How many decimals there is room for: of steps of a tenth, one.
fn decimals(step: &Plain) -> Option<usize> {
    let step = step.to_string();
    let decimals = step.strip_prefix("0.")?;
    (decimals.trim_start_matches('0') == "1").then_some(decimals.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::read;
    use crate::schema::compiled::schema_text;

    fn quick(form: &str) -> Quick {
        let schema = serde_json::from_str(schema_text(form).unwrap()).unwrap();
        Quick::of(&schema).unwrap_or_else(|| panic!("{form} asks for something that is not known here"))
    }

    fn fits(quick: &Quick, text: &str) -> bool {
        let read = read("return.json", text.as_bytes());
        quick.fits(read.intake.root().unwrap())
    }

    #[test]
    fn the_forms_that_people_fill_in_are_laid_out() {
        assert!(fits(&quick("waivers"), include_str!("../../fixtures/beside/waivers.json")));
        assert!(fits(&quick("return"), include_str!("../../fixtures/valid/saltmere-2026-27-q2/return.json")));
        assert!(fits(&quick("return"), include_str!("../../fixtures/valid/every-field/return.json")));
    }

    #[test]
    fn what_does_not_fit_is_left_to_the_other() {
        let schema = serde_json::json!({"$defs": {"Word": {"type": "string", "maxLength": 3, "minLength": 2}},
            "type": "object", "additionalProperties": false, "patternProperties": {"^x_": {}}, "required": ["n"],
            "minProperties": 2, "properties": {
                "n": {"type": "number", "minimum": 0, "maximum": 10, "multipleOf": 0.01}, "w": {"$ref": "#/$defs/Word"},
                "i": {"type": "integer"}, "l": {"type": "array", "items": {"enum": ["a", "b"]}, "minItems": 1},
                "d": {"anyOf": [{"type": "boolean"}, {"type": "string", "format": "date"}]}}});
        let quick = Quick::of(&schema).unwrap();
        for good in [
            r#"{"n": 1.25, "w": "été"}"#,
            r#"{"n": 0, "x_own": {"any": [null]}}"#,
            r#"{"n": 10, "i": -4, "l": ["b", "a"], "d": "2028-02-29"}"#,
            r#"{"n": 10, "d": true}"#,
        ] {
            assert!(fits(&quick, good), "{good}");
        }
        for bad in [
            r#"{"n": 1}"#,
            r#"{"w": "ab", "i": 1}"#,
            r#"{"n": 1, "w": "a"}"#,
            r#"{"n": 1, "w": "abcd"}"#,
            r#"{"n": 1, "w": null}"#,
            r#"{"n": 1, "more": 1}"#,
            r#"{"n": 1.255, "w": "ab"}"#,
            r#"{"n": 11, "w": "ab"}"#,
            r#"{"n": -1, "w": "ab"}"#,
            r#"{"n": 1, "i": 1.5}"#,
            r#"{"n": 1, "l": []}"#,
            r#"{"n": 1, "l": ["c"]}"#,
            r#"{"n": 1, "l": [1]}"#,
            r#"{"n": 1, "d": "2027-02-29"}"#,
            "[]",
        ] {
            assert!(!fits(&quick, bad), "{bad}");
        }
    }

    #[test]
    fn a_schema_that_asks_for_more_is_not_laid_out() {
        for more in
            [r#""not": {}"#, r#""pattern": "a|b""#, r#""format": "uri""#, r#""uniqueItems": true"#, r#""enum": [1]"#]
        {
            let schema = serde_json::from_str(&format!(r#"{{"$defs": {{}}, {more}}}"#)).unwrap();
            assert!(Quick::of(&schema).is_none(), "{more}");
        }
    }
}
