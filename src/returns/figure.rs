//! Figures, and the reasons for having none.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer, de,
    de::value::{F64Deserializer, I64Deserializer, MapAccessDeserializer, U64Deserializer},
};

use super::{Note, People, Period, Quantity, choice::choice};

choice! {
    /// How final a figure is, or why there is none.
    FigureStatus {
        Final = "final",
        Provisional = "provisional",
        Revised = "revised",
        Estimated = "estimated",
        NotAvailable = "not_available",
        NotApplicable = "not_applicable",
    }
    /// Why a number is missing: it is not known, or it does not apply.
    NoNumber {
        NotAvailable = "not_available",
        NotApplicable = "not_applicable",
    }
}

/// A figure: a number, or an object with its parts and status.
///
/// Zero, not available, not applicable and hidden are four different things. A bare number is a figure with a value
/// and nothing else, and is written back as a bare number.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figure {
    /// The value, in the unit of the measure.
    pub value: Option<Quantity>,
    /// The part that is counted.
    pub numerator: Option<People>,
    /// The whole it is counted from.
    pub denominator: Option<People>,
    /// How many people or cases a mean or median is of.
    pub n: Option<People>,
    /// How final the figure is, or why there is none.
    pub status: Option<FigureStatus>,
    /// Why there is no figure, or why it changed.
    pub reason: Option<Note>,
}

#[derive(Serialize, Deserialize, JsonSchema)]
#[serde(rename = "FigureParts")]
#[schemars(deny_unknown_fields)]
struct FigureParts {
    /// The value, in the unit of the measure.
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Quantity>,
    /// The part that is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    numerator: Option<People>,
    /// The whole it is counted from.
    #[serde(skip_serializing_if = "Option::is_none")]
    denominator: Option<People>,
    /// How many people or cases a mean or median is of.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<People>,
    /// How final the figure is, or why there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<FigureStatus>,
    /// Why there is no figure, or why it changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Note>,
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self { value: Some(value), numerator: None, denominator: None, n: None, status: None, reason: None } =
            self
        {
            return value.serialize(serializer);
        }
        let Self { value, numerator, denominator, n, status, reason } = self.clone();
        FigureParts { value, numerator, denominator, n, status, reason }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Figure;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number, or a figure with its parts")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Figure, E> {
                let value = Quantity::deserialize(I64Deserializer::new(number))?;
                Ok(Figure { value: Some(value), ..Figure::default() })
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Figure, E> {
                let value = Quantity::deserialize(U64Deserializer::new(number))?;
                Ok(Figure { value: Some(value), ..Figure::default() })
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Figure, E> {
                let value = Quantity::deserialize(F64Deserializer::new(number))?;
                Ok(Figure { value: Some(value), ..Figure::default() })
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Figure, A::Error> {
                let FigureParts { value, numerator, denominator, n, status, reason } =
                    FigureParts::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Figure { value, numerator, denominator, n, status, reason })
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl JsonSchema for Figure {
    fn schema_name() -> Cow<'static, str> {
        "Figure".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let number = generator.subschema_for::<Quantity>();
        let parts = generator.subschema_for::<FigureParts>();
        json_schema!({ "anyOf": [number, parts] })
    }
}

/// A figure of a period: a baseline or an actual.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PeriodFigure {
    /// The period it is of: `2026-27 Q2`, `2026-09` or `2026-27`.
    pub period: Option<Period>,
    /// The value, in the unit of the measure. May be left out where numerator and denominator are given.
    pub value: Option<Quantity>,
    /// The part that is counted.
    pub numerator: Option<People>,
    /// The whole it is counted from.
    pub denominator: Option<People>,
    /// How many people or cases a mean or median is of.
    pub n: Option<People>,
    /// How final the figure is, or why there is none.
    pub status: Option<FigureStatus>,
    /// Why there is no figure, or why it changed.
    pub reason: Option<Note>,
    /// Where the figure comes from.
    pub source: Option<Note>,
}

/// A number, or the reason for having none.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated<T> {
    /// The number.
    Number(T),
    /// None, and why.
    None {
        /// Not known, or not applicable.
        status: NoNumber,
        /// Why.
        reason: Option<Note>,
    },
}

impl<T> Stated<T> {
    /// The number, where there is one.
    pub const fn number(&self) -> Option<&T> {
        match self {
            Self::Number(number) => Some(number),
            Self::None { .. } => None,
        }
    }
}

/// Why there is no number.
#[derive(Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
struct NoNumberParts {
    /// Not known, or not applicable.
    status: NoNumber,
    /// Why there is no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Note>,
}

impl<T: Serialize> Serialize for Stated<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => number.serialize(serializer),
            Self::None { status, reason } => {
                NoNumberParts { status: *status, reason: reason.clone() }.serialize(serializer)
            }
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Stated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> de::Visitor<'de> for Visitor<T> {
            type Value = Stated<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number, or the reason for having none")
            }

            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
                T::deserialize(I64Deserializer::new(number)).map(Stated::Number)
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
                T::deserialize(U64Deserializer::new(number)).map(Stated::Number)
            }

            fn visit_f64<E: de::Error>(self, number: f64) -> Result<Self::Value, E> {
                T::deserialize(F64Deserializer::new(number)).map(Stated::Number)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                let NoNumberParts { status, reason } = NoNumberParts::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Stated::None { status, reason })
            }
        }
        deserializer.deserialize_any(Visitor(std::marker::PhantomData))
    }
}

impl<T: JsonSchema> JsonSchema for Stated<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Stated{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let number = generator.subschema_for::<T>();
        let none = generator.subschema_for::<NoNumberParts>();
        json_schema!({ "anyOf": [number, none] })
    }
}
