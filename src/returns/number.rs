//! Numbers of a return, each with its unit and its bounds.
//!
//! A number is read as JSON numbers are, never from a string; `1.0` and `1e2` are whole. Decimals are kept exactly as
//! typed (up to 15 figures, which the bounds keep to), so that sums and comparisons are exact.

use std::{borrow::Cow, str::FromStr};

use rust_decimal::{Decimal, prelude::ToPrimitive};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

macro_rules! whole {
    ($($(#[$meta:meta])* $name:ident($inner:ty) $min:literal ..= $max:literal)*) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($inner);

        impl $name {
            /// The number itself.
            pub const fn get(self) -> $inner {
                self.0
            }

            /// The number as an exact decimal.
            pub fn decimal(self) -> Decimal {
                Decimal::from(self.0)
            }

            /// The number, where it is within the bounds of the form.
            pub fn new(number: $inner) -> Option<Self> {
                ($min..=$max).contains(&number).then_some(Self(number))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.0.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let whole = deserializer.deserialize_any(Whole)?;
                whole
                    .and_then(|whole| <$inner>::try_from(whole).ok())
                    .and_then(Self::new)
                    .ok_or_else(|| de::Error::custom("not a whole number within its bounds"))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "integer", "minimum": $min, "maximum": $max })
            }
        }
    )* };
}

macro_rules! decimal {
    ($($(#[$meta:meta])* $name:ident $min:literal ..= $max:literal, $places:literal places, $step:literal)*) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Decimal);

        impl $name {
            /// The number itself, as typed.
            pub const fn get(self) -> Decimal {
                self.0
            }

            /// The number, rounded to the places of the form, where it is within the form's bounds.
            pub fn new(number: Decimal) -> Option<Self> {
                let number = number.round_dp($places);
                let unit = 10_i128.pow(number.scale());
                (i128::from($min) * unit..=i128::from($max) * unit).contains(&number.mantissa()).then(|| Self(number.normalize()))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if let (true, Some(whole)) = (self.0.is_integer(), self.0.to_i64()) {
                    return serializer.serialize_i64(whole);
                }
                let number = f64::from_str(&self.0.to_string()).expect("a decimal is written as a number");
                serializer.serialize_f64(number)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = deserializer.deserialize_any(Number)?;
                Self::new(number).ok_or_else(|| de::Error::custom("not a number within its bounds"))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "number", "minimum": $min, "maximum": $max, "multipleOf": $step })
            }
        }
    )* };
}

whole! {
    /// A whole count that may be of people, households or cases: 0 to 1,000,000,000.
    ///
    /// It is never printed as it stands. Only `disclosure` turns it into a figure that can be.
    People(u64) 0..=1_000_000_000
    /// A whole count of things, or of people in a public role (sessions, votes, days): 0 to 1,000,000,000.
    Count(u64) 0..=1_000_000_000
    /// Whole pounds sterling, up to a million million either way.
    Pounds(i64) -1_000_000_000_000_i64..=1_000_000_000_000_i64
}

impl People {
    /// All of them together; `None` where that is more than the form can hold.
    pub fn sum(counts: &[Self]) -> Option<Self> {
        counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(count.get())).and_then(Self::new)
    }
}

decimal! {
    /// A figure of a measure: a count, a percentage, a rate, days or pounds, as its `unit` says. At most 4 decimals.
    ///
    /// It may be of people, so it is never printed as it stands. Only `disclosure` turns it into a figure that can be.
    Quantity -100_000_000_000_i64..=100_000_000_000_i64, 4 places, 0.0001
    /// A percentage from 0 to 100 (`78.0`, never `0.78`), at most 2 decimals.
    Percent 0..=100, 2 places, 0.01
    /// A score, mean, spread or ratio, at most 2 decimals.
    Score -1_000_000..=1_000_000, 2 places, 0.01
    /// Full-time-equivalent posts, at most 2 decimals.
    Posts 0..=1_000_000, 2 places, 0.01
    /// Pounds and pence for an hour.
    HourlyRate 0..=10_000, 2 places, 0.01
}

/// Reads a JSON number of any form as an exact decimal.
struct Number;

impl de::Visitor<'_> for Number {
    type Value = Decimal;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(Decimal::from(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(Decimal::from(number))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Decimal, E> {
        if let Some(decimal) = of_few_decimals(number) {
            return Ok(decimal);
        }
        // The shortest text that reads back as this number is what was typed, up to 15 figures.
        let text = number.to_string();
        Decimal::from_str(&text)
            .or_else(|_| Decimal::from_scientific(&format!("{number:e}")))
            .map_err(|_| de::Error::custom("not a number within its bounds"))
    }
}

/// Reads a JSON number that is whole; `None` where it is another.
struct Whole;

impl de::Visitor<'_> for Whole {
    type Value = Option<i64>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Option<i64>, E> {
        Ok(Some(number))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Option<i64>, E> {
        Ok(i64::try_from(number).ok())
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Option<i64>, E> {
        let number = Number.visit_f64::<E>(number)?;
        Ok(if number.is_integer() { number.to_i64() } else { None })
    }
}

/// A number of at most four decimals. No other decimal of up to 15 figures reads back as the same number.
fn of_few_decimals(number: f64) -> Option<Decimal> {
    let places = [(1, 10.0), (2, 100.0), (3, 1_000.0), (4, 10_000.0)];
    places.into_iter().filter(|_| number.fract() != 0.0).find_map(|(places, scale)| {
        let figures = (number * scale).round();
        let is_same = figures.abs() < 1e15 && (figures / scale).to_bits() == number.to_bits();
        is_same.then(|| Decimal::new(figures as i64, places))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_of_few_decimals_is_the_decimal_of_its_shortest_text() {
        for figures in (-3_000..3_000).chain((0..60).map(|power| 3_i64.pow(power % 31) + 7)) {
            for scale in [10.0, 100.0, 1_000.0, 10_000.0, 100_000.0] {
                let number = figures as f64 / scale;
                let slowly = Decimal::from_str(&number.to_string()).unwrap();
                if let Some(quickly) = of_few_decimals(number) {
                    assert_eq!((quickly, quickly.scale()), (slowly, slowly.scale()), "{number}");
                } else {
                    assert!(number.fract() == 0.0 || slowly.scale() > 4, "{number}");
                }
            }
        }
    }

    #[test]
    fn decimals_are_exact_and_written_back_as_typed() {
        let score: Score = serde_json::from_str("3.46").unwrap();
        assert_eq!(score.get(), Decimal::new(346, 2));
        assert_eq!(serde_json::to_string(&score).unwrap(), "3.46");
        let percent: Percent = serde_json::from_str("78.0").unwrap();
        assert_eq!(serde_json::to_string(&percent).unwrap(), "78");
    }

    #[test]
    fn whole_numbers_may_be_written_with_a_point_or_a_power() {
        for text in ["100", "100.0", "1e2"] {
            assert_eq!(serde_json::from_str::<People>(text).unwrap().get(), 100, "{text}");
        }
        for text in ["41.5", "-1", "1000000001", "\"100\"", "1e300"] {
            assert!(serde_json::from_str::<People>(text).is_err(), "{text}");
        }
    }
}
