//! The data inside a report beside those that a return gives today.

use serde_json::Value;

use super::finding::{Finding, What};
use crate::disclosure::Published;

/// What may differ although both were published from the same return: who published it.
const ABOUT_US: [&str; 3] = ["engine", "rules", "format"];

/// The most differences that are told.
const MOST: usize = 200;

/// Where the data of a report are not those that its return gives.
pub fn against(in_report: &Published, from_return: &Published) -> Vec<Finding> {
    let value = |published: &Published| {
        let mut value = serde_json::to_value(published).expect("plain structs with text keys are written as JSON");
        if let Some(members) = value.as_object_mut() {
            members.retain(|name, _| !ABOUT_US.contains(&name.as_str()));
        }
        value
    };
    let mut findings = Vec::new();
    differing(&value(in_report), &value(from_return), "", &mut findings);
    findings
}

fn differing(report: &Value, given: &Value, name: &str, findings: &mut Vec<Finding>) {
    if report == given || findings.len() >= MOST {
        return;
    }
    match (report, given) {
        (Value::Object(members), Value::Object(others)) if members.get("is") == others.get("is") => {
            for (key, member) in members {
                let step = key.replace('_', " ");
                let name = if name.is_empty() { step } else { format!("{name}, {step}") };
                differing(member, others.get(key).unwrap_or(&Value::Null), &name, findings);
            }
            for (key, other) in others.iter().filter(|(key, _)| !members.contains_key(*key)) {
                differing(&Value::Null, other, &format!("{name}, {}", key.replace('_', " ")), findings);
            }
        }
        (Value::Array(items), Value::Array(others)) => {
            for index in 0..items.len().max(others.len()) {
                let (item, other) = (items.get(index), others.get(index));
                let title = item.or(other).map(title).unwrap_or_default();
                let name = format!("{name} {}{title}", index + 1);
                differing(item.unwrap_or(&Value::Null), other.unwrap_or(&Value::Null), &name, findings);
            }
        }
        _ => findings.push(Finding {
            name: Some(name.to_owned()),
            report: said(report),
            data: said(given),
            ..Finding::of(What::Return)
        }),
    }
}

/// What people call a record, in quotation marks.
fn title(record: &Value) -> String {
    let words = |key| record.get(key).and_then(|value: &Value| value.get("text").unwrap_or(value).as_str());
    let found = ["name", "title", "text"].into_iter().find_map(words);
    found.map(|title| format!(" “{}”", title.chars().take(60).collect::<String>())).unwrap_or_default()
}

/// A value as it is told; nothing for one that is not there.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.chars().take(160).collect()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(items) => Some(format!("{} records", items.len())),
        Value::Object(members) => {
            let text = |key: &str| members.get(key).and_then(Value::as_str).map(str::to_owned);
            let figure = match text("is").as_deref() {
                Some("number") => text("value"),
                Some("not_available") => Some("[x]".to_owned()),
                Some("not_applicable") => Some("[z]".to_owned()),
                Some("hidden") => Some("[c]".to_owned()),
                _ => None,
            };
            figure.or_else(|| text("text")).or_else(|| Some("a record".to_owned()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(report: &str, given: &str) -> Vec<String> {
        let value = |json: &str| serde_json::from_str::<Value>(json).unwrap();
        let mut findings = Vec::new();
        differing(&value(report), &value(given), "", &mut findings);
        findings.iter().map(Finding::sentence).collect()
    }

    #[test]
    fn the_figure_that_differs_is_named() {
        let measure = |value: &str| format!(r#"{{"results":[{{"title":"Call-outs","actual":{value}}}]}}"#);
        assert_eq!(
            told(&measure(r#"{"is":"number","value":"201"}"#), &measure(r#"{"is":"number","value":"185"}"#)),
            ["results 1 “Call-outs”, actual, value: the report says “201”, and the return gives “185”."]
        );
        assert_eq!(
            told(&measure(r#"{"is":"number","value":"3"}"#), &measure(r#"{"is":"hidden"}"#)),
            ["results 1 “Call-outs”, actual: the report says “3”, and the return gives “[c]”."]
        );
    }

    #[test]
    fn a_record_too_many_is_named() {
        assert_eq!(
            told(r#"{"risks":[{"title":"A"},{"title":"B"}]}"#, r#"{"risks":[{"title":"A"}]}"#),
            ["risks 2 “B”: the report says “a record”, and the return gives nothing."]
        );
    }
}
