//! The one way of writing down what was published, so that the same data always have the same digest.

use std::fmt::Write as _;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Published;

impl Published {
    /// Its JSON with the keys of every object in the order of their letters and no white space.
    pub fn canonical_json(&self) -> String {
        let value = serde_json::to_value(self).expect("plain structs with text keys are written as JSON");
        let mut text = String::new();
        write(&value, &mut text);
        text
    }

    /// The SHA-256 of its canonical JSON, in hexadecimal.
    pub fn digest(&self) -> String {
        hex(&self.canonical_json())
    }
}

/// The SHA-256 of the canonical JSON of a value, in hexadecimal.
pub(super) fn digest(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    hex(&text)
}

fn hex(text: &str) -> String {
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => text.push_str(&value.to_string()),
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut names: Vec<&String> = members.keys().collect();
            names.sort_unstable();
            text.push('{');
            for (index, name) in names.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write(&members[name], text);
            }
            text.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_stand_in_order_and_nothing_is_between() {
        let value: Value = serde_json::from_str(r#"{ "b": [1, "ü\n"], "a": { "d": null, "c": 1.50 } }"#).unwrap();
        let mut text = String::new();
        write(&value, &mut text);
        assert_eq!(text, r#"{"a":{"c":1.5,"d":null},"b":[1,"ü\n"]}"#);
    }
}
