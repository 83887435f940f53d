//! A return on its way to be written: texts and numbers as they were typed, fields in the order they had. Knows no field.

use crate::intake::{Kind, Value};

/// Something to be written as JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// A text, a number, yes or no, as JSON.
    Plain(String),
    /// A list.
    List(Vec<Written>),
    /// A record: names and values.
    Record(Vec<(String, Written)>),
}

/// The longest line, in characters; what does not fit is broken over several.
const LONGEST: usize = 140;

impl Written {
    /// A text.
    pub(super) fn text(text: &str) -> Self {
        Self::Plain(serde_json::Value::from(text).to_string())
    }

    /// The same as was read.
    pub(super) fn copy(value: Value<'_>) -> Self {
        match value.kind() {
            Kind::List => Self::List(value.items().map(Self::copy).collect()),
            Kind::Record => {
                Self::Record(value.members().map(|(name, value)| (name.into_owned(), Self::copy(value))).collect())
            }
            Kind::Empty | Kind::Boolean | Kind::Number | Kind::Text => Self::Plain(value.raw().to_owned()),
        }
    }

    /// The same without its words: an empty text, in each of its languages, or an empty list.
    pub(super) fn emptied(value: Value<'_>) -> Option<Self> {
        match value.kind() {
            Kind::Text => Some(Self::text("")),
            Kind::List => Some(Self::List(Vec::new())),
            Kind::Record => {
                Some(Self::Record(value.members().map(|(name, _)| (name.into_owned(), Self::text(""))).collect()))
            }
            Kind::Empty | Kind::Boolean | Kind::Number => None,
        }
    }

    /// As a file.
    pub(super) fn file(&self) -> String {
        let mut text = String::new();
        match self {
            // The parts of a whole return each begin a line, however short it is.
            Self::Record(fields) if !fields.is_empty() => self.broken(0, &mut text),
            Self::Record(_) | Self::List(_) | Self::Plain(_) => self.write(0, 0, &mut text),
        }
        text.push('\n');
        text
    }

    /// Writes it after what stands in its line already (`before` characters), on one line where it fits.
    fn write(&self, depth: usize, before: usize, text: &mut String) {
        let start = text.len();
        self.on_one_line(text);
        if before + text[start..].chars().count() <= LONGEST || matches!(self, Self::Plain(_)) {
            return;
        }
        text.truncate(start);
        self.broken(depth, text);
    }

    fn on_one_line(&self, text: &mut String) {
        match self {
            Self::Plain(plain) => text.push_str(plain),
            Self::List(items) => {
                text.push('[');
                for (index, item) in items.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { ", " });
                    item.on_one_line(text);
                }
                text.push(']');
            }
            Self::Record(fields) if fields.is_empty() => text.push_str("{}"),
            Self::Record(fields) => {
                text.push_str("{ ");
                for (index, (name, value)) in fields.iter().enumerate() {
                    text.push_str(if index == 0 { "" } else { ", " });
                    text.push_str(&key(name));
                    value.on_one_line(text);
                }
                text.push_str(" }");
            }
        }
    }

    fn broken(&self, depth: usize, text: &mut String) {
        let indent = |depth: usize, text: &mut String| (0..depth).for_each(|_| text.push_str("  "));
        let (open, close, count) = match self {
            Self::Plain(plain) => return text.push_str(plain),
            Self::List(items) => ('[', ']', items.len()),
            Self::Record(fields) => ('{', '}', fields.len()),
        };
        text.push(open);
        for index in 0..count {
            text.push('\n');
            indent(depth + 1, text);
            let line = text.len();
            let value = match self {
                Self::Plain(_) => return,
                Self::List(items) => &items[index],
                Self::Record(fields) => {
                    text.push_str(&key(&fields[index].0));
                    &fields[index].1
                }
            };
            let before = 2 * (depth + 1) + text[line..].chars().count();
            value.write(depth + 1, before, text);
            if index + 1 < count {
                text.push(',');
            }
        }
        text.push('\n');
        indent(depth, text);
        text.push(close);
    }
}

fn key(name: &str) -> String {
    format!("{}: ", serde_json::Value::from(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake;

    fn again(text: &str) -> String {
        let read = intake::read("return.json", text.as_bytes());
        Written::copy(read.intake.root().unwrap()).file()
    }

    #[test]
    fn numbers_texts_and_the_order_of_fields_are_kept() {
        let text = again(r#"{"b":16.00,"a":"caf\u00e9 \"x\"","n":null,"l":[1e2,[],{}],"y":true}"#);
        let expected = [
            "{",
            r#"  "b": 16.00,"#,
            r#"  "a": "caf\u00e9 \"x\"","#,
            r#"  "n": null,"#,
            r#"  "l": [1e2, [], {}],"#,
            r#"  "y": true"#,
            "}\n",
        ]
        .join("\n");
        assert_eq!(text, expected);
    }

    #[test]
    fn what_fits_stands_on_a_line_and_what_does_not_is_broken() {
        let fixture = include_str!("../../fixtures/valid/every-field/return.json");
        let written = again(fixture);
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
        assert_eq!(value(&written), value(fixture));
        assert_eq!(again(&written), written);
        for line in written.lines().filter(|line| line.chars().count() > LONGEST + 1) {
            assert_eq!(line.matches(": ").count(), 1, "{line}");
        }
        assert!(
            written.contains("\n    { \"id\": \"corn-bank\", \"name\": \"Corn Bank\", \"type\": \"ward\","),
            "{written}"
        );
    }
}
