//! Words and ids as a return writes them.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

use arrayvec::ArrayString;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser::SerializeMap};

use super::parsed::parsed;

/// Words that may be printed: one text, or a text for each language. `MAX` is the most characters each may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text<const MAX: usize> {
    en: Option<String>,
    cy: Option<String>,
    /// Whether it was written as one plain text, in the return's main language.
    plain: bool,
}

/// The most characters of a title.
const TITLE: usize = 90;

/// A title: 1 to 90 characters.
pub type Title = Text<TITLE>;
/// A definition: at most 400 characters.
pub type Definition = Text<400>;
/// A commentary: at most 600 characters.
pub type Commentary = Text<600>;
/// A part of a narrative: at most 900 characters.
pub type StoryText = Text<900>;
/// A statement: at most 400 characters.
pub type Statement = Text<400>;
/// A note: at most 300 characters.
pub type Note = Text<300>;

impl<const MAX: usize> Text<MAX> {
    /// The English text; a plain text counts as English.
    pub fn english(&self) -> Option<&str> {
        self.en.as_deref()
    }

    /// The Welsh text.
    pub fn welsh(&self) -> Option<&str> {
        self.cy.as_deref()
    }

    /// The English text, else the Welsh one: what a message about this text may show.
    pub fn any(&self) -> &str {
        self.en.as_deref().or(self.cy.as_deref()).unwrap_or_default()
    }

    /// Whether it was written as one text, which does not say its language.
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// Whether there are no words in it, in any language.
    pub fn is_blank(&self) -> bool {
        [&self.en, &self.cy].into_iter().flatten().all(|text| text.trim().is_empty())
    }

    /// Every text in it, whatever the language.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [self.en.as_deref(), self.cy.as_deref()].into_iter().flatten()
    }
}

impl<const MAX: usize> From<&str> for Text<MAX> {
    fn from(text: &str) -> Self {
        Self { en: Some(text.to_owned()), cy: None, plain: true }
    }
}

impl<const MAX: usize> Serialize for Text<MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.plain {
            return serializer.serialize_str(self.any());
        }
        let mut map = serializer.serialize_map(None)?;
        if let Some(en) = &self.en {
            map.serialize_entry("en", en)?;
        }
        if let Some(cy) = &self.cy {
            map.serialize_entry("cy", cy)?;
        }
        map.end()
    }
}

impl<'de, const MAX: usize> Deserialize<'de> for Text<MAX> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor::<MAX>)
    }
}

/// Branches on the JSON type, so that a fault is reported for what was written.
struct TextVisitor<const MAX: usize>;

impl<'de, const MAX: usize> de::Visitor<'de> for TextVisitor<MAX> {
    type Value = Text<MAX>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a text, or a text for each language")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text::from(text))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let Languages { en, cy } = Languages::deserialize(de::value::MapAccessDeserializer::new(map))?;
        Ok(Text { en, cy, plain: false })
    }
}

#[derive(Deserialize)]
struct Languages {
    en: Option<String>,
    cy: Option<String>,
}

impl<const MAX: usize> JsonSchema for Text<MAX> {
    fn inline_schema() -> bool {
        false
    }

    fn schema_name() -> Cow<'static, str> {
        format!("Text{MAX}").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut text = serde_json::json!({ "type": "string", "maxLength": MAX });
        if MAX == TITLE {
            // A record is called by its title, so there is one.
            text["minLength"] = 1.into();
        }
        let language = |title: &str, description: &str| {
            let mut text = text.clone();
            text["title"] = title.into();
            text["description"] = description.into();
            text
        };
        let (english, welsh) = (language("English", "The text in English."), language("Welsh", "The text in Welsh."));
        json_schema!({
            "anyOf": [
                text,
                {
                    "type": "object",
                    "minProperties": 1,
                    "additionalProperties": false,
                    "properties": { "en": english, "cy": welsh }
                }
            ]
        })
    }
}

/// A short text. Nearly all ids and units need no memory of their own.
#[derive(Clone)]
enum Word {
    Short(ArrayString<16>),
    Long(Box<str>),
}

impl Word {
    fn as_str(&self) -> &str {
        match self {
            Self::Short(text) => text,
            Self::Long(text) => text,
        }
    }
}

impl From<&str> for Word {
    fn from(text: &str) -> Self {
        ArrayString::from(text).map_or_else(|_| Self::Long(text.into()), Self::Short)
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl PartialEq for Word {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Word {}

impl PartialOrd for Word {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Word {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Word {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, |text| Some(Self::from(text)), "a string")
    }
}

macro_rules! word {
    ($($(#[$meta:meta])* $name:ident, $schema:tt)*) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Word);

        impl $name {
            /// As written.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Word::from(text))
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )* };
}

word! {
    /// The id of an organisation or place: small letters, digits and hyphens, 2 to 41 characters.
    Id, { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{1,40}$" }
    /// The id of a record: a capital letter and a number, such as `R1`.
    RecordId, { "type": "string", "pattern": "^[A-Z][0-9]{1,4}$" }
    /// A short plain text: a name, a reference, a unit. At most 200 characters.
    Line, { "type": "string", "maxLength": 200 }
}
