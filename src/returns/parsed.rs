//! Values that are written as a text of a certain form. Knows no form itself, and keeps no text.

use std::fmt;

use serde::{Deserializer, de};

/// Reads a text and parses it where it stands.
pub(super) fn parsed<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    parse: fn(&str) -> Option<T>,
    otherwise: &'static str,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Parsed { parse, otherwise })
}

struct Parsed<T> {
    parse: fn(&str) -> Option<T>,
    otherwise: &'static str,
}

impl<T> de::Visitor<'_> for Parsed<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| de::Error::custom(self.otherwise))
    }
}
