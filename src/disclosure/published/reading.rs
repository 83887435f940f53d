//! Published data on their way back from a report. What is read here may come from anybody.

use std::fmt::Write as _;

use serde::Deserialize;
use serde_json::Value;

use super::{FORMAT, Published, canonical};

/// Published data as a report carries them.
#[derive(Debug, Clone, PartialEq)]
pub struct Carried {
    /// The data.
    pub published: Published,
    /// The SHA-256 of their canonical JSON as it was carried, in hexadecimal.
    pub digest: String,
    /// What the form has no place for, by name; it was put there by somebody else.
    pub foreign: Vec<String>,
}

/// Why data cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum NotPublished {
    /// It is no JSON.
    #[error("the data inside are not JSON")]
    NotJson {
        /// Where it stops being JSON.
        #[source]
        source: serde_json::Error,
    },
    /// It is of another form or version.
    #[error("the data inside have the form “{found}”, and this version of candour reads “{FORMAT}”")]
    OtherForm {
        /// What it says it is.
        found: String,
    },
    /// It is not what its form says.
    #[error("the data inside do not have the form “{FORMAT}”")]
    OtherShape {
        /// What does not fit.
        #[source]
        source: serde_json::Error,
    },
}

/// Reads the data of a report.
///
/// # Errors
///
/// When they are not JSON, of a form that this version does not read, or not what that form says.
pub fn carried(json: &str) -> Result<Carried, NotPublished> {
    let value: Value = serde_json::from_str(json).map_err(|source| NotPublished::NotJson { source })?;
    let form = value.get("format").and_then(Value::as_str).unwrap_or_default();
    if form != FORMAT {
        return Err(NotPublished::OtherForm { found: form.chars().take(60).collect() });
    }
    let published = Published::deserialize(&value).map_err(|source| NotPublished::OtherShape { source })?;
    let again = serde_json::to_value(&published).expect("plain structs with text keys are written as JSON");
    let mut foreign = Vec::new();
    differing(&value, &again, &mut String::new(), &mut foreign);
    Ok(Carried { digest: canonical::digest(&value), published, foreign })
}

/// The paths at which one value has what the other has not, as far as anybody would read on.
fn differing(value: &Value, again: &Value, path: &mut String, found: &mut Vec<String>) {
    if found.len() >= 20 || value == again {
        return;
    }
    let length = path.len();
    match (value, again) {
        (Value::Object(members), Value::Object(others)) => {
            for (name, member) in members {
                path.push_str(if length == 0 { "" } else { "." });
                path.push_str(name);
                differing(member, others.get(name).unwrap_or(&Value::Null), path, found);
                path.truncate(length);
            }
            // A member that was left out is read as one that is empty, and means the same.
        }
        (Value::Array(items), Value::Array(others)) if items.len() == others.len() => {
            for (index, (item, other)) in items.iter().zip(others).enumerate() {
                // Writing to a text cannot fail.
                let _ = write!(path, "[{}]", index + 1);
                differing(item, other, path, found);
                path.truncate(length);
            }
        }
        _ => found.push(path.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_report_data_is_said() {
        let told = |json: &str| carried(json).unwrap_err().to_string();
        assert_eq!(told("{"), "the data inside are not JSON");
        assert_eq!(
            told(r#"{"format":"candour-published/7"}"#),
            "the data inside have the form “candour-published/7”, and this version of candour reads \
             “candour-published/2”"
        );
        assert_eq!(
            told(r#"{"format":"candour-published/2"}"#),
            "the data inside do not have the form “candour-published/2”"
        );
        assert_eq!(told(&"[".repeat(100_000)), "the data inside are not JSON");
    }
}
