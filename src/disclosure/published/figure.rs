//! Figures that may be printed.

use std::{borrow::Cow, str::FromStr};

use rust_decimal::{Decimal, prelude::ToPrimitive};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::returns::{TextLanguage, choice::choice};

/// A number as it is printed: already rounded, once, to its places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(Decimal);

impl Number {
    /// The number, rounded half away from zero to this many places.
    pub fn rounded(number: Decimal, places: u32) -> Self {
        let mut rounded = number.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(places);
        Self(rounded)
    }

    /// The number, with its places.
    pub const fn get(self) -> Decimal {
        self.0
    }

    /// As a coordinate of a chart.
    pub fn coordinate(self) -> f64 {
        self.0.to_f64().unwrap_or_default()
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // As text, so that 78.0 keeps its place in every language that reads it.
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        let number = Decimal::from_str(&text).map_err(|_| de::Error::custom("not a decimal number"))?;
        // No return holds more, and sums of what is read from a stranger's report must not overflow.
        if number.abs() > Decimal::from(10_u64.pow(17)) || number.scale() > 12 {
            return Err(de::Error::custom("a number no report prints"));
        }
        Ok(Self(number))
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$", "description": "A number as it is printed, rounded to its places." })
    }
}

choice! {
    /// The shorthand beside a figure, after the Analysis Function.
    Shorthand {
        Provisional = "p",
        Revised = "r",
        Estimated = "e",
    }
    /// What stands before or after a number.
    UnitSign {
        None = "none",
        Percent = "percent",
        Pounds = "pounds",
    }
}

/// A figure in a report. Zero, not available, not applicable and hidden are four different things.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Shown {
    /// A number that may be printed; zero is one.
    Number {
        /// The number.
        value: Number,
        /// The shorthand beside it.
        mark: Option<Shorthand>,
    },
    /// Not known: `[x]`.
    NotAvailable {
        /// Why, in the filer's words.
        reason: Option<Words>,
    },
    /// Does not apply: `[z]`.
    NotApplicable {
        /// Why, in the filer's words.
        reason: Option<Words>,
    },
    /// Hidden to protect people: `[c]`. It has no reason, no order and no derived words.
    Hidden,
}

impl Shown {
    /// The number, where there is one.
    pub const fn number(&self) -> Option<Number> {
        match self {
            Self::Number { value, .. } => Some(*value),
            Self::NotAvailable { .. } | Self::NotApplicable { .. } | Self::Hidden => None,
        }
    }

    /// Whether it is hidden.
    pub const fn is_hidden(&self) -> bool {
        matches!(self, Self::Hidden)
    }
}

/// The unit of a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Unit {
    /// The filer's word (“households”, “percent”, “days”); empty where none was given.
    pub words: String,
    /// What stands before or after each number.
    pub sign: UnitSign,
}

/// Words for the edition's readers, with the language they are in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Their language; another than the edition's where the filer gave no other.
    pub language: TextLanguage,
}
